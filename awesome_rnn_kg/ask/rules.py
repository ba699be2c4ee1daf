"""RNN4xx: what can be wrong with a query file."""

from awesome_rnn_kg.ask.queryfile import COLUMN, HEADER, PARAMETER, PREFIX, QUERY
from awesome_rnn_kg.text.diagnostics import Rule

_GOOD = """\
# /// query
# title = "Papers of a year"
# description = "Papers that appeared in a year."
# tags = ["papers"]
# columns = { paper = "iri" }
# [params.year]
# type = "year"
# help = "the year"
# ///
PREFIX arnn: <https://w3id.org/awesome-rnn-kg/ontology#>
SELECT DISTINCT ?paper WHERE {
  VALUES ?year { 2015 }
  ?paper arnn:year ?year .
}
ORDER BY ?paper
"""

MALFORMED_HEADER = Rule(
    HEADER,
    "malformed-query-header",
    "error",
    "A canned query says in comments what it is: `# /// query`, lines of TOML, `# ///`. The title, "
    "description, tags and columns are required; each parameter has a type and help, and a class "
    "if its type is iri. The command line, the notebook and the website are made from this "
    "header, so what it cannot say, nobody can ask. Write the key that the message names.",
    bad=_GOOD.replace('# title = "Papers of a year"\n', ""),
    good=_GOOD,
)
PARAMETER_MISMATCH = Rule(
    PARAMETER,
    "parameter-mismatch",
    "error",
    "The default of a parameter is its line `VALUES ?name { … }` inside WHERE, and values replace "
    "only that line. A parameter without the line could not be set; a line without the parameter "
    "would be a hidden constant. Declare it in the header, or write a constant as "
    "`VALUES (?name) { (…) }`.",
    bad=_GOOD.replace("VALUES ?year { 2015 }", 'VALUES ?year { "2015" }'),
    good=_GOOD,
)
COLUMN_MISMATCH = Rule(
    COLUMN,
    "column-mismatch",
    "error",
    "The columns of the header are those of the table that users get, in the order of SELECT. Name "
    "the same variables in both, and never select `*`.",
    bad=_GOOD.replace("DISTINCT ?paper", "DISTINCT ?paper ?year"),
    good=_GOOD,
)
UNDECLARED_PREFIX = Rule(
    PREFIX,
    "undeclared-prefix",
    "error",
    "A canned query runs as it stands in every SPARQL tool, so it declares each prefix that it "
    "uses, also those of classes in its header. Add the PREFIX line.",
    bad=_GOOD.replace("PREFIX arnn: <https://w3id.org/awesome-rnn-kg/ontology#>\n", ""),
    good=_GOOD,
)
UNSUITABLE_QUERY = Rule(
    QUERY,
    "unsuitable-query",
    "error",
    "A canned query is one SELECT query over the whole graph. Text that no engine could read, "
    "queries of another form, and SERVICE or FROM, which lead out of the graph, are refused.",
    bad=_GOOD.replace("SELECT DISTINCT ?paper", "CONSTRUCT { ?paper arnn:year ?year }"),
    good=_GOOD,
)
QUERY_RULES = (
    MALFORMED_HEADER,
    PARAMETER_MISMATCH,
    COLUMN_MISMATCH,
    UNDECLARED_PREFIX,
    UNSUITABLE_QUERY,
)

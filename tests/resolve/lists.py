"""Small lists, and a small world of known things to resolve them with."""

from awesome_rnn_kg.graph.authorities import make_lexicon
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.resolve import keys
from awesome_rnn_kg.resolve.authorities import Authorities, Thing, index
from awesome_rnn_kg.resolve.catalogue import AgentRecord, Catalogue, EntryRecord, Work
from awesome_rnn_kg.resolve.resolver import Given, identify, resolve
from awesome_rnn_kg.text.diagnostics import Diagnostic
from awesome_rnn_kg.text.source import source_from_text

BASE = "https://w3id.org/awesome-rnn-kg/"


def thing(name: str, label: str, *labels: str, kind: str = "", **more: object) -> Thing:
    """A known thing; `name` is its IRI below BASE."""
    works = frozenset(BASE + str(w) for w in more.get("works", ()))  # type: ignore[attr-defined]
    above = tuple(BASE + str(a) for a in more.get("above", ()))  # type: ignore[attr-defined]
    return Thing(BASE + name, label, labels, kind, above, bool(works), works)


KNOWN = Authorities(
    people=index(
        [
            thing("person/alex-graves", "Alex Graves", "A. Graves"),
            thing("person/tomas-mikolov", "Tomáš Mikolov", "Tomas Mikolov"),
            thing("person/wei-liu", "Wei Liu", works=["paper/known"]),
            thing("person/yi-yang", "Yi Yang", works=["paper/first"]),
            thing("person/yi-yang-2", "Yi Yang", works=["paper/second"]),
        ],
        people=True,
    ),
    institutions=index(
        [
            thing("institution/ucla", "UCLA", kind="University"),
            thing("institution/baidu", "Baidu", kind="Company"),
            thing("institution/yandex", "Yandex", kind="Company"),
            thing("institution/eth-zurich", "ETH Zürich", "ETH Zurich", kind="University"),
            *(
                thing(f"institution/{name}", f"{name} University", kind="University")
                for name in ("Seaside", "Hillside", "Riverside")
            ),
        ]
    ),
    venues=index(
        [
            thing(
                "venue/icml",
                "ICML",
                "International Conference on Machine Learning",
                kind="Conference",
            ),
            thing(
                "venue/cvpr", "CVPR", "Computer Vision and Pattern Recognition", kind="Conference"
            ),
            thing("venue/neural-computation", "Neural Computation", kind="Journal"),
            thing("venue/nips-workshops", "NIPS Workshops", kind="Workshop"),
        ]
    ),
    architectures=index(
        [
            thing("architecture/gated-recurrent-unit", "gated recurrent unit", "GRU"),
            thing("architecture/long-short-term-memory", "long short-term memory", "LSTM"),
        ]
    ),
    applications=index(
        [
            thing("application/computer-vision", "computer vision", "Image / Video / Etc"),
            thing("application/machine-translation", "machine translation"),
            thing("application/robotics", "robotics"),
        ]
    ),
    roles=index(
        [
            thing("role/paper", "Paper", "pdf", "arXiv"),
            thing("role/code", "Code", "github"),
            thing("role/web", "Web", "Project page"),
            thing("role/supplementary", "Supplementary", "supp"),
            thing("role/video", "Video"),
            thing("role/bibtex", "BibTeX", "Citation"),
        ]
    ),
    kinds={
        "codes": "Software",
        "books": "Book",
        "thesis": "Thesis",
        "surveys": "Survey",
        "datasets": "Dataset",
        "lectures": "Course",
        "blogs": "BlogPost",
        "online demos": "Demo",
        "tutorials": "Tutorial",
    },
    languages=("C", "C++", "Java", "Lua", "MATLAB", "Python", "R"),
    iris={
        "person sepp hochreiter": f"{BASE}person/sepp-hochreiter",
        "work title:Paper:show and tell a neural image caption generator": (
            f"{BASE}paper/show-and-tell"
        ),
        "part publication/show-and-tell-cvpr-2015": f"{BASE}publication/show-and-tell-cvpr-2015",
        "work arxiv:1308.0850": f"{BASE}paper/generating-sequences",
        "work arxiv:1410.5401": f"{BASE}paper/neural-turing-machines",
        "work title:Paper:neural turing machines": f"{BASE}paper/neural-turing-machines",
        "part authorship/neural-turing-machines-1": f"{BASE}authorship/neural-turing-machines-1",
        "part authorship/neural-turing-machines-3": f"{BASE}authorship/neural-turing-machines-3",
        "work title:Paper:generating sequences with recurrent neural networks": (
            f"{BASE}paper/generating-sequences"
        ),
    },
    words=frozenset(
        ("translation", "networks", "backpropagation", "multilabel", "modeling", "parameterized")
    ),
    lookalikes=frozenset(("leaning", "parameter")),
)


def resolved(
    text: str, known: Authorities = KNOWN, home: str = BASE, slug: str = ""
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """A list resolved; at home (with the project's own IRIs) unless told otherwise."""
    document = read(source_from_text(text), make_lexicon(known)).document
    given = Given(document, slug or keys.slug(document.title.text), home)
    identified = identify([given], known)
    return resolve(identified), identified.objections.all


def catalogue(text: str, known: Authorities = KNOWN, home: str = BASE, slug: str = "") -> Catalogue:
    return resolved(text, known, home, slug)[0]


def works(text: str, known: Authorities = KNOWN) -> tuple[Work, ...]:
    return catalogue(text, known).works


def work(text: str, known: Authorities = KNOWN) -> Work:
    """The only work of a list."""
    (only,) = works(text, known)
    return only


def entry(text: str) -> EntryRecord:
    (only,) = catalogue(text).entries
    return only


def agent(text: str, iri: str) -> AgentRecord:
    """The record of one person, institution or venue; `iri` is below BASE."""
    (only,) = [a for a in catalogue(text).agents if a.iri == BASE + iri]
    return only


def local(*iris: str) -> list[str]:
    """IRIs below BASE, shortened."""
    return [iri.removeprefix(BASE) for iri in iris]


def codes(text: str, *on: str, known: Authorities = KNOWN) -> list[str]:
    """The codes of what is found in a list, without rules that are off, but for those named."""
    found = resolved(text, known)[1]
    return [d.code for d in found if not d.rule.off or d.code in on]


def mended(text: str, known: Authorities = KNOWN) -> str:
    """A list with all repairs of what is found in it."""
    lines = text.split("\n")
    edits = {e for d in resolved(text, known)[1] for e in d.edits}
    for edit in sorted(edits, key=lambda e: (e.span.line, e.span.column), reverse=True):
        line, a, b = edit.span.line - 1, edit.span.column - 1, edit.span.end_column - 1
        lines[line] = lines[line][:a] + edit.text + lines[line][b:]
    return "\n".join(lines)


def at(text: str, code: str, known: Authorities = KNOWN) -> list[str]:
    """The very characters that a rule objects to."""
    lines = text.split("\n")
    spans = [d.span for d in resolved(text, known)[1] if d.code == code]
    return [lines[s.line - 1][s.column - 1 : s.end_column - 1] for s in spans]

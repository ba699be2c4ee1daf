"""RNN1xx: what reading can object to."""

from __future__ import annotations

from ..text.diagnostics import Rule

LINE_TOO_LONG = Rule(
    "RNN101",
    "line-too-long",
    "error",
    "A line or paragraph of more than 20,000 characters is not read: no list has one, and the"
    " effort of parsing it is not bounded. Its links are reported. Break the line into bullets.",
    bad="* " + "word " * 4_001 + "\n",
    good="* " + "word " * 400 + "\n",
)
UNREAD_LINK = Rule(
    "RNN102",
    "unread-link",
    "info",
    "A URL stands in text that Markdown does not take for a link, so it is not in the graph. Write"
    " it as a Markdown link, or leave it if it is not meant as one. What stands in a comment, in"
    " code, in an attribute or in a link's label is reported only where this rule is selected.",
    bad="* [Title](https://example.org/title) (ftp://example.org/paper.ps)\n",
    good="* [Title](https://example.org/title) [Paper](ftp://example.org/paper.ps)\n",
)
UNREAD_ARXIV_ID = Rule(
    "RNN103",
    "unread-arxiv-id",
    "info",
    "An arXiv id stands where none is read: in a comment, in code or in an HTML attribute. It is"
    " not in the graph. Print it beside the title of the paper, or leave it if it is not meant. As"
    " most are not, this is off unless it is selected.",
    bad="```\narXiv:1412.6632\n```\n",
    good="* A. Graves, *Generating Sequences*, arXiv:1308.0850\n",
    off=True,
)
READ_RULES = (LINE_TOO_LONG, UNREAD_LINK, UNREAD_ARXIV_ID)

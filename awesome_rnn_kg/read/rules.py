"""RNN1xx: what reading can object to."""

from __future__ import annotations

from ..text.diagnostics import Rule

LINE_TOO_LONG = Rule(
    "RNN101",
    "line-too-long",
    "error",
    "A line of more than 20,000 characters is not read: no list has one, and the effort of parsing it "
    "is not bounded. Its links are reported one by one. Break the line into bullets.",
)
UNREAD_LINK = Rule(
    "RNN102",
    "unread-link",
    "info",
    "A URL stands where a list's links are not read: in a comment, in code, in an HTML attribute or in "
    "text that Markdown does not take for a link. It is not in the graph. Write it as a Markdown link, "
    "or leave it if it is not meant as one.",
    bad="<!-- * [Title](https://example.org/paper) -->\n",
    good="* [Title](https://example.org/paper)\n",
)
READ_RULES = (LINE_TOO_LONG, UNREAD_LINK)

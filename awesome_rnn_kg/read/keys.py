"""Words that say which field follows: the heading of a column, or a word before a colon."""

from __future__ import annotations

import re

from .lexicon import Lexicon, label_key

_FIELD_WORDS = {
    "title": "title,paper,name,publication,article,resource,work,paper title,papers,title/paper,"
    "paper name,标题,论文",
    "authors": "author,authors,author(s,by,creator,creators,作者",
    "venue": "venue,conference,conf,journal,where,published,published in,publication venue,pub,"
    "proceedings,source,conference/journal",
    "year": "year,date,time,published on,publication date,年份",
    "description": "description,notes,note,comment,comments,summary,about,details,remarks,tl;dr,"
    "tldr,abstract",
}
_KINDS = {word: kind for kind, words in _FIELD_WORDS.items() for word in words.split(",")}
KEYED = re.compile(r"[*_]*([^\W\d_][\w /&();-]{0,28}?)[*_]*\s?[:：]\s?")


def field_kind(word: str) -> str:
    """The field that a heading or key announces, or the empty string."""
    return _KINDS.get(label_key(word), "")


def column_kind(heading: str, lexicon: Lexicon) -> str:
    """The kind of a table's column: a field, "links" for a link label, else "remark"."""
    return field_kind(heading) or ("links" if lexicon.names_link(heading) else "remark")

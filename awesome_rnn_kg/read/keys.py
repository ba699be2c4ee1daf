"""Words that say which field follows: the heading of a column, or a word before a colon."""

from __future__ import annotations

import re

from .lexicon import Lexicon, label_key

_FIELD_WORDS = {
    "title": "title,paper,name,publication,article,resource,work,paper title,papers,title/paper,"
    "paper name,标题,论文,资源名,名称,题目,论文题目,论文名称,项目,タイトル,論文"
    ",제목,논문,titre,título,titel,название",
    "authors": "author,authors,author(s,by,creator,creators,作者,著者,저자,auteurs,autores,autoren"
    ",авторы",
    "venue": "venue,conference,conf,journal,where,published,published in,publication venue,pub,"
    "publ,proceedings,source,conference/journal,journal/conference,j/c,c/j,publisher,会议,期刊,会议/期刊",
    "institutions": "institution,institutions,institute,institutes,affiliation,affiliations,"
    "organization,organizations,organisation,作者单位,单位,机构",
    "year": "year,date,time,published on,publication date,release time,release date,年份,年"
    ",时间,日期,年度,연도,année,año,jahr,год",
    "description": "description,notes,note,comment,comments,summary,about,details,remarks,tl;dr,"
    "tldr,abstract,intro,introduction,简介,摘要,描述,说明,备注,介绍,概要,説明,설명"
    ",beschreibung,descripción,описание",
}
_KINDS = {word: kind for kind, words in _FIELD_WORDS.items() for word in words.split(",")}
# What stands in a field whose value nobody knows.
_BLANKS = frozenset(("", "-", "–", "—", "--", "?", "n/a", "na", "nan", "none", "null", "tba", "tbd",
                     "unknown", "无"))  # fmt: skip
_GLOSS = re.compile(r"\s?[(（]([^()（）]*)[)）]\s*\Z")
KEYED = re.compile(r"[*_]*([^\W\d_][\w /&();-]{0,28}?(?:\s?\([^()\n]{1,60}\))?)[*_]*\s?[:：]\s?")


def field_kind(word: str) -> str:
    """The field that a heading or key announces, or the empty string."""
    return _KINDS.get(label_key(word), "")


def is_placeholder(value: str) -> bool:
    """Whether a field's value only says that there is none: `-`, `N/A`, `Unknown`."""
    return value.strip(" .").casefold() in _BLANKS


def column_kind(heading: str, lexicon: Lexicon) -> str:
    """The kind of a table's column: a field, "links" for a link label, else "remark".

    `Title (Link)` is the title's, without the words in brackets; so is `资源名（Name）`.
    """
    gloss = _GLOSS.search(heading)
    field = field_kind(heading) or field_kind(_GLOSS.sub("", heading))
    field = field or (field_kind(gloss[1]) if gloss and not heading.isascii() else "")
    return field or ("links" if lexicon.names_link(heading) else "remark")

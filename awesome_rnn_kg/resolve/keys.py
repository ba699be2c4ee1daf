"""Normal forms by which labels, names, titles and URLs are compared, and slugs for IRIs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse
from urllib.parse import unquote

_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "AE", "ı": "i", "đ": "d",
     "Đ": "D", "œ": "oe", "Œ": "OE", "þ": "th", "ð": "d"}
)  # fmt: skip
MAX_SLUG = 60
_SCHEME = re.compile(r"^(?:https?:)?//(?:www\.)?", re.IGNORECASE)
_LABEL_WORD = re.compile(r"[\w+#&]+")
_NAME_WORD = re.compile(r"\w+")
_TITLE_WORD = re.compile(r"[\w+#]+")
_SLUG_WORD = re.compile(r"[a-z0-9]+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""Letters, and an apostrophe between them."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text without accents and case."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(filterfalse(unicodedata.combining, plain)).casefold()


@lru_cache(maxsize=65536)
def label_key(label: str) -> str:
    """A label without accents, case and punctuation: `Univ. Montréal` = `univ montreal`."""
    return " ".join(_LABEL_WORD.findall(fold(label).replace("'", "").replace("’", "")))


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """A person's name without accents, case, full stops, hyphens and a quoted nickname."""
    bare = (
        re.sub(r"[\"“”'‘’(][^\"“”'‘’()]+[\"“”'‘’)]", " ", name)
        if '"' in name or "“" in name
        else name
    )
    return " ".join(_NAME_WORD.findall(fold(bare)))


@lru_cache(maxsize=65536)
def title_key(title: str) -> str:
    """A title without accents, case and punctuation."""
    return " ".join(_TITLE_WORD.findall(fold(title).replace("'", "").replace("’", "")))


@lru_cache(maxsize=65536)
def url_key(url: str) -> str:
    """A URL without scheme, `www.`, trailing slash and escapes, for comparison."""
    return _SCHEME.sub("", unquote(url.strip())).rstrip("/")


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """ASCII words joined by hyphens, cut at a word to 60 characters; never empty."""
    plain = fold(text).replace("'", "").replace("’", "").replace("`", "")
    if not plain.isascii():  # letters of other scripts are dropped, signs part words
        plain = re.sub(r"[\W_]+", "-", plain).encode("ascii", "ignore").decode()
    words = "-".join(_SLUG_WORD.findall(plain))
    if not words:
        words = "-".join(f"{ord(c):x}" for c in text.strip()[:8]) or "untitled"
    while len(words) > MAX_SLUG:
        words = words.rsplit("-", 1)[0] if "-" in words else words[:MAX_SLUG]
    return words


def title_slug(title: str) -> str:
    """The slug of a title's part before its first colon, where that part has a real word."""
    head = title.split(":", 1)[0]
    return slug(head if re.search(r"[^\W\d_]{3}", head) else title)

"""What one person's name looks like.

name     = 2*6( initial | particle | word | nick | suffix ), one word at least
word     = capital letter, then letters, apostrophes, hyphens; or letters without case
nick     = quote word quote, between two other parts
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from .titlewords import TITLE_WORDS

_PARTICLE_TEXT = """
van von der den de di da del della la le las los dos do du ten ter bin ibn ul ur el al y e st st. zu
't af av auf
"""
_PARTICLES = frozenset(_PARTICLE_TEXT.split())
_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "PhD", "Ph.D.", "MD"))
_SURNAME_TEXT = """
long may how an do can on to march april june august point search page part book state simple guide
press
"""
_ALSO_SURNAMES = frozenset(_SURNAME_TEXT.split())
_COMPOUNDING = frozenset(("self", "pre", "post", "non", "multi", "semi", "cross", "inter", "anti"))
_COMPOUNDED = re.compile(
    r"\w{4}(?:ing|[ctsdnvrl]ed|[ai]nt|ive|able|aware|based|free|level|style)\Z"
)
_ABSTRACT = re.compile(r".{3,}(?:tions?|ology|ities)\Z")
LETTER = r"[^\W\d_]"
INITIAL = re.compile(rf"(?:(?![a-z]){LETTER}{{1,3}}\.-?)+|(?![a-z]){LETTER}(?:-{LETTER})?")
_NICK = re.compile(rf"[\"“'‘(]{LETTER}+[\"”'’)]")
_MARKED = re.compile(r"[^A-Za-z.\s]")
"""What may be no letter of a name: initials and their stops are the rest."""
_STRAY = re.compile(r"(?<=\w\w)[\d*†‡§¹²³⁰-⁹∗#^]+\.$|[\d*†‡§¹²³⁰-⁹∗#^]+$")
_GLUED_INITIAL = re.compile(rf"(?<=\b[^\W\d_a-z]\.)(?={LETTER}[^\W\d_.])")
_GLUED_NICK = re.compile(rf"(?<=\s)(\({LETTER}+\))(?=[A-Z])")
_STRAY_STOP = re.compile(rf"(?<={LETTER}{{4}})\.\s(?={LETTER}\.)")
SHORTENED = re.compile(r"(?:\b\w|\bJr|\bSr)\.$")
_INITIALS_BEHIND = re.compile(
    r"(.*?\S)\s([A-Z]{1,3}|[A-Z](?:\s[A-Z]){1,2}|[A-Z]\.(?:[\s-]?[A-Z]\.)*)"
)
# Accents that stand beside their letter, as text copied from a PDF has them.
_ACCENTS = {"¸": "\u0327", "´": "\u0301", "`": "\u0300", "¨": "\u0308", "˜": "\u0303",
            "ˆ": "\u0302", "ˇ": "\u030c", "˚": "\u030a"}  # fmt: skip
_TEX_SIGNS = {"'": "´", "`": "`", '"': "¨", "~": "˜", "^": "ˆ", "v": "ˇ", "c": "¸"}
_TEX = re.compile(r"""\{\\?(['`"~^]|[vc](?=[\s{]))\s?\{?([A-Za-zı])\}?\}""")
_APART = re.compile(r"([A-Za-z])\s([\u0300-\u036f])([aeiouy]?)")  # `Ju ̈rgen`, `Germ ́an`
_ACCENT_BEFORE = re.compile(rf"([{''.join(_ACCENTS)}])\s?([a-zı]|(?<!\w.)[A-Z](?=[a-z]))")
_ACCENT_BEHIND = re.compile(rf"([a-z])([{''.join(_ACCENTS)}])")
_BROKEN_HYPHEN = re.compile(r"(?<=\w-)\s(?=\w)")
_DOING = re.compile(r"[A-Z][a-z]{3,}ing")
_HONORIFIC = re.compile(r"^(?:(?:Prof|Dr|Mr|Mrs|Ms)\.?\s)+(?=\S)")
_JOINT = re.compile(r"[-\u2010\u2011'’.ʼ`´¨¸˜]")
_VENUE_LIKE = re.compile(r"^(?!Ma?c).*[a-z][A-Z]{2}")  # `NeurIPS`, `CoRL`
_APOSTROPHED = re.compile(r"[a-z]{1,2}['’]?[A-Z]")
_UNCASED = (
    r"[\u3400-\u9fff]{2,3}|(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|公孙|慕容)[\u3400-\u9fff]{1,2}"
    r"|(?=.*[\u3040-\u30ff々])[\u3400-\u9fff\u3040-\u30ff々]{2,8}|[\uac00-\ud7a3]{2,5}"
)
# Words of Chinese titles and notes, as short as names.
_UNCASED_WORDS = re.compile(
    "的|是|方法|模型|网络|学习|数据|论文|图像|语言|代码|深度|视觉|介绍|综述|教程|笔记|翻译|解读|推荐|系统"
    "|粗解|详解|解析|精读|算法|框架|任务|检测|识别|分割|跟踪|作者|链接|开源|项目|官方|大学|出版|实现"
)
_KANA = re.compile(r"[\u3040-\u30ff]")
_NUMBERED = re.compile(r"(?<=[^\W\d_])\s0\d{3}\Z")  # `Wei Wang 0002`: one of several, in DBLP
_MOST_WORDS = 4  # of a name without initials and particles
EDGE = " \n\x1f,;:*_{}[]\u0300\u0301\u0302\u0303\u0308"
LONGEST = 80  # of one name, in characters


@lru_cache(maxsize=4096)
def clean_name(text: str) -> str:
    """A name without honorifics, footnote marks, stray punctuation; `A.Graves` → `A. Graves`."""
    if text.isascii() and text.replace(" ", "").isalpha():  # most are, and have nothing to clean
        return _HONORIFIC.sub("", " ".join(text.split()))
    if _MARKED.search(text):
        text = _BROKEN_HYPHEN.sub("", accented(_from_tex(text)))
        text = " ".join(w if w.isdigit() else _STRAY.sub("", w) for w in text.split())
        text = _GLUED_NICK.sub(r"\1 ", text)
    joined = _HONORIFIC.sub("", " ".join(text.split()))
    joined = _GLUED_INITIAL.sub(" ", joined).strip(EDGE)
    return joined if SHORTENED.search(joined) else joined.rstrip(".")


def _from_tex(text: str) -> str:
    """`Andr{'e}`, `M{\\"u}ller`: each accent of TeX on its letter."""
    return (
        _TEX.sub(lambda m: _composed(m[0], m[2], _TEX_SIGNS[m[1]]), text) if "{" in text else text
    )


def accented(text: str) -> str:
    """`Fran¸cois`, `M¨uller`, `Ren´e`: each accent on the letter that it belongs to."""
    text = _APART.sub(_rejoined, text)
    if not any(sign in text for sign in _ACCENTS):
        return text
    text = _ACCENT_BEFORE.sub(lambda m: _composed(m[0], m[2], m[1]), text)
    return _ACCENT_BEHIND.sub(lambda m: _composed(m[0], m[1], m[2]), text)


def _rejoined(found: re.Match[str]) -> str:
    """An accent on the vowel beside it, of two on the one before it; else on what is before it."""
    before, accent, after = found.groups()
    if after and before.casefold() not in "aeiouy":
        return before + unicodedata.normalize("NFC", after + accent)
    return unicodedata.normalize("NFC", before + accent) + after


def _composed(printed: str, letter: str, accent: str) -> str:
    """A letter with its accent, where there is such a one; else what is printed."""
    whole = unicodedata.normalize("NFC", letter.replace("ı", "i") + _ACCENTS[accent])
    return whole if len(whole) == 1 else printed


def upright(name: str, surname_first: bool = False) -> str:
    """`Hinton, G. E.` → `G. E. Hinton`; with the surname first, `Hinton GE` → `GE Hinton`."""
    if surname_first:
        behind = _INITIALS_BEHIND.fullmatch(name)
        return f"{behind[2]} {behind[1]}" if behind else name
    surname, comma, given = name.partition(",")
    if not comma or given.strip() in _SUFFIXES:
        return name
    return f"{given.strip()} {surname.strip()}"


def is_name(text: str) -> bool:
    """Whether a text looks like one person's name."""
    return len(text) <= LONGEST and _is_short_name(text)


@lru_cache(maxsize=4096)
def _is_short_name(text: str) -> bool:
    cleaned = clean_name(text)
    cleaned = _NUMBERED.sub("", cleaned) if cleaned[-1:].isdigit() else cleaned
    tokens = (_STRAY_STOP.sub(" ", cleaned) if "." in cleaned else cleaned).split()
    if not 2 <= len(tokens) <= 6:
        return _is_uncased_name(text)
    if _has_title_words(tokens) or _is_sentence(tokens):
        return False
    plain = all(is_word(t) and t.casefold() not in _PARTICLES for t in tokens)
    if len(tokens) > _MOST_WORDS and plain:
        return False
    nicks = [i for i, t in enumerate(tokens) if _NICK.fullmatch(t)]
    inner = all(0 < i < len(tokens) - 1 for i in nicks)
    return inner and all(is_part(t) for t in tokens) and any(is_word(t) for t in tokens)


def is_short_name(text: str) -> bool:
    """Whether a name has at most three words, or initials: `Ann Zoe Bee`."""
    parts = text.split()
    if _DOING.fullmatch(parts[0]):
        return False  # `by Watching Bees`
    return len(parts) < _MOST_WORDS or any(INITIAL.fullmatch(p) for p in parts)


def _is_sentence(tokens: list[str]) -> bool:
    """`Janome を使ったテキスト`: words without case that are long, or beside others."""
    uncased = [t for t in tokens if t.isalpha() and t.lower() == t.upper()]
    return any(len(t) > _MOST_WORDS for t in uncased) or 0 < len(uncased) < len(tokens)


def _has_title_words(tokens: list[str]) -> bool:
    """Whether words of titles are among them; a last word such as "Long" may be a surname."""
    words = [t for t in tokens if not INITIAL.fullmatch(t) or t == "A"]
    if len(words) == 1 < len(tokens):
        return False
    keys = [w.strip('"“”.,').casefold() for w in words]
    tail = keys[:-1] if keys and keys[-1] in _ALSO_SURNAMES else keys
    return any(is_title_word(k) for k in tail)


def is_title_word(word: str) -> bool:
    key = word.casefold()
    return key in TITLE_WORDS or bool(_ABSTRACT.match(key)) or _is_compound(key)


def _is_compound(key: str) -> bool:
    """`self-adaptive`, `parser-directed`, `speaker-invariant`, but not `jean-luc`, `hung-yi`."""
    first, hyphen, last = key.partition("-")
    if not hyphen or first in _COMPOUNDING:
        return bool(hyphen)
    parts = (first, *last.split("-"))
    return bool(_COMPOUNDED.search(last)) or any(len(p) > 4 and p in TITLE_WORDS for p in parts)


def _is_uncased_name(text: str) -> bool:
    """A name in one piece, as Chinese, Japanese and Korean have them."""
    if max(text, default="") < "\u3040":
        return False
    return bool(_uncased().fullmatch(clean_name(text))) and not _UNCASED_WORDS.search(text)


@cache
def _uncased() -> re.Pattern[str]:
    return re.compile(_UNCASED)  # slow to compile, and most lists have none


def is_han(char: str) -> bool:
    """Whether a character is one of those that Chinese and Japanese share."""
    return "\u3400" <= char <= "\u9fff"


def is_part(token: str) -> bool:
    return (
        is_word(token)
        or bool(INITIAL.fullmatch(token))
        or token.casefold() in _PARTICLES
        or token in _SUFFIXES
        or bool(_NICK.fullmatch(token))
    )


@lru_cache(maxsize=16384)
def is_word(token: str) -> bool:
    """A capitalised word, no acronym: `d'Alché-Buc` and `McCann`, but not `RNN`."""
    bare = token if token.isascii() and token.isalpha() else _JOINT.sub("", token)
    if len(bare) < 2 or not bare.isalpha() or token.endswith(("'s", "’s")):
        return False
    if token.endswith(".") and len(bare) > 3:
        return False
    if _VENUE_LIKE.search(token):
        return False
    plural = bare[:-1].isupper() and bare.endswith("s") and len(bare) > 3
    capital = (token[0].isupper() and not plural) or bool(_APOSTROPHED.match(token))
    uncased = bare.lower() == bare.upper()
    if not uncased and _KANA.search(bare):
        return False  # Latin words within a Japanese sentence
    return uncased or (capital and not (bare.isupper() and len(bare) > 2))

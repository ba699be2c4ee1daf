"""Names of venues whose full stops end nothing: cut as ISO 4 cuts them, and theses.

cut     = [ publisher ] word "." [ small word ] ( word "." | acronym )     IEEE Trans. Biol. Eng.
        | [ word ] word "."                                                Pattern Recognit.
journal = "J." words                                                       J. Machine Learning
thesis  = "Ph.D." ( "thesis" | "dissertation" )
"""

from __future__ import annotations

import re

# Words of journals' names as ISO 4 cuts them, first those in which no surname ends.
_NO_SURNAMES = (
    r"Appl|Autom|Bioinform|Cogn|Commun|Comput|Cybern|Discret|Distrib|Electron|Geosci|Intell|Multim"
    r"|Multimed|Netw|Neurosci|Optim|Recognit|Syst|Technol|Telecommun|Underst"
)
_CUT = (
    rf"(?:{_NO_SURNAMES}|Acad|Adv|Amer?|Anal|Angew|Ann|Artif|Astron|Astrophys|Biol|Bull|Chem|Comm"
    r"|Contemp|Control|Econ|Electr|Eng|Geophys|Gen|Inf|Inform|Int|J|Knowl|Lang|Learn|Lett|Mach|Mag"
    r"|Math|Mech|Med|Mod|Nat|Natl|Nucl|Opt|Philos|Phil|Phys|Proc|Process|Prog|Program|Psychol|Quart"
    r"|Rep|Res|Rev|Robot|Sci|Secur|Sens|Ser|Soc|Softw|Stat|Surv|Symb|Theor|Trans|Vis)\."
)
# Two of them in a row are a name, so are one and an acronym, and one behind a word that ends the
# name: `Pattern Recognit. 2020`.
CUT_NAME = re.compile(
    rf"(?:(?:IEEE|ACM|SIAM|AIP|The)\s)?{_CUT}(?:\s(?:on|of|in|and|&|the))?\s"
    rf"(?:{_CUT}|ACM|AMS|IEEE|[A-Z](?=\s\d))|[A-Z][a-z]+\s{_CUT}\s{_CUT}"
    rf"|[A-Z][a-z]+\s(?:{_NO_SURNAMES})\.(?=\s?(?:(?:19|20)\d\d|[,(])|\s*\Z)"
)
# `J. Machine Learning Research`: no person, though an initial stands first.
CUT_JOURNAL = re.compile(
    r"J\.\s(?:of\s)?(?:[A-Z][a-z]+\s|and\s|&\s|of\s){1,5}(?:Research|Sciences?|Learning|Biology"
    r"|Physics|Mathematics|Chemistry|Engineering|Statistics|Intelligence|Systems|Medicine|Theory"
    r"|Computing|Computation|Optimization|Linguistics|Logic|Algorithms|Methods|Processing)"
)
_THESIS = re.compile(
    r"(?:ph\.?\s?d\.?|doctoral|master['’]?s?)\s(?:thesis|dissertation)\b", re.IGNORECASE
)
CUT_END = re.compile(rf"(?<!\w){_CUT}\Z")


def begins_venue(text: str) -> bool:
    """Whether a text begins with a name whose full stops end nothing: `Ph.D. thesis`."""
    return bool(CUT_NAME.match(text) or CUT_JOURNAL.match(text) or _THESIS.match(text))

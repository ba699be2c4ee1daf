"""Names of venues whose full stops end nothing: cut as ISO 4 cuts them, and theses.

cut     = [ publisher ] word "." [ small word ] ( word "." | acronym )     IEEE Trans. Biol. Eng.
journal = "J." words                                                       J. Machine Learning
thesis  = "Ph.D." ( "thesis" | "dissertation" )
"""

from __future__ import annotations

import re

# Words of journals' names as ISO 4 cuts them; two in a row, or one and an acronym, are a name.
_CUT = (
    r"(?:Acad|Adv|Amer?|Anal|Angew|Ann|Appl|Artif|Astron|Astrophys|Biol|Bull|Chem|Comm|Commun"
    r"|Comput|Contemp|Control|Econ|Electr|Electron|Eng|Geophys|Gen|Inf|Inform|Int|Intell|J|Knowl"
    r"|Lang|Lett|Mach|Mag|Math|Mech|Med|Mod|Nat|Natl|Nucl|Opt|Philos|Phil|Phys|Proc|Prog|Program"
    r"|Psychol|Quart|Rep|Res|Rev|Sci|Ser|Soc|Softw|Stat|Surv|Symb|Syst|Technol|Theor|Trans)\."
)
CUT_NAME = re.compile(
    rf"(?:(?:IEEE|ACM|SIAM|AIP|The)\s)?{_CUT}(?:\s(?:on|of|in|and|&|the))?\s"
    rf"(?:{_CUT}|ACM|AMS|IEEE|[A-Z](?=\s\d))"
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

"""Writing: the regular expressions of words with a capital, and of rows of them."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

WORDS_IN_A_ROW = 12
"""So many words at most are taken for one name; a longer row of capitals is cut there."""

ABBREVIATIONS = (
    "Mr|MR|Mrs|MRS|Ms|Dr|DR|St|ST|Ste|Messrs|Mme|Mlle|MM?|Prof|Revd?|REV|Hon|Fr|Capt|CAPT|Col|COL|Gen|GEN|Lieut|"
    "Lt|LT|Maj|Sgt|Cpl|Pvt|Adm|Cmdr|Sen|Gov|Rep|Pres|Jr|Sr|Esq|ESQ|Ph|Mt|Ft|Co|Bros|Vol|No"
)
"""What a full stop behind it belongs to."""


def _capitals() -> str:
    """The capital letters of Latin, Greek, Cyrillic and Armenian, as ranges for a character class."""
    codes = [code for code in chain(range(0x41, 0x590), range(0x1E00, 0x2000)) if _is_capital(chr(code))]
    ranges: list[tuple[int, int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = (ranges[-1][0], code)
        else:
            ranges.append((code, code))
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


def _is_capital(letter: str) -> bool:
    return unicodedata.category(letter) in ("Lu", "Lt")


CAPITAL = f"[{_capitals()}]"
_MORE = r"[^\W_]++"
_APOSTROPHE = rf"(?:[’'](?!s\b){_MORE})*+"
WORD = rf"{CAPITAL}[^\W_]*+{_APOSTROPHE}(?:-{_MORE}{_APOSTROPHE})*+"
INITIALS = rf"{CAPITAL}\.(?:-?{CAPITAL}\.)*+"
TOKEN = rf"(?:(?:{ABBREVIATIONS})\.|{INITIALS}|{WORD})"
BLANK = r"[ \xa0]{1,2}+"
"""More blanks than two part names: a dash or a sign was lost there; a tab parts the cells of a table."""

PARTICLE = (
    rf"(?:(?:de{BLANK}(?:la|las|los)|van{BLANK}(?:der|den|de)|von{BLANK}(?:der|dem)|of{BLANK}the"
    rf"|de|von|van|der|den|du|la|le|di|da|del|della|dos|al|el|bin|ibn|ben|y|zu|af|of|&){BLANK})"
)
ARTICLE = "(?:(?:[Aa]l|el|ul|ud|ad|as|ar|an|ash|abd)-|(?:d|l|dell)[’'])"
"""What is written together with the name behind it: "al-Rahman", "d'Artagnan"."""

ROW = re.compile(rf"(?<![^\W_]){TOKEN}(?:{BLANK}{PARTICLE}?+{ARTICLE}?+{TOKEN}){{0,{WORDS_IN_A_ROW - 1}}}+")
"""A row of words with a capital, with particles between them; all possessive, so it takes linear time."""

PIECE = re.compile(rf"{ARTICLE}?+{TOKEN}|[^\W\d_]+|&")
"""One word of a row."""

BEHIND = re.compile(
    r"(?:[’']s)?[\"”’_*]{0,2}([,;(]?)[\"”’_*)]{0,2}(?: ?([^\W\d_]+)| ?\(?(\d{4}[a-z]?[);:]|\d))?"
)
"""What follows a name: a sign, and the next word or number: a year and the end of a bracket, or one digit."""

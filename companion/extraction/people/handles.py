"""Handles: one form of a name in all its spellings, taken apart into parts that can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from companion.extraction.people.forms import title_key

if TYPE_CHECKING:
    from collections.abc import Callable

_SPELLINGS = {
    "mr": "mister mistah monsieur m messrs herr signor signore senor",
    "mrs": "missus madame mme madam frau signora senora mistress",
    "miss": "mademoiselle mlle fraulein signorina senorita",
    "dr": "doctor",
    "professor": "prof",
    "reverend": "rev revd",
    "honourable": "hon honorable",
    "captain": "capt",
    "colonel": "col",
    "general": "gen",
    "lieutenant": "lt lieut",
    "sergeant": "sgt serjeant",
    "corporal": "cpl",
    "admiral": "adm",
    "major": "maj",
    "saint": "st",
    "senator": "sen",
    "governor": "gov",
    "representative": "rep",
    "aunt": "auntie aunty",
    "tsar": "czar",
    "tsarina": "czarina",
    "duke": "duc duca duque herzog",
    "count": "comte graf conte conde",
    "countess": "comtesse grafin contessa condesa",
    "viscount": "vicomte visconte vizconde",
    "viscountess": "vicomtesse",
    "marquis": "marquess marchese",
    "marchioness": "marquise marchesa marquesa",
    "baron": "barone freiherr",
    "baroness": "baronne baronin baronesa baronessa freifrau",
    "prince": "principe prinz furst",
    "princess": "princesse principessa prinzessin furstin princesa",
    "duchess": "duchesse duchessa duquesa herzogin",
}
"""Titles, each with its short and its foreign forms in small letters."""

_USUAL = {other: title for title, others in _SPELLINGS.items() for other in others.split()}

_PATRONYMIC = re.compile(
    r"\w{2,}(?:[oeiy]v?n[ai]ch?na|[oe]vna|inichna|[oe]vit?ch|[oe]vich|l?yt?ch|mit?ch|nit?ch|rilovich"
    r"|\w{2,}itch|(?:fom|luk|nikit|il[iy]|kuzm|prokof|savel)ich|[ое]вич|ьич|[ое]вна|ична|иович|івна)"
)

EPITHETS = frozenset(
    {
        "old",
        "young",
        "little",
        "poor",
        "dear",
        "dearest",
        "great",
        "good",
        "big",
        "late",
        "honest",
        "farmer",
        "widow",
        "goodman",
        "gaffer",
    }
)
"""Words that stand before a name and say nothing of it: "Old Callendar", "Little Dorrit"."""


_ELIDED = "d'"
"""A particle that is written together with the surname."""


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """`name` in small letters, without accents and full stops, so that its spellings are equal."""
    if name.isascii():
        return name.lower().replace(".", "")
    marked = unicodedata.normalize("NFD", name.replace("’", "'").casefold())
    return "".join(sign for sign in marked if sign != "." and not unicodedata.combining(sign))


def is_patronymic(name: str) -> bool:
    """Whether a folded name says whose child one is, as the second name of Russians does."""
    return _PATRONYMIC.fullmatch(name) is not None


def usual_title(title: str) -> str:
    """The one word that stands for a title and its short and foreign forms: "mrs" for "Madame"."""
    key = folded(title_key(title))
    return _USUAL.get(key, key)


@dataclass(eq=False, slots=True)
class Handle:
    """One form of a name in all its spellings; its parts are folded. `places` are indexes of the names."""

    titles: tuple[str, ...]
    given: tuple[str, ...]
    surname: str
    suffix: str
    of: str
    lone: str
    gender: str
    epithet: str = ""
    spellings: Counter[str] = field(default_factory=Counter)
    places: list[int] = field(default_factory=list)

    def marked(self, suffix: str) -> Handle:
        """A handle of the same form for another bearer, told by `suffix`, without places yet."""
        return replace(self, suffix=suffix, spellings=Counter(), places=[])

    def split(self, place: int, form_at: Callable[[int], str]) -> Handle | None:
        """What stands before `place` as a handle of its own, which this one has no longer; None if nothing.

        `form_at` gives the form that stands at a place.
        """
        early = [other for other in self.places if other < place]
        if not early:
            return None
        forms = Counter(map(form_at, early))
        self.places = [other for other in self.places if other >= place]
        self.spellings -= forms
        return replace(self, spellings=forms, places=early)

    @property
    def count(self) -> int:
        """How often it stands in the text."""
        return len(self.places)

    @property
    def is_full(self) -> bool:
        """Whether it has a given name and another name behind it."""
        return len(self.given) + bool(self.surname) > 1

    @property
    def patronymic(self) -> str:
        """The name that says whose child the bearer is, behind the given name; empty when there is none."""
        return next(filter(is_patronymic, self.given[1:]), "")

    @property
    def word(self) -> str:
        """The only name in a form that is not full."""
        return self.lone or self.surname or (self.given[0] if self.given else "")

    @property
    def family_word(self) -> str:
        """The only name in a form that is not full, without particles."""
        return self.word.rsplit(" ", 1)[-1].removeprefix(_ELIDED)

    @property
    def family(self) -> str:
        """The surname without its particles."""
        return self.surname.rsplit(" ", 1)[-1].removeprefix(_ELIDED)

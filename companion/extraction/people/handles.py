"""Handles: all spellings of one form of a name, with the places where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from companion.extraction.people.forms import Form, is_title, parse_form, title_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from companion.extraction.names import Name

_LIKELY = 0.5
"""The probability from which on a form is taken to name a person."""

_DOUBTFUL = 0.35
"""The probability from which on it is taken if it shares a word with one that is."""

_SPELLINGS = {
    "mister": "mr", "monsieur": "mr", "m": "mr", "messrs": "mr", "herr": "mr", "signor": "mr", "signore": "mr",
    "senor": "mr", "mrs": "mrs", "missus": "mrs", "madame": "mrs", "mme": "mrs", "madam": "mrs", "frau": "mrs",
    "signora": "mrs", "senora": "mrs", "mistress": "mrs", "mademoiselle": "miss", "mlle": "miss",
    "fraulein": "miss", "signorina": "miss", "senorita": "miss", "doctor": "dr", "prof": "professor",
    "rev": "reverend", "revd": "reverend", "hon": "honourable", "honorable": "honourable", "capt": "captain",
    "col": "colonel", "gen": "general", "lt": "lieutenant", "lieut": "lieutenant", "sgt": "sergeant",
    "serjeant": "sergeant", "cpl": "corporal", "adm": "admiral", "maj": "major", "st": "saint", "sen": "senator",
    "gov": "governor", "rep": "representative", "auntie": "aunt", "aunty": "aunt", "czar": "tsar",
    "czarina": "tsarina", "duc": "duke", "comte": "count", "comtesse": "countess", "graf": "count",
}  # fmt: skip

_PATRONYMIC = re.compile(r"\w{2,}(?:[oeiy]v?n[ai]ch?na|[oe]vna|inichna|[oe]vit?ch|[oe]vich|l?yt?ch|mit?ch|nit?ch|rilovich)")

EPITHETS = frozenset("old young little poor dear dearest great good big late honest".split())
"""Words that stand before a name and say nothing of it: "Old Callendar", "Little Dorrit"."""


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """`name` in small letters, without accents and full stops, so that its spellings are equal."""
    marked = unicodedata.normalize("NFD", name.replace("’", "'").casefold())
    return "".join(sign for sign in marked if sign != "." and not unicodedata.combining(sign))


def is_patronymic(name: str) -> bool:
    """Whether a folded name says whose child one is, as the second name of Russians does."""
    return _PATRONYMIC.fullmatch(name) is not None


def usual_title(title: str) -> str:
    """The one word that stands for a title and its short and foreign forms: "mrs" for "Madame"."""
    key = folded(title_key(title))
    return _SPELLINGS.get(key, key)


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
    def family(self) -> str:
        """The surname without its particles."""
        return self.surname.rsplit(" ", 1)[-1]


def _handle(form: Form) -> Handle:
    epithet = ""
    given, surname, lone = form.given, form.surname, form.lone
    if given and is_patronymic(folded(surname)):
        given, surname = (*given, surname), ""
    if len(given) == 1 and surname and folded(given[0]) in EPITHETS:
        epithet, given = folded(given[0]), ()
        if not form.titles:
            surname, lone = "", surname
    return Handle(
        titles=tuple(usual_title(title) for title in form.titles),
        given=tuple(folded(name) for name in given),
        surname=folded(surname),
        suffix=folded(form.suffix) if form.suffix != "I" else "",
        of=folded(form.of),
        lone=folded(lone),
        gender=form.title_gender,
        epithet=epithet,
    )


def handles_of(names: Iterable[Name], scores: Mapping[str, float]) -> list[Handle]:
    """The handles of the names that are likely to be persons, in the order of their first places.

    A doubtful form is taken too if it shares a name with a likely one.
    """
    known: set[str] = set()
    for form, score in scores.items():
        if score >= _LIKELY:
            known.update(_words(parse_form(form)))
    found: dict[tuple[object, ...], Handle] = {}
    by_form: dict[str, Handle | None] = {}
    for place, name in enumerate(names):
        form = name.form
        if form not in by_form:
            by_form[form] = _handle_for(form, scores.get(form, 0.0), known, found)
        handle = by_form[form]
        if handle is not None:
            handle.places.append(place)
            handle.spellings[form] += 1
    return list(found.values())


def _words(form: Form) -> Iterator[str]:
    yield from (folded(name) for name in form.given if len(name) > 2)
    if form.surname or form.lone:
        yield folded(form.surname or form.lone).rsplit(" ", 1)[-1]


def _handle_for(
    form: str, score: float, known: set[str], found: dict[tuple[object, ...], Handle]
) -> Handle | None:
    if score < _DOUBTFUL:
        return None
    parsed = parse_form(form)
    if score < _LIKELY and known.isdisjoint(_words(parsed)):
        return None
    new = _handle(parsed)
    if not new.titles and is_title(new.lone):
        return None
    key = (new.titles, new.given, new.surname, new.suffix, new.of, new.lone, new.epithet)
    return found.setdefault(key, new)

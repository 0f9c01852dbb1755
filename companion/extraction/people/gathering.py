"""Gathering: the names of a text that are likely to be persons become handles; plurals are left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from companion.extraction import lexicon
from companion.extraction.people.forms import is_title, parse_form, title_key
from companion.extraction.people.given_names import gender_abroad, gender_of, is_first_name
from companion.extraction.people.handles import EPITHETS, Handle, folded, is_patronymic, usual_title
from companion.extraction.people.ranks import RULERS, SAINT
from companion.extraction.people.spelling import usual_spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from companion.extraction.names import Name
    from companion.extraction.people.forms import Form

LIKELY = 0.5
"""The probability from which on a form is taken to name a person."""

_ONCE_LIKELY, _FEW = 0.7, 2000
"""The same for a name that stands but once in a text with so many names, and that nothing backs."""

_DOUBTFUL = 0.35
"""The probability from which on it is taken if it shares a name with a likely one."""

_BACKING = 5
"""So many times as often as the likely ones the doubtful one may stand."""

_HARDLY = 0.15
"""The same for one that is written as somebody speaks a likely one."""

_NO_MARKS: Mapping[int, str] = MappingProxyType({})

_GENERATIONS = {
    "elder": "sr",
    "younger": "jr",
    "jr": "jr",
    "sr": "sr",
    "junior": "jr",
    "senior": "sr",
    "pere": "sr",
    "fils": "jr",
    "altere": "sr",
    "jungere": "jr",
}
"""What tells a generation, and whether it is the older one."""

_SECOND_AND_MORE = ("II", "IV", " V", "VI", "IX", " X", "XI", "XV", "XX")
"""How the numbers of rulers end of whom there were others before."""

_LONGEST = 6
"""With so many given names it is a list of persons."""

_OF_SEVERAL = frozenset({"messrs", "misses", "mesdames", "mm", "brothers", "sisters"})
"""Titles of several persons."""

_FAR_OFTENER = 10
"""A name that stands without its "s" so many times as often, and is no surname, names several of a family."""

_BEHIND = frozenset({"begum", "khanum", "hanim"})
"""What stands behind the name of him whose wife she is."""

_ESQUIRE = frozenset({"Esquire", "Esq"})
_HARDLY_THE = 0.05
"""A title that is a surname stands behind "the" in no larger share of its places."""

_THE = 0.3
"""A plural stands behind "the" in at least this share of its places."""


def handles_of(
    names: Sequence[Name],
    scores: Mapping[str, float],
    marks: Mapping[int, str] = _NO_MARKS,
    language: str = "en",
) -> list[Handle]:
    """The handles of those names that name a person, in the order of their first places.

    Likely forms are taken, and doubtful ones that share a name with a likely one. `marks` are for some of
    the names what tells their bearers from others of the name, as a suffix does; `language` is the text's.
    """
    forms = _Forms(names, scores, language)
    found: dict[tuple[object, ...], Handle] = {}
    by_form: dict[str, Handle | None] = {}
    for place, name in enumerate(names):
        form = name.form
        if form not in by_form:
            by_form[form] = forms.handle(form, found)
        handle = by_form[form]
        if handle is not None and place in marks:
            handle = found.setdefault((form, marks[place]), handle.marked(marks[place]))
        if handle is not None:
            handle.places.append(place)
            handle.spellings[form] += 1
    return list(found.values())


class _Forms:
    """All forms of a text, with what the likely ones tell of the others."""

    def __init__(self, names: Sequence[Name], scores: Mapping[str, float], language: str) -> None:
        self._scores = scores
        self._language = language
        self._the = Counter(name.form for name in names if name.before == "the")
        self._counts = Counter(name.form for name in names)
        self._few = len(names) < _FEW
        self._words: Counter[str] = Counter()
        doubtful: Counter[str] = Counter()
        for form, count in self._counts.items():
            score = scores.get(form, 0.0)
            if score >= _HARDLY:
                words = self._words if score >= LIKELY else doubtful
                words.update(dict.fromkeys(_words(parse_form(form)), count))
        self._numbered = {
            folded(parse_form(form).names[0]) for form in self._counts if form.endswith(_SECOND_AND_MORE)
        }
        self._surnames = {
            parse_form(form).surname
            for form in self._counts
            if " " in form and scores.get(form, 0.0) >= LIKELY and parse_form(form).given
        } - _ESQUIRE
        self._usual = usual_spellings(self._words, doubtful)
        self._no_saints = {word for form in self._counts for word in _behind_saint(parse_form(form))}

    def handle(self, form: str, found: dict[tuple[object, ...], Handle]) -> Handle | None:
        """The handle of a form among those `found`, put there if need be; None if it names no person."""
        score = self._scores.get(form, 0.0)
        if score < _HARDLY:
            return None
        parsed = parse_form(form)
        if len(parsed.given) >= _LONGEST:
            return None
        is_likely = score >= LIKELY and not self._is_stray(form, parsed, score)
        if not is_likely and not self._is_backed(form, parsed, score):
            return None
        new = self._new_handle(parsed)
        if (not new.titles and is_title(new.lone) and not self._is_borne(form)) or self._is_plural(
            parsed, new
        ):
            return None
        key = (new.titles, new.given, new.surname, new.suffix, new.of, new.lone, new.epithet)
        return found.setdefault(key, new)

    def _is_borne(self, form: str) -> bool:
        """Whether a title alone is somebody's surname here: "King" beside "Martin Luther King"."""
        return form in self._surnames and self._the[form] <= _HARDLY_THE * self._counts[form]

    def _is_stray(self, form: str, parsed: Form, score: float) -> bool:
        """Whether a form of a long text stands but once, is hardly likely and shares no name.

        A known first name is taken even so.
        """
        if self._few or self._counts[form] > 1 or score >= _ONCE_LIKELY or parsed.titles:
            return False
        if is_first_name(folded(parsed.names[0])):
            return False
        return all(self._words[word] <= 1 for word in _words(parsed))

    def _is_backed(self, form: str, parsed: Form, score: float) -> bool:
        """Whether a doubtful form shares a name with likely ones that do not stand too seldom beside it."""
        doubtful = score >= _DOUBTFUL
        words = (self._usual.get(word, word if doubtful else "") for word in _words(parsed))
        most = max((self._words[word] for word in words if word in self._words), default=0)
        most -= self._counts[form] * (score >= LIKELY)  # its own
        return most * _BACKING >= self._counts[form]

    def _new_handle(self, form: Form) -> Handle:
        epithet = ""
        form = _with_title_before(self._without_saint(form))
        given, surname, lone = form.given, form.surname, form.lone
        if given and is_patronymic(folded(surname)):
            given, surname = (*given, surname), ""
        if len(given) == 1 and surname and folded(given[0]) in EPITHETS:
            epithet, given = folded(given[0]), ()
            if not form.titles:
                surname, lone = "", surname
        return Handle(
            titles=tuple(usual_title(title) for title in form.titles),
            given=tuple(self._folded(name) for name in given),
            surname=self._folded(surname),
            suffix=self._telling(form),
            of=folded(form.of),
            lone=self._folded(lone),
            gender=form.title_gender or self._gender_abroad(given, surname, lone),
            epithet=epithet,
        )

    def _gender_abroad(self, given: Sequence[str], surname: str, lone: str) -> str:
        """What a first name tells in the text's language, or in that of the particle behind it."""
        first = [folded(name) for name in given or (lone,)]
        particle = surname[:2] if surname[1:2] in ("'", "’") else surname.partition(" ")[0]
        particle = particle.replace("’", "'").lower()
        return gender_abroad(
            first, particle=particle if particle != surname.lower() else "", language=self._language
        )

    def _without_saint(self, form: Form) -> Form:
        """The form with "St. Clare" as one name where the text has Mr. St. Clare or Augustine St. Clare."""
        last = form.titles[-1:]
        if last and usual_title(last[0]) == SAINT and folded(form.names[0]) in self._no_saints:
            name = f"St-{form.names[0]}"
            titles = form.titles[:-1]
            if form.given and form.surname:
                return replace(form, titles=titles, given=(name, *form.given[1:]))
            surname, lone = (name, "") if titles else ("", name)
            return replace(form, titles=titles, given=(), surname=surname, lone=lone)
        if len(form.given) > 1 and usual_title(form.given[-1]) == SAINT:
            return replace(form, given=form.given[:-1], surname=f"St-{form.surname}")
        return form

    def _telling(self, form: Form) -> str:
        """What of a suffix tells one person from another: a number, or which generation; no honours.

        "Helen I" is a woman who speaks of herself far more often than an empress.
        """
        plain = folded(form.suffix)
        if plain and plain.strip("ivx") == "":
            is_first = plain == "i" and not self._is_numbered(form)
            return "" if is_first else plain
        return next((number for word, number in _GENERATIONS.items() if word in plain), "")

    def _is_numbered(self, form: Form) -> bool:
        """Whether there are more rulers of the name, or one at least."""
        if not RULERS.isdisjoint(usual_title(title) for title in form.titles):
            return True
        return folded(form.names[0]) in self._numbered

    def _folded(self, name: str) -> str:
        """A name in the spelling in which it can be compared."""
        plain = folded(name)
        return self._usual.get(plain, plain)

    def _is_plural(self, form: Form, handle: Handle) -> bool:
        """Whether a form names several: "Messrs. Blathers", "the Miss Bertrams", "the Rostovs"."""
        first = title_key((*form.titles, *form.names)[0])
        if first in _OF_SEVERAL:
            return True
        word = handle.family_word
        if handle.is_full or not word.endswith("s"):
            return False
        if form.titles and word.endswith("ses") and self._words.get(word[:-2], 0) > self._words.get(word, 0):
            return True
        if self._words.get(word[:-1], 0) < self._words.get(word, 0):
            return False
        if self._words[word[:-1]] > _FAR_OFTENER * self._words[word] and word not in lexicon.surnames():
            return True
        return self._the[form.text] >= _THE * self._counts[form.text]


def _with_title_before(form: Form) -> Form:
    """The form with a lady's title that stands behind her husband's name before it: "Hamid Begum"."""
    if folded(form.surname) not in _BEHIND or form.titles or len(form.given) != 1:
        return form
    if gender_of(folded(form.given[0])) == "f":
        return form
    return replace(form, titles=("Mrs",), given=(), surname=form.given[0])


def _behind_saint(form: Form) -> Iterator[str]:
    """The name behind a "St." that belongs to it: a title or a first name is before, or a surname behind."""
    if form.titles and usual_title(form.titles[-1]) == SAINT:
        if len(form.titles) > 1 or (form.given and form.surname):
            yield folded(form.names[0])
    elif len(form.given) > 1 and usual_title(form.given[-1]) == SAINT:
        yield folded(form.surname)


def _words(form: Form) -> Iterator[str]:
    """The names in a form, folded, without initials and particles; no land: "King of Rome"."""
    if form.given[:1] == ("of",):
        return
    yield from _long(form.given)
    if form.surname or form.lone:
        yield folded(form.surname or form.lone).rsplit(" ", 1)[-1]


def _long(given: Iterable[str]) -> Iterator[str]:
    return (folded(name) for name in given if len(name) > 2)

"""Forms: all the ways in which the text may spell a name of an entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.entries import Event, Match, Person, Term
from companion.linking.first_names import PARTICLES, without_titles
from companion.linking.folding import tidy
from companion.linking.inflection import across_the_atlantic, plurals, singulars

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from companion.core.entries import Alias, Entry

LONGEST = 200
"""Signs of the longest name that is looked for."""

_MOST = 48
_ARTICLE = re.compile(r"(?i)the (?=\S)")
_IN_BRACKETS = re.compile(r"(?P<name>.*\S) ?\((?P<other>[^()]+)\)")
_TURNED_ROUND = re.compile(r"(?P<last>[^,]+), (?P<first>[^,]+)")
_SHORT_FORM = re.compile(r"(?:[^\W\d_]\.? ?){2,8}|[A-Z][A-Za-z]{0,6}[A-Z]")
_CAPITALS = re.compile(r"(?<![\w.'-])[A-Z]{2,6}(?![\w'-])")
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\. ?){2,8}")
_ROMAN = re.compile(r"[IVXLCDM]+")
_ABBREVIATED = re.compile(
    r"\b(Mr|Mrs|Ms|Messrs|Dr|Prof|Rev|Hon|Fr|Sr|Jr|St|Ste|Mt|Ft|Gen|Maj|Col|Lt|Capt|Cpt|Sgt|Cpl|Pte|Adm|Cmdr|"
    r"Gov|Sen|Rep|Pres|Mme|Mlle|Co|Inc|Ltd|Bros|No|Vol|vs)\b(?!['-])(\.?)(?= |$)"
)
_INITIAL = re.compile(r"(?<=\w )([A-Z])(\.?)(?= \w)")
_OWNERS = re.compile(r"\b(\w{3,}?)('s|s'|s)(?= \w)")
_GLUED = re.compile(r"\b(\w{2,})-(\w{2,})\b")
_PREFIXED = re.compile(
    r"(?i)\b(co|un|non|anti|counter|semi|multi|neo|post|vice|over|under|sub|re(?=[aeiou])|pre(?=[aeiou]))(\w{3,})"
)
_NICKNAME = re.compile(r" [(\"][^()\"]+[)\"](?= |$)")
_AFTER_NAMES = re.compile(r"(?i)(?:,? (?:jr|sr|junior|senior|the elder|the younger|[IVX]+)\.?)+$")


class Form(NamedTuple):
    """One spelling to look for.

    The capitals of the first `loose` signs are of no matter, and it is `doubtful` whether the capitals of
    a term's heading belong to the word. `tail` signs at the end belong to the sentence, not to the name
    (the German genitive). A `derived` form is one that nobody wrote down; it gives way to everything else,
    the more so when it is a `bare` surname. With `any_marks` a plain letter may have a mark in the text:
    Natasha is Natásha.
    """

    spelled: str
    match: Match = Match.USUAL
    loose: int = 0
    tail: int = 0
    derived: bool = False
    bare: bool = False
    any_marks: bool = False
    doubtful: bool = False


def forms_of(entry: Entry, language: str) -> Iterator[Form]:
    """All forms of an entry's heading and aliases, the written ones first; `language` is like ``en``."""
    any_marks = isinstance(entry, Person) or language in ("", "en")
    written = [*_heading_forms(entry), *(_alias_form(alias) for alias in entry.aliases)]
    for form in _all_forms(written, entry, language):
        yield form._replace(any_marks=any_marks)


def _all_forms(written: list[Form], entry: Entry, language: str) -> Iterator[Form]:
    if language in ("", "en"):
        written = [_without_article(form, entry) for form in written]
    yield from written
    for form in written:
        if form.match not in (Match.EXACT, Match.NEVER):
            yield from _varied(form, entry, language)
    if isinstance(entry, Person):
        yield from _names_within(entry)


def _without_article(form: Form, entry: Entry) -> Form:
    """The form without its article where the words mean the same: resistance for the resistance.

    The Hague and the Allies keep theirs, and so does a person: the leader is not any leader.
    """
    article = _ARTICLE.match(form.spelled)
    if article is None or form.match in (Match.EXACT, Match.NEVER):
        return form
    length, rest = article.end(), form.spelled[article.end() :]
    if not isinstance(entry, Person) and (" " in rest or (rest[0].islower() and isinstance(entry, Term))):
        return form._replace(spelled=rest, loose=max(0, form.loose - length))
    return form._replace(loose=max(length, form.loose))


def _alias_form(alias: Alias) -> Form:
    return Form(_trimmed(alias.text), alias.match)


def _trimmed(name: str) -> str:
    """A name without the hyphens and dashes round it, which are read as blanks."""
    return tidy(name).strip(" -–")


def _heading_forms(entry: Entry) -> Iterator[Form]:
    """The heading, and what a heading has besides: an abbreviation in brackets, a surname set first."""
    if isinstance(entry, Event) and not entry.is_named_by_title:
        return
    heading = _trimmed(entry.heading)
    if found := _IN_BRACKETS.fullmatch(heading):
        heading = found["name"]
        if _SHORT_FORM.fullmatch(found["other"]) and not found["other"].islower():
            yield Form(found["other"])
    if isinstance(entry, Person):
        found = _TURNED_ROUND.fullmatch(heading)
        names = [heading, f"{found['first']} {found['last']}"] if found else [heading]
    elif isinstance(entry, Term):
        names = heading.split(" / ")
    else:
        names = [heading]
    for name in names:
        if isinstance(entry, Person):
            yield Form(name.title() if name.isupper() and " " in name else name)
        else:
            doubtful = isinstance(entry, Term) and (name.istitle() or (name.isupper() and len(name) > 3))
            yield Form(name, loose=_loose(name), doubtful=doubtful)


def _loose(heading: str) -> int:
    """How many signs of a heading have capitals only because a heading does: The walls hold, Sally port."""
    article = _ARTICLE.match(heading)
    start = article.end() if article else 0
    first, blank, others = heading[start:].partition(" ")
    if not blank or not others[:1].islower() or not first[1:].islower():
        return start
    return start + 1


def _varied(form: Form, entry: Entry, language: str) -> Iterator[Form]:
    english = language in ("", "en")
    steps: list[_Step] = [_initials, _abbreviations]
    if not isinstance(entry, Person):
        steps.append(_hyphens)
        if english:
            steps += [_apostrophes, _ands]
    if isinstance(entry, Term) and english:
        steps += [_numbers, across_the_atlantic]
    names = _all_of(form.spelled, steps)
    for name in names:
        yield form._replace(spelled=name)
    if language == "de" and not isinstance(entry, Event):
        for name in names:
            if name[0].isupper() and name[-1].isalpha() and name[-1] not in "sxzß":
                yield form._replace(spelled=name + "s", tail=1)


if TYPE_CHECKING:
    _Step = Callable[[str], Iterable[str]]


def _all_of(name: str, steps: list[_Step]) -> list[str]:
    """The name and what the steps make of it, each step applied to all that came before it."""
    names = {name: None}
    for step in steps:
        for known in list(names):
            names.update(dict.fromkeys(step(known)))
        if len(names) > _MOST:
            break
    return list(names)


def _initials(name: str) -> list[str]:
    """J.R.R. Tolkien, J. R. R. Tolkien, JRR Tolkien; SOE and S.O.E.; Harry S. Truman and Harry S Truman."""
    forms = []
    if found := _DOTTED.search(name):
        letters = [sign for sign in found[0] if sign.isalpha()]
        gap = " " if found.end() < len(name) else ""
        spellings = (".".join(letters) + ".", ". ".join(letters) + ".", "".join(letters))
        forms = [name[: found.start()] + spelled + gap + name[found.end() :] for spelled in spellings]
    elif (found := _CAPITALS.search(name)) and (found[0] == name or not _ROMAN.fullmatch(found[0])):
        forms = [
            name[: found.start()] + between.join(found[0]) + between.strip() + name[found.end() :]
            for between in (".", ". ")
        ]
    if found := _INITIAL.search(name):
        forms.append(name[: found.end(1)] + ("" if found[2] else ".") + name[found.end() :])
    return forms


def _abbreviations(name: str) -> list[str]:
    """St Petersburg and St. Petersburg."""
    if not _ABBREVIATED.search(name):
        return []
    return [_ABBREVIATED.sub(r"\1.", name), _ABBREVIATED.sub(r"\1", name)]


def _apostrophes(name: str) -> list[str]:
    """Worker's Party, Workers' Party, Workers Party."""
    found = _OWNERS.search(name)
    if not found or found[0].endswith(("ss", "us", "is")):
        return []
    return [name[: found.end(1)] + mark + name[found.end() :] for mark in ("'s", "s'", "s")]


def _ands(name: str) -> list[str]:
    """Law and order, law & order."""
    forms = (name.replace(" and ", " & "), name.replace(" & ", " and "))
    return [form for form in forms if form != name]


def _hyphens(name: str) -> list[str]:
    """Co-ordinated and coordinated; a blank for a hyphen, and a hyphen for a blank, are found in any case."""
    forms = []
    if "-" in name:
        forms = [_GLUED.sub(r"\1\2", name, count=1), _GLUED.sub(r"\1\2", name)]
    if _PREFIXED.search(name):
        forms.append(_PREFIXED.sub(r"\1-\2", name))
    return forms


def _numbers(name: str) -> list[str]:
    return plurals(name) + singulars(name)


def _names_within(person: Person) -> Iterator[Form]:
    """What a full name is shortened to: the bare surname; Hoxha, Enver; E. Hoxha."""
    name = _AFTER_NAMES.sub("", _NICKNAME.sub("", tidy(person.name)))
    if found := _TURNED_ROUND.fullmatch(name):
        name = f"{found['first']} {found['last']}"
    words = without_titles(name).split(" ")
    if len(words) < 2 or not (_is_name(words[0]) and _is_name(words[-1])):
        return
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    surname, given = " ".join(words[start:]), words[:start]
    for bare in dict.fromkeys((surname, words[-1])):
        yield Form(bare, derived=True, bare=True)
    for first in _given_names(given):
        yield Form(f"{first} {surname}", derived=True)
    yield Form(f"{surname}, {' '.join(given)}", derived=True)


def _given_names(given: list[str]) -> list[str]:
    """John Fitzgerald, John F., John, J."""
    first = given[0]
    middle = [word if word.endswith(".") else word[0] + "." for word in given[1:]]
    return [
        " ".join(given),
        " ".join([first, *middle]),
        first,
        *([] if first.endswith(".") else [first[0] + "."]),
    ]


def _is_name(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "").replace("'", "")
    return letters.isalpha() and word[0].isupper() and len(letters) > 1

"""Naming: the name under which a person is listed, the fullest of the usual ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from companion.extraction.people.forms import is_title, parse_form
from companion.extraction.people.given_names import are_nicknames, gender_of, is_first_name
from companion.extraction.people.handles import EPITHETS, folded, is_patronymic, usual_title
from companion.extraction.people.ranks import MAIDEN, MEN, RANKS, WIFE

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from companion.extraction.people.forms import Form

_HARDLY = 4
"""One name with a title is usual where it stands more than so many times as often as without."""

_COURTESY = MEN | {WIFE, MAIDEN, "ms", "honourable"}
"""Titles that a full name is listed without."""

_RARELY = 3
"""Of two spellings of one form the rarer is listed too if it is not rarer than this."""

_MUCH, _HARDLY_EVER, _SHARE = 20, 2, 100
"""Of one who is named so many times a form that stands so seldom, or in so small a share, tells nothing."""

_VERY_MUCH = 100
"""Of one who is named so many times nothing is told by any title that stands once."""

_OFTEN = 10
"""Of one who is named so many times a full name that stands only once needs support."""


def usual_name(spellings: Mapping[str, int]) -> str:
    """The name for a person whose forms stand so many times as `spellings` says; one of them.

    That is the commonest of those with first name and surname, without a title if there is one, or of those
    with the father's name ("Anna Mikháylovna") where there are no others; else one name, with a ruler's
    number if it has one, with a title only where it hardly ever stands without. "Miss" and the like before
    first name and surname are left out where those hardly ever stand together.
    """
    if len(spellings) == 1:
        return next(iter(spellings))
    kinds: dict[str, Counter[str]] = {
        "full": Counter(),
        "titled full": Counter(),
        "": Counter(),
        "titled": Counter(),
    }
    for text, count in spellings.items():
        kinds[_kind(parse_form(text))][text] += count
    total = sum(spellings.values())
    usual = [_usual_full(kinds[kind], kinds[""], spellings) for kind in ("full", "titled full")]
    with_surname = [[text for text in texts if not _is_by_father(text)] for texts in usual]
    for full in (*with_surname, *usual):
        if full:
            text = _in_usual_order(max(full, key=lambda text: _fullness(text, spellings[text])), spellings)
            return _without_place(_without_courtesy(text) if _is_seldom(spellings[text], total) else text)
    bare, titled = kinds[""], kinds["titled"]
    numbered = Counter({text: n for text, n in titled.items() if _is_numbered(text)})
    if numbered and numbered.total() * _HARDLY >= total:
        return min(
            numbered, key=lambda text: (text.isupper(), bool(parse_form(text).titles), -numbered[text])
        )
    if bare and bare.total() * _HARDLY >= titled.total():
        return _commonest(bare)
    return _commonest(titled or bare or spellings)


def _usual_full(texts: Mapping[str, int], bare: Mapping[str, int], spellings: Mapping[str, int]) -> list[str]:
    """Those of the full names that are no slip, and have in them what their bearer is called by."""
    total, counts = sum(spellings.values()), Counter[str]()
    for text, count in texts.items():
        counts[text.casefold()] += count
    full = [text for text in texts if counts[text.casefold()] > 1 or _is_sure(text, spellings, total)]
    return [text for text in full if spellings[text] * _OFTEN >= total or _is_of_bare(text, bare)]


def _without_courtesy(text: str) -> str:
    """A name without a title that tells no rank, unless it is the husband's name: "Mrs. James Highcamp"."""
    form = parse_form(text)
    titles = {usual_title(title) for title in form.titles}
    if len(form.names) < 2 or form.of or not titles or not titles <= _COURTESY:
        return text
    if WIFE in titles and gender_of(folded(form.names[0])) != "f":
        return text
    return text.split(" ", len(form.titles))[-1]


def _without_place(text: str) -> str:
    """A first name and a surname without the place where one lives: "Vincent Gilmore of Chancery Lane"."""
    form = parse_form(text)
    if not form.of or not form.surname or is_title(form.surname):
        return text
    titles = {usual_title(title) for title in form.titles}
    return text if titles & RANKS or len(form.given) > 1 else text.partition(" of ")[0]


def _as_shown(text: str) -> tuple[str, ...]:
    return _without_place(text), _without_place(_without_courtesy(text))


def _in_usual_order(text: str, spellings: Mapping[str, int]) -> str:
    """A name of two words, turned if the text has it so oftener: "Quincey Morris" for "Morris Quincey"."""
    first, _, last = text.partition(" ")
    turned = f"{last} {first}"
    return turned if spellings.get(turned, 0) > spellings[text] else text


def listed_forms(spellings: Mapping[str, int]) -> list[str]:
    """The forms of a person that are worth listing, the commonest first, of those with their numbers.

    The others are places of the person too, but mere ways of writing: a heading in capitals, a rare other
    spelling ("Doctor Kemp" where "Dr. Kemp" is usual), a word that happens to stand before the name at the
    beginning of a sentence ("Unluckily Aziz"), all names with a title once where they are listed without.
    """
    total, name = sum(spellings.values()), usual_name(spellings)
    own = name if name in spellings else next(t for t in spellings if name in _as_shown(t))
    usual = {text.casefold() for text in spellings if not text.isupper()}
    listed: list[str] = []
    told = {folded(name) for name in parse_form(name).names}
    most: dict[tuple[object, ...], int] = {}
    for text in sorted(spellings, key=lambda form: (-spellings[form], form)):
        form = parse_form(text)
        is_other = spellings[text] * _RARELY < most.get(_key(form), 0)
        is_shouted = text.isupper() and text.casefold() in usual
        if text == own or not (
            is_shouted
            or is_other
            or _is_slip(text, spellings, total)
            or _tells_nothing(form, told, spellings[text], total)
        ):
            listed.append(text)
            told.update(folded(name) for name in form.names)
            most.setdefault(_key(form), spellings[text])
    return listed


def _key(form: Form) -> tuple[object, ...]:
    """What is equal for all spellings of a form."""
    names = tuple(folded(name) for name in form.names)
    return tuple(usual_title(title) for title in form.titles), names, form.suffix, form.of


def _is_seldom(count: int, total: int) -> bool:
    return total >= _MUCH and (count <= _HARDLY_EVER or count * _SHARE < total)


def _tells_nothing(form: Form, told: Set[str], count: int, total: int) -> bool:
    """Whether a form but puts a title before names that are `told`, or a place behind, hardly ever."""
    if not _is_seldom(count, total) or any(folded(name) not in told for name in form.names):
        return False
    if form.titles and count == 1 and total >= _VERY_MUCH:
        return True
    return bool(form.of) or (bool(form.titles) and (len(form.names) > 1 or bool(form.suffix)))


def _is_slip(text: str, spellings: Mapping[str, int], total: int) -> bool:
    """Whether a form stands but once, and begins with what nothing else shows to be a name."""
    if spellings[text] > 1 or total < _OFTEN or " " not in text:
        return False
    form = parse_form(text)
    first = folded(form.names[0])
    if form.titles or len(form.names) < 2 or len(first) == 1 or is_first_name(first):
        return False
    return not any(
        first == folded(n) for other in spellings if other != text for n in parse_form(other).names
    )


def _is_of_bare(text: str, bare: Mapping[str, int]) -> bool:
    """Whether a full name has in it what its bearer is called by: "Rocca Priori" is no name for Peppino."""
    names = [folded(name) for name in parse_form(text).names]
    called = [folded(name) for form in bare for name in parse_form(form).names]
    return not called or any(are_nicknames(name, other) for name in names for other in called)


def _is_by_father(text: str) -> bool:
    """Whether a full name is a first name and that of the father, as Russians are called by who know them."""
    return is_patronymic(folded(parse_form(text).names[-1]))


def _is_sure(text: str, spellings: Mapping[str, int], total: int) -> bool:
    """Whether a full name that stands but once is no slip, by what stands more often, or by its title."""
    if total < _OFTEN:
        return True
    form = parse_form(text)
    first, *_, last = form.names
    others = [name for other in spellings if other != text for name in parse_form(other).names]
    if last in others:
        return first in others or bool(gender_of(folded(first)))
    return first in others and _without_courtesy(text) != text and bool(gender_of(folded(first)))


def _kind(form: Form) -> str:
    if form.given and folded(form.given[0]) in EPITHETS:
        return "titled"
    if len(form.names) > 1:
        return "titled full" if form.titles or form.of else "full"
    return "titled" if form.titles or form.of or form.suffix else ""


def _is_numbered(text: str) -> bool:
    """Whether a ruler's number stands behind the name: "Louis XVI"."""
    form = parse_form(text)
    return len(form.names) == 1 and form.suffix.strip("IVX") == "" and len(form.suffix) > 0


def _fullness(text: str, count: int) -> tuple[bool, bool, bool, int, int]:
    names = [folded(name) for name in parse_form(text).names]
    return not text.isupper(), not is_patronymic(names[-1]), bool(gender_of(names[0])), count, len(text)


def _commonest(names: Mapping[str, int]) -> str:
    return max(names, key=lambda name: (not name.isupper() or len(name) < 4, names[name], len(name), name))

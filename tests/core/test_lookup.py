from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from companion.core.lookup import Fit, Lookup, plain

PIECES = st.sampled_from(
    ["a", "b", "An", "ber", "É", "ß", "ł", " ", "-", "’", "]", "^", "\\", "1", "§", "語"]
)
NAMES = st.lists(PIECES, min_size=1, max_size=8).map("".join)
THINGS = st.lists(st.lists(NAMES, min_size=1, max_size=3), max_size=12)


def in_order(letters: str, name: str) -> bool:
    signs = iter(name)
    return all(letter in signs for letter in letters)


def fits_somehow(typed: str, names: list[str]) -> bool:
    sought = plain(typed)
    return any(
        in_order(sought.replace(" ", ""), plain(name))
        or all(
            any(plain(name)[place:].startswith(word) for place in word_starts(plain(name)))
            for word in sought.split()
        )
        for name in names
    )


def word_starts(name: str) -> list[int]:
    return [
        place
        for place in range(len(name))
        if place == 0 or not (name[place - 1].isalnum() or name[place - 1] == "_")
    ]


@given(THINGS, NAMES)
def test_everything_that_fits_is_found_and_nothing_else(things: list[list[str]], typed: str) -> None:
    found = {found.number for found in Lookup(things).find(typed)}
    assert found == {
        number for number, names in enumerate(things) if plain(typed) and fits_somehow(typed, names)
    }


@given(THINGS, NAMES, PIECES)
def test_more_letters_never_find_more(things: list[list[str]], typed: str, more: str) -> None:
    lookup = Lookup(things)
    if plain(typed):
        fewer = {found.number for found in lookup.find(typed + more)}
        assert fewer <= {found.number for found in lookup.find(typed)}


@given(THINGS, NAMES)
def test_a_name_finds_itself_as_the_whole(things: list[list[str]], name: str) -> None:
    if plain(name):
        found = Lookup([*things, [name]]).find(name)
        assert [fit for number, fit in found if number == len(things)] == [Fit.WHOLE]
        assert found[0].fit is Fit.WHOLE


@given(THINGS, NAMES)
def test_the_better_stand_first_and_each_once(things: list[list[str]], typed: str) -> None:
    found = Lookup(things).find(typed)
    assert [fit for _, fit in found] == sorted(fit for _, fit in found)
    assert len({number for number, _ in found}) == len(found)


@given(THINGS, NAMES, st.integers(1, 5))
def test_a_few_are_the_best_of_all(things: list[list[str]], typed: str, most: int) -> None:
    lookup = Lookup(things)
    assert lookup.find(typed, most) == lookup.find(typed)[:most]


@given(THINGS, NAMES)
def test_capitals_and_accents_make_no_difference(things: list[list[str]], typed: str) -> None:
    lookup = Lookup(things)
    assert lookup.find(typed) == lookup.find(plain(typed)) == lookup.find(typed.upper().replace("É", "e"))


@given(THINGS, NAMES)
def test_what_was_used_lately_comes_first_among_equals(things: list[list[str]], typed: str) -> None:
    lookup = Lookup(things)
    usual = lookup.find(typed)
    for number, fit in usual:
        found = lookup.find(typed, used={number: 0})
        assert next(other.number for other in found if other.fit == fit) == number
        assert sorted(found) == sorted(usual)


def test_the_ways_to_fit_stand_in_their_order() -> None:
    names = ["enho", "Enhosen", "Old Enho", "Enver Hoxha", "pen-hoarder", "Kenho", "even the old"]
    found = Lookup([name] for name in names).find("enho")
    assert [(names[number], fit) for number, fit in found] == [
        ("enho", Fit.WHOLE),
        ("Enhosen", Fit.BEGINS),
        ("Old Enho", Fit.WORD),
        ("Enver Hoxha", Fit.INITIALS),
        ("Kenho", Fit.INSIDE),
        ("pen-hoarder", Fit.SCATTERED),
        ("even the old", Fit.SCATTERED),
    ]


def test_words_fit_in_any_order() -> None:
    assert Lookup([["Enver Hoxha"]]).find("hox en") == [(0, Fit.WORDS)]


def test_letters_without_accents_find_those_with_them() -> None:
    lookup = Lookup([["Lech Wałęsa"], ["Đorđe"], ["Œuvre"], ["Straße"], ["Hoxha’s"]])
    for typed, number in (("walesa", 0), ("dorde", 1), ("oeuvre", 2), ("strasse", 3), ("hoxha's", 4)):
        assert lookup.find(typed)[0].number == number


def test_nothing_finds_nothing() -> None:
    assert Lookup([["a"], [""]]).find("  ") == []
    assert Lookup([]).find("a") == []


def test_a_hostile_name_is_no_burden() -> None:
    lookup = Lookup([["a " * 5000]] * 50 + [["a" * 10000]] * 50)
    assert lookup.find("a a a a a a a a a a b") == []
    assert lookup.find("aaaaaaaaaaaaaaaaaaaab") == []

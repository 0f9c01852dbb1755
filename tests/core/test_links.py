"""Links answer by bisection what a search over all mentions would answer."""

from __future__ import annotations

from array import array
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Span
from companion.core.links import Ambiguity, Links, Mention
from companion.core.spans import Spans

ENTRIES = ["term:ridge", "person:anna", "event:siege"]


@st.composite
def mentions(draw: st.DrawFn) -> list[Mention]:
    """Mentions in any order that share their span or do not overlap."""
    found, start = [], 0
    for gap, length, names in draw(
        st.lists(
            st.tuples(
                st.integers(0, 5),
                st.integers(1, 9),
                st.lists(st.sampled_from(ENTRIES), min_size=1, unique=True),
            ),
            max_size=20,
        )
    ):
        start += gap
        found += [Mention(name, start, start + length) for name in names]
        start += length
    return draw(st.permutations(found))


@given(mentions(), st.integers(0, 120), st.integers(0, 30))
def test_bisection_finds_what_a_search_finds(found: list[Mention], start: int, length: int) -> None:
    links = Links(found)
    end = start + length
    ordered = list(links)

    assert sorted(ordered) == sorted(found)
    assert ordered == sorted(ordered, key=lambda mention: (mention.start, mention.end))
    assert links.at(start) == [one for one in ordered if one.start <= start < one.end]
    if length:
        assert links.within(start, end) == [one for one in ordered if one.span.overlaps(Span(start, end))]
        assert set(links.entries_within(start, end)) == {one.entry for one in links.within(start, end)}
    spans = Spans((place, place + 7) for place in range(0, 60, 5))
    counted = Counter(entry for span in spans for entry in links.entries_within(*span))
    assert list(links.count_within(spans).items()) == list(counted.items())
    rest = links.without(ENTRIES[:1])
    assert rest == Links([one for one in ordered if one.entry != ENTRIES[0]])
    assert links.starts_of(ENTRIES[:2]) == [one.start for one in ordered if one.entry in ENTRIES[:2]]
    for entry in ENTRIES:
        assert links.of(entry) == [one for one in ordered if one.entry == entry]
        assert links.count(entry) == len(links.of(entry))
        assert [links[index] for index in links.indices_of(entry)] == links.of(entry)


@given(mentions(), st.integers(0, 120))
def test_the_first_mention_since_a_place(found: list[Mention], start: int) -> None:
    links = Links(found)

    assert links.index_from(start) == sum(one.start < start for one in found)
    for one in found:
        later = [other.start for other in found if other.entry == one.entry and other.start >= start]
        assert links.is_first_since(one, start) == (bool(later) and one.start == min(later))


def test_no_mentions_is_no_trouble() -> None:
    links = Links()

    assert len(links) == 0
    assert links.at(0) == links.within(0, 10) == links.of("term:ridge") == list(links) == []
    assert links.ambiguity_at(0) is None


def test_undecided_names_are_found_by_place() -> None:
    first, second = Ambiguity(5, 11, ("a", "b")), Ambiguity(30, 36, ("a", "c"))
    links = Links(ambiguities=[second, first])

    assert links.ambiguities == (first, second)
    assert [links.ambiguity_at(offset) for offset in (4, 5, 10, 11, 35)] == [None, first, first, None, second]
    assert links.ambiguities_within(5, 30) == (first,)
    assert links.ambiguities_within(6, 31) == (second,)


def test_an_entry_named_in_a_place_is_given_once_and_in_order() -> None:
    links = Links([Mention("b", 0, 4), Mention("a", 6, 8), Mention("b", 9, 12), Mention("c", 20, 25)])

    assert links.entries_within(0, 15) == ["b", "a"]


@given(mentions(), st.permutations([*ENTRIES, "term:wall", "person:anna"]))
def test_columns_say_the_same_as_mentions(found: list[Mention], ids: list[str]) -> None:
    links = Links(found)
    ordered = list(links)
    numbers = array("I", [ids.index(one.entry) for one in ordered])
    starts, ends = array("I", [one.start for one in ordered]), array("I", [one.end for one in ordered])
    again = Links.of_columns(ids, numbers, starts, ends)
    assert (again, list(again.ids)) == (links, list(links.ids))
    assert all(again.of(entry) == links.of(entry) for entry in ENTRIES)


@given(mentions(), st.dictionaries(st.sampled_from(ENTRIES), st.sampled_from(["one", "two", ENTRIES[0]])))
def test_other_ids_name_the_same_places(found: list[Mention], ids: dict[str, str]) -> None:
    links = Links(found)
    renamed = links.renamed(ids)
    assert list(renamed) == [Mention(ids[one.entry], *one.span) for one in links if one.entry in ids]
    assert set(renamed.ids) == {ids[one.entry] for one in found if one.entry in ids}
    assert all(renamed.of(entry) == [one for one in renamed if one.entry == entry] for entry in renamed.ids)


@given(mentions(), mentions())
def test_links_are_equal_where_their_mentions_are(one: list[Mention], other: list[Mention]) -> None:
    assert (Links(one) == Links(other)) is (list(Links(one)) == list(Links(other)))
    assert Links(one) != list(Links(one))
    assert hash(Links(one)) == hash(Links(list(Links(one))))


def test_undecided_names_make_links_differ() -> None:
    assert Links((), [Ambiguity(0, 4, ("a", "b"))]) != Links()


@given(mentions(), st.text("ab", min_size=7, max_size=7))
def test_a_name_is_known_by_the_end_of_the_first_place_that_bears_it(found: list[Mention], some: str) -> None:
    text = 40 * some
    first: dict[tuple[str, str], int] = {}
    for entry, start, end in Links(found):
        first.setdefault((entry, text[start:end]), end)

    assert Links(found).first_ends(text) == first

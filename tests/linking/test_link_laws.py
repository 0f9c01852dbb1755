"""Laws that hold for every text and every companion."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from marked_text import document_of, entries_of, event, linked, never, person, term

from companion.core.entries import Alias, Match
from companion.linking import link
from companion.linking.folding import small, tidy
from companion.linking.forms import forms_of

if TYPE_CHECKING:
    from companion.core.companion import Companion

ENTRIES = [
    person("Enver Hoxha", "Hoxha", never("Hoxha House"), id="enver"),
    person("Nexhmije Hoxha", "Hoxha", id="nexhmije"),
    person("Midhat Frashëri", id="midhat"),
    term("battalion", id="battalion"),
    term("head of state", Alias("Guard", Match.EXACT), id="head"),
    term("co-ordinated", Alias("joined", Match.ANY), id="coordinated"),
    event("1942-07", "The lines are cut", id="lines"),
    event("1942", "A year", "battalion day", id="year"),
    event("1942-07", "Another", id="another", people=("midhat",)),
]
UNRELATED = [
    person("Zzyzx Qwerty", "Qwerty", id="z"),
    term("zzyzx", id="q"),
    event("0812-02-02", "Zzyzx", id="x"),
]

WORDS = [
    *(
        "Enver",
        "Hoxha",
        "Nexhmije",
        "Midhat",
        "Frashëri",
        "Frasheri",
        "House",
        "HOXHA",
        "hoxha",
        "Guard",
        "guard",
    ),
    *("battalions", "battalion", "heads of state", "head", "joined", "JOINED", "lines", "are", "cut", "day"),
    *("co-ordinated", "coordinated", "un-coordinated", "July", "1942", "1943", "in", "the", "3", "men"),
    *("’s", "'", "-", "–", "—", ".", ",", "(", ")", "“", "”", "!", "😀", "\n"),
]
TEXTS = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " ", " ", " ", "  "])), max_size=40
).map(lambda pieces: "".join(word + blank for word, blank in pieces))
UNSEEN = re.compile("[\u00ad\u200b]")


def names(companion: Companion) -> list[tuple[str, str]]:
    text = companion.document.text
    return [(one.entry, small(tidy(UNSEEN.sub("", text[one.start : one.end])))) for one in companion.links]


@given(TEXTS)
def test_every_name_that_is_found_is_a_form_of_its_entry(text: str) -> None:
    entries = [entry for entry in ENTRIES if entry.kind != "event"]
    forms = {entry.id: {small(form.spelled) for form in forms_of(entry, "en")} for entry in entries}

    for entry, name in names(linked(text, *entries)):
        assert name in forms[entry]


@given(TEXTS)
def test_mentions_share_a_place_or_do_not_overlap(text: str) -> None:
    links = linked(text, *ENTRIES).links
    spans = sorted(
        {(one.start, one.end) for one in links} | {(one.start, one.end) for one in links.ambiguities}
    )

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert len(set(links)) == len(links)


@given(TEXTS)
def test_no_mention_crosses_a_block(text: str) -> None:
    companion = linked(text, *ENTRIES)

    for one in companion.links:
        assert "\n" not in text[one.start : one.end]


@given(TEXTS)
def test_an_unrelated_entry_changes_nothing(text: str) -> None:
    alone, together = linked(text, *ENTRIES), linked(text, *ENTRIES, *UNRELATED)

    assert list(alone.links) == list(together.links)
    assert alone.links.ambiguities == together.links.ambiguities


@given(TEXTS, st.data())
def test_signs_that_nobody_sees_change_nothing(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    changed = text[:place] + data.draw(st.sampled_from(["\u00ad", "\u200b", "\u200b\u00ad"])) + text[place:]

    assert names(linked(changed, *ENTRIES)) == names(linked(text, *ENTRIES))


@given(TEXTS)
def test_what_stands_before_moves_everything_by_its_length(text: str) -> None:
    first, then = linked(text, *ENTRIES), linked("😀 é\n" + text, *ENTRIES)

    assert [(one.entry, one.start + 4, one.end + 4) for one in first.links] == list(then.links)


@given(st.text(max_size=80), st.lists(st.text(max_size=12), max_size=6))
def test_any_text_and_any_names_can_be_linked(text: str, headings: list[str]) -> None:
    entries = [
        kind(heading, id=str(number)) for number, heading in enumerate(headings) for kind in (term, person)
    ][::2]
    companion = linked(text.replace("\r", ""), *entries)

    assert all(one.start < one.end for one in companion.links)


@given(st.text("1234567890 -–/.,JulyMaywintrofhecnd'sBCAD", max_size=60))
def test_any_numbers_and_words_of_dates_can_be_read(text: str) -> None:
    linked(
        text,
        event("1942-07", id="a"),
        event("19XX", id="b"),
        event("-0043", id="c"),
        event("1939/1945", id="d"),
    )


def test_the_entries_of_a_companion_are_those_it_was_given() -> None:
    document, entries = document_of("A battalion."), entries_of(*ENTRIES)
    steps: list[float] = []
    companion = link(document, entries, progress=steps.append)

    assert companion.document is document
    assert companion.entries is entries
    assert steps[-1] == 1.0
    assert steps == sorted(steps)

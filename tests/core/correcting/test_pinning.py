"""Single places that a reader put right: said in a companion file, read back, and so again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from correcting_sample import ENTRIES, ORDEN, TEXT, VERL, correction, person, quoted, subject, the_companion
from hypothesis import given
from hypothesis import strategies as st

from companion.core.anchors import anchor, place
from companion.core.correcting import corrected, corrections_for, difference
from companion.core.correcting.differing import Part
from companion.core.correcting.pinning import anchor_of, pin_at
from companion.core.corrections import Correction, Verb
from companion.core.document import Span
from companion.core.entries import Entries
from companion.linking import link, seek, with_needed_pins
from companion.readers import read_text
from companion.store.companion_file import parse_companion
from companion.store.companion_mending import mended
from companion.store.companion_writing import companion_text

if TYPE_CHECKING:
    from companion.core.companion import Companion


@cache
def companion() -> Companion:
    return the_companion()


def mend(*made: Correction, before: Companion | None = None) -> Companion:
    return corrected(before or companion(), made, seek).companion


def called(made: Companion) -> set[tuple[str, int, int]]:
    """Who is named where, by headings: ids are others once a file was read."""
    named = [(made.entry(one.entry), one.start, one.end) for one in made.links]
    return {(entry.heading, start, end) for entry, start, end in named if entry is not None}


def undecided(made: Companion) -> set[tuple[int, int]]:
    return {(one.start, one.end) for one in made.links.ambiguities}


def read_again(made: Companion) -> Companion:
    return link(made.document, parse_companion(companion_text(with_needed_pins(made)), "x.yaml"))


PLACES = [mention.span for mention in companion().links]
WORDS = [
    Span(start, start + len(word)) for word in ("drum", "captain", "father") if (start := TEXT.find(word))
]


def at(span: Span) -> tuple[object, ...]:
    return (anchor(companion().document, span),)


spans = st.sampled_from([*PLACES, *WORDS])
people = st.sampled_from([subject(VERL), subject(ORDEN)])
at_places = st.one_of(
    st.builds(lambda who, span: correction(Verb.ASSIGN, who, anchors=at(span)), people, spans),
    st.builds(lambda who, span: correction(Verb.ASSIGN, who, anchors=at(span), onward=True), people, spans),
    st.builds(lambda who, span: correction(Verb.IGNORE, who, anchors=at(span)), people, spans),
)
settled = at_places | st.builds(
    lambda some: correction(
        Verb.SPLIT,
        subject(VERL),
        other=person("Old Verl"),
        anchors=tuple(each for span in some for each in at(span)),
    ),
    st.lists(st.sampled_from(companion().links.of(VERL.id)).map(lambda one: one.span), min_size=1),
)


@given(st.lists(settled, max_size=6))
def test_what_was_settled_is_said_in_a_file_and_read_back(made: list[Correction]) -> None:
    mended_one = mend(*made)
    again = read_again(mended_one)
    assert called(again) == called(mended_one)
    assert undecided(again) == undecided(mended_one)
    assert called(read_again(again)) == called(again)


@given(st.lists(settled, max_size=4))
def test_a_file_of_a_person_takes_up_what_was_settled(made: list[Correction]) -> None:
    written = companion_text(companion())
    before = link(companion().document, parse_companion(written, "x.yaml"))
    mended_one = mend(*made, before=before)
    again = link(before.document, parse_companion(mended(written, with_needed_pins(mended_one)), "x.yaml"))
    assert called(again) == called(mended_one)


@given(st.lists(at_places, max_size=4))
def test_what_a_friend_settled_can_be_laid_over(made: list[Correction]) -> None:
    theirs = read_again(mend(*made)).entries
    ids = iter(f"urn:{number}" for number in range(1000))
    mine = corrected(
        companion(), corrections_for(difference(companion().entries, theirs), ids.__next__), seek
    )
    assert not mine.left
    assert called(mine.companion) == called(mend(*made))


def test_what_names_tell_by_themselves_is_not_said_again() -> None:
    document = companion().document
    made = mend(correction(Verb.ASSIGN, subject(VERL), anchors=(quoted(document, "Anna Verl"),)))
    assert made.people[0].here
    assert not with_needed_pins(made).people[0].here


def test_what_was_put_right_later_counts() -> None:
    drum = (quoted(companion().document, "drum"),)
    made = mend(
        correction(Verb.ASSIGN, subject(VERL), anchors=drum),
        correction(Verb.ASSIGN, subject(ORDEN), anchors=drum),
    )
    verl, orden = with_needed_pins(made).people
    assert (verl.here, [pin.words for pin in orden.here]) == ((), ["drum"])


def test_a_place_is_known_by_words_round_it_of_which_it_is_the_first() -> None:
    document = companion().document
    for span in PLACES:
        pin = pin_at(document, span)
        assert pin.within.index(pin.words) >= 0
        assert place(document, anchor_of(pin)) == span


def test_words_that_come_again_and_again_are_still_one_place() -> None:
    text = "Verl Verl Verl came. " * 3 + "\n\n" + "Verl, said Verl, is not Verl."
    document = read_text(text)
    for start in range(len(text)):
        if text.startswith("Verl", start):
            pin = pin_at(document, Span(start, start + 4))
            assert pin.within.startswith(("Verl", *"sicn")) or " Verl" in f" {pin.within}"
            assert pin.within.split("Verl", 1)[0].count("Verl") == 0


def test_differences_of_single_places_are_told_in_their_words() -> None:
    document = companion().document
    made = mend(correction(Verb.IGNORE, subject(VERL), anchors=(quoted(document, "captain", 1),)))
    theirs = with_needed_pins(made).entries
    (change,) = difference(companion().entries, theirs)
    assert change.part is Part.NOT_HERE
    assert change.after.startswith("captain\t“")


def test_places_of_another_companion_stay_when_two_entries_become_one() -> None:
    drum = (quoted(companion().document, "drum"),)
    made = mend(
        correction(Verb.ASSIGN, subject(ORDEN), anchors=drum),
        correction(Verb.MERGE, subject(ORDEN), other=subject(VERL)),
    )
    assert [pin.words for pin in made.people[0].here] == ["drum"]
    assert called(read_again(made)) == called(made)


def test_a_text_without_such_places_is_written_as_before() -> None:
    assert with_needed_pins(companion()) is companion()
    assert with_needed_pins(replace(companion(), entries=Entries())).entries == Entries()
    assert len(ENTRIES.people) == 2


SHORT = "\n\n".join(
    ["The door opened.", "“Verl.”", "Nobody spoke of the war.", "Anna Verl sat.", "“Verl.”", "She rose."]
)


def test_places_in_paragraphs_of_a_word_are_told_apart_by_those_around_them() -> None:
    before = the_companion(text=SHORT)
    second = quoted(before.document, "Verl", 2)
    made = mend(correction(Verb.ASSIGN, subject(ORDEN), anchors=(second,)), before=before)
    (pin,) = with_needed_pins(made).people[1].here
    assert " ... “Verl.” ... " in pin.within
    assert called(read_again(made)) == called(made)


def test_words_within_longer_ones_are_not_the_first() -> None:
    text = "Of the Verls. Old Verl died that year, and all went wrong."
    document = read_text(text)
    start = text.index("Verl died")
    assert pin_at(document, Span(start, start + 4)).within.startswith("Old Verl died")

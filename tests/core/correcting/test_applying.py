"""What each correction does, to the entry itself and to all that is tied to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from correcting_sample import (
    COMING,
    ENTRIES,
    ORDEN,
    PORT,
    POSTERN,
    TEXT,
    VERL,
    correction,
    named,
    person,
    quoted,
    subject,
    term,
    the_companion,
)

from companion.core.companion import Companion
from companion.core.correcting import beyond_doubt, corrected, doubtful_ones
from companion.core.corrections import Correction, Subject, Verb
from companion.core.document import Document, Span
from companion.core.entries import (
    Alias,
    Claim,
    ClaimKind,
    Entries,
    Event,
    Kind,
    Match,
    Origin,
    Part,
    Person,
    Term,
)
from companion.core.found import Found
from companion.core.horizon import guarded
from companion.core.links import Links, Mention
from companion.core.sentences import split
from companion.linking import seek
from companion.readers import read_text


def after(companion: Companion, *corrections: Correction) -> Companion:
    """The companion corrected, where nothing is left undone."""
    result = corrected(companion, corrections, seek)
    assert not result.left
    return result.companion


def the(companion: Companion, heading: str) -> Person | Term | Event:
    (found,) = (entry for entry in companion.entries if entry.heading == heading)
    return found


def test_nothing_is_made_anew_without_corrections() -> None:
    companion = the_companion()
    assert corrected(companion, (), seek).companion is companion


# -- names


def test_a_new_heading_keeps_the_old_one_as_a_name() -> None:
    made = after(the_companion(), correction(Verb.RENAME, person("Thomas Orden"), text="Tom Orden"))
    entry = the(made, "Tom Orden")
    assert (entry.id, entry.origin, entry.before) == (ORDEN.id, Origin.EDITED, Origin.CURATED)
    assert Alias("Thomas Orden") in entry.aliases
    assert named(made, ORDEN.id) == ["Thomas Orden", "Orden", "Orden", "Orden"]


def test_no_two_entries_get_the_same_heading() -> None:
    made = (correction(Verb.RENAME, person("Thomas Orden"), text="anna verl"),)
    assert [left.reason for left in corrected(the_companion(), made, seek).left] == [
        "There is another entry called ‘anna verl’; merge the two."
    ]


def test_a_renamed_entry_is_known_by_both_names_afterwards() -> None:
    renamed = correction(Verb.RENAME, person("Thomas Orden"), text="Tom Orden")
    by_old = correction(Verb.ROLE, person("Thomas Orden"), text="soldier")
    by_new = correction(Verb.SAY, person("Tom Orden"), text="Came in June.")
    entry = the(after(the_companion(), renamed, by_old, by_new), "Tom Orden")
    assert isinstance(entry, Person)
    assert (entry.role, entry.about) == ("soldier", "Came in June.")


def test_a_new_name_is_found_wherever_it_is_free() -> None:
    made = after(the_companion(), correction(Verb.ALIAS, term("sally port"), text="drum"))
    assert named(made, PORT.id) == ["sally port", "drum", "drum", "drum", "sally port"]
    assert len(made.passages(PORT.id)) == 5


def test_a_longer_name_takes_the_place_of_a_shorter_one() -> None:
    made = after(the_companion(), correction(Verb.ALIAS, person("Thomas Orden"), text="Old Verl"))
    assert "Old Verl" in named(made, ORDEN.id)
    assert named(made, VERL.id) == ["Anna Verl", "captain", "Verl", "Anna", "Verl", "captain", "Anna Verl"]


def test_a_name_that_another_entry_bears_takes_nothing() -> None:
    made = after(the_companion(), correction(Verb.ALIAS, term("sally port"), text="Orden"))
    assert made.links.count(ORDEN.id) == 4
    assert Alias("Orden") in the(made, "sally port").aliases


def test_a_name_can_be_ignored_everywhere() -> None:
    made = after(the_companion(), correction(Verb.IGNORE, person("Anna Verl"), text="captain"))
    assert "captain" not in named(made, VERL.id)
    assert Alias("captain", Match.NEVER) in the(made, "Anna Verl").aliases
    assert Alias("captain") not in the(made, "Anna Verl").aliases


def test_a_name_can_be_ignored_at_one_place() -> None:
    companion = the_companion()
    here = quoted(companion.document, "captain", 1)
    made = after(companion, correction(Verb.IGNORE, person("Anna Verl"), text="captain", anchors=(here,)))
    assert named(made, VERL.id).count("captain") == 1
    mended = the(made, "Anna Verl")
    assert [pin.words for pin in mended.not_here] == ["captain"]
    assert replace(mended, not_here=()) == companion.entry(VERL.id)


def test_an_ignored_name_can_be_given_again() -> None:
    never = correction(Verb.IGNORE, person("Anna Verl"), text="captain")
    made = after(the_companion(), never, correction(Verb.ALIAS, person("Anna Verl"), text="captain"))
    assert named(made, VERL.id) == named(the_companion(), VERL.id)


# -- texts and dates


def test_what_the_reader_says_stands_in_the_place_of_what_was_found() -> None:
    place = Span(0, 38)
    claims = (Claim(ClaimKind.ROLE, "captain", place), Claim(ClaimKind.ABOUT, "Held the postern.", place))
    found = replace(VERL, origin=Origin.FOUND, claims=claims, evidence=(place,), confidence=0.2)
    companion = the_companion(replace(ENTRIES, people=(found, ORDEN)))
    entry = the(after(companion, correction(Verb.SAY, person("Anna Verl"), text="My heroine.")), "Anna Verl")
    assert entry.text == "My heroine."
    assert entry.claims == claims[:1]
    assert (entry.before, entry.own, entry.confidence) == (Origin.FOUND, {Part.TEXT}, 1)


def test_only_a_person_has_a_role() -> None:
    result = corrected(the_companion(), (correction(Verb.ROLE, term("postern"), text="x"),), seek)
    assert [left.reason for left in result.left] == ["‘postern’ is not a person and has no role."]


def test_an_event_takes_another_date_and_its_places() -> None:
    companion = the_companion()
    assert "June 1643" in named(companion, COMING.id)
    made = after(companion, correction(Verb.DATE, subject(COMING), text="1643-05"))
    assert named(made, COMING.id) == ["May 1643"]
    assert made.events_of(COMING.id)[0].date.edtf == "1643-05"


def test_a_date_that_is_none_is_left_with_its_reason() -> None:
    result = corrected(the_companion(), (correction(Verb.DATE, subject(COMING), text="soon"),), seek)
    assert result.left[0].reason == "‘soon’ is not a date."
    assert result.companion.events == the_companion().events


def test_a_passage_tells_of_an_entry_without_its_name() -> None:
    companion = the_companion()
    here = quoted(companion.document, "A drum was heard.")
    made = after(companion, correction(Verb.PASSAGE, term("postern"), anchors=(here,)))
    assert Span(here.start, here.end) in made.passages(POSTERN.id).spans
    assert the(made, "postern").quotes == ("A drum was heard.",)


# -- kinds


def test_a_person_becomes_a_term_with_all_that_refers_to_it() -> None:
    made = after(the_companion(), correction(Verb.RETYPE, person("Thomas Orden"), other=term("Thomas Orden")))
    entry, event = the(made, "Thomas Orden"), the(made, "Orden comes")
    assert isinstance(entry, Term)
    assert isinstance(event, Event)
    assert (event.people, event.terms) == ((VERL.id,), (ORDEN.id, POSTERN.id))
    assert made.links.count(ORDEN.id) == 4
    verl = the(made, "Anna Verl")
    assert isinstance(verl, Person)
    assert verl.relations == ()


def test_a_term_becomes_an_event_when_it_has_a_date() -> None:
    wanted = Subject(Kind.EVENT, "sally port", "1640")
    entry = the(
        after(the_companion(), correction(Verb.RETYPE, term("sally port"), other=wanted)), "sally port"
    )
    assert isinstance(entry, Event)
    assert entry.date.edtf == "1640"
    undated = correction(Verb.RETYPE, term("sally port"), other=wanted._replace(date=""))
    assert corrected(the_companion(), (undated,), seek).left[0].reason == "An event needs a date."


# -- merging and parting


def test_merging_unites_names_places_and_ties() -> None:
    companion = the_companion()
    made = after(companion, correction(Verb.MERGE, person("Anna Verl"), other=person("Thomas Orden")))
    entry, event = the(made, "Thomas Orden"), the(made, "Orden comes")
    assert made.entry(VERL.id) is None
    assert isinstance(entry, Person)
    assert isinstance(event, Event)
    assert (entry.role, entry.about) == ("commander", "Held the walls.")
    assert event.people == (ORDEN.id,)
    assert entry.relations == ()
    assert the(made, "postern") == replace(POSTERN, see_also=(ORDEN.id,))
    both = companion.links.count(VERL.id) + companion.links.count(ORDEN.id)
    assert made.links.count(ORDEN.id) == both
    assert {"Anna Verl", "Anna", "Verl", "captain", "Orden"} == {alias.text for alias in entry.aliases}


def test_a_name_that_was_undecided_between_two_is_decided_when_they_are_one() -> None:
    first, second = (
        Person(id="a", name="Mary Vale"),
        Person(id="b", name="Rose Vale", aliases=(Alias("Vale"),)),
    )
    people = (replace(first, aliases=(Alias("Vale"),)), second)
    companion = the_companion(Entries(people=people), "Vale came. Mary Vale and Rose Vale spoke.")
    assert companion.links.ambiguities
    made = after(companion, correction(Verb.MERGE, person("Rose Vale"), other=person("Mary Vale")))
    assert not made.links.ambiguities
    assert named(made, "a") == ["Vale", "Mary Vale", "Rose Vale"]


def test_merging_two_kinds_keeps_that_of_the_second() -> None:
    made = after(the_companion(), correction(Verb.MERGE, person("Thomas Orden"), other=term("postern")))
    entry = the(made, "postern")
    assert isinstance(entry, Term)
    assert entry.definition == "A gate."
    assert made.links.count(POSTERN.id) == 6


def test_chosen_places_become_those_of_a_new_entry() -> None:
    companion = the_companion()
    parted = correction(
        Verb.SPLIT,
        person("Anna Verl"),
        other=person("Jon Verl"),
        anchors=(quoted(companion.document, "Verl", 3), quoted(companion.document, "captain", 1)),
    )
    made = after(companion, parted)
    jon = the(made, "Jon Verl")
    assert named(made, jon.id) == ["Verl", "captain"]
    assert (jon.origin, jon.before) == (Origin.EDITED, Origin.CURATED)
    assert made.links.count(VERL.id) == companion.links.count(VERL.id) - 2


def test_what_was_said_at_the_parted_places_alone_goes_with_them() -> None:
    document = read_text("Verl rode. Verl built ships and died. Verl slept.")
    rode, built, _ = (split(document).at(start) for start in (0, 12, 38))
    claims = (Claim(ClaimKind.ABOUT, "rode", rode), Claim(ClaimKind.ABOUT, "built ships", built))
    verl = Person(id="p", name="Verl", origin=Origin.FOUND, claims=claims, about="rode built ships")
    spans = (Span(0, 4), Span(11, 15), Span(38, 42))
    links = Links(Mention("p", *span) for span in spans)
    companion = Companion(document, Entries(people=(verl,)), links, split(document))
    here = quoted(document, "Verl", 1)
    parted = correction(Verb.SPLIT, person("Verl"), other=person("Old Verl"), anchors=(here,))
    made = after(companion, parted)
    assert the(made, "Verl").text == "rode"
    assert the(made, "Old Verl").text == "built ships"


def test_one_place_is_given_to_another() -> None:
    companion = the_companion()
    here = quoted(companion.document, "captain", 1)
    made = after(companion, correction(Verb.ASSIGN, person("Thomas Orden"), anchors=(here,)))
    assert named(made, ORDEN.id).count("captain") == 1
    assert named(made, VERL.id).count("captain") == 1


def test_from_a_place_on_the_same_words_are_given_to_another() -> None:
    companion = the_companion()
    here = quoted(companion.document, "Orden", 2)
    made = after(companion, correction(Verb.ASSIGN, person("Anna Verl"), anchors=(here,), onward=True))
    assert named(made, ORDEN.id) == ["Thomas Orden", "Orden"]
    assert named(made, VERL.id).count("Orden") == 2


def test_from_a_place_on_free_words_are_given_to_somebody() -> None:
    companion = the_companion()
    here = quoted(companion.document, "drum", 1)
    made = after(companion, correction(Verb.ASSIGN, term("postern"), anchors=(here,), onward=True))
    assert named(made, POSTERN.id) == ["postern", "postern", "drum", "drum"]


def test_what_a_build_joined_is_parted_again_by_its_names() -> None:
    joined = replace(VERL, aliases=(*VERL.aliases, Alias("Jon Verl"), Alias("Jon")))
    companion = the_companion(replace(ENTRIES, people=(joined, ORDEN)))
    assert "Jon Verl" in named(companion, VERL.id)
    made = after(companion, correction(Verb.APART, person("Anna Verl"), other=person("Jon Verl")))
    jon = the(made, "Jon Verl")
    assert named(made, jon.id) == ["Jon Verl"]
    assert "Anna Verl" in named(made, VERL.id)
    assert "Jon Verl" not in {alias.text for alias in the(made, "Anna Verl").aliases}


def test_two_that_stand_apart_are_left_as_they_are() -> None:
    companion = the_companion()
    made = after(companion, correction(Verb.APART, person("Anna Verl"), other=person("Thomas Orden")))
    assert made.entries == companion.entries
    assert list(made.links) == list(companion.links)


# -- coming and going


def test_who_mended_an_entry_last_stands_on_it() -> None:
    say = correction(Verb.SAY, term("postern"), text="A gate.", by="A friend")
    mine = correction(Verb.ALIAS, term("postern"), text="back gate")
    assert the(after(the_companion(), say), "postern").by == "A friend"
    assert the(after(the_companion(), say, mine), "postern").by == ""
    assert the(after(the_companion(), say), "sally port").by == ""


def test_a_removed_entry_leaves_nothing_behind() -> None:
    companion = the_companion()
    made = after(companion, correction(Verb.REMOVE, person("Anna Verl")))
    assert made.entry(VERL.id) is None
    event = the(made, "Orden comes")
    assert isinstance(event, Event)
    assert event.people == (ORDEN.id,)
    assert the(made, "postern") == replace(POSTERN, see_also=())
    assert len(made.links) == len(companion.links) - companion.links.count(VERL.id)


def test_a_new_entry_is_found_by_its_name_all_over_the_text() -> None:
    companion = the_companion()
    here = quoted(companion.document, "drum")
    made = after(companion, correction(Verb.ADD, term("drum"), text="It is beaten.", anchors=(here,)))
    drum = the(made, "drum")
    assert (drum.origin, drum.before, drum.text) == (Origin.EDITED, None, "It is beaten.")
    assert named(made, drum.id) == ["drum", "drum", "drum"]


def test_a_new_entry_takes_the_place_at_which_it_was_made() -> None:
    companion = the_companion()
    here = quoted(companion.document, "captain", 1)
    made = after(companion, correction(Verb.ADD, person("captain"), anchors=(here,)))
    assert named(made, the(made, "captain").id) == ["captain"]


def test_a_new_event_has_its_date_and_its_passage() -> None:
    companion = the_companion()
    here = quoted(companion.document, "Jon Verl, who was nobody's captain, sold the drum.")
    about = Subject(Kind.EVENT, "The drum is sold", "1644")
    made = after(companion, correction(Verb.ADD, about, anchors=(here,)))
    event = the(made, "The drum is sold")
    assert isinstance(event, Event)
    assert event.date.edtf == "1644"
    assert made.passages(event.id).spans == [Span(here.start, here.end)]


def test_what_is_there_already_is_not_added_twice() -> None:
    companion = the_companion()
    made = after(companion, correction(Verb.ADD, term("postern"), text="A small gate."))
    assert len(made.entries) == len(companion.entries)
    assert the(made, "postern").text == "A small gate."


# -- what cannot be done


EVERY = [
    correction(Verb.RENAME, person("Anna Verl"), text="Anna"),
    correction(Verb.ALIAS, person("Anna Verl"), text="Anna"),
    correction(Verb.IGNORE, person("Anna Verl"), text="Anna"),
    correction(Verb.SAY, person("Anna Verl"), text="Anna"),
    correction(Verb.ROLE, person("Anna Verl"), text="Anna"),
    correction(Verb.RETYPE, person("Anna Verl"), other=term("Anna")),
    correction(Verb.MERGE, person("Anna Verl"), other=person("Thomas Orden")),
    correction(Verb.APART, person("Anna Verl"), other=person("Thomas Orden")),
    correction(Verb.SPLIT, person("Anna Verl"), other=person("Jon")),
    correction(Verb.ASSIGN, person("Anna Verl")),
    correction(Verb.REMOVE, person("Anna Verl")),
    correction(Verb.DATE, subject(COMING), text="1643"),
    correction(Verb.PASSAGE, person("Anna Verl")),
]


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.verb)
def test_an_empty_companion_gives_only_reasons(one: Correction) -> None:
    empty = Companion(Document(""))
    result = corrected(empty, (one,), seek)
    assert [left.correction for left in result.left] == [one]
    assert result.left[0].reason.endswith("any more.")
    assert (len(result.companion.entries), len(result.companion.links)) == (0, 0)


def test_a_place_that_is_not_found_is_told_and_the_others_are_done() -> None:
    companion = the_companion()
    lost = replace(
        quoted(companion.document, "Orden", 1), exact="Nobody Ever", prefix="x" * 64, suffix="y" * 64
    )
    here = quoted(companion.document, "Orden", 2)
    result = corrected(companion, (correction(Verb.ASSIGN, person("Anna Verl"), anchors=(lost, here)),), seek)
    assert [left.reason for left in result.left] == ["One of the places is not found in this text."]
    assert named(result.companion, VERL.id).count("Orden") == 1


@pytest.mark.parametrize("words", ["", "  ", "\u0301"])
def test_a_name_of_nothing_is_no_name(words: str) -> None:
    for verb in (Verb.RENAME, Verb.ALIAS):
        assert corrected(the_companion(), (correction(verb, person("Anna Verl"), text=words),), seek).left


# -- another build


def test_an_entry_is_known_by_another_name_that_it_has_now() -> None:
    renamed = replace(ORDEN, name="Sir Thomas Orden", aliases=(Alias("Orden"), Alias("Thomas Orden")))
    companion = the_companion(replace(ENTRIES, people=(VERL, renamed)))
    made = after(companion, correction(Verb.ROLE, person("Thomas Orden"), text="soldier"))
    assert the(made, "Sir Thomas Orden") == made.entry(ORDEN.id)


def test_an_entry_is_known_by_the_places_that_are_written_so() -> None:
    companion = the_companion()
    made = after(companion, correction(Verb.ROLE, person("Thomas Orde"), text="soldier"))
    entry = the(made, "Thomas Orden")
    assert isinstance(entry, Person)
    assert entry.role == "soldier"


def test_an_event_is_known_by_its_date_and_most_of_its_words() -> None:
    companion = the_companion()
    about = Subject(Kind.EVENT, "Orden comes home", "1643-06")
    assert (
        the(after(companion, correction(Verb.SAY, about, text="At last.")), "Orden comes").text == "At last."
    )
    other = correction(Verb.SAY, about._replace(date="1700"), text="No.")
    assert corrected(companion, (other,), seek).left


def test_places_are_found_again_in_another_edition() -> None:
    old = the_companion().document
    given = correction(Verb.ASSIGN, person("Thomas Orden"), anchors=(quoted(old, "captain", 1),))
    told = correction(Verb.PASSAGE, term("postern"), anchors=(quoted(old, "A drum was heard."),))
    text = "A preface by somebody.\n\n" + TEXT.replace("’", "'").replace("Orden slept", "Orden — slept")
    made = after(the_companion(text=text), given, told)
    assert named(made, ORDEN.id).count("captain") == 1
    (place,) = made.told[POSTERN.id]
    assert text[place.start : place.end] == "A drum was heard."


def test_what_a_correction_speaks_of_is_not_doubtful() -> None:
    weak = replace(ORDEN, origin=Origin.FOUND, confidence=0.1)
    found = Found(entries=Entries(people=(weak, replace(VERL, confidence=0.1))))
    ids = doubtful_ones(found, (correction(Verb.ROLE, person("thomas orden"), text="soldier"),))
    assert ids == {ORDEN.id}
    assert [one.confidence for one in beyond_doubt(found, ids).entries] == [0.5, 0.1]
    assert beyond_doubt(found, doubtful_ones(found, ())) is found


# -- as far as was read


def found_companion() -> Companion:
    document = read_text("A stranger came. He slept.\n\nThe stranger, Count Verl, was a spy. Verl left.")
    sentences = split(document)
    came, spy = sentences.at(0), sentences.at(30)
    claims = (Claim(ClaimKind.ABOUT, "came", came), Claim(ClaimKind.ROLE, "spy", spy))
    verl = Person(
        id="p",
        name="Count Verl",
        aliases=(Alias("stranger"),),
        role="spy",
        about="came",
        origin=Origin.FOUND,
        claims=claims,
        evidence=(came, spy),
    )
    text = document.text
    places = [text.index("stranger"), text.index("stranger", 20), text.index("Count Verl")]
    spans = [Span(start, start + length) for start, length in zip(places, (8, 8, 10), strict=True)]
    links = Links(Mention("p", *span) for span in spans)
    return Companion(document, Entries(people=(verl,)), links, sentences)


def test_what_the_reader_says_is_shown_at_once_and_the_rest_when_it_is_read() -> None:
    made = after(found_companion(), correction(Verb.SAY, person("Count Verl"), text="A guest of mine."))
    (seen,) = guarded(made, 27).people
    assert (seen.name, seen.role, seen.about) == ("stranger", "", "A guest of mine.")


def test_a_heading_of_the_readers_own_is_shown_at_once() -> None:
    made = after(found_companion(), correction(Verb.RENAME, person("Count Verl"), text="The guest"))
    (seen,) = guarded(made, 27).people
    assert (seen.name, seen.about, seen.role) == ("The guest", "came", "")


def test_an_entry_of_the_readers_own_that_the_text_never_names_is_always_shown() -> None:
    made = after(found_companion(), correction(Verb.ADD, term("espionage"), text="Spying."))
    assert [one.term for one in guarded(made, 5).terms] == ["espionage"]


def test_an_entry_of_the_readers_own_that_is_named_later_is_not_shown_before() -> None:
    made = after(found_companion(), correction(Verb.ADD, term("spy"), text="Spying."))
    assert guarded(made, 27).terms == ()

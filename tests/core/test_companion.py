"""A companion answers which passages, events and entries belong together."""

from __future__ import annotations

import pytest

from companion.core.companion import Companion, Related
from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document, Span
from companion.core.entries import Entries, Event, Person, Relation, Term
from companion.core.links import Links, Mention
from companion.core.sentences import Sentences

TEXT = (
    "Anna held the gate. Bern slept.\n\n"
    "The gate was old. Anna and Bern met at the gate. In 1643 it fell.\n\n"
    "Bern fled. Nobody spoke. Anna stayed."
)


def places(words: str) -> list[Span]:
    """Where the text has these words."""
    found, start = [], TEXT.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = TEXT.find(words, start + 1)
    return found


def mentions(entry: str, words: str) -> list[Mention]:
    return [Mention(entry, *place) for place in places(words)]


ANNA = Person(id="anna", name="Anna", relations=(Relation("bern", "her brother"),))
BERN = Person(id="bern", name="Bern")
GATE = Term(id="gate", term="gate", see_also=("anna",))
FALL = Event(id="fall", title="The fall", date=parse_date("1643"), people=("anna",))
BIRTH = Event(id="birth", title="Anna is born", date=parse_date("1601"), people=("anna",))
SILENCE = Event(id="silence", title="Silence", date=parse_date("1643"))


@pytest.fixture
def companion() -> Companion:
    blocks = tuple(Block(BlockKind.PARAGRAPH, *places(paragraph)[0]) for paragraph in TEXT.split("\n\n"))
    sentences = [
        place
        for paragraph in TEXT.split("\n\n")
        for part in paragraph.rstrip(".").split(". ")
        for place in places(part + ".")
    ]
    return Companion(
        Document(TEXT, blocks),
        Entries(terms=(GATE,), people=(ANNA, BERN), events=(FALL, BIRTH, SILENCE)),
        Links(
            [
                *mentions("anna", "Anna"),
                *mentions("bern", "Bern"),
                *mentions("gate", "gate"),
                *mentions("fall", "1643"),
            ]
        ),
        Sentences(sentences),
        told={"silence": (places("Nobody")[0],)},
    )


def words(companion: Companion, *entries: str) -> list[str]:
    return [TEXT[passage.start : passage.end] for passage in companion.passages(*entries)]


def test_a_passage_is_the_sentence_round_a_mention(companion: Companion) -> None:
    assert words(companion, "anna") == [
        "Anna held the gate.",
        "Anna and Bern met at the gate.",
        "Anna stayed.",
    ]
    assert words(companion, "silence") == ["Nobody spoke."]


def test_a_passage_knows_the_names_in_it(companion: Companion) -> None:
    told, named = companion.passages("silence")[0], companion.passages("anna")[0]

    assert told.names == ()
    assert [TEXT[name.start : name.end] for name in named.names] == ["Anna"]


def test_passages_of_two_are_sentences_or_blocks_that_name_both(companion: Companion) -> None:
    assert words(companion, "anna", "bern") == [
        "Anna held the gate. Bern slept.",
        "Anna and Bern met at the gate.",
        "Bern fled. Nobody spoke. Anna stayed.",
    ]
    assert words(companion, "anna", "fall") == [TEXT.split("\n\n")[1]]
    assert words(companion, "anna", "nobody") == []


def test_a_mention_across_two_sentences_gets_both() -> None:
    document = Document("He saw St. Peter. Then he left.", (Block(BlockKind.PARAGRAPH, 0, 31),))
    links = Links([Mention("peter", 7, 16)])
    companion = Companion(document, links=links, sentences=Sentences([(0, 10), (11, 17), (18, 31)]))

    assert companion.passages("peter").spans == [Span(0, 17)]


def test_passages_without_sentences_or_blocks_are_the_names_themselves() -> None:
    companion = Companion(Document("Anna and Bern"), links=Links([Mention("a", 0, 4), Mention("b", 9, 13)]))

    assert companion.passages("a").spans == [Span(0, 4)]
    assert companion.passages("a", "b").spans == []
    assert len(companion.passages()) == 0


def test_events_are_in_the_order_of_the_story(companion: Companion) -> None:
    assert [event.id for event in companion.events] == ["birth", "fall", "silence"]
    assert companion.events is companion.events


def test_events_involve_who_is_listed_and_who_is_named_beside_them(companion: Companion) -> None:
    assert [event.id for event in companion.events_of("anna")] == ["birth", "fall"]
    assert [event.id for event in companion.events_of("fall")] == ["fall"]
    assert companion.events_of("nobody") == ()


def test_related_entries_are_the_declared_ones_and_those_named_together(companion: Companion) -> None:
    assert companion.related("anna") == (Related("bern", "her brother", 1), Related("gate", "", 2))
    assert companion.related("bern") == (Related("anna", "", 1),)
    assert companion.related("nobody") == ()


def test_the_first_place_is_that_of_the_first_passage(companion: Companion) -> None:
    assert companion.first_place("fall") == TEXT.index("In 1643")
    assert companion.first_place("birth") is None

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_story import marked

from companion.core.document import Block, BlockKind, Document, Section, Span
from companion.core.entries import DOUBTFUL, Origin
from companion.core.found import Time
from companion.extraction.people.pronouns import find_told
from companion.extraction.source import source_of
from companion.extraction.timeline.events import FoundEvent, find_events


def events(text: str, *, language: str = "en", **genders: str) -> list[FoundEvent]:
    source, times, people = marked(text, language=language, **genders)
    return find_events(source, times, people, [], find_told(source, people))


def told(text: str, **genders: str) -> list[tuple[str, str]]:
    return [(found.event.date.edtf, found.event.title) for found in events(text, **genders)]


@pytest.mark.parametrize(
    ("text", "date", "title"),
    [
        (
            "In [July 1942|1942-07], in what was essentially the first of major resistance offensives in "
            "Albania, all "
            "telephone communications were cut throughout Albania.",
            "1942-07",
            "All telephone communications were cut throughout Albania",
        ),
        (
            "Small groups could do great damage to morale and in [November 1942|1942-11], the Italians "
            "had to send "
            "five divisions to protect those Axis personnel who were already stationed there – if only to "
            "help.",
            "1942-11",
            "The Italians had to send five divisions to protect those Axis personnel",
        ),
        (
            "Reform-minded men and women had been calling for changes to the church [in the 1580s|158X].",
            "158X",
            "Reform-minded men and women had been calling for changes to the church",
        ),
        (
            "This sense of shared identity and heritage laid the groundwork for it [in 1848|1848].",
            "1848",
            "This sense of shared identity and heritage laid the groundwork for it",
        ),
        (
            "By [November 1944|1944-11], when the Germans started to withdraw, his force controlled all "
            "of Albania.",
            "1944-11",
            "His force controlled all of Albania",
        ),
        (
            "[From 24 to 28 May 1944|1944-05-24/1944-05-28] a congress sat at Përmet.",
            "1944-05-24/1944-05-28",
            "A congress sat at Përmet",
        ),
        (
            "On [17 December 1981|1981-12-17] Mehmet Shehu, prime minister for twenty-seven years and an "
            "old soldier "
            "of the war, was found shot in his bedroom.",
            "1981-12-17",
            "Mehmet Shehu was found shot in his bedroom",
        ),
        (
            "His deputy, Arthur Nicholls, had himself dragged over the snow, and died on [11 February "
            "1944|1944-02-11].",
            "1944-02-11",
            "His deputy, Arthur Nicholls, died",
        ),
        (
            "Edmund Davies was shot and captured in a sheepfold on [8 January 1944|1944-01-08].",
            "1944-01-08",
            "Edmund Davies was shot and captured in a sheepfold",
        ),
        (
            "The Russians were reluctant to leave, especially after the death of Admiral Makarov on "
            "[13 April 1904|1904-04-13].",
            "1904-04-13",
            "The death of Admiral Makarov",
        ),
        (
            "On [22 July 2003|2003-07-22] a raid by the 101st Airborne Division and soldiers of a task force "
            "killed Hussein’s sons.",
            "2003-07-22",
            "A raid killed Hussein’s sons",
        ),
        ("Athens hosted the [2004|2004] Summer Games.", "2004", "Athens hosted the 2004 Summer Games"),
        ("[1944|1944]: Allied landings in Normandy.", "1944", "Allied landings in Normandy"),
        ("The start of [1914|1914] saw a strike.", "1914", "The start of 1914 saw a strike"),
    ],
)
def test_an_event_is_named_by_who_did_what(text: str, date: str, title: str) -> None:
    assert told(text) == [(date, title)]


def test_each_clause_with_a_date_of_its_own_is_an_event() -> None:
    assert told(
        "He broke with Tito in [1948|1948], the year that Stalin did; with Nikita Khrushchev in "
        "[1961|1961], because he "
        "had condemned the dead; and with China in [1978|1978]."
    ) == [
        ("1948", "He broke with Tito"),
        ("1961", "He broke with Nikita Khrushchev"),
        ("1978", "He broke with China"),
    ]
    assert told(
        "In [1066|1066] William conquered England, in [1067|1067] the Tower was begun, and the king died "
        "in [1087|1087]."
    ) == [("1066", "William conquered England"), ("1067", "The Tower was begun"), ("1087", "The king died")]


def test_two_ends_of_a_range_are_one_date() -> None:
    assert told("Between [3 May 1940|1940-05-03] and [10 June 1940|1940-06-10] the town was held.") == [
        ("1940-05-03/1940-06-10", "The town was held")
    ]


def test_the_person_whom_a_pronoun_means_is_named() -> None:
    text = (
        "{Enver Hoxha|hoxha} took control of the country. He ran Albania and remained its head until "
        "[1985|1985] when he died of diabetes."
    )
    (found,) = events(text, hoxha="m")
    assert found.event.title == "Enver Hoxha died of diabetes"
    assert found.event.people == ("hoxha",)


def test_a_pronoun_that_may_mean_two_people_stays() -> None:
    text = "{Anna|anna} met {Jane|jane} on the ice. In [1907|1907] she left the country."
    assert told(text, anna="f", jane="f") == [("1907", "She left the country")]


@pytest.mark.parametrize(
    "text",
    [
        "This was shown by later work (Smith [1998|1998]).",
        "As Miller ([1999|1999], p. 45) argued, it was wrong.",
        "Copyright © [1998|1998] by Jane Smith. All rights reserved.",
        "First published in [1998|1998] by Faber.",
        "The ISBN 978-0-14-103614-4 was given in [2008|2008].",
        "The [1815|1815] edition was full of errors.",
        "He read “[1984|1984]” twice that week.",
        "Orwell’s [1984|1984] sold well.",
        "Orwell wrote [1984|1984] on the island of Jura.",
        "The bands of [1942|1942] were now an army.",
        "{Enver Hoxha|hoxha} ([1908|1908]–[1985|1985]) was a leader.",
        "More people lived there than in [1990|1990].",
        "He lived for [two years|P2Y] in Rome.",
        "# The war of [1914|1914]",
        "London, [3 July 1844|1844-07-03]",
        "Nothing is dated here.",
        "In [the summer|1942-22] heat is the norm.",
    ],
)
def test_a_date_that_does_not_say_when_something_happened_makes_no_event(text: str) -> None:
    assert told(text) == []


def test_a_licence_and_lists_of_works_make_no_events() -> None:
    text = (
        "*** START OF THE PROJECT GUTENBERG EBOOK ***\n\nThe king left in 1901.\n\nReferences\n\nHe wrote "
        "it in 1902.\n\n"
        "*** END OF THE PROJECT GUTENBERG EBOOK ***\n\nIt was made in 1903."
    )
    start, end = text.index("References"), text.index("*** END")
    document = Document(
        text,
        tuple(Block(BlockKind.PARAGRAPH, *found.span()) for found in re.finditer(r"[^\n]+", text)),
        (Section("References", 1, start, end),),
        language="en",
    )
    times = [Time(text.index(year), text.index(year) + 4, year) for year in ("1901", "1902", "1903")]
    found = find_events(source_of(document), times, [], [])
    assert [event.event.date.edtf for event in found] == ["1901"]


def test_events_are_sorted_by_their_date_and_carry_their_sentence() -> None:
    text = "The war ended in [1918|1918]. It had begun in [1914|1914]."
    last, first = marked(text).times
    found = events(text)
    assert [one.event.date.edtf for one in found] == ["1914", "1918"]
    assert [one.mentions for one in found] == [(Span(*first[:2]),), (Span(*last[:2]),)]
    assert [one.event.about for one in found] == ["It had begun in 1914.", "The war ended in 1918."]
    assert all(one.event.origin is Origin.FOUND and one.event.evidence for one in found)


def test_tellings_of_one_event_are_joined_under_the_most_exact_date() -> None:
    text = (
        "The Germans left the town of Shkodër in [1944|1944].\nA new year came in [1945|1945].\n"
        "The last Germans left the town of Shkodër on [29 November 1944|1944-11-29]."
    )
    found = events(text)
    assert [(one.event.date.edtf, len(one.mentions)) for one in found] == [("1944-11-29", 2), ("1945", 1)]
    assert len(found[0].event.evidence) == 2


def test_two_events_of_one_year_stay_apart() -> None:
    text = "The bridge was built in [1944|1944].\nThe church was burned in [1944|1944]."
    assert len(events(text)) == 2


def test_what_is_dated_by_an_event_lies_between_the_dates_told_before_and_after_it() -> None:
    text = (
        "In [July 1943|1943-07] they became one army.\nBy the time the Italians came to surrender, near "
        "enough the whole "
        "country was free. The Germans had occupied it on Italy’s surrender.\n"
        "In [the winter of 1943-1944|1943-24] the Germans launched a major operation."
    )
    found = events(text)
    assert [(one.event.date.edtf, one.event.title) for one in found] == [
        ("1943-07", "They became one army"),
        ("[1943-07..1943-24]", "The Italians came to surrender"),
        ("1943-24", "The Germans launched a major operation"),
    ]
    assert len(found[1].mentions) == 2
    assert found[1].event.confidence >= DOUBTFUL


def test_what_is_named_with_its_own_year_is_not_dated_by_its_neighbours() -> None:
    text = (
        "In [May 1951|1951-05] the front stood still.\nAll was quiet until the armistice of 1953.\n"
        "In [July 1951|1951-07] the talks began."
    )
    assert [date for date, _ in told(text)] == ["1951-05", "1951-07"]


def test_nothing_is_dated_by_dates_that_are_far_or_out_of_order() -> None:
    text = (
        "In [1950|1950] the road was made.\nOn Italy’s surrender all was quiet.\nIn [{0}] the road "
        "was mended."
    )
    assert len(events(text.format("1900|1900"))) == 2
    assert len(events(text.format("1990|1990"))) == 2


def test_what_may_happen_is_less_sure_than_what_did() -> None:
    did, may = events(
        "The king left on [3 May 1830|1830-05-03].\nThe king would leave on [4 May 1831|1831-05-04]."
    )
    assert may.event.confidence < did.event.confidence


def test_a_language_of_which_only_dates_are_known_gives_its_sentences() -> None:
    text = (
        "Im [Juli 1942|1942-07] wurden in ganz Albanien die Telefonleitungen gekappt, und niemand "
        "wusste von wem."
    )
    (found,) = events(text, language="de")
    assert found.event.title == (
        "Im Juli 1942 wurden in ganz Albanien die Telefonleitungen gekappt, und niemand wusste von wem"
    )


def test_a_date_is_no_end_of_a_sentence() -> None:
    (found,) = events(
        "Am [7. April 1939|1939-04-07] landeten italienische Soldaten an der Küste.", language="de"
    )
    assert found.event.title == "Am 7. April 1939 landeten italienische Soldaten an der Küste"


def test_ids_are_unique() -> None:
    text = "The king fled in [1830|1830].\nThe king fled in [1848|1848]."
    assert len({found.event.id for found in events(text)}) == 2


_SMALL_WORDS = "He She was the who died and said in on until when war surrender , . ; ( ) “ ” –"
_WORDS = st.sampled_from(
    [*_SMALL_WORDS.split(), "[1942|1942]", "[May 1943|1943-05]", "{Anna|anna}", "{Paul|paul}", "\n"]
)


@given(st.lists(_WORDS, max_size=60).map(" ".join))
def test_any_text_gives_events_that_hold_their_dates(text: str) -> None:
    source, times, people = marked(text, anna="f", paul="m")
    for event, mentions in find_events(source, times, people, [], find_told(source, people)):
        assert 0 < len(event.title) <= 120
        assert 0 < event.confidence <= 1
        assert {claim.evidence for claim in event.claims} == set(event.evidence)
        for mention in mentions:
            assert any(span.contains(mention) for span in event.evidence)
        assert set(event.people) <= {person.id for person in people}


def test_a_sentence_without_end_is_soon_done() -> None:
    source, times, people = marked("In [1942|1942] {Ann|ann} went home, " * 4000, ann="f")
    assert find_events(source, times, people, [])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("All [that day|1850-05-03] the hounds remained at home.", "The hounds remained at home"),
        (
            "The feast, the chief part of which was the reading of a letter, was held in [1850|1850].",
            "The feast was held",
        ),
        (
            "He was joined in [May 1850|1850-05] by Verl, Aldous and other men who had fled from the town.",
            "He was joined by Verl, Aldous and other men",
        ),
        (
            "At the inn on [3 May 1850|1850-05-03], the eve of the fair, the miller arrived.",
            "The miller arrived",
        ),
        (
            "He considered himself entitled to spend [the eve of that day|1850-05-03] at the mill.",
            "He considered himself entitled to spend the eve of that day at the mill",
        ),
        (
            "[That morning|1850-05-03]’s attack had been made in haste.",
            "That morning’s attack had been made in haste",
        ),
    ],
)
def test_a_title_leaves_out_only_what_leaves_it_whole(text: str, title: str) -> None:
    assert [found.event.title for found in events(text)] == [title]

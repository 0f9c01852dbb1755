from __future__ import annotations

import json

import aldmere
import pytest

from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Document
from companion.core.entries import Entries, Event
from companion.core.links import Links, Mention
from companion.core.sentences import Sentences
from companion.output.inspect import inspection, is_acronym


def _found() -> dict[str, object]:
    """As a script gets it: through JSON and back."""
    return json.loads(json.dumps(inspection(aldmere.companion(), "siege.txt"), ensure_ascii=False))


def test_the_object_has_the_keys_of_the_design() -> None:
    found = _found()
    assert list(found) == ["id", "document", "people", "terms", "events", "times", "abbreviations"]
    assert set(found["document"]) == {"title", "author", "language", "format", "text", "sections", "warnings"}
    assert set(found["people"][0]) == {
        "id", "name", "aliases", "about", "origin", "confidence", "evidence", "mentions",
    }  # fmt: skip
    assert set(found["terms"][0]) == {
        "id", "term", "aliases", "definition", "origin", "score", "evidence", "mentions",
    }  # fmt: skip
    assert set(found["events"][0]) == {
        "id", "date", "title", "about", "people", "terms", "origin", "evidence",
    }  # fmt: skip
    assert set(found["times"][0]) == {"start", "end", "value"}
    assert found["id"] == "siege.txt"


def test_offsets_are_code_points_into_the_text() -> None:
    found = _found()
    text = found["document"]["text"]
    (verl,) = [person for person in found["people"] if person["id"] == "verl"]
    assert [text[start:end] for start, end in verl["mentions"]] == ["Captain Verl", "Anna Verl"]
    port = found["terms"][0]
    assert [text[start:end] for start, end in port["mentions"]] == ["sally port", "sally port"]
    assert text.index("🏰") < port["mentions"][0][0]


def test_the_companion_names_the_text_and_both_may_warn() -> None:
    document = _found()["document"]
    assert (document["title"], document["author"], document["language"]) == (
        "The siege of Aldmere", "A. Teacher", "en",
    )  # fmt: skip
    assert document["sections"] == [{"title": "The siege", "level": 1, "start": 0, "end": len(aldmere.TEXT)}]
    assert document["warnings"] == ["Something was mended.", "A quote is missing."]


def test_events_tell_their_sentences() -> None:
    found = _found()
    text = found["document"]["text"]
    told = {event["id"]: [text[start:end] for start, end in event["evidence"]] for event in found["events"]}
    assert told["winter"] == ["All winter the wall stood."]
    assert told["first"] == ["In July 1643 Captain Verl 🏰 barred the sally port."]
    assert [event["date"] for event in found["events"]] == ["1644", "1643-07", "1643-24"]


def test_times_are_the_dates_in_the_text() -> None:
    found = _found()
    text = found["document"]["text"]
    assert [(text[time["start"] : time["end"]], time["value"]) for time in found["times"]] == [
        ("July 1643", "1643-07"),
        ("1644", "1644"),
    ]


def test_the_name_of_an_event_is_no_time() -> None:
    text = "The Siege, that July"
    entries = Entries(events=(Event(id="siege", title="the siege", date=parse_date("1643-07")),))
    links = Links([Mention("siege", 0, 9), Mention("siege", 11, 20)])
    companion = Companion(Document(text), entries, links, Sentences([(0, len(text))]))
    assert inspection(companion, "x")["times"] == [{"start": 11, "end": 20, "value": "1643-07"}]


def test_what_must_never_match_is_no_alias() -> None:
    assert _found()["terms"][1]["aliases"] == ["SOE"]


def test_initials_are_told() -> None:
    assert _found()["abbreviations"] == [["SOE", "the Special Operations Executive"]]


@pytest.mark.parametrize(
    ("short", "long", "plainly"),
    [
        ("SOE", "Special Operations Executive", True),
        ("S.O.E.", "Special Operations Executive", True),
        ("USA", "United States of America", True),
        ("DoD", "Department of Defence", False),
        ("OSS", "Office of Strategic Services", True),
        ("ÉN", "École Normale", True),
        ("SOE", "Special Operations", False),
        ("Soe", "Special Operations Executive", False),
        ("A", "Albania", False),
        ("IT", "Italy", False),
    ],
)
def test_an_acronym_is_made_of_initials(short: str, long: str, plainly: bool) -> None:
    assert is_acronym(short, long) is plainly


def test_a_text_without_entries_is_inspected_too() -> None:
    found = inspection(Companion(Document("Words.")), "x")
    assert (found["people"], found["terms"], found["events"], found["times"]) == ([], [], [], [])

"""A companion file becomes entries; every error in it is told at once, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.core.entries import Alias, Entries, Event, Match, Origin, Person, Relation, Term
from companion.store.companion_file import (
    CompanionFileError,
    companion_path,
    parse_companion,
    read_companion,
)

WHOLE = """\
title: The siege of Aldmere          # an invented example
author: A. Teacher
language: en
notes: |
  First line.
  Second line.
terms:
  - term: sally port
    aliases: [postern, {text: Gate, case: any}, {text: port wine, link: never}]
    definition: >
      A small hidden gate
      from which defenders could rush out.
    see also: [garrison, Captain Verl, the walls hold]
  - term: garrison
    passages: "Two hundred men, and  their horses"
people:
  - name: Anna Verl
    aliases:
      - Captain Verl
      - text: Verl
        case: exact
    role: commander of the garrison
    dates: 1601–1650
    about: Held the walls through the winter.
    relations: {Bo Verl: her brother}
  - name: Bo Verl
events:
  - date: 1643-24                    # the winter of 1643-1644
    title: The walls hold
    aliases: the long winter
    about: Nobody came in.
    people: [Captain Verl]
    terms: sally port
    passages: ["All winter the wall stood"]
  - date: 1644
    title: The walls fall
"""


def problems_of(text: str) -> list[str]:
    """The problems of a text as ``line:column sentence``."""
    with pytest.raises(CompanionFileError) as caught:
        parse_companion(text, "x.yaml")
    return [f"{line}:{column} {sentence}" for line, column, sentence in caught.value.problems]


def test_a_whole_file_becomes_entries() -> None:
    entries = parse_companion(WHOLE, "aldmere.companion.yaml")
    assert (entries.title, entries.author, entries.language) == ("The siege of Aldmere", "A. Teacher", "en")
    assert entries.notes == "First line.\nSecond line."
    assert entries.terms == (
        Term(
            id="term:sally-port",
            term="sally port",
            aliases=(Alias("postern"), Alias("Gate", Match.ANY), Alias("port wine", Match.NEVER)),
            definition="A small hidden gate from which defenders could rush out.",
            see_also=("term:garrison", "person:anna-verl", "event:the-walls-hold"),
        ),
        Term(id="term:garrison", term="garrison", quotes=("Two hundred men, and their horses",)),
    )
    anna, bo = entries.people
    assert anna.aliases == (Alias("Captain Verl"), Alias("Verl", Match.EXACT))
    assert (anna.role, anna.about) == ("commander of the garrison", "Held the walls through the winter.")
    assert anna.dates is not None
    assert anna.dates.edtf == "1601/1650"
    assert anna.relations == (Relation("person:bo-verl", "her brother"),)
    assert bo == Person(id="person:bo-verl", name="Bo Verl")
    hold, fall = entries.events
    assert isinstance(hold, Event)
    assert (hold.date.edtf, fall.date.edtf) == ("1643-24", "1644")
    assert (hold.people, hold.terms) == (("person:anna-verl",), ("term:sally-port",))
    assert (hold.aliases, hold.quotes) == ((Alias("the long winter"),), ("All winter the wall stood",))
    assert {entry.origin for entry in entries} == {Origin.CURATED}


def test_every_error_is_told_at_once_and_the_rest_is_kept() -> None:
    text = """\
titel: Aldmere
language: English
terms:
  - nmae: ridge
    defintion: A long hill
  - term: sally port
    aliases: [postern, postern, {text: Gate, case: exakt}]
    definition: [a, b]
    see also: [Anna Verk, sally port, ridge]
people:
  - name: Anna Verl
    dates: 1643-02-30
    nickname: Annie
    relations: {Nobody: her brother}
  - name: Anna Verl
  - role: captain
events:
  - title: The walls hold
  - date: someday
    title: ""
"""
    assert problems_of(text) == [
        "1:1 Unknown key ‘titel’ in the file. Did you mean ‘title’?",
        "2:11 ‘language’ takes a code like en, de or fr, not ‘English’.",
        "4:5 Unknown key ‘nmae’ in a term. Did you mean ‘term’?",
        "5:5 Unknown key ‘defintion’ in a term. Did you mean ‘definition’?",
        "7:24 The alias ‘postern’ is given twice.",
        "7:52 ‘case’ is exact or any, not ‘exakt’.",
        "8:17 ‘definition’ takes words, not a list.",
        "9:16 There is no entry called ‘Anna Verk’ in this file. Did you mean ‘Anna Verl’?",
        "9:27 ‘sally port’ refers to itself here.",
        "12:12 ‘1643-02-30’ is no date: February 1643 has 28 days.",
        "13:5 Unknown key ‘nickname’ in a person. Did you mean ‘aliases’?",
        "14:17 There is no person called ‘Nobody’ in this file.",
        "15:11 ‘Anna Verl’ is there twice; it stands in line 11 already.",
        "16:5 Here ‘name:’ is missing; a person needs it.",
        "18:5 Here ‘date:’ is missing; an event needs it.",
        "19:11 ‘someday’ cannot be read as a date; write it like 1943-09-03, July 1942, summer 1942, "
        "about 1860, 1560/1570 or 44 BC.",
        "20:5 The ‘title’ of an event is empty.",
    ]
    with pytest.raises(CompanionFileError) as caught:
        parse_companion(text, "folder/x.yaml")
    error = caught.value
    assert str(error) == f"x.yaml, line 1: {error.problems[0].sentence} (and 16 more)"
    assert error.path == Path("folder/x.yaml")
    assert [entry.heading for entry in error.entries] == ["ridge", "sally port", "Anna Verl"]


ONE_ERROR = {
    "terms:\n  term: a\n": "2:3 ‘terms’ takes a list; begin each of its entries with a dash: ‘- term: …’.",
    "events: soon\n": "1:9 ‘events’ takes a list; begin each of its entries with a dash: ‘- date: …’.",
    "terms: [ridge]\n": "1:9 A key is missing here; a term is written with keys: ‘- term: ridge’.",
    "people:\n  - []\n": "2:5 A key is missing here; a person is written with keys: ‘- name: …’.",
    "title: [a]\n": "1:8 ‘title’ takes words, not a list.",
    "notes: {a: b}\n": "1:8 ‘notes’ takes words, not keys of its own; "
        "put a text with a colon in it in quotes.",
    "people:\n- name: A\n  aliases: B, C\n": "3:12 Put several aliases in brackets: [B, C].",
    "people:\n- name: A\n  aliases: [[B]]\n": "3:13 ‘aliases’ takes a list of names, not a list.",
    "people:\n- name: A\n  aliases: [{case: any}]\n": "3:13 Here ‘text:’ is missing; an alias needs it.",
    "people:\n- name: A\n  aliases: [{text: b, link: no}]\n": "3:29 ‘link’ can only be never, not ‘no’.",
    "people:\n- name: A\n  aliases: [{text: b, link: never, case: any}]\n":
        "3:29 An alias has ‘case’ or ‘link’, not both.",
    "people:\n- name: A\n  relations: his wife\n":
        "3:14 ‘relations’ takes names with what each one is: ‘Anna Verl: his wife’.",
    "people:\n- {name: A, aliases: [V]}\n- {name: B, aliases: [V]}\nterms:\n- term: c\n  see also: V\n":
        "6:13 ‘V’ may be A or B; write the one that you mean.",
    "terms:\n- term: a\n  see_also: [a]\n- term: b\n":
        "3:3 Unknown key ‘see_also’ in a term. Did you mean ‘see also’?",
    "people:\n- name: A\n  text: b\n": "3:3 Unknown key ‘text’ in a person. Did you mean ‘about’?",
    "terms:\n- term: a\n  text: b\n": "3:3 Unknown key ‘text’ in a term. Did you mean ‘definition’?",
    "people:\n- name: A\n  xyzzy: b\n": "3:3 Unknown key ‘xyzzy’ in a person. It has these keys: "
        "name, aliases, role, dates, about, relations, passages, here, not here.",
    "terms:\n- term: a\n  here: b\n": "3:9 ‘here’ takes words with the passage in which they stand: "
        "‘{text: Verl, in: when Verl spoke}’.",
    "terms:\n- term: a\n  not here: [{text: b, in: c d}]\n":
        "3:28 ‘in’ quotes the passage in which ‘b’ stands.",
    "terms:\n- term: a\n  here: [{in: c d}]\n": "3:10 Here ‘text:’ is missing; a single place needs it.",
    "timeline: []\n": "1:1 Unknown key ‘timeline’ in the file. Did you mean ‘events’?",
    "people:\n- name: A\n- term: B\n": "3:3 Unknown key ‘term’ in a person. Did you mean ‘name’?",
    "terms:\n- term: " + "x" * 600: "2:9 A name may have 500 characters; this one has 600.",
    "- term: a\n": "1:1 A companion file begins with keys such as ‘title:’ or ‘terms:’; this is a list.",
    "Once upon a time\n":
        "1:1 A companion file begins with keys such as ‘title:’ or ‘terms:’; this is plain text.",
    "# nothing\n": "1:1 The file is empty; a companion file has keys such as "
        "‘title:’, ‘terms:’, ‘people:’, ‘events:’.",
}  # fmt: skip


@pytest.mark.parametrize(("text", "problem"), ONE_ERROR.items())
def test_an_error_is_told_where_it_stands(text: str, problem: str) -> None:
    told = [told for told in problems_of(text) if "refers to itself" not in told]
    assert told == [problem]


def test_scalars_are_text_as_written() -> None:
    entries = parse_companion(
        "title: NO\nterms:\n- {term: 1e3, definition: 012}\n- {term: 12:30:45}\n- {term: ~}\n"
        "- {term: 2001-01-01, definition: .inf}\n- {term: yes}\n- term: null\n",
        "x",
    )
    assert entries.title == "NO"
    assert [term.term for term in entries.terms] == ["1e3", "12:30:45", "~", "2001-01-01", "yes", "null"]
    assert [term.definition for term in entries.terms][:4] == ["012", "", "", ".inf"]


def test_keys_without_a_value_are_as_good_as_missing() -> None:
    assert parse_companion("title:\nterms:\npeople: []\nevents:\nnotes:\n", "x") == Entries()
    assert parse_companion("terms:\n- term: a\n  aliases:\n  definition:\n  see also: []\n", "x").terms == (
        Term(id="term:a", term="a"),
    )


def test_names_lose_what_is_not_seen() -> None:
    text = 'people:\n- name: "Anna\\u202Egnp\\u200b  Verl\\0"\n- name: "می\u200cروم"\n'
    assert [person.name for person in parse_companion(text, "x").people] == ["Annagnp Verl", "می\u200cروم"]
    assert problems_of('terms:\n- term: "\\u200b"\n') == ["2:3 The ‘term’ of a term is empty."]


def test_markup_stays_text() -> None:
    entries = parse_companion("terms:\n- term: <b>\n  definition: '<img src=x> ![i](y)'\n", "x")
    assert (entries.terms[0].term, entries.terms[0].definition) == ("<b>", "<img src=x> ![i](y)")


def test_a_term_and_a_person_may_share_a_name() -> None:
    text = "terms: [{term: Rose, see also: [Lily]}, {term: rose}]\npeople: [{name: Rose}, {name: Lily}]\n"
    entries = parse_companion(text, "x")
    assert [entry.id for entry in entries] == ["term:rose", "term:rose-2", "person:rose", "person:lily"]


def test_an_event_may_come_again_on_another_day() -> None:
    twice = "events:\n- {date: 1942, title: Raid}\n- {date: 1943, title: Raid}\n"
    assert [event.id for event in parse_companion(twice, "x").events] == ["event:raid", "event:raid-2"]
    assert problems_of(twice.replace("1943", "1942")) == [
        "3:23 ‘Raid’ is there twice; it stands in line 2 already."
    ]


def test_ids_keep_the_letters_of_every_script() -> None:
    names = ["Enver Hoxha", "Жуков, Георгий", "毛泽东", "हिन्दी", "!?", "Ça-Va"]
    text = "people:\n" + "".join(f'- name: "{name}"\n' for name in names)
    assert [person.id for person in parse_companion(text, "x").people] == [
        "person:enver-hoxha", "person:жуков-георгий", "person:毛泽东", "person:हिन्दी", "person:21-3f",
        "person:ça-va",
    ]  # fmt: skip


def test_a_reference_minds_neither_capitals_nor_apostrophes() -> None:
    text = "terms:\n- term: worker’s party\n- term: b\n  see also: [Worker's  Party]\n"
    assert parse_companion(text, "x").terms[1].see_also == ("term:worker-s-party",)


def test_a_heading_is_meant_before_an_alias() -> None:
    text = "people: [{name: A, aliases: [B]}, {name: B}]\nterms: [{term: c, see also: [B]}]\n"
    assert parse_companion(text, "x").terms[0].see_also == ("person:b",)


def test_a_never_alias_is_no_name() -> None:
    text = "people: [{name: A, aliases: [{text: B, link: never}]}]\nterms: [{term: c, see also: [B]}]\n"
    assert problems_of(text) == ["2:30 There is no entry called ‘B’ in this file."]


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "x.companion.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert read_companion(path) == parse_companion(WHOLE, "x")


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        CompanionFileError,
        match=r"gone.yaml, line 1: The file cannot be opened: the file or its folder is not there",
    ):
        read_companion(tmp_path / "gone.yaml")
    with pytest.raises(CompanionFileError, match="cannot be opened"):
        read_companion(tmp_path)


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(30_000_000)
    with pytest.raises(CompanionFileError, match="far too large"):
        read_companion(path)


@pytest.mark.parametrize(
    ("text_name", "companion_name"),
    [("x.epub", "x.companion.yaml"), ("x.epub", "x.companion.yml"), ("x.epub", "x.epub.companion.yaml"),
     ("Mr. Smith", "Mr. Smith.companion.yaml"), ("x", "x.companion.yaml")],
)  # fmt: skip
def test_the_companion_of_a_text_lies_beside_it(tmp_path: Path, text_name: str, companion_name: str) -> None:
    text = tmp_path / text_name
    assert companion_path(text) is None
    (tmp_path / companion_name).touch()
    assert companion_path(text) == tmp_path / companion_name


def test_a_text_with_a_long_name_has_no_companion(tmp_path: Path) -> None:
    assert companion_path(tmp_path / ("x" * 250 + ".txt")) is None

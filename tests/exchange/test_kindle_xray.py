"""The X-Ray of a Kindle is read as data; whatever else a database could do is refused."""

# ruff: noqa: E501  (lines as other programs write them)

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress

import pytest

from companion.exchange.arrived import ForeignError
from companion.exchange.arriving import arrived

SCHEMA = """
CREATE TABLE entity(id INTEGER, label TEXT, loc_label TEXT, type INTEGER, count INTEGER, has_info_card TINYINT);
CREATE TABLE entity_description(text TEXT, source_wildcard TEXT, source INTEGER, entity INTEGER);
"""
ROWS = """
INSERT INTO entity VALUES (0, NULL, NULL, NULL, NULL, 0), (1, 'Anna Verl', NULL, 1, 5, 1),
  (2, 'sally port', NULL, 2, 9, 1), (3, '  ', NULL, 2, 1, 1), (4, 'Nobody', NULL, 1, 0, 1);
INSERT INTO entity_description VALUES ('Held the walls.', 'Anna', 2, 1), ('A small gate.', '', 2, 2),
  ('Said twice.', '', 2, 1);
"""


def database(script: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(script)
        return made.serialize()


def test_people_and_terms_are_taken_with_what_is_said_of_them() -> None:
    told = arrived(database(SCHEMA + ROWS))
    assert told.form == "kindle-xray"
    assert [(one.name, one.about) for one in told.entries.people] == [
        ("Anna Verl", "Held the walls."),
        ("Nobody", ""),
    ]
    assert [(one.term, one.definition) for one in told.entries.terms] == [("sally port", "A small gate.")]


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE other(x)",
        "CREATE TABLE entity(id, label, type, count)",
        SCHEMA.replace("CREATE TABLE entity(", "CREATE TABLE hidden(")
        + "CREATE VIEW entity AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) "
        "SELECT x AS id, 'a' AS label, 1 AS type, 1 AS count FROM n;",
        SCHEMA.replace(
            "CREATE TABLE entity(id INTEGER, label TEXT, loc_label TEXT, type INTEGER, count INTEGER, "
            "has_info_card TINYINT);",
            "CREATE VIRTUAL TABLE entity USING fts5(id, label, type, count);",
        ),
    ],
)
def test_views_and_modules_are_refused(script: str) -> None:
    with pytest.raises(ForeignError):
        arrived(database(script))


def test_a_trigger_is_never_reached() -> None:
    made = database(SCHEMA + ROWS + "CREATE TRIGGER t AFTER INSERT ON entity BEGIN DELETE FROM entity; END;")
    assert len(arrived(made).entries.people) == 2


def test_texts_that_are_no_utf_8_are_read_as_far_as_they_are() -> None:
    made = database(SCHEMA + "INSERT INTO entity VALUES (1, CAST(x'416e6e61ff' AS TEXT), NULL, 1, 1, 1);")
    assert [one.name for one in arrived(made).entries.people] == ["Anna\ufffd"]


def test_damaged_pages_are_an_error_or_are_read() -> None:
    whole = database(SCHEMA + ROWS * 30)
    for at in range(16, len(whole), 97):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        with suppress(ForeignError):
            arrived(bytes(broken))
        with suppress(ForeignError):
            arrived(whole[:at])

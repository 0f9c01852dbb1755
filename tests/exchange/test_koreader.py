"""What KOReader writes is read, of today and of before 2024; the X-Ray of a companion comes back."""

# ruff: noqa: E501  (lines as other programs write them)

from __future__ import annotations

from aldmere import companion

from companion.core.notes import Colour, MarkKind
from companion.exchange.arriving import arrived
from companion.exchange.bundle import bundle
from companion.exchange.koreader import xray_cache

NEW = rb"""-- we can read Lua syntax here!
return {
    ["annotations"] = {
        [1] = {
            ["chapter"] = "Chapter 1", ["color"] = "green",
            ["datetime"] = "2026-10-02 14:40:40", ["datetime_updated"] = "2026-10-02 14:41:06",
            ["drawer"] = "lighten", ["note"] = "woah\
*\
#paganism", ["pageno"] = 50,
            ["page"] = "/body/DocFragment[9]/body/div/p[20]/text().58",
            ["pos0"] = "/body/DocFragment[9]/body/div/p[20]/text().58",
            ["pos1"] = "/body/DocFragment[9]/body/div/p[20]/text().70", ["text"] = "White Christ",
        },
        [2] = { ["drawer"] = "underscore", ["text"] = "under", ["pos1"] = "x" },
        [3] = { ["datetime"] = "2026-10-02 14:50:00", ["page"] = "/body/x", ["text"] = "in Chapter 2" },
    },
    ["doc_pages"] = 200,
    ["doc_props"] = { ["title"] = "1Q84", ["authors"] = "Haruki Murakami\nAnother" },
}
"""
OLD = rb"""return {
    ["bookmarks"] = {
        [1] = {
            ["chapter"] = "II", ["datetime"] = "2020-01-02 10:00:00", ["highlighted"] = true,
            ["notes"] = "the words", ["text"] = "Page 12 the words @ 2020-01-02 10:00:00", ["pos1"] = "x",
        },
        [2] = {
            ["datetime"] = "2020-01-02 11:00:00", ["highlighted"] = true,
            ["notes"] = "other words", ["text"] = "what I think", ["pos1"] = "x",
        },
        [3] = { ["datetime"] = "2020-01-02 12:00:00", ["notes"] = "in II", ["page"] = 14 },
    },
    ["highlight"] = {
        [12] = { [1] = { ["datetime"] = "2020-01-02 10:00:00", ["text"] = "the words", ["drawer"] = "lighten" } },
        [13] = { [1] = { ["datetime"] = "2013-01-02 10:00:00", ["text"] = "very old", ["drawer"] = "lighten" } },
    },
    ["stats"] = { ["title"] = "A Title", ["authors"] = "Somebody", ["pages"] = 100 },
}
"""
XRAY = b"""-- X-Ray Cache v6.0
return {
  cache_version = "6.0",
  characters = { { name = "Anna Verl", aliases = { "Captain Verl" }, role = "commander", gender = "female",
                   description = "Held the walls." }, { name = "" }, "noise" },
  historical_figures = { { name = "Cromwell", role = "general", biography = "Born 1599.",
                           importance_in_book = "Only named." } },
  locations = { { name = "Aldmere", description = "A town." } },
  terms = { { name = "SOE", expanded = "Special Operations Executive", category = "x", definition = "A service." } },
  timeline = { { chapter = "I", event = "The siege", page = 3 } },
}
"""


def test_annotations_of_today() -> None:
    told = arrived(NEW)
    (book,) = told.books
    assert (told.form, book.title, book.author) == ("koreader", "1Q84", "Haruki Murakami Another")
    first, second = book.marks
    assert (first.words, first.note) == ("White Christ", "woah\n*\n#paganism")
    assert (first.kind, first.colour, first.where) == (MarkKind.HIGHLIGHT, Colour.GREEN, "Chapter 1")
    assert (first.created, first.share) == ("2026-10-02T14:40:40", 0.25)
    assert (second.words, second.kind) == ("under", MarkKind.UNDERLINE)
    assert len(told.left_out) == 1  # the bookmark of a page has no words of the text


def test_exported_annotations_begin_without_return() -> None:
    assert arrived(NEW.partition(b"return ")[2]).books == arrived(NEW).books


def test_bookmarks_of_before_2024() -> None:
    told = arrived(OLD)
    (book,) = told.books
    assert (book.title, book.author) == ("A Title", "Somebody")
    assert [(mark.words, mark.note) for mark in book.marks] == [
        ("the words", ""),
        ("other words", "what I think"),
        ("very old", ""),
    ]
    assert {mark.kind for mark in book.marks} == {MarkKind.HIGHLIGHT}
    assert len(told.left_out) == 1


def test_an_x_ray_becomes_entries() -> None:
    told = arrived(XRAY)
    assert told.form == "koreader-xray"
    people = {one.name: one for one in told.entries.people}
    assert people["Anna Verl"].role == "commander"
    assert [alias.text for alias in people["Anna Verl"].aliases] == ["Captain Verl"]
    assert people["Cromwell"].about == "Born 1599.\nOnly named."
    terms = {one.term: one for one in told.entries.terms}
    assert terms["Aldmere"].definition == "A town."
    assert [alias.text for alias in terms["SOE"].aliases] == ["Special Operations Executive"]
    assert len(told.left_out) == 1


def test_a_companion_comes_back_from_its_x_ray() -> None:
    made = companion()
    (data,) = xray_cache(bundle(made), 1_700_000_000).values()
    assert data.startswith(b"-- X-Ray Cache v6.0\nreturn {")
    told = arrived(data).entries
    assert {one.name: (one.role, one.about) for one in told.people} == {
        one.name: (one.role, one.about) for one in made.people
    }
    assert {one.term: one.definition for one in told.terms} == {
        one.term: one.definition for one in made.terms
    }
    assert "so so" not in data.decode()  # which is no name of it

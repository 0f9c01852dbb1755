"""A file that a person wrote, mended: what was corrected is in it, all else is as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from correcting_sample import TEXT, correction, person, quoted, term
from hypothesis import assume, given
from hypothesis import strategies as st

from companion.core.correcting import corrected
from companion.core.corrections import Correction, Subject, Verb
from companion.core.entries import Kind, Match, Origin
from companion.linking import link, seek
from companion.readers import read_text
from companion.store.companion_file import CompanionFileError, parse_companion
from companion.store.companion_mending import mended
from companion.store.entry_fields import fields_of

if TYPE_CHECKING:
    from companion.core.companion import Companion
    from companion.core.entries import Entries, Entry

FILE = """\
# The siege, by hand.
title: The siege   # an invented example

terms:
  # The small one.
  - term: postern      # never "back door"
    definition: >-
      A small gate,
      hidden.
    see also: [Anna Verl]

  # The other one.
  - definition: "A gate: for sallies"
    term: 'sally port'

people:
  - name: Anna Verl
    aliases:
      - Verl
      # as her men called her
      - {text: captain, case: any}
    role: commander
    relations:
      Thomas Orden: her friend # so she said
    about: |
      Held the walls.

      # 1 winter.
  - name: Thomas Orden
    aliases: [Orden]
    # comes in June

events:
- date: 1643-06
  title: Orden comes
  people: [Thomas Orden, Anna Verl]
  terms: [postern]
# the end
notes: Nothing more.
"""
DOCUMENT = read_text(TEXT)


def linked(text: str = FILE) -> Companion:
    return link(DOCUMENT, parse_companion(text, "x.yaml"))


def after(*corrections: Correction, text: str = FILE) -> str:
    result = corrected(linked(text), corrections, seek)
    assert not result.left
    return mended(text, result.companion)


def changed(*corrections: Correction, text: str = FILE) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    before, made = text.splitlines(), after(*corrections, text=text).splitlines()
    return [line for line in before if line not in made], [line for line in made if line not in before]


def test_without_corrections_the_file_stays_as_it_is() -> None:
    assert mended(FILE, linked()) == FILE


def test_only_the_line_of_a_new_name_is_written_anew() -> None:
    gone, new = changed(correction(Verb.RENAME, term("sally port"), text="sally gate"))
    assert gone == ["    term: 'sally port'"]
    assert new == ["    term: 'sally gate'", "    aliases: [sally port]"]


def test_comments_in_a_list_stay() -> None:
    gone, new = changed(correction(Verb.ALIAS, person("Anna Verl"), text="Old Verl"))
    assert (gone, new) == ([], ["      - Old Verl"])


def test_folded_and_literal_words_stay_so() -> None:
    gone, new = changed(correction(Verb.SAY, term("postern"), text="A gate that nobody sees."))
    assert gone == ["    definition: >-", "      A small gate,", "      hidden."]
    assert new == ["    definition: >", "      A gate that nobody sees."]
    made = after(correction(Verb.SAY, person("Anna Verl"), text="Mine.\n\nTwo lines."))
    assert "    about: |\n      Mine.\n\n      Two lines.\n  - name: Thomas Orden" in made


def test_a_date_stands_without_quotes_as_it_did() -> None:
    about = Subject(Kind.EVENT, "Orden comes", "1643-06")
    assert changed(correction(Verb.DATE, about, text="1643-05")) == (["- date: 1643-06"], ["- date: 1643-05"])


def test_all_that_refers_to_a_name_follows_it() -> None:
    gone, new = changed(correction(Verb.RENAME, person("Thomas Orden"), text="Tom Orden"))
    assert gone == [
        "      Thomas Orden: her friend # so she said",
        "  - name: Thomas Orden",
        "    aliases: [Orden]",
        "  people: [Thomas Orden, Anna Verl]",
    ]
    assert new[1:] == [
        "  - name: Tom Orden",
        "    aliases: [Orden, Thomas Orden]",
        "  people: [Tom Orden, Anna Verl]",
    ]
    assert new[0].startswith("      Tom Orden: her friend")


def test_a_removed_entry_goes_with_its_lines_and_the_comments_around_stay() -> None:
    gone, new = changed(correction(Verb.REMOVE, term("postern")))
    assert gone[0] == '  - term: postern      # never "back door"'
    assert gone[-1] == "  terms: [postern]"
    assert new == []
    made = after(correction(Verb.REMOVE, term("postern")))
    assert "  # The small one.\n  # The other one.\n" in made


def test_new_entries_stand_after_the_others() -> None:
    document = linked().document
    made = after(
        correction(Verb.ADD, person("Jon Verl"), text="Sold the drum."),
        correction(Verb.ADD, Subject(Kind.EVENT, "The drum is sold", "1644")),
        correction(Verb.PASSAGE, term("postern"), anchors=(quoted(document, "A drum was heard."),)),
    )
    assert "    # comes in June\n  - name: Jon Verl\n    about: Sold the drum.\n" in made
    assert "  terms: [postern]\n\n- date: 1644\n  title: The drum is sold\n# the end\n" in made
    assert "    see also: [Anna Verl]\n    passages: [A drum was heard.]\n" in made


def test_a_new_entry_stands_behind_what_is_added_to_the_last_one() -> None:
    made = after(
        correction(Verb.RENAME, term("sally port"), text="sally gate"),
        correction(Verb.ADD, term("drum"), text="It is beaten."),
    )
    assert (
        "    term: 'sally gate'\n    aliases: [sally port]\n\n"
        "  - term: drum\n    definition: It is beaten.\n\npeople:\n"
    ) in made


def test_a_new_entry_takes_the_place_of_the_last_one_when_that_goes() -> None:
    about = Subject(Kind.EVENT, "Orden comes", "1643-06")
    made = after(
        correction(Verb.REMOVE, about),
        correction(Verb.ADD, Subject(Kind.EVENT, "The drum is sold", "1644")),
    )
    assert "events:\n- date: 1644\n  title: The drum is sold\n# the end\n" in made


def test_a_new_entry_keeps_that_its_own_heading_is_not_to_be_linked() -> None:
    made = after(
        correction(Verb.ADD, term("drum"), text="It is beaten."),
        correction(Verb.IGNORE, term("drum"), text="drum"),
    )
    assert "  - term: drum\n    aliases: [{text: drum, link: never}]\n" in made


def test_an_entry_of_another_kind_changes_its_list() -> None:
    made = parse_companion(after(correction(Verb.RETYPE, term("postern"), other=person("postern"))), "x")
    assert [one.name for one in made.people] == ["Anna Verl", "Thomas Orden", "postern"]
    assert [one.term for one in made.terms] == ["sally port"]


def test_a_list_that_was_not_there_is_begun() -> None:
    made = after(correction(Verb.ADD, person("Jon Verl")), text="terms:\n  - term: drum\n")
    assert made == "terms:\n  - term: drum\n\npeople:\n  - name: Jon Verl\n"
    made = after(correction(Verb.ADD, person("Jon Verl")), text="people:\nterms:\n  - term: drum\n")
    assert made == "people:\n  - name: Jon Verl\nterms:\n  - term: drum\n"


@pytest.mark.parametrize(
    "text", ["{terms: [{term: drum}]}", "terms: [{term: drum}]", "terms:\n- {term: drum}\n"]
)
def test_what_stands_in_brackets_is_written_anew(text: str) -> None:
    made = after(correction(Verb.SAY, term("drum"), text="It is beaten."), text=text)
    assert parse_companion(made, "x").terms[0].definition == "It is beaten."


BRACKETS = FILE.replace(
    "  - name: Thomas Orden\n    aliases: [Orden]\n", "  - {name: Thomas Orden, aliases: [Orden]}\n"
)


def test_a_list_in_brackets_stays_where_nothing_in_it_changes() -> None:
    assert mended(BRACKETS, linked(BRACKETS)) == BRACKETS
    made = after(correction(Verb.SAY, term("postern"), text="A door."), text=BRACKETS)
    assert "# as her men called her" in made
    assert "{name: Thomas Orden, aliases: [Orden]}" in made


def test_of_a_list_in_brackets_that_changes_all_others_stay() -> None:
    made = after(correction(Verb.ROLE, person("Thomas Orden"), text="king"), text=BRACKETS)
    assert "  - name: Thomas Orden\n    aliases: [Orden]\n    role: king\n" in made
    assert "# The small one." in made
    assert "# the end" in made


def test_an_empty_list_in_brackets_is_filled() -> None:
    text = "terms: [] # none yet\n# people\npeople:\n  - name: Anna Verl\n"
    made = after(correction(Verb.ADD, term("drum"), text="It is beaten."), text=text)
    assert parse_companion(made, "x").terms[0].definition == "It is beaten."
    assert made.endswith("\n# people\npeople:\n  - name: Anna Verl\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- name: Anna Verl\n", "- # the - lady\n    name: Anna Verl\n"),
        ("role: commander", "? role\n    : commander"),
        ("# The siege, by hand.\n", "%YAML 1.1\n---\n"),
        ("notes: Nothing more.\n", "...\n"),
        ("about: |\n", "about: |+\n"),
    ],
)
def test_what_is_written_oddly_says_what_was_corrected(old: str, new: str) -> None:
    text = FILE.replace(old, new)
    assert text != FILE
    made = after(
        correction(Verb.SAY, person("Anna Verl"), text="Held on."),
        correction(Verb.ROLE, person("Anna Verl"), text="queen"),
        text=text,
    )
    read = next(one for one in parse_companion(made, "x").people if one.name == "Anna Verl")
    assert (read.about, read.role) == ("Held on.", "queen")


def test_a_file_with_errors_is_not_touched() -> None:
    with pytest.raises(CompanionFileError):
        mended("terms: &a [x]", linked())


@pytest.mark.parametrize(("mark", "end"), [("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")])
def test_the_ends_of_lines_and_the_mark_of_an_encoding_stay(mark: str, end: str) -> None:
    text = mark + FILE.replace("\n", end)
    assert mended(text, linked()) == text
    assert after(correction(Verb.ROLE, person("Anna Verl"), text="queen"), text=text) == text.replace(
        "commander", "queen"
    )


words = st.sampled_from(
    ["drum", "Verl", "A: b # c", "yes", "1643", "- x", "'q'", '"', "long " * 40, "a\n\nb", "[x"]
)
subjects = st.sampled_from([term("postern"), term("sally port"), person("Anna Verl"), person("Thomas Orden")])
subjects |= st.just(Subject(Kind.EVENT, "Orden comes", "1643-06"))
corrections = st.builds(
    Correction,
    st.uuids().map(str),
    st.sampled_from([one for one in Verb if one not in (Verb.SPLIT, Verb.ASSIGN, Verb.PASSAGE)]),
    subjects | st.builds(Subject, st.sampled_from(Kind), words, st.just("1644")),
    subjects,
    words,
)


@given(st.lists(corrections, max_size=5))
def test_what_is_written_says_what_the_companion_says(made: list[Correction]) -> None:
    companion = corrected(linked(), made, seek).companion
    assume(len({entry.heading.casefold() for entry in companion.entries}) == len(companion.entries))
    read = parse_companion(mended(FILE, companion), "x.yaml")
    assert said(read) == said(companion.entries)


def said(entries: Entries) -> object:
    headings = {entry.id: " ".join(entry.heading.split()) for entry in entries}
    shown = [
        (
            entry.kind,
            str(
                sorted(
                    (key, plain(value))
                    for key, value in fields_of(with_usual_names(entry), headings).items()
                    if plain(value) != plain(entry.heading) or key in ("term", "name", "title")
                )
            ),
        )
        for entry in entries
        if entry.origin is not Origin.FOUND
    ]
    return sorted(shown)


def with_usual_names(entry: Entry) -> Entry:
    """The entry without exact names: one in small letters that another entry bears too is written as such."""
    usual = (replace(one, match=Match.USUAL) if one.match is Match.EXACT else one for one in entry.aliases)
    return replace(entry, aliases=tuple(usual))


def plain(value: object) -> str:
    return "".join(sign for sign in str(value) if sign.isalnum())

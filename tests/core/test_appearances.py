from __future__ import annotations

from companion.core.appearances import first_appearances
from companion.core.companion import Companion
from companion.core.document import Block, BlockKind, Document, Section
from companion.core.entries import Entries, Person, Term
from companion.core.links import Links, Mention


def companion() -> Companion:
    text = "Anna. One Anna Paul camp. Two Anna Paul Jane Paul."
    one, two = text.index("One"), text.index("Two")
    sections = (Section("One", 1, one, two), Section("Two", 1, two, len(text)))
    document = Document(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), sections)
    names = {"p:anna": "Anna", "p:paul": "Paul", "p:jane": "Jane", "t:camp": "camp"}
    mentions = [
        Mention(entry, place, place + len(name))
        for entry, name in names.items()
        for place in range(len(text))
        if text.startswith(name, place)
    ]
    people = tuple(Person(id=entry, name=name) for entry, name in names.items() if entry.startswith("p"))
    entries = Entries(
        people=(*people, Person(id="p:nobody", name="Nobody")), terms=(Term(id="t:camp", term="camp"),)
    )
    return Companion(document, entries, Links(mentions))


def test_each_section_has_those_who_are_first_named_in_it() -> None:
    found = [
        (
            appearances.section.title if appearances.section else "",
            [entry.id for entry in appearances.entries],
        )
        for appearances in first_appearances(companion())
    ]
    assert found == [("", ["p:anna"]), ("One", ["p:paul", "t:camp"]), ("Two", ["p:jane"])]


def test_only_the_most_named_are_kept() -> None:
    assert [len(one.entries) for one in first_appearances(companion(), most=1)] == [1, 1, 1]


def test_a_companion_of_nobody_has_no_appearances() -> None:
    assert first_appearances(Companion(Document(""))) == ()

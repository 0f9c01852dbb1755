from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.core.claims import with_claims
from companion.core.companion import Companion
from companion.core.corrections import Correction, Subject, Verb
from companion.core.document import Block, BlockKind, Document, Span
from companion.core.entries import Claim, ClaimKind, Entries, Kind, Origin, Person
from companion.core.found import Found
from companion.core.links import Links, Mention
from companion.core.sentences import split
from companion.ui.program.jobs import Jobs
from companion.ui.program.layers import Layers
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

TEXT = "Anna came to Bern. Carl wept."
DOCUMENT = Document(TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),))


def person(name: str, confidence: float = 1.0) -> Person:
    start = TEXT.index(name)
    entry = Person(id=name.lower(), name=name, origin=Origin.FOUND, confidence=confidence)
    return with_claims(entry, [Claim(ClaimKind.TOLD, TEXT, Span(start, start + len(name)))])


FOUND = Found(
    entries=Entries(people=(person("Anna"), person("Carl"), person("Bern", 0.3))),
    mentions=Links((Mention("anna", 0, 4), Mention("bern", 13, 17), Mention("carl", 19, 23))),
)
WRITTEN = Companion(
    DOCUMENT,
    Entries(people=(Person(id="mine", name="Anna"),)),
    Links([Mention("mine", 0, 4)]),
    split(DOCUMENT),
)


@pytest.fixture
def layers(qtbot: QtBot) -> Iterator[Layers]:
    reading = Reading()
    jobs = Jobs(reading)
    reading.show(DOCUMENT)
    yield Layers(reading, jobs)
    assert jobs.finish()
    reading.deleteLater()


def names(layers: Layers) -> list[str]:
    return [one.name for one in layers._reading.companion.people]


def test_what_was_found_is_shown_where_nobody_wrote_anything(qtbot: QtBot, layers: Layers) -> None:
    layers.take_found(FOUND)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl"])
    layers.show_doubtful(True)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl", "Bern"])
    layers.show_doubtful(False)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl"])


def test_it_lies_under_what_somebody_wrote(qtbot: QtBot, layers: Layers) -> None:
    layers.take_found(FOUND)
    layers.take(WRITTEN)
    qtbot.wait(50)
    assert names(layers) == ["Anna"]
    layers.add_found(True)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl"])
    people = layers._reading.companion.people
    assert [one.origin for one in people] == [Origin.CURATED, Origin.FOUND]
    layers.add_found(False)
    assert names(layers) == ["Anna"]


def test_it_is_asked_for_when_it_is_wanted_and_not_there(qtbot: QtBot, layers: Layers) -> None:
    layers.take(WRITTEN)
    with qtbot.waitSignal(layers.found_wanted):
        layers.add_found(True)
    assert names(layers) == ["Anna"]
    layers.take_found(FOUND)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl"])


def test_the_focus_stays_when_both_are_shown(qtbot: QtBot, layers: Layers) -> None:
    reading = layers._reading
    layers.take(WRITTEN)
    reading.focus_on("mine")
    layers.take_found(FOUND)
    layers.add_found(True)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl"])
    assert reading.focus == ("mine",)


def test_nothing_of_it_outlives_the_text(qtbot: QtBot, layers: Layers) -> None:
    layers.take_found(FOUND)  # its companion is being made in a thread
    layers.begin(is_added=True, shows_doubtful=True)
    layers._reading.show(Document("Another text."))
    assert (layers.found, layers.is_written, layers.is_added) == (None, False, False)
    qtbot.wait(100)
    assert names(layers) == []
    layers.take(WRITTEN)  # of the text before
    assert not layers.is_written


def test_choices_are_told_and_taken_up_in_silence(qtbot: QtBot, layers: Layers) -> None:
    told: list[str] = []
    layers.chosen.connect(lambda: told.append("chosen"))
    layers.changed.connect(lambda: told.append("changed"))
    layers.begin(is_added=True, shows_doubtful=False)
    assert told == ["changed"]
    layers.add_found(True)
    assert told == ["changed"]
    layers.add_found(False)
    assert told == ["changed", "changed", "chosen"]


def mend(layers: Layers, verb: Verb, name: str, **fields: str) -> Correction:
    made = Correction(f"urn:{verb}", verb, Subject(Kind.PERSON, name), **fields)  # type: ignore[arg-type]
    layers._reading.marginalia.put_correction(made, is_there=True)
    return made


def test_corrections_lie_over_what_was_found_and_can_be_taken_back(qtbot: QtBot, layers: Layers) -> None:
    layers.take_found(FOUND)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl"])
    made = mend(layers, Verb.RENAME, "Carl", text="Charles")
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Charles"])
    layers._reading.marginalia.put_correction(made, is_there=False)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl"])


def test_corrections_lie_over_what_somebody_wrote(qtbot: QtBot, layers: Layers) -> None:
    layers.take(WRITTEN)
    made = mend(layers, Verb.RENAME, "Anna", text="Anne")
    qtbot.waitUntil(lambda: names(layers) == ["Anne"])
    layers._reading.marginalia.put_correction(made, is_there=False)
    qtbot.waitUntil(lambda: names(layers) == ["Anna"])
    assert layers._reading.whole is WRITTEN


def test_corrections_that_were_kept_wait_for_the_companion(qtbot: QtBot, layers: Layers) -> None:
    mend(layers, Verb.RENAME, "Carl", text="Charles")
    qtbot.wait(20)
    assert names(layers) == []
    layers.take_found(FOUND)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Charles"])


def test_a_doubtful_entry_that_was_corrected_is_shown(qtbot: QtBot, layers: Layers) -> None:
    layers.take_found(FOUND)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl"])
    mend(layers, Verb.SAY, "Bern", text="A town, after all.")
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl", "Bern"])


def test_what_cannot_be_done_is_told_with_its_reason(qtbot: QtBot, layers: Layers) -> None:
    layers.take_found(FOUND)
    mend(layers, Verb.REMOVE, "Dora")
    qtbot.waitUntil(lambda: len(layers._reading.mending.left) == 1)
    assert layers._reading.mending.left[0].reason == "There is nobody called ‘Dora’ any more."


def test_several_corrections_at_once_are_laid_once(qtbot: QtBot, layers: Layers) -> None:
    layers.take_found(FOUND)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl"])
    reading, taken = layers._reading, []
    reading.companion_changed.connect(taken.append)
    reading.mending.remove([one.id for one in reading.companion.people])
    qtbot.waitUntil(lambda: names(layers) == [])
    assert len(taken) == 1
    reading.marginalia.undo_stack.undo()
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl"])
    assert len(taken) == 2


def test_focus_and_passage_stay_where_they_were(qtbot: QtBot, layers: Layers) -> None:
    layers.take_found(FOUND)
    qtbot.waitUntil(lambda: names(layers) == ["Anna", "Carl"])
    reading = layers._reading
    reading.focus_on("anna", at=0)
    assert reading.passage_index == 0
    reading.mending.say("carl", "Wept.")
    qtbot.waitSignal(reading.mending.settled).wait()
    assert (reading.focus, reading.passage_index) == (("anna",), 0)
    reading.mending.merge(["anna"], "carl")
    qtbot.waitSignal(reading.mending.settled).wait()
    assert (reading.focus, len(reading.passages)) == (("carl",), 2)

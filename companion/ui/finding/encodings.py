"""Encodings: the goals of "Encoding": how a plain text can be read, each with how its words then look."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.readers.decoding import shown_name
from companion.readers.encodings import OFFERED, likely_first
from companion.ui.finding.goals import Goal
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from companion.ui.actions import Actions
    from companion.ui.finding.palette import Palette
    from companion.ui.program.opening import Opening
    from companion.ui.reading import Reading

ENCODING = "encoding"
"""The name of the action."""

_READ, _SAMPLE, _BEFORE, _PREVIEW = 262_144, 4_096, 48, 120
"""Bytes in which a foreign letter is looked for, that are judged, that stand before it; code points shown."""
_FOREIGN = re.compile(rb"[^\x09-\x7e]")


class Encodings:
    """The encodings for the open text, the likelier ones first."""

    lines = 2

    def __init__(self, reading: Reading, opening: Opening) -> None:
        self._reading, self._opening = reading, opening
        self._sample = b""
        self._likely: Sequence[str] = ()

    def begin(self) -> None:
        """Looks at the file once more, and judges which encodings are likely."""
        self._sample = b"" if self._opening.path is None else _sample_of(self._opening.path)
        self._likely = likely_first(self._sample)

    @property
    def prompt(self) -> str:
        """What can be typed."""
        return translated("Encoding: a name, or a writing such as Greek")

    def find(self, typed: str) -> list[Goal]:
        """The encodings whose name or writing has what was typed."""
        wanted = typed.strip().casefold()
        goals = [*self._found_out(), *(self._goal(encoding) for encoding in self._likely)]
        return [goal for goal in goals if wanted in f"{goal.words} {goal.key} {goal.kind}".casefold()]

    def nothing(self, typed: str) -> str:
        """A sentence for when there is no such encoding."""
        return translated("There is no such encoding here.")

    def follow(self, goal: Goal) -> None:
        """Reads the text anew."""
        if not goal.here:
            self._opening.open_in(goal.key)

    def _found_out(self) -> list[Goal]:
        """To let it be found out again, where one was chosen."""
        if not self._opening.encoding:
            return []
        return [Goal("", translated("As the program finds it out"))]

    def _goal(self, encoding: str) -> Goal:
        is_here = _is_same(encoding, self._reading.document.encoding)
        aside = translated("in use") if is_here else ""
        preview = _preview(self._sample, encoding)
        return Goal(encoding, shown_name(encoding), _writing(encoding), aside, preview, here=is_here)


class EncodingActions(QObject):
    """Ties the action to the palette; it can be chosen where a text leaves a choice."""

    def __init__(
        self, reading: Reading, opening: Opening, actions: Actions, palette: Palette, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._reading, self._action, self._palette = reading, actions[ENCODING], palette
        self._encodings = Encodings(reading, opening)
        self._action.triggered.connect(self.ask)
        reading.document_changed.connect(self._follow)
        self._follow()

    def _follow(self, _: object = None) -> None:
        self._action.setEnabled(bool(self._reading.document.encoding))

    def ask(self) -> None:
        """Lets an encoding be chosen."""
        self._encodings.begin()
        self._palette.ask(self._encodings)


def _writing(encoding: str) -> str:
    """The writing that an encoding is for, in the reader's language."""
    return {
        "Unicode": translated("Unicode"),
        "Western": translated("Western European"),
        "Central European": translated("Central European"),
        "Baltic": translated("Baltic"),
        "Cyrillic": translated("Cyrillic"),
        "Greek": translated("Greek"),
        "Turkish": translated("Turkish"),
        "Hebrew": translated("Hebrew"),
        "Arabic": translated("Arabic"),
        "Thai": translated("Thai"),
        "Vietnamese": translated("Vietnamese"),
        "Japanese": translated("Japanese"),
        "Chinese": translated("Chinese"),
        "Korean": translated("Korean"),
    }[OFFERED[encoding]]


def _sample_of(path: Path) -> bytes:
    """Bytes of a file from shortly before its first foreign letter on; none when it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(_READ)
    except OSError:
        return b""
    found = _FOREIGN.search(data)
    start = max(0, (found.start() if found else 0) - _BEFORE) // 4 * 4  # some take four bytes for a letter
    return data[start : start + _SAMPLE]


def _preview(sample: bytes, encoding: str) -> str:
    """How the words look in an encoding, on one line."""
    text = sample[: 4 * _PREVIEW].decode(encoding, "replace")
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:_PREVIEW]


def _is_same(encoding: str, other: str) -> bool:
    """Whether two names mean one encoding."""
    try:
        return codecs.lookup(encoding).name == codecs.lookup(other).name
    except LookupError:
        return False

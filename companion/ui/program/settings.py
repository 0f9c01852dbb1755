"""Settings: what the window remembers from one start to the next; the only user of QSettings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from companion.core.entries import Kind
from companion.ui.looks.look import SYSTEM, Marks
from companion.ui.looks.theme import theme_names
from companion.ui.looks.type_setting import LINE_HEIGHT, MARGIN, MEASURE, SIZE, Limits, TypeSetting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROGRAM = "reading-companion"
"""By this name the system keeps what is the program's."""

_MOST_RECENT = 12
_MOST_IDENTITIES = 200

Value = TypeVar("Value")


class Settings:
    """Typed values with defaults. QSettings forgets types, so every value is asked for with its own."""

    def __init__(self) -> None:
        self._stored = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, PROGRAM, "window")

    def _value(self, key: str, default: Value) -> Value:
        """What is stored under `key`, as the type of `default`; that itself where nothing fit is stored."""
        found = self._stored.value(key, default, type=type(default))
        return found if isinstance(found, type(default)) else default

    # -- texts

    @property
    def recent(self) -> list[Path]:
        """The texts that were opened last, the newest first."""
        return [Path(str(path)) for path in self._value("recent", list[object]()) if str(path)]

    def remember_opened(self, path: Path) -> None:
        """Puts a text at the head of those that were opened last."""
        others = [other for other in self.recent if other != path]
        self._stored.setValue("recent", [str(other) for other in [path, *others][:_MOST_RECENT]])

    def forget_opened(self, path: Path) -> None:
        """Takes a text out of those that were opened last."""
        self._stored.setValue("recent", [str(other) for other in self.recent if other != path])

    def clear_recent(self) -> None:
        """Forgets which texts were opened."""
        self._stored.setValue("recent", [])

    @property
    def last(self) -> Path | None:
        """The text that was open last, which may be one that comes with the program."""
        stored = self._value("last", "")
        return Path(stored) if stored else None

    def keep_last(self, path: Path) -> None:
        """Writes down which text is open, at once: a crash must not lose it."""
        if path != self.last:
            self._stored.setValue("last", str(path))
            self._stored.sync()

    def identity_of(self, path: Path) -> str:
        """The identity of the text that was read from `path` last; empty when none was."""
        known = (line.partition(" ") for line in map(str, self._value("identities", list[object]())))
        return next((identity for identity, _, stored in known if stored == str(path)), "")

    def identities_of_name(self, name: str) -> list[tuple[str, Path]]:
        """The identities of the texts that were read from files of that name, and where these lay."""
        known = (line.partition(" ") for line in map(str, self._value("identities", list[object]())))
        pairs = ((identity, Path(stored)) for identity, _, stored in known)
        return [(identity, path) for identity, path in pairs if path.name == name]

    def keep_identity(self, path: Path, identity: str) -> None:
        """Writes down the identity of the text that was read from `path`."""
        if self.identity_of(path) != identity:
            lines = map(str, self._value("identities", list[object]()))
            others = [line for line in lines if line.partition(" ")[2] != str(path)]
            self._stored.setValue("identities", [f"{identity} {path}", *others][:_MOST_IDENTITIES])

    def companion_of(self, path: Path) -> Path | None:
        """The companion file that was laid over the text in `path`; None where none was chosen for it."""
        pairs = (str(line).partition("\n") for line in self._value("companions", list[object]()))
        return next((Path(found) for found, _, text in pairs if found and text == str(path)), None)

    def keep_companion(self, path: Path, companion: Path | None) -> None:
        """Writes down which companion file is laid over the text in `path`; None for the one beside it."""
        if self.companion_of(path) != companion:
            lines = map(str, self._value("companions", list[object]()))
            others = [line for line in lines if line.partition("\n")[2] != str(path)]
            new = [f"{companion}\n{path}"] if companion is not None else []
            self._stored.setValue("companions", [*new, *others][:_MOST_IDENTITIES])
            self._stored.sync()

    def encoding_of(self, path: Path) -> str:
        """The encoding that was chosen for the plain text in `path`; empty where none was."""
        lines = (str(line).partition(" ") for line in self._value("encodings", list[object]()))
        return next((encoding for encoding, _, text in lines if text == str(path)), "")

    def keep_encoding(self, path: Path, encoding: str) -> None:
        """Writes down the encoding that was chosen for the plain text in `path`; an empty one for none."""
        if self.encoding_of(path) != encoding:
            lines = map(str, self._value("encodings", list[object]()))
            others = [line for line in lines if line.partition(" ")[2] != str(path)]
            new = [f"{encoding} {path}"] if encoding else []
            self._stored.setValue("encodings", [*new, *others][:_MOST_IDENTITIES])

    def adds_found(self, path: Path) -> bool:
        """Whether what was found in the text in `path` is shown beside its written companion."""
        return str(path) in map(str, self._value("found/added", list[object]()))

    def keep_adding_found(self, path: Path, wanted: bool) -> None:
        """Writes down whether what was found in the text in `path` is shown beside its companion."""
        if self.adds_found(path) != wanted:
            others = [str(one) for one in self._value("found/added", list[object]()) if str(one) != str(path)]
            new = [str(path)] if wanted else []
            self._stored.setValue("found/added", [*new, *others][:_MOST_IDENTITIES])

    @property
    def shows_doubtful(self) -> bool:
        """Whether entries that were found are shown also where it is doubtful that they are any."""
        return self._switch("found/doubtful", False)

    def keep_showing_doubtful(self, wanted: bool) -> None:
        """Writes down whether doubtful entries are shown."""
        if wanted != self.shows_doubtful:
            self._stored.setValue("found/doubtful", str(wanted))

    @property
    def notes_folder(self) -> Path | None:
        """Where the reader wants her notes to be kept; None for the usual place."""
        stored = self._value("notes/folder", "")
        return Path(stored) if stored else None

    def keep_notes_folder(self, folder: Path) -> None:
        """Has the notes kept in another folder from now on."""
        self._stored.setValue("notes/folder", str(folder))
        self._stored.sync()

    @property
    def unfinished(self) -> list[Path]:
        """The folders of books that were not all read when the program ended."""
        return [Path(str(path)) for path in self._value("shelf/unfinished", list[object]()) if str(path)]

    def keep_unfinished(self, folders: Sequence[Path]) -> None:
        """Writes down of which folders not all books are read yet, at once."""
        self._stored.setValue("shelf/unfinished", list(dict.fromkeys(map(str, folders))))
        self._stored.sync()

    # -- the window

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, as Qt writes it down; empty at the first start."""
        return self._value("window/geometry", QByteArray())

    @property
    def state(self) -> QByteArray:
        """Where its panels stood, as Qt writes it down; empty at the first start."""
        return self._value("window/state", QByteArray())

    @property
    def put_away(self) -> list[str]:
        """The names of the panels that were hidden only for want of room, or by the key for no panels."""
        return self._value("window/put_away", "").split()

    def keep_window(self, geometry: QByteArray, state: QByteArray, put_away: list[str]) -> None:
        """Writes down where the window and its panels stand."""
        if (geometry, state) != (self.geometry, self.state):  # writing is dear, and this is asked for often
            self._stored.setValue("window/geometry", geometry)
            self._stored.setValue("window/state", state)
            self._stored.setValue("window/put_away", " ".join(put_away))
            self._stored.sync()

    def list_of(self, name: str) -> tuple[str, bool]:
        """The order of the list of that name, and whether it holds only what is on the page."""
        return self._value(f"lists/{name}_order", ""), self._switch(f"lists/{name}_page", False)

    def keep_list(self, name: str, order: str, follows_page: bool) -> None:
        """Writes down how the list of that name is sorted and filtered."""
        if (order, follows_page) != self.list_of(name):
            self._stored.setValue(f"lists/{name}_order", order)
            self._stored.setValue(f"lists/{name}_page", str(follows_page))

    @property
    def language(self) -> str:
        """The language that was chosen for the interface, as a tag; empty for the system's."""
        return self._value("window/language", "")

    def keep_language(self, tag: str) -> None:
        """Writes down the language of the interface, for the next start."""
        self._stored.setValue("window/language", tag)

    # -- the look

    @property
    def theme(self) -> str:
        """What was chosen as the theme: a name of one that there is, or the system's."""
        stored = self._value("look/theme", SYSTEM)
        return stored if stored in theme_names() else SYSTEM

    @property
    def type(self) -> TypeSetting:
        """How the page is set."""
        usual = TypeSetting()
        return TypeSetting(
            family=self._value("type/family", usual.family),
            size=int(self._number("type/size", usual.size, SIZE)),
            line_height=self._number("type/line_height", usual.line_height, LINE_HEIGHT),
            measure=int(self._number("type/measure", usual.measure, MEASURE)),
            margin=int(self._number("type/margin", usual.margin, MARGIN)),
            indented=self._switch("type/indented", usual.indented),
            justified=self._switch("type/justified", usual.justified),
            hyphenated=self._switch("type/hyphenated", usual.hyphenated),
        ).within_limits()

    @property
    def marks(self) -> Marks:
        """Which names are marked in the text."""
        stored = self._value("marks/kinds", " ".join(Kind)).split()
        kinds = frozenset(kind for kind in Kind if kind.value in stored)
        return Marks(kinds, self._switch("marks/first_in_section", Marks().first_in_section))

    def keep_look(self, theme: str, setting: TypeSetting, marks: Marks) -> None:
        """Writes down how the page looks."""
        self._stored.setValue("look/theme", theme)
        for name, value in setting._asdict().items():
            self._stored.setValue(f"type/{name}", value)
        self._stored.setValue("marks/kinds", " ".join(sorted(marks.kinds)))
        self._stored.setValue("marks/first_in_section", marks.first_in_section)

    # -- under her fingers

    @property
    def used(self) -> list[str]:
        """What was chosen in the palette last, as the palette names it, the newest first."""
        return [str(key) for key in self._value("palette/used", list[object]()) if str(key)]

    def keep_used(self, keys: list[str]) -> None:
        """Writes down what was chosen in the palette last."""
        self._stored.setValue("palette/used", keys)

    @property
    def keys(self) -> dict[str, list[str]]:
        """The keys that the reader chose, in Qt's portable spelling, by the name of each action changed."""
        self._stored.beginGroup("keys")
        names = self._stored.childKeys()
        self._stored.endGroup()
        return {name: self._value(f"keys/{name}", "").splitlines() for name in names}

    def keep_keys(self, changed: Mapping[str, Sequence[str]]) -> None:
        """Writes down the keys of the actions that the reader changed; all others have the usual ones."""
        self._stored.remove("keys")
        for name, keys in changed.items():
            self._stored.setValue(f"keys/{name}", "\n".join(keys))
        self._stored.sync()

    # -- what may have been written by anybody

    def _number(self, key: str, usual: float, limits: Limits) -> float:
        """The number under `key` within its limits; the usual one where none is stored."""
        try:
            return limits.hold(float(self._value(key, str(usual))), usual)
        except ValueError:
            return usual

    def _switch(self, key: str, usual: bool) -> bool:
        """Whether what is under `key` is on; Qt would take every word for a yes."""
        word = self._value(key, str(usual)).strip().lower()
        return {"true": True, "1": True, "false": False, "0": False}.get(word, usual)

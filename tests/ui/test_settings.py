from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from companion.core.entries import Kind
from companion.ui.looks.look import SYSTEM, Marks
from companion.ui.looks.type_setting import TypeSetting
from companion.ui.program.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_the_first_start_has_defaults(home: Path) -> None:
    settings = Settings()
    assert settings.recent == []
    assert settings.theme == SYSTEM
    assert settings.type == TypeSetting()
    assert settings.marks == Marks()
    assert settings.geometry.isEmpty()


def test_values_keep_their_types_when_they_come_back_from_disk(home: Path) -> None:
    settings = Settings()
    setting = TypeSetting("Some Serif", 24, 1.7, 80, 60, True, True, True)
    marks = Marks(frozenset({Kind.TERM}), True)
    settings.keep_look("dark", setting, marks)
    settings.keep_window(QByteArray(b"g\x00\xff"), QByteArray(b"s"), ["contents", "search"])
    again = Settings()
    assert again.theme == "dark"
    assert again.type == setting
    assert type(again.type.line_height) is float
    assert again.marks == marks
    assert again.geometry == QByteArray(b"g\x00\xff")
    assert again.put_away == ["contents", "search"]


def test_no_kind_marked_is_kept_as_none(home: Path) -> None:
    settings = Settings()
    settings.keep_look("light", TypeSetting(), Marks(frozenset()))
    assert Settings().marks.kinds == frozenset()


def test_what_was_opened_last_is_first_and_once(home: Path, tmp_path: Path) -> None:
    settings = Settings()
    for name in ("a.txt", "b.txt", "a.txt"):
        settings.remember_opened(tmp_path / name)
    assert settings.recent == [tmp_path / "a.txt", tmp_path / "b.txt"]
    settings.forget_opened(tmp_path / "a.txt")
    assert Settings().recent == [tmp_path / "b.txt"]
    settings.clear_recent()
    assert Settings().recent == []


def test_only_so_many_are_remembered(home: Path, tmp_path: Path) -> None:
    settings = Settings()
    for number in range(30):
        settings.remember_opened(tmp_path / f"{number}.txt")
    assert len(settings.recent) == 12
    assert settings.recent[0].name == "29.txt"


def stored(**values: object) -> Settings:
    """The settings over a file in which these values stand; two underlines part a group from a key."""
    file = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "reading-companion", "window")
    for key, value in values.items():
        file.setValue(key.replace("__", "/"), value)
    file.sync()
    return Settings()


def test_a_settings_file_of_nonsense_gives_what_is_usual(home: Path) -> None:
    settings = stored(
        look__theme="../../etc/passwd",
        type__family="",
        type__size="large",
        type__line_height="nan",
        type__measure=["a", "b"],
        type__margin="1e999x",
        type__justified="perhaps",
        type__hyphenated="",
        type__indented=b"\x00\xff",
        marks__kinds="term ghosts",
        marks__first_in_section="yes and no",
        window__geometry="nothing",
    )
    assert settings.theme == SYSTEM
    assert settings.type == TypeSetting()
    assert settings.marks == Marks(frozenset({Kind.TERM}), False)


def test_numbers_beyond_the_limits_are_the_limits(home: Path) -> None:
    settings = stored(type__size="1e9", type__line_height=0, type__measure="-inf", type__margin="inf")
    assert settings.type == TypeSetting(size=48, line_height=1.2, measure=45, margin=160)


def test_switches_are_read_in_every_way_they_are_written(home: Path) -> None:
    settings = stored(type__justified=True, type__hyphenated="1", type__indented="FALSE")
    assert settings.type == TypeSetting(justified=True, hyphenated=True)

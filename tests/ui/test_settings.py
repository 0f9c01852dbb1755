from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from companion.core.entries import Kind
from companion.ui.settings import Settings


def test_the_first_start_has_defaults(home: Path) -> None:
    settings = Settings()
    assert settings.recent == []
    assert settings.theme == "light"
    assert settings.size == 18
    assert settings.marked_kinds == frozenset(Kind)
    assert settings.first_in_section is False
    assert settings.geometry.isEmpty()


def test_values_keep_their_types_when_they_come_back_from_disk(home: Path) -> None:
    settings = Settings()
    settings.keep_look("dark", 24, frozenset({Kind.TERM}), True)
    settings.keep_window(QByteArray(b"g\x00\xff"), QByteArray(b"s"))
    again = Settings()
    assert (again.theme, again.size, again.first_in_section) == ("dark", 24, True)
    assert again.marked_kinds == {Kind.TERM}
    assert again.geometry == QByteArray(b"g\x00\xff")


def test_no_kind_marked_is_kept_as_none(home: Path) -> None:
    settings = Settings()
    settings.keep_look("light", 18, frozenset(), False)
    assert Settings().marked_kinds == frozenset()


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


def test_a_settings_file_of_nonsense_gives_defaults(home: Path) -> None:
    stored = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "reading-companion", "window")
    stored.setValue("look/size", "large")
    stored.setValue("look/marks", "term ghosts")
    stored.sync()
    settings = Settings()
    assert settings.size == 18
    assert settings.marked_kinds == {Kind.TERM}

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from companion import preflight

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for libraries of Linux")


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes the system lack these libraries, and all others be there."""

    def lack(*names: str) -> None:
        monkeypatch.setattr(preflight, "_loads", lambda name: name not in names)

    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(preflight, "_x_server_answers", lambda: True)
    lack()
    return lack


@pytest.mark.usefixtures("lacking")
class TestScreens:
    def test_without_a_screen_it_says_so(self) -> None:
        assert "No screen was found" in (preflight.problem() or "")

    def test_a_page_needs_no_screen(self) -> None:
        assert preflight.problem(screen=False) is None

    @pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
    def test_either_kind_of_screen_will_do(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(name, "0")
        assert preflight.problem() is None

    def test_a_screen_that_was_asked_for_needs_no_other(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:size=100x100")
        assert preflight.problem() is None

    def test_asking_for_x11_without_a_display_is_no_screen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        assert "No screen was found" in (preflight.problem() or "")

    def test_a_display_that_nobody_serves_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DISPLAY", ":77")
        monkeypatch.setattr(preflight, "_x_server_answers", lambda: False)
        assert "“:77”, cannot be reached" in (preflight.problem() or "")


def test_missing_libraries_are_named_with_their_packages(
    lacking: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    lacking("libEGL.so.1", "libxcb-cursor.so.0")
    first, second = (preflight.problem() or "").split("\n")
    assert first == "The system lacks some libraries that the window needs: libEGL.so.1, libxcb-cursor.so.0."
    assert second.startswith("On Debian or Ubuntu: ")
    assert second.endswith("apt install libegl1 libxcb-cursor0")


def test_what_a_page_needs_not_is_not_missed(lacking: Callable[..., None]) -> None:
    lacking("libxcb-cursor.so.0")
    assert preflight.problem(screen=False) is None


def test_one_way_to_the_screen_is_enough(
    lacking: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    lacking("libwayland-cursor.so.0")
    assert preflight.problem() is None
    lacking("libwayland-cursor.so.0", "libxcb-cursor.so.0")
    assert "libwayland-cursor0" in (preflight.problem() or "")


@pytest.mark.usefixtures("lacking")
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ModuleNotFoundError("No module named 'PySide6'"), "-m pip install PySide6-Essentials"),
        (ImportError("undefined symbol: x"), "Qt cannot be loaded: undefined symbol: x."),
    ],
)
def test_a_qt_that_cannot_be_imported_is_told(
    error: ImportError, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def find_spec(self, name: str, *_: object) -> None:
            if name.startswith("PySide6"):
                raise error

    for name in [name for name in sys.modules if name.startswith("PySide6")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    assert said in (preflight.problem(screen=False) or "")

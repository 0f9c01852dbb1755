"""Preflight: what stops the window from opening, in words, where Qt itself would only abort."""

from __future__ import annotations

import ctypes
import os
import sys

_QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt's own libraries need of a Linux system, and the package of Debian and Ubuntu that holds it."""

_SCREENS = {
    "xcb": {
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libX11-xcb.so.1": "libx11-xcb1",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
    },
}
"""The same for each way to a screen, by the name of Qt's platform plugin."""

_WITHOUT_WINDOW = "The commands that need no window are listed by “companion --help”."


def problem(*, screen: bool = True) -> str | None:
    """What stops Qt from starting, as sentences that say what to do; None when nothing does.

    With ``screen=False`` only what Qt needs without a window, as for writing a PDF, is looked at. Takes
    some 40 ms, nearly all of them for libraries that Qt would load anyway.
    """
    return (_linux(screen) if sys.platform.startswith("linux") else None) or _qt()


def packages() -> list[str]:
    """The packages of Debian and Ubuntu that hold all that a window needs on X11."""
    return [*_QT.values(), *_SCREENS["xcb"].values()]


def _linux(screen: bool) -> str | None:
    lacking = _lacking(_QT)
    if screen:
        ways = _ways_to_a_screen()
        if not ways:
            nowhere = f"No screen was found: neither DISPLAY nor WAYLAND_DISPLAY is set. {_WITHOUT_WINDOW}"
            lacking |= _lacking(_SCREENS["xcb"])
            return f"{nowhere}\n{_install(lacking)}" if lacking else nowhere
        by_way = {way: _lacking(_SCREENS.get(way, {})) for way in ways}
        if all(by_way.values()):
            lacking |= by_way[ways[0]]
        elif ways == ["xcb"] and not lacking and not _x_server_answers():
            shown = os.environ.get("DISPLAY", "")
            return f"The screen that DISPLAY names, “{shown}”, cannot be reached. {_WITHOUT_WINDOW}"
    return _install(lacking) if lacking else None


def _ways_to_a_screen() -> list[str]:
    """The platform plugins that Qt would try, in its order; empty when there is no screen to try."""
    asked = [way.partition(":")[0] for way in os.environ.get("QT_QPA_PLATFORM", "").split(";") if way]
    display, wayland = (bool(os.environ.get(name)) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if asked:
        return [way for way in asked if way != "xcb" or display]
    return ["wayland"] * wayland + ["xcb"] * display


def _lacking(libraries: dict[str, str]) -> dict[str, str]:
    return {name: package for name, package in libraries.items() if not _loads(name)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x_server_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt will say what it thinks of that
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _install(lacking: dict[str, str]) -> str:
    apt = "apt" if sys.platform != "win32" and os.geteuid() == 0 else "sudo apt"
    few = "a library" if len(lacking) == 1 else "some libraries"
    return (
        f"The system lacks {few} that the window needs: {', '.join(lacking)}.\n"
        f"On Debian or Ubuntu: {apt} install {' '.join(lacking.values())}"
    )


def _qt() -> str | None:
    try:
        import PySide6
        import PySide6.QtWidgets
    except ModuleNotFoundError:
        return f"Qt is not installed for this Python. Run: {sys.executable} -m pip install PySide6-Essentials"
    except ImportError as error:
        return f"Qt cannot be loaded: {error}.{_ADVICE.get(sys.platform, '')}"
    if sys.version_info < (3, 12) and PySide6.__version_info__[:2] >= (6, 12):
        return (
            f"PySide6 {PySide6.__version__} ends by itself after a while on Python 3.11. "
            f'Run: {sys.executable} -m pip install "PySide6-Essentials<6.12"'
        )
    return None


_ADVICE = {
    "win32": " Windows 10 or later with Microsoft’s “Visual C++ Redistributable” (2015–2022, x64) is needed.",
    "darwin": " This version of Qt may need a newer macOS than this one.",
}

"""Running: one run of the program: the application, its one instance, and a window until that closes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from companion import __version__
from companion.texts import Texts, usual_folder
from companion.ui.program.ending import Ending
from companion.ui.program.language import speak
from companion.ui.program.one_instance import FilesOfTheSystem, OneInstance, Request, startup_token
from companion.ui.program.settings import Settings
from companion.ui.program.trouble import Trouble
from companion.ui.session import Session, reading_at_start

if TYPE_CHECKING:
    from pathlib import Path


DESKTOP_ID = "io.github.reading_companion.ReadingCompanion"
"""The name of the program's desktop file, by which a desktop knows its windows."""


_TURN = 0.0005
"""Seconds that a thread in the background keeps the interpreter to itself: the window, which asks for it
again after each call of Qt, would else wait 5 ms each time, and a page of a long book a fifth of a second."""

_WITHOUT_CLIPBOARD = ("offscreen", "minimal", "vnc")
"""Platforms on which Qt itself keeps what was copied, until after the end of Python, whose object it is."""


def application() -> QApplication:
    """The Qt application, made once: Fusion on every system, so that the themes look alike everywhere."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    made = QApplication([sys.argv[0], "-style", "fusion"])  # setStyle would give back what is slow to know
    made.setApplicationName("reading-companion")
    made.setApplicationDisplayName("Reading Companion")
    made.setApplicationVersion(__version__)
    made.setDesktopFileName(DESKTOP_ID)
    return made


def run(
    file: Path | None, companion: Path | None, *, new_window: bool = False, texts: Texts | None = None
) -> int:
    """Runs the program with a window until that is closed; gives the exit status.

    Where a window stands already, that one opens the file, and this ends at once, unless a new one is wanted.
    `texts` opens the files; it may be reading `file` already.
    """
    token = startup_token()
    running = application()
    instance = OneInstance(running)
    request = Request(
        file.absolute() if file is not None else None,
        companion.absolute() if companion is not None else None,
        token,
    )
    if instance.begin(request, new_window=new_window):
        return 0
    settings, opener = Settings(), texts or Texts(usual_folder())
    speak(settings.language, running)
    if file is None:  # while the window is made, a process reads it
        chosen = reading_at_start(settings).absolute()
        if not settings.encoding_of(chosen):
            opener.read_ahead(chosen)
    trouble = Trouble()
    trouble.begin()
    session = Session(opener, in_stages=True)
    trouble.met.connect(session.tell_of_trouble)
    instance.asked.connect(session.take)
    running.lastWindowClosed.connect(instance.end)
    if sys.platform == "darwin":  # a filter hears every event of the program, so only where it is needed
        files = FilesOfTheSystem(running)
        files.asked.connect(session.take)
        running.installEventFilter(files)
    ending = Ending(running)
    ending.asked.connect(session.window.close)
    ending.begin()
    session.start(file, companion)
    sys.setswitchinterval(_TURN)
    status = running.exec()
    ending.end()
    if running.platformName() in _WITHOUT_CLIPBOARD:
        running.clipboard().clear()
    trouble.end()
    return status or session.status

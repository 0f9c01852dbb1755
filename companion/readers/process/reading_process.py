"""A reading process as the program has it: it is asked, waited for with patience, and ended."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from companion.readers.limits import LARGEST_FILE
from companion.readers.process import frames
from companion.readers.process.command import command, surroundings
from companion.readers.process.frames import BrokenOffError, Frame, read_frame, write_frame
from companion.readers.process.message_form import MalformedError, message_read
from companion.readers.process.pixels import Pixels, pixels_read
from companion.readers.process.refusals import broken_off, too_long, too_much
from companion.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST, LONGEST_FOR_A_MEGABYTE = 60.0, 1.5
"""Seconds that a file may take, and so many more for each of its megabytes."""

LARGEST_ANSWER = 6 * LARGEST_FILE
"""Bytes of a document's form. A text of the largest size in short lines takes four times as much."""

_LONGEST_FOR_A_PICTURE = 20.0
"""Seconds."""

_WITHOUT_WINDOW = 0x08000000 if sys.platform == "win32" else 0
"""CREATE_NO_WINDOW: on Windows a program without a console would show one for its child."""

_GLANCE = 0.1
"""Seconds after which the reader's wish to cancel is noticed."""


class Book(NamedTuple):
    """The bytes of a file, its name, and the encoding that is wished for it, if any."""

    data: bytes
    file: str
    encoding: str = ""


class NotReadyError(Exception):
    """A process had not loaded what it needs, and can load nothing any more."""


class ReadingProcess:
    """A child that reads one file. It is started at once, and gets itself ready while nobody asks."""

    def __init__(self, program: list[str] | None = None) -> None:
        """`program` is another one that speaks in frames. Raises OSError when no process can begin."""
        import subprocess

        self._process = subprocess.Popen(
            program or command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=surroundings(),
            creationflags=_WITHOUT_WINDOW,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._asked, self._answered = self._process.stdin.fileno(), self._process.stdout.fileno()
        self._asking: Thread | None = None
        self._ending = Lock()

    @property
    def is_alive(self) -> bool:
        """Whether it could still be asked."""
        return self._process.poll() is None

    def form_of(
        self,
        book: Book,
        name: str,
        report: Callable[[float], None],
        *,
        begun: Callable[[bytes], None] | None = None,
        is_for_everything: bool = False,
    ) -> bytes:
        """The form of the document in a file, whose `name` is fit to be shown.

        `report` is told the share that is done, several times a second, and `begun` is given the form of the
        document's beginning, if there is one before the whole; whatever they raise ends the process.
        Raises UnreadableError when the file is refused, takes too long, or is the end of the process, and
        NotReadyError when it needs more than was foreseen; a process that `is_for_everything` can read it.
        """
        work = frames.EVERYTHING if is_for_everything else frames.READING
        patience = LONGEST + LONGEST_FOR_A_MEGABYTE * len(book.data) / 1_000_000
        try:
            question = _given(book, work, begins=begun is not None)
            return _form_in(self.answer(question, patience, report, begun), name, is_last=is_for_everything)
        except BrokenOffError:
            raise broken_off(name) from None
        except TimeoutError:
            raise too_long(name, patience) from None

    def picture(
        self, book: Book | None, form: str, source: str, most_width: int, most_height: int
    ) -> Pixels | None:
        """The picture `source` of its file, no larger than that; None when there is none that can be shown.

        `book` is the file, for a process that does not have it yet. Raises BrokenOffError when it is no more.
        """
        asked = {"form": form, "source": source, "width": most_width, "height": most_height}
        first = [] if book is None else _given(book, frames.PICTURES)
        try:
            answer = self.answer([*first, Frame(frames.SHOW, _told(asked))], _LONGEST_FOR_A_PICTURE, _nobody)
        except TimeoutError:
            raise BrokenOffError from None
        return (
            None if answer.letter != frames.PICTURE else pixels_read(answer.content, most_width, most_height)
        )

    def end(self) -> None:
        """Ends it, and waits until it is no more."""
        with self._ending:
            self._process.kill()
            self._process.wait()
            if self._asking is not None:
                self._asking.join()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()

    def answer(
        self,
        question: list[Frame],
        patience: float,
        report: Callable[[float], None],
        begun: Callable[[bytes], None] | None = None,
    ) -> Frame:
        """The answer, once it is there, within so many seconds.

        Whatever goes wrong is the end of the process, and is raised: BrokenOffError when it is no more,
        TimeoutError, or what `report` and `begun` raise.
        """
        heard: SimpleQueue[Frame | None] = SimpleQueue()
        self._asking = Thread(target=self._ask, args=(question, heard), daemon=True)
        self._asking.start()
        until, share = time.monotonic() + patience, 0.0
        try:
            while True:
                report(share)
                try:
                    frame = heard.get(timeout=_GLANCE)
                except Empty:
                    if time.monotonic() > until:
                        raise TimeoutError from None
                    continue
                if frame is None:
                    raise BrokenOffError
                if frame.letter == frames.BEGINNING:
                    _pass_on(frame.content, begun)
                    begun = None
                elif frame.letter != frames.PROGRESS:
                    return frame
                else:
                    share = _share(frame.content, share)
        except BaseException:
            self.end()
            raise

    def _ask(self, question: list[Frame], heard: SimpleQueue[Frame | None]) -> None:
        """Asks and listens until there is an answer, in a thread of its own: a pipe may be silent."""
        try:
            for frame in question:
                write_frame(self._asked, *frame)
            while True:
                answer = read_frame(self._answered, LARGEST_ANSWER)
                heard.put(answer)
                if answer.letter not in (frames.PROGRESS, frames.BEGINNING):
                    return
        except (OSError, BrokenOffError, MemoryError):
            heard.put(None)


def _given(book: Book, work: str, *, begins: bool = False) -> list[Frame]:
    """What gives a process its file, and tells it what to get ready for and whether to tell the beginning."""
    asked = {"name": book.file, "encoding": book.encoding, "work": work, "beginning": begins}
    return [Frame(frames.READ, _told(asked)), Frame(frames.FILE, book.data)]


def _told(asked: dict[str, Any]) -> bytes:
    return json.dumps(asked).encode("ascii")


def _pass_on(form: bytes, begun: Callable[[bytes], None] | None) -> None:
    """Gives a beginning to whoever waits for it, as nobody does for a second one, or a large one."""
    if begun is None or len(form) > frames.LARGEST_BEGINNING:
        raise BrokenOffError
    begun(form)


def _share(told: bytes, before: float) -> float:
    """How much is done, as the process tells it; it is not believed that it goes backwards."""
    try:
        return min(1.0, max(before, float(told[:20])))
    except ValueError:
        return before


def _form_in(answer: Frame, name: str, *, is_last: bool) -> bytes:
    match answer.letter:
        case frames.DOCUMENT:
            return answer.content
        case frames.REFUSAL:
            try:
                raise UnreadableError(message_read(json.loads(answer.content)))
            except (MalformedError, ValueError, RecursionError):
                raise BrokenOffError from None
        case frames.FAILURE if answer.content == b"MemoryError":
            raise too_much(name)
        case frames.FAILURE if answer.content == b"ModuleNotFoundError" and not is_last:
            raise NotReadyError
    raise BrokenOffError


def _nobody(share: float) -> None:
    """Takes the progress when nobody asks for it."""

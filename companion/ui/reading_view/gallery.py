"""Gallery: the pictures of the open book, decoded one by one when they are near, and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, QSize, QSizeF, Qt, Signal

from companion.ui.program.jobs import Jobs
from companion.ui.reading_view.shade import Shade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QImage

    from companion.ui.looks.look import Look


class Pixels(Protocol):
    """A decoded picture: its width and height, and four bytes for each pixel: red, green, blue, opacity."""

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def data(self) -> bytes: ...


class Pictures(Protocol):
    """Decodes the pictures of a book, in any thread; see ``BookPictures``."""

    def picture(self, source: str, most_width: int, most_height: int) -> Pixels | None:
        """The picture of that name with at most so many pixels; None when it cannot be shown."""
        ...


_MOST_BYTES = 96 * 2**20
"""Of decoded pictures that are kept: some forty that fill the column of an ordinary screen."""
_STEP = 256
"""Pixels: rooms are rounded up to a multiple of this, so that a window that grows asks seldom anew."""
_WAITING = 12
"""Pictures that wait to be decoded; a reader who scrolls on passes over those that were wanted long ago."""
_BEFORE_KNOWN = (0.62, 0.42)
"""The parts of the column's width and the screen's height that a picture takes before its size is known."""


class _Size(NamedTuple):
    """How large a picture came out in pixels, and whether it was made smaller for the room."""

    width: int
    height: int
    is_reduced: bool


class _Decoded(NamedTuple):
    source: str
    room: QSize
    image: QImage


class Gallery(QObject):
    """Where the reading view gets its pictures from. The work is done in a thread; the window never waits.

    Signals:
        arrived(str): the picture of that source is there, or is known to be none.
        large_arrived(str): a picture that was asked for in the size of the window is there.
    """

    arrived = Signal(str)
    large_arrived = Signal(str)

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.shade = Shade(look)
        self._jobs = Jobs(self, threads=1)
        self._ask: Callable[[], Pictures | None] | None = None
        self._pictures: Pictures | None = None
        self._room = QSize(_STEP, _STEP)
        self._sizes: dict[str, _Size | None] = {}
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._fitted: dict[str, QImage] = {}
        self._waiting: list[tuple[str, QSize]] = []
        self._under_way: tuple[str, QSize] | None = None
        self._large_wanted: tuple[str, QSize] | None = None
        self.large: QImage | None = None

    def take_from(self, ask: Callable[[], Pictures | None]) -> None:
        """Will ask this for the pictures of each text that is opened."""
        self._ask = ask

    def begin(self) -> None:
        """Another text is open."""
        self._jobs.cancel_all()
        self._pictures = self._ask() if self._ask is not None else None
        self._sizes.clear()
        self._images.clear()
        self._fitted.clear()
        self._waiting.clear()
        self._under_way = self._large_wanted = self.large = None

    def finish(self) -> None:
        """Decodes nothing more."""
        self._waiting.clear()
        self._pictures = None
        self._jobs.finish()

    def set_room(self, width: float, height: float, dots: float) -> None:
        """Pictures are shown on a screen of so many logical pixels with so many `dots` in each."""
        sides = (max(1, -(-round(side * dots) // _STEP)) * _STEP for side in (width, height))
        self._room = QSize(*sides)

    # -- what is known

    def size_in(self, source: str, width: float, height: float) -> QSizeF | None:
        """How large a picture is shown where it may be so wide and so high, in logical pixels.

        One that is not known yet gets a place of a fixed size. None for one that cannot be shown.
        """
        if self._pictures is None:
            return None
        if source not in self._sizes:
            wide, high = _BEFORE_KNOWN
            return QSizeF(round(width * wide), round(min(width * wide, height * high)))
        size = self._sizes[source]
        if size is None:
            return None
        factor = min(width / size.width, height / size.height)
        if not size.is_reduced:
            factor = min(1.0, factor)
        return QSizeF(max(1, round(size.width * factor)), max(1, round(size.height * factor)))

    def image(self, source: str, dots: QSize) -> QImage | None:
        """The picture in exactly so many dots of the screen; None when it is not there now."""
        kept = self._images.get(source)
        if kept is None:
            return None
        self._images.move_to_end(source)
        fitted = self._fitted.get(source)
        if fitted is None or fitted.size() != dots:
            fitted = kept.scaled(
                dots, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._fitted[source] = fitted
        return fitted

    # -- what is wanted

    def want(self, sources: Iterable[str]) -> None:
        """These are on the screen or near it, the most wanted first."""
        for source in reversed(list(sources)):
            if self._is_lacking(source):
                wanted = (source, self._room)
                self._waiting = [one for one in self._waiting if one != wanted]
                self._waiting.append(wanted)
        del self._waiting[:-_WAITING]
        self._go_on()

    def want_large(self, source: str, room: QSize) -> None:
        """One is wanted in the size of the window, in dots of the screen."""
        self.large = self._images.get(source)
        self._large_wanted = (source, room)
        self._waiting.append(self._large_wanted)
        self._go_on()

    def could_be_larger(self, source: str, image: QImage) -> bool:
        """Whether a picture was made smaller than it is in the book to be this image."""
        wanted = self._large_wanted[1] if self._large_wanted else self._room
        size = self._sizes.get(source)
        if image is self._images.get(source):
            return size is not None and size.is_reduced
        return image.width() >= wanted.width() or image.height() >= wanted.height()

    def let_large_go(self) -> None:
        """It is no longer looked at."""
        self._large_wanted = self.large = None

    def _is_lacking(self, source: str) -> bool:
        if self._pictures is None or self._under_way == (source, self._room):
            return False
        if source not in self._sizes:
            return True
        size = self._sizes[source]
        if size is None:
            return False
        kept = self._images.get(source)
        if kept is None:
            return True
        could_grow = self._room.width() > kept.width() and self._room.height() > kept.height()
        return size.is_reduced and could_grow

    def _go_on(self) -> None:
        if self._under_way is not None or not self._waiting or self._pictures is None:
            return
        self._under_way = self._waiting.pop()
        job = self._jobs.run("", _Decode(self._pictures, *self._under_way))
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)

    def _take(self, decoded: _Decoded) -> None:
        source, room, image = decoded
        is_large = self._large_wanted == (source, room)
        self._under_way = None
        if image.isNull():
            self._sizes.setdefault(source, None)
        elif is_large:
            self.large = image
            self.large_arrived.emit(source)
        else:
            is_reduced = image.width() >= room.width() or image.height() >= room.height()
            self._sizes[source] = _Size(image.width(), image.height(), is_reduced)
            self._keep(source, image)
        self.arrived.emit(source)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        """What nobody expected: the picture's words stay, and the error is told where all such errors are."""
        if self._under_way is not None:
            self._sizes.setdefault(self._under_way[0], None)
            self._under_way = None
        self._go_on()
        raise error

    def _keep(self, source: str, image: QImage) -> None:
        self._images[source] = image
        self._images.move_to_end(source)
        self._fitted.pop(source, None)
        while len(self._images) > 1 and self._bytes() > _MOST_BYTES:
            gone, _ = self._images.popitem(last=False)
            self._fitted.pop(gone, None)

    def _bytes(self) -> int:
        return sum(image.sizeInBytes() for one in (self._images, self._fitted) for image in one.values())


class _Decode:
    """Work for a thread: one picture, as an image that Qt draws quickly."""

    def __init__(self, pictures: Pictures, source: str, room: QSize) -> None:
        self._pictures, self._source, self._room = pictures, source, room

    def __call__(self, report: Callable[[float], None]) -> _Decoded:
        found = self._pictures.picture(self._source, self._room.width(), self._room.height())
        report(0.9)
        from PySide6.QtGui import QImage  # the first page of most books needs none

        image = QImage()
        if found is not None:
            form = QImage.Format.Format_RGBA8888
            seen = QImage(found.data, found.width, found.height, 4 * found.width, form)
            image = seen.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        return _Decoded(self._source, self._room, image)

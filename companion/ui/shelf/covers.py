"""Covers: pictures of the books, decoded once by the reading process and kept as small files."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap

from companion.ui.program.jobs import Jobs, unexpected
from companion.ui.shelf.shelving import shelf_cache

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.readers.process.book_pictures import BookPictures
    from companion.readers.process.pixels import Pixels

WIDEST, HIGHEST = 320, 480
"""Pixels across and down that a cover is kept in, at most."""
_MOST_KEPT = 400
"""Covers that are held in memory; a shelf of a thousand shows some dozens at a time."""


def cover_file(identity: str) -> Path:
    """Where the cover of a text is kept."""
    return shelf_cache() / "covers" / f"{identity}.png"


class Covers(QObject):
    """The covers by the identities of their texts. A cover is read from its file when it is first painted.

    Signals:
        arrived(): a cover is there that was asked for before.
    """

    arrived = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self, threads=1)
        self._known: dict[str, QPixmap | None] = {}
        self._asked: set[str] = set()

    def cover(self, identity: str) -> QPixmap | None:
        """The cover; None where there is none, or not yet: `arrived` tells when one is."""
        if identity not in self._known and identity not in self._asked:
            self._asked.add(identity)
            job = self._jobs.run("", _Load(identity))
            job.succeeded.connect(self._loaded)
            job.failed.connect(unexpected)
        return self._known.get(identity)

    def make(self, identity: str, pictures: BookPictures | None, source: str) -> None:
        """Has the picture `source` of a book decoded and kept, unless it is kept already."""
        if source and pictures is not None and identity:
            job = self._jobs.run("", _Make(identity, pictures, source))
            job.succeeded.connect(self._loaded)
            job.failed.connect(unexpected)

    def forget(self, identity: str) -> None:
        """Reads the cover from its file once more when it is asked for: it was made meanwhile."""
        self._known.pop(identity, None)

    def finish(self) -> None:
        """Ends what is under way."""
        self._jobs.finish()

    def _loaded(self, loaded: tuple[str, QImage | None]) -> None:
        identity, image = loaded
        self._asked.discard(identity)
        while len(self._known) >= _MOST_KEPT:
            self._known.pop(next(iter(self._known)))
        self._known[identity] = None if image is None else QPixmap.fromImage(image)
        if image is not None:
            self.arrived.emit()


class _Load:
    """Work for a thread: a cover is read from the file in which it is kept."""

    def __init__(self, identity: str) -> None:
        self._identity, self._path = identity, cover_file(identity)

    def __call__(self, _: Callable[[float], None]) -> tuple[str, QImage | None]:
        return self._identity, loaded(self._path)


class _Make:
    """Work for a thread: the reading process decodes a picture, and it is kept."""

    def __init__(self, identity: str, pictures: BookPictures, source: str) -> None:
        self._identity, self._pictures, self._source = identity, pictures, source
        self._path = cover_file(identity)

    def __call__(self, _: Callable[[float], None]) -> tuple[str, QImage | None]:
        known = loaded(self._path)
        if known is None:
            keep_cover(self._path, self._pictures, self._source)
            known = loaded(self._path)
        return self._identity, known


def loaded(path: Path) -> QImage | None:
    """The picture in one of our own files; None where there is none."""
    if not path.is_file():
        return None
    reader = QImageReader(str(path), b"png")
    if not (0 < reader.size().width() <= WIDEST and 0 < reader.size().height() <= HIGHEST):
        return None
    image = reader.read()
    return None if image.isNull() else image


def keep_cover(path: Path, pictures: BookPictures, source: str) -> None:
    """Has the reading process decode a picture, and keeps it in a file, whole or not at all."""
    pixels = pictures.picture(source, 2 * WIDEST, 2 * HIGHEST)
    if pixels is None:
        return
    image = _image(pixels)
    fresh = path.with_suffix(".tmp")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if QImageWriter(str(fresh), b"png").write(image):
            fresh.replace(path)
    with suppress(OSError):
        fresh.unlink(missing_ok=True)


def _image(pixels: Pixels) -> QImage:
    whole = QImage(pixels.data, pixels.width, pixels.height, 4 * pixels.width, QImage.Format.Format_RGBA8888)
    return whole.scaled(
        WIDEST,
        HIGHEST,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).copy()

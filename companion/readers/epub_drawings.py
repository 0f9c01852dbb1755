"""Pictures of an EPUB are found in it; of a drawing (SVG) the picture in it, all there is on many covers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.readers.references import within
from companion.readers.web_pictures import is_drawing
from companion.readers.zip_parts import PartError

if TYPE_CHECKING:
    from companion.readers.zip_parts import Archive

_DATA = "data:"
_IMAGE = re.compile(rb"<(?:[\w.-]+:)?image\s[^<>]*?\bhref\s*=\s*[\"'](data:|[^\"'<>]{1,2000}(?=[\"']))")
_LOOKED_AT = 256 * 1024
"""Bytes at the beginning of a drawing, where the tag of a picture stands, though its data are long."""

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp")

_MOST = 2_000
"""Drawings that are looked into; a book may set each of its formulas as one."""


class Drawings:
    """Tells by which picture each drawing in an archive is shown; `missing` are those that are not there."""

    def __init__(self, archive: Archive) -> None:
        self.missing: set[str] = set()
        self._archive = archive
        self._found: dict[str, str] = {}

    def source(self, reference: str, file: str) -> str:
        """The name in the archive of the picture to which `file` refers; empty when there is none to show.

        A drawing that holds a picture in itself is shown by its own name; see ``picture_bytes``.
        """
        if reference.startswith(_DATA):
            return self.shown(file) if is_drawing(file) else ""
        named = within(reference, file)
        found = self._archive.find(named)
        if found is None and named.lower().endswith(_PICTURES):
            self.missing.add(named)
        return self.shown(found or "")

    def shown(self, name: str) -> str:
        """By which picture that which has this name in the archive is shown."""
        if not is_drawing(name):
            return name
        if name not in self._found:
            self._found[name] = self._within(name) if len(self._found) < _MOST else name
        return self._found[name]

    def _within(self, drawing: str) -> str:
        try:
            image = _IMAGE.search(self._archive.beginning(drawing, _LOOKED_AT))
        except PartError:
            return ""
        if image is None:
            return ""
        reference = image[1].decode("utf-8", "replace")
        if reference == _DATA:
            return drawing
        found = self._archive.find(within(reference, drawing)) or ""
        return "" if is_drawing(found) else found

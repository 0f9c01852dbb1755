"""An encoded picture becomes a rectangle of colours, no larger than it is shown."""

from __future__ import annotations

import io
import struct

from PIL import Image, ImageOps

from companion.readers.pictures import picture_bytes
from companion.readers.process.pixels import Pixels, pixels_told

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")

MOST_PIXELS = 40_000_000
"""Of a picture as it is in the file: 160 MB once decoded. A page scanned at 600 dpi has 35 million."""


def pixels_in(data: bytes, form: str, source: str, width: int, height: int) -> bytes | None:
    """The picture `source` of a book, as another process takes it; None when it cannot be shown."""
    encoded = picture_bytes(data, form, source)
    if encoded is None:
        return None
    try:
        found = _decoded(encoded, width, height)
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        struct.error,
        MemoryError,
        ArithmeticError,
        LookupError,
        Image.DecompressionBombError,
    ):
        return None  # Pillow has an error of its own for every way in which a picture can be broken
    return None if found is None else pixels_told(found)


def _decoded(encoded: bytes, width: int, height: int) -> Pixels | None:
    with Image.open(io.BytesIO(encoded), formats=_FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            return None
        image.draft("RGB", (width, height))  # a JPEG is decoded no larger than needed
        image.thumbnail((width, height), reducing_gap=2.0)
        turned = ImageOps.exif_transpose(image)
        turned.thumbnail((width, height))
        shown = turned.convert("RGBA")
    return Pixels(shown.width, shown.height, shown.tobytes())

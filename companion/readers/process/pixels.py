"""Pixels: a picture as a rectangle of colours, and its form on a pipe."""

from __future__ import annotations

import struct
from typing import NamedTuple

from companion.readers.process.frames import BrokenOffError

_SIZE = struct.Struct("<II")


class Pixels(NamedTuple):
    """A picture: its width and height, and four bytes for each pixel: red, green, blue, opacity."""

    width: int
    height: int
    data: bytes


def pixels_told(picture: Pixels) -> bytes:
    """The form of a picture: its width, its height, its pixels."""
    return _SIZE.pack(picture.width, picture.height) + picture.data


def pixels_read(told: bytes, most_width: int, most_height: int) -> Pixels:
    """The picture of that form; BrokenOffError when it is not what was asked for."""
    if len(told) < _SIZE.size:
        raise BrokenOffError
    width, height = _SIZE.unpack_from(told)
    fits = 0 < width <= most_width and 0 < height <= most_height
    if not fits or len(told) != _SIZE.size + 4 * width * height:
        raise BrokenOffError
    return Pixels(width, height, told[_SIZE.size :])

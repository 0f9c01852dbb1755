"""A picture is taken out of the bytes of the book that it stands in, and out of nothing else."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING

from companion.readers.limits import LARGEST_PICTURE
from companion.readers.references import unescaped
from companion.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable

_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM")
_ARCHIVE = b"PK\x03\x04"
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]")


def picture_bytes(data: bytes, form: str, source: str) -> bytes | None:
    """The bytes of the picture `source` (``Picture.source``) of the book `data` in the format `form`.

    They are those of a PNG, JPEG, GIF, WebP or BMP, still encoded, as their first bytes say; nothing more is
    known of them. A picture of a PDF is drawn as it is seen on its page. None when there is no such picture,
    it is of another kind, such as a mere drawing, is encrypted or damaged, or is larger than
    ``LARGEST_PICTURE``.
    """
    take = _TAKEN.get(form)
    if take is None or not source:
        return None
    try:
        found = take(data, source)
    except UnreadableError:
        return None
    return found if found and len(found) <= LARGEST_PICTURE and _is_picture(found) else None


def _is_picture(data: bytes) -> bool:
    return data.startswith(_STARTS) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")


def _part(data: bytes, source: str) -> bytes | None:
    """The file of an archive that has just this name; of a drawing, the picture that is packed into it."""
    from companion.readers.zip_parts import Archive, PartError

    try:
        found = Archive(data, "").read(source)
    except PartError:
        return None
    return _within_drawing(found) if source.lower().endswith(".svg") else found


def _within_drawing(data: bytes) -> bytes | None:
    """The first picture that stands itself in a drawing, as those on the covers of many books do."""
    from companion.readers.markup import xml_tree

    root = xml_tree(data).root
    for image in () if root is None else root.iter("{*}image", "image"):
        reference = image.get("{http://www.w3.org/1999/xlink}href") or image.get("href") or ""
        if reference.startswith("data:"):
            return _addressed(reference)
    return None


def _binary(data: bytes, source: str) -> bytes | None:
    """What stands in the ``binary`` of a FictionBook that has this id."""
    from companion.readers.fb2 import unzipped
    from companion.readers.markup import xml_tree

    root = xml_tree(unzipped(data, "") if data.startswith(_ARCHIVE) else data).root
    if root is None:
        return None
    found = (binary for binary in root.iter("{*}binary") if binary.get("id") == source)
    return _decoded(next((binary.text or "" for binary in found), ""))


def _within_page(data: bytes, source: str) -> bytes | None:
    """What stands in the address of a picture in a web page. https://www.rfc-editor.org/rfc/rfc2397"""
    from companion.readers.html import data_picture

    return _addressed(data_picture(data, source))


def _drawn(data: bytes, source: str) -> bytes | None:
    """What is seen on a part of a page."""
    from companion.readers.pdf_showing import drawn_picture

    return drawn_picture(data, source)


def _addressed(address: str) -> bytes | None:
    """What stands in an address ``data:image/...;base64,...``."""
    head, _, words = address.partition(",")
    return _decoded(unescaped(words)) if head.rstrip().lower().endswith(";base64") else None


def _decoded(words: str) -> bytes | None:
    """The bytes that are written as Base64; signs that are not of it are passed over, as all programs do."""
    if len(words) > 2 * LARGEST_PICTURE:
        return None
    kept = _NOT_BASE64.sub("", words)
    try:
        return base64.b64decode(kept + "=" * (-len(kept) % 4))
    except binascii.Error:
        return None


_TAKEN: dict[str, Callable[[bytes, str], bytes | None]] = {
    "epub": _part,
    "docx": _part,
    "fb2": _binary,
    "html": _within_page,
    "pdf": _drawn,
}

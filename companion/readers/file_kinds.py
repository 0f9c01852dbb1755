"""What a file is, judged by its first bytes: a text that can be opened, or a sentence why not."""

from __future__ import annotations

import re
import stat
import unicodedata
from typing import TYPE_CHECKING

from companion.readers.limits import LARGEST_FILE
from companion.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

_OPENS = "this version opens plain text and Markdown"

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"(\xb5/\xfd", "a compressed file (zstd)"),
    (b"7z\xbc\xaf'\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"ITSF", "a Windows help file (CHM)"),
    (b"AT&TFORM", "a scanned book (DjVu)"),
    (b"%!PS", "a PostScript file"),
)

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a]")
_WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,400}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html)[\s>]", re.I | re.S
)
_FICTION_BOOK = re.compile(
    rb"\s*<\?xml[^>]{0,400}>\s*(?:<!--.{0,2000}?-->\s*)?<FictionBook[\s>]", re.I | re.S
)


def shown_name(path: Path) -> str:
    """The name of the file as it may stand in a sentence: on one line, without invisible signs."""
    return _in_one_line(path.name or str(path))


def _in_one_line(name: str) -> str:
    return "".join(sign if unicodedata.category(sign)[0] != "C" else "\ufffd" for sign in name)


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of the file at `path`; raises UnreadableError when they cannot be had, or are none."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableError(f"“{name}” is a folder; choose a text file in it.")
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableError(f"“{name}” is not an ordinary file, so it cannot be opened.")
        if found.st_size > LARGEST_FILE:
            raise UnreadableError(_too_large(name, found.st_size))
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnreadableError(f"There is no file “{name}” in “{_in_one_line(str(path.parent))}”.") from None
    except PermissionError:
        raise UnreadableError(f"“{name}” may not be read: its permissions do not allow it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"“{name}” cannot be read: {reason}.") from None
    if len(data) > LARGEST_FILE:
        raise UnreadableError(_too_large(name, len(data)))
    if not data:
        raise UnreadableError(f"“{name}” is empty, so there is nothing to read.")
    return data


def check_is_text(data: bytes, name: str) -> None:
    """Raises UnreadableError, saying what the file looks like, when its bytes are not those of a text."""
    looks_like = _looks_like(data)
    if looks_like:
        raise UnreadableError(f"“{name}” is not a plain text: it looks like {looks_like}; {_OPENS}.")


def not_a_text(name: str) -> UnreadableError:
    """The error for a file of no known kind whose bytes make no text."""
    return UnreadableError(f"“{name}” is not a text: it holds bytes that no writing uses; {_OPENS}.")


def _looks_like(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        return _archive(data)
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "an image" if data[8:12] == b"WEBP" else "a sound or film file"
    if data[60:68] in (b"BOOKMOBI", b"TEXtREAd"):
        return "a Kindle or Mobipocket book"
    if data.startswith(b"MZ") and b"\x00" in data[:64]:
        return "a program"
    if _WEB_PAGE.match(data[:4096]):
        return "a web page (HTML)"
    if _FICTION_BOOK.match(data[:4096]):
        return "a FictionBook (FB2)"
    for mark, kind in _MARKS:
        # A mark that is all letters may be the first word of a text.
        if data.startswith(mark) and (not mark.isalnum() or _CONTROL.search(data[:512])):
            return kind
    return ""


def _archive(data: bytes) -> str:
    start = data[:4096]
    if b"mimetypeapplication/epub+zip" in start or b"META-INF/container.xml" in data[-65_536:]:
        return "an EPUB book"
    if b"mimetypeapplication/vnd.oasis.opendocument" in start:
        return "an OpenDocument file"
    for part, kind in (
        (b"word/document", "a Word document"),
        (b"ppt/", "a presentation"),
        (b"xl/", "a spreadsheet"),
    ):
        if part in data[-65_536:]:
            return kind
    return "a ZIP archive"


def _too_large(name: str, size: int) -> str:
    return (
        f"“{name}” is too large: it has {size // 1_000_000:,} MB, and a text of more than "
        f"{LARGEST_FILE // 1_048_576} MiB would take more memory than this program allows itself."
    )

"""What a file is, judged by its first bytes: a text that can be opened, or a sentence why not."""

from __future__ import annotations

import re
import stat
import unicodedata
from typing import TYPE_CHECKING

from companion.core.message import Message
from companion.core.system_errors import why
from companion.readers.limits import LARGEST_FILE, SAMPLE
from companion.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path, PurePath

_MARKS: tuple[tuple[bytes, Message], ...] = (
    (b"PK\x05\x06", Message("an empty ZIP archive")),
    (b"{\\rtf", Message("a rich text file (RTF)")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Message("an old Office document")),
    (b"\x89PNG\r\n\x1a\n", Message("an image")),
    (b"\xff\xd8\xff", Message("an image")),
    (b"GIF87a", Message("an image")),
    (b"GIF89a", Message("an image")),
    (b"II*\x00", Message("an image")),
    (b"MM\x00*", Message("an image")),
    (b"\x1f\x8b", Message("a compressed file (gzip)")),
    (b"BZh", Message("a compressed file (bzip2)")),
    (b"\xfd7zXZ\x00", Message("a compressed file (xz)")),
    (b"(\xb5/\xfd", Message("a compressed file (zstd)")),
    (b"7z\xbc\xaf'\x1c", Message("a 7z archive")),
    (b"Rar!\x1a\x07", Message("a RAR archive")),
    (b"\x7fELF", Message("a program")),
    (b"SQLite format 3\x00", Message("a database")),
    (b"ID3", Message("a sound file")),
    (b"OggS", Message("a sound file")),
    (b"fLaC", Message("a sound file")),
    (b"ITSF", Message("a Windows help file (CHM)")),
    (b"AT&TFORM", Message("a scanned book (DjVu)")),
    (b"%!PS", Message("a PostScript file")),
)

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a]")
_REMARKS = rb"\s++|<\?[a-z].{0,400}?\?>|<!--.{0,2000}?-->"
_PROLOGUE = rb"(?>" + _REMARKS + rb"|<!doctype\s(?:[^\[>]{0,999}\[.{0,2000}?\]\s*>|[^>]{0,2000}>))*+"
"""What may stand before the root. Each part is taken for good, or what repeats would be tried in all ways."""
_WEB_PAGE = re.compile(rb"(?>" + _REMARKS + rb")*+<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S)
_TAG = re.compile(rb"<\0?[!/?a-z]", re.I)
_FICTION_BOOK = re.compile(_PROLOGUE + rb"<(?:\w+:)?FictionBook[\s>]", re.I | re.S)
_WEB_ENDINGS = frozenset((".html", ".htm", ".xhtml", ".xht"))
_BOOK_ENDINGS = (".epub", ".fb2", ".docx", ".pdf")
_HEAD = 8192
_MARKED = 1024
_CONTAINERS = (b"mimetypeapplication/epub+zip", b"META-INF/container.xml")
_LISTED = 1024 * 1024
"""Bytes at the end of an archive in which its list of files is looked at."""


def shown_name(path: PurePath) -> str:
    """The name of the file as it may stand in a sentence: on one line, without invisible signs."""
    return _in_one_line(path.name or str(path))


def _in_one_line(name: str) -> str:
    return "".join(sign if unicodedata.category(sign)[0] != "C" else "\ufffd" for sign in name)


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of the file at `path`; raises UnreadableError when they cannot be had, or are none."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableError(Message("“{name}” is a folder; choose a text file in it.", name=name))
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableError(
                Message("“{name}” is not an ordinary file, so it cannot be opened.", name=name)
            )
        if found.st_size > LARGEST_FILE:
            raise UnreadableError(_too_large(name, found.st_size))
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        folder = _in_one_line(str(path.absolute().parent))
        raise UnreadableError(
            Message(
                "There is no file “{name}” in “{folder}”; open it where it is now.", name=name, folder=folder
            )
        ) from None
    except PermissionError:
        raise UnreadableError(
            Message("“{name}” may not be read: its permissions do not allow it.", name=name)
        ) from None
    except (OSError, ValueError) as error:
        raise UnreadableError(
            Message("“{name}” cannot be read: {reason}.", name=name, reason=why(error))
        ) from None
    if len(data) > LARGEST_FILE:
        raise UnreadableError(_too_large(name, len(data)))
    if not data:
        raise UnreadableError(Message("“{name}” is empty, so there is nothing to read.", name=name))
    return data


def book_form(data: bytes, ending: str) -> str:
    """The form of the book in `data`: "epub", "fb2", "zipped fb2", "docx", "pdf" or "html"; else empty.

    The bytes tell; only of an archive that has no known parts, and of a text with tags that does not say
    itself that it is HTML, the `ending` of the file's name decides.
    """
    if data.startswith(b"PK\x03\x04") or _has_archive(data):
        return _form_of_archive(data) or ("epub" if ending.lower() == ".epub" else "")
    if _is_pdf(data):
        return "pdf"
    start = _plain_start(data)
    if _FICTION_BOOK.match(start):
        return "fb2"
    if _WEB_PAGE.match(start):
        return "html"
    if ending.lower() in _WEB_ENDINGS and _TAG.search(data, 0, SAMPLE) and _looks_like(data) is None:
        return "html"
    return ""


def check_is_text(data: bytes, name: str) -> None:
    """Raises UnreadableError, saying what the file looks like, when its bytes are not those of a text."""
    looks_like = _looks_like(data)
    if looks_like:
        raise UnreadableError(
            Message(
                "“{name}” cannot be opened: it looks like {kind}; this version opens plain text, Markdown, "
                "HTML, EPUB, FB2, DOCX and PDF.",
                name=name,
                kind=looks_like,
            )
        )


def not_a_text(name: str) -> UnreadableError:
    """The error for a file of no known kind whose bytes make no text; one that is named a book is damaged."""
    if name.lower().endswith(_BOOK_ENDINGS):
        return UnreadableError(
            Message("“{name}” is so damaged that nothing can be read in it; try to get it again.", name=name)
        )
    return UnreadableError(
        Message(
            "“{name}” is not a text: it holds bytes that no writing uses; this version opens plain text, "
            "Markdown, HTML, EPUB, FB2, DOCX and PDF.",
            name=name,
        )
    )


def _looks_like(data: bytes) -> Message | None:
    if data.startswith(b"PK\x03\x04"):
        return _archive(data)
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return Message("an image") if data[8:12] == b"WEBP" else Message("a sound or film file")
    if data[60:68] in (b"BOOKMOBI", b"TEXtREAd"):
        return Message("a Kindle or Mobipocket book")
    if data.startswith(b"MZ") and b"\x00" in data[:64]:
        return Message("a program")
    for mark, kind in _MARKS:
        # A mark that is all letters may be the first word of a text.
        if data.startswith(mark) and (not mark.isalnum() or _CONTROL.search(data[:512])):
            return kind
    return None


def _form_of_archive(data: bytes) -> str:
    end = data[-_LISTED:]
    if _CONTAINERS[0] in data[:_HEAD] or _CONTAINERS[1] in end or re.search(rb"\.opf", end):
        return "epub"
    if re.search(rb"word/[\w.-]*\.xml", end):
        return "docx"
    return "zipped fb2" if re.search(rb"\.fb2", end, re.I) else ""


def _is_pdf(data: bytes) -> bool:
    """Whether it is a PDF; its mark may stand a little later, and then its end tells. ISO 32000-2, H.3"""
    return data.startswith(b"%PDF-") or (b"%PDF-" in data[:_MARKED] and b"startxref" in data[-_MARKED:])


def _has_archive(data: bytes) -> bool:
    """Whether an archive stands in the file after something else."""
    return b"PK\x05\x06" in data[-66_000:] and b"mimetypeapplication/epub+zip" in data[:65_536]


def _plain_start(data: bytes) -> bytes:
    """The first letters of a file, one byte each, also when it is in UTF-16."""
    start = data[:_HEAD]
    for mark, encoding in ((b"\xef\xbb\xbf", ""), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if start.startswith(mark):
            start = start[len(mark) :]
            return start.decode(encoding, "replace").encode("ascii", "replace") if encoding else start
    return start


def _archive(data: bytes) -> Message:
    start = data[:4096]
    if b"mimetypeapplication/vnd.oasis.opendocument" in start:
        return Message("an OpenDocument file")
    for part, kind in (
        (b"ppt/", Message("a presentation")),
        (b"xl/", Message("a spreadsheet")),
    ):
        if part in data[-65_536:]:
            return kind
    return Message("a ZIP archive")


def _too_large(name: str, size: int) -> Message:
    return Message(
        "“{name}” is too large: it has {size} MB, and more than {most} MB would take more memory than this "
        "program allows itself; split it, and open a part.",
        name=name,
        size=size // 1_000_000,
        most=LARGEST_FILE // 1_000_000,
    )

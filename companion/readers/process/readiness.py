"""Readiness: all that a form of book may need is loaded and tried once, since nothing can be opened later."""

from __future__ import annotations

import codecs
import contextlib
import encodings
import io
import pkgutil
import select
import sys
import zipfile
from functools import cache
from importlib import import_module
from pathlib import PurePath

from companion.readers import PLAIN_ENDINGS

_PICTURES = ("Bmp", "Gif", "Jpeg", "Mpo", "Png", "Tiff", "WebP")
_MODULES = {
    "epub": ("companion.readers.epub",),
    "plain": ("companion.readers.plain",),
    "pictures": (
        "companion.readers.pictures",
        "companion.readers.process.showing",
        "PIL.ExifTags",
        *(f"PIL.{name}ImagePlugin" for name in _PICTURES),
    ),
    "guessing": ("companion.readers.guessing",),
    "markdown": ("companion.readers.markdown",),
    "html": ("companion.readers.html",),
    "fb2": ("companion.readers.fb2",),
    "docx": ("companion.readers.docx",),
    "pdf": ("companion.readers.pdf", "companion.readers.pdf_showing"),
}
"""The modules that do each kind of work; what is likeliest to be asked for first."""

_DEAR = {"guessing"}
"""What takes so much memory that nothing gets ready for it before it is needed: the models of languages."""

_SELDOM = ("heapq",)
"""What Python itself loads only when it is needed, as for the most common of what was counted."""

_RUSSIAN = "Съешь ещё этих мягких французских булок. ".encode("koi8-r")
_PAGE = b"<html><head><title>A</title></head><body><h1>A</h1><p>Words &amp; <i>w\xc3\xb6rds</i>.</p></html>"
_FICTION = b"<FictionBook><body><section><title><p>A</p></title><p>Words.</p></section></body></FictionBook>"
_SHEET = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>>>endobj "
    b"4 0 obj<</Length 45>>stream\nBT /F 12 Tf 50 300 Td (Words and words.) Tj ET\nendstream endobj "
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj trailer<</Root 1 0 R>>\n%%EOF\n"
)
_TRIALS = {
    "plain": {"a.txt": b"Words.\n\nAnd more words,\nin verse.\n"},
    "guessing": {"a.txt": _RUSSIAN},
    "markdown": {"a.md": b"# A\n\n- *b* | [c](d)\n"},
    "html": {"a.html": _PAGE},
    "fb2": {"a.fb2": _FICTION},
    "pdf": {"a.pdf": _SHEET},
}
"""Small books that are read to find what is loaded only then; those in archives are made below."""


def get_ready(handle: int) -> None:
    """Gets ready for all usual work, one kind after the other, until something is asked through `handle`."""
    for work in (work for work in _MODULES if work not in _DEAR):
        if _is_asked(handle):
            return
        _get_ready_for(work)


def get_ready_for(form: str, ending: str, data: bytes) -> None:
    """Gets ready to read a file of that form, as ``book_form`` tells it, and no more than is likely needed.

    What was not foreseen ends the reading with a ModuleNotFoundError; then it is done once more by a process
    that got ready for everything.
    """
    for work in _needed(form, ending, data):
        _get_ready_for(work)


def get_ready_for_pictures(form: str) -> None:
    """Gets ready to show the pictures of a file of that form."""
    for work in ("pictures", *_needed(form, ".txt", b"")):
        _get_ready_for(work)


def get_ready_for_everything() -> None:
    """Gets ready for all kinds of work."""
    for work in _MODULES:
        _get_ready_for(work)


def _needed(form: str, ending: str, data: bytes) -> list[str]:
    """The kinds of work that a file needs."""
    needed = ["fb2" if form == "zipped fb2" else form or "plain"]
    if not form and ending.lower() not in PLAIN_ENDINGS:
        needed.append("markdown")
    if form in ("", "html", "fb2") and not _is_utf8(data):
        needed.append("guessing")
    return needed


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@cache
def _get_ready_for(work: str) -> None:
    """Loads the modules for one kind of work, and tries it."""
    from companion.readers import UnreadableError, document_in
    from companion.readers.process.document_form import encoded

    _load_encodings()
    for module in (*_SELDOM, *_MODULES[work]):
        import_module(module)
    packed = {"epub": _small_epub, "docx": _small_docx}
    trials = {f"a.{work}": packed[work]()} if work in packed else _TRIALS.get(work, {})
    for name, data in trials.items():
        with contextlib.suppress(UnreadableError):
            encoded(document_in(data, PurePath(name)))


@cache
def _load_encodings() -> None:
    """Loads every encoding that Python has; each is a module of its own."""
    for module in pkgutil.iter_modules(encodings.__path__):
        with contextlib.suppress(LookupError, ImportError, AttributeError):  # some are for one system only
            codecs.lookup(module.name)


def _small_epub() -> bytes:
    """An EPUB of one page."""
    package = (
        b'<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        b'<spine><itemref idref="a"/></spine></package>'
    )
    return _packed({"a.opf": package, "a.xhtml": _PAGE})


def _small_docx() -> bytes:
    """A Word document of one paragraph."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>A</w:t></w:r></w:p></w:body></w:document>'
    return _packed({"word/document.xml": text.encode()})


def _packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def _is_asked(handle: int) -> bool:
    """Whether something is waiting to be read; on Windows, where pipes do not tell, it is found out later."""
    return sys.platform != "win32" and bool(select.select([handle], [], [], 0)[0])

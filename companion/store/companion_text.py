"""Companion text: the bytes of a companion file are decoded, or it is said why they are no text."""

from __future__ import annotations

import codecs
import re

from companion.core.message import Message
from companion.store.yaml_nodes import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES = (
    (b"<", Message("This is a web page or XML; a companion file is plain text with keys such as ‘terms:’.")),
    (b"{\\rtf", Message("This is a document of a word processor; save it as plain text.")),
    (
        b"PK\x03\x04",
        Message("This is a document of a word processor or an archive; a companion file is plain text."),
    ),
    (b"%PDF", Message("This is a PDF; a companion file is plain text.")),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class NotTextError(Exception):
    """Bytes that are no text; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 or UTF-32 if it begins with their mark or looks like it.

    Raises `NotTextError`.
    """
    encoding, mark = _encoding(data)
    body = data[len(mark) :]
    for beginning, sentence in _OTHER_FILES:
        if body.lstrip().startswith(beginning):
            raise NotTextError(Problem(1, 1, sentence))
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError(_undecodable(body, error)) from None


def _encoding(data: bytes) -> tuple[str, bytes]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, mark
    if data[1:2] == b"\0" and data[:1] != b"\0":
        return "utf-16-le", b""
    if data[:1] == b"\0" and data[1:2] != b"\0":
        return "utf-16-be", b""
    return "utf-8", b""


def _undecodable(body: bytes, error: UnicodeDecodeError) -> Problem:
    if not error.encoding.startswith("utf-8") or len(_CONTROLS.findall(body[:4000])) > 20:
        return Problem(1, 1, Message("This is not a text file; a companion file is plain text in UTF-8."))
    before = body[: error.start].decode("utf-8")
    line, column = before.count("\n") + 1, error.start and len(before) - before.rfind("\n")
    sentence = Message("This letter is not written in UTF-8; save the file with the encoding UTF-8.")
    return Problem(line, column or 1, sentence)

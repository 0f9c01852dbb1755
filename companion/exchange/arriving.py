"""Arriving: a file of another program is told by its content, and read."""

from __future__ import annotations

import json
import re

from companion.core.message import Message
from companion.exchange.arrived import LARGEST, Arrived, ForeignError
from companion.exchange.calibre import calibre_in_book, is_calibre, read_calibre
from companion.exchange.kindle import is_clippings, read_clippings
from companion.exchange.kindle_xray import read_xray
from companion.exchange.koreader import read_koreader
from companion.exchange.readwise import is_readwise, read_readwise
from companion.exchange.timelinejs import read_timelinejs
from companion.exchange.web_annotations import read_web_annotations

_IS_LUA = re.compile(rb"\{\s{0,100}\[\s?[\"\'][^\n]{1,100}\]\s?=")
"""Annotations that KOReader exports are a table without the word "return" before it."""


def arrived(data: bytes) -> Arrived:
    """What the bytes of a file hold that another program wrote. Raises `ForeignError`."""
    if len(data) > LARGEST:
        raise ForeignError(Message("This file is too large; no program keeps so many notes."))
    if data.startswith(b"SQLite format 3\0"):
        return read_xray(data)
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"PK") and isinstance(told := calibre_in_book(data), list):
        return read_calibre(told)
    if head.startswith((b"return", b"-- ", b"--[")) or _IS_LUA.match(head):
        return read_koreader(data)
    text = _text(data)
    if head.startswith((b"{", b"[")) or text.lstrip()[:1] in ("{", "["):
        return _json(text)
    if is_clippings(text):
        return read_clippings(text)
    if is_readwise(text):
        return read_readwise(text)
    raise ForeignError(
        Message(
            "This file is none of those that can be taken in: annotations of calibre, My Clippings.txt "
            "or the X-Ray of a Kindle, a KOReader file, a Readwise CSV, web annotations or a timeline."
        )
    )


def _text(data: bytes) -> str:
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace")
    return data.decode("utf-16", "replace")


def _json(text: str) -> Arrived:
    try:
        told = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        raise ForeignError(Message("This file begins like JSON, but it is damaged or cut off.")) from None
    if is_calibre(told):
        return read_calibre(told)
    if isinstance(told, dict) and isinstance(told.get("events"), list) and "first" not in told:
        return read_timelinejs(told)
    return read_web_annotations(told)

"""Files are damaged and made hostile at random: their bytes, the parts in their archives, their streams."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from structure_damage import restructured

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_MOST_UNPACKED = 3_000_000
_LONGEST = 6_000_000
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
_NUMBER = re.compile(rb"\d+")
_MARKUP = re.compile(rb"<[^<>]{1,300}>")
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"255",
    b"65536",
    b"2147483647",
    b"4294967296",
    b"99999999999999",
    b"1e308",
    b"nan",
)
_MARKS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xae",
    b"\xcc\x81" * 40, b"\r", b"\n\n", b"\t", b" " * 300, b"&#x110000;", b"&#0;", b"&a;", b"<![CDATA[",
    b"]]>", b"<!--", b"-->", b"<?xml version='1.0' encoding='utf-16'?>",
    b"<!DOCTYPE a [<!ENTITY a 'aaaa'>]>", b"</p></div>", b"<table><tr><td>",
    b"<svg><image href='x'/></svg>", b"<a href='#'>", b"<a epub:type='noteref' href='#x'>", b"id='x'",
    b"```", b"> ", b"- ", b"1. ", b"[^1]", b"[a](b)", b"![", b"| a | b |\n|---|\n", b"# ", b"***", b"$$",
    b"&x", b"*x", b"!!python/", b"? ", b": ", b"- - - ", b"{a: ", b"[", b"|\n  ", b"%YAML 1.1\n---\n",
    b"...\n", b"\"\\u0000\"", b"<<: ", b"1 0 R", b" obj", b"endobj", b"endstream", b"/Kids [1 0 R]",
    b"/Parent 2 0 R", b"/Length 0", b"/Filter /FlateDecode", b"/Rotate 90", b"/Count -5",
    b"BT /F1 12 Tf (a) Tj ET", b"1 0 0 1 1e30 0 cm", b"q Q", b"/X Do", b"<< ", b">> ", b"/Annots [1 0 R]",
    b"/Subtype /Link", b"/Dest [1 0 R /XYZ 0 0 0]", b"/URI (http://a)", b"/SMask 1 0 R",
    b"w:gridSpan w:val='99999'", b"<w:tbl><w:tr><w:tc>", b"<w:footnoteReference w:id='1'/>",
    b"colspan='999'", b"rowspan='999'", b"<section><title>", b"<binary id='a'>", b"xml:base='../..'",
    b"media-type='image/svg+xml'",
)  # fmt: skip
"""What a hostile or broken file of one format or another may have where nobody expects it."""


def mutated(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """The file, damaged; `others` are files of the same kind, of which it may take parts."""
    if random.random() < 0.4:
        made = restructured(data, others, random)
        if made and (len(made) > _LONGEST or random.random() < 0.7):
            return made[:_LONGEST]
        data = made or data
    if data.startswith(b"PK\x03\x04") and random.random() < 0.8:
        return _with_parts_mutated(data, random)
    if data[:1024].find(b"%PDF") >= 0 and random.random() < 0.5:
        data = _with_stream_mutated(data, random)
    return _times(data, others, random)


def _times(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    for _ in range(random.choice((1, 1, 2, 3, 5, 9, 20))):
        data = _once(data, others, random)
    return data[:_LONGEST]


def _once(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    start = random.randrange(len(data) + 1)
    length = min(int(random.expovariate(1) * random.choice((1, 8, 60, 800))), len(data) - start)
    before, part, behind = data[:start], data[start : start + length], data[start + length :]
    match random.randrange(11):
        case 0:
            return before + bytes(byte ^ (1 << random.randrange(8)) for byte in part[:9]) + part[9:] + behind
        case 1:
            return before + random.randbytes(len(part)) + behind
        case 2:
            return before + behind
        case 3:
            return before + part * random.choice((2, 3, 30, 400)) + behind
        case 4 | 5:
            return before + random.choice(_MARKS) + part + behind
        case 6:
            return before + random.choice(_MARKS) * random.choice((2, 20, 700, 5_000)) + part + behind
        case 7:
            return _other_number(data, start, random)
        case 8:
            return _other_element(data, start, random)
        case 9:
            other = random.choice(others)
            cut = random.randrange(len(other) + 1)
            return before + other[cut : cut + 4 * length] + behind
    return before if random.random() < 0.3 else before + part[::-1] + behind


def _other_number(data: bytes, start: int, random: Random) -> bytes:
    found = _NUMBER.search(data, start)
    if found is None:
        return data
    near = str(max(0, int(found[0][:18]) + random.choice((-1, 1, 2)))).encode()
    return data[: found.start()] + random.choice((*_NUMBERS, near, near, near)) + data[found.end() :]


def _other_element(data: bytes, start: int, random: Random) -> bytes:
    """The file with one element's tag in the place of another's, or many times."""
    found, other = _MARKUP.search(data, start), _MARKUP.search(data, random.randrange(len(data) + 1))
    if found is None or other is None:
        return data
    return data[: found.start()] + other[0] * random.choice((0, 1, 1, 300)) + data[found.end() :]


def _with_parts_mutated(data: bytes, random: Random) -> bytes:
    """The archive with some of its parts damaged, gone, or under another's name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {
                info.filename: archive.read(info)
                for info in archive.infolist()
                if info.file_size < _MOST_UNPACKED
            }
    except Exception:  # a damaged one has been damaged enough
        return _times(data, [data], random)
    words = [
        name for name in parts if not name.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".ttf", ".otf"))
    ]
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        name = random.choice(words or [*parts])
        match random.randrange(12):
            case 0:
                parts[name] = b""
            case 1:
                parts[name] = parts[random.choice([*parts])]
            case _:
                parts[name] = _times(parts[name], [*parts.values()], random)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if random.random() > 0.01:
                archive.writestr(
                    zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED
                )  # at no time of its own
    return made.getvalue()


def _with_stream_mutated(data: bytes, random: Random) -> bytes:
    """The PDF with one of its packed streams damaged, and packed again."""
    streams = [found for found in _STREAM.finditer(data) if len(found[1]) < _MOST_UNPACKED]
    if not streams:
        return data
    found = random.choice(streams)
    try:
        words = zlib.decompressobj().decompress(found[1], _MOST_UNPACKED)
    except zlib.error:
        return data
    packed = zlib.compress(_times(words, [words], random))
    return data[: found.start(1)] + packed + data[found.end(1) :]

"""Small files that try to reach the disk, the network or the end of patience, made in the tests."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import NamedTuple

from epub_books import CONTAINER, book, package, page
from word_files import paragraph, word_file

WORDS = "Visible words."


class Trap(NamedTuple):
    """A file, and whether it may be opened, refused, or either; opened, it shows ``WORDS``."""

    name: str
    data: bytes
    opens: bool | None = True


def traps(secret: str, address: str) -> list[Trap]:
    """The files; they try to show what is in the file `secret`, and to reach `address`."""
    return [
        *_pages(secret, address),
        *_epubs(secret, address),
        *_fictions(secret),
        *_word_files(secret, address),
        *_texts(secret, address),
        *_archives(),
    ]


def _pages(secret: str, address: str) -> list[Trap]:
    lures = (
        f'<img src="{secret}"><img src="file://{secret}"><img src="{address}/a.png">'
        f'<iframe src="{secret}"></iframe><object data="{address}"></object><embed src="{secret}">'
        f'<link rel="stylesheet" href="{address}/a.css"><script src="{address}/a.js"></script>'
        f'<script>fetch("{address}")</script>'
        f"<style>@import url({address}); p {{ background: url({secret}) }}</style>"
        f'<table background="{secret}"><tr><td>{WORDS}</td></tr></table>'
        f'<meta http-equiv="refresh" content="0;{address}"><a href="javascript:alert(1)">a</a>'
        f'<a href="file://{secret}">b</a><form action="{address}"><input></form>'
    )
    deep, wide = "<div>" * 50_000, "<b>" * 3_000
    return [
        Trap("lures.html", f"<html><body>{lures}</body></html>".encode()),
        Trap("deep.html", f"<html><body><p>{WORDS}</p>{deep}x".encode(), None),
        Trap("wide.html", f"<html><body><p>{wide}{WORDS}</p></body></html>".encode(), None),
        Trap(
            "attributes.html",
            f"<html><body><p {' '.join(f'a{n}=1' for n in range(20_000))}>{WORDS}".encode(),
            None,
        ),
        Trap("tables.html", f"<html><body>{'<table><tr><td>' * 400}{WORDS}".encode(), None),
        Trap(
            "cells.html", f"<html><body><table><tr><td colspan=999999999>{WORDS}</td></tr></table>".encode()
        ),
    ]


def _epubs(secret: str, address: str) -> list[Trap]:
    doctype = (
        f'<!DOCTYPE html [<!ENTITY a SYSTEM "file://{secret}"><!ENTITY b SYSTEM "{address}">'
        f'<!ENTITY % c SYSTEM "{address}/c.dtd"> %c;]>'
    )
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>'
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    inside = page(f"<p>{WORDS}</p>")
    entity = page(f"<p>{WORDS} &a; &b;</p>").partition("?>")[2]
    laugh = page(f"<p>{WORDS} &l9;</p>").partition("?>")[2]
    outside = {"c": "c.xhtml", "x": "../../../.." + secret, "y": f"file://{secret}", "z": address}
    return [
        _epub("entities.epub", doctype + entity),
        _epub("include.epub", page(f"<p>{WORDS}</p>{include}")),
        _epub("laughs.epub", f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]>{laugh}', opens=None),
        Trap("outside.epub", book({"OPS/book.opf": package(outside, [*outside]), "OPS/c.xhtml": inside})),
        Trap(
            "slip.epub",
            book(_parts(inside) | {"../../../../tmp/hostile-slip-a": b"x", "/tmp/hostile-slip-b": b"x"}),
        ),
    ]


def _epub(name: str, content: str, *, opens: bool | None = True) -> Trap:
    return Trap(name, book(_parts(content)), opens)


def _parts(content: str) -> dict[str, str | bytes]:
    return {"OPS/book.opf": package({"c": "c.xhtml"}, ["c"]), "OPS/c.xhtml": content}


def _fictions(secret: str) -> list[Trap]:
    text = f"<FictionBook><body><section><p>{WORDS} &a;</p></section></body></FictionBook>"
    entity = f'<?xml version="1.0"?><!DOCTYPE FictionBook [<!ENTITY a SYSTEM "file://{secret}">]>{text}'
    deep = f"<FictionBook><body><section><p>{WORDS}</p></section>{'<section>' * 20_000}"
    return [Trap("entities.fb2", entity.encode()), Trap("deep.fb2", deep.encode(), None)]


def _word_files(secret: str, address: str) -> list[Trap]:
    field = f'<w:p><w:fldSimple w:instr="INCLUDETEXT {secret}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
    related = (("p1", "image", f"file://{secret}"), ("t1", "attachedTemplate", address))
    return [Trap("fields.docx", word_file(paragraph(WORDS) + field, related=related))]


def _texts(secret: str, address: str) -> list[Trap]:
    marked = (
        f"# {WORDS}\n\n![a]({secret}) ![b]({address}/b.png) <img src='{secret}'> [c](javascript:alert(1))\n"
    )
    return [
        Trap("lures.md", marked.encode()),
        Trap("brackets.md", (WORDS + "\n\n" + "[" * 50_000).encode()),
        Trap("quotes.md", (WORDS + "\n\n" + ">" * 20_000 + " x").encode()),
        Trap("line.txt", (WORDS + " x" * 1_000_000).encode()),
        Trap("nul.txt", WORDS.encode() + b"\0\0 more words", None),
        Trap("noise.txt", zlib.compress(bytes(range(256)) * 999, 0)[:9_000], False),
    ]


def _archives() -> list[Trap]:
    bomb = {"OPS/book.opf": package({"c": "c.xhtml"}, ["c"]), "OPS/c.xhtml": b" " * 80_000_000}
    overlapping = bytearray(book(_parts(page(f"<p>{WORDS}</p>"))))
    last = overlapping.rfind(b"PK\x01\x02")
    overlapping[last + 42 : last + 46] = (0).to_bytes(4, "little")
    link = zipfile.ZipInfo("OPS/c.xhtml")
    link.external_attr = 0o120777 << 16
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OPS/book.opf", package({"c": "c.xhtml"}, ["c"]))
        archive.writestr(link, "/etc/passwd")
    return [
        Trap("bomb.epub", book(bomb), False),
        Trap("overlapping.epub", bytes(overlapping), None),
        Trap("link.epub", made.getvalue(), False),
        Trap("cut.epub", book(_parts(page(f"<p>{WORDS}</p>")))[:-40], False),
    ]

"""Small EPUBs, made in the tests that read them."""

from __future__ import annotations

import io
import zipfile
from html import escape

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
XHTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'


def page(body: str) -> str:
    """A page of a book."""
    head = "<head><title>T</title></head>"
    return f"<?xml version='1.0' encoding='utf-8'?><html {XHTML}>{head}<body>{body}</body></html>"


def nav(*lines: str) -> str:
    """A nav document of these list items."""
    return page(f'<nav epub:type="toc"><ol>{"".join(lines)}</ol></nav>')


def _reference(key: str) -> str:
    linear = "no" if key.endswith("?") else "yes"
    return f'<itemref idref="{key.removesuffix("?")}" linear="{linear}"/>'


def package(
    items: dict[str, str], spine: list[str], *, metadata: str = "", extra: str = "", toc: str = ""
) -> str:
    """A package file of items by id, each "href" or "href|properties"; a ``?`` in the spine is not linear."""
    listed = ""
    for key, item in items.items():
        href, _, properties = item.partition("|")
        kind = "application/x-dtbncx+xml" if href.endswith(".ncx") else "application/xhtml+xml"
        kind = "image/svg+xml" if href.endswith(".svg") else "image/jpeg" if href.endswith(".jpg") else kind
        listed += f'<item id="{key}" href="{escape(href)}" media-type="{kind}" properties="{properties}"/>'
    read = "".join(map(_reference, spine))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="uid"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<dc:identifier>other</dc:identifier><dc:identifier id="uid">urn:isbn:9780000000002</dc:identifier>'
        f"<dc:title>The Siege</dc:title><dc:language>en-GB</dc:language>{metadata}</metadata>"
        f'<manifest>{listed}</manifest><spine toc="{toc}">{read}</spine>{extra}</package>'
    )


def book(files: dict[str, str | bytes]) -> bytes:
    """The archive of a book; what is None is left out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in {"META-INF/container.xml": CONTAINER, **files}.items():
            if content:
                archive.writestr(name, content)
    return buffer.getvalue()


def small_book(*bodies: str, contents: str = "", extra: dict[str, str | bytes] | None = None) -> bytes:
    """A book of these pages, ``c1.xhtml`` and so on, with a nav document if there are contents."""
    items = {f"c{number}": f"c{number}.xhtml" for number in range(1, len(bodies) + 1)}
    spine = list(items)
    files: dict[str, str | bytes] = {f"OPS/c{n}.xhtml": page(body) for n, body in enumerate(bodies, 1)}
    if contents:
        items["nav"] = "nav.xhtml|nav"
        files["OPS/nav.xhtml"] = contents
    return book({"OPS/book.opf": package(items, spine), **files, **(extra or {})})

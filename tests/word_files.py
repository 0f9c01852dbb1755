"""Small Word documents, made in the tests that read them."""

from __future__ import annotations

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PREFIXES = {
    "w": WORD,
    "r": OFFICE,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_NAMES = " ".join(f'xmlns:{prefix}="{namespace}"' for prefix, namespace in _PREFIXES.items())
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def part(name: str, content: str) -> str:
    """A part whose uppermost element is ``w:name``."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NAMES}>{content}</w:{name}>'


def words(text: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of mere words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = content if content.startswith("<") or not content else words(content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def style(key: str, name: str, content: str = "", kind: str = "paragraph", based: str = "") -> str:
    """A style."""
    below = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{below}{content}</w:style>'


def relations(*found: tuple[str, str, str]) -> str:
    """Relations, each an id, the last word of its type, and a target; one with a scheme lies outside."""
    listed = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if ':' in target else ''}/>"
        for key, kind, target in found
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def word_file(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    related: tuple[tuple[str, str, str], ...] = (),
    core: str = "",
    extra: dict[str, str | bytes] | None = None,
) -> bytes:
    """The bytes of a document with that body."""
    parts = {"styles": styles, "numbering": numbering, "footnotes": footnotes, "endnotes": endnotes}
    kept = {name: content for name, content in parts.items() if content}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(
            ("m", "officeDocument", "word/document.xml"), ("c", "core-properties", "docProps/core.xml")
        ),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*((n, n, f"{n}.xml") for n in kept), *related),
        "docProps/core.xml": f'<p xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</p>',
        **{f"word/{name}.xml": part(name, content) for name, content in kept.items()},
        **(extra or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            if content:
                archive.writestr(name, content)
    return buffer.getvalue()

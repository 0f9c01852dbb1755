"""Files are damaged where a parser finds nothing wrong: their parts, elements and objects change places."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
import zipfile
import zlib
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_MOST_UNPACKED = 3_000_000
_LARGEST_TREE = 600_000
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".ttf", ".otf", ".woff", ".mp3", ".mp4")
_OBJECT = re.compile(rb"(?<![\w.])(\d{1,7})\s+(\d{1,5})\s+obj\b(.*?)\bendobj\b", re.S)
_REFERENCE = re.compile(rb"(?<![\w.])(\d{1,7})\s+\d{1,5}\s+R\b")
_STREAM = re.compile(rb"(.*?)\bstream\r?\n(.*?)\r?\n?endstream", re.S)
_LENGTH = re.compile(rb"/Length\s+\d+(?:\s+\d+\s+R)?")
_KEY = re.compile(rb"/[A-Z][A-Za-z0-9]*")
_ROOT = re.compile(rb"/Root\s+(\d+)\s+\d+\s+R")
_ENCODINGS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-8-sig",
    "cp1251",
    "cp1252",
    "shift_jis",
    "gb18030",
    "utf-7",
)


def restructured(data: bytes, others: Sequence[bytes], random: Random) -> bytes | None:
    """The file with what it is made of in other places; None where it has no such structure."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t")
    if data.startswith(b"PK\x03\x04"):
        return _archive_restructured(data, others, random)
    if b"%PDF" in head:
        return _pdf_restructured(data, others, random)
    made = _tree_damaged(data, others, random) if head.startswith(b"<") else None
    return made if made is not None or head.startswith(b"<") else _lines_exchanged(data, others, random)


def _lines_exchanged(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """A text with its lines in other places, further in, or another's; now and then otherwise encoded."""
    lines = data.splitlines(keepends=True) or [b"\n"]
    strange = [line for other in others for line in other.splitlines(keepends=True)] or lines
    for _ in range(random.choice((1, 3, 9, 60))):
        one, two = random.randrange(len(lines)), random.randrange(len(lines))
        match random.randrange(5):
            case 0:
                lines[one], lines[two] = lines[two], lines[one]
            case 1:
                lines[one] = (
                    random.choice((b" ", b"    ", b"\t", b"> ", b"- ", b"  - ")) * random.choice((1, 2, 40))
                    + lines[one]
                )
            case 2:
                lines[one] = lines[one].rstrip(b"\r\n")
            case 3:
                lines[one:one] = lines[two : two + random.choice((1, 9))]
            case _:
                lines[one] = random.choice(strange)
    made = b"".join(lines)
    if random.random() < 0.1:
        return made.decode("utf-8", "replace").encode(random.choice(_ENCODINGS), "replace")
    return made


def _entries(data: bytes) -> list[tuple[str, bytes]] | None:
    """The parts of an archive by their names; None where it cannot be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if info.file_size < _MOST_UNPACKED]
            return [(info.filename, archive.read(info)) for info in infos]
    except Exception:  # whatever it is, the file is no seed for this
        return None


def _archive_restructured(data: bytes, others: Sequence[bytes], random: Random) -> bytes | None:
    entries = _entries(data)
    if not entries or len(entries) < 2:
        return None
    strange = [entry for other in others for entry in (_entries(other) or [])] or entries
    for _ in range(random.choice((1, 1, 2, 4))):
        if random.random() < 0.4:
            _parts_exchanged(entries, strange, random)
        else:
            _part_damaged(entries, strange, random)
    return _packed(entries, random)


def _parts_exchanged(
    entries: list[tuple[str, bytes]], strange: list[tuple[str, bytes]], random: Random
) -> None:
    """Two parts change names, one gets a strange name, stands twice, is another book's, or moves."""
    one, two = random.randrange(len(entries)), random.randrange(len(entries))
    (name, content), (other, others_content) = entries[one], entries[two]
    match random.randrange(7):
        case 0:
            entries[one], entries[two] = (name, others_content), (other, content)
        case 1:
            entries[one] = (_strange_name(name, random), content)
        case 2:
            entries.append((name, others_content))
        case 3:
            entries[one] = (name, random.choice(strange)[1])
        case 4:
            entries.append(random.choice(strange))
        case 5:
            entries[one], entries[two] = entries[two], entries[one]
        case _:
            entries[one] = (name, _packed([(other, content), (name, others_content)], random))


def _strange_name(name: str, random: Random) -> str:
    return random.choice(
        (
            name.upper(), name + "/", "/" + name, "../" + name, name.replace("/", "\\"), "./" + name,
            "x\0" + name, name[:-1], name.rsplit("/", 1)[-1], "a/../" + name, name + " ", "\u202e" + name,
            name.replace(".", "%2E"), "é" + name, "C:/" + name, "/" * 300 + name, "mimetype",
            "META-INF/encryption.xml", "word/document.xml",
        )
    )  # fmt: skip


def _part_damaged(entries: list[tuple[str, bytes]], strange: list[tuple[str, bytes]], random: Random) -> None:
    """One part with its elements, or what it was before it was wrapped in many, in other places."""
    words = [at for at, (name, _) in enumerate(entries) if not name.lower().endswith(_PICTURES)]
    at = random.choice(words or [0])
    name, content = entries[at]
    others = [other for _, other in (random.choice([*entries, *strange]) for _ in range(6))]
    entries[at] = (name, _tree_damaged(content, others, random) or content[: len(content) // 2])


def _packed(entries: list[tuple[str, bytes]], random: Random) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name that stands twice is meant to
        with zipfile.ZipFile(made, "w") as archive:
            for name, content in entries:
                packing = random.choice((zipfile.ZIP_STORED, *[zipfile.ZIP_DEFLATED] * 4))
                archive.writestr(zipfile.ZipInfo(name or "x"), content, packing)  # at no time of its own
    packed = made.getvalue()
    if random.random() < 0.05:  # the list at the end tells of other names than stand before the parts
        one, two = random.choice(entries)[0].encode(), random.choice(entries)[0].encode()
        packed = packed.replace(one, two.ljust(len(one), b"x")[: len(one)], 1)
    return packed


def _tree(data: bytes) -> etree._Element | None:
    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") or len(data) > _LARGEST_TREE:
        return None
    for parsed in (partial(etree.fromstring, parser=_forgiving()), html.document_fromstring):
        with contextlib.suppress(etree.ParserError, etree.XMLSyntaxError, ValueError):
            tree: etree._Element | None = parsed(data)
            if tree is not None:
                return tree
    return None


def _tree_damaged(data: bytes, others: Sequence[bytes], random: Random) -> bytes | None:
    """A page with its elements in other places, or with attributes and elements of other pages."""
    tree = _tree(data)
    if tree is None:
        return None
    strange = next((found for found in map(_tree, others) if found is not None), tree)
    with contextlib.suppress(ValueError, etree.LxmlError):  # it may hold signs that cannot be written
        for _ in range(random.choice((1, 2, 4, 12, 40))):
            elements, foreign = _elements(tree), _elements(strange)
            if not elements or not foreign:
                break
            one, two = random.choice(elements), random.choice(elements)
            _element_damaged(one, two, random.choice(foreign), random)
        encoding = random.choice(("utf-8", "utf-8", "utf-8", "utf-16", "ascii"))
        made: bytes = etree.tostring(tree, encoding=encoding)
        return made
    return None


def _elements(tree: etree._Element) -> list[etree._Element]:
    return [element for element in tree.iter() if isinstance(element.tag, str)]


def _element_damaged(
    one: etree._Element, two: etree._Element, strange: etree._Element, random: Random
) -> None:
    match random.randrange(9):
        case 0:
            one.tag, two.tag = two.tag, one.tag
        case 1 | 2:
            _attributes_exchanged(one, two, random)
        case 3:
            _attributes_exchanged(one, strange, random)
        case 4:
            _moved(one, two)
        case 5:
            two.append(etree.fromstring(etree.tostring(strange, with_tail=True), _forgiving()))
        case 6:
            one.text, two.tail = two.tail, (one.text or "") * random.choice((1, 1, 40))
        case 7:
            one.clear(keep_tail=True)
        case _:
            _nested(one, random.choice((2, 20, 190, 400)))


def _forgiving() -> etree.XMLParser:
    return etree.XMLParser(recover=True, resolve_entities=False, no_network=True)


def _attributes_exchanged(one: etree._Element, two: etree._Element, random: Random) -> None:
    """Values of the same names change places, or any of them where no names are the same."""
    shared = [name for name in one.attrib if name in two.attrib]
    for name in shared:
        one.attrib[name], two.attrib[name] = two.attrib[name], one.attrib[name]
    if shared:
        return
    if two.attrib:
        name = random.choice([*two.attrib])
        one.attrib[name] = two.attrib[name]
        if one.attrib and random.random() < 0.5:
            one.attrib[random.choice([*one.attrib])] = two.attrib[name]


def _moved(one: etree._Element, two: etree._Element) -> None:
    above = two
    while above is not None:
        if above is one:
            return
        above = above.getparent()  # type: ignore[assignment]
    two.append(one)


def _nested(one: etree._Element, depth: int) -> None:
    """The element stands so many times within itself."""
    inner = one
    for _ in range(depth):
        inner = etree.SubElement(inner, one.tag, dict(one.attrib))
    inner.text = "deep"


def _pdf_restructured(data: bytes, others: Sequence[bytes], random: Random) -> bytes | None:
    objects = _objects(data)
    root = _ROOT.search(data)
    if len(objects) < 3:
        return None
    strange = [body for other in others for body in _objects(other).values()] or [*objects.values()]
    for _ in range(random.choice((1, 1, 2, 4, 9))):
        _objects_exchanged(objects, strange, random)
    catalogue = [number for number, body in objects.items() if b"/Catalog" in body]
    top = int(root[1]) if root else 0
    return _written(objects, top if top in objects or not catalogue else catalogue[0])


def _objects(data: bytes) -> dict[int, bytes]:
    """The objects of a PDF by their numbers, those that are packed in streams among them."""
    objects = {int(found[1]): found[3].strip() for found in _OBJECT.finditer(data)}
    for body in [*objects.values()]:
        if b"/ObjStm" in body[:400]:
            objects = {**_packed_objects(body), **objects}
    return {
        number: body
        for number, body in objects.items()
        if b"/ObjStm" not in body[:400] and b"/XRef" not in body[:400]
    }


def _packed_objects(body: bytes) -> dict[int, bytes]:
    count, first = re.search(rb"/N\s+(\d+)", body), re.search(rb"/First\s+(\d+)", body)
    words = _unpacked(body)
    if words is None or count is None or first is None:
        return {}
    begin = int(first[1])
    numbers = [int(number) for number in re.findall(rb"\d+", words[:begin])][: 2 * int(count[1])]
    starts = [*numbers[1::2], len(words) - begin]
    return {
        number: words[begin + start : begin + end].strip()
        for number, start, end in zip(numbers[::2], starts, starts[1:], strict=False)
    }


def _unpacked(body: bytes) -> bytes | None:
    stream = _STREAM.match(body)
    if stream is None:
        return None
    try:
        return zlib.decompressobj().decompress(stream[2], _MOST_UNPACKED)
    except zlib.error:
        return None


def _objects_exchanged(objects: dict[int, bytes], strange: list[bytes], random: Random) -> None:
    one, two = random.choice([*objects]), random.choice([*objects])
    match random.randrange(8):
        case 0:
            objects[one], objects[two] = objects[two], objects[one]
        case 1:
            objects[one] = random.choice(strange)
        case 2 | 3:
            objects[one] = _with_other_reference(objects[one], two, random)
        case 4:
            objects[one] = _with_other_key(objects[one], objects[two], random)
        case 5:
            objects[one] = f"{two} 0 R".encode()
        case _:
            _stream_cut(objects, one, random)


def _with_other_reference(body: bytes, number: int, random: Random) -> bytes:
    found = [*_REFERENCE.finditer(body[:20_000])]
    if not found:
        return body
    chosen = random.choice(found)
    return body[: chosen.start(1)] + str(number).encode() + body[chosen.end(1) :]


def _with_other_key(body: bytes, other: bytes, random: Random) -> bytes:
    mine, others = [*_KEY.finditer(body[:4_000])], _KEY.findall(other[:4_000])
    if not mine or not others:
        return body
    chosen = random.choice(mine)
    return body[: chosen.start()] + random.choice(others) + body[chosen.end() :]


def _stream_cut(objects: dict[int, bytes], number: int, random: Random) -> None:
    """A stream ends too early, once it is unpacked or while it is packed; its length is stated rightly."""
    streams = [key for key, body in objects.items() if _STREAM.match(body)]
    if not streams:
        return
    number = random.choice(streams) if number not in streams else number
    body = objects[number]
    stream, words = _STREAM.match(body), _unpacked(body)
    if stream is None:
        return
    if words and b"FlateDecode" in stream[1]:
        content = zlib.compress(words[: random.randrange(len(words))] * random.choice((1, 1, 2)))
        content = content[: random.randrange(len(content))] if random.random() < 0.3 else content
    else:
        content = stream[2][: random.randrange(len(stream[2]) + 1)]
    head = _LENGTH.sub(b"/Length %d" % len(content), stream[1], count=1)
    objects[number] = head + b"stream\n" + content + b"\nendstream"


def _written(objects: dict[int, bytes], root: int) -> bytes:
    """The PDF anew, its table of objects right."""
    made, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        made += b"%d 1\n%010d 00000 n \n" % (number, place)
    made += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        max(objects) + 1,
        root,
        start,
    )
    return bytes(made)

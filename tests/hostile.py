"""Reads whole folders of broken and hostile files, each in a process with limits, and prints what came of it.

    python tests/hostile.py FOLDER... [--kinds epub,html] [--patience 3] [--texts] [--quiet]

A folder holds a manifest.tsv with a line a file: the file, its kind, what a sane reader does with it, and, if
need be, words that must and must not be shown. `--texts` compares the text of valid EPUBs with that of their
pages. A page without any words may be refused, if the sentence says so.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import resource
import select
import signal
import sys
import time
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

MEMORY = 1536 * 1024 * 1024
LONGEST = 30.0
ACCEPTED = {
    "opens": {"opened", "warned"},
    "opens or opens with warning": {"opened", "warned"},
    "opens_warn": {"warned"},
    "error": {"refused"},
    "clear error": {"refused"},
    "warn_or_error": {"warned", "refused"},
    "clear error or opens with warning": {"warned", "refused"},
    "clear error or opens": {"opened", "warned", "refused"},
}


class Case(NamedTuple):
    """One file and what is expected of it."""

    path: Path
    kind: str
    expected: str
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    seconds: float
    why: str
    validity: str


def cases(folder: Path) -> list[Case]:
    """The files that the manifest of a folder lists."""
    manifest = next(path for path in folder.iterdir() if path.name.lower() == "manifest.tsv")
    with manifest.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Case(
            folder / _plain(row["file"]),
            row["kind"],
            row["expected"],
            tuple(filter(None, _plain(row.get("must", "")).split("|"))),
            tuple(filter(None, _plain(row.get("mustnot", "")).split("|"))),
            float(row.get("secs") or LONGEST),
            row.get("why") or row.get("note") or "",
            row.get("validity_per_source", ""),
        )
        for row in rows
    ]


def _plain(cell: str) -> str:
    signs = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r", "\\0": "\0"}
    return re.sub(r"\\[\\tnr0]", lambda found: signs[found[0]], cell)


def read_apart(path: Path, seconds: float) -> dict[str, Any]:
    """What comes of reading a file in a process of its own: its text, or why there is none."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _read_and_leave(path, writing, seconds)
    os.close(writing)
    received = _received(reading, child, seconds)
    os.close(reading)
    _, status, used = os.wait4(child, 0)
    found: dict[str, Any] = json.loads(received) if received else {"outcome": "died", "says": str(status)}
    found["seconds"] = round(used.ru_utime + used.ru_stime, 2)
    return found


def _received(reading: int, child: int, seconds: float) -> bytes:
    parts, until = [], time.monotonic() + 4 * seconds
    while select.select([reading], [], [], max(0.0, until - time.monotonic()))[0]:
        part = os.read(reading, 1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)
    os.kill(child, signal.SIGKILL)
    return b'{"outcome": "hung"}'


def _read_and_leave(path: Path, writing: int, seconds: float) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))
    touched: list[str] = []

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(("socket.", "subprocess.", "os.exec", "os.system")):
            touched.append(event)
        elif event == "open" and isinstance(arguments[0], str) and not _is_own(arguments[0], path):
            touched.append(arguments[0])

    sys.addaudithook(watch)
    found = _outcome(path)
    if touched:
        found = {"outcome": "touched", "says": touched[0]}
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(json.dumps(found).encode("ascii"))
    os._exit(0)


def _is_own(opened: str, path: Path) -> bool:
    """Whether a file that was opened is the one to be read, or of Python and the program."""
    folders = (sys.prefix, sys.base_prefix, str(Path(__file__).resolve().parent.parent))
    return opened == str(path) or opened.startswith(folders)


def _outcome(path: Path) -> dict[str, Any]:
    from companion.readers import UnreadableError, read_document

    try:
        document = read_document(path)
    except UnreadableError as error:
        return {"outcome": "refused", "says": str(error)}
    except BaseException as error:
        return {"outcome": "raised", "says": f"{type(error).__name__}: {error}"}
    shown = "\n".join((document.title, document.author, document.text))
    return {
        "outcome": "warned" if document.warnings else "opened",
        "says": " ".join(document.warnings),
        "shown": shown,
        "form": document.format,
        "problem": _problem(document),
    }


def _problem(document: Any) -> str:
    """What is wrong with a document by its own rules; empty when nothing is."""
    end, reached = len(document.text), 0
    for block in document.blocks:
        words = document.text[block.start : block.end]
        if block.start < reached or not words or words != words.strip():
            return f"block {block}"
        reached = block.end
    for places in (document.links, document.note_marks, document.glosses, document.styles, document.sections):
        if list(places) != sorted(places, key=lambda place: place.start):
            return "not sorted"
        if any(not 0 <= place.start <= place.end <= end for place in places):
            return "outside the text"
    return ""


def verdict(case: Case, found: dict[str, Any]) -> str:
    """What is wrong with the outcome; empty when it is as it should be."""
    outcome, shown = found["outcome"], found.get("shown", "")
    accepted = ACCEPTED.get(case.expected, {"opened", "warned"})
    if "opens is fine" in case.why:
        accepted = {"opened", "warned", "refused"}
    if (
        outcome == "refused"
        and "holds no words" in found["says"]
        and not case.must
        and _is_wordless(case.path)
    ):
        return ""
    if outcome not in accepted:
        return f"{outcome}, expected: {case.expected}. {found.get('says', '')[:160]}"
    if found.get("problem"):
        return f"the document breaks a rule: {found['problem']}"
    if shown and any(words not in shown for words in case.must):
        return "opened, but the text is missing"
    said = shown + found.get("says", "")
    leaked = [words for words in case.must_not if words in said]
    return f"shows {leaked[0]}" if leaked else ""


def _is_wordless(path: Path) -> bool:
    """Whether a page has nothing to read but its title, or a Word document nothing at all."""
    source = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            return not re.search(rb"<w:t[ >]|<w:drawing", archive.read("word/document.xml"))
    for unread in (
        rb"<!--.*?(?:-->|\Z)",
        rb"<(title|script|style|head)\b.*?(?:</\1\b|\Z)",
        rb"<[^>]*(?:>|\Z)",
    ):
        source = re.sub(unread, b" ", source, flags=re.I | re.S)
    return not re.search(rb"\w", source)


def pages_of(path: Path) -> Counter[str]:
    """The words of the pages of a valid EPUB in its spine, each with how often it stands there."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, recover=True, no_network=True)
    words: Counter[str] = Counter()
    with zipfile.ZipFile(path) as archive:
        container = etree.fromstring(archive.read("META-INF/container.xml"), parser)
        package_name = next(container.iter("{*}rootfile")).get("full-path")
        package = etree.fromstring(archive.read(package_name), parser)
        items = {item.get("id").strip(): item for item in package.iter("{*}item")}
        folder = package_name.rpartition("/")[0]
        for reference in package.iter("{*}itemref"):
            item = items.pop(reference.get("idref").strip(), None)
            is_beside = (
                reference.get("linear") == "no" and item is not None and item.get("properties") == "nav"
            )
            if item is None or is_beside or item.get("media-type") != "application/xhtml+xml":
                continue
            name = os.path.normpath(os.path.join(folder, item.get("href").replace("%20", " ")))
            if name in archive.namelist():
                root = etree.fromstring(archive.read(name), parser)
                words.update(words_of(_seen(root)))
    return words


def _seen(root: Any) -> str:
    breaks = [e for e in root.iter() if "pagebreak" in (e.get("{http://www.idpf.org/2007/ops}type") or "")]
    for element in [*root.iter("{*}head", "{*}script", "{*}style", "{*}template"), *breaks]:
        tail, parent = element.tail or "", element.getparent()
        if parent is not None:
            before = element.getprevious()
            if before is None:
                parent.text = (parent.text or "") + tail
            else:
                before.tail = (before.tail or "") + tail
            parent.remove(element)
    return " ".join(map(str, root.itertext()))


def words_of(text: str) -> list[str]:
    """The words in a text, without accents of writing, signs and capitals."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text.replace("\xad", "")).casefold())


def share_kept(path: Path, shown: str) -> float:
    """Which share of the letters of an EPUB's pages is in what is shown."""
    pages = Counter("".join(pages_of(path).elements()))
    letters = Counter("".join(words_of(shown)))
    total = sum(pages.values())
    return 1.0 if not total else sum((pages & letters).values()) / total


def main() -> int:
    """Reads the folders that are named; the status is 1 when a file is not read as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--kinds", default="", help="only these, parted by commas")
    parser.add_argument("--patience", type=float, default=3.0, help="times the seconds of the manifest")
    parser.add_argument("--texts", action="store_true", help="compare the text of valid EPUBs")
    parser.add_argument("--quiet", action="store_true", help="only the table")
    given = parser.parse_args()
    import lxml.etree  # noqa: F401  # once, not in every child

    import companion.readers.epub  # noqa: F401

    kinds = set(filter(None, given.kinds.split(",")))
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    kept: list[tuple[float, Path]] = []
    for case in (case for folder in given.folders for case in cases(folder.resolve())):
        if kinds and case.kind not in kinds:
            continue
        found = read_apart(case.path, case.seconds * given.patience)
        wrong = verdict(case, found)
        total[case.kind] += 1
        right[case.kind] += not wrong
        if wrong and not given.quiet:
            print(f"{case.path.name}: {wrong} [{case.why[:80]}] {found['seconds']} s")
        if given.texts and case.kind == "epub" and case.validity == "valid":
            kept.append((share_kept(case.path, found.get("shown", "")), case.path))
    for kind in sorted(total):
        print(f"{kind:18} {right[kind]:5} of {total[kind]:5}  {right[kind] / total[kind]:6.1%}")
    if kept:
        whole = [share for share, _ in kept if share >= 0.995]
        print(f"valid EPUBs with all their text: {len(whole)} of {len(kept)}  {len(whole) / len(kept):.1%}")
        for share, path in sorted(kept):
            if share < 0.995:
                print(f"  {share:.3f} {path.name}")
    return int(right != total)


if __name__ == "__main__":
    sys.exit(main())

"""Reads whole folders of broken and hostile files as the program does, and prints what came of it.

    python tests/hostile.py FOLDER... [--kinds epub,html] [--patience 3] [--texts] [--quiet] [--port 8999]

Each file goes through a reading process of its own. A folder holds a manifest.tsv with a line a file: the
file, its kind, what a sane reader does with it, and, if need be, words that must and must not be shown.
`--texts` compares the text of valid EPUBs with that of their pages. A page without any words may be refused,
if the sentence says so. On `--port` somebody listens: whoever reaches it has followed an address in a file.
"""

from __future__ import annotations

import argparse
import codecs
import csv
import html
import os
import re
import resource
import socket
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from companion.readers.web_elements import LINE_NUMBERS
from companion.texts import UnreadableError, read_text_at

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 30.0
BROKEN, LONGER = "broke the reading off", "could not be read within"
"""Of the sentences for a process that died, and for one that had to be ended."""

CHECK = """
import sys, pathlib
from companion.store.companion_file import CompanionFileError, read_companion
try:
    print("opened", read_companion(pathlib.Path(sys.argv[1])).title)
except CompanionFileError as error:
    print("warned" if len(error.entries) else "refused", error)
"""
"""Reads a companion file: of one with mistakes the window takes what is sound, and tells of the rest."""

WORDLESS = ("holds no words", "nothing to read", "has no text")
"""Of the sentences for files with nothing in them."""

LEFT_BEHIND = "hostile-*"
"""What files that are unpacked where they should not be would leave in the folder for such things."""

BEYOND_KNOWING = {
    "print_protection.pdf": "it wants a password that nobody has told; PDFium, Poppler and pypdf say so too",
    "issue9105_other.pdf": "no object in it ends, there is no catalogue; Poppler reads nothing in it either",
    "companion-cut99.yaml": "cut off within its last word, it is a whole companion file with another word",
}
"""Real files whose manifest expects what cannot be; they are told, but not counted as read wrongly."""

ACCEPTED = {
    "opens": {"opened", "warned"},
    "opens or opens with warning": {"opened", "warned"},
    "opens_warn": {"warned"},
    "error": {"refused", "died"},
    "clear error": {"refused", "died"},
    "warn_or_error": {"warned", "refused", "died"},
    "clear error or opens with warning": {"warned", "refused", "died"},
    "clear error or opens": {"opened", "warned", "refused", "died"},
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
    """What comes of a file when it is opened as the program opens it: its text, or why there is none."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    found = _outcome(path)
    after, took = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - began
    found["seconds"] = round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2)
    if LONGER in found["says"] or took > 4 * seconds:
        found["outcome"] = "hung"
    return found


def _outcome(path: Path) -> dict[str, Any]:
    if path.suffix == ".yaml":
        return _checked(path)
    try:
        document = read_text_at(path)
    except UnreadableError as error:
        return {"outcome": "died" if BROKEN in error.sentence else "refused", "says": str(error)}
    except Exception as error:
        return {"outcome": "raised", "says": f"{type(error).__name__}: {error}"}
    shown = "\n".join((document.title, document.author, document.text))
    return {
        "outcome": "warned" if document.warnings else "opened",
        "says": " ".join(document.warnings),
        "shown": shown,
        "form": document.format,
        "problem": problem(document),
    }


def _checked(path: Path) -> dict[str, Any]:
    """What comes of a companion file, with our own keys, when it is read as the window reads it."""
    with tempfile.TemporaryDirectory() as folder:
        ours = Path(folder) / path.name
        ours.write_bytes(_with_our_keys(path.read_bytes()))
        command = [sys.executable, "-c", CHECK, str(ours)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    outcome, _, says = done.stdout.partition(" ")
    return {"outcome": outcome or "died", "says": says + done.stderr[-300:]}


def _with_our_keys(data: bytes) -> bytes:
    """A companion file with the keys that ours have, where it has those of the makers of hostile files."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1"
    text = re.sub(r"format: companion/1\s*|\"format\": \"companion/1\", ", "", data.decode(encoding), count=1)
    section = ""

    def ours(key: re.Match[str]) -> str:
        nonlocal section
        section = section if key[1] == "text" else key[1]
        told = {"glossary": "terms", "timeline": "events", "people": "people"}
        return told.get(key[1], "definition" if section == "glossary" else "about") + key[2]

    return re.sub(r'\b(glossary|people|timeline|text)("?\s*:)', ours, text).encode(encoding)


def problem(document: Any) -> str:
    """What is wrong with a document by its own rules; empty when nothing is."""
    end, reached = len(document.text), 0
    for block in document.blocks:
        words = document.text[block.start : block.end]
        kept = words if block.kind in ("preformatted", "table") else words.strip()
        if block.start < reached or not words.strip() or words != kept:
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
        and any(words in found["says"] for words in WORDLESS)
        and not case.must
        and _is_wordless(case.path)
    ):
        return ""
    if case.kind == "yaml":
        accepted = accepted | _accepted_of_companions(case, found)
    if outcome not in accepted:
        return f"{outcome}, expected: {case.expected}. {found.get('says', '')[:160]}"
    if found.get("problem"):
        return f"the document breaks a rule: {found['problem']}"
    if shown and any(words not in shown for words in case.must):
        return "opened, but the text is missing"
    said = shown + found.get("says", "")
    leaked = [words for words in case.must_not if words in said]
    return f"shows {leaked[0]}" if leaked else ""


def _accepted_of_companions(case: Case, found: dict[str, Any]) -> set[str]:
    """What else may come of a companion file.

    What is sound is taken although an error is told, and keys that ours does not have are errors.
    """
    if case.expected == "error":
        return {"warned"}
    return {"refused"} if "Unknown key" in found["says"] else set()


def _is_wordless(path: Path) -> bool:
    """Whether a page has nothing to read but its title, or a Word document nothing at all."""
    source = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    if path.suffix == ".pdf":
        return not _said_by_poppler(path).strip()
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            return not re.search(rb"<w:t[ >]|<w:drawing", archive.read("word/document.xml"))
    for unread in (
        rb"<!--.*?(?:-->|\Z)",
        rb"<(title|script|style|head)\b.*?(?:</\1\b|\Z)",
        rb"<[^>]*(?:>|\Z)",
    ):
        source = re.sub(unread, b" ", source, flags=re.I | re.S)
    return not re.search(r"\w", html.unescape(source.decode("latin-1")))  # &#x1e; is no word


def _said_by_poppler(path: Path) -> bytes:
    """The text that another program finds in a PDF; none where that is not installed."""
    try:
        return subprocess.run(
            ["pdftotext", str(path), "-"], capture_output=True, check=False, timeout=60
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return b""


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
    numbers = [e for e in root.iter("{*}span") if e.get("class") in LINE_NUMBERS]
    for element in [*root.iter("{*}head", "{*}script", "{*}style", "{*}template"), *breaks, *numbers]:
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


class Listener:
    """Counts who reaches a port of this computer."""

    def __init__(self, port: int) -> None:
        self.reached = 0
        self._socket = socket.create_server(("127.0.0.1", port))
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            visitor, _ = self._socket.accept()
            visitor.close()
            self.reached += 1


def left_behind() -> set[str]:
    """The files that hostile ones would leave."""
    return {path.name for path in Path(tempfile.gettempdir()).glob(LEFT_BEHIND) if path.is_file()}


class Tally:
    """What has come of all files."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.outcomes: Counter[str] = Counter()
        self.kept: list[tuple[float, Path]] = []

    def count(self, case: Case, found: dict[str, Any], wrong: str) -> None:
        self.total[case.kind] += 1
        self.right[case.kind] += not wrong
        self.outcomes[found["outcome"]] += 1
        self.outcomes["leaked"] += wrong.startswith("shows ")

    def table(self) -> str:
        lines = [
            f"{kind:18} {self.right[kind]:5} of {total:5}  {self.right[kind] / total:6.1%}"
            for kind, total in sorted(self.total.items())
        ]
        right, total = self.right.total(), self.total.total()
        lines.append(f"{'all':18} {right:5} of {total:5}  {right / max(1, total):6.1%}")
        lines.append(", ".join(f"{name}: {count}" for name, count in sorted(self.outcomes.items())))
        whole = [share for share, _ in self.kept if share >= 0.995]
        if self.kept:
            lines.append(f"valid EPUBs with all their text: {len(whole)} of {len(self.kept)}")
        lines += [f"  {share:.3f} {path.name}" for share, path in sorted(self.kept) if share < 0.995]
        return "\n".join(lines)


def main() -> int:
    """Reads the folders that are named; the status is 1 when a file is not read as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--kinds", default="", help="only these, parted by commas")
    parser.add_argument("--patience", type=float, default=3.0, help="times the seconds of the manifest")
    parser.add_argument("--texts", action="store_true", help="compare the text of valid EPUBs")
    parser.add_argument("--quiet", action="store_true", help="only the table")
    parser.add_argument("--port", type=int, default=8999, help="the port that hostile files try to reach")
    given = parser.parse_args()
    kinds = set(filter(None, given.kinds.split(",")))
    listener, before, tally = Listener(given.port), left_behind(), Tally()
    for case in (case for folder in given.folders for case in cases(folder.resolve())):
        if kinds and case.kind not in kinds:
            continue
        found = read_apart(case.path, case.seconds * given.patience)
        wrong = verdict(case, found)
        if wrong and case.path.name in BEYOND_KNOWING and found["outcome"] in ("opened", "refused"):
            print(f"{case.path.name}: {BEYOND_KNOWING[case.path.name]}", flush=True)
            wrong = ""
        tally.count(case, found, wrong)
        if wrong and not given.quiet:
            print(f"{case.path.name}: {wrong} [{case.why[:80]}] {found['seconds']} s", flush=True)
        if given.texts and case.kind == "epub" and case.validity == "valid":
            tally.kept.append((share_kept(case.path, found.get("shown", "")), case.path))
    print(tally.table())
    new = left_behind() - before
    print(f"requests at port {given.port}: {listener.reached}; files left behind: {len(new)}")
    return int(tally.right != tally.total or listener.reached > 0 or bool(new))


if __name__ == "__main__":
    sys.exit(main())

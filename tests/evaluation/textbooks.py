"""Makes what `glossary.py` also learns from: sections of textbooks with the terms their authors set off.

    python tests/evaluation/textbooks.py FOLDER OUT.jsonl

`FOLDER` holds clones of the repositories of BOOKS (https://github.com/openstax/osbooks-…), each in a folder
named as there. They are read at commits whose licence is CC BY 4.0; later ones have another. lxml is needed.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from companion.extraction.source import source_of
from companion.readers.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

BOOKS = {
    "osbooks-introduction-sociology": "585c580",
    "osbooks-introduction-political-science": "91f18d9",
    "osbooks-psychology": "71e6283",
    "osbooks-introduction-anthropology": "7597e04",
    "osbooks-introduction-philosophy": "ec28045",
    "osbooks-principles-economics-bundle": "68990f7",
    "osbooks-astronomy": "29536a4",
    "osbooks-introduction-intellectual-property": "55411cd",
    "osbooks-introduction-business": "3f015f7",
}
"""The repositories, and the last commit of each before July 2024."""

CNXML, METADATA = "{http://cnx.rice.edu/cnxml}", "{http://cnx.rice.edu/mdml}"
LEFT_OUT = {"exercise", "figure", "table", "media", "equation", "footnote", "glossary", "metadata", "newline"}
HOLDING = {"section", "list", "note", "example", "quote", "content", "div"}
NO_TEXT = re.compile(
    r"summary|review|question|exercise|key-|glossary|further|reference|problem|suggested|critical-thinking|"
    r"personal-app|bibliograph|assessment|chapter-|resources|works-cited",
    re.IGNORECASE,
)
NO_SECTION = re.compile(
    r"(?:chapter |section )?(?:summary|key terms|key concepts|review|exercis|references|further reading|"
    r"endnotes|critical thinking|critical consumer|suggested|personal application|questions|self-check|"
    r"bring it|glossary|for further|collaborative group|thought q|figuring)",
    re.IGNORECASE,
)
SHORTEST, LONGEST, MOST_TERMS = 4_000, 60_000, 25


class Part(NamedTuple):
    """A paragraph, heading or list item, and where in it the author sets off a term."""

    words: str
    terms: list[tuple[int, int]]


def name_of(element: Any) -> str:
    return element.tag.removeprefix(CNXML) if isinstance(element.tag, str) else "{"


def words_in(element: Any, part: Part) -> Part:
    """`part` with all that stands in `element` behind it."""
    part = part._replace(words=part.words + (element.text or ""))
    for inner in element:
        name = name_of(inner)
        if not name.startswith("{") and name not in LEFT_OUT:
            is_apart = name in ("list", "para")
            start = len(part.words) + is_apart
            part = words_in(inner, part._replace(words=part.words + " " * is_apart))
            if name == "term" and "no-emphasis" not in (inner.get("class") or ""):
                part.terms.append((start, len(part.words)))
            part = part._replace(words=part.words + " " * is_apart)
        part = part._replace(words=part.words + (inner.tail or ""))
    return part


def parts_in(element: Any) -> Iterator[Part]:
    for inner in element:
        name = name_of(inner)
        if name.startswith("{") or name in LEFT_OUT or NO_TEXT.search(inner.get("class") or ""):
            continue
        if name in ("title", "item", "para"):
            yield squeezed(words_in(inner, Part("", [])))
        elif name in HOLDING:
            title = inner.find(f"{CNXML}title")
            if name == "section" and title is not None and NO_SECTION.match(plain(title)):
                continue
            yield from parts_in(inner)


def plain(element: Any) -> str:
    return "".join(element.itertext()).strip()


def squeezed(part: Part) -> Part:
    """The part with each run of blanks as one."""
    kept: list[str] = []
    places = []
    for letter in part.words:
        places.append(len(kept))
        if not letter.isspace():
            kept.append(letter)
        elif kept and kept[-1] != " ":
            kept.append(" ")
    places.append(len(kept))
    return Part("".join(kept).rstrip(), [(places[start], places[end]) for start, end in part.terms])


def module(content: bytes) -> tuple[str, list[tuple[int, int]]]:
    """The text of a section of a book and the spans of its terms."""
    root = etree.fromstring(content, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    body = root.find(f"{CNXML}content")
    if body is None:
        return "", []
    parts = [Part(plain(root.find(f"{CNXML}title")), [])]
    for goals in root.iter(f"{METADATA}abstract"):
        if len(goals):
            parts += [Part("Learning Objectives", []), *parts_in(goals)]
    text, terms = "", []
    for part in (*parts, *parts_in(body)):
        if part.words:
            text += "\n\n" if text else ""
            terms += [(len(text) + start, len(text) + end) for start, end in part.terms]
            text += part.words
    return f"{text}\n\n", terms


def gold_of(name: str, text: str, spans: list[tuple[int, int]]) -> dict[str, Any] | None:
    """A line as those of the kit: each term where it is first set off, and the sentence there."""
    firsts: dict[str, tuple[str, int]] = {}
    for start, end in spans:
        form = text[start:end].strip(' .,;:()“”"')
        if 2 < len(form) < 60:
            firsts.setdefault(form.lower(), (form, start))
    if not firsts or len(firsts) > MOST_TERMS or not SHORTEST <= len(text) <= LONGEST:
        return None
    sentences = source_of(read_plain(text, name)).sentences
    terms = [{"term": form, "sentences": [[*sentences.at(start)]]} for form, start in firsts.values()]
    return {"id": name, "text": text, "terms": terms, "index_terms": []}


def shown(repository: Path, *what: str) -> bytes:
    return subprocess.run(["git", "-C", repository, *what], capture_output=True, check=True).stdout


def golds_of(folder: Path, book: str, commit: str) -> Iterator[dict[str, Any]]:
    titles = set()
    for path in shown(folder / book, "ls-tree", "--name-only", commit, "modules/").decode().split():
        if not Path(path).name.startswith("m"):
            continue
        text, spans = module(shown(folder / book, "show", f"{commit}:{path}/index.cnxml"))
        title = text.partition("\n")[0]
        gold = gold_of(f"{book}_{Path(path).name}", text, spans) if title not in titles else None
        if gold:
            titles.add(title)
            yield gold


def main(folder: Path, out: Path) -> None:
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for book, commit in BOOKS.items():
            golds = list(golds_of(folder, book, commit))
            file.writelines(f"{json.dumps(gold, ensure_ascii=False)}\n" for gold in golds)
            print(f"{book}: {len(golds)} sections, {sum(len(gold['terms']) for gold in golds)} terms")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))

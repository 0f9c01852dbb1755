"""The table of contents of an EPUB and its list of printed pages, from its nav document or its NCX."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.readers.binding import Named
from companion.readers.references import target_of
from companion.readers.stating import one_line
from companion.readers.web_elements import kinds_of, local_name, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_LISTS = frozenset(("ol", "ul"))
_LABELS = frozenset(("a", "span"))


class Entry(NamedTuple):
    """A line of the table of contents: its title, its depth from 1, and the key of the place it leads to."""

    title: str
    level: int
    target: str


class Contents(NamedTuple):
    """What a nav document or an NCX lists; `glossaries` are the files that are said to be glossaries."""

    entries: tuple[Entry, ...] = ()
    pages: tuple[Named, ...] = ()
    glossaries: frozenset[str] = frozenset()


def with_targets(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each that leads nowhere itself led to where the first below it leads."""
    led: list[Entry] = []
    for entry in reversed(entries):
        if not entry.target and led and led[-1].level > entry.level:
            entry = entry._replace(target=led[-1].target)
        led.append(entry)
    return led[::-1]


def contents_of_nav(root: _Element, file: str) -> Contents:
    """What the nav document `file` lists. EPUB 3.3, 7."""
    entries: tuple[Entry, ...] = ()
    pages: tuple[Named, ...] = ()
    glossaries: set[str] = set()
    for nav in root.iter("{*}nav", "nav"):
        kinds = kinds_of(nav)
        if not kinds.isdisjoint(("toc", "doc-toc")) and not entries:
            entries = tuple(_listed(nav, file))
        elif not kinds.isdisjoint(("page-list", "doc-pagelist")) and not pages:
            pages = tuple(Named(entry.title, entry.target) for entry in _listed(nav, file))
        elif "landmarks" in kinds:
            glossaries.update(
                target_of(link.get("href") or "", file).partition("#")[0].lstrip("/")
                for link in nav.iter("{*}a", "a")
                if "glossary" in kinds_of(link)
            )
    return Contents(entries, pages, frozenset(glossaries))


def contents_of_ncx(root: _Element, file: str) -> Contents:
    """What the NCX `file` lists. ANSI/NISO Z39.86-2005, 8; OPF 2.0.1, 2.4.1."""
    pages = (_point(target, 1, file) for target in root.iter("{*}pageTarget", "pageTarget"))
    return Contents(
        tuple(
            _point(point, 1 + sum(1 for outer in point.iterancestors() if _is_point(outer)), file)
            for point in root.iter("{*}navPoint", "navPoint")
        ),
        tuple(Named(page.title, page.target) for page in pages),
    )


def _listed(nav: _Element, file: str) -> Iterator[Entry]:
    for item in nav.iter("{*}li", "li"):
        label = next((child for child in item if local_name(child.tag) in _LABELS), None)
        if label is None:
            continue
        level = sum(1 for outer in item.iterancestors() if local_name(outer.tag) in _LISTS)
        title = one_line(words_in(label) or _words_for(label))
        yield Entry(title, max(1, level), target_of(label.get("href") or "", file))


def _words_for(label: _Element) -> str:
    """The words for those who cannot see the pictures that a label is made of. EPUB 3.3, 7.3"""
    said = (element.get(name) for name in ("alt", "title") for element in label.iter())
    return next(filter(None, said), "")


def _is_point(element: _Element) -> bool:
    return isinstance(element.tag, str) and element.tag.endswith("navPoint")


def _point(point: _Element, level: int, file: str) -> Entry:
    title = target = ""
    for child in point:
        name = str(child.tag).rpartition("}")[2]
        if name == "navLabel":
            title = one_line(words_in(child))
        elif name == "content":
            target = target_of(child.get("src") or "", file)
    return Entry(title, level, target)

"""The main content of a web page is told from what surrounds it: menus, banners, side bars, forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.readers.web_elements import kinds_of, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_ALWAYS_LEFT_OUT = frozenset(
    ("nav", "button", "select", "dialog", "noscript", "object", "audio", "video", "iframe", "canvas")
)
_LEFT_OUT_ROLES = frozenset(
    ("navigation", "search", "banner", "contentinfo", "menu", "menubar", "toolbar", "dialog", "alert")
)
_LEADING = (
    "nav navbar navigation nav-panel nav-links navheader navfooter breadcrumb breadcrumbs sidebar "
    "sphinxsidebar related menu header footer site-header site-footer pagination pager skip-link skiplink "
    "mw-jump-link mw-editsection navbox catlinks printfooter"
)
_LEADING_CLASSES = frozenset(_LEADING.split())
_MOSTLY_LINKS = 0.6
_OF_THE_SITE = frozenset(("header", "footer", "aside"))
_WITHIN = frozenset(("article", "main", "section", "blockquote", "figure"))
_PART_OF_TEXT = re.compile(r"foot-?notes?|end-?notes?|notes?\b|references|colophon", re.I)
_TITLES = frozenset(("h1", "h2"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SMALLEST_SHARE = 0.25


def hide_surroundings(body: _Element) -> None:
    """Marks as hidden what leads about the site, and what can only be filled in or pressed."""
    for element in _leading(body):
        element.set("hidden", "")
    for element in list(body.iterdescendants()):
        if _is_surrounding(element, local_name(element.tag)):
            element.set("hidden", "")


def main_of(body: _Element) -> _Element:
    """The element that holds the main content: ``main``, or the only article if it is no mere part."""
    length = _length(body)
    for found in (_mains(body), _articles(body)):
        elements = list(found)
        if len(elements) == 1 and _length(elements[0]) >= _SMALLEST_SHARE * length:
            return elements[0]
    return body


def _is_surrounding(element: _Element, name: str) -> bool:
    if name == "embed":  # it is never closed, and the parser takes what follows it for what is in it
        return not len(element) and not (element.text or "").strip()
    if name in _ALWAYS_LEFT_OUT:
        return True
    role = element.get("role")
    if role and role.lower() in _LEFT_OUT_ROLES:
        return True
    if name not in _OF_THE_SITE:
        return False
    if any(local_name(outer.tag) in _WITHIN for outer in element.iterancestors()):
        return False
    if _PART_OF_TEXT.search(" ".join((*kinds_of(element), element.get("id") or ""))):
        return False
    inner = {local_name(child.tag) for child in element.iterdescendants()}
    return name != "header" or "nav" in inner or inner.isdisjoint(_TITLES)


def _leading(body: _Element) -> list[_Element]:
    """The elements that are named as what leads about a site, and most of whose words are links."""
    from lxml import etree

    named = {
        element
        for element in body.iterdescendants()
        if element.get("class")
        and not _LEADING_CLASSES.isdisjoint(kinds_of(element))
        and not _is_in_heading(element)
    }
    found: list[_Element] = []
    lengths, links = [(0, 0)], 0  # of the elements that are open: their letters, and those in links
    for event, element in etree.iterwalk(body, events=("start", "end")) if named else ():
        is_link = local_name(element.tag) == "a" and element.get("href") is not None
        if event == "start":
            links += is_link
            length = len((element.text or "").strip())
            lengths.append((length, length if links else 0))
            continue
        links -= is_link
        length, linked = lengths.pop()
        if element in named and linked >= _MOSTLY_LINKS * length:
            found.append(element)
        tail = len((element.tail or "").strip())
        outer, outer_linked = lengths[-1]
        lengths[-1] = (outer + length + tail, outer_linked + linked + (tail if links else 0))
    return found


def _is_in_heading(element: _Element) -> bool:
    """Whether an element is a heading or stands in one: many headings are links to themselves."""
    return local_name(element.tag) in _HEADINGS or any(
        local_name(outer.tag) in _HEADINGS for outer in element.iterancestors()
    )


def _mains(body: _Element) -> Iterator[_Element]:
    return (e for e in body.iterdescendants() if local_name(e.tag) == "main" or e.get("role") == "main")


def _articles(body: _Element) -> Iterator[_Element]:
    for element in body.iterdescendants():
        if local_name(element.tag) == "article" and not any(
            local_name(outer.tag) == "article" for outer in element.iterancestors()
        ):
            yield element


def _length(element: _Element) -> int:
    """How many letters there are to read, what is hidden left aside."""
    length = 0
    waiting = [element]
    while waiting:
        found = waiting.pop()
        if local_name(found.tag) in ("script", "style") or found.get("hidden") is not None:
            continue
        length += len((found.text or "").strip())
        for child in found:
            length += len((child.tail or "").strip())
            waiting.append(child)
    return length

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import aldmere
import pytest

from companion import resources
from companion.core.anchors import Anchor
from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Document
from companion.core.entries import Alias, Entries, Event, Kind, Person, Relation, Term
from companion.core.notes import Colour, Mark
from companion.output.html import to_html
from companion.output.quoting import Quoted, Run
from companion.output.summarising import summarise
from companion.output.summary import Part

STYLE = resources.text("print", "summary.css")
HOSTILE = "</style><script>alert('1')</script>\"onload=\"x\x00<img src=http://evil.example/>&amp;"


class _Page(HTMLParser):
    """The elements of a page, checked to be closed in order, and its words."""

    EMPTY = frozenset({"meta"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_tells_what_the_summary_has() -> None:
    words = " ".join(" ".join(_Page(to_html(summarise(aldmere.companion()))).words).split())
    for part in (
        "The siege of Aldmere",
        "Glossary",
        "sally port A small hidden gate from which defenders could rush out. §1, 3 see",
        "the Special Operations Executive (also SOE)",
        "Anna Verl (also Captain Verl, Iron Anna) commander · 1610–1660 Held the walls. §1, 3",
        "see Zoë Nobody (her rival)",
        "July 1643 The gate is barred It begins. §1",
    ):
        assert part in words


def test_every_link_goes_to_an_entry_of_the_page() -> None:
    page = _Page(to_html(summarise(aldmere.companion())))
    anchors = [names["id"] for _, names in page.elements if "id" in names]
    assert len(anchors) == len(set(anchors)) == 7
    links = [names["href"] for tag, names in page.elements if tag == "a"]
    assert len(links) == 4
    assert {str(link).removeprefix("#") for link in links} <= set(anchors)


def test_nothing_is_loaded_and_nothing_runs() -> None:
    entries = Entries(
        title=HOSTILE,
        author=HOSTILE,
        language='en" onload="x',
        notes=HOSTILE,
        terms=(Term(id='"x', term=HOSTILE, definition=HOSTILE, aliases=(Alias("A " + HOSTILE),)),),
        people=(
            Person(id="p", name=HOSTILE, role=HOSTILE, about=HOSTILE, relations=(Relation('"x', HOSTILE),)),
        ),
        events=(Event(id="e", title=HOSTILE, date=parse_date("1643"), people=("p",)),),
    )
    words = Mark(HOSTILE, Anchor(HOSTILE, "", "", 0, 0), HOSTILE, Colour.BLUE, HOSTILE)
    summary = summarise(Companion(Document(""), entries), bookmarks=[(words, None)])
    quoted = Quoted(1, HOSTILE, (Run(HOSTILE), Run(HOSTILE, Kind.TERM)))
    html = to_html(replace(summary, passages=(quoted,), focus=HOSTILE), STYLE)
    assert html.count("alert(&#x27;1&#x27;)") > 12
    page = _Page(html)
    allowed = {
        "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "section", "dl", "dt", "dd",
        "div", "p", "span", "strong", "a", "h3", "blockquote", "article", "figure", "svg", "rect", "polyline",
        "text",
    }  # fmt: skip
    assert {tag for tag, _ in page.elements} <= allowed
    assert not [name for _, names in page.elements for name in names if name.startswith(("on", "src"))]
    assert "\x00" not in html
    assert "url(" not in STYLE


def test_the_timeline_is_drawn_in_the_page() -> None:
    html = to_html(summarise(aldmere.companion(), [Part.DRAWING]))
    page = _Page(html)
    assert [names["class"] for tag, names in page.elements if tag == "section"][-1] == "drawing"
    words = [word.strip() for word in page.words if word.strip()]
    assert words.index("The gate is barred") < words.index("The gate is opened")
    for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        ElementTree.fromstring(svg)  # noqa: S314


def test_passages_and_bookmarks_are_there() -> None:
    parts = [Part.PASSAGES, Part.NOTES]
    summary = summarise(aldmere.companion(), parts, focus=("verl",), bookmarks=aldmere.bookmarks())
    html = to_html(summary)
    words = " ".join(" ".join(_Page(html).words).split())
    assert "Passages: Anna Verl The siege §1 In July 1643 Captain Verl 🏰 barred the sally port." in words
    assert "A §1 Who? The siege barred the sally port Ask *her*. And why." in words
    assert "B no longer found in the text lost words" in words
    assert '<strong class="name person">Anna Verl</strong> opened' in html


def test_the_style_loads_nothing() -> None:
    assert "url(" not in STYLE
    assert "@import" not in STYLE


@pytest.mark.parametrize(
    ("language", "said"), [("sq", "sq"), ("zh-Hant-TW", "zh-Hant-TW"), ("", None), ("x y", None)]
)
def test_the_language_is_told_when_it_is_one(language: str, said: str | None) -> None:
    page = _Page(to_html(summarise(Companion(Document("", title="x", language=language)))))
    assert page.elements[0][1].get("lang") == said

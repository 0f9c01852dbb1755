from __future__ import annotations

import re
from html import unescape

import aldmere
from hypothesis import given
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from companion.core.companion import Companion
from companion.core.document import Document
from companion.core.entries import Entries, Term
from companion.output.markdown import escaped, to_markdown
from companion.output.summary import summarise

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_NASTY = some.text(some.sampled_from("ab 1.)(-+=*_`~[]<>!|#&;\\\n\t§é🏰"), max_size=30)


def _shown(markdown: str) -> str:
    """What a reader of the rendered page sees, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", _MARKDOWN.render(markdown))).split())


@given(_NASTY)
def test_escaped_text_is_shown_as_it_stands(text: str) -> None:
    rendered = _MARKDOWN.render(escaped(text))
    assert re.sub(r"</?p>", "", rendered).strip().count("<") == 0
    assert _shown(escaped(text)) == " ".join(text.split())


@given(_NASTY)
def test_a_heading_is_shown_as_it_stands(text: str) -> None:
    assert _shown(f"# {escaped(text)}") == " ".join(text.split())


def test_the_whole_summary() -> None:
    assert (
        to_markdown(summarise(aldmere.companion()))
        == """\
# The siege of Aldmere

*A. Teacher*

## About this companion

Invented.

For tests.

## Glossary

**sally port**: A small hidden gate from which defenders could rush out. §1, 3 \
*see* the Special Operations Executive

**the Special Operations Executive** (also SOE): Not yet founded. §1

## People

**Anna Verl** (also Captain Verl, Iron Anna), *commander · 1610–1660*: Held the walls. §1, 3 \
*see* Zoë Nobody (her rival)

**Zoë Nobody**: Never named.

## Timeline

*July 1643*, **The gate is barred**: It begins. §1

*the winter of 1643–1644*, **The walls hold**: All hold out. §2

*1644*, **The gate is opened** §3 *see* Anna Verl, sally port
"""
    )


def test_a_hostile_entry_stays_words() -> None:
    entries = Entries(
        title="# A <script>alert(1)</script>",
        terms=(
            Term(id="x", term="![x](http://evil.example/p.png)", definition="- [a](javascript:b)\n\n# no"),
        ),
    )
    rendered = _MARKDOWN.render(to_markdown(summarise(Companion(Document(""), entries))))
    assert not re.search(r"<(script|img|a|li)\b", rendered)
    assert rendered.count("<h1>") == 1

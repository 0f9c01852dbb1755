from __future__ import annotations

import re
from html import unescape

import aldmere
from hypothesis import given
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from companion.core.companion import Companion
from companion.core.document import Document
from companion.core.entries import Entries, Kind, Term
from companion.output.markdown import escaped, to_markdown
from companion.output.quoting import Quoted, Run, on_one_line
from companion.output.summarising import summarise
from companion.output.summary import Part, Summary

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

A number after § is that of a paragraph of the text.

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

## Events by date

*July 1643*, **The gate is barred**: It begins. §1

*the winter of 1643–1644*, **The walls hold**: All hold out. §2

*1644*, **The gate is opened** §3 *see* Anna Verl, sally port
"""
    )


def test_a_drawing_is_a_list_of_dates_unless_the_events_are_told() -> None:
    markdown = to_markdown(summarise(aldmere.companion(), [Part.DRAWING]))
    assert markdown.endswith(
        "## Timeline\n\n- *July 1643*: The gate is barred\n"
        "- *the winter of 1643–1644*: The walls hold\n- *1644*: The gate is opened\n"
    )


def test_passages_and_bookmarks_are_quoted() -> None:
    summary = summarise(
        aldmere.companion(), [Part.PASSAGES, Part.NOTES], focus=("verl",), bookmarks=aldmere.bookmarks()
    )
    assert (
        to_markdown(summary).partition("text.\n\n")[2]
        == """\
## Passages: Anna Verl

### The siege

> §1 In July 1643 **Captain Verl** 🏰 barred the sally port.

> §3 **Anna Verl** opened the sally port again in 1644.

## Marks and notes

**A** §1 **Who?** *The siege*

> barred the sally port

Ask \\*her\\*.

And why.

**D** §2 *The siege*

> the wall stood

**B** no longer found in the text

> lost words
"""
    )


@given(_NASTY, _NASTY)
def test_a_passage_is_shown_as_it_stands(before: str, name: str) -> None:
    passage = Quoted(3, "", tuple(on_one_line([Run(before), Run(name, Kind.TERM)])))
    shown = _shown(to_markdown(Summary("", passages=(passage,), focus="x")).rpartition("\n\n")[2])
    assert shown == " ".join(f"§3 {passage.text}".split())


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

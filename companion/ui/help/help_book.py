"""Help book: the pages of help as one text with sections, in which links are names that can be followed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion import resources
from companion.core.companion import Companion
from companion.core.document import Span
from companion.core.entries import Entries, Term
from companion.core.links import Links, Mention
from companion.ui.actions import plain_words
from companion.ui.help.key_list import key_groups
from companion.ui.help.key_table import native
from companion.ui.program.language import spoken, translated

if TYPE_CHECKING:
    from companion.core.document import Document, Section
    from companion.ui.actions import Actions

KEYS = "keys"
"""The page that is made from the table of actions."""

PAGES = (
    "reading",
    "shelf",
    "companion",
    "finding",
    "timeline",
    "bookmarks",
    "page",
    "printing",
    "exchange",
    "companion-file",
    "trouble",
    KEYS,
)
"""The pages in their order; each but the keys is a file."""

PAGE_OF_MENU = {
    "&File": ("reading", "shelf", "printing", "exchange"),
    "&Edit": ("finding", "bookmarks", "page"),
    "&View": ("page", "companion"),
    "&Go": ("finding", "companion", "bookmarks", "reading"),
    "&Help": ("companion-file", "trouble"),
}
"""Which pages tell of the actions of each menu."""

_FOLDER = "help"
_LINK = re.compile(r"\[([^]\n]+)\]\(([\w-]+)\.md\)")
_ACTION = re.compile(r"\{([a-z_]+)\}")
_JOINER = "\u2060"
"""Stands before and after the words of a link; it is not seen, and nothing else in the pages has it."""


class HelpBook(NamedTuple):
    """The whole help: its text, the links in it, and where each page begins."""

    document: Document
    companion: Companion
    pages: dict[str, Section]


def help_book(actions: Actions) -> HelpBook:
    """The help in the reader's language, with the keys that the actions have now."""
    from companion.readers import read_text  # not before the window is painted

    written = [page_text(page, actions) for page in PAGES]
    targets = [target for text in written for _, target in _LINK.findall(text)]
    marked = _LINK.sub(rf"{_JOINER}\1{_JOINER}", "\n\n".join(written))
    document = read_text(marked, "markdown", translated("Help"))
    pages = dict(zip(PAGES, (section for section in document.sections if section.level == 1), strict=True))
    terms = tuple(Term(id=page, term=section.title) for page, section in pages.items())
    spans = _marked_spans(document.text)
    mentions = [Mention(target, *span) for target, span in zip(targets, spans, strict=True)]
    return HelpBook(document, Companion(document, Entries(terms=terms), Links(mentions)), pages)


def page_text(page: str, actions: Actions) -> str:
    """A page as Markdown, with keys in the place of the names of actions in braces."""
    if page == KEYS:
        return _keys_page(actions)
    text = _written(page)
    if page == "companion-file":  # braces mean something else there
        return text

    def words(found: re.Match[str]) -> str:
        return _how(found[1], actions)

    return _ACTION.sub(words, text)


def _written(page: str) -> str:
    """The file of a page in the language that is spoken, or else in English."""
    try:
        return resources.text(_FOLDER, spoken(), f"{page}.md")
    except FileNotFoundError:
        return resources.text(_FOLDER, f"{page}.md")


def _how(name: str, actions: Actions) -> str:
    """The first key of an action, or the words by which it stands in its menu, as Markdown."""
    key = actions[name].shortcut()
    if key.isEmpty():
        return translated("“{0}”").format(_escaped(plain_words(actions[name].text())))
    return _code(native(key))


def _keys_page(actions: Actions) -> str:
    title = translated("Keys", "title")
    lines = [
        f"# {title}",
        "",
        translated("“Keys” in the menu “Help” gives them others."),
    ]
    for group in key_groups(actions):
        lines += ["", f"## {_escaped(group.title)}", ""]
        lines += [f"- {_escaped(row.words)}: {_code(row.keys)}" for row in group.rows if row.keys]
    return "\n".join(lines)


def _escaped(words: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#&])", r"\\\1", words)


def _code(keys: str) -> str:
    """Keys as code, whatever signs are among them."""
    return f"`` {keys} ``" if "`" in keys else f"`{keys}`"


def _marked_spans(text: str) -> list[Span]:
    places = [found.start() for found in re.finditer(_JOINER, text)]
    return [Span(start + 1, end) for start, end in zip(places[::2], places[1::2], strict=True)]

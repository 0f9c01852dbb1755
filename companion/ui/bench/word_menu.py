"""Word menu: what can be mended at one place of the text: who is meant there, and what is to be an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.core.document import Span
from companion.core.entries import Kind
from companion.core.lookup import plain
from companion.core.whole_words import whole_words
from companion.ui.bench.choices import DateChoice, EntryChoice
from companion.ui.bench.nearby import date_near, name_of, named_before

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from companion.core.entries import Entry
    from companion.ui.reading import Reading

_LONGEST_WORDS = 30
"""Code points of words that a menu repeats."""


class WordMenu(QObject):
    """The part of a menu that mends: what is named at `offset`, or what is made of the words at `selected`.

    It lives as long as the menu.
    """

    def __init__(self, reading: Reading, menu: QMenu, offset: int | None, selected: Span | None) -> None:
        super().__init__(menu)
        self.setObjectName("word_menu")
        self._reading, self._menu = reading, menu
        text = reading.document.text
        self._selected = None if selected is None else whole_words(text, _trimmed(text, selected))
        if self._selected is not None and self._selected.end <= self._selected.start:
            self._selected = None
        self._mention = Span(0, 0)
        self._entry: Entry | None = None
        self._find_mention(offset)

    @property
    def name(self) -> str:
        """The name of the entry that is named here, as a menu shows it; empty for none."""
        return _escaped(name_of(self._entry)) if self._entry is not None else ""

    def fill(self) -> None:
        """Adds to the menu what can be done here."""
        if self._entry is not None:
            self._add_mention(self._entry)
        elif self._mention.end > self._mention.start:
            self._menu.addSeparator()
            self._menu.addAction(self._quoting(self.tr("“{0}” is …")), self._ask_instead)
            self._menu.addAction(self._quoting(self.tr("“{0}” is, from here on …")), self._ask_onward)
        if self._selected is not None:
            self.fill_selected()

    def fill_selected(self) -> None:
        """Adds what can be made of the selected words."""
        menu = self._menu
        menu.addSeparator()
        menu.addAction(self.tr("New term"), self._add_term)
        menu.addAction(self.tr("New person"), self._add_person)
        menu.addAction(self.tr("New event…"), self._ask_event)
        menu.addAction(self.tr("Another name of …"), self._ask_name)
        menu.addAction(self.tr("Tells of …"), self._ask_passage)

    # -- what is named here

    def _find_mention(self, offset: int | None) -> None:
        if offset is None:
            return
        links = self._reading.companion.links
        mentions = links.at(offset)
        if mentions:
            focused = [one for one in mentions if one.entry in self._reading.focus]
            self._mention = (focused or mentions)[0].span
            self._entry = self._reading.companion.entry((focused or mentions)[0].entry)
        elif (undecided := links.ambiguity_at(offset)) is not None:
            self._mention = Span(undecided.start, undecided.end)

    def _add_mention(self, entry: Entry) -> None:
        menu, name = self._menu, name_of(entry)
        menu.addSeparator()
        menu.addAction(self.tr("This is not {0}").format(_escaped(name)), self._not_here)
        if plain(_words(self._reading, self._mention)) != plain(entry.heading):
            menu.addAction(self._quoting(self.tr("“{0}” is never {1}"), _escaped(name)), self._never)
        menu.addAction(self.tr("This is somebody or something else…"), self._ask_instead)
        menu.addAction(self.tr("From here on this is somebody or something else…"), self._ask_onward)
        menu.addAction(self.tr("Edit {0}").format(_escaped(name)), self._edit)

    def _quoting(self, words: str, *others: str) -> str:
        quoted = _words(self._reading, self._mention)
        short = quoted if len(quoted) <= _LONGEST_WORDS else f"{quoted[:_LONGEST_WORDS]}…"
        return words.format(_escaped(short), *others)

    def _not_here(self) -> None:
        if self._entry is not None:
            words = _words(self._reading, self._mention)
            self._reading.mending.ignore_name(self._entry.id, words, self._mention)

    def _never(self) -> None:
        if self._entry is not None:
            self._reading.mending.ignore_name(self._entry.id, _words(self._reading, self._mention))

    def _edit(self) -> None:
        if self._entry is not None:
            self._reading.mending.edit(self._entry.id)

    def _ask_instead(self) -> None:
        self._ask_whom(_Assigning(self._reading, self._mention, onward=False))

    def _ask_onward(self) -> None:
        self._ask_whom(_Assigning(self._reading, self._mention, onward=True))

    def _ask_whom(self, assigning: _Assigning) -> None:
        reading, without = self._reading, {self._entry.id} if self._entry is not None else set()
        kind = self._entry.kind if self._entry is not None else None
        first = named_before(reading.companion, self._mention, without, kind)
        prompt = self._quoting(self.tr("Who or what is “{0}” here?")).replace("&&", "&")
        reading.mending.ask(EntryChoice(reading, prompt, assigning.take, without=without, first=first))

    # -- what is made of the selected words

    def _add_term(self) -> None:
        self._add(Kind.TERM)

    def _add_person(self) -> None:
        self._add(Kind.PERSON)

    def _add(self, kind: Kind) -> None:
        if self._selected is not None:
            self._reading.mending.add(kind, _words(self._reading, self._selected), self._selected)

    def _ask_event(self) -> None:
        if self._selected is not None:
            adding = _AddingEvent(self._reading, self._selected)
            near = date_near(self._reading.companion, self._selected)
            self._reading.mending.ask(DateChoice(self.tr("When was it?"), adding.take, near))

    def _ask_name(self) -> None:
        if self._selected is not None:
            naming = _Naming(self._reading, self._selected)
            prompt = self.tr("Whose name is “{0}”?").format(_words(self._reading, self._selected)[:60])
            self._reading.mending.ask(EntryChoice(self._reading, prompt, naming.take, first=self._likely()))

    def _ask_passage(self) -> None:
        if self._selected is not None:
            telling = _Telling(self._reading, self._selected)
            prompt = self.tr("Of whom or what does this tell?")
            self._reading.mending.ask(EntryChoice(self._reading, prompt, telling.take, first=self._likely()))

    def _likely(self) -> list[str]:
        """Those in focus, then those that were named last."""
        reading = self._reading
        before = named_before(reading.companion, self._selected or Span(0, 0), ())
        return list(dict.fromkeys((*reading.focus, *before)))


class _Asked:
    """What is done with the answer of the palette, which comes when the menu is gone."""

    def __init__(self, reading: Reading, span: Span) -> None:
        self._reading, self._span = reading, span


class _Assigning(_Asked):
    def __init__(self, reading: Reading, span: Span, *, onward: bool) -> None:
        super().__init__(reading, span)
        self._onward = onward

    def take(self, entry_id: str) -> None:
        self._reading.mending.assign(self._span, entry_id, onward=self._onward)


class _AddingEvent(_Asked):
    def take(self, edtf: str) -> None:
        words = _words(self._reading, self._span)
        self._reading.mending.add(Kind.EVENT, words, self._span, edtf)


class _Naming(_Asked):
    def take(self, entry_id: str) -> None:
        self._reading.mending.add_name(entry_id, _words(self._reading, self._span), self._span)


class _Telling(_Asked):
    def take(self, entry_id: str) -> None:
        self._reading.mending.add_passage(entry_id, self._span)


def _words(reading: Reading, span: Span) -> str:
    return " ".join(reading.document.text[span.start : span.end].split())


def _trimmed(text: str, span: Span) -> Span:
    """The selected words without blanks and stops round them."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_AROUND))
    return Span(start, max(start, span.start + len(words.rstrip(_AROUND))))


_AROUND = " \n\t\u00a0.,;:!?“”\"‘’'«»()[]"


def _escaped(words: str) -> str:
    """Words in which a menu sees no key."""
    return words.replace("&", "&&")

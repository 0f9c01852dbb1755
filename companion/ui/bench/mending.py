"""Mending: the verbs by which the reader corrects a companion; each is a step that can be taken back."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from companion.core.anchors import anchor
from companion.core.corrections import Correction, Subject, Verb, subject_of
from companion.core.entries import Entry, Kind
from companion.core.notes import new_id
from companion.ui.bookmarks.marginalia import now
from companion.ui.guarded import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.core.correcting import Change, Left
    from companion.core.document import Span
    from companion.ui.bookmarks.marginalia import Marginalia
    from companion.ui.finding.goals import Goals
    from companion.ui.reading import Reading

_LONGEST_HEADING = 40
"""Code points of a heading that are repeated where it is told what was done with the entry."""


class Mending(QObject):
    """The part of a `Reading` that corrects its companion.

    A verb only says what is wanted; the companion follows from a thread. `left` are the corrections that
    could not be done in the open text, and why.

    Signals:
        settled(): the companion that is shown has all corrections in it.
        refused(Message): what was made last cannot be done, and was taken back; the sentence says why.
        asked(Goals): something is to be chosen in the palette.
        edit_wanted(str): an entry, by its id, is to be edited where it is listed.
        vanished(str): what was done last took entries from the lists; the words tell it.
    """

    settled = Signal()
    refused = Signal(object)
    asked = Signal(object)
    edit_wanted = Signal(str)
    vanished = Signal(str)

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._reading = reading
        self.left: tuple[Left, ...] = ()
        self._wanted: Subject | None = None
        self._fresh: set[str] = set()
        self._shown: tuple[str, ...] = ()

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """All corrections of the open text, in the order in which they are done."""
        return self._reading.marginalia.notes.corrections

    @property
    def is_unsettled(self) -> bool:
        """Whether the companion that is shown does not have the last corrections in it yet."""
        return tuple(one.id for one in self.corrections) != self._shown

    def settle(self, done: tuple[Correction, ...], left: tuple[Left, ...]) -> None:
        """Told when a companion with these corrections is shown; what was made last comes in focus.

        `left` are those that could not be done.
        """
        self.left = left
        self._shown = tuple(one.id for one in done)
        made = {one.id for one in self.corrections}
        if (self._fresh & made) - {one.id for one in done}:
            return  # another companion is on its way
        fresh, self._fresh = self._fresh, set()
        refused = [one for one in left if one.correction.id in fresh]
        if refused:
            self._wanted = None
            self._reading.marginalia.undo_stack.undo()
            self.refused.emit(refused[0].reason)
            return
        wanted, self._wanted = self._wanted, None
        if wanted is not None and (entry := self.entry_of(wanted)) is not None:
            self._reading.focus_on(entry.id)
        self.settled.emit()

    def ask(self, goals: Goals) -> None:
        """Has something be chosen in the palette."""
        self.asked.emit(goals)

    def edit(self, entry_id: str) -> None:
        """Has an entry be edited; it comes in focus."""
        self._reading.focus_on(entry_id)
        self.edit_wanted.emit(entry_id)

    def entry_of(self, subject: Subject) -> Entry | None:
        """The entry of that kind and heading that is shown."""
        for entry in self._reading.companion.entries:
            if entry.kind is subject.kind and entry.heading == subject.heading:
                return entry
        return None

    def subject_of(self, entry_id: str) -> Subject | None:
        """What names an entry beyond its id: as it is called at the end of the text."""
        entry = self._reading.whole.entry(entry_id)
        return subject_of(entry) if entry is not None else None

    # -- what an entry is called

    def rename(self, entry_id: str, heading: str) -> None:
        """Gives an entry another heading."""
        self._do(self.tr("Rename an entry"), Verb.RENAME, entry_id, text=heading)

    def add_name(self, entry_id: str, name: str, at: Span | None = None) -> None:
        """Gives an entry another name, whoever had the words at that place."""
        self._do(self.tr("Add a name"), Verb.ALIAS, entry_id, (at,), text=name)

    def ignore_name(self, entry_id: str, name: str, at: Span | None = None) -> None:
        """Has words not mean an entry: at one place, or without one anywhere."""
        self._do(self.tr("Ignore a name"), Verb.IGNORE, entry_id, (at,), text=name)

    # -- what it says

    def say(self, entry_id: str, text: str) -> None:
        """Gives an entry another definition or description."""
        self._do(self.tr("Change a description"), Verb.SAY, entry_id, text=text)

    def give_role(self, entry_id: str, role: str) -> None:
        """Gives a person another role."""
        self._do(self.tr("Change a role"), Verb.ROLE, entry_id, text=role)

    def give_date(self, entry_id: str, edtf: str) -> None:
        """Gives an event another date, or a person another lifetime."""
        self._do(self.tr("Change a date"), Verb.DATE, entry_id, text=edtf)

    def add_passage(self, entry_id: str, span: Span) -> None:
        """Has a passage tell of an entry."""
        self._do(self.tr("Tie a passage"), Verb.PASSAGE, entry_id, (span,))

    # -- which entries there are

    def retype(self, entries: Sequence[str], kind: Kind, edtf: str = "") -> None:
        """Turns entries into ones of another kind; an event needs a date."""
        subjects = [one for one in self._subjects(entries) if one.kind is not kind]
        steps = [_Made(Verb.RETYPE, one, Subject(kind, one.heading, edtf)) for one in subjects]
        self._do_all(self.tr("Change the kind"), steps)
        words = {
            Kind.TERM: self.tr("{0} is a term now"),
            Kind.PERSON: self.tr("{0} is a person now"),
            Kind.EVENT: self.tr("{0} is an event now"),
        }[kind]
        if len(steps) == 1:
            self.vanished.emit(words.format(_short(subjects[0].heading)))
        elif steps:
            self.vanished.emit(self.tr("%Ln entries are of another kind now", "", len(steps)))

    def merge(self, entries: Sequence[str], into: str) -> None:
        """Makes one entry of several, which keeps the heading of `into`."""
        self._wanted = kept = self.subject_of(into)
        steps = [_Made(Verb.MERGE, one, kept) for one in self._subjects(entries) if one != kept]
        self._do_all(self.tr("Merge entries"), steps)
        if kept is not None and steps:
            self.vanished.emit(self.tr("Merged into {0}").format(_short(kept.heading)))

    def keep_apart(self, entries: Sequence[str]) -> None:
        """Has no two of these entries ever be made one."""
        pairs = combinations(self._subjects(entries), 2)
        self._do_all(self.tr("Never merge"), [_Made(Verb.APART, one, other) for one, other in pairs])

    def remove(self, entries: Sequence[str]) -> None:
        """Takes entries out that are none."""
        steps = [_Made(Verb.REMOVE, one) for one in self._subjects(entries)]
        self._do_all(self.tr("Remove an entry"), steps)
        if len(steps) == 1:
            self.vanished.emit(self.tr("{0} removed").format(_short(steps[0].subject.heading)))
        elif steps:
            self.vanished.emit(self.tr("%Ln entries removed", "", len(steps)))

    def split(self, entry_id: str, spans: Iterable[Span], heading: str) -> None:
        """Parts some places of an entry off as those of a new one."""
        subject = self.subject_of(entry_id)
        if subject is not None:
            self._wanted = subject._replace(heading=heading)
            self._do(self.tr("Split an entry"), Verb.SPLIT, entry_id, spans, other=self._wanted)

    def assign(self, span: Span, entry_id: str, *, onward: bool = False) -> None:
        """Has the words at a place mean an entry, and onward all the same words after it."""
        self._do(self.tr("Reassign a mention"), Verb.ASSIGN, entry_id, (span,), onward=onward)

    def add(self, kind: Kind, heading: str, span: Span | None = None, edtf: str = "", text: str = "") -> None:
        """Puts a new entry in, made from the words at `span`; an event needs a date."""
        subject = Subject(kind, " ".join(heading.split()), edtf)
        self._wanted = subject
        words = {
            Kind.TERM: self.tr("Add a term"),
            Kind.PERSON: self.tr("Add a person"),
            Kind.EVENT: self.tr("Add an event"),
        }[kind]
        self._push(words, Verb.ADD, subject, (span,), text=text)

    def lay(self, changes: Sequence[Change], by: str) -> None:
        """Lays what another companion says over this one, as one step; `by` is whose that is."""
        from companion.core.correcting import corrections_for

        made = corrections_for(changes, new_id, by)
        if not made:
            return
        stack, marginalia = self._reading.marginalia.undo_stack, self._reading.marginalia
        words = self.tr("Lay a companion over")
        stack.beginMacro(words)
        for correction in made:
            stack.push(_Step(marginalia, words, replace(correction, created=now())))
        stack.endMacro()

    def take_back(self, corrections: Sequence[Correction]) -> None:
        """Takes corrections back, wherever among the others they were made."""
        if not corrections:
            return
        stack, marginalia = self._reading.marginalia.undo_stack, self._reading.marginalia
        stack.beginMacro(self.tr("Take corrections back"))
        for correction in corrections:
            stack.push(_Step(marginalia, self.tr("Take corrections back"), correction, is_made=False))
        stack.endMacro()

    # -- steps

    def _subjects(self, entries: Iterable[str]) -> list[Subject]:
        return [subject for one in entries if (subject := self.subject_of(one)) is not None]

    def _do(
        self, words: str, verb: Verb, entry_id: str, spans: Iterable[Span | None] = (), **fields: Any
    ) -> None:
        subject = self.subject_of(entry_id)
        if subject is not None:
            self._push(words, verb, subject, spans, **fields)

    def _do_all(self, words: str, steps: Sequence[_Made]) -> None:
        """Makes several corrections that are taken back as one."""
        stack = self._reading.marginalia.undo_stack
        if len(steps) > 1:
            stack.beginMacro(words)
        for step in steps:
            self._push(words, step.verb, step.subject, (), other=step.other)
        if len(steps) > 1:
            stack.endMacro()

    def _push(
        self, words: str, verb: Verb, subject: Subject, spans: Iterable[Span | None], **fields: Any
    ) -> None:
        document, marginalia = self._reading.document, self._reading.marginalia
        anchors = tuple(anchor(document, span) for span in spans if span is not None)
        made = Correction(new_id(), verb, subject, anchors=anchors, created=now(), **fields)
        self._fresh.add(made.id)
        marginalia.undo_stack.push(_Step(marginalia, words, made))


def _short(heading: str) -> str:
    """As much of a heading as a line over the page holds."""
    return heading if len(heading) <= _LONGEST_HEADING else f"{heading[:_LONGEST_HEADING].rstrip()}…"


class _Made(NamedTuple):
    """One of several corrections that are made together."""

    verb: Verb
    subject: Subject
    other: Subject | None = None


class _Step(QUndoCommand):
    """One correction, made or taken back."""

    def __init__(
        self, marginalia: Marginalia, words: str, correction: Correction, *, is_made: bool = True
    ) -> None:
        super().__init__(words)
        self._marginalia, self._correction, self._is_made = marginalia, correction, is_made

    @guarded
    def redo(self) -> None:
        self._marginalia.put_correction(self._correction, is_there=self._is_made)

    @guarded
    def undo(self) -> None:
        self._marginalia.put_correction(self._correction, is_there=not self._is_made)

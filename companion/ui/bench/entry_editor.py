"""Entry editor: names, kind, dates and text of one entry, changed where it stands; each change is a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from companion.core.dates import DateError, parse_date
from companion.core.entries import Entry, Event, Kind, Person, Term
from companion.core.lookup import plain
from companion.ui.bench.choices import DateChoice
from companion.ui.bench.entry_names import EntryNames
from companion.ui.bench.entry_verbs import EntryVerbs
from companion.ui.bench.nearby import date_near, name_of
from companion.ui.bench.split_list import SplitList
from companion.ui.entries.entry_words import kind_in_words, source_in_words
from companion.ui.looks.theme import Role
from companion.ui.parts.editing_frame import EditingFrame
from companion.ui.parts.field import Field
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.quiet_button import Switch
from companion.ui.program.language import date_in_words, told

if TYPE_CHECKING:
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_LINES = 5
"""Lines of the text that are seen at once."""


class EntryEditor(EditingFrame):
    """Enter in a field, Ctrl+Enter in the text, or going elsewhere makes the change; Esc is done.

    Signals:
        resized(): it needs another height than before.
        left(): the reader is done.
    """

    resized = Signal()
    left = Signal()

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry_editor")
        self.setAccessibleName(self.tr("Edit the entry"))
        self._reading, self._look = reading, look
        self.entry_id = ""
        self._shown: Entry | None = None
        self._wished: dict[str, str] = {}
        self.name = Field(look, self.tr("Name"), self)
        self.kinds = {kind: self._kind_switch(kind) for kind in Kind}
        self.names = EntryNames(reading, look, self)
        self.role = Field(look, self.tr("Role"), self)
        self.date = Field(look, "", self)
        self._date_words = Paragraph(look, self, Role.DIM, 2)
        self.text = QPlainTextEdit(self)
        self._trouble = Paragraph(look, self, Role.ACCENT)
        self.verbs = EntryVerbs(reading, look, self)
        self.split_list = SplitList(reading, look, self)
        self._origin = Paragraph(look, self, Role.DIM, 2)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self.resized)
        for words in (self._date_words, self._trouble, self._origin):
            words.setContentsMargins(4, 0, 4, 0)  # they begin where those in the lines do
        for part in (self.name, self.role):
            part.setToolTip(part.accessibleName())
        self.role.caption = self.tr("role")
        self._set_up_text()
        self._arrange()
        self._connect()

    def _kind_switch(self, kind: Kind) -> Switch:
        words = kind_in_words(kind)
        switch = Switch(self._look, words, self.tr("Kind: {0}").format(words), self)
        switch.key = kind.value
        switch.setToolTip(switch.accessibleName())
        return switch

    def _set_up_text(self) -> None:
        text = self.text
        text.setTabChangesFocus(True)
        text.setFrameShape(QFrame.Shape.NoFrame)
        text.setFixedHeight(
            text.fontMetrics().lineSpacing() * _LINES + 2 * round(text.document().documentMargin())
        )
        text.verticalScrollBar().setAccessibleName(self.tr("Place in the description"))
        text.horizontalScrollBar().setAccessibleName(self.tr("Place in the line"))

    def _arrange(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(2)
        for switch in self.kinds.values():
            kinds.addWidget(switch)
        kinds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.name)
        column.addLayout(kinds)
        column.addWidget(self.split_list)
        for part in (self.role, self.date, self._date_words, self.text, self.names):
            column.addWidget(part)
        column.addWidget(self._trouble)
        column.addWidget(self.verbs)
        column.addWidget(self._origin)
        self.split_list.hide()

    def _connect(self) -> None:
        for switch in self.kinds.values():
            switch.clicked.connect(self._choose_kind)
        self.name.editingFinished.connect(self._rename)
        self.role.editingFinished.connect(self._give_role)
        self.date.editingFinished.connect(self._give_date)
        self.date.textEdited.connect(self._say_date)
        self.names.resized.connect(self.resized)
        self.names.escaped.connect(self.finish)
        self.verbs.split_wanted.connect(self._open_split)
        self.verbs.done_wanted.connect(self.finish)
        self.split_list.done.connect(self._close_split)
        for field in (self.name, self.role, self.date):
            field.escaped.connect(self.finish)
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self._follow_keyboard)

    # -- what is shown

    def edit(self, entry: Entry) -> None:
        """Shows an entry to be mended; where it is shown already, what is being typed stays."""
        before, self._shown = self._shown, entry
        self._wished = {}
        if entry.id != self.entry_id:
            before = None
            self._close_split()
        self.entry_id = entry.id
        self._say("")
        self.verbs.show_entry(entry)
        self._show(self.name, entry.heading, before.heading if before else None)
        for kind, switch in self.kinds.items():
            switch.setChecked(kind is entry.kind)
        self.names.show_entry(entry)
        self._show_role_and_date(entry, before)
        self._show_text(entry, before)
        self._origin.say(source_in_words(entry))
        if not self.split_list.isHidden():
            self.split_list.show_entry(entry.id)
        self.resized.emit()
        self._pause.start()  # once more when all of it has its place

    @staticmethod
    def _show(field: Field, words: str, before: str | None) -> None:
        """Shows words in a field, unless the reader has typed others meanwhile."""
        is_typing = before is not None and field.text() != before and field.hasFocus()
        if not is_typing and field.text() != words:
            field.setText(words)
            field.setCursorPosition(0)  # what is longer than the field is seen from its beginning

    def _show_role_and_date(self, entry: Entry, before: Entry | None) -> None:
        is_person = isinstance(entry, Person)
        self.role.setVisible(is_person)
        self.date.setVisible(not isinstance(entry, Term))
        if isinstance(entry, Person):
            self._show(self.role, entry.role, before.role if isinstance(before, Person) else None)
        hint = self.tr("Born and died, as 1812/1877") if is_person else self.tr("Date, as 7 September 1812")
        self.date.caption = self.tr("born and died") if is_person else self.tr("date")
        self.date.setPlaceholderText(hint)
        self.date.setAccessibleName(hint)
        self.date.setToolTip(hint)
        self._show(self.date, _edtf(entry), _edtf(before) if before else None)
        self._say_date()

    def _show_text(self, entry: Entry, before: Entry | None) -> None:
        is_term = isinstance(entry, Term)
        hint = self.tr("Definition") if is_term else self.tr("Description")
        self.text.setPlaceholderText(hint)
        self.text.setAccessibleName(hint)
        typed = self.text.toPlainText()
        is_typing = before is not None and self.text.hasFocus() and typed != before.text
        if not is_typing and typed != entry.text:
            self.text.setPlainText(entry.text)

    def _say(self, words: str) -> None:
        if words != self._trouble.text():
            self._trouble.say(words)
            self._pause.start()
        elif not words:
            self._trouble.hide()

    def _say_date(self, _: str = "") -> None:
        """The date in words as it is typed, or what is wrong with it."""
        typed, words = self.date.text().strip(), ""
        if typed and not self.date.isHidden():
            try:
                words = date_in_words(parse_date(typed))
            except DateError as error:
                words = told(error.sentence)
        if words == typed:
            words = ""
        if words != self._date_words.text():
            self._date_words.say(words)
            self._pause.start()
        elif not words:
            self._date_words.hide()

    def renew(self) -> None:
        """Has the height be asked anew, of what is within and of the whole."""
        for part in (self.names, self.verbs, self.split_list):
            part.updateGeometry()
        self.updateGeometry()

    # -- what is changed

    def _is_new(self, part: str, words: str) -> bool:
        """Whether a change was not made already, in a companion that is still on its way."""
        is_new = self._wished.get(part) != words
        self._wished[part] = words
        return is_new

    def apply(self) -> None:
        """Makes the changes that were typed and not made yet."""
        self._rename()
        self._give_role()
        self._give_date()
        self._say_text()

    def finish(self) -> None:
        """Makes what is left, and closes."""
        self.apply()
        self.left.emit()

    def _rename(self) -> None:
        entry, heading = self._shown, " ".join(self.name.text().split())
        if entry is None or heading == entry.heading:
            return
        if not plain(heading):
            self.name.setText(entry.heading)
        elif (other := self._namesake(entry, heading)) is not None:
            words = self.tr("Another entry is called {0} already. “Merge into…” makes them one.")
            self._say(words.format(name_of(other)))
        elif self._is_new("name", heading):
            self._reading.mending.rename(entry.id, heading)

    def _namesake(self, entry: Entry, heading: str) -> Entry | None:
        for other in self._reading.whole.entries:
            is_same = other.kind is entry.kind and plain(other.heading) == plain(heading)
            if is_same and other.id != entry.id and not isinstance(entry, Event):
                return other
        return None

    def _give_role(self) -> None:
        entry, role = self._shown, self.role.text().strip()
        if isinstance(entry, Person) and role != entry.role and self._is_new("role", role):
            self._reading.mending.give_role(entry.id, role)

    def _give_date(self) -> None:
        entry, typed = self._shown, self.date.text().strip()
        if entry is None or isinstance(entry, Term) or typed == _edtf(entry):
            return
        try:
            edtf = parse_date(typed).edtf if typed else ""
        except DateError:
            return  # what is wrong stands below the field
        if not edtf and isinstance(entry, Event):
            self.date.setText(_edtf(entry))
        elif edtf != _edtf(entry) and self._is_new("date", edtf):
            self._reading.mending.give_date(entry.id, edtf)

    def _say_text(self) -> None:
        entry, typed = self._shown, self.text.toPlainText().strip()
        if entry is not None and typed != entry.text.strip() and self._is_new("text", typed):
            self._reading.mending.say(entry.id, typed)

    def _choose_kind(self) -> None:
        switch, entry = self.sender(), self._shown
        if not isinstance(switch, Switch) or entry is None:
            return
        for kind, other in self.kinds.items():
            other.setChecked(kind is entry.kind)
        kind = Kind(switch.key)
        if kind is Kind.EVENT and entry.kind is not Kind.EVENT:
            spans = self._reading.companion.passages(entry.id).spans
            near = date_near(self._reading.companion, spans[0]) if spans else ""
            prompt = self.tr("When was {0}?").format(name_of(entry))
            self._reading.mending.ask(DateChoice(prompt, self._become_event, near))
        elif kind is not entry.kind:
            self._reading.mending.retype([entry.id], kind)

    def _become_event(self, edtf: str) -> None:
        self._reading.mending.retype([self.entry_id], Kind.EVENT, edtf)

    def _open_split(self) -> None:
        if self.split_list.isHidden():
            self.split_list.show_entry(self.entry_id)
            self.split_list.show()
            self.resized.emit()
            self.split_list.begin()
        else:
            self._close_split()

    def _close_split(self) -> None:
        if not self.split_list.isHidden():
            self.split_list.hide()
            self.resized.emit()

    def _follow_keyboard(self, old: QWidget | None, new: QWidget | None) -> None:
        """The text has no Enter of its own: it is kept as soon as the keyboard goes elsewhere."""
        if old is self.text and new is not self.text and self._shown is not None:
            self._say_text()


def _edtf(entry: Entry) -> str:
    match entry:
        case Event(date=date):
            return date.edtf
        case Person(dates=dates) if dates is not None:
            return dates.edtf
    return ""

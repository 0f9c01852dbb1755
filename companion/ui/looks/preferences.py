"""Preferences: a small window in which the page is set as one likes it; each choice is seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
)

from companion.ui.looks.look import SYSTEM, TEXT_FONT
from companion.ui.looks.theme_words import theme_choices
from companion.ui.looks.type_setting import (
    LINE_HEIGHT,
    MARGIN,
    MEASURE,
    SANS_SERIF,
    SERIF,
    SIZE,
    TypeSetting,
    installed_families,
)
from companion.ui.parts.controls import Choice, Stepped, Tick
from companion.ui.parts.push_button import PushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look
    from companion.ui.looks.type_setting import Limits

_BESIDE = 16
"""Pixels between this window and the edge of the reading's."""
_MOST_SHOWN = 14


class Preferences(QDialog):
    """Everything there is to choose about the page. Nothing has to be confirmed: the page is the sample.

    It follows the look, so that the keys for larger type and the menus work meanwhile.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Preferences"))
        self._look, self._window = look, parent
        self._rows = QFormLayout()
        self._make_controls()
        self._arrange()
        self._follow_look()
        look.changed.connect(self._follow_look)

    # -- what it is made of

    def _make_controls(self) -> None:
        self.theme = self._list(self.tr("&Theme"), "theme", theme_choices())
        self._part()
        self.family = self._list(self.tr("&Font"), "family", self._families())
        self.letters = self._number(self.tr("&Size"), "size", SIZE, self.tr(" pixels"))
        self.line_height = self._number(self.tr("Line &height"), "line_height", LINE_HEIGHT, step=0.05)
        self._part()
        self.measure = self._number(self.tr("Line &width"), "measure", MEASURE, self.tr(" characters"))
        self.margin = self._number(self.tr("&Margins"), "margin", MARGIN, self.tr(" pixels"))
        self.paragraphs = self._list(
            self.tr("&Paragraphs"),
            "paragraphs",
            [("spaced", self.tr("Space between them")), ("indented", self.tr("First line indented"))],
        )
        self.justified = self._switch(self.tr("&Justify lines"), "justified")
        self.hyphenated = self._switch(self.tr("H&yphenate words"), "hyphenated")
        self.family.activated.connect(self._set_type)
        self.paragraphs.activated.connect(self._set_type)
        self.theme.activated.connect(self._set_theme)

    def _families(self) -> list[tuple[str, str]]:
        return [
            (TEXT_FONT, self.tr("Source Serif")),
            (SERIF, self.tr("The system's, with serifs")),
            (SANS_SERIF, self.tr("The system's, without serifs")),
            *((family, family) for family in installed_families()),
        ]

    def _arrange(self) -> None:
        self._rows.setVerticalSpacing(6)
        self._rows.setHorizontalSpacing(16)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        buttons = QDialogButtonBox(self)
        usual = PushButton(self.tr("&Reset"), self)
        buttons.addButton(usual, QDialogButtonBox.ButtonRole.ResetRole)
        usual.setToolTip(self.tr("Puts everything here back as it was at first"))
        usual.setObjectName("usual")
        usual.clicked.connect(self._set_usual)
        close = PushButton(self.tr("&Close"), self)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(18)
        column.addLayout(self._rows)
        column.addStretch(1)
        column.addWidget(buttons)

    def _part(self) -> None:
        """More space before the next row."""
        gap = QLabel(self)
        gap.setFixedHeight(4)
        self._rows.addRow(gap)

    def _row(self, words: str, name: str, control: QWidget) -> None:
        control.setObjectName(name)
        control.setAccessibleName(words.replace("&", ""))
        label = QLabel(words, self)
        label.setBuddy(control)
        label.setMinimumHeight(control.sizeHint().height())
        self._rows.addRow(label, control)

    def _list(self, words: str, name: str, choices: list[tuple[str, str]]) -> Choice:
        made = Choice(self._look, self)
        for value, shown in choices:
            made.addItem(shown, value)
        made.setMaxVisibleItems(_MOST_SHOWN)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(26)
        self._row(words, name, made)
        made.view().setAccessibleName(made.accessibleName())
        return made

    def _number(self, words: str, name: str, limits: Limits, unit: str = "", step: float = 1) -> Stepped:
        made = Stepped(self._look, limits, step, unit, self)
        self._row(words, name, made)
        made.name(words.replace("&", ""))
        made.field.valueChanged.connect(self._set_type)
        return made

    def _switch(self, words: str, name: str) -> Tick:
        made = Tick(self._look, words, self)
        made.setObjectName(name)
        made.setAccessibleName(words.replace("&", ""))
        made.toggled.connect(self._set_type)
        self._rows.addRow("", made)
        return made

    # -- from the look to the controls and back

    def _follow_look(self) -> None:
        setting, blocked = self._look.type, [QSignalBlocker(control) for control in self._controls()]
        self._choose(self.theme, self._look.choice)
        self._choose(self.family, setting.family)
        self._choose(self.paragraphs, "indented" if setting.indented else "spaced")
        self.letters.field.setValue(setting.size)
        self.line_height.field.setValue(setting.line_height)
        self.measure.field.setValue(setting.measure)
        self.margin.field.setValue(setting.margin)
        self.justified.setChecked(setting.justified)
        self.hyphenated.setChecked(setting.hyphenated)
        for blocker in blocked:
            blocker.unblock()

    def _controls(self) -> tuple[QWidget, ...]:
        numbers = (self.letters, self.line_height, self.measure, self.margin)
        lists, switches = (self.theme, self.family, self.paragraphs), (self.justified, self.hyphenated)
        return (*(number.field for number in numbers), *lists, *switches)

    @staticmethod
    def _choose(box: QComboBox, value: str) -> None:
        """Shows the choice; a family that is no longer on this machine is listed by its name."""
        if box.findData(value) < 0:
            box.addItem(value, value)
        box.setCurrentIndex(box.findData(value))

    def _set_type(self, _: object = None) -> None:
        self._look.set_type(
            TypeSetting(
                family=self.family.currentData(),
                size=int(self.letters.field.value()),
                line_height=self.line_height.field.value(),
                measure=int(self.measure.field.value()),
                margin=int(self.margin.field.value()),
                indented=self.paragraphs.currentData() == "indented",
                justified=self.justified.isChecked(),
                hyphenated=self.hyphenated.isChecked(),
            )
        )

    def _set_theme(self, _: int) -> None:
        self._look.set_theme(self.theme.currentData())

    def _set_usual(self) -> None:
        self._look.set_theme(SYSTEM)
        self._look.set_type(TypeSetting())

    # -- where it stands

    def show_beside(self) -> None:
        """Shows itself where it covers least of the text: at the right edge of the reading's window."""
        if not self.isVisible():
            self.adjustSize()
            room = self._window.frameGeometry().intersected(self.screen().availableGeometry())
            left = max(room.left(), room.right() - self.width() - _BESIDE)
            self.move(left, room.top() + min(80, max(0, room.height() - self.height())))
        self.show()
        self.activateWindow()
        self.theme.setFocus(Qt.FocusReason.OtherFocusReason)

"""Picture overlay: a picture of the book as large as the window, with its words; Esc or a click closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.paragraph import Paragraph

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from companion.core.document import Picture
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading
    from companion.ui.reading_view.gallery import Gallery

_EDGE, _UNDER = 24, 12
_GROUND = 0.96
"""How much of what lies below is covered."""
_CLOSING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LINES = 4
_WIDEST_WORDS = 720


class PictureOverlay(QWidget):
    """A child of the window over all of it. It has the keyboard while it is open, and gives it back."""

    def __init__(self, reading: Reading, look: Look, gallery: Gallery, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("picture_overlay")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._reading, self._look, self._gallery, self._window = reading, look, gallery, window
        self._source = ""
        self._came_from: QWidget | None = None
        self._words = Paragraph(look, self, Role.INK, _LINES)
        gallery.large_arrived.connect(self._arrived)
        reading.document_changed.connect(self.dismiss)
        self.hide()

    def show_picture(self, picture: Picture) -> None:
        """Opens with this picture: at first as it is in the text, then as sharp as the window is large."""
        words = self._reading.document.text[picture.start : picture.end].strip()
        self._source = picture.source
        self.setAccessibleName(self.tr("Picture: {words}").format(words=words))
        self._words.say(words if any(map(str.isalnum, words)) else "")
        self._came_from = QApplication.focusWidget()
        self._window.installEventFilter(self)
        self._fill_window()
        self._gallery.want_large(self._source, self.size() * self.devicePixelRatioF())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self, _: object = None) -> None:
        """Closes it; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        self._window.removeEventFilter(self)
        self.hide()
        self._gallery.let_large_go()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    def frame(self) -> QRectF:
        """Where the picture stands: in the middle, as large as it is or as there is room; or nowhere."""
        image = self._gallery.large
        if image is None:
            return QRectF()
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE - self._words.height() - _UNDER)
        factor = min(room.width() / image.width(), room.height() / image.height())
        if not self._gallery.could_be_larger(self._source, image):
            factor = min(1.0, factor)
        frame = QRectF(0, 0, max(1, round(image.width() * factor)), max(1, round(image.height() * factor)))
        frame.moveCenter(room.center())
        return frame

    def _fill_window(self) -> None:
        self.setGeometry(self._window.rect())
        natural = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 4
        width = max(1, min(_WIDEST_WORDS, natural, self.width() - 2 * _EDGE))
        height = self._words.heightForWidth(width)
        self._words.setGeometry(
            QRect((self.width() - width) // 2, self.height() - _EDGE - height, width, height)
        )

    def _arrived(self, source: str) -> None:
        if source == self._source:
            self.update()

    # -- overrides of Qt

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QColor(self._look[Role.PAPER])
        ground.setAlphaF(_GROUND)
        painter.fillRect(self.rect(), ground)
        frame, image = self.frame(), self._gallery.large
        if image is None or frame.isEmpty():
            return
        dots = self.devicePixelRatioF()
        size = QSize(round(frame.width() * dots), round(frame.height() * dots))
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = image if image.size() == size else image.scaled(size, mode=smooth)
        self._gallery.shade.draw(painter, frame, fitted)

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._fill_window()
        return False

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLOSING:
            self.dismiss()
        else:
            event.ignore()

    @guarded(otherwise=False)
    def event(self, event: QEvent) -> bool:
        """Esc is its own, whatever else that key is bound to."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _CLOSING:  # type: ignore[attr-defined]
            event.accept()
            return True
        return bool(super().event(event))

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.dismiss()

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

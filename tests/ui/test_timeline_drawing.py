"""How the timeline is drawn: colours of every theme, every sort of date, what stands out, the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from timeline_sample import ODD, PERSON, WAR, point_of, pressed, shown

from companion.ui.looks.look import Look
from companion.ui.looks.theme import Role, contrast, palette, theme_names
from companion.ui.timeline.painting import Painting
from companion.ui.timeline.tones import tones_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from companion.ui.timeline import TimelinePanel


@pytest.fixture
def panel(host: QWidget) -> TimelinePanel:
    """A shown panel with the war's events."""
    return shown(host, WAR)


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("ground", [Role.WINDOW, Role.PANEL])
@pytest.mark.usefixtures("qapp")
def test_even_what_recedes_can_be_seen_and_all_words_be_read(theme: str, ground: Role) -> None:
    look = Look(theme=theme)
    tones = tones_of(look, look[ground])
    for behind in (tones.ground, tones.passage):
        for dot in (tones.receding, tones.event, tones.accent):
            assert contrast(dot, behind) >= 3
        for words in (tones.ink, tones.dim):
            assert contrast(words, behind) >= 4.5
    for behind in (tones.chip, tones.focus):
        assert contrast(tones.ink, behind) >= 4.5
    assert contrast(tones.receding, tones.ground) < contrast(tones.event, tones.ground)


@pytest.fixture
def own_palette(qapp: QApplication) -> Iterator[None]:
    """Gives the application its palette back."""
    before = qapp.palette()
    yield
    qapp.setPalette(before)


@pytest.mark.usefixtures("own_palette")
def test_colours_come_from_the_theme(panel: TimelinePanel, qapp: QApplication) -> None:
    for theme in ("dark", "light"):
        panel.look.set_theme(theme)
        qapp.setPalette(palette(panel.look.theme))
        qapp.processEvents()
        panel.reading.focus_on(PERSON)
        image = panel.canvas.grab().toImage()
        strong, beside = point_of(panel, "Party founded"), point_of(panel, "Italy lands")
        assert image.pixelColor(strong) == panel.look[Role.ACCENT]
        assert image.pixelColor(beside) != panel.look[Role.ACCENT]
        assert image.pixelColor(beside) != image.pixelColor(QPoint(3, 3))
        assert image.pixelColor(QPoint(3, 3)) == panel.look[Role.WINDOW]
        panel.reading.release()


def test_strong_events_are_larger_not_only_of_another_colour(panel: TimelinePanel) -> None:
    panel.reading.focus_on(PERSON)
    image = panel.canvas.grab().toImage()

    def height_of(title: str) -> int:
        at = point_of(panel, title)
        colour = image.pixelColor(at)
        return sum(image.pixelColor(at + QPoint(0, dy)) == colour for dy in range(-10, 11))

    assert height_of("Party founded") > height_of("Italy lands")


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("width", [40, 240, 1400])
def test_every_sort_of_date_is_drawn_at_every_zoom(host: QWidget, width: int) -> None:
    panel = shown(host, [*ODD, ("1943", "<b>bold</b> & שלום " + "long " * 60)], width)
    panel.reading.focus_on(PERSON)
    canvas = QPixmap(panel.canvas.size())
    for _ in range(30):
        panel.canvas.render(canvas)
        panel.canvas.look_at(panel.canvas.viewport.zoomed(3, width / 3))
    pressed(panel, *([Qt.Key.Key_Right] * len(ODD)))
    panel.canvas.render(canvas)


def test_what_is_drawn_differs_for_a_date_that_is_not_sure(host: QWidget) -> None:
    rows = [("1943-09-01", "sure"), ("1943-09-11?", "uncertain"), ("1943-09-21~", "about")]
    panel = shown(host, rows)
    image = panel.canvas.grab().toImage()
    sure, uncertain, about = (
        image.pixelColor(point_of(panel, title)) for title in ("sure", "uncertain", "about")
    )
    assert len({sure.rgb(), uncertain.rgb(), about.rgb()}) == 3
    assert panel.canvas.scene().labels[1] == "uncertain (?)"


def test_no_line_of_the_grid_runs_through_the_words_of_an_event(host: QWidget) -> None:
    panel = shown(host, [(f"{1800 + 3 * n}", f"A title of some length, number {n}") for n in range(30)])
    canvas = panel.canvas
    scene = canvas.scene()
    pixmap = QPixmap(canvas.size())
    painter = QPainter(pixmap)
    painting = Painting(painter, scene, tones_of(panel.look, panel.palette().window().color()))
    labels = [label for index in scene.visible if (label := scene.label(index))]
    lines = [tick.line - scene.viewport.offset for tick in scene.ticks if tick.line is not None]
    through = [(x, label) for x in lines for label in labels if label.left() < x < label.right()]
    assert through
    for x, label in through:
        pieces = list(painting._free_of_labels(x, 0.0, canvas.height()))
        assert pieces
        assert all(last <= label.top() or first >= label.bottom() for first, last in pieces)
    painter.end()

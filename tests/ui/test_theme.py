"""Themes: whole, readable by WCAG's measure, and taken over by Qt's own widgets."""

from __future__ import annotations

import math
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)

from companion import resources
from companion.core.entries import Kind
from companion.ui.looks import system_look
from companion.ui.looks.icons import icon
from companion.ui.looks.look import SYSTEM, TEXT_FONT, Look
from companion.ui.looks.style_sheet import _RULED, STYLE_SHEET, dress
from companion.ui.looks.theme import (
    Role,
    Theme,
    ThemeError,
    contrast,
    load_theme,
    palette,
    parse_theme,
    seen_on,
    theme_names,
)
from companion.ui.looks.theme_words import theme_choices
from companion.ui.looks.type_setting import SANS_SERIF, SERIF, SIZE, TypeSetting, installed_families

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TEXT, GRAPHIC, STRONG = 4.5, 3.0, 7.0
"""WCAG 2.2: 1.4.3 for words, 1.4.11 for what is no word, 1.4.6 for words where much contrast is asked for."""

REGIONS = (Role.WINDOW, Role.PANEL, Role.PAPER)
CONTROLS = (Role.CHIP, Role.PRESSED)
IN_TEXT = (Role.PAPER, Role.PASSAGE, Role.FOCUS, Role.SELECTION, Role.SEARCH)
KINDS = tuple(Role(kind.value) for kind in Kind)

WORDS = [
    *((Role.INK, ground) for ground in (*REGIONS, *CONTROLS, *IN_TEXT)),
    *((Role.DIM, ground) for ground in (*REGIONS, Role.CHIP, Role.PASSAGE)),  # rows that are current
    *((Role.ACCENT, ground) for ground in REGIONS),
    *((kind, ground) for kind in KINDS for ground in (*REGIONS, Role.CHIP, Role.PASSAGE)),
]
MARKS = [
    *((kind, ground) for kind in KINDS for ground in IN_TEXT),
    *((Role.ACCENT, ground) for ground in (*REGIONS, *CONTROLS, *IN_TEXT)),
    *((Role.DIM, ground) for ground in (Role.SELECTION, Role.SEARCH)),  # under a name that may be several
]
"""What is drawn in a colour, and on which: the same pairs as in the window."""


@pytest.mark.parametrize("name", theme_names())
def test_words_stand_out_from_what_is_under_them(name: str) -> None:
    theme = load_theme(name)
    least = STRONG if theme.is_strong else TEXT
    pale = {pair: contrast(theme[pair[0]], theme[pair[1]]) for pair in WORDS}
    assert {pair: ratio for pair, ratio in pale.items() if ratio < least} == {}
    assert contrast(theme[Role.INK], theme[Role.PAPER]) >= STRONG


@pytest.mark.parametrize("name", theme_names())
def test_marks_stand_out_from_what_is_under_them(name: str) -> None:
    theme = load_theme(name)
    least = TEXT if theme.is_strong else GRAPHIC
    pale = {pair: contrast(theme[pair[0]], theme[pair[1]]) for pair in MARKS}
    assert {pair: ratio for pair, ratio in pale.items() if ratio < least} == {}


@pytest.mark.parametrize("name", theme_names())
def test_edges_of_controls_are_seen_in_every_region(name: str) -> None:
    theme = load_theme(name)
    given = {role.name.lower(): palette(theme).color(role) for role in QPalette.ColorRole if role.value < 22}
    for rule in (
        r"QScrollBar::handle \{ background: palette\((\w+)",
        r"QLineEdit \{[^}]*solid palette\((\w+)",
    ):
        found = re.search(rule, STYLE_SHEET)
        assert found is not None
        assert all(contrast(given[found[1]], theme[ground]) >= GRAPHIC for ground in REGIONS), rule


def test_the_style_sheet_has_no_colour_of_its_own() -> None:
    assert not re.search(r"#[0-9a-f]{3}|rgb|\$", STYLE_SHEET, re.IGNORECASE)


def test_an_icon_is_a_drawing_in_the_ink_on_no_ground(host: QWidget) -> None:
    look = Look(host)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        drawn = icon("close", look).pixmap(20, mode).toImage()
        assert drawn.pixelColor(0, 0).alpha() == 0
        assert drawn.pixelColor(10, 10).alpha() > 0
    assert icon("close", look).pixmap(20).toImage().pixelColor(10, 10) == look[Role.INK]


def test_the_whole_application_takes_the_colours_of_the_next_theme(host: QWidget) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    ruled = [made(host) for made in (QPushButton, QToolButton, QLineEdit, QComboBox, QScrollBar, QTabBar)]
    bare = [QLabel("words", host), QWidget(QWidget(host))]
    menu = QMenu(host)
    for part in (*ruled, *bare, menu):
        part.ensurePolished()
    for name in ("dark", "sepia"):
        theme = load_theme(name)
        dress(application, theme)
        assert {part.palette().text().color().name() for part in (*ruled[:1], *bare)} == {
            theme[Role.INK].name()
        }
        grounds = {
            part.palette().window().color().name()
            for part in (menu, ruled[2])
            if part.ensurePolished() is None
        }
        assert grounds == {theme[Role.PANEL].name(), theme[Role.PAPER].name()}
    classes = set(re.findall(r"\b(Q[A-Z]\w+)(?:::?[\w-]+)*(?= \{|, )", STYLE_SHEET))
    assert classes - set(_RULED) == {"QAbstractItemView", "QToolTip"}


@pytest.mark.parametrize("name", [name for name in theme_names() if load_theme(name).is_strong])
def test_lines_between_regions_are_seen_where_much_contrast_is_asked_for(name: str) -> None:
    theme = load_theme(name)
    assert all(contrast(theme[Role.LINE], theme[ground]) >= TEXT for ground in REGIONS)


@pytest.mark.parametrize("name", theme_names())
def test_the_kinds_of_mark_differ_from_each_other_and_from_the_ink(name: str) -> None:
    theme = load_theme(name)
    colours = [
        theme[role].name() for role in (Role.TERM, Role.PERSON, Role.EVENT, Role.ACCENT, Role.INK, Role.DIM)
    ]
    assert len(set(colours)) == len(colours)


@pytest.mark.parametrize("name", theme_names())
def test_a_theme_is_dark_or_light_as_it_says(name: str) -> None:
    theme = load_theme(name)
    assert theme.is_dark == (theme[Role.PAPER].lightnessF() < theme[Role.INK].lightnessF())


@pytest.mark.parametrize("name", theme_names())
def test_qt_draws_its_own_words_readably(name: str) -> None:
    made = palette(load_theme(name))
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for words, under in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.HighlightedText, role.Highlight),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
    ):
        for state in (group.Active, group.Inactive):
            assert contrast(made.color(state, words), made.color(state, under)) >= TEXT, (words, state)


def test_the_themes_come_in_a_good_order() -> None:
    assert theme_names() == ["light", "sepia", "dark", "contrast", "contrast-dark"]
    assert [load_theme(name).is_strong for name in theme_names()] == [False, False, False, True, True]


def test_a_new_theme_comes_after_the_known_ones_and_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        resources, "names", lambda _: ["amber-night.toml", "dark.toml", "light.toml", "notes"]
    )
    assert theme_names() == ["light", "dark", "amber-night"]
    assert [words for _, words in theme_choices()] == ["As the system", "Light", "Dark", "Amber night"]


def test_every_theme_can_be_chosen_by_its_own_words() -> None:
    names, words = zip(*theme_choices(), strict=True)
    assert names == (SYSTEM, *theme_names())
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#0000ff", 2.15),
        ("#abc", "#abc", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    assert contrast(QColor(first), QColor(second)) == pytest.approx(ratio, abs=0.01)
    assert contrast(QColor(second), QColor(first)) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('ink = "#23211d"', 'ink = "no colour"', "no colour for ink"),
        ('ink = "#23211d"', "ink = 7", "no colour for ink"),
        ('ink = "#23211d"', 'ink = "#23211d80"', "no colour for ink"),
        ('ink = "#23211d"', 'INK = "#23211d"', "no colour for ink, unknown role INK"),
        ("is_dark = false", "", "is_dark is not true or false"),
        ("is_dark = false", 'is_dark = "no"', "is_dark is not true or false"),
        ("is_dark = false", "is_dark = false\nis_strong = 1", "is_strong is not true or false"),
        ("is_dark = false", "is_dark = false\nauthor = 'me'", "unknown key author"),
        ("[roles]", "[colours]", "no colour for window"),
        ("[roles]", "roles = 3\n[more]", "no colour for window"),
        ("[roles]", "[roles", "no TOML"),
    ],
)
def test_a_theme_that_is_not_whole_is_refused_with_all_its_faults(old: str, new: str, said: str) -> None:
    whole = resources.text("themes", "light.toml")
    assert old in whole
    with pytest.raises(ThemeError, match=said):
        parse_theme("light", whole.replace(old, new))


def test_what_is_seen_is_the_palest_that_is() -> None:
    white, black = QColor("#ffffff"), QColor("#000000")
    grey = seen_on([white], black)
    assert GRAPHIC <= contrast(grey, white) < 4
    assert seen_on([white], QColor("#eeeeee")) == QColor("#eeeeee")


class TestLook:
    """What the whole window shares, and that a change is told once."""

    @pytest.fixture
    def look(self, qapp: object) -> Look:
        return Look()

    @pytest.fixture
    def told(self, look: Look) -> list[Theme]:
        """The themes at each change that was told."""
        found: list[Theme] = []
        look.changed.connect(lambda: found.append(look.theme))
        return found

    def test_a_change_is_told_and_no_change_is_not(self, look: Look, told: list[Theme]) -> None:
        look.set_theme("dark")
        look.set_theme("dark")
        assert [theme.name for theme in told] == ["dark"]
        look.set_size(20)
        look.set_size(20)
        look.set_marked_kinds([Kind.TERM])
        look.set_marked_kinds({Kind.TERM})
        look.set_first_in_section(True)
        look.set_first_in_section(True)
        assert len(told) == 4

    def test_type_stays_within_its_limits(self, look: Look) -> None:
        look.set_size(10_000)
        assert look.type.size == SIZE.most
        assert look.text_font().pixelSize() == SIZE.most
        look.set_size(-5)
        assert look.type.size == SIZE.least
        look.set_type(TypeSetting(" ", 18, math.nan, 2000, -3))
        assert look.type == TypeSetting(measure=90, margin=14)

    def test_each_kind_has_its_own_colour(self, look: Look) -> None:
        assert look.colour_of(Kind.PERSON) == look[Role.PERSON]
        assert len({look.colour_of(kind).name() for kind in Kind}) == len(Kind)

    def test_an_unknown_theme_is_an_error_and_changes_nothing(self, look: Look) -> None:
        before = look.theme
        with pytest.raises(ThemeError, match="no such theme"):
            look.set_theme("no such theme")
        assert look.theme is before
        assert look.choice == "light"

    def test_letters_that_are_not_there_are_those_of_the_text_font(self, look: Look) -> None:
        look.set_type(TypeSetting(family="No Such Family At All"))
        assert QFontInfo(look.text_font()).family() == TEXT_FONT
        for family in (SERIF, SANS_SERIF):
            look.set_type(TypeSetting(family=family))
            assert QFontInfo(look.text_font()).family() not in ("", TEXT_FONT)

    def test_the_families_one_can_choose_are_all_of_letters_that_grow(self, look: Look) -> None:
        families = installed_families()
        assert families
        assert TEXT_FONT not in families
        assert all(QFontDatabase.isSmoothlyScalable(family) for family in families)


class System:
    """What a system says about itself."""

    scheme = Qt.ColorScheme.Unknown
    is_strong = False


class TestSystem:
    """Following the system."""

    @pytest.fixture
    def system(self, qapp: object, monkeypatch: pytest.MonkeyPatch) -> System:
        said = System()
        hints = SimpleNamespace(colorScheme=lambda: said.scheme)
        hints.colorSchemeChanged = hints.contrast = SimpleNamespace(connect=lambda _: None)
        preference = getattr(Qt, "ContrastPreference", None)
        if preference is not None:
            none, high = preference.NoPreference, preference.HighContrast
            hints.accessibility = lambda: SimpleNamespace(
                contrastPreference=lambda: high if said.is_strong else none,
                contrastPreferenceChanged=hints.contrast,
            )
        stand_in = SimpleNamespace(styleHints=lambda: hints)
        monkeypatch.setattr(system_look, "QGuiApplication", stand_in)
        return said

    def test_a_system_that_says_nothing_is_light(self, system: System) -> None:
        assert Look(theme=SYSTEM).theme.name == "light"

    def test_the_page_turns_dark_with_the_system_and_that_is_told(self, qtbot: QtBot, system: System) -> None:
        look = Look(theme=SYSTEM)
        system.scheme = Qt.ColorScheme.Dark
        with qtbot.waitSignal(look.changed):
            look._system.changed.emit()
        assert (look.choice, look.theme.name) == (SYSTEM, "dark")
        with qtbot.assertNotEmitted(look.changed):
            look._system.changed.emit()

    def test_who_chose_a_theme_keeps_it(self, qtbot: QtBot, system: System) -> None:
        look = Look(theme="sepia")
        system.scheme = Qt.ColorScheme.Dark
        with qtbot.assertNotEmitted(look.changed):
            look._system.changed.emit()
        assert look.theme.name == "sepia"
        look.set_theme(SYSTEM)
        assert look.theme.name == "dark"

    @pytest.mark.skipif(not hasattr(Qt, "ContrastPreference"), reason="this Qt does not know the preference")
    @pytest.mark.parametrize(("scheme", "name"), [("Dark", "contrast-dark"), ("Light", "contrast")])
    def test_who_needs_much_contrast_gets_it(self, system: System, scheme: str, name: str) -> None:
        system.is_strong, system.scheme = True, Qt.ColorScheme[scheme]
        assert Look(theme=SYSTEM).theme.name == name

    def test_an_older_qt_is_asked_for_its_colours_only(self, system: System) -> None:
        hints = system_look.QGuiApplication.styleHints()
        if hasattr(hints, "accessibility"):
            del hints.accessibility
        system.scheme = Qt.ColorScheme.Dark
        assert Look(theme=SYSTEM).theme.name == "dark"

    def test_the_real_system_can_be_asked(self, qapp: object) -> None:
        assert Look(theme=SYSTEM).theme.name in theme_names()

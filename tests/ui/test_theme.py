"""Themes: whole, readable by WCAG's measure, and taken over by Qt's own widgets."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from companion import resources
from companion.core.entries import Kind
from companion.ui.look import LARGEST, SMALLEST, Look
from companion.ui.theme import Role, Theme, contrast, load_theme, palette, theme_names

TEXT, LARGE_OR_GRAPHIC, STRONG = 4.5, 3.0, 7.0
SURFACES = (Role.WINDOW, Role.PANEL, Role.PAPER)

READ_ON = [
    *((Role.INK, surface, STRONG) for surface in (*SURFACES, Role.CHIP, Role.PASSAGE)),
    *((Role.INK, surface, TEXT) for surface in (Role.FOCUS, Role.SELECTION, Role.SEARCH)),
    *((Role.DIM, surface, TEXT) for surface in SURFACES),
    *((Role(kind.value), surface, TEXT) for kind in Kind for surface in (*SURFACES, Role.CHIP, Role.PASSAGE)),
    *(
        (Role(kind.value), surface, LARGE_OR_GRAPHIC)
        for kind in Kind
        for surface in (Role.SELECTION, Role.SEARCH)
    ),
    *((Role.ACCENT, surface, TEXT) for surface in (Role.PANEL, Role.PAPER)),
    *(
        (Role.ACCENT, surface, LARGE_OR_GRAPHIC)
        for surface in (Role.FOCUS, Role.PASSAGE, Role.CHIP, Role.WINDOW)
    ),
]


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize(("role", "surface", "least"), READ_ON, ids=lambda value: str(value))
def test_words_and_marks_stand_out_from_what_is_under_them(
    name: str, role: Role, surface: Role, least: float
) -> None:
    theme = load_theme(name)
    assert contrast(theme[role], theme[surface]) >= least


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


def test_the_light_theme_is_the_first_of_the_themes_there_are() -> None:
    assert {"light", "sepia", "dark"} <= set(theme_names())


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


def test_a_theme_without_a_colour_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = resources.text("themes", "light.toml")

    def text(*parts: str) -> str:
        return whole.replace('ink = "#23211d"', 'ink = "no colour"').replace('chip = "#ebe7df"', "")

    monkeypatch.setattr(resources, "text", text)
    with pytest.raises(ValueError, match=r"ink, chip"):
        load_theme("light")


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
        assert look.type.size == LARGEST
        assert look.text_font().pixelSize() == LARGEST
        look.set_size(-5)
        assert look.type.size == SMALLEST

    def test_each_kind_has_its_own_colour(self, look: Look) -> None:
        assert look.colour_of(Kind.PERSON) == look[Role.PERSON]
        assert len({look.colour_of(kind).name() for kind in Kind}) == len(Kind)

    def test_an_unknown_theme_is_an_error_and_changes_nothing(self, look: Look) -> None:
        before = look.theme
        with pytest.raises(FileNotFoundError):
            look.set_theme("no such theme")
        assert look.theme is before

"""Theme words: the themes that one can choose from, in their order, as they are called in menus and lists."""

from __future__ import annotations

from companion.ui.looks.look import SYSTEM
from companion.ui.looks.theme import theme_names
from companion.ui.program.language import translated


def theme_choices() -> list[tuple[str, str]]:
    """What can be chosen and its words: first what the system asks for, then each theme there is."""
    return [(name, theme_words(name)) for name in (SYSTEM, *theme_names())]


def theme_words(name: str) -> str:
    """What a theme is called, in the reader's language; a new one by the name of its file."""
    known = {
        SYSTEM: translated("As the system", "theme"),
        "light": translated("Light", "theme"),
        "sepia": translated("Sepia", "theme"),
        "dark": translated("Dark", "theme"),
        "contrast": translated("High contrast, light", "theme"),
        "contrast-dark": translated("High contrast, dark", "theme"),
    }
    return known.get(name, name.replace("-", " ").capitalize())

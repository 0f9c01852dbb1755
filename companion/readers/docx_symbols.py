"""Signs of the fonts Symbol and Wingdings, as Word documents name them, become those of Unicode."""

from __future__ import annotations

_SYMBOL = {
    0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA1: "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑",
}
"""http://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt, but for the parts of large brackets."""

_WINGDINGS = {
    0x21: "✏✂✁👓🔔📖🕯☎✆✉",
    0x4A: "☺😐☹💣☠",
    0x6C: "●❍■□",
    0x9F: "•",
    0xA7: "▪",
    0xD8: "➢",
    0xDF: "←→↑↓↖↗↙↘",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗✓☒☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = 0xF000
UNKNOWN = "□"


def sign_of(font: str, code: str) -> str:
    """The sign that a hexadecimal code means in a font; a square where it is not known, empty for no code."""
    if not 0 < len(code) <= 6 or any(digit not in "0123456789abcdefABCDEF" for digit in code):
        return ""
    place = int(code, 16)
    table = _FONTS.get(font.casefold())
    if table is None:
        is_shown = 0x20 <= place < 0xD800 or (0xF8FF < place <= 0x10FFFF)
        return chr(place) if is_shown else UNKNOWN
    place -= _PRIVATE if place >= _PRIVATE else 0
    for start, signs in table.items():
        if start <= place < start + len(signs):
            return signs[place - start]
    return UNKNOWN

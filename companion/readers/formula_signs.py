"""The parts of a formula are told in one line of signs: fractions, powers, indices, roots, matrices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining

if TYPE_CHECKING:
    from collections.abc import Iterable

_HIGH = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOW = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_CAN_BE_HIGH = re.compile(r"[+−-]?(?:[0-9]{1,4}|n)")
_CAN_BE_LOW = re.compile(r"[+−-]?[0-9]{1,4}")
_PRIMES = frozenset("′″‴⁗'*†∘°")
_OVER = {
    "¯": "\u0304",
    "‾": "\u0304",
    "̅": "\u0304",
    "ˉ": "\u0304",
    "→": "\u20d7",
    "⃗": "\u20d7",
    "^": "\u0302",
    "ˆ": "\u0302",
    "̂": "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "̃": "\u0303",
    "˙": "\u0307",
    "̇": "\u0307",
    "¨": "\u0308",
    "̈": "\u0308",
}
"""What stands over letters, as a sign that joins the last of them."""

_LONGEST_UNDER = 5

GREAT = frozenset("∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂")
"""Signs whose limits stand below and above them, or beside them."""

_ONE = re.compile(r"\w[\u0300-\u036f\u20d7]?[²³¹⁰-⁹₀-₉]*|[0-9]+(?:[.,][0-9]+)*")
"""A letter with the signs over it and beside it, or a number."""

_APPLIED = re.compile("[\u2061-\u2064]")
"""Signs of a formula that are not seen: application, multiplication, parting and addition."""

_SOFT = "\u2009"
"""A blank that is only left between signs that would else be read as one number or name."""

_NEEDLESS = re.compile(
    rf"(?:\A|(?<=[(\[{{+−=×·/<>√|-])){_SOFT}+"
    rf"|(?<!{_SOFT}){_SOFT}++(?=[)\]}},;:.+−=×·/<>^_|-]|\Z)"
)


def one_line(words: str) -> str:
    """A whole formula, without signs that are not seen and with no blanks but those that part."""
    return " ".join(_NEEDLESS.sub("", _APPLIED.sub("", words)).split())


def fraction(above: str, below: str) -> str:
    """A fraction, as ``(a+b)/2``."""
    return by_itself(f"{bracketed(above)}/{bracketed(below)}")


def stacked(above: str, below: str) -> str:
    """One above the other without a line, as in the sign for a choice: ``n; k``."""
    return rows(([above.strip()], [below.strip()]))


def by_itself(words: str) -> str:
    """Words that do not run together with letters and numbers beside them."""
    return f"{_SOFT}{words}{_SOFT}"


def raised(words: str, power: str) -> str:
    """What has a power or a sign above it on the right, as ``x²`` or ``e^(x+1)``."""
    power = power.strip()
    if not power or power in _PRIMES:
        return f"{words.rstrip()}{power}"
    if _CAN_BE_HIGH.fullmatch(power):
        return f"{bracketed(words)}{power.translate(_HIGH)}"
    return f"{bracketed(words)}^{bracketed(power)}{_SOFT}"


def lowered(words: str, index: str) -> str:
    """What has an index, as ``x₁`` or ``x_max``."""
    words, index = words.rstrip(), index.strip()
    if not index:
        return words
    if _CAN_BE_LOW.fullmatch(index):
        return f"{words}{index.translate(_LOW)}"
    return f"{words}_{bracketed(index)}{_SOFT}"


def root(words: str, degree: str) -> str:
    """A root, as ``√2`` or ``³√(x+y)``."""
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(degree.strip())
    return f"{sign or f'{degree.strip().translate(_HIGH)}√'}{bracketed(words)}"


def limited(words: str, below: str, above: str) -> str:
    """A sum, a limit or the like from `below` to `above`, as ``∑_(i=1)^n``; or a letter under a sign."""
    over = above.strip()
    joined = over if over and all(map(combining, over)) else _OVER.get(over)
    if joined and not below and len(words.strip()) < _LONGEST_UNDER:
        return f"{words.strip()}{joined}"
    under = f"_{bracketed(below)}" if below else ""
    return f"{words.rstrip()}{under}{f'^{bracketed(above)}' if above else ''}{_SOFT}"


def rows(found: Iterable[Iterable[str]]) -> str:
    """The rows of a matrix, or the lines of one formula, as ``a, b; c, d``."""
    return "; ".join(", ".join(filter(None, cells)) for cells in found)


def bracketed(words: str) -> str:
    """Words in brackets, unless they are one sign, number or name, or stand in brackets already."""
    is_name = words.startswith(_SOFT) and words.strip().isalpha()
    words = words.strip()
    if len(words) < 2 or is_name or _ONE.fullmatch(words) or _is_in_brackets(words):
        return words
    return f"({words})"


def _is_in_brackets(words: str) -> bool:
    """Whether the first bracket is closed by the last."""
    if words[0] != "(" or words[-1] != ")":
        return False
    depth = 0
    for place, sign in enumerate(words):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return place == len(words) - 1
    return False

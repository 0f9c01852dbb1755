"""Writes the names of months in many languages, as CLDR has them, for the program to find dates with.

    python tests/evaluation/calendar_words.py > resources/words/months.txt

Needs Babel, which the program never imports. Languages in Latin, Cyrillic and Greek letters are taken.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import babel
from babel import localedata

_HEADER = f"""\
# Names of the months by language: code, order of a short date, and for each month its forms.
# Source: Unicode CLDR, by way of Babel {babel.__version__}; its licence:
#
"""
_LICENCE = Path(babel.__file__).parent / "locale-data" / "LICENSE.unicode"
_SCRIPTS = {"LATIN", "CYRILLIC", "GREEK"}
_SHORTEST = 3


def forms_of(data: dict[str, Any]) -> list[list[str]]:
    """For each month all its forms: in a date and alone, in full and short, without dots."""
    forms: list[list[str]] = [[] for _ in range(12)]
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            names = data.get("months", {}).get(context, {}).get(width)
            for number, name in names.items() if isinstance(names, dict) else ():
                name = name.strip().rstrip(".")
                if name not in forms[number - 1] and len(name) >= _SHORTEST:
                    forms[number - 1].append(name)
    return forms


def is_readable(forms: list[list[str]]) -> bool:
    """Whether the forms are words of an alphabet that the program reads."""
    letters = {letter for month in forms for name in month for letter in name if letter.isalpha()}
    scripts = {unicodedata.name(letter).split()[0] for letter in letters}
    has_digits = any(letter.isdigit() for month in forms for name in month for letter in name)
    return all(forms) and not has_digits and scripts <= _SCRIPTS


def main() -> None:
    """Prints the file."""
    print(_HEADER, end="")
    for line in _LICENCE.read_text("utf-8").strip().splitlines():
        print(f"# {line}".rstrip())
    for code in sorted(localedata.locale_identifiers()):
        if not re.fullmatch("[a-z]{2}", code):
            continue
        data = localedata.load(code, merge_inherited=False)  # merging spoils what is loaded after it
        forms = forms_of(data)
        if is_readable(forms):
            short = data.get("date_formats", {}).get("short")
            pattern = short.pattern if short is not None else "d.M.y"
            order = "".join(letter for letter in re.sub("(.)\\1+", "\\1", pattern).lower() if letter in "dmy")
            print(code, order, ";".join("|".join(month) for month in forms), sep="\t")


if __name__ == "__main__":
    main()

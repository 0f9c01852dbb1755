"""Texts that nobody wrote to be read: nothing crashes, nothing goes on for ever, and little is found."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Document
from companion.extraction.extractor import extract
from companion.readers import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.found import Found

STORY = (
    "In July 1943 Thomas Orden, the baker, met Captain Anna Verl at the gate. “The Royal Mining Corps (RMC) "
    "is under us,” said Mr. Orden. Two years later Anna Verl died. "
)


def found(text: str) -> Found:
    """What is found in a plain text, once it is seen to be whole."""
    document = read_text(text)
    result = extract(document)
    length = len(document.text)
    ids = {entry.id for entry in result.entries}
    assert all(0 <= one.start < one.end <= length and one.entry in ids for one in result.mentions)
    assert all(one.end <= other.start or one.span == other.span for one, other in _pairs(result))
    for entry in result.entries:
        assert entry.evidence
        assert entry.heading.strip()
        assert 0 <= entry.confidence <= 1
        assert all(0 <= span.start < span.end <= length for span in entry.evidence)
        assert all(claim.evidence in entry.evidence or claim.kind == "told" for claim in entry.claims)
    assert all(entry in ids and places for entry, places in result.told.items())
    assert all(0 <= time.start < time.end <= length for time in result.times)
    return result


def _pairs(result: Found) -> list[tuple[object, object]]:
    return [*pairwise(result.mentions)]


def count(result: Found) -> int:
    return len(result.entries) + len(result.times)


SILENT = {
    "nothing": "",
    "blanks": " \n\t\n  ",
    "one word": "Word",
    "one letter": "a",
    "one sign": "—",
    "marks": "?!… " * 5000,
    "the same small letter": "a" * 100_000,
    "the same capital": "A" * 100_000,
    "single letters": "a " * 50_000,
    "single capitals": "A " * 50_000,
    "dots": "." * 100_000,
    "initials": "A." * 50_000,
    "opening brackets": "(" * 75_000,
    "closing brackets": ")" * 75_000,
    "quotes": "“" * 25_000 + "”" * 25_000,
    "apostrophes": "’" * 75_000,
    "hyphens": "a-" * 50_000,
    "tabs": "\t" * 75_000,
    "line ends": "\n" * 75_000,
    "accents": "e" + "\u0301" * 50_000,
    "joiners": "\u200d" * 50_000,
    "emoji": "🏰" * 50_000,
    "Chinese": "曹操在一九四二年七月到了北京。" * 9000,
    "Arabic": "وصل القائد إلى المدينة في يوليو 1942. " * 3000,
    "Hebrew": "המפקד הגיע לעיר ביולי 1942. " * 4000,
    "Hindi": "सेनापति जुलाई 1942 में शहर पहुँचे। " * 3000,
    "Thai": "นายพลมาถึงเมืองในเดือนกรกฎาคม " * 4000,
}


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_found_where_nothing_is_told(name: str) -> None:
    assert count(found(SILENT[name])) <= 2


def words(number: int, make: Callable[[random.Random], str]) -> str:
    chance = random.Random(7)  # noqa: S311  (no secret)
    return " ".join(make(chance) for _ in range(number))


def numbers(chance: random.Random) -> str:
    return f"{chance.random() * 10 ** chance.randint(0, 6):.{chance.randint(0, 3)}f}"


CODE = """\
def parse(self, Node=None, *args):
    if isinstance(Node, ast.Call) and Node.func.id == "Main":
        return self.Registry[Node.name](args[0], MAX_SIZE // 2)  # TODO Fix
class HttpServer(BaseServer): PORT = 8080; HOST = "localhost"
"""
NOISY = {
    "tables of numbers": ("\n".join(words(12, numbers) for _ in range(2000)), 60),
    "rows of years": ("\n".join("\t".join(str(1900 + n % 100) for n in range(9)) for _ in range(1000)), 60),
    "code": (CODE * 400, 40),
    "all capitals": (STORY.upper() * 400, 60),
    "no capitals": (STORY.lower() * 400, 40),
    "lists of names": ("\n".join(f"Name{n} Other{n}" for n in range(6000)), 13_500),
    "links": ("https://www.Example.org/A/B.html?Q=1942 " * 5000, 12),
    "base64": ("QWxhZGRpbjpPcGVuIFNlc2FtZQ" * 8000, 12),
    "logs": (
        "2024-03-05 12:03:05,123 INFO [Main-3] org.Example.Node: Started worker in 17 ms\n" * 1000,
        12,
    ),
    "one line": (STORY * 1200, 40),
    "many paragraphs": ("Thomas Orden slept.\n\n" * 10_000, 40),
}


@pytest.mark.parametrize("name", NOISY)
def test_little_is_found_in_noise(name: str) -> None:
    text, most = NOISY[name]
    result = found(text)
    assert len(result.entries) <= most


REPEATS = {
    "brackets after brackets": "(Abc (Def " * 7_000,
    "capitals in brackets": "Aa Bb Cc (ABC) " * 5_000,
    "never-ending names": "Anna Verl " * 10_000,
    "names with of": "Duke of " * 10_000,
    "titles": "Mr. Mrs. Dr. " * 7_000,
    "dates after dates": "July 1942, August 1943 to " * 3_000,
    "numbers after months": "May 1, 2, 3, " * 5_000,
    "ordinals": "the first second third " * 3_000,
    "years later": "two years later " * 5_000,
    "commas": "Orden, Verl, " * 6_000,
    "is the": "Orden is the was the is the " * 3_000,
    "quotes in quotes": "“Orden ‘Verl ” ’ " * 3_000,
    "hyphens and capitals": "Anna-Verl-Orden-" * 5_000,
    "apostrophes and capitals": "O’Orden’s D’" * 5_000,
    "known as": "Orden, known as Verl, known as " * 3_000,
    "short words in capitals": "SOE RMC ABC XYZ " * 5_000,
    "pronouns": "He did. She did. It was he. " * 2_000,
    "blanks between names": ("Anna" + " " * 3000 + "Verl ") * 100,
    "digits": "1" * 200_000 + " " + "1942" * 12_000,
    "Russian names": "Анна Ивана сказал Иванов Иван " * 3_000,
    "French articles": "le duc de d'Aa de la l'Orden est les des " * 2_000,
    "German nouns": "der Orden des Verls und die Annas " * 3_000,
    "slashes": "1/2/3/" * 12_000,
}


@pytest.mark.parametrize("name", REPEATS)
def test_repeats_end(name: str) -> None:
    found(REPEATS[name])


def test_a_log_tells_no_events() -> None:
    assert not found(NOISY["logs"][0]).entries.events


def test_a_long_row_of_names_is_nobody() -> None:
    row = "Anna John Mary Robert Emma Thomas Jane William Kate "
    people = found(f"{STORY} {row}. " * 50).entries.people
    assert all(len(person.name.split()) <= 7 for person in people)


def test_many_people_are_found_in_a_text_of_many() -> None:
    text = " ".join(f"{STORY} Paragraph {number}.\n\n" for number in range(300))
    people = {person.name for person in found(text).entries.people}
    assert {"Thomas Orden", "Anna Verl"} <= people
    assert len(people) < 10


@given(st.text(max_size=300) | st.text(alphabet="AaBb .,’“”()-1942\nÉéΑαЖж", max_size=300))
def test_any_text_can_be_searched(text: str) -> None:
    found(text)
    extract(Document(text))


@given(
    st.lists(st.sampled_from([*STORY.split(), "(", ")", "’s", "—", "\n\n", "1942", "of", "Dr."]), max_size=60)
)
def test_any_order_of_words_can_be_searched(order: list[str]) -> None:
    found(" ".join(order))

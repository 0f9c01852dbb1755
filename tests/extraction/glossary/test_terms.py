from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.core.document import Span
from companion.core.entries import DOUBTFUL, Claim, ClaimKind, Origin
from companion.extraction.glossary import FoundTerm, find_abbreviations, find_terms
from companion.extraction.glossary.drafts import Draft
from companion.extraction.glossary.terms import _is_plain, _says_something, persons_of
from companion.extraction.names import find_names
from companion.extraction.people.finding import FoundPerson
from companion.extraction.source import source_of
from companion.readers.plain import read_plain

ON_ONE_LINE = re.compile(r"(?<!\n)\n(?!\n)")

RESISTANCE = """The resistance in Albania was loyal to Moscow.
It owed little to the Special Operations Executive
(SOE). The mountains were an ideal place for guerrillas. In November 1942 five divisions came to
help the Axis soldiers.

Partisans fought in small groups. A man controlled about twenty battalions of guerrillas. Later the
guerrillas and the partisans were named the National Liberation Army. The SOE sent gold. He was head
of the Worker's Party."""

GOVERNMENT = """Forms of Government

The term oligarchy refers to a form of government in which a handful of members of the elite hold
political power. This arrangement is often unstable. When nobles elected a king, the practice was
known as the golden freedom, and it lasted for two centuries. An oligarchy may become a monarchy, a
form of government with one hereditary ruler.

The monarchy was restored in the next century. Its opponents wrote pamphlets against it."""


def found(text: str, people: tuple[FoundPerson, ...] = ()) -> dict[str, FoundTerm]:
    source = source_of(read_plain(ON_ONE_LINE.sub(" ", text), "text"))
    terms = find_terms(source, find_names(source), people, find_abbreviations(source))
    for one in terms:
        assert one.mentions
        assert one.term.origin is Origin.FOUND
        assert one.term.evidence
        for claim in one.term.claims:
            sentence = " ".join(source.text[claim.evidence.start : claim.evidence.end].split())
            assert claim.text.removesuffix(" …") in sentence or claim.kind is ClaimKind.DEFINITION
        for first, second in pairwise(one.mentions):
            assert first.end <= second.start
    scores = [one.term.confidence for one in terms]
    assert scores == sorted(scores, reverse=True)
    assert len({one.term.id for one in terms}) == len(terms)
    return {one.term.term: one for one in terms}


def test_what_a_reader_wants_explained_is_found_in_a_short_text() -> None:
    terms = found(RESISTANCE)
    shown = {name for name, one in terms.items() if one.term.confidence >= DOUBTFUL}
    assert {"guerrillas", "National Liberation Army", "Axis"} <= shown
    assert any(name.replace("’", "'") == "Worker's Party" for name in shown)
    assert not {"soldiers", "November", "The", "Later", "place"} & shown


def test_an_abbreviation_and_its_words_are_one_term() -> None:
    terms = found(RESISTANCE)
    one = terms.get("Special Operations Executive") or terms["SOE"]
    names = {one.term.term, *(alias.text for alias in one.term.aliases)}
    assert names == {"Special Operations Executive", "SOE"}
    assert len(one.mentions) == 3


def test_one_and_many_are_one_term_and_all_places_are_mentions() -> None:
    assert len(found(RESISTANCE)["guerrillas"].mentions) == 3


def test_a_definition_is_cut_out_of_the_sentence_that_gives_it() -> None:
    terms = found(GOVERNMENT)
    oligarchy = terms["oligarchy"].term
    assert oligarchy.definition.startswith("a form of government in which a handful")
    assert oligarchy.claims[0].kind is ClaimKind.DEFINITION


def test_what_nothing_explains_has_the_sentence_that_tells_of_it() -> None:
    axis = found(RESISTANCE)["Axis"].term
    assert axis.definition == ""
    assert axis.claims[0].kind is ClaimKind.TOLD
    assert axis.claims[0].text.startswith("In November 1942")


def test_persons_are_no_terms() -> None:
    text = f"{RESISTANCE} Enver Hoxha won. Enver Hoxha ruled until 1985. Hoxha died."
    person = FoundPerson("p", "Enver Hoxha", ("Enver Hoxha", "Hoxha"), (), "m", (), 0.9)
    assert not {"Enver Hoxha", "Hoxha", "Enver"} & set(found(text, (person,)))


def test_a_person_is_one_with_and_without_titles() -> None:
    forms = ("Ambassador Nora Sellick", "Ambassador Sellick", "Nora Sellick")
    known = persons_of([FoundPerson("p", forms[0], forms[:2], (), "f", ("Ambassador",), 0.9)])
    assert known == {form.lower() for form in forms}
    assert persons_of([FoundPerson("p", forms[0], forms[:2], (), "f", (), 0.2)]) == set()


def test_a_name_has_the_word_that_says_what_it_is() -> None:
    text = (
        "They read the Harbour Marriage Act. The Harbour Marriage Act is old. It is the Harbour Marriage Act."
    )
    assert not {"Harbour Marriage", "Harbour"} & set(found(text))


def test_a_first_name_that_is_nobody_s_is_doubtful() -> None:
    text = "Then Gustave came. They saw Gustave at the gate. The Areopagus met. He feared the Areopagus."
    shown = {name for name, one in found(text).items() if one.term.confidence >= DOUBTFUL}
    assert "Areopagus" in shown
    assert "Gustave" not in shown


def test_the_glossary_of_the_text_itself_comes_first() -> None:
    text = f"""{GOVERNMENT}

Glossary

oligarchy – rule by a few

pamphlet – a thin book"""
    terms = found(text)
    assert list(terms)[:2] == ["oligarchy", "pamphlet"]
    assert terms["oligarchy"].term.definition == "rule by a few"
    assert len(terms["pamphlet"].mentions) == 2


def test_texts_without_terms_have_none() -> None:
    assert found("") == {}
    assert found("Word") == {}
    assert not [one for one in found("12 34 56\n" * 50).values() if one.term.confidence >= DOUBTFUL]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="Aab ecdl.,—(“”)'’s-\nthe", max_size=300))
def test_odd_text_does_no_harm(text: str) -> None:
    found(text)


def test_a_heading_tells_nothing_where_the_text_does() -> None:
    text = (
        "THE NEW MORALITY\n\nYoung people took up what was called the new morality, and their elders frowned."
    )
    one = found(text)["new morality"].term
    assert one.evidence[0].start > len("THE NEW MORALITY")


def test_the_words_before_a_term_do_not_belong_to_it() -> None:
    assert "term oligarchy" not in found(GOVERNMENT)


def test_what_tells_of_a_name_is_a_whole_sentence_that_asks_nothing() -> None:
    text = (
        "“How far is Aldmere?” said she. Nobody knew it. In spring the Aldmere fair drew all the herdsmen of "
        "the hills. They drove their herds to Aldmere through the snow, and slept by the walls."
    )
    assert found(text)["Aldmere"].term.claims[0].text.startswith("In spring the Aldmere fair")


def test_a_cry_says_nothing_of_a_term_and_a_definition_always_something() -> None:
    source = source_of(
        read_plain("“Humbug!” he said. The old humbug had hidden his spoons in the well.", "a")
    )
    cry, told = (source.sentences.at(source.text.index(word)) for word in ("Humbug", "humbug"))
    assert not _says_something(source, Claim(ClaimKind.TOLD, "“Humbug!”", cry))
    assert _says_something(source, Claim(ClaimKind.DEFINITION, "nonsense", cry))
    assert _says_something(source, Claim(ClaimKind.TOLD, "The old humbug", told))


def test_of_many_likely_terms_only_some_are_shown() -> None:
    kinds = (
        "mercantilism",
        "federalism",
        "suffrage",
        "sovereignty",
        "serfdom",
        "oligarchy",
        "feudalism",
        "tariff",
    )
    words = [f"{first}{second}" for first in ("", "neo", "proto", "pseudo", "ultra") for second in kinds]
    text = "\n\n".join(f"The practice known as {word} is a form of rule by the few." for word in words)
    terms = found(text)
    assert sum(one.term.confidence >= DOUBTFUL for one in terms.values()) <= len(words) * 0.9


@pytest.mark.parametrize(
    ("heading", "confidence", "is_plain"),
    [
        ("contest", 0.59, True),
        ("contest", 0.7, False),
        ("postern", 0.59, False),
        ("Contest", 0.59, False),
        ("asylum claim", 0.59, False),
        ("small urban household", 0.59, True),
        ("public school", 0.59, True),
        ("public school", 0.61, False),
        ("harbouring", 0.59, True),
        ("series", 0.59, True),
        ("satirical", 0.7, True),
        ("EDITOR’S NOTES", 0.7, True),
        ("Editor’s Notes", 0.7, False),
        ("guerrillas", 0.51, False),
    ],
)
def test_words_that_everybody_knows_need_to_be_likely(
    heading: str, confidence: float, is_plain: bool
) -> None:
    draft = Draft(heading.lower(), Counter({heading: 1}), [Span(0, 7)], confidence)
    assert _is_plain(draft) is is_plain


def test_what_tells_only_the_name_again_is_no_entry() -> None:
    assert not found("Aldmere\n\nAldmere\n\nAldmere")


def test_a_name_is_no_second_term_with_what_kind_of_place_it_is() -> None:
    text = (
        "The village of Tarbek lies in the hills. Tarbek was burnt in the war, and the village of Tarbek is "
        "empty now. The road to Tarbek is closed."
    )
    assert "village of Tarbek" not in found(text)
    assert "Tarbek" in found(text)

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Document
from companion.core.sentences import Sentences
from companion.extraction.names import find_names
from companion.extraction.source import Source

if TYPE_CHECKING:
    from companion.extraction.names import Name


def names(text: str) -> list[Name]:
    return find_names(Source(Document(text=text), "en", Sentences()))


def forms(text: str) -> list[str]:
    return [name.form for name in names(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met Mr. Bennet and Mrs. Bennet.", ["Mr. Bennet", "Mrs. Bennet"]),
        ("It was J. R. R. Tolkien who wrote it.", ["J. R. R. Tolkien"]),
        ("They saw Colonel-General Enver Hoxha.", ["Colonel-General Enver Hoxha"]),
        ("A letter from Ludwig van Beethoven came.", ["Ludwig van Beethoven"]),
        ("They followed Charles de Gaulle home.", ["Charles de Gaulle"]),
        ("It hit General Abd al-Karim Qasim then.", ["General Abd al-Karim Qasim"]),
        ("He saw M. d’Avrigny and d’Avrigny’s wife.", ["M. d’Avrigny", "d’Avrigny"]),
        ("They met O'Brien and D’Artagnan there.", ["O'Brien", "D’Artagnan"]),
        ("The Bank of England and the Duke of York.", ["Bank of England", "Duke of York"]),
        ("Then spoke Martin Luther King Jr. at last.", ["Martin Luther King Jr."]),
        ("He knew that Louis XIV. died.", ["Louis XIV"]),
        ("Later she met Émile Zola in Łódź.", ["Émile Zola", "Łódź"]),
        ("Потом пришёл Пьер Безухов.", ["Потом", "Пьер Безухов"]),
        ("He read _Hamlet_ to _Anna Verl_.", ["Hamlet", "Anna Verl"]),
        ("HERE IT IS. MR. FANG SPEAKS. The fang speaks.", ["MR. FANG"]),
    ],
)
def test_a_name_is_a_row_of_capitals(text: str, found: list[str]) -> None:
    assert forms(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("But Pierre went. When Napoleon came, Poor Mary wept.", ["Pierre", "Napoleon", "Mary"]),
        ("I’ll go, I'm sure. Isn’t Duport here? O Rachael!", ["Duport", "Rachael"]),
        ("On Monday, 4 July, it rained on Ann.", ["Ann"]),
        ("Chapter XII. Figure 3 shows Ann.", ["Ann"]),
        ("Here Oliver I remember well, and King Paul I of Spain.", ["Oliver", "King Paul I of Spain"]),
        ("A Paris-based and Oscar-winning man.", ["Paris", "Oscar"]),
        ("So the French General Foch and Russian Anna Verl met.", ["General Foch", "Anna Verl"]),
        ("They took German-occupied Hungary (August-September) on 27 May-28 May.", ["German", "Hungary"]),
        ("They met General Minh-whom Stanley Karnow knew-and left.", ["General Minh", "Stanley Karnow"]),
        ("The wife of Chiang Ching-kuo and Soong Mei-ling.", ["Chiang Ching-kuo", "Soong Mei-ling"]),
        ("In 36 BCE Octavian won. In 5 B.C. Herod fell.", ["Octavian", "Herod"]),
        (
            "But ARVN General Phu met KMT Generals Zhang and Lee.",
            ["ARVN", "General Phu", "KMT", "Zhang", "Lee"],
        ),
        ("They saw Attorney General Holder there.", ["Attorney General Holder"]),
        ("It was Francisco I. Madero who won.", ["Francisco I. Madero"]),
        (
            "They saw Charles de Gaulle of France and Mary of Scotland.",
            ["Charles de Gaulle", "France", "Mary of Scotland"],
        ),
        ("Mathematician Hermann Weyl said it.", ["Hermann Weyl"]),
        ("It was Republican George W. Bush.", ["George W. Bush"]),
        ("It was Moscow Prince Andrew that he left.", ["Moscow", "Prince Andrew"]),
        ("There stood Grimwig of Mr. Brownlow all day.", ["Grimwig", "Mr. Brownlow"]),
    ],
)
def test_words_that_only_stand_beside_a_name_are_cut_off(text: str, found: list[str]) -> None:
    assert forms(text) == found


def test_the_text_itself_tells_which_words_begin_a_sentence_only() -> None:
    said = "She saw the herald. The herald bowed. Herald Verl left."
    assert forms(said) == ["Verl"]
    assert forms("She saw Herald. They knew Herald. Herald Verl left.") == ["Herald", "Herald", "Herald Verl"]


def test_what_stands_beside_a_name_is_told() -> None:
    first, second, third = names(
        "Anna left. “Go,” said Anna Verl’s aunt to Bertram, who (Cyril 1807) stayed."
    )[:3]
    assert (first.form, first.is_initial, first.after) == ("Anna", True, "left")
    assert (second.before, second.after, second.is_possessive) == ("said", "aunt", True)
    assert (second.form, second.is_initial) == ("Anna Verl", False)
    assert (third.before, third.after) == ("to", ",who")


def test_a_name_goes_over_no_break() -> None:
    assert forms("he saw Anna\nVerl came") == ["Anna", "Verl"]
    assert forms("he saw Anna  Verl came") == ["Anna Verl"]


@pytest.mark.parametrize("hyphen", ["- ", "-\n"])
def test_a_name_that_the_end_of_a_line_breaks_is_whole(hyphen: str) -> None:
    text = f"he saw Mar{hyphen}garet Hale and Mr. John Thorn{hyphen}ton there"
    found = names(text)
    assert [name.form for name in found] == ["Margaret Hale", "Mr. John Thornton"]
    assert text[found[0].start : found[0].end] == f"Mar{hyphen}garet Hale"
    assert forms(f"Zorndal lay far from Zorn{hyphen}dal") == ["Zorndal", "Zorndal"]
    assert forms(f"the Anglo{hyphen}and Franco-German wars") == ["Anglo", "Franco-German"]


@given(st.text(alphabet="Aab .,'’-“”\nofÉŽЖ1_&I", max_size=200))
def test_every_name_is_where_it_says(text: str) -> None:
    end = 0
    for name in names(text):
        assert name.start >= end
        unbroken = re.sub("-[ \n]", "", text[name.start : name.end])
        assert "".join(name.form.split()) == "".join(unbroken.split())
        assert any(letter.isupper() for letter in name.form)
        end = name.end


@pytest.mark.parametrize(
    "piece", ["A", "A ", "A-", "A'", "A.", "Mr. ", "Ab of the ", "de van ", "al-", "Éa  "]
)
def test_repeats_do_no_harm(piece: str) -> None:
    text = piece * 20_000
    assert all(len(name.form) <= 100 for name in names(text))


def test_a_month_is_a_name_where_it_speaks() -> None:
    said = "In May it rained. “Well,” said May. May laughed. Cousin May met her last May, and in May 1802."
    assert forms(said) == ["May", "May", "Cousin May"]
    assert forms("In May it rained. She met Ann on Monday.") == ["Ann"]


def test_a_small_word_that_always_has_a_capital_is_a_name() -> None:
    assert forms("They met Ho Chi Minh. Then Ho Chi Minh spoke.") == ["Ho Chi Minh", "Ho Chi Minh"]
    assert "Ho Chi Minh" not in forms("They cried ho and ho. They met Ho Chi Minh. Then Ho Chi Minh spoke.")


def test_a_bibliography_names_its_authors_by_their_surnames() -> None:
    text = "Dahl, Robert A. 1991. Democracy.\n\nAusten, Jane. Emma.\n\nMills, C. Wright. 1956. The Elite."
    assert [form for form in forms(text) if form in ("Robert A.", "Jane", "C. Wright", "Dahl")] == ["Dahl"]
    assert forms("Tom, Jane. They came.") == ["Tom", "Jane"]


def test_the_letter_of_an_answer_is_no_initial() -> None:
    text = "Who built them?\n\nA. Inca\n\nB. Maya\n\nC. Olmec"
    assert [(name.form, text[name.start : name.end]) for name in names(text)][-2:] == [
        ("Maya",) * 2,
        ("Olmec",) * 2,
    ]
    assert forms("A letter by\n\nB. Maya")[-1] == "B. Maya"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Here, Bull's-eye, mind Sikes!", ["Sikes"]),
        ("So it was. By George! And by the Lord Harry, Syme went on.", ["Syme"]),
        ("It was made by George, and he saw George Wickham.", ["George", "George Wickham"]),
        ("He told Sir Thomas I must go, and Aunt Chloe I knew.", ["Sir Thomas", "Aunt Chloe"]),
        ("They served King Paul I of Spain and Tsar Paul I there.", ["King Paul I of Spain", "Tsar Paul I"]),
    ],
)
def test_oaths_and_words_that_follow_are_no_names(text: str, found: list[str]) -> None:
    assert forms(text) == found


def test_what_is_far_apart_is_not_one_name() -> None:
    assert forms("They saw Mr.  Verl. He met Anna   Bertram Verl there.") == [
        "Mr. Verl",
        "Anna",
        "Bertram Verl",
    ]

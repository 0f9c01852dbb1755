from __future__ import annotations

import pytest

from companion.core.document import Document
from companion.core.sentences import Sentences
from companion.extraction.names import find_names, score_people
from companion.extraction.people.calling import is_call, is_spoken
from companion.extraction.people.finding import FoundPerson, find_people
from companion.extraction.people.spelling import usual_spellings
from companion.extraction.source import Source

FILLER = "And nothing else happened for a very long while. " * 200


def people_of(text: str) -> list[FoundPerson]:
    source = Source(Document(text=text), "en", Sentences())
    names = find_names(source)
    return find_people(source, names, score_people(source, names))


def mentions(text: str, name: str, form: str) -> int:
    """How often the person of that name is meant by a form."""
    person = next(person for person in people_of(text) if person.name == name)
    return sum(text[start:end] == form for start, end in person.mentions)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("“I hope, Bennet, you are well,” he said.", True),
        ("“Bennet, come here.”", True),
        ('"I hope you are well, Bennet?" he said.', True),
        ("‘I hope you are well, Bennet,’ he said.", True),
        ("“I have seen Bennet there.”", False),
        ("“Come,” he said to Lydia, Bennet, and Anne.", False),
        ("“Come,” said he, Bennet, who rose.", False),
        ("“Bennet’s horse is lame.”", False),
    ],
)
def test_who_is_spoken_to_is_called(text: str, called: bool) -> None:
    source = Source(Document(text=text), "en", Sentences())
    name = next(name for name in find_names(source) if name.form == "Bennet")
    assert is_call(text, name) is called


@pytest.mark.parametrize("quotes", ["“”", '""', "‘’"])
def test_speech_ends_with_its_mark_and_with_the_paragraph(quotes: str) -> None:
    opening, closing = quotes
    text = f"He rose.\n\n{opening}It’s late,{closing} he said. {opening}Go.\n\nShe went."
    assert [is_spoken(text, text.index(word)) for word in ("He", "late", "he said", "Go", "She")] == [
        False,
        True,
        False,
        True,
        False,
    ]


def test_the_miss_who_is_called_is_the_one_who_is_there() -> None:
    jane = "Jane Bennet smiled. Jane sang. Jane wept. He saw Miss Bennet.\n\n" * 8
    elizabeth = "Miss Elizabeth Bennet came. Elizabeth sang.\n\n" * 8
    meeting = "Elizabeth rose. Elizabeth came near.\n\n“Do you not wish, Miss Bennet, to dance?”\n\n"
    text = jane + elizabeth + meeting * 2
    assert mentions(text, "Miss Elizabeth Bennet", "Miss Bennet") == 2
    assert mentions(text, "Jane Bennet", "Miss Bennet") == 8


def test_a_wife_is_not_called_by_the_bare_surname() -> None:
    text = "Mrs. Hall went in. Mrs. Hall sat down. Mr. Hall came. Hall laughed. " * 6
    text += FILLER + "Mrs. Hall looked up.\n\n“Mind that, Hall,” she cried.\n\n"
    assert mentions(text, "Mrs. Hall", "Hall") == 0


def test_the_eldest_daughter_is_miss_until_she_marries() -> None:
    before = "Louisa Gradgrind sat. “No,” said Louisa. Miss Gradgrind rose. Louisa went. Louisa came. " * 5
    sister = "Jane Gradgrind played. "
    after = "Louisa Bounderby wept. Mrs. Bounderby sat. Louisa slept. "
    text = before + sister + FILLER + after * 4
    assert mentions(text, "Louisa Gradgrind", "Miss Gradgrind") == 5


def test_a_son_of_his_fathers_name_is_another_person() -> None:
    father = (
        "Thomas Gradgrind stood up. “No,” said Mr. Gradgrind. Mr. Gradgrind went. Mr. Gradgrind sat. " * 10
    )
    son = "“Come,” said Tom. Tom laughed. Tom went. " * 10
    young = "They saw young Tom. Young Tom rose. There was young Tom. " * 2
    people = [set(person.forms) for person in people_of(father + son + young)]
    assert any({"Thomas Gradgrind", "Mr. Gradgrind"} <= forms and "Tom" not in forms for forms in people)
    assert any("Tom" in forms and "Mr. Gradgrind" not in forms for forms in people)
    one = [set(person.forms) for person in people_of(father + son)]
    assert any({"Thomas Gradgrind", "Mr. Gradgrind", "Tom"} <= forms for forms in one)


def test_letters_that_are_not_spoken_make_no_other_person() -> None:
    text = "Berry Hamilton came in. “Sit down,” said Berry. Berry sat. Berry smiled. " * 3
    text += "“It’s me, Be’y,” said Fannie. “Come, Be’y,” said Fannie. " * 2
    assert {"Berry", "Be’y"} <= set(people_of(text)[0].forms)


def test_a_name_cut_short_is_the_commonest_that_it_may_be() -> None:
    assert usual_spellings({"berry": 9, "betty": 12, "be'y": 3}) == {"be'y": "betty"}
    assert usual_spellings({"berry": 2, "be'y": 3}) == {}
    assert usual_spellings({"brien": 9, "o'brien": 3}) == {}


def test_who_lisps_means_the_same_persons() -> None:
    assert usual_spellings({"rostov": 9, "wostov": 3}) == {"wostov": "rostov"}
    assert usual_spellings({"cecilia": 5, "thethilia": 9}) == {"thethilia": "cecilia"}
    assert usual_spellings({"wilson": 3, "rilson": 9, "rostov": 5, "wostov": 4}) == {}
    text = "“Go,” said Cecilia. Cecilia rose. Then Cecilia Jupe sat. " * 4
    text += "“It’s late, Thethilia,” he said. Thethilia smiled. " * 3
    assert {"Cecilia", "Thethilia"} <= set(people_of(text)[0].forms)


def test_a_widow_is_the_wife_of_the_later_chapters() -> None:
    widow = "Mrs. Corney sat by the fire. Mr. Bumble came in. Mrs. Corney poured tea. " * 8
    wedding = "Mrs. Corney blushed. Mr. Bumble coughed. " + "She was tired. " * 9 + "Mrs. Bumble smiled. "
    wife = "Mrs. Bumble rose. She was tired. Mr. Bumble came. "
    alone = "Elizabeth walked out. She sang. "
    text = widow * 2 + FILLER + (alone * 9 + FILLER) * 6 + wedding + FILLER + (wife * 6 + FILLER) * 2
    assert {"Mrs. Corney", "Mrs. Bumble"} in [set(person.forms) for person in people_of(text)]
    still = text.replace("She was tired. Mr. Bumble came.", "Mrs. Corney went. Mr. Bumble came.")
    assert not any({"Mrs. Corney", "Mrs. Bumble"} <= set(person.forms) for person in people_of(still))


def test_a_doubtful_name_is_not_taken_for_the_sake_of_a_rare_full_one() -> None:
    source = Source(Document(text="Athens is old. " * 20 + "King Theseus Athens ruled. "), "en", Sentences())
    names = find_names(source)
    often = {name.form: 0.4 if name.form == "Athens" else 0.9 for name in names}
    assert {form for person in find_people(source, names, often) for form in person.forms} == {
        "King Theseus Athens"
    }

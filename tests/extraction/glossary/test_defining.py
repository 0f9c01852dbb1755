from __future__ import annotations

import pytest

from companion.core.document import Span
from companion.extraction.glossary.defining import definition_at, shortened


def defined(sentence: str, term: str, *, is_sure: bool = True) -> str:
    start = sentence.index(term)
    return definition_at(sentence, Span(0, len(sentence)), start, start + len(term), is_sure=is_sure)


@pytest.mark.parametrize(
    ("sentence", "term", "definition"),
    [
        ("They left by a postern, a small hidden gate.", "postern", "a small hidden gate"),
        ("A postern is a small hidden gate.", "postern", "a small hidden gate"),
        ("The term postern refers to a small hidden gate.", "postern", "a small hidden gate"),
        ("The postern—a small hidden gate—was shut.", "postern", "a small hidden gate"),
        ("He went off the gold standard (a system in which gold backs money).", "gold standard",
         "a system in which gold backs money"),
        ("The Tejanos, the Mexican residents of the region, were outnumbered.", "Tejanos",
         "the Mexican residents of the region"),
        ("A gate of this kind is called a postern.", "postern", "A gate of this kind is called a postern."),
    ],
)  # fmt: skip
def test_the_words_that_explain_are_cut_out(sentence: str, term: str, definition: str) -> None:
    assert defined(sentence, term) == definition


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("The postern was shut.", "postern"),
        ("They had a gate, a postern, a tower and a wall.", "postern"),
        ("The postern was the last to fall.", "postern"),
    ],
)
def test_other_sentences_explain_nothing(sentence: str, term: str) -> None:
    assert defined(sentence, term) == ""


def test_where_it_is_no_sure_term_an_apposition_counts_for_nothing() -> None:
    assert defined("She wore a coat, a rough thing.", "coat", is_sure=False) == ""


def test_long_words_are_broken_off_at_the_end_of_one() -> None:
    assert shortened("word " * 200).endswith("word …")
    assert len(shortened("word " * 200)) <= 402
    assert shortened(" two\nwords ") == "two words"


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("After the revolt in Aldmere, the Northern Council authorized a convention.", "Aldmere"),
        ("To limit the spread of the plague, the Free Towns, ports and villages were shut.", "plague"),
        ("They favour distant reading (Moretti, 2013).", "distant reading"),
        (
            "According to the envoy of the Northern Towns to the court of Aldmere, the share of guilds shows "
            "progress.",
            "Aldmere",
        ),
    ],
)
def test_the_subject_of_the_sentence_and_a_source_define_nothing(sentence: str, term: str) -> None:
    assert defined(sentence, term) == ""


def test_a_list_in_an_apposition_stays_whole() -> None:
    sentence = "It began the Long Quarrel, a contest for social, economic, and military power that lasted."
    assert (
        defined(sentence, "Long Quarrel") == "a contest for social, economic, and military power that lasted"
    )


@pytest.mark.parametrize(
    ("sentence", "term", "definition"),
    [
        ("The ochre, a red, soft earth, results from the decay of iron.", "ochre", "a red, soft earth"),
        ("The long bar, an unseen limit to what she may become, prevents many.", "long bar",
         "an unseen limit to what she may become"),
        ("They spoke of commonhold, a tenure in which the men, not one lord, owns the soil.", "commonhold",
         "a tenure in which the men, not one lord, owns the soil"),
        ("An else clause (an extension of the language.) may follow.", "else clause",
         "an extension of the language"),
        ("The pricing (or odd pricing) is the setting of prices.", "pricing", "the setting of prices"),
        ("It forms a bulge (or nuclear bulge).", "bulge", "nuclear bulge"),
        ("They chose potash [lye, a salt that cleans] but had none.", "lye", "a salt that cleans"),
        ("In 1192 he took the title of shogun, or commander in chief.", "shogun", "commander in chief"),
        ("In a truce, a side agrees to lay down its arms.", "truce",
         "In a truce, a side agrees to lay down its arms."),
        ("Athens (Greek: Athina) is the capital of Greece.", "Athens", "the capital of Greece"),
        ("In one year, the towns signed the Long Pact, an agreement to reduce their tolls.", "Long Pact",
         "an agreement to reduce their tolls"),
    ],
)  # fmt: skip
def test_a_definition_ends_where_the_sentence_goes_on(sentence: str, term: str, definition: str) -> None:
    assert defined(sentence, term) == definition


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("In manhood, the adult relies on prayer.", "manhood"),
        ("In each picture, led by an angel, the voyager rides the boat.", "angel"),
        ("All are there: the voyager, the angel, the river, and the bright sky.", "voyager"),
        ("It weighs the effectiveness of policies meant to broaden the guild.", "policies"),
        ("Check it whenever the build line is a part of the whole tree.", "build line"),
        ("Most notable among the projects are the parks and the squares.", "projects"),
        ("Go to the root, recent books, or online catalogs.", "recent books"),
        ("Give the organ field (Section 4 describes this in detail).", "organ field"),
        ("Set the mode (you can assign this action on some key).", "mode"),
        ("Give a comment (for Comment Bookmark) or the text.", "comment"),
        ("Slavery was a major issue of the day.", "Slavery"),
        ("His mathematical work was the long book on tides.", "mathematical work"),
        ("Polyamines (polyamines with a side chain) were tried.", "Polyamines"),
    ],
)
def test_clauses_lists_and_single_cases_define_nothing(sentence: str, term: str) -> None:
    assert defined(sentence, term) == ""


def test_of_a_long_sentence_that_names_its_term_late_the_beginning_is_left_out() -> None:
    sentence = (
        f"The council met {'and met again ' * 40}in the old town; its answer was known as the Georgia Plan."
    )
    assert defined(sentence, "Georgia Plan") == "… its answer was known as the Georgia Plan."


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("No state is a direct democracy—the law requires all of them to elect others.", "direct democracy"),
        ("Use a style for bookmarks (disable, solid background, or underline).", "bookmarks"),
        ("All is made of four elements—fire, earth, air, and water—and may be parted.", "elements"),
        (
            "Most notable among the city's facelift projects are the roads that link its ruins.",
            "facelift projects",
        ),
        ("It breaks into simpler parts, that is, into parts of fewer kinds.", "simpler parts"),
    ],
)
def test_examples_and_whole_sentences_beside_a_term_define_nothing(sentence: str, term: str) -> None:
    assert defined(sentence, term) == ""


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("On the eve of the Long Siege, a rumour of a truce reached the fleet, off the coast.", "Long Siege"),
        ("He tells that, on the eve of the Long Siege, a rumour of a truce reached the fleet.", "Long Siege"),
        ("After losing Aldmere, a band of about 12,000 men escaped to the hills and lived on.", "Aldmere"),
        ("They made five plays, a novel, two albums, a tour, a lot of games, and many toys.", "two albums"),
        ("They ask for the end of tolls, the return of exiles, better walls, roads, and the right to sell.",
         "tolls"),
        ("It is known from many books (e.g. The Long Road, the Short Road and the Guide).", "Long Road"),
        ("It pleases many (e.g. The Long Road, The Short Road, the Middle Road, etc).", "The Short Road"),
        ("He died in the Old Hospice (probably of the plague).", "Old Hospice"),
        ("The exiles, some of whom began to plot, left.", "exiles"),
        ("The codices, the Book of Days among them, were burnt.", "codices"),
        ("The Third Army (now under the command of his brother) won.", "Third Army"),
        ("The Lark Plan (mid-February 1951) failed.", "Lark Plan"),
        ("The water around the isles and islets is a joy with thousands of birds.", "islets"),
        ("The tunes referred to in the preface are lost.", "tunes"),
        ("The answer is a bit more complicated than that.", "answer"),
        ("It hid a cupboard, a cupboard whose doors stuck.", "cupboard"),
    ],
)  # fmt: skip
def test_what_goes_on_with_the_sentence_defines_nothing(sentence: str, term: str) -> None:
    assert defined(sentence, term) == ""


@pytest.mark.parametrize(
    ("sentence", "definition"),
    [
        ("In Aldmere, a town on the coast, the king lived.", "a town on the coast"),
        ("The king lived in Aldmere, a town on the coast, until he died.", "a town on the coast"),
        ("They took Aldmere, a town on the coast. [3] [4]", "a town on the coast"),
        (
            "Aldmere, a fortress that guarded the coast, and this name is old.",
            "a fortress that guarded the coast",
        ),
        ("He fled to Aldmere (now Port Verl), alone.", "now Port Verl"),
        ("Aldmere is a small town on the coast, and the name fits it well.", "a small town on the coast"),
        ("They came to Aldmere (i.e., the old town).", "the old town"),
        ("He wrote _Aldmere_, a comic opera in three acts.", "a comic opera in three acts"),
    ],
)
def test_an_apposition_ends_before_the_subject_and_the_next_clause(sentence: str, definition: str) -> None:
    assert defined(sentence, "Aldmere") == definition

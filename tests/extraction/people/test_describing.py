from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_story import marked

from companion.core.claims import claims_until, with_claims
from companion.core.entries import ClaimKind, Origin, Person
from companion.extraction.people.describing import describe

if TYPE_CHECKING:
    from companion.core.found import Time
    from companion.extraction.people.finding import FoundPerson
    from companion.extraction.source import Source


def people(text: str, *, language: str = "en", **genders: str) -> dict[str, Person]:
    described, _ = describe(*_parts(text, language, genders))
    return {person.id: person for person in described}


def _parts(text: str, language: str, genders: dict[str, str]) -> tuple[Source, list[FoundPerson], list[Time]]:
    source, times, found = marked(text, language=language, **genders)
    return source, found, times


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("{Enver Hoxha|a}, leader of the resistance, spoke.", "leader of the resistance"),
        ("There came {Qemal Stafa|a}, a student who wrote poems, and sat.", "student"),
        ("{Zog|a}, king of Albania, fled.", "king of Albania"),
        ("{Mehmet Shehu|a}, prime minister for many years, was found.", "prime minister for many years"),
        ("{Nida|a} was an American linguist who developed a theory.", "American linguist"),
        ("{Nida|a} is one of the founders of the school.", "one of the founders of the school"),
        ("In 1891 {Dvořák|a} was appointed professor at the Prague Conservatory.", None),
        ("{Frashëri|a} was a poet or a man who wished to be one.", "poet"),
        ("{Corney|a}, the matron of the workhouse to which we came, spoke.", "matron of the workhouse"),
        ("It was the historian {Eric Hobsbawm|a} who wrote.", "historian"),
        ("{Sonia|a} was a small thin girl of eighteen.", "small thin girl of eighteen"),
        ("{Madero|a} was a weak leader and quickly lost much of his support.", "weak leader"),
        ("{Smith|a} was an economist best known for his book.", "economist"),
        (
            "{Dvořák|a} was appointed as a professor at the Prague Conservatory.",
            "professor at the Prague Conservatory",
        ),
        ("This was said by the historian {Eric Hobsbawm|a} in a lecture.", "historian"),
        ("They asked British historian {Eric Hobsbawm|a} to speak.", "British historian"),
        ("{Hoxha|a} ran the country and remained head of Albania.", "head of Albania"),
        ("{Mrs Pontellier|a} was a woman of forty, and tall.", "woman of forty"),
        (
            "{Cardew|a}, an old gentleman of a very charitable and kindly disposition, found me.",
            "old gentleman of a very charitable and kindly disposition",
        ),
        ("There spoke {Wyndham|a}, then become earl of the county, and sat.", "earl of the county"),
        (
            "So is {Citrone|a}, a fifteen-time world bodybuilding champion and supplier of very heavy iron.",
            "fifteen-time world bodybuilding champion",
        ),
        (
            "There came {Behe|a}, a senior fellow of an Institute’s Center for Science and Culture Studies.",
            "senior fellow",
        ),
        ("{Margaret Oakes|a} was appointed chief executive on 1 September 1979.", "chief executive"),
        ("The current managing director is {Priya Nair|a}, who came in 2011.", "managing director"),
        ("{Dolokhov|a}, an officer of the guards, a gambler and duelist, came.", "officer of the guards"),
    ],
)
def test_the_text_says_what_somebody_is(text: str, role: str | None) -> None:
    person = people(text)["a"]
    assert person.role == (role if role is not None else person.role)
    assert person.origin is Origin.FOUND
    assert person.about
    assert person.evidence


@pytest.mark.parametrize(
    "text",
    [
        "“Well, {Pierre|a}, the doctor is here,” she said.",
        "With {Rostov|a}, the general, and the colonel he sat down.",
        "{Alpatych|a}, his coachman, and the maids were there.",
        "{Mary|a}, shaking her head, went out.",
        "{Mary|a} was a failure at school.",
        "{Mary|a} was the first to come.",
        "{Mary|a} was a member.",
        "Among them were {Peter Holm|a}, a doctor, a lawyer and two priests.",
        "They invited {Karl Brandt|a}, the mayor, the schoolmaster and three farmers.",
        "The soldier was {Dolokhov|a}.",
        "At the gate stood {Gerasim|a}, the cook, and two Frenchmen.",
        "He was asked by {Bennigsen|a}, the general, Arakcheev, or Prince Volkonski.",
        "She was followed by {Michael|a}, a huntsman, and by a groom.",
        "It was a society of which {Pierre|a} was one of the principal founders.",
        "{Andrew|a} was one of those rare officers whose interest lay in the war.",
        "The soldier to whom they referred was {Dolokhov|a}.",
        "The man {Pierre|a} had seen was gone.",
        "{Albert|a}, theoretically the friend of freedom, was horrified.",
        "{Paris|a}, the capital of France, was quiet.",
    ],
)
def test_what_is_no_role_is_not_taken_for_one(text: str) -> None:
    assert people(text)["a"].role == ""


def test_a_pronoun_beyond_doubt_tells_too() -> None:
    person = people("{Jan Linstrum|a} came in. He was a tall farmer from the hills.", a="m")["a"]
    assert person.role == "tall farmer from the hills"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("{Enver Hoxha|a} ([1908|1908]–[1985|1985]) was a leader.", "1908/1985"),
        (
            "{Enver Hoxha|a} (Albanian: Enver; [16 October 1908|1908-10-16] – [11 April 1985|1985-04-11]) "
            "led.",
            "1908-10-16/1985-04-11",
        ),
        ("{Enver Hoxha|a} ([1908–1985|1908/1985]) was a leader.", "1908/1985"),
        ("{Jared|a} (born [July 19, 1982|1982-07-19]) is an actor.", "1982-07-19/"),
        ("{Hoxha|a} (d. [1985|1985]) was a leader.", "/1985"),
        ("{Hadid|a} was born on [31 October 1950|1950-10-31] in Baghdad.", "1950-10-31/"),
        ("{Hadid|a} was born in Baghdad in [1950|1950] and died in Miami in [2016|2016].", "1950/2016"),
        ("In [348|0348] {Pachomius|a} died, naming another.", "/0348"),
        ("{Hoxha|a} ruled until his death on [11 April 1985|1985-04-11].", "/1985-04-11"),
        ("{Hoxha|a} ruled the country until [1985|1985] when he died of diabetes.", "/1985"),
    ],
)
def test_dates_of_birth_and_death_are_told(text: str, dates: str) -> None:
    found = people(text, a="m")["a"].dates
    assert found is not None
    assert found.edtf == dates


@pytest.mark.parametrize(
    "text",
    [
        "{Richard Nixon|a} ([1969|1969]–[1974|1974]) was president.",
        "{Victoria|a} (reigned [1837|1837]–[1901|1901]) was queen.",
        "{Smith|a} ([1998|1998]) found the same.",
        "{Smith|a} was born in Rome, and moved to Paris in [1998|1998].",
        "{Smith|a} died, and in [1998|1998] {Jones|b} left.",
        "When {Smith|a} was murdered, however, {Jones|b} used this to invade the land in [602|0602].",
        "Under {Trajan|a} ([98|0098]–[117|0117]) the walls were enlarged.",
        "Under the emperor {Otto|a} ([936|0936]–[973|0973]) the walls were enlarged.",
    ],
)
def test_other_dates_are_no_lifetime(text: str) -> None:
    assert people(text)["a"].dates is None


@pytest.mark.parametrize(
    ("text", "of_first", "of_second"),
    [
        ("{Enver Hoxha|a} lived with his wife {Nexhmije|b} in the town.", "his wife", "her husband"),
        ("{Daniel|a}, son of {Johann|b}, studied.", "his father", "his son"),
        ("{Johann|b} and {Daniel|a} met. {Johann|b}’s son {Daniel|a} studied.", "his father", "his son"),
        ("{Nicholas|a} married {Princess Mary|b} in the winter.", "his wife", "her husband"),
        ("{Nicholas|a} wrote to his friend {Boris|b} from the camp.", "his friend", "his friend"),
        ("{Nicholas|a} was taught by his tutor {Dessalles|b} at home.", "his tutor", None),
    ],
)
def test_kin_is_told_both_ways(text: str, of_first: str, of_second: str | None) -> None:
    genders = {"a": "m", "b": "f" if "wife" in of_first else "m"}
    found = people(text, **genders)
    assert [(one.person, one.role) for one in found["a"].relations] == [("b", of_first)]
    assert [one.role for one in found["b"].relations] == ([of_second] if of_second else [])
    assert all(one.evidence is not None for one in found["a"].relations)


@pytest.mark.parametrize(
    "text",
    [
        "People dispute whether {Frashëri|a} was a collaborator or a man who saved lives.",
        "Was it that {Frashëri|a} was a traitor?",
        "{Santa Anna|a} was taken prisoner in the battle.",
        "He had succeeded in proving that {Sonia|a} was a thief.",
        "The man who was with {Caderousse|a} was a stranger to the South.",
        "On their way to the magistrate, {Mr. Bumble|a} instructed Oliver.",
        "She pronounced the name of {Franz|a}, the pupil of M. Noirtier’s eye.",
        "For {Zossimov|a} is a first-rate fellow.",
        "This is {Dorian|a}, an old friend of mine.",
        "It was the very landowner {Levin|a} had met.",
    ],
)
def test_what_is_asked_or_only_happens_is_no_role(text: str) -> None:
    assert people(text)["a"].role == ""


def test_two_men_of_whom_one_is_his_brother_own_no_other_friend() -> None:
    found = people("His brother, {Hurst|a}, only looked; but his friend {Darcy|b} spoke.", a="m", b="m")
    assert not found["a"].relations
    assert not found["b"].relations


@pytest.mark.parametrize(
    "text",
    [
        "Seeing {Anna|c} and her son, {Prince Vasili|b} dismissed the doctor.",
        "{Paul|a} and {Peter|b} greeted his wife {Mary|c}.",
        "{Paul|a} saw her brother {Peter|b} there.",
        "{Edith|c}, daughter of {Robert|a}’s son, was a painter.",
        "He rode with {Plato|a}’s men and by evening found his master, {Peter|b}, in the village.",
        "I was sent to my uncle {Paul|a}’s son {Peter|b} for a year.",
        "There came {Helen|c}, forsaken by her husband, {Paul|a}, the delightful {Peter|b}, and two others.",
    ],
)
def test_kin_of_whom_it_is_not_certain_is_not_told(text: str) -> None:
    found = people(text, a="m", b="m", c="f")
    assert not any(person.relations for person in found.values())


def test_every_claim_has_its_sentence_and_the_surest_comes_first() -> None:
    text = (
        "{Hoxha|a}, who spoke, left.\nThe teacher {Enver Hoxha|a} came. {Hoxha|a} was the leader of Albania."
    )
    person = people(text)["a"]
    assert person.role == "leader of Albania"
    assert [claim.text for claim in person.claims if claim.kind is ClaimKind.ROLE] == [
        "leader of Albania",
        "teacher",
    ]
    plain = marked(text).source.text
    for claim in person.claims:
        assert claim.text in " ".join(plain[claim.evidence.start : claim.evidence.end].split())
    early = with_claims(person, claims_until(person.claims, plain.index(" Hoxha was")))
    assert early.role == "teacher"


def test_a_rank_is_a_role_where_the_name_does_not_show_it() -> None:
    source, times, (found,) = marked("Then came {Colonel-General Hoxha|a} to the town. {Hoxha|a} slept.")
    person = type(found)(found.id, "Hoxha", found.forms, found.mentions, "m", ("colonel-general",), 1.0)
    (described,), _ = describe(source, [person], times)
    assert described.role == "Colonel-General"


def test_a_role_of_the_other_gender_is_somebody_elses() -> None:
    assert people("He went to the widow {Bazdeev|a}, and waited.", a="m")["a"].role == ""
    assert people("He went to the widow {Bazdeev|a}, and waited.", a="f")["a"].role == "widow"


def test_other_languages_get_the_names_and_lifetimes_alone() -> None:
    text = (
        "{Enver Hoxha|a} ([1908|1908]–[1985|1985]) war ein Lehrer. {Enver Hoxha|a}, leader of the town, kam."
    )
    person = people(text, language="de")["a"]
    assert (person.role, person.relations) == ("", ())
    assert person.dates is not None
    assert person.dates.edtf == "1908/1985"


_SMALL_WORDS = "He She his wife son of the a was born died leader who married and , . ; ( ) “ ”"
_WORDS = st.sampled_from([*_SMALL_WORDS.split(), "[1908|1908]", "[1985|1985]", "{Anna|a}", "{Paul|b}", "\n"])


@given(st.lists(_WORDS, max_size=60).map(" ".join))
def test_any_text_gives_claims_with_evidence(text: str) -> None:
    source, times, found = marked(text, a="f", b="m")
    described, told = describe(source, found, times)
    assert [person.id for person in described] == [person.id for person in found]
    for person in described:
        for claim in person.claims:
            assert 0 <= claim.evidence.start < claim.evidence.end <= len(source.text)
        assert all(relation.person != person.id for relation in person.relations)
    assert set(told) <= {person.id for person in found}


def test_the_father_who_rules_a_land_is_no_lieutenant_of_his_given_name() -> None:
    text = "{Francis Seymour|b} came. {Victoria|a} was a daughter of {Francis|b}, Duke of Saxony."
    assert not people(text, a="f", b="m")["a"].relations


def test_where_somebody_was_for_the_moment_tells_nothing_of_him() -> None:
    assert not people("They wrote to {Pierre|a}, who was at the inn, and waited.")["a"].about
    assert people("They wrote to {Pierre|a}, who founded the school, and waited.")["a"].about


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("{Robert McNamara|b} came. {John Kennedy|a} named his brother {Robert|b} to it.", False),
        ("{Robert Kennedy|b} came. {John Kennedy|a} named his brother {Robert|b} to it.", True),
        ("{John Kennedy|a} named his brother {Robert McNamara|b} to it.", True),
        ("{Anna McNamara|b} came. {John Kennedy|a} named his wife {Anna|b} to it.", True),
    ],
)
def test_a_brother_named_by_a_given_name_alone_is_nobody_of_another_house(text: str, is_told: bool) -> None:
    assert bool(people(text, a="m", b="f" if "wife" in text else "m")["a"].relations) is is_told


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("{King Hezekiah|a} ([727 BC|-0726]–[697 BC|-0696]) ruled.", None),
        ("{Philip IV|a} ([1285|1285]–[1314|1314]) ruled.", None),
        ("{George Troup|a} ([1780|1780]–[1806|1806]) ruled.", "1780"),
        ("{Louis XIV|a} ([1638|1638]–[1715|1715]) ruled.", "1638"),
    ],
)
def test_few_years_in_brackets_behind_a_ruler_may_be_a_reign(text: str, born: str | None) -> None:
    claims = [claim.text for claim in people(text)["a"].claims if claim.kind is ClaimKind.BORN]
    assert claims == ([born] if born else [])


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("who had led the strike", True),
        ("who had been a sailor", True),
        ("who had been growing impatient", False),
        ("who had come downstairs", False),
        ("who had almost fallen asleep", False),
        ("who had no notion of it", False),
        ("who was very much amused", False),
        ("who was greatly surprised", False),
        ("who was also present", False),
        ("who has done so much", False),
        ("who was born in the town", True),
    ],
)
def test_what_one_had_done_tells_who_one_is_only_if_it_lasts(words: str, is_told: bool) -> None:
    assert bool(people(f"They wrote to {{Pierre|a}}, {words}, and waited.")["a"].about) is is_told

"""Date phrases in the text are mentions of the events of exactly that date."""

from __future__ import annotations

import pytest
from marked_text import check, event, linked, person, term


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1942-07", "In [July 1942|event], [July, 1942|event], [July of 1942|event], [JULY 1942|event]"),
        ("1942-07", "from [July of the year 1942|event]; ‘[July 1942|event]’; [Jul. 1942|event]"),
        (
            "1943-09-03",
            "on [3 September 1943|event], the [3rd of September, 1943|event], [Sept. 3, 1943|event]",
        ),
        (
            "1943-09-03",
            "[September 3rd, 1943|event]; [September the 3rd, 1943|event]; [September 3d, 1943|event]",
        ),
        (
            "1943-09-03",
            "on the [third of September 1943|event]; [1943-09-03|event]; Friday, [3 September 1943|event]",
        ),
        ("1812-08-24", "On the [twenty-fourth of August, 1812|event]"),
        ("1943-24", "the [winter of 1943-1944|event], [winter of 1943–44|event], [winter 1943/44|event]"),
        (
            "1943-24",
            "the [1943-44 winter|event], the [winter of 1943|event], the [Winter of 1943 to 1944|event]",
        ),
        ("1812-21", "[spring 1812|event], the [spring of the year 1812|event]"),
        ("1939/1945", "[1939–1945|event], [1939-45|event], [from 1939 to 1945|event], [1939—1945|event]"),
        ("1939/1945", "[between 1939 and 1945|event], [1939 to 1945|event], [from 1939 until 1945|event]"),
        ("1911/1912", "in [1911-12|event] and [1911–12|event]"),
        (
            "1944-05-24/1944-05-28",
            "[24 to 28 May 1944|event], [May 24–28, 1944|event], [24-28 May 1944|event]",
        ),
        ("1944-06-28/1944-07-03", "[28 June – 3 July 1944|event]"),
        ("1943-07/1943-08", "[July–August 1943|event], [July to August 1943|event]"),
        ("192X", "the [1920s|event], [1920’s|event], the [1920's|event]"),
        ("18XX", "the [19th century|event], a [nineteenth-century|event] house, [nineteenth century|event]"),
        ("-0043", "in [44 BC|event], [44 B.C.|event] and [44 BCE|event]; 44 men in 44"),
        ("-0043-03-15", "on [15 March 44 BC|event], [March 15, 44 BC|event]"),
        ("-9999", "about [10,000 BC|event]"),
        ("0079", "[AD 79|event], [79 AD|event], [A.D. 79|event]; 79 men in 79"),
        ("0476", "in [476|event] Rome fell; 476 men"),
        ("1914/..", "[from 1914 on|event], [since 1914|event], [1914 onwards|event]; in 1914"),
        ("1944-06-06T06:30", "on [6 June 1944|event]"),
        ("1860~", "about [1860|event]; in [1860|event]"),
        ("1944-37", "in [early 1944|event], not in 1944"),
        ("1792-06-20", "on [June 20 of 1792|event]"),
    ],
)
def test_every_way_to_write_a_date_is_its_event(date: str, expected: str) -> None:
    check(expected, event(date))


@pytest.mark.parametrize(
    "expected",
    [
        "In [1942|event] he came. [1942|event] was hard. ([1942|event])",
        "since [1942|event], until [1942|event], year [1942|event], the [1942|event] crop, [1942|event]'s",
        "in 1940, 1941 and [1942|event]; after 1941, [1942|event]",
        "In [1942|event] partisans came. In [1942|event], 1942 men came.",
        "July 1942, 3 July 1942, 25th Brumaire, 1942, September, 6, 1942, spring 1942, Christmas 1942",
        "early [1942|event], in mid-[1942|event], the second half of [1942|event]",
        "the [1942|event] rules, its [1942|event] losses, 1942 rules, the [1942|event] Summer Games",
        "1942–1943, 1941/42, from 1940 to 1942, between 1942 and 1944",
        "1942 men, of 1942 men, 1942 soldiers, 1942 km, 1942 dead, some 1942 votes",
        "p. 1942, pp. 1942, no. 1942, page 1942, room 1942, line 1942",
        "1,942 and 1942,5 and 1942.5 and 11942 and 19421 and 1942a and $1942 and £1942 and 1942 % and #1942",
        "pre-1942, post-1942, 555-1942, 1942-7788, the 1942s",
    ],
)
def test_a_number_is_a_year_only_where_the_words_say_so(expected: str) -> None:
    check(expected, event("1942"))


def test_a_date_of_no_event_is_no_mention() -> None:
    check("In July 1942, in 1942, in [1943|event].", event("1943"))


def test_a_part_of_a_year_belongs_to_what_is_dated_most_closely() -> None:
    check(
        "[early 1944|a], late [1944|b], early [May 1944|c]",
        event("1944-37", id="a"),
        event("1944", id="b"),
        event("1944-05", id="c"),
    )


def test_full_dates_in_a_range_are_dates() -> None:
    check("from [July 1942|a] to [May 1943|b]", event("1942-07", id="a"), event("1943-05", id="b"))
    check(
        "27 May-[28 May 1905|a], 22-[25 May 1905|b]", event("1905-05-28", id="a"), event("1905-05-25", id="b")
    )
    check("22-25 May 1905, 27 May-28 May 1905, pre-July 1942", event("1905-05"), event("1942-07", id="x"))
    check("[from July 1942 to May 1943|c]", event("1942-07", id="a"), event("1942-07/1943-05", id="c"))


@pytest.mark.parametrize(
    ("language", "date", "expected"),
    [
        ("de", "1943-09-03", "Am [3. September 1943|event] und am [3. Sept. 1943|event]"),
        ("de", "1943-24", "im [Winter 1943/44|event], im [Winter des Jahres 1943|event]"),
        ("de", "1939/1945", "[von 1939 bis 1945|event], [zwischen 1939 und 1945|event], [1939–1945|event]"),
        ("de", "1942-03", "Im [März 1942|event]; im [März des Jahres 1942|event]"),
        ("de", "1942", "[1942|event] wurde er krank. Seit [1942|event]; 1942 Mann"),
        ("de", "18XX", "im [19. Jahrhundert|event]"),
        ("de", "192X", "in den [1920er Jahren|event]"),
        ("de", "-0043", "[44 v. Chr.|event]"),
        ("de", "1914/..", "[Seit 1914|event], [ab 1914|event]"),
        ("de", "1944-05-24/1944-05-28", "[vom 24. bis zum 28. Mai 1944|event]"),
        ("fr", "1943-09-03", "le [3 septembre 1943|event]"),
        ("fr", "1914-08-01", "le [1er août 1914|event]"),
        ("fr", "1943-24", "l'[hiver 1943-1944|event], l’[hiver de 1943|event]"),
        ("fr", "1942-07", "en [juillet de l'année 1942|event], en [juillet 1942|event]"),
        ("fr", "1939/1945", "[de 1939 à 1945|event], [entre 1939 et 1945|event]"),
        ("fr", "18XX", "au [XIXe siècle|event]"),
        ("fr", "192X", "les [années 1920|event]"),
        ("fr", "1942", "en [1942|event], 1942 hommes"),
        ("fr", "-0043", "[44 av. J.-C.|event]"),
        ("es", "1943-09-03", "el [3 de septiembre de 1943|event]"),
        ("es", "1943-24", "el [invierno de 1943-1944|event]"),
        ("es", "1939/1945", "[de 1939 a 1945|event], [entre 1939 y 1945|event]"),
        ("es", "18XX", "el [siglo XIX|event]"),
        ("es", "-0043", "[44 a. C.|event]"),
        ("it", "1943-09-03", "il [3 settembre 1943|event]"),
        ("it", "1942-07", "nel [luglio del 1942|event]"),
        ("it", "1939/1945", "[dal 1939 al 1945|event], [tra il 1939 e il 1945|event]"),
        ("it", "18XX", "nel [XIX secolo|event]"),
        ("it", "1942", "nel [1942|event]"),
        ("xx", "1942-07", "[July 1942|event]"),
    ],
)
def test_dates_are_read_in_the_language_of_the_text(language: str, date: str, expected: str) -> None:
    check(expected, event(date), language=language)


class TestSeveralEventsOfOneDate:
    """A date is given to the event that the text there speaks of; to all where nothing tells."""

    def test_a_quote_round_the_date_comes_first(self) -> None:
        check(
            "Nothing happened. In [July 1942|wires] all the wires were cut.",
            event("1942-07", "Peace", id="peace", people=("anna",)),
            event("1942-07", "Sabotage", id="wires", quotes=("In July 1942 all the wires",)),
        )

    def test_then_people_terms_and_words_of_the_title_in_the_sentence(self) -> None:
        check(
            "In [July 1942|meeting] [Anna|anna] spoke. In [July 1942|lines] telephone lines were cut. "
            "In [July 1942|lines+meeting]!",
            person("Anna", id="anna"),
            event("1942-07", "A meeting", id="meeting", people=("anna",)),
            event("1942-07", "The lines are cut", id="lines"),
        )


def test_a_title_or_alias_that_stands_in_the_text_is_a_mention() -> None:
    siege = event("1643", "Siege of Aldmere", "Battle of Aldmere", "the long winter", id="siege")

    check("Then the [long winter|siege]: the [siege of Aldmere|siege], the [Battle of Aldmere|siege].", siege)
    check("The [walls hold|e]!", event("1643", "The walls hold", id="e"))


def test_an_alias_that_is_a_date_is_read_as_one() -> None:
    check(
        "In [1985|e] he died, on [11 April 1985|e], aged 1985 days, p. 1985.",
        event("1985-04-11", "He dies", "1985", id="e"),
    )


def test_a_longer_name_keeps_the_date_in_it() -> None:
    check(
        "the [War of 1812|war] of [1812|e], the [1812|e] war",
        term("War of 1812", id="war"),
        event("1812", id="e"),
    )


def test_a_name_that_is_a_date_and_its_event_share_the_place() -> None:
    check("in [1812|e+t]", term("1812", id="t"), event("1812", id="e"))


def test_a_term_that_is_a_number_is_not_found_in_longer_numbers() -> None:
    check("[1984|t] was read; 1,984 and 1984.5 were not, nor 11984", term("1984", id="t"))


def test_quotes_of_an_event_are_told() -> None:
    companion = linked("They went home. Snow fell.", event("1643", quotes=("they went   home", "it rained")))

    assert companion.told == {"event": ((0, 14),)}
    assert companion.warnings == (
        "The text does not have the words “it rained”, quoted for ‘Something happens’.",
    )

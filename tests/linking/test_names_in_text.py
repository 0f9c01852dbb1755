"""Names of terms and people are found in the text as readers would see them."""

from __future__ import annotations

import pytest
from marked_text import check, event, linked, never, person, term

from companion.core.entries import Alias, Match

HOXHA = person("Enver Hoxha", "Hoxha", "Colonel-General Enver Hoxha", id="hoxha")


def test_a_text_and_its_links() -> None:
    check(
        "In July 1943 the [groups|group] became a [co-ordinated|coord] entity led by "
        "[Colonel-General Enver Hoxha|hoxha].\n\n"
        "About 20 ‘[battalions|battalion]’ of [guerrillas|guerrilla] saw [Hoxha|hoxha]’s men; "
        "the [Workers' Party|party] and the [S.O.E.|soe] did not.",
        HOXHA,
        term("group", id="group"),
        term("coordinated", id="coord"),
        term("battalion", id="battalion"),
        term("guerrilla", id="guerrilla"),
        term("Worker's Party", id="party"),
        term("Special Operations Executive", "SOE", id="soe"),
    )


@pytest.mark.parametrize(
    "expected",
    [
        "[Hoxha|hoxha]'s men",
        "[Hoxha|hoxha]’s men",
        "the men of [HOXHA|hoxha]",
        "[HOXHA|hoxha]'S MEN",
        "‘[Hoxha|hoxha]’ and \"[Hoxha|hoxha]\" and '[Hoxha|hoxha]'",
        "[Hoxha|hoxha]'d gone, [Hoxha|hoxha]'ll come",
        "[Hoxha|hoxha]—leader—[Hoxha|hoxha]",
        "pro-[Hoxha|hoxha] and [Hoxha|hoxha]-led, Anti-[Hoxha|hoxha]",
        "_[Hoxha|hoxha]_ and *[Hoxha|hoxha]*",
        "Hoxhaj and hoxha and the Hoxhas",
        "Alia-Hoxha and Hoxha-Alia are other names",
        "the [Hoxha|hoxha]–Tito talks",
        "O'Hoxha is Irish",
    ],
)
def test_a_person_is_found_alone_and_not_inside_other_words(expected: str) -> None:
    check(expected, HOXHA)


def test_a_full_name_counts_once() -> None:
    check(
        "[Severus Snape|snape] came. [Snape|snape] left.",
        person("Severus Snape", "Snape", "Severus", id="snape"),
    )


def test_all_names_of_a_person_are_one_person() -> None:
    took = person("Peregrin Took", "Pippin", "Pip", id="pippin")
    check("[Pippin|pippin] was [Peregrin Took|pippin], called [Pip|pippin], not a pippin.", took)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (
            "battalion",
            "[battalions|term], a [battalion|term]'s flag, the [battalions|term]’ flags",
        ),
        ("battalion", "[Battalion|term] by [BATTALION|term]; battalionship is no word"),
        ("head of state", "two [heads of state|term], and a [head of state|term]"),
        ("man-of-war", "three [men-of-war|term], one [man of war|term]"),
        ("aide-de-camp", "his [aides-de-camp|term]"),
        ("mother-in-law", "both [mothers-in-law|term]"),
        ("court martial", "two [courts martial|term]"),
        ("guerrillas", "a [guerrilla|term] among [guerrillas|term]"),
        ("city", "many [cities|term]"),
        ("crisis", "many [crises|term]"),
        ("bureau", "[bureaux|term], [bureaus|term]"),
        ("criterion", "[criteria|term]"),
        ("knife", "[knives|term]"),
        ("Axis", "the [Axis|term], no Axi, no axes"),
        ("Chetniks", "a [Chetnik|term] and the [Chetniks|term]"),
        ("Wales", "[Wales|term] has no Wale"),
        ("arms", "[arms|term], not an arm"),
        ("news", "[news|term] is not new"),
        ("policeman", "[policemen|term]"),
        ("German", "[Germans|term], no Germen"),
        ("co-ordinated", "[coordinated|term], [co-ordinated|term], not un-coordinated"),
        ("uncoordinated", "[un-coordinated|term], [uncoordinated|term]"),
        ("guerrilla war", "a [guerrilla-war|term], [guerrilla wars|term]"),
        ("Colonel General", "a [Colonel-General|term]"),
        (
            "Worker's Party",
            "[Workers' Party|term], [Workers’ Party|term], [Workers Party|term], [Worker’s Party|term]",
        ),
        ("SOE", "[S.O.E.|term], [S. O. E.|term], [SOE|term], [SOEs|term], not soe, not BSOE"),
        ("S.O.E.", "the [SOE|term] man"),
        ("harbour", "the [harbor|term] and the [harbours|term]"),
        ("organisation", "an [organization|term]"),
        ("the resistance", "the [resistance|term]; [resistance|term] groups; The [resistance|term]"),
        ("The Hague", "in [The Hague|term], in [the Hague|term], not Mr Hague"),
        ("The Special Operations Executive", "a [Special Operations Executive|term] man"),
        ("Special Operations Executive (SOE)", "[SOE|term], the [Special Operations Executive|term]"),
        ("sally port / postern", "a [postern|term] or [sally port|term]"),
        ("Sally port", "a [sally port|term]"),
        ("Council of Regency", "the [council of Regency|term] but not the council of regency"),
        ("St. Bartholomew", "[St Bartholomew|term], [St. Bartholomew|term]"),
        ("war", "a [war|term] of [wars|term]; a man-of-war, warfare"),
        ("boat", "a [boat|term], no U-boat"),
        ("ordinary", "an [ordinary|term] extraordinary co-ordinary day"),
        ("can", "a [can|term] we can't open"),
        ("roll", "a [roll|term], rock'n'roll"),
        ("AK", "an [AK|term], no AK-47"),
        ("Albanian", "[Albanian|term] but not Anglo-Albanian or Albanian-Greek; non-[Albanian|term]"),
        ("Natasha", "[Natasha|term], [Natásha|term], [NATÁSHA|term]"),
        ("rosé", "a [rosé|term], no rose"),
        ("law & order", "[law and order|term], [law & order|term]"),
        ('the "Long" March', "the [“Long” March|term]"),
        ("Axis (alliance)", "the [Axis|term]"),
    ],
)
def test_a_term_is_found_in_all_its_forms(heading: str, expected: str) -> None:
    check(expected, term(heading))


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (Match.USUAL, "[Will|p] and [WILL|p] will go"),
        (Match.EXACT, "[Will|p] and WILL will go"),
        (Match.ANY, "[Will|p] and [WILL|p] [will|p] go"),
    ],
)
def test_capitals_matter_as_the_alias_says(match: Match, expected: str) -> None:
    check(expected, person("William Bones", Alias("Will", match), id="p"))


def test_small_letters_may_be_capitals() -> None:
    check("[Battalion|term], [battalion|term], [BATTALION|term]", term("garrison", "battalion"))


def test_an_exact_alias_has_no_other_forms() -> None:
    check("a [Guard|term] of Guards, GUARD", term("watch", Alias("Guard", Match.EXACT)))


def test_words_marked_never_are_not_the_entry() -> None:
    bush = person("Kate Bush", "Bush", never("Bush House"), never("burning bush"), id="kate")
    house = term("Bush House", id="house")

    check("[Bush|kate] sang in [Bush House|house].", bush, house)
    check("[Bush|kate] sang in Bush House, a burning Bush.", bush)
    check("[Bush|kate] sang in BUSH HOUSE.", bush)


def test_words_marked_never_leave_other_entries_alone() -> None:
    george = person("George Bush", "Bush", never("Kate Bush"), id="george")
    kate = person("Kate Stone", "Kate", id="kate")

    check("[Bush|george] met [Kate|kate] Bush.", george, kate)


def test_a_small_word_marked_never_does_not_forbid_the_name() -> None:
    check("[Will|p] will go.", person("William Bones", Alias("Will", Match.ANY), never("will"), id="p"))


def test_the_longest_name_wins_where_names_overlap() -> None:
    army, liberation = term("National Liberation Army", id="army"), term("liberation", id="liberation")

    check("the [National Liberation Army|army] of [liberation|liberation]", army, liberation)
    check(
        "[Prince Andrew|andrew] and prince [Andrew|boy]",
        person("Prince Andrew", id="andrew"),
        person("Andrew", id="boy"),
    )


def test_months_in_dates_are_no_people() -> None:
    check("[May|may] came in May 1944, on 3 May, and [May|may] left.", person("May", id="may"))


def test_a_person_keeps_an_article() -> None:
    check("[The leader|p] and [the leader|p], a guerrilla leader", person("Anna Verl", "the leader", id="p"))


class TestSharedNames:
    """A name of two entries goes to the nearest full name before it, or stays open."""

    MIDHAT = person("Midhat Frashëri", "Frashëri", id="midhat")
    MEHDI = person("Mehdi Frashëri", "Frashëri", id="mehdi")

    def test_it_goes_to_the_nearest_full_name_before_it(self) -> None:
        check(
            "[Midhat Frashëri|midhat] left. [Frashëri|midhat] wrote. [Mehdi Frashëri|mehdi] stayed, "
            "and [Frashëri|mehdi] ruled. [FRASHËRI|mehdi]!",
            self.MIDHAT,
            self.MEHDI,
        )

    def test_it_stays_open_with_a_warning_where_nothing_decides(self) -> None:
        companion = linked("Frashëri wrote. Then came Mehdi Frashëri.", self.MIDHAT, self.MEHDI)

        assert [(one.start, one.end, one.entries) for one in companion.links.ambiguities] == [
            (0, 8, ("midhat", "mehdi"))
        ]
        assert companion.warnings == (
            "‘Frashëri’ may be ‘Midhat Frashëri’ or ‘Mehdi Frashëri’. "
            "It has no link at one place, where no full name before it decides.",
        )

    def test_it_stays_open_many_pages_after_the_full_name(self) -> None:
        far = "Nothing happened. " * 2000
        check(
            f"[Midhat Frashëri|midhat] left.\n{far}\n"
            f"[Mehdi Frashëri|mehdi] [Frashëri|mehdi]\n{far}[Frashëri|?]",
            self.MIDHAT,
            self.MEHDI,
        )

    def test_far_back_it_goes_to_the_one_the_text_is_about(self) -> None:
        far = "Nothing happened. " * 2000
        check(
            f"[Mehdi Frashëri|mehdi] left.\n{'[Midhat Frashëri|midhat] spoke. ' * 8}\n{far}[Frashëri|midhat]",
            self.MIDHAT,
            self.MEHDI,
        )

    def test_a_term_and_a_person_may_share_a_name(self) -> None:
        bill, law = person("Bill Stone", "Bill", id="stone"), term("Reform Bill", "Bill", id="law")

        check(
            "The [Reform Bill|law] passed. The [Bill|law] was good. [Bill Stone|stone] wept. [Bill|stone]!",
            bill,
            law,
        )

    def test_entries_with_one_heading_are_never_told_apart(self) -> None:
        check(
            "[John Smith|?] met [Smith|?].",
            person("John Smith", "Smith", id="a"),
            person("John Smith", "Smith", id="b"),
        )

    def test_an_event_may_share_its_name_with_a_term(self) -> None:
        check(
            "the [Mukje agreement|agreement+meeting]",
            term("Mukje agreement", id="agreement"),
            event("1943", "The Mukje agreement", id="meeting"),
        )


class TestBareSurnames:
    """A full name is looked for by its surname too, where that can be nobody else."""

    def test_a_surname_is_found(self) -> None:
        check(
            "[Enver Hoxha|p] spoke. General [Hoxha|p] left; [Hoxha|p]'s men. [E. Hoxha|p]. [Hoxha, Enver|p]",
            person("Enver Hoxha", id="p"),
        )

    def test_another_first_name_makes_it_somebody_else(self) -> None:
        text = "[Enver Hoxha|p] spoke. Then Nexhmije Hoxha. " + "Then [Hoxha|p] rose. " * 20
        check(text, person("Enver Hoxha", id="p"))

    def test_a_family_of_that_name_lets_go_of_it(self) -> None:
        check(
            "[Elizabeth Bennet|p] saw Mr. Bennet and Mrs. Bennet. Bennet!", person("Elizabeth Bennet", id="p")
        )

    def test_the_family_inside_a_longer_name_of_the_person_is_the_person(self) -> None:
        bezukhov = person("Pierre Bezukhov", "Count Bezukhov", id="p")
        check("[Count Bezukhov|p] and [Count Bezukhov|p] are [Bezukhov|p].", bezukhov)

    def test_a_capital_at_the_head_of_a_sentence_is_no_first_name(self) -> None:
        text = "[Enver Hoxha|p] came yesterday late. Yesterday [Hoxha|p] spoke. Nexhmije Hoxha wept. "
        check(text + "Then [Hoxha|p] rose. " * 20, person("Enver Hoxha", id="p"))

    def test_a_surname_that_another_entry_bears_is_nobody_s(self) -> None:
        check(
            "[Enver Hoxha|a], [Nexhmije Hoxha|b], Hoxha",
            person("Enver Hoxha", id="a"),
            person("Nexhmije Hoxha", id="b"),
        )
        check("[Enver Hoxha|a], [Hoxha|b]", person("Enver Hoxha", id="a"), term("Hoxha", id="b"))

    def test_a_surname_that_is_a_word_of_the_text_is_let_go(self) -> None:
        check("[John Young|p] was young. Young!", person("John Young", id="p"))

    def test_it_can_be_forbidden(self) -> None:
        check("[Enver Hoxha|p], Hoxha", person("Enver Hoxha", never("Hoxha"), id="p"))

    def test_middle_names_may_be_missing(self) -> None:
        kennedy = person("John Fitzgerald Kennedy", id="p")
        check("[John Kennedy|p], [John F. Kennedy|p], [Kennedy|p], [J. Kennedy|p]", kennedy)

    def test_a_nickname_in_the_heading_is_left_out(self) -> None:
        check("[Edmund Davies|p], [Edmund “Trotsky” Davies|p]", person('Edmund "Trotsky" Davies', id="p"))

    def test_particles_belong_to_the_surname(self) -> None:
        check(
            "[Charles de Gaulle|p], [de Gaulle|p], [De Gaulle|p], [Gaulle|p]",
            person("Charles de Gaulle", id="p"),
        )

    def test_a_title_is_no_first_name(self) -> None:
        check(
            "[Prince Andrew Bolkonsky|p], [Andrew Bolkonsky|p], [Bolkonsky|p]",
            person("Prince Andrew Bolkonsky", id="p"),
        )


class TestCapitalsOfHeadings:
    """A glossary may list its words with capitals that the text does not have."""

    def test_they_are_given_up_where_the_text_has_none(self) -> None:
        check("A [battalion|term] and [battalions|term]. [Battalions|term] march.", term("Battalion"))

    def test_they_are_kept_where_the_text_has_them(self) -> None:
        check("The [Party|term] held a party for the [Party|term].", term("Party"))

    def test_a_heading_may_be_in_capitals_throughout(self) -> None:
        check("the [Axis|term] and an [axis|term]", term("AXIS"))
        check("[NATO|term], nato and Nato", term("NATO"))
        check("[Enver Hoxha|p]", person("ENVER HOXHA", id="p"))

    def test_aliases_mean_their_capitals(self) -> None:
        check("a party", term("band", "Party"))


class TestLanguages:
    """Forms belong to a language; boundaries to a script."""

    def test_german_has_a_genitive_and_no_english_plural(self) -> None:
        check(
            "[Hoxha|p]s Reich, [Albanien|t]s Berge, [Hoxha|p]-Regime",
            person("Hoxha", id="p"),
            term("Albanien", id="t"),
            language="de",
        )
        check("ein Motor", term("Motors"), language="de")

    @pytest.mark.parametrize(
        ("language", "name", "expected"),
        [
            ("fr", "Albanie", "d'[Albanie|t] et l’[Albanie|t], aujourd'hui"),
            ("fr", "hui", "aujourd'hui"),
            ("it", "Albania", "dell'[Albania|t]"),
            ("en", "Artagnan", "d'[Artagnan|t] but not O'Artagnan"),
            ("en", "d'Artagnan", "[d'Artagnan|t], [D’Artagnan|t]"),
            ("zh", "毛泽东", "在1949年[毛泽东|t]同志说。"),
            ("ja", "ピエール", "[ピエール|t]は、ナピエールではない。[ピエール|t]・ベズーホフ"),
            ("th", "กรุงเทพ", "ใน[กรุงเทพ|t]มหานคร"),
            ("ko", "김일성", "[김일성|t]은 말했다"),
            ("ru", "Петр", "[Петр|t] и [Пётр|t], [Пе́тр|t]"),
            ("el", "Ἀθήνα", "στην [Ἀθήνα|t]"),
            ("ar", "محمد", "قال [مُحَمَّد|t] لهم"),
            ("hi", "दिल्ली", "[दिल्ली|t] में दिल्लीवाला"),
            ("tr", "İstanbul", "[İstanbul|t]'da, [ISTANBUL|t]"),
            ("vi", "Ngô Đình Diệm", "ông [Ngô Đình Diệm|t] nói"),
            ("", "battalion", "[battalions|t]"),
        ],
    )
    def test_words_end_where_their_script_says(self, language: str, name: str, expected: str) -> None:
        check(
            expected, person(name, id="t") if name != "battalion" else term(name, id="t"), language=language
        )

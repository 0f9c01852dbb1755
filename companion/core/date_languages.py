"""Date languages: the phrases in which each language says a date."""

from __future__ import annotations

from dataclasses import dataclass, field

from companion.core.calendar import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLanguage:
    """The phrases of one language; braces name what is put in.

    `parts_of_year` is keyed by the codes 21 to 41, `marks` by ``?``, ``~`` and ``%``; `marks_of_year`
    stands in for those where a language marks a bare year in another way.
    """

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    parts_of_year: dict[int, str]
    marks: dict[str, str]
    marks_of_year: dict[str, str] = field(default_factory=dict)
    marked_part: dict[str, str]
    parts: tuple[str, str, str]
    ordinals: dict[int, str] = field(default_factory=dict)
    ordinal: str = "{number}."
    day_number: str = "{number}"
    day: str
    month: str
    clock: str
    universal: str
    thousands: str
    decimal: str
    million: str
    a_month: str
    a_day: str
    before_christ: str
    after_christ: str
    decade: str
    bare_decade: str
    century: str
    millennium: str
    range_in_unit: str = "{first}–{last}"
    range: str = "{first} – {last}"
    from_to: str
    onwards: str
    until: str
    unknown_end: str = "{date}–?"
    unknown_start: str = "?–{date}"
    before: str
    after: str
    or_later: str
    or_earlier: str
    between: str
    either: str


_SEASONS = ("spring", "summer", "autumn", "winter")
_QUARTERS = ("first", "second", "third", "fourth")

ENGLISH = DateLanguage(
    months=MONTHS,
    short_months=tuple(month[:3] for month in MONTHS),
    parts_of_year={
        **{21 + number: f"the {season} of {{year}}" for number, season in enumerate(_SEASONS)},
        **{25 + n: f"the {season} of {{year}} (northern hemisphere)" for n, season in enumerate(_SEASONS)},
        **{29 + n: f"the {season} of {{year}} (southern hemisphere)" for n, season in enumerate(_SEASONS)},
        **{33 + number: f"the {quarter} quarter of {{year}}" for number, quarter in enumerate(_QUARTERS)},
        37: "early {year}",
        38: "mid-{year}",
        39: "late {year}",
        40: "the first half of {year}",
        41: "the second half of {year}",
    },
    marks={"?": "perhaps {date}", "~": "about {date}", "%": "perhaps about {date}"},
    marked_part={
        "?": "{part} uncertain",
        "~": "{part} approximate",
        "%": "{part} uncertain and approximate",
    },
    parts=("year", "month", "day"),
    ordinals={1: "{number}st", 2: "{number}nd", 3: "{number}rd"},
    ordinal="{number}th",
    day="{day} {month}",
    month="{month} {year}",
    clock="{day}, {clock}",
    universal="UTC",
    thousands=",",
    decimal=".",
    million="{number} million",
    a_month="a month in {date}",
    a_day="a day in {date}",
    before_christ="{year} BC",
    after_christ="AD {year}",
    decade="the {year}s",
    bare_decade="the decade {years}",
    century="the {ordinal} century",
    millennium="the {ordinal} millennium",
    from_to="from {first} to {last}",
    onwards="from {date} on",
    until="until {date}",
    before="before {date}",
    after="after {date}",
    or_later="{date} or later",
    or_earlier="{date} or earlier",
    between="between {first} and {last}",
    either=" or ",
)

_MONATE = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
_KURZE_MONATE = (
    "Jan.",
    "Feb.",
    "März",
    "Apr.",
    "Mai",
    "Juni",
    "Juli",
    "Aug.",
    "Sept.",
    "Okt.",
    "Nov.",
    "Dez.",
)
_JAHRESZEITEN = ("Frühling", "Sommer", "Herbst", "Winter")

GERMAN = DateLanguage(
    months=_MONATE,
    short_months=_KURZE_MONATE,
    parts_of_year={
        **{21 + number: f"{season} {{year}}" for number, season in enumerate(_JAHRESZEITEN)},
        **{25 + n: f"{season} {{year}} (Nordhalbkugel)" for n, season in enumerate(_JAHRESZEITEN)},
        **{29 + n: f"{season} {{year}} (Südhalbkugel)" for n, season in enumerate(_JAHRESZEITEN)},
        **{33 + number: f"{number + 1}. Quartal {{year}}" for number in range(4)},
        37: "Anfang {year}",
        38: "Mitte {year}",
        39: "Ende {year}",
        40: "erste Hälfte {year}",
        41: "zweite Hälfte {year}",
    },
    marks={"?": "vielleicht {date}", "~": "etwa {date}", "%": "vielleicht etwa {date}"},
    marks_of_year={"~": "um {date}", "%": "vielleicht um {date}"},
    marked_part={"?": "{part} unsicher", "~": "{part} ungefähr", "%": "{part} unsicher und ungefähr"},
    parts=("Jahr", "Monat", "Tag"),
    day_number="{number}.",
    day="{day} {month}",
    month="{month} {year}",
    clock="{day}, {clock}",
    universal="UTC",
    thousands=".",
    decimal=",",
    million="{number} Mio.",
    a_month="{date} (Monat unbekannt)",
    a_day="{date} (Tag unbekannt)",
    before_christ="{year} v. Chr.",
    after_christ="{year} n. Chr.",
    decade="{year}er Jahre",
    bare_decade="Jahrzehnt {years}",
    century="{ordinal} Jahrhundert",
    millennium="{ordinal} Jahrtausend",
    from_to="{first} bis {last}",
    onwards="ab {date}",
    until="bis {date}",
    before="vor {date}",
    after="nach {date}",
    or_later="{date} oder später",
    or_earlier="{date} oder früher",
    between="zwischen {first} und {last}",
    either=" oder ",
)

LANGUAGES = {"en": ENGLISH, "de": GERMAN}


def date_language(tag: str) -> DateLanguage:
    """The phrases of the language of a tag like ``en-GB``; the English ones where it is not in the table."""
    return LANGUAGES.get(tag.replace("_", "-").split("-")[0].casefold(), ENGLISH)

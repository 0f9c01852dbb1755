"""Forms: a name as it is written, taken apart into titles, given names, particles, surname and suffix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from companion.extraction import lexicon

PARTICLES = frozenset(
    {"de", "d'", "di", "da", "do", "dos", "das", "du", "des", "del", "della", "degli", "der", "den", "dem"}
    | {"van", "von", "vom", "zu", "zum", "zur", "ter", "ten", "te", "tot", "le", "la", "les", "las", "los"}
    | {"el", "al", "ad", "bin", "ibn", "ben", "bint", "abu", "y", "e", "af", "av"}
)
"""Small words inside a name, in small letters."""

_SUFFIX = re.compile(
    r"(?:(?i:Jr|Sr|jun|sen|junior|senior|Esq)|[IVX]{2,5}|I|V|X|(?i:M\.?D|Ph\.?D|Q\.?C|K\.?C|M\.?P)"
    r"|[OMCKDG]BE|FRSE?|FBA|FSA|RA|JP|DS[OC]|[MV]C|[KG]CB|[KG]CMG|OM|CH|RN|USN?|DD|LLD|[BM]Sc|MA|BA)\.?,?"
)
_NUMERAL = re.compile(r"(?:I{1,3}|IV|V|VI{1,3}|IX|X[IVX]*)\.?")
_GENERATION = re.compile(
    r",? ((?:the|The) (?:[Ee]lder|[Yy]ounger)|der (?:Ältere|Jüngere)|[Jj]unior|[Ss]enior|[JS]r\.?|père|fils)$"
)
_LAST_SIGNS = frozenset("reRs.")
"""How those end, to tell at once most of the names that have none."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+|[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Form:
    """A name, taken apart; every part as it is written, a part it does not have is empty.

    `titles` stand before it ("Major General"), `given` are given names and initials, `surname` holds its
    particles ("von Bohlen"), `suffix` is "Jr" or "III", `of` is what follows "of" ("Orange"). A single
    word that may be either kind of name is `lone`, and then neither given name nor surname.
    """

    text: str
    titles: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    surname: str = ""
    suffix: str = ""
    of: str = ""
    lone: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The words that name, without titles, suffix and "of": given names, then surname or lone word."""
        return (*self.given, *(word for word in (self.surname, self.lone) if word))

    @property
    def initials(self) -> str:
        """The first letters of the given names, in capitals."""
        return "".join(name[0].upper() for name in self.given)

    @property
    def is_titled(self) -> bool:
        """Whether a title stands before it."""
        return bool(self.titles)

    @property
    def title_gender(self) -> str:
        """The gender that its titles tell: "m", "f" or "" when they tell none."""
        known = lexicon.titles()
        genders = (known[key].gender for key in map(title_key, reversed(self.titles)) if key in known)
        return next(filter(None, genders), "")

    @property
    def gender(self) -> str:
        """The gender that its titles tell, or else its first given name: "m", "f" or "" for neither."""
        word = self.given[0] if self.given else self.lone
        return self.title_gender or lexicon.first_names().get(word.lower(), "")


def title_key(word: str) -> str:
    """`word` as titles are listed: in small letters and without full stops."""
    return word.rstrip(".").lower()


def is_title(word: str) -> bool:
    """Whether `word` is a title or a rank, one made of two ("Colonel-General") included."""
    key = title_key(word)
    known = lexicon.titles()
    return key in known or ("-" in key and all(part.rstrip(".") in known for part in key.split("-")))


def is_initial(word: str) -> bool:
    """Whether `word` is an initial or several ("J.", "J.R.R.", "J")."""
    return _INITIALS.fullmatch(word) is not None


@lru_cache(maxsize=65536)
def parse_form(form: str) -> Form:
    """Take `form` apart: a name whose words are parted by single blanks, without a possessive "'s"."""
    generation = _GENERATION.search(form) if form[-1:] in _LAST_SIGNS else None
    words = (form[: generation.start()] if generation else form).split(" ")
    count = 0
    while count < len(words) - 1 and is_title(words[count]) and not _NUMERAL.fullmatch(words[count + 1]):
        count += 1
    titles, rest = tuple(words[:count]), words[count:]
    of = ""
    if "of" in rest[1:]:
        place = rest.index("of", 1)
        rest, of = rest[:place], " ".join(rest[place + 1 :])
    suffix = generation[1] if generation else ""
    while (
        len(rest) > 1 and _SUFFIX.fullmatch(rest[-1]) and not (titles and len(rest) == 2 and len(rest[1]) > 4)
    ):
        suffix = f"{rest.pop().rstrip(',')} {suffix}".strip()
    rest[-1] = rest[-1].rstrip(",")
    if len(rest) == 1:
        return _of_one_word(form, titles, rest[0], suffix, of)
    place = len(rest) if _NUMERAL.fullmatch(suffix) and titles else _surname_place(rest)
    given, surname = tuple(rest[:place]), " ".join(rest[place:])
    if suffix and _NUMERAL.fullmatch(suffix) and len(given) == 1 and not titles and is_title(given[0]):
        titles, given = given, ()
    return Form(form, titles, given, surname, suffix, of)


def _of_one_word(form: str, titles: tuple[str, ...], word: str, suffix: str, of: str) -> Form:
    """A form with one name in it, of which the title or the number behind it tells the kind."""
    known = lexicon.titles()
    follows = known[title_key(titles[-1])].names if titles and title_key(titles[-1]) in known else ""
    if titles and not follows:
        follows = "surname"
    if of or _NUMERAL.fullmatch(suffix) or follows == "given":
        return Form(form, titles, (word,), "", suffix, of)
    if follows == "surname":
        return Form(form, titles, (), word, suffix, of)
    return Form(form, titles, (), "", suffix, of, word)


def _surname_place(words: list[str]) -> int:
    """Where in `words` (two or more) the surname begins: at its last word or the particles before it.

    All of them are one if they begin with a particle, as in "M. de Monte Cristo".
    """
    if words[0].islower() and words[0] in PARTICLES and not is_title(words[-2]):
        return 0
    place = len(words) - 1
    while place > 0 and words[place - 1].lower() in PARTICLES and not is_initial(words[place - 1]):
        place -= 1
    return place

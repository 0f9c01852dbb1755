"""First names: whether the word before a bare surname gives it to somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


PARTICLES = _words("de du des la le van von der den ter ten zu zur y e da di do dos al el ibn bin ben ap mac")
"""What belongs to the surname after it: de Gaulle."""

_OFFICES = _words(
    """
    abbot admiral adm ambassador archbishop bishop brigadier brother cadet canon captain capt cardinal
    chairman chancellor citizen citoyen col colonel commander commissar commissioner commodore comrade
    constable consul corporal cpl dean deputy detective dictator director doctor dr ensign father field
    friar gen general governor imam inspector judge justice leader lieut lieutenant lt maj major marshal
    mayor minister officer pastor pope premier president prime private prof professor pte rabbi rev
    reverend saint secretary senator sergeant sgt sheikh sheriff squadron st superintendent vicar wing
    late old
    """
)
"""What may stand before a bare surname with a capital and leaves it to whom it belongs."""

_FAMILY = _words(
    """
    mr mrs ms miss mister master madam dame sir lord lady count countess duke duchess earl baron
    baroness baronet viscount viscountess marquis marquess marquise prince princess king queen emperor
    empress tsar tsarina tsaritsa czar czarina kaiser sultan shah emir aunt auntie uncle cousin
    grandfather grandmother mother sister widow young little elder younger herr frau fräulein monsieur
    madame mademoiselle mme mlle m messrs signor signora signorina señor señora don doña dom donna
    senhor conte contessa comte comtesse vicomte graf gräfin freiherr
    """
)
"""What before a bare surname may mean anybody of the family."""

_OPENERS = _words(
    """
    a about above according across after again against all although always among an and another any are
    around as at because before behind beside besides between both but by can could did do does during
    each either even every except finally first for from further had has have he hence her here his how
    however i if in indeed inside instead into is it its just last later like many meanwhile moreover
    most my near never nevertheless no none nor not nothing now of off often on once one only or other
    our out outside over perhaps quite rather say says said see she should since so some soon still such
    suddenly than that the their then there therefore these they this those though through throughout
    thus till to today together too toward towards under unless until up upon was we were what whatever
    when whenever where wherever whether which while who whom whose why will with within without would
    yes yet you your let neither
    """
)
"""What begins a sentence with a capital without being a first name."""


def without_titles(name: str) -> str:
    """A name without the titles before it: Andrew Bolkonsky for Prince Andrew Bolkonsky."""
    words = name.split(" ")
    while len(words) > 1 and words[0].lower().rstrip(".") in _FAMILY | _OFFICES:
        del words[0]
    return " ".join(words)


def is_of_somebody_else(text: str, start: int, own: str, is_word: Callable[[str], bool]) -> bool:
    """Whether the word right before a surname at `start` gives it to somebody but the person called `own`.

    That is another first name or a title that a whole family has. `text` is folded, with a line feed at
    its beginning; `is_word` tells whether small letters are a word of it.
    """
    if text[start - 1] != " ":
        return False
    end = begin = start - 1
    while text[begin - 1].isalpha() or text[begin - 1] in "-.":
        begin -= 1
    word = text[begin:end]
    parts = word.lower().rstrip(".").split("-")
    first, last = parts[0], parts[-1]
    if last in _FAMILY:
        return True
    if not word[:1].isupper() or word in own.split(" "):
        return False
    if word.endswith("."):
        return len(word) == 2 and word[0] not in {name[0] for name in own.split()}
    if last in _OFFICES | PARTICLES or first in _OPENERS:
        return False
    return is_within_sentence(text, begin) or not is_word(first)


def is_within_sentence(text: str, start: int) -> bool:
    """Whether a word is not the first of its sentence, so that its capital means something."""
    return text[start - 1] == " " and (text[start - 2].isalnum() or text[start - 2] in ",;")

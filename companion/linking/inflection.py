"""Inflection: the plural and the singular of English terms, and spellings on both sides of the Atlantic."""

from __future__ import annotations

import re
from collections.abc import Callable


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_Inflect = Callable[[str, bool], list[str]]

_IRREGULAR_PAIRS = """
    man men, woman women, child children, foot feet, tooth teeth, goose geese, mouse mice, louse lice, ox
    oxen, die dice, penny pence, brother brethren, person people, knife knives, wife wives, life lives,
    half halves, calf calves, leaf leaves, loaf loaves, thief thieves, wolf wolves, shelf shelves, self
    selves, elf elves, scarf scarves, wharf wharves, hoof hooves, sheaf sheaves, dwarf dwarves, turf
    turves, staff staves, datum data, medium media, stratum strata, memorandum memoranda, bacterium
    bacteria, curriculum curricula, addendum addenda, erratum errata, referendum referenda, spectrum
    spectra, symposium symposia, millennium millennia, quantum quanta, ovum ova, moratorium moratoria,
    emporium emporia, forum fora, aquarium aquaria, compendium compendia, consortium consortia,
    equilibrium equilibria, maximum maxima, minimum minima, optimum optima, sanatorium sanatoria,
    criterion criteria, phenomenon phenomena, automaton automata, radius radii, nucleus nuclei, fungus
    fungi, cactus cacti, alumnus alumni, stimulus stimuli, syllabus syllabi, terminus termini, locus loci,
    focus foci, genius genii, bacillus bacilli, calculus calculi, emeritus emeriti, magus magi, modulus
    moduli, tumulus tumuli, legatus legati, alga algae, larva larvae, formula formulae, vertebra
    vertebrae, antenna antennae, nebula nebulae, alumna alumnae, persona personae, lacuna lacunae, index
    indices, appendix appendices, matrix matrices, vertex vertices, vortex vortices, codex codices, apex
    apices, cortex cortices, helix helices, genus genera, opus opera, corpus corpora, bureau bureaux,
    plateau plateaux, chateau chateaux, château châteaux, tableau tableaux, trousseau trousseaux, beau
    beaux, cherub cherubim, seraph seraphim, kibbutz kibbutzim, schema schemata, stigma stigmata, dogma
    dogmata, condottiere condottieri, bandit banditti, virtuoso virtuosi, soprano soprani, libretto
    libretti, graffito graffiti, quiz quizzes, fez fezzes, bus buses, gas gases, lens lenses, atlas
    atlases, canvas canvases, bias biases, alias aliases, iris irises, trellis trellises, pancreas
    pancreases, kris krises, marquis marquises, plus pluses, yes yeses
"""
_PLURALS: dict[str, list[str]] = {}
_SINGULARS: dict[str, list[str]] = {}
for _pair in _IRREGULAR_PAIRS.replace("\n", " ").split(","):
    _one, _many = _pair.split()
    _PLURALS.setdefault(_one, []).append(_many)
    _SINGULARS.setdefault(_many, []).append(_one)

_BOTH = _words(
    """
    scarf wharf hoof dwarf turf staff brother penny medium memorandum curriculum referendum spectrum
    symposium millennium moratorium emporium forum aquarium compendium consortium equilibrium maximum
    minimum optimum sanatorium automaton cactus fungus stimulus syllabus terminus focus genius calculus
    formula antenna nebula persona lacuna index appendix matrix vertex vortex helix apex cortex plateau
    bureau chateau château tableau beau cherub seraph schema stigma dogma bandit virtuoso soprano libretto
    person die
    """
)
"""Words that have the regular plural besides."""

_UNCHANGED = _words(
    """
    sheep deer series species aircraft spacecraft hovercraft offspring salmon trout cod bison swine means
    corps headquarters crossroads barracks gallows news mathematics physics politics economics ethics
    tactics athletics diabetes rabies measles mumps rickets innings shambles chassis rendezvous precis
    chamois patois bourgeois faux-pas police cattle gentry infantry cavalry artillery
    """
)
_PLURAL_ONLY = _words(
    """
    arms goods customs remains spectacles trousers thanks manners glasses quarters damages savings
    lodgings outskirts surroundings proceeds belongings riches stairs tropics colours colors letters works
    spirits premises ashes papers ways greens blues minutes pains looks terms odds spoils effects stocks
    blinds drawers irons scales shorts pants briefs jeans clothes scissors pliers tongs bellows annals
    archives alms amends auspices credentials doldrums dregs earnings entrails genitals mores oats regards
    suds tidings towards afterwards always perhaps besides overseas as is was has this his its us yes plus
    thus
    """
)
"""Words in -s without a singular, or whose singular means something else."""

_NOT_MEN = _words(
    """
    human german roman norman ottoman talisman shaman mussulman muslman caiman ataman hetman turkoman
    brahman cayman dragoman doberman
    """
)
_AGENTS = ("ans", "ists", "ers", "ors", "iks", "ites", "ies", "ards", "ats", "men", "ons", "ees")
"""Ends of names for members of a people or a group: Chetniks, Germans, Allies."""

_AFTER_HEAD = re.compile(
    r"(?<=\w)(?: (?:of|in|at|for|to|on|de|du|à|with|without|from|by) | ?-(?:of|in|at|de|à|by|up)-)"
)
_LATER_WORDS = _words(
    """
    general martial elect errant royal apparent laureate designate major public
    """
)


def plurals(term: str) -> list[str]:
    """Plurals of a term: battalions, heads of state, men-of-war, courts martial; empty when it has none."""
    return _inflected(term, _plurals_of_word)


def singulars(term: str) -> list[str]:
    """Singulars of a term that is a plural: guerrilla for guerrillas; empty when it is none.

    A name like Axis or Wales is left alone.
    """
    return _inflected(term, _singulars_of_word)


def _inflected(term: str, inflect: _Inflect) -> list[str]:
    head, tail = _head(term)
    cut = max(head.rfind(" "), head.rfind("-")) + 1
    before, word = head[:cut], head[cut:]
    if not word.isalpha():
        return []
    alone = not before and not tail
    forms = [before + form + tail for form in inflect(word, alone)]
    if " " in head and word.lower() in _LATER_WORDS:
        noun, _, rest = head.rpartition(" ")
        forms += [f"{form} {rest}{tail}" for form in _inflected(noun, inflect)]
    return forms


def _head(term: str) -> tuple[str, str]:
    """What ends with the noun that is inflected, and what follows it."""
    found = _AFTER_HEAD.search(term)
    return (term[: found.start()], term[found.start() :]) if found else (term, "")


def _plurals_of_word(word: str, alone: bool) -> list[str]:
    small = word.lower()
    if small in _UNCHANGED or small in _PLURAL_ONLY or len(small) < 2:
        return []
    if word.isupper():
        return [word + "s"]
    if small in _PLURALS:
        forms = _PLURALS[small] + ([_regular_plural(small)] if small in _BOTH else [])
    elif small.endswith("man") and small not in _NOT_MEN:
        forms = [small[:-2] + "en"]
    elif small.endswith("is") and len(small) > 3:
        forms = [] if word[0].isupper() and alone else [small[:-2] + "es"]
    elif small.endswith("s") and not small.endswith(("ss", "us")):
        forms = []
    else:
        forms = _regular_plurals(small, is_name=word[0].isupper())
    return [_as(word, form) for form in forms]


def _regular_plurals(small: str, is_name: bool) -> list[str]:
    """Matches, and stomachs besides stomaches, heros besides heroes, Kennedys besides Kennedies."""
    with_s = (
        small.endswith("o")
        or (small.endswith("ch") and small[-3:-2] != "t")
        or (is_name and small[-1] == "y")
    )
    return list(dict.fromkeys([_regular_plural(small), *([small + "s"] if with_s else [])]))


def _regular_plural(small: str) -> str:
    if small.endswith(("s", "x", "z", "ch", "sh")) or (small.endswith("o") and small[-2] not in "aeiouy"):
        return small + "es"
    if small.endswith("y") and small[-2] not in "aeiou":
        return small[:-1] + "ies"
    return small + "s"


def _singulars_of_word(word: str, alone: bool) -> list[str]:
    small = word.lower()
    if word.endswith("s") and word[:-1].isupper() and len(word) > 2:
        return [word[:-1]]
    if small in _SINGULARS:
        return [_as(word, form) for form in _SINGULARS[small]]
    if small in _UNCHANGED or small in _PLURAL_ONLY or (word.isupper() and len(word) > 1):
        return [word[:-1]] if word.isupper() and word.endswith("S") and len(word) > 3 and not alone else []
    if small.endswith("men") and len(small) > 4:
        return [_as(word, small[:-2] + "an")]
    if len(small) < 4 or not small.endswith("s") or small.endswith(("ss", "us", "is")):
        return []
    if alone and word[0].isupper() and not small.endswith(_AGENTS):
        return []
    return [_as(word, form) for form in _without_s(small)]


def _without_s(small: str) -> list[str]:
    if small.endswith("ies") and len(small) > 4:
        return [small[:-3] + "y", small[:-1]]
    if small.endswith(("ches", "shes", "xes", "sses", "oes", "zes")):
        return [small[:-2], small[:-1]]
    if small.endswith("ses"):
        return [small[:-1], small[:-2], small[:-2] + "is"]
    if small.endswith("ves"):
        return [small[:-1], small[:-3] + "f"]
    return [small[:-1]]


def _as(word: str, form: str) -> str:
    """`form` with the capitals of `word`."""
    if form.startswith(word.lower()):
        return word + form[len(word) :]
    if word.isupper() and len(word) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if word[0].isupper() else form


_OUR = "arm|behavi|col|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|parl|rig|rum|sav|splend|val|vap|vig"
_RE = "cent|theat|fib|sab|calib|lit|somb|spect|lust|meag"
_ISED = "(ation|ations|e|es|ed|er|ers|ing)"
_SPELLINGS = [
    (re.compile(rf"\b{written}\b", re.IGNORECASE), other)
    for written, other in (
        (rf"({_OUR})our(?!i)(\w*)", r"\1or\2"),
        (rf"({_OUR})or(?![ia])(\w*)", r"\1our\2"),
        (rf"({_RE})re(s?)", r"\1er\2"),
        (rf"({_RE})er(s?)", r"\1re\2"),
        (r"(def|off|pret)ence(s?)", r"\1ense\2"),
        (r"(def|off|pret)ense(s?)", r"\1ence\2"),
        (rf"(\w{{3,}}i)s{_ISED}", r"\1z\2"),
        (rf"(\w{{3,}}i)z{_ISED}", r"\1s\2"),
    )
]
_SPELLED_OTHERWISE = re.compile("|".join(spelling.pattern for spelling, _ in _SPELLINGS), re.IGNORECASE)


def across_the_atlantic(term: str) -> list[str]:
    """The American spelling of a British term, or the other way round, by rules that touch nothing else."""
    if not _SPELLED_OTHERWISE.search(term):
        return []
    forms = (spelling.sub(other, term) for spelling, other in _SPELLINGS)
    return [form for form in forms if form != term]

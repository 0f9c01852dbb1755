"""First names: whether the word before a bare surname gives it to somebody else."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_TITLES = _words(
    """
    mr mrs ms miss mister master madam dr doctor prof professor sir dame lord lady count countess duke
    duchess earl baron baroness baronet viscount viscountess marquis marquess marquise prince princess
    king queen emperor empress tsar tsarina tsaritsa czar czarina kaiser sultan shah emir sheikh khan
    pasha bey aga effendi president chancellor premier minister prime secretary chairman chairwoman
    senator governor mayor deputy ambassador consul judge justice commissioner commissar inspector
    constable detective superintendent sheriff general colonel lieutenant lieut lt major captain capt
    sergeant sgt corporal private admiral commodore commander marshal brigadier ensign cadet gen col maj
    cpl pte field squadron wing father mother brother sister uncle aunt auntie cousin grandfather
    grandmother grandpa grandma friar abbot abbess pope cardinal archbishop bishop dean canon vicar pastor
    reverend rev rabbi imam mullah saint st comrade citizen citoyen herr frau fräulein monsieur madame
    mademoiselle mme mlle m mm messrs signor signora signorina señor señora don doña dom donna senhor
    conte contessa comte comtesse vicomte graf gräfin freiherr abbé père maître chef director leader
    dictator old young poor dear little late former mad blessed
    """
)
"""What may stand before a surname with a capital without being a first name."""

_OPENERS = _words(
    """
    a about above according across after again against all although always among an and another any are
    around as at because before behind beside besides between both but by can could did do does during
    each either even every except finally first for from further had has have he hence her here his how
    however i if in indeed inside instead into is it its just last later like many meanwhile moreover most
    my near never nevertheless no none nor not nothing now of off often on once one only or other our out
    outside over perhaps quite rather say says said see she should since so some soon still such suddenly
    than that the their then there therefore these they this those though through throughout thus till to
    today together too toward towards under unless until up upon was we were what whatever when whenever
    where wherever whether which while who whom whose why will with within without would yes yet you your
    let neither
    """
)
"""What begins a sentence with a capital without being a first name."""


def follows_first_name(text: str, start: int, own: str) -> bool:
    """Whether the word right before `start` reads as the first name of somebody but the person called `own`.

    `text` is folded, with a line feed at its beginning.
    """
    if text[start - 1] != " ":
        return False
    end = begin = start - 1
    while text[begin - 1].isalpha() or text[begin - 1] in "-.":
        begin -= 1
    word = text[begin:end].strip("-")
    if not word[:1].isupper() or word in own:
        return False
    if word.endswith("."):
        return len(word) == 2 and word[0] != own[:1]
    words = word.lower().split("-")
    return words[-1] not in _TITLES and word.lower() not in _OPENERS

"""Deciding: which entry is meant at each place where the text spells a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.entries import Event, Match
from companion.core.links import Ambiguity, Mention
from companion.linking.automaton import longest

if TYPE_CHECKING:
    from companion.linking.automaton import Hit
    from companion.linking.event_dates import Dated
    from companion.linking.folding import Folded
    from companion.linking.names import Claim, Names


class Deciding:
    """Goes through the names in the order of the text and gives each to its entry.

    A name that one entry alone bears is a full mention. A name that several bear is given to the one of
    them whose full mention stands nearest before it; without one it stays undecided. An event may share
    its name with a term or a person: both are meant.
    """

    def __init__(self, names: Names, folded: Folded) -> None:
        self._names = names
        self._folded = folded
        self._ids = [entry.id for entry in names.entries]
        self._is_event = [isinstance(entry, Event) for entry in names.entries]
        self._last: dict[int, int] = {}
        self._undecided: dict[tuple[int, ...], list[str]] = {}
        self._vetoes = Vetoes([], names, folded)
        self.mentions: list[Mention] = []
        self.ambiguities: list[Ambiguity] = []

    def decide(self, hits: list[Hit], dates: list[Dated]) -> list[Dated]:
        """Decides all names among the hits; returns the dates that are not part of a longer name."""
        self._vetoes = vetoes = Vetoes(hits, self._names, self._folded)
        if vetoes:
            hits = [hit for hit in hits if any(self._is_meant(claim, hit) for claim in self._claims(hit))]
            dates = [date for date in dates if not all(vetoes.forbid(n, *date[:2]) for n in date.events)]
        first_date = len(self._names.spellings)
        spans = {(date.start, date.end) for date in dates}
        twins = {hit[1:]: hit for hit in hits if hit[1:] in spans} if spans else {}
        places = [(first_date + number, date.start, date.end) for number, date in enumerate(dates)]
        kept: list[Dated] = []
        for hit in longest(hits, places):
            if hit[0] >= first_date:
                kept.append(dates[hit[0] - first_date])
                twin = twins.get(hit[1:])
            else:
                twin = hit
            if twin is not None:
                self._name(twin)
        return kept

    def _claims(self, hit: Hit) -> list[Claim]:
        return self._names.claims[hit[0]]

    def _is_meant(self, claim: Claim, hit: Hit) -> bool:
        """Whether a spelling in the text is what a claim is about, and no veto holds."""
        _, start, end = hit
        if claim.form.match is Match.NEVER or not claim.fits(self._folded.cased[start:end]):
            return False
        return not self._vetoes.forbid(claim.entry, start, end)

    def _name(self, hit: Hit) -> None:
        claims = [claim for claim in self._claims(hit) if self._is_meant(claim, hit)]
        for group in (
            [claim for claim in claims if self._is_event[claim.entry]],
            [claim for claim in claims if not self._is_event[claim.entry]],
        ):
            if group:
                self._give(group, *hit[1:])

    def _give(self, claims: list[Claim], start: int, end: int) -> None:
        end -= min(claim.form.tail for claim in claims)
        bearers = tuple(dict.fromkeys(claim.entry for claim in claims))
        span = self._folded.span(start, end)
        if len(bearers) == 1:
            self._last[bearers[0]] = start
            self.mentions.append(Mention(self._ids[bearers[0]], *span))
            return
        before = [bearer for bearer in bearers if bearer in self._last]
        if before:
            nearest = max(before, key=self._last.__getitem__)
            self.mentions.append(Mention(self._ids[nearest], *span))
        else:
            self.ambiguities.append(Ambiguity(*span, tuple(self._ids[bearer] for bearer in bearers)))
            self._undecided.setdefault(bearers, []).append(self._folded.cased[start:end])

    def warnings(self) -> list[str]:
        """A sentence for each set of entries of which a shared name stays undecided somewhere."""
        sentences = []
        for bearers, places in self._undecided.items():
            headings = [f"‘{self._names.entries[bearer].heading}’" for bearer in bearers]
            who = ", ".join(headings[:-1]) + f" or {headings[-1]}"
            where = (
                "It has no link at one place"
                if len(places) == 1
                else f"It has no link at {len(places)} places"
            )
            sentences.append(f"‘{places[0]}’ may be {who}. {where}, where no full name before it decides.")
        return sentences


class Vetoes:
    """The places that an entry's companion says are not this entry, though they hold a name of it."""

    def __init__(self, hits: list[Hit], names: Names, folded: Folded) -> None:
        self._spans: dict[int, list[tuple[int, int, bool]]] = {}
        forbidding = {
            number
            for number, claims in enumerate(names.claims)
            if any(claim.form.match is Match.NEVER for claim in claims)
        }
        for number, start, end in hits if forbidding else ():
            if number in forbidding:
                self._forbid(names.claims[number], start, end, folded.cased[start:end])

    def __bool__(self) -> bool:
        return bool(self._spans)

    def _forbid(self, claims: list[Claim], start: int, end: int, written: str) -> None:
        for claim in claims:
            if claim.form.match is Match.NEVER and claim.fits(written):
                exact = written == claim.form.spelled
                self._spans.setdefault(claim.entry, []).append((start, end, exact))

    def forbid(self, entry: int, start: int, end: int) -> bool:
        """Whether what stands at ``[start, end)`` is no mention of this entry.

        A veto of the same length counts only when it is written letter for letter: ``will`` does not
        forbid ``Will``.
        """
        return any(
            first <= start and end <= last and (exact or last - first > end - start)
            for first, last, exact in self._spans.get(entry, ())
        )

"""Deciding: which entry is meant at each place where the text spells a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.entries import Event, Match
from companion.core.links import Ambiguity, Mention

if TYPE_CHECKING:
    from companion.linking.automaton import Hit
    from companion.linking.folding import Folded
    from companion.linking.names import Claim, Names

Span = tuple[int, int]


class Deciding:
    """Goes through the names in the order of the text and gives each to its entry.

    A name that one entry alone bears is a full mention. A name that several bear is given to the one of
    them whose full mention stands nearest before it; without one it stays undecided. An event may share
    its name with a term or a person: both are meant.
    """

    def __init__(self, names: Names, folded: Folded, vetoes: Vetoes) -> None:
        self._names = names
        self._folded = folded
        self._vetoes = vetoes
        self._ids = [entry.id for entry in names.entries]
        self._is_event = [isinstance(entry, Event) for entry in names.entries]
        self._last: dict[int, int] = {}
        self.mentions: list[Mention] = []
        self.ambiguities: list[Ambiguity] = []
        self.undecided: dict[tuple[int, ...], list[str]] = {}

    def name(self, hit: Hit) -> None:
        """Decides one name."""
        number, start, end = hit
        claims = [claim for claim in self._names.claims[number] if self._is_meant(claim, hit)]
        for group in (
            [claim for claim in claims if self._is_event[claim.entry]],
            [claim for claim in claims if not self._is_event[claim.entry]],
        ):
            if group:
                self._decide(group, start, end)

    def _is_meant(self, claim: Claim, hit: Hit) -> bool:
        _, start, end = hit
        if claim.form.match is Match.NEVER or not claim.fits(self._folded.cased[start:end]):
            return False
        return not self._vetoes.forbid(claim, start, end)

    def allowed(self, hit: Hit) -> bool:
        """Whether the hit is a name of any entry."""
        return any(self._is_meant(claim, hit) for claim in self._names.claims[hit[0]])

    def _decide(self, claims: list[Claim], start: int, end: int) -> None:
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
            self.undecided.setdefault(bearers, []).append(self._folded.cased[start:end])


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

    def forbid(self, claim: Claim, start: int, end: int) -> bool:
        """Whether the name at ``[start, end)`` is no name of this entry.

        A veto of the same length counts only when it is written letter for letter: ``will`` does not
        forbid ``Will``.
        """
        return any(
            first <= start and end <= last and (exact or last - first > end - start)
            for first, last, exact in self._spans.get(claim.entry, ())
        )

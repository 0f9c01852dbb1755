"""Names: the forms of all entries in one table, and whether a place in the text spells one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.entries import Event, Match, Person
from companion.linking.first_names import follows_first_name
from companion.linking.folding import small
from companion.linking.forms import LONGEST, Form, forms_of

if TYPE_CHECKING:
    from companion.core.entries import Entries, Entry
    from companion.linking.automaton import Hit
    from companion.linking.event_dates import EventDates


class Claim(NamedTuple):
    """That a spelling is a name of an entry, given by its number among the entries."""

    entry: int
    form: Form

    def fits(self, written: str) -> bool:
        """Whether these letters of the text, capitals and all, are the form that was meant."""
        spelled, match = self.form.spelled, self.form.match
        if written == spelled or match is Match.ANY:
            return True
        if match is Match.EXACT:
            return False
        loose = self.form.loose
        return all(
            sign.isupper() or not capital.isupper()
            for sign, capital in zip(written[loose:], spelled[loose:], strict=True)
        )


class Names:
    """Every spelling that is looked for, once, with the claims to it; `spellings` numbers them."""

    def __init__(self, entries: Entries, language: str, dates: EventDates) -> None:
        self.entries: list[Entry] = list(entries)
        self._warnings: dict[int, str] = {}
        self._claims: dict[str, list[Claim]] = {}
        self._common: set[int] = set()
        derived: list[Claim] = []
        for number, entry in enumerate(self.entries):
            for form in forms_of(entry, language):
                if not self._is_of_use(number, form) or (
                    isinstance(entry, Event) and dates.date(form.spelled)
                ):
                    continue
                claim = Claim(number, form)
                if form.derived:
                    derived.append(claim)
                else:
                    self._add(claim)
        self._add_derived(derived)
        self.spellings = list(self._claims)
        self.claims = list(self._claims.values())

    def spelled(self, number: int, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is spelled as one of the claims to this spelling wants it."""
        written = text[start:end]
        for claim in self.claims[number]:
            if not claim.fits(written):
                if claim.form.derived and written[0].islower():
                    self._common.add(number)
            elif not claim.form.derived or not follows_first_name(
                text, start, self.entries[claim.entry].heading
            ):
                return True
        return False

    def without_common_words(self, hits: list[Hit]) -> list[Hit]:
        """The hits without bare surnames that this text also has as common words: Young, Will, Marsh."""
        return [hit for hit in hits if hit[0] not in self._common] if self._common else hits

    def _is_of_use(self, number: int, form: Form) -> bool:
        if not any(sign.isalnum() for sign in form.spelled):
            self._warn(
                number,
                f"The name ‘{form.spelled}’ of ‘{{heading}}’ has no letter or digit and is not looked for.",
            )
            return False
        if len(form.spelled) > LONGEST:
            if form.spelled != self.entries[number].heading:
                self._warn(
                    number, f"A name of ‘{{heading}}’ has more than {LONGEST} letters and is not looked for."
                )
            return False
        return True

    @property
    def warnings(self) -> list[str]:
        """A sentence for each entry of which a name is not looked for."""
        return list(self._warnings.values())

    def _warn(self, number: int, sentence: str) -> None:
        self._warnings.setdefault(number, sentence.format(heading=self.entries[number].heading))

    def _add(self, claim: Claim) -> None:
        spelling = small(claim.form.spelled).strip()
        claims = self._claims.setdefault(spelling, [])
        if not any(
            known.entry == claim.entry
            and known.form.spelled == claim.form.spelled
            and known.form.match is claim.form.match
            for known in claims
        ):
            claims.append(claim)

    def _add_derived(self, derived: list[Claim]) -> None:
        """Takes a derived form where one person alone could bear it: no other has any part of the name."""
        bearers: dict[str, set[int]] = {}
        for number, entry in enumerate(self.entries):
            if isinstance(entry, Person):
                for word in small(entry.name).replace(",", "").split():
                    bearers.setdefault(word, set()).add(number)
        for claim in derived:
            bearers.setdefault(small(claim.form.spelled), set()).add(claim.entry)
        for claim in derived:
            spelling = small(claim.form.spelled)
            if spelling not in self._claims and len(bearers[spelling]) == 1:
                self._claims[spelling] = [claim]

"""Names: the forms of all entries in one table, and whether a place in the text spells one of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from companion.core.entries import Event, Match, Person
from companion.linking.first_names import is_of_somebody_else
from companion.linking.folding import small
from companion.linking.forms import LONGEST, Form, forms_of
from companion.linking.letters import wants_mark

if TYPE_CHECKING:
    from companion.core.entries import Entries, Entry
    from companion.linking.automaton import Hit
    from companion.linking.event_dates import EventDates


_SHARED = 10
"""A derived name is dropped where one place in so many has it as something else."""


class Claim(NamedTuple):
    """That a spelling is a name of an entry, given by its number among the entries."""

    entry: int
    form: Form

    def fits(self, written: str) -> bool:
        """Whether these letters of the text, capitals and marks and all, are the form that was meant."""
        spelled, match = self.form.spelled, self.form.match
        if written == spelled:
            return True
        if match is Match.EXACT:
            return False
        if match is not Match.ANY and not _has_capitals(written, spelled, self.form.loose):
            return False
        if written.isupper():
            return True
        written, spelled = written.lower(), spelled.lower()
        return written == spelled or _has_marks(written, spelled, self.form.any_marks)


def _has_capitals(written: str, spelled: str, loose: int) -> bool:
    """Whether every capital of the name, past its first `loose` signs, is a capital in the text."""
    return all(
        sign.isupper() or not capital.isupper()
        for sign, capital in zip(written[loose:], spelled[loose:], strict=True)
    )


def _has_marks(written: str, spelled: str, any_marks: bool) -> bool:
    """Whether every mark of the name is in the text; the text may have more of them with `any_marks`."""
    return all(
        sign == letter or not (wants_mark(letter) or (wants_mark(sign) and not any_marks))
        for sign, letter in zip(written, spelled, strict=True)
    )


class Names:
    """Every spelling that is looked for, once, with the claims to it; `spellings` numbers them."""

    def __init__(self, entries: Entries, language: str, dates: EventDates) -> None:
        self.entries: list[Entry] = list(entries)
        self._warnings: dict[int, str] = {}
        self._claims: dict[str, list[Claim]] = {}
        self._others: Counter[int] = Counter()
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
            if not claim.form.derived:
                if claim.fits(written):
                    return True
            elif not claim.fits(written) or is_of_somebody_else(
                text, start, self.entries[claim.entry].heading
            ):
                self._others[number] += 1
            else:
                return True
        return False

    def without_shared(self, hits: list[Hit]) -> list[Hit]:
        """The hits without derived names that this text often has as a common word or of somebody else."""
        if not self._others:
            return hits
        counts = Counter(hit[0] for hit in hits if hit[0] in self._others)
        shared = {number for number, others in self._others.items() if others * _SHARED > counts[number]}
        return [hit for hit in hits if hit[0] not in shared]

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

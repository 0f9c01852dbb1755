"""Names: the forms of all entries in one table, each spelling once, with the claims to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.entries import Event, Person
from companion.core.message import Message
from companion.linking.claims import Claim
from companion.linking.folding import small
from companion.linking.forms import LONGEST, Form, forms_of

if TYPE_CHECKING:
    from companion.core.entries import Entries, Entry
    from companion.linking.event_dates import EventDates

_MOST_BEARERS = 64


class Names:
    """Every spelling that is looked for, once, with the claims to it; `spellings` numbers them."""

    def __init__(self, entries: Entries, language: str, dates: EventDates) -> None:
        self.entries: list[Entry] = list(entries)
        self.warnings: list[Message] = []
        """A sentence for each entry or spelling that is not looked for as it was written."""
        self._warned: set[int] = set()
        self._claims: dict[str, dict[Claim, None]] = {}
        derived: list[Claim] = []
        for number, entry in enumerate(self.entries):
            for form in forms_of(entry, language):
                if not self._is_of_use(number, form):
                    continue
                if form.derived:
                    derived.append(Claim(number, form))
                elif not (isinstance(entry, Event) and dates.date(form.spelled)):
                    self._claims.setdefault(small(form.spelled), {})[Claim(number, form)] = None
        self._add_derived(derived)
        self._drop_crowds()
        self.spellings = list(self._claims)
        self.claims = [list(claims) for claims in self._claims.values()]

    def _is_of_use(self, number: int, form: Form) -> bool:
        if not any(sign.isalnum() for sign in form.spelled):
            why = Message(
                "A name of ‘{heading}’ has no letter and no digit and is not looked for.",
                heading=self._heading(number),
            )
            self._warn(number, why)
            return False
        if len(form.spelled) > LONGEST:
            if self.entries[number].heading != form.spelled:
                why = Message(
                    "A name of ‘{heading}’ is longer than {most} letters and is not looked for.",
                    heading=self._heading(number),
                    most=LONGEST,
                )
                self._warn(number, why)
            return False
        return True

    def _warn(self, number: int, why: Message) -> None:
        if number not in self._warned:
            self._warned.add(number)
            self.warnings.append(why)

    def _heading(self, number: int) -> str:
        heading = self.entries[number].heading
        return heading if len(heading) <= 60 else heading[:59] + "…"

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
                self._claims[spelling] = {claim: None}

    def _drop_crowds(self) -> None:
        """Lets go of spellings that so many entries bear that a link could help nobody."""
        crowds = [spelling for spelling, claims in self._claims.items() if len(claims) > _MOST_BEARERS]
        for spelling in crowds:
            name = next(iter(self._claims.pop(spelling))).form.spelled
            self.warnings.append(
                Message(
                    "‘{name}’ names more than {most} entries and is not looked for.",
                    name=name,
                    most=_MOST_BEARERS,
                )
            )

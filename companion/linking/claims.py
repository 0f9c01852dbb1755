"""Claims: that a spelling is a name of an entry, and whether letters of the text bear it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.entries import Match
from companion.linking.letters import wants_mark

if TYPE_CHECKING:
    from companion.linking.forms import Form


class Claim(NamedTuple):
    """That a spelling is a name of an entry, given by its number among the entries."""

    entry: int
    form: Form

    def fits(self, written: str) -> bool:
        """Whether these letters of the text, capitals and marks and all, are the form that was meant."""
        form = self.form
        if written == form.spelled:
            return True
        if form.match is Match.EXACT:
            return False
        if form.match is not Match.ANY and not _has_capitals(written, form.spelled, form.loose):
            return False
        return self.has_letters(written)

    def has_letters(self, written: str) -> bool:
        """Whether these are the letters of the form, its marks among them, whatever their capitals."""
        spelled = self.form.spelled.lower()
        return written.lower() == spelled or written.isupper() or self._has_marks(written.lower(), spelled)

    def _has_marks(self, written: str, spelled: str) -> bool:
        """Whether every mark of the name is in the text; the text may have more of them with `any_marks`."""
        any_marks = self.form.any_marks
        return all(
            sign == letter or not (wants_mark(letter) or (wants_mark(sign) and not any_marks))
            for sign, letter in zip(written, spelled, strict=True)
        )

    def with_any_capitals(self) -> Claim:
        """The same claim where the capitals of the text are of no matter."""
        return self._replace(form=self.form._replace(match=Match.ANY, doubtful=False))


def _has_capitals(written: str, spelled: str, loose: int) -> bool:
    """Whether every capital of the name, past its first `loose` signs, is a capital in the text."""
    if loose:
        written, spelled = written[loose:], spelled[loose:]
    if spelled.islower():
        return True
    for sign, capital in zip(written, spelled, strict=True):
        if capital.isupper() and not sign.isupper():
            return False
    return True

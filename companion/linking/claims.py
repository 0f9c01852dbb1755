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

    def with_any_capitals(self) -> Claim:
        """The same claim where the capitals of the text are of no matter."""
        return self._replace(form=self.form._replace(match=Match.ANY, doubtful=False))


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

"""Namesakes: persons of one name whom numbers or generations tell apart: Henry VII and Henry VIII."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.extraction.people.given_names import agree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.extraction.people.bearers import Bearer
    from companion.extraction.people.handles import Handle


def are_told_apart(one: Bearer, other: Bearer) -> bool:
    """Whether numbers or generations tell the two apart: "Jr." and "Sr."."""
    return bool(one.suffix) and bool(other.suffix) and one.suffix != other.suffix


def of_several(handle: Handle, bearers: Iterable[Bearer]) -> dict[Bearer, float]:
    """Those of the full name who are told apart by Jr. and Sr. or a number, where it stands without."""
    if handle.suffix:
        return {}
    told = [bearer for bearer in bearers if bearer.suffix and _bears(handle, bearer)]
    return dict.fromkeys(told, 1.0) if len({bearer.suffix for bearer in told}) > 1 else {}


def rulers_of(word: str, bearers: Iterable[Bearer]) -> dict[Bearer, float]:
    """The rulers of a name with their weights if there are several."""
    rulers = [bearer for bearer in bearers if bearer.suffix]
    most = max((bearer.called[word] for bearer in rulers), default=0.0)
    return {ruler: ruler.called[word] / most for ruler in rulers} if len(rulers) > 1 and most else {}


def _bears(handle: Handle, bearer: Bearer) -> bool:
    return any(other.is_full and agree(handle.given, other.given) for other in bearer.handles)

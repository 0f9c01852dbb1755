"""Guard for overrides of Qt virtuals: an exception reaches the excepthook and never Qt's C++ frames."""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

Method = TypeVar("Method", bound="Callable[..., Any]")


@overload
def guarded(method: Method) -> Method: ...
@overload
def guarded(*, otherwise: object) -> Callable[[Method], Method]: ...
def guarded(method: Any = None, *, otherwise: object = None) -> Any:
    """Wraps an override so that it hands an exception to ``sys.excepthook`` and gives `otherwise` instead.

    On Python 3.11 an exception that leaves an override of a Qt virtual can end the process (a segmentation
    fault inside shiboken); so can a value of the wrong type, which is why `otherwise` is asked for where
    Qt expects one.
    """

    def wrap(inner: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(inner)
        def guard(*arguments: Any, **named: Any) -> Any:
            try:
                return inner(*arguments, **named)
            except Exception:
                sys.excepthook(*sys.exc_info())
                return otherwise

        return guard

    return wrap(method) if method is not None else wrap

"""Key table: which keys each action has, what the reader made of them, and whether a key is free."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from companion.ui.actions import COMMANDS, plain_words
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.ui.actions import Actions
    from companion.ui.program.settings import Settings

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_PORTABLE, _NATIVE = QKeySequence.SequenceFormat.PortableText, QKeySequence.SequenceFormat.NativeText
_OF_THE_TEXT = frozenset(
    {
        *(_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Space, _Key.Key_Escape),
        *(_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End),
        *(_Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Backspace, _Key.Key_Delete, _Key.Key_Menu),
    }
)
"""Keys that move, select and choose in the text, in lists and in fields, whatever is held with them."""
_ALONE = frozenset({_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_Meta, _Key.Key_AltGr})


class Clash(NamedTuple):
    """Why a key is not free, in one sentence; `holder` is the action that it can be taken from, if any."""

    sentence: str
    holder: str = ""


def native(key: QKeySequence) -> str:
    """A key as this system writes it: ``"Ctrl+F"``."""
    return key.toString(_NATIVE)


def is_common(key: QKeySequence) -> bool:
    """Whether every keyboard has this key, and not only one with keys for programs and media."""
    return pressed(key).key() <= _Key.Key_F12


def pressed(key: QKeySequence) -> QKeyCombination:
    """The first key of a sequence with what is held."""
    return key[0]  # type: ignore[index]  # there is an operator for it


class KeyTable:
    """The keys of all actions of one window. No two actions ever have the same."""

    def __init__(self, actions: Actions, settings: Settings) -> None:
        self._actions, self._settings = actions, settings
        self.names = [action.objectName() for action in actions]
        self._usual_of_any = {key for name in self.names for key in actions.usual_keys(name)}
        self.take(settings.keys)

    # -- what there is

    def keys(self, name: str) -> list[QKeySequence]:
        """The keys of an action."""
        return self._actions[name].shortcuts()

    def is_changed(self, name: str) -> bool:
        """Whether an action has other keys than the usual ones."""
        return self.keys(name) != self._actions.usual_keys(name)

    def holder(self, key: QKeySequence) -> str:
        """The action that has this key; none is the empty string."""
        return next((name for name in self.names if key in self.keys(name)), "")

    def clash(self, name: str, key: QKeySequence) -> Clash | None:
        """Why an action cannot have this key just so; None when it can, or has it."""
        if refusal := self._refusal(key):
            return Clash(refusal)
        holder = self.holder(key)
        if not holder or holder == name:
            return None
        words = translated("{key} belongs to “{action}”. Taken here, that has it no longer.")
        action = plain_words(self._actions[holder].text())
        return Clash(words.format(key=native(key), action=action), holder)

    def _refusal(self, key: QKeySequence) -> str:
        if key.count() != 1:
            return translated("Press one key, alone or together with Ctrl, Alt or Shift.")
        base, held = pressed(key).key(), pressed(key).keyboardModifiers()
        if base in _ALONE or base == _Key.Key_unknown:
            return translated("Press another key together with this one.")
        if held & _Modifier.MetaModifier:
            return translated("Keys with the Windows or Super key belong to the system.")
        if key in self._usual_of_any:
            return ""
        if base in _OF_THE_TEXT:
            return translated("{key} moves or chooses in the text and in lists.").format(key=native(key))
        return self._menu_of(key)

    @staticmethod
    def _menu_of(key: QKeySequence) -> str:
        for title in COMMANDS:
            words = QCoreApplication.translate("Actions", title)
            if key == QKeySequence.mnemonic(words):
                words_of_clash = translated("{key} opens the menu “{menu}”.")
                return words_of_clash.format(key=native(key), menu=plain_words(words))
        return ""

    # -- changes

    def give(self, name: str, keys: Iterable[QKeySequence]) -> None:
        """Gives an action these keys and no others; whoever had one of them has it no longer."""
        wanted = [key for key in dict.fromkeys(keys) if not self._refusal(key)]
        for key in wanted:
            holder = self.holder(key)
            if holder and holder != name:
                self._actions.set_keys(holder, [other for other in self.keys(holder) if other != key])
        self._actions.set_keys(name, wanted)
        self._keep()

    def give_usual(self, name: str) -> None:
        """Gives an action its usual keys back."""
        self.give(name, self._actions.usual_keys(name))

    def give_all_usual(self) -> None:
        """Gives every action its usual keys back."""
        for name in self.names:
            self._actions.set_keys(name, self._actions.usual_keys(name))
        self._keep()

    def take(self, stored: Mapping[str, Iterable[str]]) -> None:
        """Takes what was kept, in Qt's portable spelling. What is no key, or held twice, is left out."""
        wanted = {name: self._usable(keys) for name, keys in stored.items() if name in self.names}
        usual = {name: self._actions.usual_keys(name) for name in self.names if name not in wanted}
        held: set[QKeySequence] = set()
        for name, keys in {**wanted, **usual}.items():  # what the reader chose comes before what is usual
            self._actions.set_keys(name, [key for key in keys if key not in held])
            held.update(keys)

    def _usable(self, keys: Iterable[str]) -> list[QKeySequence]:
        read = (QKeySequence.fromString(key, _PORTABLE) for key in keys)
        return [key for key in dict.fromkeys(read) if not self._refusal(key)]

    def _keep(self) -> None:
        changed = (name for name in self.names if self.is_changed(name))
        self._settings.keep_keys(
            {name: [key.toString(_PORTABLE) for key in self.keys(name)] for name in changed}
        )

"""The undo notice after a category, an assignment, a tag or a note: it names what U takes back, for a few seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ui.i18n.mark import translate
from ui.models import deed_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.runtime.app import Console
    from console.services.past import PastDecision
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.widgets.toast import Toast

SECONDS: Final = 8


class DeedNotice(QObject):
    """``tell`` is called once the console has answered; ``spoken`` hears which line of the history the notice is about."""

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Callable[[], Actor],
        toast: Toast,
        clock: Callable[[], float],
        spoken: Callable[[int], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._toast, self._clock, self._spoken = toast, clock, spoken

    def tell(self) -> None:
        """Read what was done last, and say how it comes back. A decision made meanwhile has its own notice."""
        actor = self._actor()
        future = self._console.background(lambda c: c.past.next_to_undo(actor))
        self._bridge.watch(future, self, self._show)

    def _show(self, line: PastDecision | None) -> None:
        if line is None or not line.deed or not line.way.open:
            return
        self._spoken(-line.id if line.batch else line.id)
        words = deed_words.done_words(line)
        if line.batch:
            words = deed_words.named(line)
            words = words[:1].upper() + words[1:]
        until = self._clock() + SECONDS
        self._toast.notify(
            deed_words.ICONS[line.action], words, translate("Actions", "Undo"), until, counts=False
        )

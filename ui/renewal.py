"""Says calmly that Vigie was updated while its window stood open: once as a sentence, then as an entry of the strip."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from console.replaced import replaced
from ui.i18n.mark import translate

if TYPE_CHECKING:
    from ui.views.status import Status

log = logging.getLogger(__name__)
LOOK_MS: Final = 10_000
"""How often the program's file is looked at: one question to the file system."""


def renewed_words() -> str:
    """What the person is told, in the language shown."""
    return translate("Status", "Vigie was updated: close it and open it again.")


class Renewal(QObject):
    """Looks from time to time until another program lies in this one's place. Ends with its parent."""

    def __init__(self, status: Status, parent: QObject) -> None:
        super().__init__(parent)
        self._status = status
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    @Slot()
    def look(self) -> None:
        """Look once; what was found is said, and not looked for again."""
        if replaced():
            self.timer.stop()
            log.info("another version lies in this program's place")
            self._status.tell_renewed()

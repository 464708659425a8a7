"""A second window on a workspace, in a process of its own: obeys lines on its standard input, answers with JSON.

``python -m tests.ui.second_window FILE NAME``; commands: ``open ID``, ``key K``, ``type WORDS``, ``look``, ``leave``.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.runtime.app import Console
from console.runtime.connections import memory_only
from ui.app import Preferences
from ui.bridge import Bridge
from ui.views.main_window import MainWindow


class Ears(QObject):
    """Lines of the standard input, in the GUI thread; the end of input leaves."""

    heard = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.heard.emit(line.strip())
        self.heard.emit("leave")


def main() -> None:
    """Open the window and obey."""
    path, name = Path(sys.argv[1]), sys.argv[2]
    app = QApplication(sys.argv[:1])
    console = Console.open(path, secrets=memory_only(), language="en")
    actor = console.actor(name)
    bridge = Bridge()
    preferences = Preferences(app, path.parent / f"{name}.toml", "en")
    window = MainWindow(console, bridge, actor, preferences)
    console.subscribe(bridge.publish)
    window.show()
    window.activateWindow()
    console.background(lambda c: c.engine.start()).result(20)
    queue = window.queue

    def look() -> dict[str, object]:
        data = queue.detail_data
        return {
            "current": queue.list.current(),
            "armed": queue.armed() is not None,
            "held": queue.claims.held,
            "claim": "" if data is None else data.claim,
            "replying": queue.replying.open,
            "text": queue.reply.text(),
            "strip": " | ".join(window.status.strip.words()),
        }

    def obey(line: str) -> None:
        word, _, rest = line.partition(" ")
        target = app.focusWidget() or window
        acts: dict[str, Callable[[], object]] = {
            "open": lambda: queue.list.make_current(int(rest)),
            "key": lambda: QTest.keyClicks(target, rest),
            "type": lambda: QTest.keyClicks(queue.reply.editor, rest),
            "look": lambda: None,
        }
        if word == "leave":
            window.close()
            bridge.close()
            console.close()
            app.quit()
            return
        acts[word]()
        print(json.dumps(look()), flush=True)

    ears = Ears()
    ears.heard.connect(obey)
    print("ready", flush=True)
    app.exec()


if __name__ == "__main__":
    main()

"""A process that writes a reply in a real window and never stops: for the test that kills it. Not a test itself."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk, turn
from tests.ui.queue_desk import of


def main() -> None:
    """``typing_child.py FOLDER``: says which comment it answers, then the time of each letter it has typed."""
    app = QApplication([])
    desk = Desk(Path(sys.argv[1]), app)
    desk.start()
    question = of("question")
    card = desk.go_to(question)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_R)
    desk.wait(lambda: not desk.queue.reply.isHidden())
    desk.queue.reply.editor.setFocus()
    print(card.id, flush=True)
    while True:
        desk.type("abcdefghij"[len(desk.queue.reply.text()) % 10])
        print(time.monotonic(), flush=True)
        turn(10)


if __name__ == "__main__":
    main()

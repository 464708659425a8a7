"""A person at the keyboard, for tests: looks at what is painted, presses real keys, and writes down what was meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.desk import Desk
from ui.models.detail_data import DetailData

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HARSH = ("insult", "hate", "obscene")
GRAVE = ("manifestly_illegal", "threat")
KEYS = {"keep": Qt.Key.Key_G, "hide": Qt.Key.Key_H, "escalate": Qt.Key.Key_E, "like": Qt.Key.Key_Y}


@dataclass(frozen=True, slots=True)
class Meant:
    """One decision as it was meant: of which comment, and whether it was taken back."""

    comment: int
    action: str
    text: str = ""
    undone: bool = False


@dataclass
class Person:
    """Works a list from its top. ``ledger`` is everything meant, in order; ``categories`` what was corrected."""

    desk: Desk
    ledger: list[Meant] = field(default_factory=list)
    categories: dict[int, str] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)

    # ------------------------------------------------------------------ looking

    def look(self) -> DetailData:
        """What stands in front, once it is painted."""
        self.desk.wait(self.desk.armed)
        data = self.desk.queue.armed()
        assert data is not None
        return data

    def gone(self, comment: int) -> None:
        """Wait until a comment has left the list; what else the policy proposes is read, and done by its own key."""
        bar, rest, model = self.desk.queue.bar, self.desk.queue.decisions.rest, self.desk.queue.model
        asked: tuple[str, ...] = ()
        while True:
            self.desk.wait(
                lambda before=asked: (
                    model.row_of(comment) < 0
                    or (bar.asking == "rest" and bar.strip.armed and rest.actions not in ((), before))
                )
            )
            if model.row_of(comment) < 0:
                return
            asked = rest.actions
            if asked[0] in KEYS:
                self.desk.press(KEYS[asked[0]])
                self.ledger.append(Meant(comment, asked[0]))
            else:
                self.desk.press(Qt.Key.Key_Return)

    def asked(self, kind: str) -> None:
        """Wait until a question was painted."""
        self.desk.wait(lambda: self.desk.queue.bar.asking == kind and self.desk.queue.bar.strip.armed)

    # ------------------------------------------------------------------ deciding

    def triage(self, turn: int) -> None:
        """One comment, decided by what is painted of it."""
        data = self.look()
        category, comment = data.card.category, data.card.id
        if category in HARSH and turn % 5 == 0:
            self.try_block(data)
        if category in GRAVE and self.can(data, "report"):
            self.report(data)
        elif category in GRAVE and self.can(data, "escalate"):
            self.press("escalate", comment)
        elif category in (*HARSH, "spam") and self.can(data, "hide"):
            self.press("hide", comment)
        elif category == "troll" and self.can(data, "watch"):
            self.until("watch", Qt.Key.Key_W, comment, Qt.Key.Key_M)
        elif category in ("question", "constructive_criticism") and self.can(data, "reply"):
            self.reply(data, turn)
        elif category == "neutral" and turn % 3 == 0:
            self.until("snooze", Qt.Key.Key_S, comment, Qt.Key.Key_H)
        elif category == "neutral" and turn % 3 == 1:
            self.correct(comment)
        elif category == "praise" and turn % 2 and self.can(data, "like") and not data.card.severity:
            self.press("like", comment)
        else:
            self.press("keep", comment)

    @staticmethod
    def can(data: DetailData, action: str) -> bool:
        """Whether the button of an action is painted as one that can act."""
        face = data.faces.get(action)
        return face is not None and not face.refusal and not face.by_hand

    def press(self, action: str, comment: int) -> None:
        """A decision of one key."""
        self.desk.press(KEYS[action])
        self.ledger.append(Meant(comment, action))
        self.gone(comment)

    def report(self, data: DetailData) -> None:
        """P, what it does is read, Enter."""
        self.desk.press(Qt.Key.Key_P)
        self.asked("confirm:report")
        self.desk.press(Qt.Key.Key_Return)
        self.ledger.append(Meant(data.card.id, "report"))
        self.gone(data.card.id)

    def try_block(self, data: DetailData) -> None:
        """B where it is no first step: the answer is read, Esc leaves everything as it was."""
        face = data.faces.get("block")
        if face is None or not face.refusal:
            return
        self.desk.press(Qt.Key.Key_B)
        self.asked("refused:block")
        self.refused["block"] += 1
        self.desk.press(Qt.Key.Key_Escape)
        assert self.desk.queue.bar.asking == ""

    def until(self, action: str, key: Qt.Key, comment: int, when: Qt.Key) -> None:
        """Later, or hold and watch: the key, then the time."""
        self.desk.press(key)
        self.asked("later" if action == "snooze" else "watch")
        self.desk.press(when)
        self.ledger.append(Meant(comment, action))
        self.gone(comment)

    def reply(self, data: DetailData, turn: int) -> None:
        """R, words that are letters of decisions too, Ctrl+Enter."""
        self.desk.press(Qt.Key.Key_R)
        box = self.desk.queue.reply
        self.desk.wait(lambda: isinstance(self.desk.app.focusWidget(), QPlainTextEdit))
        assert box.comment_id == data.card.id
        text = f"Bonjour, nous regardons cela ({turn})."
        self.desk.type(text)
        self.desk.wait(lambda: not box.send_button.reason)
        self.desk.press(Qt.Key.Key_Return, CONTROL)
        self.ledger.append(Meant(data.card.id, "reply", text))
        self.gone(data.card.id)

    def correct(self, comment: int) -> None:
        """C, B for praise; then it is kept."""
        self.desk.press(Qt.Key.Key_C)
        self.asked("category")
        self.desk.press(Qt.Key.Key_B)
        self.desk.wait(lambda: self.desk.armed() and self.look().card.category == "praise")
        self.categories[comment] = "praise"
        self.press("keep", comment)

    def take_back(self) -> None:
        """U: the last decision; its comment is in front again, and is decided anew."""
        last = self.ledger[-1]
        self.desk.wait(self.desk.armed)
        self.desk.press(Qt.Key.Key_U)
        self.desk.wait(lambda: self.desk.current() == last.comment and self.desk.armed())
        self.ledger[-1] = Meant(last.comment, last.action, last.text, undone=True)

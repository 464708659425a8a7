"""A window on the policy room over a small policy of our own, read by a reader that knows a handful of words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.domain.vocabulary import Role
from console.policy import load_policy
from console.runtime.app import Console
from console.secrets import ChainedSecrets
from console.store import Tx
from tests.support.word_reader import WordReader
from tests.support.workspaces import Clock
from tests.ui.team_desk import DEADLINE, TeamDesk
from ui.app import Preferences
from ui.bridge import Bridge
from ui.views.main_window import MainWindow
from ui.views.policy.room import PolicyRoom
from ui.views.team_pages import TeamPages

POLICY = """# A small policy
schema = 1
name = "Small"

[category.insult]
label = { fr = "Insulte", en = "Insult" }
severity = 3
ground = "terms"
clause = "rules 1"
violation = true

[category.constructive_criticism]
label = { fr = "Critique", en = "Criticism" }
severity = 0
protected = true
reply = "expected"

[list.house]
match = "word"
file = "lists/house.txt"

# The one rule
[[rule]]
id = "R-1"
note = "Insults"
category = "insult"
when.any = [{ list = "house" }, { score = "insult", at_least = 0.90 }]
propose = ["hide"]
[[rule.test]]
text = "you clown"
expect = "match"
[[rule.test]]
text = "your pump leaks"
expect = "no_match"
"""
FILES = {"lists/house.txt": b"# ours\npuddinghead\n"}
SIGNED = POLICY + '\n[approval]\nactivation = { second_signature = true, role = "lead" }\n'


class RoomDesk(TeamDesk):
    """``room()`` is the policy room, read, checked and tested."""

    def __init__(
        self,
        folder: Path,
        app: QApplication,
        secrets: ChainedSecrets,
        *,
        policy: str = POLICY,
        name: str | None = None,
        language: str = "en",
        again: bool = False,
        mode: str = "text",
    ) -> None:
        """``again`` opens the workspace of an earlier desk in the same folder as it is; ``mode`` "" has no choice yet."""
        self.app = app
        self.clock = Clock()
        self.folder = folder
        self.console = Console.open(
            folder / "lormel.vigie", secrets=secrets, clock=self.clock, reader=WordReader(), language="en"
        )
        if not again:
            self._settle_policy(policy)
            for member, role in (("Kim", Role.MODERATOR), ("Idris", Role.LEAD)):
                self.console.store.write(
                    lambda tx, who=member, what=role: tx.settings.set_member(who, what, tx.now)
                ).result(DEADLINE)
        self.actor = self.console.actor(name)
        self.bridge = Bridge()
        if mode and not again:
            (folder / "settings.toml").write_text(f'[window]\npolicy_mode = "{mode}"\n', encoding="utf-8")
        self.preferences = Preferences(app, folder / "settings.toml", language)
        self.window = MainWindow(self.console, self.bridge, self.actor, self.preferences, self.clock.now)
        self.pages = TeamPages(self.window, self.console, self.bridge, self.actor, self.preferences, "0.1.0")
        self.console.subscribe(self.bridge.publish)
        self._warm_up()
        self.start_engine()
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()

    def _settle_policy(self, text: str) -> None:
        """Put a policy in force as the first one of a workspace would be."""
        loaded = load_policy(text, files=FILES)
        assert loaded.policy is not None, loaded.errors
        policy = loaded.policy

        me = self.console.os_user

        def work(tx: Tx) -> None:
            tx.policies.add(policy.id, policy.name, loaded.text, loaded.files, tx.now, me)
            tx.policies.add_step(policy.id, "check", me, "lead", tx.now)
            tx.policies.activate(policy.id, me, tx.now)

        self.console.store.write(work).result(DEADLINE)

    def room(self) -> PolicyRoom:
        """The room, once its text is checked and its tests have run."""
        self.window.run("app.policy")
        page = self.window.room("policy")
        assert isinstance(page, PolicyRoom)
        self.wait(lambda: page.desk.ready and page.draft.fresh)
        self.settled(page)
        return page

    def settled(self, room: PolicyRoom) -> None:
        """Wait until the check, the tests and every step of the room are done."""
        self.wait(lambda: room.draft.fresh and not room.desk.busy)
        if room.draft.policy is not None:
            self.wait(lambda: room.tests.fresh and room.tests.state == "done")

    def write(self, room: PolicyRoom, before: str, after: str) -> None:
        """Change a place of the text as a person would: find it, type over it."""
        editor = room.text.editor
        cursor = editor.document().find(before)
        assert not cursor.isNull(), before
        editor.setTextCursor(cursor)
        editor.setFocus()
        editor.insertPlainText(after)

    def try_text(self, room: PolicyRoom, text: str) -> None:
        """Type into the live test and wait for what comes of it."""
        room.live_test()
        QTest.keyClicks(room.live.field, text)
        self.wait(
            lambda: (
                room.trial.outcome is not None
                and room.trial.outcome.tried is not None
                and room.trial.outcome.tried.text == text
            )
        )

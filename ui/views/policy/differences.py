"""What the draft says otherwise than the policy in force, in plain language, by section, with its effect on the past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.policy import Difference, Policy, say_difference, section_title
from console.policy.differences import differences
from console.policy.differences.effect import say_effect
from console.policy.lines import line_map
from ui import actions
from ui.i18n.mark import translate
from ui.i18n.policy_results_counted import counted
from ui.models.policy.replay import PolicyReplay
from ui.views.policy.tabs import TabPage
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import ActionButton
from ui.widgets.empty import EmptyState
from ui.widgets.reading_list import ReadingList, ReadItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.models.policy.draft import PolicyDraft
    from ui.theme.look import Look

_ICONS = {
    "added": ("plus", "ok"), "removed": ("minus", "text-muted"), "up": ("caret-up", "text-muted"),
    "down": ("caret-down", "text-muted"), "on": ("plus", "ok"), "off": ("minus", "text-muted"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """The differences with the line (from 1) of the draft's text where each stands, 0 where there is none."""

    old: Policy
    new: Policy
    found: tuple[Difference, ...]
    lines: tuple[int, ...]


def compare(old: Policy, new: Policy, text: str) -> Compared:
    """Compare two policies; ``text`` is what the new one was read from. Takes some milliseconds: off the GUI thread."""
    found = differences(old, new)
    places = line_map(text) if found else None
    order = {rule.id: index for index, rule in enumerate(new.rules)}

    def line(one: Difference) -> int:
        if places is None:
            return 0
        if one.section == "rule":
            return places.line(("rule", order[one.subject])) if one.subject in order else 0
        if one.section == "category" and one.subject not in new.categories:
            return 0
        if one.section == "list" and one.subject not in new.lists:
            return 0
        keys = {"about": one.code.partition(".")[2].replace("language_added", "languages").replace(
            "language_removed", "languages"), "permission": "permissions"}  # fmt: skip
        key = keys.get(one.section, one.section)
        path = (key, one.subject) if one.subject else (key,)
        at = places.line(path)
        return at if at > 1 else 0

    return Compared(old, new, found, tuple(line(one) for one in found))


class DifferencesTab(TabPage):
    """``line_asked`` carries the line (from 1) where a difference stands in the text."""

    line_asked = Signal(int)

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        draft: PolicyDraft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._console, self._bridge, self._draft = console, bridge, draft
        self._replay = PolicyReplay.of(console, bridge, actor, draft)
        self.compared: Compared | None = None
        self._asked = 0
        px = look.px
        self.summary = IconText(look, role="title", color="text", weight=600)
        self.effect = Text(look, "body", "text", wrap=True)
        self.run = ActionButton(look, "arrows-clockwise")
        self.list = ReadingList(look)
        self.empty = EmptyState(look)
        self._head = Pane(look, "surface", "b")
        row = QHBoxLayout(self._head)
        row.setContentsMargins(px(16), px(8), px(12), px(8))
        row.setSpacing(px(10))
        said = QVBoxLayout()
        said.setSpacing(px(3))
        said.addWidget(self.summary)
        said.addWidget(self.effect)
        row.addLayout(said, 1)
        row.addWidget(self.run, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        self.list.opened.connect(self.line_asked)
        self.run.clicked.connect(lambda _checked=False: self._replay.start())
        for signal in (draft.checked, draft.active_changed):
            signal.connect(self.refresh)
        draft.changed.connect(lambda _origin: self._show())
        self._replay.changed.connect(self._show_effect)
        self.setFocusProxy(self.list)
        self.retranslate()
        self.refresh()

    # ------------------------------------------------------------------ comparing

    def refresh(self) -> None:
        """Compare again; the newest answer counts."""
        self._asked += 1
        asked, old, new, text = self._asked, self._draft.active, self._draft.policy, self._draft.text
        if old is None or new is None:
            self.compared = None
            self._show()
            return
        future = self._console.background(lambda _console: compare(old, new, text))
        self._bridge.watch(future, self, lambda found: self._landed(asked, found))

    def _landed(self, asked: int, found: Compared) -> None:
        if asked == self._asked:
            self.compared = found
            self._show()

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        compared = self.compared
        some = compared is not None and bool(compared.found)
        self._head.setVisible(some)
        self.list.setVisible(some)
        self.empty.setVisible(not some)
        if compared is not None and some:
            number = self._draft.active_text.number
            self.summary.set_text(counted.differences(len(compared.found)).format(number=number))
            self.list.show_items(entries(compared, _language()))
            self._show_effect()
        else:
            self.empty.show_state(*self._nothing())
        self.title_changed.emit(self.title())

    def _nothing(self) -> tuple[str, str, str]:
        if self._draft.fresh and self._draft.load is not None and self._draft.policy is None:
            return (
                "x-circle",
                translate("PolicyResults", "The text has errors"),
                translate("PolicyResults", "Mend them first: only a sound text can be compared."),
            )
        if self.compared is None:
            return "circle-dashed", translate("PolicyResults", "The texts are being compared"), ""
        return (
            "scales",
            translate("PolicyResults", "No difference"),
            translate(
                "PolicyResults",
                "This text means the same as the policy in force. Names, notes, remarks and rule tests do not count.",
            ),
        )

    def _show_effect(self) -> None:
        replay = self._replay
        fresh = replay.result is not None and not replay.stale
        self.run.setVisible(not fresh)
        self.run.set_inert(translate("PolicyResults", "A replay is running.") if replay.running else "")
        if fresh and replay.result is not None:
            self.effect.set_color("text")
            self.effect.setText(" ".join(say_effect(replay.result.report, _language())))
        elif replay.running:
            self.effect.set_color("text-muted")
            self.effect.setText(translate("PolicyResults", "The past is being replayed"))
        else:
            self.effect.set_color("text-muted")
            self.effect.setText(
                translate(
                    "PolicyResults", "A replay tells which comments of the past would be hidden or not."
                )
            )

    # ------------------------------------------------------------------ words

    def title(self) -> str:
        """The tab's word with its count."""
        if self.compared is None or not self.compared.found:
            return translate("PolicyResults", "Differences")
        return translate("PolicyResults", "Differences {n}").format(n=len(self.compared.found))

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.run.set_face(
            "arrows-clockwise", translate("PolicyResults", "Replay"), actions.keycaps("app.refresh")
        )
        self.list.setAccessibleName(translate("PolicyResults", "Differences from the policy in force"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def entries(compared: Compared, language: str) -> Sequence[ReadItem]:
    """The differences as entries under the heads of their sections."""
    items: list[ReadItem] = []
    section = ""
    for one, line in zip(compared.found, compared.lines, strict=True):
        if one.section != section:
            section = one.section
            items.append(ReadItem(section_title(section, language), heading=True))
        icon, color = _ICONS.get(
            one.code.rpartition(".")[2].rpartition("_")[2], ("note-pencil", "text-muted")
        )
        where = translate("PolicyResults", "line {n}").format(n=line) if line else ""
        items.append(
            ReadItem(
                say_difference(one, language, compared.new, compared.old), line, icon, color,
                tail=where,
            )
        )  # fmt: skip
    return items


def _language() -> str:
    return "fr" if QLocale().language() == QLocale.Language.French else "en"

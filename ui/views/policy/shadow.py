"""The shadow in the policy room: a version that proposes beside the one in force, and what it would do otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.errors import describe, paragraph
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.policy_results_counted import counted
from ui.i18n.words import category_word, role_word
from ui.models.policy import result_words as words
from ui.theme.icon_names import category_color, category_icon
from ui.views.policy.tabs import TabPage
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton
from ui.widgets.cells import Cell
from ui.widgets.empty import EmptyState
from ui.widgets.reading_list import ReadingList
from ui.widgets.result_table import ResultTable
from ui.widgets.runs import Run, RunText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.roles import Actor
    from console.services.versions import PolicyVersion
    from ui.bridge import Bridge
    from ui.models.policy.draft import PolicyDraft
    from ui.theme.look import Look

REFRESH_MS: Final = 1_500
"""Pause before changes of the workspace are read again, while the tab is seen."""


@dataclass(frozen=True, slots=True)
class Found:
    """The version that is or was in shadow, None for none, with its report."""

    version: PolicyVersion | None
    report: Mapping[str, Any]


class ShadowTab(TabPage):
    """``open_comment`` carries a comment to open in the queue."""

    open_comment = Signal(int)

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
        self._console, self._bridge, self._actor, self._draft = console, bridge, actor, draft
        self.found: Found | None = None
        self._busy = False
        self._asked = 0
        self.state = IconText(look, "moon", role="title", color="text", weight=600)
        self.line = Text(look, "small", "text-muted", wrap=True)
        self.button = ActionButton(look, "moon")
        self.sentence = RunText(look, role="read")
        self.agreement = Text(look, "body", "text", wrap=True)
        self.aside = Text(look, "small", "text-muted", wrap=True)
        self.categories_title = Text(look, "small", "text-muted", 600)
        self.categories = ResultTable(look, (4, 4, 2), (2,), chooses=False)
        self.rules_title = Text(look, "small", "text-muted", 600)
        self.rules = ResultTable(look, (4, 2, 2, 2), (1, 2, 3), chooses=False)
        self.read_title = Text(look, "small", "text-muted", 600)
        self.list = ReadingList(look)
        self.empty = EmptyState(look)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._build()
        self.button.clicked.connect(lambda _checked=False: self._press())
        self.button.asked_why.connect(self._tell_why)
        self.list.opened.connect(self.open_comment)
        bridge.changed.connect(self._on_changed)
        for signal in (draft.version_changed, draft.checked, draft.active_changed):
            signal.connect(self.refresh)
        self.retranslate()
        self.refresh()

    def _build(self) -> None:
        px = self.look.px
        head = Pane(self.look, "surface", "b")
        row = QHBoxLayout(head)
        row.setContentsMargins(px(16), px(8), px(14 - RING_ROOM), px(8))
        row.setSpacing(px(10))
        said = QVBoxLayout()
        said.setSpacing(px(2))
        said.addWidget(self.state)
        said.addWidget(self.line)
        row.addLayout(said, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self._holder = Pane(self.look, "surface")
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(8))
        self.list.show_whole()
        for widget in (
            self.sentence, self.agreement, self.aside, self.categories_title, self.categories, self.read_title,
            self.list, self.rules_title, self.rules,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidget(self._holder)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._keep_visible())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.empty, 1)
        whole.addWidget(self._area, 1)
        self.setFocusProxy(self.button)

    def _keep_visible(self) -> None:
        if self.list.hasFocus():
            rect = self.list.visualRect(self.list.currentIndex())
            at = self.list.mapTo(self._holder, rect.center())
            self._area.ensureVisible(at.x(), at.y(), 0, rect.height())

    # ------------------------------------------------------------------ reading

    def refresh(self) -> None:
        """Read again which version is in shadow and what it proposed; the newest answer counts."""
        self._asked += 1
        asked, version = self._asked, self._draft.version
        wanted = None if version is None else version.id

        def read(console: Console) -> Found:
            versions = console.lifecycle.versions()
            chosen = next((one for one in versions if one.state == "shadow"), None)
            if chosen is None:
                chosen = next((one for one in versions if one.id == wanted and one.shadow_since), None)
            return Found(chosen, {} if chosen is None else console.lifecycle.shadow_report(chosen.id))

        self._bridge.watch(
            self._console.background(read), self, lambda found: self._landed(asked, found), self._failed
        )

    def _landed(self, asked: int, found: Found) -> None:
        if asked == self._asked:
            self.found = found
            self._show()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._show()
        self._tell_why(paragraph(describe(error)))

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        """A change while the tab is seen is read after a pause; what comes during the pause comes with it."""
        if any(one.what == "policy" for one in changes):
            self.refresh()
        elif self.isVisible() and not self._timer.isActive() and self._running() is not None:
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date when it is looked at."""
        super().showEvent(event)
        if self._running() is not None:
            self.refresh()

    # ------------------------------------------------------------------ moves

    def _running(self) -> PolicyVersion | None:
        version = self.found.version if self.found is not None else None
        return version if version is not None and version.state == "shadow" else None

    def _press(self) -> None:
        actor, version = self._actor, self._draft.version
        if self._running() is not None:
            future = self._console.background(lambda c: c.lifecycle.stop_shadow(actor))
        elif version is not None:
            wanted = version.id
            future = self._console.background(lambda c: c.lifecycle.start_shadow(wanted, actor))
        else:
            return
        self._busy = True
        self._say_button()
        self._bridge.watch(future, self, lambda _done: self._moved(), self._failed)

    def _moved(self) -> None:
        self._busy = False
        self.refresh()

    def _why(self) -> str:
        """What stands against starting, or ending, the shadow now."""
        if self._busy:
            return translate("PolicyResults", "One moment: the last step is still under way.")
        if not self._actor.may("policy"):
            return translate(
                "PolicyResults", "Your role, {role}, reads. A lead starts and ends a shadow."
            ).format(role=role_word(self._actor.role.value))
        if self._running() is not None:
            return ""
        version, policy = self._draft.version, self._draft.policy
        if version is None or policy is None or version.id != policy.id:
            return translate("PolicyResults", "Submit the draft as a version first.")
        if version.state == "active":
            return translate("PolicyResults", "This version is in force already.")
        return ""

    def _tell_why(self, reason: str) -> None:
        self.line.setText(reason)
        self.line.show()

    # ------------------------------------------------------------------ showing

    def _say_button(self) -> None:
        running = self._running() is not None
        self.button.set_face(
            "moon",
            translate("PolicyResults", "End shadow")
            if running
            else translate("PolicyResults", "Start shadow"),
        )
        self.button.set_inert(self._why())

    def _show(self) -> None:
        self._say_button()
        found = self.found
        version = None if found is None else found.version
        self._say_state(version)
        report = {} if found is None else found.report
        compared = int(report.get("compared", 0))
        self._area.setVisible(compared > 0)
        self.empty.setVisible(compared == 0)
        if compared:
            self._show_report(report)
        else:
            self.empty.show_state(*self._nothing(version, report))

    def _say_state(self, version: PolicyVersion | None) -> None:
        now = self._console.clock.now()
        if version is None:
            self.state.set_text(translate("PolicyResults", "No version is in shadow"))
        elif version.state == "shadow":
            self.state.set_text(translate("PolicyResults", "v{n} is in shadow").format(n=version.number))
        else:
            self.state.set_text(translate("PolicyResults", "v{n} was in shadow").format(n=version.number))
        since = "" if version is None or not version.shadow_since else say.moment(version.shadow_since, now)
        text = translate("PolicyResults", "Since {moment}.").format(moment=since) if since else ""
        why = self._why()
        self.line.setText(" ".join(part for part in (text, why) if part))
        self.line.setVisible(bool(self.line.text()))

    def _nothing(self, version: PolicyVersion | None, report: Mapping[str, Any]) -> tuple[str, str, str]:
        if version is None:
            return (
                "moon",
                translate("PolicyResults", "Try it beside the policy in force"),
                translate(
                    "PolicyResults",
                    "In shadow a version proposes for every comment, as the policy in force does. Nobody in the queue sees it; here you read where both differ. Change the text, submit it as a version, then start its shadow.",
                ),
            )
        aside = int(report.get("set_aside", 0))
        return (
            "moon",
            translate("PolicyResults", "Nothing to compare yet"),
            counted.set_aside(aside)
            if aside
            else translate("PolicyResults", "The first comments that come in will be compared here."),
        )

    def _show_report(self, report: Mapping[str, Any]) -> None:
        self.sentence.set_runs(self._sentence(report))
        self.agreement.setText(self._agreement(report))
        self.agreement.setVisible(bool(self.agreement.text()))
        aside = int(report.get("set_aside", 0))
        self.aside.setText(counted.set_aside(aside) if aside else "")
        self.aside.setVisible(bool(aside))
        rows = [
            (
                _category(str(one["from"])),
                _category(str(one["to"])),
                Cell(say.number(int(one["comments"])), right=True),
            )
            for one in report.get("categories", ())
        ]
        heads = (
            translate("PolicyResults", "In force"),
            translate("PolicyResults", "In shadow"),
            translate("PolicyResults", "Comments"),
        )
        self.categories.set_rows(heads, rows)
        self.categories.fit_height()
        for widget in (self.categories, self.categories_title):
            widget.setVisible(bool(rows))
        self._show_rules(report)
        items = [words.shadow_item(one) for one in report.get("disagreements", ())]
        self.list.show_items(items)
        for part in (self.list, self.read_title):
            part.setVisible(bool(items))

    def _show_rules(self, report: Mapping[str, Any]) -> None:
        rows = []
        for one in report.get("rules", ()):
            change = int(one["hits"]) - int(one["active_hits"])
            rows.append(
                (
                    Cell(str(one["rule"]), weight=600),
                    Cell(say.number(int(one["active_hits"])), right=True),
                    Cell(say.number(int(one["hits"])), right=True),
                    Cell(words.signed(change), color="text" if change else "text-muted", right=True),
                )
            )
        heads = (
            translate("PolicyResults", "Rule"),
            translate("PolicyResults", "In force"),
            translate("PolicyResults", "In shadow"),
            translate("PolicyResults", "Change"),
        )
        self.rules.set_rows(heads, rows)
        self.rules.fit_height()
        for widget in (self.rules, self.rules_title):
            widget.setVisible(bool(rows))

    def _sentence(self, report: Mapping[str, Any]) -> list[Run]:
        text = translate("PolicyResults", "{seen}, {otherwise}: {more}, {fewer}.").format(
            seen=counted.seen(int(report["compared"])),
            otherwise=counted.otherwise(int(report["differ"])),
            more=counted.more_hidden(int(report["more_hidden"])),
            fewer=counted.no_longer(int(report["no_longer_hidden"])),
        )
        runs = words.starred(text)
        protected = int(report["protected_hit"]["shadow"])
        if protected:
            runs += [Run(" "), *words.starred(counted.protected(protected), "danger")]
        return runs

    def _agreement(self, report: Mapping[str, Any]) -> str:
        """How often each side proposes what people then decide."""
        shares = report.get("agreement", {})
        parts = []
        for side, template in (
            ("shadow", translate("PolicyResults", "With your decisions since, the shadow agrees in {share}")),
            ("active", translate("PolicyResults", "the policy in force in {share}")),
        ):
            share = shares.get(side, {})
            if share.get("few") or "value" not in share:
                n = say.number(int(share.get("n", 0)))
                return translate(
                    "PolicyResults", "Too few decisions since ({n}) to say how often either agrees with you."
                ).format(n=n)
            parts.append(template.format(share=words.percent(float(share["value"]))))
        return ", ".join(parts) + "."

    # ------------------------------------------------------------------ words

    def title(self) -> str:
        """The tab's word."""
        return translate("PolicyResults", "Shadow")

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.categories_title.setText(translate("PolicyResults", "Categories that change"))
        self.rules_title.setText(translate("PolicyResults", "Hits by rule"))
        self.read_title.setText(translate("PolicyResults", "Comments on which they differ"))
        self.categories.setAccessibleName(self.categories_title.text())
        self.rules.setAccessibleName(self.rules_title.text())
        self.list.setAccessibleName(self.read_title.text())
        self._show()
        self.title_changed.emit(self.title())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _category(name: str) -> Cell:
    return Cell(category_word(name), category_icon(name), category_color(name), filled=True)

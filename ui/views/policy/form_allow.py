"""Exempt authors, domains and phrases, and watched authors in the policy form."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.policy.document import DocumentError, PolicyDocument, WatchView
from ui.i18n.mark import translate
from ui.views.policy.form_page import PLACE
from ui.views.policy.form_parts import FormPage
from ui.widgets.base import Text
from ui.widgets.buttons import BarLink
from ui.widgets.form_controls import Line

#: Author keys as examples: the same in every language.
PARTNER, RAIDER = "youtube:UC_partner", "instagram:raider42"


class AllowPage(FormPage):
    """Who and what rules spare, and whom we look at twice."""

    section = "allow"

    def shape(self, document: PolicyDocument) -> object:
        """The watched authors."""
        return document.watched()

    def build(self, document: PolicyDocument) -> None:
        """Three lists of exemptions, then the watched authors."""
        self.head(
            translate("PolicyForm", "Allowed and watched"),
            translate("PolicyForm", "Rules propose nothing against these. A person still may."),
        )
        for kind, label, help_ in (
            (
                "authors",
                translate("PolicyForm", "Exempt authors, one per line"),
                translate("PolicyForm", "Platform and id, such as {example}").format(example=PARTNER),
            ),
            (
                "domains",
                translate("PolicyForm", "Links that are always fine, one site per line"),
                translate("PolicyForm", "Such as service-public.fr; your own site belongs here."),
            ),
            (
                "phrases",
                translate("PolicyForm", "Phrases that are never an insult, one per line"),
                translate("PolicyForm", "They cancel words of the lists, such as “pain bâtard”."),
            ),
        ):
            self._allowed(kind, label, help_)
        self.part(
            translate("PolicyForm", "Watched authors"),
            translate(
                "PolicyForm", "They are marked in the queue, and replies to them ask for a second thought."
            ),
        )
        if not document.watched():
            self.note(translate("PolicyForm", "Nobody is watched."))
        for entry in document.watched():
            self._watched(entry)
        self._new()

    def _allowed(self, kind: str, label: str, help_: str) -> None:
        self.lines(
            kind, label, lambda d: d.allowed(kind), lambda d, entries: d.set_allowed(kind, entries), rows=4,
            help_=help_, path=("allow", kind),
        )  # fmt: skip

    def _watched(self, entry: WatchView) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = Text(self.look, "body", wrap=True)
        parts = [entry.author]
        if entry.until is not None:
            parts.append(translate("PolicyForm", "until {day}").format(day=entry.until.isoformat()))
        words.setText(" · ".join([*parts, entry.reason] if entry.reason else parts))
        row.addWidget(words, 1)
        remove = BarLink(self.look, "x", "", color="text-muted")
        remove.set_face(
            "x", "", name=translate("PolicyForm", "No longer watch {author}").format(author=entry.author)
        )
        remove.setProperty(PLACE, f"watch.{entry.author}")
        remove.clicked.connect(
            lambda _checked=False: self.change("watch", lambda d: d.remove_watched(entry.author))
        )
        row.addWidget(remove)
        self.column.addWidget(holder)

    def _new(self) -> None:
        author = Line(self.look, live=False)
        author.setPlaceholderText(RAIDER)
        self.bind(
            "watch", author, lambda _d: None, label=translate("PolicyForm", "Watch an author"),
            help_=translate("PolicyForm", "Platform and id."), path=("watch", "authors"),
        )  # fmt: skip
        until, reason = Line(self.look, live=False), Line(self.look, live=False)
        until.setPlaceholderText("2027-01-31")
        self.bind(
            "until", until, lambda _d: None, label=translate("PolicyForm", "Until"),
            help_=translate("PolicyForm", "Year-month-day; empty: until taken off."),
        )  # fmt: skip
        self.bind("reason", reason, lambda _d: None, label=translate("PolicyForm", "Reason"))
        add = self.button(
            "watch.add", translate("PolicyForm", "Watch"),
            lambda: self._add(author, until, reason), "plus",
        )  # fmt: skip
        for line in (author, until, reason):
            line.free = True
            line.returnPressed.connect(add.click)

    def _add(self, author: Line, until: Line, reason: Line) -> None:
        who, when, why = author.text(), until.text(), reason.text()
        if self.change("watch", lambda d: d.add_watched(who, _day(when), why)):
            for line in (author, until, reason):
                line.clear()
            author.setFocus()


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as wrong:
        raise DocumentError("document.day", value=text.strip()[:40]) from wrong

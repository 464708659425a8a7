"""Looking at the open comment: reveal, open on the site, copy, its log entries, keeping our reply as a statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ui import actions
from ui.i18n.mark import translate
from ui.models.reply_words import error_words

if TYPE_CHECKING:
    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.views.queue_view import QueueView


class Looking(QObject):
    """What a person does with the open comment short of deciding; ``revealed`` are the ids shown unmasked."""

    def __init__(self, view: QueueView, console: Console, bridge: Bridge, actor: Actor) -> None:
        super().__init__(view)
        self._view, self._console, self._bridge, self._actor = view, console, bridge, actor
        self.revealed: set[int] = set()

    def reveal(self) -> None:
        """V: show this comment's words until it is left."""
        data = self._view.armed()  # never of a comment that is only on its way
        comment = data.card.id if data is not None else 0
        if comment:
            self.revealed.symmetric_difference_update({comment})
            self._view.model.refresh({comment})
            self._view.reload(comment)

    def forget(self) -> None:
        """The comment is left: its words are masked again."""
        if self.revealed:
            before, self.revealed = self.revealed, set()
            self._view.model.refresh(before)

    def open_site(self, action: str = "") -> None:
        """O: the comment's own page, or that on which ``action`` is done by hand where the platform has another."""
        data = self._view.detail_data
        if data is None:
            return
        pages = data.facts.get("pages")
        page = pages.get(action or data.waiting_action) if isinstance(pages, Mapping) else None
        link = page if isinstance(page, str) and page.startswith(("https://", "http://")) else data.permalink
        if link:
            self.open_link(link)

    def open_link(self, link: str) -> None:
        """A page that the platform or an export named."""
        from ui.outward import is_page, open_page

        if is_page(link):
            open_page(link)
        else:
            self._view.spoke.emit(translate("Queue", "The address is no page of the web. It was not opened."))

    def copy_text(self) -> None:
        """Ctrl+C: the comment's own words, as the author wrote them."""
        data = self._view.detail_data
        if data is not None and data.card.masked:
            self._view.spoke.emit(
                translate("Card", "masked · {key} to read").format(key=actions.keycap("look.reveal"))
            )
        elif data is not None:
            QGuiApplication.clipboard().setText(data.card.text)
            self._view.spoke.emit(translate("Queue", "Text copied."))

    def copy_link(self) -> None:
        """Ctrl+Shift+C: the comment's address."""
        data = self._view.detail_data
        if data is not None and data.permalink:
            QGuiApplication.clipboard().setText(data.permalink)
            self._view.spoke.emit(translate("Queue", "Link copied."))

    def show_log(self) -> None:
        """Shift+F7: the comment's entries in the audit log."""
        data = self._view.detail_data
        if data is not None:
            self._view.wants_log.emit(int(data.card.id))

    def keep_statement(self) -> None:
        """The reply that we sent under this comment becomes a statement; or this comment, where it is ours."""
        data = self._view.armed()
        if data is None:
            return
        comment, actor = data.card.id, self._actor
        future = self._console.background(lambda c: c.replies.add_statement("", actor, comment_id=comment))
        kept = translate(
            "Queue", "Our reply is kept as a statement. Its topic can be found under Saved replies."
        )
        self._bridge.watch(
            future,
            self,
            lambda _one: self._view.spoke.emit(kept),
            lambda error: self._view.spoke.emit(error_words(error)[0]),
        )

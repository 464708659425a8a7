"""What only a person can answer, asked when the comment is opened: was it done on the site, do you agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.views import asks

if TYPE_CHECKING:
    from console.services.roles import Actor
    from ui.models.detail_data import DetailData
    from ui.views.queue_view import QueueView


class Asking(QObject):
    """Lives beside the queue view."""

    def __init__(self, view: QueueView, actor: Actor) -> None:
        super().__init__(view)
        self._view, self._actor = view, actor
        self._page_opened = 0
        view.decisions.wants_page.connect(self._open_page)

    def consider(self, data: DetailData | None) -> None:
        """Another comment is shown, or this one was read anew."""
        view = self._view
        if data is None or view.bar.asking:
            return
        if data.waiting_person and data.card.state == "waiting_person":
            ask = asks.was_it_done(data.waiting_action)
        elif data.review and data.review_by != self._actor.name and self._actor.may("review"):
            ask = asks.second_person(data.review_action, data.review_by, data.review_text)
        else:
            return
        mine, self._page_opened = self._page_opened == data.card.id, 0
        if mine:
            view.bring_up()
        view.decisions.put(data, ask)
        if not mine:
            view.regain_focus()

    def _open_page(self, comment: int, action: str) -> None:
        """The decision is carried out on the site: open its page, and ask afterwards whether it was done."""
        # Another one waits to be asked where it stands, under what is to be sent.
        if comment == self._view.opening.wanted:
            self._page_opened = comment
            self._view.looking.open_site(action)

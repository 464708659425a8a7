"""What a person does inside the open comment: walk its thread and come back, read on, see it as read, tag its author."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from console.domain.errors import VigieError
from console.store import ThreadSize
from ui.delegates.visible_text import isolated, plain_name
from ui.i18n.mark import translate
from ui.models.reply_words import error_words
from ui.views import asks
from ui.views.media_work import MediaWork
from ui.views.strip_page import StripAsk

if TYPE_CHECKING:
    from console.runtime.app import Console
    from console.services.as_read import AsRead
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.views.erase_ask import EraseAsk
    from ui.views.hold_ask import HoldAsk
    from ui.views.queue_view import QueueView

MORE: Final = 40
"""Comments of a thread that one press reads on."""


class InDetail(QObject):
    """Lives beside the queue view. The trail holds the comments from which others of a thread were opened."""

    def __init__(self, view: QueueView, console: Console, bridge: Bridge, actor: Actor) -> None:
        super().__init__(view)
        self._view, self._console, self._bridge, self._actor = view, console, bridge, actor
        self._trail: list[tuple[int, str]] = []
        self._erase: EraseAsk | None = None
        self._hold: HoldAsk | None = None

    def connect_view(self) -> None:
        """Once the page is built."""
        self.media = MediaWork(self._view, self._console, self._bridge)
        view, thread, tags = self._view, self._view.detail.thread_column, self._view.author.tags
        thread.wanted.connect(self.visit)
        thread.wants_more.connect(self.more)
        thread.wants_post.connect(view.looking.open_link)
        view.author.wanted.connect(self.visit)
        view.detail.head.went_back.connect(self.back)
        view.list.opened.connect(lambda _comment: self.forget())
        tags.opened.connect(self.ask_tag)
        tags.added.connect(self._tag)
        tags.removed.connect(self._untag)
        tags.left.connect(view.focus_list)
        # A question is shown whole, however little of the text above it is left in a small window.
        view.bar.capturing.connect(
            lambda asked: view.detail.area.setMinimumHeight(view.look.px(16) if asked else 0)
        )

    # ------------------------------------------------------------------ walking the thread

    @property
    def visiting(self) -> bool:
        """Whether the open comment was reached from another one."""
        return bool(self._trail)

    def visit(self, comment: int) -> None:
        """Open another comment of the thread or of its author; Alt+Left or Esc comes back."""
        view = self._view
        here = view.opening.wanted
        data = view.detail_data
        if comment == here or here <= 0 or data is None or view.replying.open:
            return
        known = next((at for at, one in enumerate(self._trail) if one[0] == comment), None)
        if known is not None:
            del self._trail[known:]  # back to where the way came from
        else:
            self._trail.append((here, data.card.author))
        self._open(comment)

    def back(self) -> bool:
        """The comment before; False when this one was chosen in the list."""
        if not self._trail:
            return False
        comment, _ = self._trail.pop()
        self._open(comment)
        return True

    def forget(self) -> None:
        """Another comment was chosen in the list: the trail ends."""
        if self._trail:
            self._trail.clear()
            self._show_trail()

    def settled(self, comment: int) -> bool:
        """``comment`` was decided. True when it had been reached from another one, which is open again."""
        if not self._trail or self._view.opening.wanted != comment:
            self._trail = [one for one in self._trail if one[0] != comment]
            return False
        return self.back()

    def _open(self, comment: int) -> None:
        self._show_trail()
        self._view.opening.open(comment)
        self._view.detail.area.setFocus()

    def _show_trail(self) -> None:
        words = ""
        if self._trail:
            name = isolated(plain_name(self._trail[-1][1]))
            words = translate("Trail", "Back to {author}").format(author=name)
        self._view.detail.head.show_trail(words)

    def more(self, side: str) -> None:
        """Read further in the thread, off the GUI thread."""
        opening = self._view.opening
        size = opening.size or ThreadSize()
        if side == "earlier":
            size = replace(size, before=size.before + MORE)
        elif side == "later":
            size = replace(size, after=size.after + MORE)
        else:
            size = replace(size, answers=size.answers + MORE)
        opening.size = size
        opening.reload(opening.wanted)

    # ------------------------------------------------------------------ the text

    def toggle_as_read(self) -> None:
        """T: the text as the classifier read it, or as it was written."""
        view = self._view
        data, thread = view.detail_data, view.detail.thread_column
        if data is None:
            return
        if thread.as_read:
            thread.show_as_read(None)
            return
        if data.card.masked:
            view.spoke.emit(translate("Trail", "This comment is masked. V shows its words, then T."))
            return
        comment, revision = data.card.id, data.revision

        def read(found: AsRead | None) -> None:
            now = view.detail_data
            same = now is not None and now.card.id == comment and now.revision == revision
            if found is not None and same and now is not None and not now.card.masked:
                thread.show_as_read(found)
                if not found.changed:
                    view.spoke.emit(
                        translate("Trail", "Nothing was disguised: case and accents aside, it was read so.")
                    )

        self._bridge.watch(self._console.background(lambda c: c.as_read(comment)), self, read)

    def toggle_changes(self) -> None:
        """Shift+T: what changed between the versions of the text."""
        data = self._view.detail_data
        if data is None:
            return
        if not data.revisions:
            self._view.spoke.emit(translate("Trail", "This comment was never changed."))
            return
        self._view.detail.thread_column.toggle_changes()

    def toggle_effects(self) -> None:
        """Q: what each action does here, all of them or the proposed one."""
        if self._view.detail_data is not None:
            self._view.bring_up()
            self._view.detail.toggle_effects()

    # ------------------------------------------------------------------ the author

    def note_author(self) -> None:
        """Shift+N: a line for the team about the author, seen under each of their comments."""
        data = self._view.armed()
        if data is None or data.author is None:
            return
        about = asks.write_note()
        name = isolated(plain_name(data.author.name))
        title = translate("Trail", "Note for the team about {author}").format(author=name)
        self._view.bring_up()
        ask = StripAsk(f"{asks.NOTE}:author", about.icon, title, about.line, about.choices, about.field)
        self._view.decisions.put(data, ask)

    def erase_author(self) -> None:
        """From the palette: erase the person for good, after a question."""
        from ui.views.erase_ask import EraseAsk

        self._erase = self._erase or EraseAsk(self._view, self._console, self._bridge, self._actor)
        self._erase.choose()

    def hold(self) -> None:
        """From the palette: keep the comment, or all of its author, as evidence; or lift that."""
        from ui.views.hold_ask import HoldAsk

        self._hold = self._hold or HoldAsk(self._view, self._console, self._bridge, self._actor)
        self._hold.choose()

    def ask_tag(self) -> None:
        """Shift+I: tag the author."""
        view = self._view
        if view.detail_data is None or not self._actor.may("decide"):
            return
        if view.author.folded:
            view.author.set_folded(False)
        view.bring_up()
        future = self._console.background(lambda c: c.tags.known())
        self._bridge.watch(future, self, view.author.tags.ask)

    def _author(self) -> int:
        data = self._view.detail_data
        return data.author.id if data is not None and data.author is not None else 0

    def _tag(self, words: str) -> None:
        author, actor = self._author(), self._actor
        future = self._console.tag(author, words, actor)
        self._bridge.watch(future, self, self._tagged, self._refused)

    def _untag(self, tag: str) -> None:
        author, actor = self._author(), self._actor
        future = self._console.tag(author, tag, actor, away=True)
        self._bridge.watch(future, self, self._tagged, self._refused)

    def _tagged(self, changed: bool) -> None:
        if changed:
            self._view.decisions.deeds.tell()
        tags = self._view.author.tags
        if not tags.field.isHidden():
            tags.close_field()
            tags.add.setFocus()
        self._view.reload(self._view.opening.wanted)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, VigieError) and error.code in ("tag_invalid", "tags_full"):
            limit = error.params.get("limit")
            if error.code == "tag_invalid":
                words = translate("Trail", "Letters, digits and spaces, {limit} at most.")
            else:
                words = translate("Trail", "An author has {limit} tags at most: take one away first.")
            self._view.author.tags.refuse(words.format(limit=limit))
        else:
            self._view.spoke.emit(error_words(error)[0])

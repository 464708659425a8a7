"""Bulk decisions in the queue page: from marks and a key to the preview, the run beside the work, and the way back."""

from __future__ import annotations

import time
from array import array
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from console.domain.errors import VigieError
from console.domain.vocabulary import ActionKind
from ui import actions
from ui.delegates.visible_text import plain_name
from ui.i18n import format as say
from ui.i18n.bulk_counted import bulk_counted
from ui.i18n.mark import translate
from ui.i18n.messages import sentence
from ui.i18n.words import platform_word
from ui.models import bulk_words as words
from ui.models.masking import in_words
from ui.theme.icon_names import platform_icon
from ui.views.decisions import until
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.notice import Notice
from ui.widgets.reading_list import Piece, ReadItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from console.policy import Policy
    from console.runtime.app import Console
    from console.services.bulk import BulkPreview
    from console.services.bulk_worker import BulkProgress, BulkRun
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.models.card_data import CardData
    from ui.views.bulk_page import BulkPage
    from ui.views.bulk_run_page import BulkRunPage
    from ui.views.queue_view import QueueView

POLL_MS: Final = 200
TOLD_SECONDS: Final = 20
FEW: Final = 10
SEEN: Final = 100
"""So many of those that stay are shown to be read."""
LOOK_MS: Final = (1500, 12_500)
"""After the start: a batch that another process left may still look alive for ten seconds."""
ALONE: Final = frozenset({"reply", "like", "warn", "unlike"})
"""What is never done to many at once: one text to many is spam, and so is one like."""


class BulkWork(QObject):
    """``view.bulk``. ``open`` shows the preview for ids, ``at_once`` decides about a few without one."""

    _looked = Signal(int, int, int)
    _took_back = Signal(int, int)

    def __init__(self, view: QueueView, console: Console, bridge: Bridge, actor: Actor) -> None:
        super().__init__(view)
        self._view, self._console, self._bridge, self._actor = view, console, bridge, actor
        self._asked = 0
        self._wanted: tuple[str, array[int]] = ("", array("q"))
        self._run: BulkRun | None = None
        self.asking_undo = False
        self._undoing = ""
        self._told_at = 0.0
        self._page: BulkPage | None = None
        self._run_page: BulkRunPage | None = None
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._looked.connect(self._on_looked)
        self._took_back.connect(self._on_taken_back)
        self.notice = Notice(view.look, "accent")
        self.notice.hide()
        view.list.put_on_top(self.notice)
        for wait in LOOK_MS:
            # Owned here: QTimer.singleShot with a delay is not safe in PySide (docs/adr/0012).
            once = QTimer(self)
            once.setSingleShot(True)
            once.timeout.connect(self._look_for_interrupted)
            once.start(wait)

    # ------------------------------------------------------------------ pages, made when first needed

    @property
    def page(self) -> BulkPage:
        """The preview."""
        if self._page is None:
            from ui.views.bulk_page import BulkPage

            made = self._page = BulkPage(self._view.look)
            made.go.connect(self._go)
            made.back.connect(self._view.uncover)
            made.out.connect(self._take_out)
            made.see.connect(self._see)
            made.reason_changed.connect(self._on_reason)
            made.time_changed.connect(self._on_time)
        return self._page

    @property
    def run_page(self) -> BulkRunPage:
        """The run."""
        if self._run_page is None:
            from ui.views.bulk_run_page import BulkRunPage

            made = self._run_page = BulkRunPage(self._view.look)
            made.paused.connect(self._pause)
            made.stopped.connect(self._stop)
            made.undone.connect(lambda: self.undo_batch(made.progress.batch if made.progress else ""))
            made.left.connect(self._view.uncover)
        return self._run_page

    def stop(self) -> None:
        """The window closes; the console leaves what runs as it stands."""
        self._closed = True
        self._timer.stop()

    # ------------------------------------------------------------------ from a key

    def instead(self, action: str) -> bool:
        """A decision's key while some are marked is about them; True when this took it."""
        if not self.about_marked:
            return False
        self.open(action, self._view.groups.expand(self._view.selection.ids()))
        return True

    @property
    def about_marked(self) -> bool:
        """Whether a decision is about the marked cards: not where the one in front alone is marked."""
        marked = self._view.selection
        return bool(marked.count) and marked.only() != self._view.opening.wanted

    def open(self, action: str, ids: Iterable[int]) -> None:
        """Show what ``action`` would do to ``ids``; nothing is done before the person says so."""
        if action in ALONE:
            self._view.spoke.emit(sentence("bulk_words"))
            return
        if self._run is not None and not self._run.ended.is_set():
            self._view.spoke.emit(translate("Bulk", "One bulk decision at a time: this one still runs."))
            self._view.cover(self.run_page)
            return
        self._wanted = (action, array("q", dict.fromkeys(ids)))
        if not self._wanted[1]:
            return
        self.page.reason.clear()
        self._look()
        self._view.cover(self.page)
        self.page.take_focus()

    def _look(self, reason: str = "") -> None:
        action, ids = self._wanted
        self._asked += 1
        asked, actor, bridge = self._asked, self._actor, self._looked
        until = self._until() if action in ("snooze", "watch") else None
        self.page.show_looking(action, 0, len(ids))

        def hear(done: int, total: int) -> None:
            if done < total:
                bridge.emit(asked, done, total)

        future = self._console.background(
            lambda c: (
                c.bulk.preview(ids, action, actor, reason=reason, until=until, progress=hear),
                c.policy(),
            )
        )
        self._bridge.watch(future, self, lambda found: self._show(asked, *found), self._failed)

    def _until(self) -> int:
        return until(self.page.time.key() or "morning", int(self._view.now()))

    def _on_looked(self, asked: int, done: int, total: int) -> None:
        if asked == self._asked and self.page.preview is None:
            self.page.show_looking(self._wanted[0], done, total)

    def _show(self, asked: int, preview: BulkPreview, policy: Policy) -> None:
        if asked != self._asked or self._closed:
            return
        self.page.show_preview(preview, policy)
        self._show_samples(preview)
        if self.page.isVisible() and not self.page.reason.hasFocus():
            self.page.take_focus()

    def _show_samples(self, preview: BulkPreview) -> None:
        cards = self._view.cards([one for one, _ in preview.samples])
        likeness = translate("Alike", "{n} % alike")
        self.page.show_samples(
            [
                _item(cards[one], likeness.format(n=say.number(round(score * 100))))
                for one, score in preview.samples
                if one in cards
            ]
        )

    def _see(self, row: int) -> None:
        """Those that stay for one reason, to be read beside."""
        preview = self.page.preview
        if preview is None:
            return
        stay = preview.stays[row]
        cards = self._view.cards(list(stay.ids[:SEEN]))
        items = [_item(cards[one], "") for one in stay.ids[:SEEN] if one in cards]
        self.page.show_samples(items, bulk_counted.staying(stay.count))
        self.page.take_focus()

    def _take_out(self, comment: int) -> None:
        preview = self.page.preview
        if preview is None or comment not in preview.ids:
            return
        action, ids = self._wanted
        self._wanted = (action, array("q", (one for one in ids if one != comment)))
        self._view.selection.drop([comment])
        fewer = preview.without(comment)
        self.page.show_preview(fewer, self._console.policy())
        self._show_samples(fewer)

    def _on_reason(self) -> None:
        preview = self.page.preview
        told = self.page.reason.text().strip()
        if (
            preview is not None
            and told != preview.reason
            and (preview.reason_needed or preview.action == "block")
        ):
            self._look(told)

    def _on_time(self, _key: str) -> None:
        preview = self.page.preview
        if preview is not None and preview.until is not None:
            self.page.preview = replace(preview, until=self._until())

    def _failed(self, error: Exception) -> None:
        self._view.uncover()
        if isinstance(error, VigieError):
            self._view.spoke.emit(sentence(error.code, error.params))
        else:
            self._bridge.tasks.failed.emit(error)

    # ------------------------------------------------------------------ doing

    def _go(self) -> None:
        preview = self.page.preview
        if preview is None:
            return
        told = self.page.reason.text().strip()
        if told != preview.reason and preview.reason_needed:
            self._look(told)  # more would go with it: seen first
            return
        actor, number = self._actor, preview.go
        self.page.preview = None  # a second key finds nothing to start
        future = self._console.background(
            lambda c: c.bulk.start(preview, actor, reason=told, confirmed=number)
        )
        self._bridge.watch(future, self, lambda run: self._started(run, preview), self._failed)

    def _started(self, run: BulkRun, preview: BulkPreview) -> None:
        self._view.selection.drop(preview.ids)
        self._follow(run)

    def _follow(self, run: BulkRun) -> None:
        self._run, self._told_at = run, 0.0
        self.run_page.undoing = None
        self.run_page.progress = None
        future = self._console.background(lambda _c: run.progress)

        def show(progress: BulkProgress) -> None:
            self.run_page.show_progress(progress)
            self._view.cover(self.run_page)

        self._bridge.watch(future, self, show)
        self._timer.start()

    def _poll(self) -> None:
        run = self._run
        if run is None:
            self._timer.stop()
            return
        ended = run.ended.is_set()
        if ended:
            self._timer.stop()
        future = self._console.background(lambda _c: run.progress)
        self._bridge.watch(future, self, lambda progress: self._heard(run, progress, ended))

    def _heard(self, run: BulkRun, progress: BulkProgress, ended: bool) -> None:
        if self._closed or run is not self._run:
            return
        self.run_page.show_progress(progress)
        if ended:
            self._ended(run, progress)
        elif not self.run_page.isVisible() and time.monotonic() - self._told_at > 1:
            self._told_at = time.monotonic()
            self._view.spoke.emit(words.told(progress.action, words.running(progress, run.paused)))

    def _ended(self, run: BulkRun, progress: BulkProgress) -> None:
        self._run = None
        self._view.feed.reload()
        self._view.counts_changed.emit()
        if run.error is not None:
            self._bridge.tasks.failed.emit(run.error)
        self._tell(progress)

    def _tell(self, progress: BulkProgress) -> None:
        """The notice with the way back for the whole batch, or a line where there is none."""
        done = progress.done + progress.review
        if not done:
            return
        head = words.told(progress.action, bulk_counted.decided(done))
        if progress.action in ("delete", "report"):
            self._view.spoke.emit(sentence("undo.none", {"done": head}))
            return
        toast = self._view.list.toast
        until = self._view.now() + TOLD_SECONDS
        toast.notify(words.icon(progress.action), head, actions.word("bulk.undo"), until, counts=False)
        toast.batch = progress.batch

    def _pause(self, wait: bool) -> None:
        if self._run is not None:
            (self._run.pause if wait else self._run.go_on)()

    def _stop(self) -> None:
        if self._run is not None:
            self._run.stop()

    # ------------------------------------------------------------------ a few at once

    def at_once(self, action: str, ids: Iterable[int]) -> bool:
        """Decide about at most ten without a preview: one notice, one undo. More, or what is final: the preview.

        True when they are being decided, False when a preview (or a word why not) is all there is yet.
        """
        wanted = list(dict.fromkeys(ids))
        if action in ALONE or action in ("snooze", "watch", "delete", "report", "block") or len(wanted) > FEW:
            self.open(action, wanted)
            return False
        actor = self._actor
        future = self._console.background(lambda c: c.bulk.decide_few(wanted, ActionKind(action), actor))
        self._bridge.watch(future, self, lambda found: self._few_done(wanted, found), self._few_failed)
        return True

    def _few_failed(self, error: Exception) -> None:
        self._failed(error)
        self._view.feed.reload()  # the card is there to be decided again

    def _few_done(self, ids: list[int], progress: BulkProgress) -> None:
        self._view.selection.drop(ids)
        self._view.feed.reload()
        self._view.counts_changed.emit()
        self._tell(progress)
        if progress.refused:
            told = "; ".join(words.code_words(code) for code in sorted(progress.refused))
            number = sum(progress.refused.values())
            line = translate("Bulk", "{done}: {what}")
            self._view.spoke.emit(line.format(done=bulk_counted.left(number), what=told))

    # ------------------------------------------------------------------ the way back

    def undo(self) -> None:
        """U: one's own last decision, or the whole batch that it belongs to."""
        actor = self._actor.name
        self.asking_undo = True  # nothing is decided meanwhile: it would be the last decision, and be undone
        future = self._console.background(lambda c: c.bulk.newest(actor))
        self._bridge.watch(future, self, self._undo_newest, self._newest_unknown)

    def _undo_newest(self, batch: str) -> None:
        self.asking_undo = False
        if batch:
            self.undo_batch(batch)
        else:
            self._view.undoing.undo()

    def _newest_unknown(self, error: Exception) -> None:
        self.asking_undo = False
        self._bridge.tasks.failed.emit(error)

    def undo_told(self) -> None:
        """A click on the notice takes back what it speaks of."""
        if self._view.list.toast.batch:
            self.undo_batch(self._view.list.toast.batch)
        else:
            self._view.undoing.undo(self._view.decisions.told)

    def undo_batch(self, batch: str) -> None:
        """Take a whole batch back, with its progress on the page."""
        if not batch or self._undoing:
            return
        self._undoing = batch
        self._view.list.toast.dismiss()
        actor = self._actor

        def heard(done: int, total: int) -> None:
            if not self._closed:  # the undo goes on when this window is gone
                self._took_back.emit(done, total)

        future = self._console.background(lambda c: c.bulk.progress(batch))
        self._bridge.watch(future, self, self._show_undoing)
        taken = self._console.background(lambda c: c.bulk.undo_behind(batch, actor, heard))
        self._bridge.watch(
            taken,
            self,
            lambda going: self._bridge.watch(going, self, self._undone, self._undo_failed),
            self._undo_failed,
        )

    def _show_undoing(self, progress: BulkProgress) -> None:
        if self._undoing != progress.batch:
            return
        page = self.run_page
        page.undoing = page.undoing or (0, progress.done + progress.review)
        page.show_progress(progress)
        if progress.total > FEW:
            self._view.cover(page)

    def _on_taken_back(self, done: int, total: int) -> None:
        """So many of the batch were looked at."""
        page = self.run_page
        if self._undoing:
            page.undoing = (done, total)
            if page.progress is not None and page.progress.batch == self._undoing:
                page.show_progress(page.progress)

    def _undo_failed(self, error: Exception) -> None:
        self._undoing = ""
        self.run_page.undoing = None
        self._failed(error)

    def _undone(self, progress: BulkProgress) -> None:
        self._undoing = ""
        self.run_page.undoing = None
        self.run_page.show_progress(progress)
        told = bulk_counted.undone(progress.undone)
        if progress.kept:
            told = f"{told}, {bulk_counted.kept(sum(progress.kept.values()))}"
        self._view.spoke.emit(told)
        self._view.feed.reload()
        self._view.counts_changed.emit()

    # ------------------------------------------------------------------ what was interrupted

    def _look_for_interrupted(self) -> None:
        if self._closed or self._run is not None or self.notice.isVisible():
            return
        future = self._console.background(lambda c: c.bulk.interrupted())
        self._bridge.watch(future, self, self._offer)

    def _offer(self, found: list[BulkProgress]) -> None:
        if not found or self._closed or self._run is not None:
            return
        first = found[0]
        self.notice.show_notice(words.icon(first.action), words.interrupted(first), tone="accent")
        on = ActionButton(self._view.look, "play", translate("Bulk", "Go on"), kind=Kind.PRIMARY)
        leave = ActionButton(self._view.look, "x", translate("Bulk", "Leave it"))
        actor = self._actor

        def go_on() -> None:
            self.notice.hide()
            future = self._console.background(lambda c: c.bulk.resume(first.batch, actor))
            self._bridge.watch(future, self, self._follow, self._failed)

        def stop() -> None:
            self.notice.hide()
            future = self._console.background(lambda c: c.bulk.stop(first.batch, actor))
            self._bridge.watch(future, self, lambda _progress: self._view.focus_list(), self._failed)

        self.notice.set_buttons([(on, go_on), (leave, stop)])
        self.notice.show()


def _item(card: CardData, tail: str) -> ReadItem:
    """One comment to be read; words behind a mask stay behind it."""
    return ReadItem(
        text=in_words(card.text.strip()),
        key=card.id,
        left=(
            Piece(plain_name(card.author), platform_icon(card.platform), weight=600),
            Piece(platform_word(card.platform)),
        ),
        tail=tail,
    )

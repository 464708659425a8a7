"""Groups of near-duplicates in the queue page: the face of a card, the list of one group, one decision about all."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from ui.delegates.visible_text import plain_name
from ui.i18n.alike_counted import alike_counted
from ui.i18n.mark import translate
from ui.i18n.messages import sentence
from ui.views.alike_section import AlikeSection
from ui.views.bulk import ALONE
from ui.widgets.buttons import BarLink

if TYPE_CHECKING:
    from collections.abc import Iterable

    from console.runtime.app import Console
    from console.services.alike import GroupInfo
    from console.services.alike_views import Group
    from console.services.roles import Actor
    from ui.app import Preferences
    from ui.bridge import Bridge
    from ui.models.detail_data import DetailData
    from ui.views.queue_view import QueueView


class Groups(QObject):
    """``view.groups``. Which groups there are is the feed's; what a key means on one of them is decided here."""

    def __init__(self, view: QueueView, console: Console, bridge: Bridge, actor: Actor) -> None:
        super().__init__(view)
        self._view, self._console, self._bridge, self._actor = view, console, bridge, actor
        self._preferences: Preferences | None = None
        self._from = (0, 0)
        self._busy: set[int] = set()  # stand for a group that is being decided
        view.decisions.for_all = self.for_all
        view.decisions.alike = lambda comment: self.expand((comment,))
        self.back_link = BarLink(view.look, "caret-left", "", role="small")
        self.back_link.clicked.connect(self.leave)
        self.back_link.hide()
        view.list.put_on_top(self.back_link)
        self.section = AlikeSection(view.look)
        body = view.detail.area.widget()
        beside = body.layout() if body is not None else None
        assert isinstance(beside, QVBoxLayout)
        beside.insertWidget(2, self.section)  # under the text, before the reasons
        self.section.out.connect(self.take_out)
        self.section.opened.connect(self.enter)
        view.feed.loaded.connect(lambda _keep, _row: self._say_where())

    def follow(self, preferences: Preferences) -> None:
        """Fold, or not, as the person sets it from now on."""
        self._preferences = preferences
        preferences.changed.connect(self._fold)  # a method: the preferences live longer than the window

    def _fold(self) -> None:
        if self._preferences is not None:
            self._view.feed.fold(self._preferences.settings.group_alike)

    # ------------------------------------------------------------------ what is where

    def group(self, comment: int) -> Group | None:
        """The group for which a comment stands in the list."""
        return self._view.feed.groups.get(comment)

    def expand(self, ids: Iterable[int]) -> array[int]:
        """``ids`` with every comment for which they stand: what is done to a group's card is done to all of it."""
        groups = self._view.feed.groups
        found: array[int] = array("q")
        for one in ids:
            group = groups.get(one)
            if group is None:
                found.append(one)
            else:
                found.extend(group.members)
        return found

    # ------------------------------------------------------------------ the list of one group

    @property
    def inside(self) -> bool:
        """Whether the list shows one group."""
        return self._view.feed.group is not None

    def enter(self) -> None:
        """Right: the members of the current card's group, in the same list."""
        comment = self._view.list.current()
        group = self.group(comment)
        if group is None:
            if not self.inside:
                self._view.spoke.emit(
                    translate("Alike", "This comment stands alone: nothing like it is in this view.")
                )
            return
        self._from = (comment, self._view.list.table.currentIndex().row())
        self._view.feed.show_group(group.alike_id, group.category)

    def leave(self) -> bool:
        """Left or Esc: back to the same place of the view. False when no group is open."""
        if not self.inside:
            return False
        self._view.feed.show_group(None, keep=self._from[0], row=self._from[1])
        return True

    def _say_where(self) -> None:
        """The way back above the list; a group that has been worked off closes by itself."""
        feed = self._view.feed
        self._busy.clear()
        self.show_difference(self._view.detail_data)
        self.back_link.setVisible(self.inside)
        if not self.inside:
            return
        self.back_link.set_face(
            "caret-left",
            translate("Alike", "Back to {view}").format(view=feed.view_name()),
            (translate("Keys", "Esc"),),
        )
        if feed.ready and not self._view.model.rowCount():
            self.leave()

    # ------------------------------------------------------------------ deciding

    def for_all(self, action: str, data: DetailData, with_reason: bool) -> bool:
        """A decision about a group's card is about all of it; True when this took it. Ten at once, more are shown first."""
        group = self.group(data.card.id)
        if group is None or not data.mine:
            return False
        if action in ALONE:
            self.say_alone()
            return False
        if data.card.id in self._busy:
            return True
        if with_reason:
            self._view.bulk.open(action, group.members)
        elif self._view.bulk.at_once(action, group.members):
            self._busy.add(data.card.id)  # until the list is read again; a preview that is left holds nothing
        return True

    def reply_from_template(self) -> None:
        """Shift+R: to the one in front, as with R."""
        self._view.replying.start(True)
        self.say_alone()

    def say_alone(self) -> None:
        """What is written goes to the one in front, whatever it stands for."""
        data = self._view.detail_data
        words = self.alone_words(data) if data is not None else ""
        if words:
            self._view.spoke.emit(words)

    def alone_words(self, data: DetailData) -> str:
        """That what is written goes to this one and the others of its group stay; empty for one that stands alone."""
        group = self.group(data.card.id)
        if group is None:
            return ""
        return translate("Alike", "To {author} alone: {others}").format(
            author=plain_name(data.card.author), others=alike_counted.others_stay(group.total - 1)
        )

    def heir(self, comment: int, row: int) -> int:
        """A card was decided by itself: the next of its group takes its place. Returns that one, 0 for none."""
        feed = self._view.feed
        group = feed.groups.pop(comment, None)
        if group is None or row < 0:
            return 0
        rest = array("q", [one for one in group.members if one != comment])
        if not rest:
            return 0
        if len(rest) > 1:
            feed.groups[rest[0]] = replace(group, members=rest)
        feed.placed(rest[0])
        self._view.model.put(row, rest[0])
        return rest[0]

    # ------------------------------------------------------------------ how it differs

    def show_difference(self, data: DetailData | None) -> None:
        """Beside the comment in front: how its group differs, read off the GUI thread."""
        section = self.section
        group = self.group(data.card.id) if data is not None else None
        if data is None or group is None:
            section.show_group(0, None)
            return
        comment, masked, members = data.card.id, data.card.masked, group.members
        if section.comment != comment:
            section.show_group(comment, None)
        elif section.info is not None and section.info.total == group.total:
            section.show_group(comment, section.info, masked)
            return
        future = self._console.background(lambda c: c.alike.difference(members))

        def show(info: GroupInfo) -> None:
            now = self._view.detail_data
            if now is not None and now.card.id == comment:
                section.show_group(comment, info, now.card.masked)

        self._bridge.watch(future, self, show)

    def take_out(self, comment: int) -> None:
        """Out of the group for good: it is read and decided by itself."""
        actor = self._actor
        future = self._console.background(lambda c: c.alike.take_out(comment, actor))

        def done(_none: object) -> None:
            self.section.show_group(0, None)
            self._view.spoke.emit(translate("Alike", "Out of the group: it is decided by itself."))
            self._view.feed.reload()
            self._view.reload(self._view.opening.wanted)

        def failed(error: Exception) -> None:
            code, params = getattr(error, "code", ""), getattr(error, "params", {})
            if code:
                self._view.spoke.emit(sentence(code, params))
            else:
                self._bridge.tasks.failed.emit(error)

        self._bridge.watch(future, self, done, failed)

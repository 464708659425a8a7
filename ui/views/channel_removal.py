"""Asking before a channel is removed: what stays, and with a check what is erased of it, counted before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.delegates.visible_text import isolated, plain_name
from ui.i18n.erase_counted import erase_counted
from ui.i18n.mark import translate
from ui.widgets.buttons import ActionButton
from ui.widgets.form_controls import Check
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from console.services.erasing_channel import ChannelErasure
    from ui.theme.look import Look


class RemovalAsk(Notice):
    """``counted`` asks for what would be erased; ``removed`` and ``erased`` (how many actions may be called off) answer.

    The safe answer is the first button. ``left`` tells that it was taken, ``told`` that other words stand here.
    """

    counted = Signal()
    removed = Signal()
    erased = Signal(int)
    left = Signal()
    told = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "danger", parent)
        self.erase = Check(look)
        self.call_off = Check(look)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        for place, check in enumerate((self.erase, self.call_off), start=3):
            column.insertWidget(place, check)
        self._name, self._words, self._waiting = "", "", ""
        self._only = False  # the channel is removed already: only erasing is left to ask
        self._found: ChannelErasure | None = None
        self._keep = ActionButton(look, "", translate("Channels", "Keep it"), parent=self)
        self._go = ActionButton(
            look, "trash-simple", translate("Channels", "Remove the channel"), parent=self
        )
        self._keep.hide()
        self._go.hide()
        self.erase.toggled.connect(lambda _on: self._toggled())
        self.call_off.toggled.connect(lambda _on: self._say())
        self._name_checks()
        self.hide()

    # ------------------------------------------------------------------ asking

    def ask(self, name: str, words: str, waiting: str, barred: str, *, only: bool = False) -> None:
        """Ask about the channel called ``name``; ``words`` say what removing does and keeps, ``waiting`` what waits.

        ``barred``: why this person may not erase. ``only``: it was removed before.
        """
        self._name, self._words, self._waiting, self._only = isolated(plain_name(name)), words, waiting, only
        self._found = None
        self.erase.show_checked(only)
        self.erase.setVisible(not only and not barred)
        self._name_checks()
        self.call_off.show_checked(False)
        self._make_buttons()
        self._say()
        self.show()
        self._keep.setFocus()
        if only:
            self.counted.emit()

    def show_found(self, found: ChannelErasure) -> None:
        """What would be erased has been counted."""
        if not self.isHidden() and self.erase.isChecked():
            self._found = found
            self._say()

    def not_found(self) -> None:
        """It could not be counted: nothing is erased blindly."""
        self.erase.setChecked(False)
        if self._only:
            self._stay()

    # ------------------------------------------------------------------ words

    def _name_checks(self) -> None:
        self.erase.set_words(
            translate("Channels", "Erase what was pulled from it, too"),
            translate("Channels", "Comments, authors, posts, notes, words kept with decisions. No way back."),
        )
        self.call_off.set_words(erase_counted.call_off(1))

    def _make_buttons(self) -> None:
        self._keep = ActionButton(self.look, "", translate("Channels", "Keep it"))
        self._go = ActionButton(self.look, "trash-simple", translate("Channels", "Remove the channel"))
        self.set_buttons([(self._keep, self._stay), (self._go, self._answer)])

    def _say(self) -> None:
        erasing, found = self.erase.isChecked(), self._found
        pending = found.pending if found is not None and erasing else None
        if self._only:
            title = translate("Channels", "Erase what is left of {name}?")
        else:
            title = (
                translate("Channels", "Remove {name} and erase what was pulled from it?")
                if erasing
                else translate("Channels", "Remove {name}?")
            )
        line, aside = self._words, self._waiting
        if erasing:
            line = (
                translate("Channels", "Counting what would be erased…")
                if found is None
                else goes_words(found)
            )
            aside = "" if found is None else stays_words(found)
        self.show_notice("trash-simple", title.format(name=self._name), line, aside, "danger")
        self.call_off.setVisible(pending is not None and bool(pending.whole))
        if pending is not None and pending.whole:
            self.call_off.set_words(erase_counted.call_off(pending.whole), pending_words(found))
        self._go.set_face("trash-simple", self._go_word(erasing))
        self._go.set_inert(self._why_not(erasing))
        self.erase.setAccessibleDescription(" ".join(one for one in (line, aside) if one))
        self.told.emit()

    def _go_word(self, erasing: bool) -> str:
        if self._only:
            return translate("Channels", "Erase it")
        if erasing:
            return translate("Channels", "Remove and erase")
        return translate("Channels", "Remove the channel")

    def _why_not(self, erasing: bool) -> str:
        found = self._found
        if not erasing:
            return ""
        if found is None:
            return translate("Channels", "It is being counted.")
        if found.pending.sending:
            return translate("Channels", "An action is being sent this moment. Try again in a minute.")
        if found.pending.whole and not self.call_off.isChecked():
            return translate(
                "Channels", "Decided actions would be lost. Agree to it above, or keep the channel."
            )
        return ""

    # ------------------------------------------------------------------ answers

    def _toggled(self) -> None:
        self._found = None
        self.call_off.show_checked(False)
        self._say()
        if self.erase.isChecked():
            self.counted.emit()

    def _stay(self) -> None:
        self.hide()
        self.left.emit()

    def _answer(self) -> None:
        if not self.erase.isChecked():
            self.removed.emit()
        elif self._found is not None:
            self.erased.emit(self._found.pending.whole if self.call_off.isChecked() else 0)


def parts_words(found: ChannelErasure) -> str:
    """What goes, part by part; empty where nothing is left."""
    counts = found.counts
    parts = [
        (erase_counted.comments, counts.get("comments", 0)),
        (erase_counted.authors, counts.get("authors", 0)),
        (erase_counted.posts, counts.get("posts", 0)),
        (erase_counted.notes, counts.get("notes", 0)),
        (erase_counted.drafts, counts.get("drafts", 0)),
        (erase_counted.tags, counts.get("tags", 0)),
        (erase_counted.strikes, counts.get("strikes", 0)),
        (erase_counted.words, counts.get("words", 0)),
    ]
    return ", ".join(words(number) for words, number in parts if number)


def goes_words(found: ChannelErasure) -> str:
    """What goes, in one sentence."""
    goes = parts_words(found)
    if not goes:
        return translate("Channels", "Nothing is left of it but the channel itself.")
    return translate("Channels", "Goes for good: {parts}.").format(parts=goes)


def stays_words(found: ChannelErasure) -> str:
    """What stays, and what still holds everything."""
    kept = ((erase_counted.entries, found.entries), (erase_counted.decisions, found.decisions))
    stays = ", ".join(words(number) for words, number in kept if number)
    lines = [
        translate("Channels", "Stays, without words or names: {parts}.").format(parts=stays)
        if stays
        else translate("Channels", "The audit log stays."),
        translate("Channels", "Authors who wrote in another channel stay."),
    ]
    if found.backups:
        words = translate("Channels", "These files beside the workspace still hold it: {files}.")
        lines.append(words.format(files=", ".join(found.backups)))
    return " ".join(lines)


def pending_words(found: ChannelErasure | None) -> str:
    """What was decided and not carried out, part by part."""
    if found is None:
        return ""
    pending = found.pending
    parts = (
        (erase_counted.unsent, pending.unsent),
        (erase_counted.unknown, pending.unknown + pending.sending),
        (erase_counted.reviews, pending.reviews),
    )
    return ", ".join(words(number) for words, number in parts if number)

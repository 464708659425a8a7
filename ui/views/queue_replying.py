"""Writing a reply on the queue page: the editor in place of the action bar, saved replies beside it, drafts kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from console.connectors import registry
from ui import actions
from ui.delegates.visible_text import plain_name
from ui.i18n.mark import translate
from ui.i18n.reply_counted import reply_counted
from ui.models.reply_data import ReplyTo
from ui.models.reply_words import language_word
from ui.models.wording import clause_words
from ui.views.reply_box import ReplyBox
from ui.views.reply_spelling import OFF, ReplySpelling
from ui.views.reply_watch import ReplyWatch
from ui.views.templates import TemplatePanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter

    from console.domain.ports import TextMeasure
    from console.runtime.app import Console
    from console.services.replies import Offer
    from console.services.roles import Actor
    from console.store import KeptDraft
    from ui.bridge import Bridge
    from ui.models.detail_data import DetailData
    from ui.views.queue_view import QueueView


class Replying(QObject):
    """Owns the reply box and the panel of saved replies of one queue page."""

    def __init__(self, view: QueueView, console: Console, bridge: Bridge, actor: Actor) -> None:
        super().__init__(view)
        self._view, self._console, self._bridge, self._actor = view, console, bridge, actor
        self.box = ReplyBox(view.look, self._measured)
        self.templates = TemplatePanel(console, bridge, actor, view.look)
        self.box.set_side(self.templates)
        self.watch = ReplyWatch(console, bridge, actor, self.box, self)
        self.spelling = ReplySpelling(console, bridge, self.box.editor, self.box.marks, self)
        self._splitter: QSplitter | None = None
        self.box.notices.grown.connect(self.take_room, Qt.ConnectionType.QueuedConnection)
        self._due = 0  # the comment whose editor opens once it has been painted
        view.opening.read.connect(self.due, Qt.ConnectionType.QueuedConnection)
        view.opening.first_painted.connect(self.due)
        self._base = ""  # what this window knows to be kept of the draft
        self.box.send.connect(self._send)
        self.box.draft.connect(self._keep_draft)
        self.box.closed.connect(self.close)
        self.box.wants_templates.connect(self.show_templates)
        self.box.guard_answer.connect(self._guard_answer)
        view.opening.read.connect(lambda _read: QTimer.singleShot(0, self, self._reword))
        self.box.typed.connect(self.spelling.look_soon)
        self.box.inserted.connect(self.spelling.follow)
        self.box.spell_link.clicked.connect(lambda _checked=False: self.spelling.choose())
        self.spelling.changed.connect(self._say_spelling)
        self.templates.picked.connect(self.box.insert)
        self.templates.offered.connect(self._offered)
        self.templates.said.connect(view.spoke)
        self.templates.left.connect(self._back_to_editor)
        self.templates.wants_book.connect(view.wants_book)

    def _measured(self, kind: str, text: str) -> TextMeasure:
        """As the comment's own site counts a reply to it."""
        data = self._view.detail_data
        facts = data.facts if data is not None and data.card.id == self.box.comment_id else {}
        return registry.spec(kind).measured(text, facts)

    @property
    def open(self) -> bool:
        """Whether a reply is being written."""
        return not self.box.isHidden()

    def _reword(self) -> None:
        """The comment was read again: what stands against answering is said in the language shown now."""
        data = self._view.detail_data
        if data is not None and self.open and data.card.id == self.box.comment_id:
            self.box.reword_guard(data.guard_title, self._guard_line(data))
            self.box.quote.show_card(data.card)

    @staticmethod
    def _guard_line(data: DetailData) -> str:
        face = data.faces.get("reply")
        if face is None or not data.guard_title:
            return ""
        return translate("Decide", "By {clause}.").format(clause=clause_words(face.clause))

    def start(self, from_template: bool = False) -> None:
        """R: the editor in place of the action bar."""
        data = self._view.armed()
        if data is None:
            return
        self._view.bring_up()
        self.box.quote.show_card(data.card)
        self._view.show_reply(True)
        face = data.faces.get("reply")
        line = self._guard_line(data)
        self._base = data.draft
        self.box.start(
            ReplyTo(
                data.card.id,
                data.card.platform,
                data.draft,
                data.guard_title,
                line,
                needs_approval=face is not None and face.second,
                language=data.language,
                author=plain_name(data.card.author),
                us=data.us,
                other_draft=data.other_draft,
                alone=self._view.groups.alone_words(data),
            )
        )
        self.spelling.start(data.card.id, data.language)
        QTimer.singleShot(0, self._view.detail, self._view.detail.show_focus)
        self.templates.load(data.card.id)
        if from_template:
            self.show_templates()

    def start_with(self, comment: int, text: str) -> None:
        """A lead writes a reply that waited for approval themselves: its words come first, as the lead's own draft."""
        future = self._console.keep_draft(comment, text, self._actor)

        def kept(_other: KeptDraft | None) -> None:
            self._due = comment
            # It waits for nobody now and may leave this view; among one's own drafts it stands in any case.
            self._view.show_view("drafts")
            self._view.feed.reload(keep=comment)

        self._bridge.watch(future, self, kept)

    def due(self, _read: object = None) -> None:
        """The comment has been read again: open the editor on the draft that was just kept, if that was wanted."""
        data = self._view.armed()
        if data is not None and data.card.id == self._due and data.draft and not data.review:
            self._due = 0
            self.start()

    def take_room(self, splitter: QSplitter | None = None) -> None:
        """Give the editor the height its words need, at least half and at most most of what there is."""
        self._splitter = splitter or self._splitter
        if self._splitter is None or not self.open:
            return
        if splitter is not None:
            splitter.removeEventFilter(self)
            splitter.installEventFilter(self)
        detail, has = self._view.detail, self.box.height()
        whole = self._splitter.height() - self._splitter.handleWidth()
        head = detail.head.sizeHint().height() if detail.bare else 0
        wanted = max((whole - head) // 2, min(self.box.height_wanted(), (whole - head) * 5 // 6))
        if splitter is None and has >= wanted:
            return
        # What is answered is read while one writes: words above the editor scroll before it goes out of sight.
        room = whole - head - wanted
        if room < detail.sight_wanted():
            wanted = min(wanted, max(whole - head - detail.sight_wanted(), self.box.height_least()))
            room = whole - head - wanted
        quoted = room < detail.sight_wanted()
        if quoted:
            wanted = whole - 1
        detail.set_bare(quoted)
        self.box.show_quote(quoted)
        self._splitter.setSizes([whole - wanted, wanted])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is higher or lower than it was: the room is shared anew where one of both has too little."""
        if watched is self._splitter and event.type() == QEvent.Type.Resize and self.open:
            QTimer.singleShot(0, self, self._share_anew)
        return super().eventFilter(watched, event)

    def _share_anew(self) -> None:
        if not self.open:
            return
        detail, box = self._view.detail, self.box
        lacks = detail.height() < detail.sight_wanted() or box.height() < box.height_wanted()
        if detail.bare or lacks:
            self.take_room(self._splitter)

    def close(self) -> None:
        """The editor is left; what was written stays as the comment's draft."""
        if self.open:
            self.spelling.stop()
            self._view.detail.set_bare(False)
            self.box.show_quote(False)
            self._view.show_reply(False)

    def leave(self) -> None:
        """Keep the draft and close, if a reply is open."""
        if self.open:
            self.box.leave()

    def show_templates(self) -> None:
        """Ctrl+T: into the saved replies for this comment, or back to the editor."""
        if not self.open:
            return
        if self.templates.isAncestorOf(self._view.focusWidget()):
            self._back_to_editor()
            return
        self.box.show_side(True)
        self.templates.start()

    def refused(self, comment: int, words: str) -> None:
        """The policy refused it: the text stays in the editor, with the reason beside it."""
        self._view.spoke.emit(words)
        if comment == self.box.comment_id:
            self.box.why_not.set_text(words)
            self.watch.look(comment, self.box.text())

    def _back_to_editor(self) -> None:
        self.box.show_side(False)
        self.box.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offered(self, offer: Offer) -> None:
        if offer.comment_id == self.box.comment_id:
            self.box.grant(offer.leave)

    def _send(self, comment: int, text: str) -> None:
        self._view.decisions.reply(comment, text, self.box.written)

    def _keep_draft(self, comment: int, text: str) -> None:
        """Keep what is written. What another window of this person wrote meanwhile is shown, not written over."""
        base, self._base = self._base, text
        future = self._console.keep_draft(comment, text, self._actor, base)

        def kept(other: KeptDraft | None) -> None:
            if other is not None and comment == self.box.comment_id:
                self._base = other.text  # the next choice is made knowing it
                self.box.kept.hide()
                self.box.show_other(other, self._actor.name)

        self._bridge.watch(future, self, kept)
        self._view.model.refresh([comment])

    def _say_spelling(self) -> None:
        """The link in the editor's foot: which language, and how many words are marked."""
        language, found = self.spelling.language, len(self.spelling.found)
        face = translate("ReplySpelling", "off") if language == OFF else language.upper()
        name = translate("ReplySpelling", "Spelling: {language}").format(
            language=face if language == OFF else language_word(language)
        )
        said = f"{name}. {reply_counted.to_check(found)}" if found else name
        self.box.spell_link.set_face("text-aa", f"{face} · {found}" if found else face, (), said)
        self.box.spell_link.setAccessibleName(said)
        keys = " ".join(actions.keycaps("reply.spelling"))
        self.box.spell_link.setToolTip(f"{said} ({keys})" if found else said)

    def _guard_answer(self, answer: str) -> None:
        self.box.leave()
        if answer == "category":
            self._view.decisions.categorise()
        else:
            self._view.decisions.choose(answer)

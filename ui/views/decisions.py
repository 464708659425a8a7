"""From a key to a decision: what is armed, what must be asked first, what the answer means, and the way back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QObject, QTime, QTimer, Signal

from console.domain.errors import Stale, VigieError
from console.domain.vocabulary import ActionKind
from console.services.moments import moment_of
from console.services.recording import DecisionAsk
from ui import actions
from ui.delegates.visible_text import plain_name
from ui.i18n.alike_counted import alike_counted
from ui.i18n.mark import translate
from ui.i18n.messages import error_text, sentence
from ui.i18n.words import action_done, action_word, state_word
from ui.models.detail_data import ActionFace, DetailData
from ui.models.reply_data import Written
from ui.models.wording import clause_words, reason_words
from ui.views import asks
from ui.views.action_bar import ActionBar, meant_by
from ui.views.decision_notice import DecisionNotice
from ui.views.deed_notice import DeedNotice
from ui.views.proposal_rest import ProposalRest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from console.domain.decision import DecisionOutcome
    from console.runtime.app import Console
    from console.services.categorising import Categorised
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.views.strip_page import StripAsk
    from ui.widgets.toast import Toast

TWO_KEYS: Final = frozenset({"report", "block", "unblock", "delete"})
WITHDRAWN_SECONDS: Final = 0.8
"""So long no key decides after a question went away by itself: the answer to it may be on its way."""


class Decisions(QObject):
    """Lives beside the queue view. ``decided`` carries the comment that left the list; ``reload`` one to show anew.

    ``stays``: decided, and still in front for the rest of its proposal.
    """

    decided = Signal(int)
    stays = Signal(int)
    reload = Signal(int)
    spoke = Signal(str)
    wants_reply = Signal(bool)
    wants_own_reply = Signal(int, str)
    wants_page = Signal(int, str)
    wants_pane = Signal()
    settled = Signal()
    reply_refused = Signal(int, str)

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Callable[[], Actor],
        bar: ActionBar,
        toast: Toast,
        armed: Callable[[], DetailData | None],
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        """``armed`` answers the detail that is painted for the current comment, or None while it is not."""
        super().__init__(parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._bar, self._armed, self._clock = bar, armed, clock
        self.notice = DecisionNotice(console, bridge, toast, clock, self.spoke.emit, self)
        self._busy: set[int] = set()
        self._withdrawn = 0.0  # when a question went away by itself
        self._about: DetailData | None = None
        self._shown_at = 0.0
        self._why = ""  # the reason of a watch whose time is being asked
        #: Whether an action was taken elsewhere: while cards are marked, it is about them.
        self.instead: Callable[[str], bool] = lambda _action: False
        #: Whether nothing may be decided just now: an undo of the last decision looks which one that is.
        self.held: Callable[[], bool] = lambda: False
        #: Why no comment is armed, in a sentence.
        self.why_unshown: Callable[[], str] = lambda: ""
        #: Whether a decision about the comment in front was taken as one about all it stands for; True: with a reason.
        self.for_all: Callable[[str, DetailData, bool], bool] = lambda _action, _data, _reason: False
        #: The comments for which one stands in the list: a category is given to all of them.
        self.alike: Callable[[int], Sequence[int]] = lambda comment: (comment,)
        self.others: dict[
            str, Callable[[str, str], object]
        ] = {}  # questions asked elsewhere: kind -> (choice, text)
        self.rest = ProposalRest()
        #: What was done beside decisions has a notice of its own.
        self.deeds = DeedNotice(console, bridge, actor, toast, clock, self.notice.speak_of, self)
        bar.chosen.connect(self.choose)
        bar.asked_why.connect(self.why)
        bar.answered.connect(self._answered)
        bar.left.connect(self.stay)

    # ------------------------------------------------------------------ asking

    def _ask(self, ask: StripAsk) -> None:
        """Put a question where it is seen: an unseen one could be confirmed by the next key."""
        self.wants_pane.emit()
        self._bar.show_ask(ask)

    def _moved_on(self) -> None:
        self.spoke.emit(translate("Decide", "The list has moved on. Nothing was done."))

    def _answer_late(self, data: DetailData, ask: StripAsk) -> None:
        """The console answers a decision with a question: put only while its comment is the one in front."""
        now = self._armed()
        if now is not None and now.card.id == data.card.id:
            self._about = data
            self.wants_pane.emit()
            self._bar.show_ask(ask, late=True)
        else:
            name = plain_name(data.card.author)
            self.spoke.emit(translate("Decide", "{author}: {what}").format(author=name, what=ask.title))

    def withdraw(self) -> None:
        """Another comment takes the place of one that was asked about: a letter meant as an answer decides nothing."""
        if self._bar.asking and self._bar.asking != asks.REST:
            self._withdrawn = time.monotonic()
        self._bar.show_buttons()
        if self.rest.comment:
            # Between events: the list is just changing its current row.
            left = self.rest.end()
            QTimer.singleShot(0, self, lambda: self.decided.emit(left))

    def shown(self) -> None:
        """A comment has been painted: its seconds start."""
        self._shown_at = self._clock()

    def _ready(self, about: int = 0) -> DetailData | None:
        """The armed comment (``about``: that one alone), or a word in the strip that nothing was done."""
        data = self._armed()
        late = time.monotonic() - self._withdrawn < WITHDRAWN_SECONDS
        if late or (about and (data is None or data.card.id != about)):
            self._moved_on()
            return None
        if data is None:
            self.spoke.emit(self.why_unshown())
            return None
        if data.card.id in self._busy:
            return None
        if self.held():
            self.spoke.emit(translate("Decide", "An undo is on its way. Nothing was done."))
            return None
        self._about = data
        return data

    @staticmethod
    def _meant(action: str, data: DetailData) -> str:
        return meant_by(action, data)

    def choose(self, action: str, about: int = 0) -> None:
        """A decision's key or button; ``about`` is the comment that was in front when it was pressed (0: now)."""
        if self.instead(action):
            return
        data = self._ready(about)
        if data is None:
            return
        if not data.mine:
            self._say_held(data.claim)
            return
        meant = self._meant(action, data)
        face = data.faces.get(meant, ActionFace(meant))
        if not face.refusal and self.for_all(meant, data, False):
            return
        if meant == "reply":
            if face.refusal and not face.code.startswith("guard."):
                self.why(action)
            else:
                self.wants_reply.emit(False)
            return
        if face.refusal:
            self.why(action)
        elif meant in TWO_KEYS or (meant == "hide" and face.final):
            wants_reason = meant == "block"
            self._ask(asks.confirm_action(meant, face, data, wants_reason=wants_reason))
        elif meant == "like" and data.card.severity >= 2:
            line = translate("Decide", "From severity 2 on, nothing is liked: a slip would be public.")
            self._ask(asks.refused(meant, translate("Decide", "Not this one."), line, ()))
        elif meant == "snooze":
            self._ask(asks.choose_time(asks.LATER))
        elif meant == "watch":
            self._why = ""
            self._ask(asks.choose_time(asks.WATCH))
        else:
            self._send(meant)

    def _say_held(self, claim: str) -> None:
        """Another person holds it: who, and the way on."""
        way = translate("Decide", "Take over: {key}").format(key=actions.keycap("decide.assign"))
        self.spoke.emit(f"{claim} {way}")

    def why(self, action: str, about: int = 0) -> None:
        """Say why an action cannot stand here, with what can be done instead."""
        if self.instead(action):
            return
        data = self._ready(about)
        if data is None:
            return
        meant = self._meant(action, data)
        face = data.faces.get(meant, ActionFace(meant))
        open_instead = [one for one in face.instead if one in data.faces and not data.faces[one].refusal]
        self._ask(
            asks.refused(
                meant,
                face.refusal,
                self._clause(face.clause),
                open_instead,
                ask_lead=asks.may_ask(meant, data),
            )
        )

    @staticmethod
    def _clause(clause: str) -> str:
        return translate("Decide", "By {clause}.").format(clause=clause_words(clause)) if clause else ""

    def with_reason(self, action: str) -> None:
        """Shift and the key: a few words first."""
        if self.instead(action):
            return
        data = self._ready()
        if data is None:
            return
        meant = self._meant(action, data)
        if not data.mine:
            self._say_held(data.claim)
        elif data.faces.get(meant, ActionFace(meant)).refusal:
            self.why(action)
        elif not self.for_all(meant, data, True):
            title = translate("Decide", "{action}: why?").format(action=action_word(meant))
            self._ask(asks.give_reason(meant, title))

    def categorise(self) -> None:
        """C: ask which category a person sees in it."""
        data = self._ready()
        if data is not None and not data.mine:
            self._say_held(data.claim)
        elif data is not None:
            policy = self._console.policy()
            names = {
                name: known.label.fr if _french() else known.label.en
                for name, known in policy.categories.items()
            }
            self._ask(asks.choose_category(data.card.category, names, len(self.alike(data.card.id))))

    def note(self) -> None:
        """N: a line for the team."""
        if self._ready() is not None:
            self._ask(asks.write_note())

    def put(self, data: DetailData, ask: StripAsk) -> None:
        """Put a question about a comment that waits for a person."""
        self._about = data
        self._bar.show_ask(ask, late=True)

    def stay(self) -> None:
        """Esc: nothing happens; what is left of a proposal is asked once more, and then left."""
        if self.rest.comment and self._bar.asking != asks.REST:
            self._bar.show_ask(asks.the_rest(self.rest.done, self.rest.actions))
            return
        self._bar.show_buttons()
        self.settled.emit()
        if self.rest.comment:
            self.decided.emit(self.rest.end())

    # ------------------------------------------------------------------ answers of a strip

    def _answered(self, kind: str, choice: str, text: str) -> None:
        kind, _, action = kind.partition(":")
        data = self._about
        now = self._armed()
        if data is None or now is None or now.card.id != data.card.id:
            self._bar.show_buttons()
            self._moved_on()
            return
        if choice in ("stay", "next"):
            self.stay()
            return
        self._bar.show_buttons()
        self.settled.emit()
        if kind in self.others:
            self.others[kind](choice, text)
        elif kind == asks.CONFIRM:
            self._send(action, reason=text)
        elif kind in (asks.REFUSED, asks.REST):
            self.choose(choice.removeprefix("do:"))
        elif kind == asks.REASON and action in asks.CHOICES:
            self._set_category(action, text)
        elif kind == asks.REASON and action == "watch":  # why is said, until when is still to be asked
            self._why = text
            self._ask(asks.choose_time(asks.WATCH))
        elif kind == asks.REASON:
            self._send(action, reason=text)
        elif kind == asks.CATEGORY:
            self._set_category(choice, "")
        elif kind in (asks.LATER, asks.WATCH):
            now_s = int(self._clock())
            at = moment_of(text, now_s) if choice == asks.TYPED else until(choice, now_s)
            if at is None or at <= now_s:
                self._ask(asks.choose_time(kind, text))
                return
            why, self._why = self._why if kind == asks.WATCH else "", ""
            self._send("watch" if kind == asks.WATCH else "snooze", reason=why, until=at)
        elif kind == asks.NOTE and text:
            author = data.author.id if action == "author" and data.author is not None else None
            about = data.card.id if author is None else None
            future = self._console.add_note(text, self._actor(), comment_id=about, author_id=author)
            self._bridge.watch(future, self, lambda _note: self._noted(data.card.id))
        elif kind == asks.MANUAL:
            answer = self._console.confirm(data.waiting_person, choice == "yes", self._actor())
            self._settle(answer, data.card.id)
        elif kind == asks.REVIEW and choice == "no":
            self._ask(asks.why_not(action, data.review_by))
        elif kind in (asks.REVIEW, asks.REJECT):
            answer = self._console.answer_review(data.review, choice == "yes", self._actor(), text)
            if (
                choice == "edit"
            ):  # nobody agrees to other words than those asked for: the lead's are the lead's own
                self._bridge.watch(
                    answer,
                    self,
                    lambda _outcome: self.wants_own_reply.emit(data.card.id, data.review_text),
                    lambda error: self._failed(error, data.card.id),
                )
            else:
                self._settle(answer, data.card.id)

    def _settle(self, answer: Future[DecisionOutcome], comment: int) -> None:
        """What waited for a person has its answer: the comment leaves this list, or is open again."""

        def settled(outcome: DecisionOutcome) -> None:
            if outcome.state == "failed":
                self.reload.emit(comment)
            elif not self._offer_rest(outcome, action_done(outcome.action)):
                self.decided.emit(comment)

        self._bridge.watch(answer, self, settled, lambda error: self._failed(error, comment))

    def _noted(self, comment: int) -> None:
        self.spoke.emit(translate("Decide", "Note kept."))
        self.deeds.tell()
        self.reload.emit(comment)

    def _set_category(self, category: str, reason: str) -> None:
        data = self._about
        assert data is not None
        comment = data.card.id

        def failed(error: Exception) -> None:
            if isinstance(error, VigieError) and error.code == "reason_needed":
                self._answer_late(data, asks.give_reason(category, sentence("reason_needed")))
            else:
                self._failed(error, comment)

        def done(given: Categorised) -> None:
            if given.refusal is not None:
                self.spoke.emit(reason_words(given.refusal.why))  # it names the key to take it over
            elif given.done > 1:
                self.spoke.emit(alike_counted.categorised(given.done))
            if given.done:
                self.deeds.tell()
            self.reload.emit(comment)

        future = self._console.categorise(
            comment, category, reason, self._actor(), shown_revision=data.revision,
            together=tuple(self.alike(comment)),
        )  # fmt: skip
        self._bridge.watch(future, self, done, failed)

    # ------------------------------------------------------------------ deciding

    def reply(
        self, comment: int, text: str, written: Written | None = None
    ) -> Future[DecisionOutcome] | None:
        """Send the text of the reply editor: a warning where it was written from one."""
        data = self._armed()
        if data is None or data.card.id != comment or comment in self._busy:
            self._moved_on()
            return None
        self._about = data
        made = written or Written()
        return self._send(made.purpose, text=text, reason=made.reason, written=made)

    def _send(
        self,
        action: str,
        *,
        text: str | None = None,
        reason: str = "",
        until: int | None = None,
        written: Written | None = None,
    ) -> Future[DecisionOutcome]:
        data = self._about
        assert data is not None
        comment = data.card.id
        ask = DecisionAsk(
            comment,
            ActionKind(action),
            text=text,
            reason=reason,
            shown_revision=data.revision,
            shown_policy=data.policy_id or None,
            shown_decision=self.rest.seen(comment, data.newest_decision),
            until=until,
            seconds_open=max(int(self._clock() - self._shown_at), 0) if self._shown_at else None,
            masked=data.card.masked,
            template=(written.template or None) if written is not None else None,
            params=self.rest.params(comment, action)
            | ({"template_language": written.language} if written is not None and written.template else {}),
        )
        self._busy.add(comment)
        future = self._console.decide(ask, self._actor())
        self._bridge.watch(
            future,
            self,
            lambda outcome: self._done(outcome, action, data, until or 0),
            lambda error: self._failed(error, comment),
        )
        return future

    def _failed(self, error: Exception, comment: int) -> None:
        self._busy.discard(comment)
        if isinstance(error, VigieError):
            text = error_text(error.code, error.params)
            what = sentence(error.code, error.params) if isinstance(error, Stale) else text.what
            self.spoke.emit(" ".join(part for part in (what, text.step) if part))
            self.reload.emit(comment)

    def _done(self, outcome: DecisionOutcome, action: str, data: DetailData, back_at: int = 0) -> None:
        comment = data.card.id
        self._busy.discard(comment)
        if outcome.refusal is not None:
            title = reason_words(outcome.refusal.why, self._console.policy())
            line = self._clause(outcome.refusal.clause)
            if action in ("reply", "warn"):
                self.reply_refused.emit(
                    comment, f"{title} {line}".strip()
                )  # the editor is open: it says so itself
                return
            if outcome.refusal.code == "decided_meanwhile":  # nothing left to do here: the next one
                self.spoke.emit(title)
                self.rest.end()
                self.decided.emit(comment)
                return
            lead = asks.may_ask(action, data)
            self._answer_late(data, asks.refused(action, title, line, outcome.refusal.instead, ask_lead=lead))
            self.reload.emit(comment)
            return
        self.notice.begin(outcome, action, data)
        if outcome.state == "waiting_person":
            self.wants_page.emit(comment, action)
            self.reload.emit(comment)
            return
        if outcome.state == "waiting_review":
            self.spoke.emit(f"{action_word(action)}: {state_word('waiting_review')}")
        else:
            self.notice.tell(outcome, action, data, back_at)
        if not self._offer_rest(outcome, asks.done_words(action, data)):
            self.decided.emit(comment)

    def _offer_rest(self, outcome: DecisionOutcome, done: str) -> bool:
        """Whether the comment stays in front, for what the policy proposes besides; elsewhere a line says it."""
        now, comment = self._armed(), int(outcome.comment_id)
        possible = [one for one in outcome.remaining if asks.has_key(one)]
        if now is None or now.card.id != comment:  # what stands in front may have a rest of its own
            if self.rest.comment == comment:
                self.rest.end()
            if possible:
                self.spoke.emit(asks.the_rest(done, possible).title)
            return False
        if not self.rest.begin(outcome, done, possible):
            return False
        self.stays.emit(comment)
        self._about = now
        self._bar.show_ask(asks.the_rest(done, self.rest.actions), late=True)
        return True

    # ------------------------------------------------------------------ undo

    @property
    def told(self) -> int | None:
        """The line of the history that the undo notice speaks of; None before there was one."""
        return self.notice.told or None

    def taken_back(self) -> None:
        """A decision was undone: the notice has nothing to say any more, and the whole proposal stands again."""
        if self.rest.end() and self._bar.asking == asks.REST:
            self._bar.show_buttons()
        self.notice.taken_back()


def _french() -> bool:
    from ui.i18n.format import language

    return language() == "fr"


def until(choice: str, now: int) -> int:
    """The second at which a comment put off comes back: in an hour, next morning 08:30, Monday 08:30, local time."""
    if choice == "hour":
        return now + 3600
    moment = QDateTime.fromSecsSinceEpoch(now)
    days = 1 if choice == "morning" else (8 - moment.date().dayOfWeek()) % 7 or 7
    return int(QDateTime(moment.date().addDays(days), QTime(8, 30)).toSecsSinceEpoch())

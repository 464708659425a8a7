"""What the status strip says: channels and limits, what waits to be sent, the log, the policy, the day's decisions."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, QTime, QTimer

from console.domain.errors import VigieError
from console.domain.vocabulary import OutboxState
from console.services.automation import status_of
from ui.errors import describe, paragraph
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.i18n.messages import error_text
from ui.i18n.words import platform_word
from ui.theme.icon_names import STATES
from ui.widgets.strip import StatusStrip, StripItem

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.domain.comment import Channel
    from console.domain.events import Changed
    from console.runtime.app import Console
    from ui.bridge import Bridge
    from ui.theme.look import Look

SENTENCE_MS = 8000
"""A sentence stands in the strip this long, then the entries come back."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """Read off the GUI thread."""

    channels: tuple[Channel, ...]
    to_send: int
    failed: int
    asked: int
    policy: int
    decided: int
    stopped: tuple[str, ...]  # rules that no longer hide by themselves


class Status(QObject):
    """Owns the strip; reads again when something it speaks of has changed."""

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        look: Look,
        clock: Callable[[], float] = time.time,
        strip: StatusStrip | None = None,
    ) -> None:
        """``strip``: one that stands in a window already."""
        super().__init__()
        self._console, self._bridge, self._clock = console, bridge, clock
        self.strip = strip or StatusStrip(look)
        self._facts: _Facts | None = None
        self._reading = False
        self._again = False
        self._closed = False
        self._classifier = ""
        self._log: StripItem | None = None
        self._renewed = False
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SENTENCE_MS)
        # Its own method: a lambda that holds this object would be held by the timer that this object holds.
        self._silence.timeout.connect(self._fall_silent)

    @property
    def stopped(self) -> tuple[str, ...]:
        """The rules whose automatic hiding is stopped, as last read."""
        return () if self._facts is None else self._facts.stopped

    def stop(self) -> None:
        """The window closes: read nothing more."""
        self._closed = True
        self._silence.stop()

    def say(self, sentence: str) -> None:
        """Say one sentence for a while; empty brings the entries back."""
        self.strip.say(sentence)
        if sentence:
            self._silence.start()
        else:
            self._silence.stop()

    def _fall_silent(self) -> None:
        self.strip.say("")

    def tell_error(self, error: object) -> None:
        """A known error that no page asked for."""
        if isinstance(error, VigieError):
            self.say(paragraph(describe(error)))

    def day(self) -> str:
        """When comments were last asked for, and what was decided today; empty before anything was read."""
        facts = self._facts
        if facts is None:
            return ""
        looks = [one.last_pull_at for one in facts.channels if one.last_pull_at and not one.paused]
        last = (
            translate("Status", "Last look at {time}.").format(time=say.clock_time(max(looks)))
            if looks
            else ""
        )
        return f"{last} {_sentence(counted.decided_today(facts.decided))}".strip()

    def set_log(self, words: str, icon: str = "seal-check", color: str = "text-muted") -> None:
        """What is known of the log: verified at, or broken."""
        self._log = StripItem("log", icon, words, color)
        self._show()

    def tell_renewed(self) -> None:
        """Another version lies in this program's place: said once, then an entry until the window is closed."""
        from ui.renewal import renewed_words

        self._renewed = True
        self._show()
        self.say(renewed_words())

    def on_changed(self, changes: tuple[Changed, ...]) -> None:
        """Read again what the strip speaks of."""
        for change in changes:
            if change.what == "classifier":
                self._classifier = str(change.extra.get("state", ""))
        if any(
            one.what in ("channels", "outbox", "policy", "decisions", "classifier", "lease", "automation")
            for one in changes
        ):
            self.read()

    def read(self) -> None:
        """Read the facts on a reader thread."""
        if self._closed:
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        now = int(self._clock())
        midnight = int(QDateTime(QDateTime.fromSecsSinceEpoch(now).date(), QTime(0, 0)).toSecsSinceEpoch())
        self._bridge.watch(
            self._console.background(lambda c: _read(c, midnight)), self, self._arrived, self._failed
        )

    def _failed(self, error: Exception) -> None:
        self._reading = False
        self.tell_error(error)

    def _arrived(self, facts: _Facts) -> None:
        self._reading = False
        self._facts = facts
        self._show()
        if self._again:
            self._again = False
            self.read()

    def _show(self) -> None:
        facts = self._facts
        if facts is None:
            return
        left = _channel_items(facts.channels)
        if self._renewed:
            from ui.renewal import renewed_words

            left.insert(0, StripItem("renewed", "arrows-clockwise", renewed_words(), "text"))
        if facts.to_send:
            left.append(StripItem("outbox", "paper-plane-tilt", counted.actions_to_send(facts.to_send)))
        if facts.asked:
            left.append(
                StripItem("outbox", "arrow-square-out", counted.waiting_for_person(facts.asked), "warning")
            )
        if facts.failed:
            left.append(StripItem("outbox", "warning-circle", counted.failed_actions(facts.failed), "danger"))
        if self._classifier in ("away",):
            words = translate("Status", "No verdicts just now. Comments still come, by time.")
            left.append(StripItem("classifier", "robot", words, "warning"))
        if facts.stopped:
            words = translate("Status", "Automation off: {rules}").format(rules=", ".join(facts.stopped))
            left.append(StripItem("automation", STATES["automation_off"], words, "warning"))
        right = [self._log] if self._log is not None else []
        right.append(
            StripItem("policy", "", translate("Status", "Policy v{number}").format(number=facts.policy))
        )
        right.append(StripItem("today", "", counted.decided_today(facts.decided)))
        self.strip.set_items(tuple(left), tuple(right))


def _sentence(words: str) -> str:
    return f"{words}."


def _read(console: Console, midnight: int) -> _Facts:
    """On a reader thread."""

    policy = console.policies.active()

    def facts(reading: object) -> _Facts:
        from console.store import Reading

        assert isinstance(reading, Reading)
        counts = reading.outbox.counts()
        waiting = (OutboxState.QUEUED, OutboxState.SENDING, OutboxState.UNKNOWN)
        return _Facts(
            tuple(reading.channels.all()),
            sum(counts.get(state, 0) for state in waiting),
            counts.get(OutboxState.FAILED, 0),
            counts.get(OutboxState.WAITING_PERSON, 0),
            console.policies.number,
            reading.decisions.count_since(midnight),
            status_of(reading, policy, console.clock.now()).stopped,
        )

    return console.store.read(facts)


def _channel_items(channels: tuple[Channel, ...]) -> list[StripItem]:
    if not channels:
        return [StripItem("channels", "plugs", translate("Status", "No channel yet"))]
    items: list[StripItem] = []
    fine = [one for one in channels if not one.paused and one.state in ("ok", "new")]
    if fine:
        items.append(StripItem("channels", "cloud-check", counted.channels_up_to_date(len(fine))))
    for one in channels:
        name = one.name if one.kind == "practice" else platform_word(one.kind)
        if one.paused:
            words = translate("Status", "{channel}: paused").format(channel=name)
            items.append(StripItem("channels", "pause", words))
        elif one.state == "limited":
            until = one.state_params.get("retry_at") or one.next_pull_at
            words = translate("Status", "{channel}: rate limit").format(channel=name)
            if isinstance(until, int):
                words = translate("Status", "{channel}: rate limit, resumes {time}").format(
                    channel=name, time=say.clock_time(until)
                )
            items.append(StripItem("channels", "hourglass-medium", words, "warning"))
        elif one.state == "auth":
            words = translate("Status", "{channel}: sign in again").format(channel=name)
            items.append(StripItem("channels", "key", words, "danger"))
        elif one.state == "error":
            code = one.state_code or "transient"
            words = f"{name}: {error_text(code, {**one.state_params, 'channel': name}).what}"
            icon = "cloud-slash" if code == "transient" else "warning-circle"
            items.append(StripItem("channels", icon, words, "warning"))
    return items

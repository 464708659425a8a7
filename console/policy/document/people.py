"""What people do in a policy document: ladder, approval and reply guard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.policy.document.base import (
    DocumentBase,
    atomic,
    need_choice,
    need_duration,
    need_known,
    need_number,
    need_text,
    number_of,
    text_of,
    texts_of,
)
from console.policy.document.text import DocumentError
from console.policy.sections_people import CONTRADICTIONS, DECIDING_ROLES, LEVELS, REQUIRES, STEP_ACTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.policy.lines import Path

STEP_KEYS: Final = ("at", "action", "template", "duration", "requires")
LADDER_KEYS: Final = ("counts", "window", "weights", "decay", "only_confirmed", "step", "skip_to")
APPROVAL_KEYS: Final = ("irreversible", "second_reviewer", "replies", "activation", "undo_window")
REPLY_KEYS: Final = (
    "forbid_when", "override", "max_public_exchanges_per_author_per_day", "offer_private_after", "contradictions",
)  # fmt: skip
IRREVERSIBLE: Final = ("block", "delete", "report", "hide", "mute", "reply")
ON_WATCH: Final = "author:on_watch"
_THREAD: Final = re.compile(r"thread_replies_by_us\s*>=\s*(\d{1,4})")


@dataclass(frozen=True, slots=True)
class StepView:
    """One rung of the ladder as it is written."""

    at: int
    action: str
    duration: str = ""
    template: str = ""
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LadderView:
    """The ladder as it is written; ``weights`` of 1 need not be there."""

    name: str
    counts: tuple[str, ...]
    window: str
    decay: str
    weights: Mapping[str, int]
    steps: tuple[StepView, ...]


class PeopleOps(DocumentBase):
    """Operations on ``[ladder.*]``, ``[approval]`` and ``[replies]``."""

    # ------------------------------------------------------------------ ladder

    def ladder(self) -> LadderView | None:
        """The first ladder, None when there is none."""
        for name, table in self.named("ladder").items():
            weights = table.get("weights")
            steps = table.get("step")
            return LadderView(
                name,
                texts_of(table.get("counts")),
                text_of(table.get("window")),
                text_of(table.get("decay")) or "none",
                {key: number_of(value, 1) for key, value in weights.items()}
                if isinstance(weights, dict)
                else {},
                tuple(_step(step) for step in (steps if isinstance(steps, list) else ())),
            )
        return None

    @atomic
    def add_ladder(self) -> None:
        """Write a first ladder: a warning, then hiding, over ninety days."""
        if self.ladder() is not None:
            raise DocumentError("document.exists", name="ladder")
        counts = [name for name, table in self.named("category").items() if table.get("violation") is True]
        steps = [{"at": 1, "action": "warn"}, {"at": 2, "action": "hide"}]
        self.toml.add_table(("ladder", "default"), {"counts": counts, "window": "90d", "step": steps})

    @atomic
    def add_step(
        self,
        at: int,
        action: str,
        duration: str = "",
        requires: Sequence[str] = (),
        template: str = "",
    ) -> None:
        """Add a rung where its points belong: from ``at`` points (1..10,000) on, ``action``."""
        path = (*self._ladder(), "step")
        values = _step_values(at, action, duration, requires, template)
        steps = self.array(*path)
        taken = [number_of(step.get("at"), 0) for step in steps if isinstance(step, dict)]
        if at in taken:
            raise DocumentError("document.step_taken", at=at)
        place = sum(1 for points in taken if points < at)
        if not steps:
            self.toml.remove(path)
            self.toml.set(path, [values], LADDER_KEYS)
        elif place < len(steps) and path not in self.toml.spans.values:
            raise DocumentError("document.layout", key="step")
        else:
            self.toml.insert(path, place, values)

    @atomic
    def set_step(self, index: int, **changes: Any) -> None:
        """Change at, action, duration, requires or template of one rung; empty takes a key away."""
        path = (*self._ladder(), "step", self._step_index(index))
        present = _step(self.toml.get(path))
        for key in changes:
            need_choice(key, "step", STEP_KEYS)
        whole = {key: getattr(present, key) for key in STEP_KEYS} | changes
        values = _step_values(**whole)
        steps = self.array(*path[:-1])
        others = [_step(step).at for place, step in enumerate(steps) if place != index]
        if values["at"] in others:
            raise DocumentError("document.step_taken", at=values["at"])
        if values["at"] != present.at and sorted([*others, values["at"]]).index(values["at"]) != index:
            raise DocumentError("document.step_order", at=values["at"])
        for key in changes:
            self.put((*path, key), values.get(key), STEP_KEYS)

    @atomic
    def remove_step(self, index: int) -> None:
        """Take a rung out."""
        self.toml.remove((*self._ladder(), "step", self._step_index(index)))

    @atomic
    def set_counts(self, categories: Sequence[str]) -> None:
        """Say which categories count as strikes; a weight of one that no longer counts goes with it."""
        path = self._ladder()
        wanted = [need_known(name, self.named("category"), "policy.unknown_category") for name in categories]
        self.toml.set_texts((*path, "counts"), list(dict.fromkeys(wanted)), LADDER_KEYS)
        for name in list(self.table(*path, "weights")):
            if name not in wanted:
                self.toml.remove((*path, "weights", name))

    @atomic
    def set_weight(self, category: str, points: int) -> None:
        """Say how many points one strike of a counted category is worth, 1..100."""
        path = self._ladder()
        need_number(points, "weights", 1, 100)
        if category not in self.array(*path, "counts"):
            raise DocumentError("ladder.weight_uncounted", category=str(category)[:60])
        if points == 1 and category not in self.table(*path, "weights"):
            return
        self.toml.set((*path, "weights", category), points, LADDER_KEYS)

    @atomic
    def set_window(self, window: str) -> None:
        """Say how long a strike counts."""
        self.toml.set((*self._ladder(), "window"), need_duration(window, "window", empty=False), LADDER_KEYS)

    @atomic
    def set_decay(self, half_every: str) -> None:
        """Halve the points every so often (a duration); empty for never."""
        text = need_duration(half_every, "decay")
        value = f"half_every={text}" if text else "none"
        if text or "decay" in self.table(*self._ladder()):
            self.toml.set((*self._ladder(), "decay"), value, LADDER_KEYS)

    def _ladder(self) -> tuple[str | int, ...]:
        view = self.ladder()
        if view is None:
            raise DocumentError("document.missing", name="ladder")
        return ("ladder", view.name)

    def _step_index(self, index: int) -> int:
        return need_number(index, "step", 0, len(self.array(*self._ladder(), "step")) - 1)

    # ------------------------------------------------------------------ approval

    @atomic
    def set_irreversible(self, actions: Sequence[str]) -> None:
        """Say which actions wait for a second person where the platform cannot undo them."""
        wanted = [need_choice(action, "irreversible", IRREVERSIBLE) for action in actions]
        self.toml.set_texts(("approval", "irreversible"), wanted, APPROVAL_KEYS)

    @atomic
    def set_second_reviewer(self, key: str, value: str) -> None:
        """Change from_role (a role), within (a duration) or else (cancel, escalate)."""
        need_choice(key, "second_reviewer", ("from_role", "within", "else"))
        if key == "within":
            text = need_duration(value, key, empty=False)
        else:
            text = need_choice(value, key, DECIDING_ROLES if key == "from_role" else ("cancel", "escalate"))
        self.toml.set(("approval", "second_reviewer", key), text, APPROVAL_KEYS)

    @atomic
    def set_second_signature(self, on: bool) -> None:
        """Say whether going live needs the signature of a second person."""
        if on or "activation" in self.table("approval"):
            self.toml.set(("approval", "activation", "second_signature"), bool(on), APPROVAL_KEYS)

    @atomic
    def set_crisis_replies(self, level: str, role: str) -> None:
        """From a crisis of this level on, replies need the approval of a role; an empty level asks for none."""
        path: Path = ("approval", "replies", "crisis")
        if not level:
            self.toml.remove(path)
            return
        values = {
            "level": need_choice(level, "level", LEVELS),
            "approver_role": need_choice(role, "approver_role", DECIDING_ROLES),
        }
        if self.table(*path):
            for key, value in values.items():
                self.toml.set((*path, key), value)
        else:
            self.toml.set(path, values, APPROVAL_KEYS)

    @atomic
    def set_undo_window(self, span: str) -> None:
        """Change how long an action waits before it leaves (at most 10 minutes)."""
        text = need_duration(span, "undo_window", empty=False)
        self.toml.set(("approval", "undo_window"), text, APPROVAL_KEYS)

    # ------------------------------------------------------------------ reply guard

    def reply_limits(self) -> tuple[tuple[str, ...], bool, int | None]:
        """Categories that nobody answers, whether watched authors get no answer, and the thread's limit."""
        named, watched, thread = [], False, None
        for text in texts_of(self.table("replies").get("forbid_when")):
            found = _THREAD.fullmatch(text.strip())
            if text.startswith("category:"):
                named.append(text.partition(":")[2])
            elif text.strip() == ON_WATCH:
                watched = True
            elif found is not None:
                thread = int(found.group(1))
        return tuple(named), watched, thread

    @atomic
    def set_reply_limits(self, categories: Sequence[str], on_watch: bool, thread: int | None) -> None:
        """Say when nobody answers in public; conditions that stay keep their text."""
        known = self.named("category")
        wanted = [f"category:{need_known(name, known, 'policy.unknown_category')}" for name in categories]
        wanted += [ON_WATCH] if on_watch else []
        before = texts_of(self.table("replies").get("forbid_when"))
        if thread is not None:
            need_number(thread, "thread_replies_by_us", 1, 9999)
            same = [t for t in before if (m := _THREAD.fullmatch(t.strip())) and int(m.group(1)) == thread]
            wanted += same or [f"thread_replies_by_us >= {thread}"]
        ordered = [text for text in before if text in wanted]
        ordered += [text for text in wanted if text not in ordered]
        self.toml.set_texts(("replies", "forbid_when"), ordered, REPLY_KEYS)

    @atomic
    def set_reply_override(self, role: str, reason_required: bool) -> None:
        """Say who may answer all the same, and whether a reason is asked."""
        values = {
            "role": need_choice(role, "role", DECIDING_ROLES),
            "reason_required": bool(reason_required),
        }
        if not self.table("replies", "override"):
            self.toml.set(("replies", "override"), values, REPLY_KEYS)
        for key, value in values.items():
            self.toml.set(("replies", "override", key), value)

    @atomic
    def set_reply_number(self, key: str, value: int | None) -> None:
        """Change max_public_exchanges_per_author_per_day or offer_private_after (0..1000, None for no limit)."""
        need_choice(key, "replies", REPLY_KEYS[2:4])
        number = None if value is None else need_number(value, key, 0, 1000)
        self.put(("replies", key), number, REPLY_KEYS)

    @atomic
    def set_contradictions(self, how: str) -> None:
        """What happens to a reply that says something else than was said before: warn, refuse or off."""
        chosen = need_choice(how, "contradictions", CONTRADICTIONS)
        if chosen != "warn" or "contradictions" in self.table("replies"):
            self.toml.set(("replies", "contradictions"), chosen, REPLY_KEYS)


def _step(step: Any) -> StepView:
    table = step if isinstance(step, dict) else {}
    return StepView(
        number_of(table.get("at"), 0),
        text_of(table.get("action")),
        text_of(table.get("duration")),
        text_of(table.get("template")),
        texts_of(table.get("requires")),
    )


def _step_values(
    at: int, action: str, duration: str = "", requires: Sequence[str] = (), template: str = ""
) -> dict[str, Any]:
    values: dict[str, Any] = {
        "at": need_number(at, "at", 1, 10_000),
        "action": need_choice(action, "action", STEP_ACTIONS),
    }
    if template:
        values["template"] = need_text(template, "template", limit=80)
    if duration:
        values["duration"] = need_duration(duration, "duration")
    for word in requires:
        base, _, role = word.partition(":")
        need_choice(base, "requires", REQUIRES)
        if role:
            need_choice(role, "requires", DECIDING_ROLES)
    if requires:
        values["requires"] = list(requires)
    return values

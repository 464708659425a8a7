"""What differs by channel in a policy document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from console.policy.conditions import is_channel_key
from console.policy.document.base import (
    DocumentBase,
    atomic,
    need_choice,
    need_known,
    need_share,
    need_text,
    text_of,
    texts_of,
)
from console.policy.document.text import DocumentError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.policy.lines import Path


@dataclass(frozen=True, slots=True)
class ChannelView:
    """What differs on one channel; ``thresholds`` is rule id -> label -> score."""

    key: str
    auto: str
    off: tuple[str, ...]
    thresholds: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    sla_scale: float = 1.0


class ChannelOps(DocumentBase):
    """Operations on ``[channel."kind:name"]``."""

    def channels(self) -> tuple[ChannelView, ...]:
        """What differs on each channel, in the order of the text."""
        return tuple(_channel(key, table) for key, table in self.named("channel").items())

    @atomic
    def add_channel(self, key: str, auto: str = "none") -> None:
        """Write an exception for a channel (``kind:name`` or ``kind:*``), at first about automatic hiding."""
        text = need_text(key, "channel", limit=200)
        if not is_channel_key(text):
            raise DocumentError("policy.channel_key", key=text[:80])
        self.toml.add_table(("channel", text), {"auto": need_choice(auto, "auto", ("none", "hide"))})

    @atomic
    def remove_channel(self, key: str) -> None:
        """Take a channel's exceptions out."""
        self.toml.remove(("channel", self._channel(key)))

    @atomic
    def set_channel_auto(self, key: str, auto: str) -> None:
        """``none`` or ``hide`` for this channel; empty for what the rules say."""
        if auto:
            need_choice(auto, "auto", ("none", "hide"))
        self.put(("channel", self._channel(key), "auto"), auto)

    @atomic
    def set_channel_off(self, key: str, rules: Sequence[str]) -> None:
        """Say which rules do not apply on a channel."""
        ids = [rule.get("id") for rule in self.array("rule") if isinstance(rule, dict)]
        wanted = [need_known(rule, [i for i in ids if i], "policy.unknown_rule") for rule in rules]
        self.put(("channel", self._channel(key), "rules", "off"), wanted)

    @atomic
    def set_channel_threshold(self, key: str, rule_id: str, label: str, score: float | None) -> None:
        """Another threshold (0 to 1) for one score of a rule on this channel; None takes it away."""
        path: Path = ("channel", self._channel(key), "rule", rule_id, "when_score", label)
        if score is None:
            self.toml.remove(path)
            if not self.table(*path[:-1]):
                self.toml.remove(path[:-2])
            return
        self.toml.set(path, need_share(score, label))

    @atomic
    def set_channel_sla(self, key: str, scale: float) -> None:
        """Multiply the deadlines on a channel by 0.01 to 10; 1 takes the exception away."""
        path: Path = ("channel", self._channel(key), "sla", "scale")
        value = need_share(scale, "scale", 0.01, 10.0)
        if value == 1.0:
            self.toml.remove(path)
        else:
            self.toml.set(path, value)

    def _channel(self, key: str) -> str:
        if key not in self.named("channel"):
            raise DocumentError("document.missing", name=str(key)[:60])
        return key


def _channel(key: str, table: Mapping[str, Any]) -> ChannelView:
    rules, changes, sla = table.get("rules"), table.get("rule"), table.get("sla")
    thresholds: dict[str, dict[str, float]] = {}
    for rule_id, change in changes.items() if isinstance(changes, dict) else ():
        scores = change.get("when_score") if isinstance(change, dict) else None
        if isinstance(scores, dict):
            thresholds[rule_id] = {
                label: float(score) for label, score in scores.items() if isinstance(score, (int, float))
            }
    scale = sla.get("scale") if isinstance(sla, dict) else 1.0
    return ChannelView(
        key,
        text_of(table.get("auto")),
        texts_of(rules.get("off")) if isinstance(rules, dict) else (),
        thresholds,
        float(scale) if isinstance(scale, (int, float)) else 1.0,
    )

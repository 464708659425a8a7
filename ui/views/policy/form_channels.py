"""What differs by channel in the policy form: all exceptions, and one channel's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from console.policy.document import ChannelView, PolicyDocument, RuleView
from ui.i18n.form_counted import form_counted
from ui.i18n.mark import translate
from ui.views.policy.form_parts import FormPage
from ui.views.policy.form_words import percent, score_word

if TYPE_CHECKING:
    from console.policy.lines import Path


class ChannelsPage(FormPage):
    """All channels with exceptions."""

    section = "channels"

    def shape(self, document: PolicyDocument) -> object:
        """What the rows say."""
        return document.channels()

    def build(self, document: PolicyDocument) -> None:
        """A row for each channel, and a line that adds one."""
        self.head(
            translate("PolicyForm", "Channels"),
            translate("PolicyForm", "The policy holds everywhere. Here stands what differs on one channel."),
        )
        for view in document.channels():
            self.row(
                view.key, _summary(view), partial(self.pen.open, "channels", view.key), f"row.{view.key}",
                ("channel", view.key),
            )  # fmt: skip
        if not document.channels():
            self.note(translate("PolicyForm", "No exception: every channel follows the same rules."))
        self.adder(
            "add", translate("PolicyForm", "An exception for a channel"), "youtube:main",
            translate("PolicyForm", "Add the channel"), self._add,
        )  # fmt: skip

    def _add(self, text: str) -> None:
        key = text.strip()
        if self.change("add", lambda d: d.add_channel(key)):
            self.pen.open("channels", key)


def _summary(view: ChannelView) -> str:
    parts = []
    if view.auto == "none":
        parts.append(translate("PolicyForm", "nothing hides by itself"))
    if view.off:
        parts.append(form_counted.rules_off(len(view.off)))
    if view.thresholds:
        parts.append(translate("PolicyForm", "other thresholds"))
    if view.sla_scale != 1.0:
        parts.append(translate("PolicyForm", "other deadlines"))
    return " · ".join(parts) or translate("PolicyForm", "nothing differs yet")


class ChannelPage(FormPage):
    """One channel's exceptions."""

    section = "channels"

    @property
    def root(self) -> Path:
        """The channel's table."""
        return ("channel", self.item)

    def _must(self, document: PolicyDocument) -> ChannelView:
        found = next((view for view in document.channels() if view.key == self.item), None)
        return found or ChannelView(self.item, "", ())

    def shape(self, document: PolicyDocument) -> object:
        """The rules and their scores; None when the channel is gone."""
        if self.item not in {view.key for view in document.channels()}:
            return None
        return tuple((rule.id, rule.note, _labels(rule)) for rule in document.rules())

    def build(self, document: PolicyDocument) -> None:
        """Automatic hiding, deadlines, rules that do not apply, thresholds."""
        base = self.root
        self.head(self.item, "", translate("PolicyForm", "Channels"))
        self.choice(
            "auto", translate("PolicyForm", "Hide without asking"), [
                ("", translate("PolicyForm", "As the rules say")),
                ("none", translate("PolicyForm", "Never here")),
                ("hide", translate("PolicyForm", "Where a rule allows it")),
            ],
            lambda d: self._must(d).auto, lambda d, key: d.set_channel_auto(self.item, key),
            path=(*base, "auto"),
        )  # fmt: skip
        self.number(
            "sla", translate("PolicyForm", "Deadlines, in per cent of the usual ones"), (1, 1000),
            lambda d: round(self._must(d).sla_scale * 100),
            lambda d, value: d.set_channel_sla(self.item, value / 100), suffix="\u00a0%",
            path=(*base, "sla"), help_=translate("PolicyForm", "50 % means twice as fast."),
        )  # fmt: skip
        self.part(translate("PolicyForm", "Rules that apply here"))
        for rule in document.rules():
            self._applies(rule, base)
        scored = [(rule, label) for rule in document.rules() for label in _labels(rule)]
        if scored:
            self.part(
                translate("PolicyForm", "Other thresholds"),
                translate("PolicyForm", "How sure the reading must be on this channel."),
            )
        for rule, label in scored:
            self._threshold(rule.id, label, base)
        self.part(translate("PolicyForm", "This channel"))
        self.button("remove", translate("PolicyForm", "Remove the exceptions"), self._remove, "trash-simple")

    def _applies(self, rule: RuleView, base: Path) -> None:
        def write(document: PolicyDocument, on: bool) -> None:
            rest = [known for known in self._must(document).off if known != rule.id]
            document.set_channel_off(self.item, rest if on else [*rest, rule.id])

        self.check(
            f"rule.{rule.id}", rule.id, lambda d: rule.id not in self._must(d).off, write, example=rule.note,
            path=(*base, "rules", "off"),
        )  # fmt: skip

    def _threshold(self, rule_id: str, label: str, base: Path) -> None:
        def read(document: PolicyDocument) -> int:
            found = self._must(document).thresholds.get(rule_id, {}).get(label)
            return -1 if found is None else percent(found)

        self.number(
            f"at.{rule_id}.{label}", f"{rule_id}: {score_word(label)}", (-1, 100), read,
            lambda d, value: d.set_channel_threshold(
                self.item, rule_id, label, None if value < 0 else value / 100
            ),
            suffix="\u00a0%", none=translate("PolicyForm", "as the rule says"),
            path=(*base, "rule", rule_id, "when_score", label),
        )  # fmt: skip

    def _remove(self) -> None:
        if self.change("remove", lambda d: d.remove_channel(self.item)):
            self.pen.open("channels")


def _labels(rule: RuleView) -> tuple[str, ...]:
    """The scores that a rule's plain conditions look at, each once."""
    found = (str(condition.data["score"]) for condition in rule.when if "score" in condition.data)
    return tuple(dict.fromkeys(found))

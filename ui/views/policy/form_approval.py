"""Second person, going live and the reply guard in the policy form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from console.policy.document.people import IRREVERSIBLE
from console.policy.sections_people import LEVELS
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.words import action_word
from ui.views.policy.form_parts import FormPage
from ui.views.policy.form_words import category_choices, role_choices

if TYPE_CHECKING:
    from console.policy.document import PolicyDocument
    from console.policy.lines import Path

_LEVELS = {
    "minor": QT_TRANSLATE_NOOP("PolicyForm", "From a minor crisis on"),
    "moderate": QT_TRANSLATE_NOOP("PolicyForm", "From a moderate crisis on"),
    "major": QT_TRANSLATE_NOOP("PolicyForm", "From a major crisis on"),
}
MOST = "max_public_exchanges_per_author_per_day"


class ApprovalPage(FormPage):
    """What one person alone may not do, and when nobody answers."""

    section = "approval"

    def shape(self, document: PolicyDocument) -> object:
        """The categories, and whether replies need approval in a crisis."""
        return tuple(category_choices(document)), bool(self._crisis(document))

    def build(self, document: PolicyDocument) -> None:
        """Approval, then replies."""
        self.head(
            translate("PolicyForm", "Approval and replies"),
            translate("PolicyForm", "What waits for a second person, and when nobody answers in public."),
        )
        self._second()
        self._live(document)
        self._guard(document)

    # ------------------------------------------------------------------ approval

    def _reviewer(self, document: PolicyDocument, key: str, default: str) -> str:
        return str(document.table("approval", "second_reviewer").get(key) or default)

    def _second(self) -> None:
        self.part(
            translate("PolicyForm", "Waits for a second person"),
            translate(
                "PolicyForm", "Only where the platform cannot undo it. The second person is never the first."
            ),
        )
        for action in IRREVERSIBLE:
            self._irreversible(action)
        base: Path = ("approval", "second_reviewer")
        self.choice(
            "from_role", translate("PolicyForm", "Who may agree"), role_choices(),
            lambda d: self._reviewer(d, "from_role", "reviewer"),
            lambda d, role: d.set_second_reviewer("from_role", role), path=(*base, "from_role"),
        )  # fmt: skip
        self.line(
            "within", translate("PolicyForm", "Within"), lambda d: self._reviewer(d, "within", "24h"),
            lambda d, text: d.set_second_reviewer("within", text), live=False, path=(*base, "within"),
            help_=translate("PolicyForm", "A span such as 24h."),
        )  # fmt: skip
        self.choice(
            "else", translate("PolicyForm", "And if nobody does"), [
                ("cancel", translate("PolicyForm", "It is not done")),
                ("escalate", translate("PolicyForm", "A lead is asked")),
            ],
            lambda d: self._reviewer(d, "else", "cancel"),
            lambda d, key: d.set_second_reviewer("else", key), path=(*base, "else"),
        )  # fmt: skip

    def _irreversible(self, action: str) -> None:
        def now(document: PolicyDocument) -> list[str]:
            table = document.table("approval")
            return (
                document.array("approval", "irreversible") if "irreversible" in table else ["block", "delete"]
            )

        def write(document: PolicyDocument, on: bool) -> None:
            rest = [known for known in now(document) if known != action]
            document.set_irreversible([*rest, action] if on else rest)

        self.check(
            f"irreversible.{action}", action_word(action), lambda d: action in now(d), write,
            path=("approval", "irreversible"),
        )  # fmt: skip

    def _crisis(self, document: PolicyDocument) -> dict[str, Any]:
        return document.table("approval", "replies", "crisis")

    def _live(self, document: PolicyDocument) -> None:
        self.part(translate("PolicyForm", "Before it counts"))
        self.check(
            "signature", translate("PolicyForm", "A second person signs before a new policy goes live"),
            lambda d: d.table("approval", "activation").get("second_signature") is True,
            lambda d, on: d.set_second_signature(on), path=("approval", "activation"),
        )  # fmt: skip
        self.line(
            "undo_window", translate("PolicyForm", "Time to undo before an action leaves"),
            lambda d: str(d.table("approval").get("undo_window") or "20s"),
            lambda d, text: d.set_undo_window(text), live=False, path=("approval", "undo_window"),
            help_=translate("PolicyForm", "A span such as 20s, at most 10min."),
        )  # fmt: skip
        levels = [("", translate("PolicyForm", "Never"))]
        levels += [(level, translate("PolicyForm", _LEVELS[level])) for level in LEVELS]
        self.choice(
            "crisis", translate("PolicyForm", "Replies need approval"), levels,
            lambda d: str(self._crisis(d).get("level") or ""),
            lambda d, level: d.set_crisis_replies(level, self._approver(d)),
            path=("approval", "replies", "crisis", "level"),
        )  # fmt: skip
        if self._crisis(document):
            self.choice(
                "approver", translate("PolicyForm", "Approval by"), role_choices(), self._approver,
                lambda d, role: d.set_crisis_replies(str(self._crisis(d).get("level") or "moderate"), role),
                path=("approval", "replies", "crisis", "approver_role"),
            )  # fmt: skip

    def _approver(self, document: PolicyDocument) -> str:
        return str(self._crisis(document).get("approver_role") or "spokesperson")

    # ------------------------------------------------------------------ replies

    def _guard(self, document: PolicyDocument) -> None:
        self.part(
            translate("PolicyForm", "No public answer to"),
            translate("PolicyForm", "Somebody with the right role still may, below."),
        )
        for name, label in category_choices(document):
            self._unanswered(name, label)
        path: Path = ("replies", "forbid_when")
        self.check(
            "watched", translate("PolicyForm", "Watched authors"), lambda d: d.reply_limits()[1],
            lambda d, on: d.set_reply_limits(d.reply_limits()[0], on, d.reply_limits()[2]), path=path,
        )  # fmt: skip
        self.number(
            "thread", translate("PolicyForm", "A thread in which we have answered this often"), (0, 99),
            lambda d: d.reply_limits()[2] or 0,
            lambda d, n: d.set_reply_limits(d.reply_limits()[0], d.reply_limits()[1], n or None),
            none=translate("PolicyForm", "no limit"), path=path,
        )  # fmt: skip
        self.number(
            "most", translate("PolicyForm", "Answers to one author in a day, at most"), (-1, 1000),
            lambda d: self._limit(d, MOST), lambda d, n: d.set_reply_number(MOST, None if n < 0 else n),
            none=translate("PolicyForm", "no limit"), path=("replies", MOST),
        )  # fmt: skip
        self.number(
            "private", translate("PolicyForm", "Offer a private talk after this many answers"), (-1, 1000),
            lambda d: self._limit(d, "offer_private_after"),
            lambda d, n: d.set_reply_number("offer_private_after", None if n < 0 else n),
            none=translate("PolicyForm", "never"), path=("replies", "offer_private_after"),
        )  # fmt: skip
        self.choice(
            "override", translate("PolicyForm", "Who may answer all the same"), role_choices(),
            lambda d: str(d.table("replies", "override").get("role") or "lead"),
            lambda d, role: d.set_reply_override(role, self._reason(d)), path=("replies", "override", "role"),
        )  # fmt: skip
        self.check(
            "reason", translate("PolicyForm", "with a reason"), self._reason,
            lambda d, on: d.set_reply_override(str(d.table("replies", "override").get("role") or "lead"), on),
            path=("replies", "override"),
        )  # fmt: skip
        self.choice(
            "contradictions", translate("PolicyForm", "A reply that says something else than we said"), [
                ("warn", translate("PolicyForm", "Warn before sending")),
                ("refuse", translate("PolicyForm", "Do not send")),
                ("off", translate("PolicyForm", "Do not check")),
            ],
            lambda d: str(d.table("replies").get("contradictions") or "warn"),
            lambda d, key: d.set_contradictions(key), path=("replies", "contradictions"),
        )  # fmt: skip

    @staticmethod
    def _reason(document: PolicyDocument) -> bool:
        return document.table("replies", "override").get("reason_required") is not False

    @staticmethod
    def _limit(document: PolicyDocument, key: str) -> int:
        value = document.table("replies").get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else -1

    def _unanswered(self, name: str, label: str) -> None:
        self.check(
            f"unanswered.{name}", label, lambda d: name in d.reply_limits()[0],
            partial(self._unanswer, name), path=("replies", "forbid_when"),
        )  # fmt: skip

    @staticmethod
    def _unanswer(name: str, document: PolicyDocument, on: bool) -> None:
        named, watched, thread = document.reply_limits()
        rest = [known for known in named if known != name]
        document.set_reply_limits([*rest, name] if on else rest, watched, thread)

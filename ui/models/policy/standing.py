"""What stands against saving, shadowing and activating a draft, as words beside an inert button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console import managed
from console.services.versions import PolicyVersion
from ui.i18n.mark import translate
from ui.i18n.policy_counted import counted
from ui.i18n.words import join_and, role_word

if TYPE_CHECKING:
    from console.services.gate import GatePoint, GateReport
    from ui.models.policy.desk import PolicyDesk
    from ui.models.policy.draft import PolicyDraft


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why each move cannot be made now; empty when it can. ``signature`` asks for a second person's."""

    submit: str = ""
    shadow: str = ""
    activate: str = ""
    missing: tuple[GatePoint, ...] = ()
    signature: bool = False


def gate_word(point: GatePoint) -> str:
    """What one point of the gate is called."""
    words = {
        "check": translate("Policy", "the check"),
        "rule_tests": translate("Policy", "the tests"),
        "backtest": translate("Policy", "a replay of the past"),
        "min_human_decisions": translate("Policy", "enough decisions by people"),
        "max_protected_hidden": translate("Policy", "protected comments spared"),
        "min_rule_precision": translate("Policy", "agreement of {rule}").format(rule=point.rule),
        "max_auto_volume_change": translate("Policy", "volume of automatic hides"),
        "second_signature": translate("Policy", "the signature of another person"),
    }
    return words.get(point.code, point.code)


def company_words() -> str:
    """Why nobody here puts another policy in force; empty where the company leaves it to the workspace."""
    if not managed.current().locks("policy"):
        return ""
    return translate("Policy", "Your company sets the policy here: no other is put in force.")


def reasons(draft: PolicyDraft, desk: PolicyDesk) -> Reasons:
    """What stands against each move of the text as it is now."""
    actor, version = desk.actor, draft.version
    role = translate(
        "Policy", "Your role, {role}, reads and tries. A lead saves and activates versions."
    ).format(role=role_word(actor.role.value))
    if desk.busy:
        wait = translate("Policy", "One moment: the last step is still under way.")
        return Reasons(wait, wait, wait)
    check = ""
    if not draft.fresh:
        check = translate("Policy", "The check is still running.")
    elif draft.policy is None:
        check = counted.faults(len(draft.errors))
    submit = "" if actor.may("policy") else role
    submit = submit or check
    if not submit and version is not None and desk.stored:
        submit = translate("Policy", "This text is v{number} already.").format(number=version.number)
    stored = check
    if not stored and version is None:
        stored = translate("Policy", "Submit it as a version first.")
    elif not stored and not desk.stored:
        stored = translate("Policy", "Submit the changed text first.")
    if not stored and version is not None and version.state == "active":
        stored = translate("Policy", "v{number} is in force already.").format(number=version.number)
    shadow = "" if actor.may("policy") else role
    shadow = shadow or stored
    other = desk.shadow_version()
    if not shadow and other is not None and (version is None or other.id != version.id):
        shadow = translate("Policy", "v{number} is in shadow: end that first.").format(number=other.number)
    activate = "" if actor.may("activation") else role
    activate = activate or company_words() or stored
    gate = desk.gate
    missing = gate.unmet if gate is not None and not stored and not company_words() else ()
    signature = False
    if not activate and gate is None:
        activate = translate("Policy", "The gate is being read.")
    elif not activate and gate is not None:
        hard = [one for one in missing if not one.waivable]
        signature = any(one.code == "second_signature" for one in hard)
        if hard:
            names = join_and(gate_word(one) for one in missing)
            activate = translate("Policy", "Missing: {points}.").format(points=names)
    return Reasons(submit, shadow, activate, missing, signature)


def done_words(what: str, found: object) -> str:
    """What was done, for the status strip; empty for what needs no word. ``found`` is a version or a file's name."""
    number = found.number if isinstance(found, PolicyVersion) else 0
    said = {
        "submit": translate("Policy", "Submitted as v{number}."),
        "shadow": translate(
            "Policy", "v{number} is in shadow: it proposes beside the policy in force, unseen."
        ),
        "unshadow": translate("Policy", "The shadow of v{number} has ended."),
        "activate": translate("Policy", "v{number} is in force. Open comments are proposed for again."),
        "sign": translate("Policy", "v{number} is signed."),
        "import": translate("Policy", "{name} is your draft now."),
        "export": translate("Policy", "{name} is written."),
    }.get(what, "")
    return said.format(number=number, name=found if isinstance(found, str) else "")


def unmet_words(report: GateReport) -> tuple[str, str]:
    """Why a version did not go into force, and what can be done about it."""
    names = join_and(gate_word(one) for one in report.unmet)
    title = translate("Policy", "Not activated: {points} missing").format(points=names)
    return title, translate("Policy", "Activate again to go on with a reason, where the gate lets you.")


def file_words(error: OSError) -> tuple[str, str]:
    """Which file could not be read or written, and why."""
    title = translate("Policy", "{file} could not be read or written").format(file=error.filename or "")
    return title, error.strerror or ""

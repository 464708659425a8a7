"""The classifier's figures and layers: JSON for scripts, plain lines for people, and what its errors say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.classify.figures import FEW, FlagFigures, Share
from console.cli.shapes import moment
from console.services.phrases import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.services.learning import DecisionFigures, LayerProposal, LayerRecord

WHY: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "no_gain": "Not proposed: it does not get better by it. The engine stays as it is.",
        "unsure": "Not proposed: the gain may be chance. More decisions will tell.",
        "criticism": "Not proposed: it would flag more of what you called constructive criticism.",
        "one_sided": "Not proposed: nearly all decisions say the same, so nothing can be learned from them.",
    },
    "fr": {
        "no_gain": "Non proposée\u00a0: rien n’y gagne. Le moteur reste tel quel.",
        "unsure": "Non proposée\u00a0: le gain tient peut-être au hasard. D’autres décisions le diront.",
        "criticism": "Non proposée\u00a0: elle signalerait davantage de ce que vous appelez critique constructive.",
        "one_sided": "Non proposée\u00a0: presque toutes les décisions disent la même chose, il n’y a rien à apprendre.",
    },
}
STATES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {"proposed": "proposed", "active": "active", "reverted": "taken off"},
    "fr": {"proposed": "proposée", "active": "active", "reverted": "retirée"},
}
NOTES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "Only comments that people decided about are counted, each once, by its last decision: recall says nothing of "
        "abuse that nobody looked at.",
        "People saw the engine’s opinion when they decided, which makes agreement look better than it is.",
    ),
    "fr": (
        "Seuls comptent les commentaires sur lesquels quelqu’un a décidé, chacun une fois, d’après la dernière "
        "décision\u00a0: le rappel ne dit rien des abus que personne n’a regardés.",
        "L’avis du moteur était visible au moment de décider, ce qui flatte l’accord.",
    ),
}


def figures_json(one: DecisionFigures, language: str) -> dict[str, Any]:
    """``vigie models evaluate --json``."""
    return {
        "engine": one.engine,
        "versions": [{"version": version, "decisions": number} for version, number in one.versions],
        "practice": one.practice,
        "decisions": one.flagged.decisions,
        "contradictions": one.contradictions,
        "unsaid": one.unsaid,
        "unread": one.unread,
        "elsewhere": one.elsewhere,
        "first_at": moment(one.first_at),
        "last_at": moment(one.last_at),
        "flagged": one.flagged.to_json(),
        "categories": [
            {"category": two.name, "precision": two.precision.to_json(), "recall": two.recall.to_json()}
            for two in one.categories
        ],
        "few": FEW,
        "notes": list(NOTES[language]),
    }


def figures_text(one: DecisionFigures, language: str) -> str:
    """The same for people."""
    words = {
        "en": ("{n} decided comments, {c} against the engine.", "on practice channels", "precision", "recall",
               "flagged as a whole", "criticism flagged",
               "Left out: {u} decisions that say nothing about abuse, {r} without a verdict of this engine, {e} {where}.",
               "practice decisions", "on other channels"),
        "fr": ("{n} commentaires décidés, {c} contre le moteur.", "canaux d’exercice", "précision", "rappel",
               "signalé en tout", "critiques signalées",
               "À part\u00a0: {u} décisions qui ne disent rien d’un abus, {r} sans verdict de ce moteur, {e} {where}.",
               "décisions d’exercice", "sur d’autres canaux"),
    }[language]  # fmt: skip
    versions = ", ".join(f"{version} ({number})" for version, number in one.versions)
    lines = [f"{one.engine} {versions}" + (f"  [{words[1]}]" if one.practice else "")]
    lines.append(words[0].format(n=one.flagged.decisions, c=one.contradictions))
    lines.append(f"  {'':<26}{words[2]:<34}{words[3]}")
    rows = [(words[4], one.flagged.precision, one.flagged.recall)]
    rows += [(word("category", two.name, language), two.precision, two.recall) for two in one.categories]
    for name, precision, recall in rows:
        lines.append(f"  {name:<26.26}{share_text(precision, language):<34}{share_text(recall, language)}")
    if one.flagged.criticism_flagged.n:
        lines.append(f"  {words[5]:<26.26}{share_text(one.flagged.criticism_flagged, language)}")
    where = words[8] if one.practice else words[7]
    lines.append(words[6].format(u=one.unsaid, r=one.unread, e=one.elsewhere, where=where))
    return "\n".join([*lines, *NOTES[language]])


def share_text(one: Share, language: str) -> str:
    """``82 % (74-88 %), 90/110``, or the bare counts where there are too few."""
    if one.value is None or one.low is None or one.high is None:
        few = {"en": "too few", "fr": "trop peu"}[language]
        return f"{one.hits}/{one.n} ({few})"
    return f"{one.value:.0%} ({one.low:.0%}-{one.high:.0%}), {one.hits}/{one.n}".replace("%", "\u00a0%")


def proposal_json(one: LayerProposal, active: bool) -> dict[str, Any]:
    """``vigie models calibrate --json``."""
    return {
        "id": None if one.id is None else str(one.id),
        "engine": one.engine,
        "engine_version": one.engine_version,
        "decisions": one.decisions,
        "practice": one.practice,
        "improves": one.improves,
        "why": one.why or None,
        "kind": one.kind,
        "languages": list(one.languages),
        "before": one.before.to_json(),
        "after": one.after.to_json(),
        "newly_right": one.newly_right,
        "newly_wrong": one.newly_wrong,
        "active": active,
    }


def proposal_text(one: LayerProposal, active: bool, language: str) -> str:
    """The same for people."""
    head, change, kept, on, dry = {
        "en": ("{engine} {version}: {n} decided comments, cross-validated.",
               "{right} comments would be flagged rightly, {wrong} wrongly, that are not so now.",
               "Layer {id} is kept; a lead puts it on with “vigie models calibrate --activate {id}”.",
               "Layer {id} is active. “vigie models revert” takes it off.",
               "It would improve. Nothing was kept."),
        "fr": ("{engine} {version}\u00a0: {n} commentaires décidés, validation croisée.",
               "{right} commentaires seraient mieux signalés, {wrong} moins bien.",
               "La couche {id} est gardée\u00a0; un lead l’active avec «\u202fvigie models calibrate --activate {id}\u202f».",
               "La couche {id} est active. «\u202fvigie models revert\u202f» la retire.",
               "Elle améliorerait. Rien n’a été gardé."),
    }[language]  # fmt: skip
    lines = [head.format(engine=one.engine, version=one.engine_version, n=one.decisions)]
    lines += comparison(one.before, one.after, language)
    lines.append(change.format(right=one.newly_right, wrong=one.newly_wrong))
    if not one.improves:
        lines.append(WHY[language][one.why])
    else:
        lines.append((dry if one.id is None else on if active else kept).format(id=one.id))
    return "\n".join(lines)


def comparison(before: FlagFigures, after: FlagFigures, language: str) -> list[str]:
    """Before and after, a line for each figure."""
    names = {
        "en": ("before", "after", "macro-F1 of flagged", "precision", "recall", "criticism flagged"),
        "fr": ("avant", "après", "macro-F1 du signalement", "précision", "rappel", "critiques signalées"),
    }[language]

    def macro(one: FlagFigures) -> str:
        return "-" if one.macro_f1 is None else f"{one.macro_f1:.3f}"

    rows = [(names[2], macro(before), macro(after))]
    for name, was, now in (
        (names[3], before.precision, after.precision),
        (names[4], before.recall, after.recall),
        (names[5], before.criticism_flagged, after.criticism_flagged),
    ):
        rows.append((name, share_text(was, language), share_text(now, language)))
    return [f"  {'':<26}{names[0]:<34}{names[1]}", *(f"  {a:<26.26}{b:<34}{c}" for a, b, c in rows)]


def record_json(one: LayerRecord) -> dict[str, Any]:
    """One layer of ``vigie models calibrations --json``."""
    return {
        "id": str(one.id),
        "engine": one.engine,
        "engine_version": one.engine_version,
        "state": one.state,
        "applies": one.applies,
        "decisions": one.decisions,
        "before": one.before.to_json(),
        "after": one.after.to_json(),
        "created_at": moment(one.created_at),
        "created_by": one.created_by,
        "activated_at": moment(one.activated_at),
        "activated_by": one.activated_by,
        "reverted_at": moment(one.reverted_at),
        "reverted_by": one.reverted_by,
    }


def record_text(one: Mapping[str, Any], language: str) -> str:
    """The same on one line."""
    old, outdated = {
        "en": ("macro-F1 {a} -> {b}", "made for another version of the engine"),
        "fr": ("macro-F1 {a} -> {b}", "faite pour une autre version du moteur"),
    }[language]
    line = f"{one['id']:>4}  {STATES[language][one['state']]:<10}{one['engine']} {one['engine_version']}  "
    line += old.format(a=one["before"]["macro_f1"], b=one["after"]["macro_f1"])
    line += f"  ({one['decisions']})  {one['activated_at'] or one['created_at']}  "
    line += one["activated_by"] or one["created_by"]
    return line if one["applies"] else f"{line}  [{outdated}]"


#: code -> language -> (what happened, what became of it, what to do), as in ``console.cli.sentences``.
MODEL_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "too_few_decisions": {
        "en": ("{have} decided comments for this version of {engine}, {missing} fewer than the {needed} a layer needs",
               "the engine stays as it is", "decide further, then try again"),
        "fr": ("{have} commentaires décidés pour cette version de {engine}, il en manque {missing} sur {needed}",
               "le moteur reste tel quel", "continuez à décider, puis recommencez"),
    },
    "engine_unread": {
        "en": ("{engine} has read nothing in this workspace", "nothing was counted", "see “vigie models list”"),
        "fr": ("{engine} n’a rien lu dans cet espace", "rien n’a été compté", "voyez «\u202fvigie models list\u202f»"),
    },
    "evaluate_from_what": {
        "en": ("evaluate counts the team’s own decisions", "nothing was counted", "vigie models evaluate --from-decisions"),
        "fr": ("l’évaluation compte les décisions de l’équipe", "rien n’a été compté",
               "vigie models evaluate --from-decisions"),
    },
    "dry_run_and_activate": {
        "en": ("--dry-run only shows, --activate puts a layer on", "nothing was changed", "give one of them"),
        "fr": ("--dry-run ne fait que montrer, --activate active une couche", "rien n’a été modifié",
               "donnez l’un des deux"),
    },
    "calibration_not_found": {
        "en": ("no layer {id}", "nothing was changed", "see “vigie models calibrations”"),
        "fr": ("pas de couche {id}", "rien n’a été modifié", "voyez «\u202fvigie models calibrations\u202f»"),
    },
    "calibration_outdated": {
        "en": ("layer {id} was made for version {made_for} of the engine, which is {now} now",
               "the engine stays as it is", "vigie models calibrate"),
        "fr": ("la couche {id} a été faite pour la version {made_for} du moteur, qui en est à {now}",
               "le moteur reste tel quel", "vigie models calibrate"),
    },
    "calibration_none": {
        "en": ("no layer is active", "nothing was changed", "see “vigie models calibrations”"),
        "fr": ("aucune couche n’est active", "rien n’a été modifié", "voyez «\u202fvigie models calibrations\u202f»"),
    },
}  # fmt: skip

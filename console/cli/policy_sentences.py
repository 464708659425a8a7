"""What the command line says about the life of a policy, in both languages: errors, the gate's points, words of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEPT: Final = ("the active policy stays active", "la politique active le reste")

#: code -> language -> (what happened, what became of it, what to do), as in ``console.cli.sentences``.
POLICY_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "policy_not_found": {
        "en": ("no file and no version is called “{ref}”", "nothing was changed", "vigie policy list shows the versions"),
        "fr": ("ni fichier ni version ne s’appelle «\u202f{ref}\u202f»", "rien n’a été modifié", "vigie policy list donne les versions"),
    },
    "policy_ambiguous": {
        "en": ("several versions begin with “{ref}”", "nothing was changed", "give more of the id, or the number: v3"),
        "fr": ("plusieurs versions commencent par «\u202f{ref}\u202f»", "rien n’a été modifié",
               "donnez plus de l’identifiant, ou le numéro\u00a0: v3"),
    },
    "policy_is_active": {
        "en": ("{version} is the active policy", "nothing was changed", "name another version: vigie policy list"),
        "fr": ("{version} est la politique active", "rien n’a été modifié", "nommez une autre version\u00a0: vigie policy list"),
    },
    "policy_in_force": {
        "en": ("{version} is the active policy", "it stays active: a workspace never is without one",
               "activate the version that is to take its place"),
        "fr": ("{version} est la politique active", "elle le reste\u00a0: un espace n’est jamais sans politique",
               "activez la version qui doit la remplacer"),
    },
    "policy_is_retired": {
        "en": ("{version} is retired already", "nothing was changed", "nothing is left to do"),
        "fr": ("{version} est déjà retirée", "rien n’a été modifié", "il n’y a rien à faire"),
    },
    "policy_stale": {
        "en": ("another policy was activated meanwhile: {version}", "it stays active", "look at the differences, then decide again"),
        "fr": ("une autre politique a été activée entre-temps\u00a0: {version}", "elle reste active",
               "regardez les différences, puis décidez de nouveau"),
    },
    "policy_text_stale": {
        "en": ("the text of {version} was replaced meanwhile", _KEPT[0], "look at it again: vigie policy show {version}"),
        "fr": ("le texte de {version} a été remplacé entre-temps", _KEPT[1], "relisez-le\u00a0: vigie policy show {version}"),
    },
    "policy_same_person": {
        "en": ("{actor} submitted {version}: its signature must be another person’s", "it is not signed", "ask a colleague to sign"),
        "fr": ("{actor} a déposé {version}\u00a0: la signature doit venir d’une autre personne", "elle n’est pas signée",
               "demandez à un collègue de signer"),
    },
    "policy_signed_already": {
        "en": ("{actor} has signed {version}", "the signature counts once", "nothing is left to do"),
        "fr": ("{actor} a signé {version}", "la signature compte une fois", "il n’y a rien à faire"),
    },
    "gate_not_met": {
        "en": ("the gate is not met ({points})", _KEPT[0],
               "meet these points; all but check, tests and signature a lead may waive: --waive REASON"),
        "fr": ("les conditions d’activation ne sont pas réunies ({points})", _KEPT[1],
               "réunissez-les ; hors vérification, tests et signature, un lead peut passer outre : --waive RAISON"),
    },
    "waive_reason": {
        "en": ("a waiver needs a reason in words, of at most {longest} characters", _KEPT[0], "--waive “why it cannot wait”"),
        "fr": ("pour passer outre il faut une raison, de {longest} caractères au plus", _KEPT[1], "--waive «\u202fpourquoi cela presse\u202f»"),
    },
    "shadow_taken": {
        "en": ("{version} is in shadow already", "it stays there: one at a time", "vigie policy shadow stop, then again"),
        "fr": ("{version} est déjà en ombre", "elle y reste\u00a0: une à la fois", "vigie policy shadow stop, puis recommencez"),
    },
    "shadow_running": {
        "en": ("{version} is in shadow already", "it goes on", "see what it found: vigie policy shadow report"),
        "fr": ("{version} est déjà en ombre", "cela continue", "voyez ce que cela donne\u00a0: vigie policy shadow report"),
    },
    "shadow_none": {
        "en": ("no version is in shadow", "nothing was changed", "vigie policy shadow start FILE|vN"),
        "fr": ("aucune version n’est en ombre", "rien n’a été modifié", "vigie policy shadow start FICHIER|vN"),
    },
    "backtest_other_policy": {
        "en": ("this backtest is not of {policy}", "it was not noted", "run it again: vigie policy backtest {policy}"),
        "fr": ("ce rejeu n’est pas celui de {policy}", "il n’a pas été noté", "relancez-le\u00a0: vigie policy backtest {policy}"),
    },
}  # fmt: skip

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "draft": "draft", "shadow": "in shadow", "active": "active", "retired": "retired",
        "holds": "holds", "not": "NOT MET", "open": "open",
        "activated": "v{number} is the active policy now; {reproposed} open comments were proposed for again.",
        "waived": "Waived, with a reason: {points}",
        "changes": "What changed: vigie policy diff v{before} v{number}",
        "signed": "v{number} is signed by {actor}.",
        "retired_now": "v{number} is retired; its text is kept.",
        "shadow_on": "v{number} is in shadow beside the active policy; {compared} open comments compared so far.",
        "shadow_off": "v{number} is no longer in shadow; what it found is kept: vigie policy shadow report v{number}",
        "empty": "No version is stored.",
        "step": "{at}  {kind:<9} {ok:<7} {actor} ({role}){reason}", "failed": "failed",
        "backtesting": "The gate asks for a backtest over {days} days; it is run now.",
    },
    "fr": {
        "draft": "brouillon", "shadow": "en ombre", "active": "active", "retired": "retirée",
        "holds": "rempli", "not": "NON REMPLI", "open": "ouvert",
        "activated": "v{number} est maintenant la politique active\u00a0; {reproposed} commentaires ouverts ont été proposés à nouveau.",
        "waived": "Passé outre, avec une raison\u00a0: {points}",
        "changes": "Ce qui change\u00a0: vigie policy diff v{before} v{number}",
        "signed": "v{number} est signée par {actor}.",
        "retired_now": "v{number} est retirée\u00a0; son texte est gardé.",
        "shadow_on": "v{number} est en ombre à côté de la politique active\u00a0; {compared} commentaires ouverts comparés.",
        "shadow_off": "v{number} n’est plus en ombre\u00a0; le résultat est gardé\u00a0: vigie policy shadow report v{number}",
        "empty": "Aucune version n’est enregistrée.",
        "step": "{at}  {kind:<12} {ok:<7} {actor} ({role}){reason}", "failed": "échec",
        "backtesting": "L’activation demande un rejeu sur {days} jours\u00a0; il est lancé.",
    },
}  # fmt: skip

STEPS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "check": "submitted", "test": "tested", "backtest": "backtest", "shadow": "shadow", "sign": "signed",
        "waive": "waived", "activate": "activated", "retire": "retired",
    },
    "fr": {
        "check": "déposée", "test": "testée", "backtest": "rejouée", "shadow": "ombre", "sign": "signée",
        "waive": "passé outre", "activate": "activée", "retire": "retirée",
    },
}  # fmt: skip

_POINTS: Final[Mapping[str, Mapping[str, str]]] = {
    "check": {"en": "check of the text", "fr": "vérification du texte"},
    "rule_tests": {"en": "rule tests: {passed} of {total} pass", "fr": "tests des règles\u00a0: {passed} sur {total} réussis"},
    "rule_tests.none": {"en": "rule tests: not run on this text yet", "fr": "tests des règles\u00a0: pas encore lancés sur ce texte"},
    "backtest": {"en": "backtest over {days} days: {comments} comments", "fr": "rejeu sur {days} jours\u00a0: {comments} commentaires"},
    "backtest.missing": {"en": "backtest over {days} days: none recorded", "fr": "rejeu sur {days} jours\u00a0: aucun d’enregistré"},
    "backtest.baseline": {"en": "backtest: it compares with another policy than the active one",
                          "fr": "rejeu\u00a0: il compare avec une autre politique que l’active"},
    "backtest.old": {"en": "backtest: too old, other comments came in since", "fr": "rejeu\u00a0: trop ancien, d’autres commentaires sont arrivés"},
    "backtest.window": {"en": "backtest: it does not look back {days} days", "fr": "rejeu\u00a0: il ne remonte pas à {days} jours"},
    "min_human_decisions": {"en": "human decisions: {value}, at least {wanted}", "fr": "décisions humaines\u00a0: {value}, au moins {wanted}"},
    "max_protected_hidden": {"en": "protected comments hidden: {value}, at most {wanted}",
                             "fr": "commentaires protégés masqués\u00a0: {value}, au plus {wanted}"},
    "min_rule_precision": {"en": "{rule} agrees with people in {agreed} of {judged}, at least {wanted}",
                           "fr": "{rule} d’accord avec l’équipe pour {agreed} sur {judged}, au moins {wanted}"},
    "min_rule_precision.few": {"en": "{rule}: {judged} decided, too few to say (30)",
                               "fr": "{rule}\u00a0: {judged} décidés, trop peu pour conclure (30)"},
    "min_rule_precision.none": {"en": "precision of rules: nothing decided yet", "fr": "précision des règles\u00a0: rien de décidé encore"},
    "max_auto_volume_change": {"en": "automatic hides a day: {value} of change, at most {wanted}",
                               "fr": "masquages automatiques par jour\u00a0: variation de {value}, au plus {wanted}"},
    "max_auto_volume_change.none": {"en": "automatic hides a day: there were none before, at most {wanted} of change",
                                    "fr": "masquages automatiques par jour\u00a0: il n’y en avait pas, variation d’au plus {wanted}"},
    "unknown": {"en": "{code}: known after a backtest", "fr": "{code}\u00a0: connu après un rejeu"},
    "second_signature": {"en": "second signature: {names}", "fr": "seconde signature\u00a0: {names}"},
    "second_signature.none": {"en": "second signature ({wanted}): not yet; vigie policy sign {ref} --as OTHER",
                              "fr": "seconde signature ({wanted})\u00a0: pas encore\u00a0; vigie policy sign {ref} --as AUTRE"},
}  # fmt: skip


def point_text(point: Mapping[str, Any], language: str, ref: str) -> str:
    """One point of the gate (``GatePoint.to_json``) in words; ``ref`` is the version it is about (v3)."""
    code, value, wanted = point["code"], point["value"], point["wanted"]
    params: dict[str, Any] = {
        "code": code,
        "value": value,
        "wanted": wanted,
        "ref": ref,
        "rule": point.get("rule"),
    }
    key = code
    if code == "rule_tests":
        key = code if value else "rule_tests.none"
        params |= {} if not value else {**value, "total": value["passed"] + value["failed"]}
    elif code == "backtest":
        key = f"backtest.{value['why']}" if value["why"] else code
        params |= {"days": wanted, "comments": value["comments"]}
    elif code == "min_rule_precision":
        params |= {"wanted": percent(wanted, language), **(value or {})}
        key = f"{code}.none" if value is None else f"{code}.few" if value["share"] is None else code
    elif code == "max_auto_volume_change":
        params |= {"wanted": percent(wanted, language), "value": percent(value, language)}
        key = "unknown" if point["ok"] is None else f"{code}.none" if value is None else code
    elif code == "second_signature":
        key = code if value else f"{code}.none"
        params |= {"names": ", ".join(value)}
    elif value is None and code != "check":
        key = "unknown"
    return _POINTS[key][language].format_map(params)


def percent(share: float | None, language: str) -> str:
    """A share 0..1 as a percentage; “-” for none."""
    if share is None:
        return "-"
    figure = f"{100 * share:.0f}"
    return f"{figure}\u00a0%" if language == "fr" else f"{figure}%"

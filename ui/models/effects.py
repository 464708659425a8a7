"""What each action does here, one line each: what it will do, by whom, whether it can be undone, or why it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import LOCAL_ACTIONS, ActionKind
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.words import action_lower, action_word, join_and
from ui.models.detail_data import ActionFace, EffectLine
from ui.theme.icon_names import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LOCAL: Final = {
    "keep": QT_TRANSLATE_NOOP("Effects", "It stays as it is and leaves the queue. Nothing is sent."),
    "snooze": QT_TRANSLATE_NOOP("Effects", "It comes back at the time you choose. Nothing is sent."),
    "watch": QT_TRANSLATE_NOOP(
        "Effects", "No answer for now; it comes back for another look. Nothing is sent."
    ),
    "escalate": QT_TRANSLATE_NOOP("Effects", "It waits for a lead. Nothing is sent."),
}
_UNKNOWN: Final = {
    "author_age_days": QT_TRANSLATE_NOOP("Effects", "age of the account"),
    "followers": QT_TRANSLATE_NOOP("Effects", "number of followers"),
    "strikes": QT_TRANSLATE_NOOP("Effects", "earlier strikes"),
    "thread_replies_by_us": QT_TRANSLATE_NOOP("Effects", "our replies in the thread"),
    "language": QT_TRANSLATE_NOOP("Effects", "language"),
    "verdict": QT_TRANSLATE_NOOP("Effects", "the classifier’s verdict"),
    "label": QT_TRANSLATE_NOOP("Effects", "a label that this classifier does not give"),
    "author": QT_TRANSLATE_NOOP("Effects", "author"),
    "target": QT_TRANSLATE_NOOP("Effects", "whom it is aimed at"),
}


def effect_lines(
    faces: Mapping[str, ActionFace],
    proposed: str,
    offered: Iterable[str],
    missing: Iterable[str] = (),
) -> tuple[EffectLine, ...]:
    """One line for each of ``offered``, the proposed action first, what is refused last.

    ``missing`` are the steps that the ladder asks for before a block.
    """
    lines = [
        _line(faces[action], tuple(missing) if action == "block" else ())
        for action in offered
        if action in faces
    ]
    return tuple(sorted(lines, key=lambda line: (line.action != proposed, line.refused)))


def _line(face: ActionFace, missing: tuple[str, ...]) -> EffectLine:
    action = face.action
    icon, word = ACTIONS.get(action, "tag"), action_word(action)
    if face.refusal:
        first = ""
        if missing:
            steps = join_and(action_lower(one) for one in missing)
            first = translate("Effects", "Missing first: {steps}.").format(steps=steps)
        return EffectLine(action, icon, word, face.refusal, first, True)
    local = ActionKind(action) in LOCAL_ACTIONS
    what = face.effect or (translate("Effects", _LOCAL[action]) if action in _LOCAL else "")
    if local:
        back = translate("Effects", "Stays in Vigie; can be undone.")
    elif face.by_hand:
        back = translate("Effects", "By hand: you do it on the site, and say that it was done.")
    elif face.final:
        back = translate("Effects", "Sent by the console; final once sent.")
    else:
        back = translate("Effects", "Sent by the console; can be undone from here.")
    return EffectLine(action, icon, word, what, back)


def unknown_words(unknown: Iterable[str]) -> str:
    """Which facts nobody has here, so that no rule could use them; empty where all were known."""
    names = dict.fromkeys(
        translate("Effects", _UNKNOWN[one]) if one in _UNKNOWN else one.replace("_", " ")
        for one in (name.partition(":")[0] for name in unknown)
    )
    if not names:
        return ""
    return translate("Effects", "Not known here: {facts}").format(facts=join_and(names))

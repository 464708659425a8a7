"""Categories, assignments, tags and notes in words: what was done, as a thing to undo, and how it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import Role
from console.services.tags import tag_word
from ui.delegates.visible_text import plain_name
from ui.i18n.format import language
from ui.i18n.history_counted import history
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.words import category_word, role_word

if TYPE_CHECKING:
    from console.services.past import PastDecision

ICONS: Final = {
    "category": "tag",
    "assign": "user-switch",
    "tag": "user",
    "untag": "user",
    "note": "note-pencil",
}
_ROLES: Final = frozenset(str(role) for role in Role)

NO_WAY: Final[dict[str, str]] = {
    "undo_changed": QT_TRANSLATE_NOOP("Deeds", "Changed since"),
    "undo_rests": QT_TRANSLATE_NOOP("Deeds", "A decision rests on it: undo that one first"),
    "undo_gone": QT_TRANSLATE_NOOP("Deeds", "No longer there"),
}


def whom(name: str) -> str:
    """A member, or a role said as one; empty: nobody."""
    if not name:
        return translate("Deeds", "nobody")
    return (
        translate("Assign", "Role: {role}").format(role=role_word(name))
        if name in _ROLES
        else plain_name(name)
    )


def done_words(line: PastDecision) -> str:
    """What was done, at the head of a notice and of a line: "Category: Insult"."""
    if line.action == "category":
        return translate("Deeds", "Category: {category}").format(category=category_word(line.given))
    if line.action == "assign":
        if not line.given:
            return translate("Assign", "Assigned to nobody")
        return translate("Assign", "Assigned to {who}").format(who=whom(line.given))
    if line.action == "tag":
        return translate("Deeds", "Tag: {tag}").format(tag=tag_word(line.given, language()))
    if line.action == "untag":
        return translate("Deeds", "Tag taken away: {tag}").format(tag=tag_word(line.given, language()))
    return translate("Deeds", "Note on the author") if line.of_author else translate("Deeds", "Note")


def noun_words(line: PastDecision) -> str:
    """What was done as a thing to undo, inside a sentence: "category Insult"."""
    if line.action == "category":
        return translate("Deeds", "category {category}").format(category=category_word(line.given))
    if line.action == "assign":
        return translate("Deeds", "assignment to {who}").format(who=whom(line.given))
    if line.action == "tag":
        return translate("Deeds", "tag {tag}").format(tag=tag_word(line.given, language()))
    if line.action == "untag":
        return translate("Deeds", "tag {tag} taken away").format(tag=tag_word(line.given, language()))
    return translate("Deeds", "note")


def named(line: PastDecision) -> str:
    """The same with whose comment, or how many: "category Insult, Nathan R."."""
    author = plain_name(line.comment.author_name or line.comment.author_handle)
    about = history.comments(line.count) if line.batch else author
    return translate("Deeds", "{what}, {about}").format(what=noun_words(line), about=about)


def way_words(line: PastDecision) -> str:
    """How it comes back, or why not; empty where that is said as for a decision."""
    if not line.way.open:
        why = NO_WAY.get(line.way.code)
        return translate("Deeds", why) if why else ""
    if line.action == "category":
        return translate("Deeds", "Back to {category}").format(category=category_word(line.former))
    if line.action == "assign":
        return translate("Deeds", "Back to {who}").format(who=whom(line.former))
    if line.action == "tag":
        return translate("Deeds", "Takes the tag away")
    if line.action == "untag":
        return translate("Deeds", "Gives the tag back")
    return translate("Deeds", "Takes the note away, for everybody")

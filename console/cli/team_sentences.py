"""Errors and remarks about roles and members as sentences in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.services.phrases import word

if TYPE_CHECKING:
    from collections.abc import Mapping

TEAM_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "tag_invalid": {
        "en": ("“{tag}” is no tag", "nothing was changed", "use letters, digits and spaces, {limit} at most"),
        "fr": ("«\u202f{tag}\u202f» n’est pas une étiquette", "rien n’a été modifié", "employez lettres, chiffres et espaces, {limit} au plus"),
    },
    "tags_full": {
        "en": ("this author has {limit} tags", "nothing was changed", "take one away first: vigie author untag"),
        "fr": ("cet auteur a {limit} étiquettes", "rien n’a été modifié", "retirez-en une d’abord\u00a0: vigie author untag"),
    },
    "contact_too_long": {
        "en": ("the contact has {length} letters", "nothing was changed", "shorten it to {limit}"),
        "fr": ("le contact a {length} lettres", "rien n’a été modifié", "raccourcissez-le à {limit}"),
    },
    "last_lead": {
        "en": ("{name} is the only lead", "nothing was changed", "make somebody else a lead first"),
        "fr": ("{name} est le seul lead", "rien n’a été modifié", "nommez d’abord un autre lead"),
    },
    "member_not_found": {
        "en": ("{name} is no member", "nothing was changed", "see vigie member list, or vigie member add {name}"),
        "fr": ("{name} n’est pas membre", "rien n’a été modifié", "voyez vigie member list, ou vigie member add {name}"),
    },
    "member_exists": {
        "en": ("{name} has or had this name", "nothing was changed", "choose another one, or change the role: vigie member role"),
        "fr": ("{name} porte ou portait ce nom", "rien n’a été modifié", "choisissez-en un autre, ou changez le rôle\u00a0: vigie member role"),
    },
    "reserved_name": {
        "en": ("“{name}” is the program’s own name in the log", "nothing was changed", "choose another one"),
        "fr": ("«\u202f{name}\u202f» est le nom du programme dans le journal", "rien n’a été modifié", "choisissez-en un autre"),
    },
    "refuse.role": {
        "en": ("{actor} may not do this as {role} ({clause})", "nothing was changed", "one of these may: {needed}"),
        "fr": ("{actor} n’en a pas le droit ({role}, {clause})", "rien n’a été modifié", "le peuvent\u00a0: {needed}"),
    },
    "refuse.review_role": {
        "en": ("{actor} cannot agree as {role}: {needed} was asked for ({clause})", "the decision still waits",
               "ask a member in that role, or a lead"),
        "fr": ("{actor} ne peut pas donner cet accord ({role})\u00a0: il faut {needed} ({clause})", "la décision attend encore",
               "demandez à un membre qui a ce rôle, ou à un lead"),
    },
    "refuse.unknown_member": {
        "en": ("{actor} is not a member of this workspace", "nothing was changed",
               "see vigie member list for the names; a lead adds members: vigie member add"),
        "fr": ("{actor} n’est pas membre de cet espace", "rien n’a été modifié",
               "vigie member list donne les noms\u00a0; un lead ajoute les membres\u00a0: vigie member add"),
    },
    "review_same_person": {
        "en": ("a second person must agree, not {actor} ({clause})", "the decision still waits", "ask a colleague"),
        "fr": ("une seconde personne doit donner son accord, pas {actor} ({clause})", "la décision attend encore",
               "demandez à un collègue"),
    },
}  # fmt: skip


def answerers_text(one: Mapping[str, Any], language: str) -> str:
    """Who can answer a request for a second person; says so where nobody has the role any more, or nobody can."""
    french = language == "fr"
    role, names = word("role", one["role"], language), ", ".join(one["answerers"])
    if not names:
        return (
            f"personne ne peut répondre\u00a0: ajoutez un membre ({role})"
            if french
            else f"nobody can answer: add a member ({role})"
        )
    if not one["role_held"]:
        return (
            f"plus personne n’a le rôle {role}\u00a0; peut répondre\u00a0: {names}"
            if french
            else f"nobody is {role} any more; can answer: {names}"
        )
    return f"{role}\u00a0: {names}" if french else f"{role}: {names}"

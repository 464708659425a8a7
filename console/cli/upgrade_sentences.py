"""What bringing a workspace to the present schema says: done, not done for want of room, not yet done, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.errors import VigieError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from console.cli.session import Session

UPGRADE_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "upgrade_no_room": {
        "en": ("there is no room to bring {path} to the present schema: about {needed} bytes are needed beside it, for the backup and the work", "it is as it was", "free some space and open it again"),
        "fr": ("il n’y a pas la place de mettre {path} au schéma actuel\u00a0: il faut environ {needed} octets à côté, pour la sauvegarde et le travail", "le fichier est resté tel quel", "libérez de la place et ouvrez-le de nouveau"),
    },
    "schema_mismatch": {
        "en": ("{path} could not be brought to schema {version}", "every step was taken back; the backup is {backup}", "run “vigie support” and give its text to your help desk"),
        "fr": ("{path} n’a pas pu être mis au schéma {version}", "chaque étape a été annulée\u202f; la sauvegarde est {backup}", "lancez «\u202fvigie support\u202f» et donnez son texte à votre assistance"),
    },
}  # fmt: skip

_UPGRADED: Final = {
    "en": "vigie: {path} is now of this version’s schema; as it was before, it is kept in {backup}. Earlier versions no longer open it.",
    "fr": "vigie\u00a0: {path} est maintenant au schéma de cette version\u202f; tel qu’il était, il reste dans {backup}. Les versions antérieures ne l’ouvrent plus.",
}
_OLDER: Final = {
    "en": "schema {found}, of an earlier version; brought to {present} when it is opened, with a backup beside it",
    "fr": "schéma {found}, d’une version antérieure\u202f; mis au schéma {present} à l’ouverture, avec une sauvegarde à côté",
}


def upgraded(path: Path, backup: Path, language: str) -> str:
    """The workspace was brought to the present schema just now; where it is kept as it was."""
    return _UPGRADED[language].format(path=path, backup=backup)


def older_schema(session: Session) -> str:
    """What ``doctor`` says of a workspace that opening would upgrade; empty for any other."""
    from console.store import SCHEMA_VERSION, schema_of

    try:
        found = schema_of(session.path)
    except (VigieError, OSError):
        return ""  # opening it says why
    if not 0 < found < SCHEMA_VERSION:
        return ""
    return _OLDER[session.language].format(found=found, present=SCHEMA_VERSION)

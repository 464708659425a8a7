"""What a copy of the workspace says when it is not made, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

BACKUP_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "backup_exists": {
        "en": ("{path} is there already", "it was not touched, and nothing was copied", "name a file that does not exist yet"),
        "fr": ("{path} existe déjà", "le fichier est resté tel quel, rien n’a été copié", "nommez un fichier qui n’existe pas encore"),
    },
}  # fmt: skip

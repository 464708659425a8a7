"""Why an engine that a company's index names is not offered, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.classify.packoffer import LeftOut

REASONS: Final[Mapping[str, Mapping[str, str]]] = {
    "not_entry": {"en": "this is no entry of an index", "fr": "ce n’est pas une entrée d’index"},
    "no_such_engine": {
        "en": "this version installs no engine of that name",
        "fr": "cette version n’installe pas de moteur de ce nom",
    },
    "other_format": {
        "en": "the pack has format {found}, this version knows {known}",
        "fr": "le pack est au format {found}, cette version connaît {known}",
    },
    "bad_file": {
        "en": "“file” must be the plain name of a {suffix} file beside the index (letters, digits, . _ -)",
        "fr": "«\u202ffile\u202f» doit être le simple nom d’un fichier {suffix} à côté de l’index (lettres, chiffres, . _ -)",
    },
    "bad_size": {
        "en": "“size” must be its bytes",
        "fr": "«\u202fsize\u202f» doit donner sa taille en octets",
    },
    "bad_hash": {
        "en": "“sha256” must be the 64 hex digits of its SHA-256",
        "fr": "«\u202fsha256\u202f» doit donner les 64 chiffres hexadécimaux de son SHA-256",
    },
    "no_licence": {"en": "it names no licence", "fr": "il ne nomme pas de licence"},
    "no_version": {"en": "it names no version", "fr": "il ne nomme pas de version"},
    "offered_twice": {
        "en": "the same engine is there twice: keep one file",
        "fr": "le même moteur est là deux fois\u00a0: gardez un seul fichier",
    },
    "not_ready": {
        "en": "it would have to be converted first; install it on one machine, then “vigie models pack”",
        "fr": "il faudrait d’abord le convertir\u202f; installez-le sur un poste, puis «\u202fvigie models pack\u202f»",
    },
    "broken": {"en": "it is no sound pack", "fr": "ce n’est pas un pack correct"},
    "unreadable": {"en": "it cannot be read ({detail})", "fr": "il est illisible ({detail})"},
}


def left_out_sentence(one: LeftOut, language: str) -> str:
    """``NAME: why it is not offered``."""
    sign = "\u00a0:" if language == "fr" else ":"
    return f"{one.what}{sign} {REASONS[one.code][language].format(**dict(one.params))}"

"""What the company's file forbids on this machine, and what is wrong with its certificates, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPANY_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "company_kind": {
        "en": ("your company allows no {platform} channel on this machine ({file}; allowed: {known})", "nothing was read or sent", "ask your IT department"),
        "fr": ("votre entreprise ne permet pas de canal {platform} sur ce poste ({file}\u202f; permis\u00a0: {known})", "rien n’a été lu ni envoyé", "adressez-vous à votre service informatique"),
    },
    "company_locked": {
        "en": ("this is set by your company: {setting} ({file})", "nothing was changed", "ask your IT department"),
        "fr": ("c’est fixé par votre entreprise\u00a0: {setting} ({file})", "rien n’a été modifié", "adressez-vous à votre service informatique"),
    },
    "company_set": {
        "en": ("this is set by your company: {setting} ({file})", "nothing was changed", "ask your IT department"),
        "fr": ("c’est fixé par votre entreprise\u00a0: {setting} ({file})", "rien n’a été modifié", "adressez-vous à votre service informatique"),
    },
    "disk_plain": {
        "en": ("your company wants an encrypted disk, and the one under {path} is not ({by})", "the workspace was not opened", "encrypt the disk or ask your IT department; “vigie doctor” says how it stands"),
        "fr": ("votre entreprise exige un disque chiffré, et celui de {path} ne l’est pas ({by})", "l’espace n’a pas été ouvert", "chiffrez le disque ou adressez-vous à votre service informatique\u202f; «\u202fvigie doctor\u202f» dit ce qu’il en est"),
    },
    "disk_unknown": {
        "en": ("your company wants an encrypted disk, and nobody can tell whether the one under {path} is ({by})", "the workspace was not opened", "ask your IT department: where they know that it is, they name the folder in {file}, encrypted_folders"),
        "fr": ("votre entreprise exige un disque chiffré, et rien ne dit si celui de {path} l’est ({by})", "l’espace n’a pas été ouvert", "adressez-vous à votre service informatique\u00a0: s’il sait qu’il l’est, il nomme le dossier dans {file}, encrypted_folders"),
    },
    "ca_bundle_unusable": {
        "en": ("the company’s certificates in {path} cannot be read", "no connection was made", "ask your IT department, and see “vigie doctor”"),
        "fr": ("les certificats de l’entreprise dans {path} sont illisibles", "aucune connexion n’a été ouverte", "adressez-vous à votre service informatique, et voyez «\u202fvigie doctor\u202f»"),
    },
}  # fmt: skip

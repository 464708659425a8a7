"""What the command line says about engine packs, in both languages: errors, steps, notes and words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_KEPT: Final = (
    "nothing was installed, what was installed before stays",
    "rien n’a été installé, ce qui l’était le reste",
)

#: code -> language -> (what happened, what became of it, what to do), as in ``console.cli.sentences``.
PACK_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "pack_unknown": {
        "en": ("no engine is called “{name}”", "nothing was done", "one of: {known}"),
        "fr": ("aucun moteur ne s’appelle «\u202f{name}\u202f»", "rien n’a été fait", "au choix\u00a0: {known}"),
    },
    "pack_bundled": {
        "en": ("{name} is part of Vigie", "nothing was done", "vigie models use {name}"),
        "fr": ("{name} fait partie de Vigie", "rien n’a été fait", "vigie models use {name}"),
    },
    "pack_not_installed": {
        "en": ("{name} is not installed", "nothing was done", "vigie models install {name}"),
        "fr": ("{name} n’est pas installé", "rien n’a été fait", "vigie models install {name}"),
    },
    "pack_in_use": {
        "en": ("{name} reads this workspace", "nothing was removed", "vigie models use embedded --second none, then again"),
        "fr": ("{name} lit cet espace de travail", "rien n’a été supprimé", "vigie models use embedded --second none, puis recommencez"),
    },
    "pack_use_what": {
        "en": ("use which engine?", "nothing was changed", "name one, or --second NAME|none"),
        "fr": ("utiliser quel moteur\u00a0?", "rien n’a été modifié", "donnez-en un, ou --second NOM|none"),
    },
    "pack_confirm_needed": {
        "en": ("installing needs your agreement to licence and size", "nothing was downloaded", "read them above, then add --yes"),
        "fr": ("l’installation demande votre accord sur la licence et la taille", "rien n’a été téléchargé",
               "lisez-les ci-dessus, puis ajoutez --yes"),
    },
    "pack_source_missing": {
        "en": ("no file {path}", _KEPT[0], "check the path"),
        "fr": ("pas de fichier {path}", _KEPT[1], "vérifiez le chemin"),
    },
    "pack_tokenizer_missing": {
        "en": ("a checkpoint needs its tokeniser, and {folder} has no {file}", _KEPT[0],
               "give --tokenizer FOLDER with config.json and tokenizer.json, or a .vigiepack file"),
        "fr": ("un checkpoint a besoin de son tokeniseur, et {folder} n’a pas de {file}", _KEPT[1],
               "donnez --tokenizer DOSSIER avec config.json et tokenizer.json, ou un fichier .vigiepack"),
    },
    "pack_other": {
        "en": ("{path} holds {found}, not {name}", _KEPT[0], "vigie models install {found} --from {path}"),
        "fr": ("{path} contient {found}, pas {name}", _KEPT[1], "vigie models install {found} --from {path}"),
    },
    "pack_extra_missing": {
        "en": ("converting a checkpoint needs libraries that are not here ({module})", _KEPT[0],
               'pip install "vigie[detoxify]", or install a .vigiepack that a colleague made: --from FILE'),
        "fr": ("convertir un checkpoint demande des bibliothèques absentes ({module})", _KEPT[1],
               'pip install "vigie[detoxify]", ou installez un .vigiepack préparé par un collègue\u00a0: --from FICHIER'),
    },
    "pack_no_space": {
        "en": ("not enough room in {path}: {needed} bytes needed, {free} free", _KEPT[0], "free some space and try again"),
        "fr": ("pas assez de place dans {path}\u00a0: il faut {needed} octets, {free} sont libres", _KEPT[1],
               "libérez de la place et recommencez"),
    },
    "pack_disk_full": {
        "en": ("the disk is full ({path})", _KEPT[0] + "; what was downloaded is kept", "free some space and try again"),
        "fr": ("le disque est plein ({path})", _KEPT[1] + "\u00a0; ce qui est téléchargé est gardé", "libérez de la place et recommencez"),
    },
    "pack_hash_mismatch": {
        "en": ("{file} is not the file it should be (SHA-256 {found}…, expected {expected}…)",
               "it was not opened; " + _KEPT[0], "fetch it again; if it happens twice, do not use this source"),
        "fr": ("{file} n’est pas le fichier attendu (SHA-256 {found}…, attendu {expected}…)",
               "il n’a pas été ouvert\u00a0; " + _KEPT[1], "récupérez-le à nouveau\u00a0; si cela se répète, changez de source"),
    },
    "pack_bad_archive": {
        "en": ("{path} is no sound pack ({detail})", _KEPT[0], "ask for it again"),
        "fr": ("{path} n’est pas un pack correct ({detail})", _KEPT[1], "redemandez-le"),
    },
    "pack_format": {
        "en": ("this pack has format {found}, this Vigie knows {known}", _KEPT[0], "update Vigie"),
        "fr": ("ce pack est au format {found}, cette version connaît {known}", _KEPT[1], "mettez Vigie à jour"),
    },
    "pack_damaged": {
        "en": ("a file of the pack is damaged: {file} ({detail})", "it is not used", "install the pack again"),
        "fr": ("un fichier du pack est abîmé\u00a0: {file} ({detail})", "il n’est pas utilisé", "réinstallez le pack"),
    },
    "pack_busy": {
        "en": ("{name} is being installed by another Vigie", "that one goes on", "wait for it"),
        "fr": ("un autre Vigie installe déjà {name}", "il continue", "attendez qu’il ait fini"),
    },
    "pack_cancelled": {
        "en": ("stopped", _KEPT[0] + "; what was downloaded is kept", "the same command continues it"),
        "fr": ("arrêté", _KEPT[1] + "\u00a0; ce qui est téléchargé est gardé", "la même commande reprend"),
    },
    "pack_does_not_run": {
        "en": ("{name} does not run on this machine ({detail})", _KEPT[0], "install it again, or keep the embedded engine"),
        "fr": ("{name} ne fonctionne pas sur ce poste ({detail})", _KEPT[1], "réinstallez-le, ou gardez le moteur intégré"),
    },
    "pack_convert_failed": {
        "en": ("the conversion ended without a result ({detail})", _KEPT[0], "close other programs and try again, or use a .vigiepack"),
        "fr": ("la conversion s’est arrêtée sans résultat ({detail})", _KEPT[1],
               "fermez d’autres programmes et recommencez, ou prenez un .vigiepack"),
    },
    "pack_checkpoint_unreadable": {
        "en": ("the checkpoint cannot be read safely ({detail})", _KEPT[0], "take the published file"),
        "fr": ("le checkpoint ne peut pas être lu sans risque ({detail})", _KEPT[1], "prenez le fichier publié"),
    },
    "pack_tokenizer_wrong": {
        "en": ("this tokeniser does not belong to the checkpoint ({detail})", _KEPT[0], "take the one of its base model"),
        "fr": ("ce tokeniseur ne va pas avec le checkpoint ({detail})", _KEPT[1], "prenez celui du modèle de base"),
    },
    "pack_disagrees": {
        "en": ("the converted model says something else than the original (difference {detail})", _KEPT[0],
               "report it with the versions of torch and transformers"),
        "fr": ("le modèle converti ne dit pas la même chose que l’original (écart {detail})", _KEPT[1],
               "signalez-le avec les versions de torch et transformers"),
    },
    "pack_memory": {
        "en": ("not enough memory for the conversion", _KEPT[0], "close other programs, or use a .vigiepack"),
        "fr": ("pas assez de mémoire pour la conversion", _KEPT[1], "fermez d’autres programmes, ou prenez un .vigiepack"),
    },
    "pack_file": {
        "en": ("a file cannot be used: {detail}", _KEPT[0], "check its rights and the disk"),
        "fr": ("un fichier est inutilisable\u00a0: {detail}", _KEPT[1], "vérifiez ses droits et le disque"),
    },
}  # fmt: skip

#: Progress.step -> words.
STEPS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {"download": "Downloading", "verify": "Checking", "unpack": "Unpacking", "load": "Loading the checkpoint",
           "export": "Converting", "quantise": "Compressing to 8 bits", "agree": "Comparing with the original",
           "torch": "Keeping the original on torch", "try": "Trying it out"},
    "fr": {"download": "Téléchargement", "verify": "Vérification", "unpack": "Extraction",
           "load": "Chargement du checkpoint", "export": "Conversion", "quantise": "Compression à 8 bits",
           "agree": "Comparaison avec l’original", "torch": "L’original reste sur torch", "try": "Essai"},
}  # fmt: skip

#: Manifest.note -> words.
NOTES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "int8_disagrees": "8 bits changed its scores too much: it runs in 32 bits, four times as large and slower.",
        "onnx_disagrees": "The converted model did not agree with the original: it runs on torch, slower and needing it.",
        "onnx_failed": "The conversion failed: it runs on torch, slower and needing it.",
        "torch_asked": "It runs on torch, as asked.",
    },
    "fr": {
        "int8_disagrees": "En 8 bits, ses scores changeaient trop\u00a0: il tourne en 32 bits, quatre fois plus gros et plus lent.",
        "onnx_disagrees": "Le modèle converti s’écartait de l’original\u00a0: il tourne sur torch, plus lent, et en a besoin.",
        "onnx_failed": "La conversion a échoué\u00a0: il tourne sur torch, plus lent, et en a besoin.",
        "torch_asked": "Il tourne sur torch, comme demandé.",
    },
}

PACK_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "bundled": "bundled", "installed": "installed", "available": "available", "damaged": "damaged",
        "per_second": " comments/s", "mb": "MB", "legend": "* reads   + second opinion", "licence": "licence",
        "from": "from", "languages": "languages", "download": "download", "space": "room needed", "free": "free",
        "converts": "converted on this machine: some minutes, with torch, in a process of its own",
        "replaces": "replaces", "ask": "Install? [y/N]",
        "installed_line": "{name} {version} is installed: {size} MB, {speed} comments/s on one thread.",
        "agreement": "Against the original on {texts} comments: largest difference {difference}, {flipped} % of flags changed.",
        "next": "vigie models use {name}, or --second {name} for a second opinion.",
        "using": "Reads: {engine}. Second opinion: {second}.", "nobody": "none",
        "sound": "sound", "changed": "changed", "missing": "missing",
        "packed": "{path}: {size} MB. Elsewhere: vigie models install {name} --from FILE",
        "removed": "{name} removed, {size} MB freed.",
    },
    "fr": {
        "bundled": "intégré", "installed": "installé", "available": "disponible", "damaged": "abîmé",
        "per_second": " commentaires/s", "mb": "Mo", "legend": "* lit   + second avis", "licence": "licence",
        "from": "source", "languages": "langues", "download": "téléchargement", "space": "place nécessaire", "free": "libre",
        "converts": "converti sur ce poste\u00a0: quelques minutes, avec torch, dans un processus à part",
        "replaces": "remplace", "ask": "Installer\u00a0? [o/N]",
        "installed_line": "{name} {version} est installé\u00a0: {size} Mo, {speed} commentaires/s sur un fil.",
        "agreement": "Face à l’original sur {texts} commentaires\u00a0: écart maximal {difference}, {flipped}\u00a0% des signalements changés.",
        "next": "vigie models use {name}, ou --second {name} pour un second avis.",
        "using": "Lit\u00a0: {engine}. Second avis\u00a0: {second}.", "nobody": "aucun",
        "sound": "intact", "changed": "modifié", "missing": "absent",
        "packed": "{path}\u00a0: {size} Mo. Ailleurs\u00a0: vigie models install {name} --from FICHIER",
        "removed": "{name} supprimé, {size} Mo libérés.",
    },
}  # fmt: skip

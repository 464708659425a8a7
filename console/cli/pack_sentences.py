"""What the command line says about engine packs, in both languages: errors, steps, notes and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    "pack_ready_only": {
        "en": ("this program cannot convert checkpoints: it takes ready-made packs alone", _KEPT[0],
               "ask for a .vigiepack (--from FILE), made with “vigie models pack” where Python and vigie[detoxify] are"),
        "fr": ("ce programme ne convertit pas de checkpoint\u00a0: il ne prend que des packs prêts", _KEPT[1],
               "demandez un .vigiepack (--from FICHIER), fait par «\u202fvigie models pack\u202f» là où il y a Python et vigie[detoxify]"),
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
    "pack_not_offered": {
        "en": ("your company’s server ({source}) has no {name}", _KEPT[0],
               "ask your IT department, or take the publishers’: --from publishers"),
        "fr": ("le serveur de votre entreprise ({source}) n’a pas {name}", _KEPT[1],
               "adressez-vous à votre service informatique, ou prenez celui des éditeurs\u00a0: --from publishers"),
    },
    "pack_unreachable": {
        "en": ("nothing could be fetched from {host} ({detail})", _KEPT[0], "check the network; the same command goes on where it stopped"),
        "fr": ("rien n’a pu être récupéré de {host} ({detail})", _KEPT[1], "vérifiez le réseau\u202f; la même commande reprend où elle s’est arrêtée"),
    },
    "pack_untrusted": {
        "en": ("the certificate of {host} is not trusted here", _KEPT[0], "check the clock, or your company’s certificates (ca_bundle)"),
        "fr": ("le certificat de {host} n’est pas reconnu ici", _KEPT[1], "vérifiez l’heure, ou les certificats de l’entreprise (ca_bundle)"),
    },
    "pack_proxy": {
        "en": ("the proxy does not answer, or refuses the way to {host}", _KEPT[0], "check the proxy settings, or ask your IT department"),
        "fr": ("le proxy ne répond pas, ou refuse l’accès à {host}", _KEPT[1], "vérifiez les réglages du proxy, ou adressez-vous à votre service informatique"),
    },
    "pack_offer_gone": {
        "en": ("{file} is on your company’s list ({source}), but cannot be had there", _KEPT[0], "tell your IT department"),
        "fr": ("{file} est sur la liste de votre entreprise ({source}), mais n’y est pas accessible", _KEPT[1],
               "prévenez votre service informatique"),
    },
    "pack_index_unreadable": {
        "en": ("the list of engines of your company ({source}) cannot be read: {detail}", _KEPT[0],
               "try again; if it stays so, tell your IT department"),
        "fr": ("la liste des moteurs de votre entreprise ({source}) est illisible\u00a0: {detail}", _KEPT[1],
               "recommencez\u202f; si cela dure, prévenez votre service informatique"),
    },
    "pack_index_format": {
        "en": ("the list of engines of your company ({source}) has format {found}, this Vigie knows {known}", _KEPT[0],
               "update Vigie, or ask your IT department"),
        "fr": ("la liste des moteurs de votre entreprise ({source}) est au format {found}, cette version connaît {known}", _KEPT[1],
               "mettez Vigie à jour, ou adressez-vous à votre service informatique"),
    },
    "pack_index_differs": {
        "en": ("{file} is not what the list at {source} says (there: {said}; in the file: {found})", _KEPT[0],
               "tell your IT department: “vigie models index” makes the list anew"),
        "fr": ("{file} n’est pas ce qu’annonce la liste de {source} (annoncé\u00a0: {said}\u202f; dans le fichier\u00a0: {found})", _KEPT[1],
               "prévenez votre service informatique\u00a0: «\u202fvigie models index\u202f» refait la liste"),
    },
    "pack_larger": {
        "en": ("{file} is larger than announced ({size} bytes)", "it was not opened; " + _KEPT[0],
               "tell your IT department: “vigie models index” makes the list anew"),
        "fr": ("{file} est plus gros qu’annoncé ({size} octets)", "il n’a pas été ouvert\u00a0; " + _KEPT[1],
               "prévenez votre service informatique\u00a0: «\u202fvigie models index\u202f» refait la liste"),
    },
    "pack_no_licence": {
        "en": ("{path} names no licence", _KEPT[0], "ask whoever made it for one that does"),
        "fr": ("{path} ne nomme pas de licence", _KEPT[1], "demandez à qui l’a fait un pack qui en nomme une"),
    },
    "pack_folder_missing": {
        "en": ("no folder {path}", "no index was written", "check the path"),
        "fr": ("pas de dossier {path}", "aucun index n’a été écrit", "vérifiez le chemin"),
    },
    "pack_folder_empty": {
        "en": ("no .vigiepack file lies in {path}", "no index was written", "make one there: vigie models pack PACK -o FILE"),
        "fr": ("aucun fichier .vigiepack dans {path}", "aucun index n’a été écrit", "faites-en un\u00a0: vigie models pack PACK -o FICHIER"),
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
        "company": "Your company’s server: {source}",
        "offered": "your company offers {version}, {size} MB, {licence}: vigie models install {name}",
        "offered_same": "your company offers this version",
        "reading": "Reading {file}", "left_out": "left out: {why}", "indexed": "{path} is written.",
        "not_indexed": "No index was written: there is nothing to offer.",
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
        "company": "Serveur de votre entreprise\u00a0: {source}",
        "offered": "votre entreprise propose {version}, {size} Mo, {licence}\u00a0: vigie models install {name}",
        "offered_same": "votre entreprise propose cette version",
        "reading": "Lecture de {file}", "left_out": "laissé de côté\u00a0: {why}", "indexed": "{path} est écrit.",
        "not_indexed": "Aucun index n’a été écrit\u00a0: il n’y a rien à proposer.",
    },
}  # fmt: skip

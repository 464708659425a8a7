"""What went wrong with an engine, a layer or a reading again, as a person reads it: what, what became of it, next step."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

_KEPT: Final = QT_TRANSLATE_NOOP("Errors", "Nothing was installed; what was installed before stays.")
_SAME: Final = QT_TRANSLATE_NOOP("Errors", "The engine stays as it is.")
_NOTHING: Final = QT_TRANSLATE_NOOP("Errors", "Nothing was changed.")
_IT: Final = QT_TRANSLATE_NOOP("Errors", "Try again; if it stays so, tell your IT department.")
_AGAIN: Final = QT_TRANSLATE_NOOP("Errors", "Install it again.")

CLASSIFIER_ERRORS: Final[dict[str, tuple[str, str, str]]] = {
    "pack_unknown": (
        QT_TRANSLATE_NOOP("Errors", "No engine is called “{name}”."),
        _NOTHING,
        QT_TRANSLATE_NOOP("Errors", "Choose one from the list."),
    ),
    "pack_not_installed": (
        QT_TRANSLATE_NOOP("Errors", "{name} is not installed on this machine."),
        _NOTHING,
        QT_TRANSLATE_NOOP("Errors", "Install it first."),
    ),
    "engine_missing": (
        QT_TRANSLATE_NOOP("Errors", "The chosen engine is not installed on this machine."),
        QT_TRANSLATE_NOOP("Errors", "The embedded engine reads in its place."),
        QT_TRANSLATE_NOOP("Errors", "Install it, or choose another one."),
    ),
    "pack_bundled": (
        QT_TRANSLATE_NOOP("Errors", "This engine is part of Vigie."),
        _NOTHING,
        "",
    ),
    "pack_source_missing": (
        QT_TRANSLATE_NOOP("Errors", "There is no file {path}."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Look at the path."),
    ),
    "pack_tokenizer_missing": (
        QT_TRANSLATE_NOOP("Errors", "A checkpoint needs its tokeniser, and {folder} has no {file}."),
        _KEPT,
        QT_TRANSLATE_NOOP(
            "Errors", "Put config.json and tokenizer.json beside it, or take a .vigiepack file."
        ),
    ),
    "pack_other": (
        QT_TRANSLATE_NOOP("Errors", "This file holds {found}, not {name}."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Choose that engine in the list, or another file."),
    ),
    "pack_extra_missing": (
        QT_TRANSLATE_NOOP("Errors", "Converting a checkpoint needs libraries that are not here ({module})."),
        _KEPT,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Install from a .vigiepack file that a colleague made, or add the extra: vigie[detoxify].",
        ),
    ),
    "pack_ready_only": (
        QT_TRANSLATE_NOOP("Errors", "This program cannot convert a checkpoint; it takes ready-made packs."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Ask your IT department, or a colleague, for a .vigiepack file."),
    ),
    "pack_no_space": (
        QT_TRANSLATE_NOOP("Errors", "There is not enough room on the disk: {needed} needed, {free} free."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Free some space, then try again."),
    ),
    "pack_disk_full": (
        QT_TRANSLATE_NOOP("Errors", "The disk is full."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was installed; what was downloaded is kept."),
        QT_TRANSLATE_NOOP("Errors", "Free some space, then try again."),
    ),
    "pack_hash_mismatch": (
        QT_TRANSLATE_NOOP("Errors", "{file} is not the file it should be: its checksum differs."),
        QT_TRANSLATE_NOOP("Errors", "It was not opened. Nothing was installed."),
        QT_TRANSLATE_NOOP("Errors", "Fetch it again; if it happens twice, do not use this source."),
    ),
    "pack_bad_archive": (
        QT_TRANSLATE_NOOP("Errors", "This is no sound pack file ({detail})."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Ask for it again."),
    ),
    "pack_format": (
        QT_TRANSLATE_NOOP("Errors", "This pack has format {found}; this Vigie knows {known}."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Update Vigie."),
    ),
    "pack_damaged": (
        QT_TRANSLATE_NOOP("Errors", "A file of the engine is damaged: {file}."),
        QT_TRANSLATE_NOOP("Errors", "It is not used."),
        _AGAIN,
    ),
    "pack_busy": (
        QT_TRANSLATE_NOOP("Errors", "Another Vigie is installing {name}."),
        QT_TRANSLATE_NOOP("Errors", "That one goes on."),
        QT_TRANSLATE_NOOP("Errors", "Wait for it."),
    ),
    "pack_cancelled": (
        QT_TRANSLATE_NOOP("Errors", "Stopped."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was installed; what was downloaded is kept."),
        QT_TRANSLATE_NOOP("Errors", "Install again: it goes on where it stopped."),
    ),
    "pack_does_not_run": (
        QT_TRANSLATE_NOOP("Errors", "{name} does not run on this machine."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Install it again, or keep the embedded engine."),
    ),
    "pack_convert_failed": (
        QT_TRANSLATE_NOOP("Errors", "The conversion ended without a result."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Close other programs and try again, or take a .vigiepack file."),
    ),
    "pack_checkpoint_unreadable": (
        QT_TRANSLATE_NOOP("Errors", "The checkpoint cannot be read safely."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Take the published file."),
    ),
    "pack_tokenizer_wrong": (
        QT_TRANSLATE_NOOP("Errors", "This tokeniser does not belong to the checkpoint."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Take the one of its base model."),
    ),
    "pack_disagrees": (
        QT_TRANSLATE_NOOP("Errors", "The converted model says something else than the original."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Copy the details for whoever looks after Vigie."),
    ),
    "pack_memory": (
        QT_TRANSLATE_NOOP("Errors", "There is not enough memory for the conversion."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Close other programs and try again, or take a .vigiepack file."),
    ),
    "pack_not_offered": (
        QT_TRANSLATE_NOOP("Errors", "Your company’s server ({source}) does not have {name}."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Take another source, or ask your IT department."),
    ),
    "pack_unreachable": (
        QT_TRANSLATE_NOOP("Errors", "Nothing could be fetched from {host} ({detail})."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Check the network; it goes on where it stopped."),
    ),
    "pack_untrusted": (
        QT_TRANSLATE_NOOP("Errors", "The certificate of {host} is not trusted here."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Check the date of this machine, then ask your IT department."),
    ),
    "pack_proxy": (
        QT_TRANSLATE_NOOP("Errors", "The proxy does not answer, or refuses the way to {host}."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Check the proxy settings, or ask your IT department."),
    ),
    "pack_offer_gone": (
        QT_TRANSLATE_NOOP("Errors", "{file} is on your company’s list ({source}), but cannot be had there."),
        _KEPT,
        _IT,
    ),
    "pack_index_unreadable": (
        QT_TRANSLATE_NOOP(
            "Errors", "The list of engines of your company ({source}) cannot be read: {detail}."
        ),
        _KEPT,
        _IT,
    ),
    "pack_index_format": (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The list of engines of your company ({source}) has a form that this version does not know.",
        ),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Update Vigie, or ask your IT department."),
    ),
    "pack_index_differs": (
        QT_TRANSLATE_NOOP(
            "Errors", "{file} is not what your company’s list says (there: {said}; in the file: {found})."
        ),
        _KEPT,
        _IT,
    ),
    "pack_larger": (
        QT_TRANSLATE_NOOP("Errors", "{file} is larger than your company’s list says."),
        QT_TRANSLATE_NOOP(
            "Errors", "It was not opened. Nothing was installed; what was installed before stays."
        ),
        _IT,
    ),
    "pack_no_licence": (
        QT_TRANSLATE_NOOP("Errors", "This pack names no licence, so nobody can agree to it."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Ask whoever made it for one that does."),
    ),
    "pack_file": (
        QT_TRANSLATE_NOOP("Errors", "A file cannot be used: {detail}."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Look at its rights and at the disk."),
    ),
    "too_few_decisions": (
        QT_TRANSLATE_NOOP("Errors", "Decided comments so far: {have} of the {needed} needed."),
        _SAME,
        QT_TRANSLATE_NOOP("Errors", "Go on deciding, then try again."),
    ),
    "engine_unread": (
        QT_TRANSLATE_NOOP("Errors", "{engine} has read nothing in this workspace yet."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was counted."),
        "",
    ),
    "calibration_not_found": (
        QT_TRANSLATE_NOOP("Errors", "This layer is no longer there."),
        _NOTHING,
        "",
    ),
    "calibration_outdated": (
        QT_TRANSLATE_NOOP(
            "Errors", "Layer {id} was made for version {made_for} of the engine; it is {now} now."
        ),
        _SAME,
        QT_TRANSLATE_NOOP("Errors", "Adapt again."),
    ),
    "calibration_none": (
        QT_TRANSLATE_NOOP("Errors", "No layer is active."),
        _NOTHING,
        "",
    ),
    "reclassification_unready": (
        QT_TRANSLATE_NOOP("Errors", "The engine has not come up yet."),
        QT_TRANSLATE_NOOP("Errors", "Nothing is read again yet."),
        QT_TRANSLATE_NOOP("Errors", "Try again in a moment."),
    ),
    "reclassification_under_way": (
        QT_TRANSLATE_NOOP("Errors", "The workspace is being read again already."),
        QT_TRANSLATE_NOOP("Errors", "That goes on."),
        "",
    ),
    "reclassification_none": (
        QT_TRANSLATE_NOOP("Errors", "Nothing is being read again."),
        _NOTHING,
        "",
    ),
}
"""By the public codes of ``console.classify``, ``console.runtime.classifier`` and ``console.services.learning``."""

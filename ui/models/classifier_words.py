"""The classifier's page in words: states, sizes, shares with their intervals, estimates, layers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.words import category_word, join_and

if TYPE_CHECKING:
    from console.classify.figures import FlagFigures, Share
    from console.classify.packinstall import Plan
    from console.classify.packinstall import Progress as Step
    from console.runtime.classifier import ClassifierStatus, Progress
    from console.services.learning import LayerProposal, LayerRecord
    from ui.models.classifier_data import EngineRow

EMBEDDED_PER_SECOND: Final = 250.0
"""What the embedded engine reads at least, where this workspace has not seen it work yet."""

LANGUAGES: Final = {
    "fr": QT_TRANSLATE_NOOP("Classifier", "French"),
    "en": QT_TRANSLATE_NOOP("Classifier", "English"),
    "es": QT_TRANSLATE_NOOP("Classifier", "Spanish"),
    "it": QT_TRANSLATE_NOOP("Classifier", "Italian"),
    "pt": QT_TRANSLATE_NOOP("Classifier", "Portuguese"),
    "tr": QT_TRANSLATE_NOOP("Classifier", "Turkish"),
    "ru": QT_TRANSLATE_NOOP("Classifier", "Russian"),
}
STEPS: Final = {
    "download": QT_TRANSLATE_NOOP("Classifier", "Downloading"),
    "verify": QT_TRANSLATE_NOOP("Classifier", "Checking the file"),
    "unpack": QT_TRANSLATE_NOOP("Classifier", "Unpacking"),
    "load": QT_TRANSLATE_NOOP("Classifier", "Loading the checkpoint"),
    "export": QT_TRANSLATE_NOOP("Classifier", "Converting"),
    "quantise": QT_TRANSLATE_NOOP("Classifier", "Compressing to 8 bits"),
    "agree": QT_TRANSLATE_NOOP("Classifier", "Comparing with the original"),
    "torch": QT_TRANSLATE_NOOP("Classifier", "Keeping the original"),
    "try": QT_TRANSLATE_NOOP("Classifier", "Trying it out"),
}
LABELS: Final = {
    "toxicity": QT_TRANSLATE_NOOP("Classifier", "toxicity"),
    "severe_toxicity": QT_TRANSLATE_NOOP("Classifier", "severe toxicity"),
    "identity_attack": QT_TRANSLATE_NOOP("Classifier", "attack on an identity"),
    "sexual_explicit": QT_TRANSLATE_NOOP("Classifier", "sexually explicit"),
}
IN_BYTES: Final = frozenset({"download", "verify", "unpack"})
WHY_NOT: Final = {
    "no_gain": QT_TRANSLATE_NOOP("Classifier", "It would not get better by it. The engine stays as it is."),
    "unsure": QT_TRANSLATE_NOOP("Classifier", "The gain may be chance. More decisions will tell."),
    "criticism": QT_TRANSLATE_NOOP(
        "Classifier", "It would flag more of what you called constructive criticism. That is not offered."
    ),
    "one_sided": QT_TRANSLATE_NOOP(
        "Classifier", "Nearly all decisions say the same, so nothing can be learned from them."
    ),
}
LAYER_STATES: Final = {
    "proposed": QT_TRANSLATE_NOOP("Classifier", "proposed"),
    "active": QT_TRANSLATE_NOOP("Classifier", "active"),
    "reverted": QT_TRANSLATE_NOOP("Classifier", "taken off"),
}
NO_BREAK: Final = "\u00a0"


def looked_up(table: dict[str, str], code: str) -> str:
    """The word of a code; an unknown one as itself."""
    return translate("Classifier", table[code]) if code in table else code


def size_of(count: int) -> str:
    """A size in the language's units, with a decimal from a gigabyte on: 22 MB, 1.1 GB."""
    return QLocale().formattedDataSize(
        count, 1 if count >= 10**9 else 0, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def labels_words(labels: tuple[str, ...]) -> str:
    """What an engine tells apart: insult, threat."""
    return ", ".join(
        looked_up(LABELS, one) if one in LABELS else category_word(one).lower() for one in labels
    )


def languages_words(codes: tuple[str, ...]) -> str:
    """French and English."""
    return join_and(looked_up(LANGUAGES, code) for code in codes)


def percent(share: float) -> str:
    """0.94 as 94 %."""
    return f"{say.number(round(share * 100))}{NO_BREAK}%"


def share_words(share: Share) -> str:
    """91 % (84–95), n 120; or that there are too few to say."""
    if share.value is None or share.low is None or share.high is None:
        return translate("Classifier", "too few (n = {n})").format(n=say.number(share.n))
    low, high = (say.number(round(one * 100)) for one in (share.low, share.high))
    return f"{percent(share.value)} ({low}–{high}), n = {say.number(share.n)}"


def per_second(rate: float) -> str:
    """A rate in comments per second."""
    shown = say.number(round(rate)) if rate >= 10 else QLocale().toString(rate, "f", 1)
    return translate("Classifier", "{n} comments per second").format(n=shown)


def state_of(status: ClassifierStatus) -> tuple[str, str, str]:
    """(words, icon, colour) of the child's state."""
    if status.state == "available":
        return translate("Classifier", "reads this workspace"), "check-circle", "ok"
    if status.state == "away":
        return translate("Classifier", "away: no verdicts just now"), "robot", "warning"
    if status.state == "starting" and not status.version:
        # The child is started by the first comment to read.
        return translate("Classifier", "ready to start"), "hourglass-medium", "text-muted"
    if status.state == "starting":
        return translate("Classifier", "starting"), "hourglass-medium", "text-muted"
    return translate("Classifier", "not running in this window"), "pause", "text-muted"


AWAY: Final = {
    "engine_missing": QT_TRANSLATE_NOOP(
        "Classifier",
        "{engine} was chosen but is not on this machine; the embedded engine reads in its place.",
    ),
    "not_started": QT_TRANSLATE_NOOP("Classifier", "Its process cannot be started."),
    "not_ready": QT_TRANSLATE_NOOP("Classifier", "It came up but refused to work: its files may be damaged."),
    "ended": QT_TRANSLATE_NOOP("Classifier", "Its process ended unexpectedly."),
    "hung": QT_TRANSLATE_NOOP("Classifier", "It did not answer in time."),
    "too_large": QT_TRANSLATE_NOOP("Classifier", "It took too much memory."),
    "model_damaged": QT_TRANSLATE_NOOP("Classifier", "Its model files are damaged or missing."),
}


def away_words(status: ClassifierStatus) -> str:
    """Why the engine does not read as chosen; empty where it does. An unknown reason is shown as its code."""
    code = status.last_error or ""
    if not code or (status.state == "available" and code != "engine_missing"):
        return ""
    if code in AWAY:
        return translate("Classifier", AWAY[code]).format(engine=status.engine)
    return translate("Classifier", "Reason: {code}.").format(code=code)


def engine_facts(row: EngineRow) -> str:
    """Size, licence, languages and rate on one line."""
    parts = [size_of(row.size)] if row.size else []
    parts += [row.licence, languages_words(row.languages)]
    if row.speed:
        parts.append(per_second(row.speed))
    return " · ".join(parts)


def engine_state(row: EngineRow) -> tuple[str, str, str]:
    """(words, icon, colour) of one engine in the list."""
    if row.damaged:
        return translate("Classifier", "damaged"), "warning-circle", "danger"
    if row.chosen and not row.usable:
        return translate("Classifier", "chosen, not here"), "warning-circle", "warning"
    if row.reads:
        return translate("Classifier", "reads"), "check-circle", "ok"
    if row.second:
        return translate("Classifier", "second opinion"), "users", "text-muted"
    if row.bundled:
        return translate("Classifier", "part of Vigie"), "check", "text-muted"
    if row.usable and row.offer is not None and row.offer.version != row.version:
        return translate("Classifier", "installed; your company has another"), "download-simple", "text-muted"
    if row.usable:
        return translate("Classifier", "installed"), "check", "text-muted"
    if row.offer is not None:
        return translate("Classifier", "at your company"), "download-simple", "accent"
    return translate("Classifier", "available"), "download-simple", "text-muted"


def size_words(row: EngineRow) -> str:
    """On disk, or to download."""
    if row.size:
        return size_of(row.size)
    size = row.download if row.offer is None else row.offer.size
    return translate("Classifier", "{size} to download").format(size=size_of(size))


def offer_words(row: EngineRow) -> str:
    """What the company has ready of an engine; empty where it has nothing."""
    if row.offer is None:
        return ""
    return translate("Classifier", "Your company offers {version} ({size}, {licence}).").format(
        version=row.offer.version, size=size_of(row.offer.size), licence=row.offer.licence
    )


def estimate(comments: int, row: EngineRow) -> str:
    """How long reading ``comments`` again would take."""
    speed = row.speed or (EMBEDDED_PER_SECOND if row.bundled else 0.0)
    if not speed:
        return ""
    return say.span(max(round(comments / speed), 1))


def plan_lines(plan: Plan) -> tuple[str, str]:
    """Licence and size of an installation, and what it takes."""
    first = translate(
        "Classifier",
        "Licence: {licence}. To download: {size}. On the disk meanwhile: {needed}; free: {free}.",
    )
    if plan.download:
        download = size_of(plan.download)
    elif "://" in plan.shown:
        download = translate("Classifier", "not known yet")
    else:
        download = translate("Classifier", "nothing")
    line = first.format(
        licence=plan.pack.licence, size=download, needed=size_of(plan.needed), free=size_of(plan.free)
    )
    more = [translate("Classifier", "From: {source}.").format(source=plan.shown)]
    if plan.converts:
        more.append(
            translate(
                "Classifier",
                "It is converted on this machine and compared with the original; that takes some minutes and memory.",
            )
        )
    if plan.replaces:
        more.append(translate("Classifier", "It takes the place of {version}.").format(version=plan.replaces))
    return line, " ".join(more)


def step_words(step: Step | None) -> str:
    """What an installation is at."""
    if step is None:
        return translate("Classifier", "Beginning")
    words = looked_up(STEPS, step.step)
    if step.step in IN_BYTES and step.total:
        words = translate("Classifier", "{step}: {done} of {total}").format(
            step=words, done=size_of(step.done), total=size_of(step.total)
        )
    elif step.total:
        words = translate("Classifier", "{step}: {done} of {total}").format(
            step=words, done=say.number(step.done), total=say.number(step.total)
        )
    return words


def run_words(run: Progress | None, now: int) -> str:
    """How a reading again stands."""
    if run is None:
        return translate(
            "Classifier",
            "Nothing was read again yet. It happens by itself when the engine changes, in the background.",
        )
    done, total = say.number(run.done), say.number(run.total)
    if run.under_way:
        words = translate("Classifier", "{engine}: {done} of {total}").format(
            engine=run.engine, done=done, total=total
        )
        if run.state == "paused":
            return f"{words} · {translate('Classifier', 'paused')}"
        if run.rate:
            words += f" · {per_second(run.rate)}"
        if run.seconds_left is not None:
            words += " · " + translate("Classifier", "{span} left").format(span=say.span(run.seconds_left))
        return words
    when = say.moment(run.updated_at, now)
    if run.state == "cancelled":
        return translate(
            "Classifier", "Called off at {done} of {total}, {when}. What was read stays."
        ).format(done=done, total=total, when=when)
    words = translate("Classifier", "Read by {engine} {version}, {when}: {comments}.").format(
        engine=run.engine, version=run.engine_version, when=when, comments=counted.comments(run.done)
    )
    if run.failed:
        words += " " + translate("Classifier", "Not readable: {n}.").format(n=say.number(run.failed))
    return words


def macro_words(figures: FlagFigures) -> str:
    """The macro-F1 with two decimals."""
    return translate("Classifier", "not known") if figures.macro_f1 is None else say.score(figures.macro_f1)


def comparison(before: FlagFigures, after: FlagFigures) -> list[tuple[str, str, str]]:
    """(figure, before, after)."""
    return [
        (
            translate("Classifier", "Flagged rightly (precision)"),
            share_words(before.precision),
            share_words(after.precision),
        ),
        (
            translate("Classifier", "Abuse found (recall)"),
            share_words(before.recall),
            share_words(after.recall),
        ),
        (
            translate("Classifier", "Criticism flagged"),
            share_words(before.criticism_flagged),
            share_words(after.criticism_flagged),
        ),
        (translate("Classifier", "Both together (macro-F1)"), macro_words(before), macro_words(after)),
    ]


def tried_words(tried: LayerProposal) -> tuple[str, str]:
    """What came of trying to adapt: title and line."""
    changed = translate(
        "Classifier", "Verdicts that would change: {right} for the better, {wrong} for the worse."
    ).format(right=say.number(tried.newly_right), wrong=say.number(tried.newly_wrong))
    if not tried.improves:
        return translate("Classifier", "No adaptation is offered"), looked_up(WHY_NOT, tried.why)
    return translate("Classifier", "An adaptation would help"), changed


def layer_words(layer: LayerRecord, now: int) -> str:
    """The active layer in a sentence."""
    words = translate(
        "Classifier", "Adapted to your decisions: layer {id}, from {n} decisions, put on by {who}, {when}."
    ).format(
        id=layer.id,
        n=say.number(layer.decisions),
        who=layer.activated_by or layer.created_by,
        when=say.moment(layer.activated_at or layer.created_at, now),
    )
    if not layer.applies:
        words += " " + translate("Classifier", "It rests: the engine has another version by now.")
    return words

"""Putting the active calibration layer on stored verdicts, and taking it off again: arithmetic, nothing is read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.classify.layer import Layer, apply, from_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.verdict import Verdict
    from console.store import Calibration, Tx


def layer_of(stored: Calibration) -> Layer:
    """The layer of a stored row."""
    return from_json(stored.engine, stored.engine_version, stored.id, stored.body)


def align(tx: Tx, ids: Sequence[int], *, fresh: bool = False) -> dict[int, Verdict]:
    """Bring the current verdicts of these comments in line with the active layers; returns those that changed.

    Where a layer applies, the changed verdict is stored beside the engine's own and made current; where none does any
    more, the engine's own becomes current again, exactly as it was. Doing it twice changes nothing. ``fresh`` says
    that the verdicts were stored just now: without an active layer there is then nothing to look at.
    """
    layers = {one.engine: layer_of(one) for one in tx.calibrations.active()}
    if fresh and not layers:
        return {}
    revisions = {int(one.id): one.revision for one in tx.comments.rows(ids)}
    wanted: dict[int, Verdict] = {}
    changed: list[tuple[int, int, int, Verdict]] = []
    back: list[tuple[int, int, int, Verdict]] = []
    for comment_id, pair in tx.feedback.current(ids).items():
        layer = layers.get(pair.base.engine)
        verdict = pair.base if layer is None else apply(layer, pair.base)
        if verdict.engine_version == pair.verdict.engine_version:
            continue
        wanted[comment_id] = verdict
        item = (comment_id, revisions[comment_id], pair.base_id, verdict)
        (back if verdict is pair.base else changed).append(item)
    done = {*tx.calibrations.back(back), *tx.calibrations.change(changed, tx.now)}
    return {comment_id: verdict for comment_id, verdict in wanted.items() if comment_id in done}

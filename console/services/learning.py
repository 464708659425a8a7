"""What the team's decisions say of the classifier: figures, and a calibration layer that a lead may put on it.

All of it is arithmetic on this workspace's own rows: nothing leaves the machine. Only comments that people looked at
are counted, and they saw the engine's opinion when they decided; the figures say so wherever they are shown.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.classify.figures import CategoryFigures, FlagFigures, category_figures, flag_figures
from console.classify.fitting import MOST, NEEDED, Sample, fit
from console.classify.layer import FLAGS
from console.classify.packs import EMBEDDED
from console.domain.errors import DomainError, NotFound
from console.domain.vocabulary import PROGRAM, Category
from console.services.entries import draft
from console.services.feedback import FINAL, Said, contradiction, said_in
from console.services.layers import align
from console.services.rereading import ENGINE_SETTING
from console.store import UNDECIDED, Calibration, DecidedRow, Pair, QueueFilter, Reading, Store, Tx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.domain.verdict import Verdict
    from console.services.roles import Actor
    from console.services.triage import Triage

BATCH: Final = 128
"""Comments that get or lose a layer in one transaction: a decision that comes meanwhile waits for one batch at most."""
NAMES: Final = tuple(str(one) for one in Category)


@dataclass(frozen=True, slots=True)
class DecisionFigures:
    """How one engine's verdicts agree with what people decided; each comment counts once, by its last decision.

    ``practice`` says that these are decisions on practice channels, which are never mixed with the others;
    ``elsewhere`` counts the other kind. ``unsaid`` decisions say nothing about abuse (an off-topic post hidden, a
    proposal to keep that was followed), ``unread`` comments have no verdict of this engine on the text decided about.
    """

    engine: str
    versions: tuple[tuple[str, int], ...]  # (engine version, comments), most first
    practice: bool
    flagged: FlagFigures
    categories: tuple[CategoryFigures, ...]
    contradictions: int
    unsaid: int
    unread: int
    elsewhere: int
    first_at: int | None  # UTC seconds of the oldest and the newest decision counted
    last_at: int | None


@dataclass(frozen=True, slots=True)
class LayerProposal:
    """A layer that was tried. ``before`` and ``after`` are cross-validated on decisions the layer had not seen.

    ``id`` is None when it does not improve; ``why`` is then no_gain, unsure, criticism or one_sided. ``newly_right``
    and ``newly_wrong`` count the comments whose flag it changes.
    """

    id: int | None
    engine: str
    engine_version: str
    before: FlagFigures
    after: FlagFigures
    decisions: int
    newly_right: int
    newly_wrong: int
    improves: bool
    why: str
    kind: str  # thresholds, logistic or linear
    languages: tuple[str, ...]
    practice: bool


@dataclass(frozen=True, slots=True)
class LayerRecord:
    """One layer of the workspace's history."""

    id: int
    engine: str
    engine_version: str
    state: str  # proposed | active | reverted
    applies: bool  # whether the engine still is in the version that the layer was made for
    decisions: int
    before: FlagFigures
    after: FlagFigures
    created_at: int
    created_by: str
    activated_at: int | None
    activated_by: str | None
    reverted_at: int | None
    reverted_by: str | None


@dataclass(frozen=True, slots=True)
class _Case:
    row: DecidedRow
    told: Said
    pair: Pair


@dataclass(frozen=True, slots=True)
class _Cases:
    cases: tuple[_Case, ...]
    practice: bool
    unsaid: int
    unread: int
    elsewhere: int


class FeedbackDesk:
    """The use cases. All methods block (``propose`` for seconds); none is for the GUI thread."""

    def __init__(self, store: Store, triage: Triage) -> None:
        self._store = store
        self._triage = triage

    # ------------------------------------------------------------------ figures

    def report(self, engine: str | None = None, *, practice: bool | None = None) -> DecisionFigures:
        """Precision and recall of ``engine`` (None: the present one) on the team's decisions.

        ``practice``: on practice channels or on the others; None means the others, or practice where the workspace
        has nothing else. Raises NotFound ``engine_unread`` when the engine has read nothing here.
        """
        name = engine or self._present()[0]
        held = self._store.snapshot(lambda r: _cases(r, name, practice))
        versions: dict[str, int] = {}
        for case in held.cases:
            version = case.pair.verdict.engine_version
            versions[version] = versions.get(version, 0) + 1
        if not held.cases and self._store.read(lambda r: r.feedback.newest_version(name)) is None:
            raise NotFound("engine_unread", engine=name)
        times = [case.row.at for case in held.cases]
        return DecisionFigures(
            engine=name,
            versions=tuple(sorted(versions.items(), key=lambda one: -one[1])),
            practice=held.practice,
            flagged=flag_figures(
                (case.pair.verdict.flagged, case.told.abusive, case.told.category == Category.CRITICISM)
                for case in held.cases
            ),
            categories=category_figures(
                [
                    (frozenset(case.pair.verdict.categories), case.told.category)
                    for case in held.cases
                    # "No abuse" without a category is an answer about the abuse categories alone.
                    if case.told.category or FLAGS.intersection(case.pair.verdict.categories)
                ],
                NAMES,
            ),
            contradictions=sum(
                contradiction(case.pair.verdict, case.told) is not None for case in held.cases
            ),
            unsaid=held.unsaid,
            unread=held.unread,
            elsewhere=held.elsewhere,
            first_at=min(times, default=None),
            last_at=max(times, default=None),
        )

    # ------------------------------------------------------------------ layers

    def propose(self, actor: Actor, *, keep: bool = True) -> LayerProposal:
        """Try a layer for the present engine; one that improves is kept for a lead to activate (unless not ``keep``).

        Raises DomainError ``too_few_decisions`` below 200 decided comments, saying how many are missing.
        """
        actor.need("decide")
        engine, version = self._present()
        held = self._store.snapshot(lambda r: _cases(r, engine, None))
        usable = [case for case in held.cases if case.pair.base.engine_version == version]
        if len(usable) < NEEDED:
            raise DomainError(
                "too_few_decisions",
                have=len(usable),
                needed=NEEDED,
                missing=NEEDED - len(usable),
                engine=engine,
            )
        usable = sorted(usable, key=lambda one: (one.row.at, one.row.comment_id))[-MOST:]
        found = fit(
            [
                Sample(one.pair.base, one.told.abusive, one.told.category, _group(one.row.text))
                for one in usable
            ],
            engine,
            version,
        )
        number: int | None = None
        if not found.why and keep:
            figures = {
                "before": found.before.to_json(),
                "after": found.after.to_json(),
                "decisions": len(usable),
                "newly_right": found.newly_right,
                "newly_wrong": found.newly_wrong,
                "kind": found.kind,
                "practice": held.practice,
            }

            def work(tx: Tx) -> int:
                made = tx.calibrations.propose(
                    engine, version, found.layer.to_json(), figures, actor.name, tx.now
                )
                tx.log(_entry("calibration_proposed", actor, engine, version, made, len(usable)))
                tx.changed("calibrations")
                return made

            number = self._store.write(work).result()
        return LayerProposal(
            id=number,
            engine=engine,
            engine_version=version,
            before=found.before,
            after=found.after,
            decisions=len(usable),
            newly_right=found.newly_right,
            newly_wrong=found.newly_wrong,
            improves=not found.why,
            why=found.why,
            kind=found.kind,
            languages=tuple(found.layer.languages),
            practice=held.practice,
        )

    def activate(
        self, proposal_id: int, actor: Actor, progress: Callable[[int, int], None] | None = None
    ) -> LayerRecord:
        """Put a layer on: new verdicts get it, and undecided comments at once. A lead's decision, logged.

        Raises NotAllowed, NotFound ``calibration_not_found``, and DomainError ``calibration_outdated`` when the engine
        is another version by now.
        """
        actor.need("classifier")

        def work(tx: Tx) -> Calibration:
            held = tx.calibrations.get(proposal_id)
            if held is None:
                raise NotFound("calibration_not_found", id=proposal_id)
            version = tx.feedback.newest_version(held.engine)
            if version != held.engine_version:
                raise DomainError(
                    "calibration_outdated", id=held.id, made_for=held.engine_version, now=version or "?"
                )
            if held.state != "active":
                tx.calibrations.activate(held.id, actor.name, tx.now)
                count = int(held.figures.get("decisions", 0))
                tx.log(
                    _entry("calibration_activated", actor, held.engine, held.engine_version, held.id, count)
                )
                tx.changed("calibrations")
            return held

        held = self._store.write(work).result()
        self.settle(progress)
        return self._record(held.id)

    def revert(
        self, actor: Actor, engine: str | None = None, progress: Callable[[int, int], None] | None = None
    ) -> LayerRecord:
        """Take the active layer off: undecided comments have the engine's own verdicts again. A lead's, logged.

        Raises NotAllowed, and DomainError ``calibration_none`` when none is active.
        """
        actor.need("classifier")

        def work(tx: Tx) -> Calibration:
            active = tx.calibrations.active(engine)
            if not active:
                raise DomainError("calibration_none", engine=engine or "")
            held = active[0]
            tx.calibrations.revert(held.id, actor.name, tx.now)
            count = int(held.figures.get("decisions", 0))
            tx.log(_entry("calibration_reverted", actor, held.engine, held.engine_version, held.id, count))
            tx.changed("calibrations")
            return held

        held = self._store.write(work).result()
        self.settle(progress, later_due=True)
        return self._record(held.id)

    def history(self) -> tuple[LayerRecord, ...]:
        """All layers of the workspace, newest first."""

        def find(reading: Reading) -> tuple[LayerRecord, ...]:
            return tuple(
                _as_record(one, reading.feedback.newest_version(one.engine))
                for one in reading.calibrations.history()
            )

        return self._store.snapshot(find)

    def active(self) -> LayerRecord | None:
        """The active layer, if there is one: of several engines' the newest."""

        def find(reading: Reading) -> LayerRecord | None:
            held = max(reading.calibrations.active(), key=lambda one: one.id, default=None)
            return None if held is None else _as_record(held, reading.feedback.newest_version(held.engine))

        return self._store.snapshot(find)

    def settle(self, progress: Callable[[int, int], None] | None = None, *, later_due: bool = False) -> int:
        """Bring undecided comments in line with the active layer, batch by batch; returns how many changed.

        Doing it again changes nothing, so that a run cut short is completed by the next. Decided comments keep what
        they were decided on. Due times only get earlier, unless ``later_due``: taking a layer off also gives back
        the time that it took.
        """
        ids = self._store.read(lambda r: r.queues.ids(QueueFilter(states=tuple(UNDECIDED))))
        total = 0
        for start in range(0, len(ids), BATCH):
            part = list(ids[start : start + BATCH])

            def work(tx: Tx, part: Sequence[int] = part) -> int:
                comments = {int(one.id): one for one in tx.comments.rows(part) if one.state in UNDECIDED}
                changed: Mapping[int, Verdict] = align(tx, list(comments))
                fresh = [comments[one] for one in changed]
                self._triage.put(tx, fresh, changed, later_due=later_due)
                if changed:
                    tx.changed("proposals", tuple(changed))
                return len(changed)

            total += self._store.write(work, durable=False).result()
            if progress is not None:
                progress(min(start + BATCH, len(ids)), len(ids))
        return total

    # ------------------------------------------------------------------ helpers

    def _present(self) -> tuple[str, str]:
        def find(reading: Reading) -> tuple[str, tuple[str, str] | None]:
            chosen = str(reading.settings.get(ENGINE_SETTING, EMBEDDED))
            return chosen, reading.feedback.present_engine(chosen)

        chosen, found = self._store.snapshot(find)
        if found is None:
            raise NotFound("engine_unread", engine=chosen)
        return found

    def _record(self, number: int) -> LayerRecord:
        def find(reading: Reading) -> LayerRecord:
            held = reading.calibrations.get(number)
            assert held is not None
            return _as_record(held, reading.feedback.newest_version(held.engine))

        return self._store.snapshot(find)


def _cases(reading: Reading, engine: str, practice: bool | None) -> _Cases:
    rows = reading.feedback.decided(FINAL, not_by=PROGRAM)
    if practice is None:
        practice = bool(rows) and all(row.practice for row in rows)
    own = [row for row in rows if row.practice == practice]
    told = {row.comment_id: answer for row in own if (answer := said_in(row)) is not None}
    pairs = reading.feedback.verdicts_of(
        engine, {row.comment_id: row.revision for row in own if row.comment_id in told}
    )
    cases = tuple(
        _Case(row, told[row.comment_id], pairs[row.comment_id]) for row in own if row.comment_id in pairs
    )
    return _Cases(cases, practice, len(own) - len(told), len(told) - len(cases), len(rows) - len(own))


def _group(text: str) -> int:
    """Equal for texts that differ in case and blanks only: copies of one text belong into one fold."""
    return zlib.crc32(" ".join(text.casefold().split()).encode("utf-8", "surrogatepass"))


def _entry(event: str, actor: Actor, engine: str, version: str, number: int, decisions: int) -> Any:
    return draft(
        event, actor, engine=engine, engine_version=version, count=decisions, params={"calibration": number}
    )


def _as_record(one: Calibration, version: str | None) -> LayerRecord:
    return LayerRecord(
        id=one.id,
        engine=one.engine,
        engine_version=one.engine_version,
        state=one.state,
        applies=version == one.engine_version,
        decisions=int(one.figures["decisions"]),
        before=FlagFigures.from_json(one.figures["before"]),
        after=FlagFigures.from_json(one.figures["after"]),
        created_at=one.created_at,
        created_by=one.created_by,
        activated_at=one.activated_at,
        activated_by=one.activated_by,
        reverted_at=one.reverted_at,
        reverted_by=one.reverted_by,
    )

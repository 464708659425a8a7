"""The classifier child process: frames in on standard input, frames out on standard output, nothing else.

Started by `vigie --classifier-worker`. It lowers its own priority, ends when its input ends (so it never outlives
the console), and writes what libraries print to standard error.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from console import paths, processes
from console.classify import codec, framing, usage
from console.domain.errors import VigieError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.ports import Classifier
    from console.domain.verdict import ClassifyItem, Verdict

_NICE = 10
DEFAULT_ENGINE = "embedded"


def _be_modest() -> None:
    """Lower this process's priority and keep arithmetic to one thread: the window comes first."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(name, "1")
    processes.be_modest(_NICE)


def load_engine(name: str, models: Path | None = None, packs: Path | None = None) -> Classifier:
    """Return the engine called `name`; raises VigieError when it is unknown or its files are not sound.

    `models` is the folder of the embedded model, `packs` that of installed packs; both have their usual places.
    """
    if name.startswith("detoxify:"):
        from console.classify.detoxify import DetoxifyEngine

        lexicons = (models or paths.resources() / "models").parent / "lexicons"
        return DetoxifyEngine.load(name, packs or paths.packs_folder(), lexicons)
    if name != DEFAULT_ENGINE:
        raise VigieError("engine_unknown", engine=name)
    from console.classify.embedded import EmbeddedEngine

    return EmbeddedEngine.load(models or paths.resources() / "models")


def _classify(engine: Classifier, items: Sequence[ClassifyItem]) -> list[Verdict]:
    """Classify a batch; a text that raises gets a failed verdict and the others get theirs."""
    try:
        return engine.classify(items)
    except Exception as error:  # noqa: BLE001 - a bug on one text must not cost the others their verdict
        if len(items) == 1:
            print(f"classifier: {type(error).__name__}: {error}", file=sys.stderr, flush=True)  # noqa: T201
            return [codec.failed_verdict(items[0], engine.name, engine.version)]
    return [verdict for item in items for verdict in _classify(engine, [item])]


def _answer(engine: Classifier, message: dict[str, Any]) -> dict[str, Any]:
    items = [codec.item_from_json(entry) for entry in message["items"]]
    verdicts = _classify(engine, items)
    return {
        "type": "verdicts",
        "seq": message["seq"],
        "verdicts": [codec.verdict_to_json(v) for v in verdicts],
        "peak_mb": round(usage.peak_megabytes(), 1),
        "cpu_s": round(usage.cpu_seconds(), 3),
    }


def serve(engine: Classifier, incoming: BinaryIO, outgoing: BinaryIO, loaded_in: float) -> None:
    """Answer requests until the input ends or `stop` comes."""

    def send(message: dict[str, Any]) -> None:
        outgoing.write(framing.encode(message))
        outgoing.flush()

    send(
        {
            "type": "ready",
            "engine": engine.name,
            "version": engine.version,
            "pid": os.getpid(),
            "loaded_ms": round(loaded_in * 1000),
            "peak_mb": round(usage.peak_megabytes(), 1),
            "cpu_s": round(usage.cpu_seconds(), 3),
        }
    )
    while (message := framing.read_frame(incoming)) is not None:
        if message.get("type") == "classify":
            send(_answer(engine, message))
        elif message.get("type") == "stop":
            return


def main(arguments: Sequence[str] = ()) -> int:
    """Run the child; `arguments` are those after `--classifier-worker`: `[--engine NAME] [--models FOLDER]
    [--packs FOLDER]`.

    Returns the exit code: 0 after a clean end, 3 when the engine could not be loaded, 1 on a broken stream.
    """
    options = dict(zip(arguments[::2], arguments[1::2], strict=False))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is meant for the console, which then ends us
    incoming, outgoing = processes.pipes()
    _be_modest()
    begun = time.perf_counter()
    folders = [Path(found) if (found := options.get(name)) else None for name in ("--models", "--packs")]
    try:
        engine = load_engine(options.get("--engine", DEFAULT_ENGINE), *folders)
    except VigieError as error:
        with contextlib.suppress(BrokenPipeError):
            outgoing.write(framing.encode({"type": "failed", **error.as_dict()}))
            outgoing.flush()
        return 3
    try:
        serve(engine, incoming, outgoing, time.perf_counter() - begun)
    except (BrokenPipeError, framing.FrameError, KeyError, TypeError):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

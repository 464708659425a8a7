"""A classifier child that misbehaves on command: what a text says decides what happens to it.

HANG never answers, DIE ends the process, GARBAGE writes what is no frame, SHORT leaves a verdict out. With
`--broken` it dies of any request, with `--mute` it never says it is ready, with `--flaky FILE` it dies of its first
request unless FILE exists (and creates it), with `--refuse` it says that its model is damaged. EAT makes it hold
100 MB for good, SLOW takes a fifth of a second. `--engine NAME` and `--version V` say what it calls itself; `--tame`
survives DIE.
"""

from __future__ import annotations

import itertools
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from console.classify import codec, framing, usage
from console.domain.verdict import Verdict


def send(message: dict[str, object]) -> None:
    sys.stdout.buffer.write(framing.encode(message))
    sys.stdout.buffer.flush()


def main() -> None:
    arguments = sys.argv[1:]
    if "--mute" in arguments:
        time.sleep(600)
    if "--refuse" in arguments:
        send({"type": "failed", "code": "model_damaged", "params": {"path": "x"}})
        return
    if "--noise" in arguments:
        print("a library says hello before the first frame", flush=True)
    options = dict(itertools.pairwise(arguments))
    engine, version = options.get("--engine", "rogue"), options.get("--version", "1")
    send(
        {
            "type": "ready",
            "engine": engine,
            "version": version,
            "pid": os.getpid(),
            "loaded_ms": 1,
            "peak_mb": usage.peak_megabytes(),
        }
    )
    eaten = []
    while (message := framing.read_frame(sys.stdin.buffer)) is not None:
        if message["type"] == "stop":
            return
        if "--broken" in arguments:
            os._exit(9)
        if "--flaky" in arguments:
            mark = Path(arguments[arguments.index("--flaky") + 1])
            if not mark.exists():
                mark.touch()
                os._exit(9)
        texts = [entry["text"] for entry in message["items"]]
        eaten += [b"x" * 100_000_000 for text in texts if text == "EAT"]
        time.sleep(0.2 * texts.count("SLOW"))
        if "HANG" in texts:
            time.sleep(600)
        if "DIE" in texts and "--tame" not in arguments:
            sys.stderr.write("about to die\n")
            sys.stderr.flush()
            os._exit(139)
        if "GARBAGE" in texts:
            sys.stdout.buffer.write(b"Traceback (most recent call last): not a frame at all\n")
            sys.stdout.buffer.flush()
            time.sleep(600)
        verdicts = [
            codec.verdict_to_json(
                Verdict(engine, version, entry["language"] or "und", {"toxicity": len(entry["text"]) / 100})
            )
            for entry in message["items"]
        ]
        if "SHORT" in texts:
            verdicts.pop()
        send(
            {
                "type": "verdicts",
                "seq": message["seq"],
                "verdicts": verdicts,
                "peak_mb": usage.peak_megabytes(),
                "cpu_s": usage.cpu_seconds(),
            }
        )


if __name__ == "__main__":
    main()

"""The real worker as a real child: frames only, modest priority, an end when its input ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from console import paths
from console.classify import codec, framing
from console.classify.client import Client
from console.domain.errors import ClassifierAway
from console.domain.verdict import ClassifyItem

ROOT = Path(__file__).resolve().parents[2]
WORKER = [sys.executable, "-m", "console.classify.worker"]


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def start(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*WORKER, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_it_speaks_frames_and_nothing_else() -> None:
    with start() as process:
        assert process.stdin is not None
        assert process.stdout is not None
        hello = framing.read_frame(process.stdout)  # type: ignore[arg-type]
        assert hello is not None
        assert (hello["type"], hello["engine"], hello["version"]) == ("ready", "embedded", "2026.12.1")
        assert hello["loaded_ms"] > 0
        if sys.platform != "win32":
            assert os.getpriority(os.PRIO_PROCESS, process.pid) > os.getpriority(os.PRIO_PROCESS, 0)
        items = [ClassifyItem("a", "merci \ud800"), ClassifyItem("b", "t'es qu'un connard", None, "fr")]
        process.stdin.write(
            framing.encode(
                {"type": "classify", "seq": 5, "items": [codec.item_to_json(item) for item in items]}
            )
        )
        process.stdin.flush()
        answer = framing.read_frame(process.stdout)  # type: ignore[arg-type]
        assert answer is not None
        assert answer["seq"] == 5
        verdicts = [codec.verdict_from_json(entry) for entry in answer["verdicts"]]
        assert [found.flagged for found in verdicts] == [False, True]
        process.stdin.close()
        assert process.wait(10) == 0
        assert process.stdout.read() == b""


def test_a_damaged_model_is_said_in_a_frame(tmp_path: Path) -> None:
    with start("--models", str(tmp_path)) as process:
        assert process.stdout is not None
        message = framing.read_frame(process.stdout)  # type: ignore[arg-type]
        assert message is not None
        assert (message["type"], message["code"]) == ("failed", "model_damaged")
        assert process.wait(10) == 3
    with pytest.raises(ClassifierAway) as caught, Client([*WORKER, "--models", str(tmp_path)]) as client:
        client([ClassifyItem("1", "x")])
    assert caught.value.params["why"] == "model_damaged"


def test_an_unknown_engine_is_refused() -> None:
    with start("--engine", "oracle") as process:
        assert process.stdout is not None
        message = framing.read_frame(process.stdout)  # type: ignore[arg-type]
        assert message is not None
        assert message["code"] == "engine_unknown"


def test_a_broken_stream_ends_it() -> None:
    with start() as process:
        assert process.stdin is not None
        process.stdin.write(b"not a frame")
        process.stdin.close()
        assert process.wait(60) == 1


def test_the_client_reads_a_file_s_worth() -> None:
    texts = ["Merci !", "ta gueule", "Où est mon colis ?"] * 100
    with Client(WORKER) as client:
        verdicts = client([ClassifyItem(str(n), text, "fr") for n, text in enumerate(texts)])
    assert [found.flagged for found in verdicts[:3]] == [False, True, False]
    assert len(verdicts) == 300


def test_the_lists_ship_with_the_model() -> None:
    assert (paths.resources() / "lexicons" / "threat_fr.txt").is_file()

"""Constant memory and speed on large files, measured in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

MEASURE = """
import json, sys, time
from console.connectors.file.inspect import inspect
from console.connectors.file.plan import Rejected
from console.connectors.file.reader import read

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096

path = sys.argv[1]
plan = inspect(path)
before = peak = resident()
started = time.perf_counter()
rows = rejected = 0
for found in read(path, plan):
    rows += 1
    if type(found) is Rejected:
        rejected += 1
    if rows % 5000 == 0:
        peak = max(peak, resident())
seconds = time.perf_counter() - started
print(json.dumps({"rows": rows, "rejected": rejected, "growth": max(peak, resident()) - before, "speed": rows / seconds}))
"""


def measure(path: Path) -> dict[str, float]:
    """Read a file in a fresh interpreter; rows, rejected, growth in bytes, rows per second."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).parents[2],
        timeout=110,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def generate(path: Path, megabytes: int, *, ids: bool) -> int:
    """A file of about that size with ordinary comments, some over several lines, some repeated; the number of rows."""
    texts = [
        f'Bonjour, je n\'ai toujours pas reçu ma commande n° {n} ! 😡 Merci de me répondre, "vite" '
        + "svp " * (n % 30)
        for n in range(97)
    ]
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        if path.suffix == ".csv":
            file.write("id,author,created_time,message,permalink_url,post_id,likes,unknown\n")
        while file.tell() < megabytes * 1_000_000:
            for _ in range(2_000):
                rows += 1
                row = {
                    "id": f"77_{rows}" if ids else "",
                    "author": f"user{rows % 9973}",
                    "created_time": f"2026-11-{rows % 28 + 1:02d}T10:{rows % 60:02d}:12+0000",
                    "message": texts[rows % 97] + ("\n" if rows % 50 == 0 else " ") + str(rows // 3),
                    "permalink_url": f"https://example.org/c/{rows}",
                    "post_id": f"p{rows % 100}",
                    "likes": str(rows % 7),
                    "unknown": "x",
                }
                if path.suffix == ".csv":
                    file.write(",".join('"' + v.replace('"', '""') + '"' for v in row.values()) + "\n")
                else:
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return rows


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="resident memory is read from /proc")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    rows = generate(path, 64, ids=False)
    found = measure(path)
    assert (found["rows"], found["rejected"]) == (rows, 0)
    assert found["growth"] < 40_000_000


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="resident memory is read from /proc")
def test_one_endless_line_is_passed_over_in_constant_memory(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "first"}\n{"text": "')
        for _ in range(80):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n{"text": "third"}\n')
    found = measure(path)
    assert (found["rows"], found["rejected"]) == (3, 1)
    assert found["growth"] < 40_000_000


@pytest.mark.perf
@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
@pytest.mark.parametrize("ids", [True, False])
def test_speed(tmp_path: Path, suffix: str, ids: bool) -> None:
    path = tmp_path / f"export.{suffix}"
    generate(path, 64, ids=ids)
    assert measure(path)["speed"] >= 60_000

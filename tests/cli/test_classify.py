"""``vigie classify`` on a real engine: order, refused lines, bytes that are no text, endless lines, slow writers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from console.classify.packs import slug
from tests.cli.conftest import ROOT, Vigie
from tests.support import packs

ENGINE = ("--engine", packs.NAME)


@pytest.fixture
def vigie(tmp_path: Path) -> Vigie:
    """Commands without a workspace, with a tiny engine installed."""
    pack = tmp_path / "home" / "packs" / slug(packs.NAME)
    pack.mkdir(parents=True)
    for name in packs.FILES:
        shutil.copy(packs.FOLDER / name, pack / name)
    (pack / "manifest.json").write_text(json.dumps(packs.manifest().to_json()), encoding="utf-8")
    return Vigie(tmp_path / "none.vigie", {"VIGIE_HOME": str(tmp_path / "home")})


def line(number: int | str, text: str = "hello", **more: object) -> str:
    return json.dumps({"id": str(number), "text": text, **more})


def ids(out: str) -> list[str]:
    return [json.loads(one)["id"] for one in out.splitlines()]


def test_order_is_kept_over_many_batches(vigie: Vigie) -> None:
    said = vigie("classify", *ENGINE, stdin="\n".join(line(n, f"text {n}") for n in range(1500)), code=0)
    assert ids(said.out) == [str(n) for n in range(1500)]
    assert said.err == ""
    first = json.loads(said.out.splitlines()[0])
    assert (first["engine"], first["engine_version"]) == (packs.NAME, "tiny+int8")
    assert not vigie.workspace.exists()


def test_lines_that_cannot_be_read_are_named_and_the_others_go_on(vigie: Vigie) -> None:
    lines = [
        b"\xef\xbb\xbf" + line(1).encode(),  # a byte order mark is no fault
        b"",
        b"   ",
        b"{broken",
        b'["a"]',
        b'{"id":"6"}',
        b'{"id":"7","text":7}',
        b'{"id":"8","text":"\xe9t\xe9"}',  # Latin-1
        b'{"id":{"a":1},"text":"x"}',
        b'{"id":"10","text":"x","language":5}',
        b"[" * 100_000,
        line(12, "fine \ud800").encode(),
        b'{"text":"its number is its id"}\r',
        b'{"id":14,"text":"","language":null}',
    ]
    said = vigie("classify", *ENGINE, stdin=b"\n".join(lines), code=1)
    assert ids(said.out) == ["1", "12", "13", "14"]
    told = said.err.splitlines()
    assert [one.split(":")[2].split()[-1] for one in told] == [
        str(n) for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
    ]
    assert "empty" in told[0]
    assert "UTF-8" in told[6]
    # The same for programs: one object on standard error for each line.
    bad = vigie("classify", *ENGINE, "--json", stdin=b"\n".join(lines), code=1)
    found = [json.loads(one)["params"] for one in bad.err.splitlines()]
    assert [one["reason"] for one in found] == [
        "blank", "blank", "not_json", "no_object", "no_text", "text_no_string", "not_utf8", "bad_id",
        "language_no_string", "not_json",
    ]  # fmt: skip
    french = vigie("classify", *ENGINE, stdin=b"\nx", code=1, env={"VIGIE_LANG": "fr"})
    assert "la ligne est vide" in french.err


def test_into_a_file_but_never_into_the_one_that_is_read(vigie: Vigie, tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(line(1) + "\n" + line(2) + "\n", encoding="utf-8")
    said = vigie("classify", str(source), *ENGINE, "-o", str(target), code=0)
    assert said.out == ""
    assert ids(target.read_text(encoding="utf-8")) == ["1", "2"]
    before = source.read_bytes()
    refused = vigie("classify", str(source), *ENGINE, "-o", str(source), "--json", code=2)
    assert refused.error["code"] == "output_is_input"
    assert source.read_bytes() == before
    # An engine that does not come up costs no earlier result.
    kept = target.read_bytes()
    model = tmp_path / "home" / "packs" / slug(packs.NAME) / "model.onnx"
    model.write_bytes(b"damaged")
    vigie("classify", str(source), *ENGINE, "-o", str(target), code=3)
    assert target.read_bytes() == kept


def test_an_engine_that_is_not_installed(vigie: Vigie) -> None:
    assert vigie("classify", "--engine", "oracle", "--json", stdin="", code=2).error["code"] == "pack_unknown"
    absent = vigie("classify", "--engine", "detoxify:multilingual", "--json", stdin="", code=2)
    assert absent.error["code"] == "pack_not_installed"


def start(vigie: Vigie) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "ui.entry", "classify", *ENGINE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, **vigie.env},
    )


def reads(stream: IO[bytes] | None) -> str:
    assert stream is not None
    return str(json.loads(stream.readline())["id"])


def test_a_slow_writer_gets_each_answer_before_the_next_line(vigie: Vigie) -> None:
    with start(vigie) as process:
        assert process.stdin is not None
        for number in range(3):
            process.stdin.write(line(number).encode() + b"\n")
            process.stdin.flush()
            assert reads(process.stdout) == str(number)  # else both would wait for the other for good
        process.stdin.close()
        assert process.wait(20) == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
def test_an_endless_line_is_refused_in_constant_memory(vigie: Vigie) -> None:
    with start(vigie) as process:
        assert process.stdin is not None
        process.stdin.write(line("first").encode() + b'\n{"id":"2","text":"')
        block = b"x" * 1_000_000
        for _ in range(300):
            process.stdin.write(block)
        process.stdin.write(b'"}\n' + line("third").encode() + b"\n")
        process.stdin.flush()
        assert [reads(process.stdout), reads(process.stdout)] == ["first", "third"]
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii", errors="replace")
        peak = next(int(one.split()[1]) for one in status.splitlines() if one.startswith("VmHWM"))
        assert peak < 160_000  # kB; the file had 300,000
        process.stdin.close()
        assert process.wait(20) == 1
        assert process.stderr is not None
        assert b"line 2: longer than 4 MB" in process.stderr.read()


def test_an_engine_that_does_not_come_up_says_why_and_what_became_of_the_lines(
    vigie: Vigie, tmp_path: Path
) -> None:
    (tmp_path / "home" / "packs" / slug(packs.NAME) / "config.json").write_text("{}", "utf-8")
    said = vigie("classify", *ENGINE, stdin=line(1), code=3, env={"VIGIE_LANG": "en"})
    assert said.out == ""
    assert "config.json is not the file it should be" in said.err
    assert "the other lines were not read" in said.err
    assert "comments are stored" not in said.err
    french = vigie("classify", *ENGINE, stdin=line(1), code=3, env={"VIGIE_LANG": "fr"})
    assert "config.json n’est pas le fichier attendu" in french.err

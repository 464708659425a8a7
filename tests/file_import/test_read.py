"""From lines to comments: the good are kept, the bad named with their line, and the same file gives the same ids."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.connectors.file.inspect import inspect
from console.connectors.file.lines import BLOCK, MAX_LINE
from console.connectors.file.phrases import PHRASES
from console.connectors.file.plan import Rejected
from console.connectors.file.reader import read
from console.domain.errors import UsageError
from tests.file_import.helpers import load, write

HEAD = "id,author,date,text\n"


def test_everything_a_line_can_say(tmp_path: Path) -> None:
    row = {
        "id": " 17 ", "author": "@Zoé", "author_id": "u-9", "author_name": "Zoé D.", "created_time": "2026-11-20T10:11:12+0000",
        "message": "  Où est\nma <b>commande</b> ?  ", "parent_id": "12", "post_id": "p1", "post_title": "Nos nouveautés",
        "post_url": "https://example.org/p1", "permalink": "https://example.org/c/17", "lang": "fr-FR", "like_count": 3,
        "reply_count": "1\u202f200", "is_hidden": False, "score_total": 3,
    }  # fmt: skip
    path = write(tmp_path, json.dumps(row) + "\n")
    plan = inspect(path)
    assert plan.ignored == ("score_total",)
    (comment,), bad = load(path, plan)
    assert bad == []
    assert comment.remote_id == "17"
    assert comment.text == row["message"], "kept exactly, markup and spaces too"
    assert (comment.author.remote_id, comment.author.handle, comment.author.name) == ("u-9", "Zoé", "Zoé D.")
    assert comment.posted_at == 1_795_169_472
    assert comment.post is not None
    assert (comment.post.remote_id, comment.post.title) == ("p1", "Nos nouveautés")
    assert comment.post.permalink == "https://example.org/p1"
    assert (comment.parent_remote_id, comment.permalink) == ("12", "https://example.org/c/17")
    assert (comment.language, comment.likes, comment.replies, comment.hidden) == ("fr", 3, 1200, False)
    assert comment.facts == {}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2,max,2026-11-20", "column_count"),
        ("2,max,2026-11-20,hello,more", "column_count"),
        ("2,max,2026-11-20,", "no_text"),
        ("2,max,2026-11-20,   ", "no_text"),
        ("2,max,2026-02-30,hello", "bad_date"),
        ("2,max,31/02/2026,hello", "bad_date"),
        ("2,max,soon,hello", "bad_date"),
        ('2,max,2026-11-20,"he said "hello" to me"', "bad_quote"),
        ('2,max,2026-11-20,"never closed', "unclosed_quote"),
        ("2,max,2026-11-20,a\0b", "nul_byte"),
        ("2,max,2026-11-20," + "x" * 100_001, "too_long"),
        ("2,max,2026-11-20," + "x" * 140_000, "cell_too_long"),
        ("2," + "m" * 3_000 + ",2026-11-20,hello", "too_long"),
        ("2,max,2026-11-20,one\rtwo", "stray_return"),
    ],
)
def test_bad_csv_lines(tmp_path: Path, line: str, reason: str) -> None:
    path = write(
        tmp_path, f"{HEAD}1,zoe,2026-11-20,first\n{line}\n3,eve,2026-11-20,third\n4,bob,2026-11-20,fourth\n"
    )
    good, bad = load(path)
    assert bad == [(3, reason)]
    assert [comment.text for comment in good] == ["first", "third", "fourth"]
    assert reason in PHRASES


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": 2, "text": "cut', "bad_json"),
        ("nonsense", "bad_json"),
        ('{"id": 2, "text": "a"} {"id": 3}', "bad_json"),
        ("[" * 100_000, "bad_json"),
        ('{"id": ' + "9" * 5_000 + "}", "bad_json"),
        ("[1, 2]", "not_an_object"),
        ('"text"', "not_an_object"),
        ("7", "not_an_object"),
        ("null", "not_an_object"),
        ('{"id": 2}', "no_text"),
        ('{"id": 2, "text": null}', "no_text"),
        ('{"id": 2, "text": {"a": 1}}', "no_text"),
        ('{"id": 2, "text": ""}', "no_text"),
        ('{"id": 2, "text": "hello", "date": "2026-99-99"}', "bad_date"),
        ('{"id": 2, "text": "a\0b"}', "nul_byte"),
        ('{"id": 2, "text": "a\\u0000b"}', "nul_byte"),
        (json.dumps({"id": 2, "text": "é" * 100_001}), "too_long"),
        ('{"id": 2, "text": "' + "x" * (MAX_LINE + BLOCK * 2) + '"}', "line_too_long"),
    ],
)
def test_bad_json_lines(tmp_path: Path, line: str, reason: str) -> None:
    lines = ['{"id": 1, "text": "first", "date": "2026-11-20"}', line, '{"id": 3, "text": "third"}', ""]
    path = write(tmp_path, "\n".join(lines) * 1)
    good, bad = load(path, inspect(path, "jsonl"))
    assert bad == [(2, reason)]
    assert [(comment.remote_id, comment.text) for comment in good] == [("1", "first"), ("3", "third")]
    assert reason in PHRASES


@pytest.mark.parametrize("quoted", [True, False])
def test_invalid_bytes_in_the_middle(tmp_path: Path, quoted: bool) -> None:
    mark = b'"' if quoted else b""
    lines = [
        b"%d,zo\xc3\xa9,2026-11-20,%stexte %d d\xc3\xa9\xc3\xa7u%s\n" % (n, mark, n, mark)
        for n in range(1, 2000)
    ]
    lines[999] = b"1000,zoe,2026-11-20," + mark + b"broken \xe9\xff here" + mark + b"\n"
    path = write(tmp_path, HEAD.encode() + b"".join(lines))
    assert inspect(path).encoding == "utf-8"
    good, bad = load(path)
    assert bad == [(1001, "bad_encoding")]
    assert len(good) == 1998
    assert all(comment.text.endswith("déçu") for comment in good)


def test_invalid_bytes_in_json(tmp_path: Path) -> None:
    path = write(
        tmp_path, '{"text": "été"}\n'.encode() * 3 + b'{"text": "\xe9t\xe9"}\n' + b'{"text": "ok"}\n'
    )
    good, bad = load(path)
    assert ([c.text for c in good], bad) == (["été"] * 3 + ["ok"], [(4, "bad_encoding")])


def test_bad_bytes_inside_a_record_of_several_lines_are_named_at_their_line(tmp_path: Path) -> None:
    path = write(tmp_path, b'id,text\n1,"one\ntwo \xff\nthree"\n2,"a\nb"\n3,\xc3\xa9\n4,\xc3\xa9\n')
    good, bad = load(path)
    assert bad == [(3, "bad_encoding")]
    assert [c.text for c in good] == ["a\nb", "é", "é"]


def test_undefined_bytes_of_cp1252(tmp_path: Path) -> None:
    body = "".join(f"{n},très déçue par la réponse reçue hier\n" for n in range(50)).encode("cp1252")
    good, bad = load(write(tmp_path, b"id,text\n" + body + b"99,\x81\x8d\n"))
    assert (len(good), bad) == (50, [(52, "bad_encoding")])


def test_lone_surrogates_are_kept(tmp_path: Path) -> None:
    path = write(tmp_path, '{"text": "a \\ud800 b"}\n{"text": "\\udcff"}\n')
    good, bad = load(path)
    assert ([c.text for c in good], bad) == (["a \ud800 b", "\udcff"], [])
    assert len({c.remote_id for c in good}) == 2
    wide = write(tmp_path, b"\xff\xfe" + "id,text\n1,a \ud83d b\n".encode("utf-16-le", "surrogatepass"))
    good, bad = load(wide)
    assert ([c.text for c in good], bad) == (["a \ud83d b"], [])


def test_unicode_line_separators_are_text(tmp_path: Path) -> None:
    text = "a\u2028b\u2029c\x0bd\x0ce\x85f\x1cg"
    good, bad = load(write(tmp_path, f"{HEAD}1,z,2026-11-20,{text}\n2,z,2026-11-20,b\nshort\n"))
    assert ([c.text for c in good], bad) == ([text, "b"], [(4, "column_count")])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_line_numbers_are_those_of_the_file(tmp_path: Path, newline: str, encoding: str) -> None:
    lines = [
        "id,text",
        '1,"one',
        "two",
        'three"',
        "",
        "bad",
        '2,"a ""quoted"" word"',
        "3,",
        '4,"x',
        '"',
        "bad again",
    ]
    path = write(tmp_path, newline.join(lines) + newline, encoding=encoding)
    good, bad = load(path)
    assert [c.text for c in good] == [f"one{newline}two{newline}three", 'a "quoted" word', f"x{newline}"]
    assert bad == [(6, "column_count"), (8, "no_text"), (11, "column_count")]


def test_line_numbers_across_blocks(tmp_path: Path) -> None:
    """Blocks end in the middle of quoted cells; numbers and texts are as if they did not."""
    rows, expected, line = [], [], 2
    for number in range(9_000):
        if number % 100 == 7:
            rows.append("bad\n")
            expected.append((line, "column_count"))
            line += 1
        rows.append(f'{number},"{"long text " * 30}\n\n{number}"\n')
        line += 3
    path = write(tmp_path, "id,text\n" + "".join(rows))
    assert path.stat().st_size > 4 * BLOCK
    good, bad = load(path)
    assert bad == expected
    assert [c.remote_id for c in good] == [str(n) for n in range(9_000)]
    assert all(c.text.endswith(f"\n\n{c.remote_id}") for c in good)


@pytest.mark.parametrize("at", [0, 5, 4_000, 9_999])
@pytest.mark.parametrize("others", ["plain", "quoted", "empty"])
def test_an_unclosed_quote_costs_one_line(tmp_path: Path, at: int, others: str) -> None:
    cell = {"plain": "hello, dear".replace(",", ""), "quoted": '"hello, dear"', "empty": '""'}[others]
    filler = "word " * 20
    rows = [f"{n},{cell},{filler}{n}\n" for n in range(10_000)]
    rows[at] = f'{at},"never closed,{filler}\n'
    path = write(tmp_path, "id,author,text\n" + "".join(rows))
    good, bad = load(path)
    assert bad == [(at + 2, "unclosed_quote")]
    assert len(good) == 9_999


def test_many_unclosed_quotes_do_not_take_for_ever(tmp_path: Path) -> None:
    rows = ['1,"open' if n % 2 else "2,fine" for n in range(20_000)]
    good, bad = load(write(tmp_path, "id,text\n" + "\n".join(rows) + "\n"))
    assert len(good) + len(bad) == 20_000
    assert {reason for _, reason in bad} == {"unclosed_quote"}


def test_a_quoted_cell_may_be_long_and_of_many_lines(tmp_path: Path) -> None:
    text = "line\n" * 19_000
    good, bad = load(write(tmp_path, f'id,text\n1,"{text}"\n2,b\n'))
    assert ([c.text for c in good], bad) == ([text, "b"], [])


def test_backslash_escapes(tmp_path: Path) -> None:
    path = write(tmp_path, 'id,text\n1,"she said \\"no\\", twice"\n2,"b"\n')
    assert inspect(path).escape == "\\"
    good, bad = load(path)
    assert ([c.text for c in good], bad) == (['she said "no", twice', "b"], [])


def test_an_array_with_one_object_per_line(tmp_path: Path) -> None:
    path = write(tmp_path, '[\n{"text": "a"},\n{"text": "b"},\nbroken,\n{"text": "c"}\n]\n')
    good, bad = load(path)
    assert ([c.text for c in good], bad) == (["a", "b", "c"], [(4, "bad_json")])


def test_the_last_line_may_lack_its_newline(tmp_path: Path) -> None:
    assert [c.text for c in load(write(tmp_path, "id,text\n1,a\n2,b"))[0]] == ["a", "b"]
    assert [c.text for c in load(write(tmp_path, '{"text": "a"}\n{"text": "b"}'))[0]] == ["a", "b"]


def test_no_date_at_all_takes_the_time_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "author,text\nzoe,hello\n")
    (comment,), _ = load(path)
    assert comment.posted_at == int(path.stat().st_mtime)
    assert comment.facts == {"time_unknown": True}
    later = write(tmp_path, "author,text\nzoe,hello\n", "copy.csv")
    assert load(later)[0][0].remote_id == comment.remote_id


def test_date_and_time_in_two_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path, "Date;Heure;Auteur;Commentaire\n21/11/2026;14:00;Zoé;Bonjour\n21/11/2026;25:00;Zoé;Non\n"
    )
    good, bad = load(path)
    assert [c.posted_at for c in good] == [1_795_269_600]
    assert bad == [(3, "bad_date")]


def test_authors(tmp_path: Path) -> None:
    path = write(tmp_path, "author,author name,text\n@Zoé,Zoé D.,a\nzoé,,b\n,Max,c\n,,d\n,,e\n")
    authors = [c.author for c in load(path)[0]]
    assert [a.remote_id for a in authors[:3]] == ["@zoé", "@zoé", "@max"]
    assert [a.handle for a in authors] == ["Zoé", "zoé", "Max", "", ""]
    assert authors[3].remote_id != authors[4].remote_id, "two unknown people are not one"


def test_zero_is_no_parent_and_no_author(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "comment_ID,comment_author,user_id,comment_content,comment_parent\n1,Zoé,0,a,0\n2,Max,7,b,1\n",
    )
    one, two = load(path)[0]
    assert (one.parent_remote_id, one.author.remote_id) == (None, "@zoé")
    assert (two.parent_remote_id, two.author.remote_id) == ("1", "7")


# ---- importing twice


def ids(path: Path) -> list[str]:
    return [comment.remote_id for comment in load(path)[0]]


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_the_same_file_gives_the_same_ids(tmp_path: Path, suffix: str) -> None:
    rows = [{"author": f"u{n % 7}", "date": "2026-11-20 10:00", "text": f"text {n % 40}"} for n in range(400)]
    if suffix == "csv":
        content = "author,date,text\n" + "".join(",".join(row.values()) + "\n" for row in rows)
    else:
        content = "".join(json.dumps(row) + "\n" for row in rows)
    path = write(tmp_path, content, f"export.{suffix}")
    first = ids(path)
    assert ids(path) == first
    assert len(set(first)) == 400, "truly identical lines both stay"


def test_a_longer_export_gives_the_old_lines_their_old_ids(tmp_path: Path) -> None:
    old = [f"u{n % 3},2026-11-20 10:0{n % 5},hello {n % 11}\n" for n in range(300)]
    new = [f"u9,2026-11-21 10:00,news {n}\n" for n in range(50)]
    head = "author,date,text\n"
    before = ids(write(tmp_path, head + "".join(old)))
    after = ids(write(tmp_path, head + "".join(new + old)))
    assert set(before) < set(after)
    assert after[50:] == before


def test_ids_do_not_depend_on_the_form_of_the_file(tmp_path: Path) -> None:
    text = "author{0}date{0}text\nzoé{0}2026-11-20 10:00{0}déjà vu\nzoé{0}2026-11-20 10:00{0}déjà vu\n"
    one = ids(write(tmp_path, text.format(",")))
    two = ids(write(tmp_path, text.format(";"), encoding="utf-16-le"))
    three = ids(write(tmp_path, '{"text": "déjà vu", "author": "zoé", "date": "2026-11-20T10:00:00Z"}\n' * 2))
    assert one == two == three


def test_a_hundred_thousand_equal_lines(tmp_path: Path) -> None:
    found = ids(write(tmp_path, "text\n" + "Bravo\n" * 100_000))
    assert len(set(found)) == 100_000


def test_given_ids_are_kept_and_gaps_are_filled(tmp_path: Path) -> None:
    found = ids(write(tmp_path, "id,author,text\n7,zoe,a\n,zoe,a\n 9 ,zoe,a\n"))
    assert (found[0], found[2]) == ("7", "9")
    assert found[1].startswith("line:")


# ---- the rest


def test_a_file_that_vanished(tmp_path: Path) -> None:
    path = write(tmp_path, "text\nhello\n")
    plan = inspect(path)
    path.unlink()
    with pytest.raises(UsageError) as caught:
        list(read(path, plan))
    assert caught.value.code == "import_unreadable"


CELL = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1, max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(CELL.filter(lambda t: not t.isspace()), min_size=1, max_size=8))
def test_whatever_is_written_well_comes_back(tmp_path: Path, texts: list[str]) -> None:
    rows = "".join('{},"{}"\n'.format(n, t.replace('"', '""')) for n, t in enumerate(texts))
    path = write(tmp_path, "id,text\n" + rows)
    good, bad = load(path, inspect(path, "csv", encoding="utf-8"))
    assert ([c.text for c in good], bad) == (texts, [])
    path = write(tmp_path, "".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in enumerate(texts)))
    good, bad = load(path)
    assert ([c.text for c in good], bad) == (texts, [])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.binary(max_size=120), form=st.sampled_from(["csv", "jsonl"]))
def test_junk_is_refused_line_by_line_and_never_raises(tmp_path: Path, junk: bytes, form: str) -> None:
    head = b"id,text\n1,hello\n" if form == "csv" else b'{"id":1,"text":"hello"}\n'
    path = write(tmp_path, head + junk)
    plan = inspect(path, form, encoding="utf-8")
    found = list(read(path, plan))
    assert len(found) >= 1
    for item in found:
        if isinstance(item, Rejected):
            assert item.reason in PHRASES
            assert item.line > 1

"""What a plan says about a file before anything is imported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.connectors.file.columns import detect, language_code
from console.connectors.file.inspect import inspect
from console.connectors.file.phrases import PHRASES, sentence
from console.connectors.file.plan import Rejected
from console.domain.comment import IncomingComment
from console.domain.errors import UsageError
from tests.file_import.helpers import load, write

FRENCH = "date;auteur;commentaire\n03/11/2026 10:15;Zoé;Où est ma commande ? C'est inadmissible, déjà trois semaines\n"
FRENCH += "14/11/2026 09:00;René;Très déçu du service après-vente, à bientôt nulle part ! L'œuf à 12 € n'était pas frais\n"


def codes(plan: object) -> set[str]:
    return {warning.code for warning in plan.warnings}  # type: ignore[attr-defined]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_delimiters(tmp_path: Path, mark: str) -> None:
    rows = [["id", "author", "created_time", "message", "extra"]]
    rows += [
        [str(n), f"user{n}", "2026-11-20T10:00:00Z", f"Hello, dear; all | of you {n}", "x"] for n in range(9)
    ]
    quoted = "\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)
    plan = inspect(write(tmp_path, quoted))
    assert (plan.format, plan.delimiter, plan.header_line) == ("csv", mark, 1)
    assert plan.columns == ("id", "author", "created_time", "message", "extra")
    assert plan.mapping == {"text": "message", "id": "id", "author": "author", "date": "created_time"}
    assert plan.ignored == ("extra",)
    assert len(plan.preview) == 5
    assert isinstance(plan.preview[0], IncomingComment)
    assert plan.preview[0].text == "Hello, dear; all | of you 0"
    json.dumps(plan.as_dict())


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (
            [
                "Publié le",
                "Auteur",
                "Commentaire",
                "Identifiant",
                "En réponse à",
                "Publication",
                "Lien",
                "Langue",
                "J'aime",
            ],
            ["date", "author", "text", "id", "parent", "post", "permalink", "language", "likes"],
        ),
        (
            ["commentId", "authorDisplayName", "textOriginal", "publishedAt"],
            ["id", "author_name", "text", "date"],
        ),
        (
            ["id", "from.id", "from.name", "message", "created_time"],
            ["id", "author_id", "author_name", "text", "date"],
        ),
        (["COMMENT_TEXT", "USER NAME", "Date"], ["text", "author", "date"]),
        (
            [
                "snippet.topLevelComment.id",
                "snippet.topLevelComment.snippet.textDisplay",
                "snippet.topLevelComment.snippet.textOriginal",
                "snippet.topLevelComment.snippet.authorChannelId.value",
                "snippet.videoId",
            ],
            ["id", None, "text", "author_id", "post"],
        ),
        (
            ["uri", "author.did", "author.handle", "record.text", "record.createdAt", "likeCount"],
            ["id", "author_id", "author", "text", "date", "likes"],
        ),
        (
            ["id", "account.acct", "content", "in_reply_to_id", "created_at", "favourites_count", "url"],
            ["id", "author", "text", "parent", "date", "likes", "permalink"],
        ),
        (
            [
                "comment_ID",
                "comment_post_ID",
                "comment_author",
                "comment_date",
                "comment_date_gmt",
                "comment_content",
                "comment_parent",
                "user_id",
            ],
            ["id", "post", "author", None, "date", "text", "parent", "author_id"],
        ),
        (
            ["Name (click to view profile)", "Profile ID", "Date", "Likes", "Comment", "(view) source"],
            ["author_name", "author_id", "date", "likes", "text", "permalink"],
        ),
        (["Date", "Heure", "Message"], ["date", "time", "text"]),
        (["time", "text"], ["date", "text"]),
        (["body", "comment"], [None, "text"]),
        (["xyz"], [None]),
    ],
)
def test_columns_of_known_exports(columns: list[str], expected: list[str | None]) -> None:
    mapping = detect(columns)
    by_column = {column: field for field, column in mapping.items()}
    assert [by_column.get(column) for column in columns] == expected


@pytest.mark.parametrize(
    ("encoding", "mark", "expected"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("cp1252", b"", "cp1252"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, mark: bytes, expected: str) -> None:
    path = write(tmp_path, mark + FRENCH.encode(encoding))
    plan = inspect(path)
    assert (plan.encoding, plan.bom) == (expected, len(mark))
    good, bad = load(path, plan)
    assert bad == []
    assert good[0].text == "Où est ma commande ? C'est inadmissible, déjà trois semaines"
    assert good[1].text.endswith("L'œuf à 12 € n'était pas frais")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Где мой заказ? Обещали доставить вчера, а сегодня никто не отвечает на звонки"),
        (
            "cp1250",
            "Gdzie jest moje zamówienie? Już trzeci tydzień czekam, żadnej odpowiedzi, źle się dzieje",
        ),
        ("shift_jis", "注文した商品がまだ届きません。三週間も待っています。返事をください。"),
        ("gb18030", "我的订单在哪里？已经等了三个星期了，没有人回复我的消息。"),
    ],
)
def test_other_alphabets(tmp_path: Path, encoding: str, text: str) -> None:
    content = "date,author,comment\n" + "".join(f'2026-11-{n:02d},u{n},"{text}"\n' for n in range(1, 20))
    good, bad = load(write(tmp_path, content.encode(encoding)))
    assert bad == []
    assert {comment.text for comment in good} == {text}


def test_an_accent_far_behind_the_start_is_seen(tmp_path: Path) -> None:
    plain = "".join(f"2026-11-20,user{n},a plain line without any accent at all\n" for n in range(12_000))
    late = "".join(f"2026-11-20,user{n},très déçue par la réponse\n" for n in range(4_000))
    path = write(tmp_path, ("date,author,comment\n" + plain + late).encode("cp1252"))
    assert path.stat().st_size > 600_000
    assert inspect(path).encoding == "cp1252"
    good, bad = load(path)
    assert (len(good), bad) == (16_000, [])


def test_only_a_bounded_part_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse.csv"
    with path.open("wb") as file:
        file.write(b"id,comment\n" + b"1,hello you\n" * 30_000)
        file.truncate(8 * 1024**3)  # eight gigabytes of nothing, which reading would never finish
    assert inspect(path).mapping == {"text": "comment", "id": "id"}


@pytest.mark.parametrize("name", ["export.csv", "export.txt", "export.jsonl"])
def test_format_is_judged_by_content(tmp_path: Path, name: str) -> None:
    lines = '{"id": "1", "text": "a, b; c"}\n{"id": "2", "text": "d"}\n'
    assert inspect(write(tmp_path, lines, name)).format == "jsonl"
    assert inspect(write(tmp_path, "id,text\n1,{hello}\n", name)).format == "csv"


def test_nested_json_becomes_columns(tmp_path: Path) -> None:
    row = {
        "id": "1",
        "message": "Bonjour",
        "from": {"id": "77", "name": "Zoé"},
        "parent": {"id": "5"},
        "tags": ["a"],
    }
    path = write(
        tmp_path, json.dumps(row) + "\n" + json.dumps({"id": "2", "message": "Oui", "from": None}) + "\n"
    )
    plan = inspect(path)
    assert plan.columns == ("id", "message", "from.id", "from.name", "parent.id", "from")
    good, bad = load(path, plan)
    assert bad == []
    assert (good[0].author.remote_id, good[0].author.handle, good[0].parent_remote_id) == ("77", "Zoé", "5")
    assert good[1].author.handle == ""


def test_overrides(tmp_path: Path) -> None:
    path = write(tmp_path, "Body,Who,text\nthe real one,zoe,not this\n")
    assert inspect(path).mapping["text"] == "text"
    plan = inspect(path, mapping={"text": "Body", "author": "who"})
    assert plan.mapping == {"text": "Body", "author": "Who"}
    good, _ = load(path, plan)
    assert (good[0].text, good[0].author.handle) == ("the real one", "zoe")
    assert "author" not in inspect(path, mapping={"author": ""}).mapping
    plan = inspect(write(tmp_path, "id;text\n1;é\n".encode("cp1252")), encoding="latin-1", delimiter=";")
    assert (plan.encoding, plan.delimiter) == ("iso8859-1", ";")


@pytest.mark.parametrize(
    ("content", "options", "code"),
    [
        ("colour,size\nred,3\n", {}, "import_no_text_column"),
        ('{"colour": "red"}\n', {}, "import_no_text_column"),
        ("text\nhello\n", {"mapping": {"text": "Body"}}, "import_unknown_column"),
        ("text\nhello\n", {"mapping": {"colour": "text"}}, "import_unknown_field"),
        ("text\nhello\n", {"format": "xml"}, "import_unknown_format"),
        ("text\nhello\n", {"encoding": "klingon"}, "import_unknown_encoding"),
        ("text\nhello\n", {"encoding": "base64"}, "import_unknown_encoding"),
        ("", {}, "import_empty"),
        ("\n \n\r\n", {}, "import_empty"),
        ("\ufeff", {}, "import_empty"),
        (b"PK\x03\x04rest", {}, "import_spreadsheet"),
        (b"\x1f\x8b\x08rest", {}, "import_compressed"),
        (b"SQLite format 3\x00rest", {}, "import_not_text"),
        (b"ab" + b"\0" * 200 + b"\x01\x02" * 50, {}, "import_not_text"),
        ('[\n  {\n    "text": "a"\n  }\n]\n', {}, "import_json_document"),
        ('{\n  "comments": [\n    1\n  ]\n}\n', {}, "import_json_document"),
    ],
)
def test_what_cannot_be_imported(
    tmp_path: Path, content: str | bytes, options: dict[str, object], code: str
) -> None:
    with pytest.raises(UsageError) as caught:
        inspect(write(tmp_path, content), **options)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert sentence(code, caught.value.params, "fr") != code


def test_missing_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        inspect(write(tmp_path, "colour,size\nred,3\n"))
    assert caught.value.params["columns"] == ["colour", "size"]


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(UsageError) as caught:
            inspect(path)
        assert caught.value.code == "import_unreadable"


def test_without_a_header(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "1001,zoe,2026-11-20T10:00:00Z,Where is my order please?\n1002,max,2026-11-20T11:00:00Z,Great service as always\n",
    )
    plan = inspect(path)
    assert plan.header_line == 0
    assert plan.mapping == {"text": "column 4", "date": "column 3"}
    assert "no_header" in codes(plan)
    good, bad = load(path, inspect(path, mapping={"id": "column 1", "author": "column 2"}))
    assert [(c.remote_id, c.author.handle) for c in good] == [("1001", "zoe"), ("1002", "max")]
    assert bad == []


def test_a_report_with_lines_before_the_header(tmp_path: Path) -> None:
    path = write(tmp_path, 'Export\nPage,Maison Exemple\n\nid,author,"comment ""text"""\n1,zoe,hello\n')
    plan = inspect(path, mapping={"text": 'comment "text"'})
    assert plan.header_line == 4
    good, bad = load(path, plan)
    assert ([c.text for c in good], bad) == (["hello"], [])


def test_the_separator_line_of_spreadsheets(tmp_path: Path) -> None:
    path = write(tmp_path, "sep=;\r\nid;text\r\n1;a, b\r\nbroken\r\n")
    plan = inspect(path)
    assert (plan.delimiter, plan.header_line) == (";", 2)
    good, bad = load(path, plan)
    assert ([c.text for c in good], bad) == (["a, b"], [(4, "column_count")])


def test_one_column_whose_texts_hold_other_delimiters(tmp_path: Path) -> None:
    path = write(tmp_path, "text\n" + "".join(f"first; then {n}\n" for n in range(30)))
    good, bad = load(path)
    assert (len(good), bad) == (30, [])
    assert good[0].text == "first; then 0"


def test_double_and_empty_names(tmp_path: Path) -> None:
    plan = inspect(write(tmp_path, "id,text,text,,\n1,a,b,c,d\n"))
    assert plan.columns == ("id", "text", "text (2)", "column 4", "column 5")
    assert plan.ignored == ("text (2)", "column 4", "column 5")


@pytest.mark.parametrize(
    ("dates", "day_first", "ambiguous"),
    [
        (["03/11/2026", "14/11/2026"], True, False),
        (["11/03/2026", "11/14/2026"], False, False),
        (["03/11/2026", "04/11/2026"], True, True),
        (["11/11/2026"], True, False),
        (["2026-11-03"], True, False),
    ],
)
def test_day_or_month_first(tmp_path: Path, dates: list[str], day_first: bool, ambiguous: bool) -> None:
    plan = inspect(write(tmp_path, "date,text\n" + "".join(f"{date},hello\n" for date in dates)))
    assert plan.day_first is day_first
    assert ("ambiguous_dates" in codes(plan)) is ambiguous


def test_a_telling_date_far_behind_the_start(tmp_path: Path) -> None:
    early = "".join(
        f"11/03/2026 10:{n % 60:02d},user{n},one of the many early lines\n" for n in range(20_000)
    )
    late = "".join(f"11/24/2026 10:{n % 60:02d},user{n},one of the many late lines\n" for n in range(20_000))
    assert inspect(write(tmp_path, "date,author,text\n" + early + late)).day_first is False


@pytest.mark.parametrize(
    ("date", "naive"),
    [
        ("2026-11-20 10:00", True),
        ("2026-11-20T10:00:00Z", False),
        ("2026-11-20T10:00:00+0000", False),
        ("1795000000", False),
    ],
)
def test_times_without_a_zone_are_pointed_out(tmp_path: Path, date: str, naive: bool) -> None:
    assert ("naive_times" in codes(inspect(write(tmp_path, f"date,text\n{date},hello\n")))) is naive


def test_the_preview_shows_bad_lines_too(tmp_path: Path) -> None:
    plan = inspect(write(tmp_path, "id,text\n1,a\nonly\n3,c\n"))
    assert [type(found) for found in plan.preview] == [IncomingComment, Rejected, IncomingComment]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("fr", "fr"), ("fr-FR", "fr"), ("FR_ca", "fr"), ("Français", "fr"), ("french", "fr"), ("fra", "fr"),
        ("English (US)", "en"), ("anglais", "en"), ("de", "de"), ("sv", "sv"), ("und", None), ("", None), ("Klingon", None),
    ],
)  # fmt: skip
def test_languages(raw: str, code: str | None) -> None:
    assert language_code(raw) == code


def test_every_phrase_is_there_twice() -> None:
    for code, (english, french) in PHRASES.items():
        assert english != french, code
        assert set(_names(english)) == set(_names(french)), code
    assert sentence("column_count", {"got": 2, "expected": 3}, "en") == "2 cells where the header has 3"
    assert sentence("import_no_text_column", {"columns": ["a", "b"]}, "fr").endswith("a, b")
    assert sentence("bad_date", {}, "en") == "“value” is not a possible date"
    assert sentence("nobody_knows", {}, "en") == "nobody_knows"


def _names(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]

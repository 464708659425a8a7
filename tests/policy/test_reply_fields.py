"""What the console fills in by itself: names, the post, and where in the text it stands."""

from __future__ import annotations

import datetime

import pytest

from console.policy.replies import fill, filled_spans, first_name, known_values


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Odile Fournier", "Odile"),
        ("Jean-Luc D.", "Jean-Luc"),
        ("tom.verdier", "tom.verdier"),
        ("Le Justicier 44", "Le"),
        ("VEXX", "VEXX"),
        ("rouge gorge", "rouge gorge"),
        ("M. Dupont", "M. Dupont"),
        ("@everyone <b>", "everyone b"),
        ("", ""),
    ],
)
def test_the_first_of_a_persons_names(name: str, first: str) -> None:
    assert first_name(name) == first


def test_what_was_filled_is_where_it_stands_and_what_is_open_stays_open() -> None:
    day = datetime.date(2026, 11, 22)
    values = known_values(
        author="Odile Fournier",
        channel="Lormel",
        clause="1.2",
        post="Elle est là : la Nova 2 {x}",
        comment_id=7,
        posted=day,
        today=day,
        language="fr",
    )
    text = "😀 Bonjour {first_name}, sous « {post} » : {order}, dossier {case}."
    filled, opened = fill(text, values)
    assert filled == "😀 Bonjour Odile, sous « Elle est là : la Nova 2 (x) » : {order}, dossier V-7."
    assert [filled[start:end] for start, end in filled_spans(text, values)] == [
        "Odile",
        "Elle est là : la Nova 2 (x)",
        "V-7",
    ]
    assert [one.params["name"] for one in opened] == ["order"]
    assert filled_spans("{order}", values) == ()

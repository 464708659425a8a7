"""``vigie queue show`` says why in one line, in either language, and what a second engine says beside it."""

from __future__ import annotations

from dataclasses import replace

from console.domain.verdict import Span, Verdict
from console.runtime.app import Console
from console.runtime.connections import memory_only
from tests.cli.conftest import Vigie
from tests.support.workspaces import comment, take_in

TEXT = "Quel abruti finie"
OURS = Verdict(
    "embedded",
    "2026.12.1",
    "fr",
    {"insult": 0.94, "toxicity": 0.9},
    ("insult",),
    severity=3,
    flagged=True,
    spans=(Span(5, 11, "insult"),),
    target="person",
)
OTHER = replace(
    OURS,
    engine="detoxify:multilingual",
    engine_version="2.1",
    labels={"toxicity": 0.08},
    categories=("neutral",),
    flagged=False,
    spans=(),
)


def test_the_line_and_the_second_opinion(empty: Vigie) -> None:
    """The same words as in the window; a disagreement is plain, and scripts have both as fields."""
    console = Console.open(empty.workspace, secrets=memory_only())
    channel = console.add_channel("file", "demo", console.actor(), state="ok")
    (number,) = take_in(console.store, channel.id, comment(1, TEXT), kind="file")
    row = console.cards([number])[0].comment
    console.triage.store([row], [OURS])
    console.store.write(lambda tx: tx.opinions.keep_beside([(number, row.revision, OTHER)], tx.now)).result()
    assert console.close()
    french = empty("queue", "show", str(number), code=0, env={"VIGIE_LANG": "fr"}).out
    assert (
        "Insulte 94\u00a0%\u00a0: «\u202fabruti\u202f»\u202f; vise une personne. embedded 2026.12.1" in french
    )
    assert "Second avis\u00a0: detoxify:multilingual 2.1\u00a0: neutre (toxicité 8\u00a0%)." in french
    assert "Désaccord\u00a0: ce moteur ne le relèverait pas." in french
    shown = empty.json("queue", "show", str(number))
    assert shown["why"] == "Insult 94\u00a0%: “abruti”; aimed at a person. embedded 2026.12.1"
    assert [one["disagrees"] for one in shown["second_opinions"]] == [True]

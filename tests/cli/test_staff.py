"""A deed for everybody on an instance is told as such on the command line, too."""

from __future__ import annotations

import pytest

from console.cli.tables import outcome_text
from console.connectors.mastodon.names import SCOPES
from console.connectors.mastodon.staff import STAFF_SCOPES
from tests.cli.conftest import Vigie
from tests.support.mastodon_server import ME, TOKEN, fake_mastodon

NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
FAN = "200"


@pytest.mark.parametrize("staff", [True, False])
def test_a_mute_for_everybody_says_so(empty: Vigie, staff: bool) -> None:
    with fake_mastodon() as fake:
        fake.account(FAN, "fan")
        fake.scopes, fake.role = " ".join((*SCOPES, *STAFF_SCOPES)), 0x400
        fake.post(FAN, "@brand buy this", parent=fake.post(ME, "root"), notify="mention")
        options = ("--option", "history_days=3650", "--option", f"staff={int(staff)}")
        empty("channel", "add", "mastodon", "--server", fake.server.url, "--name", "m", *options, "--secret-stdin",
              stdin=TOKEN, env=NO_KEYRING, code=3)  # fmt: skip
        empty("pull", "--channel", "m", "--secret-stdin", "--json", stdin=TOKEN)
    (one,) = empty.json("queue", "list")["items"]
    shown = empty.json("queue", "show", str(one["id"]))["capabilities"]["mute"]
    assert shown["scope"] == ("everybody" if staff else "author")
    said = empty("decide", str(one["id"]), "mute", code=0)
    assert ("for everybody on the site" in said.out) is staff
    french = empty("undo", "1", env={"VIGIE_LANG": "fr"}, code=0)
    assert "tout le site" not in french.out


def test_only_what_is_to_be_done_says_so() -> None:
    told = {"action": "block", "refusal": None, "not_before": None, "decision_id": "1", "scope": "everybody"}
    for state, wide in (("waiting_review", True), ("done", True), ("rejected", False), ("failed", False)):
        assert ("everybody" in outcome_text({**told, "state": state}, "en")) is wide
        assert ("tout le site" in outcome_text({**told, "state": state}, "fr")) is wide

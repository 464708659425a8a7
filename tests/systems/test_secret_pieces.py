"""Secrets in a keyring with Windows' limit of 2,560 bytes: long tokens are kept in pieces and come back whole."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import keyring.backend
import keyring.errors
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.errors import KeyringUnavailable
from console.secrets import ROOM, KeyringSecrets, cut, entry

LONG = '{"access": "' + "a" * 2048 + '", "refresh": "' + "é😀" * 300 + '"}'


class Locker(keyring.backend.KeyringBackend):
    """The Credential Locker as keyring uses it: UTF-16, and an error for more than it takes."""

    priority = 1  # type: ignore[assignment]

    def __init__(self, room: int | None) -> None:
        super().__init__()
        self.room = room
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """The entry, or None."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Refuses what CredWrite refuses."""
        if self.room is not None and len(password.encode("utf-16-le")) > self.room:
            raise OSError(1783, "The stub received bad data")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Raises where there is none, as keyring's own do."""
        try:
            del self.kept[service, username]
        except KeyError:
            raise keyring.errors.PasswordDeleteError(service) from None


@pytest.fixture
def locker() -> Iterator[Locker]:
    """In force for this process."""
    before, found = keyring.get_keyring(), Locker(2560)
    keyring.set_keyring(found)
    yield found
    keyring.set_keyring(before)


def test_a_long_secret_comes_back_whole(locker: Locker) -> None:
    """It goes into several entries, none of which is too long."""
    secrets = KeyringSecrets("win32")
    secrets.set("youtube#session", "w", LONG)
    assert len(locker.kept) > 2
    assert secrets.get("youtube#session", "w") == LONG
    assert KeyringSecrets("win32").get("youtube", "w") is None


def test_elsewhere_it_is_refused_where_it_does_not_fit_and_kept_whole_where_it_does(locker: Locker) -> None:
    """Only Windows is known to have the limit: others get the secret in one entry, under the service of before."""
    with pytest.raises(KeyringUnavailable):
        KeyringSecrets("linux").set("x", "w", LONG)
    locker.room = None
    KeyringSecrets("darwin").set("x", "w", LONG)
    assert locker.kept == {("vigie", "w/x"): LONG}


def test_another_secret_leaves_no_piece_of_the_one_before(locker: Locker) -> None:
    """Long after long, short after long, and the end."""
    secrets = KeyringSecrets("win32")
    secrets.set("x", "w", LONG)
    entries = len(locker.kept)
    secrets.set("x", "w", LONG.upper())
    assert len(locker.kept) == entries
    assert secrets.get("x", "w") == LONG.upper()
    secrets.set("x", "w", "short")
    assert list(locker.kept.values()) == ["short"]
    secrets.set("x", "w", LONG)
    secrets.delete("x", "w")
    assert locker.kept == {}
    secrets.delete("x", "w")


def test_an_earlier_secret_stands_until_the_new_one_is_whole(
    locker: Locker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The locker fails at the second piece: what was there before is still there."""
    secrets = KeyringSecrets("win32")
    secrets.set("x", "w", LONG)
    written, real = [0], locker.set_password

    def failing(service: str, username: str, password: str) -> None:
        written[0] += 1
        if written[0] == 2:
            raise OSError("no more room")
        real(service, username, password)

    monkeypatch.setattr(locker, "set_password", failing)
    with pytest.raises(KeyringUnavailable):
        secrets.set("x", "w", LONG.upper())
    assert secrets.get("x", "w") == LONG


def test_a_lost_piece_is_no_secret(locker: Locker) -> None:
    """Half a token would be refused by the platform without anybody knowing why."""
    secrets = KeyringSecrets("win32")
    secrets.set("x", "w", LONG)
    del locker.kept[next(one for one in locker.kept if one[1].endswith(".1"))]
    assert secrets.get("x", "w") is None


def test_each_secret_has_an_entry_of_its_own_on_windows() -> None:
    """keyring moves a service's earlier entry when it gets a second, which two threads must not do at once."""
    assert entry("w/x", "win32") == ("vigie:w/x", "w/x")
    assert entry("w/x", "linux") == entry("w/x", "darwin") == ("vigie", "w/x")


@given(st.text(max_size=400), st.integers(2, 50))
def test_cut_pieces_fit_and_join(secret: str, room: int) -> None:
    """Whatever characters a secret has."""
    pieces = cut(secret, room)
    assert "".join(pieces) == secret
    assert all(len(one.encode("utf-16-le", "surrogatepass")) <= room * 2 for one in pieces)
    assert ROOM["win32"] * 2 == 2560

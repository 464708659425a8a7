"""The Secret Service in its four states, as a desktop, a locked desktop, a cron job and a bare server have it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.servers.sessionbus import SessionBus

pytestmark = pytest.mark.servers

STORE = "import keyring; keyring.set_password('vigie-test', 'brand@network', 'sécret ☃')"
READ = "import keyring; print(ascii(keyring.get_password('vigie-test', 'brand@network')))"


def test_unlocked_keyring_keeps_a_secret_between_processes(unlocked_keyring: SessionBus) -> None:
    """One process stores, a later one reads: what `channel add` and `pull` do."""
    stored = unlocked_keyring.python(STORE)
    assert stored.returncode == 0, stored.stderr
    read = unlocked_keyring.python(READ)
    assert read.stdout.strip() == ascii("sécret ☃"), read.stderr


def test_two_buses_know_nothing_of_each_other(unlocked_keyring: SessionBus, session_bus) -> None:
    """Tests cannot read each other's secrets, nor the developer's."""
    assert unlocked_keyring.python(STORE).returncode == 0
    other = session_bus("unlocked")
    assert other.python(READ).stdout.strip() == "None"


@pytest.mark.parametrize(
    ("keyring", "error"), [("locked", "KeyringLocked"), ("unopened", "InitError")], ids=["locked", "unopened"]
)
def test_closed_keyring_fails_and_does_not_hang(session_bus, keyring: str, error: str) -> None:
    """Nobody is there to type a password: the library says so within seconds."""
    bus = session_bus(keyring)
    stored = bus.python(STORE, timeout=30)
    assert stored.returncode != 0
    assert f"keyring.errors.{error}" in stored.stderr


def test_without_bus_there_is_no_backend(no_bus: dict[str, str]) -> None:
    """No session bus at all: the library finds nothing to store in."""
    stored = subprocess.run(
        [sys.executable, "-c", STORE], env=no_bus, capture_output=True, text=True, timeout=30, check=False
    )
    assert stored.returncode != 0
    assert "keyring.errors.NoKeyringError" in stored.stderr

"""Certificates and proxies of a company: a real TLS server of an unknown authority, and a proxy that sees the requests."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from console import managed
from console.connectors.http import HttpClient, download
from console.connectors.network import asks_system, proxy_for
from console.domain.errors import EnvironmentFailure, Transient, VigieError
from tests.support.faultserver import Answer, TestClock
from tests.support.tls import Authority, Proxy, SecureServer, authority, secure

FAR = "api.lormel.example"


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("authority"), FAR)


@pytest.fixture
def server(given: Authority) -> Iterator[SecureServer]:
    with secure(lambda seen: Answer(body={"path": seen.path}), given) as running:
        yield running


def company(folder: Path, text: str) -> None:
    file = folder / "vigie.toml"
    file.write_text(text, encoding="utf-8")
    assert managed.use(file).faults == ()


def get(url: str) -> object:
    async def go() -> object:
        client = HttpClient(url, clock=TestClock(), timeout=5)
        try:
            return (await client.request("GET", "/x", idempotent=True)).json()
        finally:
            await client.close()

    return asyncio.run(go())


def fetched(url: str) -> bytes:
    with download(f"{url}/x", {}, timeout=5) as answer:
        return b"".join(answer.chunks)


def test_an_unknown_authority_is_refused(server: SecureServer) -> None:
    """Both ways out of this machine: the client of the platforms, and the download of a pack."""
    for way in (get, fetched):
        with pytest.raises(Transient) as caught:
            way(server.url)
        assert caught.value.code == "tls_failed"
    assert server.seen == []


def test_the_companys_authority_is_believed(server: SecureServer, given: Authority, tmp_path: Path) -> None:
    company(tmp_path, f'ca_bundle = "{given.bundle}"\n')
    assert get(server.url) == {"path": "/x"}
    assert fetched(server.url) == b'{"path": "/x"}'


def test_a_certificate_that_ended_stays_refused(tmp_path: Path) -> None:
    old = authority(tmp_path, FAR, ended=True)
    company(tmp_path, f'ca_bundle = "{old.bundle}"\n')
    with secure(lambda _: Answer(body={}), old) as running:
        for way in (get, fetched):
            with pytest.raises(Transient) as caught:
                way(running.url)
            assert caught.value.code == "tls_failed"
        assert running.seen == []


def test_a_proxy_that_is_away_is_named_and_not_the_site(tmp_path: Path) -> None:
    """Whoever looks after the network looks at the right place; without a company's proxy it is the site."""
    for text, code in (('proxy = "http://127.0.0.1:9"\n', "proxy_failed"), ('proxy = "none"\n', "offline")):
        company(tmp_path, text)
        for way in (get, fetched):
            with pytest.raises(Transient) as caught:
                way("https://nowhere.invalid")
            assert caught.value.code == code


def test_a_name_that_the_certificate_lacks_stays_refused(
    server: SecureServer, given: Authority, tmp_path: Path
) -> None:
    company(tmp_path, f'ca_bundle = "{given.bundle}"\n')
    with pytest.raises(Transient) as caught:
        get(f"https://other.localhost:{server.port}")
    assert caught.value.code in (
        "tls_failed",
        "offline",
    )  # where *.localhost has no address it is never reached
    assert server.seen == []


def test_the_systems_certificates_still_count_beside_the_companys(
    server: SecureServer, given: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One authority stands in the system's store, the other in the company's file: servers of both are reached."""
    other = authority(tmp_path, FAR)
    monkeypatch.setenv("SSL_CERT_FILE", str(given.bundle))
    company(tmp_path, f'ca_bundle = "{other.bundle}"\n')
    assert get(server.url) == {"path": "/x"}
    with secure(lambda seen: Answer(body={"other": True}), other) as second:
        assert get(second.url) == {"other": True}


def test_a_bundle_that_broke_after_the_start_stops_every_connection(
    server: SecureServer, given: Authority, tmp_path: Path
) -> None:
    """Silently believing the system alone would look like a fault of the network."""
    broken = tmp_path / "broken.pem"
    broken.write_bytes(given.bundle.read_bytes())
    company(tmp_path, f'ca_bundle = "{broken}"\n')
    broken.write_text("-----BEGIN CERTIFICATE-----\nnonsense\n", encoding="utf-8")
    for way in (get, fetched):
        with pytest.raises(VigieError) as caught:
            way(server.url)
        assert (type(caught.value), caught.value.code) == (EnvironmentFailure, "ca_bundle_unusable")


def test_the_companys_proxy_carries_what_leaves(
    server: SecureServer, given: Authority, tmp_path: Path
) -> None:
    with Proxy(server.port) as proxy:
        company(tmp_path, f'ca_bundle = "{given.bundle}"\nproxy = "{proxy.url}"\n')
        assert get(f"https://{FAR}") == {"path": "/x"}
        assert fetched(f"https://{FAR}") == b'{"path": "/x"}'
        assert proxy.seen == [f"CONNECT {FAR}:443 HTTP/1.1"] * 2


def test_loopback_never_passes_through_the_proxy(
    server: SecureServer, given: Authority, tmp_path: Path
) -> None:
    with Proxy(server.port) as proxy:
        company(tmp_path, f'ca_bundle = "{given.bundle}"\nproxy = "{proxy.url}"\n')
        assert get(server.url) == {"path": "/x"}
        assert fetched(server.url) == b'{"path": "/x"}'
        assert proxy.seen == []


@pytest.mark.parametrize("said", ["", 'proxy = "system"\n'])
def test_without_a_company_proxy_the_environments_counts(
    server: SecureServer, given: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    with Proxy(server.port) as proxy:
        company(tmp_path, f'ca_bundle = "{given.bundle}"\n{said}')
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        assert get(f"https://{FAR}") == {"path": "/x"}
        assert get(server.url) == {"path": "/x"}
        assert proxy.seen == [f"CONNECT {FAR}:443 HTTP/1.1"]


def test_the_companys_word_wins_over_the_environment(
    server: SecureServer, given: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Proxy(server.port) as mine, Proxy(server.port) as companys:
        monkeypatch.setenv("HTTPS_PROXY", mine.url)
        company(tmp_path, f'ca_bundle = "{given.bundle}"\nproxy = "{companys.url}"\n')
        assert get(f"https://{FAR}") == {"path": "/x"}
        assert (len(companys.seen), mine.seen) == (1, [])


def test_no_proxy_and_none(tmp_path: Path) -> None:
    company(
        tmp_path,
        'proxy = "http://proxy.lormel.example:3128"\nno_proxy = [".intra.example", "wiki.example"]\n',
    )
    assert proxy_for("api.example") == "http://proxy.lormel.example:3128"
    for near in ("a.intra.example", "intra.example", "wiki.example", "WIKI.example.", "127.0.0.1", "::1"):
        assert proxy_for(near) is None, near
    assert proxy_for("notwiki.example") is not None
    assert proxy_for("xintra.example") is not None
    assert not asks_system("wiki.example")  # the company named the way: the environment has no say
    company(tmp_path, 'proxy = "none"\n')
    assert (proxy_for("api.example"), asks_system("api.example")) == (None, False)
    managed.use(None)
    assert (proxy_for("api.example"), asks_system("api.example")) == (None, True)
    assert not asks_system("127.0.0.1")


def test_no_proxy_counts_beside_the_systems_own(tmp_path: Path) -> None:
    """Hosts that the company reaches directly are, whatever a variable of the environment says."""
    for way in ("", 'proxy = "system"\n'):
        company(tmp_path, f'{way}no_proxy = [".intra.example"]\n')
        assert asks_system("api.example")
        assert (proxy_for("a.intra.example"), asks_system("a.intra.example")) == (None, False)


def test_the_window_starts_without_certificates(given: Authority, tmp_path: Path) -> None:
    """Reading the company's file loads neither TLS nor the network library, nor what knows the platforms."""
    file = tmp_path / "vigie.toml"
    file.write_text(
        f'connectors = ["bluesky"]\nproxy = "http://p.example:3"\nca_bundle = "{given.bundle}"\nlanguage = "fr"\n'
    )
    code = (
        "import sys, pathlib; from console import managed; managed.use(pathlib.Path(sys.argv[1]));"
        "assert managed.current().faults == (), managed.current().faults;"
        "print([m for m in ('httpx', 'truststore', 'ssl', 'console.connectors', 'console.domain.ports') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"

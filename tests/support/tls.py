"""Certificates of an authority made for one test, the local server behind TLS, and a proxy that sees what it passes on."""

from __future__ import annotations

import datetime
import ipaddress
import select
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.support.faultserver import FaultServer, Responder


@dataclass(frozen=True, slots=True)
class Authority:
    """``bundle`` is what a company hands out; ``chain`` and ``key`` are the server's."""

    bundle: Path
    chain: Path
    key: Path


def authority(folder: Path, *hosts: str, ended: bool = False) -> Authority:
    """An authority nobody knows, and a certificate of it for loopback and ``hosts``; ``ended``: only until yesterday."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Lormel test authority")])
    now = datetime.datetime.now(datetime.UTC)
    start, end = now - datetime.timedelta(days=1), now + datetime.timedelta(days=2)

    def begun(name: x509.Name, public: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(root_name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(end)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), critical=False
            )
        )

    usage = {
        "digital_signature": True, "content_commitment": False, "key_encipherment": False, "data_encipherment": False,
        "key_agreement": False, "encipher_only": False, "decipher_only": False, "crl_sign": False,
    }  # fmt: skip
    root = (
        begun(root_name, root_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.KeyUsage(**{**usage, "crl_sign": True}, key_cert_sign=True), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    if ended:
        end, start = now - datetime.timedelta(days=1), now - datetime.timedelta(days=30)
    names: list[x509.GeneralName] = [x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    names += [x509.DNSName(one) for one in ("localhost", *hosts)]
    leaf = (
        begun(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "server")]), key.public_key())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage, key_cert_sign=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    made = Authority(folder / "company.pem", folder / "server.pem", folder / "server.key")
    made.bundle.write_bytes(root.public_bytes(pem))
    made.chain.write_bytes(leaf.public_bytes(pem))
    made.key.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return made


class SecureServer(FaultServer):
    """The local server, spoken to through TLS."""

    def __init__(self, handle: Responder, given: Authority) -> None:
        super().__init__(handle)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(given.chain, given.key)
        # The handshake belongs to the connection's own thread: a client that refuses must not stop the listener.
        self._server.socket = context.wrap_socket(
            self._server.socket, server_side=True, do_handshake_on_connect=False
        )

    @property
    def url(self) -> str:
        """Base address."""
        return f"https://127.0.0.1:{self.port}"

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_port)


@contextmanager
def secure(handle: Responder, given: Authority) -> Iterator[SecureServer]:
    """A server behind TLS that runs until the block ends."""
    server = SecureServer(handle, given)
    server.start()
    try:
        yield server
    finally:
        server.stop()


class Proxy:
    """An HTTP proxy on loopback for CONNECT: ``seen`` holds what it was asked for; all of it leads to ``port``."""

    def __init__(self, port: int) -> None:
        self.seen: list[str] = []
        self._port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ended = threading.Event()
        self._threads = [threading.Thread(target=self._listen, name="proxy")]

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Proxy:
        self._listener.settimeout(0.05)
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        for one in self._threads:
            one.join()
        self._listener.close()

    def _listen(self) -> None:
        while not self._ended.is_set():
            try:
                client, _ = self._listener.accept()
            except TimeoutError:
                continue
            worker = threading.Thread(target=self._serve, args=(client,), name="proxy-connection")
            self._threads.append(worker)
            worker.start()

    def _serve(self, client: socket.socket) -> None:
        with client:
            head = b""
            client.settimeout(5)
            while b"\r\n\r\n" not in head:
                part = client.recv(4096)
                if not part:
                    return
                head += part
            self.seen.append(head.split(b"\r\n")[0].decode())
            with socket.create_connection(("127.0.0.1", self._port)) as server:
                client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                self._pass_on(client, server)

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        while not self._ended.is_set():
            ready, _, _ = select.select([client, server], [], [], 0.05)
            for one in ready:
                try:
                    data = one.recv(65536)
                    if not data:
                        return
                    (server if one is client else client).sendall(data)
                except OSError:
                    return

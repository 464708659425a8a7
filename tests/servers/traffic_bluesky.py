"""Traffic on a real Bluesky network: strangers who reply, mention and quote, the brand's own app, and what stands at the end."""

from __future__ import annotations

import contextlib
import os
import random
import signal
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

import httpx

from console.domain.decision import OutboxRow
from console.domain.vocabulary import ActionKind, CommentState, OutboxState
from tests.servers.network import BlueskyNetwork, NetworkError, Ref, Session, split_uri
from tests.servers.traffic_compare import Kept, done_texts, squeezed
from tests.servers.traffic_line import Write

_POST: Final = "app.bsky.feed.post"
_GATE: Final = "app.bsky.feed.threadgate"
_WRITTEN: Final = (
    "Where is my order?", "You idiots, never again", "Merci beaucoup 👍🏽", "Gagnez de la crypto, free promo",
    "Il fuit depuis trois semaines & personne ne répond", "שלום, when do you open?", "Two lines\n\nof text",
    "je sais où vous habitez", "👍" * 40, "#kettle https://kettle.example/a",
)  # fmt: skip


class BlueskyWorld:
    """Everybody but the console. Accounts whose names begin with ``foe`` may be blocked, ``bore`` muted."""

    kind = "bluesky"
    blockable: Sequence[str] = ("foe", "bore")
    can_be_killed = False  # the development network keeps its accounts in memory: it is frozen instead

    def __init__(self, seed: int, network: BlueskyNetwork | None = None) -> None:
        """On ``network``, or on one of its own."""
        self.draw = random.Random(seed)
        self.done: Counter[str] = Counter()
        self._borrowed = network is not None
        self.network = network or BlueskyNetwork.start("full")
        self.brand = self.network.create_account("brand")
        self.secret = self.network.app_password(self.brand)
        names = ("nadia", "omar", "lea", "foe", "bore")
        self.strangers = {name: self.network.create_account(name) for name in names}
        self.roots: list[Ref] = []
        self._posts: list[tuple[Ref, Ref | None, str]] = []  # post, root of its thread, who
        self._written = 0
        for _ in range(3):
            self._announce()

    @property
    def server(self) -> str:
        """Where the accounts live."""
        return self.network.pds

    @property
    def handle(self) -> str:
        """The brand's handle."""
        return str(self.brand["handle"])

    @property
    def remote_id(self) -> str:
        """The brand's account."""
        return str(self.brand["did"])

    def stop(self) -> None:
        """End everything that it started."""
        if not self._borrowed:
            self.network.stop()

    def kill(self) -> None:
        """Everything stands still: connections are open and nothing answers."""
        os.kill(self.network.pid, signal.SIGSTOP)

    def revive(self) -> None:
        """It goes on."""
        os.kill(self.network.pid, signal.SIGCONT)

    def quiet(self) -> None:
        """Everything written is indexed."""
        self.network.settle()

    # ------------------------------------------------------------------ what people do

    def act(self) -> None:
        """One thing that somebody does. What the network refuses (it is away, the post is gone) is no trouble."""
        acts = (
            *(self._reply,) * 12, self._mention, self._quote, *(self._delete,) * 2, self._like, self._announce_rarely,
            *(self._hide_by_hand,) * 2, self._reply_by_hand, self._delete_by_hand,
        )  # fmt: skip
        act = self.draw.choice(acts)
        try:
            act()
            self.done[act.__name__.strip("_")] += 1
        except (httpx.TransportError, NetworkError):
            self.done["refused or away"] += 1

    def _text(self) -> str:
        self._written += 1
        return f"{self.draw.choice(_WRITTEN)} {self._written}"

    def _who(self) -> tuple[str, Session]:
        name = self.draw.choice(tuple(self.strangers))
        return name, self.strangers[name]

    def _announce(self) -> None:
        self.roots.append(self.network.create_post(self.brand, f"Our kettle number {len(self.roots)}"))

    def _announce_rarely(self) -> None:
        if len(self.roots) < 30 and self.draw.random() < 0.3:
            self._announce()

    def _reply(self) -> None:
        name, who = self._who()
        root = parent = self.draw.choice(self.roots[-6:])
        under = [(post, of) for post, of, _ in self._posts[-60:] if of is not None]
        if under and self.draw.random() < 0.4:
            parent, there = self.draw.choice(under)
            assert there is not None
            root = there
        made = self.network.reply_as(who, parent, self._text(), root=root, hasty=self.draw.random() < 0.2)
        self._posts.append((made, root, name))

    def _mention(self) -> None:
        name, who = self._who()
        if name not in ("foe", "bore"):
            self._posts.append((self.network.mention_as(who, self.brand, self._text()), None, name))

    def _quote(self) -> None:
        name, who = self._who()
        if name not in ("foe", "bore"):
            root = self.draw.choice(self.roots)
            self._posts.append((self.network.quote_as(who, root, self._text()), None, name))

    def _delete(self) -> None:
        if self._posts:
            one = self.draw.choice(self._posts[-100:])
            self.network.delete(self.strangers[one[2]], one[0]["uri"])
            self._posts.remove(one)

    def _like(self) -> None:
        subject = self.draw.choice([*self.roots, *(post for post, _, _ in self._posts[-50:])])
        self.network.create_record(self._who()[1], "app.bsky.feed.like", {"subject": subject})

    def _hide_by_hand(self) -> None:
        """The brand hides a reply in the network's own app, or shows it again, maybe while the console does too."""
        under = [(post, of) for post, of, _ in self._posts[-60:] if of is not None]
        if not under:
            return
        post, root = self.draw.choice(under)
        assert root is not None
        rkey = split_uri(root["uri"])[2]
        gate = self.network.get_record(f"at://{self.remote_id}/{_GATE}/{rkey}")
        hidden = list(gate["value"].get("hiddenReplies", [])) if gate else []
        hidden = (
            [one for one in hidden if one != post["uri"]] if post["uri"] in hidden else [*hidden, post["uri"]]
        )
        record = (
            gate["value"]
            if gate
            else {"$type": _GATE, "post": root["uri"], "createdAt": "2026-01-05T10:00:00Z"}
        )
        self.network.procedure(
            "com.atproto.repo.putRecord", self.brand, repo=self.remote_id, collection=_GATE, rkey=rkey,
            record={**record, "hiddenReplies": hidden}, swapRecord=gate["cid"] if gate else None,
        )  # fmt: skip

    def _reply_by_hand(self) -> None:
        under = [(post, of) for post, of, _ in self._posts[-40:] if of is not None]
        if under:
            post, root = self.draw.choice(under)
            self._written += 1
            self.network.reply_as(self.brand, post, f"by hand {self._written}", root=root)

    def _delete_by_hand(self) -> None:
        ours = [
            one for one in self.network.list_records(self.remote_id, _POST)[:30] if "reply" in one["value"]
        ]
        if ours and self.draw.random() < 0.5:
            self.network.delete(self.brand, self.draw.choice(ours)["uri"])

    # ------------------------------------------------------------------ what stands there

    def pulls(self, kept: int) -> int:
        """How many pulls surely look at everything."""
        return len(self.roots) // 5 + 4 + kept // 200

    def answers(self, waiting: Sequence[OutboxRow], rows: Sequence[OutboxRow]) -> dict[str, bool]:
        """A report leaves no trace for who made it; a person who looks at Ozone knows."""
        seen = self._reports()
        asked = Counter(str(row.request["target"]) for row in rows if row.action is ActionKind.REPORT
                        and row.state is OutboxState.DONE)  # fmt: skip
        answers = {}
        for row in waiting:
            target = str(row.request["target"])
            answers[str(row.id)] = row.action is ActionKind.REPORT and seen[target] > asked[target]
            asked[target] += 1
        return answers

    def _reports(self) -> Counter[str]:
        """How often each subject was reported, as the moderation service has it."""
        found: Counter[str] = Counter()
        cursor: dict[str, Any] = {}
        while True:
            page = self.network.mod_query(
                "tools.ozone.moderation.queryEvents", types=["tools.ozone.moderation.defs#modEventReport"],
                createdBy=self.remote_id, limit=100, **cursor,
            )  # fmt: skip
            found.update(
                str(one["subject"].get("uri") or one["subject"].get("did")) for one in page["events"]
            )
            if not page.get("cursor") or not page["events"]:
                return found
            cursor = {"cursor": page["cursor"]}

    def compare(
        self, kept: Mapping[str, Kept], rows: Sequence[OutboxRow], writes: Sequence[Write]
    ) -> list[str]:
        """Where the network and the queue do not say the same."""
        wrong: list[str] = []
        hidden: set[str] = set()
        for gate in self.network.list_records(self.remote_id, _GATE):
            hidden.update(gate["value"].get("hiddenReplies", []))
        roots = {one["uri"] for one in self.roots}
        there: dict[str, dict[str, Any]] = {}
        shunned = {self.strangers["foe"]["did"], self.strangers["bore"]["did"]}
        for who in (*self.strangers.values(), self.brand):
            for one in self.network.list_records(who["did"], _POST):
                reply = one["value"].get("reply")
                if who is self.brand and (reply is None or reply["root"]["uri"] not in roots):
                    continue  # our own posts are no comments
                there[one["uri"]] = one["value"]
        for uri, value in there.items():
            mine = kept.get(uri)
            author = split_uri(uri)[0]
            reply = value.get("reply")
            if mine is None:
                if self._to_be_seen(uri, there, roots, shunned):
                    wrong.append(f"{uri} is not in the queue: {value}")
                continue
            if mine.state is CommentState.GONE:
                wrong.append(f"{uri} stands there and is gone here")
            if squeezed(mine.text) != squeezed(value["text"]):
                wrong.append(f"{uri} says {value['text']!r} there and {mine.text!r} here")
            if (
                reply
                and reply["root"]["uri"] in roots
                and mine.hidden is not (uri in hidden)
                and author not in shunned
            ):
                wrong.append(f"{uri}: hidden={uri in hidden} there and {mine.hidden} here, {mine.state.word}")
            if not mine.ours is (author == self.remote_id) is (mine.state is CommentState.OURS):
                wrong.append(f"{uri}: ours={mine.ours} and {mine.state.word} here")
        for uri, mine in kept.items():
            if uri not in there and mine.state is not CommentState.GONE:
                wrong.append(f"{uri} is deleted there and {mine.state.word} here")
        return wrong + self._effects(rows, writes) + self._authors(kept)

    @staticmethod
    def _to_be_seen(uri: str, there: Mapping[str, Any], roots: set[str], shunned: set[str]) -> bool:
        """Whether the network shows a post to the brand at all.

        What stands under a deleted reply is in no thread any more, and not below one of somebody blocked or muted.
        """
        while uri not in roots:
            if uri not in there or split_uri(uri)[0] in shunned:
                return False
            reply = there[uri].get("reply")
            if reply is None:
                return True
            uri = reply["parent"]["uri"]
        return True

    def _effects(self, rows: Sequence[OutboxRow], writes: Sequence[Write]) -> list[str]:
        """Which actions took effect otherwise than the outbox says."""
        said: Counter[str] = Counter()
        records: Counter[tuple[str, str, str]] = Counter()
        gates = 0
        for one in writes:
            body = one.body if isinstance(one.body, Mapping) else {}
            took = one.status == 200 and isinstance(one.answer, Mapping) and "commit" in one.answer
            if not took or not one.path.endswith(("putRecord", "createRecord")):
                continue
            collection = body["collection"]
            gates += collection == _GATE
            if collection == _POST:
                said[squeezed(body["record"]["text"])] += 1
            elif collection != _GATE:
                subject = body["record"]["subject"]
                about = subject if isinstance(subject, str) else subject["uri"]
                records[collection, about, body["rkey"]] += 1
        wrong = done_texts(rows, said)
        wrong += [f"{key} was written {number} times" for key, number in records.items() if number > 1]
        done = [row for row in rows if row.state is OutboxState.DONE]
        asked = sum(row.action in (ActionKind.HIDE, ActionKind.UNHIDE) for row in done)
        gone = sum(row.action in (ActionKind.HIDE, ActionKind.UNHIDE) and row.state is OutboxState.FAILED
                   and row.tries > 1 for row in rows)  # fmt: skip
        if gates > asked + gone:
            wrong.append(
                f"threadgates were changed {gates} times, asked for {asked} times (and {gone} failed)"
            )
        for name, action in (("like", ActionKind.LIKE), ("block", ActionKind.BLOCK)):
            made = sum(number for key, number in records.items() if key[0].endswith(f".{name}"))
            if made > (wanted := sum(row.action is action for row in done)):
                wrong.append(f"{made} records of {name} were made, asked for {wanted}")
        reported = self._reports()
        asked_for = Counter(str(row.request["target"]) for row in done if row.action is ActionKind.REPORT)
        for subject in reported.keys() | asked_for.keys():
            if reported[subject] != asked_for[subject]:
                told = [f"{r.id} {r.state} {r.error}" for r in rows if r.action is ActionKind.REPORT
                        and r.request["target"] == subject]  # fmt: skip
                wrong.append(
                    f"{subject} was reported {reported[subject]} times, done {asked_for[subject]}: {told}"
                )
        return wrong

    def _authors(self, kept: Mapping[str, Kept]) -> list[str]:
        """Whether whom we blocked and muted is known here as there."""
        wrong = []
        flags = {one.author: one for one in kept.values()}
        for name, who in self.strangers.items():
            profile: dict[str, Any] = {}
            with contextlib.suppress(NetworkError):
                profile = self.network.query("app.bsky.actor.getProfile", self.brand, actor=who["did"])
            viewer, mine = profile.get("viewer", {}), flags.get(who["did"])
            if mine is None:
                continue
            if (
                bool(viewer.get("blocking")) is not mine.blocked
                or bool(viewer.get("muted")) is not mine.muted
            ):
                wrong.append(f"{name}: {viewer} there, blocked={mine.blocked} muted={mine.muted} here")
        return wrong

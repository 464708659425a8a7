"""Answers that are valid JSON and nonsense, one random place replaced or removed, and a connector that lives with them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from console.domain.decision import ActionRequest
from console.domain.errors import ConnectorError
from console.domain.ports import Connector
from console.domain.vocabulary import LOCAL_ACTIONS, ActionKind
from tests.support.desk import using
from tests.support.faultserver import Answer, FaultServer, Seen, TestClock

ODD: tuple[Any, ...] = (
    None,
    True,
    7,
    -1,
    1e300,
    "",
    "x",
    "at://did:plc:x/y",
    [],
    {},
    [None],
    [[]],
    {"uri": 7},
    "\ud800",
)


def damage(chance: random.Random, value: Any) -> Any:
    """A copy with one random place replaced or removed."""
    copy = json.loads(json.dumps(value))
    places: list[tuple[Any, Any]] = []
    stack = [copy]
    while stack:
        node = stack.pop()
        keys = node.keys() if isinstance(node, dict) else range(len(node))
        for key in keys:
            places.append((node, key))
            if isinstance(node[key], dict | list) and node[key]:
                stack.append(node[key])
    if not places:
        return chance.choice(ODD)
    node, key = chance.choice(places)
    if isinstance(node, dict) and chance.random() < 0.3:
        del node[key]
    else:
        node[key] = chance.choice(ODD)
    return copy


def spoil(
    chance: random.Random, server: FaultServer, spared: Callable[[Seen], bool] = lambda _: False
) -> None:
    """From now on every second answer is damaged, but for those to requests that are ``spared``."""
    real = server.handle

    def broken(seen: Seen) -> Answer:
        answer = real(seen)
        if answer.body is None or spared(seen) or chance.random() < 0.5:
            return answer
        return Answer(answer.status, damage(chance, answer.body))

    server.handle = broken


def survive(
    chance: random.Random,
    made: Callable[[], Connector],
    clock: TestClock,
    *,
    known: Sequence[str],
    target: str,
    author: str,
    facts: Mapping[str, Any],
    rounds: int,
) -> None:
    """Everything is asked of ``rounds`` connectors: nothing but ConnectorError comes out, and what comes can be stored."""
    brought = 0
    told: list[str] = []

    async def ask_everything(connector: Connector) -> None:
        nonlocal brought
        action = chance.choice(sorted(set(ActionKind) - LOCAL_ACTIONS))
        key, told_facts = f"{chance.random()}", chance.choice([facts, {}])
        intent = ActionRequest(key, action, clock.now_us(), target, author, text="x", facts=told_facts)
        cursor: str | None = None
        jobs: list[Any] = [
            connector.check, lambda: connector.pull(cursor), lambda: connector.pull(cursor),
            lambda: connector.recheck(known), lambda: connector.perform(intent), lambda: connector.reconcile(intent),
        ]  # fmt: skip
        for job in jobs:
            try:
                result = await job()
            except ConnectorError as error:
                told.append(json.dumps(error.as_dict()))
                continue
            cursor = getattr(result, "cursor", cursor)
            if isinstance(result, dict):
                assert set(result) <= set(known)
            found = result.values() if isinstance(result, dict) else getattr(result, "comments", ())
            for comment in (one for one in found if one is not None):
                brought += 1
                json.dumps(dict(comment.facts))
                assert isinstance(comment.posted_at, int)
                assert comment.remote_id
                assert comment.author.remote_id

    for _ in range(rounds):
        using(made, ask_everything)
    assert told  # else nothing was damaged that matters
    assert brought  # else nothing came through

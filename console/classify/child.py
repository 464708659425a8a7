"""One life of the classifier child process: start, one request at a time, end within a bounded time."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any

from console import processes
from console.classify import codec, framing
from console.domain.errors import ClassifierAway

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.domain.verdict import ClassifyItem, Verdict

_LAST_WORDS = 4_000
_STEP = 1.0
"""Seconds that each step of ending the child may take: closing its input, asking, killing."""


class ChildDied(Exception):
    """The child hung, ended or sent garbage while it held a request; `why` says which."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Child:
    """A running child. Use `start`; not safe for two requests at once."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._sequence = 0
        self._words = bytearray()
        self._listener = asyncio.create_task(self._listen(), name="classifier-stderr")
        self.engine = ""
        self.version = ""
        self.loaded_ms = 0
        self.peak_mb = 0.0
        """Most memory the process ever held, in MiB, as of its last answer; 0 where it does not say."""
        self.cpu_seconds = 0.0
        """Processor time it has used, as of its last answer."""

    @classmethod
    async def start(
        cls, command: Sequence[str], timeout: float, env: Mapping[str, str] | None = None
    ) -> Child:
        """Start the child and wait until it is ready; raises ClassifierAway when it does not come up."""
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=None if env is None else dict(env),
                creationflags=processes.no_window(),
            )
        except OSError as error:
            raise ClassifierAway(why="not_started", detail=type(error).__name__) from error
        child = cls(process)
        try:
            async with asyncio.timeout(timeout):
                hello = await child._receive()
        except (TimeoutError, ChildDied) as error:
            await child.end()
            raise ClassifierAway(why="not_ready", detail=child.last_words()) from error
        except asyncio.CancelledError:
            await child.end()
            raise
        if hello.get("type") != "ready":
            await child.end()
            raise ClassifierAway(
                **{**dict(hello.get("params") or {}), "why": str(hello.get("code", "not_ready"))}
            )
        child.engine, child.version = str(hello.get("engine")), str(hello.get("version"))
        child.loaded_ms = int(hello.get("loaded_ms", 0))
        child._note_usage(hello)
        return child

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process has not ended, as far as is known."""
        return self._process.returncode is None

    def last_words(self) -> str:
        """The end of what the child wrote to standard error."""
        return self._words.decode("utf-8", "replace").strip()[-300:]

    def _note_usage(self, message: Mapping[str, Any]) -> None:
        for name, field in (("peak_mb", "peak_mb"), ("cpu_s", "cpu_seconds")):
            value = message.get(name)
            if isinstance(value, (int, float)):
                setattr(self, field, float(value))

    async def _listen(self) -> None:
        stream = self._process.stderr
        assert stream is not None
        while chunk := await stream.read(4096):
            self._words += chunk
            del self._words[:-_LAST_WORDS]

    async def _receive(self) -> dict[str, Any]:
        stream = self._process.stdout
        assert stream is not None
        try:
            length = framing.length_of(await stream.readexactly(framing.HEADER.size))
            return framing.decode(await stream.readexactly(length))
        except asyncio.IncompleteReadError:
            raise ChildDied("ended") from None
        except framing.FrameError:
            raise ChildDied("garbage") from None

    async def ask(self, items: Sequence[ClassifyItem], timeout: float) -> list[Verdict]:
        """Return the verdicts of one batch; raises ChildDied, after which only `end` may be called."""
        stream = self._process.stdin
        assert stream is not None
        self._sequence += 1
        request = {
            "type": "classify",
            "seq": self._sequence,
            "items": [codec.item_to_json(item) for item in items],
        }
        try:
            async with asyncio.timeout(timeout):
                stream.write(framing.encode(request))
                await stream.drain()
                answer = await self._receive()
        except TimeoutError:
            raise ChildDied("hung") from None
        except (BrokenPipeError, ConnectionResetError):
            raise ChildDied("ended") from None
        except framing.FrameError:
            raise ChildDied("too_large") from None
        try:
            verdicts = [codec.verdict_from_json(entry) for entry in answer["verdicts"]]
        except (KeyError, TypeError, ValueError):
            raise ChildDied("garbage") from None
        if answer.get("seq") != self._sequence or len(verdicts) != len(items):
            raise ChildDied("garbage")
        self._note_usage(answer)
        return verdicts

    async def end(self, *, patient: bool = True) -> None:
        """End the process: close its input, then terminate, then kill; at most about three seconds.

        Not `patient`: a child that already misbehaved is not asked first.
        """
        process = self._process
        if process.stdin is not None:
            process.stdin.close()
        for blow in (None, process.terminate, process.kill)[0 if patient else 1 :]:
            if process.returncode is None and blow is not None:
                with contextlib.suppress(ProcessLookupError):
                    blow()
            try:
                async with asyncio.timeout(_STEP):
                    await process.wait()
                break
            except TimeoutError:
                continue
        self._listener.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._listener
        # Without this the transport's pipes are closed by the garbage collector, with a warning.
        transport = getattr(process, "_transport", None)
        if transport is not None:
            transport.close()

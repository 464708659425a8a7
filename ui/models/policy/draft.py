"""The policy text a person works on: one text with its lists, shared by editor, form and tabs, checked in the background."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.policy import Policy, PolicyError, PolicyLoad, load_policy
from console.policy.advice import advise

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Future

    from console.runtime.app import Console
    from console.services.versions import PolicyVersion
    from ui.bridge import Bridge

Checked = tuple[PolicyLoad, tuple[PolicyError, ...]]
"""A finished check and its remarks."""

CHECK_MS: Final = 250
"""Pause after the last change before the text is checked."""


@dataclass(frozen=True, slots=True)
class ActiveText:
    """The active version as text: what a draft is compared with."""

    number: int = 0
    name: str = ""
    text: str = ""
    files: Mapping[str, bytes] | None = None
    activated_at: int = 0
    activated_by: str = ""


class PolicyDraft(QObject):
    """Lives in the GUI thread; every check runs on a reader thread and the newest text wins.

    ``changed`` carries the origin given to the setter ("text", "form", "version", "file", ...): who wrote the change
    ignores its own. ``checked`` says that ``load`` now belongs to ``text`` as it stands. ``active_changed`` says that
    another version is in force.
    """

    changed = Signal(str)
    checked = Signal()
    version_changed = Signal()
    active_changed = Signal()

    def __init__(self, console: Console, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console, self._bridge = console, bridge
        self._text = ""
        self._files: dict[str, bytes] = {}
        self._load: PolicyLoad | None = None
        self._remarks: tuple[PolicyError, ...] = ()
        self._generation = 0
        self._checked_generation = -1
        self._checking = False
        self._closed = False
        self._version: PolicyVersion | None = None
        self._active: Policy | None = None
        self.active_text = ActiveText()
        self.file_name = "policy.toml"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.check_now)

    # ------------------------------------------------------------------ what it holds

    @property
    def text(self) -> str:
        """The policy's TOML text, line ends as ``\\n``."""
        return self._text

    @property
    def files(self) -> dict[str, bytes]:
        """The included lists by the name that the policy gives them; a copy."""
        return dict(self._files)

    @property
    def load(self) -> PolicyLoad | None:
        """The newest finished check; it may belong to an earlier text while ``fresh`` is False. None before any."""
        return self._load

    @property
    def fresh(self) -> bool:
        """Whether ``load`` belongs to the text as it stands."""
        return self._checked_generation == self._generation

    @property
    def policy(self) -> Policy | None:
        """The policy the text means, None while it has errors or its check is not finished."""
        return self._load.policy if self._load is not None and self.fresh else None

    @property
    def errors(self) -> tuple[PolicyError, ...]:
        """What the newest check found wrong."""
        return () if self._load is None else self._load.errors

    @property
    def remarks(self) -> tuple[PolicyError, ...]:
        """What the newest check found allowed but probably not meant."""
        return self._remarks

    @property
    def version(self) -> PolicyVersion | None:
        """The stored version that means the same as this text; None while there is none, or the text has errors.

        While a check is under way it is the one of the text before. Its words may be others: see ``PolicyDesk.stored``.
        """
        return self._version

    @property
    def active(self) -> Policy | None:
        """The policy in force, None until it was read."""
        return self._active

    @property
    def closed(self) -> bool:
        """Whether the room is gone: nothing may be asked of the workspace any more."""
        return self._closed

    @property
    def generation(self) -> int:
        """Grows with every change: answers that belong to an earlier one can be told apart."""
        return self._generation

    @property
    def differs(self) -> bool:
        """Whether text or lists differ from the active version's."""
        active = self.active_text
        return self._text != active.text or self._used(self._files) != self._used(active.files or {})

    def _used(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        wanted = None if self._load is None or self._load.policy is None else set(self._load.files)
        return {name: data for name, data in files.items() if wanted is None or name in wanted}

    # ------------------------------------------------------------------ changing it

    def set_text(self, text: str, origin: str) -> None:
        """Replace the text; a check follows CHECK_MS after the last change."""
        text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        if text != self._text:
            self._text = text
            self._touched(origin)

    def set_files(self, files: Mapping[str, bytes], origin: str) -> None:
        """Replace the included lists."""
        if dict(files) != self._files:
            self._files = dict(files)
            self._touched(origin)

    def set_all(self, text: str, files: Mapping[str, bytes], origin: str) -> None:
        """Replace text and lists at once: one change, one check."""
        text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        if text != self._text or dict(files) != self._files:
            self._text, self._files = text, dict(files)
            self._touched(origin)

    def set_version(self, version: PolicyVersion | None) -> None:
        """Say which stored version means the same as the text."""
        if version != self._version:
            self._version = version
            self.version_changed.emit()

    def _touched(self, origin: str) -> None:
        self._generation += 1
        self._timer.start()
        self.changed.emit(origin)

    # ------------------------------------------------------------------ checking

    @Slot()
    def check_now(self) -> None:
        """Check without waiting for a pause; while a check runs, the newest text is checked after it."""
        self._timer.stop()
        if self._closed or self._checking or self.fresh:
            return
        self._checking = True
        generation, text, files, name = self._generation, self._text, dict(self._files), self.file_name
        future: Future[Checked] = self._console.background(lambda _console: _check(text, name, files))
        self._bridge.watch(
            future, self, lambda found: self._landed(generation, found), lambda _error: self._not_checked()
        )

    def _landed(self, generation: int, found: Checked) -> None:
        self._checking = False
        if generation != self._generation:
            if not self._timer.isActive():
                self.check_now()
            return
        self._load, self._remarks = found
        self._checked_generation = generation
        self.checked.emit()

    def _not_checked(self) -> None:
        self._checking = False

    # ------------------------------------------------------------------ the active version

    def read_active(self) -> None:
        """Read in the background what is in force; ``active_changed`` follows when it is another one."""
        if self._closed:
            return
        future = self._console.background(_active)
        self._bridge.watch(future, self, self._active_read)

    def _active_read(self, found: tuple[Policy, ActiveText]) -> None:
        policy, text = found
        if self._active is None or self._active.id != policy.id or text != self.active_text:
            self._active, self.active_text = policy, text
            self.active_changed.emit()

    def shut_down(self) -> None:
        """Check and read nothing more."""
        self._closed = True
        self._timer.stop()


def _check(text: str, name: str, files: Mapping[str, bytes]) -> Checked:
    """The static check with its remarks, on a reader thread."""
    load = load_policy(text, name=name, files=files)
    return load, advise(load, name)


def _active(console: Console) -> tuple[Policy, ActiveText]:
    """The active policy and its text. Blocks: on a reader thread only."""
    policy = console.policy()
    stored = console.store.read(lambda r: r.policies.active())
    if stored is None:
        return policy, ActiveText()
    return policy, ActiveText(
        stored.number,
        stored.name,
        stored.source.removeprefix("\ufeff").replace("\r\n", "\n"),
        dict(stored.files),
        getattr(stored, "activated_at", None) or 0,
        getattr(stored, "activated_by", None) or "",
    )

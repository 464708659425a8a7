"""One window for each workspace: a second start raises the first window instead of opening another.

A local socket of Qt's own, not a file or a loopback port: it is a named pipe on Windows and a socket of this user
elsewhere, its message arrives in the window's own loop without a thread, and what a killed process leaves behind is
told from a live one by trying to connect. The name is a hash of the workspace's path, so two workspaces do not meet.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import unicodedata
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from console.paths import os_user
from ui.retiring import retire

log = logging.getLogger(__name__)

_PATIENCE_MS: Final = 700
_HELLO: Final = b"raise\n"
_LONGEST_PATH: Final = 100
"""A socket's path may have 108 bytes on Linux and 104 on macOS."""


def one_name(path: str, person: str, system: str) -> str:
    """What of ``path`` (whole) tells two workspaces apart, under whatever spelling one of them is named.

    Windows and macOS do not tell upper from lower case, macOS not the two ways to write an accent either; a disk that
    was set up to tell them apart there is taken for one that does not. On Windows, and where a socket lies in a folder
    of everybody, names are the whole machine's: ``person`` keeps those of two people apart.
    """
    if system == "win32":
        path = path.replace("/", "\\").casefold()
    elif system == "darwin":
        path = unicodedata.normalize("NFC", path).casefold()
    return f"{path}\0{person}"


def socket_name(workspace: Path, system: str = sys.platform) -> str:
    """The name under which the window of ``workspace`` listens."""
    known = one_name(str(workspace.resolve()), os_user(), system)
    digest = hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:20]
    name = f"vigie-{digest}"
    if system in ("win32", "darwin"):  # a named pipe; a socket in this user's own temporary folder
        return name
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    path = str(Path(runtime) / name) if runtime and Path(runtime).is_dir() else ""
    return path if path and len(os.fsencode(path)) <= _LONGEST_PATH else name


class SingleWindow(QObject):
    """``asked`` fires in the first window when somebody starts the program on its workspace again."""

    asked = Signal()

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = socket_name(workspace)
        self._server: QLocalServer | None = None

    def raise_other(self) -> bool:
        """Ask a window that already shows this workspace to come forward; whether there is one."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(_HELLO)
        socket.waitForBytesWritten(_PATIENCE_MS)
        # The answer proves that a window's loop runs and not that a dying process still holds the socket.
        answered = socket.waitForReadyRead(_PATIENCE_MS * 3)
        socket.disconnectFromServer()
        return answered

    def listen(self) -> bool:
        """Be the first window from now on; False when another one holds the name."""
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            probe = QLocalSocket()
            probe.connectToServer(self._name)
            if probe.waitForConnected(_PATIENCE_MS):
                probe.disconnectFromServer()
                return False
            QLocalServer.removeServer(self._name)  # left behind by a process that was killed
            if not server.listen(self._name):
                log.info("no socket for a second start: %s", server.errorString())
                return False
        server.newConnection.connect(self._greet)
        self._server = server
        return True

    def close(self) -> None:
        """Listen no more and remove the socket."""
        if self._server is not None:
            self._server.close()
            self._server = None

    @Slot()
    def _greet(self) -> None:
        server = self._server
        socket = server.nextPendingConnection() if server is not None else None
        if socket is None:
            return
        socket.setParent(self)
        socket.readyRead.connect(self._answer)
        socket.disconnected.connect(lambda one=socket: retire(one))
        if socket.bytesAvailable():
            self._reply(socket)

    @Slot()
    def _answer(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._reply(socket)

    def _reply(self, socket: QLocalSocket) -> None:
        if bytes(socket.readAll().data()).startswith(_HELLO[:5]):
            socket.write(b"ok\n")
            socket.flush()
            self.asked.emit()

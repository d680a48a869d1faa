"""One window for one library: a second start hands its files to the first and ends.

Two windows on one library would each undo what the other did.
"""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

# How long the first window may take to answer (milliseconds).
_PATIENCE_MS = 3000
# No list of files is longer (bytes); the rest is not read.
_LONGEST = 1_000_000
# The line a second start sends lies ready when it is met (milliseconds).
_LINE_MS = 300


class OneWindow(QObject):
    """Holds the library for this process, or hands files to the one that holds it."""

    handed_over = Signal(list)

    def __init__(self, home: Path) -> None:
        """`home` is the folder of the library."""
        super().__init__()
        home.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(home / "window.lock"))
        # Only the end of the process that holds it sets a lock free, not its age.
        self._lock.setStaleLockTime(0)
        digest = hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:16]
        self._name = f"briefer-{digest}"
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Whether this process may open the library's window."""
        return self._lock.tryLock(0)

    def hand_over(self, arguments: list[str]) -> bool:
        """Give the files and addresses to the first window; whether it took them."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(json.dumps(arguments).encode() + b"\n")
        socket.flush()
        taken = socket.waitForReadyRead(_PATIENCE_MS)
        socket.disconnectFromServer()
        return taken

    def listen(self) -> None:
        """Take files from later starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._meet)
        server.listen(self._name)
        self._server = server

    def close(self) -> None:
        """Let another process open the window."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _meet(self) -> None:
        guest = self._server.nextPendingConnection() if self._server is not None else None
        if guest is None:
            return
        # The other process writes its one line at once and waits: this takes no time to speak of.
        said = bytearray()
        while b"\n" not in said and len(said) < _LONGEST and guest.waitForReadyRead(_LINE_MS):
            said.extend(guest.readAll().data())
        line, end, _ = bytes(said).partition(b"\n")
        if end:
            guest.write(b"taken\n")
            guest.waitForBytesWritten(_LINE_MS)
        guest.disconnectFromServer()
        if end:
            self.handed_over.emit([str(one) for one in json.loads(line)])

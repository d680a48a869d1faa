"""What the system itself saw: whether a file was opened, whether a server was called."""

import contextlib
import ctypes
import os
import select
import socket
import sys
import threading

_ACCESS, _OPEN = 0x1, 0x20
can_watch_files = sys.platform == "linux"


class WatchedFile:
    """Tells whether anyone opened a file, C libraries too (inotify)."""

    def __init__(self, path):
        libc = ctypes.CDLL(None, use_errno=True)
        self._events = libc.inotify_init()
        assert libc.inotify_add_watch(self._events, os.fsencode(path), _OPEN | _ACCESS) >= 0

    def was_opened(self):
        """Since the watch began, or since it was last asked."""
        ready, _, _ = select.select([self._events], [], [], 0)
        return bool(ready) and bool(os.read(self._events, 4096))

    def close(self):
        """End the watch."""
        os.close(self._events)


class WatchedServer:
    """A server of this machine that notes each call."""

    def __init__(self):
        self.calls = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        with contextlib.suppress(OSError):
            while True:
                caller, _ = self._socket.accept()
                with caller:
                    self.calls.append(caller.recv(300))

    def close(self):
        """Stop listening."""
        self._socket.close()

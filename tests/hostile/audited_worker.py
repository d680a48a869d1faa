"""A worker that reports on itself: each file it opens and each address it calls, by task.

It is started as `python -P -c RUN root reports`; the C libraries it calls are watched from outside.
"""

RUN = """
import sys
reports, root = sys.argv.pop(), sys.argv.pop()
sys.path.insert(0, root)
import tempfile, threading
from pathlib import Path
from briefer import places, worker
import os
out = os.open(reports, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
task = ["start"]
answers = worker._answers

def told(request):
    task[0] = request.get("path", request["task"])
    return answers(request)

worker._answers = told
owned = [sys.prefix, sys.base_prefix, root, os.path.join(tempfile.gettempdir(), "briefer-"), "/usr/", "/lib", "/proc/", "/sys/",
         "/dev/", "/etc/", str(places.home())]
CALLS = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system", "os.exec",
         "os.posix_spawn", "os.fork", "urllib.Request", "shutil.", "os.remove", "os.rename", "os.symlink", "os.link")

def hook(event, given):
    if event == "open":
        path = given[0]
        if isinstance(path, int):
            return
        path = os.path.abspath(os.fsdecode(path))
        # The folder of temporary files itself is looked at, to see what may be removed.
        if path not in (task[0], tempfile.gettempdir()) and not path.startswith(tuple(owned)):
            os.write(out, f"{task[0]}\\topen\\t{path}\\n".encode("utf-8", "replace"))
    elif event.startswith(CALLS):
        said = str(given)[:300]
        # A folder of ours is emptied by names within it.
        is_within = event == "os.remove" and not os.path.isabs(given[0]) and given[1] >= 0
        if "briefer-" not in said and not is_within:
            os.write(out, f"{task[0]}\\t{event}\\t{said}\\n".encode("utf-8", "replace"))

sys.addaudithook(hook)
sys.exit(worker.main())
"""

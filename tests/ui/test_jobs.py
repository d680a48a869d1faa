"""Jobs off the window's thread: each has an end, also one that never began."""

import threading

import pytest

from briefer.ui.jobs import Jobs

pytestmark = pytest.mark.gui


def test_a_job_that_waits_when_all_is_closed_ends_too(qapp, qtbot):
    jobs, free = Jobs(threads=1), threading.Event()
    jobs.start(lambda _: free.wait(20))
    ended = []
    waiting = jobs.start(lambda _: None)
    waiting.ended.connect(lambda: ended.append(True))
    threading.Timer(0.1, free.set).start()

    jobs.close()

    qtbot.waitUntil(lambda: bool(ended))
    assert not jobs.busy

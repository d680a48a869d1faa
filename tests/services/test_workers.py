"""A task that hangs, dies or fails costs itself alone."""

import contextlib
import itertools
import queue
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from briefer.model.errors import Cancelled, UnreadableFile
from briefer.services.crew import Crew
from briefer.services.worker_start import started as start
from briefer.services.workers import Worker

CHILD = """
import json, os, sys
for line in sys.stdin:
    task = json.loads(line)
    if task["task"] == "hang":
        import threading; threading.Event().wait()
    if task["task"] == "die":
        os._exit(3)
    if task["task"] == "die answering":
        print('{"echo": "ha', end="", flush=True)
        os._exit(3)
    if task["task"] == "fail":
        print(json.dumps({"error": {"family": "ExportFailed", "what": "No.", "hint": "Do."}}), flush=True)
    else:
        weary = {"weary": True} if task["task"] == "tire" else {}
        print(json.dumps({"echo": task.get("value"), **weary}), flush=True)
"""
COMMAND = [sys.executable, "-c", CHILD]


@pytest.fixture
def worker():
    made = Worker(COMMAND)
    yield made
    made.close()


def test_a_worker_is_kept_between_tasks(worker):
    assert worker.ask("echo", {"value": 1}) == {"echo": 1}
    first = worker._process.pid
    assert worker.ask("echo", {"value": "ü"}) == {"echo": "ü"}
    assert worker._process.pid == first


def test_a_worker_that_holds_too_much_is_replaced_after_its_answer(worker):
    worker.ask("echo", {"value": 1})
    first = worker._process.pid
    assert worker.ask("tire", {"value": 2}) == {"echo": 2}
    assert worker.ask("echo", {"value": 3}) == {"echo": 3}
    assert worker._process.pid != first


@pytest.mark.parametrize(
    ("task", "said"), [("hang", "longer than"), ("die", "memory"), ("die answering", "memory")]
)
def test_a_lost_task_says_so_and_the_next_one_works(worker, task, said):
    with pytest.raises(UnreadableFile, match=said) as caught:
        worker.ask(task, {}, name="x.pdf", limit=0.3)

    assert caught.value.name == "x.pdf"
    assert worker.ask("echo", {"value": 2}) == {"echo": 2}


def test_errors_keep_their_family_and_words(worker):
    from briefer.model.errors import ExportFailed

    with pytest.raises(ExportFailed) as caught:
        worker.ask("fail", {}, name="thing")

    assert (caught.value.what, caught.value.hint, caught.value.name) == ("No.", "Do.", "thing")


def test_waiting_can_be_cancelled(worker):
    class Impatient:
        def step(self, done, total, label):
            raise Cancelled

    with pytest.raises(Cancelled):
        worker.ask("hang", {}, progress=Impatient())


def test_a_crew_answers_in_the_order_asked():
    crew = Crew(2, lambda: Worker(COMMAND))
    payloads = [{"value": number, "name": str(number)} for number in range(9)]
    payloads[4]["task"] = "die"

    answers = [answer for _, answer in crew.each("echo", payloads)]

    crew.close()
    assert isinstance(answers.pop(4), UnreadableFile)
    assert [answer["echo"] for answer in answers] == [0, 1, 2, 3, 5, 6, 7, 8]


def test_a_crew_gets_ready_while_nobody_waits_and_tells_of_no_failure():
    asked = queue.SimpleQueue()

    class Listed(Worker):
        def ask(self, task, payload, **options):
            asked.put(task)
            if task == "get_ready":
                task = "die"
            return super().ask(task, payload, **options)

    crew = Crew(2, lambda: Listed(COMMAND))
    crew.get_ready()
    # Whoever asks meanwhile waits for a worker and gets its answer.
    told = [asked.get(timeout=30), asked.get(timeout=30)]
    assert crew.ask("echo", {"value": 1}) == {"echo": 1}
    crew.close()

    assert told == ["get_ready", "get_ready"]


def test_closing_at_once_ends_what_gets_ready(monkeypatch):
    started = []
    faults = []
    monkeypatch.setattr(threading, "excepthook", faults.append)
    monkeypatch.setattr(
        "briefer.services.workers.started",
        lambda command: started.append(start(command)) or started[-1],
    )
    for pause in range(30):
        before = set(threading.enumerate())
        crew = Crew(2, lambda: Worker(COMMAND))
        crew.get_ready()
        # Anywhere between the first line of the threads and their end.
        for _ in range(pause * 200):
            pass
        crew.close()
        while left := set(threading.enumerate()) - before:
            for thread in left:
                # One that is only about to start cannot be waited for yet.
                with contextlib.suppress(RuntimeError):
                    thread.join(30)

    assert not faults
    assert started
    assert all(process.poll() is not None for process in started)


def test_a_ready_worker_has_loaded_what_pages_and_names_need():
    # In a process of its own, where nothing is loaded yet.
    ready = "from briefer.engines import get_ready; import sys; get_ready(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", ready], capture_output=True, text=True, check=True, timeout=120
    )
    loaded = done.stdout.split()
    assert {"trafilatura", "resiliparse.extract.html2text", "py3langid.langid"} <= {*loaded}
    assert "briefer.actors.tagger" in loaded
    assert not [name for name in loaded if name.startswith("PySide6")]


def test_tasks_sent_ahead_outlive_losses_and_replaced_workers():
    crew = Crew(2, lambda: Worker(COMMAND))
    payloads = [{"value": number, "name": str(number)} for number in range(60)]
    for number, task in ((7, "die"), (8, "tire"), (20, "fail"), (31, "die answering")):
        payloads[number]["task"] = task
    payloads[40]["value"] = "long" * 5_000

    answers = [answer for _, answer in crew.each("echo", payloads)]

    crew.close()
    echoed = [None if isinstance(one, Exception) else one["echo"] for one in answers]
    lost = [number for number, echo in enumerate(echoed) if echo is None]
    assert lost == [7, 20, 31]
    assert [echo for echo in echoed if echo is not None] == [
        payload["value"] for number, payload in enumerate(payloads) if number not in lost
    ]


def test_who_asks_between_waits_for_no_more_than_what_was_sent_ahead():
    crew = Crew(1, lambda: Worker(COMMAND))
    with ThreadPoolExecutor(1) as pool:
        answers = crew.each("echo", ({"value": number} for number in itertools.count()))
        next(answers)
        asked = pool.submit(crew.ask, "echo", {"value": "between"})
        # Without end, were it not for the other's answer.
        for _ in answers:
            if asked.done():
                break
        answers.close()
    crew.close()

    assert asked.result() == {"echo": "between"}


def test_what_was_sent_ahead_is_not_taken_for_another_answer():
    crew = Crew(1, lambda: Worker(COMMAND))
    for _ in range(3):
        hasty = crew.each("echo", [{"value": number} for number in range(20)])
        next(hasty)
        hasty.close()
        assert crew.ask("echo", {"value": "own"}) == {"echo": "own"}
    crew.close()


def test_a_fault_of_ours_is_not_lost():
    crew = Crew(1, lambda: Worker(COMMAND))
    with pytest.raises(TypeError):
        list(crew.each("echo", [{"value": {1}}]))
    crew.close()


def test_a_caller_that_leaves_early_ends_no_one_elses_work():
    crew = Crew(2, lambda: Worker(COMMAND))
    with ThreadPoolExecutor(1) as pool:
        patient = pool.submit(crew.ask, "hang", {}, limit=1.0)
        hasty = crew.each("echo", [{"value": 1}, *[{"task": "hang"}] * 3])
        next(hasty)
        hasty.close()
        problem = patient.exception()
    crew.close()

    assert "longer than" in str(problem)


PARTS = """
import json, os, sys
for line in sys.stdin:
    task = json.loads(line)
    for part in range(task["parts"]):
        print(json.dumps({"part": part, "more": True}), flush=True)
    if task.get("dies"):
        os._exit(3)
    print(json.dumps({"part": "last"}), flush=True)
"""


def test_an_answer_in_parts_arrives_part_by_part():
    crew = Crew(2, lambda: Worker([sys.executable, "-c", PARTS]))
    payloads = [{"parts": 3, "name": "a"}, {"parts": 0, "name": "b"}, {"parts": 2, "name": "c"}]

    answers = [(payload["name"], answer["part"]) for payload, answer in crew.each("x", payloads)]

    crew.close()
    assert answers == [
        ("a", 0), ("a", 1), ("a", 2), ("a", "last"), ("b", "last"), ("c", 0), ("c", 1), ("c", "last"),
    ]  # fmt: skip


def test_what_arrived_before_a_loss_is_kept():
    crew = Crew(1, lambda: Worker([sys.executable, "-c", PARTS]))

    answers = [answer for _, answer in crew.each("x", [{"parts": 2, "dies": True, "name": "a"}])]

    crew.close()
    assert answers[:2] == [{"part": 0}, {"part": 1}]
    assert isinstance(answers[2], UnreadableFile)


def test_a_worker_runs_nothing_of_the_folder_briefer_was_started_in(tmp_path, monkeypatch):
    for name in ("json", "lxml", "six", "briefer"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('trapped')")
    (tmp_path / "story.txt").write_text("The ferry strike ended on Monday, the port said.")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    made = Worker()

    answer = next(iter(made.answers("read", {"path": "story.txt"}, name="story.txt")))

    made.close()
    assert answer["articles"]

"""JSON lines: each record is answered in its place, whatever stands in it."""

import json

import pytest

from briefer.cli import main

STORY = "Elena Marinova leads the port of Varna. “We are ready,” Elena Marinova said on Monday."
RECORDS = (
    json.dumps({"id": 1, "text": STORY}),
    "no json",
    "[1, 2]",
    '{"id": "none"}',
    '{"id": "deep", "text": ' + "[" * 100_000,
    json.dumps({"id": "odd", "text": "\ud800 half a pair.", "language": 7, "title": ["x"]}),
    json.dumps({"id": "last", "text": STORY}),
)


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(RECORDS), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", ["summarize", "actors"])
def test_every_record_is_answered_in_its_place(records, capsys, command):
    assert main([command, records, "--jsonl"]) == 1

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == [1, None, None, "none", None, "odd", "last"]
    assert ["error" in answer for answer in answers] == [
        False,
        True,
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("command", ["summarize", "actors"])
def test_a_file_that_is_missing_costs_itself_alone(records, capsys, command):
    assert main([command, "--jsonl", "/no/such/file", records]) == 1

    said = capsys.readouterr()
    assert len(said.out.splitlines()) == len(RECORDS)
    assert said.err.startswith("briefer: /no/such/file: ")


@pytest.mark.parametrize("command", ["summarize", "actors"])
def test_together_passes_over_what_is_no_record_and_keeps_ids_as_they_are(records, capsys, command):
    assert main([command, "--jsonl", "--together", records]) == 1

    said = capsys.readouterr()
    (line,) = said.out.splitlines()
    found = json.loads(line)
    parts = found["sentences"] if command == "summarize" else found["actors"][0]["mentions"]
    assert 1 in [part["id"] for part in parts]
    assert len(said.err.splitlines()) == 4


def test_actors_without_input_says_how_it_is_used(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["actors"])

    assert stopped.value.code == 2
    assert "INPUT" in capsys.readouterr().err

import argparse
import io
import json

import pytest

from briefer.cli import main, summarize

FLOOD = (
    "The river Orla burst its banks near Testfeld early on Sunday, flooding some 300 homes.\n\n"
    "Firefighters brought 120 people to safety by boat, fire chief Maren Holt said. "
    "Nobody was hurt.\n\n"
    "The flood also closed the railway between Testfeld and the coast. "
    "Forecasters expect the river to fall from Monday noon."
)
AFTER = (
    "Trains between Testfeld and the coast run again after the flood.\n\n"
    "The river Orla burst its banks near Testfeld on Sunday. "
    "The district will pay each owner of a flooded home 2,000 euros."
)


@pytest.fixture
def records(tmp_path):
    def write(*found):
        path = tmp_path / "records.jsonl"
        lines = [one if isinstance(one, str) else json.dumps(one) for one in found]
        path.write_text("\n".join(lines), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def answers(capsys):
    def ask(*arguments, status=0):
        assert main(["summarize", *arguments]) == status
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return ask


def test_each_record_is_answered_in_order_and_letter_for_letter(records, answers):
    texts = {"a": FLOOD, "b": AFTER, "c": "  Wait.  "}
    path = records(*({"id": key, "text": text, "language": "en"} for key, text in texts.items()))
    found = answers("--jsonl", path, "--sentences", "2")
    assert [answer["id"] for answer in found] == ["a", "b", "c"]
    assert [len(answer["sentences"]) for answer in found] == [2, 2, 1]
    for answer in found:
        assert answer["method"] == "auto"
        assert answer["words"] == sum(len(s["text"].split()) for s in answer["sentences"])
        for sentence in answer["sentences"]:
            text = texts[answer["id"]]
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]
            assert 0 <= sentence["score"] <= 1


def test_paragraphs_are_numbered_from_nought(records, answers):
    (answer,) = answers("--jsonl", records({"id": 1, "text": FLOOD}), "--percent", "100")
    assert [sentence["paragraph"] for sentence in answer["sentences"]] == [0, 1, 1, 2, 2]
    assert answer["language"] == "en"


@pytest.mark.parametrize("method", summarize.METHODS)
def test_every_method_answers(records, answers, method):
    (answer,) = answers("--jsonl", records({"id": 1, "text": FLOOD}), "--method", method)
    assert answer["method"] == method
    assert len(answer["sentences"]) == 3


def test_a_word_limit_is_kept(records, answers):
    (answer,) = answers("--jsonl", records({"id": 1, "text": FLOOD}), "--words", "25")
    assert 0 < answer["words"] <= 25


def test_a_bad_record_answers_with_an_error_in_its_place(records, answers):
    path = records({"id": 1, "title": "No text"}, "not json", {"id": 3, "text": FLOOD})
    found = answers("--jsonl", path, status=1)
    assert ["error" in answer for answer in found] == [True, True, False]
    assert found[0]["id"] == 1


def test_records_with_odd_fields_are_summarized_all_the_same(records, answers):
    path = records({"id": [1], "text": FLOOD, "title": 7, "language": None, "published": {}})
    (answer,) = answers("--jsonl", path)
    assert answer["id"] == [1]
    assert answer["sentences"]


def test_a_story_names_where_each_sentence_comes_from(records, answers):
    texts = {"a": FLOOD, "b": AFTER}
    path = records(*({"id": key, "text": text} for key, text in texts.items()))
    (answer,) = answers("--together", "--jsonl", path, "--sentences", "4")
    assert {sentence["id"] for sentence in answer["sentences"]} == {"a", "b"}
    for sentence in answer["sentences"]:
        assert texts[sentence["id"]][sentence["start"] : sentence["end"]] == sentence["text"]
    burst = [s for s in answer["sentences"] if "burst its banks" in s["text"]]
    assert len(burst) == 1


def test_a_story_goes_on_without_a_bad_record(records, answers):
    path = records({"id": 1}, {"id": 2, "text": FLOOD})
    (answer,) = answers("--together", "--jsonl", path, status=1)
    assert {sentence["id"] for sentence in answer["sentences"]} == {2}


def test_a_story_of_nothing_says_so(records, capsys):
    assert main(["summarize", "--together", "--jsonl", records("")]) == 1
    assert "nothing to summarize" in capsys.readouterr().err


def test_records_come_from_standard_input_too(answers, monkeypatch):
    line = json.dumps({"id": "x", "text": FLOOD}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert answers("--jsonl", "-")[0]["id"] == "x"


@pytest.mark.parametrize(
    "wrong",
    [
        ["--sentences", "0"],
        ["--percent", "101"],
        ["--words", "many"],
        ["--method", "magic"],
        ["--words", "5", "--sentences", "2"],
    ],
)
def test_wrong_usage_ends_with_two(wrong, capsys):
    with pytest.raises(SystemExit) as end:
        main(["summarize", "--jsonl", "x.jsonl", *wrong])
    assert end.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_the_methods_offered_are_those_there_are():
    from briefer.engines import summarizers

    parser = argparse.ArgumentParser()
    summarize.add_arguments(parser)
    assert tuple(method.name for method in summarizers()) == summarize.METHODS


def test_a_record_of_blanks_is_an_error_and_costs_itself_alone(records, answers, capsys):
    path = records({"id": "blank", "text": " \n\t "}, {"id": "good", "text": FLOOD})

    blank, good = answers("--jsonl", path, status=1)
    together = main(["summarize", "--together", "--jsonl", path])

    assert "no words" in blank["error"]
    assert good["sentences"]
    assert together == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["sentences"]
    assert "no words" in said.err

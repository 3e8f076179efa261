import json

from typer.testing import CliRunner, Result

from bot.cli import app
from handlers.requests import Question

KEYS = list(Question("help").as_json())


def assay(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["ask", *arguments], input=stdin)


def test_a_question_is_one_line_with_every_key() -> None:
    done = assay("Was fehlt uns am 1. März für Gold in Cloudplattform?", "--today", "2018-01-15", "--json")

    assert done.exit_code == 0
    assert done.stdout_bytes.count(b"\n") == 1
    read = json.loads(done.stdout_bytes)
    assert list(read) == KEYS
    assert {name: value for name, value in read.items() if value} == {
        "intent": "need",
        "competency": "cloud-platform",
        "level": "gold",
        "on": "2018-03-01",
        "language": "de",
    }


def test_a_batch_is_one_line_for_each_line_and_a_line_that_is_no_text_is_still_answered() -> None:
    asked = "who holds 70-533?\n\nI passed 70-553\r\nWas hat sich an den Regeln geändert?\n".encode()
    done = assay("--json", "--batch", stdin=asked + b"\xff\xfe\n")

    answers = [json.loads(line) for line in done.stdout_bytes.decode("utf-8").splitlines()]
    assert done.exit_code == 0
    assert [answer["intent"] for answer in answers] == ["contributors", "help", "link", "unknown", "unknown"]
    assert [answer["credential"] for answer in answers] == ["70-533", None, None, None, None]
    assert [answer["candidates"] for answer in answers[3:]] == [["rules"], []]


def test_without_json_it_says_what_was_understood() -> None:
    done = assay("who counts for gold in devops")

    assert done.stdout_bytes.decode().splitlines() == [
        "Question: contributors",
        "  language: en",
        "  competency: DevOps (devops)",
        "  level: gold",
    ]


def test_wrong_input_is_one_sentence_and_exit_code_2() -> None:
    for arguments in (("x", "--today", "2018-02-30"), (), ("x", "--batch", "--json"), ("--batch",)):
        done = assay(*arguments)
        assert (done.exit_code, done.stdout_bytes) == (2, b"")
        assert len(done.stderr.strip().splitlines()) == 1

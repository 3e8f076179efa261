import ast
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

from handlers.words import MESSAGES, Message, Words, escape, language_of
from handlers.words import de as german
from handlers.words import en as english
from tests.pictures.emoji import EMOJI

ROOT = Path(__file__).parents[2]
SPEAKING = [
    path
    for folder in ("handlers", "bot")
    for path in (ROOT / folder).rglob("*.py")
    if not {"en", "de", "grammar", "demo"} & set(path.parts)
]
PLURAL_FORMS = {"one", "other"}


def forms(message: Message) -> list[str]:
    return [message] if isinstance(message, str) else [*message.values()]


def placeholders(message: Message) -> set[str]:
    return {name for form in forms(message) for _, name, _, _ in Formatter().parse(form) if name}


def spoken() -> tuple[set[str], set[str]]:
    """The keys in the code, and the beginnings of those that it puts together."""
    nodes = [node for path in SPEAKING for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    whole = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    joined = [node.values[0] for node in nodes if isinstance(node, ast.JoinedStr) and node.values]
    begun = {str(part.value) for part in joined if isinstance(part, ast.Constant)}
    return whole, {start for start in begun if re.fullmatch(r"[a-z_]+\.([a-z_]+\.)?", start)}


def topics() -> Iterator[tuple[str, dict[str, Message]]]:
    for package in (english, german):
        for module in iter_modules(package.__path__):
            contents = vars(import_module(f"{package.__name__}.{module.name}"))
            messages = next(value for name, value in contents.items() if name.isupper() and isinstance(value, dict))
            yield f"{package.__name__}.{module.name}", messages


def test_both_languages_have_the_same_messages() -> None:
    assert MESSAGES["en"].keys() ^ MESSAGES["de"].keys() == set()


def test_each_message_has_the_same_placeholders_in_both_languages() -> None:
    english, german = MESSAGES["en"], MESSAGES["de"]

    assert {k: placeholders(english[k]) ^ placeholders(german[k]) for k in english} == {k: set() for k in english}


def test_what_has_plural_forms_has_them_in_both_languages() -> None:
    plural = [{k for k, message in messages.items() if not isinstance(message, str)} for messages in MESSAGES.values()]

    assert plural[0] == plural[1]
    assert all(set(MESSAGES[language][key]) == PLURAL_FORMS for language in MESSAGES for key in plural[0])


def test_no_message_is_in_two_files_and_none_is_left_out() -> None:
    for language in ("en", "de"):
        keys = [key for name, messages in topics() if f".{language}." in name for key in messages]
        assert sorted(keys) == sorted(MESSAGES[language])


def test_every_message_is_used() -> None:
    whole, begun = spoken()
    unused = {key for key in MESSAGES["en"] if key not in whole and not key.startswith(tuple(begun))}

    assert unused == set()


def test_every_message_that_the_code_says_exists() -> None:
    said = {
        node.args[0].value
        for path in SPEAKING
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in {"say", "RefusedError"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and "." in str(node.args[0].value)
    }

    assert len(said) > 100
    assert said - MESSAGES["en"].keys() == set()


def test_german_says_du_and_speaks_no_english() -> None:
    text = "\n".join(form for message in MESSAGES["de"].values() for form in forms(message))

    assert re.findall(r"\b(?:Ihnen|Ihre[nmrs]?|Bitte [a-zäöü]+en Sie|the|your|please)\b", text) == []


@pytest.mark.parametrize(("language", "said"), [("en", "1 March 2018"), ("de", "1. März 2018")])
def test_a_day_is_said_as_people_say_it(language: str, said: str) -> None:
    assert Words("de" if language == "de" else "en").date(date(2018, 3, 1)) == said


@pytest.mark.parametrize(
    ("number", "english_form", "german_form"),
    [(0, "0 people", "0 Personen"), (1, "1 person", "1 Person"), (2, "2 people", "2 Personen")],
)
def test_one_and_many_are_told_apart(number: int, english_form: str, german_form: str) -> None:
    assert Words("en").say("people.number", n=number) == english_form
    assert Words("de").say("people.number", n=number) == german_form


def test_money_has_its_currency_and_the_languages_separators() -> None:
    assert Words("en").amount(Decimal("100000.50"), "USD") == "US$100,000.50"
    assert Words("en").amount(Decimal("9000.00"), "USD") == "US$9,000"
    assert Words("de").amount(Decimal("9000.5"), "EUR") == "9.000,50 €"
    assert Words("de").amount(Decimal(100000), "EUR") == "100.000 €"


def test_lists_end_with_a_word() -> None:
    assert Words("en").either(["A", "B", "C"]) == "A, B or C"
    assert Words("de").both(["A", "B", "C"]) == "A, B und C"


def test_text_from_people_calls_nobody() -> None:
    assert escape("<!channel> & <@U1>") == "&lt;!channel&gt; &amp; &lt;@U1&gt;"


@pytest.mark.parametrize(("locale", "language"), [("de-DE", "de"), ("de", "de"), ("en-US", "en"), ("fr-FR", "en")])
def test_the_language_follows_the_locale(locale: str, language: str) -> None:
    assert language_of(locale) == language


def test_every_emoji_in_the_messages_is_one_that_the_local_workspace_can_draw() -> None:
    said = "".join(form for messages in MESSAGES.values() for message in messages.values() for form in forms(message))
    found = {sign for sign in said if unicodedata.category(sign) == "So" and ord(sign) > 0xFFFF}

    assert found <= {character.rstrip("\ufe0f") for character, _ in EMOJI.values()}

from decimal import Decimal
from pathlib import Path

import pytest

from domain.reading import MistakesError
from domain.tree import Entries, Items, Leaf, Node
from storage.yaml_tree import LARGEST_FILE, parse_tree, read_tree


def plain(node: Node) -> object:
    """The tree as Python's own values."""
    match node:
        case Leaf(value):
            return value
        case Items(items):
            return [plain(item) for item in items]
        case Entries(entries):
            return {plain(key): plain(value) for key, value in entries}


def refused(content: str | bytes) -> str:
    with pytest.raises(MistakesError) as caught:
        parse_tree(content.encode() if isinstance(content, str) else content, "f.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on", "on"),
        ("yes", "yes"),
        ("2018-01-15", "2018-01-15"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("70-533", "70-533"),
        ("'12'", "12"),
        ("12", 12),
        ("-3", -3),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("1250.50", Decimal("1250.50")),
        ("1e3", Decimal(1000)),
        (".5", Decimal("0.5")),
        (".inf", ".inf"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("", None),
    ],
)
def test_a_plain_value_means_what_yaml_1_2_says(written: str, value: object) -> None:
    found = plain(parse_tree(f"key: {written}\n".encode(), "f.yaml"))

    assert found == {"key": value}
    assert isinstance(found, dict)
    assert type(found["key"]) is type(value)


def test_every_node_knows_its_place() -> None:
    root = parse_tree(b"# comment\na:\n  - b: 1\n", "f.yaml")

    assert isinstance(root, Entries)
    assert str(root.entries[0][0].place) == "f.yaml:2:1"
    assert str(root.entries[0][1].place) == "f.yaml:3:3"


def test_an_alias_repeats_what_it_names() -> None:
    assert plain(parse_tree(b"a: &x {q: 1}\nb: *x\n", "f.yaml")) == {"a": {"q": 1}, "b": {"q": 1}}


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20))

    assert "repeats too much" in refused(f"a0: &a0 [1, 2, 3]\n{levels}")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "f.yaml: The file is empty."),
        ("# nothing\n", "f.yaml: The file is empty."),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: A second document begins here."),
        ("a: !!str 1\n", "f.yaml:1:4: The tag “tag:yaml.org,2002:str” is not used here."),
        ("a: !!python/object:os.system {}\n", "f.yaml:1:4: The tag"),
        ("a: *b\n", "f.yaml:1:4: Nothing was named &b before."),
        ("a: &b [*b]\n", "f.yaml:1:8: Nothing was named &b before."),
        ("a: [1\n", "f.yaml:2:1: This is not YAML"),
        ("a: b: c\n", "f.yaml:1:5: This is not YAML"),
        ("[" * 5000, "nested more than 100 levels deep"),
        (b"\xff\xfe\x00", "f.yaml: This is no text in UTF-8."),
        (b"\x7fELF\x00\x01", "f.yaml: This is no text in UTF-8."),
        (b"a: \x01", "f.yaml: The text holds a control character"),
        (b"a" * (LARGEST_FILE + 1), "f.yaml: The file is larger than 16 MB."),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_refused_is_told_with_its_place(content: str | bytes, told: str) -> None:
    assert told in refused(content)


def test_two_mistakes_are_told_at_once() -> None:
    assert refused("a: !x 1\nb: !y 2\n").count("is not used here") == 2


def test_a_missing_file_a_folder_and_an_unreadable_one_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(MistakesError, match="There is no such file"):
        read_tree(tmp_path / "none.yaml")
    with pytest.raises(MistakesError, match="This is a folder"):
        read_tree(tmp_path)
    with pytest.raises(MistakesError, match="cannot be read"):
        read_tree(tmp_path / ("long" * 100))

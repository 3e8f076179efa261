"""Read YAML 1.2 (core schema) into a located tree.

PyYAML's events are used, not its values: in YAML 1.1, which PyYAML follows, `on` is a truth value, 1_000 a number and
2018-01-15 a date. Here `on` is a text, numbers are exact, and dates stay texts until a field asks for one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import yaml

from domain.reading import Mistake, MistakesError, quote
from domain.tree import Entries, Items, Leaf, Node, Place, Value

LARGEST_FILE = 16 * 1024 * 1024
DEEPEST = 100
MOST_REPEATED = 1_000_000

_WORDS: dict[str, bool | None] = {"": None, "~": None}
_WORDS |= dict.fromkeys(("null", "Null", "NULL"))
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True)
_WORDS |= dict.fromkeys(("false", "False", "FALSE"), False)
_NUMBER = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d{1,6})?", re.ASCII)
_WHOLE = re.compile(r"[-+]?\d{1,300}", re.ASCII)
_OTHER_BASE = re.compile(r"0o[0-7]{1,300}|0x[0-9a-fA-F]{1,300}", re.ASCII)


def read_tree(path: Path) -> Node:
    """The tree of a file. Raises MistakesError where it cannot be opened, is no YAML or uses what is refused here."""
    return parse_tree(read_content(path, str(path)), str(path))


def read_content(path: Path, name: str) -> bytes:
    """A file's bytes, of a file that is too large only as many as show it. Raises MistakesError."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise _refused(name, "There is no such file.", "Check the path.") from None
    except IsADirectoryError:
        raise _refused(name, "This is a folder.", "Name the files in it.") from None
    except OSError as error:
        raise _refused(name, f"The file cannot be read: {error.strerror}.", "Check its permissions.") from error


def parse_tree(content: bytes, name: str) -> Node:
    """The tree of a file's content; `name` is what its places are called. Raises MistakesError."""
    if len(content) > LARGEST_FILE:
        raise _refused(name, f"The file is larger than {LARGEST_FILE // 1024**2} MB.", "Split it into several files.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(name, "This is no text in UTF-8.", "Name a YAML file; save it as UTF-8.") from None
    if "\0" in text:
        raise _refused(name, "This is no text in UTF-8.", "Name a YAML file; save it as UTF-8.")
    return _Builder(name).build(text)


def _refused(name: str, what: str, cure: str) -> MistakesError:
    return MistakesError([Mistake(Place(name), "", what, cure)])


@dataclass
class _Open:
    """A list or mapping whose end has not come yet. A mapping's keys and values alternate."""

    place: Place
    anchor: str | None
    is_mapping: bool
    nodes: list[Node] = field(default_factory=list)
    size: int = 1

    def closed(self) -> Node:
        if not self.is_mapping:
            return Items(tuple(self.nodes), self.place)
        pairs = zip(self.nodes[::2], self.nodes[1::2], strict=True)
        return Entries(tuple(pairs), self.place)


@dataclass
class _Builder:
    name: str
    mistakes: list[Mistake] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)
    repeated: int = 0

    def build(self, text: str) -> Node:
        try:
            root = self.document(yaml.parse(text, Loader=yaml.CSafeLoader))
        except yaml.MarkedYAMLError as error:
            raise self.no_yaml(error.problem or "", error.problem_mark) from error
        except yaml.reader.ReaderError as error:
            raise _refused(self.name, f"The text holds a control character ({error.reason}).", "Remove it.") from error
        if self.mistakes:
            raise MistakesError(self.mistakes)
        if root is None or (isinstance(root, Leaf) and root.value is None):
            raise _refused(self.name, "The file is empty.", "Write its entries, or name another file.")
        return root

    def no_yaml(self, problem: str, mark: yaml.Mark | None) -> MistakesError:
        place = Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name)
        cure = "Check the indentation, colons, quotes and brackets here and on the line above."
        return MistakesError([*self.mistakes, Mistake(place, "", f"This is not YAML: {problem}.", cure)])

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        """The first document; a second one is a mistake."""
        stack = [_Open(Place(self.name), None, is_mapping=False)]
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.wrong(event, "A second document begins here.", "Put it into a file of its own.")
                    break
            elif isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                self.take(event, stack)
        return stack[0].nodes[0] if stack[0].nodes else None

    def take(self, event: yaml.Event, stack: list[_Open]) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.check_tag(event)
            self.put(self.leaf(event), 1, event.anchor, stack[-1])
        elif isinstance(event, yaml.CollectionStartEvent):
            self.check_tag(event)
            self.check_depth(event, stack)
            stack.append(_Open(self.place(event), event.anchor, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.AliasEvent):
            self.take_alias(event, stack[-1])
        else:
            done = stack.pop()
            self.put(done.closed(), done.size, done.anchor, stack[-1])

    def put(self, node: Node, size: int, anchor: str | None, parent: _Open) -> None:
        parent.nodes.append(node)
        parent.size += size
        if anchor:
            self.anchors[anchor] = (node, size)

    def take_alias(self, event: yaml.AliasEvent, parent: _Open) -> None:
        name = event.anchor or ""
        if name not in self.anchors:
            self.wrong(event, f"Nothing was named &{name} before.", "Write the value out.")
        node, size = self.anchors.get(name, (Leaf(None, "", self.place(event)), 1))
        self.repeated += size
        if self.repeated > MOST_REPEATED:
            self.wrong(event, f"*{name} repeats too much.", "Write the values out.")
            raise MistakesError(self.mistakes)
        self.put(node, size, None, parent)

    def check_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            self.wrong(event, f"The tag {quote(event.tag)} is not used here.", "Remove it; use quotes for a text.")

    def check_depth(self, event: yaml.Event, stack: list[_Open]) -> None:
        if len(stack) > DEEPEST:
            self.wrong(event, f"This is nested more than {DEEPEST} levels deep.", "Use fewer levels.")
            raise MistakesError(self.mistakes)

    def leaf(self, event: yaml.ScalarEvent) -> Leaf:
        plain = event.style is None or event.style == ""
        return Leaf(_value(event.value) if plain else event.value, event.value, self.place(event))

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name)

    def wrong(self, event: yaml.Event, what: str, cure: str) -> None:
        self.mistakes.append(Mistake(self.place(event), "", what, cure))


def _value(text: str) -> Value:
    """What a plain text means in the core schema. Infinities and numbers of absurd length stay texts."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    return text

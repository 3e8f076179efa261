"""Read the catalogue: a folder per programme with its `programme.yaml` and one file per competency."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

from domain.catalogue import judge_programme
from domain.programme import Catalogue, Programme
from domain.reading import Mistake, MistakesError
from domain.tree import Node, Place
from storage.yaml_tree import parse_tree, read_content

MAIN_FILE = "programme.yaml"
REVISION_LENGTH = 16


class CatalogueError(MistakesError):
    """The catalogue cannot be used; `mistakes` holds all that is wrong with it."""


def packaged_rules() -> Path:
    """The folder of the rules that come with Assay."""
    return Path(str(resources.files("domain").joinpath("rules")))


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Every programme of a folder by its id, that with the oldest rules first; without a folder, of Assay's own rules.

    The folder holds a folder for each programme, or is the folder of one.
    Raises CatalogueError with every mistake of every file at once.
    """
    return _own() if folder is None else _read(folder)


@cache
def _own() -> Catalogue:
    # They are part of the program: who asks again in the same process gets what was read.
    return _read(packaged_rules())


def _read(home: Path) -> Catalogue:
    mistakes: list[Mistake] = []
    found: dict[str, Programme] = {}
    for main in main_files(home):
        try:
            programme = _programme(main)
        except MistakesError as error:
            mistakes.extend(error.mistakes)
            continue
        if found.setdefault(programme.id, programme) is not programme:
            mistakes.append(Mistake(Place(str(main)), "id", f"“{programme.id}” is there already.", "Rename one."))
    if mistakes:
        raise CatalogueError(mistakes)
    if not found:
        what, cure = f"No */{MAIN_FILE} is here.", "Name a folder that holds a folder for each programme."
        raise CatalogueError([Mistake(Place(str(home)), "", what, cure)])
    return dict(sorted(found.items(), key=lambda item: min(item[1].rule_dates)))


def main_files(folder: Path) -> list[Path]:
    """The main file of every programme that a folder holds; none where it holds no rules."""
    own = folder / MAIN_FILE
    return [own] if own.is_file() else sorted(folder.glob(f"*/{MAIN_FILE}"))


def _programme(main: Path) -> Programme:
    others = sorted(path for path in main.parent.glob("*.yaml") if path != main)
    trees, revision, mistakes = _read_all((main, *others))
    if not mistakes:
        return judge_programme(trees[main], [trees[path] for path in others], revision)
    if main in trees:
        mistakes += _mistakes_of(trees[main], [tree for path, tree in trees.items() if path != main])
    raise MistakesError(mistakes)


def _mistakes_of(main: Node, competencies: Sequence[Node]) -> list[Mistake]:
    """What is wrong in files beside one that cannot be read, and may hold a competency that they name."""
    try:
        judge_programme(main, competencies, "")
    except MistakesError as error:
        return [mistake for mistake in error.mistakes if not mistake.field.endswith("level_held.competency")]
    return []


def _read_all(paths: Sequence[Path]) -> tuple[dict[Path, Node], str, list[Mistake]]:
    """The trees of the files that can be read, a hash over all of them, and what is wrong with the others."""
    trees: dict[Path, Node] = {}
    mistakes: list[Mistake] = []
    revision = sha256()
    for path in paths:
        try:
            content = read_content(path, str(path))
            revision.update(f"{path.name}\0{len(content)}\0".encode() + content)
            trees[path] = parse_tree(content, str(path))
        except MistakesError as error:
            mistakes.extend(error.mistakes)
    return trees, revision.hexdigest()[:REVISION_LENGTH], mistakes

import ast
import os
import re
import shutil
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "domain", "storage")
SOURCES = sorted(path for folder in (*PACKAGES, "tests") for path in (ROOT / folder).rglob("*.py"))
MOST_LINES_IN_A_FILE = 300
MOST_LINES_IN_A_FUNCTION = 40

# Imports every module of the packages; prints each thing that doing so built or touched.
IMPORT_ALL = """
import gc, importlib, os, pkgutil, sys, threading

def heard(event, args):
    if event in {"sqlite3.connect", "socket.connect", "socket.bind", "subprocess.Popen", "os.system"}:
        print(event, args)
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        print("writes", args[0])

sys.addaudithook(heard)
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        if not module.name.endswith(".__main__") and ".migrations" not in module.name:
            importlib.import_module(module.name)

BUILT = {"AsyncEngine", "AsyncApp", "AsyncWebClient", "AsyncIOScheduler", "ClientSession", "Settings"}
print(*sorted(type(thing).__name__ for thing in gc.get_objects() if type(thing).__name__ in BUILT), sep="", end="")
print(*[thread.name for thread in threading.enumerate()][1:], sep="", end="")
"""


def run(*command: str, folder: Path = ROOT, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=env or {}, check=False, capture_output=True, text=True)


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    found = shutil.which("make")
    assert found

    return run(found, *arguments, env={"PATH": os.environ["PATH"]})


def comments() -> Iterator[tuple[str, str]]:
    for path in SOURCES:
        with path.open("rb") as file:
            for token in tokenize.tokenize(file.readline):
                if token.type == tokenize.COMMENT:
                    yield f"{path.relative_to(ROOT)}:{token.start[0]}", token.string


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    words = function.body[0] if ast.get_docstring(function) else None
    docstring = (words.end_lineno or 0) - words.lineno + 1 if words else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_no_python_file_is_over_300_lines() -> None:
    lines = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in SOURCES}

    assert {path: count for path, count in lines.items() if count > MOST_LINES_IN_A_FILE} == {}


def test_no_function_is_over_40_lines_its_docstring_not_counted() -> None:
    lengths = {
        f"{path.relative_to(ROOT)}:{node.name}": length(node)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert lengths
    assert {name: count for name, count in lengths.items() if count > MOST_LINES_IN_A_FUNCTION} == {}


def test_importing_every_module_needs_no_environment_and_builds_nothing(tmp_path: Path) -> None:
    done = run(sys.executable, "-B", "-c", IMPORT_ALL, *PACKAGES, folder=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_the_command_line_starts_without_loading_slack_sql_or_servers(tmp_path: Path) -> None:
    heavy = ("sqlalchemy", "slack_bolt", "slack_sdk", "aiohttp", "starlette", "uvicorn", "apscheduler")
    source = f"import sys, bot.cli; print(*[name for name in {heavy!r} if name in sys.modules])"

    assert run(sys.executable, "-B", "-c", source, folder=tmp_path).stdout == "\n"


def test_every_package_at_the_root_has_its_place_among_the_layers() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    linter = config["tool"]["importlinter"]
    layers = {name.strip() for row in linter["contracts"][0]["layers"] for name in row.split("|")}
    at_the_root = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}

    assert at_the_root == set(PACKAGES)
    assert layers == set(linter["root_packages"]) == at_the_root
    assert set(config["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == at_the_root


def test_make_alone_lists_its_targets_and_each_of_them_exists() -> None:
    listed = re.findall(r"^make (\w+) +\S.*$", make().stdout, re.MULTILINE)

    assert listed == ["help", "setup", "demo", "test", "lint", "bench", "soak", "pictures", "lock"]
    assert {name: make("--dry-run", name).returncode for name in listed} == dict.fromkeys(listed, 0)
    assert make("--dry-run", "no-such-target").returncode != 0


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_a_document_names_no_make_target_that_does_not_exist(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE))

    assert named
    assert {name for name in named if make("--dry-run", name).returncode} == set()


def test_each_rule_that_ruff_ignores_carries_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    section = text.partition("\n[tool.ruff.lint]")[2].partition("[tool.ruff.lint.isort]")[0]
    ignored = [line for line in section.splitlines() if re.match(r'\s+"[A-Z]+[0-9]*"', line)]

    assert ignored
    assert [line for line in ignored if not re.search(r'",\s+# \w.{6,}', line)] == []


def test_each_silenced_finding_in_the_code_names_its_rule_and_its_reason() -> None:
    silencing = re.compile(r"# (noqa|type: ignore|ruff:|mypy:)")
    reasoned = re.compile(r"# (noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\]|ruff: noqa: [A-Z0-9, ]+) +(-|#) \w.{6,}")

    silenced = [(place, comment) for place, comment in comments() if silencing.match(comment)]

    assert silenced
    assert [(place, comment) for place, comment in silenced if not reasoned.match(comment)] == []


def test_every_dependency_is_pinned_to_one_version_and_locked_from_the_public_registry() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = [*config["project"]["dependencies"], *config["dependency-groups"]["dev"]]
    sources = [package["source"] for package in tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]]

    assert [name for name in named if not re.fullmatch(r"[\w.\[\]-]+==[\w.]+", name)] == []
    assert [s for s in sources if s not in ({"registry": "https://pypi.org/simple"}, {"editable": "."})] == []

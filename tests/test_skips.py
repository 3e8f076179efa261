import subprocess
import sys
from pathlib import Path

import pytest

from tests.skips import refused

BARE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # none of them is needed, and all of them take long to load
RUNS = """
import pytest

def test_that_runs():
    pass

@pytest.mark.skip(reason="needs a browser: none is installed")
def test_in_a_browser():
    pass

@pytest.mark.xfail(reason="a known defect", strict=True)
def test_that_fails_as_told():
    assert False
"""


def report_of(folder: Path, source: str) -> Path:
    (folder / "test_it.py").write_text(source)
    report = folder / "junit.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", "test_it.py"]
    subprocess.run(command, cwd=folder, env=BARE, check=False, capture_output=True)
    return report


def test_a_skip_for_want_of_a_browser_and_an_expected_failure_may_stand(tmp_path: Path) -> None:
    assert refused(report_of(tmp_path, RUNS)) == []


def test_any_other_skip_is_refused_with_its_test_and_reason(tmp_path: Path) -> None:
    source = "import pytest\n\ndef test_a():\n    pytest.skip('PostgreSQL is away')\n"

    assert refused(report_of(tmp_path, source)) == ["test_it::test_a: PostgreSQL is away"]


@pytest.mark.parametrize(("module", "expected"), [("nothing_of_that_name", 1), ("sys", 0)])
def test_a_file_that_skips_itself_for_want_of_a_package_is_refused(tmp_path: Path, module: str, expected: int) -> None:
    source = f"import pytest\n\npytest.importorskip('{module}')\n\ndef test_a():\n    pass\n"

    assert len(refused(report_of(tmp_path, source))) == expected


def test_a_file_that_skips_itself_for_want_of_a_browser_may_stand(tmp_path: Path) -> None:
    source = "import pytest\n\npytest.skip('needs a browser', allow_module_level=True)\n"

    assert refused(report_of(tmp_path, source)) == []


def test_a_report_without_tests_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="tells of no test"):
        refused(report_of(tmp_path, ""))

"""Refuses skipped tests that continuous integration could have run: `python -m tests.skips JUNIT.xml`.

A skip says why it is one, and only the reasons below may stand in continuous integration: whatever a test needs
beyond them comes from a package registry, and the test run installs it.
"""

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ALLOWED_REASONS = ("needs a browser",)


def refused(report: Path) -> list[str]:
    """Return `test: reason` for each skip in pytest's JUnit report whose reason starts with none of those allowed.

    An expected failure has run, and is no skip. Raises FileNotFoundError where there is no report, and ValueError
    where the report tells of no test at all.
    """
    cases = list(ET.parse(report).getroot().iter("testcase"))  # noqa: S314 - our own test run wrote it
    if not cases:
        raise ValueError(f"{report} tells of no test")
    told = [
        (f"{case.get('classname')}::{case.get('name')}", _reason(skip))
        for case in cases
        for skip in case.iter("skipped")
        if skip.get("type") != "pytest.xfail"
    ]
    return [f"{test}: {reason}" for test, reason in told if not reason.startswith(ALLOWED_REASONS)]


def _reason(skip: ET.Element) -> str:
    # A file that skips itself while it is collected has its reason inside the text, as `('file', line, 'Skipped: …')`.
    inside = re.search(r"Skipped: (.*?)['\"]\)", skip.text or "", re.DOTALL)
    return inside[1] if inside else (skip.get("message") or "")


def main() -> None:
    """Name every refused skip and exit with 1 if there is one."""
    found = refused(Path(sys.argv[1]))
    if found:
        sys.exit("Skipped, though this machine could have run it:\n" + "\n".join(found))


if __name__ == "__main__":
    main()

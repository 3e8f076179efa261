from datetime import UTC, datetime

import pytest

from tests.handlers.contoso import plain
from tests.handlers.fabrikam import DANA, ONE_SHORT, Fabrikam, speaks_german


@pytest.mark.parametrize(
    ("now", "counts"),
    [
        (datetime(2018, 1, 15, 9, tzinfo=UTC), "from 16 January 2018 (after 24 hours; "),
        (datetime(2021, 6, 30, 9, tzinfo=UTC), "from 1 July 2021 (after 24 hours; "),
        (
            datetime(2021, 7, 1, 9, tzinfo=UTC),
            "between 2 July 2021 and 4 July 2021 (after 24 to 72 hours; ",
        ),
        (datetime(2023, 10, 23, 9, tzinfo=UTC), "from 2 November 2023 (after 10 days; "),
    ],
)
async def test_a_link_says_from_which_day_on_it_counts_at_the_vendor(now: datetime, counts: str) -> None:
    company = Fabrikam(ONE_SHORT)
    company.now = now

    assert counts in plain(await company.says(DANA, "link 70-533 2017-11-20"))


async def test_the_same_in_german() -> None:
    company = Fabrikam(ONE_SHORT)
    company.now = datetime(2021, 7, 1, 9, tzinfo=UTC)
    speaks_german(company, DANA)

    said = plain(await company.says(DANA, "link 70-533 2017-11-20"))

    assert "ab einem Tag zwischen dem 2. Juli 2021 und dem 4. Juli 2021 (nach 24 bis 72 Stunden; " in said

from datetime import date

import pytest

from domain.routing import Routed, routed, vendor_ids_in
from domain.trainings import Export, RowRefused, TrainingRow

DAY = date(2017, 11, 20)
OWNERS = {"1": "here", "2": "sister", "3": "stranger"}


def rows(*ids: str) -> Export:
    return Export(tuple(TrainingRow(n, "7", "70-533", DAY, organisation=i) for n, i in enumerate(ids, 2)), ())


def apart(*ids: str, own: tuple[str, ...] = ("1",)) -> Routed:
    return routed(rows(*ids), "here", OWNERS, own, {"sister"})


@pytest.mark.parametrize(("own", "mine"), [((), ("", "1", "9")), (("1",), ("", "1"))])
def test_rows_without_an_id_with_an_own_one_and_while_none_is_recorded_with_nobodys_stay_here(
    own: tuple[str, ...], mine: tuple[str, ...]
) -> None:
    assert tuple(row.organisation for row in apart("", "1", "2", "9", own=own).here.rows) == mine


def test_rows_go_to_another_organisation_where_that_is_open_and_are_else_skipped_with_the_reason() -> None:
    found = apart("1", "2", "3", "2", "9")

    assert {key: [row.number for row in part.rows] for key, part in found.others.items()} == {"sister": [3, 5]}
    assert found.here.refused == (
        RowRefused(4, "MPNId", "other_organisation", "3"),
        RowRefused(6, "MPNId", "unknown_organisation", "9"),
    )


def test_every_row_is_somewhere() -> None:
    found = apart("", "1", "2", "3", "9")

    assert found.here.count + sum(part.count for part in found.others.values()) == 5
    assert vendor_ids_in(rows("", "1", "1", "9")) == {"1", "9"}

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.facts import Facts
from domain.housekeeping import CHANNEL, ONE_ADMIN, few_admins, reached, unreachable
from domain.organisation_settings import OrganisationSettings
from domain.owed import Due, History, Owed
from domain.ports import Company, Member, Organisation
from domain.rounds import ready_from

KNOWN = History({ONE_ADMIN: 1}, frozenset({ONE_ADMIN}))
OVER = History({ONE_ADMIN: 1})


def company(admins: int, *, off: bool = False) -> Company:
    settings = OrganisationSettings(off=("one_admin",)) if off else OrganisationSettings()
    members = {f"U{n}": Member(f"U{n}", str(n), "admin") for n in range(admins)}
    members["UX"] = Member("UX", "X", "admin", active=False)
    return Company(Organisation("o", "O", "mpn", "UTC", settings=settings), "T", 1, Facts("developed"), members)


@pytest.mark.parametrize(
    ("admins", "history", "episode", "closed"),
    [
        (0, History(), None, False),
        (1, History(), 1, False),
        (2, History(), None, False),
        (0, KNOWN, None, False),
        (1, KNOWN, None, False),
        (2, KNOWN, None, True),
        (3, KNOWN, None, True),
        (1, OVER, 2, False),
    ],
)
def test_one_admin_alone_is_warned_of_once_until_there_is_another(
    admins: int, history: History, episode: int | None, *, closed: bool
) -> None:
    found = few_admins(company(admins), history)

    assert [notice.episode for notice in found.notices] == ([] if episode is None else [episode])
    assert found.opened == (() if episode is None else (ONE_ADMIN,))
    assert found.closed == ((ONE_ADMIN,) if closed else ())


def test_who_does_not_want_the_warning_is_not_warned() -> None:
    assert few_admins(company(1, off=True), History()) == Due(opened=(ONE_ADMIN,))


def test_a_channel_that_cannot_be_reached_is_told_once_until_it_can() -> None:
    found = unreachable("C1", "is_archived", History())
    [notice] = found.notices
    opened = History({CHANNEL: 1}, frozenset({CHANNEL}))

    assert (notice.details, found.opened) == ({"channel": "C1", "why": "is_archived"}, (CHANNEL,))
    assert unreachable("C1", "is_archived", opened) == Due()
    assert reached(opened) == Due(closed=(CHANNEL,))
    assert reached(History()) == Due()
    assert unreachable("C1", "is_archived", replace(opened, open=frozenset())).notices[0].episode == 2


def test_a_warning_that_there_is_one_admin_waits_for_a_day_and_what_is_urgent_for_nothing() -> None:
    at = datetime(2018, 1, 15, 9, tzinfo=UTC)
    lone, ending = Owed("one_admin", "x", 1, "told"), Owed("override_ending", "x", 1, "7")
    risk = Owed("at_risk", "x", 1, "opened")

    assert ready_from(lone, at) == at + timedelta(days=1)
    assert ready_from(ending, at) == at
    assert ready_from(risk, at) is None

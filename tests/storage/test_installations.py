"""Installations: by invitation alone, used once; tokens that nobody reads in the database."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from domain.notices import Due, Owed
from domain.ports import Actor, Member
from storage import tables
from storage.companies import SqlCompanies
from storage.deliveries import Deliveries
from storage.engine import Database
from storage.errors import NotInvitedError, TokenKeyError
from storage.installations import STATE_LIFE, Installations, Installed, invite

START = datetime(2018, 1, 15, 9, tzinfo=UTC)
WEEK = timedelta(days=7)
SECOND = timedelta(seconds=1)
OLD_KEY, NEW_KEY = Fernet.generate_key().decode(), Fernet.generate_key().decode()
LABS = Installed("TLABS", "UBOT", "BBOT", "commands", "UADA")
TOKEN = "xoxb-a-token-of-labs"


class Clock:
    """Real UTC, moved by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        """Tell."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def installations(database: Database, clock: Clock) -> Installations:
    return Installations(database, [OLD_KEY], clock)


async def labs(installations: Installations, database: Database, token: str = TOKEN) -> None:
    """Labs is installed with an invitation."""
    code = await invite(database, "Labs", START, WEEK)
    await installations.install(LABS, token, await installations.begin(code))


async def rows(database: Database) -> str:
    """All that the database keeps of installations, as text."""
    async with database.query() as connection:
        found = [
            (await connection.execute(select(table))).fetchall()
            for table in (tables.installation, tables.invitation, tables.oauth_state)
        ]
    return str(found)


async def test_who_is_invited_is_installed_with_a_token_that_only_the_key_opens(
    database: Database, installations: Installations
) -> None:
    code = await invite(database, "Labs", START, WEEK)
    state = await installations.begin(code)
    await installations.install(LABS, TOKEN, state)

    assert await installations.of_team("TLABS") == (LABS, TOKEN)
    assert await installations.current() == [LABS]
    assert await installations.invited_as("TLABS") == "Labs"
    kept = await rows(database)
    assert "TLABS" in kept
    assert not [secret for secret in (TOKEN, code, state) if secret in kept]


async def test_a_new_workspace_without_an_invitation_is_not_installed(installations: Installations) -> None:
    with pytest.raises(NotInvitedError):
        await installations.install(LABS, TOKEN, await installations.begin(None))

    assert await installations.current() == []
    assert await installations.of_team("TLABS") is None


async def test_an_invitation_takes_the_place_of_one_before_it_of_the_same_name(
    database: Database, installations: Installations
) -> None:
    earlier, other, later = [await invite(database, name, START, WEEK) for name in ("Labs", "Lab", "labs")]

    with pytest.raises(NotInvitedError):
        await installations.begin(earlier)
    assert await installations.begin(later)
    assert await installations.begin(other)


async def test_a_workspace_that_has_an_organisation_uses_no_invitation_up_and_says_so(
    database: Database, installations: Installations
) -> None:
    await labs(installations, database)
    code = await invite(database, "Other", START, WEEK)

    assert await installations.install(LABS, TOKEN, await installations.begin(code))
    assert not await installations.install(LABS, TOKEN, await installations.begin(None))
    assert await installations.invited_as("TLABS") == "Labs"
    assert await installations.begin(code)


async def test_one_invitation_brings_one_workspace(database: Database, installations: Installations) -> None:
    code = await invite(database, "Labs", START, WEEK)
    first, second = await installations.begin(code), await installations.begin(code)
    await installations.install(LABS, TOKEN, first)

    with pytest.raises(NotInvitedError):
        await installations.install(Installed("TOTHER", "UBOT", "BBOT"), TOKEN, second)
    with pytest.raises(NotInvitedError):
        await installations.begin(code)
    assert await installations.current() == [LABS]


@pytest.mark.parametrize(("after", "opens"), [(WEEK - SECOND, True), (WEEK, False), (WEEK + SECOND, False)])
async def test_an_invitation_holds_until_its_end(
    after: timedelta, database: Database, installations: Installations, clock: Clock, *, opens: bool
) -> None:
    code = await invite(database, "Labs", START, WEEK)
    clock.now = START + after

    if opens:
        assert await installations.begin(code)
        return
    with pytest.raises(NotInvitedError):
        await installations.begin(code)


async def test_a_state_is_used_once_and_only_while_it_is_fresh(installations: Installations, clock: Clock) -> None:
    state, late = await installations.begin(None), await installations.begin(None)

    assert [await installations.consume(each) for each in (state, state, "of nobody")] == [True, False, False]
    clock.now = START + STATE_LIFE
    assert not await installations.consume(late)


async def test_what_is_taken_out_is_erased_and_comes_back_without_another_invitation(
    database: Database, installations: Installations, clock: Clock
) -> None:
    await labs(installations, database)
    clock.now = START + timedelta(hours=1)
    assert await installations.end("TLABS", clock.now)
    assert not await installations.end("TLABS", clock.now)
    assert await installations.of_team("TLABS") is None

    await installations.install(LABS, "xoxb-again", await installations.begin(None))

    assert await installations.of_team("TLABS") == (LABS, "xoxb-again")
    async with database.query() as connection:
        ended = (await connection.execute(select(tables.installation.c.token, tables.installation.c.ended_at))).all()
    assert [row.token for row in ended if row.ended_at is not None] == [None]


@pytest.mark.parametrize(("late", "ends"), [(-2, False), (-1, False), (0, True), (1, True)])
async def test_late_word_of_the_installation_before_does_not_end_the_one_after(
    late: int, database: Database, installations: Installations, *, ends: bool
) -> None:
    await labs(installations, database)

    assert await installations.end("TLABS", START + timedelta(seconds=late)) is ends


async def test_the_first_workspace_needs_no_invitation(
    database: Database, installations: Installations, clock: Clock
) -> None:
    await SqlCompanies(database, clock).meet("TLABS", "Labs", "UTC", "ms-mpn-competencies", "developed")

    await installations.install(LABS, TOKEN, await installations.begin(None))

    assert await installations.current() == [LABS]
    assert await installations.invited_as("TLABS") is None


async def test_a_key_is_changed_without_losing_a_token(
    database: Database, installations: Installations, clock: Clock
) -> None:
    await labs(installations, database)

    await Installations(database, [NEW_KEY, OLD_KEY], clock).renew_keys()

    assert await Installations(database, [NEW_KEY], clock).of_team("TLABS") == (LABS, TOKEN)
    for asked in (installations.renew_keys(), installations.of_team("TLABS")):
        with pytest.raises(TokenKeyError, match="put the former key behind the new one"):
            await asked


async def test_what_is_owed_where_we_were_taken_out_waits_until_we_are_back(
    database: Database, installations: Installations, clock: Clock
) -> None:
    await labs(installations, database)
    companies, deliveries, lease = SqlCompanies(database, clock), Deliveries(database), timedelta(seconds=30)
    company = await companies.meet("TLABS", "Labs", "UTC", "mpn", "developed", [Member("UADA", "Ada", "admin")])
    async with companies.change(company.organisation.id, Actor(None, "test")) as ledger:
        await ledger.owe(Due((Owed("at_risk", "cloud-platform/gold", 1, "opened"),)), START)

    await installations.end("TLABS", START)
    assert await deliveries.claim(START, lease) is None

    await installations.install(LABS, TOKEN, await installations.begin(None))
    claimed = await deliveries.claim(START, lease)
    assert claimed is not None
    assert (claimed.team, claimed.attempts) == ("TLABS", 1)

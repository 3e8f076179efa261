import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from slack_bolt import BoltResponse

from bot.clock import utc_now
from bot.inbox import InboxDoor, InboxWork, kept
from bot.members import member
from bot.pacing import Means, Pacing
from domain.ports import Member, Organisation
from storage.engine import Database
from storage.inbox import Inbox
from storage.leases import Backlog
from tests.fakes import MemoryCompanies

PACING = Pacing(http=0.1, lease=5.0, retry=0.01, tries=3)
TEAM = "T1"
USER = {"id": "U1", "profile": {"real_name": "Ada", "email": "ada@x.example"}, "tz": "Europe/Berlin", "is_admin": True}
TOLD = 1_516_000_000
OK = BoltResponse(status=200, body="passed on")


@dataclass
class Effects:
    """What events did; fails as often as a test says."""

    failing: int = 0
    seen: list[tuple[str, Member]] = field(default_factory=list)

    async def member_changed(self, team: str, member: Member, *, event: str) -> None:
        """Note the change, or fail."""
        assert team == TEAM
        if self.failing:
            self.failing -= 1
            raise RuntimeError
        self.seen.append((event, member))


@dataclass
class Box:
    """An inbox with its door and its work."""

    door: InboxDoor
    work: InboxWork
    inbox: Inbox
    effects: Effects
    alarms: list[str]
    left: list[tuple[str, datetime]]

    async def receive(self, event: str, kind: str = "user_change", **more: object) -> BoltResponse:
        """Slack brings an event."""
        inner = {"type": kind, "user": USER} | more
        body = {"type": "event_callback", "event_id": event, "team_id": TEAM, "event": inner, "event_time": TOLD}
        return await self.door.receive(body, _passed)

    async def finish(self) -> Backlog:
        """Work until nothing waits."""
        async with asyncio.timeout(30):
            while (left := await self.inbox.pending()).due:
                if not await self.work.step():
                    await asyncio.sleep(0.01)
        return left


async def _passed() -> BoltResponse:
    return OK


@pytest.fixture
async def box(database: Database) -> Box:
    companies = MemoryCompanies()
    await companies.found(TEAM, Organisation("o1", "Larkfield", "p", "UTC"), "developed")
    inbox, effects, alarms = Inbox(database), Effects(), list[str]()

    async def alarm(key: str) -> None:
        alarms.append(key)

    gone: list[tuple[str, datetime]] = []

    async def left(team: str, told: datetime) -> None:
        gone.append((team, told))

    work = InboxWork(inbox, companies, effects, lambda _: (), left, Means(utc_now, PACING, alarm))
    return Box(InboxDoor(inbox, utc_now, lambda: None), work, inbox, effects, alarms, gone)


async def test_an_event_that_came_twice_has_its_effect_once(box: Box) -> None:
    answers = [await box.receive("E1"), await box.receive("E1"), await box.receive("E2")]

    await box.finish()

    assert [answer.status for answer in answers] == [200, 200, 200]
    assert [event for event, _ in box.effects.seen] == ["E1", "E2"]


async def test_what_changes_no_facts_is_passed_on(box: Box) -> None:
    assert await box.receive("E1", "app_mention") is OK
    assert await box.inbox.pending() == Backlog()


async def test_an_effect_that_fails_is_tried_again(box: Box) -> None:
    box.effects.failing = PACING.tries - 1
    await box.receive("E1")

    assert await box.finish() == Backlog()
    assert [event for event, _ in box.effects.seen] == ["E1"]
    assert box.alarms == []


async def test_an_effect_that_always_fails_is_given_up_visibly_and_holds_up_no_other(box: Box) -> None:
    box.effects.failing = PACING.tries
    await box.receive("E1")
    await box.receive("E2")

    assert await box.finish() == Backlog(failed=1)
    assert [event for event, _ in box.effects.seen] == ["E2"]
    assert box.alarms == ["shell.event_given_up"]


async def test_bots_and_people_of_other_companies_are_nobody(box: Box) -> None:
    await box.receive("E1", user=USER | {"is_bot": True})
    await box.receive("E2", user=USER | {"is_stranger": True})
    await box.receive("E3", user=USER | {"id": "USLACKBOT"})

    assert await box.finish() == Backlog()
    assert box.effects.seen == []


@pytest.mark.parametrize(
    ("kind", "tokens", "gone"),
    [
        ("app_uninstalled", None, True),
        ("tokens_revoked", {"oauth": [], "bot": ["UBOT"]}, True),
        ("tokens_revoked", {"oauth": ["U1"], "bot": []}, False),
        ("tokens_revoked", {"oauth": ["U1"]}, False),
    ],
)
async def test_that_we_are_removed_is_taken_in_once_and_changes_no_facts(
    box: Box, kind: str, tokens: object, *, gone: bool
) -> None:
    for _ in range(2):
        await box.receive("E1", kind, user=None, tokens=tokens)

    assert await box.finish() == Backlog()
    assert box.effects.seen == []
    assert box.left == ([(TEAM, datetime.fromtimestamp(TOLD, UTC))] if gone else [])


def test_of_a_person_nothing_is_kept_that_no_effect_needs() -> None:
    event = kept({"type": "user_change", "user": USER | {"phone": "1", "name": "ada"}})

    assert event == {
        "user": {key: USER[key] for key in ("id", "tz", "is_admin")} | {"name": "ada", "profile": {"real_name": "Ada"}}
    }


@pytest.mark.parametrize(
    ("shown", "admins", "role"),
    [
        ({"is_admin": True}, (), "admin"),
        ({"is_owner": True}, (), "admin"),
        ({"is_admin": True}, ("U2",), "member"),
        ({}, ("U1",), "admin"),
        ({}, (), "member"),
        ({"is_restricted": True}, ("U1",), "guest"),
        ({"is_ultra_restricted": True}, (), "guest"),
    ],
)
def test_admins_are_those_of_the_settings_or_else_of_the_workspace(
    shown: dict[str, bool], admins: tuple[str, ...], role: str
) -> None:
    assert member({"id": "U1", "name": "ada"} | shown, admins).role == role


def test_what_slack_leaves_out_stays_as_it_was() -> None:
    known = Member("U1", "Ada", "admin", "p1", "Europe/Berlin", "de-DE")

    changed = member({"id": "U1", "name": "ada", "deleted": True, "profile": {"real_name": "Ada"}}, (), known)

    assert changed == Member("U1", "Ada", "admin", "p1", "Europe/Berlin", "de-DE", active=False)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ((100, "101.000100"), (101, "101.000050")),
        ((100, "100.000100"), (100, "100.000200")),
        ((None, "100.000100"), (100, "100.000200")),
        ((None, "100"), (None, "101")),
    ],
)
def test_of_two_changes_the_later_is_known_by_its_second_and_within_one_by_when_it_was_told(
    first: tuple[int | None, str], then: tuple[int | None, str]
) -> None:
    one, other = (member(USER | {"updated": second}, (), told=told) for second, told in (first, then))

    assert 0 < one.updated < other.updated


@pytest.mark.parametrize(("listed", "is_older"), [(99, True), (100, False), (None, False)])
def test_a_list_of_users_is_older_only_by_whole_seconds(listed: int | None, is_older: bool) -> None:  # noqa: FBT001 - a column of the table above
    known = member(USER | {"updated": 100}, (), told="100.000200")

    assert (member(USER | {"updated": listed}, (), known).updated < known.updated) == is_older


async def test_an_event_is_kept_with_the_time_at_which_it_was_told(box: Box) -> None:
    await box.receive("E1", user=USER | {"updated": 100}, event_ts="100.000200")
    await box.finish()

    assert [changed.updated for _, changed in box.effects.seen] == [100_000_200]

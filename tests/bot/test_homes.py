from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.homes import FRESH, MOST, Homes
from bot.pacing import Pacing
from domain.changes import ReportFigure
from domain.dates import Month
from domain.ports import Actor
from handlers.replies import Caller, Surface
from tests.handlers.contoso import ADMIN, BOB, Contoso, caller

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
QUICK = Pacing(between_posts=0)


@dataclass
class Page:
    """Home tabs on a wall clock that a test moves, and what was published to whom."""

    company: Contoso = field(default_factory=Contoso)
    now: datetime = NOW
    taken: bool = True
    shown: list[tuple[str, Surface]] = field(default_factory=list)

    def __post_init__(self) -> None:
        companies, conversations = self.company.companies, self.company.conversations
        self.homes = Homes(conversations, companies, self.publish, lambda: self.now, lambda: self.company.now, QUICK)

    async def publish(self, whom: Caller, view: Surface) -> bool:
        """Note what was published."""
        self.shown.append((whom.user, view))
        return self.taken

    async def settled(self) -> list[str]:
        """Whose tab is published until none is behind."""
        before = len(self.shown)
        while await self.homes.step():
            pass
        return [user for user, _ in self.shown[before:]]

    async def report(self, value: int) -> None:
        """Record the same figure for three months."""
        async with self.company.companies.change("contoso", Actor(None, "test")) as ledger:
            months = (Month(2017, month) for month in (10, 11, 12))
            await ledger.record(*(ReportFigure("azure_customer_consumption", each, Decimal(value)) for each in months))


async def test_a_tab_is_published_when_it_is_opened_and_then_left_alone() -> None:
    page = Page()
    await page.homes.show(caller(ADMIN))

    assert [user for user, _ in page.shown] == [ADMIN]
    assert await page.settled() == []


async def test_a_change_publishes_once_for_each_who_sees_something_else_however_many_changes_there_were() -> None:
    page = Page()
    await page.homes.show(caller(ADMIN))
    await page.homes.show(caller(BOB))

    await page.report(1)
    await page.report(2)

    assert sorted(await page.settled()) == [ADMIN, BOB]
    assert await page.settled() == []


async def test_a_change_that_nobody_sees_publishes_nothing() -> None:
    page = Page()
    await page.homes.show(caller(ADMIN))
    await page.report(9500)

    assert await page.settled() == []


async def test_a_tab_that_slack_does_not_take_is_left_alone_until_it_is_opened_again() -> None:
    page = Page(taken=False)
    await page.homes.show(caller(ADMIN))
    await page.report(1)

    assert await page.settled() == []
    await page.homes.show(caller(ADMIN))
    assert len(page.shown) == 2


async def test_a_new_day_publishes_again() -> None:
    page = Page()
    await page.homes.show(caller(ADMIN))
    page.company.now += timedelta(days=1)

    assert await page.settled() == [ADMIN]


async def test_who_opened_it_long_ago_is_left_alone() -> None:
    page = Page()
    await page.homes.show(caller(ADMIN))
    page.now += FRESH + timedelta(seconds=1)
    await page.report(1)

    assert await page.settled() == []


async def test_only_so_many_are_kept() -> None:
    page = Page()
    for number in range(MOST + 1):
        await page.homes.show(replace(caller(ADMIN), user=f"U{number}"))

    assert len(page.homes._open) == MOST  # noqa: SLF001 - nothing else tells that it is bounded


async def test_a_workspace_that_nobody_knows_reads_one_sentence() -> None:
    page = Page()
    await page.homes.show(Caller("T0NOBODY", "U0NOBODY"))

    assert len(page.shown) == 1
    assert await page.settled() == []

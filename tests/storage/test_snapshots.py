import asyncio
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from domain.batches import Batch, Confirmation, Counts, ImportBatch, WithdrawBatch, withdrawal
from domain.buying import PlaceOrder, SetMembership, SettleOrder, WithdrawMembership
from domain.changes import (
    AddPerson,
    Change,
    ClaimProfile,
    EndAchievement,
    EndOverride,
    GrantOverride,
    Link,
    ProfileTakenError,
    Rename,
    ReportFigure,
    SetFlag,
    SetMarket,
    Unlink,
    WithdrawOverride,
)
from domain.claims import AskHolder, ReleaseProfile, until_day
from domain.corrections import WithdrawAssociation, WithdrawFigure, WithdrawFlag
from domain.dates import Month
from domain.departures import CallOff, Depart, Rejoin, Return
from domain.facts import (
    Achievement,
    Association,
    Claim,
    CredentialOverride,
    Facts,
    Grant,
    LevelOverride,
    Membership,
    Order,
    Person,
)
from domain.ports import Ledger, Member, Organisation
from storage.companies import SqlCompanies
from storage.engine import Database
from storage.ids import new_id
from storage.keep import Keep, Snapshot
from tests.fakes import MemoryCompanies
from tests.storage.conftest import ADA, NOW, SINCE, SYSTEM, acme

DAYS = st.dates(date(2016, 1, 1), date(2019, 12, 31))
PERIODS = st.tuples(DAYS, st.integers(1, 400)).map(lambda p: (p[0], p[0] + timedelta(days=p[1])))
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)
GRANTS = st.builds(Grant, st.none() | WORDS, st.none() | WORDS, st.none() | WORDS, st.none() | WORDS, st.none() | DAYS)
STATES = st.sampled_from(["claimed", "confirmed", "missing"])
ACHIEVEMENTS = st.builds(
    Achievement,
    st.sampled_from(["70-532", "70-533"]),
    DAYS,
    st.none() | DAYS,
    st.builds(new_id),
    STATES,
    st.none() | WORDS,
    st.none() | WORDS,
    st.none() | DAYS,
)


def of_company(_: Facts) -> st.SearchStrategy[Change]:
    months = st.builds(Month, st.integers(2016, 2018), st.integers(1, 12))
    association = st.builds(Association, DAYS, st.none() | DAYS, st.booleans(), st.builds(new_id))
    level = st.builds(lambda p, g: LevelOverride("cloud-platform", "gold", p[0], p[1], new_id(), g), PERIODS, GRANTS)
    bought = st.builds(lambda level, period: Membership(level, *period), st.sampled_from(["silver", "gold"]), PERIODS)
    return st.one_of(
        st.builds(AddPerson, st.builds(new_id), WORDS, association),
        st.builds(GrantOverride, level),
        st.builds(SetMembership, bought),
        st.builds(PlaceOrder, st.builds(lambda day: Order("gold", day, id=new_id()), DAYS)),
        st.builds(SetMarket, st.sampled_from(["developed", "developing"])),
        st.builds(ReportFigure, st.sampled_from(["seats", "revenue"]), months, AMOUNTS),
        st.builds(SetFlag, st.sampled_from(["managed", "certified"]), st.booleans(), st.none() | DAYS),
    )


def of_person(facts: Facts) -> st.SearchStrategy[Change]:
    people = st.sampled_from([person.id for person in facts.people])
    lent = st.builds(
        lambda person, p, grant: CredentialOverride(person, "70-533", p[0], p[1], new_id(), grant),
        people,
        PERIODS,
        GRANTS,
    )
    return st.one_of(
        st.builds(ClaimProfile, people, st.sampled_from([f"{facts.people[0].id}-{n}" for n in range(3)])),
        st.builds(Link, people, ACHIEVEMENTS),
        st.builds(ReleaseProfile, people),
        st.builds(lambda p, d: AskHolder(Claim(new_id(), "7", p, p, d, until_day(d))), people, DAYS),
        st.builds(Depart, people, DAYS, st.booleans(), st.none() | st.just(NOW)),
        st.builds(Return, people, st.booleans()),
        st.builds(CallOff, people, DAYS),
        st.builds(Rejoin, people, st.builds(Association, DAYS, id=st.builds(new_id))),
        st.builds(Rename, people, WORDS),
        st.builds(GrantOverride, lent),
    )


def of_fact(facts: Facts) -> st.SearchStrategy[Change]:
    held = [(person.id, a.id) for person in facts.people for a in person.achievements]
    found: list[st.SearchStrategy[Change]] = []
    if held:
        exams = st.sampled_from(held)
        found += [
            st.builds(lambda exam, why: Unlink(exam[0], exam[1] or "", why), exams, WORDS),
            st.builds(lambda exam, day: EndAchievement(exam[0], exam[1] or "", day), exams, DAYS),
        ]
    found += [*corrections(facts), *of_membership(facts)]
    if facts.overrides:
        overrides = st.sampled_from([override.id or "" for override in facts.overrides])
        found += [st.builds(EndOverride, overrides, DAYS), st.builds(WithdrawOverride, overrides, WORDS)]
    return st.one_of(found) if found else of_company(facts)


def of_membership(facts: Facts) -> list[st.SearchStrategy[Change]]:
    orders = [order.id or "" for order in facts.orders]
    withdrawn = [st.builds(WithdrawMembership, WORDS)] if facts.membership is not None else []
    settled = [st.builds(SettleOrder, st.sampled_from(orders), DAYS, st.booleans())] if orders else []
    return [*withdrawn, *settled]


def corrections(facts: Facts) -> list[st.SearchStrategy[Change]]:
    """Figures, statuses and associations that never were true."""
    figures = [(metric, month) for metric, reported in facts.figures.items() for month in reported]
    associations = [(person.id, a.id or "") for person in facts.people for a in person.associations or ()]
    return [
        *(st.builds(WithdrawFigure, st.just(metric), st.just(month), WORDS) for metric, month in figures[-1:]),
        *([st.builds(WithdrawFlag, st.sampled_from(sorted(facts.flags)), WORDS)] if facts.flags else []),
        *(st.builds(WithdrawAssociation, st.just(p), st.just(a), WORDS) for p, a in associations[-1:]),
    ]


def of_file(facts: Facts) -> st.SearchStrategy[Change]:
    """A batch of somebody new, and of what those on record have earned, claimed or had confirmed."""

    def brought(earned: list[Achievement], expires: date | None, since: date) -> ImportBatch:
        new = Person(new_id(), tuple(earned), (Association(since, id=new_id()),), "New", new_id())
        known = facts.people[0]
        seen = [a for a in known.achievements if a.state != "confirmed"]
        return ImportBatch(
            Batch(new_id(), "export.csv", "0", Counts()),
            (new,),
            tuple((known.id, replace(a, id=new_id())) for a in earned),
            ((known.id, new_id()),) if known.profile is None else (),
            tuple(Confirmation(known.id, a.id or "", expires, a.state, a.expires) for a in seen),
        )

    return st.builds(brought, st.lists(ACHIEVEMENTS, max_size=2), st.none() | DAYS, DAYS)


async def withdrawals(ledger: Ledger, batches: list[str]) -> list[WithdrawBatch]:
    """What would take back each batch that was recorded and not taken back yet."""
    brought = [await ledger.brought(batch) for batch in batches]
    return [withdrawal(ledger.company.facts, each) for each in brought if each is not None]


def any_change(facts: Facts) -> st.SearchStrategy[Change]:
    if not facts.people:
        return of_company(facts)
    coming_and_going = st.sampled_from(facts.people[:2]).flatmap(
        lambda person: st.one_of(
            st.builds(Depart, st.just(person.id), DAYS, st.booleans(), st.just(NOW)),
            st.builds(Return, st.just(person.id), st.booleans()),
            st.builds(CallOff, st.just(person.id), DAYS),
        )
    )
    return st.one_of(of_company(facts), of_person(facts), of_fact(facts), coming_and_going, of_file(facts))


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(data=st.data())
async def test_what_is_kept_in_memory_after_any_changes_is_what_a_fresh_load_finds(
    database: Database, data: st.DataObject
) -> None:
    organisation = Organisation(new_id(), "Acme", "mpn", "UTC")
    companies, fake = SqlCompanies(database, lambda: NOW), MemoryCompanies()
    for kind in (companies, fake):
        await kind.found(f"T-{organisation.id}", organisation, "developed", [ADA])
    batches: list[str] = []
    for _ in range(data.draw(st.integers(1, 3))):
        async with companies.change(organisation.id, SYSTEM) as ledger, fake.change(organisation.id, SYSTEM) as other:
            for _ in range(data.draw(st.integers(4, 12))):
                undone = [st.just(change) for change in await withdrawals(ledger, batches)]
                change = data.draw(st.one_of(any_change(ledger.company.facts), *undone))
                batches += [change.batch.id] if isinstance(change, ImportBatch) else []
                try:
                    await ledger.record(change)
                except ProfileTakenError:
                    continue
                await other.record(change)
        kept = await companies.get(organisation.id)
        assert await SqlCompanies(database, lambda: NOW).get(organisation.id) == kept
        assert await fake.get(organisation.id) == kept


async def test_facts_are_the_same_object_until_they_change(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    before = await acme(companies)

    async with companies.change(before.organisation.id, SYSTEM) as ledger:
        await ledger.register(Member("UCY", "Cy", "member"))
    renamed = await companies.of_team("T1")
    async with companies.change(before.organisation.id, SYSTEM) as ledger:
        await ledger.record(SetFlag("managed", value=True))
    after = await companies.of_team("T1")

    assert renamed.facts is before.facts
    assert renamed.revision == before.revision
    assert "UCY" in renamed.members
    assert after.facts is ledger.company.facts
    assert after.revision == before.revision + 1


async def test_a_change_by_another_replica_shows_at_the_next_question(database: Database, database_url: str) -> None:
    replica = Database.at(database_url)
    ours, theirs = SqlCompanies(database, lambda: NOW), SqlCompanies(replica, lambda: NOW)
    company = await acme(ours)
    await theirs.of_team("T1")

    async with ours.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE)))
        await ledger.register(Member("UBOB", "Bob", "member", "p1"))
    async with theirs.change(company.organisation.id, SYSTEM) as ledger:
        assert ledger.company == await ours.of_team("T1")
        await ledger.record(Link("p1", Achievement("70-533", SINCE)))

    assert await ours.of_team("T1") == await theirs.of_team("T1")
    await replica.close()


async def test_replicas_that_meet_a_workspace_at_once_found_one_company(database: Database, database_url: str) -> None:
    replica = Database.at(database_url)

    met = await asyncio.gather(
        *(acme(SqlCompanies(here, lambda: NOW)) for here in (database, replica) for _ in range(3))
    )
    await replica.close()

    assert len({company.organisation.id for company in met}) == 1


async def test_writers_of_two_replicas_lose_nothing(database: Database, database_url: str) -> None:
    replica = Database.at(database_url)
    both = [SqlCompanies(here, lambda: NOW) for here in (database, replica)]
    company = await acme(both[0])

    async def report(companies: SqlCompanies, number: int) -> None:
        async with companies.change(company.organisation.id, SYSTEM) as ledger:
            await ledger.record(SetFlag(f"flag {number}", value=True))

    await asyncio.gather(*(report(both[number % 2], number) for number in range(10)))
    after = [await companies.of_team("T1") for companies in both]
    await replica.close()

    assert after[0] == after[1]
    assert after[0].revision == len(after[0].facts.flags) == 10


def test_no_more_snapshots_are_kept_than_allowed_and_the_newest_of_each() -> None:
    keep, facts = Keep(2), Facts("developed")
    for organisation, revision in (("a", 1), ("b", 1), ("a", 2), ("a", 1), ("c", 1)):
        keep.put(organisation, Snapshot((revision, 0), facts, {}))

    assert keep.find("b", (1, 0)) is None
    assert keep.find("a", (1, 0)) is None
    assert keep.find("a", (2, 0)) is not None
    assert keep.find("c", (1, 0)) is not None


async def test_an_amount_keeps_its_last_digit(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(ReportFigure("revenue", Month(2017, 12), Decimal("0.1") + Decimal("0.2")))

    loaded = await SqlCompanies(database, lambda: NOW).of_team("T1")
    assert str(loaded.facts.figures["revenue"][Month(2017, 12)]) == "0.3"

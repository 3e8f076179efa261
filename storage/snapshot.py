"""Rows to facts: a company as the database has it, in an order that depends on nothing but the facts themselves."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import ColumnElement, Row, Table

from domain.asked import AskedWho
from domain.batches import ImportBatch
from domain.buying import PlaceOrder, SetMembership, WithdrawMembership
from domain.changes import AddPerson, Change, GrantOverride, Link, NoSuchFactError, WithdrawOverride, apply
from domain.claims import Join
from domain.dates import Month
from domain.departures import Rejoin
from domain.enrolments import Enrol, LeaveProgramme, is_of_all
from domain.facts import (
    Achievement,
    Association,
    CredentialOverride,
    Facts,
    Grant,
    LevelOverride,
    Order,
    Override,
    Person,
)
from domain.ports import Away, Care, Member
from domain.requirements import Market
from storage import tables
from storage.claims import load_claims
from storage.forgetting import pseudonym_of
from storage.ids import new_id
from storage.memberships import in_order, load_memberships, load_orders
from storage.scope import Scope

Rows: TypeAlias = Sequence[Row[Any]]
ACHIEVEMENT = ("credential", "earned", "expires", "id", "state", "evidence", "recorded_by", "ended_on")
"""An achievement's columns, in the order of its fields."""

NOBODY: Mapping[str, str] = MappingProxyType({})
Kept = TypeVar("Kept", Person, Achievement, Association, Override, Order)


async def load_facts(scope: Scope, programme: str, moved_on: Mapping[str, str] = NOBODY) -> Facts:
    """Everything recorded about the organisation, as it is seen in a programme, and beside it in its further ones.

    Of those who `moved_on` to another organisation, what they earned and recorded before. Raises NoSuchFactError if it
    takes no part in it.
    """
    markets = {row.programme: row.market for row in await scope.rows(tables.enrolment)}
    if programme not in markets:
        raise NoSuchFactError(programme)
    here = await _in_programme(scope, programme, markets[programme])
    left = {
        row.programme for row in await scope.rows(tables.left_programme, tables.left_programme.c.rejoined_at.is_(None))
    }
    further = {other: await _in_programme(scope, other, markets[other]) for other in sorted({*markets} - {programme})}
    elsewhere = {other: facts for other, facts in further.items() if other not in left}
    former = {other: facts for other, facts in further.items() if other in left}
    people, claims = await _people(scope, moved_on), await load_claims(scope)
    return replace(here, people=people, claims=claims, elsewhere=elsewhere, former=former)


async def _in_programme(scope: Scope, programme: str, market: Market) -> Facts:
    """What is recorded in one programme, without people and claims."""
    membership, earlier = await load_memberships(scope, programme)
    flags = await scope.rows(tables.flag, *_in_force(tables.flag, programme))
    granted = await scope.rows(tables.override, tables.override.c.programme == programme)
    return Facts(
        market=market,
        figures=_figures(await scope.rows(tables.figure, *_in_force(tables.figure, programme))),
        flags={row.name: row.value for row in flags},
        flag_ends={row.name: row.until for row in flags if row.until is not None},
        overrides=_overrides(row for row in granted if row.withdrawn_at is None),
        withdrawn=tuple(sorted(row.id for row in granted if row.withdrawn_at is not None)),
        membership=membership,
        earlier_memberships=earlier,
        orders=await load_orders(scope, programme),
    )


async def load_members(scope: Scope) -> Mapping[str, Member]:
    """The Slack users of the organisation's workspaces, by their ids."""
    return ordered_members(_member(row) for row in await scope.rows(tables.slack_identity))


def _member(r: Row[Any]) -> Member:
    known = (r.user, r.name, r.role, r.person_id, r.time_zone, r.locale)
    away = None if r.away_until is None else Away(r.away_until, r.deputy)
    asked = None if r.asked_on is None else AskedWho(r.asked_as, r.asked_on, r.is_them)
    return Member(
        *known, active=not r.deleted, email=r.email, updated=r.updated, away=away, language=r.language, asked=asked
    )


def known_here(
    members: Mapping[str, Member], facts: Facts, moved_on: Mapping[str, str], *, shared: bool
) -> Mapping[str, Member]:
    """The users of a workspace, where it is shared as people only where this organisation has them on record."""
    if not shared:
        return members
    here = {person.id for person in facts.people if not person.forgotten}
    away = {m.user for m in members.values() if m.person is not None and (m.person not in here or m.person in moved_on)}
    found = {user: m if m.person in here else replace(m, person=None) for user, m in members.items()}
    return {user: replace(m, elsewhere=True) if user in away else m for user, m in found.items()}


async def load_cares(scope: Scope) -> Mapping[tuple[str, int], Care]:
    """Who takes care of what, by subject and episode."""
    return {(r.subject, r.episode): Care(r.taker, r.taken_on) for r in await scope.rows(tables.care)}


async def load_at_risk(scope: Scope) -> frozenset[str]:
    """The subjects whose risk is open."""
    found = await scope.rows(tables.episode, tables.episode.c.closed_at.is_(None))
    return frozenset(row.subject for row in found if not is_of_all(row.subject))


def ordered_members(members: Iterable[Member]) -> Mapping[str, Member]:
    """Members by their Slack user id, in the order of the ids."""
    return {member.user: member for member in sorted(members, key=lambda member: member.user)}


def identified(change: Change) -> Change:
    """The change with an id for whatever is new and has none yet."""
    match change:
        case AddPerson() if change.association.id is None:
            return replace(change, association=replace(change.association, id=new_id()))
        case Link() if change.achievement.id is None:
            return replace(change, achievement=replace(change.achievement, id=new_id()))
        case Rejoin() if change.association.id is None:
            return replace(change, association=replace(change.association, id=new_id()))
        case GrantOverride() if change.override.id is None:
            return replace(change, override=replace(change.override, id=new_id()))
        case SetMembership() | PlaceOrder():
            return _identified_deed(change)
        case _:
            return change


def _identified_deed(change: SetMembership | PlaceOrder) -> SetMembership | PlaceOrder:
    if isinstance(change, PlaceOrder):
        return replace(change, order=replace(change.order, id=change.order.id or new_id()))
    return replace(change, membership=replace(change.membership, id=change.membership.id or new_id()))


def after(facts: Facts, change: Change) -> Facts:
    """The facts after a change, in the order in which they would be loaded.

    Raises like `apply`, and NoSuchFactError for an override of somebody who is not on record.
    """
    match change:
        case GrantOverride(CredentialOverride(person=person)) if person not in facts.place_of:
            raise NoSuchFactError(person)
    changed = apply(facts, change)
    if isinstance(change, Enrol | LeaveProgramme):
        elsewhere, former = (dict(sorted(each.items())) for each in (changed.elsewhere, changed.former))
        return replace(changed, elsewhere=elsewhere, former=former)
    if isinstance(change, SetMembership | WithdrawMembership | PlaceOrder):
        earlier, orders = in_order(changed.earlier_memberships), _in_order(changed.orders)
        return replace(changed, earlier_memberships=earlier, orders=orders)
    return _in_place(changed, change)


def _in_place(changed: Facts, change: Change) -> Facts:
    """What was appended, put where a load would put it."""
    match change:
        case AddPerson() | Join():
            return replace(changed, people=_in_order(changed.people))
        case Rejoin():
            return replace(changed, people=tuple(_sorted(p) if p.id == change.person else p for p in changed.people))
        case Link():
            return replace(changed, people=tuple(_tidy(p) if p.id == change.person else p for p in changed.people))
        case ImportBatch():
            return replace(changed, people=_in_order(map(_tidy, changed.people)))
        case GrantOverride() | WithdrawOverride():
            overrides, withdrawn = _in_order(changed.overrides), tuple(sorted(changed.withdrawn))
            return replace(changed, overrides=overrides, withdrawn=withdrawn)
        case _:
            return changed


def _tidy(person: Person) -> Person:
    return replace(person, achievements=_in_order(person.achievements))


def _sorted(person: Person) -> Person:
    return replace(person, associations=_in_order(person.associations or ()))


def _in_order(items: Iterable[Kept]) -> tuple[Kept, ...]:
    return tuple(sorted(items, key=lambda item: item.id or ""))


def _in_force(table: Table, programme: str) -> tuple[ColumnElement[bool], ...]:
    return table.c.programme == programme, table.c.superseded_at.is_(None)


async def _people(scope: Scope, moved_on: Mapping[str, str]) -> tuple[Person, ...]:
    known = tables.achievement
    held = await scope.rows(known, known.c.withdrawn_at.is_(None), only=("person_id", *ACHIEVEMENT))
    achievements = _by_person(held, _achievement)
    periods = await scope.rows(tables.association)
    associations = _by_person((r for r in periods if r.withdrawn_at is None), _association)
    remembered = {r.person_id for r in periods if r.forgotten_at is None}
    claimed = await scope.rows(tables.profile, tables.profile.c.released_at.is_(None))
    profiles = {r.person_id: r.profile for r in claimed}
    people = (
        Person(
            r.id,
            _in_order(achievements.get(r.id, ())),
            _in_order(associations.get(r.id, ())),
            r.name,
            profiles.get(r.id),
            r.forgotten_at is not None,
        )
        for r in await scope.rows(tables.person)
    )
    here = (_as_they_left(each, moved_on[each.id]) if each.id in moved_on else each for each in people)
    return _in_order(each if each.id in remembered else _forgotten_here(each) for each in here)


def _as_they_left(person: Person, period: str = "") -> Person:
    """Somebody who left, with what they earned before, and recorded before they had another period with its id."""
    ended = max((each.until for each in person.associations or () if each.until is not None), default=date.min)
    earned = (each for each in person.achievements if each.earned < ended)
    return replace(person, achievements=tuple(each for each in earned if not period or (each.id or "") < period))


def _forgotten_here(person: Person) -> Person:
    """Somebody whom this organisation alone has forgotten: what they counted for here."""
    kept = tuple(replace(each, evidence=None, recorded_by=None) for each in _as_they_left(person).achievements)
    return replace(person, achievements=kept, name=pseudonym_of(person.id), profile=None, forgotten=True)


def _by_person(rows: Iterable[Row[Any]], made: Callable[[Row[Any]], Kept]) -> Mapping[str, list[Kept]]:
    found: defaultdict[str, list[Kept]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(made(row))
    return found


def _achievement(row: Row[Any]) -> Achievement:
    fields: Sequence[Any] = row[1:]
    return Achievement(*fields)


def _association(r: Row[Any]) -> Association:
    return Association(r.since, r.until, r.provisional, r.id, r.announced, r.on_leave, r.noticed_at)


def _figures(rows: Rows) -> Mapping[str, Mapping[Month, Decimal]]:
    found: defaultdict[str, dict[Month, Decimal]] = defaultdict(dict)
    for row in rows:
        found[row.metric][Month.of(row.month)] = row.value
    return dict(found)


def _overrides(rows: Iterable[Row[Any]]) -> tuple[Override, ...]:
    return _in_order(_override(row) for row in rows)


def _override(r: Row[Any]) -> Override:
    until = r.until if r.ended_on is None else min(r.until, r.ended_on)
    grant = Grant(r.granted_by, r.reason, r.ticket, r.recorded_by, r.recorded_on)
    if r.person_id is None:
        return LevelOverride(r.competency, r.level, r.since, until, r.id, grant)
    return CredentialOverride(r.person_id, r.credential, r.since, until, r.id, grant)

"""The first run: step by step, quiet until an admin lets Assay go live, which then sends one summary."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias, get_args

from domain.beginning import is_empty
from domain.enrolments import Enrol, LeaveProgramme, programmes_of
from domain.facts import Membership
from domain.membership_years import bought_on
from domain.ports import Organisation
from domain.roles import GivenRole
from handlers.admins import given
from handlers.errors import RefusedError
from handlers.help import how_to_type
from handlers.market import market
from handlers.membership import membership
from handlers.render.blocks import page, sections
from handlers.replies import Reply
from handlers.requests import MarketSet, MembershipDeed, MembershipSet
from handlers.role_requests import SetupShow, SetupStep, Step
from handlers.room import Room
from handlers.settling import go_live, settle
from handlers.words import escape

STEPS: tuple[Step, ...] = get_args(Step)
CHOSEN: tuple[GivenRole, ...] = ("manager", "admin")
Values: TypeAlias = Mapping[str, str]


async def take_step(room: Room, request: SetupShow | SetupStep) -> Reply:
    """Record what a step says; what was left open stays as it is. Raises RefusedError."""
    if isinstance(request, SetupShow):
        raise RefusedError("setup.form", **how_to_type("setup", room))
    if request.step == "live":
        return await live(room)
    values, take, at = dict(request.values), TAKES.get(request.step), STEPS.index(request.step)
    await _begin(room, done=at)
    room = await _in_programme(room, values.get("programme", room.programme.id))
    if take is not None:
        await take(room, values)
    await _begin(room, done=at + 1)
    return Reply(room.words.say("setup.done"))


async def live(room: Room) -> Reply:
    """From now on people are told what they have to know; the admins get one summary. Raises RefusedError."""
    async with room.change() as ledger:
        organisation = ledger.company.organisation
        if organisation.stage == "live":
            raise RefusedError("setup.live_already", company=escape(organisation.name))
        await ledger.configure(replace(organisation, stage="live", setup_step=0))
        catalogue = room.tools.grammar.catalogue
        await go_live(ledger, [catalogue[each] for each in programmes_of(ledger.company)], room.at)
    said = [room.words.say("setup.live", company=escape(organisation.name))]
    return page(said, sections(said, room.words), room.words)


async def _begin(room: Room, done: int) -> None:
    """Be quiet from the first step on where nothing is recorded yet, and remember how far the setup is."""

    def begun(organisation: Organisation) -> Organisation:
        new = organisation.stage == "new" and is_empty(room.company.facts)
        return replace(organisation, stage="quiet" if new else organisation.stage, setup_step=done % len(STEPS))

    await _configure(room, begun)


async def _configure(room: Room, change: Callable[[Organisation], Organisation]) -> None:
    async with room.change() as ledger:
        after = change(ledger.company.organisation)
        if after != ledger.company.organisation:
            await ledger.configure(after)


async def _in_programme(room: Room, wanted: str) -> Room:
    """The room in the programme that was chosen as the organisation's own; one with nothing recorded in it is left."""
    before, catalogue = room.programme.id, room.tools.grammar.catalogue
    if wanted == before or wanted not in catalogue:
        return room
    async with room.change() as ledger:
        here = ledger.company.facts
        used = here.figures or here.flags or here.overrides or here.membership or here.orders
        await ledger.record(Enrol(wanted, here.market))
        await ledger.lead_with(wanted)
        left = () if used else (LeaveProgramme(before, room.today),)
        await settle(ledger, catalogue[wanted], left, room.at)
        company = ledger.company
    return replace(room, company=company, programme=catalogue[wanted])


async def _market(room: Room, values: Values) -> None:
    chosen = values.get("market")
    if chosen is not None and chosen != room.company.facts.market:
        await market(room, MarketSet("developing" if chosen == "developing" else "developed"))


async def _membership(room: Room, values: Values) -> None:
    """The membership, if there is one; until the company is live, another one takes the place of a wrong one."""
    if not values:
        return
    for field, kind in (("level", "level"), ("purchased", "day")):
        if field not in values:
            raise RefusedError(f"missing.{kind}", field=field)
    level, bought = values["level"], bought_in(room)
    purchased = date.fromisoformat(values["purchased"])
    until = date.fromisoformat(values["until"]) if "until" in values else None
    said = (level, purchased, until or by_rule(room, purchased))
    if bought is not None and said == (bought.level, bought.purchased, bought.anniversary):
        return
    deed: MembershipDeed = "correct" if bought is not None and room.company.organisation.stage == "quiet" else "buy"
    await membership(room, MembershipSet(level, purchased, deed=deed, until=until))


def bought_in(room: Room) -> Membership | None:
    """The membership on record."""
    return room.company.facts.membership


def by_rule(room: Room, purchased: date) -> date | None:
    """The anniversary of what was bought on a day, as the rules say it."""
    return bought_on(room.programme, purchased).anniversary


async def _names(room: Room, values: Values) -> None:
    await _configure(room, lambda known: replace(known, names_in_channels=values.get("names") == "open"))


async def _admins(room: Room, values: Values) -> None:
    """Whoever was chosen; nobody loses a role here."""
    chosen = [(user, role) for role in CHOSEN for user in values.get(role, "").split(",") if user]
    for user, role in chosen:
        member = room.company.members.get(user)
        if member is None or not member.active or member.role == "guest":
            raise RefusedError("admins.unknown", name=f"<@{user}>", field=role)

    def with_them(organisation: Organisation) -> Organisation:
        for user, role in chosen:
            if not room.company.is_admin(room.company.members[user]):
                organisation = given(organisation, user, role, owner=room.company.owner)
        return organisation

    await _configure(room, with_them)


async def _channel(room: Room, values: Values) -> None:
    channel = values.get("channel")
    await _configure(room, lambda known: replace(known, settings=replace(known.settings, alert_channel=channel)))


TAKES: Mapping[Step, Callable[[Room, Values], Awaitable[None]]] = MappingProxyType(
    {"market": _market, "membership": _membership, "names": _names, "admins": _admins, "channel": _channel}
)

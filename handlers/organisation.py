"""Which organisation a channel and a person mean where a workspace serves several, and the vendor's ids of one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.enrolments import programmes_of
from domain.ports import Organisation, VendorIdTakenError
from domain.tenancy import UndecidedError
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.places import MOST_OFFERED, marked, name_of
from handlers.programmes import name_of as name_of_programme
from handlers.programmes import named_programme, turned_to
from handlers.render.blocks import Button, actions, context, page, sections
from handlers.replies import Reply
from handlers.roles import may_in
from handlers.room import Room, one_line
from handlers.tenant_requests import OrganisationChosen, VendorIdsSet

VENDOR_ID = re.compile(r"[0-9]{1,15}")
MOST_IDS = 50
ME, CHANNEL = "me", "channel"


async def organisation(room: Room, request: OrganisationChosen) -> Reply:
    """Say which organisation is meant here, or settle it: for the channel where an admin says so, else for oneself."""
    served = await room.tools.companies.serving(room.caller.team)
    if request.name is None:
        return await _listed(room, served)
    chosen = _named(room, served, request.name)
    if await _settles_channel(room, chosen):
        return await _settle(room, chosen, CHANNEL)
    return await _settle(room, chosen, ME)


async def press_organisation(room: Room, value: str) -> Reply:
    """Settle it by a button."""
    place, _, identifier = value.partition(" ")
    served = await room.tools.companies.serving(room.caller.team)
    chosen = next((each for each in served if each.id == identifier), None)
    if chosen is None or place not in {ME, CHANNEL}:
        raise RefusedError("error.old_button")
    if place == CHANNEL and not await _settles_channel(room, chosen):
        raise RefusedError("organisation.channel_admins", name=name_of(chosen))
    return await _settle(room, chosen, place)


async def vendor_ids(room: Room, request: VendorIdsSet) -> Reply:
    """Record the vendor's ids of the organisation, in place of those before. Raises RefusedError."""
    ids = tuple(typed for typed in request.vendor_ids if VENDOR_ID.fullmatch(typed))
    rest = " ".join(typed for typed in request.vendor_ids if typed not in ids)
    there = _of_programme(room, rest)
    if there is None or not 0 < len(ids) <= MOST_IDS:
        raise RefusedError("organisation.ids_form", typed=quoted(rest) or "–")
    company = room.company.organisation
    try:
        async with there.change() as ledger:
            await ledger.set_vendor_ids(ids)
    except VendorIdTakenError as error:
        raise RefusedError("organisation.id_taken", number=quoted(str(error))) from error
    said = [room.words.say("organisation.ids_done", name=name_of(company), ids=_ids(room, ids))]
    said += [room.words.say("programme.in", name=name_of_programme(there.programme, room.words))] if rest else []
    return page(
        said, [*sections(said, room.words), context([room.words.say("organisation.ids_use")], room.words)], room.words
    )


def _of_programme(room: Room, said: str) -> Room | None:
    """The room in the programme that is named beside the ids, of those of the organisation; None for another."""
    named = named_programme(room.tools.grammar.catalogue, said) if said else [room.programme]
    mine = programmes_of(room.company)
    return turned_to(room, named[0].id) if len(named) == 1 and named[0].id in mine else None


async def _listed(room: Room, served: Sequence[Organisation]) -> Reply:
    words, here = room.words, room.company.organisation
    key = "organisation.here" if await _is_settled(room) else "organisation.here_none"
    lines = [words.say(key, name=name_of(here))]
    if len(served) > 1:
        lines.append(words.say("organisation.served", names=words.both(name_of(each) for each in served)))
    if room.may("settings") and key == "organisation.here":
        found = await room.tools.companies.vendor_ids(here.id)
        key = "organisation.ids" if found else "organisation.no_ids"
        lines.append(words.say(key, ids=_ids(room, found)))
    buttons = [button for number, each in enumerate(served) for button in _offered(room, each, number)]
    rows = actions(buttons[:MOST_OFFERED]) if len(served) > 1 else []
    return replace(page(lines, [*sections(lines, words), *rows], words), unplaced=True)


async def _is_settled(room: Room) -> bool:
    """Whether something says which organisation is meant here."""
    caller = room.caller
    try:
        await room.tools.companies.at(caller.team, caller.channel, caller.user, caller.organisation)
    except UndecidedError:
        return False
    return True


def _offered(room: Room, each: Organisation, number: int) -> Iterable[Button]:
    name = one_line(each.name)
    yield Button(room.words.say("organisation.button_me", name=name), _action(ME, number, each), f"{ME} {each.id}")
    if _in_channel(room) and room.may("settings"):
        said = room.words.say("organisation.button_channel", name=name)
        yield Button(said, _action(CHANNEL, number, each), f"{CHANNEL} {each.id}")


def _action(place: str, number: int, each: Organisation) -> str:
    return marked(f"organisation:{place}{number}", each.id)


def _named(room: Room, served: Sequence[Organisation], typed: str) -> Organisation:
    wanted = " ".join(typed.split()).casefold()
    exact = [each for each in served if " ".join(each.name.split()).casefold() == wanted]
    begins = [each for each in served if each.name.casefold().startswith(wanted)]
    found = exact or begins or [each for each in served if f" {wanted}" in f" {each.name.casefold()}"]
    if len(found) != 1:
        names = room.words.both(name_of(each) for each in served)
        raise RefusedError("organisation.unknown", typed=quoted(typed), names=names)
    return found[0]


async def _settles_channel(room: Room, chosen: Organisation) -> bool:
    """Whether the speaker is in a channel, and an admin of the organisation that it is to mean."""
    if not _in_channel(room):
        return False
    company = await room.tools.companies.at(room.caller.team, None, room.member.user, chosen.id)
    return may_in(company, room.member.user, "settings")


def _in_channel(room: Room) -> bool:
    return room.caller.channel is not None and room.caller.channel[:1] in {"C", "G"}


async def _settle(room: Room, chosen: Organisation, place: str) -> Reply:
    where = room.caller.channel if place == CHANNEL and room.caller.channel else room.member.user
    await room.tools.companies.settle_place(room.caller.team, where, chosen.id)
    return Reply(room.words.say(f"organisation.settled.{place}", name=name_of(chosen)), unplaced=True)


def _ids(room: Room, found: Iterable[str]) -> str:
    return room.words.both(quoted(each) for each in sorted(found)) or "–"

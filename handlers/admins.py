"""Who is owner, admin and manager of an organisation here, beside what Slack says; the language that one chose."""

from collections.abc import Iterator
from dataclasses import replace

from domain.ports import Company, Member, Organisation
from domain.roles import GivenRole, Role
from handlers.errors import RefusedError
from handlers.finding import MENTION, quoted
from handlers.help import how_to_type
from handlers.render.blocks import Button, actions, context, page, sections
from handlers.replies import Reply
from handlers.role_requests import GIVES, LanguageChosen, RoleGiven
from handlers.room import Room, one_line
from handlers.words import Words, escape, language_of

LISTED: tuple[Role, ...] = ("owner", "admin", "manager")


def show_roles(room: Room) -> Reply:
    """Who is what, with a button that opens the form."""
    lines = [
        room.words.say("admins.title", company=escape(room.company.organisation.name)),
        *_listed(room.company, room),
    ]
    change = Button(room.words.say("open.admins"), "open:admins", "admins")
    ground = context([room.words.say("admins.ground")], room.words)
    return page(lines, [*sections(lines, room.words), ground, *actions([change])], room.words)


async def give_role(room: Room, request: RoleGiven) -> Reply:
    """Give somebody a role, or take it; in the audit with the organisation. Raises RefusedError."""
    member, role = found(room, request)
    async with room.change() as ledger:
        before = ledger.company
        _check(room, before, member, role)
        after = given(before.organisation, member.user, role, owner=before.owner)
        if after != before.organisation and before.role(member) != role:
            await ledger.configure(after)
        now = ledger.company
    key = "admins.same" if before.role(member) == role else f"admins.done.{role}"
    lines = [room.words.say(key, who=f"<@{member.user}>", role=room.words.say(f"role.{role}")), *_listed(now, room)]
    return page(lines, sections(lines, room.words), room.words)


def mistakes(room: Room, request: RoleGiven) -> Iterator[RefusedError]:
    """What about a role cannot be."""
    try:
        member, role = found(room, request)
        _check(room, room.company, member, role)
    except RefusedError as refusal:
        yield refusal


def given(organisation: Organisation, user: str, role: GivenRole, *, owner: str | None) -> Organisation:
    """The organisation after somebody was given a role, the last one so far; who owned it before becomes an admin."""
    rest = [(known, had) for known, had in organisation.roles if known != user]
    if role == "owner":
        rest = [(known, had) for known, had in rest if had != "owner" and known != owner]
        rest += [(owner, "admin")] if owner not in {None, user} else []
    return replace(organisation, roles=(*rest, (user, role)))


def found(room: Room, request: RoleGiven) -> tuple[Member, GivenRole]:
    """Who is meant, and what they become. Raises RefusedError."""
    if request.deed is None or request.person is None:
        raise RefusedError("admins.form", **how_to_type("admins", room))
    members, typed = room.company.members, request.person.strip()
    mention = MENTION.fullmatch(typed)
    user = mention[1] if mention else typed
    wanted = " ".join(typed.split()).casefold().removeprefix("@")
    known = [members[user]] if user in members else [m for m in members.values() if wanted in _names(m)]
    if len(known) != 1:
        raise RefusedError("admins.unknown" if not known else "admins.several", name=quoted(typed))
    return known[0], GIVES[request.deed]


def _names(member: Member) -> set[str]:
    return {member.name.casefold(), *member.name.casefold().split()[:1]}


def _check(room: Room, company: Company, member: Member, role: GivenRole) -> None:
    who = escape(one_line(member.name))
    if not member.active or member.role == "guest":
        raise RefusedError("admins.guest" if member.active else "admins.gone", who=who)
    if role == "owner":
        room.require("ownership")
    elif member.user == company.owner:
        raise RefusedError("admins.is_owner", who=f"<@{member.user}>")


def _listed(company: Company, room: Room) -> Iterator[str]:
    roles = {member.user: company.role(member) for member in company.members.values()}
    for role in LISTED:
        users = [f"<@{user}>" for user, has in roles.items() if has == role]
        if users or role == "admin":
            yield room.words.say(f"admins.{role}", who=room.words.both(users) or "–")


async def choose_language(room: Room, request: LanguageChosen) -> Reply:
    """Speak to somebody in the language that they choose from now on. Raises RefusedError."""
    if request.language is None:
        key = "language.form" if request.said is None else "language.unknown"
        raise RefusedError(key, typed=quoted(request.said or ""), **how_to_type("language", room))
    chosen = None if request.language == "slack" else request.language
    async with room.change() as ledger:
        member = replace(ledger.company.members[room.member.user], language=chosen)
        await ledger.register(member)
    words = Words(language_of(member.speaks))
    said = [words.say("language.slack" if chosen is None else "language.done")]
    return page(said, sections(said, words), words)

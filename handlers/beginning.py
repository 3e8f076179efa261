"""Which conversation answers what is said about roles, languages, people without Slack, first steps."""

from handlers.admins import choose_language, give_role, show_roles
from handlers.people import people
from handlers.replies import Reply
from handlers.role_requests import (
    GoLive,
    LanguageChosen,
    PeopleAsked,
    RoleGiven,
    RolesShow,
    SetupShow,
    SetupStep,
)
from handlers.room import Room
from handlers.setup import live, take_step


async def begin(
    room: Room, command: RolesShow | RoleGiven | LanguageChosen | PeopleAsked | SetupShow | SetupStep | GoLive
) -> Reply:
    """Answer one of these commands. Raises RefusedError where it cannot be done."""
    match command:
        case RolesShow():
            return show_roles(room)
        case RoleGiven():
            return await give_role(room, command)
        case LanguageChosen():
            return await choose_language(room, command)
        case PeopleAsked():
            return people(room)
        case SetupShow() | SetupStep():
            return await take_step(room, command)
        case GoLive():
            return await live(room)

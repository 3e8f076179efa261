"""Which overrides are in force: whole for admins who ask privately, without other people's names for everybody else."""

from domain.facts import CredentialOverride, LevelOverride, Override
from domain.timeline import credentials_of
from handlers.numbered import current
from handlers.override import override_list
from handlers.render.in_force import overrides_told
from handlers.replies import Reply
from handlers.requests import Question
from handlers.room import Room


def overrides_asked(room: Room, question: Question) -> Reply:
    """Answer which overrides are active, in all competencies or in one, on a day."""
    day = question.on or room.today
    if room.may("record") and room.caller.private and question.competency is None and day == room.today:
        return override_list(room)
    found = [o for o in current(room.company, day) if _is_about(room, o, question.competency)]
    levels = [o for o in found if isinstance(o, LevelOverride)]
    personal = [o for o in found if isinstance(o, CredentialOverride)]
    return overrides_told(room, levels, personal, question.competency, day)


def _is_about(room: Room, override: Override, competency: str | None) -> bool:
    """Whether an override may count for a competency; each does where none is named."""
    if competency is None:
        return True
    if isinstance(override, LevelOverride):
        return override.competency == competency
    family = room.programme.families[competency]
    return any(override.credential in credentials_of(each) for each in family)

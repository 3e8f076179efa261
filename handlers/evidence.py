"""What proves a competency, as one workbook for the vendor's support: rules, who fills which place, achievements."""

from collections.abc import Iterator, Sequence

from domain.facts import CredentialOverride, LevelOverride, Override
from domain.gaps import credentials_in
from handlers import asking
from handlers.data_requests import EvidenceAsked
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.help import how_to_type
from handlers.lists import achievement_cells, plain
from handlers.need import NeedAnswer, need
from handlers.render.figures import condition_lines
from handlers.render.ground import ground_lines
from handlers.render.phrases import Phrases
from handlers.replies import Document, Reply
from handlers.room import Room
from handlers.sending import brought
from handlers.sheets import Cell, Sheet, as_xlsx

PROOF = ("level", "place", "name", "profile", "exam", "title", "earned", "expires", "state", "evidence")
OVERRIDES = ("level", "name", "exam", "since", "until", "granted", "ticket", "reason")


async def evidence(room: Room, request: EvidenceAsked) -> Reply:
    """Send the proof of a competency's levels, or of one. Raises RefusedError where none is named."""
    if request.competency is None or request.unreadable:
        words = quoted(" ".join(request.unreadable) or "–")
        raise RefusedError("evidence.form", words=words, **how_to_type("evidence", room))
    view = room.view()
    levels = asking.levels(room, view, request.competency, request.level)
    answers = [found for level in levels if (found := need(room, view, request.competency, level)) is not None]
    if not answers:
        raise RefusedError("evidence.form", words=quoted(request.level or "–"), **how_to_type("evidence", room))
    name = f"evidence-{request.competency}-{room.today.isoformat()}.xlsx"
    competency = Phrases(room.words, room.programme).competency(request.competency)
    said = room.words.say("evidence.sent", competency=competency)
    return brought(room, [said], Document(name, name, as_xlsx(pack(room, answers))))


def pack(room: Room, answers: Sequence[NeedAnswer]) -> list[Sheet]:
    """The sheets of the workbook: what is asked and how it stands, who proves it with what, overrides with tickets."""
    say = room.words.say
    proof = [row for answer in answers for row in _proof(room, answer)]
    overrides = [row for answer in answers for row in _overrides(room, answer)]
    return [
        Sheet(say("evidence.rules"), (say("evidence.what"), say("evidence.says")), list(_rules(room, answers))),
        Sheet(say("evidence.proof"), tuple(say(f"export.column.{column}") for column in PROOF), proof),
        Sheet(say("evidence.overrides"), tuple(say(f"export.column.{column}") for column in OVERRIDES), overrides),
    ]


def _rules(room: Room, answers: Sequence[NeedAnswer]) -> Iterator[Sequence[Cell]]:
    say, phrases = room.words.say, Phrases(room.words, room.programme)
    first = answers[0]
    yield say("evidence.company"), room.company.organisation.name
    yield say("evidence.competency"), plain(phrases.competency(first.standing.competency))
    yield say("evidence.day"), room.today
    for line in ground_lines(first.ground, room.words):
        yield say("evidence.ground"), plain(line)
    if first.ground.source is not None:
        yield say("evidence.source"), first.ground.source.reference
    for answer in answers:
        level = plain(phrases.level(answer.standing.level))
        yield level, plain(room.words.status(answer.standing.status))
        yield level, f"{say('export.column.option')}: {plain(phrases.option(answer.option.option))}"
        for found in answer.branch.conditions:
            yield level, "\n".join(plain(line).strip() for line in condition_lines(found, answer.ground, phrases))


def _proof(room: Room, answer: NeedAnswer) -> Iterator[Sequence[Cell]]:
    """For each place who fills it, with every achievement of theirs that it asks for; a place nobody fills says so."""
    phrases = Phrases(room.words, room.programme)
    level = plain(phrases.level(answer.standing.level))
    for staff in answer.teams:
        for place in staff.places:
            asks, wanted = plain(phrases.asks(place.asks)), frozenset(credentials_in(place.asks))
            for person in place.people:
                yield from ((level, asks, *row) for row in achievement_cells(room, person, wanted))
            for _ in range(place.missing):
                yield level, asks, room.words.say("evidence.open"), None, None, None, None, None, None, None


def _overrides(room: Room, answer: NeedAnswer) -> Iterator[Sequence[Cell]]:
    """The overrides that the level rests on: its own, and those of people in the witness."""
    own: list[Override] = [answer.standing.override] if answer.standing.override is not None else []
    level = plain(Phrases(room.words, room.programme).level(answer.standing.level))
    for override in (*own, *answer.resting):
        grant = override.grant
        why = (grant.granted_by, grant.ticket, grant.reason)
        yield level, *_about(room, override), override.since, override.until, *why


def _about(room: Room, override: Override) -> tuple[Cell, Cell]:
    match override:
        case LevelOverride():
            return None, None
        case CredentialOverride(person, credential):
            return room.company.person_name(person), credential

"""What proves a competency, as one workbook for the vendor's support: rules, who fills which place, achievements."""

from collections.abc import Iterable, Iterator, Sequence

from domain.facts import CredentialOverride, LevelOverride, Override
from domain.gaps import credentials_in
from domain.requirements import PersonExpression
from domain.scoring import PeoplePart, ScoreStanding
from handlers import asking
from handlers.data_requests import EvidenceAsked
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.help import how_to_type
from handlers.lists import achievement_cells, plain, title_of
from handlers.need import NeedAnswer, need
from handlers.render.figures import condition_lines
from handlers.render.ground import ground_lines
from handlers.render.phrases import Phrases
from handlers.render.scores import standing_lines
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
            yield level, _joined(condition_lines(found, answer.ground, phrases))
        for score in answer.branch.scores:
            yield level, _joined(standing_lines(score, phrases))


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(plain(line).strip() for line in lines)


def _proof(room: Room, answer: NeedAnswer) -> Iterator[Sequence[Cell]]:
    """For each place who fills it, with what of theirs it asks for; a place nobody fills says so."""
    level = plain(Phrases(room.words, room.programme).level(answer.standing.level))
    for staff in answer.teams:
        for place in staff.places:
            yield from _filled(room, answer, place.asks, place.people)
            asks = plain(Phrases(room.words, room.programme).asks(place.asks))
            for _ in range(place.missing):
                yield level, asks, room.words.say("evidence.open"), None, None, None, None, None, None, None
    for part in _earning(answer.branch.scores):
        yield from _filled(room, answer, part.asks, part.people)


def _earning(scores: Iterable[ScoreStanding]) -> Iterator[PeoplePart]:
    """The people who earn points on the way that counts, or open it."""
    parts = (part for score in scores for metric in score.nearest.metrics for part in metric.parts)
    return (part for part in parts if isinstance(part, PeoplePart))


def _filled(room: Room, answer: NeedAnswer, asks: PersonExpression, people: Iterable[str]) -> Iterator[Sequence[Cell]]:
    """What each of these people has of what is asked: achievements, and what an override stands in for."""
    phrases, wanted = Phrases(room.words, room.programme), frozenset(credentials_in(asks))
    level = plain(phrases.level(answer.standing.level))
    for person in people:
        lent = (o for o in answer.resting if o.person == person and o.credential in wanted)
        for row in (*achievement_cells(room, person, wanted), *(_lent(room, override) for override in lent)):
            yield level, plain(phrases.asks(asks)), *row


def _lent(room: Room, override: CredentialOverride) -> Sequence[Cell]:
    """A credential that counts by an override: nothing was earned, and until when it counts."""
    facts, code = room.company.facts, override.credential
    who = room.company.person_name(override.person), facts.people[facts.place_of[override.person]].profile
    state = room.words.say("evidence.lent")
    return *who, code, title_of(room, code), None, override.until, state, override.grant.ticket


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

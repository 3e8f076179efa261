"""That an achievement ends while a level needs it, in lines: for its holder, and for admins."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.conditions import Status
from domain.gaps import credentials_in, further_credentials
from domain.owed import Owed
from domain.roster import Roster
from domain.standing import LevelStanding, competency_standing
from handlers.render.notice_risks import code_of, mending
from handlers.render.telling import Telling

MOST_REPLACEMENTS = 3


def own_lines(telling: Telling, notice: Owed) -> list[str]:
    """For the holder: what it costs, why, until when, and which exam would replace it."""
    details, say, words = notice.details, telling.words.say, telling.words
    day, code = date.fromisoformat(details["on"]), code_of(telling, details["credential"])
    lost = notice.listed("lost")
    key = "notice.own_lost" if lost else "notice.own_needed"
    n = max((day - telling.today).days, 0)
    said = {"levels": telling.subjects(lost or notice.listed("levels")), "code": code, "day": words.date(day), "n": n}
    return [say(key, **said), say(f"notice.own_why.{details['why']}", day=words.date(day)), *_replaced(telling, notice)]


def _replaced(telling: Telling, notice: Owed) -> Iterator[str]:
    """What somebody can earn so that they go on counting in the places that they fill now."""
    levels = [_level(telling, subject, notice) for subject in notice.listed("lost") or notice.listed("levels")]
    ways = dict.fromkeys(way for level in levels if level is not None for way in _ways(telling, notice, level))
    said = [telling.phrases.both([code_of(telling, code) for code in way]) for way in ways]
    if said:
        yield telling.words.say("notice.own_replace", what=telling.words.either(said[:MOST_REPLACEMENTS]))
    else:
        yield telling.words.say("notice.own_no_replacement")


def _level(telling: Telling, subject: str, notice: Owed) -> LevelStanding | None:
    """A level on the day of the end, on the facts alone."""
    competency, _, level = subject.partition("/")
    if competency not in telling.programme.competencies:
        return None
    day, facts = date.fromisoformat(notice.details["on"]), telling.company.facts.alone
    return competency_standing(telling.programme, facts, day, competency).levels.get(level)


def _ways(telling: Telling, notice: Owed, level: LevelStanding) -> Iterator[tuple[str, ...]]:
    """The fewest further credentials for each place in which the ending one counted; else for any empty one."""
    day, facts = date.fromisoformat(notice.details["on"]), telling.company.facts.alone
    if notice.details["person"] not in facts.place_of:
        return
    held = Roster(telling.programme, facts, day).held_by(notice.details["person"])
    slots = [slot for branch in level.nearest.branches[:1] for team in branch.teams for slot in team.slots]
    naming = [slot.asks for slot in slots if notice.details["credential"] in credentials_in(slot.asks)]
    for asks in dict.fromkeys(naming or [slot.asks for slot in slots if slot.person is None]):
        way = further_credentials(asks, held, telling.programme, telling.today)
        if way:
            yield way


def contributor_groups(notices: Sequence[Owed]) -> list[list[Owed]]:
    """Endings of the same credential on the same day together."""
    groups: dict[tuple[str, str], list[Owed]] = {}
    for notice in notices:
        groups.setdefault((notice.details["credential"], notice.details["on"]), []).append(notice)
    return list(groups.values())


def contributor_lines(telling: Telling, notices: Sequence[Owed]) -> list[str]:
    """For admins, of one credential and day: which levels fall, whose achievements end, what mends it, and who can."""
    first, words = notices[0], telling.words
    day = date.fromisoformat(first.details["on"])
    code, lost = code_of(telling, first.details["credential"]), _still_lost(telling, notices)
    who = telling.phrases.both([telling.who(notice.details["person"]) for notice in notices])
    why = words.say(f"notice.contributor_why.{first.details['why']}", code=code, who=who, day=words.date(day))
    if not lost:
        return [words.say("notice.contributor_covered", code=code, who=who, day=words.date(day))]
    n = max((day - telling.today).days, 0)
    names = telling.subjects(f"{level.competency}/{level.level}" for level in lost)
    mends = (line for level in lost for line in mending(telling, level, day))
    return [words.say("notice.contributor_lost", levels=names, day=words.date(day), n=n), why, *dict.fromkeys(mends)]


def _still_lost(telling: Telling, notices: Sequence[Owed]) -> list[LevelStanding]:
    subjects = {subject: notice for notice in notices for subject in notice.listed("lost")}
    found = (_level(telling, subject, notice) for subject, notice in subjects.items())
    return [level for level in found if level is not None and level.status is Status.NOT_MET]

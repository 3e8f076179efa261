"""That an achievement ends while a level needs it, in lines: for its holder, and for admins."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from domain.conditions import Status
from domain.gaps import credentials_in, further_credentials, obtainable
from domain.owed import Owed
from domain.requirements import EachOf, Holds, PersonExpression
from domain.roster import Roster
from domain.standing import LevelStanding, competency_standing
from handlers.render.mending import code_of, mending_of
from handlers.render.telling import Telling

MOST_PLACES = 3
DAY = timedelta(days=1)


def own_lines(telling: Telling, notice: Owed) -> list[str]:
    """For the holder: what it costs, why, until when, and which exam would replace it."""
    details, say, words = notice.details, telling.words.say, telling.words
    day, code = date.fromisoformat(details["on"]), code_of(telling, details["credential"])
    lost = notice.listed("lost")
    key = "notice.own_lost" if lost else "notice.own_needed"
    n = max((day - telling.today).days, 0)
    said = {"levels": telling.subjects(lost or notice.listed("levels")), "code": code, "day": words.date(day), "n": n}
    return [
        say(key, **said),
        say(f"notice.own_why.{details['why']}", last=words.date(day - DAY)),
        *_replaced(telling, notice),
    ]


def _replaced(telling: Telling, notice: Owed) -> Iterator[str]:
    """What somebody can earn so that they go on counting in the places that they fill now."""
    levels = [_level(telling, subject, notice) for subject in notice.listed("lost") or notice.listed("levels")]
    asked = dict.fromkeys(asks for level in levels if level is not None for asks in _places(notice, level))
    way = _fewest(telling, notice, list(asked)[:MOST_PLACES])
    if way and way == (notice.details["credential"],):
        yield telling.words.say("notice.own_again")
    elif way and _again(telling, notice, list(asked)[:MOST_PLACES]):
        what = telling.phrases.both([code_of(telling, code) for code in way])
        yield telling.words.say("notice.own_again_or", what=what)
    elif way:
        what = telling.phrases.both([code_of(telling, code) for code in way])
        yield telling.words.say("notice.own_replace", what=what)
    else:
        yield telling.words.say("notice.own_no_replacement")


def _level(telling: Telling, subject: str, notice: Owed, before: timedelta = timedelta()) -> LevelStanding | None:
    """A level on the day of the end, or some days before, on the facts alone."""
    competency, _, level = subject.partition("/")
    if competency not in telling.programme.competencies:
        return None
    day, facts = date.fromisoformat(notice.details["on"]) - before, telling.company.facts.alone
    return competency_standing(telling.programme, facts, day, competency).levels.get(level)


def _places(notice: Owed, level: LevelStanding) -> list[PersonExpression]:
    """What the places ask for in which the ending credential counts; else what any empty one does."""
    slots = [slot for branch in level.nearest.branches[:1] for team in branch.teams for slot in team.slots]
    naming = [slot.asks for slot in slots if notice.details["credential"] in credentials_in(slot.asks)]
    return naming or [slot.asks for slot in slots if slot.person is None]


def _fewest(telling: Telling, notice: Owed, asked: Sequence[PersonExpression]) -> tuple[str, ...] | None:
    """The fewest further credentials with which the holder fills all of some places; else the first that works."""
    day, facts = date.fromisoformat(notice.details["on"]), telling.company.facts.alone
    if not asked or notice.details["person"] not in facts.place_of:
        return None
    held = Roster(telling.programme, facts, day).held_by(notice.details["person"])
    wanted = (EachOf(tuple(asked)), *asked)
    return next(filter(None, (further_credentials(w, held, telling.programme, telling.today) for w in wanted)), None)


def _again(telling: Telling, notice: Owed, asked: Sequence[PersonExpression]) -> bool:
    """Whether the same credential can be earned once more, and would do in all of some places."""
    code, day = notice.details["credential"], date.fromisoformat(notice.details["on"])
    if notice.details["why"] != "expired" or obtainable(Holds(code), telling.programme, telling.today) is None:
        return False
    held = Roster(telling.programme, telling.company.facts.alone, day).held_by(notice.details["person"])
    return further_credentials(EachOf(tuple(asked)), (*held, code), telling.programme, telling.today) == ()


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
    why = words.say(f"notice.contributor_why.{first.details['why']}", code=code, who=who, last=words.date(day - DAY))
    if not lost:
        return [words.say("notice.contributor_covered", code=code, who=who, day=words.date(day))]
    n = max((day - telling.today).days, 0)
    names = telling.subjects(f"{level.competency}/{level.level}" for level in lost)
    mends = (line for level in lost for line in mending_of(telling, level, day, alone=len(lost) == 1))
    return [words.say("notice.contributor_lost", levels=names, day=words.date(day), n=n), why, *mends]


def _still_lost(telling: Telling, notices: Sequence[Owed]) -> list[LevelStanding]:
    subjects = {subject: notice for notice in notices for subject in notice.listed("lost")}
    found = ((_level(telling, s, notice, before=DAY), _level(telling, s, notice)) for s, notice in subjects.items())
    return [then for eve, then in found if then is not None and _falls(eve, then)]


def _falls(eve: LevelStanding | None, then: LevelStanding) -> bool:
    """Whether a level falls on a day, and did not fall before."""
    return then.status is Status.NOT_MET and (eve is None or eve.status is not Status.NOT_MET)

"""What is needed for a level, as blocks."""

from collections.abc import Iterable, Iterator, Sequence

from domain.conditions import ConditionStanding, Status
from domain.requirements import Flag
from domain.standing import BranchStanding, OptionStanding
from handlers.need import NeedAnswer, Places, Staff
from handlers.render.blocks import context, divider, line_count, section, sections
from handlers.render.figures import INDENT, condition_lines, missing_phrase
from handlers.render.ground import day_line, ground_lines
from handlers.render.phrases import ICONS, Phrases
from handlers.render.scores import course_chart, course_line, missing_points, standing_lines
from handlers.replies import Block
from handlers.words import Words

MOST_IN_ONE_LINE = 2
MOST_OTHER_WAYS = 5
MOST_LINES = 12
"""So many lines has an answer on a phone; of a longer one the essential is shown, the rest behind "why"."""


def need_text(answers: Sequence[NeedAnswer], words: Words) -> list[str]:
    """The answer in two or three lines for each level."""
    told = (line for answer in answers for line in (headline(answer, words), summary(answer, words)))
    return [*told, day_line(answers[0].ground, words)]


def need_blocks(answers: Sequence[NeedAnswer], words: Words, *, drawn: bool = False) -> list[Block]:
    """The answer for each level asked for, and its ground: in full where that is short, else the essential of it.

    Drawn, it has the pictures of how points went, where they changed.
    """
    full = _blocks(answers, words, brief=False, drawn=drawn)
    return full if line_count(full) <= MOST_LINES else _blocks(answers, words, brief=True, drawn=drawn)


def has_picture(answer: NeedAnswer) -> bool:
    """Whether the points of a level changed in the last months, so that there is something to draw."""
    return len({mark.points for mark in answer.course}) > 1


def _blocks(answers: Sequence[NeedAnswer], words: Words, *, brief: bool, drawn: bool) -> list[Block]:
    blocks: list[Block] = []
    for answer in answers:
        level = _level_blocks(answer, words, alone=len(answers) == 1, brief=brief, drawn=drawn)
        blocks += [*([divider()] if blocks else []), *level]
    return [*blocks, context(ground_lines(answers[0].ground, words, brief=brief), words)]


def _level_blocks(answer: NeedAnswer, words: Words, *, alone: bool, brief: bool, drawn: bool) -> list[Block]:
    phrases = Phrases(words, answer.programme)
    head = [headline(answer, words), day_line(answer.ground, words), summary(answer, words), *aid(answer, words)]
    course = list(_course(answer, phrases, drawn=drawn))
    if brief and not alone:
        return [*sections([*head, *_in_short(answer, phrases)], words), *(course if drawn else [])]
    blocks = [section("\n".join(head), words), *sections(_option_lines(answer, phrases, brief=brief), words)]
    blocks += course
    ways = _other_ways(answer, phrases, 1 if brief else MOST_OTHER_WAYS)
    return [*blocks, *sections([*ways, *(_other_levels(answer, phrases) if alone else ())], words)]


def _course(answer: NeedAnswer, phrases: Phrases, *, drawn: bool) -> Iterator[Block]:
    """The points of the last months, where they changed: in words, and as a chart where it is drawn."""
    if has_picture(answer):
        needed = answer.branch.scores[0].score.at_least
        if drawn:
            yield course_chart(answer.course, needed, phrases)
        yield section(course_line(answer.course, phrases), phrases.words)


def headline(answer: NeedAnswer, words: Words) -> str:
    """The level, the competency and the status word."""
    phrases = Phrases(words, answer.programme)
    level, competency = phrases.level(answer.standing.level), phrases.competency(answer.standing.competency)
    icon, status = ICONS[answer.standing.status], words.status(answer.standing.status)
    return words.say("need.headline", icon=icon, level=level, competency=competency, status=status)


def summary(answer: NeedAnswer, words: Words) -> str:
    """What is missing, in one line."""
    phrases = Phrases(words, answer.programme)
    missing = list(_missing(answer.branch, phrases))
    if answer.standing.override is not None:
        lacks = list(_missing(answer.alone.nearest.nearest, phrases))
        without = [words.say("need.missing_without", what=words.both(lacks))] if lacks else []
        return "\n".join([*override_line(answer, words), *without])
    if answer.standing.status is Status.MET:
        return words.say("need.nothing_missing")
    if not missing:
        return words.say("need.only_unknown")
    several = len(answer.standing.options) > 1 or len(answer.option.branches) > 1
    return words.say("need.missing_nearest" if several else "need.missing", what=words.both(missing))


def override_line(answer: NeedAnswer, words: Words) -> Iterator[str]:
    """That the level rests on an override, until when, and what the facts say without."""
    if answer.standing.override is not None:
        until = words.date(answer.standing.override.until)
        yield words.say("override.level", until=until, status=words.status(answer.alone.status))


def aid(answer: NeedAnswer, words: Words) -> Iterator[str]:
    """What rests on overrides of single credentials, and on achievements that nobody has confirmed."""
    for override in answer.resting:
        credential = Phrases(words, answer.programme).credential(override.credential, with_title=False)
        until, status = words.date(override.until), words.status(answer.alone.status)
        yield words.say("override.credential", credential=credential, until=until, status=status)
    if answer.confirmed is not answer.standing.on_facts:
        yield words.say("need.confirmed", status=words.status(answer.confirmed))


def _missing(branch: BranchStanding, phrases: Phrases) -> Iterator[str]:
    if branch.people_missing and not branch.scores:
        yield phrases.words.say("missing.people", n=branch.people_missing)
    yield from (said for score in branch.scores for said in missing_points(score, phrases))
    yield from (missing_phrase(c, phrases) for c in branch.conditions if c.status is Status.NOT_MET)


def _option_lines(answer: NeedAnswer, phrases: Phrases, *, brief: bool = False) -> Iterator[str]:
    say, option = phrases.words.say, answer.option
    if len(answer.standing.options) > 1:
        yield say("need.option_nearest", name=phrases.option(option.option))
    else:
        yield say("need.option", name=phrases.option(option.option))
    for condition in answer.branch.conditions:
        said = condition_lines(condition, answer.ground, phrases)
        yield from essential(said, condition) if brief else said
    for score in answer.branch.scores:
        yield from standing_lines(score, phrases)
    for staff in answer.teams:
        yield from _team_lines(answer, staff, phrases)


def essential(said: Sequence[str], condition: ConditionStanding) -> Iterator[str]:
    """How a condition stands; until when a status is granted; and, where it is not known, what to do about that."""
    yield said[0]
    if len(said) > 1 and (isinstance(condition.condition, Flag) or condition.status is Status.NOT_KNOWN):
        yield said[-1]


def _in_short(answer: NeedAnswer, phrases: Phrases) -> Iterator[str]:
    """Of one level among several: each condition that is not met, and how many people there are."""
    for condition in answer.branch.conditions:
        if condition.status is not Status.MET:
            yield condition_lines(condition, answer.ground, phrases)[0]
    for staff in answer.teams:
        yield _people_line(staff, phrases)


def _people_line(staff: Staff, phrases: Phrases) -> str:
    status = Status.NOT_MET if staff.team.missing else Status.MET
    filled, places = staff.team.filled, len(staff.team.slots)
    return phrases.words.say("people.line", icon=ICONS[status], filled=filled, n=places)


def _team_lines(answer: NeedAnswer, staff: Staff, phrases: Phrases) -> Iterator[str]:
    yield _people_line(staff, phrases)
    for place in staff.places:
        yield INDENT + phrases.words.say("people.places", n=place.count, asks=phrases.asks(place.asks))
        yield from (INDENT + line for line in _place_lines(answer, place, phrases))
    if staff.spares:
        yield INDENT + spares_line(staff.spares, answer, phrases)


def _place_lines(answer: NeedAnswer, place: Places, phrases: Phrases) -> Iterator[str]:
    if place.people:
        yield counted_line(place.people, answer, phrases)
    if place.missing:
        yield to_find(place, phrases)
        if nearest := _nearest(answer, place, phrases):
            yield nearest


def counted_line(people: Sequence[str], answer: NeedAnswer, phrases: Phrases) -> str:
    """Who fills places: names where they may be said, the speaker as "you", a number for the rest."""
    return phrases.words.say("people.counted", who=who(people, answer, phrases))


def spares_line(people: Sequence[str], answer: NeedAnswer, phrases: Phrases) -> str:
    """Who could stand in."""
    return phrases.words.say("people.spares", n=len(people), who=who(people, answer, phrases))


def who(people: Iterable[str], answer: NeedAnswer, phrases: Phrases) -> str:
    """People as those may read it who are in the room."""
    return phrases.people(people, answer.names, answer.own)


def to_find(place: Places, phrases: Phrases) -> str:
    """How many people are still to be found, and with what of it that can still be earned."""
    say = phrases.words.say
    if place.obtainable is None:
        return say("people.find_none", n=place.missing)
    if place.obtainable == place.asks:
        return say("people.find", n=place.missing)
    return say("people.find_these", n=place.missing, asks=phrases.asks(place.obtainable))


def _nearest(answer: NeedAnswer, place: Places, phrases: Phrases) -> str:
    """Those who lack least: with what they lack where they may be named, else how many there are."""
    say = phrases.words.say
    named = [
        say("people.lacks", who=phrases.people([c.person], answer.names, answer.own), what=phrases.both(further))
        for c in place.nearest
        if c.person in answer.names
        for further in [[phrases.credential(code, with_title=False) for code in c.further]]
    ]
    if named:
        return say("people.nearest", who="; ".join(named))
    return say("people.nearest_count", n=place.near) if place.near else ""


def _other_ways(answer: NeedAnswer, phrases: Phrases, most: int) -> Iterator[str]:
    """The other ways and options, one line each, and how many there are beyond those."""
    short = Phrases(phrases.words, phrases.programme, MOST_IN_ONE_LINE)
    ways, options = answer.option.branches[1:], answer.standing.options[1:]
    for branch in ways[:most]:
        yield phrases.words.say("need.or", way=way(branch, answer.branch, short), distance=short.distance(branch))
    shown = options[:most]
    yield from (_other_option(option, short) for option in shown)
    if more := max(len(ways) - most, 0) + len(options) - len(shown):
        yield phrases.words.say("need.more_ways", n=more)


def _other_levels(answer: NeedAnswer, phrases: Phrases) -> Iterator[str]:
    ranks = list(phrases.programme.levels)
    asked = answer.standing.level
    for level, status in answer.others.items():
        said = {"icon": ICONS[status], "level": phrases.level(level), "status": phrases.words.status(status)}
        if status is not Status.MET and ranks.index(level) < ranks.index(asked):
            yield phrases.words.say("need.lower_level", asked=phrases.level(asked), **said)
        else:
            yield phrases.words.say("need.other_level", **said)


def _other_option(option: OptionStanding, phrases: Phrases) -> str:
    name, distance = phrases.option(option.option), phrases.distance(option.nearest)
    return phrases.words.say("need.other_option", name=name, distance=distance)


def way(branch: BranchStanding, other: BranchStanding, phrases: Phrases) -> str:
    """What sets a way apart from another: the people it asks for, or else its figures."""
    known = {slot.asks for team in other.teams for slot in team.slots}
    asks = dict.fromkeys(slot.asks for team in branch.teams for slot in team.slots)
    apart = [expression for expression in asks if expression not in known] or list(asks)
    counts = {e: sum(slot.asks == e for team in branch.teams for slot in team.slots) for e in apart}
    said = [phrases.words.say("people.places", n=counts[e], asks=phrases.asks(e)) for e in apart[:MOST_IN_ONE_LINE]]
    return phrases.words.both(said) if said else phrases.words.say("need.figures_only")

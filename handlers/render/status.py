"""How the company stands, as blocks: short lines that fit a phone."""

from collections.abc import Iterator
from fractions import Fraction

from domain.conditions import Status
from domain.membership_years import lapsed_after, open_after
from domain.requirements import Flag
from domain.risk import LevelOutlook, Outlook
from domain.standing import CompetencyStanding, LevelStanding
from handlers.need import NeedAnswer
from handlers.render.blocks import context, section, sections
from handlers.render.charts import MOST_IN_LABEL, MOST_POINTS, chart
from handlers.render.effects import unknown
from handlers.render.figures import status_name
from handlers.render.ground import day_line, ground_lines
from handlers.render.need import aid, headline, summary
from handlers.render.phrases import Phrases
from handlers.render.scores import of_points
from handlers.render.written import subject_name
from handlers.replies import Block
from handlers.status import Overview
from handlers.words import Words, escape

MARKS = {Status.MET: "✓", Status.NOT_MET: "✗", Status.NOT_KNOWN: "?"}
BY_OVERRIDE, BY_CLAIMS = "⏳", "✎"
MOST_RISKS = 3
WHOLE = 100
MOST_DISTINCT = MOST_IN_LABEL - 1
"""Labels of a chart are cut, and have to differ all the same."""


def overview_text(answer: Overview, words: Words) -> list[str]:
    """The same in plain text."""
    return [words.say("status.title", day=words.date(answer.on)), *_lines(answer, Phrases(words, answer.programme))]


def overview_blocks(answer: Overview, words: Words, *, picture: bool = False) -> list[Block]:
    """Everything on one screen: areas, one line per competency, what is at risk, and what the signs mean.

    With a picture of how far each competency has come, where there are several to compare.
    """
    phrases = Phrases(words, answer.programme)
    title = words.say("status.title", day=words.date(answer.on))
    small = [words.say("status.legend"), *_legend(answer, words), *_notes(answer, words)]
    said = [*(_risks(answer, answer.risks, phrases) if answer.risks else ()), *_unclear(answer, phrases)]
    risks = [section("\n".join(said), words)] if said else []
    lines = sections(_lines(answer, phrases), words)
    drawn = status_picture(answer, words) if picture else []
    return [section(f"*{title}*", words), *lines, *risks, *drawn, context(small, words)]


def status_picture(answer: Overview, words: Words) -> list[Block]:
    """The picture of how far each competency has come; nothing where there is nothing to compare."""
    return list(_picture(answer, Phrases(words, answer.programme)))


def _picture(answer: Overview, phrases: Phrases) -> Iterator[Block]:
    """For each competency how much of what each level asks of people, or of points, is there, in percent."""
    begun = [competency for _, competencies in answer.areas for competency in competencies][:MOST_POINTS]
    names = [phrases.words.name(competency.competency.name) for competency in begun]
    if len(begun) > 1 and len({name[:MOST_DISTINCT] for name in names}) == len(names):
        series = {phrases.level(level): [_there(c.levels.get(level)) for c in begun] for level in answer.levels}
        yield chart("bar", phrases.words.say("status.chart"), names, series)


def _there(level: LevelStanding | None) -> int:
    if level is None:
        return 0
    if level.on_facts is Status.MET:
        return WHOLE
    branch = level.nearest.nearest
    parts = [Fraction(branch.headcount - branch.people_missing, branch.headcount)] if branch.headcount else []
    parts += [Fraction(score.points.low) / Fraction(score.score.at_least) for score in branch.scores]
    return int(min([*parts, Fraction(1)]) * WHOLE)


def _legend(answer: Overview, words: Words) -> Iterator[str]:
    """What the further signs mean, where there are any."""
    shown = {
        (c.competency.id, level) for _, competencies in answer.areas for c in competencies for level in answer.levels
    }
    if shown & answer.by_override:
        yield words.say("status.legend_override", mark=BY_OVERRIDE)
    if shown & answer.by_claims:
        yield words.say("status.legend_claims", mark=BY_CLAIMS)


def _notes(answer: Overview, words: Words) -> Iterator[str]:
    yield words.say("status.ground", since=words.day(answer.newest_rules))
    if answer.figures_up_to is not None:
        yield words.say("ground.figures", month=words.month(answer.figures_up_to.first_day))
    if answer.membership is not None:
        level = Phrases(words, answer.programme).level(answer.membership.level)
        over = lapsed_after(answer.programme, answer.membership, answer.on)
        key, day = ("status.lapsed", over) if over else ("status.membership", answer.membership.anniversary)
        yield words.say(key, level=level, day=words.date(day))
    if answer.on > answer.today:
        yield words.say("ground.later", day=words.date(answer.on))
    if answer.on < answer.today:
        yield words.say("ground.earlier", day=words.date(answer.on))
    if answer.ended is not None:
        successor = words.name(answer.ended.successor_name) if answer.ended.successor_name else answer.ended.successor
        yield words.say("ground.ended", day=words.date(answer.ended.last_renewal), successor=escape(successor))


def _lines(answer: Overview, phrases: Phrases) -> Iterator[str]:
    for area, competencies in answer.areas:
        yield f"*{escape(phrases.words.name(area.name))}*"
        yield from (_line(competency, answer, phrases) for competency in competencies)
    if answer.idle:
        names = phrases.words.both(phrases.competency(competency.competency.id) for competency in answer.idle)
        yield phrases.words.say("status.idle", names=names)


def _line(competency: CompetencyStanding, answer: Overview, phrases: Phrases) -> str:
    marks = [_mark(level, competency.levels.get(level), answer, phrases) for level in answer.levels]
    return " · ".join([phrases.competency(competency.competency.id), *marks])


def _mark(name: str, level: LevelStanding | None, answer: Overview, phrases: Phrases) -> str:
    """Gold ✓ with what it rests on, or Gold ✗ 2 people."""
    if level is None:
        return phrases.words.say("status.undefined", level=phrases.level(name))
    said = f"{phrases.level(name)} {MARKS[level.status]}"
    if level.override is not None:
        return f"{said} {phrases.words.say('status.override', until=phrases.words.day(level.override.until))}"
    key = (level.competency, level.level)
    said += BY_OVERRIDE if key in answer.by_override else ""
    said += BY_CLAIMS if key in answer.by_claims else ""
    return f"{said} {_short(level, phrases)}".rstrip()


def _short(level: LevelStanding, phrases: Phrases) -> str:
    """What is missing in a word or two."""
    branch = level.nearest.nearest
    say = phrases.words.say
    people = say("missing.people", n=branch.people_missing) if branch.people_missing and not branch.scores else ""
    points = [of_points(score, phrases) for score in branch.scores if score.status is not Status.MET]
    figures = say("status.figures") if any(c.status is Status.NOT_MET for c in branch.conditions) else ""
    unknown = say("status.unknown") if level.status is Status.NOT_KNOWN else ""
    return ", ".join(word for word in (people, *points, figures, unknown) if word)


def _risks_head(answer: Overview, risks: tuple[Outlook, ...], words: Words) -> str:
    """How many there are; and for which day, or until when the renewal is open."""
    at = risks[0].anniversary
    if risks[0].day == at:
        return words.say("status.risks", n=len(risks), day=words.date(at))
    open_ = open_after(answer.programme, answer.membership, answer.today)
    if open_ is None:
        return words.say("status.risks_over", n=len(risks), at=words.date(at))
    return words.say("status.risks_window", n=len(risks), closes=words.date(open_.shown_until))


def _risks(answer: Overview, risks: tuple[Outlook, ...], phrases: Phrases) -> Iterator[str]:
    yield _risks_head(answer, risks, phrases.words)
    yield from (f"• {_risk(outlook, phrases)}" for outlook in risks[:MOST_RISKS])
    if len(risks) > MOST_RISKS:
        yield f"• {phrases.words.say('list.more', n=len(risks) - MOST_RISKS)}"


def _unclear(answer: Overview, phrases: Phrases) -> Iterator[str]:
    """What was at risk and is not known now, and for want of what."""
    if answer.unclear:
        names = phrases.words.both(subject_name(outlook.subject, phrases) for outlook in answer.unclear)
        branches = [o.then.nearest.nearest for o in answer.unclear if isinstance(o, LevelOutlook) and o.then]
        found = phrases.words.both(dict.fromkeys(what for branch in branches if (what := unknown(branch, phrases))))
        key = "status.unclear_for" if found else "status.unclear"
        yield phrases.words.say(key, levels=names, **({"what": found} if found else {}))


def _risk(outlook: Outlook, phrases: Phrases) -> str:
    since = phrases.words.date(outlook.short_from or outlook.day)
    level = phrases.level(outlook.level)
    if isinstance(outlook, LevelOutlook):
        competency = phrases.competency(outlook.competency)
        return phrases.words.say("status.risk", level=level, competency=competency, since=since)
    return phrases.words.say("status.risk_membership", level=level, since=since)


def levels_text(answers: list[NeedAnswer], words: Words, *, yes_or_no: bool) -> list[str]:
    """How one competency's levels stand, in plain text."""
    return [_first(answer, words, yes_or_no=yes_or_no) for answer in answers]


def levels_blocks(answers: list[NeedAnswer], words: Words, *, yes_or_no: bool) -> list[Block]:
    """How one competency's levels stand. Asked for a level: yes, no or not known comes first."""
    blocks = [section(day_line(answers[0].ground, words), words)]
    for answer in answers:
        lines = [_first(answer, words, yes_or_no=yes_or_no), summary(answer, words), *aid(answer, words)]
        lines += _for_a_time(answer, words)
        blocks.append(section("\n".join(lines), words))
    if yes_or_no:
        blocks.reverse()
    return [*blocks, context(ground_lines(answers[0].ground, words), words)]


def _for_a_time(answer: NeedAnswer, words: Words) -> Iterator[str]:
    """The statuses granted for a time on which a level that is met rests."""
    for found in answer.branch.conditions if answer.standing.on_facts is Status.MET else ():
        if isinstance(found.condition, Flag) and found.until is not None:
            yield words.say("flag.rests", name=status_name(found.condition.name), day=words.date(found.until))


def _first(answer: NeedAnswer, words: Words, *, yes_or_no: bool) -> str:
    if not yes_or_no:
        return headline(answer, words)
    phrases = Phrases(words, answer.programme)
    level, competency = phrases.level(answer.standing.level), phrases.competency(answer.standing.competency)
    return words.say(f"status.answer.{answer.standing.status.name.lower()}", level=level, competency=competency)

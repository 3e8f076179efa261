"""What was at risk and is not known now, in lines: why nobody can tell, and what to do about it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from domain.conditions import ConditionStanding, Reason, Status
from domain.dates import Month
from domain.notice_unclear import unknown_conditions
from domain.owed import Owed
from domain.requirements import Flag, Threshold
from domain.risk import LevelOutlook, Outlook, by_subject, outlooks
from handlers.render.figures import condition_name
from handlers.render.notice_risks import nearest_levels
from handlers.render.scores import open_metrics
from handlers.render.telling import Telling
from handlers.render.written import subject_name
from handlers.words import escape

MOST_REASONS = 5


def unclear_lines(telling: Telling, notices: Sequence[Owed]) -> list[str]:
    """What a notice says of all that is not known now; of what is known again how it stands."""
    found = by_subject(outlooks(telling.programme, telling.company.facts, telling.today))
    still = [found[n.subject] for n in notices if _status(found, n) is Status.NOT_KNOWN]
    lines = unclear_part(telling, still, found.values())
    for notice in notices:
        status = _status(found, notice)
        if status is not Status.NOT_KNOWN:
            back = "notice.forgotten" if status is None else "notice.already_mended"
            key = "unclear.back" if status is Status.NOT_MET else back
            lines.append(telling.words.say(key, level=subject_name(notice.subject, telling.phrases)))
    return lines


def unclear_part(telling: Telling, still: Sequence[Outlook], found: Iterable[Outlook]) -> list[str]:
    """The paragraph on what was at risk and is not known now, of all outlooks `found`; nothing where nothing is."""
    if not still:
        return []
    levels = telling.subjects(outlook.subject for outlook in still)
    head = telling.words.say("unclear.head", levels=levels, when=_when(telling, still[0]))
    return [head, *_reasons(telling, still, tuple(found)), telling.words.say("unclear.stays")]


def _status(found: Mapping[str, Outlook], notice: Owed) -> Status | None:
    outlook = found.get(notice.subject)
    return None if outlook is None else outlook.status


def _when(telling: Telling, outlook: Outlook) -> str:
    if outlook.day == outlook.anniversary:
        return telling.words.say("unclear.ahead", day=telling.words.date(outlook.day))
    window = telling.window
    if window is None:
        return telling.words.say("unclear.today")
    return telling.words.say("unclear.window", closes=window["closes"])


def _reasons(telling: Telling, still: Sequence[Outlook], found: Sequence[Outlook]) -> list[str]:
    """Everything that is not known of them, each once; of a membership what is not known of its levels."""
    wanted = {outlook.level for outlook in still}
    named = {outlook.subject for outlook in still if isinstance(outlook, LevelOutlook)}
    levels = [o for o in found if isinstance(o, LevelOutlook) and o.status is Status.NOT_KNOWN and o.level in wanted]
    chosen = [level for level in levels if not named or level.subject in named]
    lines = list(dict.fromkeys(line for level in chosen for line in _of_level(telling, level)))[:MOST_REASONS]
    if lines:
        return lines
    level = telling.phrases.level(still[0].level)
    near = nearest_levels(telling, still[0].level, still[0].day)
    return [telling.words.say("notice.nearest_levels", level=level, levels=near)]


def _of_level(telling: Telling, outlook: LevelOutlook) -> Iterator[str]:
    yield from (_why(telling, condition, telling.today) for condition in unknown_conditions(outlook))
    branch = outlook.then.nearest.nearest if outlook.then is not None else None
    for score in branch.scores if branch is not None else ():
        yield from (telling.words.say("unclear.other", name=name) for name in open_metrics(score, telling.phrases))


def _why(telling: Telling, found: ConditionStanding, today: date) -> str:
    """Why a condition is not known, and who can mend that."""
    say, name = telling.words.say, condition_name(found.condition, telling.phrases)
    match found.condition:
        case Flag(flag):
            return say("unclear.flag", name=name, flag=escape(flag))
        case Threshold(metric) if found.reason in {Reason.MONTHS_MISSING, Reason.NEVER_REPORTED}:
            missing = [month for month in found.window if month not in found.months]
            over = [month for month in missing if month < Month.of(today)]
            if not over:
                return say("unclear.to_come", n=len(missing), name=name)
            month = telling.phrases.month(over[0])
            return say("unclear.report", n=len(over), name=name, month=month, metric=escape(metric), first=over[0])
        case Threshold() if found.reason is Reason.NOT_PUBLISHED:
            return say("unclear.unpublished", name=name)
        case Threshold() if found.reason is Reason.YEAR_JUST_BEGUN:
            return say("unclear.begun", name=name)
        case _:
            return say("unclear.other", name=name)

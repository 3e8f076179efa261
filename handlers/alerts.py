"""What the organisation's channel hears of a risk: which level and how much is missing, in counts; never who."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.conditions import Status
from domain.notices import Owed
from domain.ports import Company
from domain.programme import Programme
from domain.risk import LevelOutlook, Outlook, by_subject, outlooks
from handlers.render.blocks import context, page, sections
from handlers.render.effects import lacking
from handlers.render.notice_risks import mended_lines
from handlers.render.phrases import Phrases
from handlers.render.telling import Telling
from handlers.render.written import subject_name
from handlers.replies import Reply
from handlers.words import Words, escape, language_of


def alert_message(company: Company, programme: Programme, notices: Sequence[Owed], today: date) -> Reply:
    """One message for the channel, as things stand on a day, in the first admin's language."""
    words = Words(language_of(company.admins[0].speaks if company.admins else "en"))
    telling = Telling(company, programme, Phrases(words, programme), today, names=False)
    risks = [notice for notice in notices if notice.kind == "at_risk"]
    mended = [notice for notice in notices if notice.kind == "mended"]
    lines = [*_risks(telling, risks), *mended_lines(telling, mended)]
    ground = words.say("alert.ground", day=words.date(today), company=escape(company.organisation.name))
    return page(lines, [*sections(lines, words), context([ground], words)], words, audience="channel")


def _risks(telling: Telling, notices: Sequence[Owed]) -> Iterator[str]:
    found = by_subject(outlooks(telling.programme, telling.company.facts, telling.today))
    return (_risk(telling, notice.subject, found.get(notice.subject)) for notice in notices)


def _risk(telling: Telling, subject: str, current: Outlook | None) -> str:
    say, name = telling.words.say, subject_name(subject, telling.phrases)
    if current is None or current.status is not Status.NOT_MET:
        return say("notice.already_mended" if current is not None else "notice.forgotten", level=name)
    window = telling.window
    known = window or {"at": telling.words.date(current.anniversary)}
    if not isinstance(current, LevelOutlook):
        key = "alert.renewal" if window is None else "alert.renewal_window"
        return say(key, level=telling.phrases.level(current.level), **known)
    lacks = lacking(current.then.nearest.nearest, telling.phrases) if current.then is not None else ""
    if not lacks:
        return say("alert.risk_unknown" if window is None else "alert.risk_unknown_window", level=name, **known)
    return say("alert.risk" if window is None else "alert.risk_window", level=name, what=lacks, **known)

"""What the organisation's channel hears of a risk: which level and how much is missing, in counts; never who."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.conditions import Status
from domain.notices import Owed
from domain.ports import Company
from domain.programme import Programme
from domain.risk import LevelOutlook, by_subject, outlooks
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
    say, words = telling.words.say, telling.words
    for notice in notices:
        current = found.get(notice.subject)
        name = subject_name(notice.subject, telling.phrases)
        if current is None or current.status is not Status.NOT_MET:
            yield say("notice.already_mended" if current is not None else "notice.forgotten", level=name)
            continue
        at = telling.window["at"] if telling.window is not None else words.date(current.anniversary)
        if not isinstance(current, LevelOutlook):
            yield say("alert.renewal", level=telling.phrases.level(current.level), at=at)
            continue
        lacks = lacking(current.then.nearest.nearest, telling.phrases) if current.then is not None else ""
        if not lacks:
            yield say("alert.risk_unknown", level=name, at=at)
        elif telling.window is not None:
            yield say("alert.risk_window", level=name, what=lacks, **telling.window)
        else:
            yield say("alert.risk", level=name, at=at, what=lacks)

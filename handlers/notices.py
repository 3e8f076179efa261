"""What an admin is told without asking: one message for one notice or many."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.notice_kinds import NoticeKind
from domain.notices import Owed
from domain.ports import Company, Member
from domain.programme import Programme
from handlers.render.blocks import context, divider, page, sections
from handlers.render.notice_overrides import override_lines
from handlers.render.notice_people import departed_lines, departed_many, returned_lines
from handlers.render.notice_risks import mended_lines, risk_lines
from handlers.render.phrases import Phrases
from handlers.render.telling import Telling
from handlers.replies import Reply
from handlers.words import Words, escape, language_of

MOST_SINGLE_DEPARTURES = 5


def notice_message(
    company: Company, programme: Programme, recipient: Member, notices: Sequence[Owed], today: date
) -> Reply:
    """One Slack message that tells an admin these notices, in their language, as things stand now.

    `today` is the business day in the organisation's time zone. Names are said to admins alone. What no longer fits is
    said to be cut; who left and what is at risk come first.
    """
    words = Words(language_of(recipient.locale))
    telling = Telling(company, programme, Phrases(words, programme), today, names=recipient.role == "admin")
    parts = [part for part in _parts(telling, notices) if part]
    blocks = [block for part in parts for block in (*sections(part, words), divider())]
    ground = words.say("notice.ground", day=words.date(today), company=escape(company.organisation.name))
    return page([part[0] for part in parts], [*blocks[:-1], context([ground], words)], words)


def _parts(telling: Telling, notices: Sequence[Owed]) -> Iterator[list[str]]:
    """One part of the message for each thing to tell; its first line says it in short."""
    departed = _of(notices, "departed")
    if len(departed) > MOST_SINGLE_DEPARTURES:
        yield departed_many(telling, departed)
    else:
        yield from (departed_lines(telling, notice) for notice in departed)
    risks = _of(notices, "at_risk")
    yield from risk_lines(telling, risks)
    told = {notice.subject for notice in risks}
    yield from (override_lines(telling, notice, told) for notice in _of(notices, "override_ending"))
    yield mended_lines(telling, _of(notices, "mended"))
    yield from (returned_lines(telling, notice) for notice in _of(notices, "returned"))


def _of(notices: Sequence[Owed], kind: NoticeKind) -> list[Owed]:
    return [notice for notice in notices if notice.kind == kind]

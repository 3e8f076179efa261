"""What people are told without asking, where it is of several programmes: each part as its own programme says it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from domain.enrolments import turned
from domain.notices import Owed
from domain.ports import Company, Member
from domain.programme import Catalogue, Programme
from handlers.alerts import alert_message
from handlers.notices import notice_message
from handlers.render.blocks import MOST_BLOCKS, MOST_IN_MESSAGE, divider, fitting
from handlers.replies import Reply
from handlers.words import Words, language_of

Telling = Callable[[Company, Programme, Sequence[Owed]], Reply]


def told(catalogue: Catalogue, company: Company, recipient: Member, notices: Sequence[Owed], today: date) -> Reply:
    """One message that tells somebody notices of any of the company's programmes (see `notice_message`)."""

    def tell(there: Company, programme: Programme, of_it: Sequence[Owed]) -> Reply:
        return notice_message(there, programme, recipient, of_it, today)

    return _of_each(catalogue, company, notices, tell, Words(language_of(recipient.speaks)))


def alerted(catalogue: Catalogue, company: Company, notices: Sequence[Owed], today: date) -> Reply:
    """One message that tells the organisation's channel of any of its programmes (see `alert_message`)."""

    def tell(there: Company, programme: Programme, of_it: Sequence[Owed]) -> Reply:
        return alert_message(there, programme, of_it, today)

    return _of_each(catalogue, company, notices, tell, Words("en"))


def _of_each(catalogue: Catalogue, company: Company, notices: Sequence[Owed], tell: Telling, words: Words) -> Reply:
    """The messages of all programmes as one, the first one's first."""
    parts = []
    for programme in sorted({notice.programme for notice in notices}) or [""]:
        of = catalogue[programme or company.organisation.programme]
        parts.append(tell(turned(company, of.id), of, [n for n in notices if n.programme == programme]))
    first, *rest = parts
    if not rest:
        return first
    blocks = [*first.blocks, *(block for part in rest for block in (divider(), *part.blocks))]
    text = "\n".join(part.text for part in parts)
    return replace(first, text=text, blocks=tuple(fitting(blocks, MOST_BLOCKS, MOST_IN_MESSAGE, words)))

"""That a month's figures are missing, in lines: what needs them, and how to report each."""

from domain.dates import Month
from domain.notice_figures import SLOW, overdue
from domain.owed import Owed
from handlers.render.telling import Telling
from handlers.words import escape


def figure_lines(telling: Telling, notice: Owed) -> list[str]:
    """The month, the levels that become not known without it, and a command for each figure that is still missing."""
    month, words = Month.parse(notice.details["month"]), telling.words
    name = telling.phrases.month(month)
    missing = overdue(telling.programme, telling.company.facts, telling.today, month)
    if not missing:
        return [words.say("notice.figures_there", month=name)]
    levels = telling.subjects(dict.fromkeys(level for found in missing.values() for level in found))
    metrics = [
        words.say("notice.figure", name=escape(words.name(telling.programme.metrics[m].name)), metric=m, month=month)
        for m in missing
    ]
    return [
        words.say("notice.figures", n=len(missing), month=name),
        words.say("notice.figures_why", levels=levels),
        *metrics,
        *([words.say("notice.figures_again", n=int(notice.details[SLOW]))] if SLOW in notice.details else []),
    ]

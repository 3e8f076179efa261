"""That the rules change with consequences, in lines: what falls, what is gained, what to do, where to read it."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.notice_rules import consequences
from domain.owed import Owed
from domain.standing import competency_standing
from handlers.render.notice_risks import mending_of
from handlers.render.telling import Telling

DAY = timedelta(days=1)


def rule_lines(telling: Telling, notice: Owed) -> list[str]:
    """The levels that new rules take or give, as things stand now, and what would keep those that fall."""
    day, words = date.fromisoformat(notice.details["on"]), telling.words
    lost, gained = consequences(telling.programme, telling.company.facts, day)
    when = "ahead" if day > telling.today else "since"
    said = [words.say(f"notice.rules_lost.{when}", levels=telling.subjects(lost), day=words.date(day))] if lost else []
    if gained:
        said.append(words.say(f"notice.rules_gained.{when}", levels=telling.subjects(gained), day=words.date(day)))
    if not said:
        return [words.say("notice.rules_harmless", day=words.date(day))]
    mends = (line for subject in lost for line in _mended(telling, subject, day, alone=len(lost) == 1))
    return [*said, *mends, words.say("notice.rules_read", since=(day - DAY).isoformat(), until=day.isoformat())]


def _mended(telling: Telling, subject: str, day: date, *, alone: bool) -> Iterator[str]:
    competency, _, name = subject.partition("/")
    found = competency_standing(telling.programme, telling.company.facts.alone, day, competency).levels.get(name)
    if found is None:
        yield telling.words.say("notice.rules_unsaid", levels=telling.subjects([subject]))
    else:
        yield from mending_of(telling, found, day, alone=alone)

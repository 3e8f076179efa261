"""That the rules change with consequences, in lines: what falls, what is gained, what to do, where to read it."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.notice_rules import consequences
from domain.owed import Owed
from domain.standing import LevelStanding, competency_standing
from handlers.render.mending import mending_of
from handlers.render.telling import Telling

DAY = timedelta(days=1)


def rule_lines(telling: Telling, notice: Owed) -> list[str]:
    """The levels that new rules take, leave open or give, as things stand now, and what would keep those that fall."""
    day, words = date.fromisoformat(notice.details["on"]), telling.words
    lost, gained = consequences(telling.programme, telling.company.facts, day, telling.today)
    now = max(day, telling.today)
    found = [(subject, _on(telling, subject, now)) for subject in lost]
    falls = [level for _, level in found if level is not None]
    said = [
        *_said(telling, "lost", [subject for subject, level in found if level is not None], day),
        *_said(telling, "unsaid", [subject for subject, level in found if level is None], day),
        *_said(telling, "gained", gained, day),
    ]
    if not said:
        return [words.say("notice.rules_harmless", day=words.date(day))]
    mends = (line for level in falls for line in mending_of(telling, level, now, alone=len(falls) == 1))
    return [*said, *mends, words.say("notice.rules_read", since=(day - DAY).isoformat(), until=day.isoformat())]


def _said(telling: Telling, what: str, subjects: list[str], day: date) -> Iterator[str]:
    if subjects:
        when = "ahead" if day > telling.today else "since"
        yield telling.words.say(
            f"notice.rules_{what}.{when}", levels=telling.subjects(subjects), day=telling.words.date(day)
        )


def _on(telling: Telling, subject: str, day: date) -> LevelStanding | None:
    """A level on a day, on the facts alone; None where the rules of that day do not define it."""
    competency, _, name = subject.partition("/")
    return competency_standing(telling.programme, telling.company.facts.alone, day, competency).levels.get(name)

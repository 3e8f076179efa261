"""Who stands in for whom, and what happened while somebody was away, in lines."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from domain.notice_kinds import NoticeKind
from domain.owed import Owed, taken_apart
from handlers.render.notice_care import label
from handlers.render.telling import Telling
from handlers.render.written import subject_name

KINDS: Mapping[str, NoticeKind] = MappingProxyType(
    {
        "override": "override_ending",
        "renewal": "renewal",
        "figures": "figures_overdue",
        "rules": "rules_changed",
        "person": "departed",
    }
)
"""What a subject is about, by how it begins; any other is a level or the membership, or the end of an exam."""
ENDING = "ending"


def standing_in_lines(telling: Telling, notice: Owed) -> list[str]:
    """That its reader stands in for somebody until a day; or does so no more."""
    say, details = telling.words.say, notice.details
    who = f"<@{details['absent']}>"
    if "back" in details:
        return [say("absence.over", who=who)]
    day = telling.words.date(date.fromisoformat(details["until"]))
    return [say("absence.stand_in", who=who, day=day), say("absence.means", who=who)]


def came_back_lines(telling: Telling, notice: Owed) -> list[str]:
    """What others took on meanwhile, and what is at risk now."""
    head = telling.words.say("absence.welcome")
    return [head, *meanwhile(telling, notice.details["user"], date.fromisoformat(notice.details["since"]))]


def meanwhile(telling: Telling, user: str, since: date) -> Iterator[str]:
    """What others took on since a day, and what is at risk now."""
    say, words, company = telling.words.say, telling.words, telling.company
    taken = [(about, care) for about, care in company.cares.items() if care.since >= since and care.user != user]
    yield say("absence.taken" if taken else "absence.none_taken", day=words.date(since))
    for (subject, episode), care in sorted(taken, key=lambda each: (each[1].since, each[0])):
        what = _what(telling, subject, episode)
        yield say("absence.by", what=what, who=f"<@{care.user}>", day=words.day(care.since))
    at_risk = sorted(subject for subject in company.at_risk if not taken_apart(subject)[0])
    yield say("absence.at_risk", levels=telling.subjects(at_risk)) if at_risk else say("absence.calm")


def _what(telling: Telling, about: str, episode: int) -> str:
    programme, subject = taken_apart(about)
    of, _, name = subject.partition("/")
    if of == ENDING:
        return telling.words.say("absence.ending")
    if of not in KINDS:
        return subject_name(subject, telling.phrases)
    details = {"person": {"person": name}, "override": {"override": name}}.get(of, {})
    return label(telling, Owed(KINDS[of], subject, episode, "", details, programme))

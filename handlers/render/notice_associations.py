"""That a profile moved or is disputed, and that there is one admin only, in lines."""

from datetime import date

from domain.owed import Owed
from handlers.render.notice_people import costs
from handlers.render.telling import Telling


def moved_lines(telling: Telling, notice: Owed) -> list[str]:
    """That somebody's profile counts here now, or no longer; where it went is not said."""
    details, words = notice.details, telling.words
    day = words.date(date.fromisoformat(details["on"]))
    said = {"who": telling.who(details["person"]), "day": day, "company": telling.organisation()}
    if details.get("side") == "gained":
        return [words.say("notice.moved.gained", **said)]
    return [words.say("notice.moved.lost", **said), *costs(telling, [details])]


def disputed_lines(telling: Telling, notice: Owed) -> list[str]:
    """That a profile is claimed which somebody else holds: to the admins of who claims it, or of its holder."""
    side = "claimant" if notice.details.get("side") == "claimant" else "holder"
    who = telling.who(notice.details["person"])
    return [telling.words.say(f"notice.disputed.{side}", who=who, company=telling.organisation())]


def claimed_lines(telling: Telling) -> list[str]:
    """To its holder, that somebody else claims their profile."""
    return [telling.words.say("notice.claimed"), telling.words.say("notice.claimed_do", company=telling.organisation())]


def one_admin_lines(telling: Telling) -> list[str]:
    """That nobody else is told what matters, and how to change that."""
    return [
        telling.words.say("notice.one_admin", company=telling.organisation()),
        telling.words.say("notice.one_admin_do"),
    ]

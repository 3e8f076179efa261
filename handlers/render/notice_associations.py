"""That a profile moved or is disputed, and that there is one admin only, in lines."""

from datetime import date

from domain.notice_claims import ASKED, GIVEN_UP, KEPT
from domain.owed import Owed
from handlers.render.blocks import Button, actions
from handlers.render.notice_people import costs
from handlers.render.telling import Telling
from handlers.replies import Block
from handlers.words import escape


def moved_lines(telling: Telling, notice: Owed) -> list[str]:
    """That somebody's profile counts here now, or no longer; where it went is not said."""
    details, words = notice.details, telling.words
    day = words.date(date.fromisoformat(details["on"]))
    said = {"who": telling.who(details["person"]), "day": day, "company": telling.organisation()}
    if details.get("side") == "gained":
        return [words.say("notice.moved.gained", **said)]
    return [words.say("notice.moved.lost", **said), *costs(telling, [details])]


def disputed_lines(telling: Telling, notice: Owed) -> list[str]:
    """That two claim a profile, to the admins of one; whose it is, to those of a holder who is not in Slack."""
    said = _claim(telling, notice) | {"who": telling.who(notice.details["person"])}
    if notice.step == ASKED:
        return [telling.words.say(f"claim.admins_{part}", **said) for part in ("asked", "do")]
    return [telling.words.say("claim.disputed", **said)]


def claimed_lines(telling: Telling, notice: Owed) -> list[str]:
    """To its holder, whether a profile is theirs; to who claims it, what came of that."""
    said = _claim(telling, notice)
    if notice.step == ASKED:
        return [telling.words.say(f"claim.holder_{part}", **said) for part in ("asked", "do")]
    return [telling.words.say(f"claim.told_{notice.step}", **said)]


def claim_buttons(telling: Telling, notice: Owed) -> list[Block]:
    """The holder's two answers."""
    if notice.step != ASKED or notice.kind not in {"profile_claimed", "association_disputed"}:
        return []
    value = f"{notice.details['organisation']} {notice.details['claim']}"
    say = telling.words.say
    kept = Button(say("claim.button_kept"), f"claim:{KEPT}", f"{KEPT} {value}", "primary")
    return actions([kept, Button(say("claim.button_given_up"), f"claim:{GIVEN_UP}", f"{GIVEN_UP} {value}")])


def _claim(telling: Telling, notice: Owed) -> dict[str, object]:
    until = telling.words.date(date.fromisoformat(notice.details["until"]))
    return {"profile": escape(notice.details["profile"]), "day": until}


def one_admin_lines(telling: Telling) -> list[str]:
    """That nobody else is told what matters, and how to change that."""
    return [
        telling.words.say("notice.one_admin", company=telling.organisation()),
        telling.words.say("notice.one_admin_do"),
    ]

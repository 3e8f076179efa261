"""Who may do what, and what they are told: the one table that every request, button, form and file goes by."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from domain.ports import Organisation

Role: TypeAlias = Literal["owner", "admin", "manager", "member", "guest", "stranger"]
"""What somebody is in an organisation. A guest is one of the workspace who is on record; a stranger is anybody else."""
GivenRole: TypeAlias = Literal["owner", "admin", "manager", "member"]
"""What somebody can be made; a member is whoever is an admin in Slack and shall be none here."""
Place: TypeAlias = Literal["private", "channel", "shared"]
"""Where a question is asked: alone with us, where colleagues read the answer, where other companies do."""
Outcome: TypeAlias = Literal["refused", "own", "counts", "names", "all"]
"""Nothing; what is one's own; without names, but one's own; with names; or everything that the action is about."""
Action: TypeAlias = Literal[
    "help",
    "own",
    "organisation",
    "levels",
    "forecast",
    "person",
    "membership",
    "overrides",
    "watch",
    "leavings",
    "record",
    "import",
    "rules",
    "audit",
    "settings",
    "care",
    "reminders",
    "setup",
    "roles",
    "ownership",
]
InChannel: TypeAlias = Literal["aloud", "whispered", "refused"]
"""What becomes of it in a channel: all read the answer, without names; only who asked reads it; it is refused."""

ROLES: tuple[Role, ...] = get_args(Role)
PLACES: tuple[Place, ...] = get_args(Place)
ADMINS: frozenset[Role] = frozenset({"owner", "admin"})


@dataclass(frozen=True, slots=True)
class Rule:
    """What an action comes to privately, for each role, and what becomes of it in a channel of colleagues."""

    privately: Mapping[Role, Outcome]
    in_channel: InChannel


def _rule(*outcomes: Outcome, in_channel: InChannel = "whispered") -> Rule:
    """A row: outcomes from the owner on; the roles that are left out are refused."""
    found: dict[Role, Outcome] = dict.fromkeys(ROLES, "refused")
    return Rule(MappingProxyType(found | dict(zip(ROLES, outcomes, strict=False))), in_channel)


TABLE: Mapping[Action, Rule] = MappingProxyType(
    {
        "help": _rule("all", "all", "all", "all", "all"),
        "own": _rule("own", "own", "own", "own", "own"),
        "organisation": _rule("all", "all", "all", "all", "all"),
        "levels": _rule("names", "names", "names", "counts", in_channel="aloud"),
        "forecast": _rule("names", "names", "names", "counts", in_channel="aloud"),
        "person": _rule("names", "names", "names", "own", in_channel="refused"),
        "membership": _rule("all", "all", "all", "all", in_channel="aloud"),
        "overrides": _rule("names", "names", "names", "counts", in_channel="aloud"),
        "watch": _rule("all", "all", in_channel="refused"),
        "leavings": _rule("names", "names", in_channel="refused"),
        "record": _rule("all", "all"),
        "import": _rule("all", "all"),
        "rules": _rule("all", "all"),
        "audit": _rule("all", "all"),
        "settings": _rule("all", "all"),
        "care": _rule("all", "all"),
        "reminders": _rule("own", "own", "own", "own"),
        "setup": _rule("all", "all"),
        "roles": _rule("all", "all"),
        "ownership": _rule("all"),
    }
)
"""In channels that other companies read nothing is said at all, whatever stands here."""


def outcome(action: Action, role: Role, place: Place, *, names_in_channels: bool = False) -> Outcome:
    """What an action comes to for a role in a place; names are said in a channel where the organisation opened them."""
    rule = TABLE[action]
    found = rule.privately[role]
    if place == "private" or found == "refused":
        return found
    if place == "shared" or rule.in_channel == "refused":
        return "refused"
    if rule.in_channel == "aloud" and found in {"names", "counts"}:
        return "names" if names_in_channels else "counts"
    return found


def turn_of(organisation: "Organisation", user: str) -> tuple[bool, int]:
    """Where an admin stands among the others: by when they became one, as far as that is on record.

    First who was one from the start, as the settings name them, then Slack's own admins, then who was made one here.
    """
    given = [known for known, role in organisation.roles if role in ADMINS]
    named = organisation.admins
    if user in given:
        return True, given.index(user)
    return False, named.index(user) if user in named else len(named)

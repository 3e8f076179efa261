"""What one can ask, with an example for each; and what to say where a question was not understood."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that one can ask or do. Its meaning and its example are the messages `help.ID` and `example.ID`."""

    id: str
    admin: bool = False


TOPICS = (
    Topic("need"),
    Topic("status"),
    Topic("contributors"),
    Topic("holders"),
    Topic("mine"),
    Topic("link"),
    Topic("unlink"),
    Topic("profile"),
    Topic("override_grant", admin=True),
    Topic("override_list", admin=True),
    Topic("override_end", admin=True),
    Topic("membership", admin=True),
    Topic("figure", admin=True),
)
NEAREST = {
    "expiring": ("mine", "status", "holders"),
    "risk": ("status", "contributors", "need"),
    "renewal": ("status", "need", "contributors"),
    "overrides": ("status", "need", "contributors"),
    "benefits": ("need", "status", "contributors"),
    "next": ("need", "mine", "status"),
    "whatif": ("contributors", "need", "status"),
}
"""What can be answered instead of a question that cannot be answered yet."""


def topics(*, admin: bool) -> tuple[Topic, ...]:
    """What this person can ask and do."""
    return tuple(topic for topic in TOPICS if admin or not topic.admin)

"""What a rule says that makes a question of cues. It holds only if it accounts for every cue and every slot."""

from collections.abc import Iterable
from dataclasses import dataclass

from handlers.grammar.words import Cue
from handlers.requests import Intent

C = Cue
ALWAYS = frozenset({C.HELP, C.SHOW, C.CENTRE, C.DO, C.ANY, C.POLITE})
ASKING = frozenset({C.WHAT, C.WHO, C.WHEN, C.HOW, C.WHY, C.IF})
PLACE = frozenset({"competency", "area"})


@dataclass(frozen=True, slots=True)
class Rule:
    """An intent, when it is asked: one cue of each group, no cue beyond those allowed, no slot beyond `slots`.

    `wants`: at least one of these slots; `both`: all of these. `asked`: False for something that is told, not asked.
    """

    intent: Intent
    needs: tuple[frozenset[Cue], ...]
    allows: frozenset[Cue]
    slots: frozenset[str] = frozenset()
    wants: frozenset[str] = frozenset()
    asked: bool = True
    change: str | None = None
    bars: frozenset[Cue] = frozenset()
    both: frozenset[str] = frozenset()

    def begins(self, ideas: frozenset[Cue]) -> bool:
        """Whether one cue of each group is there."""
        return all(group & ideas for group in self.needs)

    def holds(self, ideas: frozenset[Cue], slots: frozenset[str], *, question: bool) -> bool:
        """Whether the rule accounts for everything that was said."""
        known = self.allows.union(ALWAYS, *self.needs)
        wanted = (not self.wants or bool(self.wants & slots)) and self.both <= slots
        told = self.asked or not question
        return (
            self.begins(ideas)
            and ideas <= known - self.bars
            and slots <= self.slots | {"programme"}
            and wanted
            and told
        )


def one_of(*cues: Cue) -> frozenset[Cue]:
    """Cues of which one has to be said."""
    return frozenset(cues)


def names_of(*slots: str) -> frozenset[str]:
    """Names of slots."""
    return frozenset(slots)


def rule(intent: Intent, *needs: Iterable[Cue], allows: Iterable[Cue] = (), slots: str = "", wants: str = "") -> Rule:
    """A rule whose slots are separated by spaces."""
    groups = tuple(frozenset(group) for group in needs)
    return Rule(intent, groups, frozenset(allows), frozenset(slots.split()), frozenset(wants.split()))


def whatif(change: str, *needs: Iterable[Cue], slots: str, wants: str) -> Rule:
    """A rule of what would be if: "leave", "lose" or "gain"."""
    allows = one_of(C.WHAT, C.WHO, C.HOW, C.WE, C.I, C.BE, C.DO, C.HAVE, C.EXAM, C.CAN, C.WILL, C.RISK)
    allows |= one_of(C.STATUS, C.LOSE, C.PEOPLE)
    groups = (one_of(C.IF), *(frozenset(group) for group in needs))
    return Rule("whatif", groups, allows, frozenset(slots.split()), frozenset(wants.split()), change=change)


def link(*needs: Iterable[Cue], allows: Iterable[Cue], wants: str = "credential") -> Rule:
    """A rule of what somebody passed, which is told and not asked."""
    groups = tuple(frozenset(group) for group in needs)
    return Rule(
        "link", groups, frozenset(allows), frozenset({"credential", "on"}), frozenset(wants.split()), asked=False
    )

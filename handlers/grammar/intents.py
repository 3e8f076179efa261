"""Which question the cues of a sentence ask. A rule holds only if it accounts for every cue and every slot."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from handlers.grammar.words import Cue
from handlers.requests import Intent

C = Cue
ALWAYS = frozenset({C.HELP, C.SHOW, C.CENTRE, C.DO, C.ANY})
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


def _set(*cues: Cue) -> frozenset[Cue]:
    return frozenset(cues)


def _set_of(*slots: str) -> frozenset[str]:
    return frozenset(slots)


def _rule(intent: Intent, *needs: Iterable[Cue], allows: Iterable[Cue] = (), slots: str = "", wants: str = "") -> Rule:
    groups = tuple(frozenset(group) for group in needs)
    return Rule(intent, groups, frozenset(allows), frozenset(slots.split()), frozenset(wants.split()))


def _whatif(change: str, *needs: Iterable[Cue], slots: str, wants: str) -> Rule:
    allows = _set(C.WHAT, C.WHO, C.HOW, C.WE, C.I, C.BE, C.DO, C.HAVE, C.EXAM, C.CAN, C.WILL, C.RISK)
    groups = (_set(C.IF), *(frozenset(group) for group in needs))
    return Rule("whatif", groups, allows, frozenset(slots.split()), frozenset(wants.split()), change=change)


def _link(*needs: Iterable[Cue], allows: Iterable[Cue], wants: str = "credential") -> Rule:
    groups = tuple(frozenset(group) for group in needs)
    return Rule(
        "link", groups, frozenset(allows), frozenset({"credential", "on"}), frozenset(wants.split()), asked=False
    )


_ANY_NEED = _set(
    *(C.WHAT, C.WE, C.HAVE, C.REACH, C.GET, C.MUST, C.MEET, C.PASS, C.PEOPLE, C.EXAM, C.WHO, C.HOW, C.WILL, C.CAN),
    *(C.DO, C.BE, C.MEMBER, C.TAKE, C.ACTIVE, C.HOLD),
)
_OWN = (C.HAVE, C.HOLD, C.REACH, C.PASS, C.LINK)

RULES: tuple[Rule, ...] = (
    replace(
        _rule("help", _set(C.HELP), allows=(C.NEED, C.I, C.WE, C.CAN, C.YOU, C.WHAT, C.HOW)),
        bars=_set(C.DO),  # what can I do to help?
    ),
    _whatif("leave", _set(C.LEAVE, C.LOSE), slots="person on", wants="person"),
    replace(
        _whatif("leave", _set(C.WITHOUT), slots="person on", wants="person"),
        needs=(_set(C.WITHOUT), _set(C.IF, C.LOSE, C.STATUS, C.BE, C.WILL)),
    ),
    _whatif("lose", _set(C.LOSE, C.EXPIRE, C.LEAVE), slots="person credential on", wants="credential"),
    _whatif("gain", _set(C.PASS, C.GET, C.REACH, C.TAKE, C.HAVE), slots="person credential on", wants="credential"),
    _rule(
        "overrides",
        _set(C.OVERRIDE),
        allows=(C.WHAT, C.WHEN, C.WE, C.HAVE, C.BE, C.ACTIVE, C.EXPIRE, C.HOLD, C.PEOPLE, C.HOW),
        slots="competency",
    ),
    _rule(
        "risk",
        _set(C.RISK),
        allows=(C.WHAT, C.WHY, C.WE, C.BE, C.HAVE, C.MEMBER, C.RENEW, C.HOW, C.STATUS, C.FIELD, C.MUST, C.DO),
        slots="competency level",
    ),
    _rule(
        "risk",
        _set(C.LOSE),
        _set(C.WE),
        _set(C.WILL, C.CAN, C.BE, C.DO),  # whether we lost it is another question
        allows=(C.MEMBER,),
        slots="competency level",
        wants="competency level",
    ),
    _rule(
        "renewal",
        _set(C.RENEW),
        allows=(
            *(C.HOW, C.WHEN, C.WE, C.MUST, C.CAN, C.NEXT, C.MEMBER, C.BE, C.HAVE, C.WHAT, C.I, C.EXPIRE),
            *(C.SHOULD, C.WILL, C.ACTIVE, C.PEOPLE, C.REACH, C.GET),
        ),
        slots="level",
    ),
    _rule(
        "renewal",
        _set(C.MEMBER),
        _set(C.EXPIRE, C.ACTIVE),
        allows=(C.WHEN, C.WE, C.BE, C.HAVE, C.HOW, C.WILL),
        slots="level",
    ),
    _rule(
        "expiring",
        _set(C.EXPIRE),
        _set(C.WHAT, C.EXAM, C.WHEN, C.WHO, C.ANY),
        allows=(C.WE, C.I, C.MY, C.HAVE, C.BE, C.NEXT, C.PEOPLE, C.WILL),
        slots="until competency person",
    ),
    _rule(
        "benefits",
        _set(C.BENEFIT),
        allows=(C.WHAT, C.WHY, C.HOW, C.IF, C.WE, C.GET, C.HAVE, C.BE, C.MEMBER, C.REACH, C.PEOPLE, C.WILL),
        slots="level competency",
    ),
    Rule(
        "benefits",
        (_set(C.WHAT), _set(C.GET), _set(C.WE, C.I)),
        allows=_set(C.CAN, C.WILL, C.MEMBER),
        slots=frozenset({"level", "competency"}),
        wants=frozenset({"level"}),
        bars=_set(C.DO),  # what do we do to get gold?
    ),
    _rule(
        "next",
        _set(C.NEXT),
        _set(C.EXAM, C.TAKE, C.SHOULD),
        allows=(
            *(C.WHAT, C.SHOULD, C.I, C.MY, C.WE, C.MUST, C.CAN, C.TAKE, C.DO, C.BE, C.PASS, C.REACH, C.GET, C.EXAM),
            C.WILL,
        ),
        slots="competency level person",
    ),
    _rule(
        "next",
        _set(C.SHOULD),
        _set(C.TAKE, C.PASS, C.DO, C.REACH),
        _set(C.EXAM),
        allows=(C.WHAT, C.I, C.MY, C.WE, C.BE, C.WILL),
        slots="competency level person",
    ),
    _rule("next", _set(C.SHOULD, C.BENEFIT), _set(C.EXAM), _set(C.MY), allows=(C.WHAT, C.BE, C.WILL)),
    _rule("mine", _set(C.MY), _set(C.EXAM), allows=(C.WHAT, C.BE, C.LINK, C.HAVE, C.PASS, C.REACH)),
    _rule("mine", _set(C.MY), _set(C.LINK), _set(C.WHAT, C.SHOW), allows=(C.BE, C.EXAM, C.HAVE)),
    _rule("mine", _set(C.MY), _set(C.COUNT), allows=(C.WHAT, C.BE, C.EXAM, C.HAVE)),
    _rule("mine", _set(C.I), _OWN, _set(C.WHAT, C.SHOW), allows=(*_OWN, C.EXAM, C.MY, C.WHAT)),
    _rule(
        "contributors",
        _set(C.CONTRIBUTOR),
        allows=(C.WHO, C.WE, C.WHAT, C.BE, C.HAVE),
        slots="competency area level credential",
    ),
    _rule(
        "contributors",
        _set(C.WHO, C.PEOPLE),
        _set(C.COUNT),
        allows=(C.WE, C.WHAT, C.EXAM, C.BE, C.PEOPLE, C.HAVE, C.WILL),
        slots="competency area level credential",
        wants="competency area level credential",
    ),
    _rule(
        "contributors",
        _set(C.WHO, C.PEOPLE),
        _set(C.COUNT, C.HOLD, C.HAVE, C.PASS, C.REACH, C.LINK),
        allows=(C.WE, C.WHAT, C.EXAM, C.BE, C.PEOPLE, C.HAVE),
        slots="competency area level credential",
        wants="competency area level credential",
    ),
    _rule(
        "contributors",
        _set(C.WHO),
        allows=(C.BE, C.EXAM, C.WE),
        slots="competency area level credential",
        wants="competency area level credential",
    ),
    _rule(
        "status",
        _set(C.MEET),
        _set(C.NEED),
        _set(C.WE),
        allows=(C.HAVE, C.WILL, C.CAN),
        slots="competency area level on",
        wants="competency area level",
    ),
    _rule("need", _set(C.NEED), allows=_ANY_NEED, slots="competency area level on", wants="competency area level"),
    _rule("need", _set(C.NEED), _set(C.WE), _set(C.WHAT, C.HOW, C.WHO, C.SHOW), allows=_ANY_NEED, slots="on"),
    _rule(
        "need",
        _set(C.NEED),
        _set(C.WHAT, C.HOW),
        _set(C.I),
        allows=_ANY_NEED,
        slots="competency area level on",
        wants="competency area level",
    ),
    _rule(
        "need",
        _set(C.HOW),
        _set(C.REACH, C.GET),
        allows=(C.WE, C.I, C.CAN, C.DO, C.MEMBER, C.WILL, C.BE),
        slots="competency area level on",
        wants="competency area level",
    ),
    _rule(
        "need",
        _set(C.WHAT, C.EXAM),
        _set(C.MUST, C.SHOULD, C.CAN),
        _set(C.DO, C.REACH, C.PASS, C.TAKE, C.MEET, C.HAVE, C.GET),
        allows=(C.WE, C.I, C.EXAM, C.WHAT, C.MUST, C.GET, C.REACH, C.DO, C.PEOPLE, C.MEMBER, C.WILL, C.HAVE),
        slots="competency area level on",
        wants="level",
    ),
    _rule(
        "need",
        _set(C.WHAT, C.WHY),
        _set(C.NOT),
        _set(C.HAVE, C.MEET, C.REACH),
        _set(C.WE),
        allows=(C.NEED, C.BE, C.WHAT, C.MEET),
        slots="competency area level on",
        wants="competency area level",
    ),
    _rule(
        "need",
        _set(C.EXAM),
        _set(C.COUNT),
        _set(C.WHAT),
        allows=(C.BE, C.WE),
        slots="competency area level on",
        wants="competency area level",
    ),
    _rule(
        "status",
        _set(C.STATUS),
        allows=(C.WE, C.WHAT, C.HOW, C.BE, C.HAVE, C.REACH, C.WILL, C.GET, C.MEMBER, C.DO, C.WHEN),
        slots="competency area level on",
    ),
    _rule(
        "status",
        _set(C.WE),
        _set(C.HAVE, C.HOLD, C.BE, C.REACH, C.MEET),
        allows=(C.WILL, C.CAN, C.MEMBER, C.GET, C.ACTIVE),
        slots="competency area level on",
        wants="competency area level",
    ),
    replace(
        _rule("status", _set(C.BE, C.WILL, C.WE), allows=(C.BE, C.WILL), slots="competency area level on"),
        both=_set_of("competency", "level"),
    ),
    _rule("status", _set(C.HOW), _set(C.WE), _set(C.HAVE), slots="competency area level on", wants="level"),
    _rule(
        "status",
        _set(C.FIELD),
        _set(C.WE),
        _set(C.HAVE, C.HOLD, C.BE, C.REACH, C.MEET),
        allows=(C.WILL, C.NEED),
        slots="area level on",
    ),
    _rule("status", _set(C.WHAT), _set(C.REACH), _set(C.WE), allows=(C.HAVE,)),
    _link(
        _set(C.I), _set(C.PASS, C.REACH, C.LINK), allows=(C.BE, C.EXAM, C.HAVE, C.HOLD, C.MY, C.PASS, C.REACH, C.TAKE)
    ),
    replace(  # whoever has it on a day may have to take it then
        _link(_set(C.I), _set(C.HAVE, C.HOLD), allows=(C.BE, C.EXAM, C.MY)), slots=_set_of("credential")
    ),
    _link(_set(C.I), _set(C.PASS), _set(C.EXAM), allows=(C.HAVE, C.MY), wants=""),
    _link(_set(C.LINK), allows=(C.EXAM, C.MY, C.PASS, C.REACH, C.I, C.HAVE, C.WISH)),
    _link(_set(C.PASS), allows=(C.EXAM, C.HAVE, C.MY)),
    replace(_link(_set(C.REACH), allows=(C.EXAM, C.HAVE, C.MY)), both=_set_of("credential", "on")),
)

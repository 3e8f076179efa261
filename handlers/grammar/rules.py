"""Which question the cues of a sentence ask: the first rule that holds."""

from dataclasses import replace

from handlers.grammar.intents import Rule, link, names_of, one_of, rule, whatif
from handlers.grammar.words import Cue

C = Cue
_ANY_NEED = one_of(
    *(C.WHAT, C.WE, C.HAVE, C.REACH, C.GET, C.MUST, C.MEET, C.PASS, C.PEOPLE, C.EXAM, C.WHO, C.HOW, C.WILL, C.CAN),
    *(C.DO, C.BE, C.MEMBER, C.TAKE, C.ACTIVE, C.HOLD, C.WISH),
)
_OWN = (C.HAVE, C.HOLD, C.REACH, C.PASS, C.LINK)

RULES: tuple[Rule, ...] = (
    replace(
        rule("help", one_of(C.HELP), allows=(C.NEED, C.I, C.WE, C.CAN, C.YOU, C.WHAT, C.HOW)),
        bars=one_of(C.DO),  # what can I do to help?
    ),
    whatif("leave", one_of(C.LEAVE, C.LOSE), slots="person on", wants="person"),
    replace(
        whatif("leave", one_of(C.WITHOUT), slots="person on", wants="person"),
        needs=(one_of(C.WITHOUT), one_of(C.IF, C.LOSE, C.STATUS, C.BE, C.WILL, C.RISK)),
    ),
    whatif("leave", one_of(C.LEAVE), one_of(C.WHO), slots="on", wants=""),  # what if somebody leaves?
    whatif("lose", one_of(C.LOSE, C.EXPIRE, C.LAPSED, C.LEAVE), slots="person credential on", wants="credential"),
    whatif("gain", one_of(C.PASS, C.GET, C.REACH, C.TAKE, C.HAVE), slots="person credential on", wants="credential"),
    rule(
        "overrides",
        one_of(C.OVERRIDE),
        allows=(C.WHAT, C.WHEN, C.WE, C.HAVE, C.BE, C.ACTIVE, C.EXPIRE, C.HOLD, C.PEOPLE, C.HOW, C.COUNT, C.REACH),
        slots="competency",
    ),
    rule(
        "risk",
        one_of(C.RISK),
        allows=(
            *(C.WHAT, C.WHY, C.WE, C.BE, C.HAVE, C.MEMBER, C.RENEW, C.HOW, C.STATUS, C.FIELD, C.MUST, C.DO, C.LOSE),
            *(C.SHOULD, C.I),
        ),
        slots="competency level",
    ),
    rule(
        "risk",
        one_of(C.LOSE),
        one_of(C.WE),
        one_of(C.WILL, C.CAN, C.BE),  # whether we lost it is another question
        allows=(C.MEMBER,),
        slots="competency level",
        wants="competency level",
    ),
    rule("risk", one_of(C.LOSE), one_of(C.WE), one_of(C.WILL, C.CAN), one_of(C.FIELD), allows=(C.WHAT,), slots="level"),
    rule(
        "renewal",
        one_of(C.RENEW, C.UPGRADE),
        one_of(C.WHEN),
        allows=(C.WE, C.MUST, C.CAN, C.NEED, C.MEMBER, C.BE, C.HAVE, C.WHAT, C.I, C.PEOPLE),
        slots="level",
    ),
    rule(
        "renewal",
        one_of(C.RENEW, C.UPGRADE),
        allows=(
            *(C.HOW, C.WHEN, C.WE, C.MUST, C.CAN, C.NEXT, C.MEMBER, C.BE, C.HAVE, C.WHAT, C.I, C.EXPIRE),
            *(C.SHOULD, C.WILL, C.ACTIVE, C.PEOPLE, C.REACH, C.GET),
        ),
        slots="level",
    ),
    rule(
        "renewal",
        one_of(C.MEMBER),
        one_of(C.EXPIRE, C.ACTIVE),
        allows=(C.WHEN, C.WE, C.BE, C.HAVE, C.HOW, C.WILL),
        slots="level",
    ),
    rule(
        "expiring",
        one_of(C.EXPIRE),
        one_of(C.WHAT, C.EXAM, C.WHEN, C.WHO, C.ANY, C.SHOW),
        allows=(C.WE, C.I, C.MY, C.HAVE, C.BE, C.NEXT, C.PEOPLE, C.WILL),
        slots="until competency person",
    ),
    rule(
        "expiring",
        one_of(C.LAPSED),
        one_of(C.WILL),  # what has expired already is another question
        one_of(C.WHAT, C.EXAM, C.WHO, C.ANY),
        allows=(C.WE, C.I, C.MY, C.HAVE, C.BE, C.PEOPLE),
        slots="until competency person",
    ),
    rule(
        "benefits",
        one_of(C.BENEFIT),
        allows=(C.WHAT, C.WHY, C.HOW, C.IF, C.WE, C.GET, C.HAVE, C.BE, C.MEMBER, C.REACH, C.PEOPLE, C.WILL),
        slots="level competency",
    ),
    rule(
        "benefits",
        one_of(C.WHY),
        one_of(C.SHOULD),
        one_of(C.WE, C.I),
        allows=(C.BE, C.TAKE, C.REACH, C.GET, C.WILL, C.HAVE, C.MEMBER, C.BENEFIT, C.CAN),
        slots="level competency",
        wants="level",
    ),
    Rule(
        "benefits",
        (one_of(C.WHAT), one_of(C.GET), one_of(C.WE, C.I)),
        allows=one_of(C.CAN, C.WILL, C.MEMBER),
        slots=frozenset({"level", "competency"}),
        wants=frozenset({"level"}),
        bars=one_of(C.DO),  # what do we do to get gold?
    ),
    rule(
        "next",
        one_of(C.NEXT),
        one_of(C.EXAM, C.TAKE, C.SHOULD),
        allows=(
            *(C.WHAT, C.SHOULD, C.I, C.MY, C.WE, C.MUST, C.CAN, C.TAKE, C.DO, C.BE, C.PASS, C.REACH, C.GET, C.EXAM),
            C.WILL,
        ),
        slots="competency level person",
    ),
    rule(
        "next",
        one_of(C.SHOULD),
        one_of(C.TAKE, C.PASS, C.DO, C.REACH),
        one_of(C.EXAM),
        allows=(C.WHAT, C.I, C.MY, C.WE, C.BE, C.WILL),
        slots="competency level person",
    ),
    rule(
        "next",
        one_of(C.SHOULD),
        one_of(C.EXAM),
        allows=(C.WHAT, C.I, C.MY, C.WE, C.YOU, C.BE, C.WILL, C.BENEFIT, C.NEXT, C.HOW, C.TAKE, C.CAN),
        slots="competency level person",
    ),
    rule("next", one_of(C.SHOULD, C.BENEFIT), one_of(C.EXAM), one_of(C.MY), allows=(C.WHAT, C.BE, C.WILL)),
    rule("mine", one_of(C.MY), one_of(C.EXAM), allows=(C.WHAT, C.BE, C.LINK, C.HAVE, C.PASS, C.REACH, C.YOU)),
    rule("mine", one_of(C.I), one_of(C.HAVE, C.HOLD), one_of(C.EXAM), one_of(C.LINK)),
    rule("mine", one_of(C.MY), one_of(C.LINK), one_of(C.WHAT, C.SHOW), allows=(C.BE, C.EXAM, C.HAVE, C.YOU)),
    rule("mine", one_of(C.MY), one_of(C.COUNT), allows=(C.WHAT, C.BE, C.EXAM, C.HAVE)),
    rule("mine", one_of(C.I), _OWN, one_of(C.WHAT, C.SHOW), allows=(*_OWN, C.EXAM, C.MY, C.WHAT)),
    rule(
        "contributors",
        one_of(C.CONTRIBUTOR),
        allows=(C.WHO, C.WE, C.WHAT, C.BE, C.HAVE),
        slots="competency area level credential",
    ),
    rule(
        "contributors",
        one_of(C.SHOW),
        one_of(C.COUNT),
        allows=(C.WE, C.PEOPLE),
        slots="competency area level",
        wants="competency area level",
    ),
    replace(
        rule("contributors", one_of(C.PEOPLE), one_of(C.SHOW), allows=(C.EXAM, C.WE), slots="credential"),
        both=names_of("credential"),
    ),
    replace(
        rule("contributors", one_of(C.WHO), one_of(C.HAVE), one_of(C.TAKE), allows=(C.EXAM, C.WE), slots="credential"),
        both=names_of("credential"),
    ),
    rule(
        "contributors",
        one_of(C.WHO, C.PEOPLE),
        one_of(C.COUNT),
        allows=(C.WE, C.WHAT, C.EXAM, C.BE, C.PEOPLE, C.HAVE, C.WILL),
        slots="competency area level credential",
        wants="competency area level credential",
    ),
    rule(
        "contributors",
        one_of(C.WHO, C.PEOPLE),
        one_of(C.COUNT, C.HOLD, C.HAVE, C.PASS, C.REACH, C.LINK),
        allows=(C.WE, C.WHAT, C.EXAM, C.BE, C.PEOPLE, C.HAVE),
        slots="competency area level credential",
        wants="competency area level credential",
    ),
    rule(
        "contributors",
        one_of(C.WHO),
        allows=(C.BE, C.EXAM, C.WE),
        slots="competency area level credential",
        wants="competency area level credential",
    ),
    rule(
        "status",
        one_of(C.MEET),
        one_of(C.NEED),
        one_of(C.WE),
        allows=(C.HAVE, C.WILL, C.CAN),
        slots="competency area level on",
        wants="competency area level",
    ),
    rule("need", one_of(C.NEED), allows=_ANY_NEED, slots="competency area level on", wants="competency area level"),
    rule("need", one_of(C.NEED), one_of(C.WE), one_of(C.WHAT, C.HOW, C.WHO, C.SHOW), allows=_ANY_NEED, slots="on"),
    rule(
        "need",
        one_of(C.NEED),
        one_of(C.WHAT, C.HOW),
        one_of(C.I),
        allows=_ANY_NEED,
        slots="competency area level on",
        wants="competency area level",
    ),
    replace(  # how many people does gold in devops take?
        rule("need", one_of(C.PEOPLE), one_of(C.TAKE), allows=(C.PASS, C.EXAM), slots="competency area level on"),
        both=names_of("level"),
    ),
    rule(
        "need",
        one_of(C.HOW),
        one_of(C.REACH, C.GET),
        allows=(C.WE, C.I, C.CAN, C.DO, C.MEMBER, C.WILL, C.BE),
        slots="competency area level on",
        wants="competency area level",
    ),
    rule(
        "need",
        one_of(C.WHAT, C.EXAM),
        one_of(C.MUST, C.SHOULD, C.CAN),
        one_of(C.DO, C.REACH, C.PASS, C.TAKE, C.MEET, C.HAVE, C.GET),
        allows=(C.WE, C.I, C.EXAM, C.WHAT, C.MUST, C.GET, C.REACH, C.DO, C.PEOPLE, C.MEMBER, C.WILL, C.HAVE),
        slots="competency area level on",
        wants="level",
    ),
    rule(
        "need",
        one_of(C.WHAT, C.WHY),
        one_of(C.NOT),
        one_of(C.HAVE, C.MEET, C.REACH),
        one_of(C.WE),
        allows=(C.NEED, C.BE, C.WHAT, C.MEET),
        slots="competency area level on",
        wants="competency area level",
    ),
    rule(
        "need",
        one_of(C.EXAM),
        one_of(C.COUNT),
        one_of(C.WHAT),
        allows=(C.BE, C.WE),
        slots="competency area level on",
        wants="competency area level",
    ),
    rule(
        "status",
        one_of(C.STATUS),
        allows=(C.WE, C.WHAT, C.HOW, C.BE, C.HAVE, C.REACH, C.WILL, C.GET, C.MEMBER, C.DO, C.WHEN),
        slots="competency area level on",
    ),
    rule(
        "status",
        one_of(C.WE),
        one_of(C.HAVE, C.HOLD, C.BE, C.REACH, C.MEET),
        allows=(C.WILL, C.CAN, C.MEMBER, C.GET, C.ACTIVE),
        slots="competency area level on",
        wants="competency area level",
    ),
    replace(
        rule("status", one_of(C.BE, C.WILL, C.WE), allows=(C.BE, C.WILL), slots="competency area level on"),
        both=names_of("competency", "level"),
    ),
    rule("status", one_of(C.HOW), one_of(C.WE), one_of(C.HAVE), slots="competency area level on", wants="level"),
    rule(
        "status",
        one_of(C.FIELD),
        one_of(C.WE),
        one_of(C.HAVE, C.HOLD, C.BE, C.REACH, C.MEET),
        allows=(C.WILL, C.NEED),
        slots="area level on",
    ),
    rule("status", one_of(C.WHAT), one_of(C.REACH), one_of(C.WE), allows=(C.HAVE,)),
    link(
        one_of(C.I),
        one_of(C.PASS, C.REACH, C.LINK),
        allows=(C.BE, C.EXAM, C.HAVE, C.HOLD, C.MY, C.PASS, C.REACH, C.TAKE),
    ),
    replace(  # whoever has it on a day may have to take it then
        link(one_of(C.I), one_of(C.HAVE, C.HOLD), allows=(C.BE, C.EXAM, C.MY)), slots=names_of("credential")
    ),
    link(one_of(C.I), one_of(C.PASS), one_of(C.EXAM), allows=(C.HAVE, C.MY), wants=""),
    link(one_of(C.LINK), allows=(C.EXAM, C.MY, C.PASS, C.REACH, C.I, C.HAVE, C.WISH, C.TAKE)),
    replace(link(one_of(C.PASS), allows=(C.EXAM, C.HAVE, C.MY)), bars=one_of(C.POLITE)),
    replace(link(one_of(C.REACH), allows=(C.EXAM, C.HAVE, C.MY)), both=names_of("credential", "on")),
)

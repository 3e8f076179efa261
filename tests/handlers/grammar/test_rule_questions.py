from datetime import date

import pytest

from handlers.grammar import Context, rules_as_typed
from handlers.requests import Question, RuleChangesAsked
from tests.handlers.grammar.asked import rows
from tests.handlers.grammar.catalogue import TODAY, grammar

GRAMMAR = grammar()


def read(text: str) -> object:
    return GRAMMAR.parse(text, Context(TODAY, bot="U0ASSAY"))


@pytest.mark.parametrize(
    ("text", "typed", "language"),
    [
        ("what changed in the rules, and what it does to us", "rules", "en"),
        ("What changed in the rules?", "rules", "en"),
        ("<@U0ASSAY> what changed in the rules and what does it do to us?", "rules", "en"),
        ("what's new in the rules since December", "rules 2017-12-01", "en"),
        ("What has changed in the requirements since 15 September 2017?", "rules 2017-09-15", "en"),
        ("which rules have changed lately", "rules", "en"),
        ("have the rules changed?", "rules", "en"),
        ("waht changd in the ruless", None, None),
        ("what chnaged in the rules", "rules", "en"),
        ("show me the rule changes between 2017-09-15 and 2017-12-15", "rules 2017-09-15 2017-12-15", "en"),
        ("what changed in the rules for Cloud Platform?", "rules cloud-platform", "en"),
        ("what changed in the rules in 2017?", "rules 2017-01-01 2017-12-31", "en"),
        ("how do the rule changes affect us?", "rules", "en"),
        ("what do the new rules mean for us", "rules", "en"),
        ("Was hat sich an den Regeln geändert?", "rules", "de"),
        ("Was hat sich an den Regeln geändert und was bedeutet das für uns?", "rules", "de"),
        ("Was ist neu bei den Regeln seit Dezember?", "rules 2017-12-01", "de"),
        ("Welche Anforderungen haben sich geändert?", "rules", "de"),
        ("Gibt es neue Regeln?", "rules", "de"),
        ("Wie wirken sich die neuen Regeln auf uns aus?", "rules", "de"),
        ("Regeländerungen seit dem 15.09.2017", "rules 2017-09-15", "de"),
        ("Was hat sich bei den Regeln für ERP geändert?", "rules enterprise-resource-planning", "de"),
    ],
)
def test_what_changed_in_the_rules_may_be_asked_in_free_words(text: str, typed: str | None, language: str) -> None:
    found = read(text)

    if typed is None:
        assert isinstance(found, Question)
        return
    assert isinstance(found, RuleChangesAsked), found
    assert (rules_as_typed(found), found.language) == (typed, language)
    assert isinstance(read(rules_as_typed(found)), RuleChangesAsked)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("What are the requirements for Gold in Cloud Platform?", "need"),
        ("what are the new requirements for gold in devops?", "need"),
        ("Was sind die neuen Anforderungen für Gold in DevOps?", "need"),
        ("what do we need for Gold in Cloud Platform?", "need"),
        ("what if the rules change?", None),
        ("do we meet the rules for gold in devops?", None),
        ("what are the rules for gold in messaging?", None),
        ("who changed the rules?", None),
        ("which exam should I take next?", "next"),
        ("what's new?", None),
        ("why did the football rules change", None),
    ],
)
def test_other_questions_are_what_they_were(text: str, intent: str | None) -> None:
    found = read(text)

    assert isinstance(found, Question), found
    assert intent in {None, found.intent}


def test_none_of_the_known_questions_is_taken_for_one() -> None:
    assert [row["text"] for row in rows() if isinstance(read(row["text"]), RuleChangesAsked)] == []


def test_a_day_in_the_future_does_not_end_the_period() -> None:
    found = GRAMMAR.parse("what changed in the rules in 2018", Context(date(2018, 1, 15)))

    assert isinstance(found, RuleChangesAsked)
    assert (found.since, found.until) == (date(2018, 1, 1), date(2018, 1, 15))

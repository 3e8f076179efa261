from dataclasses import replace

from tests.handlers.contoso import plain
from tests.handlers.fabrikam import ADA, ADMIN, FACTS, Fabrikam, speaks_german

QUESTION = "need silver cloud platform 2017-08-01"


async def test_another_market_has_other_thresholds_and_the_answers_say_which() -> None:
    company = Fabrikam(replace(FACTS, figures={}))
    before = plain(await company.says(ADMIN, QUESTION))

    said = plain(await company.says(ADMIN, "market developing"))
    after = plain(await company.says(ADMIN, QUESTION))

    assert "✅ Recorded: from now on the thresholds for developing markets count." in said
    assert company.company.facts.market == "developing"
    assert "By the thresholds for developed markets." in before
    assert "By the thresholds for developing markets." in after
    assert "never published the amount" not in before
    assert "never published the amount for your market" in after


async def test_the_market_that_counts_already_is_not_recorded_again() -> None:
    company = Fabrikam()
    revision = company.company.revision

    said = plain(await company.says(ADMIN, "market developed"))

    assert "On record already: the thresholds for developed markets count." in said
    assert company.company.revision == revision


async def test_a_market_that_cannot_be_read_is_asked_for_and_the_one_in_force_is_named() -> None:
    company = Fabrikam()
    speaks_german(company, ADMIN)

    said = (await company.says(ADMIN, "markt mars")).text

    assert "Welcher Markt? Jetzt gelten die Schwellen für entwickelte Märkte." in said
    assert company.company.facts == FACTS


async def test_only_admins_say_which_market_counts() -> None:
    company = Fabrikam()

    await company.says(ADA, "market developing")

    assert company.company.facts == FACTS

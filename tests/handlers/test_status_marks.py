"""Where we stand shows which levels rest on an override of a credential, and which on claims alone."""

from dataclasses import replace
from datetime import date

from domain.facts import CredentialOverride
from tests.handlers.contoso import plain
from tests.handlers.fabrikam import ADA, ADA_HOLDS, BOB_HOLDS, FACTS, Fabrikam, speaks_german

OF_BOB = CredentialOverride("bob", "70-532", date(2018, 1, 1), date(2018, 3, 1), "o1")
BARE = replace(BOB_HOLDS, achievements=())
CLAIMED = replace(BOB_HOLDS, achievements=tuple(replace(a, state="claimed") for a in BOB_HOLDS.achievements))


async def test_a_level_that_rests_on_an_override_of_a_credential_is_marked() -> None:
    company = Fabrikam(replace(FACTS, people=(ADA_HOLDS, BARE), overrides=(OF_BOB,)))

    said = plain(await company.says(ADA, "status"))

    assert "Cloud Platform · Gold ✓⏳ · Silver ✓\n" in said
    assert "⏳ met only with an override" in said
    speaks_german(company, ADA)
    assert "⏳ nur mit einer Ausnahme (Override) erfüllt" in plain(await company.says(ADA, "status"))


async def test_a_level_that_rests_on_claims_alone_is_marked() -> None:
    company = Fabrikam(replace(FACTS, people=(ADA_HOLDS, CLAIMED)))

    said = plain(await company.says(ADA, "status"))

    assert "Cloud Platform · Gold ✓✎ · Silver ✓\n" in said
    assert "✎ met only with achievements that the vendor has not confirmed" in said
    speaks_german(company, ADA)
    assert "✎ nur mit Erfolgen erfüllt" in plain(await company.says(ADA, "status"))


async def test_what_is_confirmed_and_needs_no_override_has_no_mark() -> None:
    spare = replace(OF_BOB, credential="70-533")

    said = plain(await Fabrikam(replace(FACTS, overrides=(spare,))).says(ADA, "status"))

    assert "Cloud Platform · Gold ✓ · Silver ✓\n" in said
    assert "met only with" not in said

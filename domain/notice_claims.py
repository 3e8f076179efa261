"""What is told of claims on profiles: the question to the holder, its outcome to who claimed, that nobody answered."""

from collections.abc import Iterator
from datetime import date

from domain.facts import Claim, Facts
from domain.owed import History, Owed

ASKED, KEPT, GIVEN_UP, EXPIRED = "asked", "kept", "given_up", "expired"


def question(claim: Claim, organisation: str, *, reachable: bool) -> Owed:
    """The question whether a profile is theirs, to its holder; to their admins where the holder is not `reachable`.

    `organisation` is the claimant's, to which the answer goes; it is never shown.
    """
    details = _details(claim) | {"person": claim.holder, "organisation": organisation, "side": "holder"}
    if reachable:
        return Owed("profile_claimed", _subject(claim), 1, ASKED, details)
    return Owed("association_disputed", _subject(claim), 1, ASKED, details)


def outcome(claim: Claim, word: str) -> tuple[Owed, ...]:
    """What the claimant hears of the holder's word, and their admins where it is disputed."""
    details = _details(claim) | {"person": claim.person, "side": "claimant"}
    said = Owed("profile_claimed", _subject(claim), 1, word, details)
    return (said, Owed("association_disputed", _subject(claim), 1, word, details)) if word == KEPT else (said,)


def claim_notices(facts: Facts, on: date, history: History) -> Iterator[Owed]:
    """The word to who claimed a profile that nobody answered in time."""
    for claim in facts.claims:
        if claim.outcome is None and claim.until <= on:
            yield from (said for said in outcome(claim, EXPIRED) if said.key not in history.steps)


def claim_days(facts: Facts) -> Iterator[date]:
    """Every day on which a claim expires."""
    return (claim.until for claim in facts.claims if claim.outcome is None)


def _subject(claim: Claim) -> str:
    return f"claim/{claim.id}"


def _details(claim: Claim) -> dict[str, str]:
    return {"claim": claim.id, "profile": claim.profile, "until": claim.until.isoformat()}

"""What a delivery says to its recipient."""

from domain.ports import Company, Member
from handlers.replies import Reply
from storage.deliveries import ClaimedDelivery


def told(company: Company, member: Member, claim: ClaimedDelivery) -> Reply:
    """The message of a delivery, in its recipient's language."""
    return Reply(
        "\n".join(f"{n.kind} {n.subject}" for n in claim.notices) + f" ({company.organisation.name} {member.user})"
    )

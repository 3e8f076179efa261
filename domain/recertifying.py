"""The renewal of a certification: from when it is possible, and until when it then holds.

Only a recorded expiry is renewed. None is ever worked out from the day on which a certification was earned: those of
earlier years ran for longer.
"""

from dataclasses import dataclass
from datetime import date

from domain.dates import add_months
from domain.facts import Achievement
from domain.programme import Credential


@dataclass(frozen=True, slots=True)
class Renewal:
    """The first day for it, the day on which the certification expires without it, and the expiry that it brings.

    The new expiry follows the old one, not the day of the renewal.
    """

    opens: date
    expires: date
    renewed_until: date

    def is_open(self, day: date) -> bool:
        """Whether it can be renewed on a day; an expired certification cannot."""
        return self.opens <= day < self.expires


def renewal_of(credential: Credential, achievement: Achievement) -> Renewal | None:
    """How an achievement is renewed; None where no expiry is recorded, or its credential is not renewed."""
    valid, before = credential.valid_months, credential.renewal_opens_months
    if achievement.expires is None or valid is None or before is None:
        return None
    return Renewal(
        add_months(achievement.expires, -before), achievement.expires, add_months(achievement.expires, valid)
    )

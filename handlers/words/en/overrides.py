"""English: overrides, for everybody who asks, and what an export has not shown yet."""

from collections.abc import Mapping

OVERRIDES: Mapping[str, str | Mapping[str, str]] = {
    "help.override withdraw": "Say that an override never was one",
    "overrides.all": {
        "one": "*1 override is in force or to come on {day}.*",
        "other": "*{n} overrides are in force or to come on {day}.*",
    },
    "overrides.all_none": "No override is in force or to come on {day}.",
    "overrides.of": {
        "one": "*{name}: 1 override is in force or to come on {day}.*",
        "other": "*{name}: {n} overrides are in force or to come on {day}.*",
    },
    "overrides.of_none": "*{name}*: no override is in force or to come on {day}.",
    "overrides.item": "• *{what}*, from {since} to the day before {until}. {left}",
    "overrides.personal": {
        "one": "• 1 override of a person's exam; whose, only admins see, and only privately.",
        "other": "• {n} overrides of people's exams; whose, only admins see, and only privately.",
    },
    "overrides.proven": "The vendor's export shows this exam by now: the override is no longer needed for it.",
    "overrides.claimed": (
        "Covered until {until}; the exam itself is claimed, and still not in the vendor's export. Until an export "
        "shows it, what it covers stays at risk."
    ),
    "overrides.no_record": "There is no record of this exam beside the override.",
    "overrides.over": "*No override is in force or to come.*",
    "overrides.open": (
        "• *{what}*: covered until {until}, still not in the vendor's export. What it covered is at risk."
    ),
    "overrides.how_to_withdraw": "One that never was: `/assay override withdraw NUMBER because REASON`",
    "overrides.withdrawn": (
        "🗑️ Withdrawn: the override of *{what}*. It never counted; who withdrew it and when is kept."
    ),
    "notice.unproven": (
        "{code} of {who} was covered by an override until {day}, and is still not in the vendor's export: import one "
        "that shows it."
    ),
    "notice.unproven_ahead": (
        "{code} of {who} is covered by an override until {day}, and is still not in the vendor's export: import one "
        "that shows it."
    ),
}

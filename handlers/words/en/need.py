"""English: what a level asks for, and what it rests on."""

from collections.abc import Mapping

NEED: Mapping[str, str | Mapping[str, str]] = {
    "need.headline": "{icon} *{level} in {competency}: {status}*",
    "need.nothing_missing": "Nothing is missing.",
    "need.missing": "Missing: {what}.",
    "need.missing_without": "Missing without it: {what}.",
    "need.missing_nearest": "Missing on the shortest way: {what}.",
    "need.only_unknown": "Nothing is known to be missing, but not everything is known.",
    "need.confirmed": "Counting only achievements that the vendor has confirmed: {status}.",
    "need.option": "*What it takes: {name}*",
    "need.option_nearest": "*Nearest option: {name}*",
    "need.or": "Or: {way} ({distance}).",
    "need.other_option": "Another option, {name}: {distance}.",
    "need.other_level": "{icon} {level}: {status}. Each level has requirements of its own.",
    "need.lower_level": (
        "{icon} {level}: {status}. That does not matter for {asked}: each level has requirements of its own. "
        "A membership at {asked} shows what you hold at {asked} and below."
    ),
    "need.more_ways": {"one": "There is 1 more way.", "other": "There are {n} more ways."},
    "need.figures_only": "the figures alone",
    "need.undefined": "The rules of {since} define no {level} for {competency}. They define: {levels}.",
    "override.level": "It counts as met by an override that ends on {until}. On the facts alone: {status}.",
    "override.credential": (
        "It rests on an override for {credential} that ends on {until}. Without overrides: {status}."
    ),
    "missing.people": {"one": "1 person", "other": "{n} people"},
    "figure.line": "{icon} {name}: {value} reported, {asked} needed",
    "figure.at_least": "at least {amount}",
    "figure.unpublished": "an amount that was never published",
    "figure.nothing": "nothing",
    "figure.missing": ", {amount} missing",
    "figure.short": "{amount} ({metric})",
    "figure.average_short": "a higher monthly average ({metric})",
    "figure.months": "Reported: {n} of the last {of} months.",
    "figure.months_of_year": "Reported: {n} of {of} whole months of the membership year so far.",
    "figure.last": "Last reported for {month}.",
    "figure.of_which": "Part of: {whole}.",
    "figure.average": "And at least {amount} a month on average.",
    "figure.associations": "Counts only where you are {kinds}.",
    "figure.excludes": "Without {what}.",
    "figure.not_published": (
        "Not known: the programme never published the amount for your market. Ask your contact at the vendor."
    ),
    "figure.no_membership": (
        "Not known: it counts from the anniversary on, and no membership is on record for this day. An admin can "
        "record one: `/assay membership LEVEL DATE`"
    ),
    "figure.year_just_begun": "Not known: the membership year has only begun, and none of its months is over yet.",
    "figure.never": "Not known: nothing is reported yet. An admin can: `/assay figure {metric} {month} AMOUNT`",
    "figure.gaps": {
        "one": "Not known: 1 month is not reported. An admin can add it: `/assay figure {metric} {month} AMOUNT`",
        "other": (
            "Not known: {n} months are not reported. An admin can add them, one by one: "
            "`/assay figure {metric} {month} AMOUNT`"
        ),
    },
    "figure.to_come": {
        "one": "Not known: 1 month is still to come.",
        "other": "Not known: {n} months are still to come.",
    },
    "flag.line": "{icon} Status “{name}” granted by the vendor: {status}",
    "flag.not_recorded": "Not known: nobody has recorded whether you have it. Ask your contact at the vendor.",
    "held.line": "{icon} {name}: {status}",
    "people.line": "{icon} People: {filled} of {n}",
    "people.places": {"one": "1 person with {asks}", "other": "{n} people, each with {asks}"},
    "people.counted": "Counted: {who}.",
    "people.spares": {"one": "Could stand in: {who}.", "other": "Could stand in: {who}."},
    "people.find": {"one": "Still to find: 1 person.", "other": "Still to find: {n} people."},
    "people.find_these": {
        "one": "Still to find: 1 person with {asks}. The others can no longer be earned.",
        "other": "Still to find: {n} people with {asks}. The others can no longer be earned.",
    },
    "people.find_none": {
        "one": "Still to find: 1 person. None of these can be earned any more: ask the vendor what counts instead.",
        "other": "Still to find: {n} people. None of these can be earned any more: ask the vendor what counts instead.",
    },
    "people.nearest": "Nearest: {who}.",
    "people.lacks": "{who} (missing: {what})",
    "people.nearest_count": {
        "one": "1 person holds part of it already.",
        "other": "{n} people hold part of it already.",
    },
    "people.you": "you",
    "people.number": {"one": "1 person", "other": "{n} people"},
    "people.others": {"one": "1 other person", "other": "{n} other people"},
    "asks.one_of": "one of {items}",
    "asks.until": "{credential} (counts here until {day})",
    "asks.plus": "{first}, plus {second}",
    "asks.or_else": "{first}, or else {second}",
    "distance.people": {"one": "1 person short", "other": "{n} people short"},
    "distance.figures": {"one": "1 figure too low", "other": "{n} figures too low"},
    "distance.flags": {"one": "1 status not granted", "other": "{n} statuses not granted"},
    "distance.levels": {"one": "1 other level not met", "other": "{n} other levels not met"},
    "distance.unknown": {"one": "1 figure not known", "other": "{n} figures not known"},
    "ground.today": "As of today, {day}.",
    "ground.later": (
        "Outlook for {day}: without everything that is known today to end by then. "
        "Figures of months to come are not guessed."
    ),
    "ground.earlier": "As of {day}, by what is on record now.",
    "ground.rules": "Rules of {since}, from “{source}”, checked on {checked}.",
    "ground.renews": (
        "You were members before these rules came. Since you renew, they have held for you since {day}; for new "
        "partners since {since}."
    ),
    "ground.renewals_later": "For new partners they hold since {since}, for those who renew from {day} on.",
    "ground.awaited": "Newer rules of {since} hold for new partners. Since you renew, they begin for you on {day}.",
    "ground.figures": "Figures up to {month}.",
    "ground.no_figures": "No figures reported.",
    "ground.before_first": "These are the first rules that were published, of {since}; earlier ones are not known.",
    "ground.note": "How the rules are read: {note}",
    "ground.ended": "The programme has ended: the last renewal was on {day}. It was followed by: {successor}.",
    "list.more": {"one": "1 other", "other": "{n} others"},
    "cut.text": "… (cut: too long for one message)",
    "cut.blocks": {
        "one": "1 part is not shown: too long for one message. Ask about one {term} or one level.",
        "other": "{n} parts are not shown: too long for one message. Ask about one {term} or one level.",
    },
}

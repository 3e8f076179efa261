"""An organisation's settings, in lines."""

from collections.abc import Iterator, Sequence

from domain.notice_kinds import NOTICES, NoticeKind
from domain.ports import Organisation
from handlers.calendars import holidays_name
from handlers.words import Words, escape


def settings_lines(organisation: Organisation, words: Words) -> Iterator[str]:
    """What holds: which notices are told and when, who sees names, where alerts go, whose holidays are kept."""
    settings = organisation.settings
    off = [kind_name(kind, words) for kind in NOTICES if not settings.wants(kind)]
    yield words.say("settings.off", kinds=words.both(off)) if off else words.say("settings.all")
    for kind, each in NOTICES.items():
        if each.lead_days and settings.wants(kind):
            key = "settings.lead_own" if settings.settled(kind) else "settings.lead"
            yield words.say(key, kind=kind_name(kind, words), days=days_name(settings.days(kind), words))
    yield words.say("settings.names_open" if organisation.names_in_channels else "settings.names_hidden")
    channel = settings.alert_channel
    yield words.say("settings.channel", channel=f"<#{channel}>") if channel else words.say("settings.no_channel")
    if settings.country is None:
        yield words.say("settings.no_holidays")
    else:
        place = "-".join(part for part in (settings.country, settings.region) if part)
        yield words.say("settings.holidays", place=escape(holidays_name(place, words)))
    yield words.say("settings.retention", n=settings.retention_months)


def kind_name(kind: NoticeKind, words: Words) -> str:
    """A kind of notice, as people call it."""
    return words.say(f"choice.settings.{kind}")


def days_name(days: Sequence[int], words: Words) -> str:
    """90, 30 and 7 days before, on the day, and 23 days after."""
    before, after = [day for day in days if day > 0], [-day for day in days if day < 0]
    said = [
        *([words.say("settings.before", n=before[-1], days=words.both(map(str, before)))] if before else []),
        *([words.say("settings.on_the_day")] if 0 in days else []),
        *([words.say("settings.after", n=after[-1], days=words.both(map(str, after)))] if after else []),
    ]
    return words.both(said)

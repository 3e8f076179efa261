"""English: one file per topic, each message in exactly one of them."""

from collections.abc import Mapping

from handlers.words.en.absence import ABSENCE
from handlers.words.en.again import AGAIN
from handlers.words.en.answers import ANSWERS
from handlers.words.en.associations import ASSOCIATIONS
from handlers.words.en.beginning import BEGINNING
from handlers.words.en.common import COMMON
from handlers.words.en.data import DATA
from handlers.words.en.departures import DEPARTURES
from handlers.words.en.forecast import FORECAST
from handlers.words.en.foreseen import FORESEEN
from handlers.words.en.home import HOME
from handlers.words.en.importing import IMPORTING
from handlers.words.en.installing import INSTALLING
from handlers.words.en.keeping import KEEPING
from handlers.words.en.linking import LINKING
from handlers.words.en.lists import LISTS
from handlers.words.en.membership import MEMBERSHIP
from handlers.words.en.modals import MODALS
from handlers.words.en.need import NEED
from handlers.words.en.notices import NOTICES
from handlers.words.en.onward import ONWARD
from handlers.words.en.outlook import OUTLOOK
from handlers.words.en.overrides import OVERRIDES
from handlers.words.en.points import POINTS
from handlers.words.en.postbox import POSTBOX
from handlers.words.en.programmes import PROGRAMMES
from handlers.words.en.records import RECORDS
from handlers.words.en.reminders import REMINDERS
from handlers.words.en.rules import RULES
from handlers.words.en.settings import SETTINGS
from handlers.words.en.shell import SHELL

MESSAGES: Mapping[str, str | Mapping[str, str]] = {
    **COMMON,
    **AGAIN,
    **BEGINNING,
    **ABSENCE,
    **NOTICES,
    **REMINDERS,
    **POSTBOX,
    **PROGRAMMES,
    **RECORDS,
    **MEMBERSHIP,
    **KEEPING,
    **LINKING,
    **ASSOCIATIONS,
    **DEPARTURES,
    **IMPORTING,
    **DATA,
    **LISTS,
    **ANSWERS,
    **NEED,
    **MODALS,
    **RULES,
    **FORECAST,
    **FORESEEN,
    **HOME,
    **ONWARD,
    **OUTLOOK,
    **OVERRIDES,
    **POINTS,
    **SETTINGS,
    **SHELL,
    **INSTALLING,
}

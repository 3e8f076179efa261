"""Deutsch, mit du: eine Datei je Thema."""

from collections.abc import Mapping

from handlers.words.de.absence import ABSENCE
from handlers.words.de.again import AGAIN
from handlers.words.de.answers import ANSWERS
from handlers.words.de.associations import ASSOCIATIONS
from handlers.words.de.beginning import BEGINNING
from handlers.words.de.common import COMMON
from handlers.words.de.data import DATA
from handlers.words.de.departures import DEPARTURES
from handlers.words.de.forecast import FORECAST
from handlers.words.de.foreseen import FORESEEN
from handlers.words.de.home import HOME
from handlers.words.de.importing import IMPORTING
from handlers.words.de.installing import INSTALLING
from handlers.words.de.keeping import KEEPING
from handlers.words.de.linking import LINKING
from handlers.words.de.lists import LISTS
from handlers.words.de.membership import MEMBERSHIP
from handlers.words.de.modals import MODALS
from handlers.words.de.need import NEED
from handlers.words.de.notices import NOTICES
from handlers.words.de.onward import ONWARD
from handlers.words.de.outlook import OUTLOOK
from handlers.words.de.overrides import OVERRIDES
from handlers.words.de.points import POINTS
from handlers.words.de.postbox import POSTBOX
from handlers.words.de.programmes import PROGRAMMES
from handlers.words.de.records import RECORDS
from handlers.words.de.reminders import REMINDERS
from handlers.words.de.rules import RULES
from handlers.words.de.settings import SETTINGS
from handlers.words.de.shell import SHELL

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

"""Which conversation answers a button, by the part of its action id before the colon.

Whose each is, `handlers.roles` says; what that does not name is for admins.
"""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from handlers import (
    ahead,
    audit_log,
    care,
    departing,
    expiring,
    importing,
    listings,
    onward,
    pictured,
    reconciling,
    reminding,
    steps,
    tabled,
)
from handlers.claiming import press_claim
from handlers.figure_files import press_take_back
from handlers.joining import press_leave
from handlers.organisation import press_organisation
from handlers.people import press_is_me
from handlers.replies import Reply
from handlers.room import Room

PRESSES: Mapping[str, Callable[[Room, str], Awaitable[Reply]]] = MappingProxyType(
    {
        "care_take": care.press_take,
        "care_later": care.press_later,
        "care_remind": care.press_remind,
        "claim": press_claim,
        "departed_leave": departing.press_leave,
        "departed_mistake": departing.press_mistake,
        "departed_each": departing.press_each,
        "calendar": ahead.press_calendar,
        "import": importing.press_import,
        tabled.FURTHER: listings.press_further,
        tabled.TABLE: listings.press_table,
        tabled.FILE: listings.press_file,
        audit_log.MORE: audit_log.more,
        audit_log.FILE: audit_log.as_file,
        "import_cancel": importing.press_cancel,
        "import_withdraw": importing.press_withdraw,
        "import_read": importing.press_read,
        "reconcile_more": reconciling.press_more,
        "reconcile_file": reconciling.press_file,
        "figures_withdraw": press_take_back,
        "is_me": press_is_me,
        reminding.ASK: reminding.press_remind,
        reminding.DAY: reminding.press_day,
        reminding.OFF: reminding.press_off,
        "organisation": press_organisation,
        "programme_leave": press_leave,
        pictured.STATUS: pictured.press_status,
        expiring.PICTURE: pictured.press_expiring,
        steps.WHY: onward.press_why,
        steps.NEAREST: onward.press_nearest,
        steps.LAPSE: onward.press_lapse,
        steps.PICTURE: onward.press_picture,
    }
)

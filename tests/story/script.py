"""The year itself: 2 October 2017 to 1 October 2018."""

from tests.story.play import Deed, account, imported, left, moved, pressed, reported, typed

START, END = "2017-10-02T09:00", "2018-10-01T00:00"
SISTERS_CHANNEL = "C0NORTHLIGHT"

SCRIPT: tuple[Deed, ...] = (
    reported("2017-10-09T10:00", "anke", "2017-09"),
    typed("2017-10-12T14:00", "marek", "link 70-410 2017-10-10"),
    reported("2017-11-08T10:00", "anke", "2017-10"),
    typed(
        "2017-11-30T11:00",
        "anke",
        "override grant silver data platform by Partner Support ticket REQ-1 because the second exam is booked",
    ),
    reported("2017-12-07T10:00", "anke", "2017-11"),
    pressed("2017-12-12T16:00", "zoe", "I'll take it"),
    typed("2017-12-20T10:00", "kaya", "link TA-VOICE 2017-12-19"),
    typed("2018-01-08T09:30", "anke", "away until 2018-01-22 @mira"),
    reported("2018-01-09T10:00", "mira", "2017-12"),
    typed("2018-01-12T10:00", "mira", "leaving @bo 2018-03-31"),
    typed("2018-01-16T10:00", "carla", "link 70-535 2018-01-12"),
    typed(
        "2018-01-17T10:00",
        "mira",
        "override grant @carla 70-535 until 2018-04-17 by Partner Support ticket REQ-2"
        " because the exam was not recognised",
    ),
    typed("2018-02-20T10:00", "marek", "link TA-SQL 2018-02-16"),
    reported("2018-03-01T10:00", "anke", "2018-01", "2018-02"),
    account("2018-03-06T23:30", "Farid Haddad's account is deactivated", "farid", active=False),
    pressed("2018-03-07T09:15", "mira", "Mistake"),
    account("2018-03-07T11:00", "Farid Haddad's account is active again", "farid", active=True),
    account("2018-03-14T17:00", "Edda Jansen's account is deactivated", "edda", active=False),
    pressed("2018-03-15T09:00", "anke", "Beurlaubt"),
    reported("2018-04-10T10:00", "anke", "2018-03"),
    account("2018-04-16T15:00", "Dirk Hansen's account is deactivated", "dirk", active=False),
    left("2018-04-17T10:00", "anke", "dirk", "2018-04-30"),
    typed("2018-05-04T10:00", "greta", "link CSM 2018-05-03"),
    imported("2018-05-08T10:00", "anke", "carla", "Exam 70-535: Architecting Azure", "12/01/2018", "7001"),
    reported("2018-05-09T10:00", "anke", "2018-04"),
    account(
        "2018-06-04T16:30",
        "Six accounts are deactivated within half an hour: the support team",
        *("paula", "quentin", "rosa", "samir", "tilda", "jonas"),
        active=False,
        apart=5,
    ),
    pressed("2018-06-05T09:30", "mira", "One by one", "Mistake"),
    reported("2018-06-08T10:00", "anke", "2018-05"),
    moved("2018-06-18T11:00", "ines", "link 70-411 2018-06-15", "I now belong to Northlight", SISTERS_CHANNEL),
    pressed("2018-07-03T09:30", "anke", "Erinnere mich …", "morgen"),
    reported("2018-07-10T10:00", "anke", "2018-06"),
    typed("2018-08-06T10:00", "anke", "membership renew gold 2018-08-06"),
    reported("2018-08-10T10:00", "anke", "2018-07"),
)

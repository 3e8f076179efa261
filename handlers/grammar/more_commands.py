"""Commands about the organisation, its lists and the bot itself, declared like the others."""

from handlers.grammar.command_entry import CommandEntry

MORE: tuple[CommandEntry, ...] = (
    CommandEntry(
        name="settings",
        aliases=("einstellungen",),
        usage="settings",
        example="settings",
        admin_only=True,
    ),
    CommandEntry(
        name="setup",
        aliases=("einrichten", "einrichtung"),
        usage="setup",
        example="setup",
        admin_only=True,
    ),
    CommandEntry(
        name="live",
        aliases=("go live", "loslegen"),
        usage="live",
        example="live",
        admin_only=True,
    ),
    CommandEntry(
        name="admins",
        aliases=("roles", "rollen"),
        usage="admins [add | manager | remove | owner @PERSON]",
        example="admins add @ada",
        admin_only=True,
    ),
    CommandEntry(
        name="people",
        aliases=("leute", "personen"),
        usage="people",
        example="people",
        admin_only=True,
    ),
    CommandEntry(
        name="language",
        aliases=("sprache",),
        usage="language en | de | slack",
        example="language de",
    ),
    CommandEntry(
        name="reminders",
        aliases=("erinnerungen",),
        usage="reminders",
        example="reminders",
    ),
    CommandEntry(
        name="programme join",
        aliases=("programm teilnehmen", "programm beitreten", "program join"),
        usage="programme join NAME [developed | developing]",
        example="programme join ms-solutions-partner",
        admin_only=True,
    ),
    CommandEntry(
        name="programme leave",
        aliases=("programm verlassen", "programm austreten", "program leave"),
        usage="programme leave NAME",
        example="programme leave ms-mpn-competencies",
        admin_only=True,
    ),
    CommandEntry(
        name="programme",
        aliases=("programm", "programmes", "program"),
        usage="programme",
        example="programme",
    ),
    CommandEntry(
        name="organisation ids",
        aliases=("organization ids", "firma nummern", "organisation nummern"),
        usage="organisation ids NUMBER …",
        example="organisation ids 1234567",
        admin_only=True,
    ),
    CommandEntry(
        name="organisation",
        aliases=("organization", "firma"),
        usage="organisation [NAME]",
        example="organisation",
    ),
    CommandEntry(
        name="forecast",
        aliases=("ausblick", "vorschau"),
        usage="forecast [until DATE] [COMPETENCY]",
        example="forecast until 2018-09-01",
    ),
    CommandEntry(
        name="export",
        aliases=("exportieren", "herunterladen"),
        usage="export standing | achievements | gaps | audit | mine [csv | xlsx]",
        example="export mine xlsx",
    ),
    CommandEntry(
        name="reconcile",
        aliases=("abgleich", "abgleichen"),
        usage="reconcile",
        example="reconcile",
        admin_only=True,
    ),
    CommandEntry(
        name="evidence",
        aliases=("belege", "nachweispaket"),
        usage="evidence COMPETENCY [LEVEL]",
        example="evidence cloud platform gold",
        admin_only=True,
    ),
    CommandEntry(
        name="ask",
        aliases=("frage", "fragen"),
        usage="ask QUESTION",
        example="ask what do we need for Gold in Cloud Platform?",
    ),
    CommandEntry(name="help", aliases=("hilfe",), usage="help", example="help", intent="help"),
)

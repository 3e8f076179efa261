"""Every command, declared once: the parser, the help and the README's table go by it."""

from handlers.grammar.command_entry import CommandEntry
from handlers.grammar.more_commands import MORE
from handlers.grammar.words import spellings

COMMANDS: tuple[CommandEntry, ...] = (
    CommandEntry(
        name="need",
        aliases=("brauchen", "benötigen", "fehlt"),
        usage="need LEVEL COMPETENCY",
        example="need gold cloud platform",
        intent="need",
    ),
    CommandEntry(
        name="status",
        aliases=("stand",),
        usage="status [COMPETENCY]",
        example="status devops",
        intent="status",
    ),
    CommandEntry(
        name="contributors",
        aliases=("who", "wer"),
        usage="contributors LEVEL COMPETENCY | CODE",
        example="contributors gold devops",
        intent="contributors",
    ),
    CommandEntry(name="mine", aliases=("meine",), usage="mine", example="mine", intent="mine"),
    CommandEntry(
        name="link",
        aliases=("verknüpfen", "verknüpfe"),
        usage="link CODE DATE [expires DATE] [evidence URL]",
        example="link 70-533 2017-11-20",
    ),
    CommandEntry(
        name="unlink",
        aliases=("lösen", "entknüpfen"),
        usage="unlink CODE",
        example="unlink 70-533",
    ),
    CommandEntry(name="profile", aliases=("profil",), usage="profile ID", example="profile 1234567"),
    CommandEntry(
        name="override grant",
        aliases=("ausnahme erteilen", "ausnahme eintragen", "ausnahme gewähren", "override eintragen"),
        usage="override grant LEVEL COMPETENCY | @PERSON CODE"
        " [from DATE] [until DATE] [by NAME] [ticket T] [because REASON]",
        example="override grant gold cloud platform until 2018-04-15 by Jane Doe because the exam was not recognised",
        admin_only=True,
    ),
    CommandEntry(
        name="override list",
        aliases=("ausnahme liste", "ausnahmen liste", "overrides list", "override liste"),
        usage="override list",
        example="override list",
        admin_only=True,
    ),
    CommandEntry(
        name="override end",
        aliases=("ausnahme beenden", "override beenden"),
        usage="override end NUMBER",
        example="override end 1",
        admin_only=True,
    ),
    CommandEntry(
        name="membership buy",
        aliases=("mitgliedschaft kaufen", "mitgliedschaft gekauft", "membership bought"),
        usage="membership buy LEVEL DATE [until ANNIVERSARY]",
        example="membership buy gold 2017-05-01",
        admin_only=True,
    ),
    CommandEntry(
        name="override withdraw",
        aliases=("ausnahme zurücknehmen", "ausnahme zurückziehen", "override zurücknehmen", "override zurückziehen"),
        usage="override withdraw NUMBER [because REASON]",
        example="override withdraw 1 because it was granted to another company",
        admin_only=True,
    ),
    CommandEntry(
        name="membership",
        aliases=("mitgliedschaft",),
        usage="membership",
        example="membership",
        intent="renewal",
    ),
    CommandEntry(
        name="benefits",
        aliases=("vorteile",),
        usage="benefits [LEVEL]",
        example="benefits gold",
        intent="benefits",
    ),
    CommandEntry(
        name="membership order",
        aliases=("mitgliedschaft bestellen", "mitgliedschaft bestellt", "membership ordered"),
        usage="membership order LEVEL DATE",
        example="membership order gold 2017-04-20",
        admin_only=True,
    ),
    CommandEntry(
        name="membership renew",
        aliases=("mitgliedschaft verlängern", "mitgliedschaft verlängert", "membership renewed"),
        usage="membership renew [LEVEL] DATE [until ANNIVERSARY]",
        example="membership renew 2018-05-01 until 2019-05-01",
        admin_only=True,
    ),
    CommandEntry(
        name="membership upgrade",
        aliases=("mitgliedschaft upgrade", "mitgliedschaft hochstufen", "membership upgraded"),
        usage="membership upgrade LEVEL DATE [until ANNIVERSARY]",
        example="membership upgrade gold 2018-01-10 until 2019-01-10",
        admin_only=True,
    ),
    CommandEntry(
        name="membership correct",
        aliases=("mitgliedschaft korrigieren", "mitgliedschaft berichtigen"),
        usage="membership correct [LEVEL DATE] [until ANNIVERSARY] [because REASON]",
        example="membership correct gold 2017-05-10 because the day was mistyped",
        admin_only=True,
    ),
    CommandEntry(
        name="membership cancel",
        aliases=("mitgliedschaft stornieren", "membership cancelled"),
        usage="membership cancel [DATE]",
        example="membership cancel",
        admin_only=True,
    ),
    CommandEntry(
        name="market",
        aliases=("markt",),
        usage="market developed | developing",
        example="market developing",
        admin_only=True,
    ),
    CommandEntry(
        name="figure",
        aliases=("kennzahl",),
        usage="figure METRIC MONTH VALUE",
        example="figure azure_customer_consumption 2017-12 9000",
        admin_only=True,
    ),
    CommandEntry(
        name="flag",
        aliases=("merkmal",),
        usage="flag NAME yes | no [until DATE]",
        example="flag authorized_surface_hub_adr yes until 2018-12-31",
        admin_only=True,
    ),
    CommandEntry(
        name="mine export",
        aliases=("meine daten", "meine exportieren", "meine export"),
        usage="mine export",
        example="mine export",
    ),
    CommandEntry(
        name="withdraw",
        aliases=("zurückziehen", "zurücknehmen"),
        usage="withdraw @PERSON CODE | figure METRIC MONTH | flag NAME | association @PERSON [because REASON]",
        example="withdraw figure azure_customer_consumption 2017-12 because it was typed twice",
        admin_only=True,
    ),
    CommandEntry(
        name="audit",
        aliases=("protokoll",),
        usage="audit [@PERSON] [KIND] [from DATE] [until DATE] [csv]",
        example="audit overrides from 2018-01-01",
        admin_only=True,
    ),
    CommandEntry(
        name="rules",
        aliases=("regeln",),
        usage="rules [FROM] [TO] [COMPETENCY]",
        example="rules 2017-09-15 2017-12-15",
        admin_only=True,
    ),
    CommandEntry(
        name="leaving",
        aliases=("abgang", "abgänge", "leavings"),
        usage="leaving [@PERSON DATE | @PERSON cancel]",
        example="leaving @ada 2018-03-01",
        admin_only=True,
    ),
    CommandEntry(
        name="away",
        aliases=("abwesend", "abwesenheit"),
        usage="away [until DATE [@PERSON] | off]",
        example="away until 2018-03-05 @ada",
        admin_only=True,
    ),
    *MORE,
)


def spoken() -> dict[tuple[str, ...], CommandEntry]:
    """Every way to begin a command, as folded words."""
    return {
        tuple(spelling.split()): entry
        for entry in COMMANDS
        for name in (entry.name, *entry.aliases)
        for spelling in spellings(name)
    }

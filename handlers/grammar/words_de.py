"""German."""

from handlers.grammar.words import Cue, DateWords, Words

_NUMBERS = {
    name: number
    for number, names in enumerate(
        [
            "ein eine einem einer einen eins",
            "zwei",
            "drei",
            "vier",
            "fünf",
            "sechs",
            "sieben",
            "acht",
            "neun",
            "zehn",
            "elf",
            "zwölf",
        ],
        1,
    )
    for name in names.split()
}

GERMAN = Words(
    language="de",
    cues={
        Cue.FILL: """der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|in|im|ins|an|am|auf|bei|beim|mit|von|vom|zu|zum|zur|für
            |fur|fuer|aus|nach|über|als|und|oder|aber|dann|dass|es|noch|schon|bereits|gerade|aktuell|aktuellen|aktueller|derzeit
            |momentan|zurzeit|im moment|zur zeit|jetzt|nun|eben|mal|denn|eigentlich|genau|auch|nur|bitte|danke|vielen dank
            |hallo|hi|hey|moin|servus|guten morgen|guten tag|liebe grüße|assay|@assay|kannst du mir sagen|kannst du mir bitte sagen
            |können sie mir sagen|können sie mir bitte sagen|könntest du mir sagen|könnten sie mir sagen|kannst du|können sie
            |könntest du|könnten sie|könntest du mir bitte sagen|weißt du|wissen sie|sag mir|sag mir bitte|sag|sagen|sagen sie mir
            |ich wüsste gern|ich möchte wissen|ich will wissen|mir|wissen|kurze frage|frage|kurz|team|leute hier|firma|unternehmen
            |organisation|partner|level|levels|stufe|stufen|status-level|kompetenz|kompetenzen|bereich|gebiet|programm|insgesamt
            |bisher|überhaupt|so|weiter|weitere|weiteren|etwas|alle|alles|allem|da|dort|hier|dafür|dazu|damit|daran|davon|darin
            |gibt|gibt es|geben|worden|welche von|ok|okay|also|ja|wohl|vielleicht|etwa|ungefähr
            |heutigen|offiziell|unter|umgehend|dringend|schnell|zusätzlich|mindestens|sein|um|pro|je|sie uns|gern|gerne|wieder
            |bei uns|in unserer firma|in unserem team|in unserem unternehmen|im team|in der firma|seitig|s|er|dieses|diese|dieser
            |möglichst|ganz|einmal|immer|immer noch|nächste stufe|eurer meinung|ebenfalls|uns mal|nochmal|ab sofort|dies|sich""",
        Cue.WHO: "wer|wer alles|wer noch|wen|wem|wessen|welche leute|welche person|welche personen|welche mitarbeiter|welcher mitarbeiter"
        "|welche mitarbeiterin|welche mitarbeiterinnen|welche kollegen|welcher kollege|welche kolleginnen|wer von uns|jemand|irgendjemand"
        "|welche unserer mitarbeiter|welche unserer leute|wer bei uns|wer im team",
        Cue.WHAT: "was|welche|welcher|welches|welchen|welchem|was für",
        Cue.WHEN: "wann|bis wann|wie lange|ab wann|wann genau|an welchem tag|zu welchem datum|zu welchem termin",
        Cue.HOW: "wie|auf welche weise|wodurch",
        Cue.WHY: "warum|wieso|weshalb|weswegen",
        Cue.BE: "ist|sind|bin|war|waren|sei|bleibt|bleiben|wurde|wurden|wär|wäre",
        Cue.DO: "tun|machen|mache|macht|unternehmen wir|leisten",
        Cue.WE: "wir|uns|unser|unsere|unserer|unseren|unserem|unseres",
        Cue.I: "ich möchte|ich will|ich|mich",
        Cue.MY: "mein|meine|meiner|meinen|meinem|meines",
        Cue.YOU: "du|dir|dich|dein|deine|sie|ihnen|ihr|euch|bist",
        Cue.NOT: "nicht|nich|kein|keine|keinen|keiner|keinem|nie|niemals|niemand|ohne|außer|weder|statt|noch nicht|noch kein|noch keine",
        Cue.IF: "wenn|falls|was wäre wenn|was wäre|was passiert wenn|was passiert falls|was passiert|was geschieht|was geschieht wenn|angenommen|was würde passieren"
        "|was würde passieren wenn|was bedeutet es wenn|was heißt es wenn|sofern",
        Cue.CAN: "kann|können|könnte|könnten|dürfen|darf|möglich|in der lage",
        Cue.MUST: "muss|müssen|müssten|muß|haben zu",
        Cue.SHOULD: "soll|sollen|sollte|sollten|sollst",
        Cue.WILL: "werde|wird|werden|würde|würden|will|wollen",
        Cue.CONTRIBUTOR: "angerechnete personen|angerechneten personen",
        Cue.NEED: """brauche|brauchen|braucht|brauch|bräuchten|benötige|benötigen|benötigt|fehlt|fehlen|fehlend|fehlende|fehlenden|nötig|notwendig
            |erforderlich|erforderliche|anforderung|anforderungen|voraussetzung|voraussetzungen|bedingung|bedingungen|bedarf|lücke|lücken
            |offen|verlangt|gefordert|vorausgesetzt|ausstehend|kriterien|mangelt|was es braucht|setzt voraus|gebraucht|bedarfs|kriterium""",
        Cue.HAVE: "habe|haben|hat|hab|hatte|hatten|besitzt|besitzen|besitze",
        Cue.HOLD: "hält|halten|verfügt|verfügen|trägt den titel|innehat",
        Cue.REACH: "erreiche|erreichen|erreicht|schaffen|schafft|qualifiziert|qualifizieren|verdienen|verdient|erlangen|erlangt|erzielen"
        "|erzielt|erwerben|erworben|geschafft|gelangen|kommen|aufsteigen|hinkommen",
        Cue.GET: "bekommen|bekommt|bekomme|kriegen|kriegt|erhalten|erhält|werden wir|gewinnen",
        Cue.MEET: "erfülle|erfüllen|erfüllt",
        Cue.STATUS: """stand|status|stehe|stehen|steht|dastehen|wie weit|weit|überblick|übersicht|fortschritt|lage|zwischenstand|sieht es aus
            |wie sieht es aus|sieht's aus|läuft es|wie läuft es|wie läuft's|läuft's|aufgestellt|kenntnisstatus|wie gut|wie nah|nah|statusübersicht
            |entfernt|nahe|sachstand|standort""",
        Cue.COUNT: "zähle|zählen|zählt|angerechnet|anrechnen|angerechnete|anrechenbar|beiträgt|beitragen|beigetragen|mitzählt|gezählt"
        "|gewertet|zugerechnet|mitzählen|eingerechnet|berücksichtigt",
        Cue.PASS: "bestanden|bestehe|bestehen|besteht|absolviert|abgeschlossen|gemeistert|bestand",
        Cue.TAKE: "ablegen|ablege|abgelegt|schreiben|lernen|belegen|angehen|nehmen|vornehmen|absolvieren|anmelden",
        Cue.LINK: "verknüpfe|verknüpfen|verknüpft|verknüpfung|eintragen|eingetragen|erfassen|erfasst|hinterlegt|hinterlegen|gespeichert"
        "|registriert|registrieren|zugeordnet|hinzufügen|hinzugefügt|gemeldet|vermerkt|trag|trage|notiere|verlinkt|verlinke",
        Cue.EXAM: """prüfung|prüfungen|zertifizierung|zertifizierungen|zertifikat|zertifikate|zertifikaten|nachweis|nachweise|nachweisen|erfolg|erfolge
            |erfolgen|test|tests|bewertung|bewertungen|technische bewertung|technische bewertungen|abschluss|abschlüsse|examen|exam|exams
            |qualifikation|qualifikationen|assessment|assessments|kurs|kurse""",
        Cue.EXPIRE: "ablaufen|abläuft|abgelaufen|abgelaufene|ablaufende|ablauf|ablaufdatum|verfällt|verfallen|auslaufen|ausläuft|ausgelaufen|erlischt"
        "|erlöschen|ungültig|gültig|endet|enden|verfallend|verliert die gültigkeit|gültigkeit",
        Cue.RISK: "gefährdet|gefährdung|gefahr|in gefahr|risiko|risiken|bedroht|auf der kippe|kritisch|wackelt|wackelig|sicher",
        Cue.RENEW: "verlängern|verlängere|verlängert|verlängerung|verlängerungen|jahrestag|jahrestags|erneuern|erneuert|erneuerung|verlängerungsfenster|verlängerungstermin",
        Cue.MEMBER: "mitgliedschaft|mitgliedschaften|abo|abonnement|teilnahme|partnerschaft|mitglied",
        Cue.OVERRIDE: "override|overrides|ausnahme|ausnahmen|außerkraftsetzung|außerkraftsetzungen|sondergenehmigung|ausnahmeregelung"
        "|ausnahmeregelungen|erfolgsaußerkraftsetzung|ausnahmegenehmigung|ausnahmegenehmigungen|achievement override",
        Cue.ACTIVE: "aktiv|aktive|aktiven|gilt|gelten|gültige|in kraft|bestehende|laufende|laufenden|existieren|laufen noch|hält noch|wirksam|bestehen noch",
        Cue.BENEFIT: "vorteil|vorteile|vorteilen|nutzen|bringt|bringen|vergünstigungen|leistungen|bringt uns|haben wir von|lohnt|enthalten|enthält"
        "|vergünstigung|bietet|leistung",
        Cue.NEXT: "nächstes|als nächstes|nächste|nächsten|nächster|als nächste|danach",
        Cue.LEAVE: "geht|gehen|verlässt|verlassen|kündigt|kündigen|gekündigt|weggeht|ausscheidet|ausscheiden|weg|aufhört|wegfällt|ausfällt|gegangen"
        "|weg ist|weg wäre|ginge|verließe|kündigte|ausschiede|geht weg|ausgeschieden",
        Cue.LOSE: "verliere|verlieren|verliert|verlören|verloren|einbüßen|verlust|wegfallen|entfällt",
        Cue.HELP: "hilfe|hilf|hilf mir|was kannst du|was können sie|was kannst du alles|wie funktioniert das|wie funktionierst du|was kann ich fragen|wie geht das"
        "|was kann ich dich fragen|was kann ich sie fragen|wie benutze ich dich|befehle|anleitung|bedienung|was machst du|wer bist du|was bist du|helfen|helfen sie mir|beispiele"
        "|wie funktioniert assay|was kann assay|was kann der bot|bedienungsanleitung|womit kannst du helfen|wobei kannst du helfen|hilfestellung|wer sind sie|was tust du|was weißt du",
        Cue.CENTRE: "kompetenzzentrum|kompetenzzentrums|kompetenzzentren",
        Cue.FIELD: "welche kompetenz|welche kompetenzen|welchen kompetenzen|in welchen kompetenzen|in welcher kompetenz|welche stufe|welche stufen"
        "|welcher stufe|welches level",
        Cue.PEOPLE: "leute|person|personen|mitarbeiter|mitarbeitern|mitarbeiterin|mitarbeiterinnen|kollege|kollegen|kollegin|kolleginnen|viele|wie viele|wieviele|wie viel|wieviel"
        "|viel|anzahl|menschen|entwickler|berater|köpfe|experten|angestellte",
        Cue.SHOW: "zeig|zeige|zeigen|zeig mir|zeige mir|zeigen sie mir|zeig uns|liste|auflisten|gib|gib mir|gib uns|geben sie mir|anzeigen|nenne|nenn|nenne mir|sehen|ansehen"
        "|aufzählen|erklär|erkläre|erklär mir|finde",
    },
    pairs={
        "läuft ab": Cue.EXPIRE,
        "laufen ab": Cue.EXPIRE,
        "liefe ab": Cue.EXPIRE,
        "läuft aus": Cue.EXPIRE,
        "laufen aus": Cue.EXPIRE,
        "trägt bei": Cue.COUNT,
        "tragen bei": Cue.COUNT,
        "zählt mit": Cue.COUNT,
        "zählen mit": Cue.COUNT,
        "sieht aus": Cue.STATUS,
        "sehen aus": Cue.STATUS,
        "siehts aus": Cue.STATUS,
        "sieht's aus": Cue.STATUS,
        "hört auf": Cue.LEAVE,
        "scheidet aus": Cue.LEAVE,
        "fällt aus": Cue.LEAVE,
        "fällt weg": Cue.LOSE,
        "wie läuft": Cue.STATUS,
        "legt ab": Cue.PASS,
        "lege ab": Cue.TAKE,
        "trage ein": Cue.LINK,
        "trag ein": Cue.LINK,
        "steht an": Cue.NEXT,
        "setzt voraus": Cue.NEED,
    },
    dates=DateWords(
        months={
            name: number
            for number, names in enumerate(
                [
                    "januar jänner jan",
                    "februar feber feb",
                    "märz mrz",
                    "april apr",
                    "mai",
                    "juni jun",
                    "juli jul",
                    "august aug",
                    "september sep sept",
                    "oktober okt",
                    "november nov",
                    "dezember dez",
                ],
                1,
            )
            for name in names.split()
        },
        weekdays={
            name: number
            for number, names in enumerate(
                ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag"]
            )
            for name in names.split()
        },
        days={"heute": 0, "morgen": 1, "übermorgen": 2, "gestern": -1, "vorgestern": -2},
        numbers=_NUMBERS,
        units={
            "tag": "day",
            "tage": "day",
            "tagen": "day",
            "woche": "week",
            "wochen": "week",
            "monat": "month",
            "monate": "month",
            "monaten": "month",
            "monats": "month",
            "quartal": "quarter",
            "quartale": "quarter",
            "quartalen": "quarter",
            "quartals": "quarter",
            "jahr": "year",
            "jahre": "year",
            "jahren": "year",
            "jahres": "year",
        },
        until="bis vor",
        on="am zum per",
        within="in im innerhalb binnen während für von",
        since="ab seit vom",
        ago="vor",
        ahead="",
        next="nächste nächsten nächstes nächster nächstem kommende kommenden kommendes kommender",
        last="letzte letzten letztes letzter letztem vergangene vergangenen vorige vorigen",
        this="diese dieser dieses diesen diesem",
        end="ende",
        start="anfang beginn",
        middle="mitte",
        of="des der den dem zum von",
        ends={"monatsende": "month", "jahresende": "year", "quartalsende": "quarter", "wochenende": "week"},
    ),
    level_aliases={
        "silber": "silver",
        "silberne": "silver",
        "silbernen": "silver",
        "goldene": "gold",
        "goldenen": "gold",
    },
    level_suffixes="level stufe status niveau kompetenz partner mitgliedschaft",
    generic="kunden projekt planung lösungen kleine mittlere inhalte verwaltung geräte entwicklung anwendungen und",
    joiners="und",
    longer={},
    never_corrected="wetter witz golf geld gott essen musik urlaub auto haus wald held bier bett",
    forms={
        "need": "Was brauchen wir{level}{field}{on}{programme}?",
        "status": "Wie stehen wir{level}{field}{on}{programme}?",
        "contributors": "Wer zählt{credential}{level}{field}{programme}?",
        "expiring": "Was läuft ab{field}{person}{until}{programme}?",
        "risk": "Sind wir gefährdet{level}{field}{programme}?",
        "renewal": "Wann müssen wir verlängern{level}{programme}?",
        "overrides": "Welche Ausnahmen gelten{field}{programme}?",
        "benefits": "Welche Vorteile gibt es{level}{field}{programme}?",
        "mine": "Was habe ich verknüpft{programme}?",
        "next": "Welche Prüfung {should} als Nächstes ablegen{level}{field}{programme}?",
        "whatif": "Was passiert, wenn {event}{on}{programme}?",
        "link": "Ich habe {credential}{on} bestanden{programme}",
        "help": "Hilfe",
        "unknown": "",
    },
    slots={
        "level": " für {}",
        "competency": " in {}",
        "area": " in {}",
        "area named like a competency": " im Kompetenzzentrum {}",
        "credential": " mit {}",
        "passed": "{}",
        "passed none": "eine Prüfung",
        "person": " von {}",
        "on": " am {}",
        "until": " bis {}",
        "programme": " im Programm {}",
        "should": "soll {}",
        "I": "ich",
        "leave": "{person} geht",
        "lose": "wir {credential} verlieren",
        "gain": "wir {credential} bekommen",
        "lose of person": "{person} {credential} verliert",
        "gain of person": "{person} {credential} besteht",
    },
)

"""What the words of German add to a question. The longest phrase wins; each phrase once."""

from collections.abc import Mapping

from handlers.grammar.words import Cue

CUES: Mapping[Cue, str] = {
    Cue.FILL: """erfolgreich|im jahr|pro jahr|bis|noch bis|bis zu|bis zum|bis zur|auszeichnung|auszeichnungen
        |designation|gibt's|gibts
        |irgendwelche|bald|demnächst|in zukunft
        |zukünftig|derzeitige|derzeitigen|momentane|heutige|aktuelle|unbedingt|konkret|konkrete|genaue
        |genauen|genauer|hinsichtlich|bezüglich|in sachen|was angeht|zum thema|thema|gerade noch
        |immer weiter|noch immer|sonst|sonst noch|außerdem|zudem|tatsächlich|wirklich|bloß|doch|halt|ja noch
        |liebe|lieber|lieber assay|kollegen hier|freunde|zusammen|hallo zusammen|moin zusammen
        |mein chef fragt|chef fragt|chefin fragt|fragt|will wissen|möchte wissen|weiß jemand|kürzlich
        |neulich|soeben|endlich|neue|neuen|andere|anderen|bestimmte|bestimmten|info|infos|details|auskunft
        |gesamt|gesamte|gesamten|fachgebiet|in der kompetenz|im bereich|feld|seit wann genau|pls|mfg
        |viele grüße|grüße|gruß|lg|gestellt|sobald|je|jeweils|jede|jeder|hätte gern|hätte gerne|wüsste gern
        |ich hätte gern|ich hätte gerne|gefragt|man|einen|uns bitte|der|die|das|den|dem|des|ein|eine|einem
        |einer|eines|in|im|ins|an|am|auf|bei|beim|mit|von|vom|zu|zum|zur|für|fur|fuer|aus|nach|über|als|und
        |oder|aber|dann|dass|es|noch|schon|bereits|gerade|aktuell|aktuellen|aktueller|derzeit|momentan
        |zurzeit|im moment|zur zeit|jetzt|nun|eben|mal|denn|eigentlich|genau|auch|nur|bitte|danke
        |vielen dank|hallo|hi|hey|moin|servus|guten morgen|guten tag|liebe grüße|assay|@assay
        |kannst du mir sagen|kannst du mir bitte sagen|können sie mir sagen|können sie mir bitte sagen
        |könntest du mir sagen|könnten sie mir sagen|kannst du|können sie|könntest du|könnten sie
        |könntest du mir bitte sagen|weißt du|wissen sie|sag mir|sag mir bitte|sag|sagen|sagen sie mir
        |ich wüsste gern|ich möchte wissen|ich will wissen|mir|wissen|kurze frage|frage|kurz|team|leute hier
        |firma|unternehmen|organisation|level|levels|stufe|stufen|status-level|kompetenz|kompetenzen|bereich
        |gebiet|programm|insgesamt|bisher|überhaupt|so|weiter|weitere|weiteren|alle|alles|allem|da
        |dort|hier|dafür|dazu|damit|daran|davon|darin|gibt|gibt es|geben|worden|welche von|ok|okay|also|ja
        |wohl|vielleicht|etwa|ungefähr|heutigen|offiziell|unter|umgehend|dringend|schnell|zusätzlich
        |mindestens|sein|um|pro|sie uns|gern|gerne|wieder|bei uns|in unserer firma|in unserem team
        |in unserem unternehmen|im team|in der firma|seitig|s|dieses|diese|dieser|möglichst|ganz|einmal
        |immer|immer noch|nächste stufe|eurer meinung|ebenfalls|uns mal|nochmal|ab sofort|dies|sich""",
    Cue.ANY: "etwas|irgendetwas|irgendwas",
    Cue.WHO: """wer|wer alles|wer noch|wen|wem|wessen|welche leute|welche person|welche personen
        |welche mitarbeiter|welcher mitarbeiter|welche mitarbeiterin|welche mitarbeiterinnen|welche kollegen
        |welcher kollege|welche kolleginnen|wer von uns|jemand|irgendjemand|welche unserer mitarbeiter
        |welche unserer leute|wer bei uns|wer im team""",
    Cue.WHAT: "woran|worin|wofür|welch|was|welche|welcher|welches|welchen|welchem|was für",
    Cue.WHEN: """datum|termin|frist|stichtag|spätestens|zeitpunkt|deadline|wann|bis wann|wie lange
        |wie lange noch bis|wie lange bis|ab wann|wann genau|an welchem tag|zu welchem datum|zu welchem termin""",
    Cue.HOW: "wo|womit|auf welchem weg|wie gut|wie|auf welche weise|wodurch",
    Cue.WHY: "warum|wieso|weshalb|weswegen",
    Cue.BE: "ist|sind|bin|war|waren|sei|bleibt|bleiben|wurde|wurden|wär|wäre",
    Cue.DO: "tun|machen|mache|unternehmen wir|leisten",
    Cue.WE: """hamma|hammer mir|samma|unsre|unsrer|unsern|unsere firma|unser team|unser unternehmen|unserer firma
        |unsere organisation|wir als firma|wir bei uns|wir|uns|unser|unsere|unserer|unseren|unserem|unseres""",
    Cue.WISH: "ich möchte|ich will|ich würde gern|ich würde gerne|ich plane|ich hoffe",
    Cue.I: "ich|mich",
    Cue.MY: "bei mir|für mich|von mir|mein|meine|meiner|meinen|meinem|meines",
    Cue.YOU: """er|ihm|ihn|ihrer|ihre|ihren|seine|seinen|seiner|eure|euer|eurem|euren|deren|dessen
        |die anderen|die andern|den anderen|andere firmen|andere unternehmen|unsere kunden|unseren kunden
        |unsere mitbewerber|unsere wettbewerber|du|dir|dich|dein|deine|sie|ihnen|ihr|euch|bist""",
    Cue.NOT: """durchgefallen|gefallen|durch gefallen|versemmelt|vermasselt|verhauen
        |durchgerasselt|verpasst|abgesagt|storniert|nicht|nich|kein|keine|keinen|keiner|keinem|nie|niemals
        |niemand|fast|beinahe|außer|weder|statt|noch nicht|noch kein|noch keine""",
    Cue.WITHOUT: "ohne",
    Cue.IF: """wenn|falls|was wäre wenn|was wäre|was passiert wenn|was passiert falls
        |was passiert|was geschieht|was geschieht wenn|angenommen|was würde passieren
        |was würde passieren wenn|was bedeutet es wenn|was heißt es wenn|sofern""",
    Cue.CAN: "kann|können|könnte|könnten|dürfen|darf|möglich|in der lage",
    Cue.MUST: "muss|müssen|müssten|muß|haben zu",
    Cue.SHOULD: """am besten|am sinnvollsten|sinnvoll|empfiehlst|empfehlen|empfehlung|empfohlen|rätst
        |besten|soll|sollen|sollte|sollten|sollst""",
    Cue.WILL: "werde|wird|werden|würde|würden|will|wollen",
    Cue.CONTRIBUTOR: "angerechnete personen|angerechneten personen",
    Cue.NEED: """schnellste weg|schnellster weg|kürzeste weg|kürzester weg|scheitert|scheitert's|scheiterts
        |scheitert es|noch wen|wen noch|brauchma|brauch ma|brauchts
        |braucht's|brauchen würden|muss man|benötigte|benötigten|zu tun
        |noch zu tun|ausstehende|offene|offenen|fehlten|gefehlt|mangel|es fehlt|verlangt wird|vorzuweisen
        |vorweisen|nachweisen|was braucht es|braucht man|lücke|hapert|hakt|notwendigen|nötigen
        |benötigen würden|vonnöten|möchten|anforderungsliste|brauche|brauchen|braucht|brauch|bräuchten
        |benötige|benötigen|benötigt|fehlt|fehlen|fehlend|fehlende|fehlenden|nötig|notwendig|erforderlich
        |erforderliche|anforderung|anforderungen|voraussetzung|voraussetzungen|bedingung|bedingungen|bedarf
        |lücken|offen|verlangt|gefordert|vorausgesetzt|ausstehend|kriterien|mangelt|was es braucht
        |setzt voraus|gebraucht|bedarfs|kriterium""",
    Cue.HAVE: "hätte|hätten|besäße|innehaben|habe|haben|hat|hab|hatte|hatten|besitzt|besitzen|besitze",
    Cue.HOLD: "hält|halten|verfügt|verfügen|trägt den titel|innehat",
    Cue.REACH: """erreichten|erlangten|zu erreichen|zu bekommen|zu erlangen|zu schaffen|packen|holen
        |geholt|geworden|zu kommen|erworbenen|erworbene|erreiche|erreichen|erreicht|schaffen
        |schafft|qualifiziert|qualifizieren|verdienen|verdient|erlangen|erlangt|erzielen|erzielt|erwerben
        |erworben|geschafft|gelangen|kommen|hinkommen""",
    Cue.GET: "bekommen|bekommt|bekomme|kriegen|kriegt|erhalten|erhält|werden wir|gewinnen",
    Cue.MEET: """erfüllt sein|erfüllt werden|zu erfüllen|erfüllten|gerecht werden|genügen|erfülle
        |erfüllen|erfüllt""",
    Cue.STATUS: """wie schauts aus|wie schauts|schauts aus|schauts|schon sicher|bereits sicher|nah dran|dran
        |kurz vor|auf kurs|sieht unser|wo stehen|statusbericht|bilanz
        |positioniert|ausschauen|schaut es aus|wie schaut es aus|wie schaut's aus|schaut's aus|standings
        |stand|status|stehe|stehen|steht|dastehen|wie weit|weit|überblick|übersicht|fortschritt|lage
        |zwischenstand|sieht es aus|wie sieht es aus|sieht's aus|läuft es|wie läuft es|wie läuft's|läuft's
        |aufgestellt|kenntnisstatus|wie nah|nah|statusübersicht|entfernt|nahe|sachstand|standort""",
    Cue.COUNT: """steht hinter|dahinter|hinter|ausmachen|verantwortlich|einbezogen|qualifizierend
        |beiträge|sorgt|zähle|zählen|zählt|angerechnet|anrechnen|angerechnete|anrechenbar|beiträgt|beitragen
        |beigetragen|mitzählt|gezählt|gewertet|zugerechnet|mitzählen|eingerechnet|berücksichtigt""",
    Cue.PASS: """zertifiziert|zertifiziert für|bestandene|bestandenen|durchbekommen
        |hinter mich gebracht|geprüft|bestanden|bestehe|bestehen|besteht|absolviert|abgeschlossen|gemeistert
        |bestand""",
    Cue.TAKE: """angreifen|starten|mache ich|macht|in angriff nehmen|anpacken|vorbereiten|anstreben
        |ablegen|ablege|abgelegt|schreiben|lernen|belegen|angehen|nehmen|vornehmen|absolvieren|anmelden""",
    Cue.LINK: """profil|verbinden|verbunden|aufnehmen|aufgenommen|buchen|verbuchen|anrechnen lassen|melden
        |melde|registriere|erfass|ergänzen|ergänze|nachtragen|nachtrag|abspeichern|speichern|eingereicht
        |verknüpfe|verknüpfen|verknüpft|verknüpfung|eintragen|eingetragen|erfassen|erfasst|hinterlegt
        |hinterlegen|gespeichert|registriert|registrieren|zugeordnet|hinzufügen|hinzugefügt|gemeldet
        |vermerkt|trag|trage|notiere|verlinkt|verlinke""",
    Cue.EXAM: """zertifizierungsprüfung|zertifizierungsprüfungen|badge|badges|schulung|schulungen
        |kursen|leistungsnachweis|leistungsnachweise|prüfungsnummer|prüfung|prüfungen|zertifizierung
        |zertifizierungen|zertifikat|zertifikate|zertifikaten|nachweis|nachweise|erfolg|erfolge|erfolgen
        |test|tests|bewertung|bewertungen|technische bewertung|technische bewertungen|abschluss|abschlüsse
        |examen|exam|exams|qualifikation|qualifikationen|assessment|assessments|kurs|kurse""",
    Cue.EXPIRE: """verlieren ihre gültigkeit|verliert seine gültigkeit|verliert ihre gültigkeit
        |ablaufdaten|endend|ungültig werden|zu ende|abzulaufen|auslaufend|fällig|ablaufen|abläuft|läuft ab|laufen ab
        |abgelaufen|abgelaufene|ablaufende|ablauf|ablaufdatum|verfällt|verfallen|auslaufen|ausläuft
        |ausgelaufen|erlischt|erlöschen|ungültig|gültig|endet|enden|verfallend|verliert die gültigkeit
        |gültigkeit""",
    Cue.RISK: """droht|drohen|sorgen|sorgen machen|uns sorgen machen|wo brennts|wo brennt's|brennts|riskant
        |gefährden|unsicher
        |brenzlig|brennt|in gefahr geraten|bedrohung|wackeln
        |verlieren wir|gefährdet|gefährdung|gefahr|in gefahr|risiko|risiken|bedroht|auf der kippe|kritisch|wackelt
        |wackelig|sicher""",
    Cue.RENEW: """aufsteigen|kaufen|wechseln|upgrade|upgraden|hochstufen|hochgestuft|hochstufung|aufstufen
        |zu verlängern|verlängerbar
        |neu kaufen|erneut kaufen|verlängerungsdatum
        |jahrestermin|weiterführen|verlängern|verlängere|verlängert|verlängerung|verlängerungen|jahrestag
        |jahrestags|erneuern|erneuert|erneuerung|verlängerungsfenster|verlängerungstermin""",
    Cue.MEMBER: """mpn-mitgliedschaft|partnerstatus|teilnahmen|mitgliedschaft|mitgliedschaften|abo
        |abonnement|teilnahme|partnerschaft|mitglied""",
    Cue.OVERRIDE: """override|overrides|ausnahme|ausnahmen|außerkraftsetzung|außerkraftsetzungen
        |sondergenehmigung|ausnahmeregelung|ausnahmeregelungen|erfolgsaußerkraftsetzung|ausnahmegenehmigung
        |ausnahmegenehmigungen|achievement override""",
    Cue.ACTIVE: """aktiv|aktive|aktiven|gilt|gelten|gültige|in kraft|bestehende|laufende|laufenden
        |existieren|läuft|laufen|laufen noch|beginnt|öffnet|beginn|hält noch|wirksam|bestehen noch""",
    Cue.BENEFIT: """kostet|kosten|preis|preise|wie teuer|teuer|gebühr|gebühren|bringt's|bringts|bringt es|wert
        |was haben wir davon|davon haben wir|haben wir davon|pluspunkte|vorzüge|nützt|nutzt
        |lohnen|rabatte|rechte|gewinn|vorteil|vorteile|vorteilen|nutzen|bringt|bringen|vergünstigungen
        |leistungen|bringt uns|haben wir von|lohnt|lohnt sich|enthalten|enthält|vergünstigung|bietet|leistung""",
    Cue.NEXT: """nächstens|als erstes|weiter|nächstes|als nächstes|nächste|nächsten|nächster
        |als nächste|danach""",
    Cue.LEAVE: """gehe|kündige|aufhöre|weggehe|verlasse|aussteige|aussteigt|aufhören|uns verlässt
        |das unternehmen verlässt|die firma verlässt
        |weggehen|wechselt|in rente geht|kündigen würde|verlassen würde|gehen würde|ausfallen würde
        |nicht mehr da ist|nicht mehr da wäre|weggegangen|rauswerfen|entlassen|rausfliegt|abspringt|austritt
        |krank wird|nicht mehr hier ist|ausscheiden würde|geht|gehen|verlässt|verlassen|kündigt|kündigen
        |gekündigt|weggeht|ausscheidet|ausscheiden|weg|aufhört|wegfällt|ausfällt|gegangen|weg ist|weg wäre
        |ginge|verließe|kündigte|ausschiede|geht weg|ausgeschieden""",
    Cue.LOSE: """verloren geht|verloren ginge|wegfiele|wegbricht|abhanden kommt|verlieren würden
        |einbüssen|entzogen|verliere|verlieren|verliert|verlören|verloren|einbüßen|verlust|wegfallen
        |entfällt""",
    Cue.HELP: """was kann man dich fragen|was kann man fragen|wie kannst du helfen|wie kannst du mir helfen
        |was kannst du tun|was können sie tun
        |was geht hier|welche befehle gibt es|erkläre dich|funktionen|kannst du mir helfen
        |können sie mir helfen|wie benutze ich das|wie bedient man dich|einführung|was darf ich fragen
        |was ist assay|wer ist assay|hilfe|hilf|hilf mir|was kannst du|was können sie|was kannst du alles
        |wie funktioniert das|wie funktionierst du|was kann ich fragen|wie geht das|was kann ich dich fragen
        |was kann ich sie fragen|wie benutze ich dich|befehle|anleitung|bedienung|was machst du|wer bist du
        |was bist du|helfen|helfen sie mir|beispiele|wie funktioniert assay|was kann assay|was kann der bot
        |bedienungsanleitung|womit kannst du helfen|wobei kannst du helfen|hilfestellung|wer sind sie
        |was tust du|was weißt du""",
    Cue.CENTRE: "kompetenzzentrum|kompetenzzentrums|kompetenzzentren",
    Cue.FIELD: """welche kompetenz|welche kompetenzen|welchen kompetenzen|in welchen kompetenzen
        |in welcher kompetenz|welche stufe|welche stufen|welcher stufe|welches level""",
    Cue.PEOPLE: """leute|person|personen|mitarbeiter|mitarbeitern|mitarbeiterin|mitarbeiterinnen
        |kollege|kollegen|kollegin|kolleginnen|viele|wie viele|wieviele|wie viel|wieviel|viel|anzahl
        |menschen|entwickler|berater|köpfe|experten|angestellte""",
    Cue.SHOW: """zeigst du mir|zeigen sie|liste mir|liste auf|gibst du mir|zeig|zeige|zeigen
        |zeig mir|zeige mir|zeigen sie mir|zeig uns|liste|auflisten|gib|gib mir|gib uns|geben sie mir
        |anzeigen|nenne|nenn|nenne mir|sehen|ansehen|aufzählen|erklär|erkläre|erklär mir|finde""",
}

PAIRS: Mapping[str, Cue] = {
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
    "weit weg": Cue.STATUS,
    "weit entfernt": Cue.STATUS,
    "legt ab": Cue.PASS,
    "lege ab": Cue.TAKE,
    "trage ein": Cue.LINK,
    "trag ein": Cue.LINK,
    "steht an": Cue.NEXT,
    "steht aus": Cue.NEED,
    "stehen aus": Cue.NEED,
    "setzt voraus": Cue.NEED,
}
"""Words that may stand apart, as in "läuft ... ab"."""

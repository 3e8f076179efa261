"""What the words of German add to a question. The longest phrase wins; each phrase once."""

from collections.abc import Mapping

from handlers.grammar.words import Cue

CUES: Mapping[Cue, str] = {
    Cue.FILL: """in den nächsten tagen|in den kommenden tagen|in den nächsten paar tagen
            |in den kommenden paar tagen|innerhalb der nächsten tagen|in den nächsten wochen|in den kommenden wochen
            |in den nächsten paar wochen|in den kommenden paar wochen|innerhalb der nächsten wochen
            |in den nächsten monaten|in den kommenden monaten|in den nächsten paar monaten
            |in den kommenden paar monaten|innerhalb der nächsten monaten|einschließlich|kam die meldung dass
            |kam die nachricht dass|kam eine meldung dass|kam eine nachricht dass|kam die mail dass|heißt es dass
            |erfolgreich|im jahr|pro jahr|bis|noch bis|bis zu|bis zum|bis zur|auszeichnung|auszeichnungen
            |designation|gibt's|gibts|irgendwelche|bald|demnächst|in zukunft|zukünftig|derzeitige|derzeitigen
            |momentane|heutige|aktuelle|unbedingt|konkret|konkrete|genaue|genauen|genauer|hinsichtlich|bezüglich
            |in sachen|was angeht|zum thema|thema|gerade noch|immer weiter|noch immer|sonst|sonst noch|außerdem
            |zudem|tatsächlich|wirklich|bloß|doch|halt|ja noch|liebe|lieber|lieber assay|kollegen hier|freunde
            |zusammen|hallo zusammen|moin zusammen|mein chef fragt|chef fragt|chefin fragt|fragt|will wissen
            |möchte wissen|weiß jemand|kürzlich|neulich|soeben|endlich|neue|neuen|andere|anderen|bestimmte
            |bestimmten|info|infos|details|auskunft|gesamt|gesamte|gesamten|fachgebiet|in der kompetenz|im bereich
            |feld|seit wann genau|pls|mfg|viele grüße|grüße|gruß|lg|gestellt|sobald|je|jeweils|jede|jeder|hätte gern
            |hätte gerne|wüsste gern|ich hätte gern|ich hätte gerne|gefragt|man|einen|uns bitte|der|die|das|den|dem
            |des|ein|eine|einem|einer|eines|in|im|ins|an|am|auf|bei|beim|mit|von|vom|zu|zum|zur|für|fur|fuer|aus
            |nach|über|als|und|oder|aber|dann|dass|es|noch|schon|bereits|gerade|aktuell|aktuellen|aktueller|derzeit
            |momentan|zurzeit|im moment|zur zeit|jetzt|nun|eben|mal|denn|eigentlich|genau|auch|nur|bitte|danke
            |vielen dank|hallo|hi|hey|moin|servus|guten morgen|guten tag|liebe grüße|assay|@assay
            |kannst du mir sagen|kannst du mir bitte sagen|können sie mir sagen|können sie mir bitte sagen
            |könntest du mir sagen|könnten sie mir sagen|kannst du|können sie|könntest du|könnten sie
            |könntest du mir bitte sagen|weißt du|wissen sie|sag mir|sag mir bitte|sag|sagen|sagen sie mir
            |ich wüsste gern|ich möchte wissen|ich will wissen|mir|wissen|kurze frage|frage|kurz|team|leute hier
            |firma|unternehmen|organisation|level|levels|stufe|stufen|status-level|kompetenz|kompetenzen|bereich
            |gebiet|programm|insgesamt|bisher|überhaupt|so|weiter|weitere|weiteren|alle|alles|allem|da|dort|hier
            |dafür|dazu|damit|daran|davon|darin|gibt|gibt es|geben|worden|welche von|ok|okay|also|ja|wohl|vielleicht
            |etwa|ungefähr|heutigen|offiziell|unter|umgehend|dringend|schnell|zusätzlich|mindestens|sein|um|pro
            |sie uns|gern|gerne|wieder|bei uns|in unserer firma|in unserem team|in unserem unternehmen|im team
            |in der firma|seitig|s|dieses|diese|dieser|möglichst|ganz|einmal|immer|immer noch|nächste stufe
            |eurer meinung|ebenfalls|uns mal|nochmal|ab sofort|dies|sich|dabei|wenigstens|zumindest|immerhin
            |inzwischen|mittlerweile|zwischenzeitlich|unterdessen|nunmehr|allmählich|langsam|eh|sowieso|ohnehin
            |schlicht|einfach|ehrlich|gell|ne|oder nicht|oder was|oder wie|oder doch|na|naja|äh|hm|tja|so langsam
            |demnächst mal|in nächster zeit|in der nächsten zeit|nächstens mal|größte|größten|wichtigste|wichtigsten
            |hauptsächlich|vor allem|ich weiß nicht|weiß nicht|keine ahnung|ich habe keine ahnung|bin nicht sicher
            |ich bin nicht sicher|nur so|ganz kurz|schnell mal|mal kurz|nebenbei|übrigens|sag doch mal|sagt mal
            |sag mal|sagt uns|sag uns|in der tasche|im sack|in petto|unter dach und fach|sodass|so dass|um zu|bevor
            |ehe|die für|der für|das für|aller|allen|sämtliche|sämtlichen|jedes|jeden|jedem|einige|einigen|manche
            |paar|ein paar|entsprechend|entsprechende|jeweilige|jeweiligen|betreffend|zuletzt genannte|bitteschön
            |dankeschön|danke dir|danke schön|tschüss|ciao|hallihallo|guten abend|grüß dich|grüß gott|zusätzliche
            |zusätzlichen|extra|obendrauf|nach wie vor|weiterhin|künftig|künftige|künftigen|anstehend|anstehende
            |anstehenden|demnächstige|dereinst|genannt|selbst|selber|eigene|eigenen|ganze|ganzen|komplett|komplette
            |kompletten|vollständig|vollständige|vollständigen|laut|gemäß|zufolge|zwecks|seitens|innert|stand heute
            |was genau|gleich|sofort|zeitnah|tatsächliche|nämlich|jedenfalls|allerdings|jedoch|freilich|mir bitte
            |bitte mir|bitte mal|doch bitte|doch mal|mal bitte|mal wieder""",
    Cue.POLITE: """kannst du|könntest du|können sie|könnten sie|kannst du bitte|könntest du bitte|können sie bitte
            |würdest du bitte|magst du|wärst du so nett|würden sie bitte""",
    Cue.SAID: "sagt|sagte|meint|meinte|schrieb|behauptet|glaubt|denkt|erzählt|berichtet|meldet|versprach",
    Cue.ANY: "etwas|irgendetwas|irgendwas",
    Cue.WHO: """wer|wer alles|wer noch|wen|wem|wessen|welche leute|welche person|welche personen
            |welche mitarbeiter|welcher mitarbeiter|welche mitarbeiterin|welche mitarbeiterinnen|welche kollegen
            |welcher kollege|welche kolleginnen|wer von uns|jemand|irgendjemand|welche unserer mitarbeiter
            |welche unserer leute|wer bei uns|wer im team|alle mit|jeder mit|jemand mit|jemanden mit|jemanden
            |irgendwer|irgendwen|leute mit|kollegen mit|mitarbeiter mit|personen mit|welche personen mit|alle die
            |alle leute mit|aller leute mit|aller mitarbeiter mit|namen|wer von euch|wer aus dem team
            |wer in der firma|wer bei uns im team|auf wen|auf wem|an wem|durch wen""",
    Cue.WHAT: """woran|worin|wofür|welch|was|welche|welcher|welches|welchen|welchem|was für|woraus|womit genau
            |wozu""",
    Cue.WHEN: """datum|termin|frist|stichtag|spätestens|zeitpunkt|deadline|wann|bis wann|wie lange
            |wie lange noch bis|wie lange bis|ab wann|wann genau|an welchem tag|zu welchem datum|zu welchem termin
            |wan|wie viele tage|wieviele tage|wie viele wochen|wieviele wochen|wie viele monate|wieviele monate
            |wie viele tage noch|wie viel zeit|wieviel zeit|wie viel zeit noch|wann spätestens|wann frühestens
            |frühestens|bis spätestens wann|bis zu welchem datum|bis zu welchem tag|bis zu welchem termin
            |zu welchem zeitpunkt|zu wann|auf wann|seit wann|von wann|wann denn|an welchem datum|tage noch
            |höchste zeit|an der zeit|zeit""",
    Cue.HOW: "wo|womit|auf welchem weg|wie gut|wie|auf welche weise|wodurch",
    Cue.WHY: """warum|wieso|weshalb|weswegen|wie kommt es dass|wie kommt's dass|aus welchem grund|woher kommt
            |der grund|grund""",
    Cue.BE: "ist|sind|bin|war|waren|sei|bleibt|bleiben|wär|wäre|seien",
    Cue.DO: "tun|machen|mache|unternehmen wir|leisten|passieren|geschehen|tut",
    Cue.WE: """hamma|hammer mir|samma|unsre|unsrer|unsern|unsere firma|unser team|unser unternehmen
            |unserer firma|unsere organisation|wir als firma|wir bei uns|wir|uns|unser|unsere|unserer|unseren
            |unserem|unseres""",
    Cue.WISH: """ich möchte|ich will|ich würde gern|ich würde gerne|ich plane|ich hoffe|ich wünschte
            |ich möchte gern|ich möchte gerne|ich habe vor|ich beabsichtige|ich versuche|versuchen""",
    Cue.I: "ich|mich",
    Cue.MY: "bei mir|für mich|von mir|mein|meine|meiner|meinen|meinem|meines",
    Cue.YOU: """er|ihm|ihn|ihrer|ihre|ihren|seine|seinen|seiner|eure|euer|eurem|euren|deren|dessen|die anderen
            |die andern|den anderen|andere firmen|andere unternehmen|unsere kunden|unseren kunden|unsere mitbewerber
            |unsere wettbewerber|du|dir|dich|dein|deine|sie|ihnen|ihr|euch|bist|euer team|bei euch|hast du|weißt du
            |kennst du|bei dir|würdest du|würdest|hast|weißt|kennst|würden sie|haben sie|deiner|deinen|deinem""",
    Cue.NOT: """durchgefallen|gefallen|durch gefallen|versemmelt|vermasselt|verhauen|durchgerasselt|verpasst
            |abgesagt|storniert|nicht|nich|kein|keine|keinen|keiner|keinem|nie|niemals|niemand|fast|beinahe|außer
            |weder|statt|noch nicht|noch kein|noch keine|begann|startete|vergeigt|vergeigte|verkackt|verbockt
            |gescheitert|gescheiterte|nicht mehr|lösch|lösche|löschen|löscht|entferne|entfernen|beende|beenden
            |stoppe|stopp|widerrufe|widerrufen|verfehlen|verfehlt""",
    Cue.WITHOUT: "ohne",
    Cue.IF: """wenn|falls|was wäre wenn|was wäre|was passiert wenn|was passiert falls|was passiert
            |was geschieht|was geschieht wenn|angenommen|was würde passieren|was würde passieren wenn
            |was bedeutet es wenn|was heißt es wenn|sofern|was passiert wen|was wäre wen|was ist wenn|was ist wen
            |was wenn|was ändert sich wenn|was ändert sich|was würde sich ändern wenn|was hätte es für folgen wenn
            |welche folgen hätte es wenn|welche folgen hat es wenn|was hat es für folgen wenn|folgen|folge
            |auswirkung|auswirkungen|konsequenz|konsequenzen|welche auswirkungen hätte es wenn
            |welche auswirkungen hat es wenn|was heißt das wenn|was bedeutet das wenn|stell dir vor
            |stellen wir uns vor|nehmen wir an|gesetzt den fall|mal angenommen|im falle|im fall|für den fall dass
            |für den fall""",
    Cue.CAN: """kann|können|könnte|könnten|dürfen|darf|möglich|in der lage|könn|imstande|erlaubt|gestattet
            |lässt sich|kriegen wir hin""",
    Cue.MUST: "muss|müssen|müssten|muß|haben zu",
    Cue.SHOULD: """am besten|am sinnvollsten|sinnvoll|empfiehlst|empfehlen|empfehlung|empfohlen|rätst|besten|soll
            |sollen|sollte|sollten|sollst|vorschlag|vorschläge|vorschlagen|vorschlägst|schlag vor|schlägst vor
            |schlägst du vor|tipp|tipps|rat|rate|raten|empfiehl|empfehle|empfiehlt|empfiehlst du|empfehlungen
            |würdest du empfehlen|würdest du mir empfehlen|bietet sich an|bietet sich|ratsam|am meisten|meisten
            |am ehesten|am klügsten|klug|klügste|passend|passt|passt am besten|ideal|sinnvollste|sinnvollsten
            |geeignet|lohnendste|gute prüfung|gutes zertifikat|gute zertifizierung""",
    Cue.WILL: "werde|wird|werden|würde|würden|will|wollen",
    Cue.CONTRIBUTOR: "angerechnete personen|angerechneten personen",
    Cue.NEED: """schnellste weg|schnellster weg|kürzeste weg|kürzester weg|scheitert|scheitert's|scheiterts
            |scheitert es|noch wen|wen noch|brauchma|brauch ma|brauchts|braucht's|brauchen würden|muss man|benötigte
            |benötigten|zu tun|noch zu tun|ausstehende|offene|offenen|fehlten|gefehlt|mangel|es fehlt|verlangt wird
            |vorzuweisen|vorweisen|nachweisen|was braucht es|braucht man|lücke|hapert|hakt|notwendigen|nötigen
            |benötigen würden|vonnöten|möchten|anforderungsliste|brauche|brauchen|braucht|brauch|bräuchten|benötige
            |benötigen|benötigt|fehlt|fehlen|fehlend|fehlende|fehlenden|nötig|notwendig|erforderlich|erforderliche
            |anforderung|anforderungen|voraussetzung|voraussetzungen|bedingung|bedingungen|bedarf|lücken|offen
            |verlangt|gefordert|vorausgesetzt|ausstehend|kriterien|mangelt|was es braucht|setzt voraus|gebraucht
            |bedarfs|kriterium|steht zwischen|stehen zwischen|steht noch zwischen|steht im weg|stehen im weg|im weg
            |im wege|hürde|hürden|hindernis|hindernisse|hindert uns|hindert|baustelle|baustellen|stolperstein
            |stolpersteine|engpass|zu erledigen|erledigen|erledigt werden|noch zu machen|noch zu leisten|to do|todo
            |todos|aufgaben|offene punkte|ausständig|ausständige|fehlbetrag|fehlendes|fehlender|fehlstand|fehle
            |bräucht|bräuchte|bräuchte es|bräuchts|bräucht's|braucht es|benötigten wir|benötigst|woran fehlt es
            |woran fehlt's|woran mangelt es|krankt|klemmt|klemmt es|klemmt's|klemmts|muss her|müssen her|her muss
            |geht uns ab|ginge uns ab|geht ab|bis zu gold fehlt|erfüllen müssen|leisten müssen|tun müssen
            |machen müssen|vorweisen müssen|checkliste|was für auflagen|auflage|auflagen|vorgabe|vorgaben
            |mindestanforderung|mindestanforderungen|maßgabe|maßgaben|verlangen|fordert|fordern|nötige|nötiges
            |benötigte nachweise""",
    Cue.HAVE: """hätte|hätten|besäße|innehaben|habe|haben|hat|hab|hatte|hatten|besitzt|besitzen|besitze|haste
            |hätt|hätte man|inne|besessen|vorhanden|vorliegen|liegt vor|da haben""",
    Cue.HOLD: "hält|halten|verfügt|verfügen|trägt den titel|innehat",
    Cue.REACH: """erreichten|erlangten|zu erreichen|zu bekommen|zu erlangen|zu schaffen|packen|holen|geholt
            |geworden|zu kommen|erworbenen|erworbene|erreiche|erreichen|erreicht|schaffen|schafft|qualifiziert
            |qualifizieren|verdienen|verdient|erlangen|erlangt|erzielen|erzielt|erwerben|erworben|geschafft|gelangen
            |kommen|hinkommen|hinkriegen|hinbekommen|rankommen|ran kommen|drankommen|gelingt|gelingen|klappt|klappen
            |klappt's|klappts|ergattern|sichern|gesichert|erreichbar|schafften|schaffe|schaffen wir's|schaffen wirs
            |aufsteigen zu""",
    Cue.GET: "bekommen|bekommt|bekomme|kriegen|kriegt|erhalten|erhält|werden wir|gewinnen",
    Cue.MEET: """erfüllt sein|erfüllt werden|zu erfüllen|erfüllten|gerecht werden|genügen|erfülle|erfüllen
            |erfüllt""",
    Cue.STATUS: """fehlt noch viel|fehlt viel|fehlt uns noch viel|fehlt uns viel|wie schauts aus|wie schauts
            |schauts aus|schauts|schon sicher|bereits sicher|nah dran|dran|kurz vor|auf kurs|sieht unser|wo stehen
            |statusbericht|bilanz|positioniert|ausschauen|schaut es aus|wie schaut es aus|wie schaut's aus
            |schaut's aus|standings|stand|status|stehe|stehen|steht|dastehen|wie weit|weit|überblick|übersicht
            |fortschritt|lage|zwischenstand|sieht es aus|wie sieht es aus|sieht's aus|läuft es|wie läuft es
            |wie läuft's|läuft's|aufgestellt|kenntnisstatus|wie nah|nah|statusübersicht|entfernt|nahe|sachstand
            |standort|wie schaut's|schaut aus|schaut|stünden|stünde|stünden wir da|stehn|stehts|steht's|wie stehts
            |wie steht's|wie steht es um|steht es um|steht es mit|steht es|im soll|im plan|im rückstand
            |im hintertreffen|auf einem guten weg|auf gutem weg|auf dem weg|unterwegs|vorangekommen|vorankommen
            |voran|fortgeschritten|bericht|lagebericht|report|kurzbericht|statusupdate|update|stand der dinge
            |position|situation|ausgangslage|einordnung|abschneiden|sitzen wir|in ordnung|gut da|gut aufgestellt""",
    Cue.COUNT: """steht hinter|dahinter|hinter|ausmachen|verantwortlich|einbezogen|qualifizierend|beiträge|sorgt
            |zähle|zählen|zählt|angerechnet|anrechnen|angerechnete|anrechenbar|beiträgt|beitragen|beigetragen
            |mitzählt|gezählt|gewertet|zugerechnet|mitzählen|eingerechnet|berücksichtigt|steckt|stecken
            |steckt hinter|stecken hinter|stützt sich|stützt|stützen|beruht|beruhen|basiert|basieren|baut|fußt|trägt
            |tragen|getragen|hängt an|hängt ab|hängen ab|abhängig|sorgen dafür|sorgt dafür|stehen hinter|einzahlt
            |zahlt ein|zahlen ein|anzurechnen|rechnet sich an|angerechnet werden|gezählt werden|zählbar|einfließen
            |fließt ein|verdanken|verdanken wir""",
    Cue.PASS: """zertifiziert|zertifiziert für|bestandene|bestandenen|durchbekommen|hinter mich gebracht|geprüft
            |bestanden|bestehe|bestehen|besteht|absolviert|abgeschlossen|gemeistert|bestand|erfolgreich abgelegt
            |erfolgreich absolviert|erfolgreich gemacht|erfolgreich abgeschlossen|zertifizierte|zertifizierten
            |zertifizierter|gepackt|gerockt|durch mit|hinter mir|mit erfolg abgelegt|gemeistert habe|bestünde
            |bestanden hat|bestanden habe|bestandne|bestandener|geschafft habe""",
    Cue.TAKE: """angreifen|starten|mache ich|macht|in angriff nehmen|anpacken|vorbereiten|anstreben|ablegen
            |ablege|abgelegt|schreiben|lernen|belegen|angehen|nehmen|vornehmen|absolvieren|anmelden|weitermachen
            |weiterlernen|mir vornehmen|vornehme|in angriff nehme|dranhängen|vorbereite|lerne|lernt|schreibe
            |schreibt|nehme|absolviere|absolviert als nächstes|angehe|angegangen|beginnen|beginne|büffeln|ran
            |mich anmelden|mache""",
    Cue.LINK: """profil|verbinden|verbunden|aufnehmen|aufgenommen|buchen|verbuchen|anrechnen lassen|melden|melde
            |registriere|erfass|ergänzen|ergänze|nachtragen|nachtrag|abspeichern|speichern|eingereicht|verknüpfe
            |verknüpfen|verknüpft|verknüpfung|eintragen|eingetragen|erfassen|erfasst|hinterlegt|hinterlegen
            |gespeichert|registriert|registrieren|zugeordnet|hinzufügen|hinzugefügt|gemeldet|vermerkt|trag|trage
            |notiere|verlinkt|verlinke|eintrag|einträgst|verknüpfst|hinzufügst|erfasse|erfasst du|registrier
            |nimm auf|aufnimm|eintrage|gutschreiben|zuschreiben|zuordnen|ordne zu|anlegen|leg an|lege an
            |abgespeichert|vermerke|vermerken|notier|notieren|dokumentieren|dokumentiere|dokumentiert
            |anerkennen lassen|meldest|verknüpfungen|verknüpfte|verknüpften|speicher|speichere|hinterleg|hinterlege
            |abgelegt bei dir|erfasste|erfassten|gespeicherte|gespeicherten""",
    Cue.EXAM: """zertifizierungsprüfung|zertifizierungsprüfungen|badge|badges|schulung|schulungen|kursen
            |leistungsnachweis|leistungsnachweise|prüfungsnummer|prüfung|prüfungen|zertifizierung|zertifizierungen
            |zertifikat|zertifikate|zertifikaten|nachweis|nachweise|erfolg|erfolge|erfolgen|test|tests|bewertung
            |bewertungen|technische bewertung|technische bewertungen|abschluss|abschlüsse|examen|exam|exams
            |qualifikation|qualifikationen|assessment|assessments|kurs|kurse|zertifizierungsnachweis
            |zertifizierungsnachweise|prüfungsnachweis|prüfungsnachweise|zertis|zerti|scheine|schein|prüfungsliste
            |lehrgang|lehrgänge|diplome|diplom|training|trainings|microsoft-prüfung""",
    Cue.LAPSED: "abgelaufen|abgelaufene|abgelaufenen|ausgelaufen|ablief|abliefen",
    Cue.EXPIRE: """verlieren ihre gültigkeit|verliert seine gültigkeit|verliert ihre gültigkeit|ablaufdaten|endend
            |ungültig werden|zu ende|abzulaufen|auslaufend|fällig|ablaufen|abläuft|läuft ab|laufen ab|ablaufende
            |ablauf|ablaufdatum|verfällt|verfallen|auslaufen|ausläuft|erlischt|erlöschen|ungültig|gültig|endet|enden
            |verfallend|verliert die gültigkeit|gültigkeit|abläufe|anstehende abläufe|ablauftermine|ablauftermin
            |ablaufliste|gültig bleiben|gültig bleibt|nur noch gültig|gültig sein|nicht mehr gültig
            |nicht länger gültig|werden ungültig|wird ungültig|zum ablauf|vor dem ablauf|außer kraft|auslaufende
            |auslaufenden|erneuert werden|verjähren|verjährt|hinfällig|läuft bald ab|fällig werden|vor ablauf
            |geltungsdauer|laufzeit|ablaufen würde|abliefe|ablaufen sollte""",
    Cue.RISK: """droht|drohen|sorgen|sorgen machen|uns sorgen machen|wo brennts|wo brennt's|brennts|riskant
            |gefährden|unsicher|brenzlig|brennt|in gefahr geraten|bedrohung|wackeln|verlieren wir|gefährdet
            |gefährdung|gefahr|in gefahr|risiko|risiken|bedroht|auf der kippe|kritisch|wackelt|wackelig|sicher
            |besteht ein risiko|besteht das risiko|besteht risiko|besteht die gefahr|besteht gefahr
            |besteht eine gefahr|laufen wir gefahr|gefahr laufen|läuft gefahr|gibt es risiken|in not
            |in schwierigkeiten|schwierigkeiten|problematisch|heikel|eng|wird es eng|wird's eng|wirds eng
            |auf dem spiel|steht auf dem spiel|stehen auf dem spiel|anfällig|wackelkandidat|wackelkandidaten
            |schwachstelle|schwachstellen|sorge|besorgt|angst haben|fürchten|befürchten|bedenklich|gefährlich
            |drohende|drohender|schief gehen|schiefgehen|schief|ungefährlich|gefährde|gefährden uns|bedrohen|kippt
            |kippen|kippelt|zittern|bangen|bröckelt|warnung|warnungen|alarm""",
    Cue.UPGRADE: """aufsteigen|upgrade|upgraden|hochstufen|hochgestuft|hochstufung|aufstufen|aufzusteigen
            |hochgehen auf|upgegradet|ein upgrade|aufstieg""",
    Cue.RENEW: """kaufen|wechseln|zu verlängern|verlängerbar|neu kaufen|erneut kaufen|verlängerungsdatum
            |jahrestermin|weiterführen|verlängern|verlängere|verlängert|verlängerung|verlängerungen|jahrestag
            |jahrestags|erneuern|erneuert|erneuerung|verlängerungsfenster|verlängerungstermin|verlängerbar sein
            |verlängern lassen|verlängert haben|verlängert werden|verlängert sich|verlängere ich|zur verlängerung
            |verlängerungsfrist|verlängerungsdatum genau|neu abschließen|wieder abschließen|jahrestages|jährt sich
            |jährt|wiederkauf|erneuerungsdatum|erneuerungstermin""",
    Cue.MEMBER: """mpn-mitgliedschaft|partnerstatus|teilnahmen|mitgliedschaft|mitgliedschaften|abo|abonnement
            |teilnahme|partnerschaft|mitglied|partnerschaftsvertrag|mitgliedschafts|partnerprogramm|partnervertrag""",
    Cue.OVERRIDE: """override|overrides|ausnahme|ausnahmen|außerkraftsetzung|außerkraftsetzungen|sondergenehmigung
            |ausnahmeregelung|ausnahmeregelungen|erfolgsaußerkraftsetzung|ausnahmegenehmigung|ausnahmegenehmigungen
            |achievement override|sonderregelung|sonderregelungen|sonderregel|sonderregeln|ausnahmefall
            |ausnahmefälle|ausnahmeliste|freistellung|freistellungen|befreiung|befreiungen|dispens|overrrides""",
    Cue.ACTIVE: """aktiv|aktive|aktiven|gilt|gelten|gültige|in kraft|bestehende|laufende|laufenden|existieren
            |läuft|laufen|laufen noch|beginnt|öffnet|beginn|hält noch|wirksam|bestehen noch|abgedeckt|gedeckt|deckt
            |decken|hält an|in geltung|besteht noch|bestehen gerade|greift|greifen|greift noch|öffnen|startet
            |geöffnet|eingetragene|geltend|geltende|geltenden|gibt es gerade|schließt|wirken""",
    Cue.BENEFIT: """kostet|kosten|preis|preise|wie teuer|teuer|gebühr|gebühren|bringt's|bringts|bringt es|wert
            |was haben wir davon|davon haben wir|haben wir davon|pluspunkte|vorzüge|nützt|nutzt|lohnen|rabatte
            |rechte|gewinn|vorteil|vorteile|vorteilen|nutzen|bringt|bringen|vergünstigungen|leistungen|bringt uns
            |haben wir von|lohnt|lohnt sich|enthalten|enthält|vergünstigung|bietet|leistung|hätten wir von
            |hätten wir davon|hat man von|hat man davon|habe ich davon|haben wir eigentlich von|was bringt das
            |für vorteile|rausspringen|herausspringen|springt raus|springt heraus|springt dabei raus
            |springt dabei heraus|rausholen|schaut dabei raus|ist dabei|sind dabei|ist drin|ist inklusive|inklusive
            |inbegriffen|beinhaltet|umfasst|gut für uns|wofür gut|vorteilhaft|lohne|lohnenswert|rentiert sich
            |rentiert|zahlt sich aus|zahlt sichpunkt|mehrwert|sinn von|der sinn|zweck von|extras|goodies|boni|bonus
            |privilegien|privileg|anreize|anreiz|prämien|prämie|vorteilspaket|benefits|benefit|perks|leistungspaket
            |steht uns zu|stehen uns zu|zustehen|zusteht|haben von""",
    Cue.NEXT: """nächstens|als erstes|weiter|nächstes|als nächstes|nächste|nächsten|nächster|als nächste|danach
            |im nächsten schritt|nächster schritt|nächsten schritt|der nächste schritt|nächste schritte
            |als nächster schritt|als nächste prüfung|demnächst als|als erste|zunächst|zuerst|hiernach""",
    Cue.LEAVE: """gehe|kündige|aufhöre|weggehe|verlasse|aussteige|aussteigt|aufhören|uns verlässt
            |das unternehmen verlässt|die firma verlässt|weggehen|wechselt|in rente geht|kündigen würde
            |verlassen würde|gehen würde|ausfallen würde|nicht mehr da ist|nicht mehr da wäre|weggegangen|rauswerfen
            |entlassen|rausfliegt|abspringt|austritt|krank wird|nicht mehr hier ist|ausscheiden würde|geht|gehen
            |verlässt|verlassen|kündigt|kündigen|gekündigt|weggeht|ausscheidet|ausscheiden|weg|aufhört|wegfällt
            |ausfällt|gegangen|weg ist|weg wäre|ginge|verließe|kündigte|ausschiede|geht weg|ausgeschieden
            |uns verlassen würde|uns verließe|verlässt uns|verlassen sollte|kündigen sollte|gehen sollte
            |aufhören würde|aufhörte|das handtuch wirft|hinwirft|hinschmeißt|hinschmeisst|den job wechselt
            |die stelle wechselt|die firma wechselt|das unternehmen wechselt|in elternzeit geht
            |in den ruhestand geht|in pension geht|pensioniert|verrentet|abhaut|abwandert|abgeworben wird|abgeworben
            |nicht mehr bei uns ist|nicht mehr bei uns wäre|nicht mehr dabei ist|fehlen würde|weg geht|fortgeht
            |fort ist|fort|ausfiele|entlassen wird|gefeuert wird|gefeuert|aussteigen|aussteigen würde|weggang|abgang
            |ausscheidens|weggehen würde|wegginge|längere zeit ausfällt""",
    Cue.LOSE: """verloren geht|verloren ginge|wegfiele|wegbricht|abhanden kommt|verlieren würden|einbüssen
            |entzogen|verliere|verlieren|verliert|verlören|verloren|einbüßen|verlust|wegfallen|entfällt|der verlust
            |verlieren sollten|verloren gehen|verlören wir|einbußen|einbuße|einzubüßen|zu verlieren|verlierst
            |abgeben|abgeben müssen|abhandenkommt|abhandenkommen|aberkannt|aberkannt wird|gestrichen|gestrichen wird
            |flöten geht|flöten|herausfällt|rausfällt|rausfallen|herausfallen""",
    Cue.HELP: """was kann man dich fragen|was kann man fragen|wie kannst du helfen|wie kannst du mir helfen
            |was kannst du tun|was können sie tun|was geht hier|welche befehle gibt es|erkläre dich|funktionen
            |kannst du mir helfen|können sie mir helfen|wie benutze ich das|wie bedient man dich|einführung
            |was darf ich fragen|was ist assay|wer ist assay|hilfe|hilf|hilf mir|was kannst du|was können sie
            |was kannst du alles|wie funktioniert das|wie funktionierst du|was kann ich fragen|wie geht das
            |was kann ich dich fragen|was kann ich sie fragen|wie benutze ich dich|befehle|anleitung|bedienung
            |was machst du|wer bist du|was bist du|helfen|helfen sie mir|beispiele|wie funktioniert assay
            |was kann assay|was kann der bot|bedienungsanleitung|womit kannst du helfen|wobei kannst du helfen
            |hilfestellung|wer sind sie|was tust du|was weißt du|was kann ich dich alles fragen
            |was kann ich alles fragen|was kann man dich alles fragen|was kann man alles fragen
            |was darf ich dich fragen|wie fange ich an|wo fange ich an|wie fang ich an|wie beginne ich
            |wie starte ich|wie lege ich los|wie geht's los|wie gehts los|wozu bist du gut|wofür bist du gut
            |wie fange ich an|wozu bist du da|wofür bist du gut|wofür bist du da|was hast du drauf
            |welche fragen beantwortest du|welche fragen kannst du beantworten|welche fragen verstehst du
            |was beantwortest du|was verstehst du|kannst du helfen|können sie helfen|kannst du uns helfen
            |was soll ich fragen|wie das geht|wie das funktioniert|wie das hier funktioniert|wie du funktionierst
            |wie benutzt man dich|wie verwende ich dich|wie nutze ich dich|wie nutzt man dich|wie nutze ich das
            |was bietest du|was bietest du an|was kannst du für mich tun|was kannst du so|was kannst du denn
            |zeig mir was du kannst|zeig was du kannst|was ist das hier|was ist das hier für ein bot
            |was macht der bot|was macht dieser bot|was kann dieser bot|was kann das ding|welche kommandos gibt es
            |kommandos|kommandoliste|befehlsliste|befehlsübersicht|welche befehle kennst du
            |welche möglichkeiten habe ich|hilfeseite|unterstützung|erste schritte|einstieg|wer oder was bist du
            |ich brauche hilfe|brauche hilfe""",
    Cue.CENTRE: "kompetenzzentrum|kompetenzzentrums|kompetenzzentren",
    Cue.FIELD: """welche kompetenz|welche kompetenzen|welchen kompetenzen|in welchen kompetenzen
            |in welcher kompetenz|welche stufe|welche stufen|welcher stufe|welches level|wo überall
            |welche unserer kompetenzen|welche der kompetenzen|welche von unseren kompetenzen|welche davon""",
    Cue.PEOPLE: """leute|person|personen|mitarbeiter|mitarbeitern|mitarbeiterin|mitarbeiterinnen|kollege|kollegen
            |kollegin|kolleginnen|viele|wie viele|wieviele|wie viel|wieviel|viel|anzahl|menschen|entwickler|berater
            |köpfe|experten|angestellte|zertifizierte leute|zertifizierte mitarbeiter|qualifizierte|qualifizierten
            |fachleute|spezialisten|spezialist|architekten|teammitglieder|angestellten|beschäftigte|beschäftigten
            |belegschaft|mitarbeitende|mitarbeitenden|kräfte|mann|ingenieure|noch jemand|einer mehr|weiterer|menge
            |zahl""",
    Cue.SHOW: """zeigst du mir|zeigen sie|liste mir|liste auf|gibst du mir|zeig|zeige|zeigen|zeig mir|zeige mir
            |zeigen sie mir|zeig uns|liste|auflisten|gib|gib mir|gib uns|geben sie mir|anzeigen|nenne|nenn|nenne mir
            |sehen|ansehen|aufzählen|erklär|erkläre|erklär mir|finde|stell dar|führ auf|führe auf|zähl auf|zähle auf
            |zeigt|zeigt mir|zeigt uns|nennen sie|nennen sie mir|nenn mir|nennst du mir|nennt|lass sehen
            |lass mich sehen|lass mal sehen|kann ich sehen|darf ich sehen|ich möchte sehen|ich will sehen|schick mir
            |schicke mir|gebt mir|hol mir|ausgeben|gib aus|aufstellung|aufstellung der|beschreibe|beschreib
            |erläutere|erläuter|erklärst du mir|fass zusammen|fasse zusammen""",
}

"""Deutsch: was jedes Gespräch sagt."""

from collections.abc import Mapping

COMMON: Mapping[str, str | Mapping[str, str]] = {
    "status.met": "erfüllt",
    "status.not_met": "nicht erfüllt",
    "status.not_known": "nicht bekannt",
    "error.unexpected": (
        "Bei uns ist etwas schiefgegangen. Versuch es bitte noch einmal; passiert es wieder, nenne {request}."
    ),
    "error.storage_down": (
        "Ich erreiche meine Daten gerade nicht, deshalb wurde nichts geändert. Versuch es bitte in einer Minute wieder."
    ),
    "error.unknown_team": (
        "Dieser Workspace ist noch nicht eingerichtet. "
        "Er braucht eine Einladung des Unternehmens, das mich installiert hat."
    ),
    "error.profile_taken": (
        "Dieses Profil ist für jemand anderen eingetragen, deshalb wurde nichts geändert. Bitte prüfe die Nummer. "
        "Ist es deins, frag einen Admin: Es wird frei, wenn die Person, die es aus Versehen eingetragen hat, mit "
        "`/assay profile` ihr eigenes einträgt."
    ),
    "error.no_such_fact": (
        "Das ist nicht mehr eingetragen; vielleicht hat es jemand geändert. Frag noch einmal, dann siehst du den Stand."
    ),
    "error.admins_only": "Das können nur Admins. Deine Admins: {admins}.",
    "error.managers_only": "Das dürfen von anderen nur Manager und Admins wissen. Deine Admins: {admins}.",
    "error.owner_only": "Das kann nur, wer hier Inhaber ist: {owner}.",
    "error.no_admin": "Das können nur Admins, und es gibt noch keinen. Trag einen in der Einstellung ASSAY_ADMINS ein.",
    "error.shared_channel": (
        "Hier sage ich nichts: In diesem Kanal lesen andere Unternehmen mit. Frag mich in einer Direktnachricht."
    ),
    "error.guest": (
        "Du bist hier Gast und nicht eingetragen, deshalb kann ich noch nichts für dich tun. "
        "Ein Admin kann dich eintragen: indem er mir den Export des Anbieters mit deinen Prüfungen schickt."
    ),
    "error.guest_own": (
        "Du bist hier Gast, deshalb spreche ich mit dir nur über deine eigenen Prüfungen: `/assay mine`, `/assay link`."
    ),
    "error.stranger": (
        "Wir kennen uns in diesem Workspace noch nicht. Versuch es bitte in einer Minute wieder oder frag einen Admin."
    ),
    "error.old_button": "Dieser Knopf gehört zu einer älteren Nachricht. Bitte frag noch einmal.",
    "error.old_form": (
        "Dieses Formular gehört zu einer früheren Version von mir, deshalb wurde nichts eingetragen. "
        "Bitte öffne es noch einmal."
    ),
    "error.too_long": "Das ist mir zu lang: {length} Zeichen. Frag bitte mit höchstens {most}.",
}

"""Commands about files: which list in which form, the comparison with the vendor, evidence of a competency."""

from collections.abc import Mapping, Sequence
from datetime import date

from handlers.data_requests import EvidenceAsked, ExportAsked, ExportKind, FileForm, ReconcileAsked
from handlers.grammar.command_words import WordReader
from handlers.grammar.text import Text, Token

_KINDS: Mapping[str, ExportKind] = {
    **dict.fromkeys(("standing", "status", "stand", "levels", "stufen"), "standing"),
    **dict.fromkeys(("achievements", "exams", "erfolge", "nachweise", "prufungen", "people", "leute"), "achievements"),
    **dict.fromkeys(("gaps", "missing", "lucken", "luecken", "fehlt", "fehlendes"), "gaps"),
    **dict.fromkeys(("audit", "protokoll", "anderungen", "changes"), "audit"),
    **dict.fromkeys(("mine", "meine", "me", "mich"), "mine"),
}
_FORMS: Mapping[str, FileForm] = {
    **dict.fromkeys(("csv",), "csv"),
    **dict.fromkeys(("xlsx", "excel", "xls", "workbook"), "xlsx"),
}
_FILLERS = frozenset(("as", "als", "file", "datei", "my", "the", "die", "der", "das"))


class DataParser:
    """Reads these commands."""

    def __init__(self, words: WordReader) -> None:
        self._words = words

    def export(self, _text: Text, words: Sequence[Token], _today: date) -> ExportAsked:
        """A list, and the form of the file; CSV or XLSX, which is the usual."""
        kinds = [_KINDS[word.key] for word in words if word.key in _KINDS]
        forms = [_FORMS[word.key] for word in words if word.key in _FORMS]
        known = _KINDS.keys() | _FORMS.keys() | _FILLERS
        unreadable = [word.text for word in words if word.key not in known]
        one = kinds[0] if len({*kinds}) == 1 else None
        return ExportAsked(one, forms[0] if forms else "xlsx", tuple(unreadable))

    def reconcile(self, _text: Text, _words: Sequence[Token], _today: date) -> ReconcileAsked:
        """The comparison; whatever stands behind it says no more."""
        return ReconcileAsked()

    def evidence(self, _text: Text, words: Sequence[Token], today: date) -> EvidenceAsked:
        """A competency and a level, in any order."""
        found = self._words.read(words, today)
        unreadable = [*found.unreadable, *found.people, *found.credentials, *found.links]
        unreadable += [said for _, said, _ in found.dates]
        return EvidenceAsked(found.places.get("competency"), found.places.get("level"), tuple(unreadable))

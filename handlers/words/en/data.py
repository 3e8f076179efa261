"""English: files that come in and go out."""

from collections.abc import Mapping

DATA: Mapping[str, str | Mapping[str, str]] = {
    "names.title": "*Names that I would not match on my own*",
    "names.known": {
        "one": "“{name}” (1 row) has no e-mail address and no profile: is it {person}?",
        "other": "“{name}” ({n} rows) has no e-mail address and no profile: is it {person}?",
    },
    "names.profile": {
        "one": "“{name}” with profile {profile} (1 row): is it {person}?",
        "other": "“{name}” with profile {profile} ({n} rows): is it {person}?",
    },
    "names.nobody": {
        "one": "“{name}” (1 row) is nobody on record: put them on record?",
        "other": "“{name}” ({n} rows) is nobody on record: put them on record?",
    },
    "names.more": {"one": "… and 1 more name", "other": "… and {n} more names"},
    "names.how": (
        "If all of them are right, take the names with the file. Otherwise import without them: those rows wait until "
        "their people say `/assay profile` with the number of their profile."
    ),
    "names.same": "Import, names are right",
    "names.new": "Import, they are others",
    "import.own": (
        "This was your own list: what it brought counts as stated, until an export of the vendor confirms it."
    ),
    "import.why.name_proposed": "only the name {value} says whose row it is.",
    "import.why.email_unknown": "nobody here has the address {value}, and the row gives no name.",
    "import.why.name_unknown": "the name {value} is nobody's on record.",
    "import.why.several_names": "the name {value} may be one of several people.",
    "import.why.unknown_person": "person {value} is nobody on record here.",
    "import.why.nobody": "it says neither name, e-mail address nor profile.",
    "import.file.no_workbook": (
        "This is an archive, but no Excel workbook. I read CSV, TSV and XLSX; nothing was recorded."
    ),
    "import.file.workbook_broken": (
        "This workbook cannot be read, so nothing was recorded. Open it in Excel, save it anew as .xlsx, and send that."
    ),
    "import.file.workbook_bomb": (
        "This workbook unpacks to more than {most} MB, so I did not open it. Save the one sheet as “CSV UTF-8”."
    ),
    "import.file.workbook_locked": (
        "This is an old Excel workbook, or one with a password. Save it as .xlsx without a password; nothing was "
        "recorded."
    ),
    "columns.asked": (
        "📄 *{file}* – I cannot tell which column is {missing}. Say it once; I remember it for your next list."
    ),
    "columns.in_slack": (
        "I cannot tell which column is {missing}. Say it with `--column FIELD=COLUMN`, such as "
        "`--column earned=Passed`, or send the file in Slack."
    ),
    "columns.option": "I cannot use `{said}`. Write FIELD=COLUMN, with one of these fields: {fields}.",
    "columns.read": "Read the file now",
    "columns.noted": "✅ Noted. Now press *Read the file now* under your file.",
    "columns.twice": "Two fields name the same column, {column}. Choose another one for this field.",
    "columns.who": "Choose at least one: e-mail address, profile or name. Otherwise nobody knows whose a row is.",
    "columns.form": "Press the button under your file to say which column is which.",
    "open.columns": "Say which is which",
    "form.columns": "Which column is which?",
    "find.column": "Choose a column",
    "missing.column": "Choose a column.",
    "field.columns.credential": "Exam or certification",
    "field.columns.earned": "Day on which it was earned",
    "field.columns.expires": "Day on which it expires",
    "field.columns.profile": "Profile (MCPID)",
    "field.columns.email": "E-mail address",
    "field.columns.name": "Name",
    "field.columns.evidence": "Evidence, such as a link",
    "column.credential": "the exam",
    "column.earned": "the day",
    "column.name": "the person (e-mail address, profile or name)",
    "table.nothing": {
        "one": "📄 *{file}* brings nothing new: its 1 value is on record already.",
        "other": "📄 *{file}* brings nothing new: its {n} values are on record already.",
    },
    "table.new": {"one": "1 value is new", "other": "{n} values are new"},
    "table.other": {
        "one": "1 takes the place of another value, which stays on record as the earlier report",
        "other": "{n} take the place of other values, which stay on record as the earlier reports",
    },
    "table.known": {"one": "1 is on record already", "other": "{n} are on record already"},
    "table.metric": "{name}: {n} months, {first} to {last}",
    "table.metric_one": "{name}: {first}",
    "table.unread": "Columns that are no metric of this programme, and are left out: {columns}.",
    "table.button": {"one": "Record 1 value", "other": "Record {n} values"},
    "table.wrong": {
        "one": "📄 *{file}* – 1 cell needs mending, so nothing was recorded. Mend it and send the file again:",
        "other": "📄 *{file}* – {n} cells need mending, so nothing was recorded. Mend them and send the file again:",
    },
    "table.row": "Row {row}: {reason}",
    "table.cell": "Row {row}, {column}: {reason}",
    "table.why.twice": "row {first} says another value for the same metric and month. Delete one of them.",
    "table.why.cells": "it has more or fewer cells than the first row.",
    "table.unknown_metric": "“{metric}” is no metric of this programme. `/assay figure` lists them.",
    "table.done": {"one": "✅ *{file}*: 1 value is recorded.", "other": "✅ *{file}*: {n} values are recorded."},
    "table.taken_back": {
        "one": "🗑️ Taken back: 1 value of this file. What was reported before holds again.",
        "other": "🗑️ Taken back: {n} values of this file. What was reported before holds again.",
    },
}

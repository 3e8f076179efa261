"""English: importing the vendor's export."""

from collections.abc import Mapping

IMPORTING: Mapping[str, str | Mapping[str, str]] = {
    "import.preview": "📄 *{file}* – this is what I would record. Nothing is changed yet.",
    "import.done": "✅ *{file}* is imported.",
    "import.nothing": "📄 *{file}* brings nothing new, so nothing was changed.",
    "import.day_first": (
        "⚠️ I read “{text}” as {day}: the day first. No day of the list shows that it is meant so. "
        "If the month stands first, cancel, and write the days as yyyy-mm-dd."
    ),
    "import.count": {"one": "I read 1 row:", "other": "I read {n} rows:"},
    "import.rows.new": {"one": "1 is new", "other": "{n} are new"},
    "import.rows.confirmed": {
        "one": "1 confirms what is on record as somebody's own statement, or says until when it counts",
        "other": "{n} confirm what is on record as people's own statements, or say until when it counts",
    },
    "import.rows.known": {
        "one": "1 is on record already, or stands there twice",
        "other": "{n} are on record already, or stand there twice",
    },
    "import.rows.waiting": {
        "one": "1 waits for a word on whose it is",
        "other": "{n} wait for a word on whose they are",
    },
    "import.rows.refused": {"one": "1 is left out", "other": "{n} are left out"},
    "import.people": {
        "one": "1 person is new here and counts for the company from today.",
        "other": "{n} people are new here and count for the company from today.",
    },
    "import.without_account": {
        "one": "1 new person has no Slack account that I could find by e-mail address; I keep them all the same.",
        "other": "{n} new people have no Slack account that I could find by e-mail address; I keep them all the same.",
    },
    "import.changes": "*What it would change*",
    "import.changes_named": "*What it would change if all names are right*",
    "import.changes_none": "It would change no level today.",
    "import.waits": "I keep the file for a day; after that, or when you cancel, it is gone.",
    "import.vendor": "At the vendor there is nothing to do: these rows come from there.",
    "import.batch": "Number of this import: {batch}.",
    "import.button": {"one": "Import 1 row", "other": "Import {n} rows"},
    "import.button_plain": "Import",
    "import.button_cancel": "Cancel",
    "import.button_withdraw": "Withdraw this import",
    "import.cancelled": "Cancelled: nothing was recorded, and the file is gone.",
    "import.done_already": "This file is imported already; nothing was changed.",
    "import.forgotten": "This file is gone: it was cancelled, or it waited longer than a day. Send it once more.",
    "import.no_batch": "There is no such import, or it is withdrawn already; nothing was changed.",
    "import.which": "Name the organisation with --organisation: {organisations}.",
    "import.nobody": "There is no company yet: run the bot once, so that it meets your workspace.",
    "import.unreadable": "{file} cannot be read: {why}.",
    "import.withdrawn": {
        "one": "🗑️ This import is withdrawn: 1 achievement that it brought counts on no date any more.",
        "other": "🗑️ This import is withdrawn: {n} achievements that it brought count on no date any more.",
    },
    "import.people_gone": {
        "one": "1 person who came on record with it, and of whom nothing else is known, is on record no longer.",
        "other": "{n} people who came on record with it, and of whom nothing else is known, are on record no longer.",
    },
    "import.restored": {
        "one": "1 achievement is again as it was before the import.",
        "other": "{n} achievements are again as they were before the import.",
    },
    "import.again": "If another file shows the same rows, import that file again. Who withdrew what and when is kept.",
    "import.waiting_title": "*Rows that wait*",
    "import.refused_title": "*Rows that are left out*",
    "import.row": {"one": "Row {row}: {reason}", "other": "Row {row} and {more} more: {reason}"},
    "import.more_reasons": {"one": "… and 1 more reason", "other": "… and {n} more reasons"},
    "import.why.cells": "it has more or fewer cells than the first row. Export the file once more.",
    "import.why.no_profile": "{column} is empty, so nobody knows whose row it is.",
    "import.why.bad_profile": (
        "{column} is {value}, which is no number of at most 15 digits. Send the file as Partner Center wrote it, "
        "not as a spreadsheet saved it."
    ),
    "import.why.no_date": "{column} is empty.",
    "import.why.bad_date": "{column} is {value}, which is no day of the calendar as dd/mm/yyyy or yyyy-mm-dd.",
    "import.why.future": "{column} is {value}, which is still to come.",
    "import.why.before_all": "{column} is {value}: nobody was certified before 1992.",
    "import.why.expires_first": "{column} is {value}, which is not after the day of completion.",
    "import.why.inactive": "{column} is {value}, and no date says since when.",
    "import.why.unknown_credential": "“{value}” names nothing that this programme counts.",
    "import.why.several_credentials": "“{value}” may mean several exams. Its holder can link the right one.",
    "import.why.elsewhere": (
        "{value} belongs to somebody who does not count for this organisation. Only they can change that, "
        "by linking something here."
    ),
    "import.why.held_elsewhere": "profile {value} belongs to somebody who is not on record here.",
    "import.why.other_holder": "profile {value} is claimed by somebody whose e-mail address is not the one in the row.",
    "import.why.other_profile": "profile {value} has the e-mail address of somebody with another profile.",
    "import.why.several_members": "profile {value} has the e-mail addresses of several Slack users.",
    "import.file.too_large": "This file is larger than {most} MB, so nothing was read. Export fewer months at a time.",
    "import.file.too_many": (
        "This file has more than {most} rows, so nothing was recorded. Export fewer months at a time."
    ),
    "import.file.empty": "This file is empty, so nothing was recorded. Export it once more.",
    "import.file.no_rows": "This file has its columns, but no row, so nothing was recorded.",
    "import.file.half": (
        "This file breaks off in row {row}, so nothing was recorded: it did not arrive as a whole. Export it once more."
    ),
    "import.file.quotes": (
        "From row {row} on a quotation mark is wrong, so nothing was recorded. "
        "Send the file as Partner Center wrote it."
    ),
    "import.file.encoding": (
        "From row {row} on this file is neither UTF-8 nor UTF-16, so nothing was recorded. "
        "Save it as “CSV UTF-8”, or send it as Partner Center wrote it."
    ),
    "import.file.columns": (
        "These columns are missing: {columns}. Nothing was recorded. Send the *Trainings* export of Partner Center."
    ),
    "import.file.columns_twice": "These columns are there twice: {columns}. Nothing was recorded.",
    "import.file.month_first": (
        "{date} in row {row} has the month before the day, so other dates could be misread, and nothing was recorded. "
        "Dates stand as dd/mm/yyyy or yyyy-mm-dd: write them so, or send the file as Partner Center wrote it."
    ),
    "import.file.picture": "This is a picture. I read the *Trainings* export of Partner Center, as CSV or TSV.",
    "import.file.pdf": "This is a PDF. I read the *Trainings* export of Partner Center, as CSV or TSV.",
    "import.file.json": "This is JSON. I read the *Trainings* export of Partner Center, as CSV or TSV.",
    "import.file.page": "This is a web page or XML. I read the *Trainings* export of Partner Center, as CSV or TSV.",
    "import.file.binary": "This is no text. I read the *Trainings* export of Partner Center, as CSV or TSV.",
    "import.file.not_fetched": (
        "Slack did not give me the file, so nothing was read. Send it once more; if it happens again, an admin of the "
        "workspace may have to install me anew, so that I may read files."
    ),
    "import.file.one": "One file at a time, please; nothing was read.",
}

"""English: linking achievements, profiles, and what changes do to the levels."""

from collections.abc import Mapping

LINKING: Mapping[str, str | Mapping[str, str]] = {
    "link.done": "✅ Recorded: *{what}*, {dates}.",
    "link.earned": "earned on {earned}",
    "link.earned_until": "earned on {earned}, counts until the day before {until}",
    "link.evidence_kept": "Evidence: {address}",
    "link.joined": (
        "This is your first link, so you count for {company} from today, {day}. "
        "Levels do not count you on earlier days, even for exams that you passed before."
    ),
    "link.again_here": (
        "You had left; with this link you count for {company} again from today, {day}, with everything you hold."
    ),
    "link.claimed": (
        "Until an export from the vendor shows it, this is your own statement, and answers that rest on it say so."
    ),
    "link.start_unknown": "The sources do not say when {code} began, so the date was not checked against that.",
    "link.unchanged": "*No level changes today:*",
    "link.expired": "• It expired on {until}, so it no longer counts. It stays on record.",
    "link.not_accepted": "• The programme accepted {code} until {last} and no longer counts it. It stays on record.",
    "link.no_rule": "• No rule in force on {day} asks for {code}. It stays on record.",
    "link.not_yet": "• It starts to count on {day}, when it was earned.",
    "link.again": (
        "*{what}* is already on record for you, {dates}; nothing was changed. "
        "If that is wrong, withdraw it with `/assay unlink {code}` and link it again."
    ),
    "link.which": "I do not know that exam code, so nothing was recorded. Did you mean {candidates}?",
    "link.one": "One exam at a time, please: `/assay link {exam} {passed}`.",
    "link.no_code": ("Which exam did you pass? Type its code and the day, for example `/assay link {exam} {passed}`."),
    "link.no_date": "When did you pass {code}? Type the day, for example `/assay link {code} {passed}`.",
    "link.unreadable_date": (
        "I cannot read “{words}” as a date. Type the day as year, month, day, for example "
        "`/assay link {code} {passed}`."
    ),
    "link.unreadable": (
        "I cannot read “{words}”, so nothing was recorded. The form is "
        "`/assay link CODE DATE [expires DATE] [evidence WEB-ADDRESS]`."
    ),
    "link.future": "{day} is still to come: today is {today} where you are. Please give the day on which you passed.",
    "link.before_all": "{day} cannot be right: there were no such exams before 1992. Please check the year.",
    "link.before_exam": "{code} did not exist on {day}; it began on {since}. Please check the code and the date.",
    "link.after_exam": (
        "{code} could not be passed any more on {day}; it retired on {until}. Please check the code and the date."
    ),
    "link.expires_first": ("It cannot expire on {expires} when it was earned on {earned}. Please check the two dates."),
    "link.evidence": (
        "“{evidence}” is no web address. Give the evidence as an address that begins with https:// or leave it out."
    ),
    "link.deactivated": (
        "Your Slack account is deactivated, so I cannot record anything for you. "
        "An admin of the workspace can activate it again."
    ),
    "link.left": (
        "You have not counted for the company since {day}, so nothing was recorded. "
        "If that is wrong, ask an admin to correct it."
    ),
    "unlink.done": "🗑️ Withdrawn: *{what}*. It counts on no date any more; who withdrew it and when is kept.",
    "unlink.form": "Which exam shall I withdraw? Type its code, for example `/assay unlink {exam}`.",
    "unlink.not_linked": "You have not linked {code}: there is nothing to withdraw. `/assay mine` shows what you have.",
    "unlink.vendor": "This changes nothing at the vendor. If it is wrong there too, correct it there yourself.",
    "vendor.title": "*What to do at the vendor*",
    "vendor.mpn": (
        "What is recorded here does not reach Microsoft by itself. Sign in to Partner Center and associate your "
        "certification account with {company}; only you can do that, and it ends an association with any other "
        "company. Afterwards you find it under *Dashboard > Membership > Competencies*."
    ),
    "vendor.other": (
        "What is recorded here does not reach the vendor by itself. Associate your certification account with "
        "{company} there; in most programmes only you can do that."
    ),
    "profile.done": "✅ Recorded: {profile} is your certification profile.",
    "profile.same": "{profile} is on record as your certification profile already; nothing was changed.",
    "profile.form": "Which profile is yours? Type its number, for example `/assay profile 1234567`.",
    "profile.no_number": (
        "“{profile}” is no profile ID: it has digits only, at most 15. You find yours in your certification account."
    ),
    "profile.not_on_record": "Link your first exam, then I know whose profile it is: `/assay link {exam} {passed}`.",
    "credential.unknown": "I do not know the exam “{code}”, so nothing was changed. {candidates}",
    "credential.candidates": "Did you mean {codes}?",
    "credential.no_candidates": "Please check the code: it stands on your certificate.",
    "competency.unknown": "I do not know the {term} “{name}”. Did you mean {candidates}?",
    "level.unknown": "I do not know the level “{name}”. The levels are {levels}.",
    "person.you_unknown": "You are not on record here yet. Link your first exam: `/assay link {exam} {passed}`.",
    "person.unknown": (
        "{name} is not on record here. People come on record with their first `/assay link`; then try again."
    ),
    "person.several": "There are several people called {name}: {candidates}. Mention the one you mean with @.",
    "level.name": "{competency} {level}",
    "level.membership": "your {level} membership",
    "effect.title": "*What it changes*",
    "effect.none": "It changes no level today.",
    "effect.line": "*{level}*{option}: {what}",
    "effect.option": " ({name})",
    "effect.people": "people {was} of {of} → {now} of {of}",
    "effect.now_met": "*now met* ✅",
    "effect.still_met": "still met",
    "effect.lost": "*no longer met* ❌: {what} missing",
    "effect.missing": "still missing: {what}",
    "effect.override": "counts as met by an override until {until}; on the facts alone: {facts}",
    "effect.facts_alone": "{status}, missing: {what}",
    "effect.missing_people": {"one": "1 more person", "other": "{n} more people"},
    "effect.unknown": "Not known yet: {what}",
    "effect.more": {"one": "… and 1 more level", "other": "… and {n} more levels"},
    "effect.opened": "⚠️ This puts {what} at risk for the next renewal. The admins are told.",
    "effect.told_late": "⚠️ Already at risk for the next renewal: {what}. The admins are told.",
    "effect.mended": "No longer at risk: {what}.",
    "unmoved.counted": "*{level}*: you count there already, and everybody counts once.",
    "unmoved.enough": {
        "one": "*{level}*: the 1 person needed is there. You could stand in.",
        "other": "*{level}*: the {n} people needed are there. You could stand in.",
    },
    "unmoved.other_way": "*{level}*: you now count on another way to it, which is no shorter.",
    "unmoved.further": "*{level}*: to count there you also need {what}.",
    "written.ground": "As of {day}. Rules: {rules}.",
    "written.ground_no_rules": "As of {day}.",
    "written.rule": "in force since {since} ({source})",
}

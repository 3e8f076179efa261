"""English: who is who here, the first steps, and what is told at the beginning."""

from collections.abc import Mapping

BEGINNING: Mapping[str, str | Mapping[str, str]] = {
    "help.admins": "See and change who is owner, admin or manager",
    "help.people": "See who on record is nobody in Slack, and who has not answered yet",
    "help.language": "Choose the language in which I speak to you",
    "help.setup": "Set me up, step by step",
    "help.live": "Let me tell people what they have to know from now on",
    "open.admins": "Change roles",
    "open.setup": "Set up Assay",
    "form.admins": "Change a role",
    "field.admins.user": "Who?",
    "field.admins.deed": "What do they become?",
    "choice.admins.add": "Admin: records, settles and is told everything",
    "choice.admins.manager": "Manager: sees names, records nothing",
    "choice.admins.remove": "Member: neither admin nor manager any more",
    "choice.admins.owner": "Owner, in my place",
    "missing.user": "Please choose somebody.",
    "missing.users": "Please choose somebody.",
    "admins.title": "*Who is who in {company}*",
    "admins.owner": "• Owner: {who}",
    "admins.admin": "• Admins: {who}",
    "admins.manager": "• Managers: {who}",
    "admins.ground": "Roles given here count before those of Slack. Everybody else is a member, or a guest in Slack.",
    "admins.form": (
        "Say what somebody becomes: `{usage}`, such as `{example}`. `/assay admins` alone shows who is what."
    ),
    "admins.unknown": "I do not know {name} in this workspace: choose somebody from the list, or mention them with @.",
    "admins.several": "Several people are called {name}: mention the one that you mean with @.",
    "admins.guest": "{who} is a guest in Slack and stays one here: make them a member in Slack first.",
    "admins.gone": "The account of {who} is deactivated: choose somebody else.",
    "admins.is_owner": "{who} is the owner: first make somebody else owner, with `/assay admins owner @PERSON`.",
    "admins.same": "Nothing changed: {who} was {role} already.",
    "admins.done.owner": "✅ {who} is the owner now; who was it before is an admin.",
    "admins.done.admin": "✅ {who} is an admin now, and hears what admins hear.",
    "admins.done.manager": "✅ {who} is a manager now: sees names and asks what would be if somebody left, in private.",
    "admins.done.member": "✅ {who} is a member now, and neither admin nor manager.",
    "role.owner": "the owner",
    "role.admin": "an admin",
    "role.manager": "a manager",
    "role.member": "a member",
    "language.form": "Say which language: `{usage}`. `slack` is the one that you set in Slack.",
    "language.unknown": "I do not speak “{typed}”: `{usage}`. `slack` is the one that you set in Slack.",
    "language.done": "✅ From now on I speak English to you. In channels I answer in the language of the question.",
    "language.slack": (
        "✅ From now on I speak to you in the language that you set in Slack: English, where I have no other."
    ),
    "people.title": {
        "one": "*1 person on record counts for the company and is nobody in Slack:*",
        "other": "*{n} people on record count for the company and are nobody in Slack:*",
    },
    "people.all": "Everybody on record who counts for the company is known in Slack.",
    "people.asked": "• {name}: I asked {who} on {day}, and have no answer yet.",
    "people.denied": "• {name}: I asked {who} on {day}, who says that this is somebody else.",
    "people.perhaps": "• {name}: perhaps {who}, whom I have not asked yet.",
    "people.several": "• {name}: several people are called so, so I asked none of them.",
    "people.unasked": "• {name}: nobody in Slack is called so.",
    "people.how": (
        "They count all the same. Who has the same e-mail address in the vendor's export is found by the next import."
    ),
    "invited.ask": (
        "👋 *Are you {name}?* {company}'s records have exams under this name, and your name in Slack is the same."
    ),
    "invited.why": "If so, I show them to you, and tell you before one of them expires. I ask this once.",
    "invited.button_yes": "Yes, that is me",
    "invited.button_no": "No",
    "invited.yes": "✅ Good to know you. `/assay mine` shows your exams and what they count for.",
    "invited.no": "Thank you, I have noted it. Your admins see that this was somebody else.",
    "invited.over": "This is settled already: you are on record, or somebody else is that person.",
    "welcome.hello": (
        "👋 *Hello, I am Assay.* I know what your partner programme asks for, and tell you where {company} stands."
    ),
    "welcome.setup": (
        "It takes seven short steps to set me up. Until you press *Go live* at the end I tell nobody anything."
    ),
    "live.title": "🚀 *Assay is live for {company}.* From now on I tell each of you what you have to know.",
    "live.holds": "✅ Held today: {levels}.",
    "live.holds_nothing": "❌ No level is held today.",
    "live.more": {"one": "1 more", "other": "{n} more"},
    "live.risks": {
        "one": "⚠️ 1 level is at risk at the anniversary.",
        "other": "⚠️ {n} levels are at risk at the anniversary.",
    },
    "live.no_risks": "✅ Nothing is at risk at the anniversary.",
    "live.no_membership": "❓ Missing: the membership. Without it I cannot say what is at risk.",
    "live.no_people": "❓ Missing: people and their exams. Send me the vendor's export here, as a file.",
    "live.no_figures": "❓ Missing: figures, such as revenue or consumption.",
    "setup.form": "I am set up in seven short steps: press the button.",
    "setup.where": "Step {at} of {of}",
    "setup.back": "Back",
    "setup.next": "Next",
    "setup.later": "Later",
    "setup.go_live": "Go live",
    "setup.done": "✅ That is all. `/assay settings` shows and changes what is told, `/assay setup` begins again.",
    "setup.live": (
        "🚀 *{company} is live.* I have sent every admin one summary. From now on I tell what has to be known."
    ),
    "setup.live_already": "{company} is live already: people are told what they have to know.",
    "form.setup": "Set up Assay",
    "form.setup_market": "Programme and market",
    "form.setup_membership": "Membership",
    "form.setup_names": "Names in channels",
    "form.setup_admins": "Admins and managers",
    "form.setup_channel": "Channel for alerts",
    "form.setup_import": "People and exams",
    "form.setup_live": "Go live",
    "lead.setup_market": (
        "In which partner programme does *{company}* take part, and in which market? Some thresholds depend on it."
    ),
    "lead.setup_membership": "Which level did *{company}* buy, and when? Leave it empty if there is no membership yet.",
    "lead.setup_names": "Admins and managers read in private who holds what. What may channels read?",
    "lead.setup_admins": "Admins record and are told everything, managers read names. Add whoever is not one yet.",
    "lead.setup_channel": (
        "Admins hear of risks in any case. Shall a channel hear of them too, in numbers and without names?"
    ),
    "lead.setup_import": (
        "Send me the vendor's export of trainings as a file, in a direct message. "
        "I show what it would bring before anything is recorded. Without it, everybody links their own: `/assay link`."
    ),
    "lead.setup_live": (
        "Until now I told nobody anything. *Go live* sends every admin one summary: what holds, what is at risk, "
        "what is missing. What would have been told before is not told any more."
    ),
    "lead.setup_live_told": (
        "*Go live* sends every admin one summary: what holds, what is at risk, what is missing. "
        "Something was recorded before the setup, so I have told what is at risk all along."
    ),
    "field.setup_market.programme": "Your programme",
    "missing.programme": "Please choose a programme.",
    "field.setup_market.market": "Your market",
    "choice.setup_market.developed": "Developed",
    "choice.setup_market.developing": "Developing",
    "field.setup_membership.level": "Level",
    "field.setup_membership.purchased": "Bought on",
    "field.setup_membership.until": "Anniversary",
    "hint.setup_membership.until": "Left empty, the rules decide.",
    "field.setup_names.names": "What do answers in channels show?",
    "choice.setup_names.hidden": "Numbers only",
    "choice.setup_names.open": "Names too",
    "field.setup_admins.admin": "More admins",
    "field.setup_admins.manager": "Managers",
    "field.setup_channel.channel": "Channel for alerts",
    "choice.settings.welcome": "welcome",
    "choice.settings.went_live": "live",
    "choice.settings.invited": "is this you?",
}

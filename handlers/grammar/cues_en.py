"""What the words of English add to a question. The longest phrase wins; each phrase once."""

from collections.abc import Mapping

from handlers.grammar.words import Cue

CUES: Mapping[Cue, str] = {
    Cue.FILL: """in the next days|in the coming days|in the next few days|in the coming few days
            |in the next couple of days|over the next few days|over the coming days|within the next few days
            |in the next weeks|in the coming weeks|in the next few weeks|in the coming few weeks
            |in the next couple of weeks|over the next few weeks|over the coming weeks|within the next few weeks
            |in the next months|in the coming months|in the next few months|in the coming few months
            |in the next couple of months|over the next few months|over the coming months|within the next few months
            |in the near future|including|inclusive|got a mail|got an email|got a message|got an alert
            |got a notification|got a dm|received a mail|received a message|a year|per year|everyone who
            |everybody who|keeps asking|keep asking|finally|at last|yay|hooray|this|right|designation|designations
            |we would like|i need to know|could i|may i ask|on file|so that we|for us|give or take|precisely
            |specifically|specific|particular|certain|present|presently|these days|until now|already now|lately
            |recently|earlier|soon|shortly|upcoming|coming|kind of|sort of|kinds|other|another|new|old|first|second
            |final|full|complete list|list of|details|detail|info|information|answer|update|need to know|dear assay
            |hey assay|my friend|mate|friend|everything|own|right|please tell|quick check|check|actual|real
            |really now|is there anything|are there any|any of|about to|my boss asks|wants to know|asking|for the
            |in the field of|field|topic|subject|case|when it comes to|in terms of|as of|with regard to|re|a|an|the
            |to|of|for|in|at|on|by|with|from|into|towards|toward|about|regarding|concerning|as|and|or|but|so|then
            |that|these|those|it|its|it's|there|still|yet|already|just|currently|now|right now|at the moment
            |at present|again|also|too|only|really|actually|exactly|please|pls|plz|thanks|thank you|thx|cheers|hi
            |hello|hey|good morning|good afternoon|assay|@assay|could you please|could you|can you please|can you
            |would you please|would you|will you|tell|say|explain|let|know|wonder|wondering|i wonder|i want to know
            |i would like to know|i'd like to know|let me know|do you know|want to know|like to know|tell me|tell us
            |me|quick|question|quick question|asks|ask|asked|guys|team|folks|company|organisation|organization|firm
            |our side|here|today's|current|level|levels|tier|status level|competency|competencies|competence
            |competences|specialisation|area|areas|official|officially|more|else|some|any|all|total|in total
            |altogether|overall|far|so far|up to now|required to|order|in order to|as well|now on|does|ok|okay|well
            |even|ever|once more|programme|program|with us|at our company|in our company|in our team|on our team|one
            |ones|going to|is going to|are going to|be|being|been|is it|are there|is there|which of|out of|moment
            |sorry|excuse me|dear|best|regards|at all|both|each|every|employee profile|side|next level up
            |much longer|exactly which|s|left over|short|brief|least|at least|minimum|maybe|perhaps|possibly|soonest
            |asap|urgently|quickly|yes|no problem|via|per|within|biggest|greatest|main|most urgent|top|latest news
            |or not|or what|until|before|so that|so we|extra|additional|additionally|on top|happy to report
            |glad to report|proud to report|happy to say|glad to say|pleased to report|i don't know|i dont know
            |don't know|dont know|not sure|no idea|any idea|i'm not sure|im not sure|i am not sure|remind us
            |just wondering|wanted to know|curious|out of curiosity|by the way|btw|fyi|hello there|hi there
            |good evening|happily|certainly|definitely|specific to|anyway|though|although|meanwhile|by now|as yet
            |as things are|in particular|especially|together|among us|amongst us|between us|all our|all of our
            |all the|whole|entire|each of|every one|go ahead and|managed to|i managed to|been able to|successfully
            |officially now|maybe even|even more|properly|really need|us please|of us|of ours|ours now""",
    Cue.POLITE: """can u|could u|could you|can you|would you|will you|could you please|can you please
            |would you please|would you mind|could you kindly""",
    Cue.SAID: "says|said|claims|believes|thinks|told|tells|writes|wrote|announced|reports|promised|mentioned",
    Cue.ANY: "anything|something",
    Cue.WHO: """who|who's|whos|who all|who else|whom|which people|which person|which persons|which employees
            |which employee|which colleagues|which colleague|which of us|which of our people|which of our employees
            |which team members|what people|whose|anyone|anybody|somebody|someone|everyone with|everybody with
            |all with|all who|everyone who|everybody who|anyone with|anybody with|somebody with|someone with
            |people with|employees with|colleagues with|staff with|person with|persons with|names|names of
            |which ones of us|what colleagues|which staff|which staff members|which consultants|which developers""",
    Cue.WHAT: "what|what's|whats|which|wich",
    Cue.WHEN: """how much time|time left|date|dates|deadline|due|due date|latest|when|when's|until when
            |till when|how long|how long until|by when|what date|which date|on which day|what day
            |how many days until|how many weeks until|how many months until|how many days|how many weeks
            |how many months|how many days left|days left|weeks left|days until|how soon|it time|time to|the time
            |until what date|until which date|until which day|by what day|by which date|by which day|from when
            |since when|at what date|on what date|how much longer|what's the date|the date|earliest|at the earliest
            |at the latest|by when at the latest""",
    Cue.HOW: "where|wheres|where's|how can|which way|how|how's|hows|in what way|what way",
    Cue.WHY: "why|how come|what for|for what reason|what's the reason|what is the reason|the reason|reason",
    Cue.BE: "is|are|am|was|were|remain|remains|stay|stays|keep|r",
    Cue.DO: "do|did|done|happen|happens|happened",
    Cue.WE: """we all|our company|our team|our organisation|our organization|our firm|our company's
            |we as a company|do we|we|us|our|ours|we're|we've|we'd|we'll|ourselves""",
    Cue.WISH: """i want to|i would like to|i'd like to|i plan to|i hope to|i'm going to|i am going to|i need to
            |trying to|try to|i'm trying to|i wish|i wish to|i aim to|planning to|hoping to|i would love to
            |i'd love to|i intend to""",
    Cue.I: "do i|i|i've|ive|i'm|i'd|i'll|myself",
    Cue.MY: "my|mine|of mine|for me|for myself",
    Cue.YOU: """he|she|they|him|her|his|hers|them|their|theirs|he's|she's|they're|do you|you|your|yours|you're
            |u|others|the others|other companies|other firms|competitors|our competitors|our customers|our clients""",
    Cue.NOT: """how did we|did we have|used to|fail|failed|fails|failing|flunk|flunked|messed up|refuse|refused
            |cancel|cancelled|not|don't|dont|doesn't|doesnt|didn't|didnt|isn't|isnt|aren't|haven't|havent|hasn't
            |hasnt|won't|can't|cannot|couldn't|shouldn't|wouldn't|never|no|nobody|noone|no one|none|except|almost
            |nearly|neither|nor|instead|unless|cant|wont|when did we|began|started|end the|stop the|end our|remove
            |delete|drop the|take away|unlink|withdrawn|i should have|i could have|i would have|i might have|yet to""",
    Cue.WITHOUT: "without|if not for|minus",
    Cue.IF: """if|what if|what happens if|what would happen if|what will happen if|what happens when|suppose
            |supposing|what happens|what would happen|what would it mean if|what does it mean if|what changes if
            |assuming|what changes when|what would change if|what changes|what would be the impact if
            |what's the impact if|what is the impact if|impact if|the impact|impact|the effect|effect
            |the consequences|consequences|consequence|the consequence|what are the consequences if|in case|whenever
            |imagine|let's say|say that|what'd happen if|what would it do to us if|what does it do to us if|if ever""",
    Cue.CAN: """can|could|may|might|able|are we able to|allowed|possible|is it possible to|afford to|manage to
            |capable|permitted""",
    Cue.MUST: "must|have to|has to|ought|ought to|got to|gotta",
    Cue.SHOULD: """best|better|sensible|recommended|recommend|makes sense|make sense|worthwhile|most useful
            |suggest|useful|should|ought to i|best to|makes most sense|makes the most sense|make most sense
            |make the most sense|most sense|most|recommendation|recommendations|suggestion|suggestions|advice|advise
            |advisable|good exam|good certification|good cert|good next|smartest|smart|wise|wisest|ideal|suitable
            |suits|fits|worth taking|worth doing|propose|pick|choose|pays off|useful next|good idea""",
    Cue.WILL: "will|would|shall|gonna",
    Cue.CONTRIBUTOR: "contributors|contributor|contributing people",
    Cue.NEED: """shortest way|quickest way|fastest way|do we need anybody else|anybody else|anyone else
            |somebody else|what's the gap|what is the gap|more people|how many more|how many more people|lacking
            |we are missing|needed to|to be done|to do for|have to have|shortfall|short of for|unfulfilled|unmet
            |ask for|asked for|expect|expected|demanded|demands|conditions|condition|wanting|want|need|needs|needed
            |require|requires|required|requirement|requirements|missing|miss|lack|lacks|short of|necessary
            |prerequisite|prerequisites|outstanding|left to do|remains|remaining|gap|gaps|to go|what does it take
            |what it takes|what will it take|what would it take|still open|fall short|short for|criteria|left for
            |left until|stands between|stand between|standing between|comes between|hold us back|holds us back
            |holding us back|held back|keeps us from|keeping us from|stops us from|stopping us from|prevents us from
            |preventing us from|in the way|in our way|stands in the way|blocks|blocking|blocker|blockers|hurdles
            |hurdle|obstacles|obstacle|short are we|are we short|how short|exams short|people short
            |certifications short|certificates short|certs short|remains to be|remain to be|left to be|still to do
            |to do list|todo|to-do|todos|what do we lack|we lack|do we lack|need to be|needs to be|need to do
            |needs to happen|need to happen|has to happen|must happen|have to happen|still need|still needed
            |still required|still missing|still lacking|still short|must have|must haves|checklist|open points
            |open items""",
    Cue.HAVE: """have left until|have got|has got|possessing|'ve got|have|has|had|having|possess|possesses
            |have i got|i've got|comes up with|there anyone with""",
    Cue.HOLD: "hold|holds|holding|own|owns",
    Cue.REACH: """got|make|made|makes|achieves|make it to|get to|get there|reaches|fulfil all|won|win
            |accomplishing|attains|earns|obtains|hit|reach|reached|reaching|achieve|achieved|achieving|attain
            |attained|attaining|qualify|qualified|earn|earned|earning|obtain|obtained|accomplish|accomplished
            |eligible|qualify for|qualifies|get hold of|make it|makes it|made it|land|landed|secure gold|gotten
            |getting to|get us to|got us""",
    Cue.GET: "get|gets|getting|receive|gain|become|becomes|become a",
    Cue.MEET: """meet|meets|met|meeting the|fulfil|fulfils|fulfill|fulfills|fulfilled|satisfy|satisfies
            |satisfied""",
    Cue.STATUS: """is much missing|much missing|much left|how far off|far off|how far away|far away|far from
            |big picture|are we good|are we ok|are we okay|are we fine|still ok|still okay|still good|still fine
            |how do things stand|things stand|close to|close|near|nearer|closer|on track|track record|where do we
            |where we are|where are we at|how good|how strong|rating|qualified for|status|standing|stand|stands
            |progress|overview|how are we doing|how we are doing|how we're doing|how are we|doing|how far|how close
            |where are we|how is it going|how are things|how do things look|how does it look|how does|look|looks
            |summary|going|score|scoreboard|how well|level status|state|state of play|coming along|looking|look like
            |looking like|along|far along|how far along|getting along|getting on|get on|report|status report
            |state report|fine|be fine|all right|alright|in shape|in good shape|situation|the situation|picture
            |position|update on|where we stand|make progress|making progress|progressing|advanced|dashboard|snapshot
            |faring|fare|performing|in good standing""",
    Cue.COUNT: """behind|responsible for|fulfilling|count for|counts for|make up|makes up|count|counts|counting
            |counted|contribute|contributes|contributing|contributed|counts towards|counts toward|fills|fill
            |qualifying|credited|contribution|contributions|rest|rests|rest on|rests on|rely|relies|rely on
            |relies on|depend on|depends on|hang on|hangs on|carry|carries|carrying|hold up|holds up|backs|backing
            |keep up|make possible|stand behind|stands behind|counts as|count as|considered|taken into account
            |eligible for|names behind|people behind""",
    Cue.PASS: """certified|certified in|certified for|qualified in|certify|pass|passes|passed|passing|complete
            |completes|completed|cleared|aced|succeeded|finished|gains|acquires|acquired|passed successfully|nailed
            |smashed|cracked|got through|made it through|sailed through|certifies|succeeded in|pass mark
            |got certified|gets certified|get certified|became certified|becomes certified|just did|have done""",
    Cue.TAKE: """took|focus on|schedule|book|try|sit for|aim for|start with|take|takes|taking|write|sit|study
            |learn|tackle|attempt|prepare|go for|work on|pursue|going for|go after|attend|get started with|start on
            |concentrate on|enrol for|sign up for|register for|aim at""",
    Cue.LINK: """profile|linked up|attach|attached|claim|claimed|save|saved|enrol|put in|put down|link|links
            |linked|linking|record|recorded|register|registered|log|logged|add|added|note|enter|entered|associate
            |associated|connected|stored|on record|submitted|submit|enter for me|on file for|credit me with
            |put on record|put on file|add to my profile""",
    Cue.EXAM: """badge|badges|mcp|trainings|training|diploma|diplomas|exam|exams|examination|test|tests
            |certification|certifications|certificate|certificates|cert|certs|credential|credentials|achievement
            |achievements|assessment|assessments|qualification|qualifications|technical assessment|course|courses
            |module""",
    Cue.LAPSED: "expired|lapsed|ran out|run out already",
    Cue.EXPIRE: """invalid|end of validity|out of date|outdated|up for renewal|become invalid|becomes invalid
            |terminate|terminates|expire|expires|expiring|expiry|expiration|run out|runs out|running out|lapse
            |lapses|lapsing|ends|end|ending|valid|expiration date|expiry date|due to expire|go away|runs off|be up
            |about to lapse|about to expire|about to run out|expiries|expirations|lapse date|no longer valid
            |not valid any more|not valid anymore|come to an end|comes to an end to be valids to be valid
            |lose validity|loses validity|up for expiry|stop being valid|will have expired|stops being valid
            |validity|have to be retaken|needs renewing|drop off|stale|be over""",
    Cue.RISK: """in trouble|trouble|worried|worry|worrying|at stake|shaky|threatening|critical|endanger|fragile
            |vulnerable|wobbly|risk|risks|at risk|risky|endangered|in danger|danger|threatened|jeopardy|in jeopardy
            |threat|unsafe|safe|secure|threaten|threatens|alarm|alarms|alarming|warning|warnings|shaking|tight
            |exposed|exposure|weak spots|weak spot|weakest|weak|problematic|on thin ice|go wrong|goes wrong
            |going wrong|in peril|peril|concern|concerns|concerned|at danger|danger of losing|risk of losing
            |danger to lose""",
    Cue.UPGRADE: "upgrade|upgrades|upgraded|upgrading|move up|moving up|step up|go up a level",
    Cue.RENEW: """buy|purchase|renewal window|renewal date|renew|renews|renewed|renewal|renewals|renewing
            |anniversary|anniversaries|anniversary date|extend|prolong|reenrol|renewable|extension|extending
            |reenroll|re-enrol|re-enroll|renewal deadline|anniversary of""",
    Cue.MEMBER: "partnership|membership|memberships|subscription|enrolment|enrollment|member",
    Cue.OVERRIDE: """override list|special permission|special permissions|exemption|exemptions|override|overrides
            |overridden|exception|exceptions|waiver|waivers|overrule|special rule|special rules|dispensation
            |exemption list|exceptional approval|overriding""",
    Cue.ACTIVE: """active|in force|in effect|exist|exists|apply|applies|running|ongoing|opens|open|in place|last
            |lasts|hold until|effective|covered|cover|covers|covered by|cover us|in place for|in use|still on
            |still running""",
    Cue.BENEFIT: """cost|costs|price|prices|pricing|fee|fees|how expensive|expensive|how much is|how much are
            |how much does|how much would|worth it|bother|bother with|what's in it|what is in it|in it for us
            |what is in it for us|pros|rewards|reward|privileges|value of|rights|benefit|benefits|advantage
            |advantages|perk|perks|bring|brings|worth|include|includes|included|entitled|offer|offers
            |what do we get out of|give us|gives us|buy us|good for|comes with|come with|comes along with
            |worth going|worth it to go|worth getting|worth having|worth being|worth becoming|what for us|use of
            |the use of|the point of|point of|any good|gain from|gain by|what's good about|what is good about|profit
            |profit from|upsides|upside|extras|entitle|entitles|entitlement|entitlements|what do we get for
            |get out of|do for us|does for us|does it do for us|discounts|discount|value""",
    Cue.NEXT: "next|as next|afterwards|from here|next up|next step|next steps|up next|after that",
    Cue.LEAVE: """leave us|leaves us|left us|quits his job|quits her job|walks away|hands in notice|gives notice
            |no longer works here|not there any more|moves away|sacked|dies|departure|absent|unavailable|leave
            |leaves|leaving|left|quit|quits|quitting|resign|resigns|resigned|goes|go|went|departs|depart|gone
            |is gone|walks out|retires|moves on|is away|drops out|fired|fire|no longer here|steps down|leaving us
            |left the company|leaves the company|leave the company|leaving the company|walk out|walk away|goes away
            |go away from us|moves to another company|switches jobs|changes jobs|gets another job
            |is no longer with us|no longer with us|no longer there|not here any more|hands in her notice
            |hands in his notice|off sick|retire|retired|retiring|dropped out|drop out|gets fired|is fired|let go
            |departing|departed|quit the company""",
    Cue.LOSE: """taken away|is withdrawn|lose|loses|lost|losing|drop|drops|dropped|disappears|disappear
            |fall away|falls away|revoked|loss|the loss of|loss of|losses|falls through|forfeit|forfeits|forfeited
            |slip away|slips away|slip|slips|fall out|falls out|be taken away|miss out on""",
    Cue.HELP: """how can you help|how can you help me|can you help me|can you help|what are your commands
            |list of commands|your features|features|what are you able to do|who is assay|tutorial|introduction
            |explain yourself|help|help me|what can you do|what do you do|what can i ask|what can i ask you
            |how does this work|how do you work|how can i use you|how do i use you|how do i use this|what are you
            |who are you|what can i do here|commands|command|usage|instructions|manual|what can assay do
            |what do you know|what questions can i ask|how to use|what can we ask you|what can we ask
            |how does assay work|what is assay|examples|support|what are you good for|what can i use you for
            |what can we use you for|what can i use this for|which questions can you answer
            |which questions can i ask|what questions can you answer|what questions do you answer
            |what can you answer|how this works|how it works|how does it work|how you work|show me what you can do
            |what you can do|tell me what you can do|what else can you do|what can you help with
            |what can you help me with|how do i start|where do i start|how do we start|how do i begin
            |getting started|get started|how do i get started|what is this|what's this|what is this bot
            |what does this bot do|what does this do|what can this bot do|what do i do here|what are my options
            |options|capabilities|what do you offer|what are you for|who is this|guide|faq|how do i talk to you
            |how to talk to you|what should i ask|what should i ask you|what may i ask""",
    Cue.CENTRE: "competency centre|competency center|competence centre|competence center",
    Cue.FIELD: """which competencies|which competency|what competencies|which levels|what levels|which level
            |what level|in which competencies|in which competency|which ones|which specialisations
            |which of our competencies|what of our competencies|which of the competencies""",
    Cue.PEOPLE: """people|person|persons|employee|employees|colleague|colleagues|many|how many|how many people
            |number|staff|developers|consultants|members|headcount|much|how much|experts|certified people
            |qualified people|folks|guys with|heads|workers|engineers|architects|specialists|persons needed
            |team members|team mates|teammates|workforce|more exams|number of""",
    Cue.SHOW: """show|show me|show us|list|display|give|give me|see|view|want to see|i want to see|look up|find
            |remind me|check|walk me through|walk us through|talk me through|talk us through|take me through
            |take us through|run me through|run through|guide me through|go through|let me see|let us see|let's see
            |i'd like to see|i would like to see|pull up|bring up|print|open up|can i see|may i see|could i see
            |present|get me|fetch|send me|enumerate|name|break down|spell out|outline|lay out|describe|summarise
            |summarize|clarify""",
}

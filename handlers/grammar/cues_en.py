"""What the words of English add to a question. The longest phrase wins; each phrase once."""

from collections.abc import Mapping

from handlers.grammar.words import Cue

CUES: Mapping[Cue, str] = {
    Cue.FILL: """a year|per year|list everyone|everyone who|everybody who|keeps asking|keep asking|finally|at last
        |yay|hooray
        |this|right|designation|designations
        |we would like|i need to know|could i
        |may i ask|on file|so that we|for us|give or take|precisely|specifically|specific|particular|certain
        |present|presently|these days|until now|already now|lately|recently|earlier|soon|shortly|upcoming
        |coming|kind of|sort of|kinds|other|another|new|old|first|second|final|full|complete list|list of
        |details|detail|info|information|answer|update|need to know|dear assay|hey assay|my friend|mate
        |friend|everything|own|right|please tell|quick check|check|actual|real|really now|is there anything
        |are there any|any of|about to|my boss asks|wants to know|asking|for the|in the field of|field|topic
        |subject|case|when it comes to|in terms of|as of|with regard to|re|a|an|the|to|of|for|in|at|on|by
        |with|from|into|towards|toward|about|regarding|concerning|as|and|or|but|so|then|that|these
        |those|it|its|it's|there|still|yet|already|just|currently|now|right now|at the moment|at present
        |again|also|too|only|really|actually|exactly|please|pls|plz|thanks|thank you|thx|cheers|hi|hello|hey
        |good morning|good afternoon|assay|@assay|could you please|could you|can you please|can you
        |would you please|would you|will you|tell|say|explain|let|know|wonder|wondering|i wonder
        |i want to know|i would like to know|i'd like to know|let me know|do you know|want to know
        |like to know|tell me|tell us|me|quick|question|quick question|asks|ask|asked|guys|team|folks
        |company|organisation|organization|firm|our side|here|today's|current|level|levels|tier|status level
        |competency|competencies|competence|competences|specialisation|area|areas|official|officially|more
        |else|some|any|all|total|in total|altogether|overall|far|so far|up to now
        |required to|order|in order to|as well|now on|does|did|ok|okay|well|even|ever|once more|programme
        |program|with us|at our company|in our company|in our team|on our team|one|ones|going to|is going to
        |are going to|be|being|been|is it|are there|is there|which of|out of|moment|sorry|excuse me|dear
        |best|regards|at all|both|each|every|employee profile|side|next level up|much longer|exactly which|s
        |left over|short|brief|least|at least|minimum|maybe|perhaps|possibly|soonest|asap|urgently|quickly
        |yes|no problem|via|per|within""",
    Cue.ANY: "anything|something",
    Cue.WHO: """who|who's|whos|who all|who else|whom|which people|which person|which persons
        |which employees|which employee|which colleagues|which colleague|which of us|which of our people
        |which of our employees|which team members|what people|whose|anyone|anybody|somebody|someone""",
    Cue.WHAT: "what|what's|whats|which|wich",
    Cue.WHEN: """how much time|time left|date|dates|deadline|due|due date|latest|when|when's|until when|till when
        |how long|how long until
        |by when|what date|which date|on which day|what day""",
    Cue.HOW: "where|wheres|where's|how can|which way|how|how's|hows|in what way|what way",
    Cue.WHY: "why|how come|what for",
    Cue.BE: "is|are|am|was|were|remain|remains|stay|stays|keep|r",
    Cue.DO: "do|done",
    Cue.WE: """we all|our company|our team|our organisation|our organization|our firm
        |our company's|we as a company|do we|we|us|our|ours|we're|we've|we'd|we'll|ourselves""",
    Cue.WISH: "i want to|i would like to|i'd like to|i plan to|i hope to|i'm going to|i am going to|i need to",
    Cue.I: "do i|i|i've|ive|i'm|i'd|i'll|myself",
    Cue.MY: "my|mine|of mine|for me|for myself",
    Cue.YOU: """he|she|they|him|her|his|hers|them|their|theirs|he's|she's|they're|do you|you|your
        |yours|you're|u|others|the others|other companies|other firms|competitors|our competitors|our customers
        |our clients""",
    Cue.NOT: """how did we|did we have|used to|fail|failed|fails|failing|flunk|flunked|messed up|refuse|refused
        |cancel|cancelled
        |not|don't|dont|doesn't|doesnt|didn't|didnt|isn't|isnt|aren't|haven't|havent|hasn't|hasnt|won't
        |can't|cannot|couldn't|shouldn't|wouldn't|never|no|nobody|noone|no one|none|except|almost|nearly|neither
        |nor|instead|unless|cant|wont""",
    Cue.WITHOUT: "without|if not for|minus",
    Cue.IF: """if|what if|what happens if|what would happen if|what will happen if
        |what happens when|suppose|supposing|what happens|what would happen|what would it mean if
        |what does it mean if|what changes if|assuming""",
    Cue.CAN: "can|could|may|might|able|are we able to|allowed",
    Cue.MUST: "must|have to|has to|ought|ought to|got to|gotta",
    Cue.SHOULD: """best|better|sensible|recommended|recommend|makes sense|make sense|worthwhile
        |most useful|suggest|useful|should|ought to i|best to""",
    Cue.WILL: "will|would|shall|gonna",
    Cue.CONTRIBUTOR: "contributors|contributor|contributing people",
    Cue.NEED: """shortest way|quickest way|fastest way|do we need anybody else|anybody else|anyone else
        |somebody else|what's the gap|what is the gap
        |more people|how many more|how many more people|lacking|we are missing|needed to|to be done|to do for
        |have to have|shortfall
        |short of for|unfulfilled|unmet|ask for|asked for|expect|expected|demanded|demands|conditions
        |condition|wanting|want|need|needs|needed|require|requires|required|requirement|requirements|missing
        |miss|lack|lacks|short of|necessary|prerequisite|prerequisites|outstanding|left to do|remains
        |remaining|gap|gaps|to go|what does it take|what it takes|what will it take|what would it take
        |still open|fall short|short for|criteria|left for|left until""",
    Cue.HAVE: "have left until|have got|has got|possessing|'ve got|have|has|had|having|possess|possesses",
    Cue.HOLD: "hold|holds|holding|own|owns",
    Cue.REACH: """got|make|made|makes|achieves|make it to|get to|get there|reaches|fulfil all|won|win|accomplishing
        |attains|earns|obtains|hit|reach|reached|reaching|achieve|achieved|achieving|attain|attained
        |attaining|qualify|qualified|earn|earned|earning|obtain|obtained|accomplish|accomplished|eligible
        |qualify for|qualifies""",
    Cue.GET: "get|gets|getting|receive|gain|become|becomes|become a",
    Cue.MEET: """meet|meets|met|meeting the|fulfil|fulfils|fulfill|fulfills|fulfilled|satisfy
        |satisfies|satisfied""",
    Cue.STATUS: """how far off|far off|how far away|far away|far from|big picture|are we good|are we ok|are we okay
        |are we fine|still ok|still okay|still good|still fine|how do things stand|things stand|close to|close
        |near|nearer|closer|on track|track record|where do we|where we are
        |where are we at|how good|how strong|rating|qualified for|status|standing|stand|stands|progress
        |overview|how are we doing|how we are doing|how we're doing|how are we|doing|how far|how close
        |where are we|how is it going|how are things|how do things look|how does it look|how does|look|looks
        |summary|going|score|scoreboard|how well|level status|state|state of play|coming along""",
    Cue.COUNT: """behind|responsible for|fulfilling|count for|counts for|make up|makes up|count
        |counts|counting|counted|contribute|contributes|contributing|contributed|counts towards
        |counts toward|fills|fill|qualifying|credited|contribution|contributions""",
    Cue.PASS: """certified|certified in|certified for|qualified in|certify|pass|passes|passed
        |passing|complete|completes|completed|cleared|aced|succeeded|finished|gains|acquires|acquired""",
    Cue.TAKE: """took|focus on|schedule|book|try|sit for|aim for|start with|take|takes|taking
        |write|sit|study|learn|tackle|attempt|prepare|go for|work on|pursue""",
    Cue.LINK: """profile|linked up|attach|attached|claim|claimed|save|saved|enrol|put in|put down|link
        |links|linked|linking|record|recorded|register|registered|log|logged|add|added|note|enter|entered
        |associate|associated|connected|stored|on record|submitted|submit""",
    Cue.EXAM: """badge|badges|mcp|trainings|training|diploma|diplomas|exam|exams|examination|test
        |tests|certification|certifications|certificate|certificates|cert|certs|credential|credentials
        |achievement|achievements|assessment|assessments|qualification|qualifications|technical assessment
        |course|courses|module""",
    Cue.EXPIRE: """invalid|end of validity|out of date|outdated|up for renewal|become invalid
        |becomes invalid|terminate|terminates|expire|expires|expired|expiring|expiry|expiration|run out
        |runs out|running out|lapse|lapses|lapsing|ends|end|ending|valid|expiration date|expiry date
        |due to expire|go away|runs off|be up""",
    Cue.RISK: """in trouble|trouble|worried|worry|worrying|at stake|shaky|threatening|critical|endanger|fragile
        |vulnerable|wobbly|risk|risks
        |at risk|risky|endangered|in danger|danger|threatened|jeopardy|in jeopardy|threat|unsafe|safe|secure""",
    Cue.RENEW: """buy|purchase|upgrade|upgrades|upgraded|upgrading|move up|moving up|renewal window|renewal date
        |renew|renews
        |renewed|renewal|renewals|renewing|anniversary|anniversaries
        |anniversary date|extend|prolong|reenrol""",
    Cue.MEMBER: "partnership|membership|memberships|subscription|enrolment|enrollment|member",
    Cue.OVERRIDE: """override list|special permission|special permissions|exemption|exemptions|override
        |overrides|overridden|exception|exceptions|waiver|waivers|overrule""",
    Cue.ACTIVE: """active|in force|in effect|exist|exists|apply|applies|running|ongoing|opens|open|in place
        |last|lasts|hold until|effective""",
    Cue.BENEFIT: """cost|costs|price|prices|pricing|fee|fees|how expensive|expensive|how much is|how much are
        |how much does
        |how much would|worth it|bother|bother with|what's in it|what is in it|in it for us|what is in it for us
        |pros|rewards|reward|privileges|value of|rights
        |benefit|benefits|advantage|advantages|perk|perks|bring|brings|worth|include|includes|included
        |entitled|offer|offers|what do we get out of|give us|gives us|buy us|good for""",
    Cue.NEXT: "next|as next|afterwards|from here",
    Cue.LEAVE: """leave us|leaves us|left us|quits his job|quits her job|walks away|hands in notice
        |gives notice|no longer works here|not there any more|moves away|sacked|dies|departure|absent
        |unavailable|leave|leaves|leaving|left|quit|quits|quitting|resign|resigns|resigned|goes|go|went
        |departs|depart|gone|is gone|walks out|retires|moves on|is away|drops out|fired|fire|no longer here
        |steps down""",
    Cue.LOSE: """taken away|is withdrawn|lose|loses|lost|losing|drop|drops|dropped
        |disappears|disappear|fall away|falls away|revoked""",
    Cue.HELP: """how can you help|how can you help me|can you help me|can you help
        |what are your commands|list of commands|your features|features|what are you able to do|who is assay
        |tutorial|introduction|explain yourself|help|help me|what can you do|what do you do|what can i ask
        |what can i ask you|how does this work|how do you work|how can i use you|how do i use you
        |how do i use this|what are you|who are you|what can i do here|commands|command|usage|instructions
        |manual|what can assay do|what do you know|what questions can i ask|how to use|what can we ask you
        |what can we ask|how does assay work|what is assay|examples|support""",
    Cue.CENTRE: "competency centre|competency center|competence centre|competence center",
    Cue.FIELD: """which competencies|which competency|what competencies|which levels|what levels
        |which level|what level|in which competencies|in which competency""",
    Cue.PEOPLE: """people|person|persons|employee|employees|colleague|colleagues|many|how many
        |how many people|number|staff|developers|consultants|members|headcount|much|how much|experts""",
    Cue.SHOW: """show|show me|show us|list|display|give|give me|see|view|want to see|i want to see
        |look up|find|remind me|check""",
}

PAIRS: Mapping[str, Cue] = {"run out": Cue.EXPIRE, "runs out": Cue.EXPIRE, "running out": Cue.EXPIRE}
"""Words that may stand apart, as in "läuft ... ab"."""

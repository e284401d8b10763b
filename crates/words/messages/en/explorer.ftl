# The explorer's page. Messages whose ids begin with `page-` are handed to its script: plain texts with `{ $name }`, no forms to
# choose from; a plural is two messages, `…-one` and `…-other`.

# Bars and tools

page-skip = Skip to the society
page-title = Demerit: see it
page-brand = a laboratory of made-up societies
page-tools = Study, tour, files and language
page-study = Study
page-language = Language
page-tour-begin = Guided tour
page-striking = A life that shows much
page-striking-wait = Once all weeks are lived, it is known whose life shows much.
page-striking-wrongly = Picked because nobody, or hardly anybody, was wrongly under a sanction for longer: { $weeks } weeks in world A.
page-striking-deserved = Picked because it was under a sanction for long, and never wrongly: { $weeks } weeks in world A.
page-striking-untouched = Picked because it was never under a sanction in world A.
page-save = Save as study
page-saved = { $name } is saved.
page-open = Open a study
page-cannot-open = { $name } cannot be opened.
page-file-too-large = It is larger than a study can be: { $most } KiB at most.
page-link = Copy link
page-linked = Link copied
page-link-broken = The link could not be read; this is the study as it is.
page-link-needs-file = This study comes from a file, which a link cannot hold. Save it as a study and pass the file on.
page-link-file-closed = The study of this link comes from a file that is not open here. Open the file; until then this is the usual study.
page-dropped = These worlds were dropped to make room for those of other windows. Change something, or load the page again, to live them anew.
page-lost = The program on this computer does not answer. The page goes on by itself once it does; if you ended it, run demerit explore again.
page-close = Close
page-working = Being worked out
page-done = All weeks are lived.
page-foot = Demerit is a laboratory of made-up societies. It holds no record of any real person and answers no question about one. What you see are conditional statements: if people, watching and rules were like this, then this would follow.

# What a reader sees first

page-opening-kicker = Demerit · a laboratory of made-up societies
page-opening-title = What would a score for every citizen do?
page-opening-says = Below live a hundred thousand made-up persons, twice: once under cameras, points and lists as a report of 2018 described them, once under law and courts only. They are the same persons with the same luck. Every difference is the regime’s doing.
page-opening-tour = Take the tour (ten minutes)
page-opening-look = Look around by myself
page-opening-condition = Nobody here is real. Persons are numbers without names, made from published totals and a seed. The program runs on this computer alone and sends nothing anywhere.

# Worlds and pictures

page-world-here = World A
page-world-beside = World B
page-picture-label = The made-up country of { $world }. Each dot is a person. Move with the arrow keys, open a life with Enter.
page-picture-label-blocks = The made-up country of { $world }. Each dot stands for { $persons } persons. Move with the arrow keys, open the life of one of them with Enter.
page-picture-help = Shift with an arrow key goes further. Outside the picture, the arrow keys go from week to week, Home and End to the first and the last, the space bar plays and stops.
page-phase-before = courts only
page-phase-pilot = pilots in some cities (framed)
page-phase-near = : { $held } of persons, { $wanted } wanted
page-phase-far = : { $held } of persons, { $wanted } wanted; with so few persons whole cities come no nearer
page-phase-national = in force everywhere
page-key-person = Each dot is one person; blocks are cities. Click a dot to read that life.
page-key-block = Each dot stands for { $persons } persons of one neighbourhood.
page-key-no-score = No regime of these worlds keeps a score.
page-key-nobody = nobody
page-key-all = all
page-key-no-fear = no fear
page-key-most-fear = most fear
page-colouring-sanction = Sanction
page-colouring-standing = Standing
page-colouring-score = Score
page-colouring-fear = Fear
page-colouring-standing-says = share in a tier that sanctions
page-colouring-sanction-says = share wrongly under a sanction
page-colouring-fear-says = how much fear holds people back
page-colouring-score-says = points on record
page-cell-sanction-none = no sanction
page-cell-sanction-deserved = under a sanction by the rules
page-cell-sanction-wrong = wrongly under a sanction
page-cell-sanction-listed = on the court’s list
page-cell-sanction-listed-wrongly = wrongly on the list

# The player

page-player = Weeks
page-player-week = Week
page-player-when = { $year }, week { $week }
page-player-living = { $weeks } of { $all } weeks lived
page-player-play = Play
page-player-pause = Pause
page-player-speed = Speed
page-player-weeks-a-second = { $weeks } weeks a second
page-player-look = Colour persons by

# Who somebody is

page-person-number = Person { $number }
page-person-who = { $sex }, { $age }
page-person-household-one = living alone
page-person-household-other = household of { $number }
page-person-score = score { $score }
page-person-fear = fear { $fear }
page-person-open = Click to read this life
page-sex-female = woman
page-sex-male = man

# What if

page-what-if = What if?
page-reset-one = Set the one change back
page-reset-other = Set all { $number } changes back
page-reset-nothing = Nothing is changed
page-beside-what = Beside it, in world B:
page-beside-nothing = (the study has one world alone)
page-beside-unchanged = world A as it was before your changes
page-safeguards = Safeguards
page-safeguards-note = What law or reformers ask for. Each can be put into world A.
page-group-seeing = Seeing
page-group-judging = Judging
page-group-ties = Friends and family
page-group-list = The list
page-group-remedy = Remedy
page-group-fear = Fear
page-back-to = Back to { $value }
page-assumption = assumption
page-sourced = source
page-range = range { $low } to { $high }
page-range-allowed = no range declared; allowed { $low } to { $high }
page-in-both = in both worlds
page-usual-value = As the study has it
page-what-it-is = What it is
page-source = Source
page-no-source = None: it is our assumption.
page-note = Note
page-place = Place in the file
page-mechanisms = Mechanisms
page-mechanisms-note = What the source tells, each with a switch, and whether it is documented, reported or hypothetical.
page-mechanism-off = Switched off: { $off }
page-claim-documented = documented
page-claim-reported = reported
page-claim-hypothetical = hypothetical
page-all-figures = All { $count } figures
page-find-figure = Find a figure, such as camera or loan
page-figures-found = { $found } figures, { $shown } shown
page-size = Size and luck
page-size-persons = Persons
page-size-years = Years
page-size-seed = Seed: another number is other luck
page-size-note = More persons, steadier figures, longer waits.

# Numbers and charts

page-numbers = Where both worlds stand
page-numbers-note = One throw of luck: another seed moves these figures a little. Shares are of all persons unless they say otherwise.
page-before = World A before your change
page-figure-sanctioned = Under a sanction
page-figure-wrongly-sanctioned = Wrongly under a sanction
page-figure-record-precision = Entries on record that are true of the person
page-figure-camera-precision = Names written by cameras that are right
page-figure-refusals = Requests refused
page-figure-school-places-refused = School places refused
page-figure-appeal-success-given-innocence = Appeals of the innocent that succeed
page-figure-posts-withheld = Critical posts that were not written
page-figure-fear = Mean fear
page-unit-per-1-000-persons-a-year = per 1,000 persons a year
page-charts = In pictures
page-chart-waits = Drawn as soon as something is measured.

# Why

page-why = Why? What is this made of?
page-why-title = What this is made of
page-why-definition = How it is defined
page-why-unit = Unit: { $unit }.
page-why-source = Source: { $source }.
page-why-origins = Where wrong sanctions come from
page-why-mechanisms = Mechanisms behind it
page-why-no-mechanism = No single mechanism stands behind this.
page-why-shares = How much each error or mechanism brings about
page-why-shares-note = The world is lived again, small. What is wrong is shared out among errors: every combination of them is remedied, with every rule kept. Anything else is shared out among mechanisms: every combination is switched off. Each gets its fair part of the total (its Shapley value); the parts add up.
page-why-of-what = Measure
page-why-work-out = Work it out
page-why-no-shares = This measure has no total that could be shared out.
page-why-shares-of = In a small world of { $persons } persons over { $weeks } weeks; the total is { $total }.
page-why-mean = The total is the mean over the whole run. The heading of the chart tells the last year, which is another number where something grew or shrank.
page-why-none = What is left without all of these
page-why-assumptions = What it rests on: { $count } assumptions
page-why-assumptions-show = Show the figures that nobody is cited for
page-why-no-assumption = Every figure of these mechanisms has a source.
page-why-figure = Figure
page-why-range = Range

# Mechanisms

page-player-short-wrong-person = Taken for somebody else
page-player-short-wrong-inference = Deeds read as traits that are not there
page-player-short-wrong-join = Files joined wrongly
page-player-short-clerk = Slips of clerks
page-player-short-tie = Deeds of friends and family
page-player-short-uneven-attention = Some looked at more than others
page-player-short-identification = Faces mistaken
page-player-short-joined-files = Files joined wrongly
page-player-short-clerk-errors = Errors of clerks
page-player-short-proxies = Purchases read as traits
page-player-short-spillover = Deeds of friends and family
page-player-short-commercial-score = A company’s score
page-player-short-attention = Looking where one looked before
page-player-short-observation = What is seen at all

# A life

page-life-title = The life of person { $number }
page-life-again = Both worlds are lived again, with the same luck, to write down all that befalls this one person.
page-life-failed = This life could not be told.
page-life-empty = Nothing stands in the ledger of this life.
page-life-chart = Score on record and deserved score over the years
page-life-on-record = score on record
page-life-deserved = score that the true deeds would have given
page-life-when = When
page-life-true = What is true
page-life-record = What stands on record, and what it did
page-life-points = Points
page-life-score = Score
page-life-scores = { $score } (deserved { $deserved })
page-life-kind-true = true and on record
page-life-kind-wrong = on record, but not this person’s doing
page-life-kind-sanction = sanctioned
page-life-kind-refusal = refused
page-life-kind-remedy = remedy

# The tour

page-tour-of = The tour, step { $step } of { $steps }
page-tour-step = Step { $step }: { $title }
page-tour-leave = Leave the tour
page-tour-back = Back
page-tour-next = Next step
page-tour-end = Look around by yourself
page-tour-task = Now you:
page-tour-show = Show me where
page-tour-measuring = Being measured …
page-tour-nothing = Nothing was measured before or after.
page-tour-return = Back to the step
page-tour-fell = It was { $was } and is { $now } now: less, in this run.
page-tour-rose = It was { $was } and is { $now } now: more, in this run.
page-tour-same = It was { $was } and is { $now } now: about the same, in this run.
page-rates-right = The camera is right
page-rates-guilty = Of { $faces } faces, this many did something:
page-rates-good = named rightly
page-rates-bad = named wrongly
page-rates-counted = Of { $faces } faces { $guilty } did something. The camera names { $good } of them, and { $bad } of all the others: { $share } of the names are wrong.
page-tour-cameras-title = Cameras: nearly always right, and still wrong
page-tour-cameras-source = The report: 200 million cameras, no dark corner, and a machine that knows each face.
page-tour-cameras-says = A camera looks at very many faces, and few of them did anything. So even if it errs once in a thousand faces, most of the names that it writes down can be wrong. Move the two sliders here until you see it. The worlds below are set like this: one false match in a thousand looks, many alarms with nothing behind them, few deeds.
page-tour-cameras-live = Of the names that cameras write down in world A, { $here } are wrong.
page-tour-cameras-task = put the safeguard “A higher threshold for faces” into force: the machine then names somebody only when it is surer, and misses more.
page-tour-cameras-fell = The doubtful names are gone, and fewer of those that are left are wrong.
page-tour-cameras-rose = The doubtful names are gone, and yet more of those that are left are wrong.
page-tour-cameras-same = The doubtful names are gone, and of those that are left as many are wrong.
page-tour-cameras-after = The faces are the same and so are the deeds. How true a record is, is nobody’s setting. It comes of how many are looked at, how few did something, and how often the machine errs.
page-tour-purchases-title = What a purchase tells about you
page-tour-purchases-source = The report: who buys nappies is responsible and gains points; who buys alcohol loses some.
page-tour-purchases-says = The regime sees the purchase and guesses the person. The wine may be for guests. Here the truth is known, so it can be counted how often the guess is wrong, and who is under a sanction for it.
page-tour-purchases-live = { $here } of all persons in world A are wrongly under a sanction now; in world B { $beside }.
page-tour-purchases-task = set the points for buying alcohol to the end nearest zero.
page-tour-purchases-fell = So much of it hung on a few points for what many buy.
page-tour-purchases-rose = Fewer points for alcohol did not lessen it here.
page-tour-purchases-same = These points were not what brought people there.
page-tour-purchases-after = What a rule weighs comes of how many do what it is about, and of how often the guess about them is wrong.
page-tour-ties-title = Friends and father
page-tour-ties-source = The report: if your father or your best friend says something against the government, you lose points too.
page-tour-ties-says = A loss goes along ties: to the partner, parents, children, friends. Each of them has others. So a few deeds can put many under a sanction who did nothing.
page-tour-ties-live = { $here } of all persons in world A are wrongly under a sanction now; in world B { $beside }.
page-tour-ties-task = switch off the mechanism “A friend’s or father’s word costs you points”.
page-tour-ties-fell = Whoever is gone now from the orange was there for somebody else’s deed.
page-tour-ties-rose = Without the points of others there are more here, not fewer.
page-tour-ties-same = Hardly anybody was there for the deeds of others alone.
page-tour-ties-after = A tie passes on what the other lost, whatever one did oneself.
page-tour-list-title = The list and the booking app
page-tour-list-source = The report: a journalist on the court’s list opens the booking app, and it does not sell him the fast train.
page-tour-list-says = The list needs no score, so in this step nobody has one. Whoever has not done what a court ordered is put on the list for years, and at every gate, train, flight, loan, is asked the same question. The waiting is the punishment.
page-tour-list-live = { $here } requests a year are refused for each 1,000 persons in world A; in world B { $beside }.
page-tour-list-task = set the years on the court’s list to 1, or to 5.
page-tour-list-fell = A shorter time behind the door, or fewer behind it, is fewer refusals.
page-tour-list-rose = A longer time behind the door, or more behind it, is more refusals.
page-tour-list-same = How long the door stays shut made hardly a difference here.
page-tour-list-after = The deeds are the same; what was set is for how long a door answers them.
page-tour-appeal-title = The unanswered appeal
page-tour-appeal-source = The report: he appealed, and heard nothing.
page-tour-appeal-says = An appeal is worth something only if one knows of it, dares it, can pay for it, can prove what one did not do, and is answered. Each of these steps can lose people who are in the right.
page-tour-appeal-live = Of the appeals by persons who are in the right, { $here } succeed in world A.
page-tour-appeal-task = put the safeguard “Appeals answered in time” into force.
page-tour-appeal-fell = Answers in time did not help those who are in the right here.
page-tour-appeal-rose = That is what an answer is worth to those who appeal.
page-tour-appeal-same = An answer in time alone changed little for those who appeal.
page-tour-appeal-after = Look at the numbers below for what it does for those who never appeal.
page-tour-child-title = The child
page-tour-child-source = The report: a two-year-old gets the best start as long as her parents keep their credit.
page-tour-child-says = School places hang on the parents’ standing here. The child has no record of its own yet, and starts with theirs: with what they drank, wrote, or were taken for.
page-tour-child-live = { $here } school places a year are refused for each 1,000 persons in world A, because of the parents’ record; in world B { $beside }.
page-tour-child-task = put the safeguard “Gates keep to their own part of life” into force: a school may then ask about school only.
page-tour-child-fell = What lessened is how much the child inherits of the parents’ standing.
page-tour-child-rose = The limits did not lessen here how much the child inherits.
page-tour-child-same = The child inherits as much as before.
page-tour-child-after = Whether the parents are under fewer sanctions stands in the numbers below.
page-tour-help-title = What would have helped
page-tour-help-source = The report ends with a promise: I would feel safe. And with a question: what would have helped those whom it hit?
page-tour-help-says = World B is now the regime as it is, and world A the same with whatever safeguards you add. The same persons, the same luck: what differs is the safeguard.
page-tour-help-live = Wrongly under a sanction: { $here } in world A, { $beside } in world B.
page-tour-help-task = put one safeguard after another into force, first “No points for the deeds of others”.
page-tour-help-fell = The safeguards in force took away { $part } of it.
page-tour-help-rose = The safeguards in force did not lessen it here.
page-tour-help-same = The safeguards in force leave it as it was.
page-tour-help-after = Look at the numbers below, too: how many entries on record are true, how many posts stay unwritten. What no safeguard moves is what the idea itself costs.

# The report of a run: what was found, charts, one life, what it rests on. Words between backticks are names of files and commands.

## What was found

found-appeals-none = Nobody filed an appeal in the whole run.
# What goes with a direction that rests on one seed.
found-once = {" "}in this run
found-appeals = Of { $filed ->
    [one] { $filed } appeal filed
   *[other] { $filed } appeals filed
 } in the whole run, { $answered } were answered: { $upheld } upheld, { $rejected } rejected.
found-appeals-silence = {" "}{ $share } met silence.
found-appeals-lapsed = {" "}{ $share } came too late: the sanction was over.
found-appeals-none-waiting = None is waiting at the end.
found-appeals-waiting = { $appeals ->
    [one] { $appeals } appeal is waiting
   *[other] { $appeals } appeals are waiting
 } at the end.
found-appeals-innocent = Of those filed by persons wrongly under a sanction, about { $share } were upheld lately.
found-interval-answered = answered{" "}
found-collateral-nobody = Nobody is sanctioned, hence nobody for what family or friends did.
found-collateral-none = Nobody is under a sanction for what family or friends did { $when }.
found-twin-none = ; in the twin, none
found-twin = ; in the twin, { $value }
found-collateral = Of every 100 persons under a sanction, { $persons } are under it for what family or friends did{ $twin }.
found-interval-twin = in the twin{" "}
found-collateral-ways = { $persons } of every 100 are under one without any deed of their own: { $ways }.
found-record-none = No entry was written { $when }, so that there is no record to be true or untrue.
found-twin-is = ; in the twin { $value }
found-record = { $share } of the entries written { $when } are true of the person{ $twin }.
found-record-others = The others tell another's deed, or a trait that the person does not have.
found-refusals-none = No request was refused { $when }.
found-refusals = { $requests ->
    [one] { $requests } request was
   *[other] { $requests } requests were
 } refused { $when }
found-refusals-share = , { $share } of all that were made
found-refusals-related = None of them for a cause in an unrelated part of life.
found-refusals-unrelated = The cause of { $share } of them lies in an unrelated part of life; most often{ $once } it is { $cause }, by refusing { $refused } ({ $times ->
    [one] { $times } time
   *[other] { $times } times
 }).
found-refusals-unrelated-unclear = The cause of { $share } of them lies in an unrelated part of life: { $cause }, by refusing { $refused }, among others.
found-sanctions-none = Nobody is under a sanction { $when }.
found-sanctions-or = , or { $share },
found-sanctions = { $when }, { $share } of all persons{ $or } are under a sanction on average
found-sanctions-twin = ; in the twin it is { $share }
found-times = : { $times } times as many{ $once }
found-more = : { $share } more{ $once }
found-fewer = : { $share } fewer{ $once }
found-no-difference = : no difference{ $once }
found-unclear = ; the seeds do not settle which is more
found-sanctions-no-twin = . There is no twin in this run, so nothing here says how much of it the regime caused.
found-sanctions-persons = Person by person: { $here } are under a sanction here and would not be in the twin; { $twin } the other way round.
found-wrongly-none = Nobody is under a sanction that their own true deeds would not have brought.
found-wrongly-nobody = Nobody is sanctioned, hence nobody wrongly.
found-wrongly = { $share } of those under a sanction are there wrongly by the regime's own rules: { $persons ->
    [one] { $persons } person
   *[other] { $persons } persons
 }, whose own true deeds would not have brought it.
found-wrongly-persons = { $persons ->
    [one] { $persons } person
   *[other] { $persons } persons
 } are under a sanction wrongly.
found-wrongly-twin-none = {" "}In the twin it is nobody.
found-wrongly-twin = {" "}In the twin it is { $persons ->
    [one] { $persons } person
   *[other] { $persons } persons
 }.
found-wrongly-layers = {" "}Of all persons, { $identity } are under a sanction for another’s entry or for nothing at all; with what ties did, { $tie }; with traits wrongly read from own deeds, { $inference }.
found-wrongly-only = Behind all of them stands: { $origin }.
found-wrongly-origins = Most often behind it{ $once }: { $first }; also { $second }.
found-wrongly-unclear = Behind it, none of them clearly the most: { $first }; { $second }.
found-speech = Critical posts: { $posts } for each 1,000 persons { $when }
found-speech-lost = , so that { $share } fewer were published{ $once }
found-speech-gained = , so that { $share } more were published{ $once }
found-speech-same = , no difference{ $once }
found-speech-before-same = In the years before there were as many: { $posts }.
found-speech-fell = In the years before there were { $posts }: they fell by { $by }{ $once }.
found-speech-rose = In the years before there were { $posts }: they rose by { $by }{ $once }.
found-speech-before-unclear = In the years before there were { $posts }; the seeds do not settle whether they fell or rose.
found-speech-before-none = In the years before there were none.
found-speech-withheld = { $posts } for each 1,000 persons were withheld.
found-law-less = Law is broken less often{ $once }
found-law-more = Law is broken more often{ $once }
found-law-same = Law is broken as often as in the twin{ $once }
found-law = Law is broken
found-law-times = { $begin }: { $times } times for each 1,000 persons and year, { $when }
found-law-twin = ; in the twin { $value }: { $direction }
found-law-good = This is the good that such a regime is said to do. Counted is what was done, whether or not anybody saw it.
found-interval-each = { $name }{ $low } in each
found-interval-range = { $name }{ $low } to { $high }
found-interval = Interval over { $seeds } seeds: { $parts }.
found-direction-times = that is { $times } times as much
found-direction-more = that is { $share } more
found-direction-less = that is { $share } less
found-direction-only-here = where in the twin there is none
found-direction-less-than-twin = which is less than in the twin
found-direction-same = no difference
found-direction-unclear = the seeds do not settle which is more
found-nothing = This run measured nothing that could be told in a sentence.
found-one-life = One life
found-cut-short = This run was cut short: it is less than a year long, so that yearly figures are those of the whole run, scaled, and much of what the study describes has not begun.
found-horizon = The worlds lived on. What stands above is of { $now }, the last of the study’s years; beside it here what the same worlds have come to in { $later }, if nothing is changed.
found-horizon-table = The main numbers, in the last year of the study and at the horizon

## Charts

plot-number = Figure { $number }
plot-nothing = Nothing to draw.
plot-why = Why? What this is made of
plot-measure = { $definition } Unit: { $unit }. Source: { $source }.
plot-numbers = Numbers of: { $title }
plot-file = All values stand in `measures.parquet` of the run folder under these names.
plot-end-of = End of
plot-under-regime = Under the regime
plot-interval = Interval over seeds
plot-twin = Twin
plot-last-year = in the last simulated year ({ $year })
plot-numbers-until = numbers until here
plot-whole-run = in the whole run, which is shorter than a year
plot-under-the-regime = under the regime
plot-twin-called = the twin: { $twin }
plot-benefits-empty = Violations of law
plot-not-measured-them = This run did not measure them.
plot-benefits-same = Law is broken as often as in the twin{ $once }
plot-benefits-less = Law is broken { $share } less often than in the twin{ $once }
plot-benefits-more = Law is broken { $share } more often than in the twin{ $once }
plot-benefits-unclear = Whether law is broken less or more often than in the twin, the seeds do not settle
plot-benefits-alone = Law is broken { $times } times a year for each 1,000 persons
plot-benefits-all = All violations
plot-benefits-subtitle = Change of violations against the twin { $when }, %; numbers are for each 1,000 persons and year
plot-benefits-subtitle-alone = Violations { $when }, for each 1,000 persons and year; there is no twin to compare them with, and the rates stand in the table
plot-benefits-caption = This is the benefit that such a regime is said to have, counted with the same care as its harms: what was done, not what was recorded.
plot-benefits-violation = Violation
plot-benefits-change = Change
plot-benefits-no-change = no change
plot-benefits-as-twin = as the twin
plot-benefits-a-year = { $value } a year
plot-benefits-against = { $value }, twin { $twin }
plot-benefits-nothing = nothing to compare with
plot-layers-empty = How many are wrongly under a sanction
plot-layers-empty-why = This run did not measure it layer by layer.
plot-layers-title = { $least } or { $most } of all are wrongly under a sanction: it depends on what counts as wrong
plot-layers-none = Nobody is wrongly under a sanction { $when }, whatever counts as wrong
plot-layers-subtitle = Persons wrongly under a sanction, % of all persons, on average { $when }; each bar counts all that the one above it counts
plot-layers-caption = A sanction is in a layer if it would end once the errors of that layer, and of those above, were taken back, and if the person’s own true deeds would not have brought it.
plot-layers-twin = The last bar asks a second time, of the same persons’ deeds in the twin: whom a wrong sanction made poor, and who then defaults, deserves it by the deeds here and not by those there. The other way round, { $share } of all are under a sanction that their deeds here would not have brought and those in the twin would have.
plot-layers-no-second = The second reading of “deserved”, by the deeds of the same persons in the twin, is missing: the twin keeps scores of its own or comes under several regimes.
plot-layers-second = all that, or right by the deeds here and wrong by those in the twin
plot-layers-layer = What counts as wrong
plot-layers-share = Of all persons
plot-layers-range = 95 % over seeds
plot-layers-number = Persons
plot-layers-of-sanctioned = Of those under a sanction
plot-layers-note = { $name }: { $share } of all persons
plot-mirror-empty = Who deserves a sanction and who is under one
plot-mirror-empty-why = This run did not measure it, or nobody is under a sanction and nobody deserves one.
plot-mirror-title = { $right } of those under a sanction deserve it; { $found } of those who deserve one are under one
plot-mirror-none-deserving = { $right } of those under a sanction deserve it; nobody else would
plot-mirror-nobody = Nobody is under a sanction { $when }
plot-mirror-subtitle = Sanctions as a test of what people truly did, on average { $when }
plot-mirror-caption = To deserve means: the regime’s own rules, put to all that the person truly did, seen or not, would bring the sanction. Whether the rules are just is another question. Tiers and the list are judged by persons, refusals by requests. The innocent are those who would not deserve a sanction.
plot-mirror-of = Whom, or what
plot-mirror-precision = Deserve it, of those under one
plot-mirror-recall = Under one, of those who deserve it
plot-mirror-innocent = Under one, of the innocent
plot-mirror-spared = Spared, of those who deserve it
plot-mirror-deserving = Deserve one, of the group
plot-mirror-aside = of the innocent
plot-mirror-note-precision = { $name }: { $share } of those under a sanction deserve it
plot-mirror-note-recall = { $name }: { $share } of those who deserve a sanction are under one
plot-origins-empty = Nobody was wrongly sanctioned
plot-origins-empty-why = At no moment of this run was anybody under a sanction that the regime's own rules, put to their own true deeds, would not have brought; or the run did not measure it.
plot-origins-title = { $persons ->
    [one] { $persons } person is
   *[other] { $persons } persons are
 } wrongly under a sanction { $when }, on average; most often behind it{ $once }: { $origin }
plot-origins-title-unclear = { $persons ->
    [one] { $persons } person is
   *[other] { $persons } persons are
 } wrongly under a sanction { $when }, on average; no error is clearly the most frequent
plot-origins-over = Some were wrongly sanctioned for a time, nobody { $when }
plot-origins-subtitle = Persons wrongly under a sanction, by the error that took most of their points or put them on the list
plot-origins-caption = Wrongly means: the regime's own rules, put to the person's own true deeds, would not have brought the sanction. Whether the rules themselves are just is another question. Percentages are shares of the last year.
plot-origins-twin = {" "}The twin has its errors, too: see the table.
plot-origins-twin-column = Twin, all errors
plot-persistence-income = How far income follows the parents’ income
plot-persistence-sanction = How often under a sanction after a parent was, over others
plot-persistence-title = Of a difference between parents’ incomes, { $here } is handed on; in the twin, { $twin }
plot-persistence-untold = Whether standing is handed on from parents to children
plot-persistence-subtitle = Adults who came of age within the run: slope of income on the parents’ income (0: none, 1: all of it); and a ratio of rates (1: no difference)
plot-persistence-caption = Incomes can be handed on in both worlds, by schooling and by chance; what the regime adds is the difference between the two lines. The curves begin when enough children of the run have come of age.
plot-label-twin = the twin
plot-label-here = here
plot-collateral-empty = Who pays for family and friends
plot-collateral-empty-why = There is no such share in this run: nobody was under a sanction, or it was not measured.
plot-collateral-title = Of every 100 under a sanction, { $hundred } are under it for what family or friends did
plot-collateral-none = Nobody ends under a sanction for what family or friends did
plot-collateral-subtitle = Persons under a sanction whose own deeds would not have brought it and of whom points lost along ties took most, of every 100 under a sanction
plot-collateral-caption = Each wrong sanction is put down to the error that took most points. Somebody else's deed that was put down to the wrong person, or came with a file joined by mistake, is an error of identity and not counted here. A share of few persons moves by chance.
plot-label-regime = the regime
plot-refused-empty = Nobody was refused anything
plot-refused-empty-why = No request was refused { $when }, or the run did not measure it.
plot-refused-poorest = The poorest fifth is refused { $times } times as often as the richest{ $once }
plot-refused-richest = The richest fifth is refused { $times } times as often as the poorest{ $once }
plot-refused-alike = { $most } is refused most often{ $once }, to rich and poor much alike
plot-refused-most = { $most } is refused most often{ $once }
plot-refused-untold = What is refused, by fifth of income
plot-domain = Domain
plot-refused-subtitle = Requests refused for each 1,000 persons and year, { $when }
plot-refused-caption = By what was asked for and by the person's fifth of income. Who asks more often can be refused more often. A darker tile is a higher rate.
plot-fifth-1 = Poorest
plot-fifth-2 = 2nd
plot-fifth-3 = 3rd
plot-fifth-4 = 4th
plot-fifth-5 = Richest
plot-refused-tile = { $refused }, { $group }: { $rate } refusals for each 1,000 persons and year
plot-sanctioned-empty = Who is under a sanction
plot-groups-empty-why = This run did not measure it by group.
plot-groups-subtitle = Persons under a sanction, share of each group, %, on average { $when }
plot-groups-caption = Groups can differ because they do different things, because they are watched or checked differently, and because their ties differ.
plot-groups-group = Group
plot-groups-sanctioned = Sanctioned
plot-groups-wrongly = Of them wrongly, share of the group
plot-groups-title = { $more } are sanctioned { $times } times as often as { $less }{ $once }
plot-groups-alike = Sanctions fall on both sexes, on town and country, and on rich and poor much alike
plot-groups-none = In no group is anybody under a sanction { $when }
plot-groups-untold = Who is under a sanction { $when }
plot-groups-fifth = the { $group }
plot-groups-persons = persons { $group }
plot-groups-here = { $name }: { $share } under the regime
plot-groups-twin = { $name }: { $share } in the twin
plot-precision-empty = How much of the record is true
plot-precision-empty-why = No entry was written { $when }, or the run did not measure it.
plot-precision-title = { $share } of entries are true of the person; of what { $channel } write, { $worst }
plot-precision-title-alone = { $share } of the entries are true of the person
plot-precision-subtitle = Share of the entries written { $when } that are true of the person, %
plot-precision-true = true of the person
plot-precision-untrue = not true
plot-precision-caption = True means: the person did it, and has the trait that the rule reads into it where it reads one (a purchase of alcohol does not make a drinker). Precision is never set: it comes out of how often a deed is seen, taken for another's, or joined to the wrong file, and of how rare the trait is.
plot-precision-channel = Channel
plot-precision-column = True
plot-precision-entries = Entries
plot-precision-of = of { $entries } entries
plot-precision-note-untrue = { $name }: { $share } untrue
plot-precision-note = { $name }: { $share } true, { $entries }
plot-worlds-helped = What would have helped
plot-worlds-mechanisms = One mechanism at a time
plot-worlds-beside = The worlds side by side
plot-worlds-subtitle = Each world against the first, which is 100 %; the same persons with the same luck in all
plot-worlds-caption = Shorter is less than in the first world. For violations, which a regime is meant to lessen, a longer bar is what is given up; appeals upheld can fall because fewer are wronged. Where several seeds were run, the thin line is their interval.
plot-worlds-title = Of single changes, this one lessens wrong sanctions most{ $once }, by { $share }: { $change }
plot-worlds-title-unclear = This single change lessens wrong sanctions{ $once }, by { $share }, and no other clearly by less or more: { $change }
plot-worlds-none = No single change lessens wrong sanctions by itself{ $once }
plot-worlds-unclear = Whether a single change lessens wrong sanctions, the seeds do not settle
plot-worlds-many = { $worlds } worlds, side by side
plot-worlds-as-first = as the first
plot-worlds-of-it = { $share } of it
plot-worlds-not-measured = not measured
plot-worlds-world = World
plot-speech-empty = What is said in public
plot-not-measured = This run did not measure it.
plot-speech-same = Critical posts are as many as in the twin{ $once }
plot-speech-fewer-than-twin = { $share } fewer critical posts than in the twin{ $once }
plot-speech-fewer-than-before = { $share } fewer critical posts than before{ $once }
plot-speech-more-than-twin = { $share } more critical posts than in the twin{ $once }
plot-speech-more-than-before = { $share } more critical posts than before{ $once }
plot-speech-unclear = Whether critical posts are fewer or more than in the twin, the seeds do not settle
plot-speech-untold = What is said in public, by stance
plot-speech-withheld-here = withheld under the regime
plot-speech-subtitle = Posts on public affairs for each 1,000 persons and year, by stance; each panel has its own scale
plot-speech-caption = Withheld is what the same person would have published and did not, out of fear or because it is watched and punished. Posts that were published and later taken down count as published.
plot-speech-lost-is = In the table, lost is what the same persons can be read saying in the twin and not here; the columns after it are its reasons and sum to it.
plot-speech-stance = Stance
plot-speech-before = In the years before
plot-speech-twin = Twin, same time
plot-speech-withheld = withheld out of own fear
plot-speech-removed = taken down
plot-speech-lost = Lost to the public, against the twin
plot-speech-for-others = withheld for the sake of others
plot-speech-muted = unsaid because few others spoke
plot-speech-closed = account closed
plot-speech-for-points = less those written for points
plot-speech-lost-to-twin = Of the critical posts that can be read in the twin and not here: { $parts }.
plot-speech-lost-here = Of the critical posts that would be read if nothing stood in their way and are not: { $parts }.
plot-flow-empty = No request was refused
plot-flow-empty-why = Nothing was refused { $when }, or the run did not measure it.
plot-flow-title = { $share } of refusals punish what was done in an unrelated part of life; most often{ $once } { $cause }, by refusing { $refused }
plot-flow-title-unclear = { $share } of refusals punish what was done in an unrelated part of life
plot-flow-related = No refusal punishes what was done in an unrelated part of life
plot-flow-subtitle = Requests refused { $when }, from what was punished to what was refused
plot-flow-caption = At the left the domain of the rule that last took points before the sanction, or of what the list answers; at the right the domain of what was asked for. Widths are requests. Which parts of life are unrelated, a table says in which each pair has its reason; it is our assumption.
plot-flow-cause = Cause
plot-flow-refused-in = Refused in
plot-flow-requests = Requests
plot-flow-share = Share
plot-flow-punished = Punished for
plot-flow-note = { $refused } for { $cause }: { $requests } requests
plot-sanctioned-none = Nobody is under a sanction { $when }
plot-sanctioned-title = { $share } of persons are under a sanction { $when }, { $twin } in the twin
plot-sanctioned-title-alone = { $share } of persons are under a sanction { $when }
plot-sanctioned-subtitle = Persons in a sanctioning tier or on the court's list, share of all persons, %
plot-sanctioned-bands = {" "}The bands are the interval over the seeds.
plot-sanctioned-apart = The twin is the same society with the same luck under another regime, so that the distance between the lines is what the regime did.{" "}
plot-sanctioned-caption = { $apart }Dotted lines mark where a phase of the study begins.{ $band }
plot-scores-none = This regime keeps no score
plot-scores-none-why = There is no scale, hence no tiers by score and no thresholds to draw.
plot-scores-empty = No scores were counted
plot-scores-empty-why = Scores are counted at the end of each year under a regime that keeps one; this run has no such moment.
plot-scores-nobody = Nobody ends in a tier that sanctions
plot-scores-title = { $share } of those who have a score end in a tier that sanctions
plot-scores-no-sanction = { $persons ->
    [one] { $persons } person
   *[other] { $persons } persons
 } have a score; no tier of it sanctions
plot-scores-sanctions = , sanctions
plot-scores-subtitle = Persons by score { $when }, counted at its end, by tier; square-root scale
plot-scores-start = ; everybody starts with { $start }
plot-scores-caption = Scores lie between { $low } and { $high } points{ $start }. Dotted lines are the lowest scores of the tiers. Heights are drawn on a square-root scale, so that small groups stay visible beside large ones.
plot-scores-scores = Scores
plot-scores-tier = Tier
plot-scores-persons = Persons
plot-scores-note = { $low } to { $high } points, { $tier }: { $persons ->
    [one] { $persons } person
   *[other] { $persons } persons
 }
plot-scores-axis = Score in points
plot-calendar-year = Calendar year

## One life

story-key-true = true and on record
story-key-wrong = on record, but not this person’s doing
story-key-here = sanctioned or refused
story-key-remedy = remedy
story-under = Under “{ $regime }”
story-table = The life, entry by entry
story-table-twin = The life in the twin, entry by entry
story-twin = The same person with the same luck in the twin: “{ $regime }”
story-no-twin = This run has no twin, so that the other life cannot be told.
story-note = Another life: `demerit life DIR PERSON`. Month and year are of the study’s calendar. Seed { $seed }.
story-deserved = deserved
story-on-record = on record
story-scores-label = Score on record and deserved score of the person over the years
story-scores = Two scores of one person
story-scores-says = Points after each event, on record and as the same rules would give for the person’s own true deeds
story-empty = The ledger holds nothing of this life.
story-when = When
story-true = What is true
story-record = What is on record
story-points = Points
story-score = Score
story-deserved-column = Deserved
story-asked = Person { $number } was asked for.
story-chosen-wrongly-refused = the one who was wrongly under a sanction for longest among those who were refused something
story-chosen-wrongly = the one who was wrongly under a sanction for longest; nobody of them was refused anything
story-chosen-sanctioned = the one who was under a sanction for longest; nobody of them wrongly
story-chosen-entries = the one with the most entries; nobody of them was under a sanction
story-chosen = Chosen of the { $members ->
    [one] { $members } member
   *[other] { $members } members
 } of the sampled cohort: { $how }. It is not a typical life but the one that shows most.
story-girl = a girl
story-boy = a boy
story-woman = a woman
story-man = a man
story-somebody = a person
story-occupation = , occupation: { $occupation }
story-alone = living alone
story-household = in a household of { $persons }
story-portrait = Person { $person } is a number, not a name: { $who } of { $age } at the end of the run{ $work }, { $household }, { $residence } of city { $city }, { $income } by income.
story-in-the-country = in the country
story-in-town = in town
story-never = Never under a sanction
story-rightly = Under a sanction for { $all }, none of them wrongly
story-wrongly = Under a sanction for { $all }, all of them wrongly
story-partly = Under a sanction for { $all }, wrongly for { $wrong }
story-sums-score = ; score at the end { $score }, deserved { $deserved }
story-sums = { $sanctions }; { $entries ->
    [one] { $entries } entry in the record
   *[other] { $entries } entries in the record
 }, { $refusals ->
    [one] { $refusals } request refused
   *[other] { $refusals } requests refused
 }{ $score }.
story-no-trace = no trace
story-a-tie-did = Did nothing: a tie did, person { $other }
story-ties-did = Did nothing: ties did
story-points-for-a-tie = points for a tie{ $rule }
story-not-paid = Had not paid what a court had ordered
story-listed = put on the list: { $what }
story-unlisted = taken off the list: { $what }
story-asked-for = asked for { $thing }
story-refused = refused
story-granted = granted, with a privilege
story-withheld = kept back a { $what }
story-removed = the post is taken down
story-account-closed = the account is closed
story-account-reopened = the account is opened again
story-appeal-filed = filed an appeal
story-appeal-upheld = the appeal is upheld
story-correction-undone = an old copy undoes the correction
story-spared = a human looks, and stops the sanction
story-appeal-rejected = the appeal is rejected
story-appeal-silent = the appeal is never answered
story-died = Died; a newborn follows in the same place, under the same number
story-partner-found = Found a partner
story-partner-lost = Parted from the partner
story-regime = a regime is in force: { $what }
story-born = A life begins
story-forgotten = points are forgotten
story-returned = points come back
story-fed = points of a company’s score
story-sanctioned-deserved = under a sanction, deserved
story-sanctioned-wrong = under a sanction, wrongly
story-released = no sanction is left
story-checked-nothing = checked for undeclared income; nothing is found
story-checked-finding = checked for undeclared income; something is found
story-job-lost = Lost the work
story-job-found = Has work again
story-income-lost = lost income
story-income-back = some of the lost income came back
story-left = Moved out of the regime’s reach
story-came-back = Is within the regime’s reach again
story-appeal-lapsed = the sanction is gone before the appeal is decided
story-nothing = Did nothing of the kind
story-misread = { $deed }; what the rule reads into it is not so
story-other = Did nothing of the kind: it was person { $other }
story-file = Nothing: a file wrongly joined
story-file-of = Nothing: the file of person { $other } was joined to theirs
story-clerk-deed = { $deed }; a clerk wrote it down wrongly
story-clerk = Nothing: a clerk's slip
story-tie = Did nothing: person { $other } did
story-tier-deserved = By their own true deeds: tier “{ $tier }”
story-tier = moved into tier “{ $tier }”
story-tier-sanction = moved into tier “{ $tier }”, which sanctions
story-rule = , rule “{ $name }”
story-twice = { $text }, twice
story-times = { $text }, { $times } times
story-did = did: { $thing }
story-no-cohort = the run kept no cohort, so there is no life to tell; run it with a cohort of one person or more

## Face

face-skip = Skip to what was found
face-weeks = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
 }
face-year = 1 year
face-years = { $years } years
face-no-twin = no twin was run
face-twin = beside its twin, the same persons with the same luck under “{ $regime }”
face-third = { $twin }, and under “{ $regime }”
face-worlds = { $twin }, and in { $worlds } worlds more
face-one-seed = One seed was run as filed: how far chance alone would move a figure, this run cannot tell.
face-seeds = { $seeds } seeds were run; every interval goes from the lowest to the highest of these { $seeds } societies.
face-many-seeds = { $seeds } seeds were run; every interval holds the middle 95 % of these { $seeds } societies.
face-kicker = Demerit · a laboratory of made-up societies
face-standfirst = { $persons } persons live for { $span } under “{ $regime }”, { $twin }.
face-conditional = These are conditional statements about a made-up society.
face-files = They say what would follow if persons, watching and rules were as the files of this study say. Persons are numbers; nobody in it is real.
face-a-regime = a regime

## Foot

foot-what = Demerit is a laboratory of made-up societies. It holds no record of any real person and answers no question about one.
foot-verbatim = Titles, names of rules, tiers and cities, notes and sources stand as the files of the study have them, in the language of those files.

## Contents

contents = Contents
contents-balance = Benefits and harms
contents-answers = Each claim

## Headings

heading-found = What was found
heading-charts = In pictures
heading-seeds = Over the seeds
heading-law = Legal yardsticks
heading-life = One made-up life
heading-ground = What it rests on
heading-repeat = How to repeat it

## Short names of charts

short-sanctioned = Under a sanction
short-layers = What counts as wrong
short-mirror = Right, wrong and spared
short-origins = Wrongly so, and why
short-collateral = For a tie’s deed
short-flow = From deed to refusal
short-refused = Who is refused what
short-scores = Scores
short-speech = Speech
short-groups = Who is sanctioned
short-precision = How true the record is
short-benefits = Violations of law
short-persistence = From parents to children

## How to repeat it

repeat-study = Study
repeat-seeds = Seeds
repeat-persons = Persons
repeat-ticks = Ticks
repeat-ticks-a-year = { $ticks } ({ $year } a year)
repeat-first = First tick
repeat-digest-of-study = Digest of the study
repeat-digest = Digest
repeat-lead = The same version, study and seed give the same bytes on any machine and with any number of threads.
repeat-resolved = The study as resolved

## Each claim

claims-heading = Each claim of the report, and what the simulation says
claims-lead = A claim is not proved or refuted here. The numbers say what would follow if it held as the files of this study put it.
claims-note = Several mechanisms act at once, so a number under a claim is not caused by that claim alone; `demerit explain` shares it out among them. Counts are those of the last year, shares and rates are means over it. Where a mechanism is on, a regime may still have no rule that uses it.
claims-table = Each claim and its numbers
claims-measure = Measure
claims-here = Here
claims-value = Value
claims-no-number = This run has no number for it.
claims-off = switched off here: { $what }
claims-no-safeguard = no safeguard is in force here
claims-safeguards = in force here: { $names }
claims-on = on here

## What the report of 2018 said

sentences-heading = Sentences of the report of 2018, and what this run says to them
contents-sentences = Sentences of the report
sentences-lead = These are the sentences that this study is to answer, in our words. Each verdict follows from the numbers of this run by one rule, which stands in the file of claims.
sentences-note = Here the values are as filed, and the ranges were not drawn. How far each number goes over everything that the files leave open, and the sentences that other studies answer, `demerit claims` tells.
sentences-drawn = The numbers are as filed, and beside each stands how far it goes over { $draws } draws of everything that the files leave open; a verdict looks at both. A dash stands where the number is of a world that is not drawn: `demerit claims` draws it too, and answers the sentences of other studies.
sentences-range = Over the draws
sentences-draws = half { $half }; nine in ten { $most }
sentences-every = The { $claims } sentences
sentences-table = Sentences of the report and what this run says
sentences-says = The report says
sentences-number = This run, in the last year
sentences-asked = Asked for
sentences-verdict = Verdict
sentences-over = { $part }, for each of: { $whole }
sentences-relative = { $measure }, against the twin: { $value }
sentences-less = { $measure }, less the twin: { $value }
sentences-counted = { $measure }, for each 1,000 persons: { $value }
sentences-plain = { $measure }: { $value }
sentences-above = above { $value }
sentences-below = below { $value }
verdict-shown = shown
verdict-in-part = shown in part
verdict-otherwise = the simulation says otherwise
verdict-only-if-assumed = only if assumed
verdict-cannot = cannot be answered by a simulation
verdict-not-yet = not yet
verdict-not-measured = not measured

## Units

gauge-per-thousand = , for each 1,000 persons and year
gauge-unit = , { $unit }

## Over the seeds

seeds-sum = in the whole run
seeds-mean = in the mean of the run
seeds-end = at the end
seeds-year = in the last year
seeds-horizon = in the last year before the horizon
seeds-measure = { $measure }, { $when }
seeds-lead = { $seeds } seeds were run, each another made-up population with other luck. A value stands with the lowest and the highest of them.
seeds-twin = A difference is taken seed by seed, between the same persons with the same luck, and stands with the interval in which its mean lies at 95 %.
seeds-difference = Difference, 95 %
seeds-every = Every measure
seeds-table = Every measure over the seeds
seeds-note = Of many intervals at 95 % a few miss. Groups and domains stand in `{ $file }`.

## What it rests on

ground-lead = Nothing here is measured on real persons. The society is built from { $sourced ->
    [one] { $sourced } number with a source
   *[other] { $sourced } numbers with a source
 }; { $assumed ->
    [one] { $assumed } number is an assumption of ours
   *[other] { $assumed } numbers are assumptions of ours
 }. Each can be changed in its file, and the run repeated.
ground-assumptions = Assumptions
ground-assumptions-say = Numbers that no source gives. Where a range is given, the true value may lie anywhere in it.
ground-sourced = Numbers with a source
ground-sourced-say = Read: somebody read the source for this. Recalled: known but not read again. Secondary: as another source gives it.
ground-limits = Limits
ground-no-limits = The run names no limits. That does not mean that there are none.
ground-claims = Rules, lists and gates, and how well each is known
ground-claims-documented = a published rule or count says so;
ground-claims-reported = the press said so;
ground-claims-hypothetical = announced, expected or said by one person. A result that hangs on a hypothetical rule says what would happen, not what does.
ground-no-claims = The regimes of this run have no rules, lists or gates.
ground-tally = { $documented } documented, { $reported } reported, { $hypothetical } hypothetical
ground-claims-table = Claims
ground-part = Part
ground-says = What it does
ground-claim = Claim
ground-source = Source
ground-figures = The built society beside published figures
ground-figures-say = Built in: the society was made to have it. Came out: nothing was set to give it.
ground-figures-count = { $figures ->
    [one] { $figures } figure
   *[other] { $figures } figures
 }
ground-figures-table = Published figures and the same figures of the built society
ground-figure = Figure
ground-published = Published
ground-built = Built
ground-unit = Unit
ground-how = How
ground-cities = cities of { $low } to { $high } persons in the core
ground-none = None.
ground-number = Number
ground-value = Value
ground-range = Range
ground-status = Status
ground-numbers-count = { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
 }

## Benefits and harms

balance-heading = Benefits and harms, with the same size
balance-lead = What such a regime is said to do good, and what it does to persons, each against the same persons with the same luck in the twin.
balance-lead-alone = What such a regime is said to do good, and what it does to persons; this run has no twin to hold it against.
balance-note = The two sides are not added up: they have no common unit, and those who gain are not those who lose. Bars of one card share a scale; cards do not.
balance-benefits = Claimed benefits
balance-no-benefit = This run measured no claimed benefit.
balance-harms = Harms
balance-no-harm = This run measured no harm.
balance-times = { $times } times
balance-none-in-twin = none in the twin{ $once }
balance-as-much = as much as in the twin{ $once }
balance-more = more than in the twin{ $once }
balance-less = less than in the twin{ $once }
balance-same = no difference to the twin{ $once }
balance-unclear = the seeds do not settle which is more
balance-nothing = the twin has nothing to compare it with

## What of a heading a measure answers

bears-stake = the decisions at stake
bears-often = how often
bears-long = for how long
bears-soon = how soon

## Legal yardsticks

law-lead = Questions that European law asks about such a system, and measures that bear on them. The law is a yardstick here; whether it holds in the place is another matter.
law-which = Which provisions are about this regime
law-scoring = AI Act, article 5(1)(c), is about it. A score of what persons do is answered with harm { $how }. Where an AI system keeps such a score, this is prohibited: no assessment and no safeguard permits it.
law-unrelated = in parts of life that have nothing to do with those of the deeds (i)
law-unjustified = for what the law allows (ii)
law-also = {" "}and{" "}
law-scoring-harmless = AI Act, article 5(1)(c), which prohibits social scoring, is not about it by these files: it keeps a score, but a low one is answered with harm neither in an unrelated part of life nor for what the law allows.
law-scoring-none = AI Act, article 5(1)(c), which prohibits social scoring, is not about it: it keeps no score.
law-assessment = AI Act, article 27, is about it: it has a part in { $uses }. Where an AI system has that part, this is a use of high risk, and public bodies and others who are named there assess its impact on fundamental rights before they begin. The headings below are those of that assessment.
law-assessment-prohibited = AI Act, article 27, comes too late: it asks for an assessment of systems of high risk, and what article 5 prohibits is not assessed. The headings below are those of article 27(1), for their order alone.
law-assessment-none = AI Act, article 27, which asks for an assessment of systems of high risk, is not about it: annex III names nothing that a score or a check of this regime decides. The headings below are those of article 27(1), for their order alone.
law-use-education = who is let into a school (annex III, 3(a))
law-use-recruitment = who is given work (annex III, 4(a))
law-use-benefits = who keeps a public benefit (annex III, 5(a))
law-use-credit = who is held worthy of credit (annex III, 5(b))
law-automated = GDPR, article 22, is about it: a low score has effects that weigh like those of law, and no human looks before they begin. Everybody has the right not to be subject to such a decision, but for a law, a contract or consent, and then with a human to turn to.
law-automated-none = GDPR, article 22, on decisions by automated processing alone, is not about it by these files: no low score has such effects without a human who looks first.
law-contexts = From the cause to what was refused
law-distance = Contexts
law-note = An article beside a measure says what the number bears on, not that the article is broken. Distances of contexts, weights of doors and what the gravity of a deed bears are assumptions: `demerit list yardsticks` prints each with its reason.

## Distances of contexts

distance-same = the same
distance-neighbouring = neighbouring
distance-unrelated = unrelated

## Headings of the assessment

law-a = The process in which the system is used
law-b = Period and frequency of use
law-c = Categories of persons affected
law-d = Specific risks of harm
law-e = Human oversight
law-f = If the risks materialise: complaint and remedy
law-cannot = What these numbers cannot decide
law-cannot-say = Whether any of this is lawful, necessary or proportionate is a judgment. It needs the law that holds in the place, the aim that is pursued, what milder means there were, and somebody who is heard. A small number is not a permission: some rights, such as to hold an opinion, allow no trade at all. A large number is not a verdict: the persons are made up, and the number holds only as far as the assumptions below do. Nothing here measures dignity, or what it is like to be watched.
law-tiers = { $sanctions ->
    [0] , in { $tiers } tiers, none of which is by itself a sanction
    [one] , in { $tiers } tiers, one of which is a sanction
   *[other] , in { $tiers } tiers, { $sanctions } of which are sanctions
 }
law-scale = It keeps a score from { $low } to { $high }{ $tiers }.
law-no-score = It keeps no score.
law-process = “{ $regime }”. { $score } Its rules, lists and gates stand, each with how well it is known, under
law-nowhere = nowhere
law-one-city = in one city
law-cities = in { $cities } cities
law-pilots = { $cities } that hold { $held } of persons ({ $wanted } are wanted)
law-phase = { $name }, from { $year }: { $cities }
law-phases = Phases of this world, each with the cities in which its regime is in force: { $phases }.
law-no-safeguard = No safeguard is in force in this world.
law-safeguards = Safeguards in force: { $names }.
law-counted = What is counted here
law-against = { $one }, against { $other }
law-and = { $one } and { $other }
law-ratio = Ratio of sanction rates (ICCPR 26)
law-shares = Shares here
law-ratio-here = Ratio here, 95 %
law-ratio-twin = Ratio in the twin, 95 %
law-ratios = Ratios of sanction rates between groups
law-ratio-seeds = The intervals are over the seeds.
law-ratio-counts = The intervals are from the counts of one seed, as if persons were independent; as they share households and neighbourhoods, the true ones are wider.
law-ratio-above = A ratio above 1 means that the first group is sanctioned more often. It does not say why: groups do different things, are watched differently and have different ties.

# How sure the headlines are.
heading-ranges = How sure the numbers are
ranges-not-drawn = The numbers below hold for the values as the files have them. How far they go over all that the files leave open was not drawn: `demerit ensemble` draws it, and a study that says `[ensemble]` has it in its report.
ranges-headline = { $name }: { $half } in half of all draws, { $most } in nine in ten, { $filed } with the values as filed.
ranges-what = Many figures of the files are assumptions with a range. { $draws } draws give { $figures } of them other values, each for { $persons } other made-up persons with other luck, here and in the twin. Draws come in { $groups } groups: the first of a group has all values drawn anew, each other those of one file, or luck alone; so it can be told where the spread comes from. Draws of a group are alike in part, and the interval of each quantile counts that in.
ranges-plot = Headlines over the ranges
ranges-caption = Each number has a scale of its own, which begins at nothing. An upright stroke stands at the median of the draws. Counts are for each 1,000 persons. All numbers are of the last year.
ranges-half = half of all draws
ranges-most = nine in ten draws
ranges-filed = as filed
ranges-twin = twin, as filed
ranges-note = { $filed } as filed; half of all draws { $half }; nine in ten { $most }
ranges-kept-half = half of those kept
ranges-kept-most = nine in ten of those kept
ranges-kept-note = of the draws that are kept: half { $half }; nine in ten { $most }
ranges-not-held = Which of these draws published figures rule out was not asked: `demerit calibrate` asks it, and `demerit report` shows what it keeps with `--calibrated`.
ranges-no-target = No published figure concerns this study: nothing is ruled out.
ranges-none-kept = Published figures leave none of the { $draws } draws: each misses one of them by three standard deviations or more, so that the model, the ranges or the declared discrepancies are wrong.
ranges-kept = Published figures leave { $kept } of the { $draws } draws. Each of the others misses at least one of { $targets } figures by three standard deviations or more.
ranges-kept-few = So few draws show roughly where the rest lies, and no more.
ranges-cuts = Draws ruled out, by figure: { $cuts }.
ranges-number = Number
ranges-error = Median of the draws, 95 %
ranges-regime = Left open by the regime’s files
ranges-society = by the society’s file
ranges-luck = by luck
ranges-per-thousand = { $name }, for each 1,000 persons
ranges-of-group = { $measure }: { $group }
ranges-file = Every number with all its quantiles stands in `{ $file }.csv`; as filed there are the means of four runs as small as the draws. Not varied: { $fixed } figures without a range, which `{ $file }.json` names.
ranges-signs = Where even the sign is not sure
ranges-outside = As filed these lie outside nine in ten draws, since the ranges of the files need not lie evenly about a value: { $names }. The twin of each draw moves with it, so that the difference to the twin is the better guide.
ranges-sign = { $name }: more than in the twin in { $more } % of the draws.
ranges-hangs = What the numbers hang on
ranges-hangs-lead = The three assumptions with the strongest rank correlation with each number, each with its interval at 95 %. Among so many some correlate by chance alone: only those that are said to stand out do so more strongly than chance does in 19 of 20 such ensembles.
ranges-hangs-out = { $figure } stands out
ranges-hangs-none = With so few draws no single assumption stands out from chance. More draws, or `demerit sensitivity`, tell them apart.

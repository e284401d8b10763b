# What things are called: groups of persons, origins of errors, domains of life, channels, deeds. The code asks for them by name.

## Families of groups

family-sex = Sex
family-residence = Residence
family-age = Age
family-income = Income
family-looks = Looks
family-instrument = By instrument
family-rollout = Rollout

## Domains of life

domain-other-causes = other causes
domain-finance = bills and loans
domain-civic = civic life
domain-court = court orders
domain-none = no rule to be named
domain-purchases = purchases
domain-traffic = traffic
domain-school = school
domain-health = health
domain-speech = speech
domain-travel = travel
domain-work = work
domain-housing = housing
domain-credit = credit

## Groups of persons

group-all = everybody
group-answer-stated = as they say when asked
group-answer-true = in truth
group-class-1 = in the largest cities
group-couples-here = couples of this world
group-couples-twin = couples of the twin
group-gravity-lawful = for what the law allows
group-gravity-minor = for a minor breach
group-gravity-serious = for a serious breach
group-income-1 = poorest fifth
group-income-2 = second fifth
group-income-3 = middle fifth
group-income-4 = fourth fifth
group-income-5 = richest fifth
group-instrument-list = the list
group-instrument-refusal = refusals
group-instrument-tier = tiers
group-layer-identity = not the person, or nothing behind it
group-layer-inference = that, or a trait wrongly read from an own deed
group-layer-tie = that, or what ties did
group-layer-whole = that, or anything else by which record and truth differ
group-residence-rural = in the country
group-residence-urban = in towns
group-sex-female = women and girls
group-sex-male = men and boys
group-stopped-right = right
group-stopped-wrong = wrong
group-wave-later = all other places
group-wave-pilot = pilot cities

## Groups with a number

persons-class = in cities of size class { $class }
persons-looks = looks group { $group }
persons-aged = aged { $from } to { $to }
persons-aged-just = aged { $ages }
persons-aged-over = aged { $age } and over

## Traits

trait-dependency = dependency
trait-parenthood = parenthood
trait-idleness = idleness

## Stances of posts

stance-critical = critical
stance-investigative = investigative
stance-neutral = neutral
stance-supportive = supportive

## What is really behind a wrong sanction or entry

origin-own-deed = own deed
origin-wrong-inference = a trait wrongly read from a deed
origin-wrong-person = taken for another person
origin-wrong-join = files wrongly joined
origin-clerk = a clerk's slip
origin-tie = what family or friends did
origin-mixed = several together, or a list not cleared

## What is refused in a domain

asked-finance = loans
asked-school = schools
asked-travel = travel

## Channels, and what became of posts

channel-camera = cameras
channel-app = phone apps
channel-school = school files
channel-medical = medical files
channel-security = security files
channel-finance = financial files
channel-court = court files
channel-office = office files
channel-removal = post taken down
channel-closed = account closed
channel-withheld = post withheld
channel-all = all channels

## Deeds and requests as things

thing-air-trip = a flight
thing-alcohol-purchase = alcohol purchase
thing-civic-act = civic act
thing-commercial-lapse = commercial lapse
thing-contract-breach = contract breach
thing-courtesy = courtesy
thing-critical-post = critical post
thing-deposit-request = a stay without a deposit
thing-drunk-driving = drunk driving
thing-game-purchase = game purchase
thing-home-request = a home
thing-honoured-act = honoured act
thing-illegal-fundraising = illegal fundraising
thing-investigative-post = investigative post
thing-job-request = a state job
thing-late-bill = late bill
thing-late-loan = late loan
thing-lawsuit = lawsuit
thing-loan-default = loan default
thing-loan-request = a loan
thing-missed-checkup = missed checkup
thing-nappy-purchase = nappy purchase
thing-neutral-post = neutral post
thing-petition = petition
thing-rail-trip = a fast train
thing-rudeness = rudeness
thing-school-request = a place at a better school
thing-sued-breach = sued breach
thing-supportive-post = supportive post
thing-threat = threat
thing-traffic-offence = traffic offence
thing-truancy = truancy
thing-undeclared-income = undeclared income
thing-unpaid-order = unpaid order
thing-utility-damage = utility damage
thing-utility-theft = utility theft

## What somebody did

did-air-trip = took a flight
did-alcohol-purchase = bought alcohol
did-bill-late = paid a bill late
did-civic-act = did something for the neighbourhood
did-commercial-lapse = did: commercial lapse
did-contract-breach = did: contract breach
did-courtesy = did: courtesy
did-critical-post = wrote a critical post
did-deposit-request = asked for a stay without a deposit
did-drunk-driving = did: drunk driving
did-game-purchase = bought a video game
did-home-request = asked for a home
did-honoured-act = did: honoured act
did-illegal-fundraising = did: illegal fundraising
did-investigative-post = published something they had found out
did-job-request = asked for a state job
did-late-bill = paid a bill late
did-late-loan = paid a loan late
did-lawsuit = was sued
did-loan-default = stopped paying back a loan
did-loan-late = paid a loan late
did-loan-request = asked for a loan
did-missed-checkup = missed a medical check-up
did-nappy-purchase = bought nappies
did-neutral-post = wrote a neutral post
did-petition = sent a petition
did-post-critical = wrote a critical post
did-post-investigative = published something they had found out
did-post-neutral = wrote a neutral post
did-post-supportive = wrote a post in support
did-rail-trip = took a fast train
did-rudeness = did: rudeness
did-school-request = asked for a place at a better school
did-sued-breach = did: sued breach
did-supportive-post = wrote a post in support
did-threat = did: threat
did-traffic-offence = broke a traffic rule
did-truancy = kept a child from school
did-undeclared-income = did: undeclared income
did-unpaid-order = did not pay what a court had ordered
did-utility-damage = did: utility damage
did-utility-theft = did: utility theft

## Occupations

occupation-infant = infant
occupation-pupil = pupil
occupation-farm = farm
occupation-industry = industry
occupation-services = services
occupation-state-service = state service
occupation-press = press
occupation-without-work = without work
occupation-retired = retired

## A world beside itself, changed

title-unchanged = { $title }, unchanged

# Labels of measures and safeguards, and how well a claim is known. The code asks for them by name.

## How well a claim is known

claim-ours = our own addition
claim-documented = documented
claim-reported = reported
claim-hypothetical = hypothetical

## Parts of a regime

part-rule = rule
part-spillover = spillover
part-list = list
part-gate = gate
part-appeals = appeals
part-removal = removal
part-feed = feed
part-checks = checks
part-consent = consent

## Measures

measure-accounts-closed = Persons whose account is closed
measure-appeal-delay = Time until an appeal is taken up
measure-appeal-success-given-innocence = Appeals upheld, of those filed by persons wrongly sanctioned
measure-appeals-dared = Of those wrongly sanctioned: know that they may appeal, dare to, and can pay
measure-appeals-filed = Appeals filed in the last year
measure-appeals-known = Of those wrongly sanctioned: know that they may appeal
measure-appeals-lapsed = Appeals lapsed
measure-appeals-rejected = Appeals rejected
measure-appeals-silent = Appeals silent
measure-appeals-upheld = Appeals upheld in the last year
measure-appeals-waiting = Appeals waiting
measure-attention-ratio = Share of deeds seen in the most watched tenth of neighbourhoods, over that in the rest
measure-aware = Persons who know the rules that they live under
measure-checks = Checks made in the last year
measure-checks-wrong = Checks of persons who had done nothing
measure-collateral-ratio = Sanctioned for another’s deed, for each sanctioned for an own one
measure-corrections-undone = Corrections that an old copy undid
measure-couples-paired = Couples paired
measure-couples-parted = Couples that parted in the last year
measure-deaths = Deaths
measure-decisions-unreviewed = Sanctions that no human looked at before they began
measure-deed-to-consequence = Time from deed to sanction
measure-deeds = Deeds
measure-defaults = Loans not paid back
measure-delay-to-remedy = Time until a wrong was put right, where it was
measure-deposits-saved = Deposits that the privileged were spared
measure-deterred = Punished acts left undone in the last year
measure-detriment-by-gravity = Weeks under a sanction in a year
measure-enrolled = Persons who joined
measure-entries = Entries written into records in the last year
measure-fear = Mean fear, from none to the highest
measure-feels-safe = Adults who feel safe
measure-held-at-home = Persons whom refusals held in their home town
measure-hidden = Persons who hide from apps
measure-income-lost = Income lost to sanctions and refusals, of all income
measure-income-lost-after-exit = Income lost by those whose sanction is over, of all income
measure-income-persistence = How far income follows the parents’ income
measure-interest-saved = Interest that the privileged were spared
measure-life-on-record = Of all acts, those that reached a record
measure-list-entries = Persons put on the court’s list in the last year
measure-list-exits = Persons taken off the court’s list in the last year
measure-listed = On the court’s list
measure-mean-deserved = Mean deserved
measure-mean-score = Mean score on record
measure-mean-spell = How long a sanction lasts
measure-moved-away = Persons who moved away
measure-opinion-gap = Critics in private, less critical posts among posts
measure-partner-sorting = How alike the scores of partners are
measure-points-gained = Points gained
measure-points-lost = Points lost in the last year
measure-population = Population
measure-posts = Posts
measure-posts-muted = Critical posts left unsaid because few others spoke
measure-posts-removed = Posts taken down in the last year
measure-posts-silenced = Posts not written because the account was closed
measure-posts-withheld = Posts withheld out of own fear in the last year
measure-posts-withheld-for-others = Posts withheld for the sake of others in the last year
measure-privileges = Requests met with a privilege in the last year
measure-privileges-by-income = Requests met with a privilege in the last year
measure-proxy-validity = Entries whose reading of a trait is true
measure-public-from-private = Points of the public score that came from a company’s score
measure-reach = Readers reached in the last year
measure-reach-lost = Readers not reached in the last year
measure-record-precision = Entries that are true of the person
measure-record-recall = Deeds that reached a record
measure-refusals = Requests refused in the last year
measure-refusals-other-domain = Refusals whose cause lies in another part of life
measure-refusals-per-listed-year = Requests refused for each year on the court’s list
measure-refused = Refused
measure-refused-wrongly = Requests refused to persons whose own deeds would not have led to it
measure-requests = Requests made in the last year
measure-sanction-persistence = How far a parent’s sanction follows the child
measure-sanctioned = Under a sanction at the end
measure-sanctioned-by-cause = Sanctioned by cause
measure-sanctioned-for-lawful = Sanctioned for what the law allows, of all sanctioned
measure-sanctioned-in-both = Sanctioned in both
measure-sanctioned-only-here = Sanctioned here and not in the twin
measure-sanctioned-only-in-twin = Sanctioned only in twin
measure-sanctioned-weeks = Weeks under a sanction in the last year
measure-sanctioned-without-own-deed = Sanctioned without any deed of their own, of all sanctioned
measure-sanctions-begun = Persons who came under a sanction in the last year
measure-sanctions-ended = Persons whose sanction ended in the last year
measure-sanctions-stopped = Sanctions that a human stopped before they began
measure-school-places-refused = Places at better schools refused because of a parent’s standing
measure-score-bin = Score bin
measure-seen-by-city = Deeds seen by cameras
measure-stated-approval = Adults who say that they approve
measure-ties-cut = Friendships cut
measure-trips-lost = Journeys not made because of a refusal in the last year
measure-true-approval = Adults who approve in private
measure-trust-warranted = Violations by the privileged, for each by all others
measure-violations = Violations of law
measure-wrong-person-rate = Taken for somebody else
measure-wrong-stay = How long a sanction stays wrong
measure-wrongly-listed = Wrongly on the court’s list
measure-wrongly-sanctioned = Wrongly under a sanction at the end
measure-wrongly-sanctioned-by-origin = Wrongly under a sanction at the end
measure-wrongly-sanctioned-weeks = Weeks wrongly under a sanction in the last year

## Safeguards

safeguard-answer-in-time = appeals answered in time
safeguard-human-review = a human looks at each sanction
safeguard-expiry = points and listings expire
safeguard-no-spillover = no points for the deeds of others
safeguard-purpose-limits = gates keep to their own part of life
safeguard-match-threshold = a higher threshold for faces
safeguard-notice = whoever is sanctioned is told
safeguard-corrections-reach-all = corrections reach every copy

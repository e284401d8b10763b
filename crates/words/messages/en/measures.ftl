# Labels of parts of a regime and of safeguards, and how well a claim is known. The code asks for them by name.

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

## Safeguards

safeguard-answer-in-time = appeals answered in time
safeguard-human-review = a human looks at each sanction
safeguard-expiry = points and listings expire
safeguard-no-spillover = no points for the deeds of others
safeguard-purpose-limits = gates keep to their own part of life
safeguard-match-threshold = a higher threshold for faces
safeguard-notice = whoever is sanctioned is told
safeguard-corrections-reach-all = corrections reach every copy

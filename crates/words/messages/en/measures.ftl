# Labels of parts of a regime, and how well a claim is known. The code asks for them by name.

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

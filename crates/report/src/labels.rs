//! What each measure is called in a table, in words that need no glossary; its definition says the rest.
//!
//! A measure that stands not here is called by its name, its hyphens as spaces, so that a new measure needs no change here.

use crate::names::{begun, plain};

const LABELS: &[(&str, &str)] = &[
    ("accounts-closed", "Persons whose account is closed"),
    ("appeal-delay", "Time until an appeal is taken up"),
    ("appeal-success-given-innocence", "Appeals upheld, of those filed by persons wrongly sanctioned"),
    ("appeals-dared", "Of those wrongly sanctioned: know that they may appeal, dare to, and can pay"),
    ("appeals-filed", "Appeals filed in the last year"),
    ("appeals-known", "Of those wrongly sanctioned: know that they may appeal"),
    ("appeals-upheld", "Appeals upheld in the last year"),
    (
        "attention-ratio",
        "Share of deeds seen in the most watched tenth of neighbourhoods, over that in the rest",
    ),
    ("aware", "Persons who know the rules that they live under"),
    ("checks", "Checks made in the last year"),
    ("checks-wrong", "Checks of persons who had done nothing"),
    ("collateral-ratio", "Sanctioned for another’s deed, for each sanctioned for an own one"),
    ("corrections-undone", "Corrections that an old copy undid"),
    ("couples-parted", "Couples that parted in the last year"),
    ("decisions-unreviewed", "Sanctions that no human looked at before they began"),
    ("deed-to-consequence", "Time from deed to sanction"),
    ("defaults", "Loans not paid back"),
    ("delay-to-remedy", "Time until a wrong was put right, where it was"),
    ("deposits-saved", "Deposits that the privileged were spared"),
    ("deterred", "Punished acts left undone in the last year"),
    ("detriment-by-gravity", "Weeks under a sanction in a year"),
    ("enrolled", "Persons who joined"),
    ("entries", "Entries written into records in the last year"),
    ("fear", "Mean fear, from none to the highest"),
    ("feels-safe", "Adults who feel safe"),
    ("held-at-home", "Persons whom refusals held in their home town"),
    ("hidden", "Persons who hide from apps"),
    ("income-lost", "Income lost to sanctions and refusals, of all income"),
    ("income-lost-after-exit", "Income lost by those whose sanction is over, of all income"),
    ("income-persistence", "How far income follows the parents’ income"),
    ("interest-saved", "Interest that the privileged were spared"),
    ("life-on-record", "Of all acts, those that reached a record"),
    ("list-entries", "Persons put on the court’s list in the last year"),
    ("list-exits", "Persons taken off the court’s list in the last year"),
    ("listed", "On the court’s list"),
    ("mean-score", "Mean score on record"),
    ("mean-spell", "How long a sanction lasts"),
    ("moved-away", "Persons who moved away"),
    ("opinion-gap", "Critics in private, less critical posts among posts"),
    ("partner-sorting", "How alike the scores of partners are"),
    ("points-lost", "Points lost in the last year"),
    ("posts-muted", "Critical posts left unsaid because few others spoke"),
    ("posts-removed", "Posts taken down in the last year"),
    ("posts-silenced", "Posts not written because the account was closed"),
    ("posts-withheld", "Posts withheld out of own fear in the last year"),
    ("posts-withheld-for-others", "Posts withheld for the sake of others in the last year"),
    ("privileges", "Requests met with a privilege in the last year"),
    ("privileges-by-income", "Requests met with a privilege in the last year"),
    ("proxy-validity", "Entries whose reading of a trait is true"),
    ("public-from-private", "Points of the public score that came from a company’s score"),
    ("reach", "Readers reached in the last year"),
    ("reach-lost", "Readers not reached in the last year"),
    ("record-precision", "Entries that are true of the person"),
    ("record-recall", "Deeds that reached a record"),
    ("refusals", "Requests refused in the last year"),
    ("refusals-other-domain", "Refusals whose cause lies in another part of life"),
    ("refusals-per-listed-year", "Requests refused for each year on the court’s list"),
    ("refused-wrongly", "Requests refused to persons whose own deeds would not have led to it"),
    ("requests", "Requests made in the last year"),
    ("sanction-persistence", "How far a parent’s sanction follows the child"),
    ("sanctioned", "Under a sanction at the end"),
    ("sanctioned-for-lawful", "Sanctioned for what the law allows, of all sanctioned"),
    ("sanctioned-only-here", "Sanctioned here and not in the twin"),
    ("sanctioned-weeks", "Weeks under a sanction in the last year"),
    ("sanctioned-without-own-deed", "Sanctioned without any deed of their own, of all sanctioned"),
    ("sanctions-begun", "Persons who came under a sanction in the last year"),
    ("sanctions-ended", "Persons whose sanction ended in the last year"),
    ("sanctions-stopped", "Sanctions that a human stopped before they began"),
    ("school-places-refused", "Places at better schools refused because of a parent’s standing"),
    ("seen-by-city", "Deeds seen by cameras"),
    ("stated-approval", "Adults who say that they approve"),
    ("ties-cut", "Friendships cut"),
    ("trips-lost", "Journeys not made because of a refusal in the last year"),
    ("true-approval", "Adults who approve in private"),
    ("trust-warranted", "Violations by the privileged, for each by all others"),
    ("violations", "Violations of law"),
    ("wrong-person-rate", "Taken for somebody else"),
    ("wrong-stay", "How long a sanction stays wrong"),
    ("wrongly-listed", "Wrongly on the court’s list"),
    ("wrongly-sanctioned", "Wrongly under a sanction at the end"),
    ("wrongly-sanctioned-by-origin", "Wrongly under a sanction at the end"),
    ("wrongly-sanctioned-weeks", "Weeks wrongly under a sanction in the last year"),
];

/// The label of a measure.
#[must_use]
pub(crate) fn label(measure: &str) -> String {
    LABELS
        .iter()
        .find(|(name, _)| *name == measure)
        .map_or_else(|| begun(&plain(measure)), |(_, label)| (*label).to_owned())
}

/// A safeguard, as a clause.
#[must_use]
pub(crate) fn safeguard(name: &str) -> String {
    match name {
        "answer-in-time" => "appeals answered in time".to_owned(),
        "human-review" => "a human looks at each sanction".to_owned(),
        "expiry" => "points and listings expire".to_owned(),
        "no-spillover" => "no points for the deeds of others".to_owned(),
        "purpose-limits" => "gates keep to their own part of life".to_owned(),
        "match-threshold" => "a higher threshold for faces".to_owned(),
        "notice" => "whoever is sanctioned is told".to_owned(),
        "corrections-reach-all" => "corrections reach every copy".to_owned(),
        other => plain(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_and_unknown_labels() {
        assert_eq!(label("aware"), "Persons who know the rules that they live under");
        assert_eq!(label("some-new-measure"), "Some new measure");
        assert!(LABELS.windows(2).all(|pair| pair[0].0 < pair[1].0), "in order, each once");
    }
}

//! Mechanisms: every row of what the report describes, each with a name, a switch, a file and its measures.
//!
//! A study switches a mechanism off with `[mechanisms]`, for all its worlds or for one. All are on unless it
//! says otherwise; a mechanism that is on but that neither regime nor society has any figures for does
//! nothing. The names stand in this crate because regime and society both need them, as they do the names of
//! matters.

use crate::Claim;

/// One row: what a mechanism is, and where it is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Number of the row, `M01` to `M27` and `N1` to `N7`.
    pub number: &'static str,
    /// What the source says, or why it is needed, in a sentence.
    pub says: &'static str,
    /// The file with the model.
    pub file: &'static str,
    /// The measures that show it.
    pub measures: &'static [&'static str],
    /// The figures of society and regimes that belong to it: how their paths begin, `*` for the name of any
    /// item.
    pub figures: &'static [&'static str],
    /// Status of the claim; `None` for what is ours.
    pub claim: Option<Claim>,
    /// What happens when it is switched off, in a sentence.
    pub off: &'static str,
}

/// Makes the enumeration, its names and its rows from one table.
macro_rules! mechanisms {
    ($($variant:ident = $name:literal, $number:literal, $claim:expr, $file:literal, [$($measure:literal),+], $([$($figure:literal),+],)? $says:literal, $off:literal;)+) => {
        demerit_kernel::named! {
            /// A mechanism that a study can switch.
            Mechanism { $(#[doc = $says] $variant = $name,)+ }
        }

        impl Mechanism {
            /// Its row.
            pub const fn row(self) -> Row {
                match self {
                    $(Self::$variant => Row {
                        number: $number, says: $says, file: $file, measures: &[$($measure),+], figures: &[$($($figure),+)?],
                        claim: $claim, off: $off,
                    },)+
                }
            }
        }
    };
}

const DOCUMENTED: Option<Claim> = Some(Claim::Documented);
const REPORTED: Option<Claim> = Some(Claim::Reported);
const HYPOTHETICAL: Option<Claim> = Some(Claim::Hypothetical);

mechanisms! {
    Cameras = "cameras", "M01", REPORTED, "crates/society/src/watching/cameras.rs", ["seen-by-city", "record-recall"],
        ["cities.cameras", "channels.camera."],
        "Cameras watch public places, more in some cities than in others.",
        "No camera sees anything.";
    Identification = "identification", "M02", REPORTED, "crates/society/src/watching/identification.rs", ["wrong-person-rate", "record-precision"],
        ["identification", "channels.*.wrong_person"],
        "Face recognition tells who it was, with misses and false matches that grow with the gallery.",
        "Whoever is seen is known: nobody is taken for somebody else, and there are no false alarms.";
    Apps = "apps", "M03", REPORTED, "crates/society/src/watching/apps.rs", ["life-on-record"],
        ["people.uses_apps", "channels.app."],
        "Apps on the telephone gather purchases and words.",
        "No app is read.";
    JoinedFiles = "joined-files", "M04", REPORTED, "crates/society/src/watching/joined_files.rs", ["entries"],
        ["joined_files", "office_file", "channels.*.wrong_join", "remedies.correction"],
        "Older files are joined in, by a link that errs: namesakes and stale rows.",
        "Every file belongs to its person, and a correction reaches every copy.";
    Scores = "scores", "M05", REPORTED, "crates/regime/src/scale.rs", ["mean-score", "enrolled"],
        ["scale", "forgetting", "rules", "tiers"],
        "A score with its own scale, start, floor and ceiling, in each regime another.",
        "Nobody has a score: rules give no points and tiers are empty.";
    Rollout = "rollout", "M06", DOCUMENTED, "crates/engine/src/schedule.rs", ["sanctioned"],
        "Pilots in a dozen cities, then the whole country.",
        "The last regime of each world is in force everywhere from the first week.";
    CommercialScore = "commercial-score", "M07", REPORTED, "crates/regime/src/feed.rs", ["public-from-private"],
        ["feed"],
        "A company's score, of its own regime, feeds the public one.",
        "The public score takes nothing from the company's.";
    Proxies = "proxies", "M08", HYPOTHETICAL, "crates/regime/src/rule.rs", ["proxy-validity", "record-precision"],
        "What is bought is read as a sign of what somebody is.",
        "Rules that read a trait into a matter give no points.";
    LiveScore = "live-score", "M09", HYPOTHETICAL, "crates/society/src/state/delay.rs", ["deed-to-consequence"],
        "The score is live: an entry acts at once.",
        "Tiers are set once a quarter.";
    Spillover = "spillover", "M10", HYPOTHETICAL, "crates/regime/src/spillover.rs", ["collateral-share"],
        ["spillover"],
        "A friend's or father's word costs you points.",
        "Nobody loses points for somebody else's.";
    Partners = "partners", "M11", HYPOTHETICAL, "crates/society/src/consequences/partner.rs", ["partner-sorting", "couples-parted"],
        ["consequences.partners"],
        "Whom you date and marry counts, and standing counts with whom you date.",
        "Partners part and pair without regard to standing.";
    Privileges = "privileges", "M12", REPORTED, "crates/regime/src/gate.rs", ["privileges", "privileges-by-income", "deposits-saved", "interest-saved", "trust-warranted"],
        ["gates"],
        "A high score opens doors: no deposit, cheap loans, fast tracks.",
        "No gate grants a privilege.";
    Refusals = "refusals", "M13", REPORTED, "crates/regime/src/gate.rs", ["refusals", "refusal-distance"],
        ["gates"],
        "A low score shuts people out: travel, credit, state jobs.",
        "No gate refuses because of a tier.";
    Sanctions = "sanctions", "M14", DOCUMENTED, "crates/society/src/state/spell.rs",
        ["sanctioned", "sanctions-begun", "sanctions-ended", "spell-median", "spell-mean", "sanctioned-weeks"],
        ["tiers"],
        "Some ten million are punished; who comes and goes is counted.",
        "No tier is a sanction; what gates refuse is another switch.";
    CourtList = "court-list", "M15", DOCUMENTED, "crates/regime/src/list.rs", ["listed", "list-entries", "list-exits"],
        ["list"],
        "A court's list of those who did not do what a judgment ordered.",
        "There is no list.";
    Booking = "booking", "M16", DOCUMENTED, "crates/regime/src/gate.rs", ["refusals-per-listed-year", "refusals"],
        "The booking app refuses the fast train to whoever is on the list.",
        "No gate refuses listed persons.";
    Accounts = "accounts", "M17", REPORTED, "crates/society/src/reactions/account.rs", ["reach", "reach-lost", "accounts-closed", "posts-removed", "posts-silenced"],
        ["reactions.audience", "removal"],
        "Posts are removed and accounts closed, with all their followers.",
        "Nothing is taken down and no account is closed.";
    ClerkErrors = "clerk-errors", "M18", REPORTED, "crates/society/src/watching/clerk.rs", ["entries", "wrongly-sanctioned-by-origin"],
        ["channels.*.clerk"],
        "Many are listed by mistake and cannot get off.",
        "No entry is written by a clerk's error.";
    Appeals = "appeals", "M19", REPORTED, "crates/society/src/remedies/filing.rs",
        ["appeals-filed", "appeals-known", "appeals-dared", "appeal-success-given-innocence", "delay-to-remedy", "corrections-undone"],
        ["remedies.filing", "remedies.correction", "appeals"],
        "He appealed and heard nothing.",
        "There is nobody to appeal to.";
    Scarring = "scarring", "M20", REPORTED, "crates/society/src/consequences/hardship.rs", ["income-lost", "income-lost-after-exit", "defaults", "ties-cut"],
        ["consequences.hardship", "consequences.shunning"],
        "A career is destroyed and friends stay away.",
        "A sanction costs nobody work, income or a friend.";
    HomeTown = "home-town", "M21", REPORTED, "crates/society/src/consequences/home_town.rs", ["trips-lost", "held-at-home"],
        ["consequences.home_town"],
        "Refused seats and rooms together hold somebody in his home town.",
        "Whoever is refused a fast seat takes a slow one, and a refused room keeps nobody from travelling.";
    CareForOthers = "care-for-others", "M22", REPORTED, "crates/society/src/reactions/care_for_others.rs", ["posts-withheld-for-others"],
        ["reactions.care"],
        "Speaking out puts friends and family at risk, so people think of them first.",
        "Nobody holds back for the sake of others.";
    Silence = "silence", "M23", REPORTED, "crates/society/src/reactions/silence.rs", ["posts-lost", "posts-withheld", "posts-muted", "opinion-gap", "stated-approval", "true-approval"],
        ["response.fear", "response.fade", "response.chill", "response.silence", "reactions.silence"],
        "Dissent is silenced: what is thought and what is said part ways.",
        "Nobody holds back out of fear.";
    Awareness = "awareness", "M24", REPORTED, "crates/society/src/reactions/awareness.rs", ["aware"],
        ["reactions.awareness"],
        "Many do not know the rules; word of them spreads slowly.",
        "Everybody knows the rules from the first week.";
    Generations = "generations", "M25", HYPOTHETICAL, "crates/society/src/consequences/upbringing.rs", ["income-persistence", "sanction-persistence", "school-places-refused"],
        ["consequences.upbringing"],
        "A child's start depends on the parents' credit.",
        "A child's schooling and income owe nothing to the parents' standing.";
    Benefits = "benefits", "M26", REPORTED, "crates/society/src/reactions/benefits.rs", ["violations", "deterred", "feels-safe"],
        ["response.deterrence", "reactions.safety"],
        "The claimed benefits: fewer violations, trust, cheaper credit, safety.",
        "Nobody leaves a punished act undone.";
    WholeCountry = "whole-country", "M27", DOCUMENTED, "crates/engine/src/world.rs", ["sanctioned"],
        "One made-up person for each real one.",
        "A tenth of the study's persons live in it.";
    Observation = "observation", "N1", None, "crates/society/src/observation.rs", ["record-recall", "record-precision"],
        ["channels"],
        "What was done, what was seen and what is on record are three things.",
        "Every deed that a rule is about is seen.";
    Twin = "twin", "N2", None, "crates/measures/src/twins.rs", ["sanctioned-only-here"],
        "The same persons with the same luck under another regime.",
        "Only the first world is run.";
    Attribution = "attribution", "N3", None, "crates/society/src/state/attribution.rs", ["wrong-in-layers", "wrongly-sanctioned-by-origin"],
        "Each lost point and each sanction carries where it really came from.",
        "Where a person's points went is not kept: appeals cannot give them back one by one.";
    Courts = "courts", "N4", None, "crates/regime/src/list.rs", ["listed"],
        "The honest baseline is law and courts, not no punishment.",
        "A regime without a score has no list and no gates either.";
    Safeguards = "safeguards", "N5", None, "crates/regime/src/safeguard.rs",
        ["wrongly-sanctioned", "decisions-unreviewed", "sanctions-stopped", "delay-to-remedy"],
        "What would have helped: each safeguard is a switch of its own.",
        "No safeguard is in force, whatever the study names.";
    Attention = "attention", "N6", None, "crates/society/src/watching/attention.rs", ["attention-ratio"],
        ["attention"],
        "Where one looks depends on where one looked before.",
        "Watching and checking do not follow past records.";
    Adaptation = "adaptation", "N7", None, "crates/society/src/reactions/adaptation.rs", ["hidden", "deterred", "posts-for-points", "ties-cut", "moved-away"],
        ["response.gaming", "consequences.shunning", "consequences.leaving", "reactions.hiding"],
        "People adapt: they play for points, hide, cut ties, leave.",
        "Nobody plays for points, hides, cuts a tie or moves away.";
}

/// Which mechanisms are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct Mechanisms(u64);

impl Default for Mechanisms {
    fn default() -> Self {
        Self::ALL
    }
}

impl Mechanisms {
    /// All of them.
    pub const ALL: Self = Self((1 << Mechanism::COUNT) - 1);

    /// Whether it is on.
    #[inline]
    pub const fn on(self, one: Mechanism) -> bool {
        self.0 >> one.index() & 1 == 1
    }

    /// The same with one switched on or off.
    pub const fn with(self, one: Mechanism, on: bool) -> Self {
        let bit = 1 << one.index();
        Self(if on { self.0 | bit } else { self.0 & !bit })
    }

    /// Those that are off.
    pub fn off(self) -> impl Iterator<Item = Mechanism> {
        Mechanism::ALL.into_iter().filter(move |one| !self.on(*one))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_those_of_the_report() {
        let numbers: Vec<&str> = Mechanism::ALL.iter().map(|one| one.row().number).collect();
        let wanted: Vec<String> =
            (1..=27).map(|row| format!("M{row:02}")).chain((1..=7).map(|row| format!("N{row}"))).collect();
        assert_eq!(numbers, wanted);
        for one in Mechanism::ALL {
            let row = one.row();
            assert!(row.says.ends_with('.') && row.off.ends_with('.'), "{one}");
            assert_eq!(row.claim.is_none(), row.number.starts_with('N'), "{one}");
        }
    }

    #[test]
    fn a_switch_turns_one_mechanism_off_and_on_again() {
        let all = Mechanisms::default();
        let without = all.with(Mechanism::Spillover, false);
        assert!(all.on(Mechanism::Spillover) && !without.on(Mechanism::Spillover));
        assert_eq!(without.off().collect::<Vec<_>>(), [Mechanism::Spillover]);
        assert_eq!(without.with(Mechanism::Spillover, true), all);
        // What is on stays on, and what is off stays off.
        assert_eq!(all.with(Mechanism::Spillover, true), all);
        assert_eq!(without.with(Mechanism::Spillover, false), without);
    }
}

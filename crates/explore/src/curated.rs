//! The figures that a page shows first: a few of each stage from the eye to the remedy.
//!
//! A figure is named by its path, so that it is found in any society and regime that has it; what a base does
//! not have is left out.

use super::figures::key;
use demerit_scenario::figures::Located;
use serde::Serialize;

/// Figures of one stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Name of the stage: `seeing`, `judging`, `ties`, `list`, `remedy` or `fear`.
    pub name: &'static str,
    /// Its figures.
    pub figures: Vec<Curated>,
}

/// Figures that are moved as one: the first leads, each further one has the same value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Curated {
    /// A short name.
    pub id: &'static str,
    /// What a page calls it.
    pub label: &'static str,
    /// Names of the figures in settings.
    pub keys: Vec<String>,
}

/// Figures that are moved as one: a short name, a label, and paths with commas between.
type Choice = [&'static str; 3];

/// Stages with their figures.
const GROUPS: [(&str, &[Choice]); 6] = [
    ("seeing", SEEING),
    ("judging", JUDGING),
    ("ties", TIES),
    ("list", LIST),
    ("remedy", REMEDY),
    ("fear", FEAR),
];
const SEEING: &[Choice] = &[
    ["cameras", "Cameras for each 1,000 residents", "cities.cameras"],
    ["false-matches", "Faces compared for each false match", "identification.comparisons_per_false_match"],
    ["missed-faces", "Faces that a camera does not recognise", "channels.camera.miss"],
    ["false-alarms", "Alarms with nothing behind them, per person and year", "identification.false_alarms"],
];
const JUDGING: &[Choice] = &[
    ["wrong-joins", "Bank files joined to the wrong person", "channels.finance.wrong_join"],
    ["clerk-errors", "Bank entries that a clerk gets wrong", "channels.finance.clerk"],
    ["alcohol", "Points for buying alcohol", "rules.alcohol.points"],
    ["speech", "Points for a critical post, the most", "rules.critical post.points[0]"],
    ["threshold", "Score below which one counts as untrustworthy", "tiers.warned.from"],
];
const TIES: &[Choice] = &[
    ["friend", "Share of a loss that a friend loses too", "spillover.weights.friend"],
    ["partner", "Share that a partner loses", "spillover.weights.partner"],
    ["family", "Share that parents and children lose", "spillover.weights.parent, spillover.weights.child"],
];
const LIST: &[Choice] = &[
    ["list-term", "Years on the court’s list", "list.term"],
    ["list-enter", "Share of unpaid orders that are listed", "list.enter"],
    ["list-repair", "Chance in a year of getting off the list early", "list.repair"],
];
const REMEDY: &[Choice] = &[
    ["capacity", "Appeals taken up in a week, for each 1,000 persons", "appeals.capacity"],
    ["silence", "Appeals taken up and never answered", "appeals.silence"],
    ["proof", "Wronged persons who can prove it", "appeals.proves"],
    ["cost", "The poorest who can pay for an appeal", "remedies.filing.pays[0]"],
];
const FEAR: &[Choice] = &[
    ["fear", "Fear after a sanction of one’s own", "response.fear_own"],
    ["chill", "How far fear silences", "response.silence"],
    ["deterrence", "Violations that the regime deters", "response.deterrence"],
];

/// The groups, as far as a base has their figures; of several regimes the last one's, which is in force
/// longest.
pub(super) fn groups(all: &[Located]) -> Vec<Group> {
    let find = |path: &str| all.iter().rev().find(|one| one.path == path).map(key);
    let curated = |&[id, label, paths]: &Choice| {
        let keys: Option<Vec<String>> = paths.split(", ").map(find).collect();
        Some(Curated { id, label, keys: keys? })
    };
    let group = |&(name, figures): &(&'static str, &[Choice])| Group {
        name,
        figures: figures.iter().filter_map(curated).collect(),
    };
    GROUPS.iter().map(group).filter(|group| !group.figures.is_empty()).collect()
}

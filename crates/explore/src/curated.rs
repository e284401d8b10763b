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
    /// A short name, by which each language has a label.
    pub id: &'static str,
    /// Names of the figures in settings.
    pub keys: Vec<String>,
}

/// Figures that are moved as one: a short name and paths.
type Choice = (&'static str, &'static [&'static str]);

/// Stages with their figures.
const GROUPS: &[(&str, &[Choice])] = &[
    (
        "seeing",
        &[
            ("cameras", &["cities.cameras"]),
            ("false-matches", &["identification.comparisons_per_false_match"]),
            ("missed-faces", &["channels.camera.miss"]),
            ("false-alarms", &["identification.false_alarms"]),
        ],
    ),
    (
        "judging",
        &[
            ("wrong-joins", &["channels.finance.wrong_join"]),
            ("clerk-errors", &["channels.finance.clerk"]),
            ("alcohol", &["rules.alcohol.points"]),
            ("speech", &["rules.critical post.points[0]"]),
            ("threshold", &["tiers.warned.from"]),
        ],
    ),
    (
        "ties",
        &[
            ("friend", &["spillover.weights.friend"]),
            ("partner", &["spillover.weights.partner"]),
            ("family", &["spillover.weights.parent", "spillover.weights.child"]),
        ],
    ),
    (
        "list",
        &[("list-term", &["list.term"]), ("list-enter", &["list.enter"]), ("list-repair", &["list.repair"])],
    ),
    (
        "remedy",
        &[
            ("capacity", &["appeals.capacity"]),
            ("silence", &["appeals.silence"]),
            ("proof", &["appeals.proves"]),
            ("cost", &["remedies.filing.pays[0]"]),
        ],
    ),
    (
        "fear",
        &[
            ("fear", &["response.fear_own"]),
            ("chill", &["response.silence"]),
            ("deterrence", &["response.deterrence"]),
        ],
    ),
];

/// The groups, as far as a base has their figures; of several regimes the last one's, which is in force
/// longest.
pub(super) fn groups(all: &[Located]) -> Vec<Group> {
    let find = |path: &str| all.iter().rev().find(|one| one.path == path).map(key);
    let curated = |&(id, paths): &Choice| {
        let keys: Vec<String> = paths.iter().filter_map(|path| find(path)).collect();
        (keys.len() == paths.len()).then_some(Curated { id, keys })
    };
    let group = |&(name, figures): &(&'static str, &[Choice])| Group {
        name,
        figures: figures.iter().filter_map(curated).collect(),
    };
    GROUPS.iter().map(group).filter(|group| !group.figures.is_empty()).collect()
}

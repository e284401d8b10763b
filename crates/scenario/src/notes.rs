//! Notes: what a reader is given of a scenario. Its figures with their sources, its claims, its worlds, and
//! what the model leaves out.
//!
//! The parts of a scenario write their own; this is the form that they have in a manifest.

use serde::{Deserialize, Serialize};

/// What the model leaves out, as a reader should know it.
#[must_use]
pub fn limits() -> Vec<String> {
    [
        "Everybody is made up. The results say what follows from the assumptions listed here, not what happened to anybody.",
        "The number of persons is constant: each death is followed by a birth in the same household, so the society ages.",
        "A person does a kind of deed at most once in a week.",
        "Income lost to a sanction is the person's alone: households share nothing, and nobody takes the job that somebody lost.",
        "A new couple stays in its two households; whoever was never coupled or is widowed does not look for a partner.",
        "Private opinion does not change; what changes is what is said.",
        "Whoever a camera takes for somebody else is of the same city, looks group and sex; whoever another channel does is anybody of the \
         same city. Names are borne by groups of equal size.",
        "A camera's false matches grow with the residents of the real city at the rate of one comparison, measured at a gallery of 10,000.",
        "What one person's life does to another's takes a week to arrive.",
        "The deserved score counts every true deed, also those that nobody saw: a sanction counts as wrong only if full knowledge of the \
         truth would not have brought it under the same rules.",
        "Income has an influence on lapses with money and on who can pay for an appeal, and on no other conduct.",
        "A public voice writes like any prolific writer: audiences do not count yet.",
        "False matches of cameras are put down to mistaken identity, whether or not anybody did the deed.",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// A world of the study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorldNote {
    /// Name of the world.
    pub name: String,
    /// Title of the world for people; its name where the study gives none.
    pub title: String,
    /// Mechanisms that are switched off in it, by name.
    pub off: Vec<String>,
    /// Sources of error that are switched off in it, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors_off: Vec<String>,
    /// Safeguards in force in it, by name.
    pub safeguards: Vec<String>,
    /// Title of the regime that is rolled out in it.
    pub regime: String,
    /// Lowest and highest score, where the regime keeps one.
    pub scale: Option<[i32; 2]>,
    /// Score at the start.
    pub start: Option<i32>,
    /// Tiers from the lowest to the highest.
    pub tiers: Vec<TierNote>,
    /// Provisions of law that are about the regime, by name.
    pub provisions: Vec<String>,
}

/// A tier of a world's regime.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierNote {
    /// Name of the tier.
    pub name: String,
    /// Lowest score of the tier.
    pub from: i32,
    /// Whether being in it is a sanction.
    pub sanction: bool,
}

/// A phase of the study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseNote {
    /// Name of the phase.
    pub name: String,
    /// First tick of the phase.
    pub from_tick: u32,
    /// Number of cities in which the regime comes into force.
    pub cities: u32,
    /// Persons who live in them.
    pub persons: u32,
    /// Which share of all persons the study wants it to be; `None` where it wants all, or cities by name.
    pub wanted: Option<f64>,
    /// The share that they are, less the one that is wanted.
    pub miss: Option<f64>,
}

/// The claim status of a part of a regime.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimNote {
    /// Name of the regime.
    pub regime: String,
    /// What it is: `rule`, `list`, `gate`, `spillover`.
    pub part: String,
    /// Its name.
    pub name: String,
    /// What it does, in a sentence.
    pub says: String,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where the claim comes from.
    pub source: String,
}

/// A published figure beside the same figure of the built society.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureNote {
    /// What was counted.
    pub quantity: String,
    /// Published value, if there is one.
    pub published: Option<f64>,
    /// Value in the built society.
    pub built: f64,
    /// Unit of both.
    pub unit: String,
    /// Source of the published value.
    pub source: String,
    /// `built in`: the society was made to have it; `came out`: nothing was set to give it.
    pub how: String,
}

//! A regime file: the institution, rule by rule, each with its claim status and source.

use super::institution::{ChecksFile, ConsentFile, FeedFile, PointsAtFile, RecoversAtFile};
use crate::figure::Figure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A regime.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegimeFile {
    /// Title for people.
    #[schemars(length(min = 1, max = 200))]
    pub title: String,
    /// What it is, in a few sentences.
    #[schemars(length(min = 1, max = 4000))]
    pub about: String,
    /// Sources beyond the list of facts: a short name and what a reader would cite.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<String, String>,
    /// Channels of watching that it reads.
    #[serde(default)]
    pub channels: Vec<String>,
    /// Weeks between two reviews of the tiers; 1: every change acts at once.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 520))]
    pub review_every: u32,
    /// The scale of the score; without it no score is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<ScaleFile>,
    /// How the score forgets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forgetting: Option<ForgettingFile>,
    /// Rules: a matter on record gives or takes points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 512))]
    pub rules: Vec<RuleFile>,
    /// Tiers, lowest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 8))]
    pub tiers: Vec<TierFile>,
    /// Points passed on along ties.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spillover: Option<SpilloverFile>,
    /// The court's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ListFile>,
    /// Gates: where a standing opens or closes a door.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<GateFile>,
    /// Appeals; without it there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeals: Option<AppealsFile>,
    /// Removal of posts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removal: Option<RemovalFile>,
    /// Consent; without it everybody is under the regime.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<ConsentFile>,
    /// Checks for undeclared income.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checks: Option<ChecksFile>,
    /// A company's score that feeds this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feed: Option<FeedFile>,
}

const fn one() -> u32 {
    1
}

/// The scale of a score, in points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScaleFile {
    /// Score at the start.
    #[schemars(range(min = -30000.0, max = 30000.0))]
    pub start: Figure,
    /// Lowest score.
    #[schemars(range(min = -30000.0, max = 30000.0))]
    pub floor: Figure,
    /// Highest score.
    #[schemars(range(min = -30000.0, max = 30000.0))]
    pub ceiling: Figure,
}

/// Forgetting: the distance to the start shrinks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ForgettingFile {
    /// Weeks between two steps.
    #[schemars(range(min = 1, max = 520))]
    pub every: u32,
    /// Share of the distance that goes in a step.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: Figure,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// Name, unique in the regime.
    #[schemars(length(min = 1, max = 80))]
    pub name: String,
    /// The matter it is about.
    pub matter: String,
    /// Points: one number, or two ends of a band in which an officer decides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 2), inner(range(min = -10000.0, max = 10000.0)))]
    pub points: Vec<Figure>,
    /// Points by the score at which they fall, in place of `points`; scores in ascending order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 16))]
    pub points_at: Vec<PointsAtFile>,
    /// Months in which lost points come back, by the score before the loss; without it they do not come back by themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 16))]
    pub recovers_at: Vec<RecoversAtFile>,
    /// How often it may count for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<CapFile>,
    /// The trait that it reads into the matter: `dependency`, `parenthood` or `idleness`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub infers: Option<String>,
    /// Whether points lost by it spill over to ties.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub spills: bool,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where it is said: the name of a fact or of a source of this file.
    pub source: String,
}

/// At most so many uses of a rule for a person in a window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CapFile {
    /// Uses in a window.
    #[schemars(range(min = 1, max = 15))]
    pub times: u8,
    /// Length of a window in weeks.
    #[schemars(range(min = 1, max = 5200))]
    pub weeks: u32,
}

/// A tier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierFile {
    /// Name, unique in the regime.
    #[schemars(length(min = 1, max = 40))]
    pub name: String,
    /// Lowest score of the tier.
    #[schemars(range(min = -30000.0, max = 30000.0))]
    pub from: Figure,
    /// Whether being in it is a sanction.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sanction: bool,
}

/// Spillover along ties.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpilloverFile {
    /// Steps that a loss may travel.
    #[schemars(range(min = 1, max = 4))]
    pub reach: u8,
    /// Share of a loss that a tie of each type loses too.
    #[schemars(with = "BTreeMap<String, crate::figure::ShareFigure>")]
    pub weights: BTreeMap<String, Figure>,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where it is said.
    pub source: String,
}

/// The court's list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListFile {
    /// Name.
    #[schemars(length(min = 1, max = 80))]
    pub name: String,
    /// The matter that leads onto it; an unpaid order unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<String>,
    /// Share of the entries about it that are listed.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub enter: Figure,
    /// Years after which a listing ends by itself; without it, never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.02, max = 100.0))]
    pub term: Option<Figure>,
    /// Early exits per year of listing.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub repair: Figure,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where it is said.
    pub source: String,
}

/// A gate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GateFile {
    /// Name, unique in the regime.
    #[schemars(length(min = 1, max = 80))]
    pub name: String,
    /// What is asked for.
    pub request: String,
    /// The domain of life that it touches; that of the request unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// Tiers that are refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refuses: Vec<String>,
    /// Whether listed persons are refused.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub refuses_listed: bool,
    /// Tiers that are given a privilege.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grants: Vec<String>,
    /// What a privilege saves whoever is granted it, in median weekly incomes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1000.0))]
    pub saves: Option<Figure>,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where it is said.
    pub source: String,
}

/// Appeals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppealsFile {
    /// Appeals taken up in a week for each 1,000 persons.
    #[schemars(range(min = 0.0, max = 1000.0))]
    pub capacity: Figure,
    /// Share of those taken up that is never answered.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub silence: Figure,
    /// Weeks after which an appeal is taken up in any case; without it, one may wait for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 520))]
    pub within: Option<u32>,
    /// Who bears the burden of proof: `office` (as without it) or `person`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub burden: Option<String>,
    /// Where the person bears it, the chance that somebody wronged can prove it; 1 without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub proves: Option<Figure>,
    /// Chance that an answered appeal against a wrong sanction is upheld where the office bears the burden of proof.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub upheld_wrong: Figure,
    /// Chance that any other answered appeal is upheld.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub upheld_right: Figure,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where it is said.
    pub source: String,
}

/// Removal of posts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemovalFile {
    /// Matters whose posts may be removed.
    #[schemars(length(min = 1))]
    pub matters: Vec<String>,
    /// Share of them that is removed.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: Figure,
    /// Chance that the account behind a removed post is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub closes: Option<Figure>,
    /// Mean weeks that an account stays closed; without it, for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1.0, max = 5200.0))]
    pub closed_weeks: Option<Figure>,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where it is said.
    pub source: String,
}

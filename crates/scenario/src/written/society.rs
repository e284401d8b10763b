//! A society file: who lives there, whom they know, what they do, what is seen, how they respond.

use super::watching::{AttentionFile, ChannelFile, IdentificationFile, JoinedFilesFile};
use crate::figure::Figure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A society, built from aggregate figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SocietyFile {
    /// Title for people.
    #[schemars(length(min = 1, max = 200))]
    pub title: String,
    /// What it is, in a few sentences.
    #[schemars(length(min = 1, max = 4000))]
    pub about: String,
    /// Sources beyond the list of facts: a short name and what a reader would cite.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<String, String>,
    /// Cities.
    pub cities: CitiesFile,
    /// Households and ages.
    pub households: HouseholdsFile,
    /// Life and death.
    pub life: LifeFile,
    /// Traits of persons.
    pub people: PeopleFile,
    /// Habits.
    pub habits: HabitsFile,
    /// Layers of ties outside the household.
    #[serde(default)]
    #[schemars(length(max = 8))]
    pub ties: Vec<TiesFile>,
    /// Kinds of deed: how often they are done. Kinds left out are never done.
    #[serde(default)]
    pub deeds: BTreeMap<String, DeedFile>,
    /// Channels of watching.
    #[serde(default)]
    #[schemars(length(max = 8))]
    pub channels: Vec<ChannelFile>,
    /// How cameras tell who it was; left out, nobody is taken for somebody who looks alike.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identification: Option<IdentificationFile>,
    /// How files are joined; left out, a file joined by error is anybody's of the same city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined_files: Option<JoinedFilesFile>,
    /// How far watching follows past records; left out, not at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attention: Option<AttentionFile>,
    /// How people respond to a regime.
    pub response: ResponseFile,
    /// What sanctions do to lives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequences: Option<super::ConsequencesFile>,
    /// What else people make of being watched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reactions: Option<super::ReactionsFile>,
    /// What people can do against a sanction; without it nobody appeals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedies: Option<super::RemediesFile>,
    /// What an office's files are like; without it they are exact, and nobody's income comes and goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office_file: Option<super::OfficeFileFile>,
}

/// Cities: see `demerit_society::population::city`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitiesFile {
    /// Persons in the real country.
    #[schemars(range(min = 1.0, max = 1e10))]
    pub country: Figure,
    /// Pareto exponent of core sizes within a class.
    #[schemars(range(min = 0.1, max = 10.0))]
    pub exponent: Figure,
    /// Urban share of all persons.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub urban: Figure,
    /// Cameras per 1,000 residents in the median city.
    #[schemars(range(min = 0.0, max = 10000.0))]
    pub cameras: Figure,
    /// Standard deviation of the logarithm of cameras per 1,000.
    #[schemars(range(min = 0.0, max = 3.0))]
    pub cameras_spread: Figure,
    /// Cameras per 1,000 at which a deed in public is in view with chance 1 − 1/e.
    #[schemars(range(min = 1.0, max = 100000.0))]
    pub cameras_scale: Figure,
    /// Size classes of urban cores, largest first.
    #[schemars(length(min = 1, max = 12))]
    pub classes: Vec<SizeClassFile>,
}

/// A size class of urban cores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SizeClassFile {
    /// Number of cities.
    #[schemars(range(min = 1.0, max = 5000.0))]
    pub count: Figure,
    /// Smallest core, persons.
    #[schemars(range(min = 1.0, max = 1e9))]
    pub low: f64,
    /// Largest core, persons.
    #[schemars(range(min = 1.0, max = 1e9))]
    pub high: f64,
}

/// Households and ages: see `demerit_society::population::household`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HouseholdsFile {
    /// Shares of households of 1, 2, …, 6, and 7 and more persons.
    #[schemars(length(min = 7, max = 7), inner(range(min = 0.0, max = 1.0)))]
    pub sizes: Vec<Figure>,
    /// Share of persons under 15.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub children: Figure,
    /// Share of persons of 60 and over.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub elders: Figure,
}

/// Life and death: see `demerit_society::population::life`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LifeFile {
    /// Share of persons of 65 and over.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub over_65: Figure,
    /// Mean years beyond 65 of those of 65 and over.
    #[schemars(range(min = 0.5, max = 30.0))]
    pub years_beyond_65: Figure,
    /// Deaths per 1,000 persons and year.
    #[schemars(range(min = 0.0, max = 1000.0))]
    pub deaths: Figure,
    /// Growth of the hazard of death with each year of age.
    #[schemars(range(min = 0.0, max = 0.3))]
    pub ageing: Figure,
    /// Divorces per 1,000 persons and year.
    #[schemars(range(min = 0.0, max = 1000.0))]
    pub divorces: Figure,
    /// Marriages per 1,000 persons and year.
    #[schemars(range(min = 0.0, max = 1000.0))]
    pub marriages: Figure,
}

/// Traits: see `demerit_society::population::person`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeopleFile {
    /// Males per 100 females.
    #[schemars(range(min = 10.0, max = 1000.0))]
    pub sex_ratio: Figure,
    /// Persons with college education per 100,000 persons.
    #[schemars(range(min = 0.0, max = 100000.0))]
    pub college: Figure,
    /// Gini coefficient of income.
    #[schemars(range(min = 0.0, max = 0.95))]
    pub gini: Figure,
    /// Share of persons who use apps that a regime can read.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub uses_apps: Figure,
    /// Shares of those of working age by sector; the rest have no work.
    pub sectors: SectorsFile,
}

/// Shares of those from 18 to 59 by sector of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectorsFile {
    /// Farming.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub farm: Figure,
    /// Industry and building.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub industry: Figure,
    /// Services.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub services: Figure,
    /// The state's service.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub state: Figure,
    /// Press and publishing.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub press: Figure,
}

/// Habits: see `demerit_society::conduct::habit`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HabitsFile {
    /// Share of adults who drink at all.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub drinkers: Figure,
    /// Share of men who drink at all; that of women follows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub drinkers_men: Figure,
    /// Share of men who drink weekly.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub weekly_men: Figure,
    /// Share of women who drink weekly.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub weekly_women: Figure,
    /// Share of the weekly drinkers who are dependent.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub dependent: Figure,
    /// Purchases a year of those who drink now and then, weekly, and dependently.
    #[schemars(length(min = 3, max = 3), inner(range(min = 0.0, max = 1000.0)))]
    pub purchases: Vec<Figure>,
    /// Share who never write in public.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub never_write: Figure,
    /// Share who are prolific writers.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub prolific: Figure,
    /// Share of all posts that the prolific write.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub prolific_posts: Figure,
    /// Share of the prolific who are a public voice.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub voice: Figure,
    /// Share of adults who drive.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub drive: Figure,
    /// Share of persons in each of four classes of care, the most careful first.
    #[schemars(length(min = 4, max = 4), inner(range(min = 0.0, max = 1.0)))]
    pub care: Vec<Figure>,
    /// Share of all lapses that each class of care commits.
    #[schemars(length(min = 4, max = 4), inner(range(min = 0.0, max = 1.0)))]
    pub lapses: Vec<Figure>,
}

/// A layer of ties: see `demerit_society::population::ties`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TiesFile {
    /// Type of the ties: `kin`, `friend`, `colleague` or `acquaintance`.
    pub tie: String,
    /// How far it reaches: `neighbourhood` or `city`.
    pub scope: String,
    /// Persons in a group.
    #[schemars(range(min = 2, max = 64))]
    pub group: u32,
    /// Overlaid groupings.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 4))]
    pub rounds: u32,
    /// Share of ties that are not switched off.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub keep: Figure,
}

const fn one() -> u32 {
    1
}

/// How often a kind of deed is done: see `demerit_society::conduct`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeedFile {
    /// Whom it concerns: `everyone`, `adults`, `drivers`, `pupils`, `with-infant` or `with-pupil`.
    pub who: String,
    /// Deeds per person and year among them; with `follows = "drinking"` a factor on the purchases of the habit.
    #[schemars(range(min = 0.0, max = 1000.0))]
    pub rate: Figure,
    /// The habit by which some do more than others: `drinking`, `writing` or `care`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<String>,
}

/// Responses: see `demerit_society::reactions::response`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResponseFile {
    /// Fear that a sanction of one's own adds, of a highest fear of 1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub fear_own: Figure,
    /// Fear that a sanction of somebody close adds.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub fear_tie: Figure,
    /// Share of fear that goes in a week.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub fade: Figure,
    /// Share of critical posts withheld only because they are watched and punished.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub chill: Figure,
    /// Share of critical posts withheld at the highest fear.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub silence: Figure,
    /// Share of punished acts left undone.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub deterrence: Figure,
    /// Share by which rewarded acts grow.
    #[schemars(range(min = 0.0, max = 4.0))]
    pub gaming: Figure,
}

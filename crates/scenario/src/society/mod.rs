//! A society file: who lives there, whom they know, what they do, what is seen, how they respond.
//!
//! A part is one file here: how it is written, what is checked of it, and what it resolves to.

mod cities;
mod consequences;
mod deeds;
mod habits;
mod households;
mod life;
mod people;
mod reactions;
mod remedies;
mod response;
mod ties;
mod watching;

pub use cities::{CitiesFile, SizeClassFile};
pub use consequences::*;
pub use deeds::{DeedFile, Habit};
pub use habits::HabitsFile;
pub use households::HouseholdsFile;
pub use life::LifeFile;
pub use people::{PeopleFile, SectorsFile};
pub use reactions::*;
pub use remedies::{CorrectionFile, FilingFile, RemediesFile};
pub use response::ResponseFile;
pub use ties::{LayerTie, Reach, TiesFile};
pub use watching::{AttentionFile, ChannelFile, Covers, IdentificationFile, JoinedFilesFile, OfficeFileFile};

use crate::diagnostics::Diagnostics;
use crate::word::{ByWord, Word};
use demerit_society::Deed;
use demerit_society::society::SocietyPlan;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use watching::{attention, channels, identification, joined_files, office_file};

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
    #[schemars(with = "ByWord<Deed, DeedFile>")]
    pub deeds: BTreeMap<Word<Deed>, DeedFile>,
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
    pub consequences: Option<ConsequencesFile>,
    /// What else people make of being watched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reactions: Option<ReactionsFile>,
    /// What people can do against a sanction; without it nobody appeals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedies: Option<RemediesFile>,
    /// What an office's files are like; without it they are exact, and nobody's income comes and goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office_file: Option<OfficeFileFile>,
}

/// Resolves a society file; the plan is of use only if there are no faults.
pub(crate) fn resolve(name: &str, file: &SocietyFile, diagnostics: &mut Diagnostics<'_>) -> SocietyPlan {
    let sex_ratio = file.people.sex_ratio.value;
    let hardest = |matter| consequences::most(matter, file.consequences.as_ref());
    SocietyPlan {
        name: name.to_owned(),
        title: file.title.clone(),
        cities: cities::resolve(&file.cities, diagnostics),
        life: life::resolve(&file.life, file.households.elders.value, diagnostics),
        households: households::resolve(&file.households, diagnostics),
        sex_ratio,
        habits: habits::resolve(&file.habits, sex_ratio, diagnostics),
        traits: people::resolve(&file.people, file.households.children.value, diagnostics),
        layers: ties::resolve(&file.ties, diagnostics),
        conduct: deeds::resolve(&file.deeds, &file.habits, file.response.gaming.value, hardest),
        watching: channels::resolve(&file.channels, diagnostics),
        identification: file.identification.as_ref().map(|one| identification::resolve(one, diagnostics)),
        joined_files: file.joined_files.as_ref().map(|one| joined_files::resolve(one, diagnostics)),
        attention: file.attention.as_ref().map(|one| attention::resolve(one, diagnostics)),
        response: response::resolve(&file.response),
        consequences: consequences::resolve(file.consequences.as_ref(), diagnostics),
        reactions: reactions::resolve(file.reactions.as_ref(), diagnostics),
        remedies: remedies::resolve(file.remedies.as_ref(), diagnostics),
        office_file: file.office_file.as_ref().map(office_file::resolve),
    }
}

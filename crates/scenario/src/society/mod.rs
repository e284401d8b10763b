//! A society file: who lives there, whom they know, what they do, what is seen, how they respond.
//!
//! A table of the file, or a few that belong together, is one file here: how it is written, what is checked
//! of it, and what it resolves to.

pub mod cities;
pub mod consequences;
pub mod deeds;
pub mod habits;
pub mod households;
pub mod life;
pub mod people;
pub mod reactions;
pub mod remedies;
pub mod response;
pub mod ties;
pub mod watching;

use crate::faults::diagnostics::Diagnostics;
use crate::figure::written;
use crate::word::{ByWord, Word};
use demerit_society::Deed;
use demerit_society::society::SocietyPlan;
use std::collections::BTreeMap;

written! {
    /// A society, built from aggregate figures.
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
        pub cities: cities::CitiesFile,
        /// Households and ages.
        pub households: households::HouseholdsFile,
        /// Life and death.
        pub life: life::LifeFile,
        /// Traits of persons.
        pub people: people::PeopleFile,
        /// Habits.
        pub habits: habits::HabitsFile,
        /// Layers of ties outside the household.
        #[serde(default)]
        #[schemars(length(max = 8))]
        pub ties: Vec<ties::TiesFile>,
        /// Kinds of deed: how often they are done. Kinds left out are never done.
        #[serde(default)]
        #[schemars(with = "ByWord<Deed, deeds::DeedFile>")]
        pub deeds: BTreeMap<Word<Deed>, deeds::DeedFile>,
        /// Channels of watching.
        #[serde(default)]
        #[schemars(length(max = 8))]
        pub channels: Vec<watching::ChannelFile>,
        /// How cameras tell who it was; left out, nobody is taken for somebody who looks alike.
        pub identification: Option<watching::IdentificationFile>,
        /// How files are joined; left out, a file joined by error is anybody's of the same city.
        pub joined_files: Option<watching::JoinedFilesFile>,
        /// How far watching follows past records; left out, not at all.
        pub attention: Option<watching::AttentionFile>,
        /// How people respond to a regime.
        pub response: response::ResponseFile,
        /// What sanctions do to lives.
        pub consequences: Option<consequences::ConsequencesFile>,
        /// What else people make of being watched.
        pub reactions: Option<reactions::ReactionsFile>,
        /// What people can do against a sanction; without it nobody appeals.
        pub remedies: Option<remedies::RemediesFile>,
        /// What an office's files are like; without it they are exact, and nobody's income comes and goes.
        pub office_file: Option<watching::OfficeFileFile>,
    }
}

/// Resolves a society file; the plan is of use only if there are no faults.
pub(crate) fn resolve(name: &str, file: &SocietyFile, diagnostics: &mut Diagnostics<'_>) -> SocietyPlan {
    let sex_ratio = file.people.sex_ratio.value;
    let hardest = |matter| {
        consequences::most(matter, file.consequences.as_ref())
            * reactions::most(matter, file.reactions.as_ref())
    };
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
        watching: watching::channels(&file.channels, diagnostics),
        identification: file.identification.as_ref().map(|one| watching::identification(one, diagnostics)),
        joined_files: file.joined_files.as_ref().map(|one| watching::joined_files(one, diagnostics)),
        attention: file.attention.as_ref().map(|one| watching::attention(one, diagnostics)),
        response: response::resolve(&file.response),
        consequences: consequences::resolve(file.consequences.as_ref(), diagnostics),
        reactions: reactions::resolve(file.reactions.as_ref(), diagnostics),
        remedies: remedies::resolve(file.remedies.as_ref(), diagnostics),
        office_file: file.office_file.as_ref().map(watching::office_file),
    }
}

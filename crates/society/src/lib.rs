//! The people: who they are, whom they know, what they do, what is seen of it, and how they respond.
//!
//! A person is a number. Fixed traits are computed from keyed draws whenever they are needed; only what
//! changes is stored ([`state`]). Truth lives here. [`observation`] is the one place where it becomes a
//! record, which is all that a regime can see. Society may know the regime; the regime may never know
//! society.
//!
//! Read on: [`society`] puts the parts together, [`conduct`] says what people do, [`watching`] who looks.

pub mod conduct;
pub mod consequences;
pub mod observation;
pub mod population;
pub mod reactions;
pub mod remedies;
pub mod society;
pub mod state;
pub mod stream;
mod switches;
pub mod watching;

pub use conduct::deed::Deed;
pub use conduct::habit::{HabitPlan, HabitPlanes, Habits, Sex};
pub use conduct::{Conduct, ConductPlan, Follows, Present, Who};
pub use consequences::hardship::{Hardship, HardshipTable};
pub use consequences::home_town::HomeTown;
pub use consequences::migration::Migration;
pub use consequences::partner::{Couples, Partners};
pub use consequences::shunning::Shunning;
pub use consequences::upbringing::{Upbringing, UpbringingTable};
pub use consequences::{Consequences, Marks};
pub use observation::{Ascribed, Entry, Scene};
pub use population::city::{Cities, City, CityPlan, SizeClass};
pub use population::household::{HouseholdPlan, Households, Place, Role};
pub use population::life::{BirthWeek, Hazards, LifePlan, TICKS_PER_YEAR, age_years, generation, ticks_of};
pub use population::person::{ADULT, Occupation, Person, RETIRED, SCHOOL, TraitPlan};
pub use population::ties::{Home, Layer, Scope, Ties};
pub use reactions::Reactions;
pub use reactions::account::Audience;
pub use reactions::adaptation::Hiding;
pub use reactions::awareness::Awareness;
pub use reactions::benefits::FeltSafety;
pub use reactions::care_for_others::Care;
pub use reactions::response::Response;
pub use reactions::silence::{Climate, Silence};
pub use remedies::correction::{Correction, Stale};
pub use remedies::filing::Filing;
pub use remedies::human_review::SparedTable;
pub use remedies::{Remedies, RemedyTables};
pub use society::{Society, SocietyError, SocietyPlan};
pub use state::attribution::{LossTable, Losses, Origin};
pub use state::company_scores::CompanyScores;
pub use state::delay::DelayTable;
pub use state::deserved::{Assessment, FarTable, Gap};
pub use state::events::{Cohort, Event, EventKind};
pub use state::flags::{FlagTable, Flags, Standing};
pub use state::message::{Content, Message};
pub use state::pending::{Appeal, Listing, Pending, Regain, Undeclared};
pub use state::rule_uses::Uses;
pub use state::smoothed::Smoothed;
pub use state::spell::{GRAVITIES, Sanction, Spell, SpellTable};
pub use state::tally::{AGES, CAUSES, CLASSES, Lasting, Stance, Tally};
pub use state::{Chunk, Planes, Tables};
pub use watching::attention::Attention;
pub use watching::cameras::Cameras;
pub use watching::identification::{Identification, LOOKS, Recognition};
pub use watching::joined_files::{JoinedFiles, Namesakes};
pub use watching::office_file::OfficeFile;
pub use watching::{Coverage, Watch};

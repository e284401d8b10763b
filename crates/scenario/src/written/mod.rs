//! Scenario files as they are written: societies, regimes, studies.
//!
//! The types here are the files, key by key; what a run works with is made from them in [`crate::resolve`]. Numbers that
//! are uncertain are [`Figure`](crate::figure::Figure)s: a bare number is an assumption, a table adds range, source and note.

mod consequences;
mod institution;
mod reactions;
mod regime;
mod remedies;
mod society;
mod study;
mod watching;

pub use consequences::{
    ConsequencesFile, HardshipFile, HomeTownFile, LeavingFile, PartnersFile, ShunningFile, UpbringingFile,
};
pub use institution::{
    BandFile, ChecksFile, ConsentFile, FeedFile, OfficeFileFile, PointsAtFile, RecoversAtFile,
};
pub use reactions::{
    AudienceFile, AwarenessFile, CareFile, HidingFile, ReactionsFile, SafetyFile, SilenceFile,
};
pub use regime::{
    AppealsFile, CapFile, ForgettingFile, GateFile, ListFile, RegimeFile, RemovalFile, RuleFile, ScaleFile,
    SpilloverFile, TierFile,
};
pub use remedies::{CorrectionFile, FilingFile, RemediesFile};
pub use society::{
    CitiesFile, DeedFile, HabitsFile, HouseholdsFile, LifeFile, PeopleFile, ResponseFile, SectorsFile,
    SizeClassFile, SocietyFile, TiesFile,
};
pub use study::{BundleFile, RolloutFile, SafeguardsFile, StudyFile, WorldFile};
pub use watching::{AttentionFile, ChannelFile, IdentificationFile, JoinedFilesFile};

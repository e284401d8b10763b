//! Why there is no report or no life.

/// Why there is no report or no life.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// The manifest names no world.
    #[error("the manifest of the run names no world, so there is nothing to report")]
    NoWorld,
    /// The run has no cohort.
    #[error(
        "the run kept no cohort, so there is no life to tell; run it with a cohort of one person or more"
    )]
    NoCohort,
    /// The person is not in the cohort.
    #[error("person {person} is not in the cohort of this run; in it are, for instance, {examples}")]
    NotInCohort {
        /// The person asked for.
        person: u32,
        /// A few persons who are in it.
        examples: String,
    },
}

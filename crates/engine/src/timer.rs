//! Timing from outside: the caller of a tick may follow when each phase of a neighbourhood ends.
//!
//! The engine reads no clock. A timer is a type that the tick is compiled for, so that [`Untimed`] costs
//! nothing.

/// Something that hears of every phase when it ends. Threads share it.
pub trait PhaseTimer: Sync {
    /// What is kept on the way through one neighbourhood's tick, such as the moment when the last phase
    /// ended.
    type Mark;

    /// A neighbourhood begins its tick.
    fn begin(&self) -> Self::Mark;

    /// A phase of it has ended.
    fn end(&self, phase: Phase, mark: &mut Self::Mark);
}

/// Nothing is timed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Untimed;

impl PhaseTimer for Untimed {
    type Mark = ();

    #[inline(always)]
    fn begin(&self) {}

    #[inline(always)]
    fn end(&self, _: Phase, (): &mut ()) {}
}

demerit_kernel::named! {
    /// The parts of a tick that are timed apart, in the order of the tick.
    Phase {
        /// Lives.
        Live = "live",
        /// Deeds.
        Act = "act",
        /// What is seen.
        Observe = "observe",
        /// Checks of an office.
        Checks = "checks",
        /// What a company sees.
        Company = "company",
        /// Entries, points, tiers.
        Judge = "judge",
        /// Requests.
        Gate = "gate",
        /// Appeals.
        Remedy = "remedy",
        /// Fear and what follows.
        Respond = "respond",
    }
}

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

macro_rules! phases {
    ($($name:ident $title:literal,)*) => {
        /// The parts of a tick that are timed apart.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Phase { $(#[doc = $title] $name,)* }

        impl Phase {
            /// All of them, in the order of the tick.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
            /// What the part is called.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }
        }
    };
}

phases! {
    Live "live",
    Act "act",
    Observe "observe",
    Checks "checks",
    Company "company",
    Judge "judge",
    Gate "gate",
    Remedy "remedy",
    Respond "respond",
}

//! A stopwatch: how long each phase of the tick takes.
//!
//! A tick takes a watch as a type, so that the one of every day costs nothing at all. Times say where work is worth the
//! while; they are read by nothing that the model does.

use std::time::{Duration, Instant};

/// Something that is told of every phase when it ends.
pub(crate) trait Watch: Default {
    /// A neighbourhood begins its tick.
    fn begin(&mut self);
    /// A phase of it has ended.
    fn lap(&mut self, phase: Phase);
    /// Adds what was found to what is known.
    fn keep(&self, laps: &mut Laps);
}

/// No watch.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Unwatched;

impl Watch for Unwatched {
    #[inline(always)]
    fn begin(&mut self) {}
    #[inline(always)]
    fn lap(&mut self, _: Phase) {}
    #[inline(always)]
    fn keep(&self, _: &mut Laps) {}
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

/// The time of each phase, summed over neighbourhoods and ticks.
#[derive(Clone, Copy, Debug)]
pub struct Laps {
    last: Instant,
    times: [Duration; Phase::ALL.len()],
}

impl Default for Laps {
    fn default() -> Self {
        Self { last: Instant::now(), times: Default::default() }
    }
}

impl Laps {
    /// The time of a phase so far.
    #[must_use]
    pub fn of(&self, phase: Phase) -> Duration {
        self.times[phase as usize]
    }

    /// Adds the times of another watch.
    pub fn add(&mut self, other: &Self) {
        for (mine, other) in self.times.iter_mut().zip(other.times) {
            *mine += other;
        }
    }
}

impl Watch for Laps {
    fn begin(&mut self) {
        self.last = Instant::now();
    }

    fn lap(&mut self, phase: Phase) {
        let now = Instant::now();
        self.times[phase as usize] += now - self.last;
        self.last = now;
    }

    fn keep(&self, laps: &mut Laps) {
        laps.add(self);
    }
}

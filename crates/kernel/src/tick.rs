//! Time in whole steps.
//!
//! A tick is one step of the model's clock, counted from 0. How long it lasts (a week, a day) is not known
//! here. Leaves out: calendars, and any real clock.

use std::fmt;

/// A step of the model's clock: 0 is the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use]
pub struct Tick(pub u32);

impl Tick {
    /// The tick after this one. Panics after 2³² − 1 ticks.
    #[inline]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// True on tick 0 and on each `every`-th tick after it. With `every` = 0 it is true on tick 0 alone.
    #[inline]
    pub const fn is_multiple_of(self, every: u32) -> bool {
        self.0.is_multiple_of(every)
    }
}

impl fmt::Display for Tick {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fourth_tick() {
        let hits: Vec<u32> = (0..10).filter(|&t| Tick(t).is_multiple_of(4)).collect();
        assert_eq!(hits, [0, 4, 8]);
        assert!(Tick(0).is_multiple_of(0));
        assert!(!Tick(5).is_multiple_of(0));
    }

    #[test]
    fn next_and_order() {
        assert_eq!(Tick::default().next(), Tick(1));
        assert!(Tick(3) < Tick(3).next());
        assert_eq!(format!("{:>4}", Tick(12)), "  12");
    }
}

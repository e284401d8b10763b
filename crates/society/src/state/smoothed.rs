//! A smoothed count: what a neighbourhood remembers of events, in whole numbers.
//!
//! Model: v ← v − ⌊v/m⌋ in each tick, and + 256 for each event, so that v/256 is the sum of events weighted
//! by (1 − 1/m)^age and v/(256·m) the mean number a tick. Whole numbers, so that no order of work changes a
//! bit.
//!
//! Symbols: m, the memory, in ticks, at least 1. Source: exponential smoothing. Leaves out: the last m/256 of
//! an event, which are never forgotten.

/// Units of an event.
const UNIT: u32 = 256;

/// A count in which the past fades.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Smoothed(pub u32);

demerit_kernel::saved!(Smoothed { 0 });

impl Smoothed {
    /// Adds this number of events.
    #[inline]
    pub const fn add(&mut self, events: u32) {
        self.0 = self.0.saturating_add(events.saturating_mul(UNIT));
    }

    /// A tick goes by.
    #[inline]
    pub const fn fade(&mut self, memory: u32) {
        self.0 -= if memory > 1 { self.0 / memory } else { self.0 };
    }

    /// Events remembered.
    pub fn value(self) -> f64 {
        f64::from(self.0) / f64::from(UNIT)
    }

    /// Mean number of events in a tick.
    pub fn per_tick(self, memory: u32) -> f64 {
        self.value() / f64::from(memory.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_steady_count_comes_out() {
        let mut count = Smoothed::default();
        for _ in 0..400 {
            count.fade(20);
            for _ in 0..3 {
                count.add(1);
            }
        }
        assert!((count.per_tick(20) - 3.0).abs() < 0.01, "{}", count.per_tick(20));
    }

    #[test]
    fn a_memory_of_one_tick_or_none_forgets_all() {
        for memory in [0, 1] {
            let mut count = Smoothed(900);
            count.fade(memory);
            assert_eq!(count.0, 0);
        }
    }
}

//! Adaptation: people comply, play for points, and hide.
//!
//! Model. Whoever knows the rules leaves a punished act undone with chance `deterrence` (compliance) and does
//! a rewarded one more often by the share `gaming` ([`crate::reactions::response::Response`]): what is bought
//! for its reward is bought openly. Whoever knows the rules and is frightened, by a sanction of one's own or
//! of somebody close, or loses points for something that an app saw, begins to hide with chance `starts`:
//! pays in cash, leaves the telephone at home. Apps see nothing of those who hide; cameras and files do.
//! Hiding ends with chance `stops` in a tick.
//!
//! Symbols: `starts` a chance per fright, `stops` a chance per tick; hidden for 1/`stops` ticks in the mean.
//! Source: our assumption, both. Leaves out: hiding from cameras, what hiding costs, and learning from others
//! how to. Cutting ties and moving away have files of their own.

use demerit_kernel::Chance;

demerit_kernel::stream! {
    /// Hiding that begins.
    pub HIDE = 33;
    /// Hiding that ends.
    pub UNHIDE = 34;
}

/// How people hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hiding {
    /// Chance to begin when startled.
    pub starts: Chance,
    /// Chance to end in a tick.
    pub stops: Chance,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_stay_is_the_inverse_of_the_chance_to_stop() {
        let hiding = Hiding { starts: Chance::ONE, stops: Chance::from_share(0.25) };
        let (mut left, mut stay) = (1.0, 0.0);
        for _ in 0..200 {
            stay += left;
            left *= 1.0 - hiding.stops.value();
        }
        assert!((stay - 4.0).abs() < 1e-9);
    }
}

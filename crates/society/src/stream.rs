//! The streams of keyed draws: one number for each use of luck, so that no mechanism can disturb another.
//!
//! A stream's draws depend on (seed, stream, person, tick, index) alone. A number is never used for two purposes, which
//! a test holds. Deeds and channels take a run of numbers each.

use demerit_kernel::Stream;

/// Which pattern of households a neighbourhood has.
pub const TILE: Stream = Stream(1);
/// The order of households in the patterns.
pub const TILE_ORDER: Stream = Stream(2);
/// Cameras of a city.
pub const CAMERAS: Stream = Stream(3);
/// Ages at the start.
pub const AGE: Stream = Stream(4);
/// Sex and habits.
pub const HABIT: Stream = Stream(5);
/// Income, schooling, occupation, opinion.
pub const TRAIT: Stream = Stream(6);
/// Deaths.
pub const DEATH: Stream = Stream(7);
/// Partners lost and found.
pub const PARTNER: Stream = Stream(8);
/// The discretion of officers.
pub const OFFICER: Stream = Stream(9);
/// Entry into and repair of listings.
pub const LISTING: Stream = Stream(10);
/// Rounding of points that spill over.
pub const SPILL: Stream = Stream(11);
/// Filing of appeals.
pub const FILE: Stream = Stream(12);
/// Decisions on appeals.
pub const DECIDE: Stream = Stream(13);
/// What is not said out of fear.
pub const SPEECH: Stream = Stream(14);
/// The sampled cohort.
pub const COHORT: Stream = Stream(15);
/// Which apps a person uses.
pub const APP: Stream = Stream(16);
/// The looks group of a household.
pub const LOOKS: Stream = Stream(20);
/// Who is taken for somebody who looks alike.
pub const LOOK_ALIKE: Stream = Stream(21);
/// Who bears the same name.
pub const NAMESAKES: Stream = Stream(22);
/// False alarms of face recognition.
pub const FALSE_ALARM: Stream = Stream(23);
/// Jobs lost to a sanction.
pub const JOB: Stream = Stream(40);
/// Parents' income where no parent lives.
pub const UPBRINGING: Stream = Stream(41);
/// Who cuts the tie to whom a sanction falls on.
pub const SHUN: Stream = Stream(42);
/// When cut ties heal.
pub const HEAL: Stream = Stream(43);
/// Whom somebody without a partner looks at, and who accepts whom.
pub const CHOICE: Stream = Stream(44);
/// Who takes a slow train for a fast one.
pub const SLOW_TRAIN: Stream = Stream(45);
/// Who moves out of a regime's reach.
pub const LEAVE: Stream = Stream(46);
/// Who moves back.
pub const RETURN: Stream = Stream(47);

/// Word of the rules that spreads.
pub const AWARE: Stream = Stream(30);
/// Accounts that are closed.
pub const CLOSE: Stream = Stream(31);
/// Accounts that are opened again.
pub const REOPEN: Stream = Stream(32);
/// Hiding that begins.
pub const HIDE: Stream = Stream(33);
/// Hiding that ends.
pub const UNHIDE: Stream = Stream(34);
/// What is answered in a poll.
pub const POLL: Stream = Stream(35);
/// What somebody under a sanction is able to do about it.
pub const ABLE: Stream = Stream(50);
/// Who is enrolled by consent.
pub const CONSENT: Stream = Stream(60);
/// Who is checked, and what a check finds.
pub const CHECK: Stream = Stream(61);
/// Whose file an office has, and what it shows.
pub const OFFICE_FILE: Stream = Stream(62);
/// Copies that a correction misses.
pub const COPIES: Stream = Stream(51);
/// Exchange of files.
pub const EXCHANGE: Stream = Stream(52);
/// Human review of a sanction.
pub const REVIEW: Stream = Stream(53);

/// First of the streams of deeds.
pub const DEED: u32 = 100;
/// First of the streams of observation, one a channel.
pub const OBSERVE: u32 = 200;
/// First of the streams of entries with nothing behind them, two a channel.
pub const GHOST: u32 = 300;
/// First of the streams of ties, two a layer.
pub const TIES: u32 = 400;

/// Orders in which mechanisms are switched on, where not all coalitions are run.
pub const ORDER: Stream = Stream(70);
/// Where the samples of a sensitivity analysis lie.
pub const SAMPLE: Stream = Stream(71);
/// Which samples are drawn again for an interval.
pub const RESAMPLE: Stream = Stream(72);

/// The stream of a deed's candidates and luck.
#[must_use]
pub const fn deed(deed: usize) -> Stream {
    Stream(DEED + deed as u32)
}

/// The stream of what a channel sees.
#[must_use]
pub const fn observe(channel: usize) -> Stream {
    Stream(OBSERVE + channel as u32)
}

/// The stream of entries with nothing behind them: false matches (0) or clerks' errors (1).
#[must_use]
pub const fn ghost(channel: usize, clerk: bool) -> Stream {
    Stream(GHOST + 2 * channel as u32 + clerk as u32)
}

/// The stream that puts the people of a layer in order, or (`switch`) says which ties are switched off.
#[must_use]
pub const fn ties(layer: usize, switch: bool) -> Stream {
    Stream(TIES + 2 * layer as u32 + switch as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_serves_twice() {
        let single = [
            CONSENT,
            CHECK,
            OFFICE_FILE,
            TILE,
            TILE_ORDER,
            CAMERAS,
            AGE,
            HABIT,
            TRAIT,
            DEATH,
            PARTNER,
            OFFICER,
            LISTING,
            SPILL,
            FILE,
            DECIDE,
            SPEECH,
            COHORT,
            APP,
            JOB,
            UPBRINGING,
            SHUN,
            HEAL,
            CHOICE,
            SLOW_TRAIN,
            LEAVE,
            RETURN,
            LOOKS,
            LOOK_ALIKE,
            NAMESAKES,
            FALSE_ALARM,
            AWARE,
            CLOSE,
            REOPEN,
            HIDE,
            UNHIDE,
            POLL,
            ABLE,
            COPIES,
            EXCHANGE,
            REVIEW,
        ];
        let mut all: Vec<u32> = single.iter().map(|stream| stream.0).collect();
        all.extend((0..crate::Deed::COUNT).map(|one| deed(one).0));
        all.extend(
            (0..demerit_regime::Channel::COUNT)
                .flat_map(|one| [observe(one).0, ghost(one, false).0, ghost(one, true).0]),
        );
        all.extend(
            (0..crate::population::ties::Layer::MOST).flat_map(|one| [ties(one, false).0, ties(one, true).0]),
        );
        all.extend([ORDER.0, SAMPLE.0, RESAMPLE.0]);
        let before = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), before);
    }
}

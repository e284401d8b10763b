//! The own events of a block of agents in a step.
//!
//! Model, for each block of 1,024 agents:
//!
//! 1. candidates are drawn at the ceiling chance 1/16, which takes four planes of random digits;
//! 2. each candidate, in the order of lanes, takes the next word w of 32 random bits. With 10·w / 2³² = kind
//!    + rest, kinds 0 to 7 are those of the model, and 8 and 9 are nobody's: 1/16 · 8/10 = 0.05;
//! 3. the event is speech if rest < 0.01, and if it took effect.
//!
//! Exact to 10·2⁻³². Leaves out: what events do to others; the speakers are handed back.

use crate::{HIGHEST, LINE, LOWEST, POINTS};
use demerit_kernel::words::BUNDLE;
use demerit_kernel::{BlockId, Chance, Draws, LANES, LaneList, Mask, Stream, Tick};

/// Who may act.
const CANDIDATES: Stream = Stream(1);
/// What they do.
const KINDS: Stream = Stream(2);
/// Tenths into which a candidate's word is divided: eight kinds, and two that are nothing.
const TENTHS: u64 = 10;
/// Speech has chance 0.01: in 2⁻³².
const SPEECH: u32 = 42_949_673;
/// Most bundles of words that a block can need.
const BUNDLES: usize = LANES as usize / BUNDLE;

/// Points of each tenth; the table is as long as its index is wide.
const TENTHS_POINTS: [i16; 16] = {
    let mut points = [0; 16];
    let mut kind = 0;
    while kind < POINTS.len() {
        points[kind] = POINTS[kind];
        kind += 1;
    }
    points
};

/// Room for the draws of a block, to be used again for the next.
#[derive(Clone, Debug)]
pub struct Room {
    lanes: LaneList,
    words: [[u32; BUNDLE]; BUNDLES],
}

impl Default for Room {
    fn default() -> Self {
        Self { lanes: LaneList::default(), words: [[0; BUNDLE]; BUNDLES] }
    }
}

/// Lets the first `filled` agents of a block act; the numbers of those who spoke are added to `speakers`.
pub fn act(
    draws: Draws,
    block: BlockId,
    tick: Tick,
    filled: u32,
    scores: &mut [i16; LANES as usize],
    room: &mut Room,
    speakers: &mut Vec<u32>,
) {
    let ceiling = Chance::from_share(1.0 / 16.0);
    let mut candidates = draws.candidates(CANDIDATES, block, tick, ceiling);
    if filled < LANES {
        candidates = candidates.and(Mask::first(filled));
    }
    room.lanes.fill(&candidates);
    let lanes = room.lanes.as_slice();
    let bundles = lanes.len().div_ceil(BUNDLE);
    let first = block.0 * LANES;
    draws.words(KINDS, first, tick.0, &mut room.words[..bundles]);
    for (&lane, &word) in lanes.iter().zip(room.words.as_flattened()) {
        let score = &mut scores[usize::from(lane) % LANES as usize];
        let (points, speech) = event(*score, word);
        *score = (*score + points).clamp(LOWEST, HIGHEST);
        if speech {
            speakers.push(first + u32::from(lane));
        }
    }
}

/// What the word brings to an agent of this score: points, none for no event or a skipped one, and whether it
/// is speech.
#[inline(always)]
fn event(score: i16, word: u32) -> (i16, bool) {
    let tenths = u64::from(word) * TENTHS;
    let points = TENTHS_POINTS[(tenths >> 32) as usize % TENTHS_POINTS.len()];
    let points = if points > 0 && score < LINE { 0 } else { points };
    (points, (tenths as u32) < SPEECH && points != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    /// The word in the middle of a tenth, or at its lower edge.
    fn word(tenth: u64, edge: bool) -> u32 {
        let from = (tenth << 32).div_ceil(TENTHS) as u32;
        if edge { from } else { from + (1 << 28) }
    }

    #[test]
    fn a_low_word_is_an_event_and_under_the_line_a_positive_one_is_skipped() {
        assert_eq!(event(650, word(0, false)), (-100, false));
        assert_eq!(event(650, word(0, true)), (-100, true));
        assert_eq!(event(650, word(7, true)), (40, true));
        assert_eq!(event(650, word(8, true)), (0, false));
        assert_eq!(event(650, word(9, false)), (0, false));
        // Under the line a positive event is skipped, and what is skipped is no speech.
        assert_eq!(event(449, word(4, true)), (0, false));
        assert_eq!(event(450, word(4, true)), (10, true));
        assert_eq!(event(449, word(3, true)), (-20, true));
    }

    #[test]
    fn chances_are_those_of_the_model() {
        let (blocks, draws) = (2000, Draws::new(Seed(5)));
        let (mut room, mut speakers) = (Room::default(), Vec::new());
        let mut kinds = [0u32; 8];
        for block in 0..blocks {
            let mut scores = [crate::START; LANES as usize];
            act(draws, BlockId(block), Tick(3), LANES, &mut scores, &mut room, &mut speakers);
            for (kind, points) in kinds.iter_mut().zip(POINTS) {
                *kind += scores.iter().filter(|&&score| score == crate::START + points).count() as u32;
            }
        }
        // Five standard errors of a count.
        let near = |count: f64, expected: f64| (count - expected).abs() <= 5.0 * expected.sqrt();
        let agents = f64::from(blocks * LANES);
        assert!(kinds.iter().all(|&count| near(f64::from(count), agents * 0.05 / 8.0)), "{kinds:?}");
        assert!(near(speakers.len() as f64, agents * 0.05 * 0.01), "{}", speakers.len());
        // Nobody speaks twice in a step, and speakers come from every block.
        assert!(speakers.is_sorted_by(|one, other| one < other));
    }

    #[test]
    fn lanes_beyond_the_end_do_nothing() {
        let mut scores = [crate::START; LANES as usize];
        let (mut room, mut speakers) = (Room::default(), Vec::new());
        for tick in 0..200 {
            act(Draws::new(Seed(1)), BlockId(0), Tick(tick), 5, &mut scores, &mut room, &mut speakers);
        }
        assert!(scores[5..].iter().all(|&score| score == crate::START));
        assert!(scores[..5].iter().all(|&score| score != crate::START));
        act(Draws::new(Seed(1)), BlockId(0), Tick(0), 0, &mut scores, &mut room, &mut speakers);
    }
}

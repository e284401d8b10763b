//! All agents, cut into parts that work by themselves and write letters to one another.
//!
//! A part owns the scores of some blocks. In round r, for r = 0..=steps, every part
//!
//! 1. takes 5 points from each agent named in a letter of round r − 1, and with that step r − 1 is done;
//! 2. adds up the scores of its agents and counts those under 450: the record of step r − 1;
//! 3. lets its agents have the own events of step r, and writes a letter to the part of each neighbour of
//!    those who spoke.
//!
//! So a step needs one meeting of the threads. Parts write only what is theirs; sums are of whole numbers,
//! and added up in the parts' order. How agents are cut into parts changes no result. Leaves out: the
//! network; parts are in one process.

use crate::deeds::{self, act};
use crate::ties::{self, Ties};
use crate::{HIGHEST, LINE, LOWEST, PUSH, START};
use demerit_kernel::vector::{self, Work};
use demerit_kernel::{BlockId, Draws, LANES, Seed, Tick, for_each_ordered};

const BLOCK: usize = LANES as usize;
/// Parts that a world is cut into, at most, unless it is said otherwise.
const PARTS: u32 = 32;

/// A world of score-100.
#[derive(Clone, Debug)]
pub struct World {
    agents: u32,
    draws: Draws,
    ties: Ties,
    /// A part holds 2^`shift` agents; the last one may hold fewer.
    shift: u32,
    parts: Vec<Part>,
    /// Letters of the last round: by sender, then by receiver, the receiver's agents who lose points.
    post: Vec<Letters>,
}

/// For each receiver the places of its agents.
type Letters = Vec<Vec<u32>>;

#[derive(Clone, Debug, Default)]
struct Part {
    /// First block.
    first: u32,
    /// Agents that there are; lanes beyond are never looked at.
    agents: u32,
    /// Scores, whole blocks.
    scores: Vec<[i16; BLOCK]>,
    speakers: Vec<u32>,
    letters: Letters,
    deeds: deeds::Room,
    ties: ties::Room,
    /// What the last record found.
    count: Count,
}

/// Sums over agents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    scores: i64,
    under: u32,
}

/// What is recorded of each step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    agents: u32,
    /// The sum of all scores.
    pub sums: Vec<i64>,
    /// How many agents are under 450.
    pub under: Vec<u32>,
}

impl Record {
    /// The mean score after the step `step`, from 0.
    #[must_use]
    pub fn mean(&self, step: usize) -> f64 {
        self.sums[step] as f64 / f64::from(self.agents.max(1))
    }

    /// The mean scores of all steps.
    #[must_use]
    pub fn means(&self) -> Vec<f64> {
        (0..self.sums.len()).map(|step| self.mean(step)).collect()
    }
}

impl World {
    /// A world of `agents` agents with the luck of `seed`.
    #[must_use]
    pub fn new(agents: u32, seed: u64) -> Self {
        Self::cut(agents, seed, BlockId::count_for(agents).div_ceil(PARTS))
    }

    /// The same world in parts of `blocks` blocks, or the next power of two.
    #[must_use]
    pub fn cut(agents: u32, seed: u64, blocks: u32) -> Self {
        let (draws, blocks) = (Draws::new(Seed(seed)), blocks.max(1).next_power_of_two());
        let shift = (blocks * LANES).trailing_zeros();
        let count = BlockId::count_for(agents).div_ceil(blocks);
        let part = |number: u32| {
            let first = number * blocks;
            let agents = (agents - first * LANES).min(blocks * LANES);
            Part {
                first,
                agents,
                scores: vec![[START; BLOCK]; BlockId::count_for(agents) as usize],
                letters: vec![Vec::new(); count as usize],
                ..Part::default()
            }
        };
        let parts: Vec<Part> = (0..count).map(part).collect();
        let post = parts.iter().map(|part| part.letters.clone()).collect();
        Self { agents, draws, ties: Ties::new(draws, agents), shift, parts, post }
    }

    /// Runs `steps` steps on the threads of rayon's current pool.
    pub fn run(&mut self, steps: u32) -> Record {
        let mut record = Record { agents: self.agents, sums: Vec::new(), under: Vec::new() };
        for round in 0..=steps {
            let (post, draws, ties, shift) = (&self.post, self.draws, &self.ties, self.shift);
            for_each_ordered(&mut self.parts, |number, part| {
                part.read(post, number);
                part.count = Count::default();
                part.round(draws, Tick(round), round == steps);
                part.write(ties, shift);
            });
            for (part, sent) in self.parts.iter_mut().zip(&mut self.post) {
                std::mem::swap(&mut part.letters, sent);
            }
            if round > 0 {
                record.sums.push(self.parts.iter().map(|part| part.count.scores).sum());
                record.under.push(self.parts.iter().map(|part| part.count.under).sum());
            }
        }
        record
    }

    /// All scores, in the order of agents.
    pub fn scores(&self) -> impl Iterator<Item = i16> {
        self.parts
            .iter()
            .flat_map(|part| part.scores.as_flattened().iter().copied().take(part.agents as usize))
    }

    /// Bytes of scores, letters and room for drawing.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let letters = |letters: &Letters| -> usize {
            letters.iter().map(|letter| size_of::<Vec<u32>>() + letter.capacity() * size_of::<u32>()).sum()
        };
        let part = |part: &Part| size_of::<Part>() + size_of_val(&*part.scores) + letters(&part.letters);
        self.parts.iter().map(part).sum::<usize>() + self.post.iter().map(letters).sum::<usize>()
    }
}

impl Part {
    /// Opens the letters to this part.
    fn read(&mut self, post: &[Letters], number: usize) {
        let scores = self.scores.as_flattened_mut();
        for letters in post {
            for &place in &letters[number] {
                let score = &mut scores[place as usize];
                *score = (*score - PUSH).clamp(LOWEST, HIGHEST);
            }
        }
    }

    /// Counts, block by block, and lets the agents act, unless it is over.
    fn round(&mut self, draws: Draws, tick: Tick, over: bool) {
        for (number, scores) in (0u32..).zip(&mut self.scores) {
            let filled = LANES.min(self.agents - number * LANES);
            let (sum, under) = vector::run(Sum { scores: &scores[..filled as usize] });
            self.count.scores += i64::from(sum);
            self.count.under += under;
            if !over {
                let block = BlockId(self.first + number);
                act(draws, block, tick, filled, scores, &mut self.deeds, &mut self.speakers);
            }
        }
    }

    /// Writes to the parts of the speakers' neighbours.
    fn write(&mut self, ties: &Ties, shift: u32) {
        let Self { speakers, letters, ties: room, .. } = self;
        letters.iter_mut().for_each(Vec::clear);
        let within = (1 << shift) - 1;
        ties.tell(speakers, room, &mut |neighbour| {
            letters[(neighbour >> shift) as usize].push(neighbour & within);
        });
    }
}

/// The sum of a block's scores, and how many are under the line.
struct Sum<'a> {
    scores: &'a [i16],
}

impl Work for Sum<'_> {
    type Output = (i32, u32);

    #[inline(always)]
    fn run(self) -> (i32, u32) {
        let (mut sum, mut under) = (0i32, 0u16);
        for &score in self.scores {
            sum += i32::from(score);
            under += u16::from(score < LINE);
        }
        (sum, u32::from(under))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_summed_and_those_under_the_line_counted() {
        let scores: Vec<i16> = (0..1024).map(|i| if i % 4 == 0 { 449 } else { 450 }).collect();
        assert_eq!(vector::run(Sum { scores: &scores }), (449 * 256 + 450 * 768, 256));
        assert_eq!(vector::run(Sum { scores: &[] }), (0, 0));
        assert_eq!(vector::run(Sum { scores: &[HIGHEST; 1024] }), (1024 * 950, 0));
    }

    #[test]
    fn letters_take_five_points_down_to_the_floor() {
        let mut part = Part { agents: 3, scores: vec![[352; BLOCK]], ..Part::default() };
        part.scores[0][2] = 650;
        part.read(&[vec![vec![], vec![2, 0, 2]], vec![vec![7], vec![2]]], 1);
        assert_eq!(part.scores[0][..3], [350, 352, 635]);
    }
}

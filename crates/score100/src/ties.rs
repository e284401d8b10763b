//! Who hears a speaker: ten neighbours, found from keys alone.
//!
//! Five shuffled rings laid over one another give everyone ten ties and take no memory
//! ([`demerit_kernel::Ring`]). Leaves out: a list of ties; nothing here is stored.

use demerit_kernel::{Bijection, Draws, Ring, Stream};

/// The keys of the rings.
const RINGS: Stream = Stream(3);
/// How many rings.
pub const COUNT: usize = 5;
/// Lists are filled up to a multiple of this, since vectors take so many at a time.
const WIDE: usize = 16;

/// The graph of all ties.
#[derive(Clone, Copy, Debug)]
pub struct Ties {
    rings: [Ring; COUNT],
}

/// Room for the neighbours of a list, to be used again.
#[derive(Clone, Debug, Default)]
pub struct Room {
    before: Vec<u32>,
    after: Vec<u32>,
}

impl Ties {
    /// The ties of `agents` agents.
    #[must_use]
    pub fn new(draws: Draws, agents: u32) -> Self {
        let ring = |number| Ring::new(Bijection::new(draws, RINGS, number as u32, agents));
        Self { rings: std::array::from_fn(ring) }
    }

    /// The ten neighbours of one agent.
    #[must_use]
    pub fn neighbours(&self, agent: u32) -> [u32; 2 * COUNT] {
        let pairs = self.rings.map(|ring| ring.neighbours(agent));
        std::array::from_fn(|i| pairs[i / 2][i % 2])
    }

    /// Calls `each` with every neighbour of every one of `speakers`, ring by ring. The list is left empty.
    pub fn tell(&self, speakers: &mut Vec<u32>, room: &mut Room, each: &mut impl FnMut(u32)) {
        let count = speakers.len();
        if count == 0 {
            return;
        }
        let padded = count.next_multiple_of(WIDE);
        speakers.resize(padded, 0);
        room.before.resize(padded, 0);
        room.after.resize(padded, 0);
        for ring in &self.rings {
            ring.neighbours_many(speakers, &mut room.before, &mut room.after);
            for neighbour in room.before[..count].iter().chain(&room.after[..count]) {
                each(*neighbour);
            }
        }
        speakers.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    #[test]
    fn everyone_has_ten_ties_and_they_are_symmetric() {
        for agents in [3, 11, 100, 3000] {
            let ties = Ties::new(Draws::new(Seed(7)), agents);
            let mut degree = vec![0; agents as usize];
            for agent in 0..agents {
                for other in ties.neighbours(agent) {
                    assert!(other < agents && other != agent);
                    degree[other as usize] += 1;
                    let there = ties.neighbours(agent).iter().filter(|&&seen| seen == other).count();
                    let back = ties.neighbours(other).iter().filter(|&&seen| seen == agent).count();
                    assert_eq!(there, back);
                }
            }
            assert!(degree.iter().all(|&ties| ties == 2 * COUNT));
        }
    }

    #[test]
    fn telling_many_is_telling_each() {
        let ties = Ties::new(Draws::new(Seed(3)), 5000);
        for count in [0, 1, 16, 37] {
            let mut speakers: Vec<u32> = (0..count).map(|i| i * 131).collect();
            let mut wanted: Vec<u32> = speakers.iter().flat_map(|&agent| ties.neighbours(agent)).collect();
            let mut told = Vec::new();
            ties.tell(&mut speakers, &mut Room::default(), &mut |neighbour| told.push(neighbour));
            wanted.sort_unstable();
            told.sort_unstable();
            assert_eq!(told, wanted);
            assert!(speakers.is_empty());
        }
    }
}

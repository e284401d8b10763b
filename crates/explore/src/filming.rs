//! Filming: the bytes of a world's cells at the end of a week, neighbourhood by neighbourhood, chunks in
//! parallel.
//!
//! Model: where a cell is a person, its byte is a category (standing, sanction) or a value (score, fear);
//! where it is a block of persons, it is a share of them in 1/254 (standing: in a tier that sanctions;
//! sanction: wrongly under one) or their mean. Means are of whole numbers, rounded down.
//!
//! The highest fear, 255, is shown as 254.

use super::film::{Codes, LAST, Look, NONE};
use demerit_engine::World;
use demerit_kernel::LANES;
use demerit_measures::sanction;
use demerit_regime::Regime;
use demerit_society::{Chunk, Flags};
use rayon::prelude::*;

/// The bytes of persons in a neighbourhood.
type Persons = [u8; LANES as usize];

/// What a sanction is shown as.
pub(super) mod sanctions {
    pub(in super::super) const NO: u8 = 0;
    pub(in super::super) const DESERVED: u8 = 1;
    pub(in super::super) const WRONG: u8 = 2;
    pub(in super::super) const LISTED: u8 = 3;
    pub(in super::super) const LISTED_WRONGLY: u8 = 4;
}

/// The bytes of each colouring, in the order of [`Look::ALL`].
pub(super) type Frames = [Vec<u8>; Look::COUNT];

/// Who is under a sanction at the end of a week, by number, and whether wrongly.
pub(super) type Sanctioned = Vec<(u32, bool)>;

/// The frames of a world, in the order of [`Look::ALL`], and who is under a sanction.
pub(super) fn frames(world: &World, codes: &Codes, cell_persons: u32) -> (Frames, Sanctioned) {
    let chunks: Vec<&Chunk> = world.chunks().collect();
    let parts: Vec<(Frames, Sanctioned)> =
        chunks.par_iter().map(|chunk| of_chunk(world, codes, cell_persons as usize, chunk)).collect();
    let (frames, sanctioned): (Vec<Frames>, Vec<Sanctioned>) = parts.into_iter().unzip();
    let whole = |look: usize| frames.iter().map(|part| part[look].as_slice()).collect::<Vec<_>>().concat();
    (std::array::from_fn(whole), sanctioned.concat())
}

fn of_chunk(world: &World, codes: &Codes, cell_persons: usize, chunk: &Chunk) -> (Frames, Sanctioned) {
    let mut frames = Frames::default();
    frames.iter_mut().for_each(|frame| frame.reserve(chunk.persons() / cell_persons + chunk.tables.len()));
    let mut sanctioned = Vec::new();
    for block in 0..chunk.tables.len() {
        let city = world.society.cities.index_of_block(chunk.first_block.0 + block as u32);
        let number = usize::from(world.in_force()[usize::from(city)]);
        let regime = &world.schedule.regimes[number];
        let first = block * LANES as usize;
        let here = (chunk.persons() - first).min(LANES as usize);
        let under = under(regime, chunk, block, &mut sanctioned);
        let fear = chunk.tables[block].fear.spread();
        let standing = &chunk.standing[first..first + here];
        let [as_standing, as_sanction, as_fear, as_score] = &mut frames;
        let tiers = codes.tiers(regime);
        if cell_persons == 1 {
            as_standing.extend(standing.iter().map(|one| tiers[usize::from(one.tier())]));
            as_sanction.extend_from_slice(&under[..here]);
            as_fear.extend(fear[..here].iter().map(|&one| one.min(LAST)));
            match regime.scale {
                Some(_) => {
                    as_score.extend(chunk.score[first..first + here].iter().map(|&score| codes.score(score)))
                }
                None => as_score.resize(as_score.len() + here, NONE),
            }
            continue;
        }
        for from in (0..here).step_by(cell_persons) {
            let cell = from..(from + cell_persons).min(here);
            let count = cell.len();
            let in_tier =
                standing[cell.clone()].iter().filter(|one| regime.tiers.sanctions(one.tier())).count();
            as_standing.push(if tiers[0] == NONE { NONE } else { share(in_tier, count) });
            let wrongly = |one: &&u8| matches!(**one, sanctions::WRONG | sanctions::LISTED_WRONGLY);
            as_sanction.push(share(under[cell.clone()].iter().filter(wrongly).count(), count));
            let fears: usize = fear[cell.clone()].iter().map(|&one| usize::from(one)).sum();
            as_fear.push(((fears / count) as u8).min(LAST));
            let scores: i64 =
                chunk.score[first + cell.start..first + cell.end].iter().map(|&one| i64::from(one)).sum();
            let mean = scores.div_euclid(count as i64) as i16;
            as_score.push(if regime.scale.is_some() { codes.score(mean) } else { NONE });
        }
    }
    (frames, sanctioned)
}

/// A share in 1/254.
fn share(part: usize, whole: usize) -> u8 {
    (part * usize::from(LAST) / whole) as u8
}

/// What sanction each person of a neighbourhood is under.
fn under(regime: &Regime, chunk: &Chunk, block: usize, sanctioned: &mut Sanctioned) -> Persons {
    let mut under = [sanctions::NO; LANES as usize];
    // Whoever is under a sanction at the end of a tick has a spell.
    for spell in chunk.tables[block].spells.all() {
        let at = block * LANES as usize + usize::from(spell.lane);
        let Some(sanction) = sanction(regime, chunk, at) else { continue };
        let flags = chunk.flags(at);
        under[usize::from(spell.lane)] = match (flags.has(Flags::LISTED), flags.has(Flags::DUE)) {
            (true, true) => sanctions::LISTED,
            (true, false) => sanctions::LISTED_WRONGLY,
            (false, _) if sanction.is_wrong() => sanctions::WRONG,
            (false, _) => sanctions::DESERVED,
        };
        sanctioned.push((chunk.first_person() + at as u32, sanction.is_wrong()));
    }
    under
}

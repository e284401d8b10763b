//! A film: what every cell of both worlds looked like in each week, for others to look at while the worlds
//! live on.
//!
//! A byte a cell, in four colourings. The room is bounded: where it is used up, weeks are dropped
//! ([`Film::every`]).

use super::map::Map;
use super::people::{People, Portrait, Year};
use super::strip::Strip;
use demerit_engine::Schedule;
use demerit_regime::Regime;
use serde::Serialize;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// The byte of the highest share or value.
pub(super) const LAST: u8 = 254;
/// The byte of a cell that has nothing of the kind, as a score where the regime keeps none.
pub(super) const NONE: u8 = 255;

demerit_kernel::named! {
    /// What cells are coloured by.
    Look {
        /// The tier.
        Standing = "standing",
        /// Whether under a sanction, and whether rightly.
        Sanction = "sanction",
        /// Fear.
        Fear = "fear",
        /// The score by the record.
        Score = "score",
    }
}

/// What the bytes of a colouring mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Colouring {
    /// Its name.
    pub name: &'static str,
    /// `category`: the index of one of `categories`; `share`: of the persons in the cell, in 1/254; `value`:
    /// see `scored`. 255 is none of them.
    pub kind: &'static str,
    /// Names of the categories, by their byte.
    pub categories: Vec<Category>,
    /// What a share or a value is of, in plain words.
    pub says: &'static str,
    /// What a byte stands for, where it is a value.
    pub scored: Option<Scored>,
}

/// A category of cells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Category {
    /// Its name.
    pub name: String,
    /// Whether it is a sanction.
    pub is_sanction: bool,
}

/// What a byte stands for: `floor + step · byte`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Scored {
    /// The value of byte 0.
    pub floor: f64,
    /// What one more is worth.
    pub step: f64,
    /// The highest byte that occurs.
    pub last: u8,
}

/// How tiers and scores are written as bytes, in all worlds alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Codes {
    categories: Vec<Category>,
    floor: i32,
    step: i32,
    last: u8,
}

impl Codes {
    /// Those of the regimes of some schedules.
    pub(super) fn of(schedules: &[&Schedule]) -> Self {
        let regimes = || schedules.iter().flat_map(|schedule| &schedule.regimes);
        let mut codes = Self::default();
        for tier in regimes().flat_map(|regime| regime.tiers.all()) {
            let category = Category { name: tier.name.clone(), is_sanction: tier.sanction };
            if !codes.categories.contains(&category) {
                codes.categories.push(category);
            }
        }
        let scales = || regimes().filter_map(|regime| regime.scale);
        codes.floor = scales().map(|scale| i32::from(scale.floor.0)).min().unwrap_or(0);
        let ceiling = scales().map(|scale| i32::from(scale.ceiling.0)).max().unwrap_or(0);
        // Steps of whole points, so that round scores stay what they are.
        codes.step = ((ceiling - codes.floor + i32::from(LAST) - 1) / i32::from(LAST)).max(1);
        codes.last = codes.score(ceiling as i16);
        codes
    }

    /// The byte of each tier of a regime; none where it has no tiers.
    pub(super) fn tiers(&self, regime: &Regime) -> [u8; 8] {
        let mut bytes = [NONE; 8];
        for (byte, tier) in bytes.iter_mut().zip(regime.tiers.all()) {
            let same = |one: &Category| one.name == tier.name && one.is_sanction == tier.sanction;
            let index = self.categories.iter().position(same);
            *byte = index.map_or(NONE, |index| index.min(usize::from(LAST)) as u8);
        }
        bytes
    }

    /// The byte of a score.
    pub(super) fn score(&self, score: i16) -> u8 {
        let above = i32::from(score) - self.floor;
        ((above + self.step / 2) / self.step).clamp(0, i32::from(LAST)) as u8
    }
}

/// A person at a moment, in both worlds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonNow {
    /// Number.
    pub number: u32,
    /// The week that is told of: the last one kept up to the one asked for.
    pub tick: u32,
    /// Who lives there, as of the beginning of the year.
    #[serde(flatten)]
    pub person: Portrait,
    /// Standing in the first world; nothing where cells are blocks of persons.
    pub here: Option<Standing>,
    /// Standing in the second world.
    pub beside: Option<Standing>,
}

/// What an institution holds a person for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// The tier, where there are tiers.
    pub tier: Option<String>,
    /// The score to the nearest step of the colouring, where one is kept.
    pub score: Option<f64>,
    /// One of the categories of the colouring `sanction`.
    pub sanction: &'static str,
    /// Fear, 0 to 1.
    pub fear: f64,
}

/// The categories of the colouring `sanction`, by byte.
pub(super) const SANCTIONS: [&str; 5] = ["none", "deserved", "wrong", "listed", "listed-wrongly"];

/// What every cell of some worlds looked like, week by week.
pub struct Film {
    /// Which cells stand for which persons.
    pub map: Map,
    /// What the bytes mean.
    pub colourings: Vec<Colouring>,
    /// Frames by world and colouring.
    strips: Vec<[RwLock<Strip>; Look::COUNT]>,
    people: RwLock<People>,
    weeks: AtomicU32,
    most_bytes: usize,
}

fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}

impl Film {
    /// Of some worlds with households of these sizes.
    pub(super) fn new(
        map: Map,
        codes: &Codes,
        (worlds, households): (usize, Vec<u8>),
        most_bytes: usize,
    ) -> Self {
        let strip = |_| RwLock::new(Strip::new(map.cells as usize));
        Self {
            colourings: Look::ALL.map(|look| colouring(look, codes, map.cell_persons > 1)).to_vec(),
            strips: (0..worlds).map(|_| std::array::from_fn(strip)).collect(),
            people: RwLock::new(People { years: Vec::new(), households }),
            weeks: AtomicU32::new(0),
            most_bytes,
            map,
        }
    }

    /// Weeks that are there so far: those from 0 to before this.
    #[must_use]
    pub fn weeks(&self) -> u32 {
        self.weeks.load(Ordering::Acquire)
    }

    /// Weeks from one that is kept to the next: 1, or more where the room did not suffice.
    #[must_use]
    pub fn every(&self) -> u32 {
        self.strips.iter().flatten().next().map_or(1, |strip| read(strip).every)
    }

    /// Bytes that the frames take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.strips.iter().flatten().map(|strip| read(strip).bytes()).sum()
    }

    /// Writes the frame of a week, one byte a cell, or of the last week kept before it; says which week it
    /// is, and nothing where there is none.
    pub fn frame_of(&self, world: usize, look: Look, tick: u32, out: &mut Vec<u8>) -> Option<u32> {
        if tick >= self.weeks() {
            return None;
        }
        read(&self.strips.get(world)?[look as usize]).frame(tick, out)
    }

    /// A person at the end of a week; nothing where there is no such person or no such week yet.
    #[must_use]
    pub fn person(&self, number: u32, tick: u32) -> Option<PersonNow> {
        let cell = self.map.cell_of(number)? as usize;
        if tick >= self.weeks() {
            return None;
        }
        let mut shown = tick;
        let mut standing = |world: usize| {
            let mut bytes = [NONE; Look::COUNT];
            let mut frame = Vec::new();
            for (byte, look) in bytes.iter_mut().zip(Look::ALL) {
                shown = self.frame_of(world, look, tick, &mut frame)?;
                *byte = frame[cell];
            }
            (self.map.cell_persons == 1).then(|| self.standing(bytes))
        };
        let (here, beside) = (standing(0), standing(1));
        let person = read(&self.people).person(&self.map, number, tick)?;
        Some(PersonNow { number, tick: shown, person, here, beside })
    }

    fn standing(&self, [tier, sanction, fear, score]: [u8; Look::COUNT]) -> Standing {
        let [tiers, _, _, scores] = &self.colourings[..] else { unreachable!("there are four colourings") };
        let scored = scores.scored.filter(|_| score != NONE);
        Standing {
            tier: tiers.categories.get(usize::from(tier)).map(|one| one.name.clone()),
            score: scored.map(|one| one.floor + one.step * f64::from(score)),
            sanction: SANCTIONS.get(usize::from(sanction)).copied().unwrap_or(SANCTIONS[0]),
            fear: f64::from(fear.min(LAST)) / f64::from(LAST),
        }
    }

    /// Adds a week: the frames of each world. Nothing where a frame that was packed does not come back.
    pub(super) fn push(&self, frames: Vec<[Vec<u8>; Look::COUNT]>) -> Option<()> {
        use rayon::prelude::*;
        let pairs: Vec<_> = self.strips.iter().flatten().zip(frames.into_iter().flatten()).collect();
        pairs.into_par_iter().for_each(|(strip, frame)| {
            let packed = read(strip).pack(frame);
            write(strip).push(packed);
        });
        if self.bytes() > self.most_bytes {
            self.strips.par_iter().flatten().try_for_each(|strip| write(strip).thin())?;
        }
        self.weeks.fetch_add(1, Ordering::AcqRel);
        Some(())
    }

    /// Takes note of who lives where at the beginning of a year.
    pub(super) fn note(&self, year: Year) {
        write(&self.people).years.push(year);
    }
}

fn colouring(look: Look, codes: &Codes, blocks: bool) -> Colouring {
    let plain = |name: &str| Category { name: name.to_owned(), is_sanction: name != "none" };
    let of = |kind, says| Colouring { name: look.name(), kind, says, categories: Vec::new(), scored: None };
    match (look, blocks) {
        (Look::Standing, false) => {
            let categories = codes.categories.clone();
            Colouring { categories, ..of("category", "the tier that the score puts one into") }
        }
        (Look::Standing, true) => of("share", "persons in a tier that is a sanction"),
        (Look::Sanction, false) => {
            let says = "whether one is under a sanction, and whether rightly";
            Colouring { categories: SANCTIONS.map(plain).to_vec(), ..of("category", says) }
        }
        (Look::Sanction, true) => of("share", "persons wrongly under a sanction"),
        (Look::Fear, _) => {
            let scored = Some(Scored { floor: 0.0, step: 1.0 / f64::from(LAST), last: LAST });
            Colouring { scored, ..of("value", "fear, from 0 to 1") }
        }
        (Look::Score, _) => {
            let Codes { floor, step, last, .. } = *codes;
            let scored = Some(Scored { floor: floor.into(), step: step.into(), last });
            Colouring { scored, ..of("value", "the score by the record, in points") }
        }
    }
}

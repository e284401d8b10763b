//! What is saved of people between two ticks, so that a run can be gone on with: chunks and all that stands in them.
//!
//! Model: neighbourhood by neighbourhood, its columns, planes, side tables and counters, each by what it holds and not by how it is kept. Reading
//! makes tables with as much room as they need, and refuses what no run can have: lanes that hold nobody, kinds that there
//! are not, births to come.
//!
//! Symbols: none. Source: our definition; see `demerit_kernel::saved`. Leaves out: whatever follows from the society and its seed.

use crate::population::life::BirthWeek;
use crate::reactions::silence::Climate;
use crate::remedies::Redress;
use crate::remedies::correction::Stale;
use crate::state::attribution::Origin;
use crate::state::flags::Standing;
use crate::state::pending::{Appeal, Dues, Listing, Regain};
use crate::state::rare::{Empty, Seldom};
use crate::state::smoothed::Smoothed;
use crate::state::{Chunk, Planes, Tables};
use demerit_kernel::{LANES, Loader, Mask, Saved, Saver, Tick, Unfit};
use demerit_regime::Matter;

impl Chunk {
    /// Writes all that is kept, for a reader who has a chunk of the same neighbourhoods.
    pub fn save(&self, to: &mut Saver) {
        for block in 0..self.tables.len() {
            let here = self.persons_of(block);
            to.all(&self.born[here.clone()]).all(&self.score[here.clone()]);
            to.all(&self.gaps[here.clone()]);
            self.standing[here].iter().for_each(|standing| _ = to.put(&standing.0));
            to.put(&self.habits[block]).put(&self.planes[block]).put(&self.tables[block]);
            self.uses.save(block, to);
        }
    }

    /// Reads what was written, into a chunk of the same neighbourhoods that holds nothing yet; `tick` is the next one.
    ///
    /// # Errors
    /// The bytes end, or hold what no such chunk can.
    pub fn load(&mut self, from: &mut Loader<'_>, tick: Tick) -> Result<(), Unfit> {
        for block in 0..self.tables.len() {
            let here = self.persons_of(block);
            from.set_lanes(here.len() as u16);
            for born in &mut self.born[here.clone()] {
                *born = load_birth(from, tick)?;
            }
            for score in &mut self.score[here.clone()] {
                *score = from.take()?;
            }
            for gap in &mut self.gaps[here.clone()] {
                *gap = from.take()?;
            }
            for standing in &mut self.standing[here.clone()] {
                *standing = Standing(from.take()?);
                let fits = usize::from(standing.0 >> 3) <= Matter::COUNT;
                from.check(fits, || (format!("matter {}", standing.0 >> 3), "one that there is".to_owned()))?;
            }
            self.habits[block] = from.take()?;
            self.planes[block] = from.take()?;
            self.tables[block] = from.take()?;
            let fits = self.tables[block].far.fits(&self.gaps[here]);
            from.check(fits, || ("gaps beyond a byte".to_owned(), "those of the table".to_owned()))?;
            self.uses.load(block, from)?;
        }
        Ok(())
    }

    fn persons_of(&self, block: usize) -> std::ops::Range<usize> {
        let from = block * LANES as usize;
        from..(from + LANES as usize).min(self.persons())
    }
}

fn load_birth(from: &mut Loader<'_>, tick: Tick) -> Result<BirthWeek, Unfit> {
    let born: BirthWeek = from.take()?;
    let fits = i64::from(born) < i64::from(tick.0).max(1);
    from.check(fits, || (format!("a birth in week {born}"), format!("one before week {}", tick.0)))?;
    Ok(born)
}

impl Saved for Planes {
    fn save(&self, to: &mut Saver) {
        let Self { aware, hiding, closed, shunned, away } = self;
        to.put(aware).put(hiding).put(closed).put(shunned).put(away);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let mut plane = || {
            let (mask, lanes) = (from.take::<Mask>()?, from.lanes());
            let fits = mask.is_within(&Mask::first(u32::from(lanes)));
            from.check(fits, || ("lanes that hold nobody".to_owned(), format!("lanes below {lanes}")))?;
            Ok(mask)
        };
        let (aware, hiding) = (plane()?, plane()?);
        Ok(Self { aware, hiding, closed: from.take()?, shunned: from.take()?, away: from.take()? })
    }
}

impl Saved for Tables {
    fn save(&self, to: &mut Saver) {
        let Self {
            flags,
            far,
            company,
            losses,
            fear,
            listings,
            appeals,
            marks,
            spells,
            delays,
            past,
            climate,
            violations,
            redress,
            dues,
        } = self;
        to.put(flags).put(far).put(company).put(losses).put(fear).put(listings).put(appeals);
        to.put(&marks.hardship).put(&marks.upbringing).put(&marks.couples);
        to.put(spells).put(delays).put(past);
        to.put(&climate.critical.0).put(&climate.all.0).put(&violations.0);
        to.put(redress).put(dues);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        Ok(Self {
            flags: from.take()?,
            far: from.take()?,
            company: from.take()?,
            losses: from.take()?,
            fear: from.take()?,
            listings: from.take()?,
            appeals: from.take()?,
            marks: crate::consequences::Marks {
                hardship: from.take()?,
                upbringing: from.take()?,
                couples: from.take()?,
            },
            spells: from.take()?,
            delays: from.take()?,
            past: from.take()?,
            climate: Climate { critical: Smoothed(from.take()?), all: Smoothed(from.take()?) },
            violations: Smoothed(from.take()?),
            redress: from.take()?,
            dues: from.take()?,
        })
    }
}

/// What is not there and what is there and empty are the same.
impl<T: Empty + PartialEq + Saved> Saved for Seldom<T> {
    fn save(&self, to: &mut Saver) {
        let some = **self != *T::EMPTY;
        to.put(&some);
        if some {
            to.put(&**self);
        }
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let mut seldom = Self::default();
        if from.take()? {
            *seldom = from.take()?;
            from.check(*seldom != *T::EMPTY, || {
                ("an empty table".to_owned(), "none or a filled one".to_owned())
            })?;
        }
        Ok(seldom)
    }
}

impl Saved for Listing {
    const LEAST: usize = 7;

    fn save(&self, to: &mut Saver) {
        to.put(&self.lane).put(&self.on_record).put(&self.until);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        Ok(Self { lane: from.lane()?, on_record: from.take()?, until: from.take()? })
    }
}

impl Saved for Appeal {
    const LEAST: usize = 6;

    fn save(&self, to: &mut Saver) {
        to.put(&self.lane).put(&self.filed);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        Ok(Self { lane: from.lane()?, filed: from.take()? })
    }
}

impl Saved for Origin {
    fn save(&self, to: &mut Saver) {
        to.put(&(*self as u8));
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        from.one_of(&Self::ALL)
    }
}

impl Saved for Redress {
    fn save(&self, to: &mut Saver) {
        to.put(&self.stale).put(&self.spared);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        Ok(Self { stale: from.take()?, spared: from.take()? })
    }
}

impl Saved for Stale {
    const LEAST: usize = 7;

    fn save(&self, to: &mut Saver) {
        to.put(&self.lane).put(&self.points).put(&self.missed).put(&self.listed);
        to.put(&self.matter.map_or(0, |matter| matter as u8 + 1));
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let (lane, points, missed, listed) = (from.lane()?, from.take()?, from.take()?, from.take()?);
        let matter = from.below(Matter::COUNT + 1)?.checked_sub(1).map(|place| Matter::ALL[place]);
        Ok(Self { lane, points, missed, listed, matter })
    }
}

impl Saved for Dues {
    fn save(&self, to: &mut Saver) {
        to.put(&self.regain).put(&self.undeclared);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let (regain, undeclared): (_, Vec<(u16, Tick)>) = (from.take()?, from.take()?);
        let fits = undeclared.iter().all(|one| one.0 < from.lanes());
        from.check(fits, || ("an income of nobody".to_owned(), format!("lanes below {}", from.lanes())))?;
        Ok(Self { regain, undeclared })
    }
}

impl Saved for Regain {
    const LEAST: usize = 12;

    fn save(&self, to: &mut Saver) {
        to.put(&self.lane).put(&self.on_record).put(&self.origin);
        to.put(&self.loss).put(&self.whole).put(&self.since);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        Ok(Self {
            lane: from.lane()?,
            on_record: from.take()?,
            origin: from.take()?,
            loss: from.take()?,
            whole: from.take()?,
            since: from.take()?,
        })
    }
}

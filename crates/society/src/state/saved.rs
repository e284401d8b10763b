//! What is saved of people between two ticks, so that a run can be resumed: chunks and all that stands
//! in them.
//!
//! Model: neighbourhood by neighbourhood, its columns, planes, side tables and counters, each by what it
//! holds and not by how it is kept. Reading makes tables with as much room as they need, and refuses what no
//! run can have: lanes that hold nobody, kinds that there are not, births to come.
//!
//! Symbols: none. Source: our definition; see `demerit_kernel::saved`. Leaves out: whatever follows from the
//! society and its seed.

use crate::state::deserved;
use crate::{BirthWeek, Chunk, Planes, Tables};
use demerit_kernel::{LANES, Loader, Mask, Saved, Saver, Tick, Unfit, saved};

impl Chunk {
    /// Writes all that is kept, for a reader who has a chunk of the same neighbourhoods.
    pub fn save(&self, to: &mut Saver) {
        for block in 0..self.tables.len() {
            let here = self.persons_of(block);
            to.all(&self.born[here.clone()]).all(&self.score[here.clone()]);
            to.all(&self.gaps[here.clone()]).all(&self.standing[here.clone()]);
            to.put(&self.habits[block]).put(&self.planes[block]).put(&self.tables[block]);
            self.uses.save(block, to);
            if let Some(assessment) = &self.assessment {
                to.all(&assessment.scores[here]).put(&assessment.due[block]);
            }
        }
    }

    /// Reads what was written, into a chunk of the same neighbourhoods that holds nothing yet; `tick` is the
    /// next one.
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
            from.fill(&mut self.score[here.clone()])?;
            from.fill(&mut self.gaps[here.clone()])?;
            from.fill(&mut self.standing[here.clone()])?;
            self.habits[block] = from.take()?;
            self.planes[block] = from.take()?;
            self.tables[block] = from.take()?;
            let fits = deserved::fit(&self.gaps[here.clone()], &self.tables[block].far);
            from.check(fits, || ("gaps beyond a byte".to_owned(), "those of the table".to_owned()))?;
            self.uses.load(block, from)?;
            if let Some(assessment) = &mut self.assessment {
                from.fill(&mut assessment.scores[here])?;
                assessment.due[block] = from.take()?;
            }
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

saved!(Tables {
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
    remedies,
    pending,
});

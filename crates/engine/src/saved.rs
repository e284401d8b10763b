//! What is saved of a world between two ticks, and how a run is resumed.
//!
//! Model: what all know (the tick, the regimes in force, what was counted since the last reading), and a
//! piece for each chunk: its state and the mail to it, in order. Pieces are written and read one by one, so
//! that no second copy of a world is ever in the memory. All else follows from the society, the schedule and
//! the cohort, or is made anew in each tick; what was found up to the last tick is what the neighbourhoods'
//! own tables say. Events are to be taken before.
//!
//! Symbols: none. Source: our definition; see `demerit_kernel::saved`. Leaves out: another cut into chunks
//! than the one that was saved.

use crate::mail::{PAGE, Sorter};
use crate::part::{ChunkInbox, Part};
use crate::schedule::Schedule;
use crate::world::{World, blocks_per_chunk};
use demerit_kernel::{BlockId, LANES, Loader, Saver, Tick, Unfit, for_each_ordered, map_ordered};
use demerit_regime::Regime;
use demerit_society::{Chunk, Cohort, Message, Society, Tally};
use std::ops::Range;
use std::sync::Arc;

/// Most bytes that a person can take in a piece; none ever comes near.
const MOST_EACH: usize = 1 << 10;
/// Most bytes that a piece can take beside its persons.
const MOST_ELSE: usize = 1 << 20;

impl World {
    /// Pieces that the state is saved in.
    pub fn pieces(&self) -> usize {
        self.parts.iter().map(|part| part.inboxes.len()).sum()
    }

    /// What all pieces have in common.
    pub fn save_common(&self) -> Vec<u8> {
        let mut tally = Tally::default();
        self.parts.iter().for_each(|part| part.add_tally(&mut tally));
        let mut to = Saver::new();
        to.put(&self.tick).put(&self.in_force).put(&tally);
        to.finish()
    }

    /// Pieces by number, worked on by the threads of the current pool.
    pub fn save_pieces(&self, numbers: Range<usize>) -> Vec<Vec<u8>> {
        let inboxes = self.parts.iter().flat_map(|part| &part.inboxes);
        let inboxes: Vec<&ChunkInbox> = inboxes.skip(numbers.start).take(numbers.len()).collect();
        map_ordered(&inboxes, |here| save(here))
    }

    /// A world of which the pieces are still to come.
    ///
    /// # Errors
    /// The bytes are not those of what the pieces of such a world have in common.
    pub fn load_common(
        society: Arc<Society>,
        schedule: Schedule,
        cohort: Arc<Cohort>,
        bytes: &[u8],
    ) -> Result<Self, Unfit> {
        let mut from = Loader::new(bytes);
        let (tick, in_force): (Tick, Vec<u8>) = (from.take()?, from.take()?);
        let (cities, regimes) = (society.cities.all().len(), schedule.regimes.len());
        from.check(in_force.len() == cities, || (format!("{} cities", in_force.len()), cities.to_string()))?;
        let highest = in_force.iter().map(|number| usize::from(*number)).max().unwrap_or(0);
        from.check(highest < regimes, || (format!("regime {highest}"), format!("one below {regimes}")))?;
        let tally = from.take()?;
        from.end()?;
        let borders = [0, society.blocks()];
        let mut part = Part::new(&society, &schedule, blocks_per_chunk(society.blocks()), &borders, 0);
        part.put_tally(tally);
        let mut world = Self::of_parts(society, schedule, cohort, vec![part]);
        world.tick = tick;
        if let Some(assessor) = &world.schedule.assessed_by {
            let now = assessor.before(tick, cities);
            world.assessing = [now.clone(), now];
        }
        world.before.clone_from(&in_force);
        world.in_force = in_force;
        Ok(world)
    }

    /// Most bytes that a piece can have.
    pub fn most_of_piece(&self, number: usize) -> usize {
        let here = self.parts.iter().flat_map(|part| &part.inboxes).nth(number);
        here.map_or(0, |here| here.chunk.persons() * MOST_EACH + MOST_ELSE)
    }

    /// Takes in pieces from a number on, on the threads of the current pool.
    ///
    /// # Errors
    /// The place of a piece that does not belong there among those given, and why it does not.
    pub fn load_pieces(&mut self, first: usize, pieces: &[Vec<u8>]) -> Result<(), (usize, Unfit)> {
        let Self { society, schedule, tick, in_force, parts, .. } = self;
        let rules = schedule.regimes.iter().map(|regime| regime.rules().len()).max().unwrap_or(0);
        let regime_of = |block: u32| {
            let city = usize::from(society.cities.index_of_block(block));
            &schedule.regimes[usize::from(in_force[city])]
        };
        let inboxes = parts.iter_mut().flat_map(|part| &mut part.inboxes);
        let mut work: Vec<_> =
            inboxes.skip(first).zip(pieces).map(|(here, bytes)| (here, bytes, Ok(()))).collect();
        for_each_ordered(&mut work, |_, (here, bytes, loaded)| {
            *loaded = load(here, bytes, *tick, society.persons, rules, &regime_of);
        });
        let unfit =
            work.into_iter().enumerate().find_map(|(place, one)| one.2.err().map(|error| (place, error)));
        unfit.map_or(Ok(()), Err)
    }
}

fn save(here: &ChunkInbox) -> Vec<u8> {
    let ChunkInbox { chunk, inbox, past } = here;
    let mut to = Saver::new();
    to.put(&chunk.first_block.0).put(&(chunk.tables.len() as u32));
    chunk.save(&mut to);
    let mut sorter = Sorter::default();
    sorter.sort(chunk.first_block.0, past.len(), inbox);
    to.len(sorter.all().len()).all(sorter.all());
    to.finish()
}

fn load<'a>(
    here: &mut ChunkInbox,
    bytes: &[u8],
    tick: Tick,
    persons: u32,
    rules: usize,
    regime_of: &impl Fn(u32) -> &'a Regime,
) -> Result<(), Unfit> {
    let mut from = Loader::new(bytes);
    let chunk = &mut here.chunk;
    let (first, blocks): (u32, u32) = (from.take()?, from.take()?);
    let own = (chunk.first_block, chunk.tables.len() as u32);
    let words = || (format!("{blocks} neighbourhoods from {first}"), format!("{} from {}", own.1, own.0.0));
    from.check((BlockId(first), blocks) == own, words)?;
    chunk.load(&mut from, tick)?;
    for block in 0..chunk.tables.len() {
        standing_fits(chunk, block, regime_of(first + block as u32), &from)?;
    }
    let messages: Vec<Message> = from.take()?;
    from.end()?;
    let (start, end) = (chunk.first_person(), chunk.first_person() + chunk.persons() as u32);
    for message in &messages {
        let fits = (start..end).contains(&message.to) && message.from < persons;
        from.check(fits, || {
            (format!("mail from {} to {}", message.from, message.to), format!("to {start} to {end}"))
        })?;
        if let Some(rule) = message.rule() {
            let fits = usize::from(rule) < rules;
            from.check(fits, || (format!("rule {rule}"), format!("one below {rules}")))?;
        }
    }
    here.past = chunk.tables.iter().map(|tables| tables.past).collect();
    let page = |messages: &[Message]| {
        let mut page = Vec::with_capacity(PAGE);
        page.extend_from_slice(messages);
        page
    };
    here.inbox = messages.chunks(PAGE).map(page).collect();
    Ok(())
}

/// Scores lie on the scale of the regime in force, and tiers are among its own.
fn standing_fits(chunk: &Chunk, block: usize, regime: &Regime, from: &Loader<'_>) -> Result<(), Unfit> {
    let first = block * LANES as usize;
    let here = first..(first + LANES as usize).min(chunk.persons());
    let tiers = regime.tiers.all().len().max(1);
    let highest = chunk.standing[here.clone()].iter().map(|standing| usize::from(standing.tier())).max();
    let highest = highest.unwrap_or(0);
    from.check(highest < tiers, || (format!("tier {highest}"), format!("one below {tiers}")))?;
    let Some(scale) = &regime.scale else { return Ok(()) };
    let range = scale.floor.0..=scale.ceiling.0;
    let beyond = chunk.score[here].iter().find(|score| !range.contains(score));
    let words = || (format!("a score of {}", beyond.unwrap_or(&0)), format!("one of {range:?}"));
    from.check(beyond.is_none(), words)
}

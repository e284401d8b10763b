//! A world: a society, the regimes in force in it, and its state at a tick.

use crate::mail::Mail;
use crate::past::Pasts;
use crate::plan::Plan;
use crate::stopwatch::Laps;
use demerit_kernel::{BlockId, Digest, LANES, Tick};
use demerit_society::deed::Act;
use demerit_society::events::{Cohort, Event};
use demerit_society::message::Message;
use demerit_society::observation::Entry;
use demerit_society::{Chunk, Society, Tally};
use std::sync::Arc;

/// Neighbourhoods in a chunk, unless asked otherwise: some 300 KiB of state, which stays in a core's cache.
pub(crate) const BLOCKS_PER_CHUNK: u32 = 16;

/// What a thread needs at hand for a chunk: buffers that are kept from tick to tick.
#[derive(Clone, Debug, Default)]
pub(crate) struct Desk {
    /// Deeds of the neighbourhood at hand.
    pub(crate) acts: Vec<Act>,
    /// Entries into records of the neighbourhood at hand, by lane.
    pub(crate) entries: Vec<(u16, Entry)>,
    /// Lanes of the neighbourhood at hand that were sanctioned, or frightened by the sanction of somebody close.
    pub(crate) frightened: Vec<u16>,
    /// Lanes of the neighbourhood at hand that lost points for what an app saw.
    pub(crate) caught: Vec<u16>,
    /// Messages to be sent.
    pub(crate) outbox: Vec<Message>,
    /// Events of the cohort.
    pub(crate) events: Vec<Event>,
    /// Times of the phases, where they are taken.
    pub(crate) laps: Laps,
    /// Counts.
    pub(crate) tally: Tally,
}

/// A chunk and its desk: what one thread works on at a time.
#[derive(Clone, Debug)]
pub(crate) struct Office {
    pub(crate) chunk: Chunk,
    pub(crate) desk: Desk,
}

/// A society under a plan of regimes, at a tick.
#[derive(Clone, Debug)]
pub struct World {
    /// The society.
    pub society: Arc<Society>,
    /// The regimes.
    pub plan: Plan,
    /// The next tick to be computed.
    pub tick: Tick,
    /// Those of whom every event is told.
    pub cohort: Arc<Cohort>,
    pub(crate) in_force: Vec<u8>,
    pub(crate) offices: Vec<Office>,
    pub(crate) mail: Mail,
    pub(crate) pasts: Pasts,
}

impl World {
    /// A world at its first tick.
    #[must_use]
    pub fn new(society: Arc<Society>, plan: Plan, cohort: Arc<Cohort>) -> Self {
        Self::with_chunks(society, plan, cohort, BLOCKS_PER_CHUNK)
    }

    /// A world cut into chunks of so many neighbourhoods; the cut changes no result.
    #[must_use]
    pub fn with_chunks(
        society: Arc<Society>,
        plan: Plan,
        cohort: Arc<Cohort>,
        blocks_per_chunk: u32,
    ) -> Self {
        let blocks = society.blocks();
        let (caps, feeds) = (plan.caps(), plan.regimes.iter().any(|regime| regime.feed.is_some()));
        let mut offices: Vec<Office> = (0..blocks.div_ceil(blocks_per_chunk))
            .map(|number| {
                let first = number * blocks_per_chunk;
                let here = blocks_per_chunk.min(blocks - first);
                let persons = (here * LANES).min(society.persons - first * LANES);
                let mut chunk = Chunk::new(BlockId(first), here, persons, caps);
                chunk.second = vec![0; if feeds { persons as usize } else { 0 }];
                Office { chunk, desk: Desk::default() }
            })
            .collect();
        demerit_kernel::for_each_ordered(&mut offices, |_, office| society.populate(&mut office.chunk));
        let in_force = vec![0; society.cities.all().len()];
        let mail = Mail::new(blocks);
        let mut world =
            Self { society, plan, tick: Tick(0), cohort, in_force, offices, mail, pasts: Pasts::default() };
        world.come_into_force(|_| true);
        world
    }

    /// Sets everybody's standing to the start of the regime in force, in the cities chosen.
    pub(crate) fn come_into_force(&mut self, chosen: impl Fn(usize) -> bool + Sync) {
        let (society, plan, in_force, tick) = (&self.society, &self.plan, &self.in_force, self.tick);
        demerit_kernel::for_each_ordered(&mut self.offices, |_, office| {
            let chunk = &mut office.chunk;
            for block in 0..chunk.tables.len() {
                let city = usize::from(society.cities.index_of_block(chunk.first_block.0 + block as u32));
                if chosen(city) {
                    let regime = &plan.regimes[usize::from(in_force[city])];
                    crate::block::Block::of(chunk, block).start_under(regime, tick);
                }
            }
        });
    }

    /// The chunks of the state, in order.
    pub fn chunks(&self) -> impl ExactSizeIterator<Item = &Chunk> {
        self.offices.iter().map(|office| &office.chunk)
    }

    /// The chunk that holds a person, and the person's place in it.
    #[must_use]
    pub fn find(&self, person: u32) -> Option<(&Chunk, usize)> {
        let place =
            self.offices.partition_point(|office| office.chunk.first_person() <= person).checked_sub(1)?;
        let chunk = &self.offices[place].chunk;
        let at = (person - chunk.first_person()) as usize;
        (at < chunk.persons()).then_some((chunk, at))
    }

    /// Number of the regime in force in each city.
    #[must_use]
    pub fn in_force(&self) -> &[u8] {
        &self.in_force
    }

    /// Adds up what was counted since the last call, and starts counting anew.
    pub fn take_tally(&mut self) -> Tally {
        let mut whole = Tally::default();
        for office in &mut self.offices {
            whole.add(&office.desk.tally);
            office.desk.tally.clear();
        }
        whole
    }

    /// Moves the events told since the last call to the end of `events`, by tick and then by place.
    pub fn take_events(&mut self, events: &mut Vec<Event>) {
        let first = events.len();
        for office in &mut self.offices {
            events.append(&mut office.desk.events);
        }
        events[first..].sort_by_key(|event| (event.tick, event.person));
    }

    /// Bytes of state: columns, side tables and mail.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.chunks().map(Chunk::bytes).sum::<u64>() + self.mail.bytes()
    }

    /// Digest of the whole state: the same for any number of threads and any cut into chunks.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut digest = Digest::new();
        digest.u32(self.tick.0);
        for chunk in self.chunks() {
            chunk.digest(&mut digest);
        }
        for message in self.mail.all() {
            digest.u32(message.to);
            digest.u32(message.from);
            digest.str(&format!("{:?}", message.content()));
        }
        digest.finish()
    }
}

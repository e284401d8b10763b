//! A world: a society, the regimes in force in it, and its state at a tick.

use crate::part::Part;
use crate::past::Pasts;
use crate::schedule::Schedule;
use crate::today::{Assessor, Shared};
use demerit_kernel::{Digest, LANES, Tick};
use demerit_society::{Chunk, Cohort, Event, Message, Society, Tally};
use std::ops::Range;
use std::sync::Arc;

/// A society under a schedule of regimes, at a tick: all of it, or the parts of it that this process holds.
#[derive(Clone, Debug)]
pub struct World {
    /// The society.
    pub society: Arc<Society>,
    /// The regimes.
    pub schedule: Schedule,
    /// The next tick to be computed.
    pub tick: Tick,
    /// Those whose every event is kept.
    pub cohort: Arc<Cohort>,
    pub(crate) in_force: Vec<u8>,
    pub(crate) before: Vec<u8>,
    /// Number of the regime without effect that assesses in each city, and the same before this tick.
    pub(crate) assessing: [Vec<u8>; 2],
    pub(crate) pasts: Pasts,
    pub(crate) sums: Vec<u64>,
    pub(crate) parts: Vec<Part>,
}

/// Neighbourhoods in a chunk: few enough that every thread has work to the end, and that each has a small
/// share of the mail; not so many that a large world has more boxes for mail than a cache holds.
pub(crate) const fn blocks_per_chunk(blocks: u32) -> u32 {
    let even = blocks / 128;
    if even < 4 {
        4
    } else if even > 256 {
        256
    } else {
        even
    }
}

impl World {
    /// A world at its first tick.
    pub fn new(society: Arc<Society>, schedule: Schedule, cohort: Arc<Cohort>) -> Self {
        let per_chunk = blocks_per_chunk(society.blocks());
        Self::with_chunks(society, schedule, cohort, per_chunk)
    }

    /// A world cut into chunks of a number of neighbourhoods; the cut changes no result.
    pub fn with_chunks(
        society: Arc<Society>,
        schedule: Schedule,
        cohort: Arc<Cohort>,
        blocks_per_chunk: u32,
    ) -> Self {
        let borders = [0, society.blocks()];
        Self::in_parts(society, schedule, cohort, blocks_per_chunk, &borders, 0..1)
    }

    /// A world cut into parts, of which this process holds some: part n has the neighbourhoods from
    /// `borders[n]` to before `borders[n + 1]`. The cut changes no result.
    ///
    /// # Panics
    /// Where the borders do not ascend from 0 to the number of neighbourhoods, or parts are held that there
    /// are not.
    pub fn in_parts(
        society: Arc<Society>,
        schedule: Schedule,
        cohort: Arc<Cohort>,
        blocks_per_chunk: u32,
        borders: &[u32],
        held: Range<usize>,
    ) -> Self {
        let ends = (borders.first().copied(), borders.last().copied());
        assert!(ends == (Some(0), Some(society.blocks())) && borders.is_sorted(), "borders {borders:?}");
        let parts =
            held.map(|number| Part::new(&society, &schedule, blocks_per_chunk, borders, number)).collect();
        let mut world = Self::of_parts(society, schedule, cohort, parts);
        let (parts, shared) = world.split();
        for part in parts {
            part.populate(shared.society);
            part.come_into_force(&shared, |_| true);
            part.come_to_assess(&shared, |_| true);
        }
        world
    }

    /// A world of these parts, before its first tick.
    pub(crate) fn of_parts(
        society: Arc<Society>,
        schedule: Schedule,
        cohort: Arc<Cohort>,
        parts: Vec<Part>,
    ) -> Self {
        let in_force = vec![0; society.cities.all().len()];
        Self {
            society,
            schedule,
            tick: Tick(0),
            cohort,
            before: in_force.clone(),
            assessing: [in_force.clone(), in_force.clone()],
            in_force,
            pasts: Pasts::default(),
            sums: Vec::new(),
            parts,
        }
    }

    /// The parts that this process holds, and what they share.
    pub(crate) fn split(&mut self) -> (&mut [Part], Shared<'_>) {
        let Self { society, schedule, tick, cohort, in_force, before, assessing, pasts, parts, .. } = self;
        let differ = in_force.iter().any(|number| *number != in_force[0]);
        let [now, earlier] = &*assessing;
        let assessor = schedule.assessed_by.as_ref();
        let assessor = assessor.map(|schedule| Assessor { schedule, in_force: now, before: earlier });
        let tick = *tick;
        (parts, Shared { society, schedule, cohort, tick, in_force, before, differ, assessor, pasts })
    }

    /// The parts that this process holds, in order.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The chunks of the state, in order.
    pub fn chunks(&self) -> impl Iterator<Item = &Chunk> {
        self.parts.iter().flat_map(Part::chunks)
    }

    /// The chunk that holds a person, and the person's place in it.
    pub fn find(&self, person: u32) -> Option<(&Chunk, usize)> {
        self.parts.iter().find(|part| part.blocks().contains(&(person / LANES)))?.find(person)
    }

    /// Number of the regime in force in each city.
    pub fn in_force(&self) -> &[u8] {
        &self.in_force
    }

    /// The mail on its way to the next tick, in order: by the neighbourhood of the receiver, then by that of
    /// the sender, then as sent.
    pub fn mail(&self) -> Vec<Message> {
        let mut all = Vec::new();
        self.parts.iter().for_each(|part| part.each_message(|message| all.push(*message)));
        all
    }

    /// Adds up what was counted since the last call, and starts counting anew.
    pub fn take_tally(&mut self) -> Tally {
        let mut whole = Tally::default();
        self.parts.iter_mut().for_each(|part| part.take_tally(&mut whole));
        whole
    }

    /// Moves the events kept since the last call to the end of `events`, by tick and then by person.
    pub fn take_events(&mut self, events: &mut Vec<Event>) {
        let first = events.len();
        self.parts.iter_mut().for_each(|part| part.take_events(events));
        // What befalls a person in a tick was kept in order by one thread, and stays so.
        events[first..].sort_by_key(|event| (event.tick, event.person));
    }

    /// Bytes of all that is kept from tick to tick: columns, side tables, mail, and what each thread has at
    /// hand.
    pub fn bytes(&self) -> u64 {
        self.parts.iter().map(Part::bytes).sum()
    }

    /// Those of the bytes that each thread has at hand however large the world is.
    pub fn bytes_at_hand(&self) -> u64 {
        self.parts.iter().map(Part::bytes_at_hand).sum()
    }

    /// Digest of the whole state: the same for any number of threads and any cut into chunks and parts.
    pub fn digest(&self) -> String {
        Self::digest_of(std::slice::from_ref(self))
    }

    /// Digest of a world of which each holds some parts, given in order.
    pub fn digest_of(holders: &[Self]) -> String {
        let mut digest = Digest::new();
        digest.u32(holders.first().map_or(0, |one| one.tick.0));
        let parts = || holders.iter().flat_map(|one| &one.parts);
        parts().flat_map(Part::chunks).for_each(|chunk| chunk.digest(&mut digest));
        parts().for_each(|part| {
            part.each_message(|message| {
                let content = format!("{:?}", message.content());
                digest.u32(message.to).u32(message.from).str(&content);
            });
        });
        digest.finish()
    }
}

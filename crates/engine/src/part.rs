//! A part of a world: a run of neighbourhoods, and all that is needed to compute them.
//!
//! A part owns the state of its neighbourhoods and the mail to them, and refers to no other part. What
//! crosses between parts goes by [`Parcel`]s and sums: see `exchange.rs`.

use crate::block::Block;
use crate::exchange::Parcel;
use crate::mail::{Page, Post, Sorter, bytes_of};
use crate::past::Question;
use crate::schedule::Schedule;
use crate::scratch::Scratch;
use crate::tick::tick;
use crate::timer::PhaseTimer;
use crate::today::Shared;
use demerit_kernel::{BlockId, LANES, for_each_ordered, for_each_with, map_ordered};
use demerit_society::{Chunk, Event, EventKind, Flags, Message, Society, Tally};
use std::ops::Range;

/// A chunk, the mail to it, and what was found in its neighbourhoods up to the last tick.
#[derive(Clone, Debug)]
pub(crate) struct ChunkInbox {
    pub(crate) chunk: Chunk,
    pub(crate) inbox: Vec<Page>,
    pub(crate) past: Vec<u32>,
}

/// What a thread has at hand: kept from tick to tick.
#[derive(Clone, Debug, Default)]
pub(crate) struct ThreadState {
    pub(crate) scratch: Scratch,
    pub(crate) sorter: Sorter,
    post: Post,
    numbers: Vec<u64>,
}

/// A run of neighbourhoods.
#[derive(Clone, Debug)]
pub struct Part {
    /// First neighbourhood of each part of the world, and after the last one the number of all.
    borders: Vec<u32>,
    number: usize,
    blocks_per_chunk: u32,
    pub(crate) inboxes: Vec<ChunkInbox>,
    threads: Vec<ThreadState>,
}

impl Part {
    /// The part with a number, of a world cut at `borders`, with nobody in it yet.
    pub(crate) fn new(
        society: &Society,
        schedule: &Schedule,
        blocks_per_chunk: u32,
        borders: &[u32],
        number: usize,
    ) -> Self {
        let caps = schedule.caps();
        let here = borders[number]..borders[number + 1];
        let inboxes: Vec<ChunkInbox> = here
            .clone()
            .step_by(blocks_per_chunk as usize)
            .map(|first| {
                let blocks = blocks_per_chunk.min(here.end - first);
                let persons = (blocks * LANES).min(society.persons - first * LANES);
                let mut chunk = Chunk::new(BlockId(first), blocks, persons, &caps);
                if schedule.assessed_by.is_some() {
                    chunk.open_assessment();
                }
                ChunkInbox { chunk, inbox: Vec::new(), past: vec![0; blocks as usize] }
            })
            .collect();
        let threads = vec![ThreadState::default()];
        Self { borders: borders.to_vec(), number, blocks_per_chunk, inboxes, threads }
    }

    /// Puts in everybody as at the start.
    pub(crate) fn populate(&mut self, society: &Society) {
        for_each_ordered(&mut self.inboxes, |_, here| society.populate(&mut here.chunk));
    }

    /// Number of the part among those of the world.
    pub const fn number(&self) -> usize {
        self.number
    }

    /// Its neighbourhoods.
    pub fn blocks(&self) -> Range<u32> {
        self.borders[self.number]..self.borders[self.number + 1]
    }

    /// The chunks of the state, in order.
    pub fn chunks(&self) -> impl ExactSizeIterator<Item = &Chunk> {
        self.inboxes.iter().map(|here| &here.chunk)
    }

    /// The chunk that holds a person of this part, and the person's place in it.
    pub(crate) fn find(&self, person: u32) -> Option<(&Chunk, usize)> {
        let place = (person / LANES).checked_sub(self.blocks().start)? / self.blocks_per_chunk;
        let chunk = &self.inboxes.get(place as usize)?.chunk;
        let at = (person - chunk.first_person()) as usize;
        (at < chunk.persons()).then_some((chunk, at))
    }

    /// Sets everybody's standing to the start of the regime in force, in the cities chosen.
    pub(crate) fn come_into_force(&mut self, shared: &Shared<'_>, chosen: impl Fn(usize) -> bool + Sync) {
        self.tell_of_lists_that_end(shared, &chosen);
        for_each_ordered(&mut self.inboxes, |_, here| {
            let chunk = &mut here.chunk;
            for block in 0..chunk.tables.len() {
                let number = chunk.first_block.0 + block as u32;
                let city = usize::from(shared.society.cities.index_of_block(number));
                if chosen(city) {
                    let regime = &shared.schedule.regimes[usize::from(shared.in_force[city])];
                    Block::of(chunk, block).start_under(regime, shared.tick);
                }
            }
        });
    }

    /// Tells of the members of the cohort who come off a list since the regime that takes over keeps none.
    fn tell_of_lists_that_end(&mut self, shared: &Shared<'_>, chosen: impl Fn(usize) -> bool) {
        let here = |person: &&u32| self.blocks().contains(&(**person / LANES));
        let listed = shared.cohort.members().iter().filter(here).filter_map(|&person| {
            let city = usize::from(shared.society.cities.index_of_block(person / LANES));
            let regime = &shared.schedule.regimes[usize::from(shared.in_force[city])];
            let (chunk, at) = self.find(person).filter(|_| chosen(city) && regime.list.is_none())?;
            chunk.flags(at).has(Flags::LISTED).then(|| Event {
                tick: shared.tick.0,
                person,
                kind: EventKind::Unlisted,
                points: 0,
                score: chunk.score[at],
                deserved: chunk.deserved(at),
                other: None,
                regime: shared.before[city],
            })
        });
        let listed: Vec<Event> = listed.collect();
        // Before whatever else befalls them in this tick.
        self.threads.first_mut().into_iter().for_each(|thread| thread.scratch.events.extend(&listed));
    }

    /// Begins to assess everybody's true deeds by the regime without effect, in the cities chosen.
    pub(crate) fn come_to_assess(&mut self, shared: &Shared<'_>, chosen: impl Fn(usize) -> bool + Sync) {
        let Some(assessor) = shared.assessor else { return };
        for_each_ordered(&mut self.inboxes, |_, here| {
            let chunk = &mut here.chunk;
            for block in 0..chunk.tables.len() {
                let number = chunk.first_block.0 + block as u32;
                let city = usize::from(shared.society.cities.index_of_block(number));
                if chosen(city) {
                    Block::of(chunk, block).assess_under(assessor.regime(city), shared.tick);
                }
            }
        });
    }

    /// Has one thread for each thread of the current pool.
    pub(crate) fn size_pool(&mut self) {
        let wanted = rayon::current_num_threads().min(self.inboxes.len()).max(1);
        if self.threads.len() < wanted {
            self.threads.resize_with(wanted, ThreadState::default);
        }
        let destinations = self.inboxes.len() + self.borders.len() - 1;
        self.threads.iter_mut().for_each(|thread| thread.post.open_for(destinations));
    }

    /// Adds what the neighbourhoods answer to a question about their past.
    pub(crate) fn survey(&mut self, shared: &Shared<'_>, question: &Question<'_>, sums: &mut [u64]) {
        for thread in &mut self.threads {
            thread.numbers.clear();
            thread.numbers.resize(question.numbers(), 0);
        }
        for_each_with(&mut self.inboxes, &mut self.threads, |_, here, thread| {
            for (number, &past) in (here.chunk.first_block.0..).zip(&here.past) {
                let city = usize::from(shared.society.cities.index_of_block(number));
                question.count(shared.in_force[city], past, &mut thread.numbers);
            }
        });
        for thread in &self.threads {
            sums.iter_mut().zip(&thread.numbers).for_each(|(sum, number)| *sum += number);
        }
    }

    /// Computes a tick of all neighbourhoods.
    pub(crate) fn tick<T: PhaseTimer>(&mut self, shared: &Shared<'_>, timer: &T) {
        let (inboxes, first, per_chunk) = (self.inboxes.len(), self.blocks(), self.blocks_per_chunk);
        let borders = &self.borders;
        let to = |block: u32| {
            if first.contains(&block) {
                ((block - first.start) / per_chunk) as usize
            } else {
                inboxes + borders.partition_point(|border| *border <= block) - 1
            }
        };
        for_each_with(&mut self.inboxes, &mut self.threads, |_, here, thread| {
            let ChunkInbox { chunk, inbox, past } = here;
            let ThreadState { scratch, sorter, post, .. } = thread;
            sorter.sort(chunk.first_block.0, past.len(), inbox);
            inbox.drain(..).for_each(|page| post.recycle(page));
            for (index, past) in past.iter_mut().enumerate() {
                tick(shared, chunk, index, sorter.to(index), scratch, timer);
                *past = chunk.tables[index].past;
                for message in scratch.outbox.drain(..) {
                    post.send(to(message.to / LANES), message);
                }
            }
        });
    }

    /// Puts what was sent into the boxes of its own chunks, and gives the rest: a parcel for each other part
    /// to which something goes.
    pub(crate) fn post(&mut self, parcels: &mut Vec<Parcel>) {
        let Self { inboxes, threads, .. } = self;
        let first = parcels.len();
        for thread in &mut *threads {
            thread.post.give(|destination, page| {
                if let Some(here) = inboxes.get_mut(destination) {
                    here.inbox.push(page);
                    return;
                }
                let to = destination - inboxes.len();
                let known = parcels[first..].iter().position(|parcel| parcel.to == to);
                let at = known.map_or(parcels.len(), |at| first + at);
                if at == parcels.len() {
                    parcels.push(Parcel { to, pages: Vec::new() });
                }
                parcels[at].pages.push(page);
            });
        }
        // Pages gather with the thread that reads most: all get the same number again, and no more are kept
        // than are in use.
        let mut spare = Vec::new();
        threads.iter_mut().for_each(|thread| spare.append(thread.post.spare()));
        let used = inboxes.iter().map(|here| here.inbox.len()).sum();
        spare.truncate(used);
        let mut left = threads.len();
        for thread in threads {
            let keep = spare.len() - spare.len() / left;
            thread.post.spare().extend(spare.drain(keep..));
            left -= 1;
        }
    }

    /// Takes in what other parts have sent. Whatever one neighbourhood sends comes in one parcel.
    pub(crate) fn take_in(&mut self, parcel: &Parcel) {
        let first = self.blocks().start;
        self.size_pool();
        let Self { inboxes, threads, blocks_per_chunk, .. } = self;
        let post = &mut threads[0].post;
        for message in parcel.messages() {
            post.send(((message.to / LANES - first) / *blocks_per_chunk) as usize, *message);
        }
        post.give(|destination, page| inboxes[destination].inbox.push(page));
    }

    /// Adds up what was counted since the last call, and starts counting anew.
    pub(crate) fn take_tally(&mut self, whole: &mut Tally) {
        for thread in &mut self.threads {
            whole.add(&thread.scratch.tally);
            thread.scratch.tally.clear();
        }
    }

    /// Adds up the same, and goes on counting.
    pub(crate) fn add_tally(&self, whole: &mut Tally) {
        self.threads.iter().for_each(|thread| whole.add(&thread.scratch.tally));
    }

    /// Starts counting from here.
    pub(crate) fn put_tally(&mut self, tally: Tally) {
        self.threads[0].scratch.tally = tally;
    }

    /// Moves the events kept since the last call to the end of `events`, in no order.
    pub(crate) fn take_events(&mut self, events: &mut Vec<Event>) {
        for thread in &mut self.threads {
            events.append(&mut thread.scratch.events);
        }
    }

    /// Bytes of the state, of the mail, and of all that is kept from tick to tick.
    pub(crate) fn bytes(&self) -> u64 {
        let here = |here: &ChunkInbox| {
            let kept = size_of::<ChunkInbox>() + bytes_of(&here.inbox) + here.past.capacity() * 4;
            here.chunk.bytes() + kept as u64
        };
        let post: usize = self.threads.iter().map(|thread| thread.post.bytes()).sum();
        map_ordered(&self.inboxes, here).into_iter().sum::<u64>() + post as u64 + self.bytes_at_hand()
    }

    /// Those of the bytes that each thread has at hand however large the world is.
    pub(crate) fn bytes_at_hand(&self) -> u64 {
        let thread = |thread: &ThreadState| {
            let buffers = thread.scratch.bytes() + thread.sorter.bytes();
            size_of::<ThreadState>() + buffers + thread.numbers.capacity() * 8
        };
        self.threads.iter().map(thread).sum::<usize>() as u64
    }

    /// Goes over the mail to its neighbourhoods, in order.
    pub(crate) fn each_message(&self, mut each: impl FnMut(&Message)) {
        let mut sorter = Sorter::default();
        for ChunkInbox { chunk, inbox, past } in &self.inboxes {
            sorter.sort(chunk.first_block.0, past.len(), inbox);
            sorter.all().iter().for_each(&mut each);
        }
    }
}

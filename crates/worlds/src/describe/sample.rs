//! Some neighbourhoods of a society as built, counted.
//!
//! Persons are counted in at most four runs of 64 neighbourhoods (262,144 persons), since 64 in a row hold
//! every pattern of households once.

use demerit_kernel::{BlockId, LANES, Tick};
use demerit_regime::Tie;
use demerit_society::population::household::{Place, Role};
use demerit_society::population::person::Person;
use demerit_society::{Chunk, Society};

/// When a society is described.
pub(super) const START: Tick = Tick(0);

/// Neighbourhoods in a row that hold every pattern of households once.
const RUN: u32 = 64;

/// Some neighbourhoods of a society, as built.
pub(super) struct Sample<'a> {
    pub(super) society: &'a Society,
    chunks: Vec<Chunk>,
}

impl<'a> Sample<'a> {
    pub(super) fn new(society: &'a Society) -> Self {
        let blocks = society.blocks();
        let runs = blocks.div_ceil(RUN);
        let kept = (blocks / RUN).clamp(1, 4);
        let sampled = (0..kept).flat_map(|run| {
            let first = run * runs / kept * RUN;
            first..(first + RUN).min(blocks)
        });
        let chunk = |block: u32| {
            let mut chunk = Chunk::new(BlockId(block), 1, society.persons_of(block), &[]);
            society.populate(&mut chunk);
            chunk
        };
        Self { society, chunks: sampled.map(chunk).collect() }
    }

    pub(super) fn persons(&self) -> impl Iterator<Item = Person<'_>> {
        self.chunks.iter().flat_map(move |chunk| {
            (0..chunk.persons()).map(move |lane| {
                let person = chunk.first_person() + lane as u32;
                self.society.person(person, chunk.born[lane], chunk.habits_of(lane))
            })
        })
    }

    /// Ages at the start.
    pub(super) fn ages(&self) -> impl Iterator<Item = u32> {
        self.persons().map(|one| one.age(START))
    }

    /// Share of persons for whom something is so.
    pub(super) fn share(&self, test: impl Fn(&Person<'_>) -> bool) -> f64 {
        self.share_of(|_| true, test)
    }

    /// Share of some persons for whom something is so.
    pub(super) fn share_of(
        &self,
        among: impl Fn(&Person<'_>) -> bool,
        test: impl Fn(&Person<'_>) -> bool,
    ) -> f64 {
        let (mut all, mut hit) = (0u64, 0u64);
        for person in self.persons().filter(|person| among(person)) {
            all += 1;
            hit += u64::from(test(&person));
        }
        if all == 0 { 0.0 } else { hit as f64 / all as f64 }
    }

    /// The place of each person in a household, neighbourhood by neighbourhood.
    fn households(&self) -> impl Iterator<Item = &[Place]> {
        self.chunks.iter().map(|chunk| &self.society.pattern(chunk.first_block.0)[..chunk.persons()])
    }

    /// Share of households of each size, and their mean size.
    pub(super) fn household_sizes(&self) -> ([f64; 7], f64) {
        let mut counts = [0u64; 7];
        let mut persons = 0u64;
        for places in self.households() {
            for (lane, _) in
                places.iter().enumerate().filter(|(lane, place)| usize::from(place.start) == *lane)
            {
                // The last household of a society may be cut by its size.
                let size = usize::from(places[lane].size).min(places.len() - lane);
                counts[size - 1] += 1;
                persons += size as u64;
            }
        }
        let all = counts.iter().sum::<u64>().max(1) as f64;
        (counts.map(|count| count as f64 / all), persons as f64 / all)
    }

    /// Share of households that a couple heads.
    pub(super) fn coupled(&self) -> f64 {
        let (mut heads, mut coupled) = (0u64, 0u64);
        for place in self.households().flatten().filter(|place| place.role as u8 == Role::Head as u8) {
            heads += 1;
            coupled += u64::from(place.is_coupled());
        }
        coupled as f64 / heads.max(1) as f64
    }

    /// Mean number of others in the household.
    pub(super) fn household_ties(&self) -> f64 {
        let (mut persons, mut ties) = (0u64, 0u64);
        for place in self.households().flatten() {
            persons += 1;
            ties += u64::from(place.size) - 1;
        }
        ties as f64 / persons.max(1) as f64
    }

    /// Mean number of different persons tied by a type, over one person in each sampled neighbourhood.
    pub(super) fn degree(&self, tie: Tie) -> f64 {
        let mut found = 0;
        for chunk in &self.chunks {
            let person = chunk.first_person() + (chunk.first_block.0 * 37) % (chunk.persons() as u32);
            let mut others = Vec::new();
            let city = self.society.city(person / LANES);
            self.society.ties.each(city, person, tie, |other| others.push(other));
            others.sort_unstable();
            others.dedup();
            found += others.len();
        }
        found as f64 / self.chunks.len().max(1) as f64
    }
}

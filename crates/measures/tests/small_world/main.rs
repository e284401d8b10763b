//! Measures of a small world: few neighbourhoods whose counts and persons are written down, and what each
//! measure makes of them.

use demerit_fixtures::census;
use demerit_kernel::{BlockId, LANES, Points, Tick};
use demerit_measures::{ByGroup, Reading, Stock, View, named, population, population_by_looks};
use demerit_regime::{
    Claim, Domain, Gate, Matter, Parts, Provenance, Regime, Request, Rule, Scale, Tier, TierSet, Tiers,
};
use demerit_society::population::city::SizeClass;
use demerit_society::watching::identification::Identification;
use demerit_society::{Chunk, Society, Tally};

mod childhoods;
mod errors;
mod gates;
mod mixed;
mod persons;
mod polls;
mod record;
mod remedies;
mod shares;
mod speech;
mod stocks;

const PERSONS: u32 = 2 * LANES;
/// Four weeks of 2,048 persons.
const YEARS: f64 = 2048.0 * 4.0 / 52.0;

struct World {
    society: Society,
    regimes: Vec<Regime>,
    /// Number of the regime in force in each city.
    in_force: Vec<u8>,
    pilot: Vec<bool>,
    tick: Tick,
    chunks: Vec<Chunk>,
    tally: Tally,
    stock: Stock,
    population: ByGroup,
}

fn provenance() -> Provenance {
    Provenance { claim: Claim::Hypothetical, source: "a test".into() }
}

/// A scale of 0 to 800, a sanction below 200, doors that open from 600 on.
fn regime() -> Regime {
    let gate = |request: Request, domain, saves| Gate {
        name: request.name().into(),
        request,
        domain,
        refuses: TierSet(1),
        refuses_listed: false,
        grants: TierSet(4),
        saves,
        provenance: provenance(),
    };
    let tier = |name: &str, from| Tier { name: name.into(), from: Points(from), sanction: from == 0 };
    let parts = Parts {
        scale: Some(Scale { start: Points(400), floor: Points(0), ceiling: Points(800) }),
        rules: vec![Rule::plain(Matter::LateBill, Points(-10), provenance())],
        tiers: Tiers::new(vec![tier("low", 0), tier("middle", 200), tier("high", 600)]).expect("in order"),
        gates: vec![
            gate(Request::Deposit, Domain::Housing, 0.5),
            gate(Request::Loan, Domain::Finance, 2.0),
            // A gate may belong to another domain of life than what is asked for.
            gate(Request::AirTrip, Domain::Work, 0.0),
        ],
        ..Parts::default()
    };
    Regime::new("r", "R", parts).expect("a regime")
}

impl World {
    /// Two neighbourhoods under one regime.
    fn new() -> Self {
        Self::with(census::quiet().cities.classes, &[PERSONS])
    }

    /// Five neighbourhoods of three cities in two chunks, the last of them half full; the regimes and the
    /// pilot are those of every second city.
    fn wide() -> Self {
        let three = SizeClass { count: 3, low: 5.0e6, high: 2.0e7 };
        let mut world = Self::with(vec![three], &[PERSONS, PERSONS + 500]);
        world.regimes.push(regime());
        let cities = world.society.cities.all().len();
        assert_eq!(cities, 3, "of two neighbourhoods or one");
        world.in_force = (0..cities).map(|city| (city % 2) as u8).collect();
        world.pilot = (0..cities).map(|city| city % 2 == 1).collect();
        world
    }

    /// Chunks of so many persons, in cities of these classes.
    fn with(classes: Vec<SizeClass>, chunks: &[u32]) -> Self {
        let mut plan = census::quiet();
        plan.cities.classes = classes;
        plan.identification = Some(Identification {
            false_match: 1e-7,
            // Shares of a whole that is not 1.
            looks: [1.0, 0.5, 0.5],
            looks_ratio: 2.0,
            women_ratio: 1.0,
            false_alarms: 0.0,
        });
        let society = census::built(&plan, chunks.iter().sum(), 3);
        let mut first = 0;
        let built = |&persons: &u32| {
            let blocks = persons.div_ceil(LANES);
            let mut chunk = Chunk::new(BlockId(first), blocks, persons, &[]);
            first += blocks;
            society.populate(&mut chunk);
            chunk.score.fill(400);
            chunk.standing.iter_mut().for_each(|standing| standing.put_tier(1));
            chunk
        };
        let chunks: Vec<Chunk> = chunks.iter().map(built).collect();
        let cities = society.cities.all().len();
        let mut world = Self {
            society,
            regimes: vec![regime()],
            in_force: vec![0; cities],
            pilot: (0..cities).map(|city| city == 0).collect(),
            tick: Tick(3),
            chunks,
            tally: Tally::default(),
            stock: Stock::default(),
            population: ByGroup::default(),
        };
        world.count_population();
        world
    }

    fn count_population(&mut self) {
        self.population = population(&self.view(), &self.all_chunks());
        self.population.add(&population_by_looks(&self.society));
    }

    fn view(&self) -> View<'_> {
        let Self { society, regimes, in_force, pilot, tick, .. } = self;
        View { society, regimes, in_force, pilot, tick: *tick }
    }

    fn all_chunks(&self) -> Vec<&Chunk> {
        self.chunks.iter().collect()
    }

    /// Every person: chunk and place in it.
    fn persons(&self) -> impl Iterator<Item = (&Chunk, usize)> {
        self.chunks.iter().flat_map(|chunk| (0..chunk.persons()).map(move |at| (chunk, at)))
    }

    /// The regime that a person lives under.
    fn regime_of(&self, chunk: &Chunk, at: usize) -> &Regime {
        let city = self.society.cities.index_of_block(chunk.first_block.0 + at as u32 / LANES);
        &self.regimes[usize::from(self.in_force[usize::from(city)])]
    }

    /// All values of a measure: domain, group, value.
    fn values(&self, name: &str) -> Vec<(String, String, f64)> {
        let measure = named(name).expect("a measure of this name");
        let chunks = self.all_chunks();
        let reading = Reading::new(self.view(), &chunks, &self.tally, &self.population, &self.stock, 4);
        let values = measure.take(&reading).into_iter();
        values.map(|one| (one.domain.into_owned(), one.group.into_owned(), one.value)).collect()
    }

    /// The value for everybody in every domain.
    fn whole(&self, name: &str) -> Option<f64> {
        self.at(name, "all", "all")
    }

    fn at(&self, name: &str, domain: &str, group: &str) -> Option<f64> {
        let values = self.values(name);
        values.into_iter().find(|one| one.0 == domain && one.1 == group).map(|one| one.2)
    }
}

#[track_caller]
fn near(found: Option<f64>, wanted: f64) {
    let found = found.expect("a value");
    assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{found} for {wanted}");
}

//! Measures by hand: a world of two neighbourhoods whose counts and persons are written down, and what each measure makes of them.

use demerit_kernel::{BlockId, LANES, Points, Tick};
use demerit_measures::stock::{GROUPS, Groups, Stock, View, population};
use demerit_measures::{Kept, Reading, all};
use demerit_regime::{
    Claim, Domain, Gate, Grounds, Matter, Parts, Regime, Request, Rule, Scale, Tier, TierSet, Tiers,
};
use demerit_society::identification::Identification;
use demerit_society::{Chunk, Society, Tally};

mod counts;
#[allow(dead_code, reason = "the tests of the society use the rest")]
#[path = "../../../society/tests/census/figures.rs"]
mod figures;
mod persons;

const PERSONS: u32 = 2 * LANES;
/// Four weeks of 2,048 persons.
const YEARS: f64 = 2048.0 * 4.0 / 52.0;

struct World {
    society: Society,
    regimes: Vec<Regime>,
    chunk: Chunk,
    tally: Tally,
    stock: Stock,
    population: Groups,
}

fn grounds() -> Grounds {
    Grounds { claim: Claim::Hypothetical, source: "a test".into() }
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
        grounds: grounds(),
    };
    let tier = |name: &str, from| Tier { name: name.into(), from: Points(from), sanction: from == 0 };
    let parts = Parts {
        scale: Some(Scale { start: Points(400), floor: Points(0), ceiling: Points(800) }),
        rules: vec![Rule::plain(Matter::LateBill, Points(-10), grounds())],
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
    fn new() -> Self {
        let mut plan = figures::quiet();
        plan.identification = Some(Identification {
            false_match: 1e-7,
            looks: [0.5, 0.25, 0.25],
            looks_ratio: 2.0,
            women_ratio: 1.0,
            false_alarms: 0.0,
        });
        let society = figures::built(&plan, PERSONS, 3);
        let mut chunk = Chunk::new(BlockId(0), 2, PERSONS, &[]);
        society.populate(&mut chunk);
        chunk.score.fill(400);
        chunk.standing.iter_mut().for_each(|standing| standing.put_tier(1));
        let mut world = Self {
            society,
            regimes: vec![regime()],
            chunk,
            tally: Tally::default(),
            stock: Stock::default(),
            population: [0; GROUPS.len()],
        };
        world.population = world.with(|view| population(view, &[&world.chunk]));
        world
    }

    fn with<R>(&self, find: impl FnOnce(&View<'_>) -> R) -> R {
        let cities = self.society.cities.all().len();
        let (in_force, pilot) = (vec![0; cities], (0..cities).map(|city| city == 0).collect::<Vec<_>>());
        find(&View {
            society: &self.society,
            regimes: &self.regimes,
            in_force: &in_force,
            pilot: &pilot,
            tick: Tick(3),
        })
    }

    /// All values of a measure: domain, group, value.
    fn values(&self, name: &str) -> Vec<(String, String, f64)> {
        let measure = all().into_iter().find(|one| one.name == name).expect("a measure of this name");
        let mut out = Vec::new();
        self.with(|view| {
            let reading = Reading {
                society: view.society,
                regimes: view.regimes,
                in_force: view.in_force,
                chunks: &[&self.chunk],
                tally: &self.tally,
                population: &self.population,
                stock: &self.stock,
                tick: view.tick,
                ticks: 4,
                kept: Kept::default(),
            };
            (measure.take)(&reading, &mut out);
        });
        out.into_iter().map(|one| (one.domain.into_owned(), one.group.into_owned(), one.value)).collect()
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

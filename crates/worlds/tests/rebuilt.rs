//! Rebuilt: from the tables of persons and the ledger alone, every score, tier, listing, sanction and loss of
//! income of everybody in the cohort, week by week, as the engine has it; and the points that measures count.

use demerit_engine::World;
use demerit_kernel::{Draws, LANES, Seed};
use demerit_measures::sanction;
use demerit_scenario::catalogue::{Kind, entries};
use demerit_scenario::load::{Files, NoFiles, Scenario, bundle_of, study};
use demerit_society::Flags;
use demerit_society::state::events::Cohort;
use demerit_worlds::cohort::regime_of;
use demerit_worlds::reader::Reader;
use demerit_worlds::seed::{Built, Gathered, SeedRun};
use demerit_worlds::tables::{LedgerEvent, LedgerRow};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Result;
use std::path::Path;

const PERSONS: u32 = 2100;

/// What is known of somebody at the end of a week.
#[derive(Clone, Debug, Default, PartialEq)]
struct Standing {
    score: Option<i32>,
    deserved: Option<i32>,
    tier: Option<String>,
    listed: bool,
    /// Whether the sanction, if there is one, is wrong.
    wrong: Option<bool>,
    /// Share of the income that is lacking, in 1/255.
    lacks: u8,
}

/// What the engine has.
fn found(world: &World, person: u32) -> Standing {
    let (chunk, at) = world.find(person).unwrap();
    let regime = regime_of(world, person);
    let scored = regime.scale.is_some();
    let (flags, lane) = (chunk.flags(at), (person % LANES) as u16);
    Standing {
        score: scored.then(|| i32::from(chunk.score[at])),
        deserved: scored.then(|| i32::from(chunk.deserved(at))),
        tier: regime.tiers.all().get(usize::from(flags.tier())).map(|tier| tier.name.clone()),
        listed: flags.has(Flags::LISTED),
        wrong: sanction(regime, chunk, at).map(|sanction| sanction.is_wrong()),
        lacks: chunk.tables[at / LANES as usize].marks.hardship.of(lane),
    }
}

/// What the tables tell of a life.
#[derive(Clone, Debug, Default, PartialEq)]
struct Told {
    life: u32,
    standing: Standing,
    weeks: [u32; 2],
    refusals: u32,
    entries: u32,
}

impl Told {
    fn take(&mut self, row: &LedgerRow) {
        use LedgerEvent as Is;
        match &row.event {
            Is::Born => *self = Self { life: self.life + 1, ..Self::default() },
            Is::Began(_) => self.standing.tier = None,
            Is::Tier(tier) => self.standing.tier = Some(tier.clone()),
            Is::Listed { .. } => self.standing.listed = true,
            Is::Unlisted(_) => self.standing.listed = false,
            &Is::Sanctioned { wrong } => self.standing.wrong = Some(wrong),
            Is::Released => self.standing.wrong = None,
            Is::Refused(_) => self.refusals += 1,
            Is::Entered { .. } => self.entries += 1,
            _ => {}
        }
        if let Some(lacking) = row.income_lacking {
            self.standing.lacks = (lacking * 255.0).round() as u8;
        }
        (self.standing.score, self.standing.deserved) = (row.score_after, row.deserved_after);
        assert_eq!(row.life, self.life, "{row:?}");
    }

    fn week(&mut self) {
        self.weeks[0] += u32::from(self.standing.wrong.is_some());
        self.weeks[1] += u32::from(self.standing.wrong == Some(true));
    }
}

struct OneFile(String);

impl Files for OneFile {
    fn read(&self, _: &Path, _: u64) -> Result<Vec<u8>> {
        Ok(self.0.clone().into_bytes())
    }
}

/// A study in which a regime comes into force and is given up.
fn tried(society: &str, regime: &str, safeguards: &str) -> Scenario {
    let text = format!(
        "name = \"tried\"\ntitle = \"Tried and given up\"\nabout = \"A regime, tried and given up.\"\n\
         society = \"{society}\"\npersons = {PERSONS}\nstart_year = 2010\nyears = 3\nseed = 7\n\
         measure_every = 13\n\
         [[worlds]]\nname = \"tried\"\ntitle = \"Tried\"\nsafeguards = [{safeguards}]\nrollout = [\
         {{ phase = \"before\", from_year = 0, regime = \"courts-only\" }}, \
         {{ phase = \"in-force\", from_year = 0.25, regime = \"{regime}\" }}, \
         {{ phase = \"after\", from_year = 2.5, regime = \"courts-only\" }}]\n\
         [[worlds]]\nname = \"twin\"\ntitle = \"Twin\"\n\
         rollout = [{{ phase = \"before\", from_year = 0, regime = \"{regime}\" }}]\n"
    );
    study("tried.toml", &OneFile(text)).unwrap_or_else(|error| panic!("{regime}: {error}"))
}

/// Lives a scenario with everybody in the cohort and holds the tables against it; gives the events that came.
fn hold(scenario: &Scenario, what: &str) -> BTreeSet<String> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let (seed, persons) = (scenario.study.seed, scenario.study.persons);
    let cohort = Cohort::new(persons, persons, &Draws::new(Seed(seed)));
    let Built { specs, pilot, .. } = Built::new(scenario, seed, cohort).unwrap();
    let mut life = SeedRun::begun(specs, Reader::new(scenario, seed, pilot), &pool);
    let mut gathered = Gathered::default();
    let names: Vec<String> = life.worlds.iter().map(|world| world.schedule.world.clone()).collect();
    let mut weeks: Vec<Vec<Vec<Standing>>> = vec![Vec::new(); 2];
    for tick in 0..scenario.ticks() {
        pool.install(|| life.step());
        if Reader::is_due(scenario, tick + 1) {
            life.reader.read(&mut life.worlds, demerit_kernel::Tick(tick), &mut gathered.measures);
        }
        for (world, weeks) in life.worlds.iter().zip(&mut weeks) {
            weeks.push((0..persons).map(|person| found(world, person)).collect());
        }
    }
    life.end(seed, scenario.study.start_year, &mut gathered);
    for (name, weeks) in names.iter().zip(&weeks) {
        let mut rows: BTreeMap<u32, Vec<&LedgerRow>> = BTreeMap::new();
        gathered.ledger.iter().flatten().filter(|row| row.world == *name).for_each(|row| {
            rows.entry(row.person).or_default().push(row);
        });
        for person in gathered.persons.iter().filter(|row| row.world == *name) {
            let mut left = rows.remove(&person.person).unwrap_or_default().into_iter().peekable();
            let mut told = Told::default();
            for (tick, week) in weeks.iter().enumerate() {
                while let Some(row) = left.next_if(|row| row.tick as usize == tick) {
                    told.take(row);
                }
                told.week();
                let found = &week[person.person as usize];
                assert_eq!(
                    &told.standing, found,
                    "{what}: person {} in week {tick} of {name}",
                    person.person
                );
            }
            assert_eq!(left.next(), None, "{what}: rows out of order");
            let of_table = [person.life, person.weeks_sanctioned, person.weeks_wrongly_sanctioned];
            assert_eq!([told.life, told.weeks[0], told.weeks[1]], of_table, "{what}: {person:?}");
            assert_eq!(
                [told.refusals, told.entries],
                [person.refusals, person.entries],
                "{what}: {person:?}"
            );
            let end = Standing { wrong: None, lacks: 0, ..told.standing };
            let (score, deserved, listed) = (person.score, person.deserved, person.listed);
            let tier = person.tier.clone();
            assert_eq!(end, Standing { score, deserved, tier, listed, ..Standing::default() }, "{what}");
        }
        assert!(rows.is_empty(), "{what}: rows of persons whom no table has");
        points_agree(&gathered, name, what);
    }
    gathered.ledger.iter().flatten().map(|row| row.event.texts()[0].to_owned()).collect()
}

/// Points and checks of everybody's ledger are those of the measures.
fn points_agree(gathered: &Gathered, world: &str, what: &str) {
    let measured = |name: &str| -> f64 {
        let rows = gathered.measures.iter().filter(|row| row.world == world && row.measure == name);
        rows.map(|row| row.value).sum()
    };
    let rows = || gathered.ledger.iter().flatten().filter(|row| row.world == world);
    let moves = ["entry", "points", "fed", "correction-undone"];
    let moved: Vec<i32> =
        rows().filter(|row| moves.contains(&row.event.texts()[0])).map(|row| row.points).collect();
    let sum = |sign: i32| f64::from(moved.iter().map(|points| (points * sign).max(0)).sum::<i32>());
    let checks = rows().filter(|row| matches!(row.event, LedgerEvent::Checked { .. })).count() as f64;
    assert_eq!(
        [sum(-1), sum(1), checks],
        ["points-lost", "points-gained", "checks"].map(measured),
        "{what}: points lost, points gained and checks of {world}"
    );
}

#[test]
fn scores_and_spells_of_every_regime_are_rebuilt_from_the_ledger() {
    let every = "\"human-review\", \"notice\"";
    let mut seen = BTreeSet::new();
    for regime in entries(Kind::Regime) {
        seen.extend(hold(&tried("china-2020", regime.name, ""), regime.name));
    }
    for regime in ["no-dark-corner", "court-list"] {
        seen.extend(hold(&tried("small-town", regime, every), regime));
    }
    // Everywhere but in one city, which is out of its reach until the end.
    let mut scenario = study("no-dark-corner", &NoFiles).unwrap();
    (scenario.study.persons, scenario.study.years) = (3 * PERSONS, 2.0);
    let society = scenario.society(Draws::new(Seed(scenario.study.seed))).unwrap();
    let mut cities: Vec<String> = society.cities.all().iter().map(|city| city.name.clone()).collect();
    cities.pop();
    assert!(!cities.is_empty());
    let rollout = &mut scenario.study.worlds[0].rollout;
    rollout.drain(1..rollout.len() - 1);
    let mut there = rollout[1].clone();
    (there.from_year, there.cities, rollout[1].from_year) = (0.1, Some(cities), 1.9);
    rollout.insert(1, there);
    let leaving = toml::from_str("leaves = { value = 5 }\nreturns = { value = 4 }").unwrap();
    let consequences = scenario.society.consequences.as_mut().unwrap();
    // Who is held at home by a sanction does not leave.
    (consequences.leaving, consequences.home_town) = (Some(leaving), None);
    let scenario = bundle_of(&toml::to_string(&scenario.bundle()).unwrap(), "but one city").unwrap();
    seen.extend(hold(&scenario, "but one city"));
    let words = LedgerEvent::words().into_iter().map(|word| word.word.to_owned());
    let never: Vec<String> = words.filter(|word| !seen.contains(word)).collect();
    assert!(never.is_empty(), "never told of: {never:?}");
}

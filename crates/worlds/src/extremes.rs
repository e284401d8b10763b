//! Extremes: every figure of the catalogue's regimes at nought, at one, at both ends of its declared range,
//! at what its file's schema allows and far beyond, and societies of one person, of one city, of persons who
//! live alone and of persons without ties. Whatever a file allows is lived through, and every measure is
//! finite and within what its unit allows; what is not allowed is told as a fault of the file.

use crate::in_memory::{readings, sized};
use demerit_scenario::catalogue::{Kind, entries};
use demerit_scenario::figures::{Located, Part, of_file};
use demerit_scenario::load::{NoFiles, Scenario, bundle_of, study};
use demerit_scenario::regime::RegimeFile;
use demerit_scenario::society::SocietyFile;
use serde_json::{Value, json};
use std::sync::Mutex;

const PERSONS: u32 = 60;
const WEEKS: u32 = 6;

/// A study with a society and a regime of the catalogue, in force from the first week, beside its twin.
fn bundle(society: &str, regime: &str) -> Value {
    let mut bundle = json!(study("no-dark-corner", &NoFiles).unwrap().bundle());
    let file = |kind: Kind, name: &str| {
        let text = demerit_scenario::catalogue::text(kind, name).unwrap();
        match kind {
            Kind::Society => json!(toml::from_str::<SocietyFile>(text).unwrap()),
            _ => json!(toml::from_str::<RegimeFile>(text).unwrap()),
        }
    };
    bundle["society"] = file(Kind::Society, society);
    let mut regimes = json!({ "courts-only": file(Kind::Regime, "courts-only") });
    regimes[regime] = file(Kind::Regime, regime);
    if let Some(company) = regimes[regime]["feed"]["regime"].as_str().map(str::to_owned) {
        regimes[&company] = file(Kind::Regime, &company);
    }
    bundle["regimes"] = regimes;
    let world = |name: &str, regime: &str| {
        let rollout = json!([{ "phase": "now", "from_year": 0, "regime": regime }]);
        json!({ "name": name, "title": name, "rollout": rollout })
    };
    let few = &mut bundle["study"];
    few["society"] = json!(society);
    few["worlds"] = json!([world("regime", regime), world("twin", "courts-only")]);
    (few["persons"], few["cohort"]) = (json!(PERSONS), json!(3));
    (few["years"], few["measure_every"]) = (json!(f64::from(WEEKS) / 52.0), json!(4));
    bundle
}

fn scenario(bundle: &Value) -> Result<Scenario, String> {
    let bundle: demerit_scenario::load::BundleFile =
        serde_json::from_value(bundle.clone()).map_err(|error| error.to_string())?;
    let text = toml::to_string(&bundle).map_err(|error| error.to_string())?;
    let scenario = bundle_of(&text, "extreme").map_err(|error| error.to_string())?;
    scenario.recheck_cities().map_err(|error| error.to_string())?;
    Ok(scenario)
}

/// Lives through a scenario; a society that cannot be built is told of, and what is measured is within its
/// unit.
fn live(scenario: &Scenario, what: &str, threads: &rayon::ThreadPool) -> bool {
    let Ok(rows) = readings(scenario, threads) else { return false };
    assert!(!rows.is_empty(), "{what}");
    for row in rows {
        let allowed = match row.unit.as_str() {
            // A share less another.
            "share" if row.measure == "opinion-gap" => -1.0..=1.0,
            "share" => 0.0..=1.0,
            "correlation" => -1.0..=1.0,
            "points" | "elasticity" => f64::MIN..=f64::MAX,
            _ => 0.0..=f64::MAX,
        };
        let (place, value) = ((&row.world, &row.measure, &row.domain, &row.group), row.value);
        assert!(allowed.contains(&value), "{what}: {place:?} is {value} {}", row.unit);
    }
    true
}

/// Lives through every figure of a file at its extremes, beside all others as they are; says how many were
/// allowed, and which never.
fn every_figure(bundle: &Value, at: &str, found: Vec<Located>) -> (usize, Vec<String>) {
    let one = |found: Located, threads: &rayon::ThreadPool| {
        let pointer =
            format!("{at}/{}", found.key.replace('[', ".").replace([']', '"'], "").replace('.', "/"));
        let ends = found.range.into_iter().flatten();
        let mut values: Vec<f64> =
            ends.chain(found.limits.into_iter().flatten()).chain([0.0, 1.0, 1e9]).collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        let lived = values.into_iter().filter(|value| {
            let mut bundle = bundle.clone();
            *bundle.pointer_mut(&pointer).unwrap_or_else(|| panic!("{pointer}")) = json!(value);
            let what = format!("{pointer} at {value}");
            scenario(&bundle).is_ok_and(|scenario| live(&scenario, &what, threads))
        });
        (lived.count(), pointer)
    };
    let (all, never) = (Mutex::new(0), Mutex::new(Vec::new()));
    let waiting = Mutex::new(found.into_iter());
    let next = || waiting.lock().unwrap().next();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                let threads = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
                while let Some(found) = next() {
                    let (lived, pointer) = one(found, &threads);
                    *all.lock().unwrap() += lived;
                    if lived == 0 {
                        never.lock().unwrap().push(pointer);
                    }
                }
            });
        }
    });
    (all.into_inner().unwrap(), never.into_inner().unwrap())
}

#[test]
fn every_figure_of_regimes_at_its_extremes() {
    let mut count = 0;
    for entry in entries(Kind::Regime) {
        let file: RegimeFile = toml::from_str(entry.text).unwrap();
        let at = format!("/regimes/{}", entry.name);
        let mut found = of_file(&Part::Regime(entry.name.to_owned()), entry.name, &file, &file.sources);
        found.retain(|one| one.is_figure);
        let (lived, never) = every_figure(&bundle("china-2020", entry.name), &at, found);
        eprintln!("{}: {lived} lived; never {never:?}", entry.name);
        assert!(lived > 0, "{}", entry.name);
        count += lived;
    }
    assert!(count > 300, "{count}");
}

#[test]
fn one_person_in_every_study() {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    for entry in entries(Kind::Study) {
        let scenario = sized(&study(entry.name, &NoFiles).unwrap(), 1, Some(1.0), 3).unwrap();
        assert!(live(&scenario, entry.name, &threads), "{}", entry.name);
    }
}

#[test]
fn one_city_living_alone_and_no_ties() {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    for regime in entries(Kind::Regime) {
        let whole = bundle("plain", regime.name);
        let alone = [("sizes", json!([1, 0, 0, 0, 0, 0, 0])), ("children", json!(0)), ("elders", json!(0.4))];
        let changes = [
            ("one city", "/society/cities/classes", json!([{ "count": 1, "low": 50_000, "high": 200_000 }])),
            ("no ties", "/society/ties", json!([])),
            ("one person", "/study/persons", json!(1)),
            ("no cohort", "/study/cohort", json!(0)),
            ("all alone", "/society/ties", json!([])),
        ];
        for (name, place, value) in changes {
            let mut bundle = whole.clone();
            *bundle.pointer_mut(place).unwrap() = value;
            if name == "all alone" {
                for (key, value) in &alone {
                    bundle["society"]["households"][key] = value.clone();
                }
            }
            let what = format!("{name} under {}", regime.name);
            let scenario = scenario(&bundle).unwrap_or_else(|told| panic!("{what}: {told}"));
            assert!(live(&scenario, &what, &threads), "{what}");
        }
    }
}

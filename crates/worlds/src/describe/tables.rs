//! What else is told of a society as built: its cities, what watches them, its occupations, ties and
//! households.

use super::sample::{START, Sample};
use crate::thousands::grouped;
use demerit_scenario::society::SocietyFile;
use demerit_society::Society;
use demerit_society::conduct::habit::Sex;
use demerit_society::population::city::City;
use demerit_society::population::person::Occupation;
use demerit_society::population::ties::Scope;
use demerit_society::watching::identification::LOOKS;

/// A name and a value.
type Row = (String, String);

/// Tables: a heading, and rows of a name and a value.
pub(super) fn tables(sample: &Sample<'_>, file: &SocietyFile) -> Vec<(String, Vec<Row>)> {
    let percent = |share: f64| format!("{:.1} %", 100.0 * share);
    let occupations = Occupation::ALL
        .map(|work| (work.name().to_owned(), percent(sample.share(|one| one.occupation(START) == work))));
    vec![
        ("Cities".into(), cities(sample.society)),
        ("Watching".into(), watching(sample.society)),
        ("Occupation".into(), occupations.to_vec()),
        ("Ties".into(), ties(sample, file)),
        ("Households".into(), vec![("headed by a couple".into(), percent(sample.coupled()))]),
    ]
}

fn cities(society: &Society) -> Vec<Row> {
    let all = society.cities.all();
    let mut rows = vec![("cities".to_owned(), all.len().to_string())];
    for (name, city) in [("largest", all.first()), ("smallest", all.last())] {
        let says = |city: &City| format!("{} with {} persons", city.name, grouped(f64::from(city.persons)));
        rows.extend(city.map(|city| (name.to_owned(), says(city))));
    }
    let mut cameras: Vec<f64> = all.iter().map(|city| city.cameras).collect();
    cameras.sort_by(f64::total_cmp);
    let median = format!("{:.0}", cameras[cameras.len() / 2]);
    rows.push(("cameras per 1,000 in the median city".to_owned(), median));
    rows
}

/// What cameras have in view, and how often they name the wrong person.
fn watching(society: &Society) -> Vec<Row> {
    let mut cities: Vec<(usize, &City)> = society.cities.all().iter().enumerate().collect();
    cities.sort_by(|one, other| other.1.residents.total_cmp(&one.1.residents));
    let percent = |share: f64| format!("{:.2} %", 100.0 * share);
    let mut rows = Vec::new();
    let (Some(&largest), Some(&smallest)) = (cities.first(), cities.last()) else { return rows };
    for (name, (index, city)) in
        [("largest", largest), ("median", cities[cities.len() / 2]), ("smallest", smallest)]
    {
        let residents = grouped(libm::round(city.residents / 1000.0) * 1000.0);
        rows.push((format!("real residents of the {name} city"), residents));
        let Some(recognition) = &society.recognition else { continue };
        let mean = recognition.plan().wrong(1.0, city.residents);
        rows.push((format!("cameras name a wrong person in the {name} city"), percent(mean)));
        let most = recognition.wrong(index as u16, LOOKS - 1, Sex::Female).value();
        let of = format!("where women of the last looks group are seen in the {name} city");
        rows.push((of, percent(most)));
    }
    rows
}

fn ties(sample: &Sample<'_>, file: &SocietyFile) -> Vec<Row> {
    let mut rows = vec![("household".to_owned(), format!("{:.2} ties a person", sample.household_ties()))];
    for (index, layer) in sample.society.ties.layers().iter().enumerate() {
        let scope = if layer.scope == Scope::City { "city" } else { "neighbourhood" };
        let kept = file.ties.get(index).map_or(0.0, |one| one.keep.value);
        let text = format!(
            "{:.2} ties a person within the {scope} (groups of {}, at most {:.1})",
            sample.degree(layer.tie),
            layer.group,
            f64::from(layer.most_ties()) * kept
        );
        rows.push((layer.tie.name().to_owned(), text));
    }
    rows
}

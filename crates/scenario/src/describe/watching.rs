//! Watching, described: what cameras have in view, and how often they name the wrong person.

use demerit_society::Society;
use demerit_society::conduct::habit::Sex;
use demerit_society::population::city::City;
use demerit_society::watching::identification::LOOKS;

/// Rows of a name and a value.
pub(super) fn rows(society: &Society) -> Vec<(String, String)> {
    let mut cities: Vec<(usize, &City)> = society.cities.all().iter().enumerate().collect();
    cities.sort_by(|one, other| other.1.residents.total_cmp(&one.1.residents));
    let mut rows = Vec::new();
    let (Some(&largest), Some(&smallest)) = (cities.first(), cities.last()) else { return rows };
    for (name, (place, city)) in
        [("largest", largest), ("median", cities[cities.len() / 2]), ("smallest", smallest)]
    {
        rows.push((
            format!("real residents of the {name} city"),
            super::grouped(libm::round(city.residents / 1000.0) * 1000.0),
        ));
        let Some(recognition) = &society.recognition else { continue };
        let percent = |share: f64| format!("{:.2} %", 100.0 * share);
        let mean = recognition.plan().wrong(1.0, city.residents);
        rows.push((format!("cameras name a wrong person in the {name} city"), percent(mean)));
        let most = recognition.wrong(place as u16, LOOKS - 1, Sex::Female).value();
        rows.push((
            format!("where women of the last looks group are seen in the {name} city"),
            percent(most),
        ));
    }
    rows
}

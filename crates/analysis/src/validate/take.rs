//! Taking the values of a case's figures: one for each seed, from the society as built, from readings, or
//! from a probe.

use super::case::{CaseFile, FigureFile, TakeFile};
use super::probe;
use demerit_measures::Kind;
use demerit_measures::estimate::{Point, Window, number};
use demerit_scenario::catalogue;
use demerit_scenario::load::{self, Scenario};
use demerit_scenario::notes::FigureNote;
use demerit_scenario::sources::facts;
use demerit_society::ticks_of;
use demerit_study::outside::Disk;
use demerit_study::run::pool;
use demerit_worlds::LiveError;
use demerit_worlds::describe;
use demerit_worlds::in_memory::{lived, sized};
use demerit_worlds::tables::MeasureRow;
use std::path::Path;

/// The values of each figure, one for each seed that had any.
pub(super) fn values(
    case: &CaseFile,
    folder: Option<&Path>,
    threads: Option<usize>,
) -> Result<Vec<Vec<f64>>, LiveError> {
    let pool = pool(threads)?;
    let scenario = case.study.as_ref().map(|name| load::study(&place(name, folder), &Disk)).transpose()?;
    let described = case.society.as_deref().or(scenario.as_ref().map(|one| one.study.society.as_str()));
    let mut values = vec![Vec::new(); case.figures.len()];
    for seed in 1..=u64::from(case.seeds) {
        let mut seen = match &scenario {
            Some(scenario) => {
                let scenario = sized(scenario, case.persons, case.years, seed)?;
                pool.install(|| Seen::lived(case, scenario, &mut || true))?.unwrap_or_default()
            }
            None => Seen::default(),
        };
        if case.figures.iter().any(|figure| figure.describe.is_some()) {
            let name = described.unwrap_or_default();
            seen.figures = describe::society(&place(name, folder), case.persons, seed, &Disk)?.figures;
        }
        for (figure, values) in case.figures.iter().zip(&mut values) {
            values.extend(seen.value(figure).filter(|value| value.is_finite()));
        }
    }
    Ok(values)
}

/// A name of the catalogue as it is; a path relative to the case's folder.
fn place(name: &str, folder: Option<&Path>) -> String {
    let in_catalogue = catalogue::Kind::ALL.iter().any(|kind| catalogue::text(*kind, name).is_some());
    match folder {
        Some(folder) if !in_catalogue => folder.join(name).display().to_string(),
        _ => name.to_owned(),
    }
}

/// What a seed gave.
#[derive(Default)]
pub(crate) struct Seen {
    /// The society as built.
    pub(crate) figures: Vec<FigureNote>,
    rows: Vec<MeasureRow>,
    probed: Vec<(&'static str, f64)>,
    scenario: Option<Scenario>,
}

impl Seen {
    /// Lives a scenario through for what a case's figures need of it; nothing where `go_on` says no.
    pub(crate) fn lived(
        case: &CaseFile,
        scenario: Scenario,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<Option<Self>, LiveError> {
        let mut seen = Self::default();
        if case.figures.iter().any(|figure| figure.take.is_some()) {
            let Some(rows) = lived(&scenario, go_on)? else { return Ok(None) };
            seen.rows = rows;
        }
        let probes: Vec<&str> = case.figures.iter().filter_map(|figure| figure.probe.as_deref()).collect();
        if !probes.is_empty() {
            let Some(probed) = probe::values(&probes, &scenario, go_on)? else { return Ok(None) };
            seen.probed = probed;
        }
        seen.scenario = Some(scenario);
        Ok(Some(seen))
    }

    /// The value of a figure, where there is one.
    pub(crate) fn value(&self, figure: &FigureFile) -> Option<f64> {
        if let Some(words) = &figure.describe {
            return self.figures.iter().find(|note| note.quantity == *words).map(|note| note.built);
        }
        if let Some(name) = &figure.probe {
            return self.probed.iter().find(|(known, _)| known == name).map(|(_, value)| *value);
        }
        let take = figure.take.as_ref()?;
        let mut value = self.taken(take)?;
        if !figure.over.is_empty() {
            // Without one of its parts there is no whole to divide by.
            let parts: Vec<f64> = figure.over.iter().map(|take| self.taken(take)).collect::<Option<_>>()?;
            value /= parts.iter().sum::<f64>();
        }
        if figure.fall {
            value = 1.0 - value;
        }
        if figure.per_person_year {
            let study = &self.scenario.as_ref()?.study;
            let years = take.to.unwrap_or(study.years) - take.from.unwrap_or(0.0);
            value /= f64::from(study.persons) * years;
        }
        if let Some(fact) = figure.times.as_ref().and_then(|name| facts().get(name)) {
            value *= fact.value;
        }
        Some(value)
    }

    fn taken(&self, take: &TakeFile) -> Option<f64> {
        let study = &self.scenario.as_ref()?.study;
        let world = take.world.as_ref().unwrap_or(&study.worlds.first()?.name);
        taken(&self.rows, take, world)
    }
}

/// The reading at a time, or the sum of the readings of a span.
fn taken(rows: &[MeasureRow], take: &TakeFile, world: &str) -> Option<f64> {
    let wanted = rows
        .iter()
        .filter(|row| row.measure == take.measure && row.world == world)
        .filter(|row| row.domain == take.domain && row.group == take.group)
        .map(|row| Point { tick: row.tick, value: row.value, weight: row.weight });
    let to = ticks_of(take.at.or(take.to).unwrap_or(f64::INFINITY)).checked_sub(1)?;
    let (kind, from) = match take.at {
        Some(_) => (Kind::End, 0),
        None => (Kind::Sum, ticks_of(take.from.unwrap_or(0.0))),
    };
    number(kind, wanted, Window { from, to }).map(|one| one.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(tick: u32, group: &str, value: f64) -> MeasureRow {
        MeasureRow {
            seed: 1,
            world: "w".into(),
            tick,
            measure: "m".into(),
            domain: "all".into(),
            group: group.into(),
            value,
            ..MeasureRow::default()
        }
    }

    #[test]
    fn readings_are_taken_at_a_time_or_summed_over_a_span() {
        let rows = [row(25, "all", 1.0), row(51, "all", 2.0), row(51, "other", 64.0), row(103, "all", 4.0)];
        let take = |at: Option<f64>, from: Option<f64>, to: Option<f64>| {
            let all = || "all".to_owned();
            let take =
                TakeFile { measure: "m".into(), world: None, domain: all(), group: all(), at, from, to };
            taken(&rows, &take, "w")
        };
        assert_eq!(take(Some(1.0), None, None), Some(2.0));
        assert_eq!(take(Some(0.4), None, None), None);
        assert_eq!(take(None, None, None), Some(7.0));
        assert_eq!(take(None, Some(0.5), Some(1.0)), Some(2.0));
        assert_eq!(take(None, Some(2.0), None), None);
    }
}

//! Describing a society: the built society beside the figures that it came from.
//!
//! Persons are counted in at most four runs of 64 neighbourhoods (262,144 persons), since 64 in a row hold every pattern of
//! households once; the cities are counted in full.

use crate::load::{self, Files, LoadError, Scenario};
use crate::notes::FigureNote;
use demerit_kernel::{Draws, Seed};
use demerit_society::Society;

mod sample;
mod watching;

use sample::Sample;

/// A society, described.
#[derive(Clone, Debug, PartialEq)]
pub struct Description {
    /// Title.
    pub title: String,
    /// What the file says about it.
    pub about: String,
    /// Persons.
    pub persons: u32,
    /// Published figures beside built ones.
    pub figures: Vec<FigureNote>,
    /// Further tables: a heading, and rows of a name and a value.
    pub tables: Vec<(String, Vec<(String, String)>)>,
}

/// Describes a society of the catalogue or of a path, built with so many persons and this seed.
///
/// # Errors
/// As [`load::society`]; a society that cannot be built counts as a fault of its file.
pub fn society(
    name_or_path: &str,
    persons: u32,
    seed: u64,
    files: &dyn Files,
) -> Result<Description, LoadError> {
    let (file, plan) = load::society(name_or_path, files)?;
    let built = Society::new(&plan, persons, Draws::new(Seed(seed)))
        .map_err(|error| crate::faults::Faults::of_file(name_or_path, error.to_string(), None))?;
    let sample = Sample::new(&built);
    Ok(Description {
        title: file.title.clone(),
        about: file.about.clone(),
        persons,
        figures: sample.figures(&file),
        tables: sample.tables(&file),
    })
}

/// The figures of a run's own society.
pub fn figures(society: &Society, scenario: &Scenario) -> Vec<FigureNote> {
    Sample::new(society).figures(&scenario.society)
}

/// A whole number with its thousands set apart.
#[must_use]
pub fn grouped(number: f64) -> String {
    let digits = format!("{:.0}", number.abs());
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if number < 0.0 && digits != "0" { format!("−{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_society_of_the_catalogue_has_its_published_figures() {
        let description = society("china-2020", 1_000_000, 1, &load::NoFiles).unwrap();
        let close = [
            "households of",
            "persons under",
            "persons of",
            "males per",
            "persons in town",
            "mean household",
        ];
        let mut checked = 0;
        for figure in &description.figures {
            let Some(published) = figure.published else { continue };
            if close.iter().any(|start| figure.quantity.starts_with(start)) {
                let off = (figure.built / published - 1.0).abs();
                assert!(off < 0.01, "{}: {} for {published}", figure.quantity, figure.built);
                checked += 1;
            }
        }
        assert!(checked >= 13, "{checked}");
    }

    #[test]
    fn one_person_can_be_described() {
        let description = society("china-2020", 1, 1, &load::NoFiles).unwrap();
        assert_eq!(description.persons, 1);
        assert!(description.figures.iter().all(|figure| figure.built.is_finite()));
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(
            [0.0, 999.0, 1000.0, 1234567.0, -1000.0].map(grouped),
            ["0", "999", "1,000", "1,234,567", "−1,000"]
        );
    }
}

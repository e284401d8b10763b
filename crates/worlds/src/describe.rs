//! Describing a society: the built society beside the figures that it came from.
//!
//! Persons are counted in a sample of the neighbourhoods, the cities in full.

use demerit_kernel::{Draws, Seed};
use demerit_scenario::faults::Faults;
use demerit_scenario::load::{self, Files, LoadError, Scenario};
use demerit_scenario::notes::FigureNote;
use demerit_society::Society;

mod figures;
mod sample;
mod tables;

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
        .map_err(|error| Faults::of_file(name_or_path, error.to_string(), None))?;
    let sample = Sample::new(&built);
    Ok(Description {
        title: file.title.clone(),
        about: file.about.clone(),
        persons,
        figures: figures::figures(&sample, &file),
        tables: tables::tables(&sample, &file),
    })
}

/// The figures of a run's own society.
pub fn figures(society: &Society, scenario: &Scenario) -> Vec<FigureNote> {
    figures::figures(&Sample::new(society), &scenario.society)
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
}

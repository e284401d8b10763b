//! Balance: lists whose figures are parts of a whole, such as shares that add up to one, or factors with the
//! mean one.
//!
//! Model: where a figure of a list cannot move alone, but can when all figures of the list are then
//! multiplied by one number so that they add up to what they add up to as declared, the list is balanced:
//! each of its figures is drawn from its own range, and the list is scaled back. So a figure's place says how
//! large it is beside the others.
//!
//! Symbols: the sum of a list as declared, in the unit of its figures. Source: our assumption; it is the
//! usual way from independent sizes to shares. Leaves out: that a figure may leave its declared range when
//! the others are drawn large or small.

use demerit_scenario::draft::Draft;
use demerit_scenario::figures::Located;
use serde::Serialize;

/// A list whose figures were scaled back to their sum.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Balance {
    /// The file.
    pub file: String,
    /// Place of the list in the file.
    pub key: String,
    /// What its figures add up to.
    pub sum: f64,
    /// Its figures.
    #[serde(skip)]
    figures: Vec<Located>,
}

impl Balance {
    /// The list that a figure stands in, if it stands in one with others; `all` are the figures of its file.
    pub(super) fn of(all: &[Located], one: &Located) -> Option<Self> {
        let (list, number) = one.key.strip_suffix(']')?.rsplit_once('[')?;
        number.parse::<usize>().ok()?;
        let is_in = |other: &&Located| {
            let number =
                other.key.strip_prefix(list).and_then(|rest| rest.strip_prefix('[')?.strip_suffix(']'));
            other.part == one.part && number.is_some_and(|number| number.parse::<usize>().is_ok())
        };
        let figures: Vec<Located> = all.iter().filter(is_in).cloned().collect();
        let sum = figures.iter().map(Located::number).sum::<Option<f64>>()?;
        let (file, key) = (one.file.clone(), list.to_owned());
        (figures.len() > 1 && sum > 0.0).then_some(Self { file, key, sum, figures })
    }

    /// Scales the list back; one that adds up to nothing stays. The scaled figures have no declared range any
    /// more, as they may leave it.
    pub(super) fn restore(&self, draft: &mut Draft<'_>) {
        let numbers: Vec<f64> = self.figures.iter().filter_map(|one| draft.number(one)).collect();
        let now: f64 = numbers.iter().sum();
        if now > 0.0 {
            for (one, number) in self.figures.iter().zip(numbers) {
                draft.set_beyond_range(one, number * (self.sum / now));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_scenario::load::{NoFiles, study};

    #[test]
    fn a_list_keeps_its_sum() {
        let scenario = study("no-dark-corner", &NoFiles).unwrap();
        let all = scenario.figures();
        let of = |key: &str| all.iter().find(|one| one.path == key).unwrap();
        let balance = Balance::of(&all, of("identification.looks[1]")).unwrap();
        assert_eq!((balance.key.as_str(), balance.figures.len()), ("identification.looks", 3));
        assert!((balance.sum - 1.0).abs() < 1e-9, "{}", balance.sum);
        let mut draft = Draft::of(&scenario);
        let before: Vec<f64> = balance.figures.iter().filter_map(Located::number).collect();
        draft.set_beyond_range(&balance.figures[1], before[1] / 2.0);
        balance.restore(&mut draft);
        let after: Vec<f64> = balance.figures.iter().filter_map(|one| draft.number(one)).collect();
        let factor = balance.sum / (balance.sum - before[1] / 2.0);
        let wanted = [before[0] * factor, before[1] / 2.0 * factor, before[2] * factor];
        assert!(after.iter().zip(wanted).all(|(one, other)| (one - other).abs() < 1e-12), "{after:?}");
        assert!((after.iter().sum::<f64>() - balance.sum).abs() < 1e-12);
        draft.resolve("balanced").unwrap();
    }

    #[test]
    fn what_has_no_sum_is_no_whole() {
        let scenario = study("no-dark-corner", &NoFiles).unwrap();
        let all = scenario.figures();
        let of = |key: &str| Balance::of(&all, all.iter().find(|one| one.path == key).unwrap());
        assert!(of("cities.cameras").is_none(), "no list");
        assert!(of("cities.classes[0].count").is_none(), "no list of figures");
        assert!(of("rules.alcohol.points").is_none(), "a figure alone, or less than nothing");
    }
}

//! Striking lives: who of the first world was longest under a sanction, wrongly or at all, and who was never
//! touched.
//!
//! Model: weeks are counted for whoever lives in a place; they begin anew when somebody is born there. Of
//! those who are alike the lowest number comes first.

use super::filming::Sanctioned;
use demerit_engine::World;
use serde::Serialize;

/// Why a person is worth a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Among those longest wrongly under a sanction.
    Wrongly,
    /// Among those longest under a sanction, and never wrongly.
    Deserved,
    /// Never under a sanction.
    Untouched,
}

/// A person worth a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StrikingPerson {
    /// Number.
    pub person: u32,
    /// Why.
    pub why: Why,
    /// Weeks under a sanction.
    pub weeks_sanctioned: u32,
    /// Weeks wrongly under one.
    pub weeks_wrongly_sanctioned: u32,
}

/// Weeks under a sanction of everybody in a world.
pub(super) struct Weeks {
    sanctioned: Vec<u16>,
    wrongly: Vec<u16>,
}

impl Weeks {
    pub(super) fn new(persons: u32) -> Self {
        let none = vec![0; persons as usize];
        Self { sanctioned: none.clone(), wrongly: none }
    }

    /// Counts a week that was lived.
    pub(super) fn count(&mut self, world: &World, sanctioned: &Sanctioned) {
        for chunk in world.chunks() {
            let first = chunk.first_person() as usize;
            for (at, &born) in chunk.born.iter().enumerate() {
                if i64::from(born) == i64::from(world.tick.0) - 1 {
                    (self.sanctioned[first + at], self.wrongly[first + at]) = (0, 0);
                }
            }
        }
        for &(person, wrongly) in sanctioned {
            let person = person as usize;
            self.sanctioned[person] = self.sanctioned[person].saturating_add(1);
            self.wrongly[person] = self.wrongly[person].saturating_add(u16::from(wrongly));
        }
    }

    /// At most `most` of each sort.
    pub(super) fn striking(&self, most: usize) -> Vec<StrikingPerson> {
        let told = |person: usize, why: Why| StrikingPerson {
            person: person as u32,
            why,
            weeks_sanctioned: self.sanctioned[person].into(),
            weeks_wrongly_sanctioned: self.wrongly[person].into(),
        };
        let all = || 0..self.sanctioned.len();
        let longest = |of: &[u16], among: &dyn Fn(usize) -> bool| {
            let mut some: Vec<usize> = all().filter(|&person| of[person] > 0 && among(person)).collect();
            some.sort_by_key(|&person| (std::cmp::Reverse(of[person]), person));
            some.truncate(most);
            some
        };
        let wrongly = longest(&self.wrongly, &|_| true);
        let deserved = longest(&self.sanctioned, &|person| self.wrongly[person] == 0);
        let untouched: Vec<usize> = all().filter(|&person| self.sanctioned[person] == 0).collect();
        // Evenly over the society, as one is like the other.
        let some = most.min(untouched.len());
        let even = (0..some).map(|index| untouched[(2 * index + 1) * untouched.len() / (2 * some)]);
        let wrongly = wrongly.into_iter().map(|person| told(person, Why::Wrongly));
        let deserved = deserved.into_iter().map(|person| told(person, Why::Deserved));
        wrongly.chain(deserved).chain(even.map(|person| told(person, Why::Untouched))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_come_first_and_the_untouched_are_spread() {
        let weeks = Weeks { sanctioned: vec![0, 9, 4, 9, 0, 2], wrongly: vec![0, 0, 4, 1, 0, 0] };
        let told: Vec<(u32, Why)> = weeks.striking(2).iter().map(|one| (one.person, one.why)).collect();
        let wanted = [
            (2, Why::Wrongly),
            (3, Why::Wrongly),
            (1, Why::Deserved),
            (5, Why::Deserved),
            (0, Why::Untouched),
            (4, Why::Untouched),
        ];
        assert_eq!(told, wanted);
        assert!(weeks.striking(0).is_empty());
        assert_eq!(Weeks::new(1).striking(3).len(), 1);
    }
}

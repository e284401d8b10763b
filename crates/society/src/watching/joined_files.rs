//! Joined files: older files are brought together by name, and namesakes get each other's entries.
//!
//! Model. Persons are cut into groups of namesakes of g each, once and for all, by a keyed shuffle of the
//! whole society. What a channel sees is put into the file of one of the person's namesakes, evenly drawn,
//! with the channel's chance `wrong_join`. So the namesakes of somebody who does much suffer again and again,
//! wherever they live, while most never do.
//!
//! Symbols: g persons, 2 to 64; chances 0 to 1. Sources: reports of debtors' namesakes on the list of the
//! courts; g and the chances are our assumptions. Leaves out: groups of unequal size (some names are borne by
//! millions); that namesakes of one age or town are confused more readily; copies that stay after a
//! correction, which belong to corrections.

use demerit_kernel::{Bijection, Draws, Groups};

demerit_kernel::stream! {
    /// Who bears the same name.
    pub NAMESAKES = 22;
}

/// How files are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JoinedFiles {
    /// Persons who bear one name, 2 to 64.
    pub group: u32,
}

/// Who bears whose name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Namesakes(Groups);

impl Namesakes {
    /// The namesakes among a number of persons.
    pub fn new(plan: JoinedFiles, draws: Draws, persons: u32) -> Self {
        Self(Groups::new(Bijection::new(draws, NAMESAKES, 0, persons), plan.group))
    }

    /// One of a person's namesakes, by an even word; `None` for whoever has none.
    pub fn of(&self, person: u32, word: u32) -> Option<u32> {
        let group = self.0.group(self.0.group_of(person));
        let all = group.as_slice();
        let others = all.len() as u64 - 1;
        let mut place = ((u64::from(word) * others) >> 32) as usize;
        // The places after the person's own move up by one.
        place += usize::from(all.iter().take(place + 1).any(|&one| one == person));
        all.get(place).copied().filter(|&one| one != person)
    }

    /// Whether two persons bear the same name.
    pub fn same(&self, one: u32, other: u32) -> bool {
        self.0.together(one, other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    fn namesakes(group: u32, persons: u32) -> Namesakes {
        Namesakes::new(JoinedFiles { group }, Draws::new(Seed(4)), persons)
    }

    #[test]
    fn of_two_the_other() {
        let pairs = namesakes(2, 100);
        for person in 0..100 {
            let other =
                pairs.of(person, person.wrapping_mul(0x9e37_79b9)).expect("there are two of each name");
            assert!(other != person && pairs.of(other, 7) == Some(person));
        }
    }

    #[test]
    fn whoever_is_alone_has_no_namesake() {
        assert_eq!(namesakes(64, 1).of(0, 5), None);
    }

    #[test]
    fn all_others_of_a_name_are_drawn_alike() {
        let (groups, persons, draws) = (namesakes(8, 80), 80, 7000u64);
        for person in [0, 17, 79] {
            let mut drawn = vec![0u32; persons as usize];
            for place in 0..draws {
                let word = ((place << 32) / draws) as u32;
                let other = groups.of(person, word).expect("eight of each name");
                assert!(groups.same(person, other) && other != person);
                drawn[other as usize] += 1;
            }
            assert_eq!(drawn.iter().filter(|&&times| times > 0).count(), 7);
            assert!(drawn.iter().all(|&times| times == 0 || times.abs_diff(1000) <= 1));
        }
    }
}

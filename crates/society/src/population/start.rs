//! The persons of the start, drawn a whole neighbourhood at a time.
//!
//! Model: nothing of its own. Births are those of [`crate::population::life`], habits those of
//! [`crate::conduct::habit`], with the same luck; here they are drawn side by side, so that a large society
//! is there soon. A test compares them with persons drawn one by one.

use crate::conduct::habit::{BY_LUCK, HABIT, Limits};
use crate::population::life::AGE;
use crate::population::luck_of_run::RunOfLuck;
use crate::watching::apps::APP;
use crate::{Chunk, HabitPlanes, Place, Role, Sex, Society};
use demerit_kernel::LANES;
use demerit_kernel::vector::{self, Work};

const WIDTH: usize = LANES as usize;

/// Habits from luck: [`crate::conduct::habit::Habits::draw`] for all lanes.
struct Classify<'a> {
    limits: &'a Limits,
    /// As a [`Sex`], or by luck.
    sexes: &'a [u8; WIDTH],
    luck: &'a RunOfLuck,
    more: &'a RunOfLuck,
    habits: &'a mut [u8; WIDTH],
}

impl Work for Classify<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let Self { limits, sexes, luck: RunOfLuck(luck), more: RunOfLuck(more), habits } = self;
        for lane in 0..WIDTH {
            let of = |luck: &[[u32; WIDTH]; 4]| [luck[0][lane], luck[1][lane], luck[2][lane], luck[3][lane]];
            habits[lane] = limits.classify(sexes[lane], of(luck), of(more));
        }
    }
}

impl Place {
    /// Sex of whoever holds the place at the start, where the place in a couple decides it: `within` is the
    /// place's number in the household.
    #[inline]
    pub const fn sex(&self, within: u16) -> Option<Sex> {
        if !self.is_coupled() {
            return None;
        }
        let second = match self.role {
            Role::Elder => within > self.composition.adults() as u16,
            _ => within == 1,
        };
        Some(if second { Sex::Female } else { Sex::Male })
    }
}

/// Room for drawing a neighbourhood.
struct Room {
    luck: RunOfLuck,
    more: RunOfLuck,
    sexes: [u8; WIDTH],
    habits: [u8; WIDTH],
    apps: [u8; WIDTH],
}

impl Society {
    /// Fills the columns of a chunk with the persons of the start.
    pub fn populate(&self, chunk: &mut Chunk) {
        let limits = Limits::new(&self.habits);
        let mut room = Room {
            luck: RunOfLuck::default(),
            more: RunOfLuck::default(),
            sexes: [0; WIDTH],
            habits: [0; WIDTH],
            apps: [0; WIDTH],
        };
        for block in 0..chunk.tables.len() {
            let number = chunk.first_block.0 + block as u32;
            let first = block * WIDTH;
            let here = self.persons_of(number) as usize;
            room.luck.draw(self.draws, AGE, number * LANES, 0);
            room.luck.births(&self.life, self.pattern(number), &mut chunk.born[first..first + here]);
            chunk.habits[block] = self.habits_of_block(number, here, &limits, &mut room);
        }
    }

    fn habits_of_block(&self, block: u32, here: usize, limits: &Limits, room: &mut Room) -> HabitPlanes {
        let Room { luck, more, sexes, habits, apps } = room;
        luck.draw(self.draws, HABIT, block * LANES, 0);
        more.draw(self.draws, HABIT, block * LANES, 1);
        for (lane, (sex, place)) in sexes.iter_mut().zip(self.pattern(block)).enumerate() {
            *sex = place.sex(lane as u16 - place.start).map_or(BY_LUCK, |sex| sex as u8);
        }
        vector::run(Classify { limits, sexes, luck, more, habits });
        luck.draw(self.draws, APP, block * LANES, 0);
        let limit = self.traits.uses_apps.raw();
        apps.iter_mut().zip(&luck.0[0]).for_each(|(uses, word)| *uses = u8::from(u64::from(*word) < limit));
        habits[here..].fill(0);
        apps[here..].fill(0);
        let mut planes = HabitPlanes::default();
        let eights = habits.as_chunks().0.iter().zip(apps.as_chunks().0);
        for (number, (habits, uses)) in eights.enumerate() {
            planes.put_eight(8 * number, u64::from_le_bytes(*habits), u64::from_le_bytes(*uses));
        }
        planes
    }
}

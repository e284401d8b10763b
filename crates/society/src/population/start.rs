//! The persons of the start, drawn a whole neighbourhood at a time.
//!
//! Model: nothing of its own. Births are those of [`crate::population::life`], habits those of
//! [`crate::conduct::habit`], with the same luck; here they are drawn side by side, so that a large society
//! is there soon. A test compares them with persons drawn one by one.

use crate::conduct::habit::{HABIT, HabitPlan, HabitPlanes, Sex};
use crate::population::household::{Place, Role};
use crate::population::life::AGE;
use crate::population::luck_of_run::RunOfLuck;
use crate::society::Society;
use crate::state::Chunk;
use crate::watching::apps::APP;
use demerit_kernel::vector::{self, Work};
use demerit_kernel::{Chance, LANES};

const WIDTH: usize = LANES as usize;

/// A habit plan as whole numbers that a word of luck is compared with: below it, the habit is there.
struct Limits {
    male: u64,
    drinks: [u64; 2],
    weekly: [u64; 2],
    dependent: u64,
    prolific: u64,
    voice: u64,
    silent: u64,
    drives: u64,
    /// Limits from which on care is of class 1, 2, 3.
    care: [u64; 3],
}

impl Limits {
    fn new(plan: &HabitPlan) -> Self {
        let mut below = 0.0;
        let care = [0, 1, 2].map(|class| {
            below += plan.care[class];
            // Words are whole, so whatever lies between two of them may be rounded up.
            libm::ceil(below * 4_294_967_296.0) as u64
        });
        Self {
            male: plan.male_outside_couples.raw(),
            drinks: plan.drinks.map(Chance::raw),
            weekly: plan.drinks_weekly.map(Chance::raw),
            dependent: plan.dependent.raw(),
            prolific: plan.prolific.raw(),
            voice: plan.voice.raw(),
            silent: plan.never_writes.over(plan.prolific.complement()).raw(),
            drives: plan.drives.raw(),
            care,
        }
    }
}

/// Habits from luck: [`crate::conduct::habit::Habits::draw`] for all lanes.
struct Classify<'a> {
    limits: &'a Limits,
    /// 0 female, 1 male, 2 by luck.
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
        let under = |word: u32, limit: u64| u8::from(u64::from(word) < limit);
        for lane in 0..WIDTH {
            let known = sexes[lane];
            let male = if known == 2 { under(luck[0][lane], limits.male) } else { known };
            let by_sex = |limits: [u64; 2]| if male == 1 { limits[1] } else { limits[0] };
            let weekly = under(luck[1][lane], by_sex(limits.weekly));
            let drinks = under(luck[1][lane], by_sex(limits.drinks));
            let drinking = if weekly == 1 { 2 + under(luck[2][lane], limits.dependent) } else { drinks };
            let prolific = under(luck[3][lane], limits.prolific);
            let voice = 2 + under(more[0][lane], limits.voice);
            let writing = if prolific == 1 { voice } else { 1 - under(more[1][lane], limits.silent) };
            let drives = under(more[2][lane], limits.drives);
            let care = 3 - limits.care.map(|limit| under(more[3][lane], limit)).iter().sum::<u8>();
            habits[lane] = male | drinking << 1 | writing << 3 | drives << 5 | care << 6;
        }
    }
}

impl Place {
    /// Sex of whoever holds the place at the start, where the place in a couple decides it: `within` is the
    /// place's number in the household.
    #[must_use]
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
            *sex = match place.sex(lane as u16 - place.start) {
                Some(Sex::Female) => 0,
                Some(Sex::Male) => 1,
                None => 2,
            };
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

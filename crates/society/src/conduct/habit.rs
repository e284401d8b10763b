//! Habits: what kind of drinker, writer, driver and payer a person is.
//!
//! Model: one byte of classes, drawn at birth and fixed: sex, drinking (none, now and then, weekly,
//! dependent), writing in public (never, ordinary, prolific, a public voice), whether the person drives, and
//! care (four classes with unequal shares of all lapses). Classes carry the heavy tails of the figures: a few
//! persons do most of what is done. How often a class does a kind that follows the habit, for each time of
//! the mean: by care the class's share of lapses over its share of persons; by writing the share of posts
//! over the share of persons, a public voice as the prolific; by drinking the purchases in a year.
//!
//! One draw says who drinks weekly and who at all, by sex; how many women drink follows from all and from the
//! men. The prolific are drawn before those who never write, so that both shares are those of all persons. Of
//! a couple of the start one is a man and one a woman; the sex of all others, and of everybody born later, is
//! drawn at the one share of men that gives the start the published ratio.
//!
//! Sources: drinking by sex from China Kadoorie Biobank and China CDC Weekly; writing from Fu & Chau (2013);
//! the classes of care, the share of drivers, and of weekly drinkers who are dependent, are assumptions of
//! the society file.

use demerit_kernel::{Chance, Draws, Mask, saved};

demerit_kernel::stream! {
    /// Sex and habits.
    pub HABIT = 5;
}

/// Shares that habits are drawn with.
#[derive(Clone, Debug, PartialEq)]
pub struct HabitPlan {
    /// Males among persons outside couples, so that all persons have the published sex ratio.
    pub male_outside_couples: Chance,
    /// Share who drink at all: women, men.
    pub drinks: [Chance; 2],
    /// Share who drink weekly: women, men.
    pub drinks_weekly: [Chance; 2],
    /// Share of the weekly drinkers who are dependent.
    pub dependent: Chance,
    /// Share who never write in public.
    pub never_writes: Chance,
    /// Share who are prolific.
    pub prolific: Chance,
    /// Share of the prolific who are a public voice with a large audience.
    pub voice: Chance,
    /// Share who drive.
    pub drives: Chance,
    /// Share of persons in each class of care, the most careful first.
    pub care: [f64; 4],
}

/// In place of a [`Sex`]: luck decides.
pub(crate) const BY_LUCK: u8 = 2;

/// A habit plan as whole numbers that a word of luck is compared with: below it, the habit is there.
pub(crate) struct Limits {
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
    pub(crate) fn new(plan: &HabitPlan) -> Self {
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

    /// The bits of the habits of somebody whose sex is known or drawn, from two blocks of luck. The prolific
    /// are taken out before those who never write, so that the shares are those of all persons.
    #[inline(always)]
    pub(crate) fn classify(&self, sex: u8, luck: [u32; 4], more: [u32; 4]) -> u8 {
        let under = |word: u32, limit: u64| u8::from(u64::from(word) < limit);
        let male = if sex == BY_LUCK { under(luck[0], self.male) } else { sex };
        let by_sex = |limits: [u64; 2]| if male == 1 { limits[1] } else { limits[0] };
        let weekly = under(luck[1], by_sex(self.weekly));
        let drinks = under(luck[1], by_sex(self.drinks));
        let drinking = if weekly == 1 { 2 + under(luck[2], self.dependent) } else { drinks };
        let prolific = under(luck[3], self.prolific);
        let voice = 2 + under(more[0], self.voice);
        let writing = if prolific == 1 { voice } else { 1 - under(more[1], self.silent) };
        let drives = under(more[2], self.drives);
        let care = 3 - self.care.map(|limit| under(more[3], limit)).iter().sum::<u8>();
        male | drinking << 1 | writing << 3 | drives << 5 | care << 6
    }
}

/// A person's habits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Habits(pub u8);

impl Habits {
    /// Draws the habits of the person with this key; `sex` is given where the place in a couple decides it.
    pub fn draw(plan: &HabitPlan, draws: &Draws, person: u32, key: u32, sex: Option<Sex>) -> Self {
        let [luck, more] = [0, 1].map(|tick| draws.luck(HABIT, person, tick, key).0);
        Self(Limits::new(plan).classify(sex.map_or(BY_LUCK, |sex| sex as u8), luck, more))
    }

    /// The sex.
    pub const fn sex(self) -> Sex {
        if self.0 & 1 == 1 { Sex::Male } else { Sex::Female }
    }

    /// Class of drinking: 0 none, 1 now and then, 2 weekly, 3 dependent.
    pub const fn drinking(self) -> u8 {
        self.0 >> 1 & 3
    }

    /// Class of writing in public: 0 never, 1 ordinary, 2 prolific, 3 a public voice.
    pub const fn writing(self) -> u8 {
        self.0 >> 3 & 3
    }

    /// Whether the person drives, once grown up.
    pub const fn drives(self) -> bool {
        self.0 >> 5 & 1 == 1
    }

    /// Class of care, 0 the most careful.
    pub const fn care(self) -> u8 {
        self.0 >> 6
    }
}

/// The habits of a neighbourhood, bit by bit: a mask of lanes for each bit of [`Habits`], so that all persons
/// of a class are found at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HabitPlanes {
    habits: [Mask; 8],
    /// Who uses apps that can be read: a trait that no number of a person tells without a draw.
    app_users: Mask,
}

impl HabitPlanes {
    /// The habits of a lane.
    #[inline]
    pub fn of(&self, lane: usize) -> Habits {
        let bit = |plane: usize| (self.habits[plane].0[lane / 64] >> (lane % 64) & 1) as u8;
        Habits((0..8).fold(0, |all, plane| all | bit(plane) << plane))
    }

    /// Sets the habits of a lane.
    pub fn put(&mut self, lane: u16, habits: Habits) {
        for (plane, mask) in self.habits.iter_mut().enumerate() {
            mask.put(lane, habits.0 >> plane & 1 == 1);
        }
    }

    /// Sets whether a lane uses apps that can be read.
    pub const fn put_app_user(&mut self, lane: u16, uses: bool) {
        self.app_users.put(lane, uses);
    }

    /// The lanes of those who use apps that can be read.
    pub const fn app_users(&self) -> Mask {
        self.app_users
    }

    /// Sets the habits of eight lanes from a multiple of eight on, a byte each, and whether they use apps.
    #[inline(always)]
    pub(crate) fn put_eight(&mut self, lane: usize, habits: u64, uses_apps: u64) {
        for (plane, mask) in self.habits.iter_mut().enumerate() {
            put_byte(mask, lane, habits >> plane);
        }
        put_byte(&mut self.app_users, lane, uses_apps);
    }

    /// The lanes of males.
    pub const fn males(&self) -> Mask {
        self.habits[0]
    }

    /// The lanes of those who drive.
    pub const fn drivers(&self) -> Mask {
        self.habits[5]
    }

    /// The lanes of a class (0 to 3) of drinking.
    pub fn drinking(&self, class: u8) -> Mask {
        self.pair(1, class)
    }

    /// The lanes of a class (0 to 3) of writing in public.
    pub fn writing(&self, class: u8) -> Mask {
        self.pair(3, class)
    }

    /// The lanes of a class (0 to 3) of care.
    pub fn care(&self, class: u8) -> Mask {
        self.pair(6, class)
    }

    fn pair(&self, plane: usize, class: u8) -> Mask {
        let with = |mask: Mask, on: bool| if on { mask } else { !mask };
        with(self.habits[plane], class & 1 == 1).and(with(self.habits[plane + 1], class & 2 == 2))
    }
}

/// Sets eight lanes of a mask by the lowest bits of eight bytes.
#[inline(always)]
fn put_byte(mask: &mut Mask, lane: usize, bytes: u64) {
    // The factor moves the bits together into the top byte.
    let bits = (bytes & 0x0101_0101_0101_0101).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    let word = &mut mask.0[lane / 64];
    *word = *word & !(0xff << (lane % 64)) | bits << (lane % 64);
}

demerit_kernel::named! {
    /// Sex, as the census counts it.
    Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
    }
}

saved!(HabitPlanes { habits, app_users });

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    pub(crate) fn plan() -> HabitPlan {
        let of = Chance::from_share;
        HabitPlan {
            male_outside_couples: of(0.53),
            drinks: [of(0.18), of(0.635)],
            drinks_weekly: [of(0.02), of(0.33)],
            dependent: of(0.1),
            never_writes: of(0.574),
            prolific: of(0.048),
            voice: of(0.01),
            drives: of(0.4),
            care: [0.5, 0.3, 0.15, 0.05],
        }
    }

    fn share(test: impl Fn(Habits) -> bool) -> f64 {
        let draws = Draws::new(Seed(3));
        (0..100_000).filter(|&person| test(Habits::draw(&plan(), &draws, person, 0, Some(Sex::Male)))).count()
            as f64
            / 100_000.0
    }

    #[test]
    fn shares_come_out() {
        // Standard errors are below 0.0016; the bounds are four of them.
        for (got, wanted) in [
            (share(|one| one.drinking() >= 1), 0.635),
            (share(|one| one.drinking() >= 2), 0.33),
            (share(|one| one.drinking() == 3), 0.033),
            (share(|one| one.writing() == 0), 0.574),
            (share(|one| one.writing() >= 2), 0.048),
            (share(Habits::drives), 0.4),
            (share(|one| one.care() == 0), 0.5),
            (share(|one| one.care() == 3), 0.05),
        ] {
            assert!((got - wanted).abs() < 0.0064, "{got} for {wanted}");
        }
    }

    #[test]
    fn planes_hold_what_bytes_hold() {
        let mut planes = HabitPlanes::default();
        for lane in 0..1024 {
            planes.put(lane, Habits(lane as u8));
        }
        for lane in 0..1024usize {
            let habits = Habits(lane as u8);
            assert_eq!(planes.of(lane), habits);
            let at = lane as u16;
            assert!(
                planes.drinking(habits.drinking()).contains(at) && planes.care(habits.care()).contains(at)
            );
            assert!(
                planes.writing(habits.writing()).contains(at)
                    && !planes.writing(habits.writing() ^ 1).contains(at)
            );
            assert_eq!(planes.drivers().contains(at), habits.drives());
        }
        planes.put(7, Habits(0));
        assert_eq!(planes.of(7), Habits(0));
    }

    #[test]
    fn sex_is_as_given() {
        let draws = Draws::new(Seed(3));
        assert_eq!(Habits::draw(&plan(), &draws, 5, 0, Some(Sex::Female)).sex(), Sex::Female);
        assert_eq!(Habits::draw(&plan(), &draws, 5, 0, Some(Sex::Male)).sex(), Sex::Male);
    }

    #[test]
    fn who_is_born_later_has_other_luck() {
        let draws = Draws::new(Seed(3));
        let differs = (0..100).filter(|&person| {
            Habits::draw(&plan(), &draws, person, 0, None) != Habits::draw(&plan(), &draws, person, 30, None)
        });
        assert!(differs.count() > 50);
    }
}

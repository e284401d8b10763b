//! Habits: drinking, writing, driving and care, by which some do more than others.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Share, Within, values, written};
use demerit_kernel::Chance;
use demerit_society::conduct::Follows;
use demerit_society::conduct::habit::HabitPlan;

written! {
    /// Habits: see `demerit_society::conduct::habit`.
    pub struct HabitsFile {
        /// Share of adults who drink at all.
        pub drinkers: Share,
        /// Share of men who drink at all; that of women follows.
        pub drinkers_men: Share,
        /// Share of men who drink weekly.
        pub weekly_men: Share,
        /// Share of women who drink weekly.
        pub weekly_women: Share,
        /// Share of the weekly drinkers who are dependent.
        pub dependent: Share,
        /// Purchases a year of those who drink now and then, weekly, and dependently.
        #[schemars(length(min = 3, max = 3))]
        pub purchases: Vec<Within<0, 1000>>,
        /// Share who never write in public.
        pub never_write: Share,
        /// Share who are prolific writers.
        pub prolific: Share,
        /// Share of all posts that the prolific write.
        pub prolific_posts: Share,
        /// Share of the prolific who are a public voice.
        pub voice: Share,
        /// Share of adults who drive.
        pub drive: Share,
        /// Share of persons in each of four classes of care, the most careful first.
        #[schemars(length(min = 4, max = 4))]
        pub care: Vec<Share>,
        /// Share of all lapses that each class of care commits.
        #[schemars(length(min = 4, max = 4))]
        pub lapses: Vec<Share>,
    }
}

/// Resolves the habits; `sex_ratio` is that of males per 100 females.
pub(super) fn resolve(file: &HabitsFile, sex_ratio: f64, diagnostics: &mut Diagnostics<'_>) -> HabitPlan {
    let men = sex_ratio / (100.0 + sex_ratio);
    let women_drink = (file.drinkers.value - men * file.drinkers_men.value) / (1.0 - men);
    let least = file.weekly_women.value;
    if !(least - 1e-9..=1.0).contains(&women_drink) {
        let (men, all) = (file.drinkers_men.value, file.drinkers.value);
        let message =
            format!("with {men} of the men and {all} of all, {women_drink:.3} of the women would drink");
        let hint = format!("allowed for women is {least} to 1");
        diagnostics.fault("habits.drinkers_men", message, hint.as_str());
    }
    let (weekly, at_all) = (file.weekly_men.value, file.drinkers_men.value);
    if weekly > at_all {
        let message = format!("{weekly} drink weekly, but only {at_all} drink at all");
        diagnostics.fault("habits.weekly_men", message, None);
    }
    diagnostics.at_most_one(
        "habits.never_write",
        &[file.never_write.value, file.prolific.value],
        "those who never write and the prolific",
    );
    let care: [f64; 4] = values(&file.care);
    diagnostics.sums_to_one("habits.care", &care);
    diagnostics.sums_to_one("habits.lapses", &values::<4>(&file.lapses));
    HabitPlan {
        male_outside_couples: Chance::ZERO,
        drinks: [Chance::from_share(women_drink), file.drinkers_men.chance()],
        drinks_weekly: [file.weekly_women.chance(), file.weekly_men.chance()],
        dependent: file.dependent.chance(),
        never_writes: file.never_write.chance(),
        prolific: file.prolific.chance(),
        voice: file.voice.chance(),
        drives: file.drive.chance(),
        care,
    }
}

/// Factor of each class of a habit on the mean rate.
pub(super) fn factors(habits: &HabitsFile, follows: Follows) -> [f64; 4] {
    let per = |of: f64, share: f64| if share > 0.0 { of / share } else { 0.0 };
    match follows {
        Follows::Nothing => [1.0; 4],
        Follows::Drinking => {
            let [seldom, weekly, dependent] = values(&habits.purchases);
            [0.0, seldom, weekly, dependent]
        }
        Follows::Writing => {
            let prolific = per(habits.prolific_posts.value, habits.prolific.value);
            let ordinary = 1.0 - habits.never_write.value - habits.prolific.value;
            [0.0, per(1.0 - habits.prolific_posts.value, ordinary), prolific, prolific]
        }
        Follows::Care => {
            let (lapses, care) = (values::<4>(&habits.lapses), values::<4>(&habits.care));
            std::array::from_fn(|class| per(lapses[class], care[class]))
        }
    }
}

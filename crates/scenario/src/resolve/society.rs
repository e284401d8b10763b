//! A society file, resolved.

use super::{Pen, consequences, remedies, watching};
use crate::written::{HabitsFile, SocietyFile};
use demerit_kernel::Chance;
use demerit_regime::{Matter, Tie};
use demerit_society::Deed;
use demerit_society::conduct::habit::HabitPlan;
use demerit_society::conduct::{ConductPlan, Follows, Who};
use demerit_society::population::city::{CityPlan, SizeClass};
use demerit_society::population::household::HouseholdPlan;
use demerit_society::population::income::sigma_of_gini;
use demerit_society::population::life::LifePlan;
use demerit_society::population::person::TraitPlan;
use demerit_society::population::ties::{Layer, Scope};
use demerit_society::reactions::response::Response;
use demerit_society::society::SocietyPlan;
use demerit_society::watching::cameras::Cameras;
use demerit_society::watching::office_file::OfficeFile;

/// How far shares that ought to add up to one may be from it.
const SLACK: f64 = 0.005;

/// Resolves a society file; the plan is of use only if the pen wrote nothing down.
pub(crate) fn society(name: &str, file: &SocietyFile, pen: &mut Pen<'_>) -> SocietyPlan {
    pen.sources_of(file);
    let households = households(file, pen);
    SocietyPlan {
        name: name.to_owned(),
        title: file.title.clone(),
        cities: cities(file, pen),
        life: life(file, pen),
        households,
        sex_ratio: file.people.sex_ratio.value,
        habits: habits(&file.habits, file.people.sex_ratio.value, pen),
        traits: traits(file, pen),
        layers: layers(file, pen),
        conduct: conduct(file, pen),
        watching: watching::channels(file, pen),
        identification: file.identification.as_ref().map(|one| watching::identification(one, pen)),
        joined_files: file.joined_files.as_ref().map(|one| watching::joined_files(one, pen)),
        attention: file.attention.as_ref().map(|one| watching::attention(one, pen)),
        response: response(file),
        consequences: consequences::consequences(file.consequences.as_ref(), pen),
        reactions: super::reactions(file.reactions.as_ref(), pen),
        remedies: remedies::remedies(file.remedies.as_ref(), pen),
        office_file: file.office_file.as_ref().map(|one| OfficeFile {
            uneven: Chance::from_share(one.uneven.value),
            mixed_up: Chance::from_share(one.mixed_up.value),
        }),
    }
}

fn cities(file: &SocietyFile, pen: &mut Pen<'_>) -> CityPlan {
    let cities = &file.cities;
    let mut above = f64::INFINITY;
    let mut classes = Vec::new();
    for (place, class) in cities.classes.iter().enumerate() {
        let key = format!("cities.classes[{place}]");
        let count = pen.whole(&format!("{key}.count"), &class.count);
        if class.low >= class.high {
            pen.fault(
                &format!("{key}.low"),
                format!("{} is not below high = {}", class.low, class.high),
                None,
            );
        }
        if class.high > above {
            let hint = "order the classes from the largest, without overlap".to_owned();
            pen.fault(
                &format!("{key}.high"),
                format!("{} overlaps the class before, which begins at {above}", class.high),
                Some(hint),
            );
        }
        above = class.low;
        classes.push(SizeClass { count: count.max(0) as u32, low: class.low, high: class.high });
    }
    CityPlan {
        country: cities.country.value,
        classes,
        exponent: cities.exponent.value,
        urban: cities.urban.value,
        cameras: Cameras {
            median: cities.cameras.value,
            spread: cities.cameras_spread.value,
            scale: cities.cameras_scale.value,
        },
    }
}

fn households(file: &SocietyFile, pen: &mut Pen<'_>) -> HouseholdPlan {
    let mut sizes = [0.0; 7];
    for (size, figure) in sizes.iter_mut().zip(&file.households.sizes) {
        *size = figure.value;
    }
    sums_to_one(pen, "households.sizes", &sizes);
    let total: f64 = sizes.iter().sum();
    let plan = HouseholdPlan {
        sizes: sizes.map(|size| if total > 0.0 { size / total } else { 0.0 }),
        children: file.households.children.value,
        elders: file.households.elders.value,
    };
    if total > 0.0
        && let Err((children, elders)) = demerit_society::population::household::Households::try_plan(&plan)
    {
        let message = format!(
            "{} children and {} elders do not fit into households of these sizes",
            plan.children, plan.elders
        );
        let hint = format!("the nearest that fit are {children:.3} and {elders:.3}");
        pen.fault("households.children", message, Some(hint));
    }
    plan
}

pub(super) fn sums_to_one(pen: &mut Pen<'_>, place: &str, shares: &[f64]) {
    let total: f64 = shares.iter().sum();
    if (total - 1.0).abs() > SLACK {
        pen.fault(place, format!("the shares add up to {total:.4}, not to 1"), None);
    }
}

pub(super) fn at_most_one(pen: &mut Pen<'_>, place: &str, shares: &[f64], what: &str) {
    let total: f64 = shares.iter().sum();
    if total > 1.0 + 1e-9 {
        pen.fault(place, format!("{what} add up to {total:.4}, which is more than 1"), None);
    }
}

fn life(file: &SocietyFile, pen: &mut Pen<'_>) -> LifePlan {
    let (over_65, elders) = (file.life.over_65.value, file.households.elders.value);
    if over_65 > elders {
        let message = format!("{over_65} of 65 and over are more than the {elders} of 60 and over");
        pen.fault("life.over_65", message, Some(format!("allowed is 0 to {elders}")));
    }
    LifePlan {
        elders_over_65: if elders > 0.0 { (over_65 / elders).min(1.0) } else { 0.0 },
        elders_tail: file.life.years_beyond_65.value,
        deaths: file.life.deaths.value / 1000.0,
        ageing: file.life.ageing.value,
        divorces: file.life.divorces.value / 1000.0,
        marriages: file.life.marriages.value / 1000.0,
    }
}

fn traits(file: &SocietyFile, pen: &mut Pen<'_>) -> TraitPlan {
    let sectors = &file.people.sectors;
    let shares = [&sectors.farm, &sectors.industry, &sectors.services, &sectors.state, &sectors.press]
        .map(|one| one.value);
    at_most_one(pen, "people.sectors", &shares, "the sectors");
    // The census counts college education among all persons; a trait is one of adults.
    let adults = 1.0 - file.households.children.value * 18.0 / 15.0;
    TraitPlan {
        college: Chance::from_share(file.people.college.value / 100_000.0 / adults.max(0.01)),
        sectors: shares,
        income_sigma: sigma_of_gini(file.people.gini.value),
        uses_apps: Chance::from_share(file.people.uses_apps.value),
    }
}

fn habits(file: &HabitsFile, sex_ratio: f64, pen: &mut Pen<'_>) -> HabitPlan {
    let of = |figure: &crate::figure::Figure| Chance::from_share(figure.value);
    let men = sex_ratio / (100.0 + sex_ratio);
    let women_drink = (file.drinkers.value - men * file.drinkers_men.value) / (1.0 - men);
    let least = file.weekly_women.value;
    if !(least - 1e-9..=1.0).contains(&women_drink) {
        let message = format!(
            "with {} of the men and {} of all, {women_drink:.3} of the women would drink",
            file.drinkers_men.value, file.drinkers.value
        );
        pen.fault("habits.drinkers_men", message, Some(format!("allowed for women is {least} to 1")));
    }
    if file.weekly_men.value > file.drinkers_men.value {
        let message = format!(
            "{} drink weekly, but only {} drink at all",
            file.weekly_men.value, file.drinkers_men.value
        );
        pen.fault("habits.weekly_men", message, None);
    }
    at_most_one(
        pen,
        "habits.never_write",
        &[file.never_write.value, file.prolific.value],
        "those who never write and the prolific",
    );
    let mut care = [0.0; 4];
    for (share, figure) in care.iter_mut().zip(&file.care) {
        *share = figure.value;
    }
    sums_to_one(pen, "habits.care", &care);
    let lapses: Vec<f64> = file.lapses.iter().map(|one| one.value).collect();
    sums_to_one(pen, "habits.lapses", &lapses);
    HabitPlan {
        male_outside_couples: Chance::ZERO,
        drinks: [Chance::from_share(women_drink), of(&file.drinkers_men)],
        drinks_weekly: [of(&file.weekly_women), of(&file.weekly_men)],
        dependent: of(&file.dependent),
        never_writes: of(&file.never_write),
        prolific: of(&file.prolific),
        voice: of(&file.voice),
        drives: of(&file.drive),
        care,
    }
}

fn layers(file: &SocietyFile, pen: &mut Pen<'_>) -> Vec<Layer> {
    let ties = [Tie::Kin, Tie::Friend, Tie::Colleague, Tie::Acquaintance].map(|tie| (tie.name(), tie));
    let scopes = [("neighbourhood", Scope::Neighbourhood), ("city", Scope::City)];
    let mut layers = Vec::new();
    let rounds: u32 = file.ties.iter().map(|one| one.rounds).sum();
    if rounds as usize > Layer::MOST {
        pen.fault("ties", format!("{rounds} rounds over all layers are more than {}", Layer::MOST), None);
    }
    for (place, one) in file.ties.iter().enumerate() {
        let tie = pen.word(&format!("ties[{place}].tie"), "tie", &one.tie, &ties);
        let scope = pen.word(&format!("ties[{place}].scope"), "scope", &one.scope, &scopes);
        if let (Some(tie), Some(scope)) = (tie, scope) {
            layers.push(Layer {
                tie,
                scope,
                group: one.group,
                rounds: one.rounds,
                keep: Chance::from_share(one.keep.value),
            });
        }
    }
    layers
}

fn conduct(file: &SocietyFile, pen: &mut Pen<'_>) -> Vec<ConductPlan> {
    let kinds: Vec<(&str, Deed)> = Deed::all().map(|deed| (deed.name(), deed)).collect();
    let whom = Who::ALL.map(|who| (who.name(), who));
    let habits = [("drinking", Follows::Drinking), ("writing", Follows::Writing), ("care", Follows::Care)];
    let still = ConductPlan {
        who: Who::Everyone,
        rate: 0.0,
        follows: Follows::Nothing,
        factors: [0.0; 4],
        most: 1.0,
    };
    let mut plans = vec![still; Deed::COUNT];
    for (name, deed) in &file.deeds {
        let place = format!("deeds.{name}");
        let kind = pen.word(&place, "deed", name, &kinds);
        let who = pen.word(&format!("{place}.who"), "group of persons", &deed.who, &whom);
        let follows = deed.follows.as_ref().map_or(Some(Follows::Nothing), |word| {
            pen.word(&format!("{place}.follows"), "habit", word, &habits)
        });
        if let (Some(kind), Some(who), Some(follows)) = (kind, who, follows) {
            let factors = factors(&file.habits, follows);
            let most = most(kind, file.response.gaming.value) * hardest(kind, file);
            plans[kind.index()] = ConductPlan { who, rate: deed.rate.value, follows, factors, most };
        }
    }
    plans
}

/// Factor of each class of a habit on the mean rate.
fn factors(habits: &HabitsFile, follows: Follows) -> [f64; 4] {
    let per = |of: f64, share: f64| if share > 0.0 { of / share } else { 0.0 };
    match follows {
        Follows::Nothing => [1.0; 4],
        Follows::Drinking => {
            let mut factors = [0.0; 4];
            for (factor, figure) in factors[1..].iter_mut().zip(&habits.purchases) {
                *factor = figure.value;
            }
            factors
        }
        Follows::Writing => {
            let prolific = per(habits.prolific_posts.value, habits.prolific.value);
            let ordinary = 1.0 - habits.never_write.value - habits.prolific.value;
            [0.0, per(1.0 - habits.prolific_posts.value, ordinary), prolific, prolific]
        }
        Follows::Care => {
            let mut factors = [0.0; 4];
            for (place, factor) in factors.iter_mut().enumerate() {
                if let (Some(of), Some(share)) = (habits.lapses.get(place), habits.care.get(place)) {
                    *factor = per(of.value, share.value);
                }
            }
            factors
        }
    }
}

/// The highest factor that opinion and play for points can put on a kind of deed.
fn most(deed: Deed, gaming: f64) -> f64 {
    let opinion = match deed {
        Deed::Act(Matter::SupportivePost | Matter::CriticalPost | Matter::InvestigativePost) => 2.0,
        _ => 1.0,
    };
    match deed {
        Deed::Act(_) => opinion * (1.0 + gaming),
        Deed::Ask(_) => 1.0,
    }
}

/// The highest factor that income and its loss can put on a kind of deed.
fn hardest(deed: Deed, file: &SocietyFile) -> f64 {
    match deed {
        Deed::Act(matter) => consequences::most(matter, file.consequences.as_ref()),
        Deed::Ask(_) => 1.0,
    }
}

fn response(file: &SocietyFile) -> Response {
    let response = &file.response;
    let byte = |share: f64| libm::round(share * 255.0) as u8;
    Response {
        own: byte(response.fear_own.value),
        tie: byte(response.fear_tie.value),
        fade: Chance::from_share(response.fade.value),
        chill: response.chill.value,
        silence: response.silence.value,
        deterrence: response.deterrence.value,
        gaming: response.gaming.value,
    }
}

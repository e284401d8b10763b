//! The figures that a society was built from, each beside the same figure of the society as built.

use super::sample::{START, Sample};
use crate::thousands::grouped;
use demerit_scenario::figure::Figure;
use demerit_scenario::notes::FigureNote;
use demerit_scenario::society::SocietyFile;
use demerit_scenario::sources::{citation, facts};
use demerit_society::conduct::habit::Sex;
use demerit_society::population::income::gini;
use demerit_society::population::person::{ADULT, Person};

/// The society was made to have it.
const BUILT_IN: &str = "built in";
/// Nothing was set to give it.
const CAME_OUT: &str = "came out";

/// The figures of a society, and the file that it was built from.
struct Notes<'a> {
    file: &'a SocietyFile,
    notes: Vec<FigureNote>,
}

impl Notes<'_> {
    fn add(
        &mut self,
        quantity: &str,
        published: Option<f64>,
        source: Option<&str>,
        (built, unit, how): Built,
    ) {
        let cited = source.and_then(|source| citation(source, &self.file.sources));
        self.notes.push(FigureNote {
            quantity: quantity.to_owned(),
            published,
            built,
            unit: unit.to_owned(),
            source: cited.map_or_else(|| "assumption of the society file".to_owned(), |cited| cited.0),
            how: how.to_owned(),
        });
    }

    /// A figure of the file.
    fn written(&mut self, quantity: &str, written: &Figure, built: Built) {
        self.add(quantity, Some(written.value), written.source.as_deref(), built);
    }

    /// A share that the file gives.
    fn share(&mut self, quantity: &str, written: &Figure, built: f64) {
        self.written(quantity, written, (built, "share", BUILT_IN));
    }

    /// A figure of the list of facts.
    fn fact(&mut self, quantity: &str, fact: &str, built: f64, unit: &'static str) {
        let published = facts().get(fact).map(|fact| fact.value);
        self.add(quantity, published, Some(fact), (built, unit, CAME_OUT));
    }
}

/// A value of the built society, its unit, and whether it was built in or came out.
type Built = (f64, &'static str, &'static str);

/// The figures of a society that was built from this file.
pub(super) fn figures(sample: &Sample<'_>, file: &SocietyFile) -> Vec<FigureNote> {
    let society = sample.society;
    let (cities, people, habits) = (&file.cities, &file.people, &file.habits);
    let aged = |low: u32, below: u32| sample.share(|one| (low..below).contains(&one.age(START)));
    let adult = |one: &Person<'_>| one.age(START) >= ADULT;
    let mut notes = Notes { file, notes: Vec::new() };
    let (sizes, mean) = sample.household_sizes();
    for (index, (size, built)) in file.households.sizes.iter().zip(sizes).enumerate() {
        let more = if index == 6 { " and more" } else { "" };
        notes.share(&format!("households of {}{more} persons", index + 1), size, built);
    }
    notes.fact("mean household", "cn-household-mean", mean, "persons");
    notes.share("persons under 15", &file.households.children, aged(0, 15));
    notes.fact("persons of 15 to 59", "cn-age-15-59", aged(15, 60), "share");
    notes.share("persons of 60 and over", &file.households.elders, aged(60, u32::MAX));
    notes.share("persons of 65 and over", &file.life.over_65, aged(65, u32::MAX));
    let male = sample.share(|one| one.sex() == Sex::Male);
    let ratio = 100.0 * male / (1.0 - male).max(1e-9);
    notes.written("males per 100 females", &people.sex_ratio, (ratio, "ratio", BUILT_IN));
    let urban: u64 = society.cities.all().iter().map(|city| u64::from(city.urban_persons)).sum();
    notes.share("persons in town", &cities.urban, urban as f64 / f64::from(society.persons));
    let college = 100_000.0 * sample.share(|one| adult(one) && one.college());
    notes.written("college education", &people.college, (college, "per 100,000", BUILT_IN));
    // One in four is enough for a figure of three digits.
    let mut incomes: Vec<f64> = sample.persons().step_by(4).map(|one| one.income()).collect();
    let gini = gini(&mut incomes);
    notes.written("Gini coefficient of income", &people.gini, (gini, "index", BUILT_IN));
    let drinkers = sample.share_of(adult, |one| one.habits.drinking() > 0);
    notes.share("adults who drink", &habits.drinkers, drinkers);
    let weekly = |sex| sample.share_of(|one| one.sex() == sex, |one| one.habits.drinking() >= 2);
    notes.share("men who drink weekly", &habits.weekly_men, weekly(Sex::Male));
    notes.share("women who drink weekly", &habits.weekly_women, weekly(Sex::Female));
    let silent = sample.share(|one| one.habits.writing() == 0);
    notes.share("persons who never write in public", &habits.never_write, silent);
    let prolific = sample.share(|one| one.habits.writing() >= 2);
    notes.share("persons who are prolific writers", &habits.prolific, prolific);
    let deaths = 1000.0 * society.hazards_per_year(sample.ages());
    let quantity = "deaths per 1,000 and year at the start";
    notes.written(quantity, &file.life.deaths, (deaths, "per 1,000", BUILT_IN));
    let all_cities = cities.classes.iter().map(|class| class.count.value).sum();
    let is_whole = society.cities.all().len() as f64 >= all_cities;
    let how = if is_whole { BUILT_IN } else { "a sample of the cities" };
    for (index, class) in cities.classes.iter().enumerate() {
        let count = society.cities.all().iter().filter(|city| city.class as usize == index).count();
        let quantity =
            format!("cities of {} to {} persons in the core", grouped(class.low), grouped(class.high));
        notes.written(&quantity, &class.count, (count as f64, "cities", how));
    }
    notes.notes
}

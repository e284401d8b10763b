//! Some neighbourhoods of a society as built, counted.

use super::grouped;
use crate::notes::FigureNote;
use crate::society::SocietyFile;
use crate::sources::{citation, facts};
use demerit_kernel::{BlockId, LANES, Tick};
use demerit_regime::Tie;
use demerit_society::population::household::Role;
use demerit_society::population::income;
use demerit_society::population::person::{ADULT, Occupation};
use demerit_society::population::ties::Scope;
use demerit_society::{Chunk, Society};

/// Some neighbourhoods of a society, as built.
pub(super) struct Sample<'a> {
    society: &'a Society,
    chunks: Vec<Chunk>,
}

impl<'a> Sample<'a> {
    pub(super) fn new(society: &'a Society) -> Self {
        const RUN: u32 = 64;
        let blocks = society.blocks();
        let runs = blocks.div_ceil(RUN);
        let kept = (blocks / RUN).clamp(1, 4);
        let places = (0..kept).flat_map(|run| {
            let first = run * runs / kept * RUN;
            first..(first + RUN).min(blocks)
        });
        let chunk = |block: u32| {
            let mut chunk = Chunk::new(BlockId(block), 1, society.persons_of(block), &[]);
            society.populate(&mut chunk);
            chunk
        };
        Self { society, chunks: places.map(chunk).collect() }
    }

    fn persons(&self) -> impl Iterator<Item = demerit_society::population::person::Person<'_>> {
        self.chunks.iter().flat_map(move |chunk| {
            (0..chunk.persons()).map(move |at| {
                self.society.person(chunk.first_person() + at as u32, chunk.born[at], chunk.habits_of(at))
            })
        })
    }

    fn share(&self, test: impl Fn(&demerit_society::population::person::Person<'_>) -> bool) -> f64 {
        self.share_of(|_| true, test)
    }

    fn share_of(
        &self,
        among: impl Fn(&demerit_society::population::person::Person<'_>) -> bool,
        test: impl Fn(&demerit_society::population::person::Person<'_>) -> bool,
    ) -> f64 {
        let (mut all, mut hit) = (0u64, 0u64);
        for person in self.persons().filter(|person| among(person)) {
            all += 1;
            hit += u64::from(test(&person));
        }
        if all == 0 { 0.0 } else { hit as f64 / all as f64 }
    }

    /// Share of households of each size, and their mean size.
    fn households(&self) -> ([f64; 7], f64) {
        let mut counts = [0u64; 7];
        let mut persons = 0u64;
        for chunk in &self.chunks {
            let pattern = self.society.pattern(chunk.first_block.0);
            for (lane, place) in pattern.iter().enumerate().take(chunk.persons()) {
                if usize::from(place.start) == lane {
                    // The last household of a society may be cut by its size.
                    let size = usize::from(place.size).min(chunk.persons() - lane);
                    counts[size - 1] += 1;
                    persons += size as u64;
                }
            }
        }
        let all = counts.iter().sum::<u64>().max(1) as f64;
        (counts.map(|count| count as f64 / all), persons as f64 / all)
    }

    pub(super) fn figures(&self, file: &SocietyFile) -> Vec<FigureNote> {
        let society = self.society;
        let at_start = Tick(0);
        let (sizes, mean) = self.households();
        let mut notes = Vec::new();
        let mut add = |quantity: &str,
                       written: Option<&crate::figure::Figure>,
                       fact: Option<&str>,
                       built: f64,
                       unit: &str,
                       how: &str| {
            let source = written.and_then(|figure| figure.source.as_deref()).or(fact);
            let cited = source.and_then(|source| citation(source, &file.sources));
            let published = written
                .map(|figure| figure.value)
                .or_else(|| fact.and_then(|fact| facts().get(fact)).map(|fact| fact.value));
            notes.push(FigureNote {
                quantity: quantity.to_owned(),
                published,
                built,
                unit: unit.to_owned(),
                source: cited.map_or_else(|| "assumption of the society file".to_owned(), |cited| cited.0),
                how: how.to_owned(),
            });
        };
        let (inside, out) = ("built in", "came out");
        for (place, (size, built)) in file.households.sizes.iter().zip(sizes).enumerate() {
            let more = if place == 6 { " and more" } else { "" };
            add(
                &format!("households of {}{more} persons", place + 1),
                Some(size),
                None,
                built,
                "share",
                inside,
            );
        }
        add("mean household", None, Some("cn-household-mean"), mean, "persons", out);
        add(
            "persons under 15",
            Some(&file.households.children),
            None,
            self.share(|one| one.age(at_start) < 15),
            "share",
            inside,
        );
        let between = self.share(|one| (15..60).contains(&one.age(at_start)));
        add("persons of 15 to 59", None, Some("cn-age-15-59"), between, "share", out);
        add(
            "persons of 60 and over",
            Some(&file.households.elders),
            None,
            self.share(|one| one.age(at_start) >= 60),
            "share",
            inside,
        );
        add(
            "persons of 65 and over",
            Some(&file.life.over_65),
            None,
            self.share(|one| one.age(at_start) >= 65),
            "share",
            inside,
        );
        let male = self.share(|one| one.sex() == demerit_society::conduct::habit::Sex::Male);
        add(
            "males per 100 females",
            Some(&file.people.sex_ratio),
            None,
            100.0 * male / (1.0 - male).max(1e-9),
            "ratio",
            inside,
        );
        let urban: u64 = society.cities.all().iter().map(|city| u64::from(city.urban_persons)).sum();
        add(
            "persons in town",
            Some(&file.cities.urban),
            None,
            urban as f64 / f64::from(society.persons),
            "share",
            inside,
        );
        let college = 100_000.0 * self.share(|one| one.age(at_start) >= ADULT && one.college());
        add("college education", Some(&file.people.college), None, college, "per 100,000", inside);
        // One in four is enough for a figure of three digits.
        let mut incomes: Vec<f64> = self.persons().step_by(4).map(|one| one.income()).collect();
        add(
            "Gini coefficient of income",
            Some(&file.people.gini),
            None,
            income::gini(&mut incomes),
            "index",
            inside,
        );
        let adult = |one: &demerit_society::population::person::Person<'_>| one.age(at_start) >= ADULT;
        let drinkers = self.share_of(adult, |one| one.habits.drinking() > 0);
        add("adults who drink", Some(&file.habits.drinkers), None, drinkers, "share", inside);
        for (quantity, figure, sex) in [
            ("men who drink weekly", &file.habits.weekly_men, demerit_society::conduct::habit::Sex::Male),
            (
                "women who drink weekly",
                &file.habits.weekly_women,
                demerit_society::conduct::habit::Sex::Female,
            ),
        ] {
            let built = self.share_of(|one| one.sex() == sex, |one| one.habits.drinking() >= 2);
            add(quantity, Some(figure), None, built, "share", inside);
        }
        add(
            "persons who never write in public",
            Some(&file.habits.never_write),
            None,
            self.share(|one| one.habits.writing() == 0),
            "share",
            inside,
        );
        add(
            "persons who are prolific writers",
            Some(&file.habits.prolific),
            None,
            self.share(|one| one.habits.writing() >= 2),
            "share",
            inside,
        );
        let pace = society.hazards_per_year(self.persons().map(|one| one.age(at_start)));
        add(
            "deaths per 1,000 and year at the start",
            Some(&file.life.deaths),
            None,
            1000.0 * pace,
            "per 1,000",
            inside,
        );
        let whole_country = society.cities.all().len() as f64
            >= file.cities.classes.iter().map(|class| class.count.value).sum();
        for (place, class) in file.cities.classes.iter().enumerate() {
            let count = society.cities.all().iter().filter(|city| city.class as usize == place).count();
            let how = if whole_country { inside } else { "a sample of the cities" };
            add(
                &format!("cities of {} to {} persons in the core", grouped(class.low), grouped(class.high)),
                Some(&class.count),
                None,
                count as f64,
                "cities",
                how,
            );
        }
        notes
    }

    pub(super) fn tables(&self, file: &SocietyFile) -> Vec<(String, Vec<(String, String)>)> {
        let society = self.society;
        let at_start = Tick(0);
        let percent = |share: f64| format!("{:.1} %", 100.0 * share);
        let occupations = Occupation::ALL.map(|work| {
            (work.name().to_owned(), percent(self.share(|one| one.occupation(at_start) == work)))
        });
        let mut cities: Vec<(String, String)> =
            vec![("cities".into(), society.cities.all().len().to_string())];
        if let (Some(first), Some(last)) = (society.cities.all().first(), society.cities.all().last()) {
            cities.push((
                "largest".into(),
                format!("{} with {} persons", first.name, grouped(f64::from(first.persons))),
            ));
            cities.push((
                "smallest".into(),
                format!("{} with {} persons", last.name, grouped(f64::from(last.persons))),
            ));
        }
        let mut cameras: Vec<f64> = society.cities.all().iter().map(|city| city.cameras).collect();
        cameras.sort_by(f64::total_cmp);
        cities.push((
            "cameras per 1,000 in the median city".into(),
            format!("{:.0}", cameras[cameras.len() / 2]),
        ));
        let mut ties = vec![("household".to_owned(), format!("{:.2} ties a person", self.household_ties()))];
        for (place, layer) in society.ties.layers().iter().enumerate() {
            let scope = if layer.scope == Scope::City { "city" } else { "neighbourhood" };
            let written = file.ties.get(place).map_or(0.0, |one| one.keep.value);
            let most = f64::from(layer.most_ties());
            let text = format!(
                "{:.2} ties a person within the {scope} (groups of {}, at most {:.1})",
                self.degree(layer.tie),
                layer.group,
                most * written
            );
            ties.push((layer.tie.name().to_owned(), text));
        }
        let households = Role::Head as u8;
        let heads = self.chunks.iter().flat_map(|chunk| {
            society
                .pattern(chunk.first_block.0)
                .iter()
                .take(chunk.persons())
                .filter(|place| place.role as u8 == households)
        });
        let coupled =
            heads.clone().filter(|place| place.is_coupled()).count() as f64 / heads.count().max(1) as f64;
        vec![
            ("Cities".into(), cities),
            ("Watching".into(), super::watching::rows(society)),
            ("Occupation".into(), occupations.to_vec()),
            ("Ties".into(), ties),
            ("Households".into(), vec![("headed by a couple".into(), percent(coupled))]),
        ]
    }

    fn household_ties(&self) -> f64 {
        let (mut persons, mut ties) = (0u64, 0u64);
        for chunk in &self.chunks {
            let pattern = self.society.pattern(chunk.first_block.0);
            persons += chunk.persons() as u64;
            ties += pattern.iter().take(chunk.persons()).map(|place| u64::from(place.size) - 1).sum::<u64>();
        }
        ties as f64 / persons.max(1) as f64
    }

    /// Mean number of different persons tied by a type, over one person in each sampled neighbourhood.
    fn degree(&self, tie: Tie) -> f64 {
        let mut found = 0;
        let mut asked = 0;
        for chunk in &self.chunks {
            let person = chunk.first_person() + (chunk.first_block.0 * 37) % (chunk.persons() as u32);
            let mut others = Vec::new();
            self.society
                .ties
                .each(self.society.city(person / LANES), person, tie, |other| others.push(other));
            others.sort_unstable();
            others.dedup();
            found += others.len();
            asked += 1;
        }
        found as f64 / f64::from(asked.max(1))
    }
}

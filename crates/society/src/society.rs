//! A society as a whole, resolved: everything that is fixed about it, and the persons at the start.

use crate::population::life::AGE;
use crate::population::luck_of_run::RunOfLuck;
use crate::{
    Attention, BirthWeek, Cities, City, CityPlan, Conduct, ConductPlan, Consequences, Couples, FlagTable,
    HabitPlan, Habits, Hazards, Home, HouseholdPlan, Households, Identification, JoinedFiles, Layer,
    LifePlan, Namesakes, Occupation, OfficeFile, Person, Place, Reactions, Recognition, Remedies, Response,
    Sex, TICKS_PER_YEAR, Ties, TraitPlan, Watch, generation,
};
use demerit_kernel::{Chance, Draws, LANES, Tick};
use demerit_regime::{Matter, Mechanisms, Safeguards, Tie, Trait};
use std::ops::{Deref, DerefMut};
use thiserror::Error;

/// A fault in the make-up of a society.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum SocietyError {
    /// No persons.
    #[error("a society needs at least one person")]
    Nobody,
    /// The age groups cannot be had with these household sizes.
    #[error(
        "households of these sizes cannot hold {wanted_children} children and {wanted_elders} elders; the nearest shares are \
         {children:.4} and {elders:.4}"
    )]
    Ages {
        /// Share of children asked for.
        wanted_children: f64,
        /// Share of elders asked for.
        wanted_elders: f64,
        /// Nearest share of children.
        children: f64,
        /// Nearest share of elders.
        elders: f64,
    },
}

/// What a society is built from.
#[derive(Clone, Debug, PartialEq)]
pub struct SocietyPlan {
    /// Name in the catalogue.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Cities.
    pub cities: CityPlan,
    /// Households and ages.
    pub households: HouseholdPlan,
    /// Life and death.
    pub life: LifePlan,
    /// Males per 100 females.
    pub sex_ratio: f64,
    /// Habits; the share of males outside couples is set when the society is built.
    pub habits: HabitPlan,
    /// Traits.
    pub traits: TraitPlan,
    /// Layers of ties outside the household.
    pub layers: Vec<Layer>,
    /// Conduct by kind of deed, in the order of [`crate::conduct::deed::Deed::all`].
    pub conduct: Vec<ConductPlan>,
    /// Channels of watching.
    pub watching: Vec<Watch>,
    /// How faces are recognised; without it nobody is by a camera taken for another but by a channel's own
    /// share.
    pub identification: Option<Identification>,
    /// How files are joined; without it a file wrongly joined is anybody's of the same city.
    pub joined_files: Option<JoinedFiles>,
    /// How far watching follows past records.
    pub attention: Option<Attention>,
    /// How people respond.
    pub response: Response,
    /// What sanctions do to lives.
    pub consequences: Consequences,
    /// What else people make of being watched.
    pub reactions: Reactions,
    /// What people can do against a sanction.
    pub remedies: Remedies,
    /// What an office's files are like; `None`: exact, and nobody's income is uneven.
    pub office_file: Option<OfficeFile>,
}

/// A society: persons in number, and all that is fixed about them. It reads as the plan that it was built
/// from.
#[derive(Clone, Debug)]
pub struct Society {
    plan: SocietyPlan,
    /// Number of persons.
    pub persons: u32,
    /// Keyed draws.
    pub draws: Draws,
    /// Cities.
    pub cities: Cities,
    /// Patterns of households.
    pub households: Households,
    /// The pattern of each neighbourhood.
    tiles: Vec<u8>,
    /// Hazards of life.
    pub hazards: Hazards,
    /// Ties.
    pub ties: Ties,
    /// Conduct by kind of deed.
    pub conduct: Vec<Conduct>,
    /// The indexes of the channels that look at each matter, a bit each.
    watchers: [u16; Matter::COUNT],
    /// How faces are recognised in each city.
    pub recognition: Option<Recognition>,
    /// Who bears whose name.
    pub namesakes: Option<Namesakes>,
    /// Which mechanisms are on.
    pub mechanisms: Mechanisms,
    /// Which safeguards are in force.
    pub safeguards: Safeguards,
}

impl Deref for Society {
    type Target = SocietyPlan;

    #[inline]
    fn deref(&self) -> &SocietyPlan {
        &self.plan
    }
}

impl DerefMut for Society {
    fn deref_mut(&mut self) -> &mut SocietyPlan {
        &mut self.plan
    }
}

impl Society {
    /// Builds a society of `persons` persons.
    ///
    /// # Errors
    /// Nobody; age groups that the households cannot hold.
    pub fn new(plan: &SocietyPlan, persons: u32, draws: Draws) -> Result<Self, SocietyError> {
        if persons == 0 {
            return Err(SocietyError::Nobody);
        }
        let cities = Cities::new(&plan.cities, persons, &draws);
        let households =
            Households::new(&plan.households, &draws).map_err(|(children, elders)| SocietyError::Ages {
                wanted_children: plan.households.children,
                wanted_elders: plan.households.elders,
                children,
                elders,
            })?;
        let coupled = households.coupled();
        // Half of all coupled are male; the others make up for the rest.
        let male = plan.sex_ratio / (100.0 + plan.sex_ratio);
        let outside = if coupled < 1.0 { (male - coupled / 2.0) / (1.0 - coupled) } else { 0.5 };
        let recognition = plan.identification.map(|one| Recognition::new(one, 1.0 - male, cities.all()));
        let mut society = Self {
            plan: plan.clone(),
            persons,
            draws,
            cities,
            households,
            tiles: Households::deal(persons.div_ceil(LANES), &draws),
            hazards: Hazards::new(&plan.life, &[], coupled),
            ties: Ties::new(plan.layers.clone(), draws),
            conduct: plan.conduct.iter().map(Conduct::new).collect(),
            watchers: Matter::ALL.map(|matter| {
                let looks = |watch: &Watch| u16::from(watch.matters.contains(&matter));
                plan.watching.iter().enumerate().fold(0, |all, (index, watch)| all | looks(watch) << index)
            }),
            recognition,
            namesakes: plan.joined_files.map(|one| Namesakes::new(one, draws, persons)),
            mechanisms: Mechanisms::ALL,
            safeguards: Safeguards::default(),
        };
        society.habits.male_outside_couples = Chance::from_share(outside);
        society.reactions.audience = plan.reactions.audience.map(|audience| audience.within(persons));
        society.hazards = Hazards::new(&plan.life, &society.ages_of_a_sample(), coupled);
        Ok(society)
    }

    /// Number of neighbourhoods.
    pub const fn blocks(&self) -> u32 {
        self.persons.div_ceil(LANES)
    }

    /// Persons in a neighbourhood.
    pub fn persons_of(&self, block: u32) -> u32 {
        LANES.min(self.persons - block * LANES)
    }

    /// The places of the channels that look at a matter, in their order.
    #[inline]
    pub fn watchers(&self, matter: Matter) -> impl Iterator<Item = usize> + use<> {
        let places = self.watchers[matter.index()];
        (0..16).filter(move |place| places >> place & 1 == 1)
    }

    /// City of a neighbourhood.
    #[inline]
    pub fn city(&self, block: u32) -> &City {
        self.cities.of_block(block)
    }

    /// Pattern of households of a neighbourhood.
    pub fn pattern(&self, block: u32) -> &[Place] {
        self.households.pattern(self.tiles[block as usize])
    }

    /// A person, from what the state keeps.
    #[inline]
    pub fn person(&self, number: u32, born: BirthWeek, habits: Habits) -> Person<'_> {
        Person::new(&self.traits, &self.draws, number, born, habits)
    }

    /// Habits of whoever was born at `born` into a place.
    pub fn habits_of(&self, number: u32, place: Place, born: BirthWeek) -> Habits {
        let within = (number % LANES) as u16 - place.start;
        let sex = if born < 0 { place.sex(within) } else { None };
        Habits::draw(&self.habits, &self.draws, number, generation(born), sex)
    }

    /// Sex of whoever held a place at the start.
    pub fn sex_at_start(&self, number: u32) -> Sex {
        let place = self.pattern(number / LANES)[(number % LANES) as usize];
        self.habits_of(number, place, -1).sex()
    }

    /// Persons by age in years at the start, in a sample.
    fn ages_of_a_sample(&self) -> Vec<u64> {
        let mut ages = vec![0; 128];
        self.each_of_a_sample(|_, born| {
            let age = (-i32::from(born)) as u32 / TICKS_PER_YEAR;
            ages[(age as usize).min(127)] += 1;
        });
        ages
    }

    /// Goes over the persons of an even sample of at most 256 neighbourhoods at the start, with the week of
    /// birth of each.
    pub(crate) fn each_of_a_sample(&self, mut see: impl FnMut(u32, BirthWeek)) {
        let blocks = self.blocks();
        let sample = blocks.min(256);
        let mut born = vec![0; LANES as usize];
        let mut luck = RunOfLuck::default();
        for index in 0..sample {
            let block = (u64::from(index) * u64::from(blocks) / u64::from(sample)) as u32;
            let here = self.persons_of(block) as usize;
            luck.draw(self.draws, AGE, block * LANES, 0);
            luck.births(&self.life, self.pattern(block), &mut born[..here]);
            (block * LANES..).zip(&born[..here]).for_each(|(person, &week)| see(person, week));
        }
    }

    /// Whether a person really has a trait that a rule may read into a matter.
    ///
    /// Dependency is a class of drinking; parenthood is having a child under 3 of one's own in the household;
    /// idleness is being of working age and without work.
    pub fn has(&self, trait_: Trait, home: &Home<'_>, lane: u16, habits: Habits) -> bool {
        match trait_ {
            Trait::Dependency => habits.drinking() == 3,
            Trait::Parenthood => home.is_parent_of(lane, &(0..3)),
            Trait::Idleness => {
                let person =
                    self.person(home.first_person + u32::from(lane), home.born[usize::from(lane)], habits);
                person.occupation(home.tick) == Occupation::None
            }
        }
    }

    /// Mean deaths per person and year among persons of these ages in years.
    pub fn hazards_per_year(&self, ages: impl Iterator<Item = u32>) -> f64 {
        let (mut persons, mut deaths) = (0.0, 0.0);
        for age in ages {
            persons += 1.0;
            deaths += self.hazards.death(age).value() * f64::from(TICKS_PER_YEAR);
        }
        if persons > 0.0 { deaths / persons } else { 0.0 }
    }
}

/// The largest number of ties of each type: one partner, two parents, four children, six housemates, and the
/// layers'.
pub fn most_ties(layers: &[Layer]) -> [u32; Tie::COUNT] {
    let mut most = [0; Tie::COUNT];
    for (tie, number) in [(Tie::Partner, 1), (Tie::Parent, 2), (Tie::Child, 4), (Tie::Housemate, 6)] {
        most[tie.index()] = number;
    }
    for layer in layers {
        most[layer.tie.index()] += layer.most_ties();
    }
    most
}

/// The members of a neighbourhood as far as ties need them.
pub fn home<'a>(
    pattern: &'a [Place],
    born: &'a [BirthWeek],
    flags: &'a FlagTable,
    couples: &'a Couples,
    first_person: u32,
    tick: Tick,
) -> Home<'a> {
    Home { pattern, born, flags, couples, first_person, tick }
}

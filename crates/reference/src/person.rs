//! A person as the reference keeps one: every state variable of the ODD in a plain field, and the state of a
//! neighbourhood.

use demerit_kernel::{Draws, Points};
use demerit_regime::{Matter, Regime};
use demerit_society::population::life::AGE;
use demerit_society::population::life::births_at_start;
use demerit_society::{Habits, Losses, Origin, Society};
use std::collections::BTreeMap;

/// Persons of a neighbourhood.
pub(crate) const NEIGHBOURS: u32 = 1024;

/// All that changes about a person.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Week of birth.
    pub(crate) born: i16,
    pub(crate) habits: Habits,
    pub(crate) uses_apps: bool,
    pub(crate) score: i16,
    pub(crate) deserved: i16,
    pub(crate) tier: u8,
    pub(crate) cause: Option<Matter>,
    pub(crate) parted: bool,
    pub(crate) appealing: bool,
    /// Under a sanction at the end of the last tick.
    pub(crate) sanctioned: bool,
    /// Until when on the list, by the record.
    pub(crate) listed: Option<u32>,
    /// Until when a listing is due by true deeds.
    pub(crate) due: Option<u32>,
    /// By what the person came onto the list; means nothing for others.
    pub(crate) listed_by: Origin,
    /// Uses of capped rules by slot: by the record, by true deeds.
    pub(crate) uses: BTreeMap<u8, [u8; 2]>,
    pub(crate) aware: bool,
    pub(crate) hiding: bool,
    pub(crate) closed: bool,
    pub(crate) shunned: bool,
    pub(crate) away: bool,
    /// Points lost to each error.
    pub(crate) losses: Losses,
    pub(crate) fear: u8,
    /// Share of the income lost, in 1/255.
    pub(crate) hardship: u8,
    pub(crate) childhood: Option<Childhood>,
    /// Place in the neighbourhood of a partner found within the run.
    pub(crate) partner: Option<usize>,
    pub(crate) spell: Option<Spell>,
    /// Tick of the first deed since the last review that cost points.
    pub(crate) first_deed: Option<u32>,
    pub(crate) coming_back: Vec<ComingBack>,
    /// Ticks in which income was not declared.
    pub(crate) undeclared: Vec<u32>,
    pub(crate) stale: Vec<Stale>,
    /// Score at which a human spared the person a tier.
    pub(crate) spared: Option<i16>,
    pub(crate) company: Company,
}

/// What a childhood left, where it is not that of the first couple at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Childhood {
    pub(crate) parents: u8,
    pub(crate) schooling: i8,
    pub(crate) shadow: bool,
}

/// A spell under a sanction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spell {
    pub(crate) since: u32,
    pub(crate) wrong_since: Option<u32>,
    pub(crate) origin: Origin,
    pub(crate) gravity: usize,
}

/// A loss that comes back little by little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ComingBack {
    pub(crate) on_record: bool,
    pub(crate) origin: Origin,
    pub(crate) loss: u16,
    pub(crate) whole: u16,
    pub(crate) since: u32,
}

/// What copies that a correction missed still say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stale {
    pub(crate) points: i16,
    pub(crate) missed: u8,
    pub(crate) listed: bool,
    pub(crate) matter: Option<Matter>,
}

/// What a company holds of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Company {
    pub(crate) score: i16,
    /// Points given, and taken, by error; both end at 255.
    pub(crate) given: u8,
    pub(crate) taken: u8,
}

impl Company {
    pub(crate) fn errors(&self) -> i16 {
        i16::from(self.given) - i16::from(self.taken)
    }
}

impl Person {
    /// The person in a place when nothing has happened yet.
    pub(crate) fn born_at(born: i16, habits: Habits, uses_apps: bool) -> Self {
        Self {
            born,
            habits,
            uses_apps,
            score: 0,
            deserved: 0,
            tier: 0,
            cause: None,
            parted: false,
            appealing: false,
            sanctioned: false,
            listed: None,
            due: None,
            listed_by: Origin::OwnDeed,
            uses: BTreeMap::new(),
            aware: false,
            hiding: false,
            closed: false,
            shunned: false,
            away: false,
            losses: [0; 5],
            fear: 0,
            hardship: 0,
            childhood: None,
            partner: None,
            spell: None,
            first_deed: None,
            coming_back: Vec::new(),
            undeclared: Vec::new(),
            stale: Vec::new(),
            spared: None,
            company: Company::default(),
        }
    }

    /// Sets the standing to the start of a regime.
    pub(crate) fn stand_at_start(&mut self, regime: &Regime) {
        self.score = regime.start().0;
        self.deserved = self.score;
        self.tier = regime.tiers.of(Points(self.score));
        self.cause = None;
        self.appealing = false;
        self.sanctioned = self.listed.is_some() || regime.tiers.sanctions(self.tier);
        self.uses.clear();
        self.losses = [0; 5];
        self.coming_back.clear();
        let start = regime.feed.as_ref().map_or(0, |feed| feed.company.start().0);
        self.company = Company { score: start, given: 0, taken: 0 };
    }

    /// Counts points as lost to an error.
    pub(crate) fn count_loss(&mut self, origin: Origin, change: i16) {
        if let Some(place) = place_of_error(origin)
            && change < 0
        {
            let lost = u16::from(self.losses[place]) + change.unsigned_abs();
            self.losses[place] = lost.min(255) as u8;
        }
    }

    /// Counts points lost to an error as given back.
    pub(crate) fn count_back(&mut self, origin: Origin, points: u16) {
        if let Some(place) = place_of_error(origin) {
            self.losses[place] = u16::from(self.losses[place]).saturating_sub(points) as u8;
        }
    }

    /// Counts a use of a capped rule; tells whether the cap was not reached.
    pub(crate) fn use_rule(&mut self, slot: demerit_regime::Slot, on_record: bool) -> bool {
        let uses = &mut self.uses.entry(slot.number).or_default()[usize::from(!on_record)];
        let open = *uses < slot.cap.times;
        *uses += u8::from(open);
        open
    }
}

fn place_of_error(origin: Origin) -> Option<usize> {
    Origin::ERRORS.iter().position(|one| *one == origin)
}

/// An appeal that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Appeal {
    pub(crate) at: usize,
    pub(crate) filed: u32,
}

/// A neighbourhood.
#[derive(Clone, Debug, Default)]
pub(crate) struct Neighbourhood {
    pub(crate) people: Vec<Person>,
    /// Appeals, the oldest first.
    pub(crate) queue: Vec<Appeal>,
    /// Smoothed counts, in 1/256: entries, critical posts, posts with a stance, violations.
    pub(crate) past: u32,
    pub(crate) critical: u32,
    pub(crate) stances: u32,
    pub(crate) violations: u32,
}

impl Neighbourhood {
    /// A neighbourhood at the start of a society, before any regime is in force.
    pub(crate) fn at_start(society: &Society, block: u32) -> Self {
        let first = block * NEIGHBOURS;
        let count = society.persons_of(block) as usize;
        let pattern = society.pattern(block);
        let mut born = vec![0; count];
        let mut at = 0;
        while at < count {
            let end = (at + usize::from(pattern[at].size)).min(count);
            let luck = |within: usize| ages(society.draws, first + (at + within) as u32);
            births_at_start(&society.life, luck, &pattern[at..end], &mut born[at..end]);
            at = end;
        }
        let people = born.into_iter().enumerate().map(|(at, born)| {
            let number = first + at as u32;
            let habits = society.habits_of(number, pattern[at], born);
            Person::born_at(born, habits, society.person(number, born, habits).uses_apps())
        });
        Self { people: people.collect(), ..Self::default() }
    }

    /// A regime comes into force here at `tick`.
    pub(crate) fn come_under(&mut self, regime: &Regime, tick: u32) {
        self.queue.clear();
        for person in &mut self.people {
            let term = regime.list.as_ref().map(|list| list.until(demerit_kernel::Tick(tick)).0);
            person.listed = person.listed.and_then(|until| term.map(|term| until.min(term)));
            person.due = person.due.and_then(|until| term.map(|term| until.min(term)));
            person.stand_at_start(regime);
            person.stale.clear();
            person.spared = None;
            person.aware &= regime.rules().is_empty();
        }
    }
}

fn ages(draws: Draws, person: u32) -> [f64; 2] {
    let luck = draws.luck(AGE, person, 0, 0);
    [luck.unit(0), luck.unit(1)]
}

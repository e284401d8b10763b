//! A person as the reference keeps one: every state variable of the ODD in a plain field, and the state of a
//! neighbourhood.

use crate::difference::Fields;
use demerit_kernel::{Draws, Points, Tick};
use demerit_regime::{Matter, Regime};
use demerit_society::population::life::{AGE, births_at_start};
use demerit_society::remedies::human_review::is_spared;
use demerit_society::state::attribution::Layer;
use demerit_society::state::delay;
use demerit_society::{Appeal, Chunk, Flags, Habits, Losses, Origin, Regain, Society, Stale};
use std::collections::BTreeMap;

/// Persons of a neighbourhood.
pub(crate) const NEIGHBOURS: u32 = 1024;

/// All that changes about a person.
#[derive(Clone, Debug, Default)]
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
    pub(crate) listed_by: Option<Origin>,
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
    pub(crate) coming_back: Vec<Regain>,
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
    /// How much has to be taken back until it ends, where it is wrong.
    pub(crate) layer: Option<Layer>,
    pub(crate) gravity: usize,
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
        Self { born, habits, uses_apps, ..Self::default() }
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

    /// In which fields the engine has something else, after so many ticks.
    pub(crate) fn differs(&self, chunk: &Chunk, block: usize, lane: usize, now: u32) -> Fields {
        let at = block * NEIGHBOURS as usize + lane;
        let (tables, planes, short) = (&chunk.tables[block], &chunk.planes[block], lane as u16);
        let flags = chunk.flags(at);
        let mut fields = Fields::default();
        fields.add("birth week", self.born, chunk.born[at]);
        fields.add("habits", self.habits, chunk.habits_of(at));
        fields.add("uses apps", self.uses_apps, chunk.habits[block].app_users().contains(short));
        fields.add("score", self.score, chunk.score[at]);
        fields.add("deserved score", self.deserved, chunk.deserved(at));
        fields.add("tier", self.tier, flags.tier());
        fields.add("cause", self.cause, flags.cause());
        fields.add("parted", self.parted, flags.has(Flags::PARTED));
        fields.add("appealing", self.appealing, flags.has(Flags::APPEALING));
        fields.add("sanctioned", self.sanctioned, flags.has(Flags::SANCTIONED));
        fields.add("on the list", self.listed.is_some(), flags.has(Flags::LISTED));
        fields.add("due to be listed", self.due.is_some(), flags.has(Flags::DUE));
        let listed_by = flags.has(Flags::LISTED).then(|| flags.listing_origin());
        fields.add("origin of the listing", self.listed.and(self.listed_by), listed_by);
        let until = |on_record| {
            let mine = tables.listings.iter().filter(|row| row.lane == short && row.on_record == on_record);
            mine.map(|row| row.until).collect::<Vec<_>>()
        };
        fields.add("listed until", self.listed.into_iter().collect(), until(true));
        fields.add("due until", self.due.into_iter().collect(), until(false));
        let [aware, hiding, closed, shunned, away] = planes.each().map(|plane| plane.contains(short));
        fields.add("aware", self.aware, aware);
        fields.add("hiding", self.hiding, hiding);
        fields.add("account closed", self.closed, closed);
        fields.add("shunned", self.shunned, shunned);
        fields.add("away", self.away, away);
        fields.add("losses by origin", self.losses, tables.losses.of(lane));
        fields.add("fear", self.fear, chunk.fear(at));
        fields.add("income lost", self.hardship, tables.marks.hardship.of(short));
        let childhood = tables.marks.upbringing.get(short).map(|theirs| {
            let (parents, schooling) = (theirs.parents, theirs.schooling);
            Childhood { parents, schooling, shadow: theirs.shadow() }
        });
        fields.add("childhood", self.childhood, childhood);
        fields.add("new partner", self.partner, tables.marks.couples.of(short).map(usize::from));
        let spell = tables.spells.get(short).map(|theirs| {
            let (since, wrong_since) = (u32::from(theirs.since), theirs.wrong_since());
            // The layer of a sanction is no state of the engine's: it is compared where the regime is known.
            let layer = self.spell.and_then(|mine| mine.layer);
            Spell { since, wrong_since, origin: theirs.origin, layer, gravity: theirs.gravity() }
        });
        fields.add("spell", self.spell, spell);
        let since = self.first_deed.map_or(0, |done| now - done);
        fields.add("ticks since the first deed", since, delay::since(&tables.delays, short, Tick(now)));
        let regain = tables.pending.regain.iter().filter(|row| row.lane == short);
        fields.add("points that come back", self.coming_back.clone(), regain.copied().collect());
        let undeclared = tables.pending.undeclared.iter().filter(|row| row.lane == short);
        fields.add("undeclared incomes", self.undeclared.clone(), undeclared.map(|row| row.tick.0).collect());
        let stale = tables.remedies.stale.iter().filter(|row| row.lane == short);
        fields.add("stale copies", self.stale.clone(), stale.copied().collect());
        let spared = &tables.remedies.spared;
        let holds = |score: i16| is_spared(spared, short, score);
        let same = match self.spared {
            None => !holds(i16::MAX),
            Some(score) => holds(score) && (score == i16::MIN || !holds(score - 1)),
        };
        fields.add("spared a tier", true, same);
        // Where the rules of another world are put to true deeds, a company's scores and caps are theirs.
        let is_assessed = chunk.assessment.is_some();
        let company = (tables.company.of(short), tables.company.errors_of(short));
        if !is_assessed {
            fields.add("company score and errors", (self.company.score, self.company.errors()), company);
        }
        for number in (0..chunk.uses.rules()).filter(|_| !is_assessed) {
            let uses = self.uses.get(&(number as u8)).copied().unwrap_or_default();
            let theirs = chunk.uses.of(block, number, short);
            fields.add("uses of a capped rule", (number, uses), (number, theirs));
        }
        fields
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

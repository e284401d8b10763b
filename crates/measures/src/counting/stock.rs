//! Stocks: how many persons are what at a moment, in one pass over the state.
//!
//! A person is *sanctioned* in a sanctioning tier or on the list, and *wrongly* so if neither the deserved
//! score nor a due listing would have brought it; who would be under one for true deeds *deserves* it,
//! whether it befell them or not. The origin of a wrong sanction is that of the listing where the list alone
//! sanctions, else the error that took most points. The cause is the domain of the rule that last took points
//! before the sanction, or of what the list answers.

use crate::counting::groups::{ByGroup, groups_of};
use crate::counting::view::{View, sanction};
use demerit_kernel::{LANES, Points};
use demerit_regime::{Regime, Request, WHOLE};
use demerit_society::consequences::home_town::{held, refused};
use demerit_society::state::attribution::{Layer, Origin};
use demerit_society::state::deserved::Gap;
use demerit_society::state::spell::{GRAVITIES, Sanction};
use demerit_society::state::tally::CAUSES;
use demerit_society::{Chunk, Flags};

/// Persons whom an instrument befalls on record, and whom it would befall for their true deeds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mirror {
    /// On record.
    pub on_record: u64,
    /// For true deeds.
    pub due: u64,
    /// Both.
    pub both: u64,
}

impl Mirror {
    const fn add(&mut self, other: &Self) {
        self.on_record += other.on_record;
        self.due += other.due;
        self.both += other.both;
    }
}

/// Stocks at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    /// Persons under a sanction.
    pub sanctioned: ByGroup,
    /// Persons wrongly under a sanction.
    pub wrongly: ByGroup,
    /// Persons on the list.
    pub listed: ByGroup,
    /// Persons whose own true deeds would bring a sanction, whether they are under one or not.
    pub deserving: ByGroup,
    /// Persons in a sanctioning tier.
    pub by_tier: Mirror,
    /// Persons on the list.
    pub by_list: Mirror,
    /// Persons wrongly under a sanction, by the first layer that ends it.
    pub by_layer: [u64; Layer::COUNT],
    /// Persons wrongly under a sanction, by origin.
    pub by_origin: [u64; Origin::COUNT],
    /// Persons under a sanction, by domain of the cause; the last is "no rule".
    pub by_cause: [u64; CAUSES],
    /// Persons under a sanction, by the gravity of its cause; the last is "no cause known".
    pub by_gravity: [u64; GRAVITIES],
    /// How severe the treatment of those under a sanction is, summed, in eighths.
    pub severity: u64,
    /// What of it the gravity of the cause does not bear, summed, in eighths.
    pub severity_beyond: u64,
    /// Fear of all persons, summed, in 1/255.
    pub fear: u64,
    /// Fear in the pilot cities, summed.
    pub fear_pilot: u64,
    /// Persons wrongly under a sanction of a regime that hears appeals.
    pub wronged_heard: u64,
    /// Those of them who know that they may appeal.
    pub wronged_knowing: u64,
    /// Those of them who know, dare and can pay.
    pub wronged_able: u64,
    /// Persons under a sanction who are held at home by refused seats and rooms.
    pub held: u64,
    /// Persons who moved out of the regime's reach.
    pub away: u64,
    /// Appeals that wait.
    pub waiting: u64,
    /// Scores of all under a regime that keeps one, summed, in points.
    pub score: i64,
    /// Deserved scores of the same, summed.
    pub deserved: i64,
    /// Persons under a regime that keeps a score.
    pub scored: u64,
}

/// The domain of a sanction's cause: that of the matter, `CAUSES − 1` for none.
fn cause(sanction: &Sanction) -> usize {
    sanction.cause.map_or(CAUSES - 1, |matter| matter.domain().index())
}

/// How severe the doors are together that a standing shuts, in eighths.
fn severity(regime: &Regime, flags: Flags) -> u64 {
    let shut = Request::ALL.into_iter().filter(|&request| refused(regime, request, flags));
    shut.map(Request::severity).sum::<u64>().min(WHOLE)
}

/// What the conduct behind a sanction bears of it, in eighths: nothing where no cause is known.
fn borne(sanction: &Sanction) -> u64 {
    sanction.cause.map_or(0, |matter| matter.gravity().bears())
}

impl Stock {
    /// Counts the persons of some chunks.
    #[must_use]
    pub fn of(view: &View<'_>, chunks: &[&Chunk]) -> Self {
        let mut stock = Self::default();
        for chunk in chunks {
            for block in 0..chunk.tables.len() {
                stock.count_block(view, chunk, block);
            }
        }
        stock
    }

    fn count_block(&mut self, view: &View<'_>, chunk: &Chunk, block: usize) {
        let number = chunk.first_block.0 + block as u32;
        let regime = view.regime(number);
        let from = block * LANES as usize;
        let to = (from + LANES as usize).min(chunk.persons());
        let fear = chunk.tables[block].fear.sum();
        self.fear += fear;
        self.fear_pilot += if view.is_pilot(number) { fear } else { 0 };
        self.away += u64::from(chunk.planes[block].away.count());
        let holds = view.society.consequences.home_town.is_some();
        self.waiting += chunk.tables[block].appeals.len() as u64;
        if regime.scale.is_some() {
            self.scored += (to - from) as u64;
            let score = i64::from(chunk.score[from..to].iter().map(|&score| i32::from(score)).sum::<i32>());
            self.score += score;
            self.deserved += score + Gap::sum(&chunk.gaps[from..to], &chunk.tables[block].far);
        }
        self.count_deserving(view, chunk, block);
        // Whoever is under a sanction at the end of a tick has a spell.
        for spell in chunk.tables[block].spells.all() {
            let at = from + usize::from(spell.lane);
            let Some(sanction) = sanction(regime, chunk, at) else { continue };
            let listed = chunk.flags(at).has(Flags::LISTED);
            self.held += u64::from(holds && held(regime, chunk.flags(at)));
            self.by_gravity[sanction.gravity()] += 1;
            let (severity, borne) = (severity(regime, chunk.flags(at)), borne(&sanction));
            self.severity += severity;
            self.severity_beyond += severity.saturating_sub(borne);
            self.by_cause[cause(&sanction)] += 1;
            self.by_list.on_record += u64::from(listed);
            self.by_list.both += u64::from(listed && chunk.flags(at).has(Flags::DUE));
            if sanction.by_tier {
                let due = regime.tiers.of(Points(chunk.deserved(at)));
                self.by_tier.on_record += 1;
                self.by_tier.both += u64::from(regime.tiers.sanctions(due));
            }
            if let Some(layer) = sanction.layer {
                self.by_layer[layer.index()] += 1;
                self.by_origin[sanction.origin.index()] += 1;
                if regime.appeals.is_some() {
                    self.count_wronged(view, chunk, at);
                }
            }
            for group in groups_of(view, chunk, at, number) {
                self.sanctioned[group] += 1;
                self.wrongly[group] += u64::from(sanction.is_wrong());
                self.listed[group] += u64::from(listed);
            }
        }
    }

    /// Counts who of a neighbourhood deserves a sanction, and is within its reach.
    fn count_deserving(&mut self, view: &View<'_>, chunk: &Chunk, block: usize) {
        let number = chunk.first_block.0 + block as u32;
        let regime = view.regime(number);
        let from = block * LANES as usize;
        let here = from..(from + LANES as usize).min(chunk.persons());
        let (flags, away) = (&chunk.tables[block].flags, &*chunk.planes[block].away);
        let free_from = regime.tiers.free_from();
        let by_tier = |at: usize| {
            let deserved = chunk.deserved(at);
            i32::from(deserved) < free_from && regime.tiers.sanctions(regime.tiers.of(Points(deserved)))
        };
        let mut count = |at: usize, (tier, due): (bool, bool)| {
            if away.contains((at - from) as u16) {
                return;
            }
            self.by_tier.due += u64::from(tier);
            self.by_list.due += u64::from(due);
            for group in groups_of(view, chunk, at, number) {
                self.deserving[group] += 1;
            }
        };
        if free_from > i32::MIN {
            for at in here.filter(|&at| by_tier(at)) {
                count(at, (true, flags.has((at - from) as u16, Flags::DUE)));
            }
        }
        for at in flags.with(Flags::DUE).map(|lane| from + usize::from(lane)) {
            if !by_tier(at) {
                count(at, (false, true));
            }
        }
    }

    fn count_wronged(&mut self, view: &View<'_>, chunk: &Chunk, at: usize) {
        self.wronged_heard += 1;
        let Some(filing) = &view.society.remedies.filing else { return };
        let number = chunk.first_person() + at as u32;
        let person = view.society.person(number, chunk.born[at], chunk.habits_of(at));
        let (pattern, marks) =
            (view.society.pattern(number / LANES), &chunk.tables[at / LANES as usize].marks);
        let fifth = view.society.income_fifth(&person, pattern, marks, view.tick);
        let able = filing.able(&view.society.draws, &person, fifth, chunk.fear(at));
        self.wronged_knowing += u64::from(able.knows);
        self.wronged_able += u64::from(able.to_file());
    }

    /// Adds the stock of other persons.
    pub fn add(&mut self, other: &Self) {
        self.sanctioned.add(&other.sanctioned);
        self.wrongly.add(&other.wrongly);
        self.listed.add(&other.listed);
        self.deserving.add(&other.deserving);
        self.by_tier.add(&other.by_tier);
        self.by_list.add(&other.by_list);
        let arrays = [
            (&mut self.by_origin[..], &other.by_origin[..]),
            (&mut self.by_layer[..], &other.by_layer[..]),
            (&mut self.by_cause[..], &other.by_cause[..]),
            (&mut self.by_gravity[..], &other.by_gravity[..]),
        ];
        for (mine, theirs) in arrays {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
        }
        self.severity += other.severity;
        self.severity_beyond += other.severity_beyond;
        self.fear += other.fear;
        self.fear_pilot += other.fear_pilot;
        self.wronged_heard += other.wronged_heard;
        self.wronged_knowing += other.wronged_knowing;
        self.wronged_able += other.wronged_able;
        self.waiting += other.waiting;
        self.held += other.held;
        self.away += other.away;
        self.score += other.score;
        self.deserved += other.deserved;
        self.scored += other.scored;
    }
}

//! What a sanction does to a life when it begins, while it lasts, and after it is over.
//!
//! Model: called by Respond where a sanction begins and by Gate where a request is refused; once a tick, within Live, for what goes on.
//! The luck of each consequence is its own, and is drawn whatever the regime.
//! Symbols: see the files of the consequences in the society.
//! Source(s): there. Leaves out: what nobody in the household feels but the person.

use crate::block::Block;
use crate::phase::shun;
use crate::today::{Today, occupied};
use crate::world::Scratch;
use demerit_kernel::BlockId;
use demerit_regime::{Request, Tie};
use demerit_society::consequences::hardship::Hardship;
use demerit_society::population::household::Role;
use demerit_society::population::life::age_years;
use demerit_society::population::person::{ADULT, SCHOOL};
use demerit_society::{Flags, stream};

/// What the beginning of a sanction costs.
pub(crate) fn begins(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, lane: u16) {
    if let Some(hardship) = &today.society.consequences.hardship {
        let person = block.first_person + u32::from(lane);
        if hardship.job.hits(today.draws.luck(stream::JOB, person, today.tick.0, 0).word(0)) {
            lose_job(today, block, scratch, hardship, lane);
        }
    }
    shun::begins(today, block, scratch, lane);
    if today.society.consequences.upbringing.is_some() {
        shadow(today, block, lane);
    }
}

/// Puts the childhood of a person's children in the shadow of a sanction.
fn shadow(today: &Today<'_>, block: &mut Block<'_>, lane: u16) {
    for other in today.household(lane, block.persons()) {
        let minor = age_years(block.born[usize::from(other)], today.tick) < ADULT;
        if minor && today.home(block).tie_to(lane, other) == Tie::Child {
            let child = block.first_person + u32::from(other);
            let parents = || today.society.parents_at_start(child, today.pattern);
            block.tables.marks.upbringing.of_mut(other, parents).put_shadow(true);
        }
    }
}

/// What a place at a better school, refused (−1) or got before others (1), does to the pupils of a household.
pub(crate) fn schooled(today: &Today<'_>, block: &mut Block<'_>, lane: u16, request: Request, step: i8) {
    let figures = today.society.consequences.upbringing.filter(|figures| figures.standing);
    let Some(figures) = figures.filter(|_| request == Request::SchoolPlace) else { return };
    for other in today.household(lane, block.persons()) {
        if (SCHOOL..ADULT).contains(&age_years(block.born[usize::from(other)], today.tick)) {
            let child = block.first_person + u32::from(other);
            let parents = || today.society.parents_at_start(child, today.pattern);
            let childhood = block.tables.marks.upbringing.of_mut(other, parents);
            childhood.schooling = (childhood.schooling + step).clamp(-figures.most, figures.most);
        }
    }
}

/// Whoever is born into a household has parents from then on: its first couple, whoever of it still lives, or any adult there.
pub(crate) fn born(today: &Today<'_>, block: &mut Block<'_>, lane: u16) {
    if today.society.consequences.upbringing.is_none() {
        return;
    }
    let adult = |at: usize| age_years(block.born[at], today.tick) >= ADULT;
    let of_couple =
        |at: usize| block.born[at] < 0 && matches!(today.pattern[at].role, Role::Head | Role::Partner);
    let household = || today.household(lane, block.persons()).map(usize::from).filter(|&at| adult(at));
    let couple = household().filter(|&at| of_couple(at));
    let anybody = household().filter(|_| household().all(|one| !of_couple(one))).take(1);
    let mut parents = [(0.0, 0); 2];
    let mut found = 0;
    let mut shadow = false;
    for at in couple.take(2).chain(anybody) {
        let number = block.first_person + at as u32;
        let person = today.society.person(number, block.born[at], block.habits.of(at));
        let rank = today.society.income_rank(&person, today.pattern, &block.tables.marks, today.tick);
        parents[found] = (rank, block.tables.marks.hardship.of(at as u16));
        found += 1;
        shadow |= block.has(at, Flags::SANCTIONED);
    }
    let child = block.first_person + u32::from(lane);
    let parents = today.society.parents_at_birth(child, block.born[usize::from(lane)], &parents[..found]);
    block.tables.marks.upbringing.of_mut(lane, || parents).put_shadow(shadow);
}

/// What a refused request costs.
pub(crate) fn refused(today: &Today<'_>, block: &mut Block<'_>, lane: u16, request: Request) {
    if let Some(hardship) = &today.society.consequences.hardship {
        let share = hardship.refused[request.index()];
        let lost = block.tables.marks.hardship.of(lane);
        block.tables.marks.hardship.put(lane, hardship.after(lost, share));
    }
    schooled(today, block, lane, request, -1);
}

/// What goes on while sanctions last and after them.
pub(crate) fn goes_on(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch) {
    shun::heal(today, block);
    if let Some(hardship) = &today.society.consequences.hardship {
        jobs_lost_later(today, block, scratch, hardship);
        if Hardship::recovers_at(today.tick) {
            let flags = &block.tables.flags;
            block.tables.marks.hardship.recover(|lane, lost| {
                let under = flags.has(lane, Flags::SANCTIONED);
                if under { lost } else { hardship.recovered(lost) }
            });
        }
    }
}

fn jobs_lost_later(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, hardship: &Hardship) {
    let candidates =
        today.draws.candidates(stream::JOB, BlockId(today.block), today.tick, hardship.job_later);
    for lane in candidates.and(occupied(block)).lanes() {
        if block.has(usize::from(lane), Flags::SANCTIONED) {
            lose_job(today, block, scratch, hardship, lane);
        }
    }
}

/// Takes the income that goes with the job, from whoever has one to lose.
fn lose_job(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, hardship: &Hardship, lane: u16) {
    let at = usize::from(lane);
    let person =
        today.society.person(block.first_person + u32::from(lane), block.born[at], block.habits.of(at));
    let table = &mut block.tables.marks.hardship;
    let lost = table.of(lane);
    if person.occupation(today.tick).is_work() && lost < hardship.with_job {
        table.put(lane, hardship.after(lost, hardship.with_job));
        scratch.tally.jobs_lost += 1;
    }
}

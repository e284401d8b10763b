//! What a sanction does to a life when it begins, while it lasts, and after it is over.
//!
//! Model: called by Respond where a sanction begins and by Gate where a request is refused; once a tick,
//! within Live, for what goes on. The luck of each consequence is its own, and is drawn whatever the regime.
//! Symbols: see the files of the consequences in the society. Source(s): there. Leaves out: what nobody in
//! the household feels but the person.

use crate::phase::shun;
use crate::turn::Turn;
use demerit_regime::{Request, Tie};
use demerit_society::consequences::hardship::JOB;
use demerit_society::consequences::upbringing::childhood;
use demerit_society::{ADULT, EventKind, Flags, Hardship, Role, SCHOOL};

/// What the beginning of a sanction costs.
pub(crate) fn begins(turn: &mut Turn<'_>, lane: u16) {
    let today = turn.today;
    if let Some(hardship) = &today.society.consequences.hardship
        && hardship.job.hits(turn.luck(JOB, lane, 0).word(0))
    {
        lose_job(turn, hardship, lane);
    }
    shun::begins(turn, lane);
    if today.society.consequences.upbringing.is_some() {
        shadow(turn, lane);
    }
}

/// Puts the childhood of a person's children in the shadow of a sanction.
fn shadow(turn: &mut Turn<'_>, lane: u16) {
    let today = turn.today;
    for other in turn.household(lane) {
        if !turn.is_adult(other) && turn.home().tie_to(lane, other) == Tie::Child {
            let child = turn.number(other);
            let parents = || today.society.parents_at_start(child, today.pattern);
            childhood(&mut turn.block.tables.marks.upbringing, other, parents).put_shadow(true);
        }
    }
}

/// What a place at a better school, refused (−1) or got before others (1), does to the pupils of a household.
pub(crate) fn schooled(turn: &mut Turn<'_>, lane: u16, request: Request, step: i8) {
    let today = turn.today;
    let figures = today.society.consequences.upbringing.filter(|figures| figures.standing);
    let Some(figures) = figures.filter(|_| request == Request::SchoolPlace) else { return };
    for other in turn.household(lane) {
        if (SCHOOL..ADULT).contains(&turn.age(other)) {
            let child = turn.number(other);
            let parents = || today.society.parents_at_start(child, today.pattern);
            let childhood = childhood(&mut turn.block.tables.marks.upbringing, other, parents);
            childhood.schooling = (childhood.schooling + step).clamp(-figures.most, figures.most);
        }
    }
}

/// Gives the child born into a household parents: its first couple, the one of it who still lives, or any
/// adult there.
pub(crate) fn born(turn: &mut Turn<'_>, lane: u16) {
    let today = turn.today;
    if today.society.consequences.upbringing.is_none() {
        return;
    }
    let of_couple = |one: u16| {
        let at = usize::from(one);
        turn.block.born[at] < 0 && matches!(today.pattern[at].role, Role::Head | Role::Partner)
    };
    let household = || turn.household(lane).filter(|&one| turn.is_adult(one));
    let couple = household().filter(|&one| of_couple(one));
    let anybody = household().filter(|_| household().all(|one| !of_couple(one))).take(1);
    let mut parents = [(0.0, 0); 2];
    let mut found = 0;
    let mut shadow = false;
    for one in couple.take(2).chain(anybody) {
        let person = turn.person(one);
        let rank = today.society.income_rank(&person, today.pattern, &turn.block.tables.marks, today.tick);
        parents[found] = (rank, turn.block.tables.marks.hardship.of(one));
        found += 1;
        shadow |= turn.block.has(one, Flags::SANCTIONED);
    }
    let child = turn.number(lane);
    let parents =
        today.society.parents_at_birth(child, turn.block.born[usize::from(lane)], &parents[..found]);
    childhood(&mut turn.block.tables.marks.upbringing, lane, || parents).put_shadow(shadow);
}

/// What a refused request costs.
pub(crate) fn refused(turn: &mut Turn<'_>, lane: u16, request: Request) {
    let today = turn.today;
    if let Some(hardship) = &today.society.consequences.hardship {
        let share = hardship.refused[request.index()];
        let lost = turn.block.tables.marks.hardship.of(lane);
        let lacks = hardship.after(lost, share);
        turn.block.tables.marks.hardship.put(lane, lacks);
        if lacks != lost {
            turn.log(lane, EventKind::IncomeLost { lacks }, 0, None);
        }
    }
    schooled(turn, lane, request, -1);
}

/// What goes on while sanctions last and after them.
pub(crate) fn goes_on(turn: &mut Turn<'_>) {
    let today = turn.today;
    shun::heal(turn);
    if let Some(hardship) = &today.society.consequences.hardship {
        jobs_lost_later(turn, hardship);
        if Hardship::recovers_at(today.tick) {
            turn.members().for_each(|lane| tell_of_recovery(turn, hardship, lane));
            let flags = &turn.block.tables.flags;
            turn.block.tables.marks.hardship.change(|lane, lost| {
                let under = flags.has(lane, Flags::SANCTIONED);
                if under { lost } else { hardship.recovered(lost) }
            });
        }
    }
}

/// Tells of what comes back in this tick to a member of the cohort.
fn tell_of_recovery(turn: &mut Turn<'_>, hardship: &Hardship, lane: u16) {
    let lost = turn.block.tables.marks.hardship.of(lane);
    let lacks = hardship.recovered(lost);
    if lacks == lost || turn.block.has(lane, Flags::SANCTIONED) {
        return;
    }
    // Who lacks less than goes with a job has one to lose.
    let works = lost >= hardship.with_job && lacks < hardship.with_job;
    let kind = if works { EventKind::JobFound { lacks } } else { EventKind::IncomeBack { lacks } };
    turn.log(lane, kind, 0, None);
}

fn jobs_lost_later(turn: &mut Turn<'_>, hardship: &Hardship) {
    for lane in turn.chosen(JOB, hardship.job_later) {
        if turn.block.has(lane, Flags::SANCTIONED) {
            lose_job(turn, hardship, lane);
        }
    }
}

/// Takes the income that goes with the job, from somebody who has one to lose.
fn lose_job(turn: &mut Turn<'_>, hardship: &Hardship, lane: u16) {
    let today = turn.today;
    let person = turn.person(lane);
    let table = &mut turn.block.tables.marks.hardship;
    let lost = table.of(lane);
    if person.occupation(today.tick).is_work() && lost < hardship.with_job {
        let lacks = hardship.after(lost, hardship.with_job);
        table.put(lane, lacks);
        turn.scratch.tally.jobs_lost += 1;
        turn.log(lane, EventKind::JobLost { lacks }, 0, None);
    }
}

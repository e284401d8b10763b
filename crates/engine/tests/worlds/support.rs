//! Regimes, channels and worlds for tests: plain ones to be filled in, and a rich one with every mechanism on.
//!
//! All rates of the rich society are assumptions of the tests, high enough for everything to happen within a year to some
//! persons of 20,000.

use crate::figures::{by_all, layer, living};
use demerit_engine::{Schedule, World, step};
use demerit_kernel::{Chance, Draws, Points, Seed};
use demerit_regime::{
    Appeals, Burden, Cap, Channel, Claim, CourtList, Forgetting, Gate, Grounds, Matter, Parts, Regime,
    Removal, Request, Rule, Scale, Spillover, Tie, Tier, TierSet, Tiers, Trait,
};
use demerit_society::account::Audience;
use demerit_society::adaptation::Hiding;
use demerit_society::attention::Attention;
use demerit_society::awareness::Awareness;
use demerit_society::benefits::FeltSafety;
use demerit_society::care_for_others::Care;
use demerit_society::conduct::{ConductPlan, Follows, Who};
use demerit_society::consequences::Consequences;
use demerit_society::correction::Correction;
use demerit_society::events::{Cohort, Event};
use demerit_society::filing::Filing;
use demerit_society::habit::Habits;
use demerit_society::hardship::{Hardship, of_money};
use demerit_society::home_town::HomeTown;
use demerit_society::identification::Identification;
use demerit_society::joined_files::JoinedFiles;
use demerit_society::leaving::Leaving;
use demerit_society::office_file::OfficeFile;
use demerit_society::partner::Partners;
use demerit_society::reactions::Reactions;
use demerit_society::redress::Remedies;
use demerit_society::response::Response;
use demerit_society::shunning::Shunning;
use demerit_society::silence::Silence;
use demerit_society::society::SocietyPlan;
use demerit_society::ties::Scope;
use demerit_society::upbringing::Upbringing;
use demerit_society::watching::{Coverage, Watch};
use demerit_society::{Chunk, Deed, Society, Tally};
use std::sync::Arc;

/// Chance of a share.
pub(crate) fn of(share: f64) -> Chance {
    Chance::from_share(share)
}

pub(crate) fn grounds() -> Grounds {
    Grounds { claim: Claim::Hypothetical, source: "a test".into() }
}

/// A rule that gives the same points whenever the matter is on record.
pub(crate) fn rule(matter: Matter, points: i16) -> Rule {
    Rule { name: format!("{matter} {points}"), ..Rule::plain(matter, Points(points), grounds()) }
}

pub(crate) fn scale(floor: i16, start: i16, ceiling: i16) -> Option<Scale> {
    Some(Scale { start: Points(start), floor: Points(floor), ceiling: Points(ceiling) })
}

/// Tiers by their lowest scores; those below `sanctions` are a sanction.
pub(crate) fn tiers(from: &[i16], sanctions: i16) -> Tiers {
    let tier =
        |&from: &i16| Tier { name: format!("from {from}"), from: Points(from), sanction: from < sanctions };
    Tiers::new(from.iter().map(tier).collect()).expect("tiers in order")
}

/// A spillover of one step with the same weight for these types of ties.
pub(crate) fn spillover(ties: &[Tie], weight: f64) -> Option<Spillover> {
    let mut weights = [Chance::ZERO; Tie::COUNT];
    for tie in ties {
        weights[tie.index()] = of(weight);
    }
    Some(Spillover { weights, reach: 1, grounds: grounds() })
}

pub(crate) fn gate(request: Request, refuses: u8, refuses_listed: bool, grants: u8) -> Gate {
    Gate {
        name: request.name().into(),
        request,
        domain: request.domain(),
        refuses: TierSet(refuses),
        refuses_listed,
        grants: TierSet(grants),
        saves: if grants == 0 { 0.0 } else { 0.5 },
        grounds: grounds(),
    }
}

pub(crate) fn regime(parts: Parts) -> Regime {
    Regime::new("test", "A regime of the tests", parts).expect("a regime that can be put together")
}

/// The null regime: nothing is read, written, given or taken.
pub(crate) fn null() -> Regime {
    regime(Parts::default())
}

/// A channel that sees a share of all deeds of these matters and never errs.
pub(crate) fn watch(channel: Channel, matters: &[Matter], share: f64) -> Watch {
    let mut watch = Watch::blind(channel);
    watch.matters = matters.to_vec();
    watch.coverage = Coverage::Deeds(of(share));
    watch
}

/// The same channel with errors: of what it sees, a share `wrong` is ascribed to a wrong person and half as much to a wrong file;
/// `ghosts` false matches and half as many clerks' errors a year.
pub(crate) fn erring(watch: Watch, wrong: f64, ghosts: f64) -> Watch {
    Watch {
        miss: of(0.05),
        wrong_person: of(wrong),
        wrong_join: of(wrong / 2.0),
        false_match: Watch::per_tick(ghosts),
        clerk: Watch::per_tick(ghosts / 2.0),
        ..watch
    }
}

/// Sets how often a deed is done.
pub(crate) fn does(plan: &mut SocietyPlan, deed: Deed, conduct: ConductPlan) {
    plan.conduct[deed.index()] = conduct;
}

/// Everybody does it alike, with this chance in a tick.
pub(crate) fn all_do(plan: &mut SocietyPlan, matter: Matter, chance: f64) {
    does(plan, Deed::Act(matter), by_all(chance));
}

/// A world under one regime from the start; events are told of everybody if `told`.
pub(crate) fn world(plan: &SocietyPlan, persons: u32, regime: Regime, told: bool) -> World {
    world_under(
        plan,
        persons,
        Schedule { world: "test".into(), regimes: vec![regime], changes: Vec::new() },
        if told { persons } else { 0 },
    )
}

/// A world under a plan of regimes with a cohort of `told` persons.
pub(crate) fn world_under(plan: &SocietyPlan, persons: u32, regimes: Schedule, told: u32) -> World {
    let draws = Draws::new(Seed(20_200_101));
    let society = Arc::new(Society::new(plan, persons, draws).expect("a plan that can be built"));
    World::new(society, regimes, Arc::new(Cohort::new(told, persons, &draws)))
}

/// Moves a world on by some ticks and takes what was counted.
pub(crate) fn run(world: &mut World, ticks: u32) -> Tally {
    for _ in 0..ticks {
        step(world);
    }
    world.take_tally()
}

/// Habits of everybody, in order.
pub(crate) fn habits(world: &World) -> Vec<Habits> {
    let of = |chunk: &Chunk| (0..chunk.persons()).map(|at| chunk.habits_of(at)).collect::<Vec<_>>();
    world.chunks().flat_map(of).collect()
}

/// What has been told since the last call.
pub(crate) fn events(world: &mut World) -> Vec<Event> {
    let mut events = Vec::new();
    world.take_events(&mut events);
    events
}

/// Points lost by origin, over all domains.
pub(crate) fn lost_by(tally: &Tally, origin: demerit_society::Origin) -> u64 {
    tally.points_lost.iter().map(|by_origin| by_origin[origin.index()]).sum()
}

/// Entries by origin, over all channels.
pub(crate) fn entries_by(tally: &Tally, origin: demerit_society::Origin) -> u64 {
    tally.entries.iter().map(|by_origin| by_origin[origin.index()]).sum()
}

/// A society in which everything happens.
pub(crate) fn rich_society() -> SocietyPlan {
    use Matter as M;
    let mut plan = living();
    plan.layers = vec![
        layer(Tie::Kin, Scope::City, 4, 2, 0.8),
        layer(Tie::Friend, Scope::City, 4, 1, 0.9),
        layer(Tie::Colleague, Scope::Neighbourhood, 12, 1, 0.6),
        layer(Tie::Acquaintance, Scope::City, 30, 1, 0.7),
    ];
    let yearly = |who, rate, follows, factors, most| ConductPlan { who, rate, follows, factors, most };
    let lapse = [0.3, 1.0, 2.0, 4.0];
    let words = [0.0, 1.0, 12.0, 60.0];
    for (matter, conduct) in [
        (M::AlcoholPurchase, yearly(Who::Adults, 10.0, Follows::Drinking, [0.0, 0.4, 3.0, 9.0], 1.0)),
        (M::NappyPurchase, yearly(Who::WithInfant, 20.0, Follows::Nothing, [1.0; 4], 1.3)),
        (M::GamePurchase, yearly(Who::Everyone, 2.0, Follows::Nothing, [1.0; 4], 1.0)),
        (M::LateBill, yearly(Who::Adults, 1.0, Follows::Care, lapse, 1.0)),
        (M::LateLoan, yearly(Who::Adults, 0.3, Follows::Care, lapse, 1.0)),
        (M::LoanDefault, yearly(Who::Adults, 0.02, Follows::Care, lapse, 1.0)),
        (M::TrafficOffence, yearly(Who::Drivers, 1.5, Follows::Care, lapse, 1.0)),
        (M::CivicAct, yearly(Who::Adults, 0.6, Follows::Nothing, [1.0; 4], 1.3)),
        (M::Truancy, yearly(Who::Pupils, 0.5, Follows::Care, lapse, 1.0)),
        (M::MissedCheckup, yearly(Who::Everyone, 0.4, Follows::Care, lapse, 1.0)),
        (M::Petition, yearly(Who::Adults, 0.05, Follows::Nothing, [1.0; 4], 1.0)),
        (M::NeutralPost, yearly(Who::Adults, 1.0, Follows::Writing, words, 1.0)),
        (M::SupportivePost, yearly(Who::Adults, 0.3, Follows::Writing, words, 2.6)),
        (M::CriticalPost, yearly(Who::Adults, 0.2, Follows::Writing, words, 2.0)),
        (M::InvestigativePost, yearly(Who::Adults, 0.02, Follows::Writing, words, 2.0)),
        (M::Lawsuit, yearly(Who::Adults, 0.02, Follows::Care, lapse, 1.0)),
        (M::UnpaidOrder, yearly(Who::Adults, 0.01, Follows::Care, lapse, 1.0)),
    ] {
        let most = conduct.most * if of_money(matter) { 1.5 * (1.0 + 2.0 * 150.0 / 255.0) } else { 1.0 };
        does(&mut plan, Deed::Act(matter), ConductPlan { most, ..conduct });
    }
    for (request, rate) in [
        (Request::RailTrip, 2.6),
        (Request::AirTrip, 0.47),
        (Request::Loan, 0.2),
        (Request::StateJob, 0.05),
        (Request::Home, 0.1),
        (Request::SchoolPlace, 0.1),
        (Request::Deposit, 0.5),
    ] {
        does(&mut plan, Deed::Ask(request), yearly(Who::Adults, rate, Follows::Nothing, [1.0; 4], 1.0));
    }
    let app = Watch {
        coverage: Coverage::AppUsers,
        ..watch(
            Channel::App,
            &[
                M::AlcoholPurchase,
                M::NappyPurchase,
                M::GamePurchase,
                M::SupportivePost,
                M::CriticalPost,
                M::InvestigativePost,
            ],
            1.0,
        )
    };
    let camera = Watch {
        coverage: Coverage::CityCameras,
        ..watch(Channel::Camera, &[M::TrafficOffence, M::CivicAct], 1.0)
    };
    plan.watching = vec![
        erring(camera, 0.05, 0.05),
        erring(app, 0.01, 0.01),
        erring(watch(Channel::School, &[M::Truancy], 0.8), 0.01, 0.005),
        erring(watch(Channel::Medical, &[M::MissedCheckup], 0.7), 0.01, 0.005),
        erring(watch(Channel::Security, &[M::Petition, M::TrafficOffence], 0.9), 0.02, 0.005),
        erring(watch(Channel::Finance, &[M::LateBill, M::LateLoan, M::LoanDefault], 0.95), 0.02, 0.01),
        erring(watch(Channel::Court, &[M::Lawsuit, M::UnpaidOrder], 1.0), 0.03, 0.002),
        erring(watch(Channel::Office, &[M::CivicAct], 0.6), 0.02, 0.01),
    ];
    plan.identification = Some(Identification {
        false_match: 1e-8,
        looks: [0.6, 0.3, 0.1],
        looks_ratio: 10.0,
        women_ratio: 2.0,
        false_alarms: 0.05,
    });
    plan.joined_files = Some(JoinedFiles { group: 16 });
    plan.attention = Some(Attention { share: 0.5, weeks: 13 });
    plan.response = Response {
        own: 100,
        tie: 20,
        fade: of(0.05),
        chill: 0.022,
        silence: 0.5,
        deterrence: 0.1,
        gaming: 0.2,
    };
    plan.office_file = Some(OfficeFile { uneven: of(0.4), mixed_up: of(0.05) });
    plan.remedies = Remedies {
        filing: Some(Filing {
            knows: of(0.7),
            daunt: 0.5,
            pays: [0.5, 0.6, 0.7, 0.8, 0.9].map(of),
            wronged: of(0.1),
            others: of(0.02),
        }),
        correction: Some(Correction { copies: 3, reaches: of(0.7), exchange: of(0.05) }),
    };
    plan.consequences = rich_consequences();
    plan.reactions = Reactions {
        awareness: Some(Awareness { news: 0.01, talk: 0.1 }),
        silence: Some(Silence { slope: 1.0, usual: 0.4, memory: 13 }),
        audience: Some(Audience { readers: [0, 100, 1000, 5000] }),
        care: Some(Care { care: 0.2, friends: 3.0 }),
        hiding: Some(Hiding { starts: of(0.2), stops: of(0.05) }),
        safety: Some(FeltSafety { base: 0.9, slope: 0.2, memory: 13 }),
    };
    plan
}

/// What sanctions do to lives in the rich society.
pub(crate) fn rich_consequences() -> Consequences {
    let mut refused = [0; Request::COUNT];
    refused[Request::StateJob.index()] = 20;
    refused[Request::Loan.index()] = 8;
    Consequences {
        hardship: Some(Hardship {
            job: of(0.4),
            job_later: of(0.001),
            with_job: 100,
            refused,
            most: 150,
            fade: of(0.05),
            lapses: 2.0,
            by_fifth: [1.5, 1.2, 1.0, 0.8, 0.5],
        }),
        partners: Some(Partners { parting: 3.0, looks_at: 5, accepts: of(0.3), apart: 15, regard: true }),
        home_town: Some(HomeTown { slow: of(0.7) }),
        shunning: Some(Shunning { cut: of(0.4), heals: of(0.02) }),
        leaving: Some(Leaving { leaves: of(0.005), returns: of(0.01) }),
        upbringing: Some(Upbringing { beta: 0.39, gain: 0.2, most: 4, standing: true }),
    }
}

/// The parts of a regime with every mechanism on.
pub(crate) fn rich_parts() -> Parts {
    let spilling = |rule: Rule| Rule { spills: true, ..rule };
    let capped = |rule: Rule, times, window| Rule { cap: Some(Cap { times, window }), ..rule };
    let banded = |rule: Rule, low, high| Rule { low: Points(low), high: Points(high), ..rule };
    let reads_into = |rule: Rule, trait_| Rule { infers: Some(trait_), ..rule };
    let mut weights = [Chance::ZERO; Tie::COUNT];
    for (tie, weight) in
        [(Tie::Partner, 0.2), (Tie::Parent, 0.1), (Tie::Child, 0.1), (Tie::Kin, 0.03), (Tie::Friend, 0.1)]
    {
        weights[tie.index()] = of(weight);
    }
    Parts {
        scale: scale(0, 600, 800),
        rules: vec![
            reads_into(rule(Matter::AlcoholPurchase, -2), Trait::Dependency),
            capped(reads_into(rule(Matter::NappyPurchase, 3), Trait::Parenthood), 4, 26),
            reads_into(rule(Matter::GamePurchase, -3), Trait::Idleness),
            spilling(rule(Matter::LateBill, -10)),
            spilling(rule(Matter::LateLoan, -20)),
            spilling(rule(Matter::LoanDefault, -100)),
            rule(Matter::TrafficOffence, -5),
            capped(rule(Matter::CivicAct, 5), 2, 52),
            rule(Matter::Truancy, -5),
            rule(Matter::MissedCheckup, -5),
            spilling(banded(rule(Matter::Petition, -50), -50, -5)),
            rule(Matter::SupportivePost, 2),
            spilling(banded(rule(Matter::CriticalPost, -30), -30, -10)),
            spilling(rule(Matter::InvestigativePost, -100)),
            rule(Matter::Lawsuit, -30),
            capped(spilling(rule(Matter::UnpaidOrder, -50)), 1, 52),
        ],
        tiers: tiers(&[0, 500, 580, 605], 580),
        spillover: Some(Spillover { weights, reach: 2, grounds: grounds() }),
        list: Some(CourtList {
            name: "list".into(),
            enter: of(0.8),
            term: Some(20),
            repair: of(0.01),
            grounds: grounds(),
        }),
        gates: vec![
            gate(Request::RailTrip, 0b1, true, 0),
            gate(Request::AirTrip, 0b11, true, 0),
            gate(Request::Loan, 0b11, false, 0b1000),
            gate(Request::StateJob, 0b111, true, 0),
            gate(Request::SchoolPlace, 0b1, true, 0b1000),
            gate(Request::Deposit, 0, false, 0b1000),
        ],
        review_every: 1,
        forgetting: Some(Forgetting { every: 26, share: of(0.3) }),
        appeals: Some(Appeals {
            capacity_milli: 2000,
            silence: of(0.2),
            within: None,
            burden: Burden::Office,
            proves: Chance::ONE,
            upheld_wrong: of(0.5),
            upheld_right: of(0.05),
            grounds: grounds(),
        }),
        removal: Some(Removal {
            matters: vec![Matter::CriticalPost, Matter::InvestigativePost],
            share: of(0.3),
            closes: of(0.1),
            reopens: of(0.05),
            grounds: grounds(),
        }),
        reads: Channel::ALL.to_vec(),
        ..Parts::default()
    }
}

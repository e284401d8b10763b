//! What is so of single persons, asked one by one.

use demerit_fixtures::census::{built, by_all, quiet};
use demerit_kernel::{BlockId, Chance, LANES, Loader, Mask, Saver, Sparse, Tick};
use demerit_regime::{
    Claim, Domain, Gate, Matter, Parts, Provenance, Regime, Request, Scale, Tier, TierSet, Tiers, Trait,
};
use demerit_society::conduct::habit::Habits;
use demerit_society::conduct::{Conduct, ConductPlan, Follows, Who, scaled};
use demerit_society::consequences::home_town::answer;
use demerit_society::consequences::partner::Couples;
use demerit_society::population::person::Occupation;
use demerit_society::population::ties::Home;
use demerit_society::state::flags::{FlagTable, Standing};
use demerit_society::state::rare::Rare;
use demerit_society::{Chunk, Flags, Society};

fn start() -> (Society, Chunk) {
    let mut plan = quiet();
    plan.life.deaths = 0.0071;
    let society = built(&plan, 2 * LANES, 5);
    let mut chunk = Chunk::new(BlockId(1), 1, LANES, &[]);
    society.populate(&mut chunk);
    (society, chunk)
}

#[test]
fn traits_that_rules_read_into_matters() {
    let (society, chunk) = start();
    let tick = Tick(30);
    let home = Home {
        pattern: society.pattern(1),
        born: &chunk.born,
        flags: &chunk.tables[0].flags,
        couples: Couples::NONE,
        first_person: LANES,
        tick,
    };
    let mut counts = [0; 3];
    for lane in 0..LANES as u16 {
        let habits = chunk.habits_of(usize::from(lane));
        let person = society.person(LANES + u32::from(lane), chunk.born[usize::from(lane)], habits);
        let toddler = |other: usize| (0..3).contains(&((30 - i32::from(chunk.born[other])) / 52));
        let its_child = |other: usize| home.is_parent_of(lane, &(0..3)) && toddler(other);
        let wanted = [
            (Trait::Dependency, habits.drinking() == 3),
            (Trait::Parenthood, home.lanes(lane).any(its_child)),
            (Trait::Idleness, person.age(tick) >= 18 && person.occupation(tick) == Occupation::None),
        ];
        for (count, (one, wanted)) in counts.iter_mut().zip(wanted) {
            assert_eq!(society.has(one, &home, lane, habits), wanted, "{} of lane {lane}", one.name());
            *count += u32::from(wanted);
        }
    }
    assert!(counts.iter().all(|&count| count > 5), "{counts:?}");
}

#[test]
fn college_and_work_are_those_of_the_figures() {
    let (society, chunk) = start();
    let persons: Vec<_> = (0..LANES)
        .map(|lane| society.person(LANES + lane, chunk.born[lane as usize], Habits::default()))
        .collect();
    let college = persons.iter().filter(|one| one.college()).count() as f64 / 1024.0;
    // Five standard errors of a share of 0.19.
    assert!((college - 0.19).abs() < 5.0 * f64::sqrt(0.19 * 0.81 / 1024.0), "{college}");
    let works =
        [Occupation::Farm, Occupation::Industry, Occupation::Services, Occupation::State, Occupation::Press];
    for one in Occupation::ALL {
        assert_eq!(one.is_work(), works.contains(&one), "{one:?}");
    }
}

#[test]
fn deaths_of_some_ages_are_in_the_mean_of_these_ages() {
    let (society, _) = start();
    let of = |ages: &[u32]| society.hazards_per_year(ages.iter().copied());
    assert_eq!(of(&[]), 0.0);
    assert!(of(&[80]) > of(&[40]) && of(&[40]) > 0.0);
    assert!((of(&[80, 40, 40]) - (of(&[80]) + 2.0 * of(&[40])) / 3.0).abs() < 1e-12);
}

#[test]
fn a_standing_goes_through_flags_unchanged() {
    for tier in 0..8 {
        for cause in Matter::ALL.into_iter().map(Some).chain([None]) {
            let mut standing = Standing::default();
            standing.put_tier(tier);
            standing.put_cause(cause);
            let flags = Flags::of(standing, Flags(Flags::KEPT_BY_FEW));
            assert_eq!((flags.standing(), flags.tier(), flags.cause()), (standing, tier, cause));
            assert!(flags.has(Flags::LISTED) && flags.has(Flags::SANCTIONED));
        }
    }
}

#[test]
fn flags_without_a_flag_or_of_an_unknown_origin_are_refused() {
    let loaded = |byte: u8| {
        let mut bytes = Sparse::default();
        bytes.put(5, byte);
        let mut saver = Saver::new();
        saver.put(&bytes);
        Loader::new(&saver.finish()).take::<FlagTable>().is_ok()
    };
    assert!(loaded(1) && loaded(0b110_00001));
    assert!(!loaded(0b001_00000), "an origin of nothing");
    assert!(!loaded(0b111_00001), "there are seven origins");
}

#[test]
fn what_is_there_and_empty_is_what_is_not_there() {
    let (none, mut some) = (Rare::<Mask>::default(), Rare::<Mask>::default());
    some.insert(3);
    assert_ne!(none, some);
    some.remove(3);
    assert_eq!(none, some);
}

#[test]
fn limits_of_purpose_leave_each_list_to_its_own_doors() {
    let gate = |request: Request, domain| Gate {
        name: request.name().into(),
        request,
        domain,
        refuses: TierSet(1),
        refuses_listed: true,
        grants: TierSet(0),
        saves: 0.0,
        provenance: Provenance { claim: Claim::Hypothetical, source: "a test".into() },
    };
    let tier = |name: &str, from| Tier {
        name: name.into(),
        from: demerit_kernel::Points(from),
        sanction: from == 0,
    };
    let points = demerit_kernel::Points;
    let regime = |purpose_limits| {
        let parts = Parts {
            scale: Some(Scale { start: points(9), floor: points(0), ceiling: points(9) }),
            tiers: Tiers::new(vec![tier("low", 0), tier("high", 5)]).expect("in order"),
            gates: vec![gate(Request::Loan, Domain::Finance), gate(Request::AirTrip, Domain::Court)],
            purpose_limits,
            ..Parts::default()
        };
        Regime::new("r", "R", parts).expect("a regime")
    };
    let refuses = |limits: bool, request, tier, cause, listed| {
        let mut flags = Flags::default();
        flags.put_tier(tier);
        flags.put_cause(cause);
        flags.put(Flags::LISTED, listed);
        answer(&regime(limits), request, flags) != demerit_regime::Answer::Met
    };
    for limits in [false, true] {
        assert!(refuses(limits, Request::AirTrip, 1, None, true), "the court's list at the court's door");
        assert_eq!(refuses(limits, Request::Loan, 1, None, true), !limits, "at another door");
        assert!(refuses(limits, Request::Loan, 0, Some(Matter::LateBill), false), "a bill and a loan");
        assert_eq!(refuses(limits, Request::Loan, 0, Some(Matter::CriticalPost), false), !limits);
        assert_eq!(refuses(limits, Request::Loan, 0, None, false), !limits);
    }
}

#[test]
fn chances_times_a_factor_and_channels_that_see_faces() {
    let of = Chance::from_share;
    assert_eq!(scaled(of(0.5), 0.5), of(0.25));
    assert_eq!((scaled(of(0.5), 10.0), scaled(of(0.5), 0.0)), (Chance::ONE, Chance::ZERO));
    for channel in demerit_regime::Channel::ALL {
        let watch = demerit_society::watching::Watch::blind(channel);
        assert_eq!(watch.recognises_faces(), channel == demerit_regime::Channel::Camera);
    }
}

#[test]
fn candidates_begin_with_the_first_class_that_has_any() {
    let of = |factors| {
        Conduct::new(&ConductPlan { who: Who::Everyone, follows: Follows::Care, factors, ..by_all(0.1) })
    };
    assert_eq!(of([0.0, 0.0, 1.0, 2.0]).first_class(), 2);
    assert_eq!(of([1.0, 0.0, 1.0, 2.0]).first_class(), 0);
    assert_eq!(of([0.0; 4]).first_class(), 0);
    // Half of the most that responses can add needs half as many candidates.
    let most = ConductPlan { most: 4.0, ..by_all(0.01) };
    let (whole, half) = (Conduct::new(&most), Conduct::new(&most).with_less(2.0));
    let wanted = Conduct::new(&ConductPlan { most: 2.0, ..by_all(0.01) });
    assert_eq!(format!("{half:?}"), format!("{wanted:?}"));
    assert_ne!(format!("{half:?}"), format!("{whole:?}"));
}

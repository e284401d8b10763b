//! Measures of what was counted.

use crate::{World, YEARS, near};
use demerit_measures::{Kind, all};
use demerit_regime::{Channel, Domain, Gravity, Matter, Request, Trait};
use demerit_society::reactions::account::Audience;
use demerit_society::state::attribution::Origin;
use demerit_society::state::tally::CAUSES;

#[test]
fn deeds_and_violations() {
    let mut world = World::new();
    for (matter, count) in [(Matter::LateBill, 6), (Matter::LoanDefault, 3), (Matter::Petition, 7)] {
        world.tally.deeds[matter.index()] = count;
    }
    world.tally.seen[Matter::LateBill.index()] = 4;
    world.tally.deterred[Matter::LateBill.index()] = 9;
    assert_eq!(world.at("deeds", "all", "deed:petition"), Some(7.0));
    near(world.at("violations", "all", "deed:late-bill"), 6000.0 / YEARS);
    near(world.whole("violations"), 9000.0 / YEARS);
    near(world.whole("defaults"), 3000.0 / YEARS);
    near(world.whole("life-on-record"), 0.25);
    near(world.at("record-recall", "all", "deed:late-bill"), 4.0 / 6.0);
    assert_eq!(world.at("record-recall", "all", "deed:truancy"), None, "nothing done, no share");
    assert_eq!(world.values("deterred"), [("all".into(), "deed:late-bill".into(), 9.0)]);
}

#[test]
fn what_is_on_record() {
    let mut world = World::new();
    let entries = &mut world.tally.entries[Channel::Court.index()];
    entries[Origin::OwnDeed.index()] = 6;
    entries[Origin::Clerk.index()] = 2;
    world.tally.entries[Channel::Camera.index()][Origin::WrongPerson.index()] = 4;
    near(world.at("record-precision", "court", "all"), 0.75);
    near(world.at("record-precision", "camera", "all"), 0.0);
    near(world.whole("record-precision"), 0.5);
    assert_eq!(world.values("entries").len(), 3);
    world.tally.points_lost[Domain::Finance.index()][Origin::OwnDeed.index()] = 30;
    world.tally.points_gained[Domain::Civic.index()] = 10;
    world.tally.fed = 8;
    near(world.at("points-lost", "finance", "origin:own-deed"), 30.0);
    assert_eq!(world.values("points-gained"), [("civic".into(), "all".into(), 10.0)]);
    near(world.whole("public-from-private"), 0.2);
    world.tally.inferred[Trait::Parenthood.index()] = 8;
    world.tally.inferred_rightly[Trait::Parenthood.index()] = 2;
    world.tally.inferred[Trait::Idleness.index()] = 2;
    near(world.at("proxy-validity", "all", "trait:parenthood"), 0.25);
    near(world.whole("proxy-validity"), 0.2);
}

#[test]
fn what_is_watched() {
    let mut world = World::new();
    (world.tally.camera_done[0], world.tally.camera_seen[0]) = (8, 2);
    (world.tally.camera_done[3], world.tally.camera_seen[3]) = (5, 5);
    let seen = [("all", "class:1", 0.25), ("all", "class:4", 1.0)];
    assert_eq!(world.values("seen-by-city"), seen.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c)));
    (world.tally.patrolled, world.tally.patrol_seen) = ([100, 10], [20, 5]);
    near(world.whole("attention-ratio"), 2.5);
    world.tally.patrol_seen[0] = 0;
    assert_eq!(world.whole("attention-ratio"), None, "nothing to divide by");
    (world.tally.mistaken_by_sex, world.tally.mistaken_by_looks) = ([3, 1], [2, 1, 1]);
    let name = "wrong-person-rate";
    near(world.whole(name), 4000.0 / YEARS);
    near(world.at(name, "all", "looks:1"), 2000.0 / (YEARS * 0.5));
    near(world.at(name, "all", "looks:3"), 1000.0 / (YEARS * 0.25));
    let [women, men] = [1, 2].map(|place| world.population[place] as f64 * 4.0 / 52.0);
    near(world.at(name, "all", "sex:female"), 3000.0 / women);
    near(world.at(name, "all", "sex:male"), 1000.0 / men);
    world.population[1] = 0;
    assert_eq!(world.at(name, "all", "sex:female"), None, "of nobody there is no rate");
}

#[test]
fn refusals_and_privileges() {
    let mut world = World::new();
    let [deposit, loan, air, rail] = [Request::Deposit, Request::Loan, Request::AirTrip, Request::RailTrip];
    world.tally.refused[air.index()][Domain::Work.index()] = 3;
    world.tally.refused[rail.index()][Domain::Court.index()] = 1;
    world.tally.refused_by_income[air.index()] = [2, 1, 0, 0, 0];
    world.tally.refused_rural[air.index()] = 1;
    world.tally.privileged[deposit.index()] = 10;
    world.tally.privileged[Request::Home.index()] = 4;
    world.tally.privileged[loan.index()] = 3;
    world.tally.privileged_by_income[loan.index()] = [0, 0, 1, 0, 2];
    world.tally.privileged_by_income[deposit.index()] = [0, 0, 0, 4, 6];
    world.tally.refused[Request::SchoolPlace.index()][0] = 5;
    (world.tally.refused_listed, world.tally.listed_weeks) = (3, 104);
    near(world.at("refusals", "work", "cause:work"), 3.0);
    near(world.at("refusals", "travel", "cause:court"), 1.0);
    near(world.at("refused", "work", "income:1"), 2.0);
    near(world.at("refused", "work", "residence:rural"), 1.0);
    near(world.at("refused", "work", "residence:urban"), 2.0);
    near(world.at("privileges", "housing", "all"), 14.0);
    near(world.whole("deposits-saved"), 5.0);
    near(world.whole("interest-saved"), 6.0);
    near(world.at("privileges-by-income", "all", "income:5"), 8.0);
    near(world.whole("school-places-refused"), 5.0);
    near(world.whole("refusals-per-listed-year"), 1.5);
    world.tally.refused[Request::SchoolPlace.index()] = [0; CAUSES];
    near(world.whole("refusals-other-domain"), 0.25);
    world.tally.refused[rail.index()][Domain::Court.index()] = 5;
    near(world.whole("refusals-other-domain"), 5.0 / 8.0);
}

#[test]
fn appeals_and_spells() {
    let mut world = World::new();
    let tally = &mut world.tally;
    (tally.upheld, tally.rejected, tally.silent, tally.lapsed, tally.waited) = (1, 2, 3, 4, 260);
    (tally.upheld_wrong, tally.taken_wrong, tally.remedy_weeks) = (2, 5, 30);
    (tally.stopped, tally.stopped_wrong) = (5, 2);
    (tally.sanctions_begun, tally.sanctions_ended, tally.spell_weeks) = (8, 4, 100);
    (tally.wrongs_ended, tally.wrong_weeks, tally.consequence_weeks, tally.unreviewed) = (5, 40, 24, 2);
    tally.sanction_weeks[Origin::OwnDeed.index()][Gravity::Minor.index()] = 5;
    tally.sanction_weeks[Origin::Tie.index()][Gravity::Lawful.index()] = 2;
    tally.sanction_weeks[Origin::Clerk.index()][3] = 1;
    tally.ties_cut = 6;
    (world.stock.wronged_heard, world.stock.wronged_knowing, world.stock.wronged_able) = (8, 4, 1);
    near(world.whole("appeal-delay"), 0.5);
    near(world.whole("delay-to-remedy"), 15.0);
    near(world.whole("appeal-success-given-innocence"), 0.4);
    near(world.whole("appeals-known"), 0.5);
    near(world.whole("appeals-dared"), 0.125);
    near(world.whole("sanctions-stopped"), 5.0);
    near(world.at("sanctions-stopped", "all", "stopped:right"), 3.0);
    near(world.whole("mean-spell"), 25.0);
    near(world.whole("wrong-stay"), 8.0);
    near(world.whole("deed-to-consequence"), 3.0);
    near(world.whole("decisions-unreviewed"), 0.25);
    near(world.whole("sanctioned-weeks"), 8.0);
    near(world.whole("wrongly-sanctioned-weeks"), 3.0);
    near(world.at("wrongly-sanctioned-weeks", "all", "origin:tie"), 2.0);
    near(world.whole("detriment-by-gravity"), 8.0 * 13.0);
    near(world.at("detriment-by-gravity", "all", "gravity:minor"), 5.0 * 13.0);
    near(world.whole("ties-cut"), 6000.0 / YEARS);
}

#[test]
fn posts_by_stance() {
    let mut world = World::new();
    let counts = [7, 5, 3, 1];
    let named = |values: [f64; 4]| {
        let stances = ["neutral", "supportive", "critical", "investigative"];
        let row = |(stance, value): (&str, f64)| ("all".to_owned(), format!("stance:{stance}"), value);
        stances.into_iter().zip(values).map(row).collect::<Vec<_>>()
    };
    world.tally.published = counts;
    world.tally.withheld = counts.map(|count| count + 1);
    world.tally.removed = counts.map(|count| count + 2);
    world.tally.withheld_for_others = counts.map(|count| count + 3);
    world.tally.muted = counts.map(|count| count + 4);
    world.tally.silenced = counts.map(|count| count + 5);
    world.tally.reach = counts.map(|count| count * 100);
    assert_eq!(world.values("posts"), named([7.0, 5.0, 3.0, 1.0]));
    assert_eq!(world.values("posts-withheld"), named([8.0, 6.0, 4.0, 2.0]));
    assert_eq!(world.values("posts-removed"), named([9.0, 7.0, 5.0, 3.0]));
    assert_eq!(world.values("posts-withheld-for-others"), named([10.0, 8.0, 6.0, 4.0]));
    assert_eq!(world.values("posts-muted"), named([11.0, 9.0, 7.0, 5.0]));
    assert_eq!(world.values("posts-silenced"), named([12.0, 10.0, 8.0, 6.0]));
    assert_eq!(world.values("reach"), [], "nobody is counted as a reader");
    world.society.reactions.audience = Some(Audience { readers: [0, 10, 100, 1000] });
    assert_eq!(world.values("reach"), named([700.0, 500.0, 300.0, 100.0]));
    world.chunks[0].planes[0].closed.insert(9);
    near(world.whole("accounts-closed"), 1.0 / 2048.0);
}

#[test]
fn what_did_not_happen_has_no_row() {
    let mut world = World::new();
    for name in ["points-lost", "sanctioned-by-cause", "entries", "mean-score", "mean-deserved"] {
        assert_eq!(world.values(name), [], "{name}");
    }
    assert!(world.values("refusals").iter().all(|one| one.1 == "all"), "no cause refused anything");
    assert_eq!(world.values("collateral-ratio"), [], "nobody to compare with");
    world.population[14] = 0;
    assert_eq!(world.at("fear", "all", "wave:pilot"), None, "nobody lives there");
    // The domains of what may be asked for, with what the gates say of theirs: a flight is a matter of work here.
    let domains: Vec<String> = world.values("privileges").into_iter().map(|one| one.0).collect();
    let mut wanted: Vec<String> = Domain::ALL
        .into_iter()
        .filter(|domain| {
            let of = |&one: &Request| if one == Request::AirTrip { Domain::Work } else { one.domain() };
            Request::ALL.iter().any(|one| of(one) == *domain)
        })
        .map(|domain| domain.name().to_owned())
        .collect();
    wanted.retain(|one| domains.contains(one) || one != "work");
    assert_eq!(domains, wanted);
}

#[test]
fn somebody_else_s_deed() {
    let mut world = World::new();
    (world.stock.sanctioned[0], world.stock.wrongly[0]) = (30, 20);
    for (place, origin) in Origin::ALL.into_iter().enumerate() {
        world.stock.by_origin[origin.index()] = 1 << place;
    }
    let others = [Origin::Tie, Origin::WrongPerson, Origin::WrongJoin].map(Origin::index);
    let wanted: u64 = others.iter().map(|&place| world.stock.by_origin[place]).sum();
    near(world.whole("collateral-ratio"), wanted as f64 / 10.0);
}

#[test]
fn only_flows_add_up() {
    assert!(Kind::Flow.adds_up() && !Kind::State.adds_up() && !Kind::Rate.adds_up());
    let kind = |name: &str| all().into_iter().find(|one| one.name == name).map(|one| one.kind);
    assert_eq!(kind("deposits-saved"), Some(Kind::Flow));
    assert_eq!(kind("mean-score"), Some(Kind::State));
    assert_eq!(kind("record-precision"), Some(Kind::Rate));
}

#[test]
fn stocks_as_shares() {
    let mut world = World::new();
    let stock = &mut world.stock;
    (stock.fear, stock.fear_pilot) = (255 * 100, 255 * 40);
    (stock.score, stock.deserved, stock.scored) = (1200, 1000, 4);
    (stock.sanctioned[0], stock.wrongly[0], stock.sanctioned[1]) = (20, 12, 5);
    stock.by_origin[Origin::Tie.index()] = 3;
    stock.by_origin[Origin::WrongPerson.index()] = 2;
    stock.by_origin[Origin::WrongInference.index()] = 7;
    stock.by_gravity[Gravity::Lawful.index()] = 4;
    stock.by_cause[Domain::Finance.index()] = 15;
    stock.by_cause[Domain::COUNT] = 5;
    (stock.held, stock.away) = (2, 4);
    let persons = world.population;
    near(world.at("fear", "all", "all"), 100.0 / 2048.0);
    near(world.at("fear", "all", "wave:pilot"), 40.0 / persons[14] as f64);
    if persons[15] > 0 {
        near(world.at("fear", "all", "wave:later"), 60.0 / persons[15] as f64);
    }
    near(world.whole("mean-score"), 300.0);
    near(world.whole("mean-deserved"), 250.0);
    near(world.at("sanctioned", "all", "sex:female"), 5.0 / persons[1] as f64);
    near(world.whole("wrongly-sanctioned"), 12.0 / 2048.0);
    near(world.whole("sanctioned-without-own-deed"), 0.25);
    near(world.whole("sanctioned-for-lawful"), 0.2);
    near(world.at("sanctioned-by-cause", "none", "all"), 5.0);
    near(world.whole("held-at-home"), 2.0 / 2048.0);
    near(world.whole("moved-away"), 4.0 / 2048.0);
    world.stock.sanctioned[1] = u64::MAX;
    near(world.at("sanctioned", "all", "sex:female"), 1.0);
}

//! Legal yardsticks tell regimes apart: the same society under four of them.

use demerit_measures::Kind;
use demerit_measures::estimate::Window;
use demerit_scenario::load::sent;
use demerit_worlds::in_memory::lived;
use demerit_worlds::readings::{Readings, everybody};

/// What the yardsticks say of a regime.
#[derive(Debug, PartialEq)]
struct Mark {
    /// Provisions that are about it.
    provisions: Vec<String>,
    /// From the causes to the refusals.
    distance: f64,
    /// Of the severity, what the conduct does not bear.
    beyond: f64,
}

/// A small country under a regime for three years, of which the last is told.
fn mark(regime: &str) -> Mark {
    let text = format!(
        "name = \"small\"\ntitle = \"Small\"\nabout = \"For a test.\"\nsociety = \"china-2020\"\npersons = 8000\nstart_year = 2012\n\
         years = 3\nseed = 7\n[[worlds]]\nname = \"here\"\nrollout = [{{ phase = \"all\", from_year = 0, regime = \"{regime}\" }}]\n"
    );
    let scenario = sent(&text).expect("a study");
    let rows = lived(&scenario, &mut || true).expect("a run").expect("a whole one");
    let readings = Readings::new(&rows);
    let of = |measure: &str| {
        let window = Window::last_year(readings.last_tick(), 52);
        readings.number(Kind::Mean, "here", 7, everybody(measure), window).expect(measure).value
    };
    let provisions = scenario.world_notes().swap_remove(0).provisions;
    Mark { provisions, distance: of("refusal-distance"), beyond: of("severity-beyond-gravity") }
}

#[test]
fn four_regimes_get_four_marks() {
    let [courts, benefits, documented, all_of_life] =
        ["courts-only", "benefits-fraud", "rongcheng-and-list", "no-dark-corner"].map(mark);
    // An unpaid order answered by no new loan: one context, and less than a minor wrong bears.
    assert_eq!(courts, Mark { provisions: Vec::new(), distance: 0.0, beyond: 0.0 });
    // Income that was not declared, answered by no loan and no home: both neighbour it, and weigh ¾ where ½
    // is borne.
    assert_eq!(benefits.provisions, ["public-benefits"]);
    assert!((benefits.distance - 0.5).abs() < 1e-12, "{benefits:?}");
    assert!((benefits.beyond - 1.0 / 3.0).abs() < 1e-12, "{benefits:?}");
    // What the list shuts is far from a debt in part; the score shuts nothing.
    let prohibited = |mark: &Mark| mark.provisions.iter().any(|one| one.ends_with("-treatment"));
    assert!(!prohibited(&documented) && prohibited(&all_of_life), "{documented:?} {all_of_life:?}");
    assert!(documented.distance > 0.0 && documented.distance < 1.0, "{documented:?}");
    assert!(
        documented.beyond > 0.0 && documented.beyond < all_of_life.beyond,
        "{documented:?} {all_of_life:?}"
    );
    assert!(all_of_life.distance > documented.distance, "{all_of_life:?}");
    let marks = [courts, benefits, documented, all_of_life];
    for (index, one) in marks.iter().enumerate() {
        assert!(marks[..index].iter().all(|other| other != one), "{one:?}");
    }
}

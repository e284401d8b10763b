//! Yardsticks: what laws and treaties ask about a regime, as numbers.
//!
//! They say how much of something there is. Whether that breaks a law is not for a measure to say.

use crate::counting::groups::Group;
use crate::measure::{Measure, Value};
use crate::sanctions::refusals::domain_of;
use crate::sanctions::sanctioned::of_sanctioned;
use crate::unit::Unit;
use demerit_regime::{Gravity, Request};
use demerit_society::TICKS_PER_YEAR;
use demerit_society::state::attribution::Origin;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::mean("refusals-other-domain", Unit::Share)
        .titled("Refusals whose cause lies in another part of life")
        .defined(
            "Of the requests refused in the period, the share whose cause lies in another domain of life \
             than the request; a refusal without a known cause counts as one of them, and the court's list \
             belongs to the court.",
        )
        .after("AI Act (EU) 2024/1689, art. 5(1)(c)(i): treatment in a context unrelated to that of the data")
        .ratio(|reading| {
            let (mut all, mut own) = (0, 0);
            for request in Request::ALL {
                let refused = &reading.tally.refused[request.index()];
                all += refused.iter().sum::<u64>();
                own += refused[domain_of(reading, request).index()];
            }
            (all - own, all)
        }),
    Measure::mean("detriment-by-gravity", Unit::PersonWeeksPerYear)
        .titled("Weeks under a sanction in a year")
        .defined(
            "Weeks that persons spent under a sanction, for each year, by the gravity of the conduct behind \
             it by the law that holds for everybody: lawful, minor or serious. What has no known cause is in \
             the whole alone.",
        )
        .after("AI Act (EU) 2024/1689, art. 5(1)(c)(ii): treatment out of proportion to the conduct")
        .values(|reading| {
            let yearly = f64::from(TICKS_PER_YEAR) / f64::from(reading.ticks.max(1));
            let weeks = &reading.tally.sanction_weeks;
            let whole = Value::whole(weeks.as_flattened().iter().sum::<u64>() as f64 * yearly);
            let parts = Gravity::ALL.into_iter().map(|gravity| {
                let count: u64 = weeks.iter().map(|by_gravity| by_gravity[gravity.index()]).sum();
                Value::of_group(format!("gravity:{gravity}"), count as f64 * yearly)
            });
            [whole].into_iter().chain(parts).collect()
        }),
    Measure::mean("sanctioned-without-own-deed", Unit::Share)
        .titled("Sanctioned without any deed of their own, of all sanctioned")
        .defined(
            "Of the persons under a sanction, the share whose own true deeds would not have brought it and \
             whose points went, or whose listing came, for somebody else's deed or for nothing at all: a \
             mistaken person, a file joined by error, a clerk's error, a tie. The whole is the sum of its \
             parts by origin.",
        )
        .after("Universal Declaration of Human Rights, art. 11: nobody answers for what they have not done")
        .values(|reading| {
            let origins = [Origin::Tie, Origin::WrongPerson, Origin::WrongJoin, Origin::Clerk];
            let part = |origin: &Origin| {
                let share = Value::ratio(of_sanctioned(reading, &[*origin]))?;
                Some(share.grouped(format!("origin:{origin}")))
            };
            let whole = Value::ratio(of_sanctioned(reading, &origins));
            whole.into_iter().chain(origins.iter().filter_map(part)).collect()
        }),
    Measure::mean("sanctioned-for-lawful", Unit::Share)
        .titled("Sanctioned for what the law allows, of all sanctioned")
        .defined(
            "Of the persons under a sanction, the share behind whose sanction the record has conduct that is \
             lawful by the law that holds for everybody: what they bought, said or asked for.",
        )
        .ratio(|reading| {
            let lawful = reading.stock.by_gravity[Gravity::Lawful.index()];
            reading.weeks((lawful, reading.stock.sanctioned[Group::All]))
        })
    .after(
        "International Covenant on Civil and Political Rights, art. 19 (speech), and our table of gravity",
    ),
    Measure::mean("decisions-unreviewed", Unit::Share)
        .titled("Sanctions that no human looked at before they began")
        .defined(
            "Of the sanctions that began in the period, the share that no human looked at before: those by \
             tier alone, unless the regime has a human review. Whoever is put on the list has an official of \
             the court as a reviewer.",
        )
        .after("GDPR (EU) 2016/679, art. 22: decisions based solely on automated processing")
        .ratio(|reading| (reading.tally.unreviewed, reading.tally.sanctions_begun)),
    Measure::mean("refusals-per-listed-year", Unit::RequestsPerPersonYear)
        .titled("Requests refused for each year on the court’s list")
        .defined(
            "Requests refused in the period because of the court's list, for each year that a person was on \
             it.",
        )
        .ratio(|reading| {
            (reading.tally.refused_listed * u64::from(TICKS_PER_YEAR), reading.tally.listed_weeks)
        }),
];

//! Yardsticks: what laws and treaties ask about a regime, as numbers.
//!
//! They say how much of something there is. Whether that breaks a law is not for a measure to say.

use crate::counting::groups::Group;
use crate::measure::{Measure, Value};
use crate::sanctions::refusals::domain_of;
use crate::sanctions::sanctioned::of_sanctioned;
use crate::unit::Unit;
use demerit_regime::{Distance, Domain, Gravity, Request, WHOLE};
use demerit_society::TICKS_PER_YEAR;
use demerit_society::state::attribution::Origin;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::mean("refusal-distance", Unit::Ratio)
        .titled("How far refusals lie from their cause")
        .defined(
            "The mean distance, over the requests refused in the period, from the domain of the cause to the \
             domain of what was asked for: 0 for one context, ½ for a neighbouring one, 1 for an unrelated \
             one, by a table in which each pair has its reason. The cause is the rule that last took points, \
             or what the list answers; without a known cause the distance is 1.",
        )
        .after("AI Act (EU) 2024/1689, art. 5(1)(c)(i): treatment in a context unrelated to that of the data")
        .ratio(|reading| {
            let (mut halves, mut all) = (0, 0);
            for request in Request::ALL {
                let domain = domain_of(reading, request);
                for (cause, &refused) in reading.tally.refused[request.index()].iter().enumerate() {
                    let far = Domain::ALL.get(cause).map(|&cause| Distance::between(cause, domain));
                    halves += refused * far.unwrap_or(Distance::Unrelated).halves();
                    all += refused;
                }
            }
            (halves, 2 * all)
        }),
    Measure::end("sanction-severity", Unit::Ratio)
        .titled("How severe a sanction is")
        .defined(
            "The mean severity of what persons under a sanction are under: the doors that are shut to each, \
             weighed by a table in which each door has its reason, at most 1. A sanction that shuts no door \
             weighs 0.",
        )
        .after("AI Act (EU) 2024/1689, art. 5(1)(c)(ii): treatment out of proportion to the conduct")
        .ratio(|reading| {
            reading.weeks((reading.stock.severity, WHOLE * reading.stock.sanctioned[Group::All]))
        }),
    Measure::end("severity-beyond-gravity", Unit::Share)
        .titled("Severity that the conduct does not bear, of all severity")
        .defined(
            "Of the severity of all sanctions, the part beyond what the gravity of the conduct on record \
             bears by the law that holds for everybody: lawful conduct bears nothing, a minor wrong half, a \
             crime all; no known conduct bears nothing.",
        )
        .after("AI Act (EU) 2024/1689, art. 5(1)(c)(ii): treatment out of proportion to the conduct")
        .ratio(|reading| reading.weeks((reading.stock.severity_beyond, reading.stock.severity))),
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
    Measure::end("sanctioned-without-own-deed", Unit::Share)
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
    Measure::end("sanctioned-for-lawful", Unit::Share)
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

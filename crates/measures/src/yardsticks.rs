//! Yardsticks: what laws and treaties ask about a regime, as numbers.
//!
//! They say how much of something there is. Whether that breaks a law is not for a measure to say.

use crate::reading::{Kind, Measure, Moment, Value, ratio};
use crate::refusals::domain_of;
use demerit_regime::{Gravity, Request};
use demerit_society::TICKS_PER_YEAR;
use demerit_society::state::attribution::Origin;

const PERIOD: Moment = Moment::Period;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "refusals-other-domain",
        definition: "Of the requests refused in the period, the share whose cause lies in another domain of life than the request; \
                     a refusal without a known cause counts as one of them, and the court's list belongs to the court.",
        unit: "share",
        source: "AI Act (EU) 2024/1689, art. 5(1)(c)(i): treatment in a context unrelated to that of the data",
        moment: PERIOD,
        kind: Kind::Rate,
        take: |reading, out| {
            let (mut all, mut own) = (0, 0);
            for request in Request::ALL {
                let refused = &reading.tally.refused[request.index()];
                all += refused.iter().sum::<u64>();
                own += refused[domain_of(reading, request).index()];
            }
            out.extend(ratio(all - own, all).map(Value::whole));
        },
    },
    Measure {
        name: "detriment-by-gravity",
        definition: "Weeks that persons spent under a sanction, for each year, by the gravity of the conduct behind it by the law \
                     that holds for everybody: lawful, minor or serious. What has no known cause is in the whole alone.",
        unit: "person-weeks per year",
        source: "AI Act (EU) 2024/1689, art. 5(1)(c)(ii): treatment out of proportion to the conduct",
        moment: PERIOD,
        kind: Kind::Rate,
        take: |reading, out| {
            let yearly = f64::from(TICKS_PER_YEAR) / f64::from(reading.ticks.max(1));
            let weeks = &reading.tally.sanction_weeks;
            out.push(Value::whole(weeks.as_flattened().iter().sum::<u64>() as f64 * yearly));
            for gravity in Gravity::ALL {
                let count: u64 = weeks.iter().map(|by_gravity| by_gravity[gravity.index()]).sum();
                out.push(Value::of_group(format!("gravity:{gravity}"), count as f64 * yearly));
            }
        },
    },
    Measure {
        name: "sanctioned-without-own-deed",
        definition: "Of the persons under a sanction, the share whose own true deeds would not have brought it and whose points went, or \
                     whose listing came, for somebody else's deed or for nothing at all: a mistaken person, a file joined by error, a \
                     clerk's error, a tie.",
        unit: "share",
        source: "Universal Declaration of Human Rights, art. 11: nobody answers for what they have not done",
        moment: PERIOD,
        kind: Kind::Rate,
        take: |reading, out| {
            let others: u64 = [Origin::WrongPerson, Origin::WrongJoin, Origin::Clerk, Origin::Tie]
                .into_iter()
                .map(|origin| reading.stock.by_origin[origin.index()])
                .sum();
            out.extend(ratio(others, reading.stock.sanctioned[0]).map(Value::whole));
        },
    },
    Measure {
        name: "sanctioned-for-lawful",
        definition: "Of the persons under a sanction, the share behind whose sanction the record has conduct that is lawful by the law that \
                     holds for everybody: what they bought, said or asked for.",
        unit: "share",
        source: "International Covenant on Civil and Political Rights, art. 19 (speech), and our table of gravity",
        moment: PERIOD,
        kind: Kind::Rate,
        take: |reading, out| {
            let lawful = reading.stock.by_gravity[Gravity::Lawful.index()];
            out.extend(ratio(lawful, reading.stock.sanctioned[0]).map(Value::whole));
        },
    },
    Measure {
        name: "decisions-unreviewed",
        definition: "Of the sanctions that began in the period, the share that no human looked at before: those by tier alone, unless the \
                     regime has a human review. Whoever is put on the list has an official of the court as a reviewer.",
        unit: "share",
        source: "GDPR (EU) 2016/679, art. 22: decisions based solely on automated processing",
        moment: PERIOD,
        kind: Kind::Rate,
        take: |reading, out| {
            out.extend(ratio(reading.tally.unreviewed, reading.tally.sanctions_begun).map(Value::whole));
        },
    },
    Measure {
        name: "refusals-per-listed-year",
        definition: "Requests refused in the period because of the court's list, for each year that a person was on it.",
        unit: "requests per person-year",
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Rate,
        take: |reading, out| {
            let (refused, weeks) = (reading.tally.refused_listed, reading.tally.listed_weeks);
            out.extend(ratio(refused * u64::from(TICKS_PER_YEAR), weeks).map(Value::whole));
        },
    },
];

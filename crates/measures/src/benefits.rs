//! Benefits: what privileges save, whose they are, and whether the trusted are more to be trusted.
//!
//! Model: a gate says what one privilege saves; the trusted are those in a tier to which some gate grants a privilege, at the end of the
//! period. Symbols: savings in median weekly incomes. Source(s): our definitions. Leaves out: what lenders and hosts lose.

use crate::reading::{Kind, Measure, Moment, Reading, Value};
use demerit_kernel::LANES;
use demerit_regime::{Regime, Request};
use demerit_society::watching::consent::enrolled;
use demerit_society::{Chunk, Deed};

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "deposits-saved",
        definition: "Deposits on rooms, cars and homes that privileges saved in the period: privileged requests times what the gate says \
                     that one saves.",
        unit: "median weekly incomes",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| saved(reading, &[Request::Deposit, Request::Home], out),
    },
    Measure {
        name: "interest-saved",
        definition: "Interest on loans that privileges saved in the period: privileged requests times what the gate says that one saves.",
        unit: "median weekly incomes",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| saved(reading, &[Request::Loan], out),
    },
    Measure {
        name: "trust-warranted",
        definition: "Violations of law per person-year of those whose tier opens doors, over violations per person-year of all others: below \
                     1, trust is warranted. Persons are those at the end of the period, of any age.",
        unit: "ratio",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Rate,
        take: |reading, out| {
            let trusted = trusted(reading) as f64;
            let others = f64::from(reading.society.persons) - trusted;
            let by_trusted = reading.tally.violations_trusted as f64;
            let all: u64 = Deed::all()
                .filter(|deed| deed.is_violation())
                .map(|deed| reading.tally.deeds[deed.index()])
                .sum();
            let by_others = all as f64 - by_trusted;
            if trusted > 0.0 && others > 0.0 && by_others > 0.0 {
                out.push(Value::whole((by_trusted / trusted) / (by_others / others)));
            }
        },
    },
    Measure {
        name: "privileges-by-income",
        definition: "Requests met with a privilege in the period, by fifth of income of who asked, the poorest first.",
        unit: "requests",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| {
            for fifth in 0..5 {
                let count: u64 = reading.tally.privileged_by_income.iter().map(|one| one[fifth]).sum();
                out.push(Value::of_group(format!("income:{}", fifth + 1), count as f64));
            }
        },
    },
];

fn saved(reading: &Reading<'_>, requests: &[Request], out: &mut Vec<Value>) {
    let each = requests.iter().map(|&request| {
        let gate = reading.regimes.iter().rev().find_map(|regime| regime.gate(request));
        reading.tally.privileged[request.index()] as f64 * gate.map_or(0.0, |gate| gate.saves)
    });
    out.push(Value::whole(each.sum()));
}

/// Persons whose tier opens doors.
fn trusted(reading: &Reading<'_>) -> u64 {
    let opens =
        |regime: &Regime| (0..8u8).fold(0u8, |set, tier| set | u8::from(regime.privileges(tier)) << tier);
    let open: Vec<u8> = reading.regimes.iter().map(opens).collect();
    let find = |chunk: &Chunk| {
        let mut count = 0;
        for (place, tiers) in chunk.standing.chunks(LANES as usize).enumerate() {
            let number = usize::from(reading.regime_number(chunk.first_block.0 + place as u32));
            if open[number] == 0 {
                continue;
            }
            let consent = reading.regimes[number].consent.as_ref().map(|consent| consent.share);
            for (lane, standing) in tiers.iter().enumerate() {
                let at = place * LANES as usize + lane;
                let enrolled = || {
                    let person = chunk.first_person() + at as u32;
                    consent
                        .is_none_or(|share| enrolled(&reading.society.draws, share, person, chunk.born[at]))
                };
                count += u64::from(open[number] >> standing.tier() & 1 == 1 && enrolled());
            }
        }
        count
    };
    reading.each(find).into_iter().sum()
}

//! Benefits: what privileges save, whose they are, and whether the trusted are more to be trusted.
//!
//! Model: a gate says what one privilege saves; the trusted are those in a tier to which some gate grants a
//! privilege, at the end of the period. Symbols: savings in median weekly incomes. Source(s): our
//! definitions. Leaves out: what lenders and hosts lose.

use crate::counting::reading::Reading;
use crate::measure::{Measure, Value};
use crate::record::deeds::violations;
use crate::unit::Unit;
use demerit_kernel::LANES;
use demerit_regime::{Regime, Request};
use demerit_society::Chunk;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::sum("deposits-saved", Unit::MedianWeeklyIncomes)
        .titled("Deposits that the privileged were spared")
        .defined(
            "Deposits on rooms, cars and homes that privileges saved in the period: privileged requests \
             times what the gate says that one saves.",
        )
        .number(|reading| saved(reading, &[Request::Deposit, Request::Home])),
    Measure::sum("interest-saved", Unit::MedianWeeklyIncomes)
        .titled("Interest that the privileged were spared")
        .defined(
            "Interest on loans that privileges saved in the period: privileged requests times what the gate \
             says that one saves.",
        )
        .number(|reading| saved(reading, &[Request::Loan])),
    Measure::mean("trust-warranted", Unit::Ratio)
        .titled("Violations by the privileged, for each by all others")
        .defined(
            "Violations of law per person-year of those whose tier opens doors, over violations per \
             person-year of all others: below 1, trust is warranted. Persons are those at the end of the \
             period, of any age.",
        )
        .number(|reading| {
            let trusted = trusted(reading) as f64;
            let others = f64::from(reading.view.society.persons) - trusted;
            let by_trusted = reading.tally.violations_trusted as f64;
            let by_others = violations(reading).map(|(_, count)| count).sum::<u64>() as f64 - by_trusted;
            let said = trusted > 0.0 && others > 0.0 && by_others > 0.0;
            said.then(|| (by_trusted / trusted) / (by_others / others))
        }),
    Measure::sum("privileges-by-income", Unit::Requests)
        .titled("Requests met with a privilege")
        .defined(
            "Requests met with a privilege in the period, by fifth of income of who asked, the poorest \
             first.",
        )
        .values(|reading| {
            let count = |fifth: usize| reading.tally.privileged_by_income.iter().map(|one| one[fifth]).sum();
            (0..5).map(|fifth| Value::of_category("income", fifth + 1, count(fifth))).collect()
        }),
];

fn saved(reading: &Reading<'_>, requests: &[Request]) -> Option<f64> {
    let saved = requests.iter().map(|&request| {
        let gate = reading.view.gate(request);
        reading.tally.privileged[request.index()] as f64 * gate.map_or(0.0, |gate| gate.saves)
    });
    Some(saved.sum())
}

/// Persons whose tier opens doors.
fn trusted(reading: &Reading<'_>) -> u64 {
    let opens =
        |regime: &Regime| (0..8u8).fold(0u8, |set, tier| set | u8::from(regime.privileges(tier)) << tier);
    let open: Vec<u8> = reading.view.regimes.iter().map(opens).collect();
    let find = |chunk: &Chunk| {
        let mut count = 0;
        for (place, tiers) in chunk.standing.chunks(LANES as usize).enumerate() {
            let number = usize::from(reading.view.regime_number(chunk.first_block.0 + place as u32));
            if open[number] == 0 {
                continue;
            }
            let regime = &reading.view.regimes[number];
            for (lane, standing) in tiers.iter().enumerate() {
                let at = place * LANES as usize + lane;
                let person = chunk.first_person() + at as u32;
                let opens = open[number] >> standing.tier() & 1 == 1;
                count += u64::from(opens && reading.view.is_enrolled(regime, person, chunk.born[at]));
            }
        }
        count
    };
    reading.each(find).into_iter().sum()
}

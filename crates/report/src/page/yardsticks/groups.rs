//! Ratios of sanction rates between groups, each with an interval of 95 %.
//!
//! Model: R = (x₁/n₁) / (x₂/n₂). With one seed the interval is exp(ln R ± 1.96 s), s² = (1−p₁)/x₁ +
//! (1−p₂)/x₂. With several, it is exp(m ± t d/√k) over the k seeds, m and d mean and standard deviation of ln
//! R, t of Student's distribution with k − 1 degrees of freedom.
//!
//! Symbols: x persons of a group under a sanction, n persons in it, p = x/n.
//! Sources: Katz et al. 1978 for one seed; Student's t for several. Our assumption: that with one seed
//! persons are independent, though they share households and neighbourhoods: the true interval is wider.
//!
//! Leaves out: any adjustment for what the groups do. A ratio is no proof of discrimination, nor is 1 a proof
//! of none.

use crate::numbers::{Run, Side, key};
use crate::{html, names};
use demerit_measures::estimate::STUDENT;
use demerit_words::{begun, say};
use maud::{Markup, html};

const PAIRS: [[&str; 2]; 5] = [
    ["sex:male", "sex:female"],
    ["residence:urban", "residence:rural"],
    ["income:1", "income:5"],
    ["age:18-39", "age:60+"],
    ["wave:pilot", "wave:later"],
];
/// A ratio with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ratio {
    middle: f64,
    low: f64,
    high: f64,
}

/// The ratio of two counts out of two numbers of persons; `None` where either count is nobody.
fn of_counts([x1, n1]: [f64; 2], [x2, n2]: [f64; 2]) -> Option<Ratio> {
    if !(x1 > 0.0 && x2 > 0.0 && n1 >= x1 && n2 >= x2) {
        return None;
    }
    let (p1, p2) = (x1 / n1, x2 / n2);
    let log = (p1 / p2).ln();
    let half = 1.96 * ((1.0 - p1) / x1 + (1.0 - p2) / x2).sqrt();
    Some(Ratio { middle: log.exp(), low: (log - half).exp(), high: (log + half).exp() })
}

/// The ratio of several seeds from its logarithms.
fn of_seeds(logs: &[f64]) -> Option<Ratio> {
    let count = logs.len() as f64;
    if logs.len() < 2 {
        return None;
    }
    let mean = logs.iter().sum::<f64>() / count;
    let variance = logs.iter().map(|log| (log - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let half = STUDENT.get(logs.len() - 2).copied().unwrap_or(1.96) * (variance / count).sqrt();
    Some(Ratio { middle: mean.exp(), low: (mean - half).exp(), high: (mean + half).exp() })
}

fn ratio(run: &Run<'_>, side: Side, [one, other]: [&str; 2]) -> Option<Ratio> {
    let share = |seed: u64, group: &str| run.lately_of(seed, side, key("sanctioned", "all", group));
    let seeds = &run.data.manifest.seeds;
    if let [seed] = seeds.as_slice() {
        let counts = |group: &str| {
            let persons = run.population(side, group);
            Some([(share(*seed, group)? * persons).round(), persons])
        };
        return of_counts(counts(one)?, counts(other)?);
    }
    let log = |&seed: &u64| Some((share(seed, one)? / share(seed, other)?).ln());
    of_seeds(&seeds.iter().filter_map(log).filter(|log| log.is_finite()).collect::<Vec<f64>>())
}

/// The ratios as HTML; none where no group was counted.
pub(super) fn table(run: &Run<'_>) -> Option<Markup> {
    let words = run.words;
    let within = |Ratio { middle, low, high }| {
        words.within(&words.rough(middle), &words.rough(low), &words.rough(high))
    };
    let show = |ratio: Option<Ratio>| html::or_dash(ratio, within);
    let twin = run.world(Side::Twin).is_some();
    let row = |pair: &[&str; 2]| {
        let lately =
            |group| Some(words.percent(run.lately(Side::Here, key("sanctioned", "all", group))?.mean));
        let (one, other) = (lately(pair[0])?, lately(pair[1])?);
        let [first, second] = pair.map(|group| names::group(words, group));
        let mut row = vec![
            say!(words, "law-against", one = begun(&first), other = second),
            say!(words, "law-and", one = one, other = other),
            show(ratio(run, Side::Here, *pair)),
        ];
        if twin {
            row.push(show(ratio(run, Side::Twin, *pair)));
        }
        Some(row)
    };
    let rows: Vec<Vec<String>> = PAIRS.iter().filter_map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let mut head = words.each(["law-ratio", "law-shares", "law-ratio-here"]).to_vec();
    if twin {
        head.push(say!(words, "law-ratio-twin"));
    }
    let over = if run.seeds() > 1 { say!(words, "law-ratio-seeds") } else { say!(words, "law-ratio-counts") };
    Some(html! {
        (html::table(&say!(words, "law-ratios"), &head, &rows))
        p class="note" { (over) " " (say!(words, "law-ratio-above")) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_of_counts_has_the_interval_of_katz() {
        let one = of_counts([20.0, 100.0], [10.0, 100.0]).unwrap();
        assert!((one.middle - 2.0).abs() < 1e-12);
        // s² = 0.8/20 + 0.9/10 = 0.13
        let half = (1.96 * 0.13_f64.sqrt()).exp();
        assert!((one.low - 2.0 / half).abs() < 1e-9 && (one.high - 2.0 * half).abs() < 1e-9);
    }

    #[test]
    fn nobody_has_no_ratio() {
        assert_eq!(of_counts([0.0, 100.0], [10.0, 100.0]), None);
        assert_eq!(of_counts([3.0, 100.0], [0.0, 0.0]), None);
        assert_eq!(of_seeds(&[0.3]), None);
    }

    #[test]
    fn seeds_that_agree_leave_no_width() {
        let one = of_seeds(&[2.0_f64.ln(), 2.0_f64.ln(), 2.0_f64.ln()]).unwrap();
        assert!((one.middle - 2.0).abs() < 1e-12 && (one.high - one.low).abs() < 1e-12);
    }
}

//! What an analysis of sensitivity says, in sentences: what the result hangs on, how sure that is, and what
//! was not varied.
//!
//! Model: the strongest factors are named as long as their interval keeps off zero: at least a hundredth of
//! the variance, or a twentieth of the strongest effect; three at most. Two factors are told apart where
//! their intervals do not overlap. Few samples are called few.
//!
//! Source: our assumption. Leaves out: which values would make the result large or small.

use super::resample::Ranged;
use super::result::{Method, Sensitivity, Weighed, Weight};
use demerit_worlds::thousands::grouped;

/// Fewer samples than this are called few.
const FEW: [u32; 2] = [10, 200];
/// Most factors that are named.
const MOST: usize = 3;

/// The sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrative {
    /// What the result hangs on.
    pub hangs: String,
    /// How sure that is.
    pub sure: String,
    /// What part luck has.
    pub luck: String,
    /// What was not varied, cut or drawn in.
    pub limits: Vec<String>,
}

/// Tells an analysis.
#[must_use]
pub fn narrative(found: &Sensitivity) -> Narrative {
    let figures: Vec<&Weighed> = found.factors.iter().filter(|one| one.figure.is_some()).collect();
    let strongest = figures.first().map_or(0.0, |one| one.weight.strength().value);
    let least = match found.method {
        Method::Morris => strongest / 20.0,
        Method::Sobol => 0.01,
    };
    let named: Vec<&&Weighed> =
        figures.iter().take(MOST).take_while(|one| one.weight.strength().low > least).collect();
    Narrative {
        hangs: hangs(found, &named, strongest),
        sure: sure(found, &figures, &named),
        luck: luck(found),
        limits: limits(found),
    }
}

fn hangs(found: &Sensitivity, named: &[&&Weighed], strongest: f64) -> String {
    let what = result(found);
    if strongest <= 0.0 {
        return format!("Nothing that was varied moved {what}.");
    }
    if named.is_empty() {
        return format!("So few samples do not say which assumptions {what} hangs on.");
    }
    let each: Vec<String> = named
        .iter()
        .map(|one| {
            let strength = one.weight.strength();
            match found.method {
                Method::Sobol => {
                    format!("{}, which has a part in {} of its variance", one.name(), share(strength))
                }
                Method::Morris => format!(
                    "{}, which moves it by {} over its range in the mean",
                    one.name(),
                    interval(strength, amount)
                ),
            }
        })
        .collect();
    format!("Over the declared ranges, {what} hangs most on {}.", each.join("; then on "))
}

/// What the result is, as the middle of a sentence.
#[must_use]
pub fn result(found: &Sensitivity) -> String {
    let of = match found.worlds.as_slice() {
        [world, twin] => format!("in `{world}` less that in `{twin}`"),
        worlds => format!("in `{}`", worlds.join("")),
    };
    format!("the total of `{}` {of}", found.measure)
}

fn sure(found: &Sensitivity, figures: &[&Weighed], named: &[&&Weighed]) -> String {
    let few = FEW[usize::from(found.method == Method::Sobol)];
    let mut text = String::new();
    if let [first, second, ..] = figures
        && !named.is_empty()
    {
        let others = figures[1..].iter().map(|one| one.weight.strength().high);
        let apart = first.weight.strength().low > others.fold(second.weight.strength().high, f64::max);
        text.push_str(if apart {
            "The samples tell the first of them from all others. "
        } else {
            "The samples do not tell the first from the next: their intervals overlap, and another draw of the samples could change the order. "
        });
    }
    if let Some(Weighed { weight: Weight::Morris { mu_star, sigma, .. }, .. }) = named.first()
        && sigma.value > mu_star.value
    {
        text.push_str(
            "What the first does differs much from place to place: it hangs on the values of the others. ",
        );
    }
    if found.method == Method::Sobol && !named.is_empty() && found.samples >= few {
        let alone: f64 = found.factors.iter().map(|one| first_order(&one.weight)).sum();
        text.push_str(&format!(
            "Alone, all factors together make up {} of the variance; the rest comes about by two or more together, or is the error of the samples. ",
            percent(alone.clamp(0.0, 1.0))
        ));
    }
    text.push_str(&if found.samples < few {
        format!(
            "With {} samples this is a first look; intervals from so few are too narrow rather than too wide.",
            found.samples
        )
    } else {
        format!("It rests on {} samples, {} runs.", grouped(f64::from(found.samples)), grouped(found.runs as f64))
    });
    text
}

const fn first_order(weight: &Weight) -> f64 {
    match weight {
        Weight::Sobol { first, .. } => first.value,
        Weight::Morris { .. } => 0.0,
    }
}

fn luck(found: &Sensitivity) -> String {
    found.seed_share.map_or_else(
        || {
            format!(
                "All runs had the seed {}, so that nothing is known of luck: another made-up population could give other weights.",
                found.seed
            )
        },
        |one| {
            if found.middle[0] == found.middle[1] && one.high <= 0.0 {
                return "Another seed did not move it either.".to_owned();
            }
            let than = if one.low > 0.5 {
                ": at this number of persons the result is luck more than anything that was varied"
            } else if one.high < 0.1 && found.samples >= FEW[usize::from(found.method == Method::Sobol)] {
                ", so that the differences are the assumptions’ doing and not chance"
            } else {
                ""
            };
            format!("Luck, for which the seed stands as a factor of its own, has a part in {} of the variance{than}.", share(one))
        },
    )
}

fn limits(found: &Sensitivity) -> Vec<String> {
    let mut limits = Vec::new();
    if let Some(all) = found.stopped_of {
        limits.push(format!(
            "It was stopped: of {} runs, the {} of the first {} samples were whole, and it is told from these as if no more had been asked for.",
            grouped(all as f64),
            grouped(found.runs as f64),
            found.samples
        ));
    }
    if found.undefined > 0 {
        limits.push(format!(
            "In {} of {} runs the result was a ratio with nothing to divide by; there it was taken as 0.",
            grouped(found.undefined as f64),
            grouped(found.runs as f64)
        ));
    }
    let mut still =
        format!("{} figures of the same files have no declared range and were not varied", found.fixed);
    if found.unasked > 0 {
        still.push_str(&format!("; {} with a range were not asked for", found.unasked));
    }
    limits.push(format!("{still}. What hangs on those is not seen here."));
    for balance in &found.balances {
        limits.push(format!(
            "{}: the figures of {} are parts of a whole. Each was drawn from its own range, and then all were scaled so that they add up to {} again.",
            balance.file,
            balance.key,
            number(balance.sum)
        ));
    }
    for bound in &found.bounds {
        let [low, high] = bound.declared.map(number);
        let what = bound.left.map_or_else(
            || "was left out".to_owned(),
            |left| format!("was varied from {} to {} only", number(left[0]), number(left[1])),
        );
        limits.push(format!(
            "{}: {} {what}, not from {low} to {high}, as beyond that the other declared values do not allow it ({}).",
            bound.file, bound.key, bound.why
        ));
    }
    if found.drawn_in > 0 {
        let mut names: Vec<(&String, usize)> =
            found.drawn.iter().map(|(name, &count)| (name, count)).collect();
        names.sort_by_key(|one| std::cmp::Reverse(one.1));
        let more = names.len().saturating_sub(5);
        let names: Vec<String> =
            names.iter().take(5).map(|(name, count)| format!("{name} ({count})")).collect();
        limits.push(format!(
            "In {} of {} runs figures did not fit each other and were drawn toward their declared values: {}{}.",
            grouped(found.drawn_in as f64),
            grouped(found.runs as f64),
            names.join(", "),
            if more > 0 { format!(", and {more} others") } else { String::new() }
        ));
    }
    limits.push(
        "Each figure is as likely anywhere in its declared range and independent of all others; no range says more. The weights are about these \
         ranges: a figure that is varied widely weighs more. They say what a result hangs on in this model, not which values are right."
            .to_owned(),
    );
    limits
}

fn percent(value: f64) -> String {
    format!("{:.0} %", 100.0 * value)
}

/// A share of variance with its interval; what the error of the samples puts beyond the whole is cut.
fn share(one: Ranged) -> String {
    let [value, low, high] = [one.value, one.low, one.high].map(|part| part.clamp(0.0, 1.0));
    format!("{} (95 %: {:.0} to {:.0})", percent(value), 100.0 * low, 100.0 * high)
}

fn interval(one: Ranged, show: fn(f64) -> String) -> String {
    format!("{} (95 %: {} to {})", show(one.value), show(one.low), show(one.high))
}

fn amount(value: f64) -> String {
    if value.abs() < 100.0 { number(value) } else { grouped(value) }
}

/// A number with at most four significant digits.
#[must_use]
pub fn number(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".to_owned();
    }
    let places = (3 - libm::floor(libm::log10(value.abs())) as i32).max(0) as usize;
    let text = format!("{value:.places$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::super::Factor;
    use super::*;
    use demerit_scenario::figure::Scale;

    fn at(value: f64, reach: f64) -> Ranged {
        Ranged { value, low: value - reach, high: value + reach }
    }

    fn figure(key: &str) -> Option<Factor> {
        Some(Factor::made_up("regime r", key, 0.2, [0.0, 1.0], Scale::Even))
    }

    /// Two figures and the seed, of which these totals are known so well.
    fn analysis(totals: [f64; 2], seed: f64, reach: f64) -> Sensitivity {
        let weigh = |figure, total| Weighed {
            figure,
            weight: Weight::Sobol { first: at(total / 2.0, reach), total: at(total, reach) },
        };
        let factors = vec![weigh(figure("a"), totals[0]), weigh(figure("b"), totals[1]), weigh(None, seed)];
        Sensitivity {
            study: "s".into(),
            worlds: vec!["here".into()],
            measure: "m".into(),
            unit: "persons".into(),
            note: None,
            method: Method::Sobol,
            samples: 500,
            persons: 10,
            pilots: Vec::new(),
            weeks: 52,
            seed: 1,
            seeds: None,
            runs: 2_500,
            mean: 1.0,
            middle: [0.0, 2.0],
            seed_share: Some(at(seed, reach)),
            factors,
            bounds: Vec::new(),
            balances: Vec::new(),
            drawn_in: 0,
            drawn: Default::default(),
            fixed: 3,
            unasked: 0,
            person_weeks: 0,
            undefined: 0,
            stopped_of: None,
            table: Vec::new(),
        }
    }

    #[test]
    fn what_is_clear_is_said_clearly() {
        let said = narrative(&analysis([0.8, 0.2], 0.02, 0.01));
        assert_eq!(
            said.hangs,
            "Over the declared ranges, the total of `m` in `here` hangs most on regime r: a, which has a part in 80 % (95 %: 79 to 81) \
             of its variance; then on regime r: b, which has a part in 20 % (95 %: 19 to 21) of its variance."
        );
        assert!(said.sure.starts_with(
            "The samples tell the first of them from all others. Alone, all factors together make up 51 %"
        ));
        assert!(said.luck.contains(
            "2 % (95 %: 1 to 3) of the variance, so that the differences are the assumptions’ doing"
        ));
    }

    #[test]
    fn what_is_not_clear_is_not_made_so() {
        let said = narrative(&analysis([0.3, 0.25], 0.8, 0.1));
        assert!(said.sure.starts_with("The samples do not tell the first from the next"), "{}", said.sure);
        assert!(said.luck.contains("luck more than anything that was varied"), "{}", said.luck);
        let said = narrative(&analysis([0.3, 0.25], 0.1, 0.4));
        assert!(said.hangs.contains("do not say which assumptions"), "{}", said.hangs);
        let said = narrative(&analysis([0.0, 0.0], 0.0, 0.0));
        assert_eq!(said.hangs, "Nothing that was varied moved the total of `m` in `here`.");
        let nothing = Sensitivity { middle: [1.0, 1.0], ..analysis([0.0, 0.0], 0.0, 0.0) };
        assert_eq!(narrative(&nothing).luck, "Another seed did not move it either.");
    }

    #[test]
    fn the_first_is_told_from_all_others_and_not_only_from_the_next() {
        let mut found = analysis([0.6, 0.3], 0.0, 0.05);
        assert!(narrative(&found).sure.starts_with("The samples tell the first of them from all others"));
        // Weaker than the second by its estimate, and known so badly that it could be the strongest.
        let weight =
            Weight::Sobol { first: at(0.1, 0.1), total: Ranged { value: 0.29, low: 0.0, high: 0.58 } };
        found.factors.insert(2, Weighed { figure: figure("c"), weight });
        assert!(narrative(&found).sure.starts_with("The samples do not tell the first from the next"));
    }

    #[test]
    fn runs_without_a_value_are_told() {
        let found = Sensitivity { undefined: 3, ..analysis([0.8, 0.2], 0.1, 0.01) };
        let told = narrative(&found).limits.concat();
        assert!(
            told.contains("In 3 of 2,500 runs the result was a ratio with nothing to divide by"),
            "{told}"
        );
    }

    #[test]
    fn an_analysis_that_was_stopped_says_so() {
        let mut found = analysis([0.8, 0.2], 0.1, 0.01);
        (found.stopped_of, found.seed_share) = (Some(9_000), None);
        let said = narrative(&found);
        assert!(
            said.limits[0].starts_with("It was stopped: of 9,000 runs, the 2,500 of the first 500 samples")
        );
        assert!(said.luck.contains("All runs had the seed 1"));
        assert!(said.limits.last().unwrap().ends_with("not which values are right."));
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(
            [0.0, 0.000_123_456, -3.25, 1_000.0, 12_345.6].map(number).join(" "),
            "0 0.0001235 -3.25 1000 12346"
        );
    }
}

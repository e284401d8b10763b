//! Refusals: what people asked for and did not get, and who did.

use crate::counting::reading::Reading;
use crate::measure::{Measure, Value};
use crate::unit::Unit;
use demerit_regime::{Domain, Request};
use std::fmt::Display;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::sum("requests", Unit::Requests)
        .titled("Requests made")
        .defined(
            "Requests made in the period, whether or not a gate watches them, by the domain of life they \
             belong to.",
        )
        .values(|reading| by_domain(reading, &reading.tally.requests)),
    Measure::sum("refusals", Unit::Requests)
        .titled("Requests refused")
        .defined(
            "Requests refused in the period: the domain is that of the request, the group that of the cause.",
        )
        .counts(|reading| {
            let refused = reading.tally.refused.map(|by_cause| by_cause.iter().sum());
            let mut out = by_domain(reading, &refused);
            for domain in domains(reading) {
                let causes = reading.tally.refused[0].len();
                for cause in 0..causes {
                    let count = sum(reading, domain, |request| reading.tally.refused[request][cause]);
                    if count > 0 {
                        let name = Domain::ALL.get(cause).map_or("none", |one| one.name());
                        out.push(Value::of_category("cause", name, count).in_domain(domain.name()));
                    }
                }
            }
            out
        }),
    Measure::sum("refused", Unit::Requests)
        .titled("Refused")
        .defined("Requests refused in the period, by who asked: fifth of income and residence.")
        .values(|reading| {
            let mut out = Vec::new();
            for domain in domains(reading) {
                let mut tell = |kind, name: &dyn Display, count| {
                    out.push(Value::of_category(kind, name, count).in_domain(domain.name()));
                };
                for fifth in 0..5 {
                    let by_income = |request: usize| reading.tally.refused_by_income[request][fifth];
                    tell("income", &(fifth + 1), sum(reading, domain, by_income));
                }
                let all = sum(reading, domain, |request| reading.tally.refused[request].iter().sum());
                let rural = sum(reading, domain, |request| reading.tally.refused_rural[request]);
                tell("residence", &"rural", rural);
                tell("residence", &"urban", all - rural);
            }
            out
        }),
    Measure::sum("refused-wrongly", Unit::Requests)
        .titled("Requests refused to persons whose own deeds would not have led to it")
        .defined(
            "Requests refused in the period to persons whose own true deeds would not have led to a refusal.",
        )
        .values(|reading| by_domain(reading, &reading.tally.refused_wrongly)),
    Measure::sum("privileges", Unit::Requests)
        .titled("Requests met with a privilege")
        .defined("Requests met with a privilege in the period, by the domain of life they belong to.")
        .values(|reading| by_domain(reading, &reading.tally.privileged)),
];

/// The domain of a request: that of the gate in the world's last regime that has one, else the request's own.
pub(crate) fn domain_of(reading: &Reading<'_>, request: Request) -> Domain {
    reading.view.gate(request).map_or(request.domain(), |gate| gate.domain)
}

fn domains<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = Domain> + 'a {
    Domain::ALL
        .into_iter()
        .filter(|&domain| Request::ALL.iter().any(|&one| domain_of(reading, one) == domain))
}

fn sum(reading: &Reading<'_>, domain: Domain, count: impl Fn(usize) -> u64) -> u64 {
    let requests = Request::ALL.iter().filter(|&&request| domain_of(reading, request) == domain);
    requests.map(|request| count(request.index())).sum()
}

fn by_domain(reading: &Reading<'_>, counts: &[u64; Request::COUNT]) -> Vec<Value> {
    let count = |domain| sum(reading, domain, |request| counts[request]) as f64;
    let parts = domains(reading).map(|domain| Value::whole(count(domain)).in_domain(domain.name()));
    [Value::whole(counts.iter().sum::<u64>() as f64)].into_iter().chain(parts).collect()
}

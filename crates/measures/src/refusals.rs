//! Refusals: what people asked for and did not get, and who did.

use crate::measure::{Kind, Measure, Moment, Value};
use crate::reading::Reading;
use crate::unit::Unit;
use demerit_regime::{Domain, Request};

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "requests",
        title: "Requests made in the last year",
        definition: "Requests made in the period, whether or not a gate watches them, by the domain of life they belong to.",
        unit: Unit::Requests,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| by_domain(reading, |request| reading.tally.requests[request], out),
    },
    Measure {
        name: "refusals",
        title: "Requests refused in the last year",
        definition: "Requests refused in the period: the domain is that of the request, the group that of the cause.",
        unit: Unit::Requests,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| {
            for domain in domains(reading) {
                let causes = reading.tally.refused[0].len();
                for cause in 0..causes {
                    let count = sum(reading, domain, |request| reading.tally.refused[request][cause]);
                    if count > 0 {
                        let name = Domain::ALL.get(cause).map_or("none", |one| one.name());
                        out.push(Value::new(domain.name(), format!("cause:{name}"), count as f64));
                    }
                }
                out.push(Value::in_domain(
                    domain.name(),
                    sum(reading, domain, |request| reading.tally.refused[request].iter().sum()) as f64,
                ));
            }
        },
    },
    Measure {
        name: "refused",
        title: "Refused",
        definition: "Requests refused in the period, by who asked: fifth of income and residence.",
        unit: Unit::Requests,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| {
            for domain in domains(reading) {
                for fifth in 0..5 {
                    let count =
                        sum(reading, domain, |request| reading.tally.refused_by_income[request][fifth]);
                    out.push(Value::new(domain.name(), format!("income:{}", fifth + 1), count as f64));
                }
                let all = sum(reading, domain, |request| reading.tally.refused[request].iter().sum());
                let rural = sum(reading, domain, |request| reading.tally.refused_rural[request]);
                out.push(Value::new(domain.name(), "residence:rural", rural as f64));
                out.push(Value::new(domain.name(), "residence:urban", (all - rural) as f64));
            }
        },
    },
    Measure {
        name: "refused-wrongly",
        title: "Requests refused to persons whose own deeds would not have led to it",
        definition: "Requests refused in the period to persons whose own true deeds would not have led to a refusal.",
        unit: Unit::Requests,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| by_domain(reading, |request| reading.tally.refused_wrongly[request], out),
    },
    Measure {
        name: "privileges",
        title: "Requests met with a privilege in the last year",
        definition: "Requests met with a privilege in the period, by the domain of life they belong to.",
        unit: Unit::Requests,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| by_domain(reading, |request| reading.tally.privileged[request], out),
    },
];

/// The domain of a request: that of the gate in the world's last regime that has one, else the request's own.
pub(crate) fn domain_of(reading: &Reading<'_>, request: Request) -> Domain {
    reading
        .view
        .regimes
        .iter()
        .rev()
        .find_map(|regime| regime.gate(request))
        .map_or(request.domain(), |gate| gate.domain)
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

fn by_domain(reading: &Reading<'_>, count: impl Fn(usize) -> u64 + Copy, out: &mut Vec<Value>) {
    for domain in domains(reading) {
        out.push(Value::in_domain(domain.name(), sum(reading, domain, count) as f64));
    }
}

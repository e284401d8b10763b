//! No sentence says what the figures deny: findings and titles of the same tables as they are, with the
//! worlds exchanged, with nothing counted, with equal worlds, and with seeds that disagree. What each says of
//! more, less and most is held against the tables.

mod fixture;

use demerit_report::{Sureness, charts, render};
use demerit_words::Words;
use demerit_worlds::tables::{MeasureRow, RunTables, Told};
use fixture::{Shape, tables};
use std::cmp::Ordering::{Equal, Greater, Less};

const YEAR: u32 = 52;
const WORDS: Words = Words::new(demerit_words::Language::En);

/// A name for a change of the tables, and the change.
type Change = (&'static str, fn(&mut RunTables));

const CHANGES: [Change; 6] = [
    ("as they are", |_| {}),
    ("exchanged", |data| {
        for row in &mut data.measures {
            match row.world.as_str() {
                "regime" => row.world = "twin".to_owned(),
                "twin" => row.world = "regime".to_owned(),
                _ => {}
            }
        }
    }),
    ("nothing", |data| data.measures.iter_mut().for_each(|row| row.value = 0.0)),
    ("equal", |data| {
        data.measures.retain(|row| row.world != "twin");
        let here = data.measures.iter().filter(|row| row.world == "regime").cloned();
        let twin: Vec<MeasureRow> = here.map(|row| MeasureRow { world: "twin".to_owned(), ..row }).collect();
        data.measures.extend(twin);
    }),
    ("groups turned round", |data| {
        for row in &mut data.measures {
            for [one, other] in [
                ["income:1", "income:5"],
                ["sex:female", "sex:male"],
                ["origin:tie", "origin:clerk"],
                ["cause:speech", "cause:traffic"],
            ] {
                row.group = match row.group.as_str() {
                    group if group == one => other.to_owned(),
                    group if group == other => one.to_owned(),
                    _ => continue,
                };
                break;
            }
        }
    }),
    ("seeds that disagree", |data| {
        for row in data.measures.iter_mut().filter(|row| row.world == "regime") {
            row.value *= [0.02, 1.0, 40.0][row.seed as usize % 3];
        }
    }),
];

/// A number of the last year of a seed: the mean of what was measured then.
fn number(data: &RunTables, seed: u64, world: &str, at: impl Fn(&MeasureRow) -> bool) -> f64 {
    let last = data.measures.iter().map(|row| row.tick).max().unwrap_or(0);
    let is_of = |row: &&MeasureRow| row.seed == seed && row.world == world && row.tick + YEAR > last;
    data.measures.iter().filter(is_of).filter(|row| at(row)).map(|row| row.value).sum()
}

/// How one number stands to another where the figures bear it: with one seed as they are, with three where
/// Student's interval of the differences keeps off zero.
fn stands(pairs: &[(f64, f64)]) -> Option<std::cmp::Ordering> {
    if pairs.iter().all(|(one, other)| (one - other).abs() <= 0.0005 * one.abs().max(other.abs())) {
        return Some(Equal);
    }
    let apart: Vec<f64> = pairs.iter().map(|(one, other)| one - other).collect();
    let count = apart.len() as f64;
    let mean = apart.iter().sum::<f64>() / count;
    let reach = match pairs.len() {
        1 => 0.0,
        3 => {
            let square = apart.iter().map(|one| (one - mean).powi(2)).sum::<f64>();
            4.303 * (square / (count - 1.0) / count).sqrt()
        }
        other => panic!("{other} seeds"),
    };
    (mean.abs() > reach).then_some(if mean > 0.0 { Greater } else { Less })
}

/// What is compared in a sentence: a number of the first world, and one of the same world or the twin.
struct Compared<'a> {
    data: &'a RunTables,
}

impl Compared<'_> {
    fn of(&self, one: (&str, &Of), other: (&str, &Of)) -> Option<std::cmp::Ordering> {
        let seeds = &self.data.manifest.seeds;
        let get = |seed: u64, (world, of): (&str, &Of)| number(self.data, seed, world, |row| of(row));
        stands(&seeds.iter().map(|&seed| (get(seed, one), get(seed, other))).collect::<Vec<_>>())
    }

    /// Against the twin.
    fn twins(&self, of: &Of) -> Option<std::cmp::Ordering> {
        self.of(("regime", of), ("twin", of))
    }

    /// Whether a group of the first world has most of a measure.
    fn is_most(&self, measure: &'static str, domain: Option<&str>, group: &str) -> bool {
        let place = |row: &MeasureRow| (row.domain.clone(), row.group.clone());
        let mut places: Vec<(String, String)> =
            self.data.measures.iter().filter(|row| row.measure == measure).map(place).collect();
        places.sort();
        places.dedup();
        let family = |group: &str| group.split_once(':').map(|(family, _)| family.to_owned());
        places.retain(|other| family(&other.1) == family(group));
        let own = |place: &(String, String)| place.1 == group && domain.is_none_or(|name| name == place.0);
        let Some(first) = places.iter().find(|place| own(place)).cloned() else { return false };
        places.iter().filter(|place| **place != first).all(|other| {
            let at = |(domain, group): &(String, String)| -> Box<Of> {
                let (domain, group) = (domain.clone(), group.clone());
                Box::new(move |row| row.measure == measure && row.domain == domain && row.group == group)
            };
            self.of(("regime", &*at(&first)), ("regime", &*at(other))) == Some(Greater)
        })
    }
}

type Of = dyn Fn(&MeasureRow) -> bool;

fn at(measure: &'static str, group: &'static str) -> Box<Of> {
    Box::new(move |row| row.measure == measure && row.domain == "all" && row.group == group)
}

fn in_any_domain(measure: &'static str, group: &'static str) -> Box<Of> {
    Box::new(move |row| row.measure == measure && row.group == group)
}

/// All sentences of findings, and all titles of charts.
fn sentences(data: &RunTables) -> Vec<String> {
    let page =
        render(&Told::of(data, None), Sureness::default(), WORDS).expect("a report").replace("&#39;", "'");
    let of = |class: &str| -> Vec<String> {
        let mark = format!("<p class=\"{class}\">");
        let parts = page.split(&mark).skip(1);
        parts.map(|part| part.split('<').next().unwrap_or_default().to_owned()).collect()
    };
    let mut all: Vec<String> =
        charts(&Told::of(data, None), WORDS, |_| true).into_iter().map(|one| one.title).collect();
    for class in ["says", "adds"] {
        all.extend(of(class));
    }
    all.into_iter().map(|text| text.replace('\u{a0}', " ")).collect()
}

/// Holds a sentence against the tables; says what it claimed.
fn hold(data: &RunTables, text: &str, told: &str) -> Option<&'static str> {
    let compared = Compared { data };
    let posts = at("posts", "stance:critical");
    let violations = at("violations", "all");
    let sanctioned = at("sanctioned", "all");
    let [poorest, richest] = ["income:1", "income:5"].map(|group| in_any_domain("refused", group));
    let twins = |of: &Of, wanted, what| {
        assert_eq!(compared.twins(of), Some(wanted), "{told}: {text}");
        Some(what)
    };
    let named = |family: &str, names: &[&str]| -> Vec<(usize, String)> {
        let mut found: Vec<(usize, String)> = names
            .iter()
            .filter_map(|name| {
                let label = WORDS.named(&format!("{family}-"), name)?.to_lowercase();
                Some((text.to_lowercase().rfind(&label)?, (*name).to_owned()))
            })
            .collect();
        found.sort();
        found
    };
    if text.contains("are under a sanction on average") {
        return match text {
            _ if text.contains("times as many") || text.contains(" more") => {
                if text.contains("do not settle") {
                    assert_eq!(compared.twins(&sanctioned), None, "{told}: {text}");
                    return Some("unclear");
                }
                twins(&sanctioned, Greater, "more sanctioned")
            }
            _ if text.contains(" fewer") => twins(&sanctioned, Less, "fewer sanctioned"),
            _ if text.contains("no difference") => twins(&sanctioned, Equal, "as many sanctioned"),
            _ => None,
        };
    }
    match text {
        _ if text.contains("fewer were published")
            || text.contains("fewer critical posts than in the twin") =>
        {
            twins(&posts, Less, "fewer posts")
        }
        _ if text.contains("more were published")
            || text.contains("more critical posts than in the twin") =>
        {
            twins(&posts, Greater, "more posts")
        }
        _ if text.contains("broken less often") || text.contains("less often than in the twin") => {
            twins(&violations, Less, "less crime")
        }
        _ if text.contains("broken more often") || text.contains("more often than in the twin") => {
            if text.contains("do not settle") {
                assert_eq!(compared.twins(&violations), None, "{told}: {text}");
                return Some("unclear");
            }
            twins(&violations, Greater, "more crime")
        }
        _ if text.contains("as often as in the twin") => twins(&violations, Equal, "as much crime"),
        _ if text.contains("as many as in the twin")
            || text.starts_with("Critical posts") && text.contains("no difference") =>
        {
            twins(&posts, Equal, "as many posts")
        }
        _ if text.contains("fell by") || text.contains("rose by") => {
            let last = data.measures.iter().map(|row| row.tick).max().unwrap_or(0);
            let begins = data.manifest.phases[1].from_tick;
            let pairs: Vec<(f64, f64)> = data
                .manifest
                .seeds
                .iter()
                .map(|&seed| {
                    let rows = data
                        .measures
                        .iter()
                        .filter(|row| row.seed == seed && row.world == "regime" && posts(row));
                    let sum = |from: u32, to: u32| -> f64 {
                        let within = rows.clone().filter(|row| (from..to).contains(&row.tick));
                        within.map(|row| row.value).sum::<f64>() / f64::from(to - from)
                    };
                    (sum(last + 1 - YEAR, last + 1), sum(0, begins))
                })
                .collect();
            let wanted = if text.contains("fell by") { Less } else { Greater };
            assert_eq!(stands(&pairs), Some(wanted), "{told}: {text}");
            Some("fell or rose")
        }
        _ if text.contains("ost often behind it") => {
            let first = text.split_once("ost often behind it").expect("a part").1;
            let names = ["tie", "wrong-inference", "wrong-person", "wrong-join", "clerk"];
            let label = |name: &&&str| {
                first.find(&WORDS.named("origin-", name).expect("a name")).unwrap_or(usize::MAX)
            };
            let name = names.iter().min_by_key(label).expect("a name");
            assert!(
                compared.is_most("wrongly-sanctioned-by-origin", None, &format!("origin:{name}")),
                "{told}: {text}"
            );
            Some("most frequent error")
        }
        _ if text.contains("poorest fifth is refused") => {
            assert_eq!(
                compared.of(("regime", &*poorest), ("regime", &*richest)),
                Some(Greater),
                "{told}: {text}"
            );
            Some("poorest")
        }
        _ if text.contains("richest fifth is refused") => {
            assert_eq!(
                compared.of(("regime", &*poorest), ("regime", &*richest)),
                Some(Less),
                "{told}: {text}"
            );
            Some("richest")
        }
        _ if text.contains("is refused most often") => {
            let domains = ["travel", "finance", "school", "work", "housing"];
            let label = |name: &str| WORDS.named("asked-", name).or_else(|| WORDS.named("domain-", name));
            let first = |name: &&&str| text.to_lowercase().starts_with(&label(name).expect("a name"));
            let most = *domains.iter().find(first).expect("a domain");
            let of = |name: &'static str| -> Box<Of> {
                Box::new(move |row| row.measure == "refused" && row.domain == name)
            };
            for other in domains.into_iter().filter(|other| *other != most) {
                let found = compared.of(("regime", &*of(most)), ("regime", &*of(other)));
                assert_eq!(found, Some(Greater), "{told}: {text}");
            }
            Some("refused most")
        }
        _ if text.contains("sanctioned") && text.contains("times as often as") => {
            let groups =
                ["sex-female", "sex-male", "residence-urban", "residence-rural", "income-1", "income-5"];
            let found = named("group", &groups);
            let ([(_, more), .., (_, less)], true) = (found.as_slice(), found.len() > 1) else {
                panic!("{told}: {text}: {found:?}")
            };
            let of = |name: &str| -> Box<Of> {
                let group = name.replacen('-', ":", 1);
                Box::new(move |row| row.measure == "sanctioned" && row.group == group)
            };
            assert_eq!(
                compared.of(("regime", &*of(more)), ("regime", &*of(less))),
                Some(Greater),
                "{told}: {text}"
            );
            Some("more of a group")
        }
        _ if text.contains("unrelated part of life") && text.contains("most often") => {
            let rest = text.split_once("most often").expect("a part").1;
            let domains = ["purchases", "speech", "finance", "court", "traffic"];
            let label = |name: &&&str| {
                rest.find(&WORDS.named("domain-", name).expect("a name")).unwrap_or(usize::MAX)
            };
            let cause = domains.iter().min_by_key(label).expect("a name");
            let refused = rest.split_once("by refusing ").expect("a part").1;
            let answers = ["travel", "finance", "school", "work", "housing"];
            let domain = answers.iter().find(|name| {
                let asked =
                    WORDS.named("asked-", name).or_else(|| WORDS.named("domain-", name)).expect("a name");
                refused.starts_with(&asked)
            });
            let (domain, group) = (*domain.expect("a domain"), format!("cause:{cause}"));
            assert!(is_first_of_unrelated(&compared, domain, &group), "{told}: {text}");
            Some("largest stream")
        }
        _ => None,
    }
}

/// Whether a stream is larger than any other that leads into an unrelated part of life.
fn is_first_of_unrelated(compared: &Compared<'_>, domain: &str, group: &str) -> bool {
    use demerit_regime::{Distance, Domain};
    let far = |row: &MeasureRow| {
        let cause = row.group.strip_prefix("cause:").and_then(Domain::named);
        let answer = Domain::named(&row.domain);
        cause
            .zip(answer)
            .is_some_and(|(cause, answer)| Distance::between(cause, answer) == Distance::Unrelated)
    };
    let mut near = compared.data.clone();
    near.measures.retain(|row| row.measure != "refusals" || far(row));
    Compared { data: &near }.is_most("refusals", Some(domain), group)
}

/// Words that claim a direction or a rank.
const CLAIMS: [&str; 9] = [
    " less ",
    " fewer ",
    " more ",
    " lost",
    "fell by",
    "rose by",
    "ost often",
    "times as ",
    " no difference",
];

#[test]
fn no_finding_and_no_title_says_what_the_figures_deny() {
    let mut claimed: Vec<&str> = Vec::new();
    for seeds in [vec![1], vec![1, 2, 3]] {
        for (change, apply) in CHANGES {
            let mut data = tables(&Shape { seeds: seeds.clone(), ..Shape::default() });
            apply(&mut data);
            let told = format!("{change}, {} seeds", seeds.len());
            for text in sentences(&data) {
                let found = hold(&data, &text, &told);
                let claims = CLAIMS.iter().any(|word| text.contains(word));
                let is_open = text.contains("do not settle") || text.contains("clearly the most");
                assert!(found.is_some() || !claims || is_open || is_plain(&text), "{told}: {text}");
                if let Some(what) = found {
                    let is_directed = what != "unclear";
                    let once = text.contains("in this run");
                    assert_eq!(once, seeds.len() == 1 && is_directed, "{told}: {text}");
                    claimed.push(what);
                }
            }
        }
    }
    claimed.sort_unstable();
    claimed.dedup();
    for what in [
        "more sanctioned",
        "fewer sanctioned",
        "as many sanctioned",
        "fewer posts",
        "more posts",
        "as many posts",
        "less crime",
        "more crime",
        "as much crime",
        "fell or rose",
        "most frequent error",
        "poorest",
        "richest",
        "more of a group",
        "largest stream",
        "unclear",
    ] {
        assert!(claimed.contains(&what), "{what} was never claimed: {claimed:?}");
    }
}

/// Sentences with such a word that compare nothing.
fn is_plain(text: &str) -> bool {
    ["what the law", "fewer than", "no longer"].iter().any(|part| text.contains(part))
}

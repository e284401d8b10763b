//! Names of the tables in plain words: what a deed, an origin, a domain or a group is called in a sentence.
//!
//! An unknown name is shown as it stands, its hyphens as spaces, so that a new deed or channel needs no change here.

/// A name with its hyphens as spaces.
#[must_use]
pub(crate) fn plain(name: &str) -> String {
    name.replace('-', " ")
}

/// A name that begins a label: its first letter large.
#[must_use]
pub(crate) fn begun(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name after `kind:` in a group.
#[must_use]
pub(crate) fn of_group(group: &str) -> &str {
    group.split_once(':').map_or(group, |(_, name)| name)
}

/// A group of persons: `women`, `the poorest fifth`.
#[must_use]
pub(crate) fn group(group: &str) -> String {
    match group {
        "all" => "everybody".to_owned(),
        "sex:female" => "women and girls".to_owned(),
        "sex:male" => "men and boys".to_owned(),
        "residence:urban" => "in towns".to_owned(),
        "residence:rural" => "in the country".to_owned(),
        "income:1" => "poorest fifth".to_owned(),
        "income:2" => "second fifth".to_owned(),
        "income:3" => "middle fifth".to_owned(),
        "income:4" => "fourth fifth".to_owned(),
        "income:5" => "richest fifth".to_owned(),
        "wave:pilot" => "pilot cities".to_owned(),
        "wave:later" => "all other places".to_owned(),
        "answer:true" => "in truth".to_owned(),
        "answer:stated" => "as they say when asked".to_owned(),
        "couples:here" => "couples of this world".to_owned(),
        "couples:twin" => "couples of the twin".to_owned(),
        "gravity:lawful" => "for what the law allows".to_owned(),
        "gravity:minor" => "for a minor breach".to_owned(),
        "gravity:serious" => "for a serious breach".to_owned(),
        "class:1" => "in the largest cities".to_owned(),
        other => match other.split_once(':') {
            Some(("class", class)) => format!("in cities of size class {class}"),
            Some(("looks", looks)) => format!("looks group {looks}"),
            Some(("age", ages)) => {
                let ages = ages.replace('-', " to ");
                ages.strip_suffix('+')
                    .map_or_else(|| format!("aged {ages}"), |from| format!("aged {from} and over"))
            }
            _ => plain(of_group(other)),
        },
    }
}

/// An origin of a wrong sanction or entry, as a label.
#[must_use]
pub(crate) fn origin(origin: &str) -> String {
    match origin {
        "own-deed" => "own deed".to_owned(),
        "wrong-inference" => "a trait wrongly read from a deed".to_owned(),
        "wrong-person" => "taken for another person".to_owned(),
        "wrong-join" => "files wrongly joined".to_owned(),
        "clerk" => "a clerk's slip".to_owned(),
        "tie" => "what family or friends did".to_owned(),
        "mixed" => "several together, or a list not cleared".to_owned(),
        other => plain(other),
    }
}

/// A domain of life, as a label.
#[must_use]
pub(crate) fn domain(domain: &str) -> String {
    match domain {
        "finance" => "bills and loans".to_owned(),
        "civic" => "civic life".to_owned(),
        "court" => "court orders".to_owned(),
        "none" => "no rule to be named".to_owned(),
        other => plain(other),
    }
}

/// What is refused in a domain of life, as a label.
#[must_use]
pub(crate) fn refused(domain_name: &str) -> String {
    match domain_name {
        "finance" => "loans".to_owned(),
        "school" => "schools".to_owned(),
        other => domain(other),
    }
}

/// A channel, as a label.
#[must_use]
pub(crate) fn channel(channel: &str) -> String {
    match channel {
        "camera" => "cameras".to_owned(),
        "app" => "phone apps".to_owned(),
        "school" => "school files".to_owned(),
        "medical" => "medical files".to_owned(),
        "security" => "security files".to_owned(),
        "finance" => "financial files".to_owned(),
        "court" => "court files".to_owned(),
        "office" => "office files".to_owned(),
        "removal" => "post taken down".to_owned(),
        "closed" => "account closed".to_owned(),
        "withheld" => "post withheld".to_owned(),
        "all" => "all channels".to_owned(),
        other => plain(other),
    }
}

/// A deed as a thing: `late bill`, `critical post`.
#[must_use]
pub(crate) fn thing(name: &str) -> String {
    match name {
        "rail-trip" => "a fast train".to_owned(),
        "air-trip" => "a flight".to_owned(),
        "loan-request" => "a loan".to_owned(),
        "job-request" => "a state job".to_owned(),
        "home-request" => "a home".to_owned(),
        "school-request" => "a place at a better school".to_owned(),
        "deposit-request" => "a stay without a deposit".to_owned(),
        other => plain(other),
    }
}

/// What a person did, in the past tense.
#[must_use]
pub(crate) fn deed(name: &str) -> String {
    match name {
        "alcohol-purchase" => "bought alcohol",
        "nappy-purchase" => "bought nappies",
        "game-purchase" => "bought a video game",
        "late-bill" | "bill-late" => "paid a bill late",
        "late-loan" | "loan-late" => "paid a loan late",
        "loan-default" => "stopped paying back a loan",
        "traffic-offence" => "broke a traffic rule",
        "civic-act" => "did something for the neighbourhood",
        "truancy" => "kept a child from school",
        "missed-checkup" => "missed a medical check-up",
        "petition" => "sent a petition",
        "neutral-post" | "post-neutral" => "wrote a neutral post",
        "supportive-post" | "post-supportive" => "wrote a post in support",
        "critical-post" | "post-critical" => "wrote a critical post",
        "investigative-post" | "post-investigative" => "published something they had found out",
        "lawsuit" => "was sued",
        "unpaid-order" => "did not pay what a court had ordered",
        "rail-trip" => "took a fast train",
        "air-trip" => "took a flight",
        "loan-request" => "asked for a loan",
        "job-request" => "asked for a state job",
        "home-request" => "asked for a home",
        "school-request" => "asked for a place at a better school",
        "deposit-request" => "asked for a stay without a deposit",
        other => return format!("did: {}", thing(other)),
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_and_unknown_names() {
        assert_eq!(origin("tie"), "what family or friends did");
        assert_eq!(domain("some-new-domain"), "some new domain");
        assert_eq!(group("age:60+"), "aged 60 and over");
        assert_eq!(group("age:18-39"), "aged 18 to 39");
        assert_eq!(group("kind:odd-one"), "odd one");
        assert_eq!(begun("élan"), "Élan");
        assert_eq!(begun(""), "");
    }
}

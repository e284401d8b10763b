//! `docs/claims.md`: what the report of 2018 says, sentence by sentence, and what the simulation says to it.
//!
//! The studies behind it take a minute, so the page is made of answers that are stored, those of
//! `demerit claims --json`, in `docs/claims.json`. They have to be answers to the claims as they stand in
//! the catalogue: where a claim was changed, the page is refused until the answers are made anew.

use super::{head, plain};
use crate::outcome::Outcome;
use crate::place;
use serde_json::Value;
use std::collections::BTreeMap;

/// The stored answers.
const ANSWERS: &str = "docs/claims.json";
/// The claims.
const CLAIMS: &str = "catalogue/claims.toml";
/// What makes the answers.
const MADE: &str = "demerit claims --quiet --json > docs/claims.json";

const OPENING: &str = "What the report of 2018 says, sentence by sentence and in our words, and what the simulation says to it. Each claim names a study and \
what its numbers have to be; the verdict follows from the numbers by the rule at the head of `catalogue/claims.toml`. A number is told as filed, with its \
interval at 95 % over the seeds, and with the range over all that the files leave open. All of it is about a made-up society, and says what follows if the \
files are right.";

/// Each verdict with its words.
const VERDICTS: [(&str, &str); 6] = [
    ("shown", "shown"),
    ("in-part", "shown in part"),
    ("otherwise", "the simulation says otherwise"),
    ("only-if-assumed", "only if assumed"),
    ("cannot", "cannot be answered by a simulation"),
    ("not-yet", "not yet"),
];

/// The page.
pub(crate) fn document() -> Outcome<String> {
    let read = |name: &str| place::read(&place::root().join(name));
    let fault = |name: &str, fault: String| format!("{name}: {fault}");
    let answers: Value =
        serde_json::from_str(&read(ANSWERS)?).map_err(|error| fault(ANSWERS, error.to_string()))?;
    let claims: Value = toml::from_str(&read(CLAIMS)?).map_err(|error| fault(CLAIMS, error.to_string()))?;
    page(&answers, &claims)
}

fn page(answers: &Value, claims: &Value) -> Outcome<String> {
    let list = |value: &Value| value["claims"].as_array().cloned().unwrap_or_default();
    let (answers_of, claims) = (list(answers), list(claims));
    let stale = |id: &str| format!("{ANSWERS} does not answer {id} as {CLAIMS} has it; run `{MADE}`");
    if answers_of.len() != claims.len() {
        return Err(stale("every claim"));
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut rows = String::new();
    for (answer, claim) in answers_of.iter().zip(&claims) {
        let id = plain(&claim["id"]);
        if answer["claim"] != *claim {
            return Err(stale(&id));
        }
        let verdict = answer["verdict"].as_str().unwrap_or_default();
        let found = VERDICTS.iter().find(|(word, _)| *word == verdict);
        let (word, words) = found.ok_or_else(|| format!("{ANSWERS}: {id} has no verdict"))?;
        *counts.entry(word).or_default() += 1;
        rows.push_str(&row(answer, words));
    }
    let mut page = head("Claims", OPENING, &format!("`{MADE}`"));
    let size = ["persons", "seeds", "draws"].map(|key| plain(&answers[key]));
    page.push_str(&format!(
        "\n{} persons in each world, {} seeds as filed, {} draws.\n\n| verdict | claims |\n|---|---|\n",
        size[0], size[1], size[2]
    ));
    for (word, words) in VERDICTS {
        page.push_str(&format!("| {words} | {} |\n", counts.get(word).unwrap_or(&0)));
    }
    page.push_str("\n| | the report says | verdict | the numbers |\n|---|---|---|---|\n");
    Ok(page + &rows)
}

fn row(answer: &Value, verdict: &str) -> String {
    let claim = &answer["claim"];
    let mut cell: Vec<String> = Vec::new();
    if let (Some(question), Some(study)) = (claim["question"].as_str(), claim["study"].as_str()) {
        cell.push(format!("{question} (`{study}`)"));
    }
    cell.extend(answer["numbers"].as_array().into_iter().flatten().map(|number| plain(&number["says"])));
    for (key, opening) in
        [("assumed", "Goes in by"), ("lacks", "Lacks"), ("not_yet", "Missing:"), ("cannot", "Because")]
    {
        cell.extend(claim[key].as_str().map(|text| format!("{opening} {text}.")));
    }
    let clean = |text: String| text.replace('|', "\\|");
    let [id, says] = [plain(&claim["id"]), plain(&claim["says"]["en"])].map(clean);
    format!("| {id} | {says} | **{verdict}** | {} |\n", clean(cell.join("<br>")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn answers_become_rows_and_stale_ones_are_refused() {
        let claim = json!({ "id": "S01", "says": { "en": "It is so.", "id": "Begitu." }, "cannot": "why" });
        let claims = json!({ "claims": [claim] });
        let answers = |claim: &Value, verdict: &str| {
            let answer = json!({ "claim": claim, "verdict": verdict, "numbers": [{ "says": "one: 1" }] });
            json!({ "persons": 10, "seeds": 2, "draws": 8, "claims": [answer] })
        };
        let page = |answers: &Value| super::page(answers, &claims);
        let text = page(&answers(&claim, "cannot")).unwrap();
        assert!(text.contains(
            "| S01 | It is so. | **cannot be answered by a simulation** | one: 1<br>Because why. |"
        ));
        assert!(text.contains("| cannot be answered by a simulation | 1 |"), "{text}");
        let mut other = claim.clone();
        other["cannot"] = "another".into();
        assert!(page(&answers(&other, "cannot")).unwrap_err().contains("does not answer S01"));
        assert!(page(&answers(&claim, "perhaps")).unwrap_err().contains("no verdict"));
    }
}

//! Runs as a page has them: begun, told, looked at, dropped; and never too many of anything.

use crate::client::Here;
use crate::streams::Events;
use serde_json::{Value, json};

impl Here {
    /// Begins a small run for a page; gives its name.
    pub(crate) fn begin(&self, page: &str, persons: u32, years: f64) -> String {
        self.begin_with(page, &json!({ "persons": persons, "years": years, "seed": 7 }))
    }

    /// Begins a run with these settings for a page; gives its name.
    fn begin_with(&self, page: &str, settings: &Value) -> String {
        let answer = self.post_from(page, "/api/run", "application/json", settings.to_string().as_bytes());
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()["run"].as_str().unwrap().to_owned()
    }
}

#[test]
fn a_run_is_told_from_its_first_week_to_its_last() {
    let here = Here::start();
    let settings = json!({ "base": "safeguards", "persons": 3_000, "years": 2, "seed": 7 });
    let run = here.begin_with("page-1", &settings);
    let mut events = Events::of(&here, &run, "");
    assert_eq!(events.status(), 200);
    let hello = events.until("hello");
    assert_eq!(
        (&hello["ticks"], &hello["persons"], &hello["cell_persons"]),
        (&json!(104), &json!(3000), &json!(1))
    );
    assert_eq!(hello["worlds"].as_array().map(Vec::len), Some(2));
    assert_eq!(hello["map"]["cells"], 3000);
    let mut last = 0;
    let done = loop {
        let (_, name, what) = events.next().unwrap();
        match name.as_str() {
            "week" => {
                let tick = what["tick"].as_u64().unwrap();
                assert!(tick >= last, "weeks go forward");
                last = tick;
            }
            "done" => break what,
            other => panic!("{other}: {what}"),
        }
    };
    assert!(done["seconds"].as_f64().unwrap() > 0.0);
    assert!(done["striking"].as_array().is_some_and(|all| !all.is_empty()), "{done}");

    let names: Vec<&str> =
        hello["colourings"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    for world in 0..2 {
        for colouring in &names {
            for tick in [0, 13, 51] {
                let frame = here.get(&format!("/api/run/{run}/frame/{world}/{colouring}/{tick}"));
                assert_eq!((frame.status, frame.body.len()), (200, 3000), "{colouring} {tick}");
                assert_eq!(frame.header("content-type"), Some("application/octet-stream"));
                assert_eq!(frame.header("x-demerit-week"), Some(tick.to_string().as_str()));
            }
        }
    }
    for wrong in ["0/standing/104", "2/standing/0", "0/nothing/0", "0/standing/4294967295"] {
        let answer = here.get(&format!("/api/run/{run}/frame/{wrong}"));
        assert_eq!(answer.status, 404, "{wrong}");
    }
    let told = here.get(&format!("/api/run/{run}/frame/0/fear/104"));
    assert_eq!(told.json()["error"]["hint"], "there are the weeks 0 to 103");

    let person = here.get(&format!("/api/run/{run}/person/0?tick=51")).json();
    assert!(person["age"].is_number() && person["here"]["sanction"].is_string(), "{person}");
    assert_eq!(here.get(&format!("/api/run/{run}/person/3000")).status, 404);
    assert_eq!(here.get(&format!("/api/run/{run}/person/0?tick=104")).status, 404);

    for (tick, message) in
        [("", "`tick` has no value"), ("=", "`tick` has no value"), ("=x", "invalid digit found in string")]
    {
        let error = &here.get(&format!("/api/run/{run}/person/0?tick{tick}")).json()["error"];
        assert_eq!((&error["place"], &error["message"]), (&json!("tick"), &json!(message)));
    }

    let figures = here.get(&format!("/api/run/{run}/figures")).json();
    let measures: Vec<&str> =
        figures.as_array().unwrap().iter().map(|one| one["measure"].as_str().unwrap()).collect();
    assert_eq!(measures.len(), 9);
    for measure in ["sanctioned", "fear", "record-precision", "camera-precision"] {
        let one = &figures[measures.iter().position(|one| *one == measure).unwrap()];
        let here = one["here"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&here), "{one}");
    }
    let charts = here.get(&format!("/api/run/{run}/charts?lang=en")).json();
    let charts = charts.as_array().unwrap();
    assert!(charts.len() > 3);
    for chart in charts {
        let html = chart["html"].as_str().unwrap();
        assert!(
            !html.contains("style=\"") && !html.contains("<script") && !html.contains("onload"),
            "{html:.200}"
        );
    }
    let name = charts[0]["name"].as_str().unwrap();
    let one = here.get(&format!("/api/run/{run}/charts?names={name},nothing")).json();
    assert_eq!(one.as_array().map(Vec::len), Some(1));
}

#[test]
fn settings_come_back_as_they_were_understood_and_make_a_study_that_opens() {
    let here = Here::start();
    let settings = json!({
        "base": "no-dark-corner", "persons": 200, "years": 0.1, "seed": 3, "off": ["spillover"],
        "figures": { "society: cities.cameras": 80.0 },
    });
    let answer = here.post_json("/api/run", &settings).json();
    assert_eq!(answer["settings"]["beside"], "twin");
    assert_eq!(answer["settings"]["figures"], settings["figures"]);
    let study = here.post_json("/api/study", &settings);
    assert_eq!(study.status, 200, "{study:?}");
    assert!(study.header("content-disposition").unwrap().starts_with("attachment; filename=\""));
    assert_eq!(study.header("content-type"), Some("text/plain; charset=utf-8"));
    let opened = here.post("/api/open", "text/plain", &study.body);
    assert_eq!(opened.status, 200, "{opened:?}");
    let again = here.post_json("/api/study", &opened.json()["settings"]);
    assert_eq!(again.status, 200, "{again:?}");
    let run = here.post_json("/api/run", &opened.json()["settings"]).json();
    Events::of(&here, run["run"].as_str().unwrap(), "").until("done");
}

#[test]
fn a_life_is_worked_out_once_and_told() {
    let here = Here::start();
    let run = here.begin("page-1", 500, 0.5);
    let mut events = Events::of(&here, &run, "");
    let path = format!("/api/run/{run}/life");
    assert_eq!(here.get(&format!("{path}/3")).status, 404);
    assert_eq!(here.post_json(&path, &json!({ "person": 3 })).status, 202);
    assert_eq!(events.until("life-ready"), json!({ "person": 3 }));
    let life = here.get(&format!("{path}/3?lang=id"));
    assert_eq!(life.status, 200, "{life:?}");
    assert_eq!(life.json()["person"]["person"], 3);
    assert_eq!(here.post_json(&path, &json!({ "person": 3 })).status, 202);
    assert_eq!(events.until("life-ready"), json!({ "person": 3 }), "who asks again is told again");
    for wrong in [
        json!({ "person": 500 }),
        json!({ "person": -1 }),
        json!({ "person": "3" }),
        json!({ "who": 3 }),
        json!({}),
    ] {
        assert_eq!(here.post_json(&path, &wrong).status, 400, "{wrong}");
    }
    assert_eq!(here.watch.kept().lives, 1);
}

#[test]
fn a_measure_is_explained_with_what_it_rests_on() {
    let here = Here::start();
    let run = here.begin("page-1", 500, 0.2);
    let mut events = Events::of(&here, &run, "");
    let path = format!("/api/run/{run}/why");
    let at_once = here.get(&format!("{path}/wrongly-sanctioned")).json();
    assert_eq!((&at_once["ready"], &at_once["shapley"]), (&json!(false), &Value::Null));
    assert!(at_once["definition"].as_str().is_some_and(|text| text.len() > 20));
    let rests_on = |told: &Value| told["assumptions"].as_array().map_or(0, Vec::len);
    assert_eq!(here.post_json(&path, &json!({ "measure": "wrongly-sanctioned" })).status, 202);
    events.until("why-ready");
    let told = here.get(&format!("{path}/wrongly-sanctioned")).json();
    let parts = told["shapley"].as_array().unwrap();
    let sum: f64 = parts.iter().map(|part| part["value"].as_f64().unwrap()).sum();
    assert!((sum - told["total"].as_f64().unwrap()).abs() < 1e-9, "{told}");
    assert!(rests_on(&told) > rests_on(&at_once), "what has a share in it brings its assumptions");
    assert_eq!(here.post_json(&path, &json!({ "measure": "nothing" })).status, 404);
    assert_eq!(here.get(&format!("{path}/nothing")).status, 404);
    // What compares two worlds has no total, and says so.
    assert_eq!(here.post_json(&path, &json!({ "measure": "sanctioned-only-here" })).status, 202);
    events.until("why-ready");
    let told = here.get(&format!("{path}/sanctioned-only-here")).json();
    assert!(told["shapley"].is_null() && told["note"].is_string(), "{told}");
}

#[test]
fn another_run_of_a_page_takes_the_place_of_the_one_before() {
    let here = Here::start();
    let first = here.begin("page-1", 20_000, 12.0);
    let mut events = Events::of(&here, &first, "");
    events.until("hello");
    let other = here.begin("page-2", 100, 0.1);
    let second = here.begin("page-1", 100, 0.1);
    assert_eq!(events.until("dropped"), json!({ "for": "page" }));
    assert!(events.next().is_none(), "nothing comes after it");
    assert_eq!(here.get(&format!("/api/run/{first}/figures")).status, 404);
    Events::of(&here, &second, "").until("done");
    Events::of(&here, &other, "").until("done");
    assert_eq!(here.watch.kept().runs, 2);
}

#[test]
fn a_fifth_page_takes_the_place_of_the_first_which_is_told_so() {
    let here = Here::start();
    let first = here.begin("page-1", 100, 0.1);
    let mut events = Events::of(&here, &first, "");
    events.until("done");
    for page in ["page-2", "page-3", "page-4", "page-5"] {
        here.begin(page, 100, 0.1);
    }
    assert_eq!(events.until("dropped"), json!({ "for": "others" }));
}

#[test]
fn however_long_it_is_left_open_it_keeps_no_more() {
    let here = Here::start();
    let mut listeners = Vec::new();
    for number in 0..100_u32 {
        let page = format!("page-{}", number % 7);
        let run = here.begin(&page, 100 + number, 0.5);
        if number % 20 == 0 {
            listeners.push(Events::of(&here, &run, ""));
        }
        for person in 0..3 {
            // Some come too late, when there is too much to do, and are told so.
            let answer = here.post_json(&format!("/api/run/{run}/life"), &json!({ "person": person }));
            assert!(matches!(answer.status, 202 | 404 | 503), "{answer:?}");
        }
        let kept = here.watch.kept();
        assert!(kept.runs <= 4 && kept.moving <= 2 && kept.jobs <= 16 && kept.streams <= 8, "{kept:?}");
        assert!(kept.unfinished <= 16, "those that are not wanted leave: {kept:?}");
        assert!(kept.lives <= 4 * 50 && kept.news <= 4 * 64 && kept.opened == 0, "{kept:?}");
    }
    here.wait(|kept| kept.unfinished == 0 && kept.jobs == 0);
    drop(listeners);
    assert_eq!(here.watch.kept().runs, 4);
}

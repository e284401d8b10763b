//! score-100 in ixa: persons with a property, a network of ties, plans on its timeline, and its report.
//!
//! `score100-ixa AGENTS THREADS SEED scan|plans`
//!
//! - `scan`: a plan at each step asks every person;
//! - `plans`: everyone has a plan for their own next event, after a geometric waiting time, which is ixa's
//!   own idiom.

#[path = "../../score100.rs"]
mod score100;

use ixa::ExecutionPhase;
use ixa::prelude::*;
use score100::{EVENT, HIGHEST, LINE, LOWEST, POINTS, PUSH, Run, SPEECH, STEPS, neighbours, word};
use serde::Serialize;

define_entity!(Person);
define_property!(struct Score(i16), Person, default_const = Score(650));
define_rng!(Luck);
define_edge_type!(struct Friend, Person);

#[derive(Serialize)]
struct Row {
    time: f64,
    mean: f64,
    under: usize,
}
define_report!(Row);

/// Who spoke in this step, and what was recorded of all steps.
#[derive(Default)]
struct Step {
    speakers: Vec<PersonId>,
    found: Vec<(i64, usize)>,
}
define_data_plugin!(StepPlugin, Step, Step::default());

fn own_event(context: &mut Context, person: PersonId) {
    let points = POINTS[context.sample_range(Luck, 0..POINTS.len())];
    let Score(score) = context.get_property(person);
    if points > 0 && score < LINE {
        return;
    }
    context.set_property(person, Score((score + points).clamp(LOWEST, HIGHEST)));
    if context.sample_bool(Luck, SPEECH) {
        context.get_data_mut(StepPlugin).speakers.push(person);
    }
}

/// Steps until a person's next event: 1, 2, …
fn waiting_time(context: &Context) -> f64 {
    let unit: f64 = context.sample_range(Luck, 0.0..1.0);
    1.0 + ((1.0 - unit).ln() / (1.0 - EVENT).ln()).floor()
}

fn plan_event(context: &mut Context, person: PersonId, time: f64) {
    if time < STEPS as f64 {
        context.add_plan(time, move |context| {
            own_event(context, person);
            let next = context.get_current_time() + waiting_time(context);
            plan_event(context, person, next);
        });
    }
}

fn ask_everyone(context: &mut Context) {
    let persons: Vec<PersonId> = context.get_entity_iterator::<Person>().collect();
    for person in persons {
        if context.sample_bool(Luck, EVENT) {
            own_event(context, person);
        }
    }
    let next = context.get_current_time() + 1.0;
    if next < STEPS as f64 {
        context.add_plan(next, ask_everyone);
    }
}

fn end_of_step(context: &mut Context) {
    let speakers = std::mem::take(&mut context.get_data_mut(StepPlugin).speakers);
    for speaker in speakers {
        for edge in context.get_edges::<Person, Friend>(speaker) {
            let Score(score) = context.get_property(edge.neighbor);
            context.set_property(edge.neighbor, Score((score - PUSH).max(LOWEST)));
        }
    }
    let (mut sum, mut under) = (0, 0);
    for person in context.get_entity_iterator::<Person>() {
        let Score(score) = context.get_property(person);
        sum += i64::from(score);
        under += usize::from(score < LINE);
    }
    let time = context.get_current_time();
    let mean = sum as f64 / context.get_entity_count::<Person>() as f64;
    context.send_report(Row { time, mean, under });
    context.get_data_mut(StepPlugin).found.push((sum, under));
    if time >= (STEPS - 1) as f64 {
        context.shutdown();
    }
}

fn main() {
    let (agents, seed) = (word(1, 10_000), word(3, 1) as u64);
    let way = std::env::args().nth(4).unwrap_or("plans".into());
    let reports = std::env::temp_dir().join(format!("score100-ixa-{}", std::process::id()));
    std::fs::create_dir_all(&reports).expect("a folder for reports");
    let mut run = Run::new(&format!("ixa {way}"), "4.0.0", agents, 1);
    let mut context = Context::new();
    context.init_random(seed);
    context.report_options().directory(reports.clone()).overwrite(true);
    context.add_report::<Row>("steps").expect("a report");
    let persons: Vec<PersonId> = (0..agents).map(|_| context.add_entity(Person).expect("a person")).collect();
    for (person, row) in persons.iter().zip(neighbours(agents)) {
        for other in row {
            // A pair that two rings tie is tied once here: ixa keeps one edge of a type between two persons.
            let _ = context.add_edge(*person, persons[other as usize], 1.0, Friend);
        }
    }
    match way.as_str() {
        "scan" => context.add_plan(0.0, ask_everyone),
        "plans" => {
            for &person in &persons {
                let first = waiting_time(&context) - 1.0;
                plan_event(&mut context, person, first);
            }
            context.add_plan(0.0, |_| {})
        }
        other => panic!("no way to go is called {other}"),
    };
    context.add_periodic_plan_with_phase(1.0, end_of_step, ExecutionPhase::Last);
    drop(persons);
    run.begin();
    context.execute();
    let found = std::mem::take(&mut context.get_data_mut(StepPlugin).found);
    run.end(&found);
    let _ = std::fs::remove_dir_all(reports);
}

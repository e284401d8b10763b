//! Looking up figures of a scenario: all of them, those of a file, or the one at a path. See
//! [`crate::figures`] for what a path is.

use crate::faults::Faults;
use crate::figures::{At, FigureFault, Located, NO_SOURCES, Part, schema};
use crate::load::{LoadError, Scenario};
use crate::schema_check::did_you_mean;
use crate::schema_check::path::{Step, read};
use crate::schema_check::schema::Schema;
use demerit_regime::Mechanism;
use serde_json::Value;
use std::collections::BTreeMap;

impl Scenario {
    /// Every number, switch and word: those of the society, of the regimes, and of the study.
    #[must_use]
    pub fn figures(&self) -> Vec<Located> {
        self.parts().iter().flat_map(|part| self.figures_of(part)).collect()
    }

    /// Every number, switch and word of a file, in the order of its keys.
    #[must_use]
    pub fn figures_of(&self, part: &Part) -> Vec<Located> {
        let (written, name) = (switched(part, self), name(part, self));
        At::top(schema(part.kind()), &written).all(&mut |at| at.located(part, &name, sources(part, self)))
    }

    /// What stands at a path.
    ///
    /// # Errors
    /// No file of the scenario has the path, or several have it and the path does not say which.
    pub fn figure(&self, path: &str) -> Result<Located, FigureFault> {
        let (parts, prefix) = self.parts_named(path);
        let inner = &path[prefix.len()..];
        let mut found: Vec<Located> = parts.iter().filter_map(|part| self.located(part, inner)).collect();
        let fault = |message: String, hint| Err(FigureFault { path: path.to_owned(), message, hint });
        match (found.pop(), found.is_empty()) {
            (Some(one), true) => Ok(one),
            (None, _) => {
                let all: Vec<Located> = parts.iter().flat_map(|part| self.figures_of(part)).collect();
                let names = all.iter().flat_map(|one| [&one.path, &one.key]);
                let near = did_you_mean(inner, names).map(|near| format!("did you mean `{prefix}{near}`?"));
                fault(format!("no file of the study has a parameter `{path}`"), near)
            }
            (last, false) => {
                let names: Vec<String> =
                    found.iter().chain(&last).map(|one| format!("`{}`", one.name())).collect();
                let hint = format!("name the file too: {}", names.join(" or "));
                fault(format!("`{path}` stands in several files of the study"), Some(hint))
            }
        }
    }

    fn parts(&self) -> Vec<Part> {
        let regimes = self.regimes.keys().cloned().map(Part::Regime);
        [Part::Society].into_iter().chain(regimes).chain([Part::Study]).collect()
    }

    /// The files that a path may lead into, and what of it names a file.
    fn parts_named<'a>(&self, path: &'a str) -> (Vec<Part>, &'a str) {
        let all = self.parts();
        for part in &all {
            let own = part.regime().is_none().then(|| part.kind().name().to_owned());
            for name in own.into_iter().chain([name(part, self)]) {
                if let Some(rest) = path.strip_prefix(&name).and_then(|rest| rest.strip_prefix(": ")) {
                    return (vec![part.clone()], &path[..path.len() - rest.len()]);
                }
            }
        }
        (all, "")
    }

    /// What stands at a path of a file.
    fn located(&self, part: &Part, path: &str) -> Option<Located> {
        let steps = read(path)?;
        let schema = schema(part.kind());
        // A file is written out only where it may have the path, and its many switches only where the path
        // leads to one.
        let Step::Key(first) = steps.first()? else { return None };
        Schema::of(schema).key(first)?;
        let is_switch = steps.iter().any(|step| *step == Step::Key("mechanisms".into()));
        let written = if is_switch { switched(part, self) } else { written(part, self) };
        At::top(schema, &written).descend(&steps)?.located(part, &name(part, self), sources(part, self))
    }
}

/// The name of a file for people.
fn name(part: &Part, scenario: &Scenario) -> String {
    let name = match part {
        Part::Study => &scenario.study.name,
        Part::Society => &scenario.study.society,
        Part::Regime(name) => name,
    };
    format!("{} {name}", part.kind())
}

/// What a scenario says in a file.
pub(crate) fn written(part: &Part, scenario: &Scenario) -> Value {
    let written = match part {
        Part::Study => serde_json::to_value(&scenario.study),
        Part::Society => serde_json::to_value(&scenario.society),
        Part::Regime(name) => serde_json::to_value(scenario.regimes.get(name)),
    };
    written.unwrap_or_default()
}

/// The same with every switch, also those that the file leaves as they are.
fn switched(part: &Part, scenario: &Scenario) -> Value {
    let mut file = written(part, scenario);
    if *part == Part::Study {
        let on = Mechanism::ALL.map(|one| (one.name().to_owned(), scenario.has_everywhere(one)));
        file["mechanisms"] = on.into_iter().map(|(name, on)| (name, Value::Bool(on))).collect();
        for (world, its) in scenario.study.worlds.iter().enumerate() {
            let all = scenario.study.mechanisms_in(its);
            let on = Mechanism::ALL.map(|one| (one.name().to_owned(), Value::Bool(all.on(one))));
            file["worlds"][world]["mechanisms"] = on.into_iter().collect();
        }
    }
    file
}

fn sources<'a>(part: &Part, scenario: &'a Scenario) -> &'a BTreeMap<String, String> {
    match part {
        Part::Study => &NO_SOURCES,
        Part::Society => &scenario.society.sources,
        Part::Regime(name) => scenario.regimes.get(name).map_or(&NO_SOURCES, |file| &file.sources),
    }
}

impl From<FigureFault> for LoadError {
    fn from(fault: FigureFault) -> Self {
        let mut faults = Faults::new("the study", "");
        faults.add_at(0..0, fault.path, fault.message, fault.hint);
        faults.into()
    }
}

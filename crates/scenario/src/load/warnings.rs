//! Warnings: what is right as a file and cannot do in this scenario what it says.
//!
//! A regime is read beside the society that the study puts it in. (1) A rule, or the list, is about a matter
//! that no channel that the regime reads ever shows there. (2) Appeals are heard, and nobody files. (3) There
//! are checks, and nobody has an undeclared income, or nothing is known of an office's files. (4) A gate is
//! for a request that nobody makes. (5) There are more persons than the society's country has. By itself a
//! regime is told (6) where a ceiling holds down the chance of a check.
//!
//! A warning stands at its place as a fault does, and has its form. Leaves out: what is unlikely, but can be;
//! mechanisms that a world switches off.

use super::scenario::{BundleFile, Scenario};
use super::text::{self, Files, LoadError, Text};
use crate::catalogue::Kind;
use crate::catalogue::form::{Form, form};
use crate::faults::Faults;
use crate::figures::Part;
use crate::regime::RegimeFile;
use crate::schema_check::{self, SpannedTree};
use crate::study::StudyFile;
use demerit_kernel::Chance;
use demerit_regime::{Checks, Indicator, Matter, Regime, Request};
use demerit_society::Deed;
use demerit_society::society::SocietyPlan;
use demerit_society::watching::{Coverage, Watch};

/// Something that cannot happen in a scenario, though a file speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The file that speaks of it.
    pub part: Part,
    /// The place in the file, such as `rules[3].matter`.
    pub key: String,
    /// What cannot happen and why, without a full stop.
    pub message: String,
    /// What would let it happen.
    pub hint: String,
}

impl Scenario {
    /// What cannot happen in it, though its files speak of it.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let mut found = Vec::new();
        let (persons, country) = (self.study.persons, self.plan.cities.country);
        if f64::from(persons) > country {
            found.push(Warning {
                part: Part::Study,
                key: "persons".to_owned(),
                message: format!("{persons} persons are more than the {country} of the society's country"),
                hint: format!("write at most {country}, or a larger `cities.country` in the society"),
            });
        }
        for (name, regime) in &self.resolved {
            let mut told = Told { name, found: &mut found };
            told.unseen(regime, &self.plan);
            told.appeals(regime, &self.plan);
            told.checks(regime, &self.plan);
            told.gates(regime, &self.plan);
            told.ceiling(regime);
        }
        found
    }
}

/// What a regime is told whatever the society.
pub(super) fn of_regime(name: &str, regime: &Regime) -> Vec<Warning> {
    let mut found = Vec::new();
    Told { name, found: &mut found }.ceiling(regime);
    found
}

/// What is told of one regime.
struct Told<'a> {
    name: &'a str,
    found: &'a mut Vec<Warning>,
}

impl Told<'_> {
    fn add(&mut self, key: impl Into<String>, message: impl Into<String>, hint: impl Into<String>) {
        let part = Part::Regime(self.name.to_owned());
        self.found.push(Warning { part, key: key.into(), message: message.into(), hint: hint.into() });
    }

    /// Rules and a list about what no channel shows.
    fn unseen(&mut self, regime: &Regime, plan: &SocietyPlan) {
        for (number, rule) in regime.rules().iter().enumerate() {
            if !is_shown(rule.matter, regime, plan) {
                let message = format!(
                    "nothing that this regime reads ever shows `{}`: the rule moves no points",
                    rule.matter
                );
                self.add(format!("rules[{number}].matter"), message, shown_by(rule.matter, plan));
            }
        }
        let matter = regime.list.as_ref().and(regime.list_matter);
        if let Some(matter) = matter.filter(|matter| !is_shown(*matter, regime, plan)) {
            let message = format!("nothing that this regime reads ever shows `{matter}`: nobody is listed");
            self.add("list.matter", message, shown_by(matter, plan));
        }
    }

    fn appeals(&mut self, regime: &Regime, plan: &SocietyPlan) {
        if regime.appeals.is_some() && plan.remedies.filing.is_none() {
            let message = "nobody appeals: the society does not say who files";
            self.add("appeals", message, "add [remedies.filing] to the society, or remove [appeals]");
        }
    }

    fn checks(&mut self, regime: &Regime, plan: &SocietyPlan) {
        if regime.checks.is_none() {
            return;
        }
        if !is_done(Deed::Act(Matter::UndeclaredIncome), plan) {
            let message = "nobody in the society has an undeclared income: whatever a check finds is wrong";
            self.add("checks", message, "add `undeclared-income` to the society's [deeds]");
        }
        if plan.office_file.is_none() {
            let message =
                "the society has no office file: nobody's file is mixed up, and none shows `uneven-income`";
            self.add("checks", message, "add [office_file] to the society");
        }
    }

    /// Gates where nobody asks. A society in which a standing alone holds people in their home town asks its
    /// gates without requests.
    fn gates(&mut self, regime: &Regime, plan: &SocietyPlan) {
        let by_standing = |request| {
            let asked = [Request::RailTrip, Request::AirTrip, Request::Home, Request::Deposit];
            plan.consequences.home_town.is_some() && asked.contains(&request)
        };
        for (number, gate) in regime.gates.iter().enumerate() {
            let request = gate.request;
            if !is_done(Deed::Ask(request), plan) && !by_standing(request) {
                let message = format!("nobody in the society makes a `{request}`: the gate answers nobody");
                let hint = format!("add `{request}` to the society's [deeds], or remove the gate");
                self.add(format!("gates[{number}].request"), message, hint);
            }
        }
    }

    /// A chance of a check that the ceiling holds down, where the file shows everything that counts.
    fn ceiling(&mut self, regime: &Regime) {
        let Some(checks) = &regime.checks else { return };
        let (base, all) = (checks.base.value(), checks.weights.iter().sum::<f64>());
        let wanted = base * (1.0 + all);
        if wanted <= Checks::CEILING {
            return;
        }
        let room = libm::floor(10.0 * (Checks::CEILING / base - 1.0)) / 10.0;
        let alone = Indicator::ALL.into_iter().find(|one| checks.weights[one.index()] > room);
        let key = alone.map_or_else(|| "checks.weights".to_owned(), |one| format!("checks.weights.{one}"));
        let message = format!(
            "{wanted:.3} checks a week of whoever's file shows all that counts: the chance is held at {} a week",
            Checks::CEILING
        );
        self.add(key, message, format!("at this rate, weights of up to {room} in all count in full"));
    }
}

/// Whether anybody ever does it.
fn is_done(deed: Deed, plan: &SocietyPlan) -> bool {
    plan.conduct[deed.index()].rate > 0.0
}

/// Whether a channel that a regime reads, or a check, can write of a matter.
fn is_shown(matter: Matter, regime: &Regime, plan: &SocietyPlan) -> bool {
    let by_check = regime.checks.is_some() && matter == Matter::UndeclaredIncome;
    by_check || plan.watching.iter().any(|watch| regime.reads(watch.channel) && can_write(watch, matter))
}

fn can_write(watch: &Watch, matter: Matter) -> bool {
    let sees = watch.coverage != Coverage::Deeds(Chance::ZERO) && watch.miss != Chance::ONE;
    let errs = watch.clerk != Chance::ZERO || watch.false_match != Chance::ZERO;
    watch.matters.contains(&matter) && (sees || errs)
}

/// Which channels of a society can write of a matter.
fn shown_by(matter: Matter, plan: &SocietyPlan) -> String {
    let able = plan.watching.iter().filter(|watch| can_write(watch, matter));
    let names: Vec<String> = able.map(|watch| format!("`{}`", watch.channel)).collect();
    if matter == Matter::UndeclaredIncome {
        "a check shows it: add [checks] to the regime".to_owned()
    } else if names.is_empty() {
        "no channel of the society looks at it: add it to the `matters` of one".to_owned()
    } else {
        format!("in this society it is shown by {}: add one to the regime's `channels`", names.join(", "))
    }
}

/// Warnings of the study of this name or path at their places, file by file.
///
/// # Errors
/// A file that can no longer be read.
pub fn placed(
    warnings: Vec<Warning>,
    name_or_path: &str,
    files: &dyn Files,
) -> Result<Vec<Faults>, LoadError> {
    if warnings.is_empty() {
        return Ok(Vec::new());
    }
    in_text(warnings, &text::text(Kind::Study, name_or_path, std::path::Path::new(""), files)?, files)
}

/// Warnings of a study, a bundle or a regime at their places in this text and in those that it names.
pub(super) fn in_text(
    warnings: Vec<Warning>,
    text: &Text,
    files: &dyn Files,
) -> Result<Vec<Faults>, LoadError> {
    let form = form(&text.text);
    let mut all: Vec<(Part, Faults)> = Vec::new();
    let mut trees: Vec<(Part, SpannedTree)> = Vec::new();
    for Warning { part, key, message, hint } in warnings {
        let (part, key) = match form {
            Some(Form::Bundle) => (Part::Study, format!("{}{key}", part.prefix())),
            _ => (part, key),
        };
        if trees.iter().all(|tree| tree.0 != part) {
            let tree = tree_of(&part, form, text, files)?;
            all.push((part.clone(), tree.faults()));
            trees.push((part.clone(), tree));
        }
        let tree = trees.iter().find(|tree| tree.0 == part);
        let faults = all.iter_mut().find(|faults| faults.0 == part);
        if let (Some((_, tree)), Some((_, faults))) = (tree, faults) {
            tree.fault(faults, &key, message, Some(hint));
        }
    }
    Ok(all.into_iter().map(|one| one.1).collect())
}

/// Where everything stands in the file of a part.
fn tree_of(
    part: &Part,
    form: Option<Form>,
    text: &Text,
    files: &dyn Files,
) -> Result<SpannedTree, LoadError> {
    let tree = match (form, part) {
        (Some(Form::Bundle), _) => schema_check::read::<BundleFile>(&text.text, &text.path)?.tree,
        (Some(Form::Of(Kind::Study)), Part::Regime(name)) => {
            let regime = text::text(Kind::Regime, name, &text.folder, files)?;
            schema_check::read::<RegimeFile>(&regime.text, &regime.path)?.tree
        }
        (_, Part::Regime(_)) => schema_check::read::<RegimeFile>(&text.text, &text.path)?.tree,
        (_, Part::Study | Part::Society) => schema_check::read::<StudyFile>(&text.text, &text.path)?.tree,
    };
    Ok(tree)
}

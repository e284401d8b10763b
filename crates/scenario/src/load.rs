//! Loading: from a name or a path to a scenario in which everything has been checked.
//!
//! A study names its society and its regimes by their names in the catalogue or by paths relative to itself.
//! A bundle holds all of them in one text. All faults of all files are told at once.

use crate::catalogue::form::{Form, form};
use crate::catalogue::{self, Kind};
use crate::faults::Faults;
use crate::faults::diagnostics::Diagnostics;
use crate::figures::{NO_SOURCES, Part};
use crate::notes::PhaseNote;
use crate::regime::RegimeFile;
use crate::schema_check::{self, Guess, LARGEST_TEXT, SpannedTree};
use crate::society::SocietyFile;
use crate::study::{self as studies, RolloutFile, StudyFile};
use demerit_regime::Regime;
use demerit_society::society::{SocietyPlan, most_ties};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

mod alone;
mod scenario;
mod text;
mod warnings;

use alone::{checked_regime, feed_of, one_regime, one_society, resolved_regime, resolved_society};
pub use alone::{regime, society};
pub use scenario::{BundleFile, Scenario};
pub use text::{Files, LoadError, NoFiles};
use text::{NoFilesWhile, Text, read};
pub use warnings::{Warning, placed};

/// The largest study that is taken, in bytes: with all that it names, as the bundle that a run, a plan and a
/// checkpoint keep of it. A bundle is read up to [`LARGEST_TEXT`]; what lies between is left for what a call
/// changes of a study, so that whatever was taken can be resumed.
pub const LARGEST_STUDY: usize = LARGEST_TEXT / 16 * 15;

/// Loads a study by its name in the catalogue, or by the path of a study or a bundle.
///
/// # Errors
/// Every fault of every file; names that lead nowhere; files that cannot be read.
pub fn study(name_or_path: &str, files: &dyn Files) -> Result<Scenario, LoadError> {
    study_of(&text::text(Kind::Study, name_or_path, Path::new(""), files)?, files)
}

/// Loads a study or a bundle from a text that somebody sent. What it names is looked for in the catalogue
/// alone: no file is opened.
///
/// # Errors
/// Every fault of the text; names that the catalogue does not have.
pub fn sent(text: &str) -> Result<Scenario, LoadError> {
    text_with(text, &NoFiles)
}

/// Loads as [`sent`] does, for as long as the answer is yes, which is asked now and then.
///
/// # Errors
/// As there; the caller's stop.
pub fn sent_while(text: &str, is_wanted: &dyn Fn() -> bool) -> Result<Scenario, LoadError> {
    text_with(text, &NoFilesWhile(is_wanted))
}

fn text_with(text: &str, files: &dyn Files) -> Result<Scenario, LoadError> {
    study_of(&unfiled("the study", text), files)
}

/// A text that stands in no file of its own.
fn unfiled(path: &str, text: &str) -> Text {
    Text { path: path.to_owned(), text: text.to_owned(), folder: PathBuf::new() }
}

fn study_of(text: &Text, files: &dyn Files) -> Result<Scenario, LoadError> {
    files.go_on()?;
    match form(&text.text) {
        Some(Form::Bundle) => return fitting(bundle(text, files)?, &text.path),
        Some(Form::Of(kind)) if kind != Kind::Study => {
            let message = format!("this is a {kind}, not a study");
            let hint =
                "write a study that names it; `demerit show study no-dark-corner` prints one to start from"
                    .to_owned();
            return Err(Faults::of_file(&text.path, message, Some(hint)).into());
        }
        _ => {}
    }
    let read = schema_check::read::<StudyFile>(&text.text, &text.path)?;
    let mut broken = None;
    let (mut others, mut parts) = (Vec::new(), None);
    let checked = read.checked(|study, tree| match named(study, tree, text, files) {
        Ok((faults, mut found)) => {
            // Files that are named in both readings have the same faults in both.
            others.append(&mut found.faults);
            parts.get_or_insert(found);
            (faults, ())
        }
        Err(error) => {
            broken = Some(error);
            (tree.faults(), ())
        }
    });
    if let Some(error) = broken {
        return Err(error);
    }
    let mut faults: Vec<Faults> = Vec::new();
    let study = checked.map_err(|own| faults.push(own)).ok().map(|(study, ..)| study);
    for other in others {
        if faults.iter().all(|one| one.path != other.path) {
            faults.push(other);
        }
    }
    match (study, parts) {
        (Some(study), Some(Named { society: Some((society, plan)), regimes, resolved, .. }))
            if faults.is_empty() =>
        {
            fitting(Scenario { study, society, regimes, plan, resolved }, &text.path)
        }
        _ => Err(LoadError::Faults(faults)),
    }
}

/// The scenario, if its bundle can be read again.
fn fitting(scenario: Scenario, path: &str) -> Result<Scenario, LoadError> {
    let told = |message: String, hint| Err(Faults::of_file(path, message, hint).into());
    match toml::to_string(&scenario.bundle()) {
        Ok(bundle) if bundle.len() <= LARGEST_STUDY => Ok(scenario),
        Ok(bundle) => told(
            format!(
                "the study and all that it names hold {} bytes together; at most {LARGEST_STUDY} are taken",
                bundle.len()
            ),
            Some("name fewer regimes, or take out rules and notes".to_owned()),
        ),
        Err(error) => told(format!("this cannot be written as one file: {error}"), None),
    }
}

/// What a study names, and the faults of those files.
struct Named {
    society: Option<(SocietyFile, SocietyPlan)>,
    regimes: BTreeMap<String, RegimeFile>,
    resolved: BTreeMap<String, Regime>,
    faults: Vec<Faults>,
}

/// Loads what a study names and checks it against that; gives the faults of the study itself.
fn named(
    study: &StudyFile,
    tree: &SpannedTree,
    text: &Text,
    files: &dyn Files,
) -> Result<(Faults, Named), LoadError> {
    let mut faults = Vec::new();
    let mut diagnostics = Diagnostics::new(tree, "", &NO_SOURCES);
    let found = self::text::text(Kind::Society, &study.society, &text.folder, files);
    let society = named_text("society", found, &mut diagnostics, &mut faults)?;
    let society = society.and_then(|text| keep(one_society(&study.society, &text), &mut faults));
    let ties = society.as_ref().map(|(_, plan)| most_ties(&plan.layers));
    let mut regimes = BTreeMap::new();
    let mut resolved = BTreeMap::new();
    let mut wanted = regime_names(study);
    let mut found: Vec<(String, schema_check::Read<RegimeFile>)> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut next = 0;
    while let Some((place, name)) = wanted.get(next).cloned() {
        next += 1;
        files.go_on()?;
        if !seen.insert(name.clone()) {
            continue;
        }
        let there = self::text::text(Kind::Regime, &name, &text.folder, files);
        let Some(text) = named_text(&place, there, &mut diagnostics, &mut faults)? else { continue };
        let Some(read) = keep(schema_check::read::<RegimeFile>(&text.text, &text.path), &mut faults) else {
            continue;
        };
        // The regime of a company whose score feeds this one is loaded too.
        wanted.extend(feed_of(&read).map(|feed| (place, feed.to_owned())));
        found.push((name, read));
    }
    // Companies come first, so that they are there when what they feed is put together.
    found.sort_by_key(|one| feed_of(&one.1).is_some());
    for (name, read) in found {
        files.go_on()?;
        let checked = checked_regime(&name, read, ties.as_ref(), &resolved);
        if let Some((file, Some(regime))) = keep(checked, &mut faults) {
            resolved.insert(name.clone(), regime);
            regimes.insert(name, file);
        }
    }
    studies::check(study, society.as_ref().map(|one| &one.1.cities), &mut diagnostics);
    studies::check_safeguards(study, &resolved, &mut diagnostics);
    Ok((diagnostics.faults, Named { society, regimes, resolved, faults }))
}

/// A bundle from its text, which stands somewhere else than in a file of its own.
pub fn bundle_of(text: &str, path: &str) -> Result<Scenario, LoadError> {
    bundle(&unfiled(path, text), &NoFiles)
}

fn bundle(text: &Text, files: &dyn Files) -> Result<Scenario, LoadError> {
    let (file, tree) = schema_check::check::<BundleFile>(&text.text, &text.path)?;
    files.go_on()?;
    Ok(resolved(file, &tree, Known::default())?)
}

/// The places in a study that name a regime, and the names.
fn regime_names(study: &StudyFile) -> Vec<(String, String)> {
    let worlds = study.worlds.iter().enumerate();
    let steps = worlds.flat_map(|(world, file)| {
        let named = move |(step, rollout): (usize, &RolloutFile)| {
            (format!("worlds[{world}].rollout[{step}].regime"), rollout.regime.clone())
        };
        file.rollout.iter().enumerate().map(named)
    });
    steps.collect()
}

/// A text that the study names at a place: an unknown name is a fault of the study.
fn named_text(
    place: &str,
    found: Result<Text, LoadError>,
    diagnostics: &mut Diagnostics<'_>,
    faults: &mut Vec<Faults>,
) -> Result<Option<Text>, LoadError> {
    match found {
        Ok(text) => Ok(Some(text)),
        Err(LoadError::Faults(found)) => {
            faults.extend(found);
            Ok(None)
        }
        Err(error) => {
            let message = error.to_string();
            let LoadError::Unknown { hint, .. } = error else { return Err(error) };
            diagnostics.fault(place, message, hint.as_deref());
            Ok(None)
        }
    }
}

/// What of a scenario is resolved already.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) plan: Option<SocietyPlan>,
    pub(crate) regimes: BTreeMap<String, Regime>,
}

/// Resolves what is not known yet of a bundle that was checked key by key.
pub(crate) fn resolved(file: BundleFile, tree: &SpannedTree, known: Known) -> Result<Scenario, Faults> {
    let (mut faults, mut guess) = (tree.faults(), Guess::default());
    let plan = known.plan.unwrap_or_else(|| {
        let diagnostics = Diagnostics::new(tree, &Part::Society.prefix(), &file.society.sources);
        diagnostics.part(&mut faults, &mut guess, |diagnostics| {
            resolved_society(&file.study.society, &file.society, diagnostics)
        })
    });
    let ties = most_ties(&plan.layers);
    let mut resolved = known.regimes;
    let fed = |fed: bool| file.regimes.iter().filter(move |one| one.1.feed.is_some() == fed);
    for (name, regime) in fed(false).chain(fed(true)) {
        if resolved.contains_key(name) {
            continue;
        }
        let diagnostics = Diagnostics::new(tree, &Part::Regime(name.clone()).prefix(), &regime.sources);
        let found = diagnostics.part(&mut faults, &mut guess, |diagnostics| {
            resolved_regime(name, regime, Some(&ties), &resolved, diagnostics)
        });
        resolved.extend(found.map(|regime| (name.clone(), regime)));
    }
    let diagnostics = Diagnostics::new(tree, &Part::Study.prefix(), &NO_SOURCES);
    diagnostics.part(&mut faults, &mut guess, |diagnostics| {
        for (place, name) in regime_names(&file.study) {
            if !file.regimes.contains_key(&name) {
                let hint = diagnostics.meant(&name, file.regimes.keys());
                let message = format!("there is no regime `{name}` in this bundle");
                diagnostics.fault(&place, message, hint.as_deref());
            }
        }
        studies::check(&file.study, Some(&plan.cities), diagnostics);
        studies::check_safeguards(&file.study, &resolved, diagnostics);
    });
    faults.faults.sort_by_key(|fault| (fault.line, fault.column));
    let BundleFile { study, society, regimes } = file;
    faults.or(Scenario { study, society, regimes, plan, resolved })
}

fn keep<T>(result: Result<T, Faults>, faults: &mut Vec<Faults>) -> Option<T> {
    result.map_err(|found| faults.push(found)).ok()
}

/// A file in which nothing is wrong.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The word for what it is.
    pub kind: &'static str,
    /// What cannot happen though it speaks of it, in it and in the files that it names.
    pub warnings: Vec<Faults>,
    /// The phases that want a share of persons.
    pub pilots: Vec<PhaseNote>,
}

/// Checks a file and, where it is a study, the files that it names.
///
/// What a file is follows from its keys: `worlds` make a study, `households` a society, `study` a bundle;
/// anything else is held to be a regime.
///
/// # Errors
/// All faults; a file that cannot be read.
pub fn check_file(path: &Path, files: &dyn Files) -> Result<Checked, LoadError> {
    check(&read(path, files)?, files)
}

/// Checks a text as [`check_file`] checks a file. What it names is looked for in the catalogue alone.
///
/// # Errors
/// All faults.
pub fn check_text(text: &str) -> Result<Checked, LoadError> {
    check(&unfiled("the text", text), &NoFiles)
}

fn check(text: &Text, files: &dyn Files) -> Result<Checked, LoadError> {
    let mut pilots = Vec::new();
    let (kind, warnings) = match form(&text.text) {
        Some(form @ (Form::Bundle | Form::Of(Kind::Study))) => {
            let scenario = study_of(text, files)?;
            pilots = scenario.pilots();
            (if form == Form::Bundle { "bundle" } else { "study" }, scenario.warnings())
        }
        Some(Form::Of(Kind::Society)) => {
            one_society("checked", text)?;
            ("society", Vec::new())
        }
        Some(Form::Of(Kind::Regime)) | None => {
            // The bound on spillover needs degrees: those of the catalogue's first society, until a study
            // names another.
            let ties = catalogue::names(Kind::Society).first().and_then(|name| society(name, &NoFiles).ok());
            let ties = ties.map(|(_, plan)| most_ties(&plan.layers));
            let (_, regime) = one_regime("checked", text, ties.as_ref(), files)?;
            ("regime", warnings::of_regime("checked", &regime))
        }
    };
    Ok(Checked { kind, warnings: warnings::in_text(warnings, text, files)?, pilots })
}

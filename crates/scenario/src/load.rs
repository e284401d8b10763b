//! Loading: from a name or a path to a scenario in which everything has been checked.
//!
//! A study names its society and its regimes by their names in the catalogue or by paths relative to itself. A bundle holds
//! all of them in one text. All faults of all files are told at once.

use crate::catalogue::{self, Kind};
use crate::faults::Faults;
use crate::figures::Part;
use crate::resolve::{self, Pen};
use crate::walk::{self, SpannedTree, did_you_mean};
use crate::written::{BundleFile, RegimeFile, SocietyFile, StudyFile, WorldFile};
use demerit_kernel::Draws;
use demerit_regime::{Mechanism, Regime};
use demerit_society::society::{SocietyPlan, most_ties};
use demerit_society::{Society, SocietyError, TICKS_PER_YEAR};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thiserror::Error;

mod regime;
mod study;
mod text;

pub use regime::regime;
use regime::{feed_of, one_regime};

use study::{Faulty, regime_names};
pub use text::{Files, NoFiles};
use text::{Form, Text, form, read};

/// Why something could not be loaded. All of these are problems of the input.
#[derive(Debug, Error)]
pub enum LoadError {
    /// Faults in files.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Faults(Vec<Faults>),
    /// A name that is neither in the catalogue nor a file.
    #[error("there is no {kind} `{name}` in the catalogue, and no such file")]
    Unknown {
        /// What was looked for.
        kind: Kind,
        /// Its name.
        name: String,
        /// What may have been meant.
        hint: Option<String>,
    },
    /// A file that cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Io {
        /// Its path.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl From<Faults> for LoadError {
    fn from(faults: Faults) -> Self {
        Self::Faults(vec![faults])
    }
}

/// A study with its society and regimes, as written and as resolved.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The study.
    pub study: StudyFile,
    /// Its society.
    pub society: SocietyFile,
    /// Its regimes, by the names that the study gives them.
    pub regimes: BTreeMap<String, RegimeFile>,
    /// The society, resolved.
    pub plan: SocietyPlan,
    /// The regimes, resolved.
    pub resolved: BTreeMap<String, Regime>,
}

impl Scenario {
    /// Ticks of the study.
    #[must_use]
    pub fn ticks(&self) -> u32 {
        libm::ceil(self.study.years * f64::from(TICKS_PER_YEAR)).max(0.0) as u32
    }

    /// The worlds that are run: the first alone where the study has no twin.
    #[must_use]
    pub fn worlds(&self) -> &[WorldFile] {
        let only_first = !self.has_everywhere(Mechanism::Twin);
        &self.study.worlds
            [..if only_first { 1.min(self.study.worlds.len()) } else { self.study.worlds.len() }]
    }

    /// The society that these draws make, without the deeds that no regime of the study has a use for.
    pub fn society(&self, draws: Draws) -> Result<Society, SocietyError> {
        let society = Society::new(&self.plan, self.study.persons, draws)?;
        Ok(society.only(|matter| self.uses(matter), |matter| self.rewards(matter)))
    }

    /// Whether any regime of the study has a use for a matter.
    pub fn uses(&self, matter: demerit_regime::Matter) -> bool {
        self.resolved.values().any(|regime| regime.uses(matter))
    }

    /// Whether any regime of the study rewards a matter.
    pub fn rewards(&self, matter: demerit_regime::Matter) -> bool {
        self.resolved.values().any(|regime| regime.rewards(matter))
    }

    /// Whether the study leaves a mechanism on.
    pub fn has_everywhere(&self, one: Mechanism) -> bool {
        self.study.mechanisms.get(one.name()).copied().unwrap_or(true)
    }

    /// Checks that the cities that the study names exist in a society of its size, which a caller may have changed.
    pub fn recheck_cities(&self) -> Result<(), LoadError> {
        let draws = Draws::new(demerit_kernel::Seed(self.study.seed));
        let cities =
            demerit_society::population::city::Cities::new(&self.plan.cities, self.study.persons, &draws);
        let mut named = self
            .study
            .worlds
            .iter()
            .flat_map(|world| &world.rollout)
            .flat_map(|step| step.cities.iter().flatten());
        match named.find(|name| cities.named(name).is_none()) {
            None => Ok(()),
            Some(name) => {
                let message =
                    format!("there is no city `{name}` in a society of {} persons", self.study.persons);
                let last = cities.all().last().map_or("none", |city| city.name.as_str());
                let hint = format!("it has the cities c001 to {last}");
                Err(crate::faults::Faults::of_file(
                    &format!("study {}", self.study.name),
                    message,
                    Some(hint),
                )
                .into())
            }
        }
    }

    /// Everything in one file, with which a run can be repeated.
    #[must_use]
    pub fn bundle(&self) -> BundleFile {
        BundleFile { study: self.study.clone(), society: self.society.clone(), regimes: self.regimes.clone() }
    }
}

/// Loads a study by its name in the catalogue, or by the path of a study or a bundle.
///
/// # Errors
/// Every fault of every file; names that lead nowhere; files that cannot be read.
pub fn study(name_or_path: &str, files: &dyn Files) -> Result<Scenario, LoadError> {
    study_of(&text::text(Kind::Study, name_or_path, Path::new(""), files)?, files)
}

/// Loads a study or a bundle from a text that somebody sent. What it names is looked for in the catalogue alone: no file is opened.
///
/// # Errors
/// Every fault of the text; names that the catalogue does not have.
pub fn sent(text: &str) -> Result<Scenario, LoadError> {
    text_with(text, &NoFiles)
}

fn text_with(text: &str, files: &dyn Files) -> Result<Scenario, LoadError> {
    study_of(&unfiled("the study", text), files)
}

/// A text that stands in no file of its own.
fn unfiled(path: &str, text: &str) -> Text {
    Text { path: path.to_owned(), text: text.to_owned(), folder: PathBuf::new() }
}

fn study_of(text: &Text, files: &dyn Files) -> Result<Scenario, LoadError> {
    match form(&text.text) {
        Form::Bundle => return bundle(text),
        Form::Of(Kind::Study) => {}
        // A file without a single key of a study is read as one only if it is empty of everything else too.
        Form::Of(kind)
            if text.text.contains("[[rules]]") || text.text.contains("[scale]") || kind == Kind::Society =>
        {
            let message = format!("this is a {kind}, not a study");
            let hint =
                "write a study that names it; `demerit show study no-dark-corner` prints one to start from"
                    .to_owned();
            return Err(Faults::of_file(&text.path, message, Some(hint)).into());
        }
        Form::Of(_) => {}
    }
    let read = walk::read::<StudyFile>(&text.text, &text.path)?;
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
            Ok(Scenario { study, society, regimes, plan, resolved })
        }
        _ => Err(LoadError::Faults(faults)),
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
    let mut pen = Faulty { study: tree.faults(), tree, prefix: String::new() };
    let society = pen.named(
        "society",
        self::text::text(Kind::Society, &study.society, &text.folder, files),
        &mut faults,
    )?;
    let society = society.and_then(|text| keep(one_society(&study.society, &text), &mut faults));
    let ties = society.as_ref().map(|(_, plan)| most_ties(&plan.layers));
    let mut regimes = BTreeMap::new();
    let mut resolved = BTreeMap::new();
    let mut wanted = regime_names(study);
    let mut found: Vec<(String, walk::Read<RegimeFile>)> = Vec::new();
    let mut next = 0;
    while let Some((place, name)) = wanted.get(next).cloned() {
        next += 1;
        if wanted[..next - 1].iter().any(|one| one.1 == name) {
            continue;
        }
        let there = self::text::text(Kind::Regime, &name, &text.folder, files);
        let Some(text) = pen.named(&place, there, &mut faults)? else { continue };
        let Some(read) = keep(walk::read::<RegimeFile>(&text.text, &text.path), &mut faults) else {
            continue;
        };
        // The regime of a company whose score feeds this one is loaded too.
        wanted.extend(feed_of(&read).map(|feed| (place, feed.to_owned())));
        found.push((name, read));
    }
    // Companies come first, so that they are there when what they feed is put together.
    found.sort_by_key(|one| feed_of(&one.1).is_some());
    for (name, read) in found {
        let checked = read.checked(|file, tree| {
            let mut pen = Pen::new(tree, "", &file.sources);
            let regime = resolve::regime(&name, file, ties.as_ref(), &resolved, &mut pen);
            (pen.faults, regime)
        });
        if let Some((file, Some(regime), _)) = keep(checked, &mut faults) {
            resolved.insert(name.clone(), regime);
            regimes.insert(name, file);
        }
    }
    pen.check(study, society.as_ref().map(|one| &one.1));
    pen.check_safeguards(study, &resolved);
    Ok((pen.study, Named { society, regimes, resolved, faults }))
}

/// A bundle from its text, which stands somewhere else than in a file of its own.
pub fn bundle_of(text: &str, path: &str) -> Result<Scenario, LoadError> {
    bundle(&unfiled(path, text))
}

fn bundle(text: &Text) -> Result<Scenario, LoadError> {
    let (file, tree) = walk::check::<BundleFile>(&text.text, &text.path)?;
    Ok(resolved(file, &tree, Known::default())?)
}

/// What of a scenario is resolved already.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) plan: Option<SocietyPlan>,
    pub(crate) regimes: BTreeMap<String, Regime>,
}

/// Resolves what is not known yet of a bundle that was checked key by key.
pub(crate) fn resolved(file: BundleFile, tree: &SpannedTree, known: Known) -> Result<Scenario, Faults> {
    let mut faults = tree.faults();
    let mut gather = |mut found: Faults| faults.faults.append(&mut found.faults);
    let plan = known.plan.unwrap_or_else(|| {
        let mut pen = Pen::new(tree, &Part::Society.prefix(), &file.society.sources);
        let plan = resolve::society(&file.study.society, &file.society, &mut pen);
        gather(pen.faults);
        plan
    });
    let ties = most_ties(&plan.layers);
    let mut resolved = known.regimes;
    let fed = |fed: bool| file.regimes.iter().filter(move |one| one.1.feed.is_some() == fed);
    for (name, regime) in fed(false).chain(fed(true)) {
        if resolved.contains_key(name) {
            continue;
        }
        let mut pen = Pen::new(tree, &Part::Regime(name.clone()).prefix(), &regime.sources);
        if let Some(regime) = resolve::regime(name, regime, Some(&ties), &resolved, &mut pen) {
            resolved.insert(name.clone(), regime);
        }
        gather(pen.faults);
    }
    let mut pen = Faulty { study: tree.faults(), tree, prefix: Part::Study.prefix() };
    for (place, name) in regime_names(&file.study) {
        if !file.regimes.contains_key(&name) {
            let hint = did_you_mean(&name, file.regimes.keys()).map(|near| format!("did you mean `{near}`?"));
            pen.fault(&place, format!("there is no regime `{name}` in this bundle"), hint);
        }
    }
    pen.check(&file.study, Some(&plan));
    pen.check_safeguards(&file.study, &resolved);
    gather(pen.study);
    faults.faults.sort_by_key(|fault| (fault.line, fault.column));
    let BundleFile { study, society, regimes } = file;
    faults.or(Scenario { study, society, regimes, plan, resolved })
}

/// A society from its text.
fn one_society(name: &str, text: &Text) -> Result<(SocietyFile, SocietyPlan), Faults> {
    let read = walk::read::<SocietyFile>(&text.text, &text.path)?;
    let (file, plan, _) = read.checked(|file, tree| {
        let mut pen = Pen::new(tree, "", &file.sources);
        let plan = resolve::society(name, file, &mut pen);
        (pen.faults, plan)
    })?;
    Ok((file, plan))
}

fn keep<T>(result: Result<T, Faults>, faults: &mut Vec<Faults>) -> Option<T> {
    result.map_err(|found| faults.push(found)).ok()
}

/// Checks a file and, where it is a study, the files that it names; gives the word for what it is.
///
/// What a file is follows from its keys: `worlds` make a study, `households` a society, `study` a bundle; anything else is
/// held to be a regime.
///
/// # Errors
/// All faults; a file that cannot be read.
pub fn check_file(path: &Path, files: &dyn Files) -> Result<&'static str, LoadError> {
    check(&read(path, files)?, files)
}

/// Checks a text as [`check_file`] checks a file. What it names is looked for in the catalogue alone.
///
/// # Errors
/// All faults.
pub fn check_text(text: &str) -> Result<&'static str, LoadError> {
    check(&unfiled("the text", text), &NoFiles)
}

fn check(text: &Text, files: &dyn Files) -> Result<&'static str, LoadError> {
    let found = form(&text.text);
    if matches!(found, Form::Bundle | Form::Of(Kind::Study)) {
        study_of(text, files)?;
        return Ok(if found == Form::Bundle { "bundle" } else { "study" });
    }
    if found == Form::Of(Kind::Society) {
        one_society("checked", text)?;
        return Ok("society");
    }
    // The bound on spillover needs degrees: those of the catalogue's first society, until a study names another.
    let ties = catalogue::names(Kind::Society).first().and_then(|name| society(name, &NoFiles).ok());
    let ties = ties.map(|(_, plan)| most_ties(&plan.layers));
    one_regime("checked", text, ties.as_ref(), files)?;
    Ok("regime")
}

/// Loads a society by its name in the catalogue or by a path.
///
/// # Errors
/// All faults; a name that leads nowhere; a file that cannot be read.
pub fn society(name_or_path: &str, files: &dyn Files) -> Result<(SocietyFile, SocietyPlan), LoadError> {
    let text = text::text(Kind::Society, name_or_path, Path::new(""), files)?;
    Ok(one_society(name_or_path, &text)?)
}

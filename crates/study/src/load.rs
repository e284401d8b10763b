//! Loading: from a name or a path to a scenario in which everything has been checked.
//!
//! A study names its society and its regimes by their names in the catalogue or by paths relative to itself. A bundle holds
//! all of them in one text. All faults of all files are told at once.

use crate::catalogue::{self, Kind};
use crate::faults::Faults;
use crate::resolve::{self, Pen};
use crate::walk::{self, SpannedTree, did_you_mean};
use crate::written::{BundleFile, RegimeFile, SocietyFile, StudyFile};
use demerit_regime::Regime;
use demerit_society::TICKS_PER_YEAR;
use demerit_society::society::{SocietyPlan, most_ties};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thiserror::Error;

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

    /// Checks that the cities that the study names exist in a society of its size, which a caller may have changed.
    pub(crate) fn recheck_cities(&self) -> Result<(), LoadError> {
        let draws = demerit_kernel::Draws::new(demerit_kernel::Seed(self.study.seed));
        let cities = demerit_society::city::Cities::new(&self.plan.cities, self.study.persons, &draws);
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

/// A text and where it comes from.
struct Text {
    path: String,
    text: String,
    /// Folder that paths in it are relative to.
    folder: Option<PathBuf>,
}

/// The text of a file of the catalogue, or of a path.
fn text(kind: Kind, name: &str, folder: Option<&Path>) -> Result<Text, LoadError> {
    if let Some(text) = catalogue::text(kind, name) {
        return Ok(Text {
            path: format!("catalogue/{}/{name}.toml", kind.plural()),
            text: text.to_owned(),
            folder: None,
        });
    }
    let path = folder.map_or_else(|| PathBuf::from(name), |folder| folder.join(name));
    if !path.exists() {
        let hint = did_you_mean(name, catalogue::names(kind)).map(|near| format!("did you mean `{near}`?"));
        let hint = hint.or_else(|| Some(format!("the catalogue has: {}", catalogue::names(kind).join(", "))));
        return Err(LoadError::Unknown { kind, name: name.to_owned(), hint });
    }
    read(&path)
}

fn read(path: &Path) -> Result<Text, LoadError> {
    let shown = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|source| LoadError::Io { path: path.to_owned(), source })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let message = format!("not UTF-8: byte {} starts no character", error.utf8_error().valid_up_to());
        Faults::of_file(&shown, message, Some("save the file as UTF-8 text".into()))
    })?;
    Ok(Text { path: shown, text, folder: path.parent().map(Path::to_owned) })
}

/// Loads a study by its name in the catalogue, or by the path of a study or a bundle.
///
/// # Errors
/// Every fault of every file; names that lead nowhere; files that cannot be read.
pub fn study(name_or_path: &str) -> Result<Scenario, LoadError> {
    let text = text(Kind::Study, name_or_path, None)?;
    if is_bundle(&text.text) {
        return bundle(&text);
    }
    let (study, tree) = walk::check::<StudyFile>(&text.text, &text.path)?;
    let mut faults = Vec::new();
    let mut pen = Faulty { study: tree.faults(), tree: &tree, prefix: String::new() };
    let society =
        pen.named("society", self::text(Kind::Society, &study.society, text.folder.as_deref()), &mut faults)?;
    let society =
        society.and_then(|text| keep(walk::check::<SocietyFile>(&text.text, &text.path), &mut faults));
    let mut plan = None;
    if let Some((file, tree)) = &society {
        let mut pen = Pen::new(tree, "", &file.sources);
        let found = resolve::society(&study.society, file, &mut pen);
        plan = keep(pen.faults.or(found), &mut faults);
    }
    let ties = plan.as_ref().map(|plan| most_ties(&plan.layers));
    let mut regimes = BTreeMap::new();
    let mut resolved = BTreeMap::new();
    for (place, name) in regime_names(&study) {
        if regimes.contains_key(&name) {
            continue;
        }
        let found = self::text(Kind::Regime, &name, text.folder.as_deref());
        let Some(text) = pen.named(&place, found, &mut faults)? else { continue };
        let Some((file, tree)) = keep(walk::check::<RegimeFile>(&text.text, &text.path), &mut faults) else {
            continue;
        };
        let mut pen = Pen::new(&tree, "", &file.sources);
        let regime = resolve::regime(&name, &file, ties.as_ref(), &mut pen);
        if let Some(Some(regime)) = keep(pen.faults.or(regime), &mut faults) {
            resolved.insert(name.clone(), regime);
        }
        regimes.insert(name, file);
    }
    pen.check(&study, plan.as_ref());
    if !pen.study.is_empty() {
        faults.insert(0, pen.study);
    }
    match (society, plan) {
        (Some((society, _)), Some(plan)) if faults.is_empty() => {
            Ok(Scenario { study, society, regimes, plan, resolved })
        }
        _ => Err(LoadError::Faults(faults)),
    }
}

fn bundle(text: &Text) -> Result<Scenario, LoadError> {
    let (file, tree) = walk::check::<BundleFile>(&text.text, &text.path)?;
    let mut faults = tree.faults();
    let mut gather = |mut found: Faults| faults.faults.append(&mut found.faults);
    let mut pen = Pen::new(&tree, "society.", &file.society.sources);
    let plan = resolve::society(&file.study.society, &file.society, &mut pen);
    gather(pen.faults);
    let ties = most_ties(&plan.layers);
    let mut resolved = BTreeMap::new();
    for (name, regime) in &file.regimes {
        let mut pen = Pen::new(&tree, &format!("regimes.{}.", key(name)), &regime.sources);
        if let Some(regime) = resolve::regime(name, regime, Some(&ties), &mut pen) {
            resolved.insert(name.clone(), regime);
        }
        gather(pen.faults);
    }
    let mut pen = Faulty { study: tree.faults(), tree: &tree, prefix: "study.".into() };
    for (place, name) in regime_names(&file.study) {
        if !file.regimes.contains_key(&name) {
            let hint = did_you_mean(&name, file.regimes.keys()).map(|near| format!("did you mean `{near}`?"));
            pen.fault(&place, format!("there is no regime `{name}` in this bundle"), hint);
        }
    }
    pen.check(&file.study, Some(&plan));
    gather(pen.study);
    faults.faults.sort_by_key(|fault| (fault.line, fault.column));
    faults.or(())?;
    let BundleFile { study, society, regimes } = file;
    Ok(Scenario { study, society, regimes, plan, resolved })
}

/// A key as it stands in a dotted place.
fn key(name: &str) -> String {
    let bare = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_');
    if bare { name.to_owned() } else { format!("{name:?}") }
}

fn is_bundle(text: &str) -> bool {
    text.parse::<toml::Table>().is_ok_and(|table| table.get("study").is_some_and(toml::Value::is_table))
}

fn keep<T>(result: Result<T, Faults>, faults: &mut Vec<Faults>) -> Option<T> {
    result.map_err(|found| faults.push(found)).ok()
}

/// The places in a study that name a regime, and the names.
fn regime_names(study: &StudyFile) -> Vec<(String, String)> {
    let mut names = Vec::new();
    for (world, file) in study.worlds.iter().enumerate() {
        for (step, rollout) in file.rollout.iter().enumerate() {
            names.push((format!("worlds[{world}].rollout[{step}].regime"), rollout.regime.clone()));
        }
    }
    names
}

/// Faults of a study.
struct Faulty<'a> {
    study: Faults,
    tree: &'a SpannedTree,
    prefix: String,
}

impl Faulty<'_> {
    fn fault(&mut self, place: &str, message: String, hint: Option<String>) {
        self.study.add(self.tree, &format!("{}{place}", self.prefix), message, hint);
    }

    /// A file that the study names: an unknown name is a fault of the study.
    fn named(
        &mut self,
        place: &str,
        found: Result<Text, LoadError>,
        faults: &mut Vec<Faults>,
    ) -> Result<Option<Text>, LoadError> {
        match found {
            Ok(text) => Ok(Some(text)),
            Err(error @ LoadError::Unknown { .. }) => {
                let message = error.to_string();
                let LoadError::Unknown { hint, .. } = error else { return Ok(None) };
                self.fault(place, message, hint);
                Ok(None)
            }
            Err(LoadError::Faults(found)) => {
                faults.extend(found);
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }

    /// What has to hold between the fields of a study.
    fn check(&mut self, study: &StudyFile, plan: Option<&SocietyPlan>) {
        let known: Vec<&str> = demerit_measures::all().iter().map(|measure| measure.name).collect();
        for (place, name) in study.measures.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                let hint = did_you_mean(name, &known).map(|near| format!("did you mean `{near}`?"));
                self.fault(&format!("measures[{place}]"), format!("there is no measure `{name}`"), hint);
            }
        }
        let names: Vec<&str> = study.worlds.iter().map(|world| world.name.as_str()).collect();
        for (place, name) in names.iter().enumerate().skip(1) {
            if names[..place].contains(name) {
                self.fault(
                    &format!("worlds[{place}].name"),
                    format!("world `{name}` is there already"),
                    None,
                );
            }
        }
        let cities = plan.map(|plan| {
            let draws = demerit_kernel::Draws::new(demerit_kernel::Seed(study.seed));
            demerit_society::city::Cities::new(&plan.cities, study.persons.max(1), &draws)
        });
        for (number, world) in study.worlds.iter().enumerate() {
            let mut before = 0.0;
            for (step, rollout) in world.rollout.iter().enumerate() {
                let place = format!("worlds[{number}].rollout[{step}]");
                if step == 0
                    && (rollout.from_year != 0.0 || rollout.cities.is_some() || rollout.pilots.is_some())
                {
                    let hint = "begin with from_year = 0 and neither cities nor pilots".to_owned();
                    self.fault(
                        &place,
                        "the first step has to say what is in force everywhere from the start".into(),
                        Some(hint),
                    );
                }
                if rollout.from_year < before {
                    let message =
                        format!("year {} comes before the step before, {before}", rollout.from_year);
                    self.fault(
                        &format!("{place}.from_year"),
                        message,
                        Some("order the steps by year".into()),
                    );
                }
                before = rollout.from_year;
                if rollout.cities.is_some() && rollout.pilots.is_some() {
                    self.fault(
                        &place,
                        "both `cities` and `pilots` are given".into(),
                        Some("remove one of them".into()),
                    );
                }
                let Some(cities) = &cities else { continue };
                for (place_of_city, name) in rollout.cities.iter().flatten().enumerate() {
                    if cities.named(name).is_none() {
                        let last = cities.all().last().map_or("none", |city| city.name.as_str());
                        let hint =
                            format!("a society of {} persons has the cities c001 to {last}", study.persons);
                        self.fault(
                            &format!("{place}.cities[{place_of_city}]"),
                            format!("there is no city `{name}`"),
                            Some(hint),
                        );
                    }
                }
            }
        }
    }
}

/// Checks a file and, where it is a study, the files that it names; gives the word for what it is.
///
/// What a file is follows from its keys: `worlds` make a study, `households` a society, `study` a bundle; anything else is
/// held to be a regime.
///
/// # Errors
/// All faults; a file that cannot be read.
pub fn check_file(path: &Path) -> Result<&'static str, LoadError> {
    let text = read(path)?;
    let keys = text.text.parse::<toml::Table>().ok();
    let has = |key: &str| keys.as_ref().is_some_and(|table| table.contains_key(key));
    if has("study") || has("worlds") || has("society") {
        let name = path.to_str().ok_or_else(|| LoadError::Io {
            path: path.to_owned(),
            source: std::io::Error::new(
                std::io::ErrorKind::InvalidInput,
                "the path of a study has to be UTF-8",
            ),
        })?;
        study(name)?;
        return Ok(if has("study") { "bundle" } else { "study" });
    }
    if has("households") || has("deeds") || has("habits") || has("cities") {
        let (file, tree) = walk::check::<SocietyFile>(&text.text, &text.path)?;
        let mut pen = Pen::new(&tree, "", &file.sources);
        resolve::society("checked", &file, &mut pen);
        pen.faults.or(())?;
        return Ok("society");
    }
    let (file, tree) = walk::check::<RegimeFile>(&text.text, &text.path)?;
    let mut pen = Pen::new(&tree, "", &file.sources);
    resolve::regime("checked", &file, None, &mut pen);
    pen.faults.or(())?;
    Ok("regime")
}

/// Loads a society by its name in the catalogue or by a path.
///
/// # Errors
/// All faults; a name that leads nowhere; a file that cannot be read.
pub fn society(name_or_path: &str) -> Result<(SocietyFile, SocietyPlan), LoadError> {
    let text = text(Kind::Society, name_or_path, None)?;
    let (file, tree) = walk::check::<SocietyFile>(&text.text, &text.path)?;
    let mut pen = Pen::new(&tree, "", &file.sources);
    let plan = resolve::society(name_or_path, &file, &mut pen);
    let plan = pen.faults.or(plan)?;
    Ok((file, plan))
}

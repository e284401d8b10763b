//! What has to hold between the fields of a study, and between a study and what it names.

use super::LoadError;
use super::text::Text;
use crate::faults::Faults;
use crate::resolve::switches;
use crate::walk::{SpannedTree, did_you_mean};
use crate::written::StudyFile;
use demerit_regime::{Mechanism, Regime, Safeguard};
use demerit_society::society::SocietyPlan;
use std::collections::BTreeMap;

/// The places in a study that name a regime, and the names.
pub(super) fn regime_names(study: &StudyFile) -> Vec<(String, String)> {
    let mut names = Vec::new();
    for (world, file) in study.worlds.iter().enumerate() {
        for (step, rollout) in file.rollout.iter().enumerate() {
            names.push((format!("worlds[{world}].rollout[{step}].regime"), rollout.regime.clone()));
        }
    }
    names
}

/// Faults of a study.
pub(super) struct Faulty<'a> {
    pub(super) study: Faults,
    pub(super) tree: &'a SpannedTree,
    /// Place in the file before every key, ending in a dot, where the study is part of a bundle.
    pub(super) prefix: String,
}

impl Faulty<'_> {
    pub(super) fn fault(&mut self, place: &str, message: String, hint: Option<String>) {
        self.study.add(self.tree, &format!("{}{place}", self.prefix), message, hint);
    }

    /// A file that the study names: an unknown name is a fault of the study.
    pub(super) fn named(
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

    fn switches<'b>(
        &mut self,
        table: &str,
        keys: impl Iterator<Item = &'b String>,
        what: &str,
        all: &[&str],
    ) {
        for name in keys.filter(|name| !all.contains(&name.as_str())) {
            let near = did_you_mean(name, all).map(|near| format!("did you mean `{near}`? "));
            let hint = format!("{}one of: {}", near.unwrap_or_default(), all.join(", "));
            self.fault(&format!("{table}.{name}"), format!("there is no {what} `{name}`"), Some(hint));
        }
    }

    /// Whether some regime of each world has anything that its safeguards could guard.
    pub(super) fn check_safeguards(&mut self, study: &StudyFile, regimes: &BTreeMap<String, Regime>) {
        for (number, world) in study.worlds.iter().enumerate() {
            let named: Option<Vec<&Regime>> =
                world.rollout.iter().map(|step| regimes.get(&step.regime)).collect();
            // A regime with faults of its own is told of by itself.
            let Some(named) = named else { continue };
            for (at, name) in world.safeguards.iter().enumerate() {
                let Some(safeguard) = Safeguard::named(name) else { continue };
                let found: Vec<_> =
                    named.iter().map(|one| one.can_have(safeguard).err().map(|why| (one, why))).collect();
                if let Some(Some((regime, why))) = found.last()
                    && found.iter().all(Option::is_some)
                {
                    self.fault(
                        &format!("worlds[{number}].safeguards[{at}]"),
                        format!("`{name}` has nothing to guard: regime `{}` {why}", regime.name),
                        Some("remove it, or name a regime that has".into()),
                    );
                }
            }
        }
    }

    /// What has to hold between the fields of a study.
    pub(super) fn check(&mut self, study: &StudyFile, plan: Option<&SocietyPlan>) {
        for (place, name) in study.measures.iter().enumerate() {
            if demerit_measures::named(name).is_none() {
                let known = demerit_measures::all().iter().map(|measure| measure.name);
                let near = did_you_mean(name, known).map(|near| format!("did you mean `{near}`?"));
                let hint = near.or_else(|| Some("`demerit list measures` tells them".to_owned()));
                self.fault(&format!("measures[{place}]"), format!("there is no measure `{name}`"), hint);
            } else if let Some(off) = only_off(study, name) {
                self.fault(
                    &format!("measures[{place}]"),
                    format!("`{name}` shows what the mechanism `{off}` does, which is off in every world"),
                    Some(format!("remove it, or leave `{off}` on in a world")),
                );
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
        self.switches(
            "mechanisms",
            study.mechanisms.keys(),
            "mechanism",
            &Mechanism::ALL.map(Mechanism::name),
        );
        for (number, world) in study.worlds.iter().enumerate() {
            let place = format!("worlds[{number}]");
            let mechanisms = Mechanism::ALL.map(Mechanism::name);
            self.switches(&format!("{place}.mechanisms"), world.mechanisms.keys(), "mechanism", &mechanisms);
            for (at, name) in world.safeguards.iter().enumerate() {
                if Safeguard::named(name).is_none() {
                    let all = Safeguard::ALL.map(Safeguard::name);
                    let near = did_you_mean(name, all).map(|near| format!("did you mean `{near}`? "));
                    let hint = format!("{}one of: {}", near.unwrap_or_default(), all.join(", "));
                    self.fault(
                        &format!("{place}.safeguards[{at}]"),
                        format!("there is no safeguard `{name}`"),
                        Some(hint),
                    );
                }
            }
            if world.persons.is_some_and(|persons| persons != study.persons) {
                let message = format!(
                    "a twin of another size: world `{}` would not hold the same {} persons",
                    world.name, study.persons
                );
                self.fault(&format!("{place}.persons"), message, Some("remove it".into()));
            }
        }
        let cities = plan.map(|plan| {
            let draws = demerit_kernel::Draws::new(demerit_kernel::Seed(study.seed));
            demerit_society::population::city::Cities::new(&plan.cities, study.persons.max(1), &draws)
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

/// The mechanism that a measure shows, if every one that it shows is off in every world.
fn only_off(study: &StudyFile, measure: &str) -> Option<Mechanism> {
    let mut shows = Mechanism::ALL.into_iter().filter(|one| one.row().measures.contains(&measure)).peekable();
    let first = *shows.peek()?;
    let off = |one: Mechanism| study.worlds.iter().all(|world| !switches::mechanisms(study, world).on(one));
    shows.all(off).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Kind, text};

    /// What is wrong with the catalogue's study where its twin asks for a safeguard.
    fn faults(safeguard: &str) -> Vec<String> {
        let twin = "name = \"twin\"\n";
        told(twin, &format!("{twin}safeguards = [\"{safeguard}\"]\n"))
    }

    /// What is wrong with the catalogue's study where one text in it is another.
    fn told(old: &str, new: &str) -> Vec<String> {
        let study = text(Kind::Study, "no-dark-corner").unwrap();
        assert!(study.contains(old));
        let study = study.replacen(old, new, 1);
        match crate::load::sent(&study) {
            Ok(_) => Vec::new(),
            Err(LoadError::Faults(found)) => {
                found.into_iter().flat_map(|one| one.faults).map(|one| one.message).collect()
            }
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn a_measure_of_what_is_off_everywhere_is_refused() {
        let with = |rest: &str| {
            told("seed = 2018\n", &format!("seed = 2018\nmeasures = [\"collateral-ratio\"]\n{rest}"))
        };
        assert_eq!(with(""), [""; 0]);
        assert_eq!(
            with("mechanisms = { spillover = false }\n"),
            ["`collateral-ratio` shows what the mechanism `spillover` does, which is off in every world"]
        );
    }

    #[test]
    fn faults_of_keys_and_faults_across_keys_are_told_together() {
        let new = "years = \"twelve\"\nseed = 2018\nmeasures = [\"sanctionned\"]\ncolour = 3\nmechanisms = { spilover = false }\n";
        let told = told("years = 12\nseed = 2018\n", new);
        assert_eq!(told.len(), 4, "{told:?}");
        for part in
            ["unknown key `colour`", "found the text", "no measure `sanctionned`", "no mechanism `spilover`"]
        {
            assert!(told.iter().any(|one| one.contains(part)), "{part} {told:?}");
        }
    }

    #[test]
    fn what_is_wrong_already_is_not_told_again() {
        let told = told("society = \"china-2020\"", "society = 7");
        assert_eq!(told.len(), 1, "no society is looked for: {told:?}");
    }

    #[test]
    fn a_safeguard_with_nothing_to_guard_is_refused() {
        let told = faults("no-spillover");
        assert_eq!(
            told,
            ["`no-spillover` has nothing to guard: regime `courts-only` passes no points on along ties"]
        );
        assert_eq!(faults("answer-in-time"), [""; 0], "the courts hear appeals");
    }
}

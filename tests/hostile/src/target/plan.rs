//! Plans: with a right digest most times, so that what reads the plan behind it is reached.

use super::{Target, scenario};
use crate::luck::Luck;
use crate::text::Texts;
use crate::tree;
use demerit_analysis::plan::{Plan, PlanFile, PlanOptions, Shard, make};
use demerit_scenario::load;
use demerit_worlds::Size;
use serde_json::Value;
use std::io;
use std::path::Path;

pub(super) struct Plans {
    tree: Value,
    texts: Texts,
}

impl Plans {
    pub(super) fn new() -> io::Result<Self> {
        let bundle = scenario::small_bundle()?;
        let study = load::sent(&bundle).map_err(io::Error::other)?;
        let vary = ["regime rongcheng: appeals.upheld_wrong=0.5..0.9/2"].map(str::parse);
        let options = PlanOptions {
            size: Size { persons: Some(20), years: Some(0.1), seed: Some(7), seeds: 2 },
            vary: vary.into_iter().filter_map(Result::ok).collect(),
            command: "demerit run small".to_owned(),
        };
        let plan = make(&study, &options).or_else(|_| {
            let options = PlanOptions { vary: Vec::new(), ..options.clone() };
            make(&study, &options)
        });
        let bytes = plan.and_then(|plan| plan.file.bytes()).map_err(io::Error::other)?;
        let texts = Texts::new(vec![String::from_utf8(bytes.clone()).map_err(io::Error::other)?]);
        Ok(Self { tree: serde_json::from_slice(&bytes)?, texts })
    }
}

impl Target for Plans {
    fn name(&self) -> &'static str {
        "plan"
    }

    fn share(&self) -> u64 {
        150
    }

    fn ending(&self) -> &'static str {
        "json"
    }

    fn make(&self, luck: &mut Luck) -> Vec<u8> {
        if luck.once_in(4) {
            return self.texts.damaged(luck).into_bytes();
        }
        let mut tree = self.tree.clone();
        tree::damage(luck, &mut tree);
        let sealed =
            serde_json::from_value::<PlanFile>(tree.clone()).ok().and_then(|plan| plan.sealed().ok());
        let bytes = sealed.and_then(|plan| plan.bytes().ok());
        bytes.unwrap_or_else(|| tree.to_string().into_bytes())
    }

    fn read(&self, input: &[u8]) -> bool {
        match Plan::of_bytes(input, Path::new("plan.json")) {
            Ok(plan) => {
                let shard = Shard { number: 1, of: plan.count().div_ceil(4) };
                for made in plan.units(|number| shard.holds(number)) {
                    let Ok(made) = made else { continue };
                    assert!(!plan.told(&made.unit).is_empty() && made.unit.number > 0);
                    assert_eq!(Path::new(&made.unit.name).components().count(), 1);
                }
                true
            }
            Err(error) => {
                assert!(!error.to_string().is_empty());
                false
            }
        }
    }
}

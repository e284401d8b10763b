//! Gates: where a standing opens or closes a door.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Within, written};
use crate::word::Word;
use demerit_regime::{Claim, Domain, Gate, Request, TierSet, Tiers};
use std::collections::BTreeSet;

written! {
    /// A gate.
    pub struct GateFile {
        /// Name, unique in the regime.
        #[schemars(length(min = 1, max = 80))]
        pub name: String,
        /// What is asked for.
        pub request: Word<Request>,
        /// The domain of life that it touches; that of the request unless said otherwise.
        pub domain: Option<Word<Domain>>,
        /// Tiers that are refused.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub refuses: Vec<String>,
        /// Whether listed persons are refused.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub refuses_listed: bool,
        /// Tiers that are given a privilege.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub grants: Vec<String>,
        /// What a privilege saves whoever is granted it, in median weekly incomes.
        pub saves: Option<Within<0, 1000>>,
        /// `documented`, `reported` or `hypothetical`.
        pub claim: Word<Claim>,
        /// Where it is said.
        pub source: String,
    }
}

/// Resolves the gates before these tiers; `has_list` says whether there is a list.
pub(super) fn resolve(
    written: &[GateFile],
    tiers: &Tiers,
    has_list: bool,
    diagnostics: &mut Diagnostics<'_>,
) -> Vec<Gate> {
    diagnostics.unique("gates", written.iter().map(|gate| gate.name.as_str()));
    let names: Vec<&str> = tiers.all().iter().map(|tier| tier.name.as_str()).collect();
    let (mut gates, mut asked) = (Vec::new(), BTreeSet::new());
    for (place, written) in written.iter().enumerate() {
        let key = format!("gates[{place}]");
        let mut set = |list: &str, wanted: &[String]| {
            let found = wanted.iter().enumerate().filter_map(|(number, name)| {
                diagnostics.name(&format!("{key}.{list}[{number}]"), "tier", name, &names)
            });
            TierSet(found.fold(0, |set, tier| set | 1 << tier))
        };
        let refuses = set("refuses", &written.refuses);
        let grants = set("grants", &written.grants);
        if refuses.0 & grants.0 != 0 {
            diagnostics.fault(&format!("{key}.grants"), "a tier is both refused and given a privilege", None);
        }
        if written.refuses_listed && !has_list {
            let message = "listed persons are refused, but there is no list";
            diagnostics.fault(&format!("{key}.refuses_listed"), message, "add [list]");
        }
        if written.saves.is_some() && written.grants.is_empty() {
            let message = "a gate that grants nothing saves nobody anything";
            diagnostics.fault(&format!("{key}.saves"), message, "remove it");
        }
        if written.refuses.is_empty() && written.grants.is_empty() && !written.refuses_listed {
            let message = format!("gate `{}` neither refuses nor grants anything", written.name);
            let hint = "name tiers in refuses or grants, or write refuses_listed = true";
            diagnostics.fault(&key, message, hint);
        }
        let request = written.request.0;
        let provenance = diagnostics.provenance(&key, written.claim, &written.source);
        if !asked.insert(request.name()) {
            let message = format!("there is a gate for `{request}` already");
            diagnostics.fault(&format!("{key}.request"), message, None);
        }
        gates.push(Gate {
            name: written.name.clone(),
            request,
            domain: written.domain.map_or(request.domain(), |word| word.0),
            refuses,
            refuses_listed: written.refuses_listed,
            grants,
            saves: written.saves.as_ref().map_or(0.0, |saves| saves.value),
            provenance,
        });
    }
    gates
}

/// What it does to these tiers, in a sentence.
pub(super) fn says(gate: &Gate, all: &Tiers) -> String {
    let tiers = |set: TierSet| {
        let names = all.all().iter().enumerate().filter(|(place, _)| set.contains(*place as u8));
        names.map(|(_, tier)| tier.name.as_str()).collect::<Vec<_>>()
    };
    let mut refused = tiers(gate.refuses);
    if gate.refuses_listed {
        refused.push("listed persons");
    }
    let mut says = format!("{} ({})", gate.request, gate.domain);
    if !refused.is_empty() {
        says.push_str(&format!(": refused to {}", refused.join(", ")));
    }
    let granted = tiers(gate.grants);
    if !granted.is_empty() {
        says.push_str(&format!("; a privilege for {}", granted.join(", ")));
    }
    says
}

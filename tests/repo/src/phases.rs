//! The phases of the tick: the numbered list in `docs/architecture.md` against the numbered comments of
//! `tick.rs`.
//!
//! In the document a phase is a list item, `1. **Live**: …`; in the code a comment of its own, `// 1. Live`.

/// The seven phases, in order.
pub const PHASES: [&str; 7] = ["Live", "Act", "Observe", "Judge", "Gate", "Remedy", "Respond"];

/// The phases that a source file numbers, in the order of the file.
#[must_use]
pub fn in_code(text: &str) -> Vec<(u32, String)> {
    text.lines().filter_map(|line| numbered(line.trim().strip_prefix("// ")?)).collect()
}

/// The phases that a document lists, in the order of the document: numbered items that open with a bold word.
#[must_use]
pub fn in_document(text: &str) -> Vec<(u32, String)> {
    text.lines()
        .filter_map(|line| {
            let (number, rest) = line.trim().split_once(". **")?;
            let (name, _) = rest.split_once("**")?;
            Some((number.parse().ok()?, name.trim_end_matches(['.', ':']).to_owned()))
        })
        .collect()
}

fn numbered(text: &str) -> Option<(u32, String)> {
    let (number, rest) = text.split_once(". ")?;
    let name: String = rest.chars().take_while(|letter| letter.is_alphabetic()).collect();
    Some((number.parse().ok()?, name))
}

/// How a list differs from the seven phases.
#[must_use]
pub fn faults(place: &str, found: &[(u32, String)]) -> Vec<String> {
    let due: Vec<(u32, String)> = (1..).zip(PHASES.iter().map(|name| (*name).to_owned())).collect();
    if found == due {
        return Vec::new();
    }
    let shown: Vec<String> = found.iter().map(|(number, name)| format!("{number}. {name}")).collect();
    vec![format!("{place} numbers the phases [{}]; due are 1. {}", shown.join(", "), PHASES.join(", "))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seven_are_read_from_code_and_document() {
        let code: String =
            (1..).zip(PHASES).map(|(n, name)| format!("    // {n}. {name}: words\n    go();\n")).collect();
        let document: String =
            (1..).zip(PHASES).map(|(n, name)| format!("{n}. **{name}**: words\n")).collect();
        assert!(faults("code", &in_code(&code)).is_empty());
        assert!(faults("document", &in_document(&document)).is_empty());
    }

    #[test]
    fn a_missing_a_swapped_and_a_renamed_phase_are_found() {
        assert_eq!(faults("code", &in_code("// 1. Live\n")).len(), 1);
        let swapped =
            "// 1. Live\n// 2. Observe\n// 3. Act\n// 4. Judge\n// 5. Gate\n// 6. Remedy\n// 7. Respond\n";
        assert_eq!(faults("code", &in_code(swapped)).len(), 1);
        let renamed = swapped.replace("2. Observe", "2. Act").replace("3. Act", "3. Watch");
        assert_eq!(faults("code", &in_code(&renamed)).len(), 1);
        assert_eq!(faults("code", &in_code("")).len(), 1);
    }
}

//! The counts of a campaign, as the table that stands in `docs/reliability.md`.

use crate::campaign::Counts;

const BEGIN: &str = "<!-- Counts: written by `cargo xtask faults --all`. -->";
const END: &str = "<!-- End of the counts. -->";

const HEAD: &str = "| scene | errors | kills | signals | of these, done at once | damages | of these, refused | not as it should be |\n\
                    |---|---:|---:|---:|---:|---:|---:|---:|\n";

/// A scene in a line of the table.
#[must_use]
pub fn row(name: &str, counts: &Counts) -> String {
    let Counts { struck: [errors, kills, signals], done, damages, refused, wrong } = counts;
    let wrong = wrong.len();
    format!("| {name} | {errors} | {kills} | {signals} | {done} | {damages} | {refused} | {wrong} |")
}

/// All scenes, and their sum.
#[must_use]
pub fn table(scenes: &[(&str, Counts)]) -> String {
    let mut sum = Counts::default();
    let mut text = HEAD.to_owned();
    for (name, counts) in scenes {
        text.push_str(&row(name, counts));
        text.push('\n');
        for (sum, one) in sum.struck.iter_mut().zip(counts.struck) {
            *sum += one;
        }
        sum.done += counts.done;
        sum.damages += counts.damages;
        sum.refused += counts.refused;
        sum.wrong.extend(counts.wrong.iter().cloned());
    }
    format!("{text}{}\n", row("all", &sum))
}

/// The lines of the table in a text.
///
/// # Errors
/// The text has no place for it.
pub fn table_in(text: &str) -> Result<&str, String> {
    let inside = text.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END));
    inside.map(|(table, _)| table.trim()).ok_or_else(|| format!("`{BEGIN}` and `{END}` are missing"))
}

/// The text with this table in its place.
///
/// # Errors
/// The text has no place for it.
pub fn with_table(text: &str, table: &str) -> Result<String, String> {
    table_in(text)?;
    let (before, rest) = text.split_once(BEGIN).unwrap_or_default();
    let (_, after) = rest.split_once(END).unwrap_or_default();
    Ok(format!("{before}{BEGIN}\n\n{table}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_goes_in_and_comes_out() {
        let counts = Counts { struck: [1, 2, 3], done: 4, damages: 5, refused: 5, wrong: Vec::new() };
        let table = table(&[("run", counts.clone()), ("life", counts)]);
        assert!(table.ends_with("| all | 2 | 4 | 6 | 8 | 10 | 10 | 0 |\n"), "{table}");
        let text = with_table(&format!("a\n{BEGIN}\nold\n{END}\nb\n"), &table).unwrap();
        assert_eq!(table_in(&text).unwrap(), table.trim());
        assert!(text.starts_with("a\n") && text.ends_with("\nb\n") && !text.contains("old"));
        assert!(with_table("a", "b").is_err());
    }
}

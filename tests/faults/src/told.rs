//! The counts of a campaign, as the table that stands in `docs/reliability.md`.

use crate::campaign::Counts;

const BEGIN: &str = "<!-- Counts: written by `cargo xtask faults --all`. -->";
const END: &str = "<!-- End of the counts. -->";

/// Columns of numbers.
const NUMBERS: usize = 8;
const HEAD: &str = "| scene | faults that there are | errors | kills | signals | done at once | damages | refused | not as it should be |\n\
                    |---|---:|---:|---:|---:|---:|---:|---:|---:|\n";
/// The row of the sum.
pub const ALL: &str = "all";

/// A scene in a line of the table, without its end.
#[must_use]
pub fn row(name: &str, there_are: usize, counts: &Counts) -> String {
    let Counts { struck: [errors, kills, signals], done, damages, refused, wrong } = counts;
    let wrong = wrong.len() as u32;
    line(name, &[there_are as u32, *errors, *kills, *signals, *done, *damages, *refused, wrong])
}

fn line(name: &str, numbers: &[u32; NUMBERS]) -> String {
    let cells: Vec<String> = numbers.iter().map(u32::to_string).collect();
    format!("| {name} | {} |", cells.join(" | "))
}

/// The name and the numbers of a row; `None` where the line is none.
fn read(line: &str) -> Option<(&str, [u32; NUMBERS])> {
    let mut cells = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ");
    let name = cells.next()?;
    let numbers: Option<Vec<u32>> = cells.map(|cell| cell.parse().ok()).collect();
    Some((name, numbers?.try_into().ok()?))
}

/// The table in a text.
fn table_in(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (table, after) = rest.split_once(END)?;
    Some((before, table, after))
}

/// The rows in a text, by name.
///
/// # Errors
/// The text has no place for the table.
pub fn rows(text: &str) -> Result<Vec<(&str, [u32; NUMBERS])>, String> {
    let (_, table, _) = table_in(text).ok_or_else(|| format!("`{BEGIN}` and `{END}` are missing"))?;
    Ok(table.lines().filter_map(read).collect())
}

/// The text with a new row of a scene, and a new sum.
///
/// # Errors
/// The text has no place for the table.
pub fn with_row(text: &str, row: &str) -> Result<String, String> {
    let new = read(row).ok_or_else(|| format!("{row} is no row"))?;
    let mut all: Vec<_> = rows(text)?.into_iter().filter(|(name, _)| *name != ALL).collect();
    match all.iter_mut().find(|(name, _)| *name == new.0) {
        Some(old) => *old = new,
        None => all.push(new),
    }
    let mut sum = [0; NUMBERS];
    for (_, numbers) in &all {
        sum.iter_mut().zip(numbers).for_each(|(sum, one)| *sum += one);
    }
    all.push((ALL, sum));
    let lines: Vec<String> = all.iter().map(|(name, numbers)| line(name, numbers)).collect();
    let (before, _, after) = table_in(text).unwrap_or_default();
    Ok(format!("{before}{BEGIN}\n\n{HEAD}{}\n\n{END}{after}", lines.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_goes_in_and_comes_out() {
        let counts =
            |kills| Counts { struck: [1, kills, 3], done: 4, damages: 5, refused: 5, wrong: Vec::new() };
        let empty = format!("a\n{BEGIN}\n{END}\nb\n");
        let one = with_row(&empty, &row("run", 9, &counts(2))).unwrap();
        let two = with_row(&one, &row("life", 9, &counts(2))).unwrap();
        let text = with_row(&two, &row("run", 9, &counts(7))).unwrap();
        let wanted = [
            ("run", [9, 1, 7, 3, 4, 5, 5, 0]),
            ("life", [9, 1, 2, 3, 4, 5, 5, 0]),
            (ALL, [18, 2, 9, 6, 8, 10, 10, 0]),
        ];
        assert_eq!(rows(&text).unwrap(), wanted);
        assert!(text.starts_with("a\n") && text.ends_with("\nb\n"));
        assert!(with_row("a", &row("run", 9, &counts(2))).is_err());
    }
}

//! Rows of tables in a checkpoint: what finished seeds, and the readings so far, have given.
//!
//! Model: rows go in runs of at most 65,536. The texts of a run stand once, in the order in which they first come; a row holds their places.
//!
//! Leaves out: the tables themselves, which are made from all rows at the end.

use demerit_kernel::{Loader, Saver, Unfit};
use demerit_worlds::tables::column::{Cell, Cells, Column, Get, Row};
use std::collections::HashMap;

/// Most rows of a run.
pub(super) const RUN: usize = 1 << 16;
/// Most bytes of a run: no row comes near a kibibyte.
pub(super) const MOST: usize = RUN << 10;
/// Most bytes of a text: names of worlds, measures, groups, rules. Each row that has it gets a copy of its own.
const LONGEST: usize = 512;

/// The texts of a row.
pub(super) fn texts<R: Row>(row: &R) -> impl Iterator<Item = &str> {
    R::COLUMNS
        .iter()
        .filter_map(move |column| if let Get::Text(of) = column.get { Some(of(row)) } else { None })
}

/// Writes a run of rows.
pub(super) fn save<R: Row>(rows: &[R]) -> Vec<u8> {
    let (mut all, mut places): (Vec<&str>, HashMap<&str, u32>) = Default::default();
    for text in rows.iter().flat_map(texts) {
        places.entry(text).or_insert_with(|| {
            all.push(text);
            all.len() as u32 - 1
        });
    }
    let mut to = Saver::new();
    to.len(all.len());
    for text in all {
        to.len(text.len()).bytes(text.as_bytes());
    }
    to.len(rows.len());
    for row in rows {
        texts(row).for_each(|text| _ = to.put(&places[text]));
        for column in R::COLUMNS {
            match column.get {
                Get::Text(_) => &mut to,
                Get::U64(of) => to.put(&of(row)),
                Get::U32(of) => to.put(&of(row)),
                Get::I32(of) => to.put(&of(row)),
                Get::F64(of) => to.put(&of(row)),
                Get::Bool(of) => to.put(&of(row)),
                Get::MaybeU32(of) => to.put(&of(row)),
                Get::MaybeI32(of) => to.put(&of(row)),
            };
        }
    }
    to.finish()
}

/// Reads a run of rows.
pub(super) fn load<R: Row>(bytes: &[u8]) -> Result<Vec<R>, Unfit> {
    let mut from = Loader::new(bytes);
    let in_row = R::COLUMNS.iter().filter(|column| matches!(column.get, Get::Text(_))).count();
    let texts = texts_of(&mut from, in_row)?;
    let rows = from.len(RUN)?;
    let rows = (0..rows).map(|_| row(&mut from, in_row, &texts)).collect::<Result<_, _>>()?;
    from.end().map(|()| rows)
}

/// Reads a row that has this number of texts, out of those of the run.
fn row<R: Row>(from: &mut Loader<'_>, in_row: usize, texts: &[String]) -> Result<R, Unfit> {
    let mut text = || {
        let place = from.take::<u32>()? as usize;
        from.check(place < texts.len(), || (format!("text {place}"), format!("one below {}", texts.len())))?;
        Ok(texts[place].as_str())
    };
    let mut own = (0..in_row).map(|_| text()).collect::<Result<Vec<_>, Unfit>>()?.into_iter();
    let mut cell = |column: &Column<R>| {
        Ok(match column.get {
            Get::Text(_) => Cell::Text(own.next().unwrap_or_default()),
            Get::U64(_) => Cell::U64(from.take()?),
            Get::U32(_) => Cell::U32(from.take()?),
            Get::I32(_) => Cell::I32(from.take()?),
            Get::F64(_) => Cell::F64(from.take()?),
            Get::Bool(_) => Cell::Bool(from.take()?),
            Get::MaybeU32(_) => Cell::MaybeU32(from.take()?),
            Get::MaybeI32(_) => Cell::MaybeI32(from.take()?),
        })
    };
    let cells = R::COLUMNS.iter().map(&mut cell).collect::<Result<Vec<_>, Unfit>>()?;
    R::of(&mut Cells::new(&cells)).map_err(|found| from.unfit(found, format!("a row of {}", R::FILE)))
}

fn texts_of(from: &mut Loader<'_>, in_row: usize) -> Result<Vec<String>, Unfit> {
    let count = from.len(RUN * in_row)?;
    let mut one = || {
        let text: String = from.take()?;
        from.check(text.len() <= LONGEST, || {
            (format!("a text of {} bytes", text.len()), format!("at most {LONGEST}"))
        })?;
        Ok(text)
    };
    (0..count).map(|_| one()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_worlds::tables::{LedgerRow, MeasureRow, PersonRow};

    fn measure(seed: u64, group: &str) -> MeasureRow {
        MeasureRow {
            seed,
            world: "regime".into(),
            tick: 4,
            year: 2012.1,
            measure: "sanctioned".into(),
            domain: "all".into(),
            group: group.into(),
            value: f64::NAN,
            unit: "share".into(),
        }
    }

    #[test]
    fn rows_come_back_as_they_were() {
        let rows = [measure(1, "all"), measure(2, "sex:female"), measure(3, "")];
        let bytes = save(&rows);
        let back: Vec<MeasureRow> = load(&bytes).unwrap();
        // A value that is no number is not equal to itself; its bits are.
        assert_eq!(save(&back), bytes);
        assert_eq!((back.len(), back[1].group.as_str(), back[2].seed), (3, "sex:female", 3));
        assert!(back[0].value.is_nan());
        assert_eq!(load::<LedgerRow>(&save::<LedgerRow>(&[])).unwrap(), []);
    }

    #[test]
    fn a_text_is_no_longer_than_a_name() {
        let bytes = |length| save(&[measure(1, &"a".repeat(length))]);
        assert!(load::<MeasureRow>(&bytes(512)).is_ok());
        let told = load::<MeasureRow>(&bytes(513)).unwrap_err();
        assert_eq!((told.found.as_str(), told.expected.as_str()), ("a text of 513 bytes", "at most 512"));
    }

    #[test]
    fn damaged_rows_are_refused() {
        let bytes = save(&[measure(1, "all"), measure(2, "all")]);
        assert!((0..bytes.len()).all(|len| load::<MeasureRow>(&bytes[..len]).is_err()));
        assert!(load::<MeasureRow>(&bytes).is_ok());
        for place in 0..bytes.len() {
            let mut other = bytes.clone();
            other[place] ^= 0x80;
            let _ = load::<MeasureRow>(&other);
        }
        assert!(load::<PersonRow>(&bytes).is_err(), "rows of another table");
    }
}

//! Rows of tables in a checkpoint: what finished seeds, and the readings so far, have given.
//!
//! Model: rows go in runs of at most 65,536. The texts of a run stand once, in the order in which they first come; a row holds their places.
//!
//! Leaves out: the tables themselves, which are made from all rows at the end.

use demerit_kernel::{Loader, Saver, Unfit};
use demerit_worlds::tables::{LedgerEvent, LedgerRow, MeasureRow, PersonRow};
use std::collections::HashMap;

/// Most rows of a run.
pub(super) const RUN: usize = 1 << 16;
/// Most bytes of a run: no row comes near a kibibyte.
pub(super) const MOST: usize = RUN << 10;
/// Most bytes of a text: names of worlds, measures, groups, rules. Each row that has it gets a copy of its own.
const LONGEST: usize = 512;

/// Most texts of a row.
const MOST_TEXTS: usize = 6;

/// A row whose texts are kept apart from its numbers.
pub(super) trait Row: Sized {
    /// Its texts.
    fn texts(&self) -> Vec<&str>;

    /// Writes its numbers.
    fn save(&self, to: &mut Saver);

    /// Reads its numbers and takes its texts.
    fn load(
        from: &mut Loader<'_>,
        text: &mut dyn FnMut(&mut Loader<'_>) -> Result<String, Unfit>,
    ) -> Result<Self, Unfit>;
}

/// Writes a run of rows.
pub(super) fn save<R: Row>(rows: &[R]) -> Vec<u8> {
    let (mut all, mut places): (Vec<&str>, HashMap<&str, u32>) = Default::default();
    for text in rows.iter().flat_map(R::texts) {
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
        row.texts().into_iter().for_each(|text| _ = to.put(&places[text]));
        row.save(&mut to);
    }
    to.finish()
}

/// Reads a run of rows.
pub(super) fn load<R: Row>(bytes: &[u8]) -> Result<Vec<R>, Unfit> {
    let mut from = Loader::new(bytes);
    let texts = texts_of(&mut from)?;
    let rows = from.len(RUN)?;
    let mut text = |from: &mut Loader<'_>| {
        let place = from.take::<u32>()? as usize;
        from.check(place < texts.len(), || (format!("text {place}"), format!("one below {}", texts.len())))?;
        Ok(texts[place].clone())
    };
    let rows = (0..rows).map(|_| R::load(&mut from, &mut text)).collect::<Result<_, _>>()?;
    from.end().map(|()| rows)
}

fn texts_of(from: &mut Loader<'_>) -> Result<Vec<String>, Unfit> {
    let count = from.len(RUN * MOST_TEXTS)?;
    let mut one = || {
        let text: String = from.take()?;
        from.check(text.len() <= LONGEST, || {
            (format!("a text of {} bytes", text.len()), format!("at most {LONGEST}"))
        })?;
        Ok(text)
    };
    (0..count).map(|_| one()).collect()
}

impl Row for MeasureRow {
    fn texts(&self) -> Vec<&str> {
        vec![&self.world, &self.measure, &self.domain, &self.group, &self.unit]
    }

    fn save(&self, to: &mut Saver) {
        to.put(&self.seed).put(&self.tick).put(&self.year).put(&self.value);
    }

    fn load(
        from: &mut Loader<'_>,
        text: &mut dyn FnMut(&mut Loader<'_>) -> Result<String, Unfit>,
    ) -> Result<Self, Unfit> {
        let [world, measure, domain, group, unit] = texts(from, text)?;
        let (seed, tick, year, value) = (from.take()?, from.take()?, from.take()?, from.take()?);
        Ok(Self { seed, world, tick, year, measure, domain, group, value, unit })
    }
}

impl Row for PersonRow {
    fn texts(&self) -> Vec<&str> {
        vec![&self.world, &self.city, &self.residence, &self.sex, &self.occupation, &self.tier]
    }

    fn save(&self, to: &mut Saver) {
        to.put(&self.seed).put(&self.person).put(&self.age).put(&self.household).put(&self.income_fifth);
        to.put(&self.score).put(&self.deserved).put(&self.listed);
        to.put(&self.weeks_sanctioned)
            .put(&self.weeks_wrongly_sanctioned)
            .put(&self.refusals)
            .put(&self.entries);
    }

    fn load(
        from: &mut Loader<'_>,
        text: &mut dyn FnMut(&mut Loader<'_>) -> Result<String, Unfit>,
    ) -> Result<Self, Unfit> {
        let [world, city, residence, sex, occupation, tier] = texts(from, text)?;
        Ok(Self {
            world,
            city,
            residence,
            sex,
            occupation,
            tier,
            seed: from.take()?,
            person: from.take()?,
            age: from.take()?,
            household: from.take()?,
            income_fifth: from.take()?,
            score: from.take()?,
            deserved: from.take()?,
            listed: from.take()?,
            weeks_sanctioned: from.take()?,
            weeks_wrongly_sanctioned: from.take()?,
            refusals: from.take()?,
            entries: from.take()?,
        })
    }
}

impl Row for LedgerRow {
    fn texts(&self) -> Vec<&str> {
        std::iter::once(self.world.as_str()).chain(self.event.texts()).collect()
    }

    fn save(&self, to: &mut Saver) {
        to.put(&self.seed).put(&self.person).put(&self.tick).put(&self.year).put(&self.points);
        to.put(&self.score_after).put(&self.deserved_after).put(&self.other);
    }

    fn load(
        from: &mut Loader<'_>,
        text: &mut dyn FnMut(&mut Loader<'_>) -> Result<String, Unfit>,
    ) -> Result<Self, Unfit> {
        let [world, event, what, origin, channel, rule] = texts(from, text)?;
        let event = LedgerEvent::from_texts([&event, &what, &origin, &channel, &rule])
            .map_err(|found| from.unfit(found, "an event of a ledger".to_owned()))?;
        Ok(Self {
            world,
            event,
            seed: from.take()?,
            person: from.take()?,
            tick: from.take()?,
            year: from.take()?,
            points: from.take()?,
            score_after: from.take()?,
            deserved_after: from.take()?,
            other: from.take()?,
        })
    }
}

fn texts<const N: usize>(
    from: &mut Loader<'_>,
    text: &mut dyn FnMut(&mut Loader<'_>) -> Result<String, Unfit>,
) -> Result<[String; N], Unfit> {
    let mut all = std::array::from_fn(|_| String::new());
    for one in &mut all {
        *one = text(from)?;
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

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

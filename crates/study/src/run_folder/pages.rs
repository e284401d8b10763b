//! The pages of a table, looked at before any of them is unpacked.
//!
//! A file of a few kilobytes can say that it unpacks to gigabytes, or that a million rows share one long
//! text. So each page's head is read first, in the form that the Parquet format gives it (a structure of
//! Thrift's compact protocol):
//!
//! 1. pages lie one after the other within their column, and the column within the file;
//! 2. a page unpacks to at most [`MOST_PAGE`] bytes;
//! 3. it is kept as a run writes it: plain, or as places in a dictionary;
//! 4. the texts of a dictionary have at most [`LONGEST`] bytes each, since a million rows may repeat one.
//!
//! Source: the Parquet format 2, `PageHeader`. Leaves out: what the values are.

use parquet::basic::{Compression, Type};
use parquet::file::metadata::{ColumnChunkMetaData, ParquetMetaData};

/// Most bytes of a page: a run begins another after one MiB.
const MOST_PAGE: usize = 16 << 20;
/// Most bytes of a text in a dictionary.
const LONGEST: usize = 512;
/// Deepest structure in the head of a page.
const DEEPEST: u32 = 8;

const DICTIONARY: i64 = 2;

/// Refuses a table whose pages are not such as a run writes.
pub(super) fn check(bytes: &[u8], metadata: &ParquetMetaData) -> Result<(), String> {
    for group in metadata.row_groups() {
        for column in group.columns() {
            let name = column.column_path().string();
            check_column(bytes, column).map_err(|wrong| format!("column `{name}`: {wrong}"))?;
        }
    }
    Ok(())
}

fn check_column(bytes: &[u8], column: &ColumnChunkMetaData) -> Result<(), String> {
    let place = |offset: i64| usize::try_from(offset).map_err(|_| "it begins before the file".to_owned());
    let first = place(column.dictionary_page_offset().unwrap_or(column.data_page_offset()))?;
    place(column.data_page_offset())?;
    let packed = place(column.compressed_size())?;
    let end = first.checked_add(packed).filter(|end| *end <= bytes.len());
    let end = end.ok_or("it ends after the file")?;
    let packing = match column.compression() {
        Compression::UNCOMPRESSED => false,
        Compression::ZSTD(_) => true,
        other => return Err(format!("it is packed as {other}, which no run does")),
    };
    let mut at = first;
    while at < end {
        let mut head = Head { bytes: &bytes[at..end], at: 0 };
        let page = head.page().ok_or("the head of a page is damaged")?;
        let within = at + head.at;
        let body = within.checked_add(page.packed).filter(|after| *after <= end);
        let body = &bytes[within..body.ok_or("a page is longer than its column")?];
        if page.unpacked > MOST_PAGE {
            let unpacked = page.unpacked;
            return Err(format!("a page unpacks to {unpacked} bytes; at most {MOST_PAGE} are read"));
        }
        if !packing && page.unpacked != page.packed {
            return Err("a page has another size than it says".to_owned());
        }
        if page.kind == DICTIONARY && column.column_type() == Type::BYTE_ARRAY {
            let unpacked = if packing {
                zstd::bulk::decompress(body, page.unpacked).map_err(|error| error.to_string())?
            } else {
                body.to_vec()
            };
            texts_fit(&unpacked)?;
        }
        at = within + page.packed;
    }
    Ok(())
}

/// Whether all texts of a dictionary are short: each stands after its length.
fn texts_fit(mut dictionary: &[u8]) -> Result<(), String> {
    while let Some((length, rest)) = dictionary.split_first_chunk::<4>() {
        let length = u32::from_le_bytes(*length) as usize;
        if length > LONGEST {
            return Err(format!("a text of {length} bytes; at most {LONGEST} are read"));
        }
        dictionary = rest.get(length..).ok_or("a text is longer than its page")?;
    }
    Ok(())
}

/// What the head of a page says.
#[derive(Default)]
struct Page {
    kind: i64,
    unpacked: usize,
    packed: usize,
}

/// Reads a structure of Thrift's compact protocol; `None` where there is none.
struct Head<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// Kinds of values, as the protocol numbers them.
mod kind {
    pub(super) const YES: u8 = 1;
    pub(super) const NO: u8 = 2;
    pub(super) const BYTE: u8 = 3;
    pub(super) const I16: u8 = 4;
    pub(super) const I64: u8 = 6;
    pub(super) const DOUBLE: u8 = 7;
    pub(super) const BYTES: u8 = 8;
    pub(super) const LIST: u8 = 9;
    pub(super) const SET: u8 = 10;
    pub(super) const STRUCTURE: u8 = 12;
}

impl Head<'_> {
    fn page(&mut self) -> Option<Page> {
        let (mut page, mut field) = (Page::default(), 0);
        let mut body = false;
        while let Some(kind) = self.field(&mut field)? {
            match (field, kind) {
                (1, kind::I16..=kind::I64) => page.kind = self.signed()?,
                (2, kind::I16..=kind::I64) => page.unpacked = self.signed()?.try_into().ok()?,
                (3, kind::I16..=kind::I64) => page.packed = self.signed()?.try_into().ok()?,
                // The heads of a data page, a dictionary, and a data page of the second version.
                (5 | 7 | 8, kind::STRUCTURE) => {
                    body = true;
                    self.values(field)?;
                }
                (_, kind) => self.skip(kind, DEEPEST)?,
            }
        }
        body.then_some(page)
    }

    /// The head of a page's values: only plain ones and dictionaries are let pass.
    fn values(&mut self, of: i64) -> Option<()> {
        let mut field = 0;
        while let Some(kind) = self.field(&mut field)? {
            let encoding = if of == 8 { 4 } else { 2 };
            if field == encoding && (kind::I16..=kind::I64).contains(&kind) {
                // Plain, places in a dictionary in the old words, runs, places in a dictionary.
                matches!(self.signed()?, 0 | 2 | 3 | 8).then_some(())?;
            } else {
                self.skip(kind, DEEPEST)?;
            }
        }
        Some(())
    }

    /// The kind of the next field, whose number is put into `field`; none at the end of the structure.
    fn field(&mut self, field: &mut i64) -> Option<Option<u8>> {
        let byte = self.byte()?;
        if byte == 0 {
            return Some(None);
        }
        *field = match byte >> 4 {
            0 => self.signed()?,
            further => field.checked_add(i64::from(further))?,
        };
        Some(Some(byte & 15))
    }

    fn skip(&mut self, kind: u8, deeper: u32) -> Option<()> {
        let deeper = deeper.checked_sub(1)?;
        match kind {
            kind::YES | kind::NO => {}
            kind::BYTE => _ = self.byte()?,
            kind::I16..=kind::I64 => _ = self.varint()?,
            kind::DOUBLE => self.forward(8)?,
            kind::BYTES => {
                let length = self.varint()?;
                self.forward(usize::try_from(length).ok()?)?;
            }
            kind::LIST | kind::SET => {
                let byte = self.byte()?;
                let count = if byte >> 4 == 15 { self.varint()? } else { u64::from(byte >> 4) };
                // Each item takes a byte, so that the loop ends with the bytes.
                for _ in 0..count {
                    if matches!(byte & 15, kind::YES | kind::NO) {
                        self.byte()?;
                    } else {
                        self.skip(byte & 15, deeper)?;
                    }
                }
            }
            kind::STRUCTURE => {
                let mut field = 0;
                while let Some(kind) = self.field(&mut field)? {
                    self.skip(kind, deeper)?;
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn forward(&mut self, count: usize) -> Option<()> {
        self.at = self.at.checked_add(count).filter(|at| *at <= self.bytes.len())?;
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Some(value);
            }
        }
        None
    }

    /// A number whose lowest bit is its sign.
    fn signed(&mut self) -> Option<i64> {
        let value = self.varint()?;
        Some((value >> 1).cast_signed() ^ -(value & 1).cast_signed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head of a dictionary page: kind 2, 21 bytes that are 14 packed, then the dictionary's own head, of
    /// 2 plain texts.
    const BY_HAND: [u8; 11] = [0x15, 4, 0x15, 42, 0x15, 28, 0x4c, 0x15, 4, 0x15, 0];

    fn page(bytes: &[u8]) -> Option<(Page, usize)> {
        let mut head = Head { bytes, at: 0 };
        head.page().map(|page| (page, head.at))
    }

    #[test]
    fn a_head_is_read_whole_or_not_at_all() {
        let bytes = [&BY_HAND[..], &[0, 0, 99]].concat();
        let (page, length) = page(&bytes).unwrap();
        assert_eq!((page.kind, page.unpacked, page.packed, length), (2, 21, 14, 13));
        assert!((0..12).all(|cut| self::page(&bytes[..cut]).is_none()), "every cut");
    }

    #[test]
    fn strange_heads_are_refused() {
        let negative = [0x15, 4, 0x15, 41, 0x15, 28, 0x4c, 0, 0];
        assert!(page(&negative).is_none());
        let mut other = [&BY_HAND[..], &[0, 0]].concat();
        other[10] = 12;
        assert!(page(&other).is_none(), "another encoding");
        assert!(page(&[0x15, 4, 0]).is_none(), "no body");
        assert!(page(&[0x1c; 40]).is_none(), "endless structures");
        assert!(page(&[0x19, 0xf9, 0xff, 0xff, 0xff, 0xff, 0x0f]).is_none(), "an endless list");
    }

    #[test]
    fn long_texts_are_refused() {
        let text = |length: u32| [&length.to_le_bytes()[..], &vec![b'a'; length as usize]].concat();
        assert!(texts_fit(&[text(3), text(512), text(0)].concat()).is_ok());
        assert!(texts_fit(&text(513)).is_err());
        assert!(texts_fit(&text(5)[..8]).is_err());
    }
}

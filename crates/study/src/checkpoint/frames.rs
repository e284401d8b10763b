//! The file of a checkpoint: a head that any version can read, and frames, each packed and with a checksum of
//! its own.
//!
//! | what | bytes |
//! |---|---|
//! | the words `demerit checkpoint` and a line feed | 19 |
//! | number of the format, 32 bits | 4 |
//! | for each frame: bytes packed and bytes unpacked, 32 bits each; SHA-256 of its number, these two and the packed bytes, in hex; the packed bytes | 72 and more |
//! | all bits set, 32 of them; the number of frames, 64 bits; SHA-256 of the checksums of all frames, in hex | 76 |
//!
//! Model: frames are packed with Zstandard, each by itself, by as many threads as there are. What was packed
//! is unpacked only where its checksum is right, and never into more room than the reader allows; no frame is
//! read that is larger packed than packing could make it. Numbers are little-endian.
//!
//! Leaves out: what is in the frames.

use crate::error::CheckpointError;
use crate::outside;
use demerit_kernel::Digest;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Cursor, Read, Write};
use std::path::{Path, PathBuf};

/// First bytes of the file.
const WORDS: &[u8; 19] = b"demerit checkpoint\n";
/// Number of the format: raised whenever bytes come to mean something else.
pub(super) const FORMAT: u32 = 5;
/// Bytes before the first frame.
pub(super) const HEAD: u64 = WORDS.len() as u64 + 4;
/// Says that no frame follows.
const LAST: u32 = u32::MAX;
/// Bytes of a checksum in hex.
const CHECKSUM: usize = 64;
/// How hard to pack: about as fast as a disk writes.
const LEVEL: i32 = 1;

/// A frame as it stands in the file.
pub(super) struct Packed {
    number: u64,
    unpacked: u32,
    checksum: Vec<u8>,
    bytes: Vec<u8>,
}

impl Packed {
    /// Packs the frame with a number, counted from 0.
    pub(super) fn new(number: u64, plain: &[u8]) -> io::Result<Self> {
        let unpacked = u32::try_from(plain.len()).map_err(io::Error::other)?;
        let bytes = zstd::bulk::compress(plain, LEVEL)?;
        let mut frame = Self { number, unpacked, checksum: Vec::new(), bytes };
        frame.checksum = frame.found().into_bytes();
        Ok(frame)
    }

    /// Bytes of the frame in a file.
    pub(super) const fn len(&self) -> u64 {
        (8 + CHECKSUM + self.bytes.len()) as u64
    }

    /// Writes the frame as it stands in a file.
    pub(super) fn put(&self, to: &mut impl Write) -> io::Result<()> {
        let numbers = [self.bytes.len() as u32, self.unpacked].map(u32::to_le_bytes);
        to.write_all(&[&numbers.concat()[..], &self.checksum].concat())?;
        to.write_all(&self.bytes)
    }

    /// The checksum of what is there.
    fn found(&self) -> String {
        let mut digest = Digest::new();
        digest.u64(self.number).u32(self.bytes.len() as u32).u32(self.unpacked).bytes(&self.bytes);
        digest.finish()
    }
}

/// Writes the file.
pub(super) struct Writer<W> {
    file: W,
    /// Frames so far.
    pub(super) frames: u64,
    whole: Digest,
    bytes: u64,
}

impl Writer<BufWriter<File>> {
    pub(super) fn create(path: &Path) -> io::Result<Self> {
        Self::to(BufWriter::with_capacity(1 << 18, File::create(path)?))
    }

    /// Ends the file and sees it onto the disk; gives its bytes.
    pub(super) fn finish(self) -> io::Result<u64> {
        let (file, bytes) = self.end()?;
        file.get_ref().sync_all()?;
        Ok(bytes)
    }
}

impl<W: Write> Writer<W> {
    pub(super) fn to(mut file: W) -> io::Result<Self> {
        file.write_all(WORDS)?;
        file.write_all(&FORMAT.to_le_bytes())?;
        Ok(Self { file, frames: 0, whole: Digest::new(), bytes: HEAD })
    }

    /// Writes a frame.
    pub(super) fn put(&mut self, frame: &Packed) -> io::Result<()> {
        debug_assert_eq!(frame.number, self.frames, "frames come in order");
        frame.put(&mut self.file)?;
        self.whole.bytes(&frame.checksum);
        self.frames += 1;
        self.bytes += frame.len();
        Ok(())
    }

    /// Ends the file; gives it and its bytes.
    pub(super) fn end(mut self) -> io::Result<(W, u64)> {
        self.file.write_all(&LAST.to_le_bytes())?;
        self.file.write_all(&self.frames.to_le_bytes())?;
        self.file.write_all(self.whole.finish().as_bytes())?;
        self.file.flush()?;
        Ok((self.file, self.bytes + 12 + CHECKSUM as u64))
    }
}

/// Reads the file.
pub(super) struct Reader {
    pub(super) path: PathBuf,
    source: Box<dyn Read + Send + Sync>,
    left: u64,
    /// Bytes read so far.
    at: u64,
    /// Frames read so far.
    pub(super) frames: u64,
    whole: Digest,
}

impl Reader {
    pub(super) fn open(path: &Path) -> Result<Self, CheckpointError> {
        let (file, left) = outside::open(path).map_err(CheckpointError::io("read", path))?;
        Self::of(path, BufReader::with_capacity(1 << 18, file), left)
    }

    /// Reads what a file of this name would hold.
    pub(super) fn of_bytes(path: &Path, bytes: Vec<u8>) -> Result<Self, CheckpointError> {
        let left = bytes.len() as u64;
        Self::of(path, Cursor::new(bytes), left)
    }

    fn of(
        path: &Path,
        source: impl Read + Send + Sync + 'static,
        left: u64,
    ) -> Result<Self, CheckpointError> {
        let source = Box::new(source);
        let mut reader = Self { path: path.to_owned(), source, left, at: 0, frames: 0, whole: Digest::new() };
        let words = reader.take(WORDS.len() as u64, "its first words")?;
        if words != WORDS {
            let found = String::from_utf8_lossy(&words).trim_end().escape_default().to_string();
            return Err(reader
                .foreign(format!("a file that begins with \"{found}\""), "\"demerit checkpoint\"".into()));
        }
        let format = reader.number("the number of its format")?;
        if format != FORMAT {
            return Err(reader.foreign(format!("format {format}"), format!("format {FORMAT}")));
        }
        Ok(reader)
    }

    /// The next frame as it stands there, for [`Reader::unpacked`]; unpacked it may have so many bytes.
    pub(super) fn packed(&mut self, most: usize) -> Result<Packed, CheckpointError> {
        let number = self.frames;
        let place = part(number);
        let packed = self.number(&place)?;
        if packed == LAST {
            return Err(self.damaged(&place, "the end of all parts".into(), "a part".into()));
        }
        let unpacked = self.number(&place)?;
        if unpacked as usize > most {
            return Err(self.damaged(&place, format!("{unpacked} bytes"), format!("at most {most}")));
        }
        let bound = zstd::zstd_safe::compress_bound(unpacked as usize);
        if packed as usize > bound {
            return Err(self.damaged(&place, format!("{packed} bytes packed"), format!("at most {bound}")));
        }
        let checksum = self.take(CHECKSUM as u64, &place)?;
        let bytes = self.take(u64::from(packed), &place)?;
        self.whole.bytes(&checksum);
        self.frames += 1;
        Ok(Packed { number, unpacked, checksum, bytes })
    }

    /// Sees that a frame that was read has its checksum.
    pub(super) fn check(&self, frame: &Packed) -> Result<(), CheckpointError> {
        let found = frame.found();
        if frame.checksum == found.as_bytes() {
            return Ok(());
        }
        let found = format!("the checksum {}", short(found.as_bytes()));
        Err(self.damaged(&part(frame.number), found, short(&frame.checksum)))
    }

    /// What was packed in a frame that was read.
    pub(super) fn unpacked(&self, frame: &Packed) -> Result<Vec<u8>, CheckpointError> {
        self.check(frame)?;
        let damaged = |found, expected| Err(self.damaged(&part(frame.number), found, expected));
        let wanted = frame.unpacked as usize;
        match zstd::bulk::decompress(&frame.bytes, wanted) {
            Ok(plain) if plain.len() == wanted => Ok(plain),
            Ok(plain) => damaged(format!("{} bytes", plain.len()), wanted.to_string()),
            Err(error) => damaged(format!("bytes that do not unpack ({error})"), "packed bytes".into()),
        }
    }

    /// The next frame, unpacked.
    pub(super) fn next(&mut self, most: usize) -> Result<Vec<u8>, CheckpointError> {
        let frame = self.packed(most)?;
        self.unpacked(&frame)
    }

    /// Sees that nothing is missing and nothing follows.
    pub(super) fn end(&mut self) -> Result<(), CheckpointError> {
        let place = "its end";
        let last = self.number(place)?;
        if last != LAST {
            return Err(self.damaged(place, "a further part".into(), format!("{} parts", self.frames)));
        }
        let frames = self.take(8, place)?;
        let whole = self.take(CHECKSUM as u64, place)?;
        let found = self.whole.finish();
        if frames != self.frames.to_le_bytes() || whole != found.as_bytes() {
            let found = format!("the checksum {} of all parts", short(found.as_bytes()));
            return Err(self.damaged(place, found, short(&whole)));
        }
        if self.left > 0 {
            return Err(self.damaged(place, format!("{} bytes more", self.left), "none".into()));
        }
        Ok(())
    }

    /// Bytes read so far.
    pub(super) const fn at(&self) -> u64 {
        self.at
    }

    pub(super) fn damaged(&self, place: &str, found: String, expected: String) -> CheckpointError {
        CheckpointError::Damaged { path: self.path.clone(), place: place.to_owned(), found, expected }
    }

    pub(super) fn foreign(&self, found: String, expected: String) -> CheckpointError {
        CheckpointError::Foreign { path: self.path.clone(), found, expected }
    }

    fn number(&mut self, place: &str) -> Result<u32, CheckpointError> {
        let bytes = self.take(4, place)?;
        Ok(bytes.first_chunk().map_or(0, |four| u32::from_le_bytes(*four)))
    }

    fn take(&mut self, count: u64, place: &str) -> Result<Vec<u8>, CheckpointError> {
        if count > self.left {
            return Err(self.damaged(place, format!("{} bytes left", self.left), format!("{count} more")));
        }
        let mut bytes = vec![0; count as usize];
        self.source.read_exact(&mut bytes).map_err(CheckpointError::io("read", &self.path))?;
        self.left -= count;
        self.at += count;
        Ok(bytes)
    }
}

/// How the place of a frame is told.
pub(super) fn part(number: u64) -> String {
    format!("part {}", number + 1)
}

/// The beginning of a checksum, as it is told.
fn short(checksum: &[u8]) -> String {
    format!("{}…", checksum[..8.min(checksum.len())].escape_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAMES: [&[u8]; 3] = [b"the first", b"", &[7; 5000]];

    fn written(path: &Path) -> Vec<u8> {
        let mut writer = Writer::create(path).unwrap();
        for (number, plain) in (0..).zip(FRAMES) {
            writer.put(&Packed::new(number, plain).unwrap()).unwrap();
        }
        let bytes = writer.finish().unwrap();
        let all = std::fs::read(path).unwrap();
        assert_eq!(all.len() as u64, bytes);
        all
    }

    fn read(path: &Path) -> Result<Vec<Vec<u8>>, CheckpointError> {
        let mut reader = Reader::open(path)?;
        let frames = FRAMES.map(|_| reader.next(5000)).into_iter().collect::<Result<_, _>>()?;
        reader.end().map(|()| frames)
    }

    #[test]
    fn what_was_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let bytes = written(&path);
        assert_eq!(read(&path).unwrap(), FRAMES);
        assert!(bytes.len() < 500 && bytes.starts_with(b"demerit checkpoint\n\x05\0\0\0"), "packed");
        let mut reader = Reader::open(&path).unwrap();
        let told = reader.next(8).unwrap_err().to_string();
        assert!(told.ends_with("is damaged in part 1: found 9 bytes, expected at most 8"), "{told}");
    }

    #[test]
    fn every_damaged_byte_and_every_cut_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let bytes = written(&path);
        for place in 0..bytes.len() {
            let mut other = bytes.clone();
            other[place] ^= 1 << (place % 8);
            std::fs::write(&path, &other).unwrap();
            let told = read(&path).unwrap_err();
            let foreign = place < WORDS.len() + 4;
            assert_eq!(matches!(told, CheckpointError::Foreign { .. }), foreign, "byte {place}: {told}");
            std::fs::write(&path, &bytes[..place]).unwrap();
            assert!(matches!(read(&path), Err(CheckpointError::Damaged { .. })), "cut to {place}");
        }
        std::fs::write(&path, [&bytes[..], b"x"].concat()).unwrap();
        let told = read(&path).unwrap_err().to_string();
        assert!(told.ends_with("is damaged in its end: found 1 bytes more, expected none"), "{told}");
    }
}

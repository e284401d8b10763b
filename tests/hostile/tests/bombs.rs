//! Small files that stand for very much: each is refused before it has grown.

use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_study::run;
use demerit_study::run_folder::{FolderError, read_bytes, read_measures};
use demerit_worlds::Size;
use demerit_worlds::manifest::{Manifest, digest_of};
use demerit_worlds::tables::MeasureRow;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Bytes of memory that tables may take here.
const MEMORY: u64 = 64 << 20;

/// A table of measures of this run in which every row is like this one, with another domain and group.
fn measures(run: &Manifest, like: &MeasureRow, rows: usize, text: &str) -> Vec<u8> {
    let texts = |text: &str| -> ArrayRef { Arc::new(StringArray::from(vec![text; rows])) };
    let numbers = || -> ArrayRef { Arc::new(Float64Array::from(vec![2020.0; rows])) };
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("seed", Arc::new(Int64Array::from(vec![4; rows]))),
        ("world", texts(&like.world)),
        ("tick", Arc::new(Int64Array::from(vec![i64::from(like.tick); rows]))),
        ("year", Arc::new(Int64Array::from(vec![i64::from(like.year); rows]))),
        ("week", Arc::new(Int64Array::from(vec![i64::from(like.week); rows]))),
        ("measure", texts(&like.measure)),
        ("domain", texts(text)),
        ("group", texts(text)),
        ("value", numbers()),
        ("weight", numbers()),
        ("unit", texts(&like.unit)),
    ];
    let batch =
        RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, of)| (name, of, false)));
    let packing = Compression::ZSTD(ZstdLevel::default());
    let properties = WriterProperties::builder().set_compression(packing).build();
    let batch = batch.unwrap();
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties)).unwrap();
    writer.write(&batch).unwrap();
    let seal = KeyValue::new("demerit.manifest_digest".to_owned(), run.digest());
    writer.append_key_value_metadata(seal);
    writer.into_inner().unwrap()
}

/// What is said of a run folder with this table in it, and this digest of it in the manifest.
fn told(folder: &Path, run: &Manifest, table: &[u8], digest: String) -> String {
    let mut manifest = run.clone();
    manifest.digests.insert("measures.parquet".to_owned(), digest);
    let file = |name: &str| match name {
        "measures.parquet" => table.to_vec(),
        "manifest.json" => serde_json::to_vec(&manifest).unwrap(),
        name => fs::read(folder.join(name)).unwrap(),
    };
    match read_bytes(MEMORY, &file) {
        Err(FolderError::Foreign { message, .. }) => message,
        other => panic!("{other:?}"),
    }
}

/// A run folder, its manifest and a row of its measures.
fn folder(out: &Path) -> (PathBuf, Manifest, MeasureRow) {
    let study = load::study("no-dark-corner", &NoFiles).unwrap();
    let options = run::RunOptions {
        size: Size { persons: Some(50), years: Some(0.1), seed: Some(4), seeds: 1 },
        threads: Some(1),
        out: out.to_owned(),
        ..run::RunOptions::default()
    };
    let done =
        run::run(&study, &options, &run::Keeping::NEVER, &mut |_| run::Signal::Continue, &|_| Ok(Vec::new()))
            .unwrap();
    let like = read_measures(&done.folder).unwrap().remove(0);
    (done.folder, done.told.manifest, like)
}

#[test]
fn tables_that_unpack_to_very_much_are_refused() {
    let out = tempfile::tempdir().unwrap();
    let (folder, run, like) = folder(out.path());
    let said = |table: &[u8]| told(&folder, &run, table, digest_of(table));
    let many = measures(&run, &like, 3_000_000, "all");
    assert!(many.len() < 110_000, "{} bytes", many.len());
    assert!(said(&many).contains("more memory than the 64 MiB that are free"), "{}", said(&many));
    let long = measures(&run, &like, 10_000, &"long ".repeat(20_000));
    assert!(long.len() < 100_000, "{} bytes", long.len());
    assert!(said(&long).contains("a text of 100000 bytes; at most 512 are read"));
    let changed = fs::read(folder.join("persons.parquet")).unwrap();
    assert!(said(&changed).contains("no column `tick`"), "another table");
}

#[test]
fn a_table_that_was_changed_does_not_have_its_digest() {
    let out = tempfile::tempdir().unwrap();
    let (folder, run, like) = folder(out.path());
    let said = told(&folder, &run, &measures(&run, &like, 1, "all"), "0".repeat(64));
    assert!(said.contains("does not have the digest of the manifest"), "{said}");
}

#[test]
fn a_checkpoint_with_an_endless_part_is_refused() {
    let out = tempfile::tempdir().unwrap();
    let unfinished = out.path().join("run.unfinished");
    fs::create_dir(&unfinished).unwrap();
    let mut file = fs::File::create(unfinished.join("checkpoint")).unwrap();
    file.write_all(b"demerit checkpoint\n\x05\0\0\0").unwrap();
    // Of ten bytes that are packed in four gigabytes, which are not on the disk.
    file.write_all(&[0xfe, 0xff, 0xff, 0xff, 10, 0, 0, 0]).unwrap();
    file.set_len(1 << 40).unwrap();
    let went = run::resume(&unfinished, Some(1), &run::Keeping::NEVER, &mut |_| run::Signal::Stop, &|_| {
        Ok(Vec::new())
    });
    let told = went.unwrap_err().to_string();
    assert!(
        told.contains("is damaged in part 1: found 4294967294 bytes packed, expected at most "),
        "{told}"
    );
}

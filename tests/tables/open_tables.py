"""Opens the tables of a run and of a merged sweep in pandas, polars and DuckDB, as a researcher would.

    python tests/tables/open_tables.py PROGRAM

makes both with the program `demerit`, then holds what its codebook says: whole numbers have a sign, nulls are
nulls, columns tell their unit, twins can be taken off each other, and persons, ledger and measures can be
joined. `cargo xtask test` runs it with the packages of requirements.txt.
"""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.compute as compute
import pyarrow.parquet as parquet

KEYS = ["seed", "tick", "measure", "domain", "group"]
LIFE = ["seed", "world", "person", "life"]
VARIED = "cities.cameras=40,170"


def demerit(program, *words):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == 0, f"demerit {' '.join(map(str, words))}\n{done.stderr}"
    return done.stdout


def made(program, place):
    """A run of two seeds with sheets, and a merged sweep."""
    few = ["--persons", 3000, "--years", 1.5, "--seed", 5]
    demerit(program, "run", "what-was-claimed", *few, "--seeds", 2, "--csv", "--quiet", "--out", place / "runs")
    (run,) = (place / "runs").iterdir()
    plan = place / "plan.json"
    demerit(program, "plan", "what-was-claimed", *few, "--vary", VARIED, "--out", plan)
    demerit(program, "run", "--plan", plan, "--quiet", "--out", place / "shards")
    demerit(program, "merge", place / "shards", "--csv", "--out", place / "swept")
    return run, place / "swept"


def words_and_numbers(path, said):
    """Types, nulls, units and the footer of a table."""
    table = parquet.read_table(path)
    assert table.num_rows > 0, path
    held = parquet.read_metadata(path).metadata
    footer = {key.decode(): value.decode("utf-8", "replace") for key, value in held.items()}
    assert all(footer[f"demerit.{key}"] == value for key, value in said.items()), footer
    order = json.loads(footer["demerit.order"])
    for field in table.schema:
        about = {key.decode(): value.decode() for key, value in (field.metadata or {}).items()}
        assert about["description"].endswith("."), field
        column = table[field.name]
        assert column.null_count == 0 or about["missing"], field
        if pyarrow.types.is_dictionary(field.type):
            held = set(column.unique().to_pylist()) - {None}
            assert "" not in held, f"{path}: {field.name} holds an empty text"
            if field.name in order:
                assert held <= set(order[field.name]), f"{path}: {field.name} has no order"
        elif pyarrow.types.is_floating(field.type):
            assert not compute.any(compute.is_nan(column)).as_py(), field
        else:
            assert field.type in (pyarrow.int64(), pyarrow.bool_()), field
    unit = {field.name: (field.metadata or {}).get(b"unit", b"") for field in table.schema}
    assert unit["tick" if "tick" in unit else "age"] in (b"weeks", b"years")
    return order


def same_everywhere(path):
    """The table in each of the three; their rows and columns agree."""
    here, there = pandas.read_parquet(path, dtype_backend="pyarrow"), polars.read_parquet(path)
    rows, columns = duckdb.sql(f"SELECT * FROM '{path}'").shape
    assert here.shape == there.shape == (rows, columns), path
    assert list(here.columns) == there.columns
    return here, there


def less_twin(path, pandas_table, polars_table, keys, value, worlds):
    """The first of two worlds less the other, by keys, in each of the three; none wraps around."""
    frame = pandas_table[[*keys, "world", value]].astype({name: "string" for name in keys})
    split = [frame[frame.world == name].drop(columns="world") for name in worlds]
    merged = split[0].merge(split[1], on=keys, how="outer", suffixes=("", "_twin"), validate="one_to_one")
    by_pandas = merged[value].fillna(0) - merged[f"{value}_twin"].fillna(0)
    frame = polars_table.select(*keys, polars.col("world").cast(polars.String), value)
    split = [frame.filter(polars.col("world") == name).drop("world") for name in worlds]
    merged = split[0].join(split[1], on=keys, how="full", suffix="_twin", validate="1:1")
    by_polars = (merged[value].fill_null(0) - merged[f"{value}_twin"].fill_null(0)).to_list()
    using = ", ".join(f'"{key}"' for key in keys)
    one, other = (f"(SELECT * FROM '{path}' WHERE world = '{name}')" for name in worlds)
    by_duckdb = duckdb.sql(
        f'SELECT coalesce(a."{value}", 0) - coalesce(b."{value}", 0) '
        f"FROM {one} a FULL JOIN {other} b USING ({using})"
    ).fetchall()
    three = [sorted(map(float, found)) for found in (by_pandas, by_polars, (row[0] for row in by_duckdb))]
    assert len(three[0]) > 0 and three[0] == three[1] == three[2], f"{path}: {value}"
    assert max(map(abs, three[0])) < 1e12, f"{path}: {value} wraps around"
    assert three[0][0] < 0, f"{path}: nothing of {value} goes down"


def joined(folder, tables):
    """Persons, ledger and measures, by the same names for the same things."""
    persons, ledger, measures = (tables[name][0] for name in ("persons", "ledger", "measures"))
    for event, column in (("refused", "refusals"), ("entry", "entries")):
        count = ledger[ledger.event == event].groupby(LIFE, observed=True).size()
        told = persons.set_index(LIFE)[column]
        assert (count.reindex(told.index).fillna(0) == told).all(), f"{column} of the ledger"
    start = int(ledger.year.min())
    for table in (ledger, measures):
        years = table.tick // 52
        assert (table.year == start + years).all() and (table.week == table.tick - 52 * years + 1).all()
    unknown = duckdb.sql(
        f"SELECT count(*) FROM '{folder}/persons.parquet' p ANTI JOIN '{folder}/ledger.parquet' l "
        "USING (seed, world, person, life)"
    ).fetchall()
    assert unknown == [(0,)], "a person without a ledger"
    weeks = duckdb.sql(
        f"SELECT count(*) FROM '{folder}/ledger.parquet' l JOIN '{folder}/measures.parquet' m "
        "USING (seed, world, year, week) WHERE m.measure = 'mean-score' AND l.score_after IS NOT NULL"
    ).fetchall()
    assert weeks[0][0] > 0, "no week of the ledger is one of the measures"
    sizes = tables["persons"][1].group_by("seed", "household").agg(polars.col("household_size").n_unique())
    assert sizes["household_size"].max() == 1, "a household of two sizes"


def sheets(folder, names, tables):
    """The sheets hold what the tables hold, and no formula."""
    for name in names:
        with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
            head, *rows = csv.reader(file)
        here = tables[name][0]
        assert head == list(here.columns) and len(rows) == len(here), name
        texts = [number for number, kind in enumerate(here.dtypes) if "dictionary" in str(kind)]
        cells = {row[number][:1] for row in rows for number in texts}
        assert not cells & {"=", "+", "-", "@", "\t", "\r"}, f"{name}: a formula"
        read = pandas.read_csv(folder / f"{name}.csv", low_memory=False)
        for column in here.columns:
            if pandas.api.types.is_integer_dtype(here[column].dtype):
                assert read[column].astype("Int64").equals(here[column].astype("Int64")), f"{name}: {column}"


def opened(folder, names, said):
    orders = {name: words_and_numbers(folder / f"{name}.parquet", said) for name in names}
    return orders, {name: same_everywhere(folder / f"{name}.parquet") for name in names}


WORLDS = ("regime", "twin")

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        run, swept = made(sys.argv[1], Path(place))
        manifest = json.loads((run / "manifest.json").read_text())
        said = {key: manifest[key] for key in ("version", "study", "study_digest")}
        three = ("measures", "persons", "ledger")
        orders, tables = opened(run, three, {**said, "seeds": "5,6"})
        assert orders["ledger"]["world"] == [world["name"] for world in manifest["worlds"]]
        tiers = [tier["name"] for tier in manifest["worlds"][0]["tiers"]]
        assert orders["persons"]["tier"][: len(tiers)] == tiers
        less_twin(run / "measures.parquet", *tables["measures"], KEYS, "value", WORLDS)
        for column in ("weeks_sanctioned", "entries"):
            less_twin(run / "persons.parquet", *tables["persons"], ["seed", "person"], column, WORLDS[::-1])
        joined(run, tables)
        sheets(run, three, tables)
        merged = json.loads((swept / "merged.json").read_text())
        said = {"version": merged["version"], "plan_digest": merged["plan"], "seeds": "5"}
        _, swept_tables = opened(swept, ("measures",), said)
        less_twin(swept / "measures.parquet", *swept_tables["measures"], ["run_unit", *KEYS], "value", WORLDS)
        sheets(swept, ("measures",), swept_tables)
        units = pandas.read_csv(swept / "units.csv")
        both = swept_tables["measures"][0].merge(units, on="run_unit", validate="many_to_one")
        assert len(both) == len(swept_tables["measures"][0]) and both[units.columns[-1]].nunique() == 2
        rows = sum(len(table[0]) for table in (*tables.values(), *swept_tables.values()))
        print(f"{rows} rows in pandas {pandas.__version__}, polars {polars.__version__}, DuckDB {duckdb.__version__}")

"""Holds the totals of Demerit against those of the second program, over the seeds of a run.

`python compare.py FOLDER` reads the run folder of the reduced study, lives the study with the second program, and prints for each
total both means, their standard error and z as JSON. The difference of the means over its standard error, which is itself estimated
from a few seeds, follows Student's t (Welch 1947); z is the normal deviate that is as rare.
"""

import json
import math
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from figures import of, read
from pyarrow import parquet
from scipy.stats import norm, t
from second import run

# Measures that are read at the end, and not summed over the run.
AT_THE_END = {"mean-score", "mean-deserved", "aware", "accounts-closed"}


def by_engine(folder, seeds, weeks):
    """Totals of each seed from the table of measures: by measure, and by measure and group."""
    columns = ["seed", "measure", "domain", "group", "tick", "value"]
    table = parquet.read_table(Path(folder) / "measures.parquet", columns=columns).to_pydict()
    place = {seed: at for at, seed in enumerate(seeds)}
    whole, parts = defaultdict(lambda: np.zeros(len(seeds))), defaultdict(lambda: np.zeros(len(seeds)))
    for seed, measure, domain, group, tick, value in zip(*(table[name] for name in columns)):
        if value is None or measure in AT_THE_END and tick != weeks - 1:
            continue
        if (domain or "all") == "all" and (group or "all") == "all":
            whole[measure][place[seed]] += value
        else:
            parts[measure][place[seed]] += value
            parts[f"{measure} {group}"][place[seed]] += value
    # What is told in parts alone is the sum of its parts.
    return {**parts, **whole}


def deviate(one, other):
    """The standard error of the difference of two means, and z; None where neither varies and the two differ."""
    of_one, of_other = (values.var(ddof=1) / len(values) for values in (one, other))
    error, off = math.sqrt(of_one + of_other), other.mean() - one.mean()
    if error == 0:
        return error, 0.0 if off == 0 else None
    freedom = (of_one + of_other) ** 2 / (of_one**2 / (len(one) - 1) + of_other**2 / (len(other) - 1))
    return error, math.copysign(norm.isf(t.sf(abs(off) / error, freedom)), off)


def compared(engine, second):
    rows = []
    for name, values in second.items():
        one, other = np.asarray(engine.get(name, np.zeros(len(values)))), np.asarray(values)
        if not one.any() and not other.any():
            continue
        error, z = deviate(one, other)
        rows.append({"total": name, "engine": one.mean(), "second": other.mean(), "error": error, "z": z})
    return rows


def main(folder):
    resolved, seeds, weeks = read(folder)
    figures = of(resolved)
    lived = [run(resolved, figures, weeks, seed) for seed in seeds]
    second = {name: [totals[name] for totals in lived] for name in lived[0]}
    print(json.dumps(compared(by_engine(folder, seeds, weeks), second)))


if __name__ == "__main__":
    main(*sys.argv[1:])

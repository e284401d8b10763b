#!/usr/bin/env bash
# One shard of a plan for each task of a Slurm array. See README.md beside this file.
#SBATCH --job-name=demerit
#SBATCH --array=1-8
#SBATCH --cpus-per-task=4
#SBATCH --mem=8G
#SBATCH --time=12:00:00
#SBATCH --requeue
#SBATCH --signal=B:TERM@120
set -euo pipefail

program=${DEMERIT:-demerit}
plan=${PLAN:-plan.json}
out=${OUT:-shards}
task=${SLURM_ARRAY_TASK_ID:?this runs as a task of a Slurm array: sbatch --array=1-8 array.sh}
# When some tasks are submitted again, SHARDS has to say how many there were.
shards=${SHARDS:-${SLURM_ARRAY_TASK_COUNT:?SHARDS says how many shards there are}}

# Slurm's TERM goes to this script, which hands it on.
"$program" run --plan "$plan" --shard "$task/$shards" --out "$out" \
    --threads "${SLURM_CPUS_PER_TASK:-1}" --quiet &
running=$!
trap 'kill -TERM "$running"' TERM
code=0
wait "$running" || code=$?
trap - TERM
# A wait that a signal broke off says nothing of the program: what it ended with comes from waiting again.
if [ "$code" -gt 128 ]; then
    code=0
    wait "$running" || code=$?
fi
exit "$code"

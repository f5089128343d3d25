#!/usr/bin/env bash
# Takes report.json out of the artifact `report` of a workflow run, and nothing else of it: whoever opened the pull request wrote
# that archive. Both sizes are limited, no name in the archive becomes a path, and a link in it becomes plain text.
# Usage: fetch-report.sh RUN_ID FOLDER, with `gh` and its GH_TOKEN.
set -euo pipefail
run=$1 folder=$2
most=$((20 * 1024 * 1024))
[[ $run =~ ^[0-9]+$ ]] || { echo "$run is no workflow run" >&2; exit 1; }
mkdir -p "$folder"

# Each attempt of a run leaves one: the newest counts.
read -r artifact size < <(gh api "repos/$GITHUB_REPOSITORY/actions/runs/$run/artifacts?name=report" \
  --jq '.artifacts | map(select(.expired | not)) | max_by(.id) // empty | "\(.id) \(.size_in_bytes)"') \
  || { echo "run $run has no report: it failed before it could write one" >&2; exit 1; }
[[ $artifact =~ ^[0-9]+$ && $size =~ ^[0-9]+$ ]] || { echo "GitHub describes the artifact in an unknown way" >&2; exit 1; }
((size <= most)) || { echo "the artifact has $size bytes, more than $most" >&2; exit 1; }

archive=$(mktemp)
trap 'rm -f "$archive"' EXIT
gh api "repos/$GITHUB_REPOSITORY/actions/artifacts/$artifact/zip" | head -c "$((most + 1))" > "$archive"
# One byte more than allowed shows the reader that the rest was cut off.
(unzip -p "$archive" report.json || true) | head -c "$((most + 1))" > "$folder/report.json"
[ -s "$folder/report.json" ] || { echo "the artifact has no report.json" >&2; exit 1; }

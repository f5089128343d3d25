#!/usr/bin/env bash
# Keeps one pull request open that releases the environments that notes speak of; where no note waits, tags what was released.
# Runs on the main branch's newest commit, with `gh`, its GH_TOKEN, and a remote that takes pushes.
set -euo pipefail
# npx, asked in a folder that npm takes for another root, would fetch whatever has that name.
PATH=$PWD/node_modules/.bin:$PATH
branch=release/environments
bot=(-c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com")
body=$(mktemp)
trap 'rm -f "$body"' EXIT

notes=$(find environments/.changeset -maxdepth 1 -name '*.md' ! -name README.md)
if [ -z "$notes" ]; then
  (cd environments && changeset git-tag)
  git push origin --tags
  exit
fi

npm run --silent version
git switch --quiet --force-create "$branch"
git add --all environments
git "${bot[@]}" commit --quiet --message "Release environments"
# Only this script writes that branch.
git push --force origin "$branch"

{
  echo "Merging this releases what the notes tell; the versions and changelogs are written from them."
  git show --format= --unified=0 -- 'environments/*/CHANGELOG.md' | sed -n -e '/^+++/d' -e 's/^+//p'
} | head -c 60000 > "$body"
# By the owner of the branch: a fork's branch may have the same name, and its pull request must not become this one.
open="repos/$GITHUB_REPOSITORY/pulls?state=open&base=main&head=${GITHUB_REPOSITORY%%/*}:$branch"
number=$(gh api "$open" --jq '.[0].number // empty')
if [ -n "$number" ]; then
  gh pr edit "$number" --body-file "$body"
else
  gh pr create --head "$branch" --base main --title "Release environments" --body-file "$body"
fi

#!/usr/bin/env bash
# Keeps one pull request open that releases all environments with change notes. Without notes, it tags the released versions.
# Runs on the newest commit of the main branch and needs `gh`, its GH_TOKEN, and a remote that accepts pushes.
set -euo pipefail
# In a folder with its own npm root, npx would download any package of that name.
PATH=$PWD/node_modules/.bin:$PATH
branch=release/environments
bot=(-c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com")
body=$(mktemp)
trap 'rm -f "$body"' EXIT

# Stops here when the configuration names a module of its own.
env -u GH_TOKEN node tools/bots/bin/check-changeset-config.ts

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
  echo "Merging this releases the changes in the notes. Versions and changelogs come from them."
  git show --format= --unified=0 -- 'environments/*/CHANGELOG.md' | sed -n -e '/^+++/d' -e 's/^+//p'
} | head -c 60000 > "$body"
# Filtered by owner, because a fork can have a branch of the same name.
open="repos/$GITHUB_REPOSITORY/pulls?state=open&base=main&head=${GITHUB_REPOSITORY%%/*}:$branch"
number=$(gh api "$open" --jq '.[0].number // empty')
if [ -n "$number" ]; then
  gh pr edit "$number" --body-file "$body"
else
  gh pr create --head "$branch" --base main --title "Release environments" --body-file "$body"
fi

#!/bin/sh
# Checks changed rules and says who would be judged otherwise: before a commit, or in CI.
#
#   check-rules.sh              what is staged, against the last commit (as .git/hooks/pre-commit)
#   check-rules.sh origin/main  the last commit, against what it branched off from (in CI)
#
# ADVISOR is how the program is started; RULES where the folder of programmes lies in the repository.
set -eu
advisor=${ADVISOR:-java -jar readiness-advisor.jar}
rules=${RULES:-rules}

cd "$(git rev-parse --show-toplevel)"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/before" "$work/after"

if [ $# -eq 0 ]; then
  base=HEAD
  changed=$(git diff --cached --name-only -- "$rules")
  git checkout-index --all --prefix="$work/after/"
else
  base=$(git merge-base "$1" HEAD)
  changed=$(git diff --name-only "$base" HEAD -- "$rules")
  git archive HEAD "$rules" | tar -x -C "$work/after"
fi
[ -n "$changed" ] || exit 0
git archive "$base" "$rules" | tar -x -C "$work/before"

$advisor check --rules "$work/after/$rules"
$advisor test --rules "$work/after/$rules"

for cohort in "$work/after/$rules"/*/*/cohort-*.csv; do
  [ -e "$cohort" ] || continue
  edition=${cohort#"$work/after/$rules/"}
  edition=${edition%/*}
  if [ -d "$work/before/$rules/$edition" ] && echo "$changed" | grep -q -e "^$rules/$edition/" -e "^$rules/questions.yaml$"; then
    echo "== $edition: ${cohort##*/}"
    $advisor impact "$edition" "$cohort" --from "$work/before/$rules" --to "$work/after/$rules"
  fi
done

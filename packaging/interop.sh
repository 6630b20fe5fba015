#!/usr/bin/env bash
# Makes .venv-NAME with other people's programs in it, for `make test-interop`. Where that can't be, it says so in one
# line, which the tests that are then skipped repeat (.venv-NAME/why), and ends well.
# Usage: PYTHON=python3 interop.sh NAME REQUIREMENTS|FOLDER_WITH_package.json
set -euo pipefail

name=$1 wanted=$2 place=.venv-$1
if [[ -d $wanted ]]; then stamp=$(cat "$wanted"/* | cksum); else stamp=$(cksum <"$wanted"); fi
[[ $(cat "$place/made" 2>/dev/null) == "$(pwd -P) $stamp" ]] && exit

rm -rf "$place"
mkdir -p "$place"
log=$place/log
skip() {
    echo "$*" >"$place/why"
    echo "$name: not tested: $* ($log has all the words)"
    exit 0
}

echo "Making $place"
if [[ -d $wanted ]]; then
    command -v npm >/dev/null || skip "npm is not there"
    cp "$wanted"/*.json "$wanted"/*.mjs "$place"
    (cd "$place" && npm ci --no-audit --no-fund --ignore-scripts) >"$log" 2>&1 || skip "npm could not install $wanted"
else
    for base in python3.11 python3.12 "${PYTHON:-python3}" python3; do  # what is locked is of 2026, some of it older
        "$base" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && break
        base=
    done
    [[ $base ]] || skip "no Python from 3.11 to 3.13"
    "$base" -m venv "$place" >"$log" 2>&1 || skip "$base cannot make a virtual environment"
    python=$place/bin/python
    "$python" -m pip --disable-pip-version-check install --require-hashes -r "$wanted" >"$log" 2>&1 ||
        skip "$(grep -m1 '^ERROR' "$log" || echo "pip could not install $wanted")"
fi
echo "$(pwd -P) $stamp" >"$place/made"

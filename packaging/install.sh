#!/usr/bin/env bash
# Makes the virtual environment and installs locked versions and Dépêche itself into it, quietly.
# Usage: PYTHON=python3 install.sh VENV VENV_PYTHON REQUIREMENTS
set -euo pipefail

venv=$1 python=$2 requirements=$3
supported='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'

fail() {
    echo "$*" >&2
    exit 1
}

find_python() {
    for candidate in "${PYTHON:-python3}" python3.13 python3.12 python3.11 python; do
        if command -v "$candidate" >/dev/null && "$candidate" -c "$supported" 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    fail "Dépêche needs Python 3.11, 3.12 or 3.13, and none was found (${PYTHON:-python3} is" \
        "$("${PYTHON:-python3}" --version 2>&1 || true)): install one, then run make setup PYTHON=/path/to/python3.13"
}

# A virtual environment holds absolute paths: one that was moved or copied with its checkout is made again.
made_for=$(cat "$venv/.checkout" 2>/dev/null || pwd -P)
if [[ $made_for != "$(pwd -P)" ]] || ! "$python" -c "$supported" 2>/dev/null || ! "$python" -m pip --version >/dev/null 2>&1; then
    base=$(find_python)
    echo "Making $venv with $("$base" --version)"
    "$base" -m venv --clear "$venv" ||
        fail "$base cannot make a virtual environment: install its venv module (Debian, Ubuntu: python3-venv)."
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
run_pip() {
    "$python" -m pip --disable-pip-version-check --quiet install "$@" >"$log" 2>&1 && return
    if grep -qE 'ConnectionError|ConnectTimeout|ReadTimeout|ResolutionError|ProxyError|SSLError|unreachable' "$log"; then
        fail "The packages of $requirements could not be downloaded: check the network (and pip's own settings, such as a" \
            "proxy), then run make again."
    fi
    cat "$log" >&2
    fail "The packages of $requirements could not be installed: pip's own words are above."
}

echo "Installing $requirements"
run_pip --require-hashes --only-binary :all: -r "$requirements"
run_pip --no-deps --no-build-isolation --editable .
pwd -P >"$venv/.checkout"

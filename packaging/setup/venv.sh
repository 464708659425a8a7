#!/usr/bin/env bash
# venv.sh base|dev|package: prepares .venv with the locked dependencies and the `vigie` command, and the system
# libraries that Qt needs. `base` is what the program needs, `dev` adds tests, lint and training. `package` prepares
# .venv-package instead: the base and PyInstaller alone, so that nothing else can slip into what is shipped.
# Returns at once when nothing has changed since the last time; asks the network only for what is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/setup/apt.sh

kind=${1:-base} venv=.venv
case $kind in
    base) lock=requirements.lock ;;
    dev) lock=requirements-dev.lock ;;
    package) lock=requirements-package.lock venv=.venv-package ;;
    *) echo "usage: venv.sh base|dev|package" >&2; exit 2 ;;
esac

digest() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }  # macOS has the second

# Everything that decides what the environment holds. An environment cannot be moved, hence the path.
state() {
    { pwd; cat pyproject.toml "$1" packaging/setup/venv.sh packaging/setup/missing_libraries.py; } | digest | cut -d' ' -f1
}
ready() { [ -x $venv/bin/vigie ] && [ "$(cat "$venv/.vigie-$1" 2>/dev/null)" = "$(state "$2")" ]; }

ready "$kind" "$lock" && exit 0
[ "$kind" = base ] && ready dev requirements-dev.lock && exit 0

usable() {
    "$1" -c 'import sys; sys.exit(not (sys.version_info >= (3, 11)))' 2>/dev/null
}

find_python() {
    local candidate
    # 3.11 first: it is what the lock was resolved for and what the tests run on.
    for candidate in ${PYTHON:-} python3.11 python3 python3.12 python3.13 python3.14; do
        if usable "$candidate"; then echo "$candidate"; return 0; fi
    done
    return 1
}

if ! { [ -x $venv/bin/python ] && usable $venv/bin/python && $venv/bin/python -m pip --version >/dev/null 2>&1; }; then
    python=$(find_python) || { need python3 python3-venv; python=$(find_python); } || {
        echo "set-up: Vigie needs Python 3.11 or later; set PYTHON=/path/to/python and try again" >&2
        exit 3
    }
    # Debian splits venv off its Python.
    "$python" -c 'import ensurepip, venv' 2>/dev/null || need python3-venv
    echo "set-up: creating $venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
fi

echo "set-up: installing the locked dependencies ($lock)"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
$venv/bin/python -m pip install -qq --require-hashes -r "$lock"
# No isolation and no dependencies: all that the build needs is in the lock.
$venv/bin/python -m pip install -qq --no-deps --no-build-isolation --editable . 2>$venv/install.log || {
    cat $venv/install.log >&2
    exit 3
}

# shellcheck disable=SC2207  # package names have no spaces, and macOS has no mapfile
packages=($($venv/bin/python packaging/setup/missing_libraries.py))
if [ ${#packages[@]} -gt 0 ]; then
    need "${packages[@]}" || libraries=missing
    # Fonts can be lived without; a library that the loader does not find cannot.
    if [ -n "${libraries:-}" ] && $venv/bin/python -c 'import PySide6.QtWidgets' 2>/dev/null; then
        echo "set-up: going on, since the window can be drawn without them" >&2
    elif [ -n "${libraries:-}" ]; then
        echo "set-up: the window cannot open before that; the command line works" >&2
    fi
fi
[ -n "${libraries:-}" ] || state "$lock" >"$venv/.vigie-$kind"
echo "set-up: $venv/bin/vigie is ready"

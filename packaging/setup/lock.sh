#!/usr/bin/env bash
# lock.sh: resolves pyproject.toml anew into requirements.lock, -dev.lock and -package.lock: newest versions within
# the ranges, for every platform and Python from 3.11 on, with hashes and without any download address.
set -euo pipefail
cd "$(dirname "$0")/../.."

compile() {
    .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --upgrade \
        --generate-hashes --no-header --no-emit-index-url --no-emit-find-links "$@"
}
compile --group build --output-file requirements.lock
# The same versions as the base, plus what tests, lint and training need.
compile --group build --group dev --group model --constraint requirements.lock --output-file requirements-dev.lock
# The same versions again, plus what makes packages of them.
compile --group build --group package --constraint requirements.lock --output-file requirements-package.lock
if grep -nE '[a-z]+://| @ ' requirements*.lock; then
    echo "lock: a download address has slipped in" >&2
    exit 1
fi
.venv/bin/python packaging/supply/changed.py

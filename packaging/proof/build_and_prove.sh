#!/usr/bin/env bash
# build_and_prove.sh: the .deb built from this checkout, looked through by lintian where it is installed, and proven in a
# minimal Debian. Exit code 0 when all holds, 1 when something does not, 3 where this machine lacks what it takes; --able only
# says the last.
set -euo pipefail
cd "$(dirname "$0")/../.."

python3 packaging/proof/prove.py --able || exit 3
if ! [ -x .venv-package/bin/pyinstaller ]; then
    echo "proof: not tried: no .venv-package (make setup-package)"
    exit 3
fi
[ "${1:-}" != --able ] || exit 0
rm -rf build/ci
mkdir -p build/ci
.venv-package/bin/python packaging/build.py --output build/ci --work build/ci/work
if command -v lintian >/dev/null; then
    lintian --fail-on error,warning build/ci/vigie_*.deb
    echo "package: lintian finds no error and no warning"
else
    echo "package: no lintian here, not looked through"
fi
code=0
python3 packaging/proof/prove.py build/ci/vigie_*.deb || code=$?
[ $code != 0 ] || rm -rf build/ci
exit $code

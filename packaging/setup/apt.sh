# shellcheck shell=bash
# apt.sh: sourced by the set-up scripts. `need PACKAGE...` installs Debian packages when we are root and apt is
# there; otherwise it prints the one line to run and returns 1. Asks the network for nothing that is installed.

need() {
    local missing=() package
    for package in "$@"; do
        # Only what is fully installed counts, not what was removed and left its settings behind.
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local line="apt-get install -y --no-install-recommends ${missing[*]}"
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "set-up: installing ${missing[*]}"
        # RUNLEVEL=1: packages of servers must not start them; the tests start private ones.
        export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
        # The lists of a fresh machine are empty or old; a failed update may still leave usable ones.
        if [ -z "${VIGIE_APT_UPDATED:-}" ]; then
            apt-get update -qq || echo "set-up: apt-get update failed, trying with the lists at hand" >&2
            export VIGIE_APT_UPDATED=1
        fi
        $line -qq >/dev/null
    else
        {
            echo "set-up: this machine lacks some system packages. On Debian or Ubuntu run once:"
            echo
            echo "    sudo apt-get update && sudo $line"
            echo
        } >&2
        return 1
    fi
}

#!/usr/bin/env bash
# Proves the README's two commands on a bare machine: a Debian 12 in a folder, with nothing in it but git and a shell.
# Needs root, debootstrap and git. Exit status: 0 proved; 1 a command failed or missed its limit; 2 no root.
set -euo pipefail

[ "$(id -u)" -eq 0 ] || { echo "fresh needs root: it mounts, and enters a root folder of its own" >&2; exit 2; }
checkout=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d /tmp/anamnesis-fresh-XXXXXX)

# Mounts are made in a namespace and end with it. Were one here all the same, nothing behind it may be removed.
clean_up() {
    [ -z "${guest:-}" ] || { kill -KILL "$guest" && wait "$guest"; } 2>/dev/null || true
    if grep -q " $folder" /proc/self/mounts; then
        echo "something is mounted below $folder; it was left there" >&2
    else
        rm -rf --one-file-system "$folder"
    fi
}
trap clean_up EXIT
trap 'exit 1' INT TERM

git -c safe.directory="$checkout" -C "$checkout" bundle create --quiet "$folder/checkout.bundle" HEAD
unshare --mount --pid --fork --kill-child --mount-proc "$checkout/tests/fresh/commands.sh" "$folder" &
guest=$!
status=0
wait "$guest" || status=$?
guest=
exit "$status"

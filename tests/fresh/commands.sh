#!/usr/bin/env bash
# commands.sh FOLDER: makes a bare Debian 12 in FOLDER, clones FOLDER/checkout.bundle in it, and times the commands.
# Run by fresh.sh, in a namespace whose mounts and processes end with it.
set -euo pipefail
folder=$1
machine=$folder/machine
output=$folder/serve.out
cache=${XDG_CACHE_HOME:-$HOME/.cache}/anamnesis/debootstrap

serve_ms_max=720000  # the first start: packages, build and all
restart_ms_max=2000

now_ms() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }

# The host's own mirror and proxy, where it has them.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 'Codename: bookworm' 2>/dev/null | head -n 1)
eval "$(apt-config shell proxy Acquire::http::Proxy)"
export http_proxy=${proxy:-${http_proxy:-}}

inside() {
    exec env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin ${http_proxy:+http_proxy="$http_proxy"} \
        chroot "$machine" sh -c "$1"
}

make_machine() {
    mkdir -p "$cache"
    debootstrap --variant=minbase --include=git --cache-dir="$cache" bookworm "$machine" \
        "${mirror:-http://deb.debian.org/debian}"
    mountpoint --quiet "$machine/proc" || mount -t proc proc "$machine/proc"
    mv "$folder/checkout.bundle" "$machine/root/"
    (inside "git clone --quiet /root/checkout.bundle /root/anamnesis")
}

# The health of the server whose "listening on http://HOST:PORT" is in the output; bash's own socket, no curl.
answers() {
    local url host port
    url=$(sed -n 's|^listening on http://||p' "$output")
    host=${url%:*} port=${url##*:}
    [ -n "$url" ] || return 1
    (exec 3<>"/dev/tcp/$host/$port" && printf 'GET /healthz HTTP/1.0\r\nHost: %s\r\n\r\n' "$url" >&3 &&
        head -n 1 <&3 | grep -q ' 200 ') 2>/dev/null
}

ended_by_itself() {
    tail -n 20 "$output" >&2
    echo "./dev serve ended by itself" >&2
    exit 1
}

# Starts the server, waits until it answers, stops it; `taken_ms` is the wait.
time_serve() {
    local start server
    : >"$output"
    start=$(now_ms)
    inside "cd /root/anamnesis && exec ./dev serve --listen 127.0.0.1:0" >"$output" &
    server=$!
    until answers; do
        kill -0 "$server" 2>/dev/null || ended_by_itself
        sleep 0.1
    done
    taken_ms=$(($(now_ms) - start))
    kill -TERM "$server"
    wait "$server"
}

# report NAME MS [MS_MAX]
report() {
    local limit="" missed=""
    [ -z "${3:-}" ] || limit="(limit $(($3 / 1000)) s)"
    [ -z "${3:-}" ] || [ "$2" -lt "$3" ] || missed=MISSED
    printf '%-26s %4d.%d s  %s %s\n' "$1" $(($2 / 1000)) $(($2 % 1000 / 100)) "$limit" "$missed"
    [ -z "$missed" ] || failed=1
}

failed=0
make_machine
time_serve
first_ms=$taken_ms
time_serve
second_ms=$taken_ms
start=$(now_ms)
(inside "cd /root/anamnesis && exec ./dev test")
test_ms=$(($(now_ms) - start))

echo
report "./dev serve, first time" "$first_ms" "$serve_ms_max"
report "./dev serve, once more" "$second_ms" "$restart_ms_max"
report "./dev test" "$test_ms"
exit "$failed"

#!/usr/bin/env bash
# Install Debian packages as root or through sudo without questions; otherwise print the line to run and stop.
set -euo pipefail

line="apt-get update && apt-get install -y --no-install-recommends $*"
if [ "$(id -u)" = 0 ]; then
    DEBIAN_FRONTEND=noninteractive bash -c "$line" >/dev/null
elif sudo -n true 2>/dev/null; then
    sudo DEBIAN_FRONTEND=noninteractive bash -c "$line" >/dev/null
else
    echo "Something is missing on this machine. Run this as root, then make again:" >&2
    echo "    $line" >&2
    exit 1
fi

#!/usr/bin/env bash
# Make .venv with the machine's python3. Plain Debian brings python3 without ensurepip: install python3-venv, or say so.
set -euo pipefail

if [ -x .venv/bin/python ]; then exit 0; fi

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "CountyScope needs Python 3.11 or later as python3. Install it and run make again." >&2
    exit 1
fi

if ! python3 -c 'import ensurepip' 2>/dev/null; then
    tools/install_packages.sh python3-venv
fi

python3 -m venv .venv

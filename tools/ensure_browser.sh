#!/usr/bin/env bash
# Chromium and a Chinese font, for the browser tests.
set -euo pipefail

wanted=()
command -v chromium >/dev/null || wanted+=(chromium)
if ! command -v fc-list >/dev/null || [ -z "$(fc-list :lang=zh family)" ]; then wanted+=(fontconfig fonts-noto-cjk); fi
if [ ${#wanted[@]} -gt 0 ]; then tools/install_packages.sh "${wanted[@]}"; fi

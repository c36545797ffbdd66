#!/usr/bin/env bash
# Programs that make documents as other people's computers do, for the tests of reading them, and the proxy of deploy/.
set -euo pipefail

wanted=()
if ! command -v soffice >/dev/null && ! command -v libreoffice >/dev/null; then
    wanted+=(libreoffice-writer-nogui libreoffice-calc-nogui)
fi
command -v pandoc >/dev/null || wanted+=(pandoc)
if ! command -v pdftotext >/dev/null || ! command -v pdftoppm >/dev/null; then wanted+=(poppler-utils); fi
if ! command -v nginx >/dev/null && [ ! -x /usr/sbin/nginx ]; then wanted+=(nginx-light); fi
if [ ${#wanted[@]} -gt 0 ]; then tools/install_packages.sh "${wanted[@]}"; fi

"""Start the dashboard: Streamlit on this machine only, on a port that is checked to be free first."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from analytics.errors import SelectionError

ADDRESS = "127.0.0.1"
_LAST_PORT = 65_535
HOSTS = "COUNTYSCOPE_HOSTS"
"""Where the environment names the hosts beside this machine's, parted by commas."""
FRAMES = "COUNTYSCOPE_FRAMES"
"""Where it names the sites in whose pages a chart may stand."""
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+?)\.?(:\d{1,5})?")


def name_of_host(host: str) -> str | None:
    """The name of a host as browsers send it, without port and in lower case; None where it is none."""
    found = _HOST.fullmatch(host.lower())
    return found[1] if found else None


def check(port: int, hosts: Sequence[str] = ()) -> None:
    """SelectionError where there is no such port, it is taken, ``app.py`` is not here, or one of ``hosts`` is no
    name."""
    if not 1 <= port <= _LAST_PORT:
        raise SelectionError("port_unknown", port=str(port), last=str(_LAST_PORT))
    for host in hosts:
        if name_of_host(host) != host.lower():
            raise SelectionError("host_name", host=host)
    if not is_free(port):
        raise SelectionError("port_in_use", port=port, other=find_free_port(port))
    if not Path("app.py").is_file():
        raise SelectionError("app_missing")


def serve(*, port: int, warehouse: Path, raw: str, hosts: Sequence[str] = (), frames: Sequence[str] = ()) -> None:
    """Replace this process by Streamlit serving ``app.py``, under this machine's names and those of ``hosts``; its
    charts may stand in pages of ``frames``."""
    os.environ["COUNTYSCOPE_WAREHOUSE"], os.environ["COUNTYSCOPE_RAW"] = str(warehouse), raw
    os.environ[HOSTS] = ",".join(host.lower() for host in hosts)
    os.environ[FRAMES] = ",".join(host.lower() for host in frames)
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        f"--server.port={port}",
        f"--server.address={ADDRESS}",
    ]
    os.execv(sys.executable, command)


def is_free(port: int) -> bool:
    """Whether nothing listens on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def find_free_port(port: int) -> int:
    """The next free port above, for the sentence that suggests one."""
    return next((candidate for candidate in range(port + 1, _LAST_PORT + 1) if is_free(candidate)), port)

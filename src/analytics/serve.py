"""Start the dashboard: on this machine only unless told otherwise, on a port that is checked to be free first.

The application runs under uvicorn, which gives every connection TCP_NODELAY. ``streamlit run`` (1.67) binds a socket of
its own without it, and each rerun then waits some 40 ms for a packet to be acknowledged.
"""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Sequence
from ipaddress import ip_address
from pathlib import Path

from analytics.errors import SelectionError

ADDRESS = "127.0.0.1"
_LAST_PORT = 65_535
_MESSAGE_BYTES = 200 * 1024 * 1024
HOSTS = "COUNTYSCOPE_HOSTS"
"""Where the environment names the hosts beside this machine's, parted by commas."""
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+?)\.?(:\d{1,5})?")


def name_of_host(host: str) -> str | None:
    """The name of a host as browsers send it, without port and in lower case; None where it is none."""
    found = _HOST.fullmatch(host.lower())
    return found[1] if found else None


def check(port: int, hosts: Sequence[str] = (), *, address: str = ADDRESS, is_open: bool = False) -> None:
    """SelectionError where there is no such port, it is taken, ``app.py`` is not here, one of ``hosts`` is no name,
    or ``address`` is none of this machine's own. An address that others reach has to be ``is_open``: nobody signs
    in."""
    _check_address(address, is_open=is_open)
    if not 1 <= port <= _LAST_PORT:
        raise SelectionError("port_unknown", port=str(port), last=str(_LAST_PORT))
    for host in hosts:
        if name_of_host(host) != host.lower():
            raise SelectionError("host_name", host=host)
    if not is_free(port, address):
        raise SelectionError("port_in_use", port=port, other=find_free_port(port, address))
    if not Path("app.py").is_file():
        raise SelectionError("app_missing")


def _check_address(address: str, *, is_open: bool) -> None:
    try:
        is_own = ip_address(address).is_loopback
    except ValueError as reason:
        raise SelectionError("address_unknown", address=address) from reason
    if not is_own and not is_open:
        raise SelectionError("address_open", address=address)


def serve(*, port: int, warehouse: Path, raw: str, hosts: Sequence[str] = (), address: str = ADDRESS) -> None:
    """Replace this process by the server of ``app.py`` at ``address``, under this machine's names and those of
    ``hosts``."""
    os.environ["COUNTYSCOPE_WAREHOUSE"], os.environ["COUNTYSCOPE_RAW"] = str(warehouse), raw
    os.environ[HOSTS] = ",".join(host.lower() for host in hosts)
    os.environ["STREAMLIT_SERVER_PORT"] = str(port)
    os.execv(sys.executable, list_server_words(port, address))


def write_origin(address: str, port: int) -> str:
    """Where a browser finds the pages."""
    return f"http://[{address}]:{port}" if ":" in address else f"http://{address}:{port}"


def list_server_words(port: int, address: str = ADDRESS) -> list[str]:
    """The command that serves ``app.py`` of the current folder; its options for websockets are Streamlit's own."""
    command = [sys.executable, "-m", "uvicorn", "app:app", "--host", address, "--port", str(port)]
    websockets = [
        "--ws",
        "websockets-sansio",
        "--ws-max-size",
        str(_MESSAGE_BYTES),
        "--ws-per-message-deflate",
        "false",
    ]
    pings = ["--ws-ping-interval", "30", "--ws-ping-timeout", "30"]
    return [*command, *websockets, *pings, "--no-access-log", "--log-level", "warning"]


def is_free(port: int, address: str = ADDRESS) -> bool:
    """Whether nothing listens on the port."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def find_free_port(port: int, address: str = ADDRESS) -> int:
    """The next free port above, for the sentence that suggests one."""
    return next((candidate for candidate in range(port + 1, _LAST_PORT + 1) if is_free(candidate, address)), port)

"""Start the dashboard: on this machine only unless told otherwise, on a port that is checked to be free first.

The application runs under uvicorn, which gives every connection TCP_NODELAY. ``streamlit run`` (1.67) binds a socket of
its own without it, and each rerun then waits some 40 ms for a packet to be acknowledged.
"""

from __future__ import annotations

import os
import re
import socket
import sys
from dataclasses import KW_ONLY, dataclass
from ipaddress import ip_address
from pathlib import Path

from analytics.errors import SelectionError

ADDRESS = "127.0.0.1"
APPLICATION = "analytics.dashboard.app:make_app"
_LAST_PORT = 65_535
_MESSAGE_BYTES = 200 * 1024 * 1024
HOSTS = "COUNTYSCOPE_HOSTS"
"""Where the environment names the hosts beside this machine's, parted by commas."""
FRAMES = "COUNTYSCOPE_FRAMES"
"""Where it names the sites in whose pages a chart may stand."""
REVIEW = "COUNTYSCOPE_REVIEW"
"""Where it says whether readers may write into the collection: 1 all of them, 0 nobody."""
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+?)\.?(:\d{1,5})?")


def name_of_host(host: str) -> str | None:
    """The name of a host as browsers send it, without port and in lower case; None where it is none."""
    found = _HOST.fullmatch(host.lower())
    return found[1] if found else None


@dataclass(frozen=True, slots=True)
class Reach:
    """Who reaches the server: the ``address`` and ``port`` it listens at, the names of ``hosts`` it answers to beside
    this machine's, the sites in whose pages (``frames``) its charts may stand. ``is_open`` says that everybody who
    reaches the address may come in, ``may_write`` whether readers may write into the collection: without it those on
    this machine, where no other host is named."""

    port: int
    _: KW_ONLY
    address: str = ADDRESS
    hosts: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    is_open: bool = False
    may_write: bool | None = None

    @property
    def origin(self) -> str:
        """Where a browser finds the pages."""
        return f"http://[{self.address}]:{self.port}" if ":" in self.address else f"http://{self.address}:{self.port}"


def check(reach: Reach) -> None:
    """SelectionError where there is no such port, it is taken, a host is no name, or the address is none, or one that
    others reach though it is not said to be open."""
    if not 1 <= reach.port <= _LAST_PORT:
        raise SelectionError("port_unknown", port=str(reach.port), last=str(_LAST_PORT))
    for host in (*reach.hosts, *reach.frames):
        if name_of_host(host) != host.lower():
            raise SelectionError("host_name", host=host)
    _check_address(reach)
    if not is_free(reach.port, reach.address):
        raise SelectionError("port_in_use", port=reach.port, other=find_free_port(reach.port, reach.address))


def _check_address(reach: Reach) -> None:
    try:
        is_own = ip_address(reach.address).is_loopback
    except ValueError as reason:
        raise SelectionError("address_unknown", address=reach.address) from reason
    if not is_own and not reach.is_open:
        raise SelectionError("address_open", address=reach.address)


def serve(reach: Reach, warehouse: Path, raw: str) -> None:
    """Replace this process by the server of the dashboard, with a warehouse and the documents behind it."""
    os.environ["COUNTYSCOPE_WAREHOUSE"], os.environ["COUNTYSCOPE_RAW"] = str(warehouse), raw
    os.environ[HOSTS] = ",".join(host.lower() for host in reach.hosts)
    os.environ[FRAMES] = ",".join(host.lower() for host in reach.frames)
    if reach.may_write is not None:
        os.environ[REVIEW] = str(int(reach.may_write))
    os.environ["STREAMLIT_SERVER_PORT"] = str(reach.port)
    os.execv(sys.executable, list_server_words(reach.port, reach.address))


def list_server_words(port: int, address: str = ADDRESS) -> list[str]:
    """The command that serves the dashboard, whatever lies in the current folder; its options for websockets are
    Streamlit's own."""
    above = str(Path(__file__).parent.parent)  # uvicorn looks for modules in the current folder unless told where
    command = [sys.executable, "-P", "-m", "uvicorn", "--app-dir", above, "--factory", APPLICATION]
    command += ["--host", address, "--port", str(port)]
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

"""Servers under measurement: processes of their own on 127.0.0.1, started, waited for, and ended."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parent.parent
WAIT_SECONDS = 60
_CPU_OF_PROCESS = 2


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    port: int
    process: psutil.Process

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cpu_seconds(self) -> float:
        """CPU that the server has used so far: what another process does at the same time is not in it. Linux keeps a
        clock of it for each process; what tools print is counted in hundredths of a second."""
        return time.clock_gettime(~self.process.pid << 3 | _CPU_OF_PROCESS)

    def megabytes(self) -> float:
        return float(self.process.memory_info().rss) / 1e6


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Sequence[str], port: int, *, health: str, folder: Path = ROOT) -> Iterator[Server]:
    """A server that answers at ``health``, ended afterwards."""
    with psutil.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(f"http://127.0.0.1:{port}{health}", process)
            yield Server(port, process)
        finally:
            process.terminate()


@contextmanager
def dashboard(warehouse: Path, raw: Path) -> Iterator[Server]:
    """Ours, as a user starts it."""
    port = free_port()
    command = [sys.executable, "-m", "analytics", "serve", "--port", str(port)]
    with running([*command, "--warehouse", str(warehouse), "--raw", str(raw)], port, health="/_stcore/health") as one:
        yield one


def _wait(address: str, process: psutil.Popen) -> None:
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{address} did not answer within {WAIT_SECONDS} s")

"""What ``deploy/`` holds works: nginx in front of two processes, health, and an address that others reach."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from starlette.requests import Request

from analytics.dashboard.routes.health import list_health_routes
from analytics.errors import SelectionError
from analytics.serve import Reach, check, find_free_port
from analytics.settings import Settings

ROOT = Path(__file__).parent.parent
PATIENCE = 60.0


def ask(address: str, cookie: str = "") -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(address, headers={"Cookie": cookie} if cookie else {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, {name.lower(): value for name, value in refusal.headers.items()}, refusal.read()


def wait_until(is_so: Callable[[], bool], seconds: float = PATIENCE) -> float:
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        try:
            if is_so():
                return time.monotonic() - start
        except OSError:
            pass
        time.sleep(0.05)
    pytest.fail(f"not within {seconds} s")


@dataclass(slots=True)
class Site:
    address: str
    processes: dict[str, subprocess.Popen[bytes]]


def write_configuration(folder: Path, port: int, ports: list[int]) -> Path:
    """The configuration of ``deploy/`` itself, with other ports, and a header that says which process answered."""
    text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    text = text.replace("127.0.0.1:8501", f"127.0.0.1:{ports[0]}").replace("127.0.0.1:8502", f"127.0.0.1:{ports[1]}")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("countyscope.example", "127.0.0.1")
    text = text.replace("add_header Set-Cookie", "add_header X-Process $upstream_addr always; add_header Set-Cookie")
    paths = "".join(
        f"{name}_temp_path {folder / name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"""daemon off; pid {folder / "nginx.pid"}; error_log {folder / "error.log"};
events {{ worker_connections 512; }}
http {{ access_log off; {paths} {text} }}
"""
    path = folder / "nginx.conf"
    path.write_text(whole, "utf-8")
    return path


@pytest.fixture(scope="module")
def site(collection: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("nginx")
    port = find_free_port(21_000)
    first = find_free_port(port)
    ports = [first, find_free_port(first)]
    command = [sys.executable, "-m", "analytics", "serve", "--warehouse", str(collection.warehouse), "--port"]
    processes = {
        f"127.0.0.1:{server_port}": subprocess.Popen([*command, str(server_port)], cwd=ROOT, stdout=subprocess.DEVNULL)
        for server_port in ports
    }
    proxy = subprocess.Popen([nginx, "-p", str(folder), "-c", str(write_configuration(folder, port, ports))])
    try:
        for server_port in ports:
            wait_until(lambda server_port=server_port: ask(f"http://127.0.0.1:{server_port}/health/ready")[0] == 200)
        wait_until(lambda: ask(f"http://127.0.0.1:{port}/health/ready")[0] == 200)
        yield Site(f"http://127.0.0.1:{port}", processes)
    finally:
        for process in (proxy, *processes.values()):
            process.terminate()
        for process in (proxy, *processes.values()):
            process.wait(20)


def read_cookie(headers: dict[str, str]) -> str:
    return f"countyscope={SimpleCookie(headers['set-cookie'])['countyscope'].value}"


@pytest.mark.slow
@pytest.mark.xdist_group("deploy")
def test_a_visitor_stays_with_one_process_and_visitors_are_shared_out(site: Site) -> None:
    seen: dict[str, set[str]] = {}
    for _ in range(12):
        _, headers, _ = ask(f"{site.address}/trends")
        cookie = read_cookie(headers)
        processes = {ask(f"{site.address}/trends", cookie)[1]["x-process"] for _ in range(3)}
        assert processes == {headers["x-process"]}, "the first answer and those behind it come from one process"
        seen[cookie] = processes
    assert {process for processes in seen.values() for process in processes} == set(site.processes)


@pytest.mark.slow
@pytest.mark.xdist_group("deploy")
def test_health_names_the_build_and_a_page_of_another_host_is_refused(site: Site) -> None:
    status, headers, body = ask(f"{site.address}/health/ready")
    assert (status, headers["content-type"]) == (200, "application/json")
    assert re.fullmatch(r"\d{8}T\d{12}", json.loads(body)["build"])
    request = urllib.request.Request(f"{site.address}/trends", headers={"Host": "elsewhere.example"})
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(request, timeout=10)


@pytest.mark.slow
@pytest.mark.xdist_group("deploy")
def test_a_killed_process_costs_its_visitors_three_seconds_at_most(site: Site) -> None:
    _, headers, _ = ask(f"{site.address}/data/rows.csv?m=penalty_decisions")
    cookie, process = read_cookie(headers), headers["x-process"]
    body = ask(f"{site.address}/data/rows.csv?m=penalty_decisions", cookie)[2]
    os.kill(site.processes[process].pid, signal.SIGKILL)
    site.processes[process].wait(10)

    def is_the_same() -> bool:
        status, found, again = ask(f"{site.address}/data/rows.csv?m=penalty_decisions", cookie)
        return status == 200 and again == body and found["x-process"].split(", ")[-1] != process

    assert wait_until(is_the_same) <= 3


def test_an_address_that_others_reach_is_refused_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    port = find_free_port(22_000)
    for address, key in (("0.0.0.0", "address_open"), ("192.0.2.7", "address_open"), ("lan", "address_unknown")):
        with pytest.raises(SelectionError, match=key):
            check(Reach(port, address=address))
    check(Reach(port, address="0.0.0.0", is_open=True))
    check(Reach(port, address="127.0.0.1"))
    assert Reach(8501, address="::1").origin == "http://[::1]:8501"


def test_a_port_that_is_taken_at_the_address_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SelectionError, match="port_in_use"):
            check(Reach(taken.getsockname()[1]))


def test_without_a_build_the_process_lives_and_is_not_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTYSCOPE_WAREHOUSE", str(tmp_path))
    request = Request({"type": "http", "method": "GET", "path": "/", "headers": []})
    with ThreadPoolExecutor(1) as apart:  # a browser of another test may have left its loop in this thread
        live, ready = (apart.submit(asyncio.run, route.endpoint(request)).result() for route in list_health_routes())
    assert (live.status_code, json.loads(live.body)) == (200, {"status": "live"})
    assert (ready.status_code, json.loads(ready.body)["reason"]) == (503, "no_build")

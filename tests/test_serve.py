"""The server that ``countyscope serve`` becomes."""

from __future__ import annotations

import os
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from analytics.serve import ADDRESS, APPLICATION, REVIEW, Reach, find_free_port, list_server_words, serve

TELLING = '''
import os, socket, stat

def make():
    return app

async def app(scope, receive, send):
    """Answers with TCP_NODELAY of every connection that this process has accepted."""
    if scope["type"] != "http":
        return
    options = []
    for number in map(int, os.listdir("/dev/fd")):
        try:
            is_socket = stat.S_ISSOCK(os.fstat(number).st_mode)
        except OSError:
            continue
        if is_socket:
            with socket.socket(fileno=os.dup(number)) as connection:
                try:
                    connection.getpeername()
                    options.append(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
                except OSError:  # it listens, or is no connection of the network
                    continue
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": repr(options).encode()})
'''


@contextmanager
def served(folder: Path) -> Iterator[str]:
    port = find_free_port(20_000)
    words = ["telling:make" if word == APPLICATION else word for word in list_server_words(port)]
    environment = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    process = subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield f"http://{ADDRESS}:{port}/"
    finally:
        process.terminate()
        process.wait(10)


@pytest.mark.skipif(not os.path.isdir("/dev/fd"), reason="open files of a process are looked up there")
def test_a_connection_that_the_server_accepts_sends_without_delay(tmp_path: Path) -> None:
    (tmp_path / "telling.py").write_text(TELLING, "utf-8")
    with served(tmp_path) as address:
        for _ in range(100):
            try:
                answer = urllib.request.urlopen(address, timeout=2).read()
                break
            except OSError:
                time.sleep(0.1)
        else:
            pytest.fail("the server did not answer")
    options = [int(option) for option in answer.decode().strip("[]").split(",")]
    assert options and all(options)


@pytest.mark.parametrize(("may_write", "stated"), [(True, "1"), (False, "0"), (None, "kept")])
def test_the_server_is_told_whether_its_readers_may_write(
    may_write: bool | None, stated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {REVIEW: "kept"})
    monkeypatch.setattr(os, "execv", lambda *words: None)  # it would take the place of this process
    serve(Reach(20_000, may_write=may_write), tmp_path, str(tmp_path))
    assert os.environ[REVIEW] == stated

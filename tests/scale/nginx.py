"""The nginx of ``deploy/`` on free ports of loopback, for tests and benchmarks."""

import os
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.browser.harness import ROOT, free_port

CONFIG = ROOT / "deploy" / "nginx" / "triggerwijzer.conf"


class NoNginxError(RuntimeError):
    """There is no nginx here; the message says what to do."""


def adapted(text: str, port: int, upstreams: Sequence[int], folder: Path) -> str:
    """The configuration of ``deploy/`` with other ports and without TLS; all else as it is."""
    servers = "".join(
        f"    server 127.0.0.1:{one} max_fails=1 fail_timeout=5s;\n" for one in upstreams
    )
    text = re.sub(r"(    server 127\.0\.0\.1:.*\n)+", lambda _: servers, text)
    # The servers for other names and for http that only sends on to https, and the certificate.
    for begin in ("# Wie een andere naam", "# Wie http typt"):
        text = re.sub(rf"{begin}.*?\n}}\n", "", text, flags=re.DOTALL)
    text = text.replace("    listen [::]:443 ssl http2;\n", "")
    text = re.sub(r"    ssl_.*\n", "", text)
    text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    # Over http a browser would throw a Secure cookie away.
    text = text.replace("; Secure", "")
    text = text.replace("/var/log/nginx/triggerwijzer.log", f"{folder}/fout.log")
    # The tests want to know which process answered.
    add = "        add_header X-Proces $upstream_addr always;\n"
    text = text.replace("        add_header Set-Cookie", add + "        add_header Set-Cookie")
    return text.replace("/var/lib/triggerwijzer/web", f"{folder}/web")


@contextmanager
def nginx(folder: Path, upstreams: Sequence[int], wait_for: str = "/gezond") -> Iterator[str]:
    """Serve ``upstreams`` behind nginx and give its address."""
    binary = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if binary is None:
        raise NoNginxError("nginx ontbreekt: installeer het pakket 'nginx-light' of 'nginx'.")
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    scratch = "".join(
        f"{kind}_temp_path {folder}/tijdelijk-{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{user} worker_processes 2; daemon off; pid {folder}/nginx.pid;\n"
        f"error_log {folder}/start.log warn;\n"
        "events { worker_connections 4096; }\n"
        f"http {{ {scratch} types {{ text/html html; text/css css; text/javascript js; }}\n"
        + adapted(CONFIG.read_text(encoding="utf-8"), port, upstreams, folder)
        + "}\n",
        encoding="utf-8",
    )
    process = subprocess.Popen(
        [binary, "-c", str(folder / "nginx.conf"), "-e", str(folder / "start.log")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url + wait_for, process, folder)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(url: str, process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError((folder / "start.log").read_text())
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError((folder / "start.log").read_text())

"""Two processes of the app that share one database, to be killed and started again."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser.harness import ROOT, Server, free_port, wait_until_healthy


@dataclass
class Process:
    """One process on a port of its own."""

    folder: Path
    database: str
    port: int = field(default_factory=free_port)
    running: subprocess.Popen[bytes] | None = None

    @property
    def server(self) -> Server:
        """Where it is and what it logs."""
        pid = self.running.pid if self.running else 0
        return Server(f"http://127.0.0.1:{self.port}", self.folder / f"{self.port}.log", pid)

    def start(self) -> None:
        """Start and wait until it is healthy."""
        with self.server.log_file.open("ab") as log:
            self.running = subprocess.Popen(
                [sys.executable, "-m", "triggerfactors.web"],
                cwd=ROOT,
                env={
                    **os.environ,
                    "TRIGGERWIJZER_HOST": "127.0.0.1",
                    "TRIGGERWIJZER_PORT": str(self.port),
                    "TRIGGERWIJZER_DATABASE_URL": self.database,
                },
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until_healthy(self.server, self.running)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop it, kindly or not, and wait until it is gone."""
        if self.running is not None:
            self.running.send_signal(how)
            self.running.wait(timeout=20)
            self.running = None

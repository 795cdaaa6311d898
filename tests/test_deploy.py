"""What an administrator runs or builds from: the swap of texts, the container, the lock."""

import os
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.browser.harness import copy_of_the_program

ROOT = Path(__file__).parents[1]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program with deploy/ and an environment, where texts may be swapped."""
    folder = tmp_path / "programma"
    folder.mkdir()
    copy_of_the_program(folder)
    (folder / "deploy").mkdir()
    (folder / "deploy" / "teksten.sh").write_bytes((ROOT / "deploy" / "teksten.sh").read_bytes())
    binaries = folder / ".venv" / "bin"
    binaries.mkdir(parents=True)
    (binaries / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (binaries / "python").chmod(0o755)
    return folder


def swap(program: Path, *what: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", str(program / "deploy" / "teksten.sh"), *what],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=program.parent,
        env=os.environ,
    )


def test_good_texts_are_swapped_faulty_ones_are_not_and_one_can_go_back(program: Path) -> None:
    def texts() -> str:
        return (program / "data" / "teksten.yaml").read_text(encoding="utf-8")

    old = texts()
    new = program.parent / "nieuw"
    shutil.copytree(program / "data", new)
    (new / "teksten.yaml").write_text("- id: [kapot\n", encoding="utf-8")
    done = swap(program, "nieuw")
    assert done.returncode == 1 and "Niet gewisseld" in done.stderr and texts() == old
    (new / "teksten.yaml").write_text(old + "\n# nieuw\n", encoding="utf-8")
    assert swap(program, "nieuw").returncode == 0 and texts().endswith("# nieuw\n")
    assert swap(program, "--terug").returncode == 0 and texts() == old
    assert swap(program).returncode == 2 and swap(program, "bestaat-niet").returncode == 1
    assert texts() == old


def test_the_container_gets_what_it_copies_and_never_a_secret() -> None:
    copied = re.findall(
        r"^COPY (\S+) ", (ROOT / "deploy" / "Containerfile").read_text(), re.MULTILINE
    )
    rules = (ROOT / ".containerignore").read_text().splitlines()
    let_in = [rule[1:] for rule in rules if rule.startswith("!")]
    assert "*" in rules and sorted(copied) == sorted(let_in)
    assert all((ROOT / name).exists() for name in copied)
    assert not [rule for rule in let_in if fnmatch(".streamlit/secrets.toml", rule + "*")]


def test_the_lock_of_a_server_is_the_lock_of_the_tests_without_what_only_tests_need() -> None:
    def locked(name: str) -> dict[str, str]:
        return dict(
            re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", (ROOT / name).read_text(), re.MULTILINE)
        )

    server, everything = locked("requirements-server.txt"), locked("requirements.txt")
    assert server and server.items() <= everything.items()
    assert not {"pytest", "playwright", "hypothesis", "ruff"} & server.keys()

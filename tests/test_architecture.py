"""The shape of the program: who may know whom, and what stays out of the core."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "triggerfactors"

# Imports go one way (design §4): each part may only know the parts named here.
ALLOWED = {
    "settings": set(),
    "metrics": set(),
    "content": set(),
    "privacy": set(),
    "situation": {"content"},
    "recognition": {"content"},
    "search": {"content", "recognition"},
    "casefile": {"situation", "content"},
    "advice": {"content", "situation"},
    "meeting": {"content", "situation", "casefile"},
    "report": {"content", "situation", "advice", "casefile", "meeting"},
    "ui": {
        "content",
        "situation",
        "advice",
        "report",
        "casefile",
        "meeting",
        "privacy",
        "recognition",
        "search",
        "workshop",
        "settings",
    },
    "workshop": {"content"},
    "web": {"content", "recognition", "workshop", "settings", "metrics"},
}
PURE = sorted(set(ALLOWED) - {"ui", "web"})


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def files(part: str) -> list[Path]:
    return sorted((PACKAGE / part).rglob("*.py"))


@pytest.mark.parametrize("part", sorted(ALLOWED))
def test_imports_go_one_way(part: str) -> None:
    for path in files(part):
        known = {
            name.split(".")[1]
            for name in imports(path)
            if name.startswith("triggerfactors.") and name.split(".")[1] in ALLOWED
        }
        assert known <= ALLOWED[part] | {part}, f"{path.name} knows {known - ALLOWED[part]}"


@pytest.mark.parametrize("part", PURE)
def test_the_core_knows_no_streamlit(part: str) -> None:
    for path in files(part):
        assert not any(name.split(".")[0] == "streamlit" for name in imports(path)), path.name


def test_every_part_has_its_place_in_this_test() -> None:
    parts = {p.name for p in PACKAGE.iterdir() if (p / "__init__.py").exists()}
    assert parts == set(ALLOWED)


def test_pages_only_compose() -> None:
    for page in (ROOT / "pages").glob("*.py"):
        tree = ast.parse(page.read_text(encoding="utf-8"))
        assert not any(isinstance(n, ast.FunctionDef | ast.If | ast.For) for n in ast.walk(tree))


def test_each_text_the_program_names_stands_in_the_content() -> None:
    from triggerfactors.content import load

    named: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if called and node.func.attr == "text" and len(node.args) == 1:  # type: ignore[union-attr]
                argument = node.args[0]  # type: ignore[union-attr]
                owner = ast.unparse(node.func.value)  # type: ignore[union-attr]
                if owner.endswith("content") and isinstance(argument, ast.Constant):
                    named.add(str(argument.value))
    assert len(named) > 20
    assert named <= set(load().texts)

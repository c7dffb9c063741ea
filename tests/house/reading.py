"""How the rules look at the house: its files, who imports whom, what a file says. A rule is a function root → sentences."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("dashboard", "pages", "queries", "data", "tests", "bench", "deploy")  # what a first-party import can begin with
NOT_OURS = {".venv", ".git", "__pycache__", "local", "node_modules"}


def files(root: Path, suffix: str, *folders: str) -> list[Path]:
    """Every file of ours with a suffix, in the named folders (or the whole house); what git ignores is not ours."""
    starts = [root / folder for folder in folders] if folders else [root]
    found = {path for start in starts for path in ([start] if start.is_file() else start.rglob(f"*{suffix}"))}
    return sorted(p for p in found if p.suffix == suffix and not NOT_OURS & set(p.relative_to(root).parts[:-1]))


def code(root: Path) -> list[Path]:
    """The Python of the product: what runs when somebody looks at the dashboard or receives a report."""
    return files(root, ".py", "dashboard.py", "pages", "queries", "data")


def module(root: Path, path: Path) -> str:
    """pages/parts/ask.py → pages.parts.ask; data/intake/__init__.py → data.intake."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def tree(path: Path) -> ast.Module:
    return _parsed(path, path.stat().st_mtime_ns)


@cache
def _parsed(path: Path, _changed: int) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(root: Path, path: Path, *, while_typing: bool = True) -> Iterator[tuple[str, int]]:
    """(module, line) of every import anywhere in a file, also inside functions. `while_typing`: those under TYPE_CHECKING too."""
    for node in _nodes(tree(path), while_typing):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            for alias in node.names:
                deeper = f"{node.module}.{alias.name}"
                yield (deeper if _is_module(root, deeper) else node.module), node.lineno


def strings(path: Path) -> Iterator[tuple[str, int]]:
    """(text, line) of every string in a file that is not a docstring, with the fixed parts of f-strings."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value, node.lineno


def within(name: str, room: str) -> bool:
    """data.intake.archive lies within data.intake; data.intake_two does not."""
    return name == room or name.startswith(f"{room}.")


def said(root: Path, path: Path, line: int, sentence: str) -> str:
    return f"{path.relative_to(root).as_posix()}:{line}: {sentence}"


def _nodes(node: ast.AST, while_typing: bool) -> Iterator[ast.AST]:
    yield node
    if isinstance(node, ast.If) and not while_typing and "TYPE_CHECKING" in ast.dump(node.test):
        return
    for child in ast.iter_child_nodes(node):
        yield from _nodes(child, while_typing)


def _is_module(root: Path, name: str) -> bool:
    place = root.joinpath(*name.split("."))
    return place.with_suffix(".py").exists() or place.is_dir()

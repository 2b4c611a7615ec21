"""The rings of the design, by every import there is: they only point inward."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "workbench"
FRAGMENTS = PACKAGE / "web" / "fragments.py"

DOMAIN = (
    "text labels spans segments suggest agreement measured adjudication dataset places "
    "rewording stats pseudonyms datacard"
)
#: Which module lies in which ring, from the inside out.
RINGS = {
    "domain": DOMAIN.split(),
    "exchange": ["schema", "refusals", "files", "formats"],
    "store": ["store"],
    "web": ["web"],
    "cli": ["cli", "__main__"],
}
#: Which rings each may import; exchange and store do not know each other.
INWARD = {
    "domain": {"domain"},
    "exchange": {"domain", "exchange"},
    "store": {"domain", "store"},
    "web": {"domain", "exchange", "store", "web"},
    "cli": {"domain", "exchange", "store", "cli"},
}
LIBRARIES = {
    "domain": set(),
    "exchange": {"jsonschema", "jsonschema_rs"},
    "store": {"sqlite_utils"},
    "web": {
        "flask",
        "flask_htmx",
        "jinja2",
        "markdown_it",
        "markupsafe",
        "sqlite_utils",
    }
    | {"werkzeug"},
    "cli": {"click", "sqlite_utils", "waitress"},
}
#: Imported only inside a function, since only that function needs it.
LAZY = {"cli": {"waitress", "workbench.web"}}
#: Blueprints that others may import from: the guide tells the guideline's version and
#: the keys. It imports no blueprint itself, so no circle can come of it.
ASKED = {"guide"}


#: What is still to be mended. A test that passes in spite of its mark fails.
SQL_OUTSIDE: set[str] = set()
HEADERS_OUTSIDE: set[str] = set()


def parameters(paths: list[Path], known: set[str]) -> list[object]:
    mended = pytest.mark.xfail(reason="still to be mended")
    return [
        pytest.param(path, id=name, marks=[mended] if name in known else [])
        for path in paths
        for name in [name_of(path)]
    ]


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def ring_of(module: str) -> str | None:
    top = module.split(".")[1] if "." in module else ""
    return next((ring for ring, names in RINGS.items() if top in names), None)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


def imports(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Every module that is imported, and whether only inside a function."""
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are written out"
            base = node.module or ""
            names = [
                full if is_module(full := f"{base}.{alias.name}") else base
                for alias in node.names
            ]
        else:
            continue
        yield from ((name, id(node) in inside) for name in names)


def outward(module: str, tree: ast.Module) -> Iterator[str]:
    """The imports of a module that the rings do not allow, as sentences."""
    ring = ring_of(module)
    for name, lazy in imports(tree):
        top = name.split(".")[0]
        is_lazy = any(
            name == part or name.startswith(f"{part}.")
            for part in LAZY.get(ring or "", ())
        )
        if is_lazy:
            if not lazy:
                yield f"{module} imports {name} at its top"
        elif top == "workbench":
            if ring is None:
                yield f"{module} imports {name}, and lies in no ring"
            elif name != "workbench" and ring_of(name) not in INWARD[ring]:
                yield f"{module} ({ring}) imports {name} ({ring_of(name)})"
        elif module.startswith("workbench.formats.") and lazy:
            continue  # A format's own library is an extra: it may be missing.
        elif top not in sys.stdlib_module_names | LIBRARIES.get(ring or "", set()):
            yield f"{module} imports {name}, which is not for the {ring} ring"


# --- the rings ------------------------------------------------------------------------


def test_every_module_lies_in_a_ring():
    names = {name_of(path) for path in modules()} - {"workbench"}
    assert len(names) > 20
    assert {name for name in names if ring_of(name) is None} == set()


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_point_inward(path):
    assert list(outward(name_of(path), tree_of(path))) == []


def test_the_package_itself_imports_nothing():
    assert list(imports(tree_of(PACKAGE / "__init__.py"))) == []


def test_no_import_goes_in_a_circle():
    """Of modules as they are loaded; what a function imports comes later."""
    graph = {
        name_of(path): {
            name
            for name, lazy in imports(tree_of(path))
            if name.startswith("workbench.") and not lazy
        }
        for path in modules()
    }
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " imports ".join((*trail, module))
        if module not in done:
            for other in sorted(graph.get(module, ())):
                visit(other, (*trail, module))
            done.add(module)

    for module in sorted(graph):
        visit(module, ())
    assert done == set(graph)


@pytest.mark.parametrize(
    ("module", "code", "complaint"),
    [
        (
            "workbench.spans",
            "import workbench.store",
            "(domain) imports workbench.store",
        ),
        ("workbench.spans", "from workbench import files", "imports workbench.files"),
        (
            "workbench.spans",
            "import flask",
            "imports flask, which is not for the domain",
        ),
        ("workbench.suggest.x", "import sqlite_utils", "not for the domain ring"),
        (
            "workbench.files",
            "from workbench.store import sets",
            "imports workbench.store",
        ),
        ("workbench.store.x", "from workbench.files import read", "workbench.files"),
        ("workbench.store.x", "import workbench.web", "(store) imports workbench.web"),
        ("workbench.store.x", "import flask", "imports flask"),
        ("workbench.web.x", "import workbench.cli", "(web) imports workbench.cli"),
        ("workbench.web.x", "import click", "imports click"),
        ("workbench.cli", "import workbench.web", "imports workbench.web at its top"),
        ("workbench.cli", "import flask", "imports flask"),
        ("workbench.helpers", "import workbench.spans", "lies in no ring"),
        ("workbench.files", "def f():\n import pyarrow", "imports pyarrow"),
        ("workbench.formats.x", "import pyarrow", "imports pyarrow"),
    ],
)
def test_an_import_that_points_outward_is_found(module, code, complaint):
    [found] = outward(module, ast.parse(code))
    assert complaint in found


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("workbench.spans", "import re\nfrom workbench.suggest import marks"),
        ("workbench.formats.x", "def f():\n import pyarrow"),
        ("workbench.cli", "def serve():\n from workbench.web import create_app"),
        ("workbench.web.x", "from workbench.store import sets\nimport workbench.files"),
    ],
)
def test_an_import_that_points_inward_is_let_pass(module, code):
    assert list(outward(module, ast.parse(code))) == []


# --- the walls within -----------------------------------------------------------------


def is_blueprint(tree: ast.Module) -> bool:
    return any(
        isinstance(target, ast.Name) and target.id == "blueprint"
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
    )


def test_blueprints_do_not_import_each_other():
    trees = {path.stem: tree_of(path) for path in (PACKAGE / "web").glob("*.py")}
    blueprints = {name for name, tree in trees.items() if is_blueprint(tree)}
    assert {"annotate", "articles", "guide"} <= blueprints
    crossing = {
        (name, other)
        for name in blueprints
        for imported, _ in imports(trees[name])
        for other in blueprints - {name} - ASKED
        if imported == f"workbench.web.{other}"
    }
    assert crossing == set()


def test_who_is_asked_by_blueprints_asks_none():
    for name in ASKED:
        asked = imports(tree_of(PACKAGE / "web" / f"{name}.py"))
        web = {i for i, _ in asked if i.startswith("workbench.web.")}
        assert web <= {"workbench.web.db", "workbench.web.held"}


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string but the docstrings, with its line."""
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docs
        ):
            yield node.lineno, node.value


SQL = ("SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "PRAGMA ", "CREATE TABLE")
DRIVERS = ("sqlite3", "pysqlite3")


def outside_store(tree: ast.Module) -> Iterator[str]:
    """Where a module speaks to the database by itself."""
    for name, _ in imports(tree):
        if name.split(".")[0] in DRIVERS:
            yield f"imports {name}"
    for line, text in strings(tree):
        if text.lstrip().startswith(SQL):
            yield f"line {line}: SQL {text.strip()[:40]!r}"
    for node in ast.walk(tree):
        names = isinstance(node, ast.Subscript) and ast.unparse(node.value)
        if names in ("db", "self.db", "db()"):
            yield f"line {node.lineno}: {names}[…]"
        if isinstance(node, ast.Attribute) and node.attr in ("conn", "execute"):
            yield f"line {node.lineno}: .{node.attr}"


@pytest.mark.parametrize(
    "path",
    parameters([p for p in modules() if ring_of(name_of(p)) != "store"], SQL_OUTSIDE),
)
def test_only_the_store_speaks_to_the_database(path):
    assert list(outside_store(tree_of(path))) == []


@pytest.mark.parametrize(
    "code",
    [
        "import sqlite3",
        "from sqlite3 import connect",
        "x = 'SELECT 1'",
        "x = '''\n  DELETE FROM article'''",
        "x = f'UPDATE {table} SET a = 1'",
        "db['article'].insert({})",
        "db()['article']",
        "db.execute(sql)",
        "db.conn.commit()",
    ],
)
def test_speaking_to_the_database_is_found(code):
    assert list(outside_store(ast.parse(code)))


REQUEST = {"request", "g", "session"}


@pytest.mark.parametrize(
    "path", [p for p in modules() if ring_of(name_of(p)) != "web"], ids=name_of
)
def test_only_the_web_knows_of_requests(path):
    names = {
        alias.name
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.module == "flask"
        for alias in node.names
    }
    assert not names & REQUEST


@pytest.mark.parametrize(
    "path",
    parameters([p for p in modules() if p != FRAGMENTS], HEADERS_OUTSIDE),
)
def test_only_fragments_knows_the_headers_of_htmx(path):
    assert [text for _, text in strings(tree_of(path)) if "HX-" in text] == []


# --- what a notebook pays -------------------------------------------------------------


@pytest.mark.parametrize(
    "module",
    [
        name_of(path)
        for path in modules()
        if ring_of(name_of(path)) in ("domain", "exchange", "store")
    ],
)
def test_an_inner_module_loads_no_web(module):
    code = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.split(".")[0] for name in run.stdout.split()}
    assert not loaded & {
        "flask",
        "werkzeug",
        "jinja2",
        "click_default_group",
        "waitress",
    }
    if ring_of(module) == "domain":
        assert not loaded & {"sqlite3", "pysqlite3", "sqlite_utils", "jsonschema"}


def test_the_rooms_of_the_suggesters_are_all_listed_and_build_on_those_before():
    home = PACKAGE / "suggest"
    listed = (home / "__init__.py").read_text("utf-8").split("\n- ")[1:]
    rooms = [re.findall(r"`(\w+)`", entry.partition(":")[0]) for entry in listed]
    place = {module: number for number, room in enumerate(rooms) for module in room}
    paths = [path for path in home.rglob("*.py") if path != home / "__init__.py"]
    room_of = {path: path.relative_to(home).parts[0].split(".")[0] for path in paths}
    assert set(room_of.values()) == set(place)
    upward = [
        (room, used)
        for path, room in room_of.items()
        for name, _ in imports(tree_of(path))
        for used in [name.removeprefix("workbench.suggest.").partition(".")[0]]
        if place.get(used, 0) > place[room]
    ]
    assert upward == []

"""run.py, as a person meets it: in a process of its own, on a copy of its own.

Each copy asks for one package, which is made here, so that no test needs a network.
"""

import ast
import errno
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import run

RUN = Path(run.__file__)
STUB = """
import json, sys, tinydep

def main():
    arguments = sys.argv[1:]
    print(json.dumps({"arguments": arguments, "prefix": sys.prefix}))
    return int(arguments[-1]) if arguments[-1].isdigit() else 0
"""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A folder with run.py, its locks and a stub of the product."""

    root: Path
    wheels: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def run(
        self, *arguments: str, python: str = sys.executable, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        command = [python, str(self.root / "run.py"), *arguments]
        return _finished(command, self._environment(environment), self.root.parent)

    def run_after(self, code: str) -> subprocess.CompletedProcess[str]:
        """Run run.py in a Python that some code has changed first."""
        program = (
            f"import runpy, sys\n{code}\nsys.argv = ['run.py']\n"
            f"runpy.run_path({str(self.root / 'run.py')!r}, run_name='__main__')"
        )
        command = [sys.executable, "-c", program]
        return _finished(command, self._environment({}), self.root.parent)

    def _environment(self, more: dict[str, str]) -> dict[str, str]:
        quiet = {"PIP_CONFIG_FILE": os.devnull, "HOME": str(self.root.parent)}
        source = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        return {"PATH": os.environ["PATH"], **quiet, **source, **more}


def _finished(
    command: list[str], environment: dict[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def _make_wheel(folder: Path) -> str:
    """Make a package of one line; its line in a lock."""
    wheel = folder / "tinydep-1.0-py3-none-any.whl"
    about = "tinydep-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tinydep.py", "NAME = 'tiny'\n")
        archive.writestr(
            f"{about}/METADATA", "Metadata-Version: 2.1\nName: tinydep\nVersion: 1.0\n"
        )
        archive.writestr(
            f"{about}/WHEEL",
            "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\n"
            "Tag: py3-none-any\n",
        )
        records = ["tinydep.py", *(f"{about}/{n}" for n in ("METADATA", "WHEEL"))]
        archive.writestr(f"{about}/RECORD", "".join(f"{name},,\n" for name in records))
    return (
        f"tinydep==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
    )


def _make_checkout(root: Path, requirement: str = "tinydep>=1.0") -> Checkout:
    wheels = root.parent / "wheels"
    for folder in (wheels, root / "requirements", root / "workbench", root / "tests"):
        folder.mkdir(parents=True)
    shutil.copy(RUN, root / "run.py")
    lock = _make_wheel(wheels)
    (root / "requirements" / "runtime.lock").write_text(lock)
    (root / "requirements" / "test.lock").write_text(lock)
    (root / "pyproject.toml").write_text(
        f'[project]\ndependencies = ["{requirement}"]\n'
        '[project.optional-dependencies]\ntest = ["pytest>=8.4"]\n'
        '[tool.mypy]\nfiles = ["tests"]\n'
    )
    (root / "workbench" / "__init__.py").write_text("")
    (root / "workbench" / "cli.py").write_text(STUB)
    return Checkout(root, wheels)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout on which nothing was run."""
    return _make_checkout(tmp_path / "a checkout")


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout whose first run, without arguments, has been."""
    ready = _make_checkout(tmp_path_factory.mktemp("ready") / "a checkout")
    first = ready.run()
    assert first.stderr == (
        "run.py: Setting up, once: installing the packages into .venv …\n"
    )
    assert '"arguments": ["serve"]' in first.stdout
    assert first.returncode == 0
    return ready


def _refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one line that tells why; set-up may have told of its start before."""
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    assert all(line.startswith("run.py: ") for line in lines)
    assert len([line for line in lines if "Setting up, once" not in line]) == 1
    return lines[-1]


def test_the_second_run_goes_straight_on_without_pip(ready: Checkout) -> None:
    for folder in ready.venv.glob("lib/python*/site-packages/pip"):
        shutil.rmtree(folder)
    second = ready.run("stats", "--json")
    assert second.stderr == ""
    assert '"arguments": ["stats", "--json"]' in second.stdout
    assert str(ready.venv) in second.stdout


def test_the_exit_code_of_the_command_is_passed_on(ready: Checkout) -> None:
    assert ready.run("agreement", "3").returncode == 3


def test_a_set_up_that_was_cut_short_is_done_anew(checkout: Checkout) -> None:
    (checkout.venv / "bin").mkdir(parents=True)
    (checkout.venv / "pyvenv.cfg").write_text(f"prompt = '{run.PROMPT}'\n")
    (checkout.venv / "bin" / "python").symlink_to("nowhere")
    offline = checkout.run(
        PIP_NO_INDEX="0",
        PIP_FIND_LINKS="",
        PIP_NO_CACHE_DIR="1",
        PIP_INDEX_URL="http://127.0.0.1:9/simple",
    )
    assert "no connection to the package index" in _refused(offline)
    assert not (checkout.venv / "installed.txt").exists()
    again = checkout.run("serve")
    assert "Setting up, once" in again.stderr
    assert again.returncode == 0


def test_a_changed_lock_installs_again(ready: Checkout) -> None:
    with (ready.root / "requirements" / "runtime.lock").open("a") as lock:
        lock.write("# changed\n")
    assert "Setting up, once" in ready.run().stderr
    assert ready.run().stderr == ""


def test_a_package_with_another_hash_is_refused(checkout: Checkout) -> None:
    (checkout.root / "requirements" / "runtime.lock").write_text(
        f"tinydep==1.0 --hash=sha256:{'0' * 64}\n"
    )
    done = checkout.run()
    assert done.returncode == 2
    assert "DO NOT MATCH THE HASHES" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_environment_that_has_the_packages_is_used_as_it_is(tmp_path: Path) -> None:
    checkout = _make_checkout(tmp_path / "a checkout", "pytest>=8.4")
    (checkout.root / "tinydep.py").write_text("")
    done = checkout.run()
    assert (done.returncode, done.stderr) == (0, "")
    assert not checkout.venv.exists()


def test_an_environment_that_a_person_made_is_left_alone(checkout: Checkout) -> None:
    command = [sys.executable, "-m", "venv", "--without-pip", str(checkout.venv)]
    subprocess.run(command, check=True)
    before = sorted(checkout.venv.rglob("*"))
    told = _refused(checkout.run())
    assert "was not made by run.py and lacks tinydep>=1.0" in told
    assert sorted(checkout.venv.rglob("*")) == before


def test_an_old_python_is_told_which_is_needed(checkout: Checkout) -> None:
    told = _refused(checkout.run_after("sys.version_info = (3, 9, 6, 'final', 0)"))
    assert "Python 3.11 or newer is needed and this is 3.9.6" in told


def test_an_old_python_can_read_the_file() -> None:
    ast.parse(RUN.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_every_older_python_of_this_machine_is_told_too(checkout: Checkout) -> None:
    names = [shutil.which(f"python3.{minor}") for minor in range(6, 11)]
    # The names of a version manager may be there and not run.
    quiet = subprocess.DEVNULL
    runs = [n for n in names if n and not subprocess.call([n, "-c", ""], stderr=quiet)]
    if not runs:
        pytest.skip("no older Python here")
    for python in runs:
        told = _refused(checkout.run(python=python))
        assert "Python 3.11 or newer is needed" in told


def test_a_python_without_venv_is_told_what_to_install(checkout: Checkout) -> None:
    told = _refused(checkout.run_after("sys.modules['ensurepip'] = None"))
    package = f"python3.{sys.version_info[1]}-venv"
    assert f"`apt-get install {package}`" in told


def test_a_file_in_the_place_of_the_environment_is_named(checkout: Checkout) -> None:
    checkout.venv.write_text("")
    assert f"a file stands where the folder {checkout.venv}" in _refused(checkout.run())


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EROFS, "cannot be written"),
        (errno.EACCES, "cannot be written"),
        (errno.ENOSPC, "no space left"),
        (errno.EDQUOT, "no space left"),
        (errno.EEXIST, "a file stands where"),
    ],
)
def test_an_error_of_the_system_becomes_a_sentence(number: int, words: str) -> None:
    assert words in (run.os_problem(number, "there") or "")
    line = f"ERROR: Could not install packages due to an OSError: [Errno {number}] no"
    assert words in run.output_problem(f"WARNING: this\n{line}\n")


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_an_error_while_the_folder_is_made_is_one_line(
    number: int, checkout: Checkout
) -> None:
    code = (
        "import os\ndef refuse(path, **how):\n"
        f"    raise OSError({number}, os.strerror({number}), path)\n"
        "os.makedirs = refuse"
    )
    assert str(checkout.venv) in _refused(checkout.run_after(code))


def test_an_unforeseen_failure_shows_the_last_lines_of_pip() -> None:
    output = "WARNING: noise\n\n" + "".join(f"line {n}\n" for n in range(9))
    assert run.output_problem(output).splitlines()[1:] == [
        f"  line {n}" for n in range(4, 9)
    ]


@pytest.mark.parametrize(
    ("requirement", "met"),
    [
        ("pytest", True),
        ("pytest>=8.4", True),
        ("pytest>=999", False),
        ("pytest==999.*", False),
        ("no-such-package-here", False),
        ("no-such-package-here; sys_platform == 'win32'", True),
    ],
)
def test_a_requirement_is_compared_with_what_is_here(
    requirement: str, met: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text(
        f'[project]\ndependencies = ["{requirement}"]\n'
    )
    monkeypatch.setattr(run, "HERE", str(tmp_path))
    assert run.missing(()) == ([] if met else [requirement])


def test_every_requirement_of_the_product_can_be_read_and_is_met() -> None:
    assert run.missing(("test",)) == []


def test_both_locks_pin_the_same_runtime_packages() -> None:
    def pins(path: str) -> set[str]:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        return {line.split()[0] for line in lines if line[:1].isalnum()}

    assert pins(run.RUNTIME)
    assert pins(run.RUNTIME) <= pins(run.TEST)


@pytest.fixture
def tested(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `run.py test` on a checkout with a test that passes and a lint error."""
    checkout = _make_checkout(tmp_path / "a checkout", "pytest>=8.4")
    (checkout.root / "tests" / "test_fine.py").write_text(
        "import os\n\ndef test_fine() -> None:\n    assert True\n"
    )

    def test(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {"WORKBENCH_CHROMIUM": sys.executable, **more}
        return checkout.run("test", *arguments, **environment)

    return test


def test_a_lint_error_fails_the_run_and_pytest_has_the_last_line(
    tested: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    done = tested()
    assert done.returncode == 1
    assert "failed already: ruff check, ruff format --check." in done.stderr
    assert "1 passed in " in done.stdout.splitlines()[-1]


def test_with_arguments_pytest_alone_is_run(
    tested: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    done = tested("-q", "tests/test_fine.py")
    assert (done.returncode, done.stderr) == (0, "")
    assert "F401" not in done.stdout
    assert tested("-q", "-k", "nothing").returncode == 5


def test_a_chromium_that_is_not_there_is_named(
    tested: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    told = _refused(tested(WORKBENCH_CHROMIUM="no-such-chromium"))
    assert told == "run.py: WORKBENCH_CHROMIUM names no program: no-such-chromium"


def test_without_a_chromium_a_ci_fails_and_a_person_goes_on(
    tested: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    nowhere = {
        "WORKBENCH_CHROMIUM": "",
        "PATH": str(tmp_path),
        "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "browsers"),
        "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9",
    }
    if any(os.path.exists(path) for path in run.CHROMIUMS):
        pytest.skip("a browser stands at a fixed path of this system")
    assert "need a Chromium" in _refused(tested("-q", CI="true", **nowhere))
    alone = tested("-q", **nowhere)
    assert "the browser tests are left out" in alone.stderr
    assert alone.returncode == 0

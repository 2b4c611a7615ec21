#!/usr/bin/env python3
"""Sets up on first use, then is the same as `workbench`: `python3 run.py [COMMAND]`.

On a machine with Python alone this makes `.venv` beside itself and installs the
locked packages; `python3 run.py test` adds those of the tests and runs every check.
It uses the standard library only and no syntax newer than Python 3.6, because an
old Python must be able to read the file to be told that it is too old.
"""

import errno
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys

MINIMUM = (3, 11)
HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
VENV_PYTHON = os.path.join(VENV, "bin", "python")
# Stands in pyvenv.cfg, and so tells an environment that run.py made, and may make
# anew, from one that a person made.
PROMPT = "workbench-set-up"
STAMP = os.path.join(VENV, "installed.txt")
RUNTIME = os.path.join(HERE, "requirements", "runtime.lock")
TEST = os.path.join(HERE, "requirements", "test.lock")
CHROMIUMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


class SetupError(Exception):
    """Set-up cannot go on; the text is for the person who started it."""


def say(message: str) -> None:
    """Tell the person at the terminal; standard output belongs to the command."""
    sys.stderr.write(f"run.py: {message}\n")
    sys.stderr.flush()


def python_problem() -> "str | None":
    """What to say to a Python or a system that cannot run this; None when it can."""
    if sys.version_info[:2] < MINIMUM:
        least = ".".join(str(part) for part in MINIMUM)
        this = ".".join(str(part) for part in sys.version_info[:3])
        newer = _newer_python()
        advice = f": {newer} is here, use that." if newer else "."
        return f"Python {least} or newer is needed and this is {this}{advice}"
    if os.name != "posix":
        return "Linux or macOS is needed; on Windows, use WSL."
    return None


def _newer_python() -> "str | None":
    for minor in range(19, MINIMUM[1] - 1, -1):
        name = f"python3.{minor}"
        # A version manager may put a name on PATH that does not run.
        if shutil.which(name) and not subprocess.call(
            [name, "-c", ""], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ):
            return name
    return None


def os_problem(number: "int | None", where: str) -> "str | None":
    """A sentence for an error number of the system; None for one not foreseen."""
    if number in (errno.EROFS, errno.EACCES, errno.EPERM):
        return f"{where} cannot be written: the folder must be one you may write to."
    if number in (errno.ENOSPC, errno.EDQUOT):
        return f"the disk has no space left for {where}."
    if number in (errno.EEXIST, errno.ENOTDIR):
        return f"a file stands where the folder {where} should be: move it away."
    return None


def output_problem(output: str) -> str:
    """One sentence for what a failed venv or pip printed; else its last lines."""
    number = re.search(r"\[Errno (\d+)\]", output)
    known = os_problem(int(number.group(1)), VENV) if number else None
    if known:
        return known
    unreachable = (
        "NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError"
        "|ProxyError|RemoteDisconnected|Connection refused|Network is unreachable"
    )
    if re.search(unreachable, output):
        return (
            "the packages cannot be fetched: no connection to the package index. "
            "Check the network or the proxy and run it again."
        )
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    told = [line for line in lines if not line.startswith("WARNING:")]
    return "\n  ".join(["the set-up failed. Its last lines:", *(told or lines)[-5:]])


def _digest(lock: str) -> str:
    with open(lock, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def is_ready(lock: str) -> bool:
    """True when .venv was finished with this very lock and this version of Python."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            python, *digests = file.read().split() or [""]
    except (FileNotFoundError, NotADirectoryError):
        return False
    return (
        python == platform.python_version()
        and _digest(lock) in digests
        and os.access(VENV_PYTHON, os.X_OK)
    )


def missing(extras: "tuple[str, ...]") -> "list[str]":
    """The requirements in pyproject.toml that the running Python does not meet."""
    import tomllib

    with open(os.path.join(HERE, "pyproject.toml"), "rb") as file:
        project = tomllib.load(file)["project"]
    wanted = list(project["dependencies"])
    for extra in extras:
        wanted += project["optional-dependencies"][extra]
    return [requirement for requirement in wanted if not _is_met(requirement)]


def _is_met(requirement: str) -> bool:
    from importlib import metadata

    specifier, _, marker = requirement.partition(";")
    here = {"sys_platform": sys.platform, "platform_machine": platform.machine()}
    # A marker is a Python expression over a few names, and this file is our own.
    if marker and not eval(marker.strip(), {"__builtins__": {}}, here):
        return True
    parts = re.fullmatch(r"([\w.-]+)(?:(>=|==)([\d.]+?)(?:\.\*)?)?", specifier.strip())
    if parts is None:
        raise SetupError(
            f"pyproject.toml asks for what run.py cannot read: {specifier}"
        )
    name, comparison, bound = parts.groups()
    try:
        found = _release(metadata.version(name))
    except metadata.PackageNotFoundError:
        return False
    least = _release(bound or "0")
    return found[: len(least)] == least if comparison == "==" else found >= least


def _release(version: str) -> "tuple[int, ...]":
    match = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(part) for part in match.group().split(".")) if match else ()


def _is_inside() -> bool:
    return os.path.realpath(sys.prefix) == os.path.realpath(VENV)


def _is_foreign() -> bool:
    """True when a person made .venv: nothing in it is cleared away or changed."""
    try:
        with open(os.path.join(VENV, "pyvenv.cfg"), encoding="utf-8") as file:
            return PROMPT not in file.read()
    except (FileNotFoundError, NotADirectoryError):
        return False


def _call(*command: str) -> None:
    """Run one step of the set-up in silence; raises SetupError with its complaint."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        close_fds=False,
        env=dict(os.environ, PIP_NO_INPUT="1", PIP_USER="0"),
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise SetupError(output_problem(done.stdout))


def make_venv() -> None:
    """Make .venv anew, with pip in it; raises SetupError."""
    from importlib.util import find_spec

    if find_spec("venv") is None or find_spec("ensurepip") is None:
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        raise SetupError(
            "this Python cannot make an environment, it lacks venv or ensurepip: on "
            f"Debian and Ubuntu install them with `apt-get install {package}`."
        )
    os.makedirs(VENV, exist_ok=True)
    # From inside .venv, sys.executable is among what is cleared away.
    base = getattr(sys, "_base_executable", "") or sys.executable
    maker = base if _is_inside() else sys.executable
    _call(maker, "-m", "venv", "--clear", "--without-pip", "--prompt", PROMPT, VENV)
    # Not by venv itself, which hides why it failed.
    _call(VENV_PYTHON, "-I", "-m", "ensurepip", "--default-pip")


def install(lock: str) -> None:
    """Make .venv hold what the lock says; raises SetupError.

    The stamp is taken away first and written last, so that a set-up interrupted in
    between is done anew the next time.
    """
    only_adds = lock == TEST and is_ready(RUNTIME)
    if os.path.exists(STAMP):
        os.remove(STAMP)
    if not only_adds:
        make_venv()
    # The lock is complete, so pip need not look for what else is wanted; and each
    # package has a wheel, so no compiler is ever called for.
    options = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    options += ["--quiet", "--retries", "2", "--disable-pip-version-check"]
    _call(VENV_PYTHON, "-m", "pip", "install", *options, "-r", lock)
    stamp = [platform.python_version(), _digest(RUNTIME)]
    if lock == TEST:
        stamp.append(_digest(TEST))
    with open(STAMP + ".part", "w", encoding="utf-8") as file:
        file.write("\n".join(stamp) + "\n")
    os.replace(STAMP + ".part", STAMP)


def set_up(lock: str, extras: "tuple[str, ...]", arguments: "list[str]") -> None:
    """Return in a Python that has what is needed, becoming that Python if need be."""
    if _is_inside() and is_ready(lock):
        return
    foreign = _is_foreign()
    if foreign or not _is_inside():
        lacking = missing(extras)
        if not lacking:
            return
        if foreign and _is_inside():
            raise SetupError(
                f"{VENV} was not made by run.py and lacks {', '.join(lacking)}: "
                "install them there, or remove that folder."
            )
    if not foreign:
        _install_once(lock)
    os.execv(VENV_PYTHON, [VENV_PYTHON, os.path.abspath(__file__), *arguments])


def _install_once(lock: str) -> None:
    import fcntl

    if is_ready(lock):
        return
    # Two first runs at the same time must not install over each other; pip inherits
    # the lock, for it lives on when this process is killed.
    folder = os.open(HERE, os.O_RDONLY)
    os.set_inheritable(folder, True)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        if not is_ready(lock):
            what = "the packages for the tests" if lock == TEST else "the packages"
            say(f"Setting up, once: installing {what} into .venv …")
            install(lock)
    finally:
        os.close(folder)


def find_chromium() -> "str | None":
    """The path of the Chromium that the tests drive; None when there is none."""
    told = os.environ.get("WORKBENCH_CHROMIUM")
    if told and not shutil.which(told):
        raise SetupError(f"WORKBENCH_CHROMIUM names no program: {told}")
    for name in [told] if told else CHROMIUMS:
        path = shutil.which(name)
        if path:
            return os.path.abspath(path)
    return _playwright_chromium()


def _playwright_chromium() -> "str | None":
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8"
    )
    return shutil.which(done.stdout.strip() or "no output")


def install_chromium() -> None:
    """Try apt where it may be used, then Playwright's own download; both silent."""
    say("Setting up, once: installing Chromium for the browser tests …")
    if shutil.which("apt-get") and os.geteuid() == 0:
        wait = ["-qq", "-o", "DPkg::Lock::Timeout=120"]
        _quietly("apt-get", *wait, "update")
        _quietly(
            "apt-get", *wait, "-y", "--no-install-recommends", "install", "chromium"
        )
        if shutil.which("chromium"):
            return
    _quietly(sys.executable, "-m", "playwright", "install", "chromium")


def _quietly(*command: str) -> None:
    subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"),
    )


def run_tests(arguments: "list[str]") -> int:
    """Run every check, or with arguments pytest alone; its last line comes last."""
    chromium = find_chromium()
    if chromium is None:
        install_chromium()
        chromium = find_chromium()
    if chromium is not None:
        os.environ["WORKBENCH_CHROMIUM"] = chromium
    elif os.environ.get("CI") == "true":
        raise SetupError("the browser tests need a Chromium and none can be installed.")
    else:
        say("no Chromium was found, so the browser tests are left out.")
    os.chdir(HERE)
    checks = ["ruff check", "ruff format --check", "mypy"]
    failed = [
        check
        for check in ([] if arguments else checks)
        if subprocess.call([sys.executable, "-m", *check.split()])
    ]
    if failed:
        say(f"failed already: {', '.join(failed)}. Now the tests:")
    code = subprocess.call([sys.executable, "-m", "pytest", *arguments])
    return code or int(bool(failed))


def main(arguments: "list[str]") -> int:
    """Set up, then run the command: its exit code, or 2 when set-up cannot go on."""
    problem = python_problem()
    if problem:
        say(problem)
        return 2
    testing = arguments[:1] == ["test"]
    try:
        if testing:
            set_up(TEST, ("test",), arguments)
            return run_tests(arguments[1:])
        set_up(RUNTIME, (), arguments)
    except SetupError as error:
        say(str(error))
        return 2
    except OSError as error:
        say(os_problem(error.errno, str(error.filename or VENV)) or str(error))
        return 2
    except KeyboardInterrupt:
        say("interrupted.")
        return 130
    from workbench.cli import main as command

    sys.argv[1:] = arguments or ["serve"]
    return int(command() or 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

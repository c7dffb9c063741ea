"""A real PostgreSQL of its own for the tests: Debian's programs, a temporary folder, 127.0.0.1 only, gone afterwards."""

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

MISSING = "PostgreSQL is missing: initdb is not on the PATH nor in /usr/lib/postgresql; on Debian: apt-get install postgresql"
LOOSE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")  # nothing here has to outlive the machine


class Cluster:
    """Runs until `stop`; `database()` gives the address of a new empty database."""

    def __init__(self) -> None:
        self._programs = programs()
        self._folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
        self._as: dict[str, object] = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to be run by root
            nobody = _unprivileged()
            os.chown(self._folder, nobody.pw_uid, nobody.pw_gid)
            self._as = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        self._count = itertools.count(1)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._run("initdb", "-D", "data", "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions")
        listening = ("listen_addresses=127.0.0.1", f"port={self.port}", "unix_socket_directories=", *LOOSE)
        self._log = (self._folder / "log").open("wb")
        self._server = subprocess.Popen(
            [self._programs / "postgres", "-D", "data", *(word for setting in listening for word in ("-c", setting))],
            cwd=self._folder, stdout=self._log, stderr=self._log, **self._as,
        )  # fmt: skip
        self._wait()

    def database(self) -> str:
        """The address of a new, empty database, as DASHBOARD_REGISTRY takes it."""
        name = f"registry_{next(self._count)}"
        with self._connected("postgres") as connection:
            connection.execute(f"create database {name}")
        return f"postgresql+psycopg://tests@127.0.0.1:{self.port}/{name}"

    def stop(self) -> None:
        self._server.terminate()  # waits for nobody's connection: a fast shutdown is SIGINT, sent when this was not enough
        try:
            self._server.wait(2)
        except subprocess.TimeoutExpired:
            self._server.send_signal(2)
            self._server.wait(20)
        self._log.close()
        shutil.rmtree(self._folder)

    def _connected(self, name: str) -> psycopg.Connection:
        return psycopg.connect(host="127.0.0.1", port=self.port, user="tests", dbname=name, autocommit=True)

    def _run(self, program: str, *words: str) -> None:
        ran = subprocess.run([self._programs / program, *words], cwd=self._folder, capture_output=True, text=True, check=False, **self._as)
        assert ran.returncode == 0, ran.stderr

    def _wait(self) -> None:
        end = time.monotonic() + 30
        while True:
            try:
                self._connected("postgres").close()
            except psycopg.OperationalError:
                assert self._server.poll() is None and time.monotonic() < end, (self._folder / "log").read_text()
                time.sleep(0.05)
            else:
                return


def programs() -> Path:
    """The folder of initdb and postgres; Debian keeps them off the PATH."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version)
    assert folders, MISSING
    return folders[-1]


def _version(folder: Path) -> int:
    return int(folder.parent.name)


def _unprivileged() -> pwd.struct_passwd:
    """Debian's own user for it, or else nobody."""
    known = {user.pw_name: user for user in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]

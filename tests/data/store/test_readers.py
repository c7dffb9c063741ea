"""Readers during publishes: no error, no answer that mixes two versions, the new version at the next click."""

import json
import subprocess
import sys

import pytest

from data.store.reading import current_version, open_store
from tests import verbs
from tests.data.store.office import A, B, C, Office


@pytest.mark.soak
def test_readers_see_every_store_whole_while_others_are_published(office: Office, full_counts: bool) -> None:
    for unit in ("941", "942", "944", "945"):
        office.send(office.report(unit, "2024-T06", spent={A: 1}))
    office.built_from(office.report("943", "2024-T06", spent={A: 1, B: 1, C: 1}))
    readers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.data.store.reader", str(office.home)],
            cwd=verbs.ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for _ in range(3 if full_counts else 1)
    ]
    try:
        for n in range(20 if full_counts else 5):
            # all lines of the unit hold one amount, and another in every version: a mixed answer shows
            office.send(office.report("943", "2024-T06", spent={A: 2 + n, B: 2 + n, C: 2 + n}))
            assert office.build().how == "part"
            newest = current_version(office.home)
            assert (
                newest
                and open_store(office.home, newest).read("select min(disbursed_vnd)::bigint as x from mart.money where unit_code = '943'")[
                    "x"
                ][0]
                == 2 + n
            )
        for reader in readers:
            told = json.loads(reader.communicate(timeout=60)[0])
            assert told["wrong"] == []
            assert told["asked"] > told["versions"] > 1
    finally:
        for reader in readers:
            reader.kill()  # one that a failed assertion left asking would ask for ever

"""The .deb, built from this checkout, does its work in a minimal Debian: what ``packaging/proof`` found, as a test.

Its job runs beside the other tests; run alone (``pytest -m package``) this waits for it.
"""

from __future__ import annotations

import faulthandler
from typing import TYPE_CHECKING

import pytest

from tests.packaging.conftest import lacking

if TYPE_CHECKING:
    from tests.packaging.conftest import Job

LIMIT_S = 1200
"""Seconds: three minutes on a quiet machine, and it has less than half of one beside the other tests."""


@pytest.mark.package
@pytest.mark.skipif(bool(lacking()), reason=f"the package was not tried: {lacking()}")
@pytest.mark.timeout(LIMIT_S + 60)
def test_the_package_works_in_a_minimal_debian(package_job: Job) -> None:
    """Fails with what the proof printed; where it could not be tried, the summary says why."""
    faulthandler.cancel_dump_traceback_later()  # run alone it waits for minutes, and nothing hangs
    code, said = package_job.result(LIMIT_S)
    print(said)
    if code == 3:  # the tools are there, and no package source answers
        reasons = [line for line in said.splitlines() if "not tried: " in line]
        pytest.xfail(f"the package was not tried: {reasons[-1].partition('not tried: ')[2]}")
    if code:
        pytest.fail(f"build and proof of the package ended with {code}:\n{said[-6000:]}", pytrace=False)
    assert "proof: holds" in said

"""The company's file for ``vigie doctor``: where it is, what it sets, what of it is not in force and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from console import managed
from console.domain.errors import EnvironmentFailure
from console.encrypted import Answer, look
from console.managed_words import fault_sentence, told
from console.services.company import exempt

if TYPE_CHECKING:
    from pathlib import Path

    from console.managed import Managed


def company_checks(language: str) -> list[dict[str, Any]]:
    """One line for each key in force, one for each fault; a single one where no company set up this machine."""
    company = managed.current()
    if company.path is None:
        return [_check("company", "none", ok=True)]
    found = [_check("company", str(company.path), ok=not company.faults)]
    for key in company.given:
        if key == "locked":
            continue
        found.append(_check(f"company {key}", told(company, key, language), ok=True))
    for fault in company.faults:
        said = _check("company fault", fault_sentence(fault, language), ok=False)
        found.append({**said, "line": fault.line, "key": fault.key, "code": fault.code})
    return found + _deeper(company)


_DISK = {
    Answer.YES: {"en": "encrypted", "fr": "chiffré"},
    Answer.NO: {"en": "not encrypted", "fr": "pas chiffré"},
    Answer.UNKNOWN: {"en": "nobody can tell whether it is encrypted", "fr": "rien ne dit s’il est chiffré"},
}


def disk_check(path: Path, language: str) -> dict[str, Any]:
    """Whether the disk under a workspace is encrypted; a fault only where the company requires it."""
    company = managed.current()
    found = look(path, company.encrypted_folders)
    words = _DISK[found.answer][language] + (f" ({found.by})" if found.by else "")
    required = company.encryption == "required" and not exempt(path)
    return {
        **_check("disk", words, ok=found.answer is Answer.YES or not required),
        "answer": found.answer.value,
    }


def _check(name: str, what: str, *, ok: bool) -> dict[str, Any]:
    return {"check": name, "ok": ok, "found": what}


def _deeper(company: Managed) -> list[dict[str, Any]]:
    """What is too slow to look at with each start: whether the policy is one, and the certificates are some."""
    found = []
    if company.policy is not None:
        from console.policy import load_policy

        loaded = load_policy(company.policy)
        faults = [f"{one.file}:{one.line}: {one.code}" for one in loaded.errors[:5]]
        if faults:
            found.append(_check("company policy", ", ".join(faults), ok=False))
    if company.ca_bundle is not None:
        from console.connectors.network import tls_context

        try:
            tls_context("https")
        except EnvironmentFailure as error:
            found.append(_check("company ca_bundle", error.code, ok=False))
    return found

"""The project stands alone: no file of it leans on one machine or tells a client where to download from."""

from __future__ import annotations

import re

from tests.architecture.tree import ROOT, own_files

#: Hosts of package registries and model hubs, in two halves so that this list does not match itself. Which one a
#: client asks is the business of the machine it runs on.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("download", "pytorch", "org"),
        ("huggingface", "co"),
        ("static", "crates", "io"),
        ("proxy", "golang", "org"),
    )
]
FORBIDDEN = re.compile(
    "|".join(
        [*(re.escape(host) for host in HOSTS), r"(?<![\w.])/" + r"work/(?:main|shared)", r"\.\./" + "shared/"]
    ),
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[a-z]+://| @ ")


def test_no_file_names_a_machine_or_a_registry() -> None:
    """Neither a path of somebody's machine nor a download host is in any file."""
    found = []
    for path in own_files():
        data = path.read_bytes()
        if b"\0" in data[:8192]:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if match := FORBIDDEN.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {match.group()}")
    assert found == []


def test_locks_carry_hashes_and_no_address() -> None:
    """Every locked release has its hashes; none says where to fetch it."""
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-package.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not ADDRESS.search(text), name
        blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
        releases = [block for block in blocks if "==" in block.split("\n", 1)[0]]
        assert len(releases) > 20
        assert [block.split("\n", 1)[0] for block in releases if "--hash=sha256:" not in block] == [], name


def test_the_locks_agree() -> None:
    """Tests run on the releases that users get, and packages are built of them."""

    def releases(name: str) -> dict[str, str]:
        pairs = re.findall(
            r"^([A-Za-z0-9._-]+)==([^\s;]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE
        )
        return dict(pairs)

    base = releases("requirements.lock")
    assert base.items() <= releases("requirements-dev.lock").items()
    assert base.items() <= releases("requirements-package.lock").items()


def test_the_base_lock_has_no_large_model() -> None:
    """torch adds hundreds of megabytes and never enters the base."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert re.findall(r"^(?:torch|transformers|detoxify|nvidia[^=]*)==", text, re.MULTILINE) == []

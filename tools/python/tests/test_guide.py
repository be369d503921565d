"""The guide for notebooks: its Python, from its first line to its last, in one run."""

import re
import shutil
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
GUIDES = ["docs/guides/notebook.md", "tools/python/README.md"]


@pytest.mark.parametrize("guide", GUIDES)
def test_the_code_of_a_guide_runs(guide, tmp_path, monkeypatch):
    pytest.importorskip("pandas")
    code = re.findall(r"^```python\n(.*?)^```", (PROJECT / guide).read_text(encoding="utf-8"), re.M | re.S)
    assert code, f"{guide} has no code"
    shutil.copytree(PROJECT / "examples" / "data", tmp_path / "examples" / "data")
    monkeypatch.chdir(tmp_path)
    exec("\n".join(code), {})

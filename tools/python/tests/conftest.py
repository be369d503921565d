from pathlib import Path

import pytest

ARTICLE = Path(__file__).resolve().parents[3] / "examples" / "data" / "security_council.txt"


@pytest.fixture(scope="session")
def article() -> str:
    return ARTICLE.read_text(encoding="utf-8")

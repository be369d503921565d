"""Types of the compiled module."""

from collections.abc import Iterable
from typing import Any, Literal, TypedDict, final

__version__: str

_Genre = Literal["auto", "news", "fiction", "transcript"]
_Kind = Literal["direct", "mixed", "indirect", "turn"]
_Mark = Literal["double", "single", "guillemets", "corners"]
_SpeakerKind = Literal["person", "organisation", "group", "document", "narrator", "other"]
_Gender = Literal["male", "female"]
_Offsets = Literal["bytes", "chars", "utf16"]

class _Name(TypedDict):
    name: str

class KnownSpeaker(_Name, total=False):
    """A speaker who is known beforehand, as a dict."""

    aliases: Iterable[str]
    id: str | None

class Row(TypedDict):
    """One row of `Analysis.to_dicts`."""

    index: int
    paragraph: int
    kind: _Kind | None
    speaker: str | None
    speaker_id: str | None
    gender: _Gender | None
    source: str | None
    cue: str | None
    rule: str | None
    confidence: float | None
    speaker_confidence: float | None
    text: str
    start: int
    end: int

@final
class Passage:
    """A part of the text: `text[passage.start:passage.end] == passage.text`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...

@final
class Quotation:
    """The text between quotation marks."""

    @property
    def index(self) -> int: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def sentence(self) -> int: ...
    @property
    def analysis(self) -> Analysis: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def content(self) -> Passage: ...
    @property
    def parent(self) -> Quotation | None: ...
    @property
    def attribution(self) -> Attribution | None: ...
    @property
    def speaker(self) -> Speaker | None: ...

@final
class Attribution:
    """A statement and its source: somebody says something."""

    @property
    def index(self) -> int: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def sentence(self) -> int: ...
    @property
    def analysis(self) -> Analysis: ...
    @property
    def kind(self) -> _Kind: ...
    @property
    def content(self) -> list[Passage]: ...
    @property
    def cue(self) -> Passage | None: ...
    @property
    def source(self) -> Passage | None: ...
    @property
    def speaker(self) -> Speaker | None: ...
    @property
    def parent(self) -> Attribution | None: ...
    @property
    def quotations(self) -> list[Quotation]: ...
    @property
    def rule(self) -> str: ...
    @property
    def confidence(self) -> float: ...
    @property
    def speaker_confidence(self) -> float | None: ...

@final
class Speaker:
    """A person, organisation or group that is reported to have said something."""

    @property
    def index(self) -> int: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def sentence(self) -> int: ...
    @property
    def analysis(self) -> Analysis: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> _SpeakerKind: ...
    @property
    def gender(self) -> _Gender | None: ...
    @property
    def id(self) -> str | None: ...
    @property
    def titles(self) -> list[str]: ...
    @property
    def mentions(self) -> list[Passage]: ...
    @property
    def attributions(self) -> list[Attribution]: ...
    @property
    def quotations(self) -> list[Quotation]: ...

@final
class Analysis:
    """Who said what in one text."""

    @property
    def text(self) -> str: ...
    @property
    def quotations(self) -> list[Quotation]: ...
    @property
    def attributions(self) -> list[Attribution]: ...
    @property
    def speakers(self) -> list[Speaker]: ...
    def to_dicts(self) -> list[Row]: ...
    def to_json(self, *, id: Any = None, offsets: _Offsets | None = None) -> str: ...

@final
class Explanation:
    """Who said what in one text, and every decision that led to it."""

    @property
    def analysis(self) -> Analysis: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __format__(self, spec: str, /) -> str: ...

@final
class Attributor:
    """Reads texts with a configuration."""

    def __new__(
        cls,
        *,
        speakers: Iterable[str | KnownSpeaker] | None = None,
        cues: Iterable[str] | None = None,
        cue_verbs: Iterable[str] | None = None,
        genre: _Genre | None = None,
        kinds: Iterable[_Kind] | None = None,
        min_confidence: float | None = None,
        nested_statements: bool = False,
        marks: Iterable[_Mark] | None = None,
        language: Literal["english"] | None = None,
    ) -> Attributor: ...
    def attribute(self, text: str) -> Analysis: ...
    def explain(self, text: str) -> Explanation: ...
    def attribute_many(self, texts: Iterable[str], *, threads: int | None = None) -> list[Analysis]: ...

def attribute(text: str) -> Analysis: ...
def attribute_many(texts: Iterable[str], *, threads: int | None = None) -> list[Analysis]: ...

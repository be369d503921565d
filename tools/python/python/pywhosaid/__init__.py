"""Reads a text and says who said what: quotations and reported statements, each linked to its speaker.

>>> import pywhosaid
>>> analysis = pywhosaid.attribute("“We won,” said Wang Yi. “Nobody lost,” he added.")
>>> [(quotation.speaker.name, quotation.text) for quotation in analysis.quotations]
[('Wang Yi', '“We won,”'), ('Wang Yi', '“Nobody lost,”')]
"""

from ._pywhosaid import (
    Analysis,
    Attribution,
    Attributor,
    Explanation,
    Passage,
    Quotation,
    Speaker,
    __version__,
    attribute,
    attribute_many,
)

__all__ = [
    "Analysis",
    "Attribution",
    "Attributor",
    "Explanation",
    "Passage",
    "Quotation",
    "Speaker",
    "__version__",
    "attribute",
    "attribute_many",
]

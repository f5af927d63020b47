"""The one error of the program: why it does not go on, and what to do about it."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """Says what was found, what was expected and what to do; `code` is for programs."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        found: str | None = None,
        expected: str | None = None,
        cure: str | None = None,
        details: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.found = found
        self.expected = expected
        self.cure = cure
        self.details = details

    def to_json(self) -> dict[str, Any]:
        """The error as a report carries it; what is not known is left out."""
        parts = {
            "code": self.code,
            "message": self.message,
            "found": self.found,
            "expected": self.expected,
            "cure": self.cure,
            "details": self.details,
        }
        return {key: value for key, value in parts.items() if value is not None}

"""What one kind of entry holds. A subclass says its `kind`; reading forgives fields that a kind no longer has."""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, field_validator

KINDS: dict[str, type["Body"]] = {}


def writable(text: str) -> str:
    """Without what PostgreSQL cannot keep, the letter NUL and halves of letters (from broken copies), so that no database differs."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")


class Body(BaseModel):
    """The fields of an entry. A field added later needs a default: older versions are never rewritten.

    `is_filed`: the archive gets it at the next build, since figures or their log show it; False: it lives in the registry alone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    kind: ClassVar[str]
    is_filed: ClassVar[bool] = True

    @field_validator("*", mode="before")
    @classmethod
    def _writable(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return {cls._writable(name): cls._writable(each) for name, each in value.items()}
        return writable(value) if isinstance(value, str) else value

    @classmethod
    def __pydantic_init_subclass__(cls, **given: Any) -> None:
        super().__pydantic_init_subclass__(**given)
        if KINDS.setdefault(cls.kind, cls) is not cls:
            raise TypeError(f"two kinds of entry are called {cls.kind}")

    @classmethod
    def kept(cls, fields: dict[str, Any]) -> Self:
        """From what the database keeps, maybe written by an older program."""
        return cls.model_validate({name: value for name, value in fields.items() if name in cls.model_fields})

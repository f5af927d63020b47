"""Methods of tags-input: suggestions from a column, rows that have the tags, rules."""

import collections as _collections
import re as _re
import typing as _typing
import unicodedata as _unicodedata

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
    @classmethod
    def from_column(cls, frame: _typing.Any, column: str, **traits: _typing.Any) -> _typing.Any:
        """Tags with the tags of a column as suggestions, the most frequent first.

        `frame` is a pandas, polars, pyarrow or any other eager frame that narwhals knows. A cell
        holds one tag, several in a text with commas, or a list of them; missing ones hold none.
        """
        import narwhals as _nw

        cells = _nw.from_native(frame, eager_only=True)[column].to_list()
        counts: _collections.Counter[str] = _collections.Counter()
        spelled: dict[str, str] = {}
        for cell in cells:
            for tag in cls._tags_of(cell):
                counts[cls._key(tag)] += 1
                spelled.setdefault(cls._key(tag), tag)
        return cls(suggestions=[spelled[key] for key, _ in counts.most_common()], **traits)

    def matches(
        self, cells: _typing.Iterable[_typing.Any], how: _typing.Literal["any", "all"] = "any"
    ) -> list[bool]:
        """For each cell whether it has one of the tags, or all of them; without tags, always.

        A cell is one tag, several in a text with commas, or a list of them. Case does not count.
        """
        if how not in ("any", "all"):
            raise ValueError(f"matches: expected how to be 'any' or 'all'; found {how!r}")
        wanted = {self._key(tag) for tag in self.value}
        if not wanted:
            return [True for _ in cells]
        found = ({self._key(tag) for tag in self._tags_of(cell)} for cell in cells)
        if how == "all":
            return [wanted <= tags for tags in found]
        return [not wanted.isdisjoint(tags) for tags in found]

    def rows(
        self, frame: _typing.Any, column: str, how: _typing.Literal["any", "all"] = "any"
    ) -> _typing.Any:
        """The rows whose cell in `column` has one of the tags, or all; a frame as it was given."""
        import narwhals as _nw

        table = _nw.from_native(frame, eager_only=True)
        return table.filter(self.matches(table[column].to_list(), how)).to_native()

    @staticmethod
    def _tags_of(cell: _typing.Any) -> list[str]:
        if isinstance(cell, str):
            parts: _typing.Iterable[_typing.Any] = _re.split(r"[,\t\r\n]+", cell)
        elif isinstance(cell, _typing.Iterable):
            parts = cell
        else:
            # NaN and NaT differ from themselves; pandas' NA will not say.
            parts = [] if str(cell) in ("nan", "NaT", "<NA>") else [cell]
        return [tag for tag in (str(each).strip() for each in parts if each is not None) if tag]

    @staticmethod
    def _key(tag: str) -> str:
        return _unicodedata.normalize("NFC", tag).lower()

    def _refuse(self, trait: str, why: str) -> _traitlets.TraitError:
        return _traitlets.TraitError(f"{type(self).__name__}.{trait}: expected {why}")

    @_traitlets.validate("value")
    def _check_value(self, proposal: dict[str, _typing.Any]) -> list[str]:
        tags = [tag.strip() for tag in proposal["value"]]
        seen: dict[str, str] = {}
        for tag in tags:
            if not tag:
                raise self._refuse("value", "tags with some text; found an empty one")
            twin = seen.get(self._key(tag))
            if twin is not None:
                raise self._refuse(
                    "value", f"each tag once, whatever its case; found {twin!r} and {tag!r}"
                )
            seen[self._key(tag)] = tag
            if self.max_length is not None and len(tag) > self.max_length:
                raise self._refuse(
                    "value",
                    f"tags of at most {self.max_length} characters (max_length); found {tag!r} "
                    f"with {len(tag)}",
                )
            if self.pattern and not _re.fullmatch(self.pattern, tag):
                hint = f": {self.pattern_message}" if self.pattern_message else ""
                raise self._refuse(
                    "value", f"tags that fit the pattern {self.pattern!r}; found {tag!r}{hint}"
                )
        if self.max_tags is not None and len(tags) > self.max_tags:
            raise self._refuse(
                "value", f"at most {self.max_tags} tags (max_tags); found {len(tags)}"
            )
        return tags

    @_traitlets.validate("pattern")
    def _check_pattern(self, proposal: dict[str, _typing.Any]) -> str:
        pattern: str = proposal["value"]
        try:
            _re.compile(pattern)
        except _re.error as error:
            raise self._refuse(
                "pattern", f"a regular expression; found {pattern!r}: {error}"
            ) from None
        return pattern

"""Methods of the sortable list: its order applied to frames, and a list made from a column."""

import collections as _collections
import typing as _typing

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
    _accepted: tuple[str, ...] = ()

    @classmethod
    def from_column(cls, frame: _typing.Any, column: str, **traits: _typing.Any) -> _typing.Any:
        """A list of the distinct texts of a column, in the order they first appear.

        `frame` is a pandas, polars, pyarrow or any other eager frame that narwhals knows;
        missing values are left out, others are turned into text.
        """
        import narwhals as _nw

        values = _nw.from_native(frame, eager_only=True)[column].to_list()
        found = (str(each) for each in values if each is not None and each == each)
        return cls(value=list(dict.fromkeys(found)), **traits)

    def ranks(self) -> dict[str, int]:
        """The place of each text, from 1; of a text that repeats, its first."""
        ranks: dict[str, int] = {}
        for place, text in enumerate(self.value, start=1):
            ranks.setdefault(text, place)
        return ranks

    def arrange(self, frame: _typing.Any, column: str, *, others: bool = True) -> _typing.Any:
        """The rows of a frame in the order of the list, by the texts of a column.

        Rows of one text keep their order. Rows whose text is not in the list come last, or are
        left out with `others=False`. Takes and gives any eager frame that narwhals knows.
        """
        import narwhals as _nw

        table = _nw.from_native(frame, eager_only=True)
        ranks = self.ranks()
        places = [ranks.get(str(each), len(ranks) + 1) for each in table[column].to_list()]
        rows = sorted(range(len(places)), key=places.__getitem__)
        if not others:
            rows = [row for row in rows if places[row] <= len(ranks)]
        return table[rows].to_native()

    @_traitlets.validate("value")
    def _check_value(self, proposal: dict[str, _typing.Any]) -> list[str]:
        texts: list[str] = proposal["value"]
        name = type(self).__name__
        # Limits that came later do not make a list wrong that was right: only more of it is.
        before = _collections.Counter(self._accepted)
        if self.max_items is not None and len(texts) > max(self.max_items, before.total()):
            raise _traitlets.TraitError(
                f"{name}.value: expected at most {self.max_items} texts (max_items); "
                f"found {len(texts)}"
            )
        for text, count in _collections.Counter(texts).items() if self.unique else ():
            if count > max(1, before[text]):
                raise _traitlets.TraitError(
                    f"{name}.value: expected each text once (unique); found {text!r} {count} times"
                )
        return texts

    @_traitlets.observe("value")
    def _accept_value(self, change: dict[str, _typing.Any]) -> None:
        self._accepted = tuple(change["new"])

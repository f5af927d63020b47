"""Compare in Python: candidates made, choices by name, a ranking by Bradley and Terry."""

import base64 as _base64
import io as _io
import itertools as _itertools
import math as _math
import os as _os
import pathlib as _pathlib
import typing as _typing

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
    @classmethod
    def from_frame(
        cls,
        frame: _typing.Any,
        columns: _typing.Sequence[str],
        *,
        context: str | None = None,
        markdown: bool = False,
        together: bool = False,
        **traits: _typing.Any,
    ) -> _typing.Any:
        """A comparison of columns, row by row: the answers of models to a prompt, say.

        The columns' names are ranked. `context` names a column to show above them. In each row
        all pairs of columns meet, or all columns at once with `together`. A row's missing values
        are left out. With `markdown` texts are rendered.
        """
        import narwhals as _nw

        rows = _nw.from_native(frame, eager_only=True)
        wanted = [*columns, *([context] if context else [])]
        missing = [name for name in wanted if name not in rows.columns]
        if missing:
            raise ValueError(f"The frame has no column {missing[0]!r}, only {rows.columns}.")
        items: list[_typing.Any] = []
        names: list[str] = []
        pairs: list[dict[str, _typing.Any]] = []
        for row in rows.iter_rows(named=True):
            start = len(items)
            for name in columns:
                found = row[name]
                if found is None or found != found:
                    continue
                text = found if isinstance(found, str | dict | list) else str(found)
                items.append({"markdown": text} if markdown and isinstance(text, str) else text)
                names.append(name)
            above = "" if context is None or row[context] is None else str(row[context])
            size = len(items) if together else 2
            present = range(start, len(items))
            found_pairs = [tuple(present)] if together else _itertools.combinations(present, size)
            pairs += [{"items": list(each), "context": above} for each in found_pairs if each[1:]]
        return cls(items=items, names=names, pairs=pairs, **traits)

    @classmethod
    def image(cls, source: _typing.Any, **fields: _typing.Any) -> dict[str, _typing.Any]:
        """A candidate that is a picture, with `fields` below it; `alt` says it in words.

        `source`: a path, the bytes of an image file, a Pillow image, a matplotlib figure, or a
        `data:` address.
        """
        return {"image": cls._address(source), **fields}

    @classmethod
    def markdown(cls, text: str, **fields: _typing.Any) -> dict[str, _typing.Any]:
        """A candidate that is a text in markdown, with `fields` below it."""
        return {"markdown": text, **fields}

    @property
    def results(self) -> list[dict[str, _typing.Any]]:
        """The choices by name, latest last: pair, context, shown, winner, verdict and ms."""
        return [
            {
                "pair": each["pair"],
                "context": self._context(each["pair"]),
                "shown": [self._name(item) for item in each["shown"]],
                "winner": None if each["winner"] is None else self._name(each["winner"]),
                "verdict": each["verdict"],
                "ms": each["ms"],
            }
            for each in self.choices
        ]

    def ranking(self, *, prior: float = 0.1, bad: bool = True, frame: bool = False) -> _typing.Any:
        """The names from the best to the worst, by the model of Bradley and Terry.

        A list of records: `rank`, `name`, `strength` (its log-odds against an average one: a
        wins against b with odds of e ** (a - b)), `error` (its standard error), `low` and `high`
        (95 %), `wins`, `losses`, `ties`. With `frame` a frame, in polars, pandas or pyarrow,
        whichever there is.

        A tie is half a win for each; so is "both bad", unless `bad` is False, when it does not
        count. A winner of several wins against each of the others. Skipped ones do not count.
        `prior` wins and as many losses against an average one are added for each name, so that
        one that has won all or nothing has a strength too. Without (0) it is the estimate of
        maximum likelihood, a ValueError where there is none.
        """
        if not 0 <= prior < _math.inf:
            raise ValueError(f"prior: expected a number from 0; found {prior!r}")
        names = list(dict.fromkeys(self._name(item) for item in range(len(self.items))))
        place = {name: index for index, name in enumerate(names)}
        size = len(names)
        won: list[dict[int, float]] = [{} for _ in names]
        tally = [[0, 0, 0] for _ in names]
        for choice in self.choices:
            verdict, winner = choice["verdict"], choice["winner"]
            if verdict == "skip" or (verdict == "bad" and not bad):
                continue
            for pair in _itertools.combinations(choice["shown"], 2):
                if max(pair) >= len(self.items) or (verdict == "pick" and winner not in pair):
                    continue
                one, two = (place[self._name(item)] for item in pair)
                if one == two:
                    continue
                first = 0.5 if verdict != "pick" else float(winner == pair[0])
                for who, other, part in ((one, two, first), (two, one, 1 - first)):
                    won[who][other] = won[who].get(other, 0) + part
                    tally[who][2 if part == 0.5 else 1 - int(part)] += 1
        strengths = self._strengths(won, prior)
        errors = self._errors(strengths, won, prior)
        order = sorted(range(size), key=lambda who: -strengths[who])
        records = [
            {
                "rank": 1 + sum(each > strengths[who] + 1e-9 for each in strengths),
                "name": names[who],
                "strength": strengths[who],
                "error": errors[who],
                "low": strengths[who] - 1.96 * errors[who],
                "high": strengths[who] + 1.96 * errors[who],
                "wins": tally[who][0],
                "losses": tally[who][1],
                "ties": tally[who][2],
            }
            for who in order
        ]
        return self._frame_of(records) if frame else records

    def to_frame(self) -> _typing.Any:
        """The `results` as a frame: polars, pandas or pyarrow, whichever there is."""
        return self._frame_of(self.results)

    @staticmethod
    def _strengths(won: list[dict[int, float]], prior: float) -> list[float]:
        """Log-strengths about a mean of 0, by minorization and maximization (Hunter, 2004)."""
        size = len(won)
        # There is a maximum where each has won against each, by way of others at least.
        for ahead in (True, False) if prior == 0 and size > 0 else ():
            reached, front = {0}, [0]
            while front:
                at = front.pop()
                near = [
                    other
                    for other in won[at]
                    if other not in reached and (won[at][other] if ahead else won[other][at]) > 0
                ]
                reached.update(near)
                front += near
            if len(reached) < size:
                raise ValueError(
                    "Without a prior there is no ranking: some never won against the others, not "
                    "even by way of others. Expected prior to be more than 0, such as 0.1."
                )
        score = [sum(row.values()) for row in won]
        gamma = [1.0] * size
        for _ in range(20_000):
            change = 0.0
            for who in range(size):
                weight = sum(
                    (points + won[other][who]) / (gamma[who] + gamma[other])
                    for other, points in won[who].items()
                )
                weight += 2 * prior / (gamma[who] + 1)
                if weight == 0:
                    continue
                new = (score[who] + prior) / weight
                change = max(change, abs(_math.log(new / gamma[who])))
                gamma[who] = new
            if change < 1e-11:
                break
        logs = [_math.log(each) for each in gamma]
        mean = sum(logs) / size if size else 0.0
        return [round(each - mean, 9) for each in logs]

    @staticmethod
    def _errors(strengths: list[float], won: list[dict[int, float]], prior: float) -> list[float]:
        """Standard errors of strengths about their mean, from the observed information."""
        size = len(strengths)
        # The mean itself is not known, and not wanted: a constant makes the matrix regular.
        matrix = [[1 / max(size, 1)] * size for _ in range(size)]
        for who in range(size):
            for other, points in won[who].items():
                chance = 1 / (1 + _math.exp(strengths[other] - strengths[who]))
                known = (points + won[other][who]) * chance * (1 - chance)
                matrix[who][who] += known
                matrix[who][other] -= known
            chance = 1 / (1 + _math.exp(-strengths[who]))
            matrix[who][who] += 2 * prior * chance * (1 - chance)
        inverse = [[float(row == column) for column in range(size)] for row in range(size)]
        for at in range(size):
            pivot = max(range(at, size), key=lambda row: abs(matrix[row][at]))
            matrix[at], matrix[pivot] = matrix[pivot], matrix[at]
            inverse[at], inverse[pivot] = inverse[pivot], inverse[at]
            by = matrix[at][at]
            matrix[at] = [each / by for each in matrix[at]]
            inverse[at] = [each / by for each in inverse[at]]
            for row in range(size):
                by = matrix[row][at]
                if row != at and by != 0:
                    pairs = zip(matrix[row], matrix[at], strict=True)
                    matrix[row] = [each - by * other for each, other in pairs]
                    pairs = zip(inverse[row], inverse[at], strict=True)
                    inverse[row] = [each - by * other for each, other in pairs]
        rows = [sum(row) / size for row in inverse]
        total = sum(rows) / size if size else 0.0
        variances = [inverse[who][who] - 2 * rows[who] + total for who in range(size)]
        return [_math.sqrt(max(each, 0.0)) for each in variances]

    def _name(self, item: int) -> str:
        name = self.names[item] if item < len(self.names) else ""
        return name or f"Item {item + 1}"

    def _context(self, pair: int) -> str:
        found = self.pairs[pair] if pair < len(self.pairs) else None
        return found["context"] if isinstance(found, dict) else ""

    @staticmethod
    def _frame_of(records: list[dict[str, _typing.Any]]) -> _typing.Any:
        import narwhals as _nw

        values = {name: [each[name] for each in records] for name in (records or [{}])[0]}
        for kind in ("polars", "pandas", "pyarrow"):
            try:
                return _nw.from_dict(values, backend=kind).to_native()
            except ImportError:
                continue
        raise ImportError("A frame needs polars, pandas or pyarrow, and none is installed.")

    @_traitlets.validate("pairs")
    def _check_pairs(self, proposal: dict[str, _typing.Any]) -> list[dict[str, _typing.Any]]:
        return self._complete(proposal["value"])

    def _complete(self, pairs: list[_typing.Any]) -> list[dict[str, _typing.Any]]:
        """Pairs as records of items and context."""
        complete = []
        for place, given in enumerate(pairs):
            record = given if isinstance(given, dict) else {"items": given}
            items, context = record.get("items"), record.get("context", "")
            count = len(self.items)
            right = (
                isinstance(items, list | tuple)
                and all(type(each) is int and 0 <= each < count for each in items)
                and 2 <= len(set(items)) == len(items) <= 9
                and isinstance(context, str)
                and record.keys() <= {"items", "context"}
            )
            if not right:
                raise _traitlets.TraitError(
                    f"pairs[{place}]: expected two to nine different indices of the {count} "
                    f'items, or a record of such "items" and a "context" text; found {given!r}'
                )
            complete.append({"items": list(items or ()), "context": context})
        return complete

    @_traitlets.validate("names")
    def _check_names(self, proposal: dict[str, _typing.Any]) -> list[str]:
        names: list[str] = proposal["value"]
        if len(names) > len(self.items) > 0:
            raise _traitlets.TraitError(
                f"names: expected at most one for each of the {len(self.items)} items; "
                f"found {len(names)}"
            )
        return names

    @_traitlets.validate("choices")
    def _check_choices(self, proposal: dict[str, _typing.Any]) -> list[dict[str, _typing.Any]]:
        choices: list[dict[str, _typing.Any]] = proposal["value"]
        # All of them may arrive at once, in any order.
        pairs = self._complete(self.pairs)
        for place, choice in enumerate(choices):
            shown, winner = choice["shown"], choice["winner"]
            known = range(len(self.items))
            if pairs:
                known = pairs[choice["pair"]]["items"] if choice["pair"] < len(pairs) else range(0)
            wrong = ""
            if not set(shown) <= set(known) or len(set(shown)) != len(shown):
                wrong = "shown to be items of its pair"
            elif (winner is None) == (choice["verdict"] == "pick"):
                wrong = "a winner where the verdict is pick, and only there"
            elif winner is not None and winner not in shown:
                wrong = "a winner that was shown"
            if wrong:
                raise _traitlets.TraitError(f"choices[{place}]: expected {wrong}; found {choice!r}")
        return choices

    @staticmethod
    def _address(source: _typing.Any) -> str:
        if isinstance(source, str) and source.startswith(("data:image/", "blob:")):
            return source
        if isinstance(source, str | _os.PathLike):
            source = _pathlib.Path(source).read_bytes()
        elif not isinstance(source, bytes | bytearray | memoryview):
            save = getattr(source, "savefig", None) or getattr(source, "save", None)
            if not callable(save):
                raise TypeError(
                    "An image is a path, bytes, a Pillow image, a figure or a data: address, "
                    f"not a {type(source).__name__}."
                )
            file = _io.BytesIO()
            save(file, format="PNG")
            source = file.getvalue()
        content = bytes(source)
        start = content[:512].lstrip()
        kinds = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp"}
        kind = next((name for magic, name in kinds.items() if content.startswith(magic)), "")
        if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
            kind = "webp"
        elif start[4:12] in (b"ftypavif", b"ftypavis"):
            kind = "avif"
        elif start.startswith(b"<") and b"<svg" in content:
            kind = "svg+xml"
        if not kind:
            raise ValueError(
                "Found bytes that no browser shows as an image, expected PNG, JPEG, GIF, WebP, "
                f"AVIF, BMP or SVG. They start with {content[:12]!r}."
            )
        return f"data:image/{kind};base64,{_base64.b64encode(content).decode()}"

# inlay: compare 0.1.0 f91dfc7a9e094f6f
import base64 as _base64
import collections.abc as _abc
import copy as _copy
import io as _io
import itertools as _itertools
import json as _json
import math as _math
import numbers as _numbers
import os as _os
import pathlib as _pathlib
import reprlib as _reprlib
import typing as _typing

import anywidget as _anywidget
import traitlets as _traitlets


class _Trait(_traitlets.TraitType[_typing.Any, _typing.Any]):
    """Keeps what `fit` gives back; `fit` refuses what is not allowed."""

    def __init__(self, initial: _typing.Any = None, *, nullable: bool = False) -> None:
        super().__init__(allow_none=nullable)
        self.initial = initial
        self.tag(to_json=lambda value, _: self.pack(value))
        self.tag(from_json=lambda wire, _: self.unpack(wire))

    def make_dynamic_default(self) -> _typing.Any:
        return _copy.deepcopy(self.initial)

    def validate(self, obj: _typing.Any, value: _typing.Any) -> _typing.Any:
        try:
            return self.accept(value, str(self.name))
        except _traitlets.TraitError as error:
            raise _traitlets.TraitError(f"{type(obj).__name__}.{error}") from None

    def accept(self, value: _typing.Any, where: str) -> _typing.Any:
        return None if value is None and self.allow_none else self.fit(value, where)

    def fit(self, value: _typing.Any, where: str) -> _typing.Any:
        return value

    def refuse(self, value: _typing.Any, where: str, why: str = "") -> _typing.NoReturn:
        found = f"{type(value).__name__} {' '.join(_reprlib.repr(value).split())}"
        allowed = self.info() + (" or None" if self.allow_none else "")
        raise _traitlets.TraitError(f"{where}: expected {allowed}; found {found}{why}")

    def pack(self, value: _typing.Any) -> _typing.Any:
        return value

    def unpack(self, wire: _typing.Any) -> _typing.Any:
        return wire


class _Bool(_Trait):
    def fit(self, value: _typing.Any, where: str) -> bool:
        if type(value).__name__ not in ("bool", "bool_"):
            self.refuse(value, where)
        return bool(value)

    def info(self) -> str:
        return "True or False"


class _Number(_Trait):
    """A number between two limits, both allowed."""

    noun = "a number"
    abstract: type[_typing.Any] = _numbers.Real

    def __init__(
        self,
        initial: _typing.Any = None,
        *,
        at_least: float = -_math.inf,
        at_most: float = _math.inf,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.at_least = at_least
        self.at_most = at_most

    def fit(self, value: _typing.Any, where: str) -> _typing.Any:
        if isinstance(value, bool) or not isinstance(value, self.abstract):
            self.refuse(value, where)
        if not _math.isfinite(value) or not self.at_least <= value <= self.at_most:
            self.refuse(value, where)
        return float(value)

    def info(self) -> str:
        low = "" if self.at_least == -_math.inf else f" from {self.at_least}"
        high = "" if self.at_most == _math.inf else f" up to {self.at_most}"
        return self.noun + low + high


class _Int(_Number):
    noun = "a whole number"
    abstract = _numbers.Integral

    def fit(self, value: _typing.Any, where: str) -> int:
        super().fit(value, where)
        if abs(value) >= 2**53:
            self.refuse(value, where, ", which is beyond 2**53")
        return int(value)


class _Text(_Trait):
    """A text of at most `at_most` characters."""

    def __init__(
        self,
        initial: _typing.Any = "",
        *,
        at_most: float = _math.inf,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.at_most = at_most

    def fit(self, value: _typing.Any, where: str) -> str:
        if not isinstance(value, str) or len(value) > self.at_most:
            self.refuse(value, where)
        if any("\ud800" <= each <= "\udfff" for each in value):
            self.refuse(value, where, ", which holds half of a surrogate pair")
        return str(value)

    def info(self) -> str:
        limit = "" if self.at_most == _math.inf else f" of at most {self.at_most} characters"
        return f"a text{limit}"


class _Enum(_Trait):
    def __init__(
        self,
        choices: tuple[str, ...],
        initial: _typing.Any = None,
        *,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.choices = choices

    def fit(self, value: _typing.Any, where: str) -> str:
        if not isinstance(value, str) or value not in self.choices:
            self.refuse(value, where)
        return str(value)

    def info(self) -> str:
        return "one of " + ", ".join(map(repr, self.choices))


class _Json(_Trait):
    def accept(self, value: _typing.Any, where: str) -> _typing.Any:
        try:
            text = _json.dumps(value, allow_nan=False, default=lambda each: each.item())
        except (AttributeError, TypeError, ValueError, RecursionError) as error:
            self.refuse(value, where, f" ({error})")
        return _json.loads(text)

    def info(self) -> str:
        return "what JSON can say"


class _List(_Trait):
    """A list of one kind of value, from anything that can be walked through in order."""

    def __init__(
        self,
        part: _Trait,
        initial: _typing.Any = None,
        *,
        at_most: float = _math.inf,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.part = part
        self.at_most = at_most

    def fit(self, value: _typing.Any, where: str) -> list[_typing.Any]:
        if isinstance(value, str | bytes | _abc.Mapping) or not isinstance(value, _abc.Iterable):
            self.refuse(value, where)
        values = list(value)
        if len(values) > self.at_most:
            self.refuse(value, where, f", which has {len(values)}")
        return [self.part.accept(each, f"{where}[{i}]") for i, each in enumerate(values)]

    def info(self) -> str:
        limit = "" if self.at_most == _math.inf else f" of at most {self.at_most}"
        return f"a list{limit}, each item {self.part.info()}"

    def pack(self, value: _typing.Any) -> _typing.Any:
        return None if value is None else [self.part.pack(each) for each in value]

    def unpack(self, wire: _typing.Any) -> _typing.Any:
        return [self.part.unpack(each) for each in wire] if isinstance(wire, list) else wire


class _Record(_Trait):
    """A dict with exactly these fields."""

    def __init__(
        self,
        fields: dict[str, _Trait],
        initial: _typing.Any = None,
        *,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.fields = fields

    def fit(self, value: _typing.Any, where: str) -> dict[str, _typing.Any]:
        if not isinstance(value, _abc.Mapping) or set(value) != set(self.fields):
            self.refuse(value, where)
        fields = self.fields.items()
        return {key: part.accept(value[key], f"{where}[{key!r}]") for key, part in fields}

    def info(self) -> str:
        fields = (f"{key!r}: {part.info()}" for key, part in self.fields.items())
        return "a dict of exactly " + "{" + ", ".join(fields) + "}"

    def pack(self, value: _typing.Any) -> _typing.Any:
        if value is None:
            return None
        return {key: part.pack(value[key]) for key, part in self.fields.items()}

    def unpack(self, wire: _typing.Any) -> _typing.Any:
        if not isinstance(wire, dict) or set(wire) != set(self.fields):
            return wire
        return {key: part.unpack(wire[key]) for key, part in self.fields.items()}


class _Front(_traitlets.Unicode[str, str | bytes]):
    """What the page says of its front end: "", "mounted" or "error: …".

    A page that says the same again has been loaded again. marimo before 0.23 gives it the values
    of the beginning; its next change would go on from them, so it gets those that it writes anew.
    Later ones give it those of now, and what is sent could take back what a person does meanwhile.
    """

    def __init__(self, *written: str) -> None:
        super().__init__("")
        self.written = written
        self.tag(from_json=self.hear)

    def hear(self, said: _typing.Any, widget: _typing.Any) -> _typing.Any:
        keeps = hasattr(widget.comm, "esm_spec")  # As wires have it since marimo 0.23.
        if self.written and not keeps and said == getattr(widget, self.name or ""):
            widget.send_state([*self.written])
        return said


class Compare(_anywidget.AnyWidget):
    """Judges candidates side by side, blind or named, one key a pair, and ranks them by
    Bradley-Terry.

    Traits:
        choices (list, each dict with "pair": int from 0, "shown": list of at most 9, each int from
            0, "winner": int from 0 or None, "verdict": one of "pick", "tie", "bad", "skip", "ms":
            int from 0; set by the person): What was chosen, latest last: the place of the pair in
            the queue, the indices of `items` as they were shown from the left, the index of the
            winner (None without), the verdict, and how long it took in ms.
        items (list, each anything that JSON can say; what it shows): The candidates: each a text, a
            record, a record with an "image" (a data: or blob: address) and its "alt" text, or a
            record with "markdown".
        names (list, each str; what it shows): A name for each item: what the ranking ranks, and
            what is shown where the comparison is not blind. Items may share one: the answers of one
            model. Missing ones are numbered.
        pairs (list, each anything that JSON can say; what it shows): The queue: each a list of two
            to nine indices of `items`, or a record of such "items" and a "context", a text to show
            above them. Empty: all pairs of items, each item once a round.
        prompt (str; how it looks or behaves): The question above, such as “Which answer helps
            more?”.
        blind (bool; how it looks or behaves): Whether items are shuffled in each pair and shown
            without names.
        seed (int; how it looks or behaves): What the order in a blind pair is drawn from: the same
            seed gives the same orders.
        allow_tie (bool; how it looks or behaves): Whether items can be as good as each other.
        allow_bad (bool; how it looks or behaves): Whether none of them can be good enough.
        allow_skip (bool; how it looks or behaves): Whether a pair can be skipped.
        height (int from 80 up to 340; how it looks or behaves): Height of the items, in px; longer
            ones scroll.
    """

    choices = _List(
        _Record(
            {
                "pair": _Int(at_least=0),
                "shown": _List(_Int(at_least=0), at_most=9),
                "winner": _Int(at_least=0, nullable=True),
                "verdict": _Enum(("pick", "tie", "bad", "skip")),
                "ms": _Int(at_least=0),
            }
        ),
        [],
    ).tag(sync=True)
    items = _List(_Json(), []).tag(sync=True)
    names = _List(_Text(), []).tag(sync=True)
    pairs = _List(_Json(), []).tag(sync=True)
    prompt = _Text("").tag(sync=True)
    blind = _Bool(True).tag(sync=True)
    seed = _Int(0).tag(sync=True)
    allow_tie = _Bool(True).tag(sync=True)
    allow_bad = _Bool(True).tag(sync=True)
    allow_skip = _Bool(True).tag(sync=True)
    height = _Int(200, at_least=80, at_most=340).tag(sync=True)
    _front = _Front("choices").tag(sync=True)

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

    _esm = """30615 characters, sha256 71d1e19b39aa588d2c8f52265c75c9e6772d6394184807bd3a5e1eae09573e4f"""

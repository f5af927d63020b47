# inlay: ask 0.1.0 43adcee22f8ce234
import collections.abc as _abc
import copy as _copy
import json as _json
import math as _math
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


class _Dict(_Trait):
    """A dict from texts to values of one kind."""

    def __init__(
        self,
        part: _Trait,
        initial: _typing.Any = None,
        *,
        nullable: bool = False,
    ) -> None:
        super().__init__(initial, nullable=nullable)
        self.part = part

    def fit(self, value: _typing.Any, where: str) -> dict[str, _typing.Any]:
        if not isinstance(value, _abc.Mapping) or not all(isinstance(key, str) for key in value):
            self.refuse(value, where)
        items = value.items()
        return {str(key): self.part.accept(each, f"{where}[{key!r}]") for key, each in items}

    def info(self) -> str:
        return f"a dict with text keys, each value {self.part.info()}"

    def pack(self, value: _typing.Any) -> _typing.Any:
        if value is None:
            return None
        return {key: self.part.pack(each) for key, each in value.items()}

    def unpack(self, wire: _typing.Any) -> _typing.Any:
        if not isinstance(wire, dict):
            return wire
        return {key: self.part.unpack(each) for key, each in wire.items()}


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


class Ask(_anywidget.AnyWidget):
    """Asks a person: approve or reject with a reason, choose, rate, fill in; the answer comes once
    and is kept.

    Traits:
        answers (dict of texts to anything that JSON can say; set by the person): The answers by
            question's id, all at once when the person submits; {} while `status` is not answered.
            `approve`: {"approved": bool, "reason": text}; `choose`: an option's value, or a list of
            them with `many`; `rate`, `number`: a number; `text`: a text; None where an optional
            question was left open.
        status (one of "open", "answered", "declined"; set by the person): Whether the person has
            answered, or has declined to.
        reason (str; set by the person): Why the person has declined, in their words.
        draft (dict of texts to anything that JSON can say; set by the person): What is filled in
            but not submitted, by question's id: it outlasts a reload.
        questions (list, each dict of texts to anything that JSON can say; what it shows): Records
            with `text` and `kind` (approve, choose, rate, text or number), and at will `id`,
            `detail`, `required`; for approve `reason` (optional, required, none), `yes`, `no`; for
            choose `options`, `many`, `other`, `min`, `max`; for rate `min`, `max`, `ends`; for text
            `long`; for number `min`, `max`, `whole`, `unit`. Text stays text, with its line breaks;
            code stands between lines of ```.
        prompt (str; how it looks or behaves): What all of it is about, above the questions.
        allow_decline (bool; how it looks or behaves): Whether the person may decline to answer.
        allow_reopen (bool; how it looks or behaves): Whether the person may take the answer back to
            change it.
    """

    answers = _Dict(_Json(), {}).tag(sync=True)
    status = _Enum(("open", "answered", "declined"), "open").tag(sync=True)
    reason = _Text("").tag(sync=True)
    draft = _Dict(_Json(), {}).tag(sync=True)
    questions = _List(_Dict(_Json()), []).tag(sync=True)
    prompt = _Text("").tag(sync=True)
    allow_decline = _Bool(True).tag(sync=True)
    allow_reopen = _Bool(True).tag(sync=True)
    _front = _Front("answers", "status", "reason", "draft").tag(sync=True)

    @classmethod
    def approve(cls, text: str, **more: _typing.Any) -> _typing.Any:
        """Asks to approve or reject, and why; the answer is a record of approved and reason.

        More of the question: `detail`, a longer text below it; `reason` of a rejection:
        "optional", "required" or "none"; `yes` and `no`, the texts of the buttons. What is no
        part of the question is a trait of the widget: `prompt`, say.
        """
        return cls._one({"id": "answer", "kind": "approve", "text": text}, more)

    @classmethod
    def choose(
        cls, text: str, options: _typing.Iterable[_typing.Any], **more: _typing.Any
    ) -> _typing.Any:
        """Asks to choose one of the options, or with `many=True` some of them.

        An option is a text, a number, a bool, or a record of `value`, `label` and `detail`.
        More of the question: `detail`, `required`; `other=True` takes a text of the person's
        own; `min` and `max` count options, with `many`.
        """
        question = {"id": "answer", "kind": "choose", "text": text, "options": list(options)}
        return cls._one(question, more)

    @classmethod
    def rate(cls, text: str, low: int = 1, high: int = 5, **more: _typing.Any) -> _typing.Any:
        """Asks for a whole number from low to high.

        More of the question: `detail`, `required`; `ends`, what the lowest and highest mean.
        """
        question = {"id": "answer", "kind": "rate", "text": text, "min": low, "max": high}
        return cls._one(question, more)

    @classmethod
    def write(cls, text: str, **more: _typing.Any) -> _typing.Any:
        """Asks for a text. More of the question: `detail`, `required`; `long` for many lines."""
        return cls._one({"id": "answer", "kind": "text", "text": text}, more)

    @classmethod
    def number(cls, text: str, **more: _typing.Any) -> _typing.Any:
        """Asks for a number.

        More of the question: `detail`, `required`, `min`, `max`, `whole`, `unit`.
        """
        return cls._one({"id": "answer", "kind": "number", "text": text}, more)

    @property
    def answer(self) -> _typing.Any:
        """The answer to the only question, or the answers to several by id; None without."""
        if self.status != "answered":
            return None
        if len(self.questions) == 1:
            return self.answers.get(self.questions[0]["id"])
        return dict(self.answers)

    @property
    def approved(self) -> bool | None:
        """Whether all that was to be approved is approved; None while there is no answer."""
        asked = [each["id"] for each in self.questions if each["kind"] == "approve"]
        if not asked:
            raise ValueError("Nothing is to be approved here: no question is of kind 'approve'.")
        if self.status != "answered":
            return None
        return all((self.answers.get(each) or {}).get("approved") is True for each in asked)

    def reopen(self) -> None:
        """Asks again; what was filled in is still there."""
        with self.hold_sync():
            if self.answers:
                self.set_trait("draft", dict(self.answers))
            self.set_trait("status", "open")
            self.set_trait("answers", {})
            self.set_trait("reason", "")

    @classmethod
    def _one(cls, question: dict[str, _typing.Any], more: dict[str, _typing.Any]) -> _typing.Any:
        own = {name for name in more if name == "reason" or not cls.class_traits().get(name)}
        fields = {name: more[name] for name in more if name in own}
        traits = {name: more[name] for name in more if name not in own}
        return cls(questions=[{**question, **fields}], **traits)

    @_traitlets.validate("questions")
    def _check_questions(self, proposal: dict[str, _typing.Any]) -> list[dict[str, _typing.Any]]:
        return self._complete(proposal["value"])

    def _complete(self, questions: list[dict[str, _typing.Any]]) -> list[dict[str, _typing.Any]]:
        """The questions, each with an id and a kind."""
        checked: list[dict[str, _typing.Any]] = []
        for index, given in enumerate(questions):
            name = given.get("id", f"q{index + 1}")
            where = f"questions[{index}] ({name!r})"
            if not isinstance(name, str) or not name:
                raise _traitlets.TraitError(f"{where}: expected an id that is a text")
            if any(each["id"] == name for each in checked):
                raise _traitlets.TraitError(f"{where}: expected an id that no other question has")
            checked.append(self._checked(where, {"id": name, **given}))
        return checked

    @staticmethod
    def _checked(where: str, question: dict[str, _typing.Any]) -> dict[str, _typing.Any]:
        def expect(right: bool, what: str, found: _typing.Any) -> None:
            if not right:
                raise _traitlets.TraitError(f"{where}: expected {what}; found {found!r}")

        def is_number(value: _typing.Any) -> bool:
            return isinstance(value, int | float) and not isinstance(value, bool)

        kinds = {
            "approve": ["reason", "yes", "no"],
            "choose": ["options", "many", "other", "min", "max"],
            "rate": ["min", "max", "ends"],
            "text": ["long"],
            "number": ["min", "max", "whole", "unit"],
        }
        kind = question.get("kind", "choose" if "options" in question else "text")
        expect(kind in list(kinds), f"a kind of {', '.join(kinds)}", kind)
        question = {"id": question["id"], "kind": kind, **question}
        allowed = ["id", "kind", "text", "detail", "required", *kinds[kind]]
        for name, value in question.items():
            expect(name in allowed, f"fields of {', '.join(allowed)} in kind {kind!r}", name)
            if name in ("text", "detail", "yes", "no", "unit"):
                expect(isinstance(value, str), f"{name} to be a text", value)
            elif name in ("required", "many", "other", "whole", "long"):
                expect(isinstance(value, bool), f"{name} to be True or False", value)
            elif name in ("min", "max"):
                whole = kind == "number" or value % 1 == 0 if is_number(value) else False
                expect(whole, f"{name} to be a{'' if kind == 'number' else ' whole'} number", value)
            elif name == "reason":
                reasons = ("optional", "required", "none")
                expect(value in reasons, f"reason to be one of {', '.join(reasons)}", value)
        expect(bool(question.get("text")), "a text that asks", question.get("text"))
        low = question.get("min", 1 if kind == "rate" else -_math.inf)
        high = question.get("max", 5 if kind == "rate" else _math.inf)
        if kind == "rate":
            expect(0 < high - low <= 10, "min and max that are 1 to 10 apart", (low, high))
            ends = question.get("ends", [])
            right = isinstance(ends, list | tuple) and all(isinstance(each, str) for each in ends)
            expect(right and len(ends) in (0, 2), "ends to be two texts", ends)
        expect(low <= high, "min up to max", (low, high))
        if kind == "choose":
            options = question.get("options")
            expect(isinstance(options, list | tuple), "options to be a list", options)
            values: list[_typing.Any] = []
            for option in options or ():
                value = option.get("value") if isinstance(option, dict) else option
                if isinstance(option, dict):
                    record = option.keys() <= {"value", "label", "detail"} and all(
                        isinstance(option.get(part, ""), str) for part in ("label", "detail")
                    )
                    expect(record, "an option of value, label and detail, both texts", option)
                    value = option.get("value", option.get("label"))
                scalar = isinstance(value, str | int | float | bool) and value != ""
                expect(scalar, "an option to be a text, a number or a bool", option)
                twin = any(each == value and type(each) is type(value) for each in values)
                expect(not twin, "options that differ", value)
                values.append(value)
            expect(bool(values) or question.get("other") is True, "at least one option", options)
            if question.get("many"):
                room = _math.inf if question.get("other") else len(values)
                expect(low <= room, f"min to be at most {room}, as many as there are", low)
            else:
                expect("min" not in question and "max" not in question, "many=True with limits", 0)
        return question

    @_traitlets.validate("answers")
    def _check_answers(self, proposal: dict[str, _typing.Any]) -> dict[str, _typing.Any]:
        answers: dict[str, _typing.Any] = proposal["value"]
        # Both may arrive at once, in any order.
        asked = {each["id"]: each for each in self._complete(self.questions)}
        for name, answer in answers.items():
            if name not in asked:
                raise _traitlets.TraitError(
                    f"answers[{name!r}]: expected ids of {', '.join(asked) or 'no question'}"
                )
            problem = self._problem(asked[name], answer)
            if problem:
                raise _traitlets.TraitError(
                    f"answers[{name!r}]: expected {problem}; found {answer!r}"
                )
        return answers

    @staticmethod
    def _problem(question: dict[str, _typing.Any], answer: _typing.Any) -> str:
        """What an answer should be, where it is not; else nothing."""
        kind, required = question["kind"], question.get("required", True)
        if answer is None and not question.get("many"):
            return "an answer, since it is required" if required else ""
        if kind == "approve":
            keys = isinstance(answer, dict) and answer.keys() == {"approved", "reason"}
            right = keys and isinstance(answer["approved"], bool)
            if not right or not isinstance(answer["reason"], str):
                return '{"approved": bool, "reason": text}'
            missing = question.get("reason") == "required" and not answer["reason"].strip()
            return "a reason for the rejection" if missing and not answer["approved"] else ""
        if kind == "text":
            return "" if isinstance(answer, str) else "a text"
        low, high = question.get("min", -_math.inf), question.get("max", _math.inf)
        if kind == "choose":
            values = [
                each.get("value", each.get("label")) if isinstance(each, dict) else each
                for each in question["options"]
            ]
            chosen = answer if question.get("many") else [answer]
            if not isinstance(chosen, list | tuple):
                return "a list of options"
            for each in chosen:
                known = any(each == value and type(each) is type(value) for value in values)
                if not known and not (question.get("other") and isinstance(each, str)):
                    return f"options of {', '.join(map(repr, values))}"
            if question.get("many") and (required or chosen):
                least = max(low, 1 if required else 0)
                return "" if least <= len(chosen) <= high else f"{least} to {high} options"
            return ""
        low, high = (
            (question.get("min", 1), question.get("max", 5)) if kind == "rate" else (low, high)
        )
        number = isinstance(answer, int | float) and not isinstance(answer, bool)
        whole = kind == "rate" or question.get("whole", False)
        if not number or not low <= answer <= high or (whole and answer % 1):
            return f"a {'whole ' if whole else ''}number from {low} to {high}"
        return ""

    @_traitlets.observe("questions")
    def _start_anew(self, change: dict[str, _typing.Any]) -> None:
        """An answer is never taken for the answer to another question."""
        if isinstance(change["old"], list) and change["old"]:
            with self.hold_sync():
                self.set_trait("answers", {})
                self.set_trait("status", "open")
                self.set_trait("draft", {})
                self.set_trait("reason", "")

    _esm = """33808 characters, sha256 58dcd44344e057b450291cf8b3ecc3479b50d2da070bf87d11a7f17b6099ece9"""

"""Ask in Python: a question each, what was answered, and questions and answers checked."""

import math as _math
import typing as _typing

import anywidget as _anywidget
import traitlets as _traitlets


class Methods(_anywidget.AnyWidget):
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

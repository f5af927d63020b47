"""Which names of its module a statement uses: the scopes of Python, followed by hand.

The positions of ast are exact, and symtable has none; so the names are resolved here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_BLOCKS = (*_FUNCTIONS, ast.ClassDef)


@dataclass(frozen=True)
class Use:
    """One place where a statement reads, writes or binds a name of its module.

    `node` is what holds the name: a Name, a definition, an alias, an except clause, a global
    statement or a pattern. `chain` are the attributes that follow it, outwards: for `a.b.c` those
    of `.b` and `.b.c`. `joined` is the outermost f-string around it; `annotation` the whole
    annotation around it; `decorates` the definition that it decorates; `late` says that it counts
    only once a function is called.
    """

    name: str
    node: ast.AST
    chain: tuple[ast.Attribute, ...] = ()
    joined: ast.JoinedStr | None = None
    annotation: ast.expr | None = None
    decorates: ast.AST | None = None
    late: bool = False


@dataclass
class Uses:
    """Everything that is found in a statement.

    `texts` are the string literals in annotations, `annotations` whole annotations with whether a
    program may look at them (those of a decorated class), `imports` those inside functions, and
    `local` every name that is bound inside: no new name may be one of them.
    """

    found: list[Use] = field(default_factory=list)
    texts: list[ast.Constant] = field(default_factory=list)
    annotations: list[tuple[ast.expr, bool]] = field(default_factory=list)
    imports: list[ast.Import | ast.ImportFrom] = field(default_factory=list)
    local: set[str] = field(default_factory=set)


@dataclass
class _Scope:
    kind: str  # module, class, function, comprehension or types
    bound: set[str] = field(default_factory=set)
    module_names: set[str] = field(default_factory=set)
    decorated: bool = False
    first: dict[str, int] = field(default_factory=dict)


def uses_of(statement: ast.stmt) -> Uses:
    """The uses in one statement of a module's top level."""
    walker = _Walker()
    walker.visit(statement)
    return walker.uses


def bound_names(body: Sequence[ast.stmt]) -> set[str]:
    """The names that statements bind in the scope that they stand in."""
    return set().union(*(_bindings(statement).bound for statement in body), set())


class _Walker(ast.NodeVisitor):
    def __init__(self) -> None:
        self.uses = Uses()
        self._scopes = [_Scope("module")]
        self._joined: ast.JoinedStr | None = None
        self._annotation: ast.expr | None = None
        self._decorates: ast.AST | None = None
        self._chain: tuple[ast.Attribute, ...] = ()
        self._quoted = True  # Whether a text in an annotation is an expression.

    def _use(self, name: str, node: ast.AST) -> None:
        if self._is_module_name(name, node):
            late = any(scope.kind == "function" for scope in self._scopes)
            self.uses.found.append(
                Use(name, node, self._chain, self._joined, self._annotation, self._decorates, late)
            )

    def _is_module_name(self, name: str, node: ast.AST) -> bool:
        for depth, scope in enumerate(reversed(self._scopes)):
            if scope.kind == "module" or name in scope.module_names:
                return True
            if scope.kind == "class":
                if depth == 0 and name in scope.bound:
                    # A class body reads the module's name until it has one of its own.
                    load = isinstance(getattr(node, "ctx", None), ast.Load)
                    line = getattr(node, "lineno", 0)
                    return load and line <= scope.first.get(name, 0)
            elif name in scope.bound:
                return False
        return True

    def visit_Name(self, node: ast.Name) -> None:
        self._use(node.id, node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        before = self._chain
        self._chain = (node, *before)
        if isinstance(node.value, (ast.Name, ast.Attribute)):
            self.visit(node.value)
        else:
            self._chain = ()
            self.visit(node.value)
        self._chain = before

    def generic_visit(self, node: ast.AST) -> None:
        before = self._chain
        self._chain = ()
        super().generic_visit(node)
        self._chain = before

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        before = self._joined
        self._joined = before or node
        self.generic_visit(node)
        self._joined = before

    def visit_Constant(self, node: ast.Constant) -> None:
        if self._annotation is not None and self._quoted and isinstance(node.value, str):
            self.uses.texts.append(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        before = self._quoted
        names = {getattr(node.value, "id", None), getattr(node.value, "attr", None)}
        if "Literal" in names:
            self._quoted = False
        self.generic_visit(node)
        self._quoted = before

    def _annotate(self, node: ast.expr | None, *, looked_at: bool = False) -> None:
        if node is None:
            return
        self.uses.annotations.append((node, looked_at))
        before, self._annotation = self._annotation, node
        self.visit(node)
        self._annotation = before

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit(node.target)
        self._annotate(node.annotation, looked_at=self._scopes[-1].decorated)
        if node.value is not None:
            self.visit(node.value)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._decorators(node)
        self._use(node.name, node)
        with_types = self._type_parameters(node)
        for each in (*node.bases, *node.keywords):
            self.visit(each)
        scope = _scope("class", node.body)
        scope.decorated = bool(node.decorator_list)
        self._inside(scope, node.body)
        self._leave(with_types)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._decorators(node)
        self._use(node.name, node)
        with_types = self._type_parameters(node)
        self._defaults(node.args)
        for each in _arguments(node.args):
            self._annotate(each.annotation)
        self._annotate(node.returns)
        scope = _scope("function", node.body)
        scope.bound |= {each.arg for each in _arguments(node.args)} - scope.module_names
        self._inside(scope, node.body)
        self._leave(with_types)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._defaults(node.args)
        scope = _scope("function", [ast.Expr(node.body)])
        scope.bound |= {each.arg for each in _arguments(node.args)}
        self._inside(scope, [node.body])

    def _comprehension(self, node: ast.AST) -> None:
        generators: list[ast.comprehension] = node.generators  # type: ignore[attr-defined]
        self.visit(generators[0].iter)
        scope = _Scope("comprehension")
        for each in generators:
            scope.bound |= {name.id for name in ast.walk(each.target) if isinstance(name, ast.Name)}
        results = [getattr(node, part) for part in ("key", "value", "elt") if hasattr(node, part)]
        parts: list[ast.AST] = []
        for index, each in enumerate(generators):
            parts += [each.target, *([each.iter] if index else []), *each.ifs]
        self._inside(scope, [*parts, *results])

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension

    def visit_Global(self, node: ast.Global) -> None:
        for name in node.names:
            self._use(name, node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name is not None:
            self._use(node.name, node)
        self.generic_visit(node)

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        if node.name is not None:
            self._use(node.name, node)
        self.generic_visit(node)

    def visit_MatchStar(self, node: ast.MatchStar) -> None:
        if node.name is not None:
            self._use(node.name, node)

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest is not None:
            self._use(node.rest, node)
        self.generic_visit(node)

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        if self._scopes[-1].kind != "module":
            self.uses.imports.append(node)
        for each in node.names:
            self._use(each.asname or each.name.split(".")[0], each)

    visit_ImportFrom = visit_Import

    def _decorators(self, node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        before = self._decorates
        for each in node.decorator_list:
            self._decorates = node
            self.visit(each)
        self._decorates = before

    def _defaults(self, arguments: ast.arguments) -> None:
        for each in (*arguments.defaults, *arguments.kw_defaults):
            if each is not None:
                self.visit(each)

    def _type_parameters(self, node: ast.AST) -> bool:
        parameters = getattr(node, "type_params", [])
        if not parameters:
            return False
        scope = _Scope("types", {each.name for each in parameters})
        self.uses.local |= scope.bound
        self._scopes.append(scope)
        for each in parameters:
            self.generic_visit(each)
        return True

    def _leave(self, entered: bool) -> None:
        if entered:
            self._scopes.pop()

    def _inside(self, scope: _Scope, parts: Sequence[ast.AST]) -> None:
        self.uses.local |= scope.bound
        self._scopes.append(scope)
        saved = self._annotation, self._decorates, self._chain
        self._annotation, self._decorates, self._chain = None, None, ()
        for each in parts:
            self.visit(each)
        self._annotation, self._decorates, self._chain = saved
        self._scopes.pop()


def _arguments(arguments: ast.arguments) -> Iterator[ast.arg]:
    yield from (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    yield from (each for each in (arguments.vararg, arguments.kwarg) if each is not None)


def _scope(kind: str, body: Sequence[ast.stmt]) -> _Scope:
    scope = _Scope(kind)
    for statement in body:
        inner = _bindings(statement)
        scope.bound |= inner.bound
        scope.module_names |= inner.module_names
        for name in inner.bound:
            scope.first.setdefault(name, statement.end_lineno or 0)
    scope.bound -= scope.module_names
    return scope


def _bindings(statement: ast.AST) -> _Scope:
    """What a statement binds in its own scope; names that are `global` there, apart."""
    scope = _Scope("function")
    stack: list[ast.AST] = [statement]
    in_comprehension: set[int] = set()
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            scope.bound.add(node.name)
            stack += node.decorator_list
            continue
        if isinstance(node, ast.Lambda):
            continue
        if isinstance(node, _COMPREHENSIONS):
            targets = (each.target for each in node.generators)
            in_comprehension |= {id(each) for target in targets for each in ast.walk(target)}
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            if id(node) not in in_comprehension:
                scope.bound.add(node.id)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            scope.bound |= {each.asname or each.name.split(".")[0] for each in node.names}
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)):
            scope.bound |= {node.name} - {None}  # type: ignore[arg-type]
        elif isinstance(node, ast.MatchMapping):
            scope.bound |= {node.rest} - {None}  # type: ignore[arg-type]
        elif isinstance(node, ast.Global):
            scope.module_names |= set(node.names)
        stack += ast.iter_child_nodes(node)
    return scope

"""Statements that change what a name of a module stands for, without binding it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .source import Source, Statement


def changers(source: Source, name: str) -> Iterator[Statement]:
    """Statements that change what a name stands for, and do not bind it."""
    for statement in source.statements:
        if name not in statement.binds and is_changer(statement, name):
            yield statement


def is_changer(statement: Statement, name: str) -> bool:
    """Whether a statement changes what a name stands for: `x.add(1)`, `x["a"] = 1`."""
    if isinstance(statement.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return False
    return any(_changes(node, name) for node in ast.walk(statement.node))


def _changes(node: ast.AST, name: str) -> bool:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        call = node.value
        if isinstance(call.func, ast.Name):
            sets = call.func.id in ("setattr", "delattr") and bool(call.args)
            return sets and _root(call.args[0]) == name
        return _root(call.func) == name
    stored = isinstance(node, (ast.Attribute, ast.Subscript)) and not isinstance(node.ctx, ast.Load)
    return stored and _root(node) == name


def _root(node: ast.AST) -> str | None:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None

"""Arguments of calls as expressions: `**options` taken apart, parameters bound, defaults put in on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import ParameterKind
from concurrency_lint.project.celery.expressions import Bindings, Expression, Library, Passed
from concurrency_lint.project.last_names import method_called
from concurrency_lint.project.modules import function_bindings

if TYPE_CHECKING:
    from concurrency_lint.project.celery.origins import Origins


class CallArguments:
    """Questions about what calls pass."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins

    def bound(self, callee: Expression, call: Expression | None, first: Expression | None = None) -> Bindings:
        """What the parameters hold: of `call`, or of a call with `first` as its only argument."""
        function = callee.reference
        assert isinstance(function, model.FunctionHere)
        fact = callee.module.facts.functions[function.function]
        given = [] if first is None else [first]
        keywords: list[tuple[str, Expression]] = []
        complete = True
        if call is not None:
            reference = call.reference
            assert isinstance(reference, model.Call)
            given += self.positional(call)
            keywords, complete = self.keywords(call)
        if fact.owner >= 0:
            given = [Expression(callee.module, model.UNKNOWN), *given]
        values: list[tuple[int, Expression | Passed | tuple[Expression, ...]]] = []
        named = dict(keywords)
        for position, parameter in enumerate(fact.parameters):
            if parameter.kind is ParameterKind.VARIADIC:
                values.append((position, tuple(given[position:])))
            elif parameter.kind is ParameterKind.KEYWORDS:
                values.append((position, Passed(tuple(named.items()), complete)))
            elif position < len(given) and parameter.kind is not ParameterKind.KEYWORD_ONLY:
                values.append((position, given[position]))
            elif parameter.name in named:
                values.append((position, named.pop(parameter.name)))
            elif parameter.default and complete:
                values.append((position, Expression(callee.module, parameter.default)))
        return Bindings(callee.module, function.function, tuple(values), callee.bindings)

    def positional(self, call: Expression) -> list[Expression]:
        """The positional arguments of a call, `*args` of a bound call taken apart."""
        reference = call.reference
        assert isinstance(reference, model.Call)
        found: list[Expression] = []
        for argument in reference.arguments:
            starred = call.module.facts.references[argument]
            if isinstance(starred, model.Starred):
                held = self._held(Expression(call.module, starred.base, call.bindings))
                if isinstance(held, tuple) and not isinstance(held, (Expression, Passed)):
                    found += held
                continue
            found.append(Expression(call.module, argument, call.bindings))
        return found

    def keywords(self, call: Expression) -> tuple[list[tuple[str, Expression]], bool]:
        """The keyword arguments of a call, `**options` taken apart; and whether these are all."""
        reference = call.reference
        assert isinstance(reference, model.Call)
        found: list[tuple[str, Expression]] = []
        complete = True
        for name, index in reference.keywords:
            if name != "**":
                found.append((name, Expression(call.module, index, call.bindings)))
                continue
            more, whole = self.entries(Expression(call.module, index, call.bindings))
            known = {word for word, _ in found}
            found += [(word, value) for word, value in more if word not in known]
            complete = complete and whole
        return found, complete

    def entries(self, expression: Expression) -> tuple[list[tuple[str, Expression]], bool]:
        """The string keys and values of a mapping, later ones first to be found last; and whether these are all."""
        held = self._held(expression)
        if isinstance(held, Passed):
            return self._adjusted(expression, held)
        origins = self._origins.of(expression)
        if len(origins) != 1 or not isinstance(origins[0], Expression):
            return [], False
        origin = origins[0]
        reference = origin.reference
        if isinstance(reference, model.Mapping):
            return self._display(origin, reference)
        if isinstance(reference, model.Call):
            callee = self._origins.of(Expression(origin.module, reference.function, origin.bindings))
            if callee == (Library("builtins.dict"),):
                found, complete = self.keywords(origin)
                for argument in self.positional(origin):
                    more, whole = self.entries(argument)
                    found, complete = [*more, *found], complete and whole
                return found, complete
        if isinstance(reference, model.Binary) and reference.method == "__or__":
            left, left_whole = self.entries(Expression(origin.module, reference.left, origin.bindings))
            right, right_whole = self.entries(Expression(origin.module, reference.right, origin.bindings))
            return list({**dict(left), **dict(right)}.items()), left_whole and right_whole
        return [], False

    def _display(self, origin: Expression, reference: model.Mapping) -> tuple[list[tuple[str, Expression]], bool]:
        found: dict[str, Expression] = {}
        complete = True
        for key, value in zip(reference.keys, reference.values, strict=True):
            held = origin.module.facts.references[key]
            inner = Expression(origin.module, value, origin.bindings)
            if isinstance(held, model.Const) and isinstance(held.value, str):
                found[held.value] = inner
            elif key == model.UNKNOWN:
                more, whole = self.entries(inner)
                found.update(more)
                complete = complete and whole
            else:
                complete = False
        return list(found.items()), complete

    def _held(self, expression: Expression) -> Expression | Passed | tuple[Expression, ...] | None:
        reference = expression.reference
        if isinstance(reference, model.Name):
            # What an inner function captures.
            held = function_bindings(expression.module.facts, reference.scope, reference.name) or []
            reference = expression.module.facts.references[held[0]] if len(held) == 1 else reference
        if isinstance(reference, model.Parameter) and expression.bindings is not None:
            return expression.bindings.find(expression.module, reference)
        return None

    def _adjusted(self, expression: Expression, held: Passed) -> tuple[list[tuple[str, Expression]], bool]:
        """What `**options` hold after the function has put defaults into them."""
        module, index, bindings = expression
        parameter = expression.reference
        if not isinstance(parameter, model.Parameter):
            return list(held.keywords), held.complete
        found = dict(held.keywords)
        complete = held.complete
        references = module.facts.references
        for operation in module.facts.functions[parameter.function].operations:
            call = references[operation.reference]
            method = method_called(module, operation.reference)
            if not isinstance(call, model.Call) or method is None or method.base != index:
                continue
            key = references[call.arguments[0]] if call.arguments else None
            if method.name == "setdefault" and isinstance(key, model.Const) and len(call.arguments) == 2:
                found.setdefault(str(key.value), Expression(module, call.arguments[1], bindings))
            elif method.name == "update" and not call.arguments:
                found.update({word: Expression(module, value, bindings) for word, value in call.keywords})
            elif method.name in ("update", "pop", "setdefault"):
                complete = False
        for written in module.facts.layout.written if module.facts.layout is not None else ():
            key = references[written.key]
            if written.base == index and isinstance(key, model.Const) and isinstance(key.value, str):
                found[key.value] = Expression(module, written.value, bindings)
        return list(found.items()), complete

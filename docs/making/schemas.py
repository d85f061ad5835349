"""JSON Schema in words: types with their limits, and models as tables of fields."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from docs.making import prose, table

Schema = dict[str, Any]


class Models:
    """The models that the types shown so far refer to, once each; `side` is `in` or `out`."""

    def __init__(self, side: str) -> None:
        self.side = side
        self.found: dict[str, Schema] = {}

    def type_of(self, hint: Any) -> str:
        """What values of the type `hint` look like."""
        schema = self.schema_of(hint)
        return self.words(schema)

    def schema_of(self, hint: Any) -> Schema:
        mode: Any = "validation" if self.side == "in" else "serialization"
        schema = _with_enums(TypeAdapter(hint).json_schema(mode=mode))
        for name, inner in schema.pop("$defs", {}).items():
            if self.found.setdefault(name, inner) != inner:
                raise ValueError(f"two models are called {name}: give one of them another name")
        if schema.get("type") == "object" and "properties" in schema:
            name = schema["title"]
            self.found[name] = schema
            return {"$ref": f"#/$defs/{name}"}
        return schema

    def words(self, schema: Schema) -> str:
        if "$ref" in schema:
            return self._reference(schema["$ref"].rsplit("/", 1)[-1])
        if "anyOf" in schema:
            return " or ".join(dict.fromkeys(self.words(each) for each in schema["anyOf"]))
        if "enum" in schema:
            return _values(schema["enum"])
        if "const" in schema:
            return f"`{schema['const']}`"
        kind = schema.get("type")
        if kind == "array":
            return f"list{_count(schema)} of: {self.words(schema.get('items', {}))}"
        if kind == "object":
            inner = schema.get("additionalProperties")
            return f"map of {self.words(inner)}" if isinstance(inner, dict) else "object"
        if kind == "string":
            return _text(schema)
        if kind in ("integer", "number"):
            return f"{'whole number' if kind == 'integer' else 'number'}{_range(schema)}"
        return {"boolean": "true or false", "null": "null"}.get(str(kind), "any value")

    def _reference(self, name: str) -> str:
        return f"[{name}](#{self.anchor(name)})"

    def anchor(self, name: str) -> str:
        return f"{self.side}-{name.lower()}"

    def sections(self) -> str:
        """A heading and a table of fields for each model, by name."""
        return "\n".join(
            self._section(name, schema)
            for name, schema in sorted(self.found.items())
            if "properties" in schema
        )

    def _section(self, name: str, schema: Schema) -> str:
        about = " ".join(schema.get("description", "").split())
        rows = [
            [f"`{field}`", self.words(inner), *self._need(field, inner, schema), described(inner)]
            for field, inner in schema["properties"].items()
        ]
        headers = ["field", "type", *(["if left out"] if self.side == "in" else []), ""]
        return f"### {name} {{ #{self.anchor(name)} }}\n\n{prose(about)}\n\n{table(headers, rows)}"

    def _need(self, field: str, inner: Schema, schema: Schema) -> list[str]:
        if self.side == "out":
            return []
        if field in schema.get("required", []):
            return ["required"]
        if "default" not in inner:
            return ["stays as it is"]
        return [f"`{json.dumps(inner['default'], ensure_ascii=False)}`"]


def _with_enums(schema: Schema) -> Schema:
    """`schema` with its enumerations in the places that refer to them: each noun has a Status."""
    enums = {f"#/$defs/{n}": s for n, s in schema.get("$defs", {}).items() if "enum" in s}

    def inline(node: Any) -> Any:
        if isinstance(node, dict):
            if node.get("$ref") in enums:
                return {"enum": enums[node["$ref"]]["enum"]} | {k: v for k, v in node.items() if k != "$ref"}
            return {k: inline(v) for k, v in node.items()}
        return [inline(each) for each in node] if isinstance(node, list) else node

    made: Schema = inline(schema)
    kept = {n: s for n, s in made.pop("$defs", {}).items() if "enum" not in s}
    return {**made, "$defs": kept}


def described(schema: Schema) -> str:
    """The description, wherever an optional type keeps it."""
    found = [schema, *schema.get("anyOf", []), schema.get("items", {})]
    return next((prose(each["description"]) for each in found if each.get("description")), "")


def _values(values: list[Any]) -> str:
    return ", ".join(f"`{value}`" for value in values)


def _count(schema: Schema) -> str:
    low, high = schema.get("minItems"), schema.get("maxItems")
    if low and high:
        return f" ({low} to {high})"
    return f" (at most {high})" if high else ""


def _range(schema: Schema) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f", {low} to {high}"
    if low is not None:
        return f", from {low} on"
    return "" if high is None else f", at most {high}"


_FORMATS = {
    "uuid": "UUID",
    "date-time": "time (ISO 8601)",
    "date": "date (ISO 8601)",
    "email": "e-mail address",
}


def _text(schema: Schema) -> str:
    kind = _FORMATS.get(schema.get("format", ""), "text")
    low, high = schema.get("minLength"), schema.get("maxLength")
    limits = ""
    if high is not None:
        limits = f", {low} to {high} characters" if low else f", at most {high} characters"
    pattern = schema.get("pattern", "")
    # Patterns over control characters say no more than "text"; that of an address is for documents only.
    if not pattern or kind != "text" or "\\u0000" in pattern or "\\x00" in pattern:
        return f"{kind}{limits}"
    return f"{kind} that fits `{pattern}`"

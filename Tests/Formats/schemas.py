"""What every reader of JSON reports asks of a schema."""

import sys

import jsonschema


def check(condition, message):
    if not condition:
        sys.exit(f"wrong: {message}")


def closed(schema):
    """The schema with every object closed that lists its properties: what is rendered must be described."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {name: closed(part) for name, part in schema.items()}
    if "properties" in schema and schema.get("type") == "object" and "additionalProperties" not in schema:
        result["additionalProperties"] = False
    return result


def check_schema(name, report, schema):
    jsonschema.Draft202012Validator.check_schema(schema)
    for candidate in (schema, closed(schema)):
        error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(candidate).iter_errors(report))
        check(error is None, f"{name}: {error and error.json_path}: {error and error.message}")
    validator = jsonschema.Draft202012Validator(schema)
    check(validator.is_valid(dict(report, later="a field of a later program")), "fields of later programs are refused")
    check(not validator.is_valid(dict(report, rules=None)), "the schema accepts anything")

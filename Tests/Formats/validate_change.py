"""Reads a comparison of two states of the law with programs that know nothing of Lacuna.

    python3 Tests/Formats/validate_change.py FOLDER STATUS

FOLDER holds change.json of one run and schema.json; STATUS is how the run ended, with the default of --fail-on. Ends
with status 1 at the first thing that is wrong.
"""

import json
import pathlib
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


def check_schema(report, schema):
    jsonschema.Draft202012Validator.check_schema(schema)
    for candidate in (schema, closed(schema)):
        error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(candidate).iter_errors(report))
        check(error is None, f"comparison: {error and error.json_path}: {error and error.message}")
    validator = jsonschema.Draft202012Validator(schema)
    check(validator.is_valid(dict(report, later="a field of a later program")), "fields of later programs are refused")
    check(not validator.is_valid(dict(report, rules=None)), "the schema accepts anything")


def check_meaning(report, status):
    ranks = {"gap": 0, "depends": 1, "covered": 2}
    kinds = {(False, False): "equal", (False, True): "wider", (True, False): "narrower", (True, True): "both"}
    for rule in report["rules"]:
        check(rule["change"] == kinds[rule["lost"] != "0", rule["gained"] != "0"], f"the change of {rule['id']}")
    for move in report["moves"] + report["outside"]["moves"]:
        lost = ranks[move["to"]] < ranks[move["from"]]
        check(move["direction"] == ("lost" if lost else "gained"), f"the direction of {move['text']}")
    losing = any(rule["level"] == "binding" and rule["lost"] != "0" for rule in report["rules"])
    check(losing == (status == 1), f"the run ended with {status}")
    ids = [{finding["id"] for finding in report["findings"][name]} for name in ("opened", "closed", "unchanged")]
    check(not (ids[0] & ids[1] or ids[0] & ids[2] or ids[1] & ids[2]), "a finding is in two lists")


folder = pathlib.Path(sys.argv[1])
comparison = json.loads((folder / "change.json").read_text(encoding="utf-8"))
check_schema(comparison, json.loads((folder / "schema.json").read_text(encoding="utf-8")))
check_meaning(comparison, int(sys.argv[2]))
print(f"{folder}: {len(comparison['rules'])} rules, {len(comparison['moves'])} moves, read by other programs")

"""Reads a comparison of two states of the law with programs that know nothing of Lacuna.

    python3 Tests/Formats/validate_change.py FOLDER STATUS

FOLDER holds change.json of one run and schema.json; STATUS is how the run ended, with the default of --fail-on. Ends
with status 1 at the first thing that is wrong.
"""

import json
import pathlib
import sys

from schemas import check, check_schema


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
check_schema("comparison", comparison, json.loads((folder / "schema.json").read_text(encoding="utf-8")))
check_meaning(comparison, int(sys.argv[2]))
print(f"{folder}: {len(comparison['rules'])} rules, {len(comparison['moves'])} moves, read by other programs")

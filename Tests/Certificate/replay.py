#!/usr/bin/env python3
"""Replays a certificate of `lacuna check --certificate FILE`. Shares no code and no language with the program.

For every rule it checks, with sets and exact integers only:
- the parts are disjoint and lie inside the required cases, and their sizes add up to those of the required cases;
- a covered part is inside what makes a case as the rule asks, under every answer to the open questions;
- a gap part meets it under no answer; a part that depends meets it under some answer and is not covered under all;
- the counts are the sums of the parts.
Where what makes a case right is that the law does not reach it, that claim is checked against what the law reaches.
Usage: replay.py FILE. Prints one line a rule; exits 1 at the first difference.
"""
import itertools, json, sys


class Rule:
    def __init__(self, elements, rule):
        self.sizes = [len(e["weights"]) for e in elements + rule["questions"]]
        self.weights = [e["weights"] for e in elements]
        self.count = len(elements)
        self.rule = rule
        self.reaching = [self.reach(r) for r in rule["reaching"]]
        self.satisfying = [self.reach(r) for r in rule["satisfying"]]
        self.parts = [(self.box(p["box"]), p) for p in rule["parts"]]
        self.required = [self.box(b) for b in rule["required"]]

    def box(self, fields):
        return [frozenset(fields[str(d)]) if str(d) in fields else frozenset(range(n)) for d, n in enumerate(self.sizes)]

    def reach(self, r):
        return self.box(r["box"]), [self.box(e) for e in r["except"]]

    def size(self, box):
        total = 1
        for d in range(self.count): total *= sum(self.weights[d][i] for i in box[d])
        return total

    def holds(self, units, box):
        """Whether the union of the units holds a whole box: a plain recursion that splits on what still cuts it."""
        live = []
        for b, xs in units:
            if not all(p & q for p, q in zip(b, box)): continue
            xs = [x for x in xs if all(p & q for p, q in zip(x, box))]
            if any(all(q <= p for p, q in zip(x, box)) for x in xs): continue
            if not xs and all(q <= p for p, q in zip(b, box)): return True
            live.append((b, xs))
        if not live: return False
        b, xs = live[0]
        cut = next((c for c in [b] + xs for p, q in zip(c, box) if not q <= p))
        d = next(d for d, (p, q) in enumerate(zip(cut, box)) if not q <= p)
        inside, outside = list(box), list(box)
        inside[d], outside[d] = box[d] & cut[d], box[d] - cut[d]
        return self.holds(live, inside) and (not outside[d] or self.holds(live, outside))

    def meets(self, units, box):
        """Whether some unit reaches some case of a box: not all of the box lies in its exceptions."""
        for b, xs in units:
            both = [p & q for p, q in zip(b, box)]
            if all(both) and not self.holds([(x, []) for x in xs], both): return True
        return False

    def check(self):
        boxes = [b for b, _ in self.parts]
        for a, b in itertools.combinations(boxes, 2):
            assert not all(p & q for p, q in zip(a[: self.count], b[: self.count])), "two parts overlap"
        required = [(b, []) for b in self.required]
        for a, b in itertools.combinations(self.required, 2):
            assert not all(p & q for p, q in zip(a, b)), "two required boxes overlap"
        sums = dict(covered=0, depends=0, gap=0)
        for box, part in self.parts:
            assert self.holds(required, box), "a part lies outside the required cases"
            held, met = self.holds(self.satisfying, box), self.meets(self.satisfying, box)
            status = "covered" if held else "depends" if met else "gap"
            assert status == part["status"], "a part called %s is %s" % (part["status"], status)
            if part.get("witness") is not None:
                assert self.holds([self.satisfying[part["witness"]]], box), "a witness does not hold its part"
            sums[status] += self.size(box)
        total = sum(self.size(b) for b in self.required)
        assert total == sum(sums.values()), "the parts do not add up to the required cases"
        for name, value in sums.items():
            assert int(self.rule["cases"][name]) == value, "the count of %s is wrong" % name
        assert int(self.rule["cases"]["required"]) == total, "the number of required cases is wrong"
        known = {json.dumps(r["box"], sort_keys=True) for r in self.rule["reaching"]}
        for r, (b, xs) in zip(self.rule["satisfying"], self.satisfying):
            if json.dumps(r["box"], sort_keys=True) in known or xs: continue
            severe = any(all(q <= p for p, q in zip(c, b)) for c, _ in self.reaching)
            assert severe or not self.meets(self.reaching, b), "a box called unreached is reached"
        return sums


def main(path):
    file = json.load(open(path))
    assert file["certificateVersion"] == 1
    for rule in file["rules"]:
        try:
            print("ok", rule["id"], Rule(file["elements"], rule).check())
        except AssertionError as error:
            print("WRONG", rule["id"], error)
            return 1
    print("%d verdicts replayed" % len(file["rules"]))
    return 0


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    sys.exit(main(sys.argv[1]))

#!/usr/bin/env python3
"""Makes lines of recordings (docs/conformance.md) of what the scheduler's oracle prints.

    ORACLE filters -n N -seed S | ORACLE ask | record_oracle.py filters 1.37 [GATE]
    ORACLE groups -n N -seed S -rules 0 | record_oracle.py worlds 1.37
"""
import json
import sys


def clean(value):
    if isinstance(value, dict):
        return {k: clean(v) for k, v in value.items() if v is not None and k != "creationTimestamp"}
    return [clean(one) for one in value] if isinstance(value, list) else value


def filters(case, release, gates):
    for node in case["cluster"]["nodes"]:
        node["status"].pop("daemonEndpoints", None)
        node["status"].pop("nodeInfo", None)
        if not node.get("spec"):
            node.pop("spec", None)
    answers = []
    for answer in case["answers"]:
        one = {"node": answer["node"], "fits": answer["fits"]}
        if answer.get("plugins"):
            one["plugins"] = answer["plugins"]
        answers.append(one)
    return {"release": release, "gates": gates, "seed": case.get("seed"), "cluster": clean(case["cluster"]),
            "pod": clean(case["pod"]), "answers": answers}


def worlds(case, release, _):
    items = [one for kind in case["world"].values() if isinstance(kind, list) for one in kind]
    did = case["outcome"]
    return {"seed": case["seed"], "release": release, "items": items, "first": did.get("first") or [],
            "bound": did.get("bound") or [], "tried": did.get("cycles", 0) > 0,
            "conditions": did.get("conditions") or {}}


def main():
    what, release = sys.argv[1:3]
    gates = sys.argv[3] if len(sys.argv) > 3 else ""
    for line in sys.stdin:
        case = json.loads(line)
        if not case.get("bad"):
            made = {"filters": filters, "worlds": worlds}[what](case, release, gates)
            print(json.dumps(made, separators=(",", ":")))


main()

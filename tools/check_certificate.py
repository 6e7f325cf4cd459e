#!/usr/bin/env python3
"""check_certificate.py [--lines] [FILE]: checks what `workload check -o json` prints, by docs/certificates.md.
Prints a line for each group or bare certificate; with --lines each line of the input is an input of its own.
Exit status: 0 everything is accepted, 1 something is refused, 2 an input is unusable.
"""
import json, math, re, sys, threading
from collections import namedtuple
OPEN, PLACED, EMPTY, NEVER = *range(3), None  # NEVER: a need that cannot be met, or a node's
INT, DEEPEST, COMBINATIONS, LOOKS, MOST_STEPS = (1 << 31) - 1, 4_000, 100_000, 200_000, 3_000_000
KINDS = ("weights", "inDomains", "sharedOut", "placedOrNot", "apart", "noneOrOne", "level")
Class = namedtuple("Class", "request count nodes most min")
Group = namedtuple("Group", "minimum classes domain_of parent")
Cases = namedtuple("Cases", "states settled nodes caps floors depth rows")  # caps: (classes, node -> bool, most)
Spread = namedtuple("Spread", "counts limits first last")  # rows of the first domain: of the first limit, of all pods
class Refused(Exception): """Why something is not accepted."""
def must(holds, why):
    if not holds: raise Refused(why)
def whole(value, low, high=INT):
    must(type(value) is int and low <= value <= high, f"{value!r:.30} (expected: a whole number from {low} to {high})")
    return value
def at(items, i): return items[whole(i, 0, len(items) - 1)]
def listed(value, of=None):
    if type(value) is not list or of and any(type(x) is not of for x in value): raise Refused(f"{value!r:.30}: no list")
    return value
def node_set(text, count):
    nodes = []
    must(re.fullmatch(r"(\d{1,9}(-\d{1,9})?(,(?=\d)|$))*", text, re.A), f"{text!r:.30} (expected: ranges of nodes)")
    for some in text.split(",") if text else []:
        first, last = (int(some.split("-")[i]) for i in (0, -1))
        must((not nodes or nodes[-1] < first) and first <= last < count, f"nodes {some} (expected: rising, of {count})")
        nodes.extend(range(first, last + 1))
    return nodes
def by_node(count, parts, nothing):
    values, some = [nothing] * count, [(n, value) for text, value in parts for n in node_set(text, count)]
    for n, value in some: values[n] = must(values[n] == nothing, f"node {n} is there twice") or value
    return values
def read_problem(value):
    count, resources, tree = whole(value["nodes"]["count"], 0, 10_000_000), listed(value["resources"], str), []
    free = by_node(count, ((kind["nodes"], tuple(listed(kind["free"], int))) for kind in value["nodes"]["kinds"]), None)
    labels = [by_node(count, ((some, d) for d, some in enumerate(it["domains"])), -1) for it in value["labels"]]
    label = lambda it: None if it.get("label") is None else at(labels, it["label"])
    classes = [Class(tuple(whole(q, 0, 1 << 63) for q in listed(it["request"])), whole(it["count"], 1), frozenset(
        node_set(it["nodes"], count)) if "nodes" in it else None, whole(it.get("maxPerNode", INT), 1),
        whole(it.get("min", 0), 0, it["count"])) for it in value["classes"]]
    for it in listed(value["groups"]):
        parent, own = it.get("parent", -1), listed(it.get("classes", []), int)
        must(not at(tree, parent).classes if tree else parent == -1, "a group is out of place")
        tree.append(Group(whole(it["minimum"], -INT - 1), own, label(it), parent))
    owned = [j for group in tree for j in group.classes if at(classes, j)]
    must(tree and len(owned) == len(set(owned)) and sum(c.count for c in classes) <= INT, "no group, or a class of two")
    must(all(row and len(row) == len(resources) for row in free + [c.request for c in classes]), "missing amounts")
    rows, spreads = [], []  # rows: (amounts, nodes, most), the limits first, then domain by domain of the spreads
    for it in listed(value.get("limits", [])):
        must(len(listed(it["amounts"])) == len(classes), "amounts are of other classes")
        amounts = tuple(whole(a, 0, 1 << 63) for a in it["amounts"])
        rows.append((amounts, frozenset(node_set(it["nodes"], count)), whole(it["atMost"], 0, 1 << 63)))
    for it in listed(value.get("spreads", [])):
        some, of, counts = listed(it["classes"], int), label(it), [whole(c, 0) for c in listed(it["counts"])]
        must(of is not None and max(of, default=-1) < len(counts) and some == sorted(set(some)) and all(
            at(classes, j) for j in some), "a spread of no label, of more domains than counts, or of a class twice")
        skews, first = [whole(skew, 1) for skew in listed(it["maxSkews"])], len(rows)
        must(len(skews) == len(some), "skews of other classes")
        limits, nodes = sorted(set(skews) - {INT}), [frozenset(n for n in range(count) if of[n] == d)
                                                     for d in range(len(counts))]
        for limit in limits + [INT] * (INT in skews or not limits):
            counted = {j for j, skew in zip(some, skews) if skew <= limit}
            rows += [(tuple(int(j in counted) for j in range(len(classes))), inside, None) for inside in nodes]
        spreads.append(Spread(counts, limits, first, len(rows) - len(counts)))
    known = Problem(free, classes, [(it["a"], it["b"], label(it)) for it in value["conflicts"]
                                  if at(classes, it["a"]) and at(classes, it["b"])], tree, rows, spreads)
    if "devices" in value: Devices(value["devices"], known).check()
    return known
class Devices:  # what columns about devices rest on: the misfits are some, and the columns follow
    def __init__(self, value, problem):
        self.p, count, self.known, steps = problem, len(problem.free), {}, 0
        self.claims, kinds = listed(value["claims"], list), listed(value["kinds"], dict)
        self.kind = by_node(count, ((it["nodes"], k) for k, it in enumerate(kinds)), None)
        must(None not in self.kind and len(self.claims) == len(problem.classes), "devices of other nodes or classes")
        self.kinds, self.columns, self.misfits = kinds, listed(value["columns"], dict), [
            (frozenset(node_set(it["nodes"], count)), self.counts(it["pods"])) for it in listed(value["misfits"], dict)]
        self.steps = MOST_STEPS
    def counts(self, pods):
        counts = [0] * len(self.claims)
        for some in listed(pods, dict): counts[whole(some["class"], 0, len(counts) - 1)] += whole(some["count"], 1)
        return tuple(counts)
    def check(self):
        for nodes, counts in self.misfits:
            for k in {self.kind[n] for n in nodes}:
                must(not Trial(self, self.kinds[k], counts).pod(0), f"pods {counts} have devices on a kind of node")
        for it in self.columns:
            r, asks = whole(it["resource"], 0, len(self.p.classes[0].request) - 2), listed(it.get("asks", []), int)
            every, seen = sum(c.request[r] * c.count for c in self.p.classes), {}
            for n, row in enumerate(self.p.free):
                may = tuple(c.request[r] if c.nodes is None or n in c.nodes else 0 for c in self.p.classes)
                some = frozenset(counts for nodes, counts in self.misfits if not asks and n in nodes)
                case = self.kind[n], row[r], may, some
                if row[r] < every and case not in seen:
                    seen[case] = self.counted(*case[:3], asks) if asks else self.full(row[r], may, some, ())
                must(row[r] >= every or seen[case], f"resource {r} of node {n} does not follow from devices")
    def asked(self, claim, kind):
        return [it for it in listed(claim["requests"], dict) if it.get("resource") not in kind.get("offers", [])]
    def counted(self, k, free, may, asks):
        there = [it for it in self.kinds[k]["devices"] if not it.get("held") and set(it["suits"]) & set(asks)]
        one = lambda choice: max(1, choice.get("count", 0)) if choice["ask"] in asks and not choice.get("admin") else 0
        least = lambda claim: 0 if claim.get("shared") else sum(
            min(map(one, request["choices"]), default=0) for request in self.asked(claim, self.kinds[k]))
        return not any(it.get("shares") for it in there) and sum(it["count"] for it in there) <= free and all(
            asked <= sum(map(least, claims)) for asked, claims in zip(may, self.claims) if asked)
    def full(self, free, may, misfits, pods):  # whether all pods that take more than is free have a misfit among them
        self.step()
        if free < 0: return any(all(x <= y for x, y in zip(it, pods + (0,) * len(may))) for it in misfits)
        if len(pods) == len(may): return True
        asked = may[len(pods)]
        most = min(self.p.classes[len(pods)].count, free // asked + 1) if asked else 0
        return all(self.full(free - asked * x, may, misfits, pods + (x,)) for x in range(most + 1))
    def step(self):
        self.steps -= 1
        must(self.steps > 0, "devices take too many steps")
class Trial:  # whether pods can have their devices on a node, in every way
    def __init__(self, devices, kind, counts):
        self.d, self.kind, self.of, self.failed, self.looked = devices, kind, listed(kind["devices"], dict), set(), {}
        self.free = [whole(it["count"], 1) * (not it.get("held")) for it in self.of]
        self.left = listed(kind.get("left", []), int)[:]
        self.room, self.counted = [listed(it.get("room", []), int)[:] for it in self.of], [False] * len(self.of)
        pods = [j for j, count in enumerate(counts) for _ in range(count)]
        self.pods = [[(devices.asked(it, kind), it.get("rules", [])) for it in devices.claims[j]
                      if len(pods) == 1 or not it.get("shared")] for j in pods]
    def pod(self, p):
        key = p, tuple(self.free), tuple(self.left), tuple(map(tuple, self.room)), tuple(self.counted)
        if p == len(self.pods): return True
        if key in self.failed: return False
        before, self.looked = self.looked, {}
        found, self.looked = self.claim(p, 0), before
        if not found: self.failed.add(key)
        return found
    def claim(self, p, k):
        if k == len(self.pods[p]): return self.pod(p + 1)
        return self.request(p, k, 0, [], {})
    def request(self, p, k, r, given, looks):  # given: (values, rules) of each device of the claim so far
        requests, rules = self.pods[p][k]
        if r == len(requests): return self.claim(p, k + 1)
        def go(choice, wanted, missing, start):
            if missing == 0: return self.request(p, k, r + 1, given, looks)
            for d in wanted[start:start + 1] if choice.get("all") and exact else range(start, len(self.of)):
                if choice["ask"] in self.of[d]["suits"] and self.holds(choice, rules, given, self.of[d]):
                    back = self.take(choice, looks, d)
                    if back:
                        given.append((self.of[d].get("values", []), choice.get("rules", [])))
                        after = start + 1 if choice.get("all") and exact else d + 1 if self.of[d].get("shares") else d
                        if go(choice, wanted, missing - 1, after): return True
                        given.pop()
                        back()
            return False
        for choice in listed(requests[r]["choices"], dict):
            exact, wanted = choice["ask"] not in self.kind.get("some", []), []
            count = 1 if choice.get("all") else whole(choice["count"], 1, 1 << 63)
            if choice.get("all") and exact:
                wanted = [d for d, it in enumerate(self.of) if choice["ask"] in it["suits"]
                          for _ in range(min(33, it["count"]))]
                count = 0 if choice["ask"] in self.kind.get("none", []) else len(wanted)
            if count and len(given) + count <= 32 and go(choice, wanted, count, 0): return True
        return False
    def holds(self, choice, rules, given, device):
        for number in choice.get("rules", []):
            attribute, same = rules[number]["attribute"], rules[number]["same"]
            value = device["values"][attribute]
            others = {values[attribute] for values, under in given if number in under}
            if value < 0 or (others - {value} if same else value in others): return False
        return True
    def take(self, choice, looks, d):  # what gives a device back, or None
        self.d.step()
        it, looked = self.of[d], self.looked
        if choice.get("admin"):
            if it.get("shares"): return lambda: None
            if looks.get(d, 0) == it["count"]: return None
            before, looks[d] = looked.get(d, 0), looks.get(d, 0) + 1
            looked[d] = max(before, looks[d] - (it["count"] if it.get("held") else it["count"] - self.free[d]))
            return lambda: looks.update({d: looks[d] - 1}) or looked.update({d: before})
        if it.get("shares"):
            use, first = it["uses"][it["suits"].index(choice["ask"])] if "uses" in it else [], not self.counted[d]
            if it.get("held") or any(x > y for x, y in zip(use, self.room[d])): return None
            if first and not self.count(it): return None
            self.counted[d], self.room[d] = True, [y - x for x, y in zip(use, self.room[d])]
            def back():
                self.room[d], self.counted[d] = [y + x for x, y in zip(use, self.room[d])], not first
                if first: self.count(it, -1)
            return back
        if self.free[d] <= looked.get(d, 0) or not self.count(it): return None
        self.free[d] -= 1
        def back():
            self.free[d] += 1
            self.count(it, -1)
        return back
    def count(self, it, sign=1):
        takes = it.get("takes", [])
        for one in takes: self.left[one["counter"]] -= sign * one["amount"]
        if sign < 0 or all(self.left[one["counter"]] >= 0 for one in takes): return True
        self.count(it, -1)
        return False
class Problem:
    def __init__(self, free, classes, conflicts, groups, rows=(), spreads=()):
        self.rows, self.spreads, self.free, self.classes, self.conflicts, self.groups = (
            rows, spreads, free, classes, conflicts, groups)
        resources = range(len(classes[0].request) if classes else 0)
        unit = [math.gcd(*(c.request[r] for c in classes)) or 1 for r in resources]
        every = [sum(c.request[r] * c.count for c in classes) for r in resources]
        self.request = [[c.request[r] // unit[r] for r in resources] for c in classes]
        room = {row: tuple(min(every[r], max(0, row[r])) // unit[r] for r in resources) for row in set(free)}
        self.room, self.inside = [room[row] for row in free], [set(g.classes) for g in groups]
        self.children = [[c for c in range(len(groups)) if groups[c].parent == g] for g in range(len(groups))]
        for g in reversed(range(1, len(groups))): self.inside[groups[g].parent] |= self.inside[g]
        bound = [(it.domain_of, self.inside[g]) for g, it in enumerate(groups) if it.domain_of is not None]
        self.may = [{j for j in self.inside[0].difference(*(inside for of, inside in bound if of[n] < 0))
                     if classes[j].nodes is None or n in classes[j].nodes} for n in range(len(free))]
        self.on_node = {pair for a, b, of in conflicts if of is None and a != b for pair in ((a, b), (b, a))}
    def met_by_nothing(self, g): return sum(map(self.met_by_nothing, self.children[g])) >= self.groups[g].minimum
    def fitting(self, n): return {j for j in self.may[n] if all(q <= f for q, f in zip(self.request[j], self.room[n]))}
    def excerpt(self, alike, nodes):
        classes, number, place, groups = [], {}, {n: i for i, n in enumerate(nodes)}, []
        cut = lambda of: None if of is None else [of[n] for n in nodes]
        def copy(g, parent, top, times):
            it, here = self.groups[g], len(groups)
            for j in it.classes:
                c, number[j] = self.classes[j], len(classes)
                may = None if c.nodes is None else frozenset(place[n] for n in c.nodes if n in place)
                classes.append(Class(c.request, c.count * times, may, c.most if times == 1 else INT, c.min * times))
            least = times * (max(1, it.minimum) if top and not self.children[g] else it.minimum)
            groups.append(Group(least, [number[j] for j in it.classes], None if top else cut(it.domain_of), parent))
            for c in self.children[g]: copy(c, here, False, 1)
        merged = lambda g: not self.children[g] and all(self.classes[j].most >= self.classes[j].count and not any(
            j in (a, b) for a, b, _ in self.conflicts) for j in self.inside[g])
        tops = [it for some in alike for it in ([(some[0], len(some))] if merged(some[0]) else [(g, 1) for g in some])]
        if len(tops) > 1: groups.append(Group(len(tops), [], None, -1))
        for g, times in tops: copy(g, 0 if len(tops) > 1 else -1, True, times)
        conflicts = [(number[a], number[b], cut(of)) for a, b, of in self.conflicts if {a, b} <= set(number)]
        return Problem([self.free[n] for n in nodes], classes, conflicts, groups)
class Check:
    def __init__(self, problem, at_least, proof, depth=0):
        self.p, self.at_least, self.all = problem, at_least, range(len(problem.free))
        self.refute(proof, Cases([PLACED] + [OPEN] * (len(problem.groups) - 1), frozenset(), self.all, (), {}, depth,
                                 [(0, most) for _, _, most in problem.rows]))  # by row: at least, at most (None: any)
    def refute(self, proof, cases, *caps, **more):
        ((kind, body),) = proof.items()
        must(kind in KINDS and cases.depth < DEEPEST, f"{kind:.30} is no kind of proof, or nested too deeply")
        getattr(self, kind)(body, cases._replace(caps=cases.caps + caps, depth=cases.depth + 1, **more))
    def known(self, states, some, state):
        states, groups = [state if g in some else before for g, before in enumerate(states)], self.p.groups
        for g in reversed(range(1, len(groups))):
            if states[g] == PLACED and states[groups[g].parent] == OPEN: states[groups[g].parent] = PLACED
        for g in range(1, len(groups)): states[g] = EMPTY if states[groups[g].parent] == EMPTY else states[g]
        return states
    def inDomains(self, body, cases):
        of, inside = at(self.p.groups, body["group"]).domain_of, self.p.inside[body["group"]]
        some, domains = named(body, of)
        must(len(some) == len(domains) and (domains or cases.states[body["group"]] == PLACED), "a domain is left out")
        only = inside == self.p.inside[0] and len(cases.nodes) == len(self.all)
        for d, case in some.items():
            self.refute(case["why"], cases, (inside, lambda n, d=d: of[n] != d, 0),
                        settled=cases.settled | {body["group"]}, nodes=domains[d] if only else cases.nodes)
    def placedOrNot(self, body, cases):
        inside, some = at(self.p.inside, body["group"]), [body["group"]]
        self.refute(body["placed"], cases, states=self.known(cases.states, some, PLACED))
        self.refute(body["not"], cases, (inside, lambda n: True, 0), states=self.known(cases.states, some, EMPTY))
    def apart(self, body, cases):
        a, b, of = at(self.p.conflicts, body["conflict"])
        must(of is not None and a != b and whole(body["domain"], 0) in of, "another sort of conflict, or of domain")
        for j, why in ((a, "withoutA"), (b, "withoutB")):
            self.refute(body[why], cases, ({j}, lambda n: of[n] == body["domain"], 0))
    def noneOrOne(self, body, cases):
        j, nodes, limit = body["class"], node_set(body["nodes"], len(self.all)), whole(body["limit"], 0, INT - 1)
        must(at(self.p.classes, j) and nodes and self.alike_nodes(nodes, cases), f"nodes {nodes[:9]} are not alike")
        self.refute(body["none"], cases, ({j}, set(nodes).__contains__, limit))
        around, first = [g for g, state in enumerate(cases.states) if state == OPEN and j in self.p.inside[g]], nodes[0]
        caps = [({b if a == j else a}, lambda n, of=of, own=a == b: of[n] == of[first] and not (own and n == first), 0)
                for a, b, of in self.p.conflicts if j in (a, b) and of is not None and of[first] >= 0]
        self.refute(body["one"], cases, *caps, states=self.known(cases.states, around, PLACED),
                    floors={**cases.floors, (j, first): max(limit + 1, cases.floors.get((j, first), 0))})
    def level(self, body, cases):
        it, pods = at(self.p.spreads, body["spread"]), whole(body["pods"], 1)
        reached, missed = list(cases.rows), list(cases.rows)
        for row, count in enumerate(it.counts, it.last):
            reached[row] = max(cases.rows[row][0], pods - count), cases.rows[row][1]
        for row, (limit, count) in enumerate(((limit, count) for limit in it.limits for count in it.counts), it.first):
            (least, most), room = cases.rows[row], max(0, pods - 1 + limit - count)
            missed[row] = least, room if most is None else min(room, most)
        self.refute(body["reached"], cases, rows=reached)
        self.refute(body["missed"], cases, rows=missed)
    def alike_nodes(self, nodes, cases):
        p, first, held, fitting = self.p, nodes[0], {n for _, n in cases.floors}, self.p.fitting(nodes[0])
        labels = [of for a, b, of in p.conflicts if of is not None and {a, b} & fitting] + [
            it.domain_of for g, it in enumerate(p.groups) if it.domain_of is not None and cases.states[g] != EMPTY
            and g not in cases.settled and p.inside[g] & fitting]
        caps = [test for classes, test, _ in cases.caps if classes & fitting]
        caps += [nodes.__contains__ for amounts, nodes, _ in p.rows if any(amounts[j] for j in fitting)]
        return len(nodes) == 1 or all(
            n not in held and p.room[n] == p.room[first] and p.fitting(n) == fitting and all(
                of[n] == of[first] for of in labels) and all(test(n) == test(first) for test in caps) for n in nodes)
    def most(self, j, n, cases):
        if j not in self.p.may[n]: return 0
        held = sum(least for (k, m), least in cases.floors.items() if k == j and m != n)
        alone = any(a == b == j and (of is None or of[n] >= 0) for a, b, of in self.p.conflicts)
        return min([self.p.classes[j].most, self.p.classes[j].count - held] + [1] * alone
                   + [most for classes, test, most in cases.caps if j in classes and test(n)])
    def weights(self, body, cases):
        p, points, shared, known, held = self.p, listed(body["points"]), listed(body.get("sharedPoints", [])), {}, 0
        must(len(points) == len(p.classes) and len(shared) in (0, len(p.conflicts)), "points are of other classes")
        prices = listed(body.get("prices", []))
        must(len(prices) in (0, len(p.rows)), "prices are of other rows")
        for some in points + prices: whole(some, -(1 << 40) if prices else 0, 1 << 40)
        for some in shared: whole(some, 0, 1 << 40)
        need, classes = self.need(cases.states, [max(0, some) for some in points]), range(len(points))
        if need is NEVER: return
        held += sum(-some * p.classes[j].count for j, some in enumerate(points) if some < 0)
        priced = [(price, *p.rows[i][:2], *cases.rows[i]) for i, price in enumerate(prices) if price]
        for price, _, _, least, most in priced:
            if price < 0: need += -price * least
            else: held += price * whole(most, 0, 1 << 63)
        bonuses = [(a, b, of, bonus) for (a, b, of), bonus in zip(p.conflicts, shared) if bonus]
        for a, b, of, bonus in bonuses:
            must(of is not None and a == b, "shared points of another sort of conflict")
            held += bonus * len({
                of[n] for n in cases.nodes if of[n] >= 0 and a in p.fitting(n) and self.most(a, n, cases) > 0})
        for n in cases.nodes:
            here = [(price, amounts) for price, amounts, nodes, _, _ in priced if n in nodes]
            value = tuple(points[j] - sum(x for a, _, of, x in bonuses if a == j and of[n] >= 0)
                          - sum(price * amounts[j] for price, amounts in here) for j in classes)
            kind = p.room[n], value, *(tuple(some(j) for j in classes) for some in (
                lambda j: self.most(j, n, cases), lambda j: cases.floors.get((j, n), 0)))
            if kind not in known: known[kind] = self.worth(*kind)
            if known[kind] is NEVER: return
            held += known[kind]
        low, high = body.get("available", held), body.get("needed", need)
        if "resource" in body: self.must_measure(points, must(not prices, "prices") or body["resource"])
        must(held <= low < high <= need, f"nodes are worth {held} points, {need} are needed (said: {low}, {high})")
    def must_measure(self, points, r):
        asked = [c.request[whole(r, 0, len(c.request) - 2)] for c in self.p.classes]
        most, top = max(points), max(asked)
        must(most and top and all(p * top == most * q for p, q in zip(points, asked)), f"points of resource {r}")
    def worth(self, room, value, most, least):
        request, on_node, left, taken = self.p.request, self.p.on_node, room, {j for j, k in enumerate(least) if k}
        fitting = lambda j, left: min([most[j] - least[j]] + [f // q for f, q in zip(left, request[j]) if q])
        less = lambda left, j, pods: [f - q * pods for f, q in zip(left, request[j])]
        for j in taken: left = less(left, j, least[j])
        if any(a > b for a, b in zip(least, most)) or min(left, default=0) < 0 or on_node & {
            (a, b) for a in taken for b in taken}: return NEVER
        order = sorted((j for j, v in enumerate(value) if v > 0 and fitting(j, left) > 0), key=lambda j: -value[j])
        def bound(order, left):
            by_resource = [r for r in range(len(left)) if all(request[j][r] for j in order)]
            return min([sum(value[j] * fitting(j, left) for j in order)]
                       + [max(value[j] * left[r] // request[j][r] for j in order) for r in by_resource])
        best, looks = 0, LOOKS
        def search(order, left, taken, gained):
            nonlocal best, looks
            best, looks = max(best, gained), looks - 1
            if not order or looks <= 0 or gained + bound(order, left) <= best: return
            j, *rest = order
            for pods in range(0 if any((j, k) in on_node for k in taken) else fitting(j, left), -1, -1):
                search(rest, less(left, j, pods), taken | {j} if pods else taken, gained + value[j] * pods)
        search(order, left, taken, 0)
        return sum(v * pods for v, pods in zip(value, least)) + (best if looks > 0 else bound(order, left))
    def need(self, states, points):
        p, pods = self.p, {}
        def fill(classes, missing):
            for j in sorted(classes, key=lambda j: points[j]):
                missing -= (more := max(0, min(missing, p.classes[j].count - pods.setdefault(j, 0))))
                pods[j] += more
            return sum(points[j] * pods[j] for j in classes) if missing <= 0 else NEVER
        def leaf(g):
            pods.update(own := {j: p.classes[j].min for j in p.groups[g].classes})
            return fill(own, max(1, p.groups[g].minimum) - sum(own.values()))
        def cost(g):
            if states[g] != PLACED and p.met_by_nothing(g): return 0
            if states[g] == EMPTY: return NEVER
            if not p.children[g]: return leaf(g)
            sure = [cost(c) for c in p.children[g] if states[c] == PLACED]
            rest = sorted(x for x in (cost(c) for c in p.children[g] if states[c] != PLACED) if x is not NEVER)
            missing = max(0, p.groups[g].minimum - len(sure))
            return NEVER if NEVER in sure or missing > len(rest) else sum(sure) + sum(rest[:missing])
        by_tree, pods = cost(0), {}
        known = [leaf(g) for g, state in enumerate(states) if state == PLACED and not p.children[g]]
        able = p.inside[0].difference(*(p.inside[g] for g, state in enumerate(states) if state == EMPTY))
        in_all = NEVER if NEVER in known else fill(able, self.at_least - sum(pods.values()))
        return NEVER if NEVER in (by_tree, in_all) else max(by_tree, in_all)
    def sharedOut(self, body, cases):
        p, alike, inside, sizes = self.p, listed(body["alike"], list), set(), tuple(map(len, body["alike"]))
        must(sizes and all(sizes) and math.prod(s + 1 for s in sizes) <= COMBINATIONS, "no groups, or too many")
        label = at(p.groups, alike[0][0]).domain_of
        for first, g in [(groups[0], g) for groups in alike for g in groups]:
            own = at(p.inside, g)
            must(p.groups[g].domain_of == label and own and not inside & own and not p.met_by_nothing(g)
                 and self.alike_groups(first, g, cases.states), f"group {g} may not be counted with the others")
            inside |= own
        barred = [test for classes, test, most in cases.caps if most == 0 and inside <= classes]
        some, domains = named(body, [0] * len(self.all) if label is None else label)
        together = {(0,) * len(sizes)}
        for d, nodes in domains.items():
            nodes, allowed = [n for n in nodes if not any(test(n) for test in barred)], {sizes}
            bads = [] if nodes else [[int(s == t) for s in range(len(sizes))] for t in range(len(sizes))]
            for bad in listed(some[d]["tooMany"]) if d in some else []:
                bads.append(listed(bad["counts"], int))
                must(len(bads[-1]) == len(sizes) and any(bads[-1]), f"{bads[-1]} groups")
                for count, size in zip(bads[-1], sizes): whole(count, 0, size)
                taken = [groups[:c] for groups, c in zip(alike, bads[-1]) if c]
                Check(p.excerpt(taken, nodes), 1, bad["why"], cases.depth)
            for bad in bads:
                above = {top for top in allowed if all(b <= x for b, x in zip(bad, top))}
                allowed = highest(allowed - above | {
                    top[:t] + (bad[t] - 1,) + top[t + 1:] for top in above for t in range(len(sizes)) if bad[t]})
            together = highest({tuple(map(min, sizes, map(sum, zip(x, y)))) for x in together for y in allowed})
        for counts in together:
            out = [g for groups, c in zip(alike, counts) for g in groups[c:]]
            must(any(cases.states[g] == PLACED for g in out) or self.need(
                self.known(cases.states, out, EMPTY), [0] * len(p.classes)) is NEVER, f"room for {counts} groups")
    def alike_groups(self, a, b, states):
        p, one, other = self.p, [], []
        def picture(g, top, order):
            order.extend(it := p.groups[g].classes)
            return (p.groups[g].minimum, p.groups[g].domain_of, [p.classes[j] for j in it], top or states[g] == OPEN or
                    object(), [picture(c, False, order) for c in p.children[g]])
        same = picture(a, True, one) == picture(b, True, other)
        to = dict(zip(one + other, other + one))
        moved = [(to.get(x, x), to.get(y, y), of) for x, y, of in p.conflicts] if same else []
        return a == b or same and p.groups[a].parent == p.groups[b].parent and states[a] == states[b] and all(
            (x, y, of) in p.conflicts or (y, x, of) in p.conflicts for x, y, of in moved)
def named(body, of):  # cases by domain, no domain twice, none without a node; and the nodes of all domains
    must(of is not None, "the group is not bound to a domain")
    domains, some = {}, [(d, it) for it in listed(body["cases"]) for d in listed(it["domains"], int) or [-1]]
    for n in (n for n, d in enumerate(of) if d >= 0): domains.setdefault(of[n], []).append(n)
    must(len(dict(some)) == len(some) and set(dict(some)) <= set(domains), "a domain twice, without a node, or none")
    return dict(some), domains
def highest(some): return {v for v in some if not any(v != w and all(x <= y for x, y in zip(v, w)) for w in some)}
def too_many(certificate, last=[None, None]):  # how many pods are proved to be too many; refuses what proves nothing
    if last[0] != certificate["problem"]: last[:] = certificate["problem"], read_problem(certificate["problem"])
    return Check(last[1], whole(certificate["atLeast"], 1), certificate["proof"]).at_least
def check_group(it):
    verdict, placed, pods = it["verdict"], whole(it["placed"], 0), [one["pod"] for one in listed(it["placement"])]
    must(len(pods) == len(set(pods)) == placed <= it["members"]["pending"], "pods placed twice, or counted wrongly")
    must((verdict == "feasible") == (placed > 0), f"{verdict} with {placed} pods placed")
    most = None if it["certificate"] is None else too_many(it["certificate"]) - 1
    must(most is None or verdict in ("feasible", "infeasible", "undetermined"), f"{verdict} with a certificate")
    must(verdict != "infeasible" or most == 0, "infeasible, and that is not proved")
    must(verdict != "feasible" or most is None or placed <= most and it["maximal"] is (placed == most), "maximal")
    return f"{verdict}; " + ("the rest takes the inputs" if most is None else f"not {most + 1} pods, which is proved")
class Deep(json.JSONDecoder):  # reads what is nested more deeply than the reader in C allows
    def __init__(self, **more): self.scan_once = super().__init__(**more) or json.scanner.py_make_scanner(self)
def judge(text):  # prints a line for each answer, and returns the exit status; nothing in a text ends in a traceback
    members = lambda pairs: must(len(dict(pairs)) == len(pairs), "a member is there twice") or dict(pairs)
    def say(line): print("".join(c if c.isprintable() else " " for c in line))
    try:
        try: value, worst = json.loads(text, object_pairs_hook=members), 0
        except RecursionError: value, worst = json.loads(text, object_pairs_hook=members, cls=Deep), 0
        bare, answers = "proof" in value, [value] if "proof" in value else listed(value["groups"], dict)
    except Exception as e: return say(f"unusable: {e!r:.200}") or 2
    for name, it in [("certificate", it) for it in answers]:
        try:
            name = name if bare else "/".join(map(str, it["group"].values()))[:200]
            say(f"{name}: accepted: {too_many(it) if bare else check_group(it)}")
        except Exception as e: worst = say(f"{name}: refused: {str(e) if type(e) is Refused else repr(e):.200}") or 1
    return worst
def main(status):
    names = [name for name in sys.argv[1:] if name not in ("--lines", "-")] or [0]
    try:
        with open(names[0], "rb") as f: status += map(judge, f if "--lines" in sys.argv else [f.read()])
    except OSError as e: status.append(print(f"unusable: {e}", file=sys.stderr) or 2)
if __name__ == "__main__":
    sys.setrecursionlimit(200_000)
    threading.stack_size(1 << 29)
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    (thread := threading.Thread(target=main, args=[status := []])).start()
    sys.exit(thread.join() or max(status, default=0))

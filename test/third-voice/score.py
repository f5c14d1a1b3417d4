"""The third voice: schemes scored a second way, from the design pages alone, to be compared with the engine.

stdin   one JSON object a line: {"scheme", "submission", "group"?: [submissions], "declaration"?}
stdout  one JSON line each: {"total", "grade", "state", "scores": {id: text|null}, "states": {id: state}}

Everything is evaluated as the pages say it, without score curves, rule engine or compilation: phase by phase, leaf by
leaf, conditions three-valued as they stand. The phases of design.md 7 are the methods of Scorer, in their order.
"""

import json
import sys
from datetime import date
from fractions import Fraction

sys.dont_write_bytecode = True

import formula  # noqa: E402
from facts import Facts, cast, not_applicable, quantity, top, weighted  # noqa: E402
from formula import ERROR, MISSING, NA, Absent, rounded, worst  # noqa: E402
from methods import COMPARE, bands, clamp, curve, entered, in_unit, numeric, points_of, ratio, steps  # noqa: E402

JUDGED = ('checklist', 'levels', 'judgement')


def finite(value):
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def decimal(value):
    """Decimal text without trailing zeros."""
    if value is None:
        return None
    digits = next(d for d in range(20000) if (value * 10**d).denominator == 1)
    whole = str(abs(int(value * 10**digits))).rjust(digits + 1, '0')
    text = (whole[:-digits] + '.' + whole[-digits:]).rstrip('0').rstrip('.') if digits else whole
    return '-' + text if value < 0 else text


def declared(scheme, declaration):
    """bind(scheme, declaration): its targets where a leaf lets them be declared, its own leaves under 个性 branches."""
    targets, own = declaration.get('targets', {}), declaration.get('indicators', {})

    def bound(node):
        if 'children' in node:
            added = own.get(node['id'], []) if node.get('individual') else []
            return {**node, 'children': [bound(child) for child in node['children']] + added}
        return {**node, 'target': targets[node['id']], 'bound': True} if node['id'] in targets else node

    more = {key: scheme.get(key, []) + declaration.get(key, []) for key in ('items', 'measures')}
    return {**scheme, **more, 'indicators': [bound(node) for node in scheme['indicators']]}


class Result:
    """A node as its parent sees it.

    give      the points it brings, printed; None where it brings none
    siblings  its points that its siblings take over; out: its points that leave the full score (rescale)
    """

    def __init__(self, state, give=None, printed=None, siblings=Fraction(0), out=Fraction(0)):
        self.state, self.give, self.printed, self.siblings, self.out = state, give, printed, siblings, out


class Scorer:
    def __init__(self, scheme, submission, group=()):
        self.scheme, self.submission, self.group = scheme, submission, group
        self.facts, self.rules = Facts(scheme, submission), scheme.get('rules', [])
        self.nodes, self.parent, self.results, self.known, self.running = {}, {}, {}, {}, set()
        self.unverified, self.unsure, self.late, self.alone = set(), set(), {}, None
        self.index(scheme['indicators'], None)

    def index(self, nodes, parent):
        for node in nodes:
            self.nodes[node['id']], self.parent[node['id']] = node, parent
            self.index(node.get('children', []), node)

    def line(self, node):
        """The node's id and those of the branches above it."""
        while node:
            yield node['id']
            node = self.parent[node['id']]

    def once(self, key, run):
        """Remembers, also whether 待核 was read; a leaf that needs itself is an error."""
        if key not in self.known:
            if key in self.running:
                return ERROR
            self.running.add(key)
            self.known[key] = self.watched(run)
        value, unverified = self.known[key]
        self.facts.root.provisional |= unverified
        return value

    def watched(self, run):
        """What it gives, and whether it read a value still to be verified."""
        root = self.facts.root
        before, root.provisional = root.provisional, False
        value = run()
        unverified, root.provisional = root.provisional, before
        return value, unverified

    # Rules: what fired, and the points it moves.
    def fact(self, phase):
        def read(name):
            kind, _, node = name.partition(':')
            if name in self.facts.items or name in self.facts.measures:
                return self.facts.read(name)
            if kind in ('score', 'rate') and node in self.nodes:
                points = Fraction(self.nodes[node]['points'])
                score = self.score_fact(node, phase)
                if isinstance(score, Absent) or kind == 'score':
                    return score
                return score / points if points else ERROR
            if name in ('total', 'grade'):
                return self.late.get((name, phase), ERROR)
            return self.facts.fact(name)
        return read

    def score_fact(self, node, phase):
        if phase == 3:
            leaf = self.nodes[node]
            if 'children' in leaf:
                return ERROR
            score = self.basic(leaf)
            self.mark(leaf, score)
            return Fraction(0) if score is MISSING and self.counts_zero(leaf) else score
        if phase < 3 or node not in self.results:
            return ERROR
        result = self.results[node]
        return {'not-applicable': NA, 'error': ERROR}.get(result.state, MISSING) if result.printed is None \
            else result.printed

    def fired(self, types, phase, ids=None):
        """(rule's params, True or the mark of its condition) of the rules of these types that may act on these ids."""
        found = []
        for rule in self.rules:
            params = rule['event']['params']
            if rule['event']['type'] in types and (ids is None or params.get('indicator') in ids):
                holds = self.facts.holds(rule['conditions'], self.fact(phase))
                if holds is not False:
                    found.append((rule['event']['type'], params, holds))
        return found

    def amount(self, params, holds):
        if holds is not True:
            return holds
        value = Fraction(params['points']) if 'points' in params else \
            self.points(params['formula']) if 'formula' in params else Fraction(0)
        if type(value) is not Fraction:
            return ERROR if value is ERROR or not isinstance(value, Absent) else MISSING
        return max(Fraction(0), min(value, Fraction(params['limit'])) if 'limit' in params else value)

    def points(self, text):
        """What a formula gives as points; a percentage of points is a share of them."""
        return formula.as_ratio(self.facts.value(text), self.facts.unit_of(text))

    def adjusted(self, score, events, points):
        """Phase 3: zero wins, else minus all deductions plus all bonuses."""
        if isinstance(score, Absent):
            return score
        if any(kind == 'zero' and holds is True for kind, _, holds in events):
            return Fraction(0)
        moves = [(kind, self.amount(params, holds)) for kind, params, holds in events]
        if mark := worst(value for _, value in moves):
            return mark
        return clamp(score + sum(-v if kind == 'deduct' else v for kind, v in moves), points)

    # Phases 1 to 3 of a leaf.
    def basic(self, leaf):
        """After phases 1 and 2: the exact score within [0, points], or a mark."""
        return self.once(('basic', leaf['id']), lambda: self.applicable(leaf))

    def applicable(self, leaf):
        marks = [holds for _, _, holds in self.fired(['not-applicable'], 1, [leaf['id']])]
        if any(mark is True for mark in marks):
            return NA
        if mark := self.refusal(leaf) or worst(marks):
            return mark
        score, unverified = self.watched(lambda: self.method(leaf))
        if unverified and not isinstance(score, Absent):
            self.unsure.add(leaf['id'])
        return clamp(score, Fraction(leaf['points']))

    def refusal(self, leaf):
        """不适用 as it was entered for the leaf itself, judged or not; an error where it may not be."""
        entries = self.facts.entries.get('judgements', {})
        if leaf['id'] not in entries or top(entries[leaf['id']])[1] != 'not-applicable':
            return None
        return not_applicable(entries[leaf['id']], 'notApplicable' in leaf or 'notApplicable' in self.scheme)

    def exact(self, leaf):
        """After phase 3."""
        def run():
            score = self.basic(leaf)
            if isinstance(score, Absent):
                return score
            events = self.fired(['zero', 'deduct', 'bonus'], 3, [leaf['id']])
            score = self.adjusted(score, events, Fraction(leaf['points']))
            self.mark(leaf, score)
            return score
        return self.once(('exact', leaf['id']), run)

    def mark(self, leaf, score):
        """What is read from a score that rests on 待核 rests on it too."""
        self.facts.root.provisional |= leaf['id'] in self.unsure and not isinstance(score, Absent)

    def x(self, leaf):
        return self.facts.value(leaf['actual']) if 'actual' in leaf else ERROR

    def bounds(self, leaf, target):
        """(comparator or None, low, high) in the unit of the leaf's actual value."""
        unit = self.facts.unit_of(leaf['actual']) if 'actual' in leaf else None
        if target is None:
            return MISSING if 'declared' in leaf else ERROR
        if 'low' in target:
            ends = [in_unit(target[end], target.get('unit'), unit) for end in ('low', 'high')]
        elif 'formula' in target:
            value = self.facts.value(target['formula'])
            ends = [formula.convert(value, self.facts.unit_of(target['formula']), unit)]
        elif 'date' in target:
            ends = [cast(target['date'], {'type': 'date'})]
        else:
            ends = [in_unit(target['value'], target.get('unit'), unit) if 'value' in target else ERROR]
        if mark := worst(ends):
            return mark
        return target.get('comparator'), ends[0], ends[-1]

    def method(self, leaf):
        """Phase 2: the exact points of the leaf's method, before anything is cut."""
        rule = leaf['scoring']
        judged = rule['method'] in JUDGED and (
            rule['method'] != 'checklist' or any(e['met'] == 'judged' for e in rule['elements']))
        if judged and leaf['id'] not in self.facts.entries.get('judgements', {}):
            if any(leaf['id'] in unit.entries.get('judgements', {}) for unit in self.facts.units):
                return self.over_units(leaf)
        return METHODS[rule['method']](self, leaf, rule, Fraction(leaf['points']))

    def over_units(self, leaf):
        """The units' judged scores, weighted by the item the leaf names."""
        pairs, whole = [], self.facts
        for unit in whole.units:
            self.facts = unit
            points = Fraction(leaf['points'])
            score = clamp(METHODS[leaf['scoring']['method']](self, leaf, leaf['scoring'], points), points)
            self.facts = whole
            if score is not NA:
                pairs.append((score, unit.read(leaf['weighUnitsBy']) if 'weighUnitsBy' in leaf else ERROR))
        return weighted(pairs) if pairs else NA

    # Methods over one value x.
    def value_method(self, leaf, rule, points):
        x, limits = self.x(leaf), None
        sides = [rule[side] for side in ('below', 'above') if isinstance(rule.get(side), dict)]
        shares = any(side['per'] == 'percent-of-target' for side in sides)
        if rule['method'] == 'ratio' or rule['method'] == 'steps' and ('from' not in rule or shares):
            limits = self.bounds(leaf, rule.get('target', leaf.get('target')))
        if mark := worst([numeric(x), limits]):
            return mark
        x = numeric(x)
        if rule['method'] == 'ratio':
            return ratio(rule, points, x, limits)
        if limits:
            limits = [numeric(v) for v in limits[1:]]
        return self.shape(rule, points, x, limits, self.facts.unit_of(leaf['actual']))

    def shape(self, rule, points, x, limits, unit=None):
        if rule['method'] == 'steps':
            return steps(rule, points, x, limits, self.scheme.get('stepCount'), unit)
        return (bands if rule['method'] == 'bands' else curve)(rule, points, x, unit)

    def passes(self, leaf, rule, points):
        x = self.x(leaf) if 'condition' not in rule else None
        if 'condition' in rule:
            holds = self.facts.holds(rule['condition'])
        elif isinstance(x, bool) and 'threshold' not in rule:
            holds = x
        else:
            target = rule.get('threshold', leaf.get('target'))
            holds = x if isinstance(x, Absent) and target is None and 'declared' not in leaf else self.meets(
                x, self.bounds(leaf, target))
        return holds if isinstance(holds, Absent) else points * holds

    def meets(self, x, limits):
        if mark := worst([x, limits]):
            return mark
        comparator, low, high = limits
        if type(x) is not type(low) or not isinstance(x, (Fraction, date)):
            return ERROR
        return COMPARE[comparator](x, low) if comparator else low <= x <= high

    # Judged methods.
    def judgement_of(self, leaf):
        entries = self.facts.entries.get('judgements', {})
        if leaf['id'] not in entries:
            return MISSING
        value, state, unverified = top(entries[leaf['id']])
        self.facts.root.provisional |= unverified
        if state == 'not-applicable':
            return self.refusal(leaf)
        return MISSING if state == 'missing' or value is None else value

    def checklist(self, leaf, rule, points):
        judged = self.judgement_of(leaf)
        if judged is NA or judged is ERROR:
            return judged
        given = judged.get('elements', {}) if isinstance(judged, dict) else {}
        met = []
        for element in rule['elements']:
            how = element['met']
            if how == 'judged':
                met.append(given.get(element['id'], MISSING) if isinstance(judged, (dict, Absent)) else ERROR)
            elif 'item' in how:
                met.append(self.facts.compares(how['item'], 'equal', True))
            elif 'evidence' in how:
                met.append(self.facts.fact('evidence:' + how['evidence']))
            else:
                met.append(self.facts.holds(how['condition']))
        if mark := worst(met):
            return mark
        pairs = list(zip(rule['elements'], met))
        if any(element.get('gate') and not is_met for element, is_met in pairs):
            return Fraction(0)
        return sum((points_of(element['score'], points) for element, is_met in pairs if is_met), Fraction(0))

    def levels(self, leaf, rule, points):
        judged = self.judgement_of(leaf)
        if isinstance(judged, Absent):
            return judged
        if not isinstance(judged, dict):
            return ERROR
        if 'level' not in judged:
            return MISSING
        place = next((i for i, level in enumerate(rule['levels']) if level['name'] == judged['level']), None)
        if place is None:
            return ERROR
        level = rule['levels'][place]
        if 'share' in level:
            return points * quantity(level['share'])
        if 'from' not in level or 'to' not in level:
            return ERROR
        if 'share' not in judged:
            return MISSING
        low, high = sorted([quantity(level['from']), quantity(level['to'])])
        share = quantity(judged['share'])
        inside = type(share) is Fraction and low <= share and (share < high or share == high and (place == 0 or low == high))
        return points * share if inside else ERROR

    def judgement(self, leaf, rule, points):
        judged, panel = self.judgement_of(leaf), rule.get('panel', {'rule': 'mean', 'quorum': 1})
        if isinstance(judged, Absent):
            return judged
        if isinstance(judged, dict) and 'experts' not in judged:
            return MISSING
        given = [one['score'] for one in judged['experts']] if isinstance(judged, dict) else [judged]
        scores = [entered(score, points) for score in given]
        if ERROR in scores:
            return ERROR
        if not isinstance(judged, dict):
            return scores[0]
        scores.sort()
        if len(scores) < panel['quorum'] or panel['rule'] == 'trimmed-mean' and len(scores) < 3:
            return MISSING
        if panel['rule'] == 'trimmed-mean':
            scores = scores[1:-1]
        if panel['rule'] == 'median':
            scores = scores[(len(scores) - 1) // 2:len(scores) // 2 + 1]
        return sum(scores) / len(scores)

    # Methods over conditions, siblings and groups.
    def formula(self, leaf, rule, points):
        value = self.points(rule['formula'])
        return value if type(value) in (Fraction, Absent) else ERROR

    def table(self, leaf, rule, points):
        hits = []
        for row in rule['rows']:
            cells = [self.facts.compares(fact, cell['operator'], cell['value'])
                     for fact, cell in zip(rule['columns'], row['when']) if cell is not None]
            hits.append(formula.connect('AND', cells))
        scores = [points_of(row['score'], points) for row, hit in zip(rule['rows'], hits) if hit is True]
        if rule['hit'] == 'first':
            until = next((i for i, hit in enumerate(hits) if hit is True), len(hits))
            return worst(hits[:until]) or (scores[0] if scores else points_of(rule['otherwise'], points))
        if rule['hit'] == 'unique' and len(scores) > 1:
            return ERROR
        return worst(hits) or (sum(scores) if scores else points_of(rule['otherwise'], points))

    def share_met(self, leaf, rule, points):
        if 'list' in rule['of']:
            records = self.facts.records(rule['of']['list'])
            met = records if isinstance(records, Absent) else [record.holds(rule['of']['met']) for record in records]
        else:
            above = self.parent[leaf['id']]
            around = above['children'] if above else self.scheme['indicators']
            met = [self.sibling_met(node) for node in around
                   if node['id'] != leaf['id'] and 'children' not in node and 'kind' not in node
                   and 'siblings' not in node['scoring'].get('of', {})]
            met = [one for one in met if one is not NA]
        if isinstance(met, Absent) or worst(met):
            return met if isinstance(met, Absent) else worst(met)
        return points * sum(met) / len(met) if met else ERROR

    def sibling_met(self, leaf):
        """By the comparator of its target on its x, else by a full score."""
        score = self.basic(leaf)
        self.mark(leaf, score)
        if isinstance(score, Absent):
            return score
        rule = leaf['scoring']  # a target of the method's own stands in place of the leaf's
        target = rule.get('target', rule.get('threshold', leaf.get('target', {})))
        if 'comparator' in target and 'actual' in leaf:
            return self.meets(self.x(leaf), self.bounds(leaf, target))
        return score >= Fraction(leaf['points'])

    def rank(self, leaf, rule, points):
        x, group = numeric(self.x(leaf)), self.group
        if isinstance(x, Absent):
            return x
        if 'within' in rule:
            kinds = [m.submission['subject'].get('attributes', {}).get(rule['within']) for m in [self, *group]]
            if kinds[0] is None:
                return MISSING
            group = [member for member, kind in zip(group, kinds[1:]) if kind == kinds[0]]
        others = [member.ranked(leaf['id']) for member in group]
        values = [x] + [value for value in others if not isinstance(value, Absent)]
        if len(values) < 2:
            return MISSING
        falling = leaf.get('target', {}).get('comparator') in ('<=', '<')
        ascending = rule['order'] == 'ascending' if 'order' in rule else falling
        best, how = min(values) if ascending else max(values), rule['rule']
        if how['by'] == 'place':
            place = sum(v < x if ascending else v > x for v in values)
            return points_of(how['places'][place] if place < len(how['places']) else how['otherwise'], points)
        if how['by'] == 'best':
            if best < 0 or best == 0 and not ascending:
                return ERROR
            return points if x == best else points * (best / x if ascending else x / best)
        mean = sum(values) / len(values)
        if how['distance'] == 'relative' and mean == 0:
            return ERROR
        away = (x - mean) / (abs(mean) if how['distance'] == 'relative' else 1)
        zone = how['scoring'] if 'from' in how['scoring'] else {**how['scoring'], 'from': '0'}
        return self.shape(zone, points, away, None)

    def ranked(self, leaf):
        """The value another is ranked beside; none where the leaf does not apply, or was not chosen."""
        return numeric(self.x(self.nodes[leaf])) if self.has(leaf) else NA

    def has(self, leaf):
        """Whether a leaf applies to this member and was not left out among alternatives."""
        if leaf not in self.nodes:
            return False
        if self.alone is None:
            self.alone = Scorer(self.scheme, self.submission)
            for node in self.scheme['indicators']:
                self.alone.node(node)
        return self.alone.results[leaf].state != NA.state

    # Phase 4: printed scores, 不适用, branches.
    def node(self, node):
        points, score = Fraction(node['points']), self.branch if 'children' in node else self.leaf
        result, unverified = self.watched(lambda: score(node, points))
        if unverified:
            self.unverified.add(node['id'])
        self.results[node['id']] = result
        return result

    def rounding(self, node, place):
        stated = self.scheme.get('rounding', {})
        default = 'none' if stated.get('leaf') == 'none' and place == 'branch' else {'digits': 2}
        return node.get('rounding', stated.get(place, default))

    def leaf(self, leaf, points):
        exact, how = self.exact(leaf), self.rounding(leaf, 'leaf')
        if not isinstance(exact, Absent):
            printed = printed_at(how, exact)
            return Result('present', printed, printed)
        if exact is MISSING and self.counts_zero(leaf):
            return Result('missing', Fraction(0), Fraction(0))
        if exact is not NA:
            return Result(exact.state)
        policy = leaf.get('notApplicable', self.scheme.get('notApplicable', 'rescale'))
        if policy == 'full':
            return Result(NA.state, printed_at(how, points))
        if policy == 'group-mean':
            rates = [member.rate(leaf['id']) for member in self.group]
            rates = [rate for rate in rates if not isinstance(rate, Absent)]
            return Result(NA.state, printed_at(how, points * sum(rates) / len(rates))) if rates else Result('missing')
        return Result(NA.state, siblings=points) if policy == 'siblings' else Result(NA.state, out=points)

    def counts_zero(self, leaf):
        return leaf.get('missing', self.scheme.get('missing', 'block')) == 'zero'

    def rate(self, leaf):
        node = self.nodes.get(leaf)
        exact = self.exact(node) if self.has(leaf) and Fraction(node['points']) else NA
        return exact if isinstance(exact, Absent) else exact / Fraction(node['points'])

    def branch(self, branch, points):
        inside = branch.get('kind') == 'bonus' or any(self.nodes[i].get('kind') == 'bonus' for i in self.line(branch))
        pairs = [(child, self.node(child)) for child in branch['children']]
        every = pairs
        if not inside:
            pairs = [(child, result) for child, result in pairs if child.get('kind') != 'bonus']
        combine = branch.get('combine', 'sum')
        if isinstance(combine, dict):
            chosen = self.alternative(combine['alternatives'])
            if isinstance(chosen, Absent):
                return Result(chosen.state)
            pairs = [(child, result) for child, result in pairs if child['id'] == chosen]
            if not pairs:
                return Result('error')
            for child, _ in every:
                if child['id'] != chosen and child.get('kind') != 'bonus':
                    self.leave_out(child)
        score, siblings, out = together(pairs, combine if isinstance(combine, str) else 'best-of', points)
        if score is NA:
            return Result(NA.state, siblings=siblings, out=points - siblings)
        if not isinstance(score, Absent):
            score = clamp(score, points)
        if isinstance(score, Absent):
            return Result(score.state)
        printed = printed_at(self.rounding(branch, 'branch'), score)
        return Result('present', printed, printed, out=out)

    def leave_out(self, node):
        """What was not chosen does not apply, and so does everything below it."""
        self.results[node['id']] = Result(NA.state)
        self.unverified.discard(node['id'])
        for child in node.get('children', []):
            self.leave_out(child)

    def total_rounding(self):
        stated = self.scheme.get('rounding', {}).get('total', 'none')
        return {'digits': 2} if stated == 'none' else stated

    def alternative(self, how):
        if 'item' in how:
            value = self.facts.fact(how['item'])
            if isinstance(value, Absent):
                return MISSING if value is NA else value
            return how['children'].get(value, ERROR) if isinstance(value, str) else ERROR
        found = {child: self.facts.holds(condition) for child, condition in how['when'].items()}
        chosen = [child for child, holds in found.items() if holds is True]
        return worst(found.values()) or (chosen[0] if len(chosen) == 1 else ERROR)

    # Phases 5 to 7.
    def run(self):
        tops = [(node, self.node(node)) for node in self.scheme['indicators']]
        bonus = [self.results[i] for i, node in self.nodes.items() if node.get('kind') == 'bonus' and not any(
            self.nodes[above].get('kind') == 'bonus' for above in list(self.line(node))[1:])]
        total, grade = self.total([pair for pair in tops if pair[0].get('kind') != 'bonus'], bonus), None
        if not isinstance(total, Absent):
            total, grade = self.graded(total)
        blocked = isinstance(total, Absent)
        return {'total': None if blocked else decimal(total), 'grade': None if blocked else grade,
                'state': 'blocked' if blocked else 'provisional' if self.unverified or self.facts.provisional else 'final',
                'scores': {i: self.text(self.results[i].printed) for i in self.nodes},
                'states': {i: self.results[i].state for i in self.nodes}}

    def text(self, score):
        """A score that no finite decimal writes (rounding: none) prints as the total is rounded."""
        return decimal(score if score is None or finite(score) else printed_at(self.total_rounding(), score))

    def total(self, tops, bonus):
        score, _, out = together(tops, 'sum', None)
        full, how = Fraction(self.scheme['fullScore']), self.total_rounding()
        if isinstance(score, Absent):
            return score
        if out:
            if full - out <= 0:
                return NA
            score = score * full / (full - out)
        if any(r.give is None or r.out for _, r in tops):
            score = printed_at(how, score)  # a line of its own
        blocking = [b for b in bonus if b.give is None and b.state != NA.state]
        taken = [self.amount(params, holds) for _, params, holds in self.fired(['deduct'], 5, [None])]
        if blocking or worst(taken):
            return worst(taken) or MISSING
        total = score + sum(b.printed for b in bonus if b.printed is not None) - sum(printed_at(how, t) for t in taken)
        return printed_at(how, clamp(total, Fraction(self.scheme.get('ceiling', self.scheme['fullScore']))))

    def graded(self, total):
        grades, self.late['total', 6] = self.scheme.get('grades', []), total
        names = [g['name'] for g in grades]
        reached = [i for i, g in enumerate(grades) if 'from' not in g or total >= Fraction(g['from'])]
        place = reached[0] if reached else None
        events = self.fired(['cap-grade', 'veto'], 6)
        if mark := worst(holds for _, _, holds in events):
            return mark, None
        for kind, params, _ in events:
            if kind == 'veto':
                place, total = len(names) - 1, Fraction(0) if params.get('total') == 'zero' else total
            elif params['grade'] in names and place is not None:
                place = max(place, names.index(params['grade']))
        return total, names[place] if names and place is not None else None


METHODS = {**dict.fromkeys(('ratio', 'steps', 'bands', 'curve'), Scorer.value_method),
           'pass': Scorer.passes,
           'checklist': Scorer.checklist, 'levels': Scorer.levels, 'judgement': Scorer.judgement,
           'formula': Scorer.formula, 'table': Scorer.table, 'share-met': Scorer.share_met, 'rank': Scorer.rank}


def allowed(leaf, value):
    """Whether a target that a declaration set may be set at all, and keeps within the scheme's limits."""
    if 'bound' not in leaf or leaf.get('declared') == {}:
        return True
    limits, far = leaf.get('declared'), '9' * 30
    return limits is not None and type(value) is Fraction and (
        quantity(limits.get('atLeast', '-' + far)) <= value <= quantity(limits.get('atMost', far)))


def printed_at(how, value):
    if how == 'none':
        return value
    step = Fraction(how['step']) if 'step' in how else Fraction(1, 10 ** int(how['digits']))
    return rounded(value, step, how.get('mode', 'half-up')) if step else value


def together(pairs, combine, points):
    """(score or mark, points for the siblings, points out of the full score) of children and their results."""
    live = [(node, r) for node, r in pairs if r.give is not None]
    states = [r.state for _, r in pairs if r.give is None]
    worth = {node['id']: Fraction(node['points']) for node, _ in pairs}
    full = combine == 'best-of' and any(r.give >= points for _, r in live)
    if 'error' in states:
        return ERROR, Fraction(0), Fraction(0)
    if not pairs or 'missing' in states and not full:
        return MISSING, Fraction(0), Fraction(0)
    siblings, out = (sum((getattr(r, key) for _, r in pairs), Fraction(0)) for key in ('siblings', 'out'))
    if not live:
        if combine == 'sum':
            return NA, siblings, out
        taken = all(r.siblings for _, r in pairs)
        return NA, points if taken else Fraction(0), Fraction(0) if taken else points
    if combine == 'sum':
        stand = sum(worth[node['id']] - r.out for node, r in live)
        score = sum(r.give for _, r in live)
        return score * (stand + siblings) / stand if stand else score, Fraction(0), out
    if combine == 'weighted-mean':
        parts = [(r.give, worth[n['id']], Fraction(n.get('weight', n['points']))) for n, r in live]
        if any(p == 0 for _, p, _ in parts) or sum(w for _, _, w in parts) == 0:
            return ERROR, Fraction(0), Fraction(0)
        return points * sum(g / p * w for g, p, w in parts) / sum(w for _, _, w in parts), Fraction(0), Fraction(0)
    chosen = (min if combine == 'minimum' else max)((r for _, r in live), key=lambda r: r.give)
    return chosen.give, Fraction(0), chosen.out


def refusal(scheme):
    """Why a scheme, with its declaration, is not scored at all. Other faults of documents are no matter here."""
    def every(nodes):
        for node in nodes:
            yield node
            yield from every(node.get('children', []))

    nodes = list(every(scheme['indicators']))
    branches = {node['id'] for node in nodes if 'children' in node}
    for rule in scheme.get('rules', []):
        if rule['event']['type'] != 'flag' and rule['event']['params'].get('indicator') in branches:
            return 'RULE_NOT_LEAF'
    if not all(allowed(node, quantity(node['target'][end])) for node in nodes if 'bound' in node
               for end in ('value', 'low', 'high') if end in node['target']):
        return 'DECLARATION_TARGET_LIMIT'
    return None


def score(document):
    scheme, submission = document['scheme'], document['submission']
    others = [s for s in document.get('group') or [] if s['subject'] != submission['subject']]
    group = [Scorer(scheme, other) for other in others]
    for member in group:
        member.group = [Scorer(scheme, s) for s in [submission, *(o for o in others if o is not member.submission)]]
    if document.get('declaration'):
        scheme = declared(scheme, document['declaration'])
    if code := refusal(scheme):
        return {'refused': code}
    return Scorer(scheme, submission, group).run()


def number(text):
    """A JSON number, exact; with more than 15 significant digits it was not meant and is an error."""
    digits = text.lower().partition('e')[0].lstrip('-').replace('.', '').strip('0')
    return Fraction(text) if len(digits) <= 15 else ERROR


def main():
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(score(json.loads(line, parse_int=number, parse_float=number)), ensure_ascii=False), flush=True)


if __name__ == '__main__':
    main()

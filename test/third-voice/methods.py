"""The methods over one number, as they are worded: exact points for an x, never cut or rounded here (design.md 6)."""

import operator
from datetime import date
from fractions import Fraction

import formula
from facts import quantity
from formula import ERROR, Absent

COMPARE = {'>=': operator.ge, '>': operator.gt, '<=': operator.le, '<': operator.lt, '=': operator.eq}


def clamp(value, high):
    return value if isinstance(value, Absent) else max(Fraction(0), min(value, high))


def points_of(text, points):
    """"2" is 2 points, "40%" is that share of the leaf's points."""
    return quantity(text) * (points if text.endswith('%') else 1)


def numeric(value):
    """The number a method looks at; a date is its day number."""
    if isinstance(value, date):
        return Fraction(value.toordinal() - date(1970, 1, 1).toordinal())
    return value if type(value) in (Fraction, Absent) else ERROR


def in_unit(text, unit, goal):
    """A target's number in the unit of x. 95 with the unit % and 95% are both 0.95 of a rate."""
    value = quantity(text)
    if isinstance(text, str) and text.endswith('%'):
        return formula.convert(value * 100, '%', goal) if goal in ('%', '‰') else value
    return value / 100 if unit == '%' and goal is None else formula.convert(value, unit, goal)


def entered(score, points):
    """A number somebody entered; outside [0, points] it is refused."""
    value = quantity(score) if not (isinstance(score, str) and score.endswith('%')) else ERROR
    return value if type(value) is Fraction and 0 <= value <= points else ERROR


def ratio(rule, points, x, limits):
    comparator, target, _ = limits
    target = numeric(target)
    if comparator in (None, '=') or target is ERROR:
        return ERROR
    if target <= 0:
        return {'full': points, 'zero': Fraction(0)}.get(rule.get('zeroTarget'), ERROR)
    rising = comparator in ('>=', '>')
    reached = x >= target if rising else x <= target
    completion = max(x / target, Fraction(0)) if rising else Fraction(1) if reached else target / x
    if 'passLine' in rule and completion < quantity(rule['passLine']):
        return Fraction(0)
    score, over = points * min(completion, Fraction(1)), rule.get('overshoot')
    beyond = abs(x - target) / target - quantity(over['beyond']) if over and reached else Fraction(0)
    if beyond > 0:
        score = Fraction(0) if over['effect'] == 'refuse' else points * max(Fraction(0), 1 - beyond)
    return score


def steps(rule, points, x, limits, count, unit=None):
    edges = rule.get('from')
    low, high = limits or (None, None)
    base = {'below': low, 'above': high}
    if edges is not None:
        low, high = (in_unit(edges[end], None, unit) for end in ('low', 'high')) if isinstance(edges, dict) \
            else (in_unit(edges, None, unit),) * 2
    sides = [rule[name] for name in ('below', 'above') if name in rule]
    if any((side.get('count') or rule.get('count') or count) is None for side in sides):
        return ERROR
    if any(side['per'] == 'percent-of-target' and base[of] == 0 for of, side in base_sides(rule)):
        return ERROR  # a target of 0 has no percentage to step by
    name = 'below' if x < low else 'above' if x > high else None
    side, start, floor = rule.get(name), Fraction(rule.get('start', points)), Fraction(rule.get('floor', '0'))
    if side is None:
        return max(start, floor)
    text = side['size']
    if side['per'] != 'unit' and not text.endswith('%'):
        text += '%'  # "5" percentage points and "5%" say the same
    size = quantity(text) if side['per'] == 'percent-of-target' else in_unit(text, None, unit)
    if side['per'] == 'percent-of-target':
        if base[name] is None:
            return ERROR
        size *= abs(base[name])
    if size <= 0:
        return ERROR
    number = (low - x if name == 'below' else x - high) / size
    number = {'prorata': number, 'whole': Fraction(number.__floor__()), 'started': Fraction(number.__ceil__())}[
        side.get('count', rule.get('count', count))]
    taken = number * Fraction(side['deduct'])
    return max(start - (min(taken, Fraction(side['limit'])) if 'limit' in side else taken), floor)


def base_sides(rule):
    return [(name, rule[name]) for name in ('below', 'above') if name in rule]


def bands(rule, points, x, unit=None):
    hit = rule['otherwise']
    for band in rule['bands']:
        edge = in_unit(band['from'], None, unit)
        if x > edge or x == edge and band['included']:
            hit = band['score']
    return points_of(hit, points)


def curve(rule, points, x, unit=None):
    anchors = sorted(((in_unit(a['at'], None, unit), points_of(a['score'], points)) for a in rule['anchors']), key=lambda a: a[0])
    for at, score in reversed(anchors):
        if x == at:
            return score
    if x < anchors[0][0] or x > anchors[-1][0]:
        side, end = ('below', anchors[0]) if x < anchors[0][0] else ('above', anchors[-1])
        return end[1] if rule[side] == 'hold' else Fraction(0)
    (x0, y0), (x1, y1) = next((a, b) for a, b in zip(anchors, anchors[1:]) if a[0] < x < b[0])
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)

"""What one submission says: items with their layers and units, measures, and conditions over them (design.md 4, 5, 7)."""

import operator
import re
from datetime import date
from fractions import Fraction

import formula
from formula import ERROR, MISSING, NA, Absent, worst

LAYERS = ['reported', 'verified', 'judged', 'overridden']
DIGITS = {'count': 0, 'money': 2, 'rate': 4, 'number': 2}
QUANTITY = re.compile(r'-?\d{1,30}(\.\d{1,30})?%?')


def quantity(text):
    """Decimal text or a JSON number; "95%" is 0.95. A JSON number too long to be meant arrives as an error mark."""
    if isinstance(text, str):
        if not QUANTITY.fullmatch(text.strip()):
            return ERROR
        return Fraction(text.strip().rstrip('%')) / (100 if text.strip().endswith('%') else 1)
    return text if type(text) in (Fraction, Absent) else ERROR


def cast(value, of):
    """A JSON value as a value of the item or field; null and blank text are 空缺, what it may not be is an error."""
    kind = of['type']
    if value is None or (isinstance(value, str) and not value.strip()):
        return MISSING
    if kind in ('number', 'money', 'rate', 'count'):
        is_percent = isinstance(value, str) and value.strip().endswith('%')
        number = ERROR if is_percent and kind != 'rate' else quantity(value)
        return number if within(number, of.get('range', {}), kind) else ERROR
    if kind == 'date':
        return formula.as_date(value) if isinstance(value, str) else ERROR
    wanted = {'boolean': bool, 'list': list}.get(kind, str)
    return value if isinstance(value, wanted) and (kind != 'choice' or value in of.get('choices', [value])) else ERROR


def within(number, limits, kind):
    if type(number) is not Fraction or kind == 'count' and (number.denominator != 1 or number < 0):
        return False
    far = '9' * 30
    return quantity(limits.get('min', '-' + far)) <= number <= quantity(limits.get('max', far))


def top(entry):
    """The highest layer of an entry: its value, state, and whether it is still to be verified."""
    if not (isinstance(entry, dict) and 'layers' in entry):
        entry = {'layers': [{'layer': 'reported', 'value': entry}]}
    layer = max(enumerate(entry['layers']), key=lambda at: (LAYERS.index(at[1]['layer']), at[0]))[1]
    value = layer.get('value')
    state = layer.get('state', 'missing' if value is None else 'present')
    return value, state, state == 'to-be-verified'


def not_applicable(entry, permitted):
    """An answer of 不适用: the mark, or an error where nobody permits it or it gives no reason."""
    layers = entry['layers'] if isinstance(entry, dict) and 'layers' in entry else []
    layer = max(enumerate(layers), key=lambda at: (LAYERS.index(at[1]['layer']), at[0]))[1]
    return NA if permitted and layer.get('why', '').strip() else ERROR


def connect_all(word, values):
    """Three-valued `all` and `any` over conditions; 不适用 is as unknown as 空缺."""
    return formula.connect(word, [MISSING if v is NA else v for v in values])


class Facts:
    """The scope of formulas over one submission; `root` collects 待核."""

    def __init__(self, scheme, entries, root=None):
        self.scheme, self.entries, self.root = scheme, entries, root or self
        self.items = {i['id']: i for i in scheme['items']}
        self.measures = {m['id']: m for m in scheme.get('measures', [])}
        self.units = [Facts(scheme, unit, self.root) for unit in entries.get('units', [])]
        self.provisional, self.running, self.trees = False, set(), {}

    # The scope that formulas ask.
    def known(self, name):
        return name in self.items or name in self.measures or any(
            f['id'] == name for i in self.items.values() for f in i.get('fields', []))

    def is_list(self, name):
        return self.items.get(name, {}).get('type') == 'list'

    def known_field(self, source, field):
        return any(f['id'] == field for f in self.items.get(source, {}).get('fields', []))

    def unit(self, name):
        if name in self.items:
            return own_unit(self.items[name])
        if name in self.measures:
            measure = self.measures[name]
            if 'unit' in measure or measure['type'] == 'rate':
                return own_unit(measure)
            return self.guarded(('unit', name), lambda: formula.unit_of(self.tree(measure['formula']), self), None)
        source, _, field = name.rpartition('.')
        fields = self.items.get(source, {}).get('fields', [])
        return next((own_unit(f) for f in fields if f['id'] == field), None)

    def read(self, name):
        if name in self.items:
            return self.item(name)
        if name in self.measures:
            return self.guarded(('value', name), lambda: self.measure(self.measures[name]), ERROR)
        return ERROR

    def records(self, source):
        rows = self.read(source)
        return [Record(self, source, row) for row in rows] if isinstance(rows, list) else worst([rows]) or ERROR

    def cells(self, source, field):
        rows = self.records(source)
        return rows if isinstance(rows, Absent) else [row.read(field) for row in rows]

    def value(self, text):
        return self.sure(lambda: formula.evaluate(self.tree(text), self))

    def sure(self, run):
        """Where nothing comes of it, no 待核 was read."""
        before, value = self.root.provisional, run()
        if isinstance(value, Absent):
            self.root.provisional = before
        return value

    def unit_of(self, text):
        return formula.unit_of(self.tree(text), self)

    def tree(self, text):
        if text not in self.trees:
            self.trees[text] = formula.parse(text, self)
        return self.trees[text]

    def guarded(self, key, run, cycle):
        if key in self.running:
            return cycle
        self.running.add(key)
        try:
            return run()
        finally:
            self.running.discard(key)

    # Items and measures.
    def item(self, name):
        item, entries = self.items[name], self.entries.get('items', {})
        if name not in entries:
            return self.sure(lambda: self.together(name, item.get('aggregate', {}).get('rule', 'refuse'), item))
        value, state, unverified = top(entries[name])
        if state == 'not-applicable':
            return not_applicable(entries[name], item.get('mayBeNotApplicable'))
        value = MISSING if state == 'missing' else cast(value, item)
        self.root.provisional |= unverified and not isinstance(value, Absent)
        return value

    def together(self, name, rule, item):
        """The units' values as one; a unit to which the item does not apply is left out, a missing one is contagious."""
        if not any(name in unit.entries.get('items', {}) for unit in self.units):
            return MISSING
        there = [(v, u) for v, u in ((u.item(name), u) for u in self.units) if v is not NA]
        values = [v for v, _ in there]
        if rule == 'refuse':
            return ERROR
        if not values:
            return NA
        weights = [u.read(item['aggregate']['by']) for _, u in there] if rule == 'weighted' else []
        if mark := worst(values + weights):
            return mark
        if item['type'] == 'list':
            return [row for rows in values for row in rows] if rule == 'sum' else ERROR
        if rule == 'weighted':
            return weighted([(v, u.read(item['aggregate']['by'])) for v, u in there])
        return formula.aggregate(rule.upper(), values)

    def measure(self, measure):
        value = self.value(measure['formula'])
        value = formula.convert(value, self.unit_of(measure['formula']), own_unit(measure))
        if isinstance(value, Absent):
            return value
        wanted = {'date': date, 'text': str, 'boolean': bool}.get(measure['type'], Fraction)
        if type(value) is not wanted:
            return ERROR
        if measure.get('rounded') and wanted is Fraction:
            digits = int(measure.get('digits', DIGITS[measure['type']]))
            return formula.rounded(value, Fraction(1, 10**digits))
        return value

    # Conditions: True, False, or the mark of what is not known.
    def holds(self, condition, fact=None):
        fact = fact or self.fact
        if 'all' in condition or 'any' in condition:
            word, parts = ('AND', condition['all']) if 'all' in condition else ('OR', condition['any'])
            return connect_all(word, [self.holds(part, fact) for part in parts])
        if 'not' in condition:
            inner = self.holds(condition['not'], fact)
            return not inner if isinstance(inner, bool) else inner
        if 'condition' in condition:
            name, shared = condition['condition'], self.scheme.get('conditions', {})
            return self.guarded(('condition', name), lambda: self.holds(shared[name], fact), ERROR) \
                if name in shared else ERROR
        return self.compares(condition['fact'], condition['operator'], condition['value'], fact)

    def compares(self, name, sign, value, fact=None):
        fact = fact or self.fact
        unit = self.unit(name)
        left, right = fact(name), fact(value['fact']) if isinstance(value, dict) else literals(value, unit)
        if mark := worst([left, right]):
            return MISSING if mark is NA else mark
        if isinstance(value, dict):
            right = formula.convert(right, self.unit(value['fact']), unit)
        return decide(sign, left, right)

    def fact(self, name):
        """What every phase may read; rules add score:, rate:, total and grade."""
        if not (name in self.items or name in self.measures) and name.startswith('evidence:'):
            return bool(self.entries.get('evidence', {}).get(name[len('evidence:'):]))
        return self.read(name)


class Record(Facts):
    """One record of a list, with the submission around it."""

    def __init__(self, around, source, row):
        self.around, self.source, self.row = around, source, row
        self.scheme, self.entries, self.items, self.measures = around.scheme, around.entries, around.items, around.measures
        self.fields = {f['id']: f for f in around.items[source].get('fields', [])}
        self.trees, self.running = {}, around.running

    def known(self, name):
        return name in self.fields or self.around.known(name)

    def unit(self, name):
        return own_unit(self.fields[name]) if name in self.fields else self.around.unit(name)

    def read(self, name):
        return cast(self.row.get(name), self.fields[name]) if name in self.fields else self.around.read(name)

    def cells(self, source, field):
        return self.read(field) if source == self.source else self.around.cells(source, field)

    def records(self, source):
        return self.around.records(source)


def literals(value, unit):
    """95% beside a number that counts in % is 95."""
    if isinstance(value, list):
        return [literals(one, unit) for one in value]
    if unit in ('%', '‰') and isinstance(value, str) and value.endswith('%'):
        return formula.convert(quantity(value) * 100, '%', unit)
    return value


def own_unit(of):
    """A rate is a ratio whatever its unit says; an item without a unit takes that of what it stands beside."""
    return of.get('unit') if of['type'] in ('number', 'money', 'count') else None


def weighted(pairs):
    """Σ value · weight ÷ Σ weight, or the mark that forbids it."""
    if mark := worst([x for pair in pairs for x in pair]):
        return mark
    if any(type(x) is not Fraction for pair in pairs for x in pair) or sum(w for _, w in pairs) == 0:
        return ERROR
    return sum(v * w for v, w in pairs) / sum(w for _, w in pairs)


def decide(sign, left, right):
    """The typed operators: a literal is read by the type of the fact beside it."""
    if sign in ('notEqual', 'notIn', 'doesNotContain'):
        meets = decide({'notEqual': 'equal', 'notIn': 'in', 'doesNotContain': 'contains'}[sign], left, right)
        return not meets if isinstance(meets, bool) else meets
    if sign == 'in':
        found = [decide('equal', left, one) for one in right] if isinstance(right, list) else [ERROR]
        return worst(found) or any(found)
    if isinstance(left, Fraction):
        right = quantity(right)
    elif isinstance(left, date):
        right = formula.as_date(right) if isinstance(right, (str, date)) else ERROR
    if right is ERROR or type(left) is not type(right) or isinstance(left, list):
        return ERROR
    if sign == 'contains':
        return right in left if isinstance(left, str) else ERROR
    if sign == 'equal':
        return left == right
    order = {'lessThan': operator.lt, 'lessThanInclusive': operator.le, 'greaterThan': operator.gt,
             'greaterThanInclusive': operator.ge}
    return order[sign](left, right) if isinstance(left, (Fraction, date)) else ERROR

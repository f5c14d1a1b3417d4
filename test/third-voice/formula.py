"""The formula language of design.md 5: text to tree, tree to value; and the units its operands are brought to.

A value is a Fraction, bool, str, date or list. What is not there is one of three marks, the stronger of which beats the
weaker: error, 不适用, 空缺. Nothing here raises for what a scheme or a submission says; a formula that cannot be read is
an error mark. Written from the design pages alone: nothing here is taken from packages/formula.
"""

import operator
import re
from datetime import date
from fractions import Fraction


class Absent:
    def __init__(self, state, weight):
        self.state, self.weight = state, weight


MISSING, NA, ERROR = Absent('missing', 1), Absent('not-applicable', 2), Absent('error', 3)


def worst(values):
    """The strongest mark among the values, None where all are there."""
    return max((v for v in values if isinstance(v, Absent)), key=lambda mark: mark.weight, default=None)


# Units: kind and size in the kind's base. A unit nobody knows is a kind of its own; 万, 亿 … stand before any of them.
SIZES = {'%': ('1', Fraction(1, 100)), '‰': ('1', Fraction(1, 1000)), '百分点': ('1', Fraction(1, 100)),
         '个百分点': ('1', Fraction(1, 100)), '公里': ('米', 1000), '公斤': ('克', 1000), '吨': ('克', 1000000),
         '亩': ('平方米', Fraction(2000, 3)), '公顷': ('平方米', 10000), '平方公里': ('平方米', 1000000), '日': ('天', 1),
         '周': ('天', 7), '小时': ('天', Fraction(1, 24)), '年': ('月', 12), '百分比': ('1', Fraction(1, 100))}
PREFIXES = {'千万': 10**7, '百万': 10**6, '十万': 10**5, '亿': 10**8, '万': 10**4, '千': 1000, '百': 100}


def size_of(unit):
    if unit in SIZES:
        return SIZES[unit]
    for prefix, times in PREFIXES.items():
        if unit.startswith(prefix) and len(unit) > len(prefix):
            kind, size = size_of(unit[len(prefix):])
            return kind, size * times
    return unit, 1


def convert(value, source, goal):
    """The number in another unit of its kind; as it is where one of the two has no unit; error across kinds."""
    if not isinstance(value, Fraction) or source is None or goal is None or source == goal:
        return value
    (kind, size), (goal_kind, goal_size) = size_of(source), size_of(goal)
    return value * size / goal_size if kind == goal_kind else ERROR


def rounded(value, step, mode='half-up'):
    """To a multiple of the step; half-up and up are away from zero, down is toward it."""
    count, sign = abs(value) / step, -1 if value < 0 else 1
    whole = count.numerator // count.denominator
    rest = count - whole
    half = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and (mode == 'half-up' or whole % 2 == 1))
    more = {'up': rest > 0, 'down': False}.get(mode, half)
    return sign * (whole + more) * step


# Text to tree.
TOKEN = re.compile(r'\s*(?:(?P<num>\d+(?:\.\d+)?)|"(?P<text>[^"]*)"'
                   r'|(?P<word>(?:\[[^\]]*\]|(?:[^\W\d]|[“《])[\w“”《》·]*)(?:\.(?:\[[^\]]*\]|[\w“”《》·]+))*)|(?P<op>>=|<=|<>|[-+*/^=<>(),%]))')
PLAIN = str.maketrans('（），％×÷＝＋－＊／＾＜＞［］０１２３４５６７８９．', '(),%*/=+-*/^<>[]0123456789.')
CHINESE = {'如果': 'IF', '最小值': 'MIN', '最大值': 'MAX', '求和': 'SUM', '平均值': 'AVERAGE', '计数': 'COUNT',
           '条件计数': 'COUNTIF', '条件求和': 'SUMIF', '四舍五入': 'ROUND', '向上取': 'ROUNDUP', '向下取': 'ROUNDDOWN',
           '绝对值': 'ABS', '相差天数': 'DAYS', '日期': 'DATE', '缺省取': 'COALESCE', '且': 'AND', '或': 'OR', '非': 'NOT'}
ARITY = {'IF': (3, 3), 'COUNTIF': (2, 2), 'SUMIF': (2, 3), 'ROUND': (1, 2), 'ROUNDUP': (1, 2), 'ROUNDDOWN': (1, 2),
         'ABS': (1, 1), 'DAYS': (2, 2), 'DATE': (3, 3), 'NOT': (1, 1)}
FUNCTIONS = set(CHINESE.values())
CONSTANTS = {'TRUE': True, 'FALSE': False, '真': True, '假': False}
COMPARE = {'=': operator.eq, '<>': operator.ne, '<': operator.lt, '<=': operator.le, '>': operator.gt, '>=': operator.ge}


def normal(text):
    """Full-width forms as their plain ones, outside quotes and brackets."""
    parts = re.split(r'("[^"]*"|\[[^\]]*\])', text)
    parts[::2] = [p.translate(PLAIN).replace('≥', '>=').replace('≤', '<=').replace('≠', '<>') for p in parts[::2]]
    return ''.join(parts)


def tokens(text):
    found, at, text = [], 0, normal(text).rstrip()
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise SyntaxError(text[at:])
        kind = match.lastgroup
        found.append((kind, match[match.lastgroup]))
        at = match.end()
    return found


class Parser:
    """A name is known by its whole run of letters first; only an unknown run is cut at 且, 或, 非 (非税收入 is a name)."""

    def __init__(self, text, scope):
        self.rest, self.scope = tokens(text)[::-1], scope

    def tree(self):
        tree = self.either()
        if self.rest:
            raise SyntaxError(self.rest[-1][1])
        return tree

    def op(self, *wanted):
        if self.rest and self.rest[-1][0] == 'op' and self.rest[-1][1] in wanted:
            return self.rest.pop()[1]
        return None

    def need(self, wanted):
        if not self.op(wanted):
            raise SyntaxError('expected ' + wanted)

    def joined(self, english, chinese):
        """An operator word; where an operator stands no name can, so a run that begins with it is cut."""
        kind, word = self.rest[-1] if self.rest else ('', '')
        if kind != 'word' or not (word.upper() == english or word.startswith(chinese)):
            return False
        self.rest.pop()
        if word.upper() != english and word != chinese:
            self.push(word[len(chinese):])
        return True

    def push(self, text):
        self.rest.extend(tokens(text)[::-1])

    def either(self):
        parts = [self.both()]
        while self.joined('OR', '或'):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else ('call', 'OR', parts)

    def both(self):
        parts = [self.inverse()]
        while self.joined('AND', '且'):
            parts.append(self.inverse())
        return parts[0] if len(parts) == 1 else ('call', 'AND', parts)

    def inverse(self):
        kind, word = self.rest[-1] if self.rest else ('', '')
        bracket = len(self.rest) > 1 and self.rest[-2] == ('op', '(')
        if kind == 'word' and (word.upper() == 'NOT' or word.startswith('非')) and not self.is_name(word):
            if not bracket or word.upper() not in ('NOT', '非'):
                self.rest.pop()
                if word.upper() != 'NOT':
                    self.push(word[1:])
                return ('call', 'NOT', [self.inverse()])
        return self.comparison()

    def is_name(self, word):
        whole, _, field = word.rpartition('.')
        return self.scope.known(word) or whole and self.scope.known_field(whole, field)

    def comparison(self):
        left = self.sum()
        sign = self.op(*COMPARE)
        if not sign:
            return left
        tree = ('compare', sign, left, self.sum())
        if self.op(*COMPARE):
            raise SyntaxError('a < b < c')
        return tree

    def sum(self):
        tree = self.product()
        while sign := self.op('+', '-'):
            tree = ('math', sign, tree, self.product())
        return tree

    def product(self):
        tree = self.signed()
        while sign := self.op('*', '/'):
            tree = ('math', sign, tree, self.signed())
        return tree

    def signed(self):
        sign = self.op('-', '+')
        if not sign:
            return self.power()
        inner = self.signed() if self.rest and self.rest[-1] in (('op', '-'), ('op', '+')) else self.primary()
        if self.op('^'):
            raise SyntaxError('-a^b needs brackets')
        return ('neg', inner) if sign == '-' else inner

    def power(self):
        base = self.primary()
        if not self.op('^'):
            return base
        tree = ('math', '^', base, ('neg', self.primary()) if self.op('-') else self.primary())
        if self.op('^'):
            raise SyntaxError('a^b^c needs brackets')
        return tree

    def primary(self):
        if self.op('('):
            tree = self.either()
            self.need(')')
            return tree
        kind, word = self.rest.pop() if self.rest else ('', '')
        if kind == 'num':
            return ('value', Fraction(word) / (100 if self.op('%') else 1))
        if kind == 'text':
            return ('value', word)
        if kind != 'word':
            raise SyntaxError('a value expected')
        function = CHINESE.get(word, word.upper())
        if function in FUNCTIONS and self.op('('):
            return ('call', function, self.arguments(function))
        return self.name(word)

    def arguments(self, function):
        found = [self.either()]
        while self.op(','):
            found.append(self.either())
        self.need(')')
        low, high = ARITY.get(function, (1, 500))
        if not low <= len(found) <= high:
            raise SyntaxError('arguments of ' + function)
        return found

    def name(self, word):
        parts = [a or b for a, b in re.findall(r'\[([^\]]*)\]|([^.\[\]]+)', word)]
        for name in ('.'.join(parts), word):
            if self.scope.known(name):
                return ('name', name)
        for cut in range(1, len(parts)):
            whole, field = '.'.join(parts[:cut]), '.'.join(parts[cut:])
            if self.scope.known(whole) and self.scope.known_field(whole, field):
                return ('field', whole, field)
        if word.upper() in CONSTANTS:
            return ('value', CONSTANTS[word.upper()])
        for at in range(1, len(word)):
            if word[at] in '且或' and self.scope.known(word[:at]):
                self.push(word[at:])
                return ('name', word[:at])
        raise SyntaxError('unknown name ' + word)


# Tree to value. A scope has read(name), unit(name), known(name), known_field(list, field), cells(list, field),
# records(list) → scopes.
def unit_of(tree, scope):
    """The unit a number stands in, None for a pure number. A literal takes the unit of what it stands beside."""
    kind = tree[0]
    if kind in ('name', 'field'):
        return scope.unit('.'.join(tree[1:]))
    if kind == 'neg':
        return unit_of(tree[1], scope)
    if kind == 'math':
        sign, left, right = tree[1], unit_of(tree[2], scope), unit_of(tree[3], scope)
        if sign in '+-':
            return left or right
        if sign == '*':
            return None if left and right else left or right
        return left if sign == '/' and right is None else None
    if kind == 'call':
        function, args = tree[1], tree[2]
        of = {'IF': args[1:], 'SUMIF': args[2:] or args[:1], 'COUNT': [], 'COUNTIF': [], 'DAYS': []}.get(function, args)
        of = of[:1] if function.startswith(('ROUND', 'ABS')) else of
        return next((u for u in (unit_of(a, scope) for a in of) if u), None)
    return None


def number(value):
    """The value where it is a number within 8,192 bits."""
    if not isinstance(value, Fraction) or max(value.numerator.bit_length(), value.denominator.bit_length()) > 8192:
        return ERROR
    return value


def evaluate(tree, scope):
    kind = tree[0]
    if kind == 'value':
        return tree[1]
    if kind == 'name':
        return scope.read(tree[1])
    if kind == 'field':
        return scope.cells(tree[1], tree[2])
    if kind == 'call':
        return SPECIAL.get(tree[1], plain)(tree, scope)
    values = [evaluate(part, scope) for part in tree[1:] if isinstance(part, tuple)]
    if mark := worst(values):
        return mark
    if kind == 'neg':
        return -values[0] if type(values[0]) is Fraction else ERROR
    if tree[1] == '^':
        values[0] = as_ratio(values[0], unit_of(tree[2], scope))
    if tree[1] not in '*^' and (tree[1] != '/' or unit_of(tree, scope) is None):
        values[1] = alike(values[1], tree[3], tree[2], scope, strict=tree[1] != '/')
        if values[1] is ERROR:
            return ERROR
    return (compare if kind == 'compare' else calculate)(tree[1], *values)


def as_ratio(value, unit):
    """A percentage as the ratio it is."""
    return value * size_of(unit)[1] if unit in ('%', '‰') and type(value) is Fraction else value


def alike(value, tree, beside, scope, strict=True):
    """The right operand in the unit of the left. A quotient across kinds (万元 ÷ 人) is a plain number."""
    result = convert(value, unit_of(tree, scope), unit_of(beside, scope))
    return value if result is ERROR and not strict else result


def compare(sign, a, b):
    if isinstance(a, date) and isinstance(b, str) or isinstance(a, str) and isinstance(b, date):
        a, b = as_date(a), as_date(b)
    same = type(a) is type(b) and isinstance(a, (Fraction, bool, str, date))
    if not same:
        return ERROR
    if isinstance(a, (bool, str)) and sign not in ('=', '<>'):
        return ERROR
    return COMPARE[sign](a, b)


def as_date(value):
    try:
        return value if isinstance(value, date) else date(*map(int, re.fullmatch(r'(\d{4})-(\d\d)-(\d\d)', value).groups()))
    except (ValueError, AttributeError):
        return ERROR


def calculate(sign, a, b):
    if isinstance(a, date) and sign in '+-':
        if isinstance(b, date):
            return Fraction((a - b).days) if sign == '-' else ERROR
        if isinstance(b, Fraction) and b.denominator == 1:
            try:
                return date.fromordinal(a.toordinal() + (int(b) if sign == '+' else -int(b)))
            except (ValueError, OverflowError):
                return ERROR
    if type(a) is not Fraction or type(b) is not Fraction or (sign == '/' and b == 0):
        return ERROR
    if sign == '^' and (b.denominator != 1 or abs(b) > 100 or (a == 0 and b < 0)):
        return ERROR
    run = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '^': operator.pow}
    return number(run[sign](a, int(b) if sign == '^' else b))


def if_(tree, scope):
    test = evaluate(tree[2][0], scope)
    if not isinstance(test, bool):
        return test if isinstance(test, Absent) else ERROR
    part = tree[2][1 if test else 2]
    return convert(evaluate(part, scope), unit_of(part, scope), unit_of(tree, scope))


def coalesce(tree, scope):
    marks = []
    for part in tree[2]:
        value = evaluate(part, scope)
        if value is ERROR or not isinstance(value, Absent):
            return convert(value, unit_of(part, scope), unit_of(tree, scope))
        marks.append(value)
    return worst(marks)


def logic(tree, scope):
    return connect(tree[1], [evaluate(part, scope) for part in tree[2]])


def connect(word, values):
    """Three-valued and commutative: one false settles 且, one true settles 或, whatever the others are."""
    settles = word == 'OR'
    if any(v is settles for v in values):
        return settles
    if mark := worst(values):
        return mark
    return not settles if all(isinstance(v, bool) for v in values) else ERROR


def over_records(tree, scope):
    """COUNTIF(名单, condition); SUMIF(名单, condition, value) or SUMIF(名单.金额, condition)."""
    counts, (source, test, *value) = tree[1] == 'COUNTIF', tree[2]
    if source[0] not in ('name', 'field'):
        return ERROR
    value = value[0] if value else source if source[0] == 'field' else ('value', Fraction(1)) if counts else None
    records = scope.records(source[1])
    if isinstance(records, Absent) or value is None:
        return worst([records]) or ERROR
    found = []
    for record in records:
        meets = evaluate(test, record)
        if meets is not False:
            found.append(ERROR if not isinstance(meets, (bool, Absent)) else meets if meets is not True
                         else Fraction(1) if counts else evaluate(value, record))
    return total(found)


def total(values):
    if mark := worst(v if isinstance(v, (Fraction, Absent)) else ERROR for v in values):
        return mark
    return number(sum(values, Fraction(0)))


def plain(tree, scope):
    """The functions that look at every argument; the lists among them skip 不适用."""
    function, args, unit = tree[1], tree[2], unit_of(tree, scope)
    values = [evaluate(part, scope) for part in args]
    if function in ('SUM', 'AVERAGE', 'MIN', 'MAX', 'COUNT'):
        flat = []
        for part, value in zip(args, values):
            for one in value if isinstance(value, list) else [value]:
                flat.append(one if function == 'COUNT' else convert(one, unit_of(part, scope), unit))
        lists = all(part[0] == 'name' and scope.is_list(part[1]) for part in args)
        return NA if function == 'COUNT' and lists and worst(flat) is NA else aggregate(function, flat)
    if mark := worst(values):
        return mark
    if function == 'NOT':
        return not values[0] if isinstance(values[0], bool) else ERROR
    if function == 'DAYS':
        later, earlier = (as_date(v) if isinstance(v, (str, date)) else ERROR for v in values)
        return Fraction((later - earlier).days) if not worst([later, earlier]) else ERROR
    if any(type(v) is not Fraction for v in values):
        return ERROR
    if function == 'ABS':
        return abs(values[0])
    if any(v.denominator != 1 for v in values[0 if function == 'DATE' else 1:]):
        return ERROR
    if function == 'DATE':
        try:
            return date(*map(int, values))
        except (ValueError, OverflowError):
            return ERROR
    places = int(values[1]) if len(values) > 1 else 0
    mode = {'ROUND': 'half-up', 'ROUNDUP': 'up', 'ROUNDDOWN': 'down'}[function]
    return rounded(values[0], Fraction(10) ** -places, mode) if abs(places) <= 30 else ERROR


def aggregate(function, values):
    there = [v for v in values if v is not NA]
    if mark := worst(there):
        return mark
    if function == 'COUNT':
        return Fraction(len(there))
    if not there:
        return NA if values else Fraction(0) if function == 'SUM' else ERROR
    if all(type(v) is date for v in there) and function in ('MIN', 'MAX'):
        return min(there) if function == 'MIN' else max(there)
    if any(type(v) is not Fraction for v in there):
        return ERROR
    if function in ('MIN', 'MAX'):
        return min(there) if function == 'MIN' else max(there)
    return number(sum(there, Fraction(0)) / (len(there) if function == 'AVERAGE' else 1))


SPECIAL = {'IF': if_, 'COALESCE': coalesce, 'AND': logic, 'OR': logic, 'COUNTIF': over_records, 'SUMIF': over_records}


def parse(text, scope):
    """The tree, or the tree of an error where the text is no formula."""
    try:
        return Parser(text, scope).tree()
    except SyntaxError:
        return ('value', ERROR)

import type { Words } from './words.ts'

/** The English word table; signs are shared with the Chinese one. */
export const en: Words = {
  comparators: {
    '>=': ['≥', '>=', 'at least', 'not less than', 'no less than', 'no fewer than', 'not below', 'a minimum of'],
    '>': ['>', 'more than', 'greater than', 'above', 'over'],
    '<=': ['≤', '<=', 'at most', 'not more than', 'no more than', 'not above', 'up to', 'a maximum of'],
    '<': ['<', 'less than', 'fewer than', 'below', 'under'],
    '=': ['=', 'equal to', 'equals', 'exactly'],
  },
  comparatorsAfter: {
    '>=': ['or more', 'and more', 'or above', 'and above', 'or over', 'or higher'],
    '>': [],
    '<=': ['or less', 'or fewer', 'or below', 'and below', 'or lower'],
    '<': [],
    '=': [],
  },
  leanings: { '>=': ['reach', 'reaches', 'achieve'], '<=': ['kept within', 'within'] },
  fillers: ['target', 'should be', 'must be'],
  roughly: ['about', 'around', 'roughly', 'approximately'],
  to: ['–', '-', '~', 'to'],
  closing: [],
  between: ['between {} and {}', 'from {} to {}'],
  days: {
    '<=': ['by {}', 'no later than {}', 'not later than {}', 'on or before {}', 'until {}'],
    '<': ['before {}'],
    '>=': ['from {}', 'on or after {}'],
    '>': ['after {}'],
    '=': ['on {}'],
  },
  doings: ['completed', 'finished', 'done', 'delivered'],
  formula: ['', 'formula'],
  nothing: ['none', 'n/a', 'n÷a'],
  operators: {
    equal: ['=', 'equals'],
    notEqual: ['≠', '!=', '<>'],
    lessThan: ['<', 'less than'],
    lessThanInclusive: ['≤', '<=', 'at most'],
    greaterThan: ['>', 'more than'],
    greaterThanInclusive: ['≥', '>=', 'at least'],
    in: [' is one of '],
    notIn: [' is none of '],
    contains: [' contains '],
    doesNotContain: [' does not contain '],
  },
}

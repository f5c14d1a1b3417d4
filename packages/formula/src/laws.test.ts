import { Exact, present, wordIssue } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bureau, read } from './bureau.testing.ts'
import { checkFormula } from './check.ts'
import { completions, signatureAt } from './complete.ts'
import { conversionBetween, dimensionOf } from './dimension.ts'
import { evaluateFormula } from './evaluate.ts'
import { type Expression, namesIn } from './expression.ts'
import type { Formula } from './formula.ts'
import { linearFractional } from './linear.ts'
import { naive } from './naive.testing.ts'
import { parseFormula } from './parse.ts'
import { printFormula } from './print.ts'
import { printWithValues } from './print-values.ts'
import { renameInFormula } from './rename.ts'
import type { Scope } from './scope.ts'
import { tokenise } from './token.ts'
import {
  anyName,
  BASE,
  fraction,
  ITEMS,
  numeric,
  outcomeOf,
  plainName,
  plainScope,
  quantities,
  readingOf,
  states,
  tree,
  truth,
  unitScope,
  units,
  written,
} from './trees.testing.ts'

const SEED = 20_240_601
const runs = (numRuns: number) => ({ seed: SEED, numRuns })
const span = { from: 0, to: 0 }

/** The tree without its places in the text. */
function bare(expression: Expression): unknown {
  return JSON.parse(JSON.stringify(expression, (key, value) => (key === 'span' ? undefined : value)))
}

function parsed(text: string): Expression {
  const result = parseFormula(text)
  if (!result.ok) throw new Error(`${text}: ${result.issues.map((each) => wordIssue(each, 'en')).join()}`)
  return result.value
}

function formulaIn(expression: Expression, scope: Scope): Formula | undefined {
  return checkFormula(expression, scope).formula
}

describe('laws', () => {
  test('[F1] full-width digits, signs and brackets give the same tree', () => {
    const cjk = fc.constantFrom('实际', '计划', '人数', '“三公”经费')
    fc.assert(
      fc.property(tree(cjk), (expression) => {
        fc.pre(!JSON.stringify(expression).includes('"text"'))
        const text = printFormula(expression, 'en')
        const wide = text
          .replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
          .replaceAll(' ', '\u3000')
        expect(bare(parsed(wide))).toEqual(bare(parsed(text)))
      }),
      runs(500),
    )
  })

  test('[F2] any text is parsed, checked, completed and renamed without an exception', () => {
    const scrap = fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '（',
        '）',
        ',',
        '，',
        '+',
        '-',
        '^',
        '%',
        '"',
        '[',
        ']',
        '【',
        '】',
        '.',
        ':',
        '<',
        '=',
        '≥',
        '且',
        '或',
        '非',
        ' ',
        '＂',
      ),
      fc.constantFrom(
        '1',
        '2.5',
        '95%',
        '9'.repeat(40),
        '项目',
        '金额',
        '实际支出',
        '人数',
        '等级',
        '"优"',
        '[2025年预算]',
        'constructor',
        '__proto__',
      ),
      fc.constantFrom('IF(', 'SUM(', '条件计数（', 'COALESCE(', '项目.', 'DATE(', 'ROUND('),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 30 }), fc.nat(), (scraps, place) => {
        const text = scraps.join('')
        const offset = place % (text.length + 1)
        for (const each of completions(text, offset, bureau, 'zh')) {
          expect(each.from).toBeLessThanOrEqual(offset)
          expect(each.to).toBeGreaterThanOrEqual(offset)
        }
        signatureAt(text, offset, 'en')
        renameInFormula(text, '人数', '2人数')
        const result = parseFormula(text)
        const checked = result.ok ? checkFormula(result.value, bureau) : { issues: result.issues, formula: undefined }
        for (const each of checked.issues) {
          expect(text.length).toBeGreaterThanOrEqual(each.span!.to)
          expect(each.span!.to).toBeGreaterThanOrEqual(each.span!.from)
          expect(wordIssue(each, 'zh') + wordIssue(each, 'en')).not.toMatch(/undefined|NaN|object Object/)
        }
        if (!result.ok) expect(result.issues.length).toBeGreaterThan(0)
        if (checked.formula !== undefined) {
          evaluateFormula(checked.formula, read)
          printWithValues(checked.formula, read, 'zh')
        }
      }),
      runs(3_000),
    )
  })

  test('[F3] print then parse gives the same tree', () => {
    fc.assert(
      fc.property(tree(anyName), fc.constantFrom('zh' as const, 'en' as const), (expression, language) => {
        expect(bare(parsed(printFormula(expression, language)))).toEqual(bare(expression))
      }),
      runs(3_000),
    )
  })

  test('[F4] the renamed text is the tree with that name replaced, and no other token changes', () => {
    fc.assert(
      fc.property(
        tree(anyName),
        plainName,
        anyName,
        fc.constantFrom('zh' as const, 'en' as const),
        (expression, from, to, language) => {
          const text = printFormula(expression, language)
          const renamed = renameInFormula(text, from, to)
          if (!namesIn(expression).includes(from)) {
            expect(renamed).toBeUndefined()
            return
          }
          expect(bare(parsed(renamed!))).toEqual(bare(withName(expression, from, to)))
          const [before, after] = [tokenise(text).tokens, tokenise(renamed!).tokens]
          expect(after).toHaveLength(before.length)
          for (const [index, token] of before.entries()) {
            if (token.kind === 'name' && token.name === from) continue
            const other = after[index]!
            expect(renamed!.slice(other.span.from, other.span.to)).toBe(text.slice(token.span.from, token.span.to))
          }
        },
      ),
      runs(1_500),
    )
  })

  test('[F5] evaluation equals a naive evaluator', () => {
    let values = 0
    fc.assert(
      fc.property(fc.oneof(numeric, truth), states, (expression, outcomes) => {
        const formula = formulaIn(expression, plainScope)
        fc.pre(formula !== undefined)
        const expected = naive(expression, (name) => outcomes[name]!)
        const found = evaluateFormula(formula, (name) => readingOf(name, outcomes[name]!))
        if (expected !== 'error' && expected !== 'missing' && expected !== 'not-applicable') values++
        expect(outcomeOf(found)).toEqual(expected)
      }),
      runs(4_000),
    )
    // A law that holds only because everything is missing proves nothing.
    expect(values).toBeGreaterThan(1_000)
  })

  test('[F6] 且 and 或 do not depend on order, and 非 goes through them', () => {
    fc.assert(
      fc.property(fc.array(truth, { minLength: 2, maxLength: 4 }), fc.nat(), states, (operands, turn, outcomes) => {
        const result = (expression: Expression) => {
          const formula = formulaIn(expression, plainScope)
          return formula && outcomeOf(evaluateFormula(formula, (name) => readingOf(name, outcomes[name]!)))
        }
        const cut = turn % operands.length
        const turned = [...operands.slice(cut), ...operands.slice(0, cut)].reverse()
        for (const [kind, other] of [
          ['and', 'or'],
          ['or', 'and'],
        ] as const) {
          const straight = result({ kind, operands, span })
          expect(result({ kind, operands: turned, span })).toEqual(straight)
          const inside: Expression = {
            kind: other,
            operands: operands.map((operand) => ({ kind: 'not', operand, span })),
            span,
          }
          expect(result({ kind: 'not', operand: inside, span })).toEqual(straight)
        }
      }),
      runs(1_000),
    )
  })

  test('[F7] an item stated in another unit of its kind gives the same quantity', () => {
    let conversions = 0
    fc.assert(
      fc.property(
        quantities,
        units,
        units,
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 4 }),
        (expression, one, other, numbers) => {
          const results = [one, other].map((units) => {
            const formula = formulaIn(expression, unitScope(units))
            if (formula === undefined) return undefined
            const result = evaluateFormula(formula, (name) => {
              const index = ITEMS.indexOf(name as (typeof ITEMS)[number])
              const stated = dimensionOf(units[index]!)
              const factor = conversionBetween(dimensionOf(BASE[index]!), stated)!
              return present(Exact.integer(numbers[index]!).times(factor))
            })
            return { result, dimension: formula.result.unit === undefined ? [] : dimensionOf(formula.result.unit) }
          })
          const [left, right] = results
          expect(left === undefined).toBe(right === undefined)
          if (left?.result.state !== 'present' || right?.result.state !== 'present') {
            expect(left?.result.state).toBe(right?.result.state)
            return
          }
          if (!(left.result.value instanceof Exact)) {
            expect(right.result.value).toBe(left.result.value)
            return
          }
          const factor = conversionBetween(right.dimension, left.dimension)!
          if (!factor.equals(Exact.one)) conversions++
          expect((right.result.value as Exact).times(factor).toText()).toBe(left.result.value.toText())
        },
      ),
      runs(2_000),
    )
    expect(conversions).toBeGreaterThan(300)
  })

  test('[F8] the linear-fractional form is the formula, wherever both have a value', () => {
    let compared = 0
    fc.assert(
      fc.property(
        numeric,
        states,
        fc.array(fraction, { minLength: 5, maxLength: 5 }),
        (expression, outcomes, points) => {
          const formula = formulaIn(expression, plainScope)
          fc.pre(formula !== undefined)
          const others = (name: string) => readingOf(name, outcomes[name]!)
          const form = linearFractional(formula, 'v', others)
          if (form === undefined) return
          for (const v of points) {
            const value = outcomeOf(evaluateFormula(formula, (name) => (name === 'v' ? present(v) : others(name))))
            const below = form.c.times(v).plus(form.d)
            if (below.sign === 0) expect(value).toBe('error')
            else if (value !== 'error') {
              compared++
              expect(written(form.a.times(v).plus(form.b).over(below))).toEqual(value)
            }
          }
        },
      ),
      runs(4_000),
    )
    expect(compared).toBeGreaterThan(2_000)
  })

  test('[F9] what is still to be verified changes no value, and a result that depends on it is marked', () => {
    fc.assert(
      fc.property(fc.oneof(numeric, truth), states, fraction, (expression, outcomes, replaced) => {
        const formula = formulaIn(expression, plainScope)
        fc.pre(formula !== undefined)
        const firm = evaluateFormula(formula, (name) => readingOf(name, outcomes[name]!))
        const marked = evaluateFormula(formula, (name) => {
          const reading = readingOf(name, outcomes[name]!)
          return name === 'a' && reading.state === 'present' ? { ...reading, provisional: true } : reading
        })
        expect(outcomeOf(marked)).toEqual(outcomeOf(firm))
        if (typeof outcomes['a'] === 'string' || marked.state !== 'present') return
        const changed = evaluateFormula(formula, (name) =>
          name === 'a' ? present(replaced) : readingOf(name, outcomes[name]!),
        )
        if (JSON.stringify(outcomeOf(changed)) !== JSON.stringify(outcomeOf(firm)))
          expect(marked.provisional).toBe(true)
      }),
      runs(2_000),
    )
  })
})

/** The tree with one item called otherwise. */
function withName(expression: Expression, from: string, to: string): Expression {
  const swap = (name: string) => (name === from ? to : name)
  const next = (each: Expression) => withName(each, from, to)
  switch (expression.kind) {
    case 'name':
      return { ...expression, name: swap(expression.name) }
    case 'field':
      return { ...expression, list: swap(expression.list) }
    case 'negate':
    case 'not':
      return { ...expression, operand: next(expression.operand) }
    case 'power':
      return { ...expression, base: next(expression.base), exponent: next(expression.exponent) }
    case 'compare':
      return { ...expression, left: next(expression.left), right: next(expression.right) }
    case 'sum':
    case 'product':
      return {
        ...expression,
        first: next(expression.first),
        rest: expression.rest.map((each) => ({ ...each, operand: next(each.operand) })),
      }
    case 'and':
    case 'or':
      return { ...expression, operands: expression.operands.map(next) }
    case 'call':
      return { ...expression, arguments: expression.arguments.map(next) }
    default:
      return expression
  }
}

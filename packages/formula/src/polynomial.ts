import { Exact } from '@yardstick/model'

/** Coefficients by rising power: [b, a] is a·v + b. No zeros at the end; the zero polynomial is []. */
export type Polynomial = readonly Exact[]

/** −1 for zero. */
export const degree = (polynomial: Polynomial): number => trimmed(polynomial).length - 1

export const isZero = (polynomial: Polynomial): boolean => degree(polynomial) < 0

export function plus(left: Polynomial, right: Polynomial): Polynomial {
  const length = Math.max(left.length, right.length)
  return trimmed(Array.from({ length }, (_, power) => at(left, power).plus(at(right, power))))
}

export function minus(left: Polynomial, right: Polynomial): Polynomial {
  return plus(
    left,
    right.map((each) => each.negated()),
  )
}

export function times(left: Polynomial, right: Polynomial): Polynomial {
  const product = Array.from({ length: Math.max(left.length + right.length - 1, 0) }, () => Exact.zero)
  left.forEach((a, i) => {
    right.forEach((b, j) => {
      product[i + j] = at(product, i + j).plus(a.times(b))
    })
  })
  return trimmed(product)
}

/** The whole part of a division. */
export function divided(left: Polynomial, right: Polynomial): Polynomial {
  return division(left, right).quotient
}

/** The greatest common divisor, with 1 before its highest power. */
export function gcd(left: Polynomial, right: Polynomial): Polynomial {
  let [a, b] = [trimmed(left), trimmed(right)]
  while (!isZero(b)) [a, b] = [b, division(a, b).rest]
  const lead = a.at(-1)
  return lead === undefined ? [Exact.one] : a.map((each) => each.over(lead))
}

function division(left: Polynomial, right: Polynomial): { quotient: Polynomial; rest: Polynomial } {
  const divisor = trimmed(right)
  const lead = divisor.at(-1)!
  let rest = trimmed(left)
  let quotient: Polynomial = []
  while (rest.length >= divisor.length) {
    const shift = Array.from({ length: rest.length - divisor.length }, () => Exact.zero)
    const term: Polynomial = [...shift, rest.at(-1)!.over(lead)]
    quotient = plus(quotient, term)
    rest = minus(rest, times(term, divisor))
  }
  return { quotient, rest }
}

const at = (polynomial: Polynomial, power: number): Exact => polynomial[power] ?? Exact.zero

function trimmed(polynomial: Polynomial): Polynomial {
  const last = polynomial.findLastIndex((each) => each.sign !== 0)
  return last === polynomial.length - 1 ? polynomial : polynomial.slice(0, last + 1)
}

import type { Issue, Language } from '@yardstick/model'
import type { Shell } from '../shell.ts'
import { countIssues, issueLines } from './issue-list.ts'

/**
 * What is wrong with a design that was just made from two. Cases whose result follows the change are counted only: after points
 * have moved there is one for nearly every score, and `check` lists them.
 */
export function designFindings(findings: readonly Issue[], shell: Shell): string[] {
  const { language, width, paintWords: paint } = shell
  const ofCases = findings.filter(({ code }) => code === 'SCHEME_CASE')
  const others = findings.filter(({ code }) => code !== 'SCHEME_CASE')
  const cases = new Set(ofCases.map(({ where }) => where[0]))
  return [
    ...(others.length === 0
      ? []
      : [paint.bold(countIssues(others, language)), ...issueLines(others, { language, width, paint })]),
    ...(cases.size === 0 ? [] : [paint.yellow(WORDS[language](cases.size))]),
  ]
}

const WORDS: { readonly [L in Language]: (count: number) => string } = {
  zh: (count) => `${count} 个用例的结果与设计不再一致；用 check 逐条查看，核对后改用例`,
  en: (count) =>
    `${count} ${count === 1 ? 'case' : 'cases'} no longer ${count === 1 ? 'agrees' : 'agree'} with the design; see check, and change them once they are looked over`,
}

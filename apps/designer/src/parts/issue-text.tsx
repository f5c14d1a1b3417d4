import { catalogue, type Issue, type Language } from '@yardstick/model'
import { useLanguage } from './words.ts'

/** An issue in words for the surface: where by names, what is wrong, how to mend it; no code, no pointer. */
export function issueText({ code, where, expected, found }: Issue, language: Language): string {
  const entry: { readonly [L in Language]: (expected: Issue['expected'], found: Issue['found']) => string } = catalogue[
    code
  ] as never
  const place = where.join(' / ')
  const sentence = entry[language](expected, found)
  return place === '' ? sentence : language === 'zh' ? `${place}：${sentence}` : `${place}: ${sentence}`
}

export function IssueText({ issue }: { issue: Issue }) {
  return <>{issueText(issue, useLanguage())}</>
}

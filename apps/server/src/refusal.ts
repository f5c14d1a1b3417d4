import { type Issue, type IssueCode, issue } from '@yardstick/model'

/**
 * A request that is not carried out: its status and its issues, in the one form. Thrown anywhere below a route, answered
 * in one place (`server.ts`); `more` goes out beside the issues, such as the merge of a stale save.
 */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly issues: readonly Issue[],
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(issues.map(({ code }) => code).join(' '))
  }
}

/** A refusal by one code of the catalogue's requests, with the status that belongs to it. */
export function refusal(
  code: keyof typeof statusOf,
  at: Partial<Omit<Issue, 'code'>> = {},
  more?: Readonly<Record<string, unknown>>,
): Refusal {
  return new Refusal(statusOf[code], [issue(code, at)], more)
}

/** Data that were understood and are wrong. */
export const wrongData = (issues: readonly Issue[]): Refusal => new Refusal(422, issues)

export const notFound = (name: string): Refusal => refusal('REQUEST_NOT_FOUND', { found: name })

export const statusOf = {
  REQUEST_BROKEN: 400,
  REQUEST_SIGN_IN: 401,
  REQUEST_TOKEN: 401,
  SIGN_IN_FAILED: 401,
  REQUEST_FORBIDDEN: 403,
  REQUEST_ORIGIN: 403,
  REVIEW_OWN: 403,
  PASSWORD_CHANGE_DUE: 403,
  REQUEST_NOT_FOUND: 404,
  REQUEST_STATE: 409,
  REQUEST_EXISTS: 409,
  REQUEST_IN_USE: 409,
  DEPARTMENT_CIRCLE: 409,
  ACCOUNT_LAST_ADMINISTRATOR: 409,
  CAMPAIGN_BEGUN: 409,
  REQUEST_STALE: 412,
  FILE_TOO_LARGE: 413,
  REQUEST_MEDIA: 415,
  PASSWORD_WEAK: 422,
  CAMPAIGN_NO_SCHEME: 422,
  REQUEST_NO_REVISION: 428,
  REQUEST_LIMIT: 429,
  SIGN_IN_LOCKED: 429,
  TEMPLATE_UNTRUSTED: 422,
  TEMPLATE_UNKNOWN: 422,
  TEMPLATE_OLDER: 409,
  TEMPLATE_PROPOSAL: 422,
  KEY_PASSPHRASE: 422,
  KEY_SPEAKS: 422,
  VERSION_ELSEWHERE: 409,
  CATALOGUE_UNREACHABLE: 422,
  CATALOGUE_REDIRECT: 422,
  CATALOGUE_HASH: 422,
  SERVER_FAULT: 500,
} as const satisfies Partial<Record<IssueCode, number>>

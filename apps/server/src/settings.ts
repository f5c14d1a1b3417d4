import type { JobSettings } from './jobs/settings.ts'

/** How a server is set up: by options of the command line, then by the environment, then by what fits one computer. */
export interface Settings {
  /** Where the embedded database is; not used where `databaseUrl` is given. */
  readonly folder: string
  /** A PostgreSQL of one's own. */
  readonly databaseUrl: string | undefined
  /** '127.0.0.1' until there are accounts. */
  readonly host: string
  readonly port: number
  /** Folder of the built page; undefined serves the API alone. */
  readonly web: string | undefined
  /** Folder of the templates that come with the product, `rules/`; undefined leaves the library without them. */
  readonly rules?: string | undefined
  /** Addresses of folders on file servers that templates may be fetched from; nothing else is ever asked. */
  readonly catalogues?: readonly string[]
  /** Addresses of proxies whose `Forwarded` headers are believed. */
  readonly trustedProxies: readonly string[]
  readonly limits: Limits
  /** How evaluations in bulk are carried out; what is not said is as in `jobs/settings.ts`. */
  readonly jobs?: Partial<JobSettings>
}

export interface Limits {
  /** Bytes of a JSON body. */
  readonly body: number
  /** Bytes of one evidence file. */
  readonly evidence: number
  /** Bytes of all evidence of one submission. */
  readonly evidencePerSubmission: number
  /** Requests a minute from one address. */
  readonly requestsPerMinute: number
  /** Attempts to sign in, a minute, from one address: an office may share one. */
  readonly signInsPerMinute: number
}

export const defaultLimits: Limits = {
  body: 10_000_000,
  evidence: 50_000_000,
  evidencePerSubmission: 500_000_000,
  requestsPerMinute: 3_000,
  signInsPerMinute: 60,
}

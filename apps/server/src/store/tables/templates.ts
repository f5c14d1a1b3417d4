export interface TemplateTables {
  template: TemplateTable
  trusted_key: TrustedKeyTable
  signing_key: SigningKeyTable
  scheme_mapping: SchemeMappingTable
}

export interface TemplateTable {
  /** SHA-256 of the canonical text of the manifest. */
  hash: string
  template_id: string
  version: string
  publisher: string
  kind: 'template' | 'proposal'
  source: 'built-in' | 'own' | 'file' | 'catalogue'
  key: string | null
  /** The `.yardstick` file, to the letter. */
  document: string
  /** What lists show of it (`templates/template-head.ts`), as JSON. */
  head: string
  /** Hash of the template that a proposal would change. */
  proposed_to: string | null
  /** The scheme it was made from, where it was signed here. */
  scheme_id: string | null
  received_by: string
  received_at: Date
  removed_at: Date | null
}

export interface TrustedKeyTable {
  key: string
  name: string
  publisher: string
  /** '' is everywhere. */
  region: string
  added_by: string
  added_at: Date
  revoked_by: string | null
  revoked_at: Date | null
}

export interface SigningKeyTable {
  key: string
  name: string
  publisher: string
  region: string
  /** The locked secret, as JSON. */
  locked: string
  created_by: string
  created_at: Date
}

export interface SchemeMappingTable {
  scheme_id: string
  revision: number
  /** Canonical text of a mapping. */
  document: string
  written_by: string
  written_at: Date
}

export interface LibraryTables {
  library_entry: LibraryEntryTable
  library_tag: LibraryTagTable
  library_use: LibraryUseTable
}

export interface LibraryEntryTable {
  id: string
  kind: 'indicator' | 'module'
  name: string
  region: string
  /** The indicators with the items and measures they read, as a module of `template-package.ts`. */
  document: string
  /** Of the document. */
  hash: string
  revision: number
  created_by: string
  updated_at: Date
  retired_at: Date | null
}

export interface LibraryTagTable {
  entry_id: string
  facet: 'industry' | 'field' | 'fund-use' | 'department-type'
  tag: string
}

export interface LibraryUseTable {
  entry_id: string
  scheme_id: string
  indicator_id: string
  hash: string
}

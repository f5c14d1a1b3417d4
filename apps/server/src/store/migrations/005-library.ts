import { step } from './step.ts'

export const library = step(`
  create table library_entry (
    id text primary key,
    -- indicator, module
    kind text not null,
    name text not null,
    region text not null,
    -- the indicators with the items and measures they read
    document text not null,
    hash text not null,
    revision integer not null,
    created_by text not null,
    updated_at timestamptz not null,
    retired_at timestamptz
  );
  create index library_entry_region on library_entry (region text_pattern_ops);
  create table library_tag (
    entry_id text not null references library_entry (id) on delete cascade,
    -- industry 行业, field 领域, fund-use 资金用途, department-type 部门类型
    facet text not null,
    tag text not null,
    primary key (entry_id, facet, tag)
  );
  create index library_tag_facet on library_tag (facet, tag);
  create table library_use (
    entry_id text not null references library_entry (id) on delete cascade,
    scheme_id text not null references scheme (id) on delete cascade,
    -- the indicator that came from the entry
    indicator_id text not null,
    -- of the entry's document as it was taken over
    hash text not null,
    primary key (entry_id, scheme_id, indicator_id)
  );
`)

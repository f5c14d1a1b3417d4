import { step } from './step.ts'

export const schemes = step(`
  create table scheme (
    id text primary key,
    name text not null,
    region text not null,
    -- draft, review, approved
    state text not null,
    revision integer not null,
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    removed_at timestamptz
  );
  create index scheme_region on scheme (region text_pattern_ops);
  create table scheme_revision (
    scheme_id text not null references scheme (id) on delete cascade,
    number integer not null,
    document text not null,
    hash text not null,
    saved_by text not null,
    saved_at timestamptz not null,
    -- the name of a save point, which is kept; others go when many newer ones are there
    save_point text,
    primary key (scheme_id, number)
  );
  create table review (
    id text primary key,
    scheme_id text not null references scheme (id) on delete cascade,
    revision integer not null,
    submitted_by text not null,
    submitted_at timestamptz not null,
    note text not null,
    -- approved, returned, withdrawn
    decision text,
    decided_by text,
    decided_at timestamptz,
    decision_note text
  );
  create unique index review_open on review (scheme_id) where decision is null;
  create table remark (
    id text primary key,
    review_id text not null references review (id) on delete cascade,
    -- '' is a remark on the whole scheme
    indicator_id text not null,
    text text not null,
    written_by text not null,
    written_at timestamptz not null,
    resolved_at timestamptz
  );
  create index remark_review on remark (review_id);
  create table scheme_version (
    -- SHA-256 of the canonical text: what is published never changes
    hash text primary key,
    scheme_id text not null references scheme (id),
    number integer not null,
    name text not null,
    region text not null,
    document text not null,
    published_by text not null,
    published_at timestamptz not null,
    retired_at timestamptz,
    unique (scheme_id, number)
  );
`)

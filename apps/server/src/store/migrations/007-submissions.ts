import { step } from './step.ts'

export const submissions = step(`
  create table submission (
    id text primary key,
    campaign_id text not null references campaign (id) on delete cascade,
    department_id text not null references department (id),
    -- '' is the department as a whole
    project text not null,
    version_hash text not null references scheme_version (hash),
    -- open, submitted, returned
    state text not null,
    document text not null,
    declaration text,
    -- none, open, submitted, returned, approved
    declaration_state text not null,
    revision integer not null,
    updated_at timestamptz not null,
    -- by stage: when it was handed in there for the first time
    handed_in jsonb not null default '{}',
    unique (campaign_id, department_id, project)
  );
  create index submission_department on submission (department_id);
  create index submission_page on submission (campaign_id, id);
  create table submission_revision (
    submission_id text not null references submission (id) on delete cascade,
    number integer not null,
    -- the edit: which layer of which entry, before and after; the documents themselves where they were replaced
    change text not null,
    who text not null,
    at timestamptz not null,
    note text not null,
    primary key (submission_id, number)
  );
  create table evidence (
    -- SHA-256 of the bytes
    hash text primary key,
    size bigint not null,
    created_at timestamptz not null
  );
  create table evidence_part (
    hash text not null references evidence (hash) on delete cascade,
    number integer not null,
    bytes bytea not null,
    primary key (hash, number)
  );
  create table evidence_use (
    id text primary key,
    submission_id text not null references submission (id) on delete cascade,
    -- id of the item or indicator it is evidence for
    entry text not null,
    -- reported by the department, verified by who evaluates: whose it is
    layer text not null,
    hash text not null references evidence (hash),
    name text not null,
    media_type text not null,
    attached_by text not null,
    attached_at timestamptz not null,
    unique (submission_id, entry, hash)
  );
  create index evidence_use_hash on evidence_use (hash);
`)

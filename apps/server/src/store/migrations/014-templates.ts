import { step } from './step.ts'

export const templates = step(`
  create table template (
    -- SHA-256 of the canonical manifest: what is signed
    hash text primary key,
    -- of the template, the same through all its versions
    template_id text not null,
    version text not null,
    publisher text not null,
    -- template, proposal
    kind text not null,
    -- built-in, own, file, catalogue
    source text not null,
    -- who signed it; of what comes with the product nobody
    key text,
    -- the file to the letter
    document text not null,
    -- what lists show of it, as JSON
    head text not null,
    -- of a proposal: the template it would change
    proposed_to text,
    -- of what was signed here: the scheme it was made from
    scheme_id text references scheme (id) on delete set null,
    received_by text not null,
    received_at timestamptz not null,
    -- taken out of the lists; kept, since what was adopted from it is verified against it
    removed_at timestamptz
  );
  create index template_version on template (publisher, template_id);
  create index template_proposed_to on template (proposed_to) where proposed_to is not null;
  create table trusted_key (
    -- Ed25519, 64 hex digits
    key text primary key,
    name text not null,
    publisher text not null,
    -- '' is everywhere
    region text not null,
    added_by text not null,
    added_at timestamptz not null,
    revoked_by text,
    revoked_at timestamptz
  );
  create table signing_key (
    key text primary key,
    name text not null,
    publisher text not null,
    region text not null,
    -- the secret half, locked with a passphrase that is kept nowhere
    locked text not null,
    created_by text not null,
    created_at timestamptz not null
  );
  create table scheme_mapping (
    scheme_id text primary key references scheme (id) on delete cascade,
    revision integer not null,
    document text not null,
    written_by text not null,
    written_at timestamptz not null
  );
  -- of the lineage of the newest revision
  alter table scheme add column template_hash text;
  alter table scheme add column template_id text;
  alter table scheme add column template_publisher text;
  -- reference, copy
  alter table scheme add column adopted_as text;
  create index scheme_template on scheme (template_publisher, template_id) where template_id is not null;
`)

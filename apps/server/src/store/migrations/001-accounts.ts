import { step } from './step.ts'

/** Two empty fields of a grant count as equal; `nulls not distinct` came with PostgreSQL 15 only. */
export const accounts = step(`
  create table account (
    id text primary key,
    name text not null unique,
    title text not null,
    password_hash text not null,
    must_change_password boolean not null,
    failed_attempts integer not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null,
    disabled_at timestamptz,
    revision integer not null default 1
  );
  create table "grant" (
    id text primary key,
    account_id text not null references account (id) on delete cascade,
    role text not null,
    region text not null,
    campaign_id text,
    department_id text
  );
  create unique index grant_once
    on "grant" (account_id, role, region, coalesce(campaign_id, ''), coalesce(department_id, ''));
  create table session (
    token_hash text primary key,
    account_id text not null references account (id) on delete cascade,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
  );
  create index session_account on session (account_id);
`)

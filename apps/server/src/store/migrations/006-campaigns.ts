import { step } from './step.ts'

export const campaigns = step(`
  create table campaign (
    id text primary key,
    name text not null,
    region text not null,
    period text not null,
    -- declaration, report, self, evaluate, verify, final, public
    stage text not null,
    has_declarations boolean not null,
    -- by stage: the day it is due, YYYY-MM-DD
    due jsonb not null,
    revision integer not null,
    created_by text not null,
    created_at timestamptz not null
  );
  create index campaign_region on campaign (region text_pattern_ops);
  create table campaign_scheme (
    campaign_id text not null references campaign (id) on delete cascade,
    -- '' is every type that is not named
    department_type text not null,
    version_hash text not null references scheme_version (hash),
    primary key (campaign_id, department_type)
  );
`)

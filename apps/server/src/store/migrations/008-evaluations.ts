import { step } from './step.ts'

export const evaluations = step(`
  create table group_facts (
    campaign_id text not null references campaign (id) on delete cascade,
    version_hash text not null references scheme_version (hash),
    document text not null,
    hash text not null,
    frozen_at timestamptz not null,
    primary key (campaign_id, version_hash)
  );
  -- what was scored and what was read for it, by content: submissions, declarations, facts of groups
  create table scoring_input (
    hash text primary key,
    document text not null
  );
  create table run (
    id text primary key,
    campaign_id text not null references campaign (id) on delete cascade,
    -- running, done, cancelled, failed
    state text not null,
    submissions integer not null,
    chunks integer not null,
    -- why it could not begin
    error text,
    created_by text not null,
    created_at timestamptz not null,
    finished_at timestamptz
  );
  create index run_campaign on run (campaign_id);
  create unique index run_one on run (campaign_id) where state = 'running';
  -- the facts that all chunks of a run read
  create table run_group (
    run_id text not null references run (id) on delete cascade,
    version_hash text not null,
    facts_hash text not null references scoring_input (hash),
    primary key (run_id, version_hash)
  );
  create table run_chunk (
    run_id text not null references run (id) on delete cascade,
    number integer not null,
    -- ids of the submissions, in order; 'size' of them
    submissions text[] not null,
    size integer not null,
    -- waiting, running, done, failed, cancelled
    state text not null,
    attempt integer not null default 0,
    worker text,
    error text,
    primary key (run_id, number)
  );
  create index run_chunk_open on run_chunk (run_id) where state in ('waiting', 'running');
  create table evaluation (
    run_id text not null references run (id) on delete cascade,
    submission_id text not null references submission (id) on delete cascade,
    -- final, provisional, blocked
    state text not null,
    total numeric,
    grade text,
    full_score numeric not null,
    version_hash text not null,
    -- of the submission that was scored
    submission_hash text not null references scoring_input (hash),
    declaration_hash text references scoring_input (hash),
    facts_hash text references scoring_input (hash),
    -- the first level, as JSON text: id, name, points, score
    branches text not null,
    -- the leaves, as JSON text: id, points, score, state, own score
    scores text not null,
    -- the total that the department claims
    claimed numeric,
    -- the Evaluation without its trace
    document text not null,
    created_at timestamptz not null,
    primary key (run_id, submission_id)
  );
  create index evaluation_submission on evaluation (submission_id);
  create index evaluation_total on evaluation (run_id, total desc nulls last, submission_id);
`)

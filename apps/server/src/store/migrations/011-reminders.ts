import { step } from './step.ts'

export const reminders = step(`
  create table reminder (
    id text primary key,
    campaign_id text not null references campaign (id) on delete cascade,
    text text not null,
    sent_by text not null,
    sent_at timestamptz not null
  );
  create index reminder_campaign on reminder (campaign_id, id);
  create table reminder_to (
    reminder_id text not null references reminder (id) on delete cascade,
    submission_id text not null references submission (id) on delete cascade,
    primary key (reminder_id, submission_id)
  );
  create index reminder_to_submission on reminder_to (submission_id);
`)

import { step } from './step.ts'

export const auditLog = step(`
  create table audit_entry (
    number bigint primary key,
    at timestamptz not null,
    who text not null,
    action text not null,
    target text not null,
    detail text not null,
    hash text not null
  );
  create index audit_entry_target on audit_entry (target);
  create table audit_head (
    id integer primary key check (id = 1),
    number bigint not null,
    hash text not null
  );
  insert into audit_head (id, number, hash) values (1, 0, '');
`)

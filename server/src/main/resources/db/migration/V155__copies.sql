-- Where copies of blobs lie. A location is known by the mark that was left there: a folder in which another disk is mounted, or none,
-- is not taken for it.
create table location (
    name       text        primary key,
    mark       text        not null unique,
    made_at    timestamptz not null,
    seen_at    timestamptz not null,
    away_since timestamptz,
    away_why   text,
    findings   text[]      not null default '{}',
    policy     text        not null
);
comment on column location.policy is 'what the plan said of it when it was last reached';
comment on column location.findings is 'what the store was found to do otherwise than it says, when it was last tried';

-- A copy counts when all its bytes were read back from the location and had the digest that is the blob's name.
create table copy (
    blob        bigint      not null references blob (id),
    location    text        not null references location (name),
    state       text        not null check (state in ('held', 'missing', 'damaged', 'unreadable')),
    since       timestamptz not null,
    verified_at timestamptz,
    detail      text        not null default '',
    primary key (blob, location),
    check (state <> 'held' or verified_at is not null)
);
comment on column copy.verified_at is 'when its bytes were last read whole and were right';
create index copy_to_check on copy (location, verified_at) where state = 'held';
create index copy_bad on copy (location, blob) where state <> 'held';

-- Work on one location, in one go.
create sequence copy_round_id;
create table copy_round (
    id         bigint      primary key default nextval('copy_round_id'),
    location   text        not null references location (name),
    started_at timestamptz not null,
    ended_at   timestamptz not null,
    copied     bigint      not null,
    repaired   bigint      not null,
    checked    bigint      not null,
    bytes      bigint      not null,
    bad        bigint      not null,
    trouble    text        not null default ''
);
create index copy_round_by_location on copy_round (location, id desc);

-- Deletion of bytes everywhere: one person asks, another agrees, then time passes in which either may think again.
create sequence deletion_id;
create table deletion (
    id           bigint      primary key default nextval('deletion_id'),
    batch        bigint      not null references deletion (id),
    item         bigint,
    blob         bigint      not null references blob (id),
    asked_by     text        not null check (asked_by <> ''),
    asked_at     timestamptz not null,
    reason       text        not null check (reason <> ''),
    agreed_by    text,
    agreed_at    timestamptz,
    due_at       timestamptz,
    withdrawn_by text,
    withdrawn_at timestamptz,
    begun_at     timestamptz,
    done_at      timestamptz,
    check (lower(agreed_by) <> lower(asked_by)),
    check ((agreed_by is null) = (agreed_at is null) and (agreed_by is null) = (due_at is null)),
    check (due_at > agreed_at),
    check (begun_at is null or (agreed_by is not null and withdrawn_by is null and begun_at >= due_at)),
    check (done_at is null or begun_at is not null)
);
comment on column deletion.batch is 'the first of those asked for together: an original and all that was made from it are decided on as one';
comment on column deletion.item is 'number of the evidence item it was asked for';
create unique index deletion_open on deletion (blob) where withdrawn_at is null;

-- Files on their way in, piece by piece, over connections that break. Nothing of this is a record of the register: what comes of an upload is
-- an item like any other, and the parts go when it has come, was stopped, or was abandoned.
create sequence upload_id;
create table upload (
    id           bigint      primary key,
    mark         text        not null unique check (mark ~ '^[0-9a-f]{64}$'),
    owner        text        not null,
    length       bigint      not null check (length >= 0),
    received     bigint      not null default 0 check (received between 0 and length),
    told         bytea       not null,
    kept_seconds bigint      not null check (kept_seconds > 0),
    kept_until   timestamptz not null,
    state        text        not null default 'open' check (state in ('open', 'taken', 'refused', 'stopped', 'abandoned', 'damaged')),
    outcome      text
);
comment on column upload.mark is 'digest of the token that its sender alone has; parts are encrypted by the token itself, which is kept nowhere';
comment on column upload.owner is 'who alone may go on with it; empty where the token is enough';
comment on column upload.told is 'what the sender said of it, encrypted as the parts are';
comment on column upload.received is 'bytes that are durable: the parts follow one another without a gap from 0 to here';
comment on column upload.outcome is 'what came of it, told again to a sender who did not hear the answer';
create index upload_open on upload (owner) where state = 'open';

create table upload_part (
    upload bigint not null references upload (id) on delete cascade,
    start  bigint not null check (start >= 0),
    length bigint not null check (length > 0),
    file   uuid   not null,
    primary key (upload, start)
);

-- Lawful erasures asked for: one person asks, another confirms. What was erased is told by the marks in the table erasure (V30).
create sequence erasure_request_id;
create table erasure_request (
    id           bigint      primary key default nextval('erasure_request_id'),
    subject      text        not null check (subject ~ '^(victim|statement|item):[1-9][0-9]*$'),
    ground       text        not null check (ground <> ''),
    asked_by     text        not null check (asked_by <> ''),
    asked_at     timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    change       bigint      references change (number),
    withdrawn_by text,
    withdrawn_at timestamptz,
    check (lower(confirmed_by) <> lower(asked_by)),
    check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (change is null)),
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check (confirmed_by is null or withdrawn_by is null)
);
comment on column erasure_request.ground is 'the law, the judgement or the wish that demands it; names nobody, for it stays';
comment on column erasure_request.change is 'the change that erased';
create unique index erasure_request_open on erasure_request (subject) where confirmed_at is null and withdrawn_at is null;

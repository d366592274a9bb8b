-- Evidence items, where they came from, and what they are attached to (all versioned, see V100). Their bytes are blobs of the vault.

create sequence evidence_item_id;
create table evidence_item (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    blob          bigint      not null references blob (id),
    form          text        not null check (form <> ''),
    title         text,
    confidential  boolean     not null,
    original      bigint,
    made_how      text,
    check ((original is null) = (made_how is null)),
    primary key (id, version)
);
comment on column evidence_item.original is 'the item it was made from; none for an original';
comment on column evidence_item.made_how is 'for what was made from another item: what it is and by what it was made';
call keep_history('evidence_item');
create index evidence_item_by_blob on evidence_item (blob);
create index evidence_item_made_from on evidence_item (original) where original is not null;

create sequence provenance_id;
create table provenance (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    item          bigint      not null,
    source_kind   text        not null check (source_kind <> ''),
    source        text,
    url           text,
    obtained_by   text        not null check (obtained_by <> ''),
    obtained_at   text        not null check (obtained_at <> ''),
    captured      text,
    consent       text        not null check (consent <> ''),
    file_name     text,
    claimed_sha256 text,
    note          text,
    check (source is not null or url is not null),
    primary key (id, version)
);
comment on column provenance.captured is 'when the source says it was taken: a claim, as precise as it was made';
comment on column provenance.file_name is 'as it was called by who handed it over; a text and never a path';
call keep_history('provenance');
create index provenance_of_item on provenance (item);

create sequence attachment_id;
create table attachment (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    item          bigint      not null,
    subject       text        not null check (subject ~ '^(incident|victim|statement):[1-9][0-9]*$'),
    withdrawn     boolean     not null,
    primary key (id, version)
);
call keep_history('attachment');
create index attachment_of_item on attachment (item);
create index attachment_to on attachment (subject);

-- Bytes that came and were not those that their sender had announced by digest. Nothing of them was kept.
create sequence refused_bytes_id;
create table refused_bytes (
    id        bigint primary key,
    change    bigint not null references change (number),
    file_name text,
    claimed   text   not null,
    found     text   not null,
    length    bigint not null
);
create trigger guard before update or delete on refused_bytes for each row execute function guard_row();

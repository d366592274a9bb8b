-- Originals as encrypted blobs. The bytes lie at locations, never in the database.
create sequence blob_id;
create table blob (
    id            bigint      primary key,
    sha256        text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    length        bigint      not null check (length >= 0),
    name          text        not null unique check (name ~ '^[0-9a-f]{64}$'),
    cipher_length bigint      not null check (cipher_length > 0),
    compartment   text        not null check (compartment <> ''),
    recorded_at   timestamptz not null check (isfinite(recorded_at))
);
comment on column blob.sha256 is 'of the plain bytes; the same bytes are kept once in a compartment, unless those kept were found damaged';
comment on column blob.name is 'SHA-256 of the ciphertext: the name at every location';
create index blob_by_digest on blob (sha256, compartment);
create trigger guard before update or delete on blob for each row execute function guard_row();

-- The data key of each blob, wrapped by its compartment. Apart from the blob, because it alone may change: to be wrapped anew when
-- keys are rotated, or to be destroyed where a law demands that the bytes become unreadable everywhere at once.
create table blob_key (
    blob    bigint primary key references blob (id),
    wrapped text   not null check (wrapped <> '')
);

-- The chain of custody: what was done with originals and their copies. Who, when and why are the change's.
create sequence custody_event_id;
create table custody_event (
    id       bigint  primary key,
    change   bigint  not null references change (number),
    blob     bigint  not null references blob (id),
    item     bigint,
    act      text    not null check (act <> ''),
    premis   text    not null check (premis ~ '^[a-z]{3}$'),
    location text,
    good     boolean not null,
    detail   text    not null
);
comment on column custody_event.item is 'the evidence item; none for what is done to bytes or copies, whatever they belong to';
create index custody_event_of_blob on custody_event (blob, id);
create trigger guard before update or delete on custody_event for each row execute function guard_row();

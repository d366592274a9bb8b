-- What people and machines send in, as sent and encrypted (never changed), the conversation that follows, and consent (versioned, see V100).

create sequence message_id;
create table message (
    id          bigint      primary key,
    received_at timestamptz not null,
    channel     text        not null check (channel <> ''),
    origin_key  text        not null check (origin_key <> ''),
    language    text        not null check (language in ('en', 'ar')),
    source_kind text        not null check (source_kind <> ''),
    locator     text,
    receipt     text        unique check (receipt ~ '^[0-9a-f]{64}$'),
    told        bytea       not null,
    contact     bytea,
    unique (channel, origin_key)
);
comment on column message.origin_key is 'the channel''s own mark for it: what is sent twice is one message';
comment on column message.locator is 'address or file it was taken from; for a correction the public page it is about; none for what a person wrote to us';
comment on column message.receipt is 'SHA-256 of the receipt code; the code itself is known to the sender alone';
comment on column message.told is 'what is told, as JSON, under the data key of message_key';
comment on column message.contact is 'who tells and how to reach them, under a key of another compartment';
create trigger guard before update or delete on message for each row execute function guard_row();

create sequence message_line_id;
create table message_line (
    id      bigint      primary key,
    message bigint      not null references message (id),
    at      timestamptz not null,
    kind    text        not null check (kind in ('addition', 'question', 'answer', 'withdrawal')),
    made_by text,
    words   bytea       not null,
    origin_key text     check (origin_key <> ''),
    unique (message, origin_key)
);
comment on column message_line.made_by is 'account of who asked; none for the sender';
comment on column message_line.origin_key is 'the sender''s own mark for it: what is sent twice is one line; none for what is asked';
create trigger guard before update or delete on message_line for each row execute function guard_row();
create index message_line_of on message_line (message);

create table message_item (
    message bigint not null references message (id),
    item    bigint not null,
    primary key (message, item)
);
create trigger guard before update or delete on message_item for each row execute function guard_row();
create index message_item_of on message_item (item);

-- Data keys, wrapped: the only thing of a message that changes, by a rotation, and that a lawful erasure destroys.
create table message_key (
    place   text   primary key,
    message bigint not null,
    wrapped text   not null
);
create index message_key_of on message_key (message);

create sequence consent_id;
create table consent (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    message       bigint      not null,
    use_of        text        not null check (use_of in ('verify', 'name', 'details', 'un', 'courts', 'contact')),
    state         text        not null check (state in ('given', 'refused', 'withdrawn')),
    primary key (id, version)
);
call keep_history('consent');
create index consent_of_message on consent (message);

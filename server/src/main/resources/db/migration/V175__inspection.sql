-- What was found by looking at the bytes of an item: added to, never changed. A later look is another one.

create sequence inspection_id;
create table inspection (
    id           bigint primary key,
    change       bigint not null references change (number),
    item         bigint not null,
    blob         bigint not null references blob (id),
    tool         text   not null,
    type         text   not null,
    claimed_type text,
    quality      int    check (quality between 0 and 100),
    hashes       text   check (hashes ~ '^[0-9a-f]{64}( [0-9a-f]{64}){7}$'),
    isolation    text   not null,
    milliseconds bigint not null,
    check ((quality is null) = (hashes is null))
);
comment on column inspection.hashes is 'perceptual hashes (PDQ) of the picture as shown and of its seven turned and mirrored forms';
create trigger guard before update or delete on inspection for each row execute function guard_row();
create index inspection_of_item on inspection (item, id);

create sequence inspection_note_id;
create table inspection_note (
    id         bigint primary key,
    change     bigint not null references change (number),
    inspection bigint not null references inspection (id),
    kind       text   not null check (kind in ('claim', 'finding', 'member')),
    about      text   not null check (about <> ''),
    value      text   not null,
    tag        text
);
comment on column inspection_note.about is 'what a claim is about, what sort of finding it is, how long an archive''s member is';
create trigger guard before update or delete on inspection_note for each row execute function guard_row();
create index inspection_note_of on inspection_note (inspection, id);

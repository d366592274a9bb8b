-- What was found by looking at the bytes of an item: added to, never changed. A later look is another one. A lawful erasure of the item
-- empties notes, hashes, stills, quality and claimed_type.

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
    stills       bytea,
    notes        bytea,
    isolation    text   not null,
    milliseconds bigint not null,
    check ((quality is null) = (hashes is null))
);
comment on column inspection.hashes is 'perceptual hashes (PDQ) of the picture as shown and of its seven turned and mirrored forms';
comment on column inspection.stills is 'of a film, one still a second: quality (1 byte) and eight hashes (32 bytes each) of each';
comment on column inspection.notes is 'what the file claims, what was found and what it contains: JSON, sealed with the key of the blob''s compartment';
create trigger guard before update or delete on inspection for each row execute function guard_row();
create index inspection_of_item on inspection (item, id);

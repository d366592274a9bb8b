-- Names this archive for ever in what is carried out of the house: the same items on two disks have the same ids. Made, and sealed, when
-- something is carried for the first time.
create table archive (
    only_one boolean primary key default true check (only_one),
    id       uuid not null default gen_random_uuid()
);
create trigger guard before update or delete on archive for each row execute function guard_row();

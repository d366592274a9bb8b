-- Names this archive for ever in what is carried out of the house: the same items on two disks have the same ids.
create table archive (
    only_one boolean primary key default true check (only_one),
    id       uuid not null default gen_random_uuid()
);
insert into archive default values;
create trigger guard before update or delete on archive for each row execute function guard_row();

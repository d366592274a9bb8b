-- "Opened since" must be found at once wherever a version lies in the table: block ranges are no help where revisions fill gaps.
-- Times come in order and repeat within a change, so that the trees cost an import nothing that could be measured.
drop index victim_opened;
create index victim_opened on victim (recorded_from);
drop index incident_opened;
create index incident_opened on incident (recorded_from);

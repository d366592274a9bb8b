-- What counting asks for after every change: the versions closed since, and those opened since (V501).
create index victim_closed on victim (recorded_to) where recorded_to <> 'infinity';
create index incident_closed on incident (recorded_to) where recorded_to <> 'infinity';

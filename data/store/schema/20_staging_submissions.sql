-- What people decided about submissions and rounds.
create view stg.decision as select * from raw.decision;

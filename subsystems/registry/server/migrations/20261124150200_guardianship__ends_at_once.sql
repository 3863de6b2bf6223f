-- A guardianship noted by mistake, or ended on the very day it began, ends with the day before: it was never in force, and access closes at once.
alter table registry.guardianship drop constraint guardianship_check;
alter table registry.guardianship add constraint guardianship_span check (valid_to is null or valid_to >= valid_from - 1) not valid; -- every older row met the stricter rule

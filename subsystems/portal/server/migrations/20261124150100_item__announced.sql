-- When readers were told of an item: an item of a coming day is told of when that day begins where it is read.
alter table portal.item add column announced_at timestamptz;
update portal.item set announced_at = coalesce(published_at, changed_at) where published;
create index item_due on portal.item (show_from) where published and announced_at is null;

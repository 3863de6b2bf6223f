-- The hash of what the act is about to do: a signature holds for these words and no others.
alter table identity.step_up add column act_hash text;
-- When the signature was accepted: whose certificate it was and how it was judged.
alter table identity.step_up add column verdict jsonb;

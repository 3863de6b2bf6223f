create schema portal;
call app.open_schema('portal');

-- News, questions, links and contacts of every level; `scope_id` is the country, a region, a municipality or a school.
create table portal.item (
  id uuid primary key,
  kind text not null check (kind in ('news', 'question', 'link', 'contact')),
  level text not null check (level in ('federation', 'region', 'municipality', 'school')),
  scope_id text not null,
  title text not null check (length(title) <= 200),
  text text not null check (length(text) <= 8000),
  href text,
  audience text[],
  pinned boolean not null default false,
  show_from date not null,
  show_to date,
  published boolean not null,
  published_at timestamptz,
  revision integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null
);
create index item_scope on portal.item (level, scope_id, kind, pinned desc, show_from desc, id desc);
call app.common_table('portal.item');

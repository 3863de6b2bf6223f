import { Day, Done, Id, Instant, Nullable, OneOf, Page, pageQuery, roles, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'

export const Level = OneOf('federation', 'region', 'municipality', 'school')
export type Level = Static<typeof Level>
export const Kind = OneOf('news', 'question', 'link', 'contact')
export type Kind = Static<typeof Kind>

/** News, a question with its answer, a useful link or a support contact; the text knows paragraphs, lists, **bold** and [links](https://…). */
export const Item = Type.Object({
  id: Id, kind: Kind, level: Level, place: Type.String(), title: Type.String(), text: Type.String(), href: Nullable(Type.String()), audience: Nullable(Type.Array(Type.String())), pinned: Type.Boolean(),
  showFrom: Day, showTo: Nullable(Day), published: Type.Boolean(), publishedAt: Nullable(Instant), revision: Type.Integer(), can: Type.Object({ change: Type.Boolean() }),
})
export type Item = Static<typeof Item>

/** What strangers see: the country's, and a region's when it is named. */
export const publicPage = route({
  method: 'GET', path: '/api/public/portal', summary: 'News, questions, links and contacts for everyone', access: 'public', query: Type.Object({ regionId: Type.Optional(Id) }),
  reply: Type.Object({ news: Type.Array(Item), questions: Type.Array(Item), links: Type.Array(Item), contacts: Type.Array(Item), regions: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
})
/** What this person may read in the context of the page: of the school, its municipality and region, and the country. */
export const listItems = route({
  method: 'GET', path: '/api/portal/items', summary: 'News, questions, links or contacts for the reader', access: 'signedIn',
  query: Type.Object({ ...pageQuery, kind: Kind, role: OneOf(...roles), scopeId: Type.String({ maxLength: 60 }) }), reply: Page(Item),
})
const own = Type.Object({ level: Level, scopeId: Type.String({ maxLength: 60 }) })
const edit = { permission: 'portal.item.put' } as const
export const listOwnItems = route({ method: 'GET', path: '/api/portal/:level/:scopeId/items', summary: 'Everything published and prepared at a level', access: edit, params: own, query: Type.Object({ kind: Kind }), reply: Type.Array(Item) })
export const putItem = route({
  method: 'PUT', path: '/api/portal/:level/:scopeId/items/:id', summary: 'Writes news, a question, a link or a contact', access: edit, params: Type.Object({ ...own.properties, id: Id }),
  body: Type.Object({
    kind: Kind, title: Text(200, 2), text: Text(8000), href: Nullable(Type.String({ maxLength: 500, pattern: '^(https?://|mailto:|tel:)[^\\s<>"]+$' })), audience: Nullable(Type.Array(OneOf(...roles), { maxItems: 10 })), pinned: Type.Boolean(),
    showFrom: Day, showTo: Nullable(Day), published: Type.Boolean(), basedOn: Nullable(Type.Integer({ minimum: 1 })),
  }), reply: Item, problems: ['portal.changed_meanwhile', 'portal.dates_wrong', 'portal.link_needed'],
})
export const removeItem = route({ method: 'DELETE', path: '/api/portal/:level/:scopeId/items/:id', summary: 'Removes news, a question, a link or a contact', access: edit, params: Type.Object({ ...own.properties, id: Id }), reply: Done })

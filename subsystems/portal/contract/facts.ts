import { fact, Id } from '@school/contract'
import { Type } from 'typebox'

/** Published, changed or removed. Sent to the school, municipality, region or everyone it is for. */
export const newsPublished = fact('portal.news.published', Type.Object({ id: Id, kind: Type.String() }))

import { newId } from '@school/contract'
import type { Shot } from './load.ts'
import type { Place, Targets } from './world.ts'

const origin = 'http://bench.test'
/** A week in the middle and the month before: full of lessons, homework and marks. */
export const week = '2026-10-05'
export const month = { from: '2026-09-01', to: '2026-09-30' } as const

/** Puts a new mark. */
export function putShot(targets: Targets, place: Place, id: string): Shot {
  const body = JSON.stringify({ studentId: place.studentId, value: '4', basedOn: null })
  return {
    method: 'PUT', path: `/api/schools/${place.schoolId}/works/${place.workId}/marks/${id}`, body,
    headers: { origin, cookie: targets.cookieOf.get(place.teacherId) ?? '', 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
  }
}

export interface Case { readonly name: string; readonly title: string; readonly floor: boolean; shot(n: number): Shot }

const spread = <T>(list: readonly T[], n: number): T => list[(n * 7919) % list.length]!

/** What is measured; no place is ever used for two marks. */
export function casesFor(targets: Targets): Case[] {
  const { families, pages, places, cookieOf } = targets
  const get = (path: string, personId: string): Shot => ({ method: 'GET', path, headers: { cookie: cookieOf.get(personId) ?? '' } })
  const readers = families.slice(0, 480)
  const read = pages.slice(0, 480)
  let next = 0
  return [
    { name: 'diary', title: 'Diary week', floor: true, shot: (n) => { const one = spread(readers, n); return get(`/api/schools/${one.schoolId}/students/${one.studentId}/diary?week=${week}`, one.parentId) } },
    { name: 'page', title: 'Journal page, 30 pupils × one month', floor: true, shot: (n) => { const one = spread(read, n); return get(`/api/schools/${one.schoolId}/courses/${one.courseId}/page?from=${month.from}&to=${month.to}`, one.teacherId) } },
    { name: 'today', title: 'Home of a parent (today of one child)', floor: true, shot: (n) => { const one = spread(readers, n); return get(`/api/schools/${one.schoolId}/students/${one.studentId}/today`, one.parentId) } },
    { name: 'put', title: 'Mark put', floor: true, shot: () => {
      const place = places[next++]
      if (!place) throw new Error('no empty place is left for another mark')
      return putShot(targets, place, newId())
    } },
    { name: 'me', title: 'Who is signed in (/api/me)', floor: false, shot: (n) => get('/api/me', spread(readers, n).parentId) },
  ]
}

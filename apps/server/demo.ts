import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { StandPerson } from '@school/esia-stand'
import type { Config } from './config.ts'
import { firstChapters, laterChapters, type Chapter } from './demo/chapters.ts'
import { Making } from './demo/making.ts'
import { forgetSaved, readSaved, writeSaved } from './demo/saved.ts'
import { peopleFile } from './stand.ts'

export interface DemoPerson { readonly name: string; readonly role: string; readonly place: string }
type Progress = (words: string) => void

/** Builds what the first screens of the demo country need, returns at once in a database that is full; people to show on the first page of a start. */
export async function buildDemo(config: Config, progress: Progress, seed = 14, now = new Date()): Promise<readonly DemoPerson[]> {
  if (!await isFull(config.ownerUrl)) {
    forgetSaved(config)
    writeSaved(config, { seed, now: now.toISOString(), done: [], country: null })
  }
  const saved = readSaved(config)
  if (saved && firstChapters.some((chapter) => !saved.done.includes(chapter.name))) await tell(config, () => firstChapters, progress)
  return shown(config)
}

/** Builds the rest of the demo country, from wherever it was stopped; the server may already be answering. */
export async function finishDemo(config: Config, progress: Progress): Promise<void> {
  if (readSaved(config)?.country) await tell(config, laterChapters, progress)
}

async function tell(config: Config, chaptersOf: (making: Making) => readonly Chapter[], progress: Progress): Promise<void> {
  const making = await Making.open(config, readSaved(config)!)
  try {
    const chapters = chaptersOf(making)
    for (const [i, chapter] of chapters.entries()) {
      if (making.isDone(chapter.name)) continue
      progress(`${chapter.title} (${i + 1}/${chapters.length})`)
      await chapter.tell(making)
      making.finish(chapter.name)
    }
    await making.stage.composed.worker.settle()
  } finally {
    await making.close()
  }
}

function shown(config: Config): DemoPerson[] {
  const file = peopleFile(config)
  const people = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as StandPerson[] : []
  return people.filter((one) => one.featured).map((one) => ({ name: [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' '), role: one.label, place: one.school }))
}

async function isFull(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query('select 1 from registry.region limit 1')).rowCount === 1
  } finally {
    await client.end()
  }
}

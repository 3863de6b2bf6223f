// Few files weigh more on a slow line than a fine cache: what every view needs comes in two files, a room's pages in one per circle of readers.

interface Info { readonly code: string | null; readonly importers: readonly string[]; readonly dynamicImporters: readonly string[] }
interface Chunking { getModuleInfo(id: string): Info | null }
interface Group { readonly name: (id: string, chunking: Chunking) => string | null; readonly debugName: string; readonly includeDependenciesRecursively: boolean }

/** Rooms whose parts stand together on every home. */
const everyday = new Set(['portal', 'history', 'notices'])

/** Rooms whose pages are read by different circles; what no circle names is the room's own. A part needs no line here: it lies with the pages that draw it. */
const circles: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  journal: {
    family: /^(pages\/(Diary.*|Subject|Absences|Missing)|parts\/child-.+)\./,
    questions: /^pages\/Questions\./,
    finals: /^pages\/(.+Finals|Closing|ClassDesk|ClassPromotion|.*Attendance)\./,
    settings: /^pages\/Settings\./,
    promotion: /^(pages\/ClassPromotion|parts\/promotion\/[A-Z]\w+)\./,
  },
  registry: { territory: /^pages\/(Manage|Region.*|Municipality.*|NewSchool|SchoolOverview)\./ },
  identity: { arrival: /^pages\/(SignIn|Join|Ask|Profile|Consents)\./ },
  schedule: {
    office: /^pages\/(Timetables|Calendar|Imports|ImportPage|Exports)\./,
    board: /^pages\/(TimetableBoard|TimetableRules)\./,
  },
}

const react = /rolldown.runtime|node_modules\/(react|react-dom|scheduler|wouter|regexparam|use-sync-external-store|@tanstack)\//
const picker = /ui\/(forms\/Picker\.tsx|forms\/picker\.module\.css|theme\.ts)$|node_modules\/(@mantine|@floating-ui|clsx)\//
const shell = /packages\/(ui|web|contract|names)\/|subsystems\/[^/]+\/(contract\/|web\/(index|fills|([a-z]+-)?live)\.ts|web\/messages\/office\.)|node_modules\/(uuidv7|@tabler|idb)\/|apps\/web\/(shell\/|main|index)|vite.preload-helper/
const styles = /\.css(\?|$)/
/** What circles share and weighs less than a request comes with the shell. */
const isSmall = (id: string, { code }: Info) => id.endsWith('.ts') || styles.test(id) || (code ?? '').length < 3000
const isDoor = (id: string) => /\/web\/(index|fills)\.ts$/.test(id)

const known = new Map<string, string>()

/** Where a module of a room lies: where its folder or its circle says, otherwise with all that import it, if they lie together. */
function roomChunk(id: string, room: string, path: string, chunking: Chunking): string {
  const home = /^parts\/(home|office)\//.exec(path)?.[1] ?? (everyday.has(room) ? 'everyday' : null)
  if (home) return styles.test(id) ? 'shell' : home
  const circle = Object.entries(circles[room] ?? {}).find(([, pattern]) => pattern.test(path))?.[0]
  if (circle) return `${room}-${circle}`
  return known.getOrInsertComputed(id, () => {
    known.set(id, room) // a ring of imports ends here
    const info = chunking.getModuleInfo(id)
    if (!info) return room
    if (info.dynamicImporters.some((one) => !isDoor(one))) return `${room}-${path.replace(/^.*\/|\.\w+$/g, '').toLowerCase()}` // opened late
    const places = new Set(info.importers.map((one) => chunkOf(one, chunking)))
    return places.size === 1 ? [...places][0] ?? room : places.size > 1 && isSmall(id, info) ? 'shell' : room
  })
}

function chunkOf(id: string, chunking: Chunking): string | null {
  if (react.test(id)) return 'react'
  if (picker.test(id)) return 'picker'
  if (shell.test(id)) return 'shell'
  const [, room = '', path = ''] = /subsystems\/([^/]+)\/web\/([^?]+)/.exec(id) ?? []
  const language = /^messages\/.*\b(ru|en)\.ts$/.exec(path)?.[1]
  const ownWords = chunking.getModuleInfo(id)?.importers.some((one) => !one.includes('/messages/')) // of a part that brings both languages
  if (language && !ownWords) return `${everyday.has(room) ? 'everyday' : room}-${language}`
  return room ? roomChunk(id, room, path, chunking) : null
}

/** How the bundler lays modules into files. */
export const groups: Group[] = [{ name: chunkOf, debugName: 'files', includeDependenciesRecursively: false }]

// Few files weigh more on a slow line than a fine cache: what every view needs comes in three files, a room's pages in one per circle of readers.

interface Group { readonly name: string | ((id: string) => string | null); readonly debugName?: string; readonly test?: RegExp; readonly priority: number }

/** Rooms whose parts stand together on every home. */
const everyday = new Set(['portal', 'history', 'notices'])

/** Rooms whose pages are read by different circles: the first pattern that fits names the chunk, what fits none is the room's own. */
const circles: Readonly<Record<string, ReadonlyArray<readonly [circle: string, path: RegExp]>>> = {
  journal: [
    ['family', /^(parts\/(diary-|child-)|pages\/(Diary|DiaryMarks|Subject|Absences)\.)/],
    ['settings', /^(parts\/settings\/|pages\/Settings\.)/],
  ],
  schedule: [['office', /^pages\/(TimetableEdit|Timetables|Calendar|Load|Imports|ImportPage)\./]],
}

function roomChunk(id: string): string | null {
  const [, room = '', path = ''] = /subsystems\/([^/]+)\/web\/((?:pages|parts)\/.+)$/.exec(id) ?? []
  if (!room) return null
  if (path.startsWith('parts/home/')) return 'home' // what rooms put on the home of staff
  const circle = circles[room]?.find(([, pattern]) => pattern.test(path))?.[0]
  return circle ? `${room}-${circle}` : everyday.has(room) ? 'everyday' : room
}

function wordsChunk(id: string): string | null {
  const [, room = '', language = ''] = /subsystems\/([^/]+)\/web\/messages\/(?!office\.)(?:[a-z-]+\.)?(ru|en)\.ts$/.exec(id) ?? []
  return room ? `${everyday.has(room) ? 'everyday' : room}-${language}` : null
}

const lateKit = String.raw`ui\/(forms\/Picker\.tsx|forms\/picker\.module\.css|theme\.ts)$`
/** Small parts of rooms that several circles draw: a file of their own would weigh less than its request. */
const smallParts = String.raw`subsystems\/(registry\/web\/.+\.css|[^/]+\/web\/messages\/office\.(ru|en)\.ts|[^/]+\/web\/parts\/(ManageRows|HistoryRow|OfficeRows|ItemsRow|home\/SettingsRow|grid\/(AverageCard|entry))\.tsx?)$`
const everyView = String.raw`packages\/(ui|web|contract|names)\/|subsystems\/[^/]+\/(contract\/|web\/(?!index)(parts\/)?[a-z-]+\.ts$)|node_modules\/(uuidv7|@tabler|idb)\/|apps\/web\/(shell\/|main)`

/** How the bundler lays modules into files. */
export const groups: Group[] = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler|wouter|regexparam|use-sync-external-store|@tanstack)\//, priority: 50 },
  { name: 'shell', test: new RegExp(String.raw`^(?!.*${lateKit}).*(${everyView}|${smallParts})`), priority: 40 },
  { name: 'picker', test: new RegExp(String.raw`${lateKit}|node_modules\/(@mantine|@floating-ui)\/`), priority: 30 },
  { name: wordsChunk, debugName: 'words', priority: 20 },
  { name: roomChunk, debugName: 'rooms', priority: 10 },
]

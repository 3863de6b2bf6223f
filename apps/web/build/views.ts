import { readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Permission } from '@school/contract'
import type { WebFill, WebPage, WebSubsystem } from '@school/web'
import { runnerImport } from 'vite'
import type { Files, Piece, View } from './shapes.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const noStyles = { name: 'no-styles', enforce: 'pre' as const, resolveId: (id: string) => id.endsWith('.css') ? '\0none' : null, load: (id: string) => id === '\0none' ? 'export default {}' : null }

/** The web doors as the browser sees them. */
async function doors(): Promise<readonly WebSubsystem[]> {
  const { module } = await runnerImport<{ subsystems: readonly WebSubsystem[] }>(`${root}apps/web/shell/subsystems.ts`, { configFile: false, logLevel: 'error', plugins: [noStyles] })
  return module.subsystems
}

/** Which roles hold which permission before a school changes anything. */
async function usualRights(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await Promise.all(readdirSync(`${root}subsystems`).map(async (room) => {
    const { permissions } = await import(pathToFileURL(`${root}subsystems/${room}/contract/permissions.ts`).href).catch(() => ({ permissions: [] })) as { permissions: readonly Permission[] }
    return permissions
  }))
  return new Map(found.flat().map((one) => [one.key, one.roles]))
}

/** The source file behind `() => import('…')`. */
const sourceOf = (load: () => unknown) => root + (/"\/?([^"]+)"/.exec(load.toString())?.[1] ?? '')

/** A path of a page as a pattern, and its weight: fixed words come before parameters. */
const patternOf = (path: string) => `^/${path.split('/').filter(Boolean).map((part) => part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('/')}/?$`
const weightOf = (path: string) => path.split('/').filter(Boolean).map((part) => part.startsWith(':') ? '1' : '0').join('')

/** What every page needs in its first view, in the order in which addresses are compared. */
export async function viewsOf(pieces: readonly Piece[], shell: ReadonlySet<string>): Promise<View[]> {
  const [rooms, rights] = await Promise.all([doors(), usualRights()])
  const byModule = new Map(pieces.flatMap((piece) => piece.modules.map((module) => [module, piece] as const)))
  const byFile = new Map(pieces.map((piece) => [piece.file, piece]))
  const fills = rooms.flatMap((room) => (room.fills ?? []).map((fill) => ({ fill, room })))
  const mayHold = (role: string, needs: WebPage['needs'] | WebFill['needs']) => !needs || [needs].flat().some((one) => rights.get(one)?.includes(role))

  function closure(sources: readonly string[]): Piece[] {
    const seen = new Map<string, Piece>()
    const add = (piece: Piece | undefined) => {
      if (!piece || seen.has(piece.file)) return
      seen.set(piece.file, piece)
      for (const next of piece.imports) add(byFile.get(next))
    }
    for (const source of sources) {
      if (!byModule.has(source)) throw new Error(`the build has no ${source}`)
      add(byModule.get(source))
    }
    return [...seen.values()].filter((piece) => !shell.has(piece.file))
  }
  function filesFor(page: WebPage, room: WebSubsystem, role: string): Files {
    const parts = fills.filter(({ fill }) => page.slots?.some((slot) => slot.name === fill.slot) && mayHold(role, fill.needs))
    const code = closure([page.load, ...parts.map(({ fill }) => fill.load)].map(sourceOf))
    const speakers = [room, ...parts.filter(({ fill }) => !fill.ownWords).map((part) => part.room)]
    const words = (language: 'ru' | 'en') => closure(speakers.map((one) => sourceOf(one.messages[language]))).map((piece) => piece.file).filter((file) => !code.some((piece) => piece.file === file))
    return { scripts: code.map((piece) => piece.file), styles: [...new Set(code.flatMap((piece) => piece.styles))], words: { ru: words('ru'), en: words('en') } }
  }
  const roles = [...new Set([...rights.values()].flat())].toSorted()
  return rooms.flatMap((room) => room.pages.map((page) => {
    const acting = (page.access ?? 'acting') === 'acting'
    const readers = acting ? roles.filter((role) => mayHold(role, page.needs)) : ['anyone']
    return { path: page.path, pattern: patternOf(page.path), acting, offline: page.offline ?? false, roles: Object.fromEntries(readers.map((role) => [role, filesFor(page, room, role)])) }
  })).toSorted((a, b) => weightOf(a.path).localeCompare(weightOf(b.path)))
}

import type { Slot } from '@school/contract'
import type { ComponentType } from 'react'
import type { Icon } from '@school/ui'
import type { LiveRule } from './live/on-fact.ts'

/** The words of one subsystem in one language. */
export interface Catalogue { readonly problem?: Readonly<Record<string, string | ((details: Readonly<Record<string, unknown>>) => string)>>; readonly [key: string]: unknown }
/** What a room's notices say: the name of each kind, and its sentence from the data that came with it. */
export interface NoticeWords { readonly kinds: Readonly<Record<string, string>>; readonly sentence: Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => string>> }
type LoadModule = () => Promise<Readonly<Record<string, unknown>>>

/** Where a page may be opened: by anyone, by anyone signed in, or in an acting context. */
export type PageAccess = 'public' | 'signedIn' | 'acting'

export interface PageOptions {
  readonly access?: PageAccess
  /** The permission (or any of several) without which the page is refused in this context. */
  readonly needs?: string | readonly string[]
  /** The rail starts folded, for wide grids. */
  readonly wide?: boolean
  /** Places of this page that other rooms fill in its first view: their code is sent together with the page. */
  readonly slots?: ReadonlyArray<{ readonly name: string }>
  /** The code of the page is kept on the device, so that it opens without a network. */
  readonly offline?: boolean
}
export interface WebPage extends PageOptions { readonly path: string; readonly load: LoadModule; readonly room?: string }

/** A page at a path; in an acting context the path follows `/as/:role/:scopeId`. The module's component receives the path's parameters as props. */
export const page = (path: string, load: LoadModule, options: PageOptions = {}): WebPage => ({ path, load, ...options })

export interface WebFill { readonly slot: string; readonly load: LoadModule; readonly needs?: string | readonly string[]; readonly order: number; readonly room?: string; readonly ownWords?: boolean }

/** Puts a part into a place of another room's page. Parts stand in `order`, 100 unless told; one with `ownWords` needs no catalogue of its room. */
export const fill = <P>(slot: Slot<P>, load: () => Promise<Readonly<Record<string, unknown>>>, { order = 100, ...options }: { needs?: string | readonly string[]; order?: number; ownWords?: boolean } = {}): WebFill =>
  ({ slot: slot.name, load, order, ...options })

export interface NavEntry {
  /** Where it leads, within the acting context. */
  readonly path: string
  readonly title: { readonly ru: string; readonly en: string }
  readonly icon: Icon
  readonly roles?: readonly string[]
  readonly needs?: string | readonly string[]
  readonly place?: 'main' | 'foot'
  /** Главная 0, Дневник и Журнал 10, Расписание 20, Библиотека 30, Файлы 40, Тесты 50, Сообщения 60, Экран 70, Поддержка 80, Управление 90. */
  readonly order: number
  /** Other paths under which this section is the current one. */
  readonly also?: readonly string[]
}

/** The web door of a subsystem. */
export interface WebSubsystem {
  readonly name: string
  readonly pages: readonly WebPage[]
  readonly nav?: readonly NavEntry[]
  readonly live?: readonly LiveRule[]
  readonly fills?: readonly WebFill[]
  readonly messages: { readonly ru: LoadModule; readonly en: LoadModule }
  /** The words of the notices this room declares; brought when notices are read. */
  readonly noticeWords?: { readonly ru: LoadModule; readonly en: LoadModule }
  /** The module whose `kinds` send what is written on pages of this room, also later, when the network is back. */
  readonly entries?: LoadModule
  /** Counts what waits under the bell. */
  readonly unread?: () => Promise<number>
}

export type LoadedComponent = ComponentType<Record<string, unknown>>

/** The component of a loaded module: its default export, or its only function named with a capital. */
export function componentOf(module: Readonly<Record<string, unknown>>): LoadedComponent {
  const named = Object.entries(module).filter(([name, value]) => typeof value === 'function' && /^\p{Lu}/u.test(name))
  const found = module['default'] ?? named[0]?.[1]
  if (typeof found !== 'function') throw new Error('the module exports no component')
  return found as LoadedComponent
}

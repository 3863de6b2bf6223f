import { Bell, Frame, Popover } from '@school/ui'
import { subsystems } from './subsystems.ts'
import { actingIn, pathAs, shellBell, shellSearch, SlotPlace, useFills, useLanguage, useUnread, type Acting, type Me } from '@school/web'
import { useEffect, type ReactNode } from 'react'
import { isInside, rememberContext, sectionsOf, startOf } from './contexts.ts'
import { OfflineLine } from './OfflineLine.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { hasPage, type Found } from './routes.ts'
import { keepPagesOf } from './start-worker.ts'
import { Switcher } from './Switcher.tsx'
import { useArrival } from './use-arrival.ts'
import { useFold } from './use-fold.ts'
import { useLive } from './use-live.ts'
import { useShellWords } from './use-shell-words.ts'

interface Props { me: Me; acting: Acting | null; path: string; found: Found | null; children: ReactNode }

/** The desk of a signed-in person, with the sections of the context they act in. */
export function SignedIn({ me, acting, path, found, children }: Props) {
  const language = useLanguage()
  const [folded, fold] = useFold(found?.page.wide ?? false)
  const connected = useLive()
  const search = useFills(shellSearch)
  useArrival(path)
  useEffect(() => { if (acting) rememberContext(acting) }, [acting])
  useEffect(() => keepPagesOf([...new Set(me.contexts.map((context) => context.role))]), [me])
  const rest = actingIn(path)?.rest ?? path
  const sections = acting ? sectionsOf(me, acting) : []
  const nav = acting ? sections.map((entry) => ({
    key: entry.path, label: entry.title[language], icon: entry.icon, href: pathAs(acting.role, acting.scopeId, entry.path), current: isInside(entry, rest), place: entry.place ?? 'main' as const,
  })) : []
  return (
    <>
      <Frame home={acting ? startOf(me, acting) : '/'} nav={nav} folded={folded} onFold={fold}
        search={search.length > 0 ? <SlotPlace slot={shellSearch} props={{}} waiting={null} /> : null}
        switcher={acting ? <Switcher me={me} acting={acting} /> : null} bell={acting ? <BellPlace acting={acting} /> : null} person={<PersonMenu me={me} />}>
        {children}
      </Frame>
      <OfflineLine connected={connected} />
    </>
  )
}

function BellPlace({ acting }: { acting: Acting }) {
  const words = useShellWords()
  const unread = useUnread(subsystems.find((one) => one.unread)?.unread)
  const fills = useFills(shellBell)
  if (fills.length > 0) return <Popover label={words.notices} align="end" width={400} trigger={(trigger) => <Bell unread={unread} {...trigger} />}>{(close) => <SlotPlace slot={shellBell} props={{ close }} />}</Popover>
  if (hasPage('/notices', 'acting')) return <Bell unread={unread} href={pathAs(acting.role, acting.scopeId, '/notices')} />
  return null
}

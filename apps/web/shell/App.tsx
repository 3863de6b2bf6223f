import { Toasts, UiWords } from '@school/ui'
import { actingIn, SlotFills, useActing, useAddress, useLanguage, useMe, type Me } from '@school/web'
import { Suspense, useEffect } from 'react'
import { startOf, usualContext } from './contexts.ts'
import { ErrorWall } from './ErrorWall.tsx'
import { catchLinks } from './links.ts'
import { ForeignContext, NoContexts, NoPage } from './Lost.tsx'
import { fills } from './page-code.ts'
import { PageView } from './PageView.tsx'
import { findPage, hasPage } from './routes.ts'
import css from './shell.module.css'
import { SignedIn } from './SignedIn.tsx'

/** The whole product in the browser: who it is and where they are decides what is drawn. */
export function App() {
  const language = useLanguage()
  const [path, go] = useAddress()
  useEffect(() => catchLinks((to) => go(to)), [go])
  return (
    <UiWords language={language}>
      <SlotFills value={fills}>
        <ErrorWall where={path}><Suspense fallback={null}><Whole path={path} go={go} /></Suspense></ErrorWall>
        <Toasts />
      </SlotFills>
    </UiWords>
  )
}

type Go = (path: string, options?: { replace?: boolean }) => void

function Whole({ path, go }: { path: string; go: Go }) {
  const me = useMe()
  return me ? <Inside me={me} path={path} go={go} /> : <Outside path={path} go={go} />
}

/** A stranger sees public pages; any other address asks to sign in and is returned to afterwards. */
function Outside({ path, go }: { path: string; go: Go }) {
  const found = findPage(path)
  const open = found?.page.access === 'public'
  const knownButClosed = !open && (found !== null || actingIn(path) !== null)
  useEffect(() => {
    if (knownButClosed) go(hasPage('/sign-in', 'public') ? `/sign-in?back=${encodeURIComponent(path + location.search)}` : '/', { replace: true })
  }, [knownButClosed, path, go])
  if (knownButClosed) return null
  return <main id="content" className={css.bare} tabIndex={-1}>{found ? <PageView found={found} path={path} /> : <NoPage />}</main>
}

function Inside({ me, path, go }: { me: Me; path: string; go: Go }) {
  const here = useActing()
  const acting = here ?? usualContext(me)
  const found = findPage(path)
  const named = actingIn(path)
  const atDoor = path === '/' || path === '/sign-in' || (here !== null && named?.rest === '/' && !found)
  const asks = me.consentsNeeded === true && hasPage('/consents', 'signedIn')
  const start = asks ? `/consents?next=${encodeURIComponent(path === '/sign-in' ? '/' : path)}` : acting ? startOf(me, acting) : hasPage('/join', 'signedIn') ? '/join' : null
  const redirect = atDoor && start !== null && start !== path
  useEffect(() => { if (redirect && start) go(start, { replace: true }) }, [redirect, start, go])
  if (redirect) return null
  if (found?.page.access === 'public' && !atDoor) return <main id="content" className={css.bare} tabIndex={-1}><PageView found={found} path={path} /></main>
  return <SignedIn me={me} acting={acting} path={path} found={found}>{content()}</SignedIn>

  function content() {
    if (named && !here) return me.contexts.length > 0 ? <ForeignContext me={me} /> : <NoContexts />
    if (atDoor) return acting ? <NoPage /> : <NoContexts />
    return found ? <PageView found={found} path={path} /> : <NoPage />
  }
}

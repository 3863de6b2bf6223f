import { Button, NoRights, PageBody, PageHeader, Waiting } from '@school/ui'
import { holds, useActing, useLanguage, useMe } from '@school/web'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Suspense } from 'react'
import { ErrorWall } from './ErrorWall.tsx'
import { componentFor } from './page-code.ts'
import type { Found } from './routes.ts'
import { useShellWords } from './use-shell-words.ts'

/** One page: its rights are looked at first, its code comes on demand, its failure stays with it. */
export function PageView({ found, path }: { found: Found; path: string }) {
  const language = useLanguage()
  const { reset } = useQueryErrorResetBoundary()
  const me = useMe()
  const acting = useActing()
  const { page, params } = found
  if (page.needs && (!acting || !holds(me, acting.role, page.needs))) return <Refused />
  const Page = componentFor(page)
  return (
    <ErrorWall where={path} onRetry={reset}>
      <Suspense key={path} fallback={<PageBody><Waiting title rows={8} /></PageBody>}><Page key={`${language} ${path}`} {...params} /></Suspense>
    </ErrorWall>
  )
}

function Refused() {
  const words = useShellWords()
  return <PageBody><PageHeader title={words.noRight} /><NoRights title={words.noRightText} action={<Button href="/">{words.home}</Button>} /></PageBody>
}

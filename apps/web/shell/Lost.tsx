import { Button, Empty, PageBody, PageHeader, Row, Rows } from '@school/ui'
import type { Me } from '@school/web'
import { startOf } from './contexts.ts'
import { useShellWords } from './use-shell-words.ts'

/** No page at this address. */
export function NoPage() {
  const words = useShellWords()
  return <PageBody><PageHeader title={words.noPage} /><Empty action={<Button look="primary" href="/">{words.home}</Button>}>{words.noPageText}</Empty></PageBody>
}

/** The address names a context the person does not have. */
export function ForeignContext({ me }: { me: Me }) {
  const words = useShellWords()
  return (
    <PageBody narrow>
      <PageHeader title={words.foreign} sub={words.foreignText} />
      <Rows>{me.contexts.map((context) => <Row key={`${context.role}/${context.scopeId}`} title={context.title} sub={context.subtitle} href={startOf(me, context)} />)}</Rows>
    </PageBody>
  )
}

/** Signed in, and nobody has confirmed the person yet. */
export function NoContexts() {
  const words = useShellWords()
  return <PageBody><PageHeader title={words.noContexts} /><Empty action={<Button look="primary" href="/join">{words.ask}</Button>}>{words.noContextsText}</Empty></PageBody>
}

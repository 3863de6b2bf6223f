import { Button, ErrorNote, PageBody, PageHeader } from '@school/ui'
import { explain, ProblemError } from '@school/web'
import { Component, type ReactNode } from 'react'
import { useShellWords } from './use-shell-words.ts'

interface Props { where: string; onRetry?: () => void; children: ReactNode }

/** Keeps a failure to the page it happened on; another address or a retry lifts it. */
export class ErrorWall extends Component<Props, { error: unknown; where: string }> {
  override state = { error: null, where: this.props.where }
  static getDerivedStateFromError(error: unknown) { return { error } }
  static getDerivedStateFromProps(props: Props, state: { where: string }) { return props.where === state.where ? null : { error: null, where: props.where } }
  retry = () => { this.props.onRetry?.(); this.setState({ error: null }) }
  override render() { return this.state.error ? <Broken error={this.state.error} retry={this.retry} /> : this.props.children }
}

const isOldVersion = (error: unknown) => error instanceof Error && /dynamically imported module|Importing a module script failed|preload CSS/i.test(error.message)

function Broken({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useShellWords()
  if (isOldVersion(error) && navigator.onLine) return <PageBody><PageHeader title={words.broken} /><ErrorNote title={words.updated} action={<Button look="primary" onClick={() => location.reload()}>{words.reload}</Button>} /></PageBody>
  const said = error instanceof ProblemError ? explain(error) : { title: words.brokenText }
  return <PageBody><PageHeader title={words.broken} /><ErrorNote {...said} retry={retry} /></PageBody>
}

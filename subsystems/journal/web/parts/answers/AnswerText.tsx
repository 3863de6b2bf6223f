import { IconPaperclip } from '@school/ui'
import type { Link } from '../../../contract/index.ts'
import css from './Answers.module.css'

/** What was written, with its links. */
export function AnswerText({ text, links }: { text: string; links: readonly Link[] }) {
  return (
    <>
      {text ? <p className={css.text}>{text}</p> : null}
      {links.length > 0 ? <ul className={css.links}>{links.map((link) => <li key={link.href}><IconPaperclip size={16} /><a className="link" href={link.href} {...(link.href.startsWith('/') ? {} : { target: '_blank', rel: 'noreferrer' })}>{link.title}</a></li>)}</ul> : null}
    </>
  )
}

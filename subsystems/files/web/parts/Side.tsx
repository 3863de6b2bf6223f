import { IconClock, IconFolder, IconFolderShare, IconSchool, IconStar, IconTrash, IconUsers, ProgressLine, type Icon } from '@school/ui'
import { bytesText, useTo } from '@school/web'
import type { Space } from '../../contract/nodes.ts'
import css from './Files.module.css'
import { useT } from './words.ts'

export const views = ['shared', 'starred', 'recent', 'trash'] as const
export type View = (typeof views)[number]
const signs: Readonly<Record<View, Icon>> = { shared: IconFolderShare, starred: IconStar, recent: IconClock, trash: IconTrash }

/** The places of files: one's own, those of classes and the school, and the views; below, how full one's own root is. */
export function Side({ spaces, current }: { spaces: readonly Space[]; current: string }) {
  const t = useT()
  const to = useTo()
  const own = spaces.find((one) => one.kind === 'person')
  const link = (key: string, path: string, label: string, Sign: Icon) => <a key={key} href={to(path)} aria-current={key === current ? 'page' : undefined} data-plain=""><Sign />{label}</a>
  const roots = (kind: Space['kind'], Sign: Icon) => spaces.filter((one) => one.kind === kind).map((one) => link(one.id, `/files/in/${one.id}`, one.name, Sign))
  const [classes, schools] = [roots('class', IconUsers), roots('school', IconSchool)]
  const shown = own && spaces.find((one) => one.id === current)
  const meter = shown ?? own
  return (
    <nav className={css.side} aria-label={t.places}>
      <div className={css.places}>
        {link(own?.id ?? 'own', '/files', t.own, IconFolder)}
        {spaces.filter((one) => one.kind === 'person' && one !== own).map((one, i) => link(one.id, `/files/in/${one.id}`, t.ownOther(i + 2), IconFolder))}
        {views.map((view) => link(view, `/files/view/${view}`, t.views[view], signs[view]))}
      </div>
      {classes.length > 0 ? <><h2>{t.ofClasses}</h2><div className={css.places}>{classes}</div></> : null}
      {schools.length > 0 ? <><h2>{t.ofSchool}</h2><div className={css.places}>{schools}</div></> : null}
      {meter ? (
        <div className={css.meter}>
          <ProgressLine value={meter.used} max={meter.quota} label={t.usedLabel} tone={meter.used > meter.quota * 0.9 ? 'warn' : 'now'} />
          <span className="small muted">{t.used(bytesText(meter.used), bytesText(meter.quota))}</span>
        </div>
      ) : null}
    </nav>
  )
}

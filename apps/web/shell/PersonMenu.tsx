import { Avatar, Button, Checkbox, IconCheck, IconLogout, IconUser, PersonButton, Popover, Segmented } from '@school/ui'
import { actingIn, fullName, initials, setLanguage, setLook, useActing, useAddress, useEntries, useLanguage, useLook, useTo, type Language, type Look, type Me } from '@school/web'
import { startOf } from './contexts.ts'
import css from './shell.module.css'
import { hasPage } from './routes.ts'
import { useSignOut } from './session.ts'
import { languageNames } from './words.ts'
import { useShellWords } from './use-shell-words.ts'

/** The person's own menu: profile, language, look, the mode for the visually impaired, signing out. */
export function PersonMenu({ me }: { me: Me }) {
  const words = useShellWords()
  return (
    <Popover label={words.person} align="end" width={320} trigger={(trigger) => <PersonButton name={`${words.person}: ${fullName(me.person)}`} initials={initials(me.person)} {...trigger} />}>
      {(close) => <Inside me={me} close={close} />}
    </Popover>
  )
}

function Inside({ me, close }: { me: Me; close: () => void }) {
  const words = useShellWords()
  const to = useTo()
  const signOut = useSignOut()
  const [path] = useAddress()
  const acting = useActing()
  const unsent = useEntries().filter(({ state }) => state !== 'refused').length
  const profile = hasPage('/profile', 'signedIn') ? '/profile' : hasPage('/profile', 'acting') ? to('/profile') : null
  return (
    <div className={css.person}>
      <div className={css.who}><Avatar initials={initials(me.person)} tone="me" size="large" /><b>{fullName(me.person)}</b></div>
      <div className={css.contexts}>
        {me.contexts.length > 1 ? me.contexts.map((context) => (
          <a key={`${context.role}/${context.scopeId}`} className={css.line} href={startOf(me, context, actingIn(path)?.rest)} aria-current={context === acting ? 'true' : undefined} onClick={close} data-plain="">
            <span>{context.title}<small>{context.subtitle}</small></span>{context === acting ? <IconCheck size={18} /> : null}
          </a>
        )) : null}
      </div>
      {profile ? <a className={css.line} href={profile} onClick={close} data-plain=""><IconUser />{words.profile}</a> : null}
      <LookChoice />
      {unsent > 0 ? <p className="small muted" style={{ padding: '0 8px 8px' }}>{words.queue.keeps(unsent)}</p> : null}
      <Button look="text" icon={<IconLogout />} className={css.out} onClick={() => void signOut()}>{words.signOut}</Button>
    </div>
  )
}

/** Language, colour scheme and vision mode of this device; strangers have it too. */
export function LookChoice() {
  const words = useShellWords()
  const language = useLanguage()
  const look = useLook()
  return (
    <div className={css.looks}>
      <Segmented label={words.language} value={language} onChange={(value) => setLanguage(value as Language)} options={[{ value: 'ru', label: languageNames.ru }, { value: 'en', label: languageNames.en }]} />
      <Segmented label={words.look} value={look.scheme} onChange={(value) => setLook({ scheme: value as Look['scheme'] })} options={[{ value: 'auto', label: words.auto }, { value: 'light', label: words.light }, { value: 'dark', label: words.dark }]} />
      <Checkbox label={words.vision} checked={look.vision === 'strong'} onChange={(on) => setLook({ vision: on ? 'strong' : 'usual' })} />
    </div>
  )
}

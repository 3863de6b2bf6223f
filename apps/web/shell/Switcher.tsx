import { Menu, SwitcherButton, type MenuItem } from '@school/ui'
import { actingIn, useAddress, type Acting, type Me } from '@school/web'
import { startOf } from './contexts.ts'
import { useShellWords } from './use-shell-words.ts'

/** As whom, where and for which child: each choice is an address of its own. */
export function Switcher({ me, acting }: { me: Me; acting: Acting }) {
  const words = useShellWords()
  const [path] = useAddress()
  if (me.contexts.length < 2) return <SwitcherButton title={acting.title} subtitle={acting.subtitle} single />
  const rest = actingIn(path)?.rest
  const item = (context: Acting): MenuItem => ({ label: context.title, note: context.subtitle, href: startOf(me, context, rest), checked: context === acting })
  const children = me.contexts.filter((context) => context.childId)
  const others = me.contexts.filter((context) => !context.childId)
  const items: MenuItem[] = [...others.map(item), ...(children.length > 0 && others.length > 0 ? [{ title: words.children }] : []), ...children.map(item)]
  return <Menu label={words.roleSwitch} align="end" width={300} items={items} trigger={(trigger) => <SwitcherButton title={acting.title} subtitle={acting.subtitle} {...trigger} />} />
}


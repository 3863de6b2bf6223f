import type { Permission, Role, Route } from '@school/contract'
import type { Subsystem } from '@school/server'

/** A row of a Markdown table; pipes in cells are kept from splitting it. */
export const row = (...cells: readonly unknown[]) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`

export const table = (heads: readonly string[], rows: readonly (readonly unknown[])[]) =>
  [row(...heads), row(...heads.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n')

const note = '<!-- Printed by `npm run print`; do not edit. -->'

/** A generated page: title, what it lists, content. */
export const page = (title: string, about: string, ...parts: readonly string[]) => `${[`# ${title}`, note, about, ...parts].join('\n\n')}\n`

/** Who may do what: every permission with the roles that hold it, and every route that everyone may call. */
export function accessPage(rooms: readonly Subsystem[], roles: readonly Role[]): string {
  const permissions = rooms.flatMap((room) => room.permissions ?? [])
  const routes = rooms.flatMap((room) => room.contract)
  const used = (permission: Permission) => routes.filter((route) => typeof route.access === 'object' && route.access.permission === permission.key).length
  const rows = permissions.toSorted(by((one) => one.key)).map((one) => [`\`${one.key}\``, ...roles.map((role) => (one.roles.includes(role) ? '●' : '')), used(one)])
  const open = routes.filter((route) => typeof route.access !== 'object').toSorted(by(signature)).map((route) => [`\`${signature(route)}\``, route.access])
  return page('Access', 'Permissions with the roles that hold them by default, and how many routes ask for each. Rights over single records are judged in `access.ts` of each room.',
    table(['permission', ...roles, 'routes'], rows), '## Routes without a permission', table(['route', 'access'], open))
}

/** Every route of every room. */
export function routesPage(rooms: readonly Subsystem[]): string {
  const parts = rooms.filter((room) => room.contract.length > 0).map((room) => {
    const rows = room.contract.toSorted(by(signature)).map((route) => [
      `\`${signature(route)}\``, route.summary, typeof route.access === 'object' ? `\`${route.access.permission}\`` : route.access,
      (route.problems ?? []).map((code) => `\`${code}\``).join(' '), marksOf(route),
    ])
    return `## ${room.name}\n\n${table(['route', 'what', 'access', 'own problems', ''], rows)}`
  })
  return page('Routes', 'Every address of the server. `no audit`: leaves no trace, the reason stands in the contract; `own transactions`: opens them itself.', ...parts)
}

const marksOf = (route: Route) =>
  [route.audit === false ? 'no audit' : '', route.stream ? 'own transactions' : '', route.hot ? 'hot' : '', route.limit ? `${route.limit.max} per ${route.limit.per}` : ''].filter(Boolean).join(', ')

const signature = (route: Route) => `${route.method} ${route.path}`

/** Every fact with its announcer and those who hear it. */
export function factsPage(rooms: readonly Subsystem[]): string {
  const hearers = (name: string) => rooms.flatMap((room) => [
    ...(room.listeners ?? []).filter((one) => one.fact === name).map((one) => `\`${one.name}\``),
    ...(room.notices ?? []).filter((one) => one.on.name === name).map((one) => `notice \`${one.kind}\``),
  ])
  const rows = rooms.flatMap((room) => (room.facts ?? []).map((fact) => [`\`${fact.name}\``, room.name, fieldsOf(fact.payload), hearers(fact.name).join(', ')]))
  return page('Facts', 'What rooms announce, and who hears it on the server. Browsers hear all of them through `live`.', table(['fact', 'announced by', 'carries', 'heard by'], rows.toSorted(by((one) => one[0] ?? ''))))
}

const fieldsOf = (schema: object) => Object.keys((schema as { properties?: object }).properties ?? {}).map((name) => `\`${name}\``).join(', ')

/** Every environment variable. */
export function configPage(variables: Readonly<Record<string, { default: string; about: string }>>): string {
  const rows = Object.entries(variables).map(([name, { default: value, about }]) => [`\`${name}\``, value === '' ? '' : `\`${value}\``, about])
  return page('Configuration', 'Environment variables of one server process.', table(['variable', 'default', 'what for'], rows))
}

export interface Column { readonly schema: string; readonly name: string; readonly kind: string; readonly column: string; readonly type: string; readonly required: boolean; readonly key: boolean; readonly secured: boolean }

/** Every table and published view as the migrations leave them. */
export function tablesPage(columns: readonly Column[]): string {
  const bySchema = Map.groupBy(columns, (column) => column.schema)
  const parts = [...bySchema].map(([schema, all]) => {
    const tables = [...Map.groupBy(all, (column) => column.name)].map(([name, list]) => {
      const about = list[0]?.kind === 'v' ? 'view' : list[0]?.secured ? 'by school' : 'of the installation'
      const rows = list.map((one) => [one.key ? `**${one.column}**` : one.column, one.type, one.required ? '' : 'may be empty'])
      return `### ${schema}.${name} (${about})\n\n${table(['column', 'type', ''], rows)}`
    })
    return `## ${schema}\n\n${tables.join('\n\n')}`
  })
  return page('Tables', 'The database after all migrations. Key columns are bold; "by school" tables obey row-level security.', ...parts)
}

const by = <T>(key: (item: T) => string) => (a: T, b: T) => (key(a) < key(b) ? -1 : 1)

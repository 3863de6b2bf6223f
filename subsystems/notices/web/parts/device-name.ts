const browsers = [['YaBrowser', 'Yandex'], ['Edg', 'Edge'], ['OPR', 'Opera'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']] as const
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'macOS'], ['Linux', 'Linux']] as const

/** «Chrome, Android»: enough to know one's own telephone in a list. */
export function deviceName(agent: string): string {
  const found = [browsers, systems].map((list) => list.find(([sign]) => agent.includes(sign))?.[1]).filter(Boolean)
  return found.join(', ') || agent.slice(0, 40) || '—'
}

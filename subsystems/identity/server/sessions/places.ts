// not messages: a browser whose name is Russian
/** The network of an address, too coarse to follow a person: /24 of IPv4, /64 of IPv6. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '')
  if (plain === '127.0.0.1' || plain === '::1') return 'localhost'
  const four = /^(\d+\.\d+\.\d+)\.\d+$/.exec(plain)
  if (four) return `${four[1]}.0/24`
  return plain.includes(':') ? `${plain.split('::')[0]!.split(':').slice(0, 4).join(':')}::/64` : ''
}

const browsers = [['YaBrowser', 'Яндекс Браузер'], ['Edg/', 'Edge'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'macOS'], ['Linux', 'Linux']] as const

/** «Chrome, Windows»: enough to recognise one's own device in a list. */
export function deviceOf(userAgent: string): string {
  const found = [browsers, systems].map((list) => list.find(([sign]) => userAgent.includes(sign))?.[1]).filter((name) => name !== undefined)
  return found.join(', ')
}

/** The page to open after signing in: a path of this site and nothing else. */
export function safeNext(path: string | undefined): string {
  if (path === undefined || !path.startsWith('/') || /^\/[/\\]/.test(path) || /[\\\u0000-\u001f]/.test(path)) return '/'
  return /^\/(auth|api)(\/|$)/.test(path) || path.startsWith('/sign-in') ? '/' : path
}

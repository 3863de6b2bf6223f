import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OpenSsl } from './openssl.ts'

export type Kind = 'rsa' | 'ecdsa' | 'gost'

const keyOptions: Record<Kind, readonly string[]> = {
  rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], ecdsa: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'], gost: ['-algorithm', 'gost2012_256', '-pkeyopt', 'paramset:A'],
}
const digests: Record<Kind, string> = { rsa: 'sha256', ecdsa: 'sha256', gost: 'md_gost12_256' }
const openssl = new OpenSsl()
const moment = (at: Date) => `${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`

/** Whether this machine has the program that judges signatures. */
export const opensslIsHere = () => openssl.run(['version']).then(({ code, output }) => code === 0 && /^OpenSSL [3-9]/.test(output.toString()), () => false)

export interface Wished {
  readonly name?: string; readonly snils?: string; readonly ogrn?: string; readonly from?: Date; readonly until?: Date
  readonly usage?: string; readonly authority?: boolean
}
export interface Holder { readonly certificate: string; readonly key: string }

/** An authority that lives as long as a test: it gives certificates, takes them back and signs as anyone. */
export class ThrowAwayAuthority {
  readonly folder = mkdtempSync(join(tmpdir(), 'school-authority-'))
  readonly certificate = join(this.folder, 'ca.pem')
  readonly #kind: Kind
  readonly #now: Date
  #count = 0

  constructor(kind: Kind, now: Date) {
    this.#kind = kind
    this.#now = now
    for (const [file, text] of [['index.txt', ''], ['index.txt.attr', 'unique_subject = no\n'], ['serial', '1001\n'], ['crlnumber', '01\n'], ['ca.cnf', this.#config()]] as const) writeFileSync(join(this.folder, file), text)
    mkdirSync(join(this.folder, 'issued'))
  }

  /** Becomes a root of its own. */
  async root(name = 'Throw-away root'): Promise<this> {
    const key = await this.#key('ca.key')
    await this.#run(['req', '-new', '-config', this.#path('ca.cnf'), '-utf8', '-key', key, '-subj', `/CN=${name}`, '-out', this.#path('ca.csr')])
    await this.#run(['ca', '-batch', '-config', this.#path('ca.cnf'), '-selfsign', '-keyfile', key, '-in', this.#path('ca.csr'), '-out', this.certificate, '-notext', '-extensions', 'authority', ...this.#dates({})])
    return this
  }

  /** Becomes an authority below another. */
  async under(above: ThrowAwayAuthority, name = 'Throw-away authority'): Promise<this> {
    const given = await above.give({ name, authority: true })
    writeFileSync(this.certificate, readFileSync(given.certificate))
    writeFileSync(this.#path('ca.key'), readFileSync(given.key))
    return this
  }

  async give(wished: Wished): Promise<Holder> {
    const stem = `issued/${++this.#count}`
    const key = await this.#key(`${stem}.key`)
    const subject = [`CN=${wished.name ?? 'Holder'}`, wished.snils && `1.2.643.100.3=${wished.snils}`, wished.ogrn && `1.2.643.100.1=${wished.ogrn}`].filter(Boolean).map((part) => `/${part}`).join('')
    writeFileSync(this.#path(`${stem}.cnf`), this.#config(wished.usage ?? 'critical,digitalSignature,nonRepudiation'))
    await this.#run(['req', '-new', '-config', this.#path('ca.cnf'), '-utf8', '-key', key, '-subj', subject, '-out', this.#path(`${stem}.csr`)])
    const certificate = this.#path(`${stem}.pem`)
    await this.#run(['ca', '-batch', '-config', this.#path(`${stem}.cnf`), '-in', this.#path(`${stem}.csr`), '-out', certificate, '-notext', '-extensions', wished.authority ? 'authority' : 'person', ...this.#dates(wished)])
    return { certificate, key }
  }

  /** The list of what was taken back so far, as PEM. */
  async list(days = 30): Promise<Buffer> {
    const path = this.#path('list.crl')
    await this.#run(['ca', '-config', this.#path('ca.cnf'), '-gencrl', '-crldays', String(days), '-out', path])
    return readFileSync(path)
  }

  async takeBack(holder: Holder): Promise<void> {
    await this.#run(['ca', '-config', this.#path('ca.cnf'), '-revoke', holder.certificate])
  }

  /** A detached signature by the holder, as their own program would make it. */
  async sign(holder: Holder, document: Uint8Array, options: readonly string[] = ['-cades']): Promise<Buffer> {
    const path = this.#path(`document-${++this.#count}`)
    writeFileSync(path, document)
    return openssl.must(['cms', '-sign', '-binary', '-outform', 'DER', '-md', digests[this.#kind], '-signer', holder.certificate, '-inkey', holder.key, '-in', path, ...options])
  }

  end(): void { rmSync(this.folder, { recursive: true, force: true }) }

  async #key(file: string): Promise<string> {
    await this.#run(['genpkey', ...keyOptions[this.#kind], '-out', this.#path(file)])
    return this.#path(file)
  }

  async #run(args: readonly string[]): Promise<void> {
    const done = await openssl.run(args)
    if (done.code !== 0) throw new Error(`openssl ${args[0]}: ${done.errors}`)
  }

  #path(file: string): string { return join(this.folder, file) }

  #dates({ from, until }: Wished): string[] {
    const days = (count: number) => new Date(this.#now.getTime() + count * 86_400_000)
    return ['-startdate', moment(from ?? days(-400)), '-enddate', moment(until ?? days(400))]
  }

  #config(usage = 'critical,digitalSignature,nonRepudiation'): string {
    return `[ca]\ndefault_ca = here\n[here]\ndir = ${this.folder}\ndatabase = $dir/index.txt\nserial = $dir/serial\ncrlnumber = $dir/crlnumber\nnew_certs_dir = $dir/issued\ncertificate = $dir/ca.pem\nprivate_key = $dir/ca.key
default_md = ${digests[this.#kind]}\npolicy = any\nemail_in_dn = no\nunique_subject = no\npreserve = yes\n[any]\ncommonName = optional\nSNILS = optional\nOGRN = optional
[req]\ndistinguished_name = dn\nstring_mask = utf8only\n[dn]\n[authority]\nbasicConstraints = critical,CA:TRUE\nkeyUsage = critical,keyCertSign,cRLSign\nsubjectKeyIdentifier = hash
[person]\nbasicConstraints = CA:FALSE\n${usage === '' ? '' : `keyUsage = ${usage}\n`}subjectKeyIdentifier = hash\n`
  }
}

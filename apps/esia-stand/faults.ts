/** What goes wrong on purpose. */
export interface FaultSettings {
  /** Wait before every answer of the token endpoint and of the records. */
  readonly latencyMs: number
  /** Answer these requests with this status instead, for example 503. */
  readonly status: number
  /** Answer these requests with a page instead of JSON. */
  readonly html: boolean
  readonly expiredCode: boolean
  readonly revokedGrant: boolean
  /** Repeat another `state` in the token answer. */
  readonly wrongState: boolean
  readonly nbfAheadSeconds: number
  /** Sign tokens with a certificate that is no longer the stand's. */
  readonly oldCertificate: boolean
  /** After so many hits everything works again; 0 means never. */
  readonly times: number
}

const none: FaultSettings = {
  latencyMs: 0, status: 0, html: false, expiredCode: false, revokedGrant: false, wrongState: false, nbfAheadSeconds: 0, oldCertificate: false, times: 0,
}

export class Faults {
  settings: FaultSettings = none
  #left = 0

  /** Sets some faults and leaves the others; unknown names and wrong types throw. */
  set(wanted: Record<string, unknown>) {
    for (const [name, value] of Object.entries(wanted)) {
      if (!Object.hasOwn(none, name) || typeof value !== typeof none[name as keyof FaultSettings]) throw new Error(`There is no fault ${name} of this type`)
    }
    this.settings = { ...this.settings, ...wanted }
    this.#left = this.settings.times
  }

  clear() {
    this.settings = none
  }

  /** The value of a fault that happens now, or undefined; each hit counts. */
  strikes<Name extends Exclude<keyof FaultSettings, 'times'>>(name: Name): FaultSettings[Name] | undefined {
    const value = this.settings[name]
    if (!value) return undefined
    if (this.settings.times > 0 && --this.#left <= 0) this.clear()
    return value
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { seeded, type Random } from '@school/names'
import type { StandPerson } from '@school/esia-stand'
import { Dice } from '../../../tools/bulk/dice.ts'
import type { Config } from '../config.ts'
import { connectFiles } from '../files.ts'
import { peopleFile } from '../stand.ts'
import type { Country } from './country.ts'
import { People } from './people.ts'
import { writeSaved, writeWhole, type Saved } from './saved.ts'
import { planSchool, Numbers, type SchoolPlan } from './school-plan.ts'
import { shapes, type ShapedSchool } from './shapes.ts'
import { Stage } from './stage.ts'

const moscow = (at: Date) => new Date(at.getTime() + 3 * 3_600_000).toISOString()

/** The demo country while it is made: the same seed and day give the same people, lists and events in whatever order its chapters are told. */
export class Making {
  readonly config: Config
  readonly stage: Stage
  readonly people: People
  readonly now: Date
  readonly today: string
  /** The time of day at which the country is told: lessons that are over by then are held. */
  readonly clock: string
  readonly year: number
  #saved: Saved
  readonly #plans = new Map<ShapedSchool, SchoolPlan>()

  private constructor(config: Config, stage: Stage, saved: Saved) {
    this.config = config
    this.stage = stage
    this.#saved = saved
    const file = peopleFile(config)
    this.people = new People(saved.done.length > 0 && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as StandPerson[] : [])
    this.now = new Date(saved.now)
    const told = moscow(this.now)
    this.today = told.slice(0, 10)
    this.clock = told.slice(11, 16)
    this.year = Number(this.today.slice(0, 4)) - (this.today.slice(5) < '07-01' ? 1 : 0)
  }

  static async open(config: Config, saved: Saved): Promise<Making> {
    connectFiles(config)
    return new Making(config, await Stage.open(config.appUrl, new Date(saved.now)), saved)
  }

  get country(): Country { return this.#saved.country! }
  setCountry(country: Country): void { this.#saved = { ...this.#saved, country } }

  isDone(chapter: string): boolean { return this.#saved.done.includes(chapter) }

  /** Remembers a chapter together with the people it brought. */
  finish(chapter: string): void {
    writeWhole(peopleFile(this.config), this.people.all)
    this.#saved = { ...this.#saved, done: [...this.#saved.done, chapter] }
    writeSaved(this.config, this.#saved)
  }

  /** Chance of one part of the country, the same however often it is asked for. */
  random(salt: number): Random { return seeded(this.seedOf(salt)) }
  seedOf(salt: number): number { return this.#saved.seed * 1000 + salt }

  /** Ids of things that a chapter makes: told again, it makes the same things. */
  ids(salt: number): () => string {
    const dice = new Dice(this.seedOf(500 + salt))
    return () => dice.id()
  }

  /** What the lists of a school are; asked for by name, planned once. */
  planOf(name: ShapedSchool): SchoolPlan {
    const known = this.#plans.get(name)
    if (known) return known
    const { at, firstNumber, shape } = shapes[name]
    const plan = planSchool({ ...shape, title: this.country.schools[at]!.title, year: this.year }, this.random(10 + at), new Numbers(firstNumber))
    this.#plans.set(name, plan)
    return plan
  }

  async close(): Promise<void> {
    await this.stage.forgetSessions()
    await this.stage.close()
  }
}

import pg from 'pg'

/** Puts rows into a test database as its owner; rooms' builders stand on it and make whatever parents are missing. */
export class Builder {
  readonly #client: pg.Client
  #counter = 0
  private constructor(client: pg.Client) { this.#client = client }

  static async open(url: string): Promise<Builder> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    return new Builder(client)
  }

  /** A number that no earlier call of this builder gave. */
  next(): number { return ++this.#counter }

  async insert<T extends Record<string, unknown>>(table: string, row: T): Promise<T> {
    const names = Object.keys(row)
    await this.#client.query(`insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`, names.map((name) => wire(row[name])))
    return row
  }

  async rows<T>(sql: string, values: unknown[] = []): Promise<T[]> { return (await this.#client.query(sql, values)).rows as T[] }

  close(): Promise<void> { return this.#client.end() }
}

/** Arrays of ids stay arrays, other objects travel as JSON. */
const wire = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) && !(Array.isArray(value) && value.every((one) => typeof one === 'string')) ? JSON.stringify(value) : value

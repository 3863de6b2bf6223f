import { actingIn, queue, type Post } from '@school/web'
import { cellKind, entryPlace, readPlace, workKind } from './places.ts'
import type { SheetWork, Wanted } from './sheet-data.ts'

interface Names { readonly title: string; say(wanted: Wanted): string }

/** The cells of one course among the entries of this person; places are those of the sheet. */
export class CellBox {
  readonly #at: { readonly schoolId: string; readonly courseId: string }
  readonly #names: () => Names
  /** What was seen in a place, told by the sheet. */
  seen: (place: string) => Wanted | null = () => null
  reason: () => string | undefined = () => undefined

  constructor(at: { schoolId: string; courseId: string }, names: () => Names) {
    this.#at = at
    this.#names = names
  }

  #place(of: string, kind = cellKind): string { return entryPlace(kind, this.#at.schoolId, this.#at.courseId, of) }
  /** The place on the sheet that an entry speaks of; null when it speaks of another course or thing. */
  placeOf(entry: string): string | null {
    const { kind, courseId, of } = readPlace(entry)
    return kind === cellKind && courseId === this.#at.courseId ? of : null
  }

  /** What is typed and not refused: a refused cell stands as the server has it. */
  postOf(place: string): Post<Wanted> | null {
    const post = queue.postOf<Wanted>(this.#place(place))
    return post?.state === 'refused' ? null : post
  }

  posts(): Post<Wanted>[] { return queue.posts().flatMap((post) => this.placeOf(post.place) !== null && post.state !== 'refused' ? [post as Post<Wanted>] : []) }

  put(place: string, wanted: Wanted, basedOn: number | null): void {
    const work = wanted.kind === 'mark' ? this.#place(wanted.workId, workKind) : null
    queue.put<Wanted>(this.#place(place), wanted, basedOn, { ...this.#about(cellKind), text: this.#names().say(wanted), seen: this.seen(place), after: work && queue.postOf(work) ? work : null })
  }

  settle(place: string, whose: 'mine' | 'theirs'): void { queue.settle(this.#place(place), whose) }

  /** A work made here goes out before the marks of it. */
  putWork(work: SheetWork): void { queue.put<SheetWork>(this.#place(work.id, workKind), work, null, { ...this.#about(workKind), text: work.name }) }

  /** Works that were made here and are not the server's yet. */
  works(): SheetWork[] { return queue.posts().flatMap((post) => isWorkOf(post, this.#at.courseId) && post.state !== 'refused' ? [post.wanted] : []) }

  #about(kind: string) {
    return { kind, role: actingIn(location.pathname)?.role ?? '', title: this.#names().title, page: location.pathname, reason: this.reason() ?? null }
  }
}

const isWorkOf = (post: Post<unknown>, courseId: string): post is Post<SheetWork> => { const place = readPlace(post.place); return place.kind === workKind && place.courseId === courseId }

/**
 * How deep a JSON text nests and how many values it holds, counted on its bytes as they come in: to build twelve million brackets holds
 * the only thread for seconds, to count them does not. On the way it finds where long lists can be cut, to be read in pieces (json-pieces.ts).
 */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENS_LIST = 0x5b;
const OPENS_OBJECT = 0x7b;
const CLOSES_LIST = 0x5d;
const CLOSES_OBJECT = 0x7d;

/** No operation takes inputs nested half as deep. */
const MOST_DEPTH = 64;
/** Ten thousand lines, the most that an operation takes, of fifteen fields each. */
const MOST_VALUES = 200_000;
/** A piece of a list has so many, some 130 lines: they are read in a millisecond or two. */
const PIECE = 2_000;
/** So many in one piece that is no list, or of which none can be cut off: no operation takes a hundredth of it. */
const MOST_IN_ONE = 20_000;

/** A list, by the places of its brackets and of the commas at which it can be cut, and the long lists inside of it, in their order. */
export type LongList = {
  readonly from: number;
  readonly to: number;
  readonly cuts: readonly number[];
  readonly inside: readonly LongList[];
};

type Open = {
  readonly isList: boolean;
  readonly from: number;
  readonly cuts: number[];
  readonly inside: LongList[];
  /** How many values were in no piece yet when it began; as many as after each of its cuts. */
  readonly cutAt: number;
};

export class JsonShape {
  /** Not inside of each other; empty where the text is read as a whole. */
  readonly long: LongList[] = [];
  readonly #open: Open[] = [];
  /** Where the piece begins, in the whole text. */
  #before = 0;
  #values = 0;
  /** Values inside of long lists that are over: they are in no piece that is still open. */
  #cutOff = 0;
  #inText = false;
  /** A backslash ended the last piece. */
  #escaped = false;

  /** False once the text is beyond what is taken; a text that is no JSON is another's matter. */
  takes(piece: Buffer): boolean {
    let at = 0;
    if (this.#escaped) {
      this.#escaped = false;
      at = 1;
    }
    while (at < piece.length) {
      if (this.#inText) {
        at = this.#afterText(piece, at);
        continue;
      }
      const byte = piece[at] as number;
      at += 1;
      if (byte === QUOTE) this.#inText = true;
      else if (byte === COMMA) this.#comma(this.#before + at - 1);
      else if (byte === OPENS_LIST || byte === OPENS_OBJECT) {
        this.#values += 1;
        const from = this.#before + at - 1;
        this.#open.push({ isList: byte === OPENS_LIST, from, cuts: [], inside: [], cutAt: this.#ownValues });
        if (this.#open.length > MOST_DEPTH) return false;
      } else if (byte === CLOSES_LIST || byte === CLOSES_OBJECT) this.#close(byte === CLOSES_LIST, this.#before + at - 1);
      if (this.#values > MOST_VALUES || this.#ownValues - (this.#open[0]?.cutAt ?? 0) > MOST_IN_ONE) return false;
    }
    this.#before += piece.length;
    return true;
  }

  get #ownValues(): number {
    return this.#values - this.#cutOff;
  }

  #comma(at: number): void {
    this.#values += 1;
    const list = this.#open.at(-1);
    if (!list?.isList || this.#ownValues - list.cutAt < PIECE) return;
    list.cuts.push(at);
    // what is cut off here is in no piece around this list either
    this.#cutOff += this.#ownValues - list.cutAt;
  }

  #close(isList: boolean, to: number): void {
    const closed = this.#open.pop();
    if (!closed) return;
    const around = this.#open.at(-1)?.inside ?? this.long;
    // brackets that do not match are no JSON: whoever reads the whole finds that
    if (isList !== closed.isList || closed.cuts.length === 0) around.push(...closed.inside);
    else {
      around.push({ from: closed.from, to, cuts: closed.cuts, inside: closed.inside });
      this.#cutOff += this.#ownValues - closed.cutAt;
    }
  }

  /** Files travel inside of texts: their bytes are passed over, not looked at. */
  #afterText(piece: Buffer, from: number): number {
    let at = from;
    for (;;) {
      const quote = piece.indexOf(QUOTE, at);
      const end = quote < 0 ? piece.length : quote;
      let slashes = 0;
      while (end - slashes > from && piece[end - slashes - 1] === BACKSLASH) slashes += 1;
      if (quote < 0) {
        this.#escaped = slashes % 2 === 1;
        return piece.length;
      }
      if (slashes % 2 === 0) {
        this.#inText = false;
        return quote + 1;
      }
      at = quote + 1;
    }
  }
}

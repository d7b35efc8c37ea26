/**
 * How deep a JSON text nests and how many values it holds, counted on its bytes as they come in: to build twelve million brackets holds
 * the only thread for seconds, to count them does not.
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

export class JsonShape {
  #depth = 0;
  #values = 0;
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
      else if (byte === COMMA) this.#values += 1;
      else if (byte === OPENS_LIST || byte === OPENS_OBJECT) {
        this.#values += 1;
        this.#depth += 1;
        if (this.#depth > MOST_DEPTH) return false;
      } else if (byte === CLOSES_LIST || byte === CLOSES_OBJECT) this.#depth -= 1;
      if (this.#values > MOST_VALUES) return false;
    }
    return true;
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

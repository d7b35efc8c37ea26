/** A binary heap of numbers by key, in typed arrays. A number may be in it more than once; the first to come out counts. */
export class MinHeap {
  private keys = new Float64Array(1024);
  private items = new Int32Array(1024);
  private size = 0;

  clear(): void {
    this.size = 0;
  }

  push(item: number, key: number): void {
    if (this.size === this.items.length) this.grow();
    const { keys, items } = this;
    let at = this.size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (keys[up]! <= key) break;
      keys[at] = keys[up]!;
      items[at] = items[up]!;
      at = up;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** The item with the smallest key, or -1. */
  pop(): number {
    if (this.size === 0) return -1;
    const { keys, items } = this;
    const first = items[0]!;
    const size = --this.size;
    const key = keys[size]!;
    const item = items[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child++;
      if (keys[child]! >= key) break;
      keys[at] = keys[child]!;
      items[at] = items[child]!;
      at = child;
    }
    keys[at] = key;
    items[at] = item;
    return first;
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    keys.set(this.keys);
    this.keys = keys;
    const items = new Int32Array(this.items.length * 2);
    items.set(this.items);
    this.items = items;
  }
}

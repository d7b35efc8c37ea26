import { rememberedByText } from "../../src/features/network/search/remembered.js";

describe("what a text was read as", () => {
  it("is kept as long as the text is the same, and read again when it is not", () => {
    let reads = 0;
    const read = rememberedByText((text) => ({ read: (reads += 1), text }));
    const first = read("a", "one");
    expect(read("a", "o" + "ne")).toBe(first);
    expect(read("a", "two")).toMatchObject({ text: "two" });
    expect(read("b", "two")).toMatchObject({ text: "two" });
    expect(reads).toBe(3);
  });

  it("is forgotten before it fills the memory, and still right", () => {
    const read = rememberedByText((text) => text.length);
    const wrong = Array.from({ length: 20_500 }, (_, n) => n).filter((n) => read(String(n), "x".repeat(n % 7)) !== n % 7);
    expect(wrong).toEqual([]);
    expect(read("0", "")).toBe(0);
  });
});

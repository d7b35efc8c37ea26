/** A file beside its address: small ones come along in the answer, large ones are fetched. */
import "reflect-metadata";
import type { Context, Download } from "../../src/gateway/api/context.js";
import { DocumentFileFields, type DocumentFileType } from "../../src/vocabulary/document-file.type.js";

const MOST = 256 * 1024;
const fields = new DocumentFileFields();
const fileOf = (bytes: Buffer | null): DocumentFileType => ({
  fileName: "a.pdf",
  mediaType: "application/pdf",
  path: "/documents/a.pdf",
  bytes: () => Promise.resolve(bytes),
});
const asked = {} as Context;

test("comes along in Base64 up to 256 kB, and not a byte beyond", async () => {
  const most = Buffer.alloc(MOST, 0xa5);
  expect(Buffer.from((await fields.base64(fileOf(most), asked)) ?? "", "base64")).toEqual(most);
  expect(await fields.base64(fileOf(Buffer.alloc(MOST + 1)), asked)).toBeNull();
  expect(await fields.base64(fileOf(null), asked)).toBeNull();
});

test("is handed over whole to who fetches it, however large, and not in Base64 as well", async () => {
  const taken: Download[] = [];
  const fetching = { download: (file: Download) => void taken.push(file) } as Context;
  const large = Buffer.alloc(MOST + 1, 1);
  expect(await fields.base64(fileOf(large), fetching)).toBeNull();
  expect(taken).toEqual([{ fileName: "a.pdf", mediaType: "application/pdf", bytes: large }]);
});

test("has its address below the one the gateway is called by, where that is said", () => {
  const at = (publicUrl: string | null) => fields.url(fileOf(null), { services: { config: { publicUrl } } } as Context);
  expect([at(null), at("https://gateway.example")]).toEqual(["/documents/a.pdf", "https://gateway.example/documents/a.pdf"]);
});

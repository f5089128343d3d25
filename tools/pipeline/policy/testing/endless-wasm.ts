/** A module with an endless start function: its instantiation never returns. */
export const endlessStart = Buffer.from(
  [
    "0061736d 01000000",
    "01 04 01 60 00 00", // one type: no parameters, no results
    "03 02 01 00", // one function
    "08 01 00", // which is the start function
    "0a 09 01 07 00 0340 0c00 0b 0b", // loop br 0 end
  ]
    .join("")
    .replaceAll(" ", ""),
  "hex",
);

/** Replaces the body of an exported function of the compiled rules by an endless loop. */
export function withEndlessExport(wasm: Buffer, name: string): Buffer {
  const sections = readSections(wasm);
  const imported = countImportedFunctions(sections.get(2) ?? Buffer.of(0));
  const position = functionIndex(sections.get(7) ?? Buffer.of(), name) - imported;
  const parts = [...sections].map(([id, content]) => {
    const written = id === 10 ? replaceBody(content, position) : content;
    return Buffer.concat([Buffer.of(id), unsigned(written.length), written]);
  });
  return Buffer.concat([wasm.subarray(0, 8), ...parts]);
}

/** Returns the sections by number, in order, without custom sections. */
function readSections(wasm: Buffer): Map<number, Buffer> {
  const sections = new Map<number, Buffer>();
  for (let at = 8; at < wasm.length;) {
    const [size, start] = readUnsigned(wasm, at + 1);
    const id = wasm[at] ?? 0;
    if (id !== 0) sections.set(id, wasm.subarray(start, start + size));
    at = start + size;
  }
  return sections;
}

function countImportedFunctions(imports: Buffer): number {
  let [count, at] = readUnsigned(imports, 0);
  let functions = 0;
  for (; count > 0; count -= 1) {
    const [moduleLength, module] = readUnsigned(imports, at);
    const [fieldLength, field] = readUnsigned(imports, module + moduleLength);
    const kind = field + fieldLength;
    if (imports[kind] === 0) functions += 1;
    // A function has a type. The only other import of the rules is a memory, with one or two limits.
    const [, next] = readUnsigned(imports, imports[kind] === 2 ? kind + 2 : kind + 1);
    at = imports[kind] === 2 && imports[kind + 1] === 1 ? readUnsigned(imports, next)[1] : next;
  }
  return functions;
}

function functionIndex(exports: Buffer, wanted: string): number {
  let [count, at] = readUnsigned(exports, 0);
  for (; count > 0; count -= 1) {
    const [length, start] = readUnsigned(exports, at);
    const name = exports.toString("utf8", start, start + length);
    const [index, next] = readUnsigned(exports, start + length + 1);
    if (name === wanted && exports[start + length] === 0) return index;
    at = next;
  }
  throw new Error(`no function ${wanted} is exported`);
}

function replaceBody(code: Buffer, position: number): Buffer {
  const [count, first] = readUnsigned(code, 0);
  let at = first;
  for (let index = 0; index < position; index += 1) {
    const [size, start] = readUnsigned(code, at);
    at = start + size;
  }
  const [size, start] = readUnsigned(code, at);
  // No locals; loop, br 0, end; unreachable; end.
  const body = Buffer.from([0, 0x03, 0x40, 0x0c, 0, 0x0b, 0x00, 0x0b]);
  const rest = code.subarray(start + size);
  return Buffer.concat([
    unsigned(count),
    code.subarray(first, at),
    unsigned(body.length),
    body,
    rest,
  ]);
}

/** Reads a LEB128 number. Returns it with the position of the next byte. */
function readUnsigned(bytes: Buffer, from: number): [value: number, next: number] {
  let value = 0;
  for (let at = from, shift = 0; ; at += 1, shift += 7) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at + 1];
  }
}

function unsigned(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 0x80);
  }
}

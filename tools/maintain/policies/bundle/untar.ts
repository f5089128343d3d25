const block = 512;

/** The regular files of a tar archive by name. Supports only the format that opa writes. */
export function untar(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  let offset = 0;
  while (offset + block <= archive.length && archive[offset] !== 0) {
    const name = text(archive, offset, 100);
    const size = Number.parseInt(text(archive, offset + 124, 12), 8);
    files.set(name, archive.subarray(offset + block, offset + block + size));
    offset += block + Math.ceil(size / block) * block;
  }
  return files;
}

function text(archive: Buffer, from: number, length: number): string {
  return archive
    .subarray(from, from + length)
    .toString("utf8")
    .replace(/\0.*$/s, "")
    .trim();
}

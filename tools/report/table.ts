/** Rows as aligned columns: the first ones to the left, numbers (from `numbersFrom` on) to the right. */
export function alignTable(rows: readonly (readonly string[])[], numbersFrom: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column < numbersFrom ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

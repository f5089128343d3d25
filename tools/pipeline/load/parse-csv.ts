import { own } from "../model/values/own.ts";
import { closestWord } from "../model/values/closest-word.ts";
import type { Diagnostic, MessageArgument } from "../model/results/diagnostic.ts";
import { setOrigin, setRootOrigin } from "../model/origins/origin.ts";
import { startOf } from "../model/origins/place.ts";
import { csvColumns, type ColumnKind, type CsvKind } from "./csv-columns.ts";
import type { Parsed } from "./parsed.ts";

interface Cell {
  readonly text: string;
  readonly column: number;
}

interface Table {
  readonly file: string;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly header: readonly string[];
  readonly diagnostics: Diagnostic[];
}

/** Parses the rows of a table as objects by column name, with numbers converted and origins set. Never throws. */
export function parseCsv(text: string, file: string, kind: CsvKind): Parsed {
  const lines = text.replace(/[\r\n]+$/, "").split(/\r?\n/);
  if (lines.length === 1 && lines[0] === "") {
    return { diagnostics: [{ code: "file-empty", at: startOf(file), args: {} }] };
  }
  const { required, optional } = csvColumns[kind];
  const header = splitLine(lines[0]!);
  const diagnostics = checkHeader(header, file, kind);
  if (diagnostics.length > 0) return { diagnostics };
  const table: Table = {
    file,
    columns: { ...required, ...optional },
    header: header.map((cell) => cell.text),
    diagnostics,
  };
  const rows: object[] = [];
  setRootOrigin(rows, { place: startOf(file) });
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const row = readRow(line, index + 1, table);
    if (!row) continue;
    setOrigin(rows, rows.length, { place: { file, line: index + 1, column: 1 } });
    rows.push(row);
  }
  return { value: rows, diagnostics };
}

function splitLine(line: string): Cell[] {
  let column = 1;
  return line.split(",").map((text) => {
    const cell = { text, column };
    column += text.length + 1;
    return cell;
  });
}

function checkHeader(header: readonly Cell[], file: string, kind: CsvKind): Diagnostic[] {
  const { required, optional } = csvColumns[kind];
  const known = [...Object.keys(required), ...Object.keys(optional)];
  const found = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const refuse = (column: number, args: Record<string, MessageArgument>): void => {
    diagnostics.push({ code: "csv-invalid", at: { file, line: 1, column }, args });
  };
  for (const { text, column } of header) {
    const suggestion = closestWord(
      text,
      known.filter((name) => !found.has(name)),
    );
    if (!known.includes(text)) {
      refuse(column, {
        problem: "column-unknown",
        name: text,
        ...(suggestion ? { suggestion } : {}),
        expected: known,
      });
    } else if (found.has(text)) refuse(column, { problem: "column-repeated", name: text });
    found.add(text);
  }
  for (const name of Object.keys(required)) {
    if (!found.has(name)) refuse(1, { problem: "column-missing", name, expected: known });
  }
  return diagnostics;
}

function readRow(line: string, lineNumber: number, table: Table): object | undefined {
  const { file, header, columns, diagnostics } = table;
  const refuse = (column: number, args: Record<string, MessageArgument>): void => {
    diagnostics.push({ code: "csv-invalid", at: { file, line: lineNumber, column }, args });
  };
  const cells = splitLine(line);
  if (line.includes('"')) {
    refuse(line.indexOf('"') + 1, { problem: "quotes" });
    return undefined;
  }
  if (cells.length !== header.length) {
    refuse(1, { problem: "cell-count", found: cells.length, expected: header.length });
    return undefined;
  }
  const row: Record<string, string | number> = {};
  for (const [index, { text, column }] of cells.entries()) {
    const name = header[index]!;
    const kind = own(columns, name)!;
    if (text === "" && kind.mayBeEmpty) continue;
    if (!kind.accepts.test(text))
      refuse(column, { problem: "cell-value", name, value: text, wanted: kind.expected });
    row[name] = kind.number ? Number(text) : text;
    setOrigin(row, name, { place: { file, line: lineNumber, column } });
  }
  return row;
}

import { describe, expect, it } from "vitest";
import { originOf } from "../model/origins/origin.ts";
import { parseCsv } from "./parse-csv.ts";

const file = "clouds/latency.csv";
const header = "from,to,median_ms,kind,source,date";

describe("parseCsv", () => {
  it("reads rows with numbers and places, and omits empty optional cells", () => {
    const { value, diagnostics } = parseCsv(
      `${header},p95_ms\nfrankfurt,madrid,25.5,measured,own probes,2026-11-02,\n`,
      file,
      "latency",
    );
    expect(diagnostics).toEqual([]);
    expect(value).toEqual([
      {
        from: "frankfurt",
        to: "madrid",
        median_ms: 25.5,
        kind: "measured",
        source: "own probes",
        date: "2026-11-02",
      },
    ]);
    expect(originOf((value as object[])[0]!, "median_ms")?.place).toEqual({
      file,
      line: 2,
      column: 18,
    });
  });

  it.for([
    ["an unknown column", `${header},medain\n`, ["column-unknown 1:36"]],
    ["a missing column", "from,to,median_ms,kind,date\n", ["column-missing 1:1"]],
    ["a duplicate column", `${header},date\n`, ["column-repeated 1:36"]],
    ["a row with too few cells", `${header}\na,b,1\n`, ["cell-count 2:1"]],
    ["quotes", `${header}\n"a,b",b,1,list,x,2026-01-01\n`, ["quotes 2:1"]],
    [
      "every cell of the wrong type",
      `${header}\na,b,fast,guess,x,2026-13-01\n`,
      ["cell-value 2:5", "cell-value 2:10", "cell-value 2:18"],
    ],
    ["an empty row", `${header}\n\na,b,1,list,x,2026-01-01\n`, ["cell-count 2:1"]],
  ] as const)("refuses %s", ([, text, expected]) => {
    const { diagnostics } = parseCsv(text, file, "latency");
    expect(
      diagnostics.map(({ at, args }) => `${String(args["problem"])} ${at.line}:${at.column}`),
    ).toEqual(expected);
  });
});

import { workerData } from "node:worker_threads";
import type { AheadStart } from "./ahead-work.ts";
import { workAhead } from "./work-ahead.ts";

const { work, port } = workerData as AheadStart;
await workAhead(work, port);

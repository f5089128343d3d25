import { createServer } from "node:http";

// Answers every request with the probe's own name.
createServer((_, response) => response.end(process.env["NAME"])).listen(8080);
process.once("SIGTERM", () => process.exit(0));

/** Preloaded (`node --import`) into a process that is measured: writes what it used into a file as it exits. */
import { writeFileSync } from "node:fs";

const { BENCH_REPORT: report } = process.env;
if (report) {
  process.on("exit", () => {
    // Microseconds and kilobytes on every platform, so say the documents of Node and libuv.
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(report, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
  });
}

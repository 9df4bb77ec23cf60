// Loaded before a program that is measured: tells at its end how much memory it held at most (KB), and for how long it
// used a processor, all its threads together (µs).
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(3, JSON.stringify({ peakKb: maxRSS, cpu: userCPUTime + systemCPUTime }));
  });
}

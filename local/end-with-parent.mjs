/**
 * Loaded before every child's own code (`--import`). The channel to the supervisor closes when the supervisor is gone,
 * however it went (kill -9 included); the child then ends itself, gently first.
 * Plain JavaScript, because Node loads it into the Temporal worker's threads too, and those do not know TypeScript.
 */
import process from 'node:process';

const GENTLE_MS = 8_000;

const endSelf = () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GENTLE_MS).unref();
};

if (process.channel !== undefined) {
  process.on('disconnect', endSelf);
  // Watching must not keep a child alive that has finished its work.
  process.channel.unref();
}

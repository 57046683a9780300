import { tellParent } from '../../../local/parent-link';

/** A child for the tests: says that it is ready and runs until it is told to end; `stubborn` does not listen. */
const [manner] = process.argv.slice(2);
const timer = setInterval(() => undefined, 1_000);
if (manner === 'stubborn') process.on('SIGTERM', () => undefined);
else process.on('SIGTERM', () => clearInterval(timer));
process.stdout.write(`process ${process.pid}\n`);
process.on('exit', () => process.stdout.write('bye\n'));
void tellParent({ kind: 'ready' });

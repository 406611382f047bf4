/*
Loaded by Node before the program, which knows nothing of it: kills the process just before or just after its ledger
keeps something. Odd moments are before a commit, even ones after it.
*/
import process from 'node:process';
import {StatementSync} from 'node:sqlite';

const diesAt = Number(process.env['CHAOS_MOMENT']);
const run = Reflect.get(StatementSync.prototype, 'run');
let moments = 0;

StatementSync.prototype.run = function (this: StatementSync, ...values) {
	const isCommit = this.sourceSQL === 'COMMIT';

	if (isCommit) {
		passMoment();
	}

	const result = Reflect.apply(run, this, values) as ReturnType<typeof run>;

	if (isCommit) {
		passMoment();
	}

	return result;
};

function passMoment(): void {
	moments++;

	if (moments === diesAt) {
		process.kill(process.pid, 'SIGKILL');
	}
}

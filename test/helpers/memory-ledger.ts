import {type RecordedEvent} from '../../source/migration/events.ts';
import {type Decisions} from '../../source/migration/choices.ts';
import {type Plan} from '../../source/migration/plan.ts';
import {type Ledger, type StepRecord} from '../../source/migration/ports.ts';
import {type RunSummary} from '../../source/migration/run-summary.ts';
import {type Step} from '../../source/migration/step.ts';
import {
	type Links,
	type MemoryChanges,
	memoryChanges,
} from '../../source/store/memory-changes.ts';

/** A ledger for engine tests. It outlives a run as the file does, so a test can break a run off and resume it. Values go in and out as copies. */
export class MemoryLedger implements Ledger {
	readonly #customers = new Map<string, string>();
	readonly #toRevoke = new Set<string>();
	readonly #organizations = new Map<string, string>();
	readonly #runs = new Map<string, MemoryRun>();
	#decisions: Decisions = {};

	memory() {
		return {
			customers: new Map(this.#customers),
			toRevoke: new Set(this.#toRevoke),
			organizations: new Map(this.#organizations),
			memberships: this.#memberships(),
			decisions: structuredClone(this.#decisions),
		};
	}

	remember({customers = [], organizations = []}: Links): void {
		// Read to the end first, so that nothing is kept where that fails.
		const newCustomers = [...customers];
		const newOrganizations = [...organizations];

		for (const [source, destination] of newCustomers) {
			if (this.#customers.get(source) === destination) {
				continue;
			}

			this.#customers.set(source, destination);
			this.#toRevoke.delete(source);
		}

		for (const [source, destination] of newOrganizations) {
			this.#organizations.set(source, destination);
		}
	}

	decide(decisions: Decisions): void {
		this.#decisions = {...this.#decisions, ...structuredClone(decisions)};
	}

	withdraw(organizations: readonly string[]): void {
		this.#decisions = Object.fromEntries(
			Object.entries(this.#decisions).filter(
				([organization]) => !organizations.includes(organization),
			),
		);
	}

	startRun(plan: Plan): string {
		const id = `2026-11-22-a${this.#runs.size + 1}`;
		this.#runs.set(id, {plan: structuredClone(plan), records: []});
		return id;
	}

	stepSent(id: string, step: Step): number {
		const {records} = this.run(id);
		const number = records.length + 1;
		records.push({number, step: structuredClone(step)});
		return number;
	}

	stepAnswered(
		id: string,
		number: number,
		events: readonly RecordedEvent[],
	): void {
		const {records} = this.run(id);
		const record = records[number - 1];

		if (record === undefined || record.events !== undefined) {
			throw new Error(`The pair has no open step ${number} of run ${id}`);
		}

		records[number - 1] = {...record, events: structuredClone(events)};
		this.#learn(memoryChanges(events));
	}

	steps(id: string): readonly StepRecord[] {
		return structuredClone(this.#runs.get(id)?.records ?? []);
	}

	finishRun(id: string, summary: RunSummary): void {
		this.run(id).summary = structuredClone(summary);
	}

	/** What it holds of a run, for a test to look at. */
	run(id: string): MemoryRun {
		const run = this.#runs.get(id);

		if (run === undefined) {
			throw new Error(`The pair has no run ${id}`);
		}

		return run;
	}

	#memberships(): ReadonlyMap<string, ReadonlySet<string>> {
		const members = new Map<string, Set<string>>();
		const events = this.#runs
			.values()
			.flatMap(({records}) => records)
			.flatMap((record) => record.events ?? []);

		for (const event of events) {
			if (event.type !== 'members-added') {
				continue;
			}

			const {organization, customers} = event;
			const before = members.get(organization) ?? [];
			members.set(organization, new Set([...before, ...customers]));
		}

		return members;
	}

	#learn(changes: MemoryChanges): void {
		this.remember(changes);

		for (const customer of changes.toRevoke) {
			this.#toRevoke.add(customer);
		}

		for (const customer of changes.revoked) {
			this.#toRevoke.delete(customer);
		}
	}
}

export type MemoryRun = {
	readonly plan: Plan;
	readonly records: StepRecord[];
	summary?: RunSummary;
};

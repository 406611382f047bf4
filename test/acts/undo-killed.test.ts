import {randomInt} from 'node:crypto';
import {expect, test} from 'vitest';
import {createProcess, killed} from '../helpers/engine-process.ts';
import {mortalBook, mortalSite} from '../helpers/mortal-undo.ts';
import {type ActScene, withActs} from '../helpers/act-scene.ts';
import {takePicture} from '../helpers/jira-picture.ts';

const everything = {duplicates: 'rename', customers: 'all'} as const;

/** One moment in so many is tried. */
const stride = 11;

/** Undoes with a process that is killed at a moment. Returns how many moments it lived through. */
async function undoUntilKilled(
	scene: ActScene,
	diesAt?: number,
): Promise<number> {
	const process = createProcess(diesAt);
	const book = scene.ledger.act<never, never, never>(scene.lastRun(), 'undo');

	try {
		await scene.undo({
			site: mortalSite(scene.undoSite, process),
			book: mortalBook(book, process),
		});
	} catch (error) {
		expect(error).toHaveProperty('message', killed);
	}

	return process.moments();
}

test('R15, R17: an undo killed at any moment and gone on with ends as an unbroken one', async () => {
	await withActs({scenario: 'first-steps', requests: 0}, async (scene) => {
		await scene.copy(everything);
		const moments = await undoUntilKilled(scene);
		expect(moments).toBeGreaterThan(40);

		// A part of the moments each time, another one the next time.
		const first = randomInt(1, stride + 1);

		for (let moment = first; moment <= moments; moment += stride) {
			await scene.copy(everything);
			await undoUntilKilled(scene, moment);

			const {summary} = await scene.undo();

			expect(summary, `killed at ${moment}`).toMatchObject({
				ending: 'finished',
				exitCode: 0,
				failed: 0,
				unexplained: 0,
			});
			expect(
				await takePicture(scene.destination),
				`killed at ${moment}`,
			).toEqual(scene.before);
			const {source, destination} = scene.lastRun();
			const memory = scene.ledger.forPair(source, destination).memory();
			expect(memory.customers.size, `killed at ${moment}`).toBe(0);
		}
	});
}, 600_000);

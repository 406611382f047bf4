import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {expect, test} from 'vitest';
import {type Request} from '../../source/migration/model.ts';
import {type Pages} from '../../source/migration/ports.ts';
import {scanSource} from '../../source/migration/scan-source.ts';
import {project, sourceAccount, sourceSite} from '../helpers/engine-people.ts';
import {MemorySite} from '../helpers/memory-site.ts';

const people = Array.from({length: 200}, (_, index) =>
	sourceAccount(`person-${index}`),
);

function request(number: number): Request {
	const named = people.slice(number % 191, (number % 191) + 10);
	return {
		key: `IT-${number}`,
		people: named.map(({id}) => ({account: id, as: 'mention'})),
		organizations: [],
	};
}

/** Bytes in use after everything unused is thrown away. */
function usedMemory(): number {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
	return process.memoryUsage().heapUsed;
}

test('R1: a scan of ten times as many requests needs no more memory', async () => {
	const used = new Map<number, number>();
	const site = new MemorySite({
		site: sourceSite,
		projects: [project('IT')],
		accounts: people,
	});

	site.requests = async function* (): Pages<Request> {
		for (let page = 0; page < 1000; page++) {
			if (page === 100 || page === 999) {
				used.set(page, usedMemory());
			}

			yield Array.from({length: 100}, (_, index) =>
				request(page * 100 + index),
			);
		}
	};

	const {customers} = await scanSource(site, {
		projects: [project('IT')],
		customers: 'related',
		emit() {
			// Nobody listens.
		},
	});
	expect(customers).toHaveLength(people.length);
	const growth = used.get(999)! - used.get(100)!;
	// Kept, 90,000 such requests take more than fifty million bytes.
	expect(growth).toBeLessThan(3_000_000);
}, 60_000);

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {openLedger} from '../../source/store/ledger.ts';
import {MemoryLedger} from '../helpers/memory-ledger.ts';
import {contoso, northwind} from './ledger-fixtures.ts';
import {testLedger} from './ledger.ts';

testLedger({name: 'ledger in memory', open: () => new MemoryLedger()});

testLedger({
	name: 'ledger in a file',
	open() {
		const home = fs.mkdtempSync(path.join(os.tmpdir(), 'jsm-ferry-'));
		const file = path.join(home, 'ledger.sqlite');
		const ledger = openLedger(file, {now: () => new Date('2026-11-22')});
		onTestFinished(() => {
			ledger.close();
			fs.rmSync(home, {recursive: true});
		});
		return ledger.forPair(northwind, contoso);
	},
});

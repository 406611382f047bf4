import {expect, test} from 'vitest';
import {
	claimPath,
	clearBelow,
	isFirstToClaim,
	lastNumber,
	letGo,
	readHolder,
} from '../../source/store/lock-claims.ts';
import {type LockHolder} from '../../source/store/lock-holder.ts';
import {temporaryHome} from './temporary-home.ts';

function holder(token: string): LockHolder {
	return {
		token,
		pid: 1,
		host: 'here',
		since: '2026-11-22T10:15:30.123Z',
		source: 'https://northwind.example',
		destination: 'https://contoso.example',
	};
}

test('a number is given once', () => {
	const folder = temporaryHome();

	expect(isFirstToClaim(folder, 1, holder('ada'))).toBe(true);
	expect(isFirstToClaim(folder, 1, holder('bob'))).toBe(false);

	expect(readHolder(claimPath(folder, 1))).toEqual(holder('ada'));
});

test('a number is not given again once its holder has let go of it', () => {
	const folder = temporaryHome();
	isFirstToClaim(folder, 1, holder('ada'));
	letGo(claimPath(folder, 1), holder('ada'));

	expect(readHolder(claimPath(folder, 1))).toBeUndefined();
	expect(isFirstToClaim(folder, 1, holder('bob'))).toBe(false);
	expect(lastNumber(folder)).toBe(1);
});

test('whoever is slow gets no number that was cleared away meanwhile', () => {
	const folder = temporaryHome();
	isFirstToClaim(folder, 3, holder('ada'));
	clearBelow(folder, 3);

	expect(isFirstToClaim(folder, 2, holder('bob'))).toBe(false);

	expect(lastNumber(folder)).toBe(3);
	expect(readHolder(claimPath(folder, 3))).toEqual(holder('ada'));
});

test('the last number is the highest, also from 9 to 10', () => {
	const folder = temporaryHome();

	for (let number = 1; number <= 10; number++) {
		isFirstToClaim(folder, number, holder(`holder ${number}`));
	}

	expect(lastNumber(folder)).toBe(10);
});

/**
When something was, as people say it: `today 16:40`, `yesterday 16:40`, `12 November 16:40`. Times are local; the time zone is the computer's unless one is given.
*/
export function when(date: Date, now: Date, timeZone?: string): string {
	return `${dayOf(date, now, timeZone)} ${clockTime(date, timeZone)}`;
}

/** `16:40` */
export function clockTime(date: Date, timeZone?: string): string {
	return date.toLocaleTimeString('en-GB', {
		hour: '2-digit',
		minute: '2-digit',
		timeZone,
	});
}

const dayMs = 24 * 60 * 60 * 1000;

function dayOf(date: Date, now: Date, timeZone?: string): string {
	const iso = (one: Date) => one.toLocaleDateString('en-CA', {timeZone});

	if (iso(date) === iso(now)) {
		return 'today';
	}

	if (iso(date) === iso(new Date(now.getTime() - dayMs))) {
		return 'yesterday';
	}

	const isSameYear = date.getFullYear() === now.getFullYear();
	return date.toLocaleDateString('en-GB', {
		day: 'numeric',
		month: 'long',
		...(!isSameYear && {year: 'numeric'}),
		timeZone,
	});
}

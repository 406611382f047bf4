/** A length of time in words, rounded to what matters: `3 s`, `12 min`, `2 h 5 min`. */
export function duration(seconds: number): string {
	const whole = Math.round(seconds);

	if (whole < 60) {
		return seconds < 1 && seconds > 0 ? 'less than 1 s' : `${whole} s`;
	}

	const minutes = Math.round(whole / 60);

	if (minutes < 60) {
		return `${minutes} min`;
	}

	const rest = minutes % 60;
	const hours = `${Math.floor(minutes / 60)} h`;
	return rest === 0 ? hours : `${hours} ${rest} min`;
}

import {Box} from 'ink';
import {use} from 'react';
import {duration} from '../../text/duration.ts';
import {type ScreenKeys, back, bind, help, refuse} from '../bindings.ts';
import {Explained} from '../components/explained.tsx';
import {Lines} from '../components/lines.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {Waiting} from '../components/waiting.tsx';
import {blank, line} from '../present/line.ts';
import {waitText} from '../present/progress-text.ts';
import {scanLines, scanResult} from '../present/scan.ts';
import {wrap} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type SessionState} from '../session-state.ts';
import {copyRequest, scanKey, siteNames} from '../state-facts.ts';
import {themeContext} from '../theme.ts';

const keys: ScreenKeys = (state) => {
	const again = bind('again', 'scan again', {
		type: 'scan-begun',
		request: copyRequest(state),
		key: scanKey(state),
	});

	switch (state.scan.stage.type) {
		case 'none':
		case 'scanning': {
			return [
				refuse('choose', 'go on', 'Both sites are still being read.'),
				{...back, label: 'stop and go back'},
				help,
			];
		}

		case 'failed': {
			return [{...again, label: 'try again'}, back, help];
		}

		case 'finished': {
			return [
				bind('choose', 'see the plan', {type: 'went-on'}),
				again,
				back,
				help,
			];
		}
	}
};

function ScanView({state, size}: ScreenProps) {
	const {plan} = state;
	const {stage, progress} = state.scan;
	const {columns} = size;
	const {isScreenReader = false} = use(themeContext);

	// Counts that change by themselves would be read again and again.
	if (isScreenReader && stage.type === 'scanning') {
		return <Waiting>Reading both sites. Nothing is written.</Waiting>;
	}

	return (
		<Box flexDirection="column">
			{stage.type === 'scanning' && (
				<Waiting>{`Reading both sites, ${passed(state)}. Nothing is written.`}</Waiting>
			)}
			{stage.type === 'finished' && plan !== undefined && (
				<Lines
					lines={wrap(scanResult(plan, duration(stage.seconds)), columns).map(
						(row) => line(row),
					)}
				/>
			)}
			{stage.type === 'failed' && (
				<Explained explanation={stage.explanation} columns={columns} />
			)}
			{(stage.type !== 'finished' || size.rows > 12) && (
				<Lines
					lines={[blank, ...scanLines(progress, siteNames(state), columns)]}
				/>
			)}
			{stage.type === 'scanning' && (
				<ToneText tone="warning">{waiting(state)}</ToneText>
			)}
		</Box>
	);
}

function passed({scan, now}: SessionState): string {
	return duration(Math.floor((now - scan.startedAt) / 1000));
}

function waiting(state: SessionState): string {
	const {wait} = state.scan.progress;
	const text = wait && waitText(wait, siteNames(state), state.now);
	return text ?? ' ';
}

export const scanScreen: Screen = {
	View: ScanView,
	keys,
	title(state) {
		const {source, destination} = siteNames(state);
		return `Scan › ${source} → ${destination}`;
	},
};

import {type PlanChange} from '../migration/compare-plans.ts';
import {type EngineEvent} from '../migration/events.ts';
import {type Plan} from '../migration/plan.ts';

/** A listener to the engine that is no screen. */
export type Printer = {
	event(event: EngineEvent): void;
	/** The plan, once it is made; before anything is written. */
	plan(plan: Plan): void;
	/** What changed on the sites since a plan was saved, so that it is not carried out. */
	planRefused(changes: readonly PlanChange[]): void;
};

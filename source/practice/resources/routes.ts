import {type Route} from '../http/route.ts';
import {licenceRoutes} from './application-role.ts';
import {customerRoutes} from './customer.ts';
import {fieldRoutes} from './field.ts';
import {groupRoutes} from './group.ts';
import {issueRoutes} from './issue.ts';
import {myselfRoutes} from './myself.ts';
import {organizationPropertyRoutes} from './organization-property.ts';
import {organizationRoutes} from './organization.ts';
import {permissionSchemeRoutes} from './permission-scheme.ts';
import {permissionRoutes} from './permissions.ts';
import {projectRoutes} from './project.ts';
import {roleRoutes} from './role.ts';
import {searchRoutes} from './search.ts';
import {serverInfoRoutes} from './server-info.ts';
import {serviceDeskCustomerRoutes} from './servicedesk-customer.ts';
import {serviceDeskRoutes} from './servicedesk.ts';
import {userRoutes} from './user.ts';
import {usersRoutes} from './users.ts';
import {workflowRoutes} from './workflow.ts';

/** Everything the practice sites can be asked. */
export const allRoutes: readonly Route[] = [
	...serverInfoRoutes,
	...myselfRoutes,
	...permissionRoutes,
	...licenceRoutes,
	...groupRoutes,
	...usersRoutes,
	...userRoutes,
	...fieldRoutes,
	...projectRoutes,
	...roleRoutes,
	...permissionSchemeRoutes,
	...workflowRoutes,
	...searchRoutes,
	...issueRoutes,
	...customerRoutes,
	...organizationRoutes,
	...organizationPropertyRoutes,
	...serviceDeskRoutes,
	...serviceDeskCustomerRoutes,
];

// Every page by its path. Pages are loaded when they are first opened.

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent as lazy,
  redirect,
} from '@tanstack/react-router';
import { Lost } from './shell/lost.tsx';
import { Fault } from './shell/fault.tsx';
import { OpenLayout } from './shell/open-layout.tsx';
import { SignedInLayout } from './shell/signed-in-layout.tsx';
import { explainSearch } from './explain/search.ts';
import { monthSearch } from './month/search.ts';
import { nextIn } from './session/next.ts';
import { Waiting } from './ui/waiting.tsx';

const root = createRootRoute({ notFoundComponent: Lost });

// Before, or without, signing in.
const open = createRoute({ getParentRoute: () => root, id: 'open', component: OpenLayout });
const signIn = createRoute({
  getParentRoute: () => open,
  path: '/sign-in',
  validateSearch: nextIn,
  component: lazy(() => import('./session/sign-in.tsx'), 'SignIn'),
});
const first = createRoute({
  getParentRoute: () => open,
  path: '/first',
  component: lazy(() => import('./session/first-operator.tsx'), 'FirstOperator'),
});
const invitation = createRoute({
  getParentRoute: () => open,
  path: '/invitation',
  component: lazy(() => import('./session/invitation.tsx'), 'Invitation'),
});
const newPassword = createRoute({
  getParentRoute: () => open,
  path: '/new-password',
  component: lazy(() => import('./session/new-password.tsx'), 'NewPassword'),
});
const deposit = createRoute({
  getParentRoute: () => open,
  path: '/deposit',
  component: lazy(() => import('./deposit/deposit.tsx'), 'Deposit'),
});

const guide = createRoute({
  getParentRoute: () => open,
  path: '/help/$code',
  component: lazy(() => import('./help/guide-page.tsx'), 'GuidePage'),
});

// Signed in.
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedInLayout });
const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazy(() => import('./list/integration-list.tsx'), 'IntegrationList'),
});
const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazy(() => import('./session/account.tsx'), 'Account'),
});
const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  component: lazy(() => import('./people/installation-people.tsx'), 'InstallationPeople'),
});

// One integration.
const integration = createRoute({
  getParentRoute: () => signedIn,
  path: '/integrations/$id',
  component: lazy(() => import('./integration/frame.tsx'), 'IntegrationFrame'),
});
const overview = createRoute({
  getParentRoute: () => integration,
  path: '/',
  component: lazy(() => import('./integration/overview.tsx'), 'Overview'),
});
const setUpStart = createRoute({
  getParentRoute: () => integration,
  path: '/set-up',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/integrations/$id/set-up/$step', params: { id: params.id, step: 'accounts' } });
  },
});
const setUp = createRoute({
  getParentRoute: () => integration,
  path: '/set-up/$step',
  component: lazy(() => import('./steps/set-up.tsx'), 'SetUp'),
});
const runs = createRoute({
  getParentRoute: () => integration,
  path: '/runs',
  component: lazy(() => import('./runs/run-list.tsx'), 'RunList'),
});
const run = createRoute({
  getParentRoute: () => integration,
  path: '/runs/$runId',
  component: lazy(() => import('./runs/run-page.tsx'), 'RunPage'),
});
const issues = createRoute({
  getParentRoute: () => integration,
  path: '/issues',
  component: lazy(() => import('./issues/issue-page.tsx'), 'IssuePage'),
});
const explain = createRoute({
  getParentRoute: () => integration,
  path: '/explain',
  validateSearch: explainSearch,
  component: lazy(() => import('./explain/explain-page.tsx'), 'ExplainPage'),
});
const month = createRoute({
  getParentRoute: () => integration,
  path: '/month',
  validateSearch: monthSearch,
  component: lazy(() => import('./month/month-page.tsx'), 'MonthPage'),
});
const payroll = createRoute({
  getParentRoute: () => integration,
  path: '/payroll',
  component: lazy(() => import('./payroll/payroll-page.tsx'), 'PayrollPage'),
});
const mails = createRoute({
  getParentRoute: () => integration,
  path: '/mails',
  component: lazy(() => import('./mails/mail-list.tsx'), 'MailList'),
});
const mail = createRoute({
  getParentRoute: () => integration,
  path: '/mails/$mailId',
  component: lazy(() => import('./mails/mail-page.tsx'), 'MailPage'),
});
const settings = createRoute({
  getParentRoute: () => integration,
  path: '/settings',
  component: lazy(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});
const personal = createRoute({
  getParentRoute: () => integration,
  path: '/personal-data',
  component: lazy(() => import('./personal/personal-page.tsx'), 'PersonalPage'),
});
const members = createRoute({
  getParentRoute: () => integration,
  path: '/people',
  component: lazy(() => import('./people/members.tsx'), 'Members'),
});
const audit = createRoute({
  getParentRoute: () => integration,
  path: '/audit',
  component: lazy(() => import('./people/audit-log.tsx'), 'AuditLog'),
});

const tree = root.addChildren([
  open.addChildren([signIn, first, invitation, newPassword, deposit, guide]),
  signedIn.addChildren([
    home,
    account,
    people,
    integration.addChildren([
      overview,
      setUpStart,
      setUp,
      runs,
      run,
      issues,
      explain,
      month,
      payroll,
      mails,
      mail,
      settings,
      personal,
      members,
      audit,
    ]),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Fault,

  scrollRestoration: true,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// The name and the keys of the invented companies. The keys open nothing but a simulator.

export const demoCompanyName = 'Muster GmbH';

export interface CompanyCredentials {
  readonly personio: { readonly clientId: string; readonly clientSecret: string };
  readonly timetac: { readonly clientId: string; readonly clientSecret: string; readonly account: string };
}

export const demoCredentials: CompanyCredentials = {
  personio: { clientId: 'papi-demo-client', clientSecret: 'papi-demo-secret' },
  timetac: { clientId: 'demo-client', clientSecret: 'demo-secret', account: 'demo' },
};

// What whoever runs a server or a worker is told where PostgreSQL cannot keep companies apart by itself.

export const noWall =
  'The database’s user may not make the role tandem_tenant, or not become it: between integrations there is no row-level security, only the queries themselves. To have both, once: GRANT tandem_tenant TO this user where the role is there, else grant it CREATEROLE.\n';

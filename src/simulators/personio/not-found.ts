// The answer of the gateway for a path that nothing serves (section 4.2) [live/forum].

import type { Problem } from './answer.ts';

export const notFound = (path: string): Problem => ({
  form: 'plain',
  answer: {
    status: 404,
    body: {
      errors: [
        {
          title: 'Not Found',
          detail: `The endpoint with ${path} was not found.`,
          type: 'https://developer.personio.de/v2.0/page/public-api-error-codes#apinot_found',
          _meta: { path },
        },
      ],
    },
  },
});

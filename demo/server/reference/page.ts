import { html } from 'hono/html';
import { parametersOf, schemaIn, type DocumentedOperation, type OpenApi } from './document.js';
import { field, fieldsOf, typeOf, type Markup } from './schema.js';

interface Listed {
  readonly method: string;
  readonly path: string;
  readonly operation: DocumentedOperation;
}

/** Operations by the first part of their path, in the contract's order. */
function groupsOf({ paths }: OpenApi): Map<string, Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const [path, methods] of Object.entries(paths)) {
    const group = path.split('/')[2] ?? path;
    const listed = Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation }));
    groups.set(group, [...(groups.get(group) ?? []), ...listed]);
  }
  return groups;
}

function access({ security }: DocumentedOperation): string {
  const schemes = security.flatMap((each) => Object.keys(each));
  if (schemes.length === 0) return 'Open to everybody.';
  return schemes.includes('signUpSecret') ? 'Needs the sign-up’s secret, in the header Sign-Up-Secret.' : 'Needs a session: the cookie, or a bearer token.';
}

function request(operation: DocumentedOperation, document: OpenApi): Markup {
  const parameters = parametersOf(operation, document);
  const body = operation.requestBody && schemaIn(operation.requestBody);
  return html`${parameters.length > 0 &&
  html`<h4>Parameters</h4>
    <dl>
      ${parameters.map(({ name, in: place, required, description, schema }) =>
        field(name, { ...schema, description: `In the ${place}. ${description ?? ''}` }, required),
      )}
    </dl>`}${body &&
  html`<h4>Body</h4>
    ${fieldsOf(body)}`}`;
}

function answers({ responses }: DocumentedOperation): Markup {
  return html`<h4>Answers</h4>
    <dl>
      ${Object.entries(responses).map(([status, response]) => {
        const schema = schemaIn(response);
        const codes = [...response.description.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
        return html`<dt><strong>${status}</strong> <span>${schema ? typeOf(schema) : ''}</span></dt>
          <dd>
            ${codes.length > 0 ? html`<p>${codes.map((code, index) => html`${index > 0 ? ', ' : ''}<code>${code}</code>`)}</p>` : html`<p>${response.description}</p>`}
            ${schema && fieldsOf(schema)}
          </dd>`;
      })}
    </dl>`;
}

function article({ method, path, operation }: Listed, document: OpenApi): Markup {
  return html`<article id="${operation.operationId}">
    <h3><span>${method}</span> <code>${path}</code></h3>
    <p>${operation.summary}</p>
    <p>${access(operation)}</p>
    <details>
      <summary>Request and answers of ${operation.operationId}</summary>
      ${request(operation, document)} ${answers(operation)}
    </details>
  </article>`;
}

/**
 * The contract as one page to read, without a script: nothing to keep up to date, nothing that could ask a third party.
 *
 * @param document - OpenAPI 3.1, as `/openapi.json` gives it.
 */
export async function referencePage(document: OpenApi): Promise<string> {
  const groups = [...groupsOf(document)];
  const { info, components } = document;
  const problem = components.schemas.Problem;
  return String(
    await html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>API reference – ${info.title}</title>
    <link rel="icon" href="/pages/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/docs/reference.css" />
  </head>
  <body>
    <a class="skip" href="#operations">Skip to the operations</a>
    <header>
      <h1>API reference</h1>
      <p>${info.title} ${info.version}. ${info.description} <a href="/openapi.json">OpenAPI 3.1</a></p>
    </header>
    <nav aria-label="Operations">
      ${groups.map(([group, listed]) => html`<h2>${group}</h2><ul>${listed.map(({ operation: { operationId } }) => html`<li><a href="#${operationId}">${operationId}</a></li>`)}</ul>`)}
      <h2>refusals</h2><ul><li><a href="#Problem">Problem</a></li></ul>
    </nav>
    <main id="operations" tabindex="-1">
      ${groups.map(([group, listed]) => html`<section><h2>${group}</h2>${listed.map((each) => article(each, document))}</section>`)}
      <section>
        <h2>refusals</h2>
        <article id="Problem">
          <h3>Problem</h3>
          <p>Every refusal is application/problem+json (RFC 9457) with a stable code.</p>
          ${problem && fieldsOf(problem)}
        </article>
      </section>
    </main>
  </body>
</html>
`,
  );
}

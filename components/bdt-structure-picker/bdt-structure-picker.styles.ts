import { css } from 'lit';

export const styles = css`
  .field {
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: var(--_space);
  }
  .field > * {
    grid-column: 1 / -1;
  }
  .field > input {
    grid-column: 1;
  }
  .field > button {
    grid-column: 2;
  }
  h4 {
    margin: var(--_space) 0 0;
    font-size: 1rem;
  }
  .results {
    display: grid;
    gap: calc(1.5 * var(--_space));
    list-style: none;
  }
  .result {
    display: grid;
    justify-content: stretch;
    gap: 0.125rem;
    width: 100%;
    padding: calc(1.5 * var(--_space)) calc(2 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    font-weight: 400;
    text-align: start;
  }
  button.result:hover:not([aria-disabled='true']) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    filter: none;
  }
  .result strong {
    font-size: 1.0625rem;
  }
  button.result strong {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  div.result {
    border-style: dashed;
  }
  .badge {
    justify-self: start;
    margin-top: 0.25rem;
  }
  .number {
    white-space: nowrap;
  }
  .demo {
    display: inline-block;
    padding-inline: 0.375rem;
    border: 1px solid var(--_line);
    border-radius: 0.25rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .pages {
    justify-content: space-between;
  }
  @media (max-width: 30rem) {
    .field > input,
    .field > button {
      grid-column: 1 / -1;
    }
    .field > button {
      order: 1;
      margin-top: var(--_space);
    }
    .pages > span:empty {
      display: none;
    }
  }
`;

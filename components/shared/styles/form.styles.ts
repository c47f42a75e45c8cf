import { css } from 'lit';

/** Fields, choices and buttons. */
export const form = css`
  .field {
    display: grid;
    gap: 0.25rem;
  }
  label,
  legend,
  .label {
    font-weight: 600;
  }
  legend {
    padding: 0;
  }
  .field > .link {
    justify-self: start;
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
  .error::first-letter {
    text-transform: uppercase;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    width: 100%;
    min-height: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  :is(input, select, textarea)[aria-invalid='true'] {
    border: 2px solid var(--_danger);
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block: var(--_space);
  }
  .choice {
    display: flex;
    gap: var(--_space);
    align-items: center;
    min-height: 2.75rem;
    font-weight: 400;
  }
  .choices .choice {
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    min-height: 2.75rem;
    padding: 0.5rem 1.25rem;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .link {
    min-height: 1.5rem;
    padding: 0.125rem 0;
    border: 0;
    background: none;
    text-decoration: underline;
    text-align: start;
  }
  button:hover:not([aria-disabled='true']),
  .button:hover {
    filter: brightness(1.1);
  }
  [aria-disabled='true'] {
    opacity: 0.65;
    cursor: default;
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      outline: 2px solid;
    }
  }
`;

import { css } from 'lit';

/** Fields side by side where there is room, and the list of criteria. */
export const styles = css`
  :host {
    max-width: 42rem;
  }
  .pair,
  .choices:has(> :nth-child(4)) {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    align-items: start;
  }
  .pair {
    gap: calc(3 * var(--_space));
  }
  .criteria {
    padding: calc(2 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .criteria ul {
    list-style: none;
    padding-inline-start: 1.5rem;
  }
  .criteria li::before {
    content: '○' / '';
    display: inline-block;
    width: 1.5rem;
    margin-inline-start: -1.5rem;
  }
  .criteria .met::before {
    content: '✓' / '';
    color: var(--_success);
    font-weight: 700;
  }
  .submit {
    justify-self: start;
  }
`;

import { css } from 'lit';

export const styles = css`
  .catalogue {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: calc(2 * var(--_space));
    list-style: none;
  }
  .service {
    grid-template-rows: auto 1fr auto;
    height: 100%;
  }
  .body {
    display: grid;
    align-content: start;
    gap: var(--_space);
  }
  .offers {
    display: grid;
    gap: calc(0.5 * var(--_space));
    padding-inline-start: 1.25rem;
    list-style: disc;
  }
  .standing {
    display: grid;
    justify-items: start;
    gap: calc(0.5 * var(--_space));
    padding-top: calc(1.5 * var(--_space));
    border-top: 1px solid var(--_line);
  }
  .standing > button,
  .standing > .button {
    margin-top: var(--_space);
  }
  .standing > .link {
    margin-top: 0;
  }
  .switch {
    max-width: 30rem;
  }
  .facts {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
  }
`;

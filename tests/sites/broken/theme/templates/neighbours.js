export const render = () => '';

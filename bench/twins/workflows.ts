export { direct } from './direct';
export { textbook } from './textbook';

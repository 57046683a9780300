/** Whether the name in a file is this customer's: "Last, First" or "First Last"; the surname must match (domain.md 4.2). */
export function namesMatch(inFile: string, customer: { firstName: string; lastName: string }): boolean {
  void inFile;
  void customer;
  throw new Error('follows');
}

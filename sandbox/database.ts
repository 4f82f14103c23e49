import { Database } from 'node-sqlite3-wasm';
import type { StoredOrder } from './order';
import { conditionOf, type OrderQuery, sortingOf } from './order-query';
import { columns, fromRow, toRow } from './order-row';

const names = Object.keys(columns);
const definitions = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
const placeholders = names.map(() => '?').join(', ');

/** All orders of all users, in an in-memory SQLite database. */
export class OrderDatabase {
  readonly #database = new Database(':memory:');

  constructor() {
    this.#database.exec(`CREATE TABLE orders (${definitions.join(', ')})`);
    this.#index();
  }

  #index(): void {
    this.#database.exec(
      `CREATE INDEX by_time ON orders (user, created_at, id);
       CREATE UNIQUE INDEX by_transaction ON orders (transaction_no);`,
    );
  }

  /**
   * Replaces all orders; 100,000 take about a second. After an error the previous orders are still stored.
   *
   * @throws Error when two orders have the same id or transaction number.
   */
  replaceAll(orders: readonly StoredOrder[]): void {
    this.#database.exec('BEGIN');
    try {
      this.#database.exec('DELETE FROM orders; DROP INDEX by_time; DROP INDEX by_transaction;');
      this.#insertAll(orders);
      this.#index();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #insertAll(orders: readonly StoredOrder[]): void {
    const insertion = this.#database.prepare(`INSERT INTO orders VALUES (${placeholders})`);
    try {
      for (const order of orders) insertion.run(toRow(order));
    } finally {
      insertion.finalize();
    }
  }

  /** Inserts an order, or replaces the order with the same id. */
  save(order: StoredOrder): void {
    this.#database.run(`REPLACE INTO orders VALUES (${placeholders})`, toRow(order));
  }

  /** Deletes an order. */
  remove(order: StoredOrder): void {
    this.#database.run('DELETE FROM orders WHERE id = ?', [order.id]);
  }

  /** The order of any user with this transaction number; null when there is none. */
  find(transactionNo: string): StoredOrder | null {
    const row = this.#database.get('SELECT * FROM orders WHERE transaction_no = ?', [
      transactionNo,
    ]);
    return row === null ? null : fromRow(row);
  }

  /** One page of a user's orders, and the number of all orders that match. */
  page(query: OrderQuery): { orders: StoredOrder[]; totalCount: number } {
    const { sql, values } = conditionOf(query);
    const rows = this.#database.all(
      `SELECT * FROM orders WHERE ${sql} ORDER BY ${sortingOf(query.orderBy)} LIMIT ? OFFSET ?`,
      [...values, query.limit, query.offset],
    );
    return { orders: rows.map(fromRow), totalCount: this.#count(sql, values) };
  }

  #count(sql: string, values: (string | number)[]): number {
    const row = this.#database.get(`SELECT count(*) AS count FROM orders WHERE ${sql}`, values);
    return Number(row?.['count']);
  }

  /** Runs a SELECT statement. */
  query<Row>(select: string): Row[] {
    return this.#database.all(select) as Row[];
  }

  /** All orders of a user, oldest first. */
  ordersOf(user: number): StoredOrder[] {
    return this.#database
      .all('SELECT * FROM orders WHERE user = ? ORDER BY created_at, id', [user])
      .map(fromRow);
  }

  /** An id higher than all stored ids. */
  nextId(): number {
    const row = this.#database.get('SELECT ifnull(max(id), 0) + 1 AS id FROM orders');
    return Number(row?.['id']);
  }

  /** Frees the memory. No other method may be called afterwards. */
  close(): void {
    this.#database.close();
  }
}

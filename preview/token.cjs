// `npm start` loads this file before tsx: the compiler that tsx starts inherits the environment.
exports.token = process.env.HYDROGEN_TOKEN;
delete process.env.HYDROGEN_TOKEN;

/** Tests with a database and a history to read may take their time; what they assert is outcomes, not speed. */
jest.setTimeout(30_000)

// Package holdfast is the Go client of Holdfast, the local-first state daemon for trading agents: every RPC as a typed method
// with deadlines, retries only where they are safe, typed errors, and ExecuteOnce for side effects that must not happen twice.
//
// Client has one field per service, with the generated stubs of package holdfast.dev/go/holdfastv1; its interceptors fill in
// agent_id, request_id and epoch. Amounts are decimal strings in requests and replies, and Amount where they are reckoned with.
// Doc and FromDoc turn Go values into documents and back, exactly. All walks the pages of a list; Watch, Subscribe and Consume
// are streams that go on where they were after the daemon has restarted.
package holdfast

package holdfast

import (
	"context"
	"fmt"
	"os"
	"time"

	"google.golang.org/grpc"
	pb "holdfast.dev/go/holdfastv1"
)

// Options say which daemon, for which agent, and how long calls may take. The zero value is this user's own daemon.
type Options struct {
	// Address is unix:PATH, /PATH or HOST:PORT. Empty = HOLDFAST_ADDRESS, else the socket that a daemon of this user serves
	// on: holdfast/holdfast.sock in $XDG_STATE_HOME or ~/.local/state.
	Address string
	// AgentID is filled into every request that names no agent.
	AgentID string
	// Token is sent with every call, but never in the clear to another machine. Empty = HOLDFAST_TOKEN.
	Token Secret
	// TLS is for TCP only. Nil = what HOLDFAST_TLS_CA, HOLDFAST_TLS_CERT and HOLDFAST_TLS_KEY name, else plain.
	TLS *TLS
	// Epoch is the fencing number that TakeOver gave to this process; 0 = not fenced.
	Epoch uint64
	// Timeout is for each unary call with all its attempts, where the context has no deadline; 0 = 10 s.
	Timeout time.Duration
	// FailFast makes calls fail at once when the daemon cannot be reached. Otherwise they wait for it until their deadline;
	// grpc.WaitForReady decides it for one call.
	FailFast bool
	// DialOptions are added to the client's own, such as a stats handler.
	DialOptions []grpc.DialOption
}

// Client is a connection to one daemon, for one agent. It is made without I/O, connects with the first call, and again
// whenever the daemon comes back. It may be used by many goroutines at once.
//
// Each field is a service of the contract. Requests need no agent_id, request_id and epoch: the client fills them in.
type Client struct {
	State         pb.StateClient
	Ledger        pb.LedgerClient
	Operations    pb.OperationsClient
	Tasks         pb.TasksClient
	Episodic      pb.EpisodicClient
	Semantic      pb.SemanticClient
	Working       pb.WorkingClient
	Conversations pb.ConversationsClient
	Knowledge     pb.KnowledgeClient
	Procedural    pb.ProceduralClient
	Sessions      pb.SessionsClient
	Signals       pb.SignalsClient
	Limits        pb.LimitsClient
	Audit         pb.AuditClient
	Cache         pb.CacheClient
	Upstreams     pb.UpstreamsClient
	Vault         pb.VaultClient
	Admin         pb.AdminClient
	Mirror        pb.MirrorClient

	address  string
	conn     *grpc.ClientConn
	caller   *caller
	transact pb.TransactClient
	watch    pb.WatchClient
}

// New makes a client. It fails only for options that cannot be: the daemon may come later.
func New(options Options) (*Client, error) {
	address := options.Address
	if address == "" {
		address = defaultAddress()
	}
	token := options.Token
	if token == "" {
		token = Secret(os.Getenv("HOLDFAST_TOKEN"))
	}
	target, dial, err := connection(address, options.TLS, token)
	if err != nil {
		return nil, err
	}
	calls := &caller{agentID: options.AgentID, timeout: options.Timeout, failFast: options.FailFast}
	if calls.timeout == 0 {
		calls.timeout = defaultTimeout
	}
	calls.epoch.Store(options.Epoch)
	dial = append(dial, grpc.WithChainUnaryInterceptor(calls.unary), grpc.WithChainStreamInterceptor(calls.stream))
	conn, err := grpc.NewClient(target, append(dial, options.DialOptions...)...)
	if err != nil {
		return nil, refuse("INVALID_FIELD", "address", "%v", err)
	}
	return &Client{
		State:         pb.NewStateClient(conn),
		Ledger:        pb.NewLedgerClient(conn),
		Operations:    pb.NewOperationsClient(conn),
		Tasks:         pb.NewTasksClient(conn),
		Episodic:      pb.NewEpisodicClient(conn),
		Semantic:      pb.NewSemanticClient(conn),
		Working:       pb.NewWorkingClient(conn),
		Conversations: pb.NewConversationsClient(conn),
		Knowledge:     pb.NewKnowledgeClient(conn),
		Procedural:    pb.NewProceduralClient(conn),
		Sessions:      pb.NewSessionsClient(conn),
		Signals:       pb.NewSignalsClient(conn),
		Limits:        pb.NewLimitsClient(conn),
		Audit:         pb.NewAuditClient(conn),
		Cache:         pb.NewCacheClient(conn),
		Upstreams:     pb.NewUpstreamsClient(conn),
		Vault:         pb.NewVaultClient(conn),
		Admin:         pb.NewAdminClient(conn),
		Mirror:        pb.NewMirrorClient(conn),
		address:       address,
		conn:          conn,
		caller:        calls,
		transact:      pb.NewTransactClient(conn),
		watch:         pb.NewWatchClient(conn),
	}, nil
}

// String names the daemon and the agent, and nothing secret.
func (c *Client) String() string {
	return fmt.Sprintf("holdfast.Client(%s, agent %q)", c.address, c.caller.agentID)
}

// Close ends every call under way and the connection.
func (c *Client) Close() error { return c.conn.Close() }

// Epoch is the fencing number that mutations name; 0 = not fenced.
func (c *Client) Epoch() uint64 { return c.caller.epoch.Load() }

// Transact does all of the request's mutations or none, over every tier, at one revision.
func (c *Client) Transact(ctx context.Context, request *pb.TransactRequest, options ...grpc.CallOption) (*pb.TransactResponse, error) {
	return c.transact.Transact(ctx, request, options...)
}

// TakeOver fences every older process of this agent; from now on this client names the new epoch. Call it first after a
// restart. The request may be nil.
func (c *Client) TakeOver(ctx context.Context, request *pb.TakeOverRequest, options ...grpc.CallOption) (*pb.TakeOverResponse, error) {
	c.caller.raising.Lock()
	defer c.caller.raising.Unlock()
	reply, err := c.Operations.TakeOver(ctx, request, options...)
	if err != nil {
		return nil, err
	}
	c.raise(request.GetAgentId(), reply.GetEpoch())
	return reply, nil
}

// OpenSession opens the agent's session or finds the open one; from now on this client names the epoch that it is given.
// With TakeOver set every older process of the agent is fenced: what a restarted process calls first.
func (c *Client) OpenSession(ctx context.Context, request *pb.OpenSessionRequest, options ...grpc.CallOption) (*pb.OpenSessionResponse, error) {
	c.caller.raising.Lock()
	defer c.caller.raising.Unlock()
	reply, err := c.Sessions.OpenSession(ctx, request, options...)
	if err != nil {
		return nil, err
	}
	c.raise(request.GetAgentId(), reply.GetEpoch())
	return reply, nil
}

// An epoch is an agent's: what was done for another one is not ours.
func (c *Client) raise(agentID string, epoch uint64) {
	if agentID == "" || agentID == c.caller.agentID {
		c.caller.epoch.Store(epoch)
	}
}

// Resume gives everything that a restarted agent needs, operations in doubt first. The request may be nil.
func (c *Client) Resume(ctx context.Context, request *pb.ResumeRequest, options ...grpc.CallOption) (*pb.ResumeResponse, error) {
	return c.Operations.Resume(ctx, request, options...)
}

package holdfast

import (
	"context"
	"time"

	pb "holdfast.dev/go/holdfastv1"
)

// Op is what the function given to ExecuteOnce is told.
type Op struct {
	// ClientOrderID is the same over all attempts: send it to the outside as its idempotency key.
	ClientOrderID string
	// Attempt is 1 for the first.
	Attempt uint32
	Key     string
	// HoldIDs are the holds that the operation placed, in the order asked for; settle them with the outcome.
	HoldIDs []string
	Params  any
}

// Outcome is what happened, and what else is committed with it.
type Outcome struct {
	// Result is what Doc takes.
	Result any
	// Settlements say how the operation's holds settle; those not named are released.
	Settlements []*pb.HoldSettlement
	// Mutations of any tier, applied in the same transaction.
	Mutations []*pb.Mutation
}

// Executed is how an operation ended, now or earlier.
type Executed struct {
	// Result is as recorded, as FromDoc gives it; nil for an operation that was completed without one.
	Result any
	// Executed is false when it was done before and the function was not called.
	Executed  bool
	Operation *pb.Operation
	// Results are what the mutations committed with the outcome returned; only when the function ran now.
	Results []*pb.MutationResult
}

// Answer is what the outside says about an operation whose outcome nobody recorded: Happened or DidNotHappen.
type Answer struct {
	happened, didNotHappen bool
	outcome                Outcome
	evidence               any
}

// Happened: the effect took place. The evidence, what the outside said, is kept with the operation and may be nil.
func Happened(outcome Outcome, evidence any) Answer {
	return Answer{happened: true, outcome: outcome, evidence: evidence}
}

// DidNotHappen: the effect did not take place, so the operation may be begun again.
func DidNotHappen(evidence any) Answer { return Answer{didNotHappen: true, evidence: evidence} }

// ExecuteOption changes how ExecuteOnce goes about an operation.
type ExecuteOption func(*executeOptions)

type executeOptions struct {
	agentID        string
	key            string
	lease          time.Duration
	holds          []*pb.OperationHold
	risk           *pb.OperationRisk
	sessionID      string
	onCrash        pb.OnCrash
	taskID, step   string
	waitInFlight   bool
	reconcile      func(context.Context, *pb.Operation) (Answer, error)
	recordDeadline time.Duration
}

// WithAgent does it for another agent than the client's.
func WithAgent(agentID string) ExecuteOption { return func(o *executeOptions) { o.agentID = agentID } }

// WithKey names what makes the operation this one; otherwise it is a hash over agent, operation and params.
func WithKey(key string) ExecuteOption { return func(o *executeOptions) { o.key = key } }

// WithLease is how long nobody else may begin it without news from here, 1 s to 24 h; otherwise 30 s. It is extended at half
// its life while the function runs.
func WithLease(lease time.Duration) ExecuteOption { return func(o *executeOptions) { o.lease = lease } }

// WithHolds holds the money that it may cost from the beginning to the outcome.
func WithHolds(holds ...*pb.OperationHold) ExecuteOption {
	return func(o *executeOptions) { o.holds = holds }
}

// WithRisk tells the guards what the call would do; while it is in flight it counts as done.
func WithRisk(risk *pb.OperationRisk) ExecuteOption { return func(o *executeOptions) { o.risk = risk } }

// WithSession refuses it unless this is the agent's open session; the client must have its epoch, as OpenSession gives it.
func WithSession(sessionID string) ExecuteOption {
	return func(o *executeOptions) { o.sessionID = sessionID }
}

// RetryOnCrash lets an attempt whose outcome nobody reported be begun again, instead of being reconciled: only for outsides
// that drop duplicates of ClientOrderID.
func RetryOnCrash() ExecuteOption {
	return func(o *executeOptions) { o.onCrash = pb.OnCrash_ON_CRASH_RETRY }
}

// WithTask names the task step that it belongs to.
func WithTask(taskID, step string) ExecuteOption {
	return func(o *executeOptions) { o.taskID, o.step = taskID, step }
}

// WaitInFlight waits while somebody else holds the lease, until the context ends; otherwise that is an OperationInFlightError.
func WaitInFlight() ExecuteOption { return func(o *executeOptions) { o.waitInFlight = true } }

// WithReconcile asks the outside, by ClientOrderId, whether an operation of unknown outcome happened; it returns an error when
// it cannot tell.
func WithReconcile(ask func(context.Context, *pb.Operation) (Answer, error)) ExecuteOption {
	return func(o *executeOptions) { o.reconcile = ask }
}

// WithRecordDeadline is how long the outcome is offered to a daemon that does not answer; otherwise ten minutes.
func WithRecordDeadline(deadline time.Duration) ExecuteOption {
	return func(o *executeOptions) { o.recordDeadline = deadline }
}

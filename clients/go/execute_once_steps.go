package holdfast

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/durationpb"
	pb "holdfast.dev/go/holdfastv1"
)

type lease struct {
	operation *pb.Operation
	token     string
	// When it was asked for, by this process's monotonic clock: it lasts its length from then, by any clock of the daemon's.
	since time.Time
}

var errLeaseOver = errors.New("holdfast: the lease is over")

// Extends the lease from now.
func (e *execution) extend(ctx context.Context, held *lease) error {
	since := time.Now()
	_, err := e.client.Operations.ExtendLease(ctx, &pb.ExtendLeaseRequest{
		AgentId: e.agentID, Key: held.operation.GetKey(), LeaseToken: held.token, Lease: durationpb.New(e.lease),
	})
	if err == nil {
		held.since = since
	}
	return err
}

// True when a lease cannot be had back: another one followed, a newer process came, or somebody settled the operation.
func isLost(err error) bool {
	return errors.Is(err, ErrStaleLease) || errors.Is(err, ErrStaleEpoch) || errors.Is(err, ErrWrongState)
}

// The lease of an operation that was STARTED; nil when it ended before the reply arrived.
func (e *execution) liveLease(ctx context.Context, begun *pb.BeginOperationResponse, asked time.Time) (*lease, error) {
	held := &lease{operation: begun.GetOperation(), token: begun.GetLeaseToken(), since: asked}
	ask := begun.GetHeader().GetReplayed()
	// The reply is that of an earlier attempt of this call, or was long on its way, so its lease may be over and others may
	// have taken the operation over. Ask before anything goes outside.
	for ask || time.Since(held.since) > e.lease/2 {
		err := e.extend(ctx, held)
		if isLost(err) && !errors.Is(err, ErrStaleEpoch) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		ask = false
	}
	return held, nil
}

// Extends the lease at half its life until stopped. The context ends when the lease is lost: when the daemon says so, or when
// its time is over and no daemon was there to extend it, since then others may take the operation over.
func (e *execution) keepLease(ctx context.Context, held *lease) (kept context.Context, stop func()) {
	kept, lose := context.WithCancelCause(ctx)
	// The function may go on after ctx has ended, and its lease with it.
	background, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		lose(e.extendUntilLost(background, held))
	}()
	return kept, func() {
		cancel()
		<-stopped
	}
}

func (e *execution) extendUntilLost(ctx context.Context, held *lease) error {
	for next := held.since.Add(e.lease / 2); ; {
		if !sleep(ctx, time.Until(next)) {
			return context.Canceled
		}
		end := held.since.Add(e.lease)
		limited, cancel := context.WithDeadline(ctx, end)
		err := e.extend(limited, held)
		cancel()
		switch {
		case err == nil:
			next = held.since.Add(e.lease / 2)
		case isLost(err):
			return err
		case !time.Now().Before(end):
			return fmt.Errorf("%w: %w", errLeaseOver, err)
		default:
			// What else there is may pass; if it does not, the lease ends.
			next = time.Now().Add(e.lease / 10)
		}
	}
}

// An outcome that is known is offered until the daemon answers, whatever becomes of the caller.
func (e *execution) recording(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), e.recordDeadline)
}

// Records that the effect happened, asking with one request_id until the daemon answers.
func (e *execution) recordOutcome(ctx context.Context, held *lease, outcome Outcome) (*pb.Operation, []*pb.MutationResult, error) {
	ctx, cancel := e.recording(ctx)
	defer cancel()
	happened, err := happenedOf(outcome)
	if err != nil {
		return nil, nil, err
	}
	key := held.operation.GetKey()
	completed, err := e.client.Operations.CompleteOperation(ctx, &pb.CompleteOperationRequest{
		AgentId: e.agentID, Key: key, LeaseToken: held.token,
		Result: happened.GetResult(), Settlements: happened.GetSettlements(), Mutations: happened.GetMutations(),
	}, grpc.WaitForReady(true))
	if !errors.Is(err, ErrStaleLease) {
		return completed.GetOperation(), completed.GetResults(), err
	}
	// The lease ended while the function was at work, but it returned, so what happened is known: that settles the operation.
	found, lookup := e.client.Operations.GetOperation(ctx, &pb.GetOperationRequest{AgentId: e.agentID, Key: key}, grpc.WaitForReady(true))
	if lookup != nil {
		return nil, nil, lookup
	}
	if found.GetOperation().GetStatus() != pb.OperationStatus_OPERATION_STATUS_UNKNOWN {
		return nil, nil, err
	}
	resolved, err := e.client.Operations.ResolveOperation(ctx, &pb.ResolveOperationRequest{
		AgentId: e.agentID, Key: key,
		Resolution: &pb.ResolveOperationRequest_Happened_{Happened: happened},
		Evidence:   MustDoc(map[string]any{"recorded_by": "ExecuteOnce", "why": "the outcome arrived after the lease had ended"}),
	}, grpc.WaitForReady(true))
	return resolved.GetOperation(), resolved.GetResults(), err
}

// Records that it did not happen.
func (e *execution) recordFailure(ctx context.Context, held *lease, certain *DidNotHappenError) error {
	ctx, cancel := e.recording(ctx)
	defer cancel()
	request := &pb.FailOperationRequest{AgentId: e.agentID, Key: held.operation.GetKey(), LeaseToken: held.token}
	// A message may hold bytes that are no text.
	text := strings.ToValidUTF8(fmt.Sprint(certain.Err), "\ufffd")
	request.Reason = MustDoc(map[string]any{"message": text})
	_, err := e.client.Operations.FailOperation(ctx, request)
	var failed *Error
	if !errors.As(err, &failed) || !strings.HasPrefix(failed.Field, "reason") {
		return err
	}
	// An error message may hold what no document may, such as a credential: the failure counts, its words do not.
	request.Reason = MustDoc(map[string]any{"message": "the message of the error was refused", "refused_for": failed.Reason})
	_, err = e.client.Operations.FailOperation(ctx, request)
	return err
}

package holdfast

import (
	"context"
	"errors"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"
	pb "holdfast.dev/go/holdfastv1"
)

const (
	defaultLease          = 30 * time.Second
	defaultRecordDeadline = 10 * time.Minute
	longestWait           = time.Second
)

// ExecuteOnce makes a side effect happen at most once: it records the intent, calls the function with a stable client order
// id, and records the outcome with whatever mutations belong to it. Done before, it returns the recorded result without
// calling the function.
//
// What is certain decides. The function returned: it happened, and the outcome is offered to the daemon until it confirms it,
// even after the context has ended. It returned DefinitelyDidNotHappen of its own, not one out of another ExecuteOnce: it
// did not. It returned any other error, or the process died: nobody knows, the operation becomes UNKNOWN when its lease ends,
// and must be reconciled before it can be begun again. The function's context ends with ctx, and when the lease is lost: then stop if nothing was sent yet.
//
// Errors besides *Error: *OperationDeniedError, *OperationInFlightError (without WaitInFlight), *OperationUnknownError
// (without WithReconcile), *OperationOutcomeUnknownError, and the function's own *DidNotHappenError.
func ExecuteOnce(ctx context.Context, client *Client, operation string, params any,
	do func(context.Context, *Op) (Outcome, error), options ...ExecuteOption) (*Executed, error) {
	done, err := beginAndRun(ctx, client, operation, params, do, options)
	return done, spend(err)
}

func beginAndRun(ctx context.Context, client *Client, operation string, params any,
	do func(context.Context, *Op) (Outcome, error), options []ExecuteOption) (*Executed, error) {
	all := executeOptions{lease: defaultLease, onCrash: pb.OnCrash_ON_CRASH_UNKNOWN, recordDeadline: defaultRecordDeadline}
	for _, option := range options {
		option(&all)
	}
	document, err := Doc(params)
	if err != nil {
		return nil, err
	}
	once := &execution{executeOptions: all, client: client, params: params, do: do}
	request := &pb.BeginOperationRequest{
		AgentId:   all.agentID,
		Operation: operation,
		Params:    document,
		Key:       all.key,
		Lease:     durationpb.New(all.lease),
		Holds:     all.holds,
		Risk:      all.risk,
		SessionId: all.sessionID,
		OnCrash:   all.onCrash,
		TaskId:    all.taskID,
		Step:      all.step,
	}
	for waits := 0; ; {
		asked := time.Now()
		begun, err := client.Operations.BeginOperation(ctx, request)
		if errors.Is(err, ErrStaleLease) {
			// What this very call began ended before its reply came: where the operation stands, another call tells.
			continue
		}
		if err != nil {
			return nil, err
		}
		switch found := begun.GetOperation(); begun.GetOutcome() {
		case pb.BeginOutcome_BEGIN_OUTCOME_DENIED:
			return nil, &OperationDeniedError{Denials: begun.GetDenials()}
		case pb.BeginOutcome_BEGIN_OUTCOME_COMPLETED:
			return executed(found)
		case pb.BeginOutcome_BEGIN_OUTCOME_IN_FLIGHT:
			if !all.waitInFlight {
				return nil, &OperationInFlightError{Operation: found}
			}
			if !sleep(ctx, waitFor(found, waits)) {
				return nil, toError(ctx.Err(), pb.Operations_BeginOperation_FullMethodName, "")
			}
			waits++
		case pb.BeginOutcome_BEGIN_OUTCOME_UNKNOWN:
			settled, err := once.settle(ctx, found)
			if err != nil {
				return nil, err
			}
			if settled != nil {
				return executed(settled)
			}
		case pb.BeginOutcome_BEGIN_OUTCOME_STARTED:
			held, err := once.liveLease(ctx, begun, asked)
			if err != nil {
				return nil, err
			}
			if held != nil {
				return once.run(ctx, held)
			}
		default:
			return nil, refuse("INTERNAL", "", "the daemon answered with an outcome that this client does not know: %v", begun.GetOutcome())
		}
	}
}

// One call of ExecuteOnce.
type execution struct {
	executeOptions
	client *Client
	params any
	do     func(context.Context, *Op) (Outcome, error)
}

func executed(operation *pb.Operation) (*Executed, error) {
	result, err := FromDoc(operation.GetResult())
	if err != nil && !errors.Is(err, ErrNoDocument) {
		return nil, err
	}
	return &Executed{Result: result, Operation: operation}, nil
}

// Grows to a second, and never reaches far beyond the end of the lease that is waited for.
func waitFor(operation *pb.Operation, waits int) time.Duration {
	growing := min(longestWait, 25*time.Millisecond<<min(waits, 10))
	if left := time.Until(operation.GetLeaseExpiresAt().AsTime()); left > 0 {
		return min(growing, left+5*time.Millisecond)
	}
	return growing
}

func (e *execution) run(ctx context.Context, held *lease) (*Executed, error) {
	kept, stop := e.keepLease(ctx, held)
	defer stop()
	operation := held.operation
	outcome, err := e.do(kept, &Op{
		ClientOrderID: operation.GetClientOrderId(),
		Attempt:       operation.GetAttempt(),
		Key:           operation.GetKey(),
		HoldIDs:       operation.GetHoldIds(),
		Params:        e.params,
	})
	if certain := ownFailure(err); certain != nil {
		if refused := e.recordFailure(ctx, held, certain); refused != nil {
			return nil, refused
		}
		return nil, err
	}
	if err != nil {
		if errors.Is(err, ErrDefinitelyDidNotHappen) {
			err = &spentError{err}
		}
		return nil, &OperationOutcomeUnknownError{Operation: operation, Err: err}
	}
	recorded, results, err := e.recordOutcome(ctx, held, outcome)
	if err != nil {
		return nil, &OperationOutcomeUnknownError{Operation: operation, Outcome: &outcome, Err: err}
	}
	done, err := executed(recorded)
	if err != nil {
		return nil, err
	}
	done.Executed, done.Results = true, results
	return done, nil
}

// The completed operation if it happened; nil if it did not, or somebody else was quicker: begin again to learn.
func (e *execution) settle(ctx context.Context, operation *pb.Operation) (*pb.Operation, error) {
	if e.reconcile == nil {
		return nil, &OperationUnknownError{Operation: operation}
	}
	answer, err := e.reconcile(ctx, operation)
	if err != nil {
		return nil, err
	}
	if answer.happened == answer.didNotHappen {
		return nil, refuse("INVALID_FIELD", "reconcile", "must answer with Happened or DidNotHappen, or return an error")
	}
	if answer.evidence == nil {
		answer.evidence = map[string]any{"reconciled_by": "ExecuteOnce"}
	}
	evidence, err := Doc(answer.evidence)
	if err != nil {
		return nil, err
	}
	// The answer is about this attempt: while the outside was asked, another process may have settled it and begun anew.
	request := &pb.ResolveOperationRequest{
		AgentId:    e.agentID,
		Key:        operation.GetKey(),
		Attempt:    operation.GetAttempt(),
		Evidence:   evidence,
		Resolution: &pb.ResolveOperationRequest_DidNotHappen_{DidNotHappen: &pb.ResolveOperationRequest_DidNotHappen{}},
	}
	if answer.happened {
		happened, err := happenedOf(answer.outcome)
		if err != nil {
			return nil, err
		}
		request.Resolution = &pb.ResolveOperationRequest_Happened_{Happened: happened}
	}
	resolved, err := e.client.Operations.ResolveOperation(ctx, request)
	var failed *Error
	if errors.Is(err, ErrVersionConflict) && errors.As(err, &failed) && failed.Field == "attempt" {
		return nil, nil
	}
	if err != nil || answer.didNotHappen {
		return nil, err
	}
	return resolved.GetOperation(), nil
}

func happenedOf(outcome Outcome) (*pb.ResolveOperationRequest_Happened, error) {
	result, err := Doc(outcome.Result)
	if err != nil {
		return nil, err
	}
	return &pb.ResolveOperationRequest_Happened{
		Result: result, Settlements: outcome.Settlements, Mutations: outcome.Mutations,
	}, nil
}

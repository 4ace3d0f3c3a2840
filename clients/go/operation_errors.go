package holdfast

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	pb "holdfast.dev/go/holdfastv1"
)

// DefinitelyDidNotHappen wraps an error of the function given to ExecuteOnce when the effect certainly did not happen, such as
// an order that the exchange refused: the holds are released and the operation may be begun again. A timeout is not certain.
// What comes out of an ExecuteOnce says nothing about an outer one: wrap it anew where nothing was sent there either.
func DefinitelyDidNotHappen(why error) error { return &DidNotHappenError{Err: why} }

// What ExecuteOnce returns besides *Error, for errors.Is; the types have more to tell.
var (
	ErrOperationDenied         error = &kind{text: "operation denied"}
	ErrOperationInFlight       error = &kind{text: "operation in flight"}
	ErrOperationUnknown        error = &kind{text: "operation unknown"}
	ErrOperationOutcomeUnknown error = &kind{text: "operation outcome unknown"}
	ErrDefinitelyDidNotHappen  error = &kind{text: "it definitely did not happen"}
)

// DidNotHappenError is what DefinitelyDidNotHappen makes, and what ExecuteOnce then returns.
type DidNotHappenError struct {
	Err error
	// Set when it was returned by ExecuteOnce: the function's whole error. It counts for no outer operation then, whose
	// function may have sent something before.
	spent error
}

// The failure that the function says of its own attempt; nil when there is none, or only one that came out of another
// ExecuteOnce.
func ownFailure(err error) *DidNotHappenError {
	var certain *DidNotHappenError
	if errors.As(err, &certain) && certain.spent == nil {
		return certain
	}
	return nil
}

// What ExecuteOnce returns for an error. The caller finds in it what was there; an outer ExecuteOnce finds that it is spent.
func spend(err error) error {
	if certain := ownFailure(err); certain != nil {
		return &DidNotHappenError{Err: certain.Err, spent: &spentError{err}}
	}
	return err
}

// Another operation's failure: everything in it is found by errors.Is and errors.As, but not that it did not happen.
type spentError struct{ err error }

func (e *spentError) Error() string { return e.err.Error() }

func (e *spentError) Is(target error) bool {
	return target != ErrDefinitelyDidNotHappen && errors.Is(e.err, target)
}

func (e *spentError) As(target any) bool {
	if _, is := target.(**DidNotHappenError); is {
		return false
	}
	return errors.As(e.err, target)
}

func (e *DidNotHappenError) Error() string {
	if e.spent != nil {
		return e.spent.Error()
	}
	return fmt.Sprintf("it definitely did not happen: %v", e.Err)
}

// Unwrap gives what DefinitelyDidNotHappen was given; of what ExecuteOnce returned, all that the function returned.
func (e *DidNotHappenError) Unwrap() error {
	if e.spent != nil {
		return e.spent
	}
	return e.Err
}

// Is matches ErrDefinitelyDidNotHappen.
func (e *DidNotHappenError) Is(target error) bool { return target == ErrDefinitelyDidNotHappen }

// OperationDeniedError: refused before it began; nothing was held. errors.Is tells by which reason, such as ErrGuardDenied.
type OperationDeniedError struct{ Denials []*pb.Denial }

func (e *OperationDeniedError) Error() string {
	texts := make([]string, len(e.Denials))
	for i, denial := range e.Denials {
		texts[i] = denial.GetRule() + ": " + denial.GetMessage()
	}
	return "the operation was denied: " + strings.Join(texts, "; ")
}

// Is matches ErrOperationDenied, and ErrInsufficientFunds and its like when one of the denials has that reason.
func (e *OperationDeniedError) Is(target error) bool {
	is, ok := target.(*kind)
	return target == ErrOperationDenied || ok && is.reason != "" && slices.ContainsFunc(e.Denials, func(denial *pb.Denial) bool {
		return denial.GetReason() == is.reason
	})
}

// OperationInFlightError: somebody else holds the lease, until Operation.LeaseExpiresAt.
type OperationInFlightError struct{ Operation *pb.Operation }

func (e *OperationInFlightError) Error() string {
	return fmt.Sprintf("operation %s is in flight", e.Operation.GetKey())
}

// Is matches ErrOperationInFlight.
func (e *OperationInFlightError) Is(target error) bool { return target == ErrOperationInFlight }

// OperationUnknownError: a lease ended without an outcome. Reconcile with the outside, by Operation.ClientOrderId, before
// anything else (WithReconcile, or Operations.ResolveOperation).
type OperationUnknownError struct{ Operation *pb.Operation }

func (e *OperationUnknownError) Error() string {
	return fmt.Sprintf("operation %s has an unknown outcome and must be reconciled", e.Operation.GetKey())
}

// Is matches ErrOperationUnknown.
func (e *OperationUnknownError) Is(target error) bool { return target == ErrOperationUnknown }

// OperationOutcomeUnknownError: the outcome of this attempt is not recorded. The function failed with Err, or it returned Outcome and
// the daemon, for the reason Err, did not take it. The operation becomes UNKNOWN when its lease ends.
type OperationOutcomeUnknownError struct {
	Operation *pb.Operation
	// Outcome is nil when the function failed.
	Outcome *Outcome
	Err     error
}

func (e *OperationOutcomeUnknownError) Error() string {
	return fmt.Sprintf("the outcome of operation %s is not recorded: %v", e.Operation.GetKey(), e.Err)
}

// Unwrap gives what the function failed with, or why the daemon did not take the outcome.
func (e *OperationOutcomeUnknownError) Unwrap() error { return e.Err }

// Is matches ErrOperationOutcomeUnknown.
func (e *OperationOutcomeUnknownError) Is(target error) bool {
	return target == ErrOperationOutcomeUnknown
}

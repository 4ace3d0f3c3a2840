package holdfast

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// Error is what every failed call returns. Tell failures apart with errors.Is and the sentinels below, or by Reason.
type Error struct {
	// Reason is why, as the daemon's ErrorInfo names it, such as VERSION_CONFLICT. For a failure that never came from the
	// daemon it is the name of the gRPC status, such as UNAVAILABLE or DEADLINE_EXCEEDED.
	Reason string
	Code   codes.Code
	// Message is what the daemon says; it names the field and the limit.
	Message string
	// Method is the RPC, such as holdfast.v1.State/PutState; empty for what the client itself refuses.
	Method string
	// Field is the path of the request's field that is at fault, if one is.
	Field string
	// Metadata holds machine-readable facts, such as expected and actual.
	Metadata map[string]string
	// RetryAfter is when the same call may succeed; zero where the daemon names no time.
	RetryAfter time.Duration
	// RequestID is that of the mutation that failed: call again with it to learn or repeat its outcome.
	RequestID string
	// OutcomeUnknown says that the mutation may have happened or not; calling again with RequestID tells.
	OutcomeUnknown bool

	// A RetryInfo came with the error, be it one of no time.
	retryInfo bool
}

// Error gives the RPC, the reason and the daemon's message.
func (e *Error) Error() string {
	if e.Method == "" {
		return fmt.Sprintf("holdfast: %s: %s", e.Reason, e.Message)
	}
	return fmt.Sprintf("%s: %s: %s", e.Method, e.Reason, e.Message)
}

// Is makes errors.Is(err, ErrVersionConflict) and its like work, and errors.Is(err, context.DeadlineExceeded) as well.
func (e *Error) Is(target error) bool {
	switch target {
	case context.DeadlineExceeded:
		return e.Code == codes.DeadlineExceeded
	case context.Canceled:
		return e.Code == codes.Canceled
	}
	is, ok := target.(*kind)
	if !ok {
		return false
	}
	if is.reason != "" {
		return is.reason == e.Reason
	}
	return is.code == e.Code
}

// GRPCStatus gives status.Code and status.FromError what they look for.
func (e *Error) GRPCStatus() *status.Status {
	return status.New(e.Code, e.Message)
}

// A kind of failure that programs act on: one reason, or where that is empty all of one code. With neither it is one of
// ExecuteOnce, whose types say so themselves.
type kind struct {
	text   string
	reason string
	code   codes.Code
}

func (k *kind) Error() string { return "holdfast: " + k.text }

// The failures that programs act on, for errors.Is.
var (
	// ErrInvalidRequest: the request holds something it may not hold; sending it again is of no use.
	ErrInvalidRequest error = &kind{text: "invalid request", code: codes.InvalidArgument}
	ErrNotFound       error = &kind{text: "not found", code: codes.NotFound}
	ErrAlreadyExists  error = &kind{text: "already exists", code: codes.AlreadyExists}
	// ErrUnauthenticated: no token, or none that is good now.
	ErrUnauthenticated error = &kind{text: "unauthenticated", code: codes.Unauthenticated}
	// ErrPermissionDenied: the token or the pattern of an access rule does not allow it.
	ErrPermissionDenied error = &kind{text: "permission denied", code: codes.PermissionDenied}
	// ErrVersionConflict: somebody else wrote in between. Read again, decide again; Metadata["actual"] is the present version.
	ErrVersionConflict      error = &kind{text: "version conflict", reason: "VERSION_CONFLICT"}
	ErrPreconditionNotMet   error = &kind{text: "precondition not met", reason: "PRECONDITION_NOT_MET"}
	ErrIdempotencyKeyReused error = &kind{text: "idempotency key reused", reason: "IDEMPOTENCY_KEY_REUSED"}
	// ErrStaleLease: the lease ended or was never this one; somebody else may decide the operation's outcome.
	ErrStaleLease error = &kind{text: "stale lease", reason: "STALE_LEASE"}
	// ErrStaleEpoch: a newer process of this agent took over; this one must stop.
	ErrStaleEpoch        error = &kind{text: "stale epoch", reason: "STALE_EPOCH"}
	ErrWrongState        error = &kind{text: "wrong state", reason: "WRONG_STATE"}
	ErrInsufficientFunds error = &kind{text: "insufficient funds", reason: "INSUFFICIENT_FUNDS"}
	ErrLimitCrossed      error = &kind{text: "limit crossed", reason: "LIMIT_CROSSED"}
	// ErrGuardDenied: Metadata has the guard, its kind, its limit and the figure held against it.
	ErrGuardDenied error = &kind{text: "guard denied", reason: "GUARD_DENIED"}
	// ErrRevisionCompacted: Metadata["floor"] is the lowest revision that a watch may start from.
	ErrRevisionCompacted error = &kind{text: "revision compacted", reason: "REVISION_COMPACTED"}
	// ErrHistoryChanged: a restored backup does not hold all that a stream has told. Read anew what you keep of what came after
	// Metadata["common_revision"] and go on from there with Metadata["history"]; where it is not known, read anew all you keep.
	ErrHistoryChanged error = &kind{text: "history changed", reason: "HISTORY_CHANGED"}
	// ErrResourceExhausted: full queue, full disk, too many of something; nothing was done.
	ErrResourceExhausted error = &kind{text: "resource exhausted", code: codes.ResourceExhausted}
	// ErrUnavailable: the daemon cannot be reached, or is stopping.
	ErrUnavailable      error = &kind{text: "unavailable", code: codes.Unavailable}
	ErrDeadlineExceeded error = &kind{text: "deadline exceeded", code: codes.DeadlineExceeded}
)

// The names of the codes as the contract spells them; codes.Code spells them in its own way.
var codeNames = [...]string{
	"OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
	"PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
	"INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
}

func codeName(code codes.Code) string {
	if int(code) < len(codeNames) {
		return codeNames[code]
	}
	return "UNKNOWN"
}

// The typed error of a failed call. io.EOF is the good end of a stream and stays what it is.
func toError(err error, method, requestID string) error {
	if err == nil || err == io.EOF {
		return err
	}
	var known *Error
	if errors.As(err, &known) {
		return err
	}
	failed := status.Convert(err)
	e := &Error{Code: failed.Code(), Message: failed.Message(), Method: strings.TrimPrefix(method, "/"), RequestID: requestID}
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		e.Code = codes.DeadlineExceeded
	case errors.Is(err, context.Canceled):
		e.Code = codes.Canceled
	case e.Code == codes.Internal && strings.Contains(e.Message, "RST_STREAM"):
		// A reset stream: no reply came, so it is unavailable.
		e.Code = codes.Unavailable
	}
	e.Reason = codeName(e.Code)
	for _, detail := range failed.Details() {
		switch detail := detail.(type) {
		case *errdetails.ErrorInfo:
			e.Reason, e.Metadata = detail.GetReason(), detail.GetMetadata()
		case *errdetails.BadRequest:
			if violations := detail.GetFieldViolations(); len(violations) > 0 {
				e.Field = violations[0].GetField()
			}
		case *errdetails.RetryInfo:
			e.RetryAfter, e.retryInfo = detail.GetRetryDelay().AsDuration(), true
		}
	}
	e.OutcomeUnknown = requestID != "" && leavesOutcomeOpen(e.Code)
	return e
}

func leavesOutcomeOpen(code codes.Code) bool {
	switch code {
	case codes.Unavailable, codes.DeadlineExceeded, codes.Unknown, codes.Canceled, codes.Internal:
		return true
	}
	return false
}

// For what the client refuses before anything is sent.
func refuse(reason, field, format string, values ...any) *Error {
	return &Error{Reason: reason, Code: codes.InvalidArgument, Field: field, Message: fmt.Sprintf(format, values...)}
}

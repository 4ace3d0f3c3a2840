package holdfast

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/known/durationpb"
)

const (
	defaultTimeout = 10 * time.Second
	firstBackoff   = 50 * time.Millisecond
	maxBackoff     = 2 * time.Second
)

// The interceptors that all calls of a client pass: they fill in what every request has, repeat where it is safe, and
// return typed errors.
//
// A mutation carries the same request_id on each attempt, so the daemon does it at most once and repeating it is as safe as
// repeating a read. Repeated are UNAVAILABLE (the daemon is away or stopping), UNKNOWN (OUTCOME_UNKNOWN: the commit failed)
// and RESOURCE_EXHAUSTED with RetryInfo (QUEUE_FULL; DISK_FULL once). Never: ABORTED, because somebody else wrote and the
// caller must decide again; DEADLINE_EXCEEDED, because the time is up. Waits grow exponentially with full jitter
// (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), never shorter than RetryInfo says, and end
// with the deadline.
type caller struct {
	agentID  string
	timeout  time.Duration
	failFast bool
	// The agent's fencing number, named in every mutation; 0 = not fenced.
	epoch atomic.Uint64
	// Held while a TakeOver or OpenSession of this client is under way, so that its streams, which learn of the new epoch
	// first, can wait for the reply that says whose it is.
	raising sync.RWMutex
}

// The request with agent, request id and epoch filled in where it has these fields and the caller gave none. The caller's
// message stays as it is: a request that is sent twice is two requests.
func (c *caller) fill(method string, request proto.Message) (proto.Message, string) {
	given := request.ProtoReflect()
	fields := given.Descriptor().Fields()
	filled := given.New()
	given.Range(func(field protoreflect.FieldDescriptor, value protoreflect.Value) bool {
		filled.Set(field, value)
		return true
	})
	filled.SetUnknown(given.GetUnknown())
	if field := fields.ByName("agent_id"); field != nil && !given.Has(field) {
		filled.Set(field, protoreflect.ValueOfString(c.agentID))
	}
	// TakeOver's epoch is a condition ("only if it is this one"), not the caller's own.
	if field := fields.ByName("epoch"); field != nil && !given.Has(field) && !strings.HasSuffix(method, "/TakeOver") {
		filled.Set(field, protoreflect.ValueOfUint64(c.epoch.Load()))
	}
	field := fields.ByName("request_id")
	if field == nil {
		return filled.Interface(), ""
	}
	if !given.Has(field) {
		filled.Set(field, protoreflect.ValueOfString(NewRequestID()))
	}
	return filled.Interface(), filled.Get(field).String()
}

func (c *caller) unary(ctx context.Context, method string, request, reply any, conn *grpc.ClientConn,
	invoke grpc.UnaryInvoker, options ...grpc.CallOption) error {
	message, ok := request.(proto.Message)
	if !ok {
		return invoke(ctx, method, request, reply, conn, options...)
	}
	filled, requestID := c.fill(method, message)
	if _, has := ctx.Deadline(); !has {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.timeout+maxWait(message))
		defer cancel()
	}
	failFast := c.failFast
	for _, option := range options {
		if given, ok := option.(grpc.FailFastCallOption); ok {
			failFast = given.FailFast
		}
	}
	diskFull := false
	for retries := 0; ; retries++ {
		err := toError(invoke(ctx, method, filled, reply, conn, options...), method, requestID)
		var failed *Error
		if !errors.As(err, &failed) || !repeatable(failed, failFast, diskFull) {
			return err
		}
		diskFull = diskFull || failed.Reason == "DISK_FULL"
		wait := backoff(retries, failed.RetryAfter)
		if end, _ := ctx.Deadline(); time.Until(end) <= wait || !sleep(ctx, wait) {
			return err
		}
	}
}

func repeatable(failed *Error, failFast, diskFull bool) bool {
	switch failed.Code {
	case codes.Unavailable:
		return !failFast || failed.Reason == "SHUTTING_DOWN"
	case codes.Unknown:
		return true
	case codes.ResourceExhausted:
		return failed.retryInfo && !(failed.Reason == "DISK_FULL" && diskFull)
	}
	return false
}

// How long the request itself says that the daemon may take (AcquireTokens), on top of what any call may.
func maxWait(request proto.Message) time.Duration {
	if waits, ok := request.(interface{ GetMaxWait() *durationpb.Duration }); ok {
		return waits.GetMaxWait().AsDuration()
	}
	return 0
}

// The wait before attempt number retries + 2.
func backoff(retries int, atLeast time.Duration) time.Duration {
	ceiling := min(maxBackoff, firstBackoff<<min(retries, 10))
	return max(atLeast, rand.N(ceiling))
}

// False when the context ended first.
func sleep(ctx context.Context, wait time.Duration) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// Streams are never repeated here: Watch, Subscribe and Consume know where theirs go on.
func (c *caller) stream(ctx context.Context, description *grpc.StreamDesc, conn *grpc.ClientConn, method string,
	open grpc.Streamer, options ...grpc.CallOption) (grpc.ClientStream, error) {
	stream, err := open(ctx, description, conn, method, options...)
	if err != nil {
		return nil, toError(err, method, "")
	}
	return &clientStream{ClientStream: stream, caller: c, method: method}, nil
}

type clientStream struct {
	grpc.ClientStream
	caller *caller
	method string
}

func (s *clientStream) SendMsg(message any) error {
	if request, ok := message.(proto.Message); ok {
		message, _ = s.caller.fill(s.method, request)
	}
	return toError(s.ClientStream.SendMsg(message), s.method, "")
}

func (s *clientStream) RecvMsg(message any) error {
	return toError(s.ClientStream.RecvMsg(message), s.method, "")
}

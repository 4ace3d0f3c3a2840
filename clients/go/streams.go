package holdfast

import (
	"context"
	"errors"
	"io"
	"iter"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"
	pb "holdfast.dev/go/holdfastv1"
)

// StreamOption changes how Watch, Subscribe and Consume go on.
type StreamOption func(*streamOptions)

type streamOptions struct {
	onReconnect func(error)
	onLive      func()
	once        bool
	maxInFlight uint32
}

// OnReconnect is called before each new attempt, with what broke the last one.
func OnReconnect(tell func(error)) StreamOption {
	return func(o *streamOptions) { o.onReconnect = tell }
}

// WithoutReconnect makes a broken connection end the stream with its error.
func WithoutReconnect() StreamOption { return func(o *streamOptions) { o.once = true } }

// OnLive is called by Subscribe whenever all that was published before has been yielded: at first, and after each reconnect.
func OnLive(tell func()) StreamOption { return func(o *streamOptions) { o.onLive = tell } }

// MaxInFlight is how many unacknowledged deliveries Consume holds at most, 1 to 1,000; the default is 64.
func MaxInFlight(deliveries uint32) StreamOption {
	return func(o *streamOptions) { o.maxInFlight = deliveries }
}

func streamOptionsOf(options []StreamOption) streamOptions {
	var all streamOptions
	for _, option := range options {
		option(&all)
	}
	return all
}

// Given back by a stream's loop when the consumer of the iterator has left it.
var errLeft = errors.New("left")

// Yields the messages of one attempt after the other. open makes one attempt and goes on where the last one was; it ends with
// errLeft when yield said so.
func reconnecting[Message any](ctx context.Context, options streamOptions,
	open func(ctx context.Context, yield func(Message) bool) error) iter.Seq2[Message, error] {
	return func(yield func(Message, error) bool) {
		// Leaving the loop ends the call.
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		for failures := 0; ; failures++ {
			err := open(ctx, func(message Message) bool {
				failures = 0
				return yield(message, nil)
			})
			if err == errLeft {
				return
			}
			var failed *Error
			if err != nil && (options.once || !errors.As(err, &failed) || !resumable(failed)) {
				var none Message
				yield(none, err)
				return
			}
			wait := backoff(failures, 0)
			if failed != nil {
				wait = max(wait, failed.RetryAfter)
				if options.onReconnect != nil {
					options.onReconnect(err)
				}
			}
			if !sleep(ctx, wait) {
				var none Message
				yield(none, toError(ctx.Err(), "", ""))
				return
			}
		}
	}
}

func resumable(failed *Error) bool {
	return failed.Code == codes.Unavailable || failed.Code == codes.Unknown || failed.Reason == "SLOW_CONSUMER"
}

// Reads a server stream to its end; nil when the daemon ended it well.
func drain[Reply any](stream grpc.ServerStreamingClient[Reply], err error, each func(*Reply) bool) error {
	if err != nil {
		return err
	}
	for {
		message, err := stream.Recv()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if !each(message) {
			return errLeft
		}
	}
}

// "From now on" must mean the same after a reconnect, so it is made a revision first.
func (c *Client) revisionNow(ctx context.Context) (revision *uint64, history string, err error) {
	info, err := c.Admin.GetServerInfo(ctx, &pb.GetServerInfoRequest{})
	if err != nil {
		return nil, "", err
	}
	return proto.Uint64(info.GetRevision()), info.GetHistory(), nil
}

// Watch yields each committed revision once and in order, also over reconnects: it resumes after the last one it yielded.
// AgentId "*" is every agent; without FromRevision it begins with what is committed from now on. It ends with what the daemon
// refuses (REVISION_COMPACTED, REVISION_IN_FUTURE, INVALID_ARGUMENT), with ErrHistoryChanged when a restored backup has undone
// some of what it yielded, or with the context's end.
func (c *Client) Watch(ctx context.Context, request *pb.WatchRequest, options ...StreamOption) iter.Seq2[*pb.WatchResponse, error] {
	return func(yield func(*pb.WatchResponse, error) bool) {
		// A copy, for where it goes on is written into it.
		next := &pb.WatchRequest{}
		proto.Merge(next, request)
		open := func(ctx context.Context, yield func(*pb.WatchResponse) bool) (err error) {
			if next.FromRevision == nil {
				if next.FromRevision, next.History, err = c.revisionNow(ctx); err != nil {
					return err
				}
			}
			stream, err := c.watch.Watch(ctx, next)
			return drain(stream, err, func(message *pb.WatchResponse) bool {
				isNews := len(message.GetEntries()) > 0 || message.GetRevision() != next.GetFromRevision()
				next.FromRevision, next.History = proto.Uint64(message.GetRevision()), message.GetHistory()
				return !isNews || yield(message)
			})
		}
		reconnecting(ctx, streamOptionsOf(options), open)(yield)
	}
}

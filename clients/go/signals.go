package holdfast

import (
	"context"
	"errors"
	"iter"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"
	pb "holdfast.dev/go/holdfastv1"
)

// Subscribe yields signals as they are published; with FromRevision first the durable ones since, 0 being all that are kept.
// Each durable one is yielded once and in order, also over reconnects; ephemeral ones that are published meanwhile are missed.
// It ends with what the daemon refuses (ACCESS_DENIED, REVISION_COMPACTED, REVISION_IN_FUTURE, INVALID_ARGUMENT), with
// ErrHistoryChanged when a restored backup has undone some of what it yielded, or with the context's end.
func (c *Client) Subscribe(ctx context.Context, request *pb.SubscribeRequest, options ...StreamOption) iter.Seq2[*pb.Signal, error] {
	return func(yield func(*pb.Signal, error) bool) {
		all := streamOptionsOf(options)
		next := &pb.SubscribeRequest{}
		proto.Merge(next, request)
		lastID := ""
		open := func(ctx context.Context, yield func(*pb.Signal) bool) (err error) {
			if next.FromRevision == nil {
				if next.FromRevision, next.History, err = c.revisionNow(ctx); err != nil {
					return err
				}
			}
			stream, err := c.Signals.Subscribe(ctx, next)
			return drain(stream, err, func(message *pb.SubscribeResponse) bool {
				next.FromRevision, next.History = proto.Uint64(message.GetRevision()), message.GetHistory()
				if message.GetLive() && all.onLive != nil {
					all.onLive()
				}
				signal := message.GetSignal()
				// A connection that broke between two signals of one revision brings the first of them again.
				if signal == nil || signal.GetDurable() && signal.GetSignalId() <= lastID {
					return true
				}
				if signal.GetDurable() {
					lastID = signal.GetSignalId()
				}
				return yield(signal)
			})
		}
		reconnecting(ctx, all, open)(yield)
	}
}

// Delivery is a signal that a consumer was given. It comes again unless it is acknowledged before AckBy.
type Delivery struct {
	Signal *pb.Signal
	// Delivery is 1 for the first.
	Delivery uint32
	AckBy    time.Time

	client   *Client
	consumer string
}

// Ack says that it was dealt with.
func (d *Delivery) Ack(ctx context.Context) error {
	_, err := d.client.Signals.AckSignals(ctx, d.ack())
	return err
}

// Nack gives it back: it comes again after the delay.
func (d *Delivery) Nack(ctx context.Context, delay time.Duration) error {
	_, err := d.client.Signals.NackSignals(ctx, &pb.NackSignalsRequest{
		Name:      d.consumer,
		SignalIds: []string{d.Signal.GetSignalId()},
		Delay:     durationpb.New(delay.Truncate(time.Microsecond)),
	})
	return err
}

// AckMutation is the acknowledgement as a mutation: in one Transact with what the signal causes, that happens exactly once.
func (d *Delivery) AckMutation() *pb.Mutation {
	return &pb.Mutation{Mutation: &pb.Mutation_AckSignals{AckSignals: d.ack()}}
}

func (d *Delivery) ack() *pb.AckSignalsRequest {
	return &pb.AckSignalsRequest{Name: d.consumer, SignalIds: []string{d.Signal.GetSignalId()}}
}

// Consume yields the signals of a durable consumer (Signals.PutConsumer), each at least once until it is acknowledged; over
// reconnects what was not comes again. It ends with what the daemon refuses (NOT_FOUND, INVALID_ARGUMENT), with STALE_EPOCH
// when another process has taken over, or with the context's end. When this client itself took over, it goes on with the
// epoch that it has now.
func (c *Client) Consume(ctx context.Context, name string, options ...StreamOption) iter.Seq2[*Delivery, error] {
	all := streamOptionsOf(options)
	request := &pb.ConsumeRequest{Name: name, MaxInFlight: all.maxInFlight}
	open := func(ctx context.Context, yield func(*Delivery) bool) error {
		for {
			epoch := c.Epoch()
			stream, err := c.Signals.Consume(ctx, request)
			err = drain(stream, err, func(message *pb.ConsumeResponse) bool {
				if message.GetSignal() == nil {
					return true
				}
				return yield(&Delivery{
					Signal:   message.GetSignal(),
					Delivery: message.GetDelivery(),
					AckBy:    message.GetAckBy().AsTime(),
					client:   c,
					consumer: name,
				})
			})
			if !errors.Is(err, ErrStaleEpoch) || !c.raisedSince(epoch) {
				return err
			}
		}
	}
	return reconnecting(ctx, all, open)
}

// The stream may learn of a new epoch before the TakeOver that made it has its reply, so that is waited for.
func (c *Client) raisedSince(epoch uint64) bool {
	c.caller.raising.RLock()
	defer c.caller.raising.RUnlock()
	return c.Epoch() != epoch
}

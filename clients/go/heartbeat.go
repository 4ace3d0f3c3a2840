package holdfast

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	pb "holdfast.dev/go/holdfastv1"
)

// HeartbeatOptions say how often, and whom to tell. The functions are called by the goroutine that sends the heartbeats.
type HeartbeatOptions struct {
	// Interval is the time between heartbeats; 0 = a third of the session's own interval, so that two may be lost.
	Interval time.Duration
	// OnState: the session stands otherwise than before. Anything but SESSION_STATE_ACTIVE means "take no new risk".
	OnState func(pb.SessionState)
	// OnEnd: this process has the session no more, and no heartbeat follows. Another took over (ErrStaleEpoch), or it has
	// ended (ErrWrongState, ErrNotFound).
	OnEnd func(error)
	// OnMissed: one did not get through; they go on. The session is LOST once none did for its whole interval.
	OnMissed func(error)
}

// Heartbeat says in the background that this process lives, until its context ends or the session is not this process's.
type Heartbeat struct {
	state atomic.Int32
	done  chan struct{}
	// Written before done is closed.
	err error
}

// State is how the session stood at the last heartbeat.
func (h *Heartbeat) State() pb.SessionState { return pb.SessionState(h.state.Load()) }

// Done is closed when no heartbeat follows.
func (h *Heartbeat) Done() <-chan struct{} { return h.done }

// Err says why none follows, once Done is closed: the context's error, or what the daemon said.
func (h *Heartbeat) Err() error {
	select {
	case <-h.done:
		return h.err
	default:
		return nil
	}
}

// Heartbeat starts heartbeats for a session, in a goroutine that ends with the context; the session becomes LOST after that
// unless it is closed.
func (c *Client) Heartbeat(ctx context.Context, session *pb.Session, options HeartbeatOptions) *Heartbeat {
	h := &Heartbeat{done: make(chan struct{})}
	h.state.Store(int32(session.GetState()))
	if options.Interval <= 0 {
		options.Interval = 10 * time.Second
		if own := session.GetHeartbeatInterval(); own != nil {
			options.Interval = own.AsDuration() / 3
		}
	}
	go func() {
		defer close(h.done)
		h.err = c.beat(ctx, h, session, options)
	}()
	return h
}

func (c *Client) beat(ctx context.Context, h *Heartbeat, session *pb.Session, options HeartbeatOptions) error {
	request := &pb.HeartbeatRequest{AgentId: session.GetAgentId(), SessionId: session.GetSessionId()}
	for {
		limited, cancel := context.WithTimeout(ctx, options.Interval)
		reply, err := c.Sessions.Heartbeat(limited, request)
		cancel()
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, ErrStaleEpoch) || errors.Is(err, ErrWrongState) || errors.Is(err, ErrNotFound):
			if options.OnEnd != nil {
				options.OnEnd(err)
			}
			return err
		case err != nil:
			if options.OnMissed != nil {
				options.OnMissed(err)
			}
		case h.state.Swap(int32(reply.GetState())) != int32(reply.GetState()) && options.OnState != nil:
			options.OnState(reply.GetState())
		}
		if !sleep(ctx, options.Interval) {
			return ctx.Err()
		}
	}
}

package holdfast

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	pb "holdfast.dev/go/holdfastv1"
)

// HeartbeatOptions say how often, and whom to tell. The functions are called one after the other by a goroutine of their own,
// so that a slow one holds no heartbeat up; of what comes while one is at work, the last state and the last miss are told.
// After ctx has ended none is called. A panic of theirs ends the program, as in any goroutine.
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
	news := &heartbeatNews{states: make(chan pb.SessionState, 1), missed: make(chan error, 1)}
	go func() {
		defer close(h.done)
		h.err = c.beat(ctx, h, session, options.Interval, news)
	}()
	go news.tell(ctx, h, options)
	return h
}

// What is to be told; each holds the latest only.
type heartbeatNews struct {
	states chan pb.SessionState
	missed chan error
}

// Replaces what was not told yet. There is one sender, so that there is room after the first select.
func latest[News any](room chan News, news News) {
	select {
	case <-room:
	default:
	}
	room <- news
}

func (n *heartbeatNews) tell(ctx context.Context, h *Heartbeat, options HeartbeatOptions) {
	for {
		select {
		case state := <-n.states:
			if options.OnState != nil && ctx.Err() == nil {
				options.OnState(state)
			}
			continue
		case err := <-n.missed:
			if options.OnMissed != nil && ctx.Err() == nil {
				options.OnMissed(err)
			}
			continue
		case <-h.done:
		}
		if len(n.states)+len(n.missed) > 0 {
			// OnEnd comes last.
			continue
		}
		if options.OnEnd != nil && ctx.Err() == nil {
			options.OnEnd(h.err)
		}
		return
	}
}

func (c *Client) beat(ctx context.Context, h *Heartbeat, session *pb.Session, interval time.Duration, news *heartbeatNews) error {
	request := &pb.HeartbeatRequest{AgentId: session.GetAgentId(), SessionId: session.GetSessionId()}
	for {
		epoch := c.Epoch()
		limited, cancel := context.WithTimeout(ctx, interval)
		reply, err := c.Sessions.Heartbeat(limited, request)
		cancel()
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, ErrStaleEpoch) && c.raisedSince(epoch):
			// It was this client that took over, so the session is still this process's: again with the epoch it has now.
			continue
		case errors.Is(err, ErrStaleEpoch) || errors.Is(err, ErrWrongState) || errors.Is(err, ErrNotFound):
			return err
		case err != nil:
			latest(news.missed, err)
		case h.state.Swap(int32(reply.GetState())) != int32(reply.GetState()):
			latest(news.states, reply.GetState())
		}
		if !sleep(ctx, interval) {
			return ctx.Err()
		}
	}
}
